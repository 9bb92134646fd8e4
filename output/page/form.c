#include "page/finish.h"
#include "page/geometry.h"
#include "page/header.h"
#include "page/item.h"
#include "page/page.h"
#include "page/reflection.h"
#include "page/sheets.h"

#include <math.h>

/* A form on its way to paper. Where its items stand comes from the slots' geometry, so that all forms turn pages
 * together. */
struct printing {
    const struct kin_layout *layout;
    const struct kin_form *form;
    struct kin_pile *piles;  /* one per slot */
    struct kin_spot *places; /* one per slot */
    double *heights;         /* of the slots' boxes, without work space */
    struct kin_placing *put; /* one per slot: where its item was put */
    struct kin_sheets sheets;
    int begun;  /* columns, through all pages */
    int saved;  /* columns that the plan had for long items, and that this form's need not */
    bool apart; /* it was said that this form turns its pages for itself, from here on */
};

/* Rounding in a set file must not look like an overflow. */
static const double tolerance = 0.5;

/* ---- Places --------------------------------------------------------------------------------------------------------
 */

static void take_geometry(struct printing *printing)
{
    const struct kin_set *set = printing->layout->set;
    for (size_t i = 0; i < set->slot_count; i++) {
        const struct kin_slot *slot = &set->slots[i];
        printing->piles[i] =
            kin_item_pile(printing->layout, kin_slot_item(printing->layout, i, printing->form->items[i]), slot->id,
                          slot->geometry.columns);
        printing->heights[i] = slot->geometry.height_pt;
        printing->places[i] = (struct kin_spot){slot->geometry.page, slot->geometry.space_pt};
    }
}

/* A line of text more than what was measured is taken from the work space, as long as half of the least is left. */
static bool overflows(const struct printing *printing, size_t slot)
{
    const struct kin_pile *pile = &printing->piles[slot];
    double height = kin_pile_height(pile, 0, pile->count), measured = printing->heights[slot];
    double least = kin_pile_spaces(pile, 0, pile->count).least / 2;
    double spare = fmax(0, printing->places[slot].space - least);
    return height > measured + spare + tolerance;
}

static void report_overflow(const struct printing *printing, size_t slot)
{
    kin_report(printing->layout->diags, KIN_W640, (struct kin_span){0}, printing->layout->set->slots[slot].id,
               printing->form->letter, (char *)NULL);
}

/* This form breaks its pages for itself. */
static void plan_anew(struct printing *printing)
{
    const struct kin_layout *layout = printing->layout;
    size_t count = layout->set->slot_count;
    struct kin_extent *extents = KIN_NEW_N(layout->arena, struct kin_extent, count + 1);
    struct kin_room room = kin_header_room(layout);
    for (size_t i = 0; i < count; i++) {
        double own = kin_pile_height(&printing->piles[i], 0, printing->piles[i].count);
        printing->heights[i] = fmax(own, printing->heights[i]);
        extents[i] = kin_slot_extent(layout, i, &printing->piles[i], printing->heights[i], room);
    }
    printing->places = kin_reflection_plan(layout, extents, count, room);
    printing->apart = true;
}

static void find_places(struct printing *printing)
{
    bool anew = false;
    take_geometry(printing);
    for (size_t i = 0; i < printing->layout->set->slot_count; i++) {
        if (overflows(printing, i)) {
            report_overflow(printing, i);
            anew = true;
        }
    }
    if (anew) {
        plan_anew(printing);
    }
}

/* ---- Pages ---------------------------------------------------------------------------------------------------------
 */

/* The line before the answers at the edge, from the head to the end of the text. */
static void put_edge(const struct printing *printing)
{
    const struct kin_layout *layout = printing->layout;
    const struct kin_sheets *sheets = &printing->sheets;
    double x = layout->paper->side + layout->column + 7;
    if (layout->answers > 0) {
        kin_rule(&sheets->scene->ops, x, sheets->top, 0.6, sheets->bottom - sheets->top, KIN_GRAY_FRAME);
        kin_words_put(layout, &sheets->scene->ops, layout->words->answer_column, KIN_STYLE_POINTS, x + 7,
                      sheets->top - 5);
    }
    for (int i = 1; i < layout->columns; i++) {
        double between = layout->paper->side + i * (layout->column + KIN_COLUMN_GUTTER) - KIN_COLUMN_GUTTER / 2;
        kin_rule(&sheets->scene->ops, between, sheets->top, 0.5, sheets->bottom - sheets->top, KIN_GRAY_FRAME);
    }
}

static void next_page(struct printing *printing)
{
    struct kin_sheets *sheets = &printing->sheets;
    const struct kin_layout *layout = printing->layout;
    kin_sheets_next(sheets);
    struct kin_ops head = kin_ops_in(layout->arena);
    bool first = sheets->document->count == 1;
    double height =
        first ? kin_header_first(layout, &head, printing->form) : kin_header_later(layout, &head, printing->form);
    kin_place(&sheets->scene->ops, &head, layout->paper->side, layout->paper->top);
    kin_sheets_head(sheets, height);
    put_edge(printing);
}

/* The column of the page that is being filled, from 0, and its left edge. */
static int column_of(const struct printing *printing)
{
    return (printing->begun - 1) % printing->layout->columns;
}

static double column_x(const struct printing *printing)
{
    const struct kin_layout *layout = printing->layout;
    return layout->paper->side + column_of(printing) * (layout->column + KIN_COLUMN_GUTTER);
}

static void next_column(struct printing *printing)
{
    printing->begun++;
    if (column_of(printing) == 0) {
        next_page(printing);
    } else {
        printing->sheets.y = printing->sheets.top;
    }
}

/* No page is left empty: where this form's long item is shorter than the plan's, what follows comes earlier. */
static void turn_to(struct printing *printing, int column)
{
    while (printing->begun < column - printing->saved) {
        next_column(printing);
        if (column_of(printing) == 0) {
            printing->saved = column - printing->begun;
        }
    }
}

static double put_slabs(struct printing *printing, size_t slot, size_t from, size_t to, double space)
{
    struct kin_sheets *sheets = &printing->sheets;
    struct kin_ops part = kin_ops_in(printing->layout->arena);
    double height = kin_pile_put(&printing->piles[slot], from, to, &part, 0, 0, space);
    kin_tag_put(&sheets->scene->ops, "Sect", &part, column_x(printing), sheets->y);
    return height;
}

static void report_tall(const struct printing *printing, size_t slot)
{
    kin_report(printing->layout->diags, KIN_E642, (struct kin_span){0}, printing->layout->set->slots[slot].id,
               printing->form->letter, (char *)NULL);
}

static void report_broken(const struct printing *printing, size_t slot)
{
    kin_report(printing->layout->diags, KIN_W6030, (struct kin_span){0}, printing->layout->set->slots[slot].id,
               printing->form->letter, (char *)NULL);
}

/* Work space for a piece of a long item: what is usual, and more on a page that the piece has to itself. */
static double space_for(const struct kin_pile *pile, size_t from, size_t to, double left)
{
    double height = kin_pile_height(pile, from, to);
    double usual = kin_pile_usual(pile, from, to, left) - height;
    bool last = to == pile->count;
    return last ? usual : fmax(usual, fmin(left - height, kin_pile_spaces(pile, from, to).most));
}

/* What stands before an item; an instruction that it shares is said again at the head of a page. */
static double put_before(const struct printing *printing, struct kin_ops *ops, size_t slot)
{
    const struct kin_sheets *sheets = &printing->sheets;
    bool heads_page = kin_sheets_fresh(sheets) && column_of(printing) == 0;
    double x = column_x(printing), y = sheets->y;
    return heads_page && printing->layout->set->slots[slot].geometry.joins
               ? kin_instruction_again(printing->layout, ops, slot, x, y)
               : kin_slot_before(printing->layout, ops, slot, x, y);
}

static void put_piece(struct printing *printing, size_t slot, size_t from, size_t to)
{
    const struct kin_pile *pile = &printing->piles[slot];
    double left = kin_sheets_left(&printing->sheets);
    bool begins = from == 0 || pile->slabs[from].breakable;
    if (kin_pile_height(pile, from, to) > left + tolerance) {
        report_tall(printing, slot);
    } else if (begins && to < pile->count && !pile->slabs[to].breakable) {
        report_broken(printing, slot);
    }
    printing->sheets.y += put_slabs(printing, slot, from, to, space_for(pile, from, to, left));
}

static void note_place(struct printing *printing, size_t slot, double box)
{
    const struct kin_pile *pile = &printing->piles[slot];
    printing->put[slot] = (struct kin_placing){(int)printing->sheets.document->count, printing->sheets.y, box,
                                               kin_pile_height(pile, 0, pile->count)};
}

/* An item that is taller than the room that is left: as many parts as fit, or as many as the instance had there that
 * was measured, then the next page. Its heading stays with its beginning. */
static void put_long(struct printing *printing, size_t slot, double box)
{
    const struct kin_pile *pile = &printing->piles[slot];
    const int *breaks = printing->layout->set->slots[slot].geometry.breaks;
    double whole = kin_header_room(printing->layout).later;
    for (size_t from = 0, page = 0; from < pile->count; page++) {
        double before = from == 0 ? put_before(printing, NULL, slot) : 0;
        double left = kin_sheets_left(&printing->sheets) - before;
        size_t end = printing->apart ? kin_pile_take(pile, from, left, whole - before)
                                     : kin_pile_turn(pile, from, breaks, page, left, whole - before);
        if (end == from) {
            next_column(printing);
            continue;
        }
        if (from == 0) {
            printing->sheets.y += put_before(printing, &printing->sheets.scene->ops, slot);
            note_place(printing, slot, box);
        }
        put_piece(printing, slot, from, end);
        from = end;
        if (from < pile->count) {
            next_column(printing);
        }
    }
}

/* A long item that is broken elsewhere than the one that was measured moves what follows. */
static void report_moved(struct printing *printing, size_t slot)
{
    if (!printing->apart && printing->begun != printing->places[slot].page) {
        printing->apart = true;
        kin_report(printing->layout->diags, KIN_W6032, (struct kin_span){0}, printing->form->letter,
                   printing->layout->set->slots[slot].id, (char *)NULL);
    }
}

static void put_slot(struct printing *printing, size_t slot)
{
    const struct kin_pile *pile = &printing->piles[slot];
    struct kin_sheets *sheets = &printing->sheets;
    turn_to(printing, printing->places[slot].page);
    report_moved(printing, slot);
    sheets->y += kin_sheets_fresh(sheets) ? 0 : KIN_ITEM_GAP;
    struct kin_ops head = kin_ops_in(printing->layout->arena);
    double before = put_before(printing, &head, slot), box = printing->heights[slot] + printing->places[slot].space;
    bool goes_on = printing->layout->set->slots[slot].geometry.breaks[0] > 0 && !printing->apart;
    if (goes_on || sheets->y + before + box > sheets->bottom + tolerance) {
        put_long(printing, slot, box);
        return;
    }
    kin_ops_join(&sheets->scene->ops, &head);
    sheets->y += before;
    note_place(printing, slot, box);
    put_slabs(printing, slot, 0, pile->count, box - kin_pile_height(pile, 0, pile->count));
    sheets->y += box;
}

static void put_reflection(struct printing *printing)
{
    const struct kin_layout *layout = printing->layout;
    struct kin_sheets *sheets = &printing->sheets;
    double height = kin_reflection_put(layout, NULL, 0, 0);
    double gap = kin_sheets_fresh(sheets) ? 0 : KIN_ITEM_GAP;
    if (height > 0 && sheets->y + gap + height > sheets->bottom + tolerance && !kin_sheets_fresh(sheets)) {
        next_column(printing);
        gap = 0;
    }
    sheets->y += gap + kin_reflection_put(layout, &sheets->scene->ops, column_x(printing), sheets->y + gap);
}

/* So that each form begins on a sheet of its own when a class is copied on both sides. */
static void put_blank_page(struct printing *printing)
{
    const struct kin_layout *layout = printing->layout;
    struct kin_sheets *sheets = &printing->sheets;
    if (!layout->look->duplex || sheets->document->count % 2 == 0) {
        return;
    }
    kin_sheets_next(sheets);
    double width = kin_words_width(layout, layout->words->blank_page, KIN_STYLE_PROMPT);
    kin_words_put(layout, &sheets->scene->ops, layout->words->blank_page, KIN_STYLE_PROMPT,
                  (layout->paper->width - width) / 2, layout->paper->height / 2);
}

static void put_footers(struct printing *printing)
{
    struct kin_document *document = printing->sheets.document;
    for (size_t i = 0; i < document->count; i++) {
        kin_footer_put(printing->layout, &document->pages[i]->ops, printing->form, (int)i + 1, (int)document->count);
    }
}

static struct printing lay_out(const struct kin_layout *layout, const struct kin_form *form)
{
    const struct kin_set *set = layout->set;
    kin_arena *arena = layout->arena;
    const char *name = kin_form_name(layout, form);
    struct printing printing = {.layout = layout,
                                .form = form,
                                .piles = KIN_NEW_N(arena, struct kin_pile, set->slot_count),
                                .places = KIN_NEW_N(arena, struct kin_spot, set->slot_count),
                                .heights = KIN_NEW_N(arena, double, set->slot_count),
                                .put = KIN_NEW_N(arena, struct kin_placing, set->slot_count),
                                .sheets =
                                    kin_sheets_begin(layout, kin_format(arena, "%s, %s", set->title, name), name)};
    find_places(&printing);
    next_column(&printing);
    for (size_t i = 0; i < set->slot_count; i++) {
        put_slot(&printing, i);
    }
    put_reflection(&printing);
    put_blank_page(&printing);
    put_footers(&printing);
    return printing;
}

struct kin_document *kin_form_pages(const struct kin_layout *layout, const struct kin_form *form)
{
    return lay_out(layout, form).sheets.document;
}

struct kin_document *kin_page_form(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                   const struct kin_set *set, const struct kin_form *form)
{
    struct kin_layout layout = kin_layout_of_forms(type, arena, diags, set);
    return kin_sheets_finish(&layout, kin_form_pages(&layout, form));
}

struct kin_paging kin_page_paging(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                  const struct kin_set *set, const struct kin_form *form)
{
    kin_arena *scratch = kin_arena_new(); /* of pages that nobody prints */
    struct kin_layout layout = kin_layout_of_forms(type, scratch, diags, set);
    struct printing printing = lay_out(&layout, form);
    struct kin_paging paging = {(int)printing.sheets.document->count,
                                kin_copy_bytes(arena, printing.put, sizeof *printing.put * set->slot_count)};
    kin_arena_free(scratch);
    return paging;
}
