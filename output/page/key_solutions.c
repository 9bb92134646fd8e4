#include "page/abreast.h"
#include "page/key.h"

#include <math.h>
#include <string.h>

/* Worked solutions: a row an item, a column a form. A row stays on one page unless much of a page would stay empty. */

enum { MOST_COLUMNS = 3 };
static const double gutter = 16, band_height = 18, row_gap = 13, row_pad = 5;
static const double much_room = 0.3; /* share of a page */

struct solutions {
    struct kin_sheets *sheets;
    struct kin_group group;
    double column; /* width of a form's text */
};

/* A row: what stands above the columns, the columns, what stands below them. */
struct row {
    size_t slot;
    struct kin_cell head, foot;
    struct kin_cell *cells;
};

static double column_width(const struct kin_layout *layout, size_t columns)
{
    return kin_abreast_width(layout, columns, gutter);
}

static double column_x(const struct solutions *solutions, size_t column)
{
    return kin_abreast_x(solutions->sheets->layout, solutions->group.count, gutter, column);
}

static bool fits(const struct kin_layout *layout, size_t columns)
{
    const struct kin_set *set = layout->set;
    double width = column_width(layout, columns);
    for (size_t i = 0; i < set->form_count; i++) {
        for (size_t j = 0; j < set->slot_count; j++) {
            if (!kin_cell_fits(layout, set->forms[i].items[j], width)) {
                return false;
            }
        }
    }
    return true;
}

static size_t columns_for(const struct kin_layout *layout)
{
    size_t columns = layout->set->form_count < MOST_COLUMNS ? layout->set->form_count : MOST_COLUMNS;
    while (columns > 1 && !fits(layout, columns)) {
        columns--;
    }
    return columns;
}

/* ---- Pages
 * ------------------------------------------------------------------------------------------------------------ */

/* Names of the forms above their columns, on every page. */
static void put_band(struct solutions *solutions)
{
    struct kin_sheets *sheets = solutions->sheets;
    const struct kin_layout *layout = sheets->layout;
    struct kin_ops *ops = &sheets->scene->ops;
    for (size_t i = 0; i < solutions->group.count; i++) {
        const char *name = kin_format(layout->arena, layout->words->form, solutions->group.forms[i].letter);
        kin_words_put(layout, ops, name, KIN_STYLE_LABEL, column_x(solutions, i), sheets->y + 11);
    }
    sheets->y += band_height - 2;
    kin_rule(ops, layout->paper->side, sheets->y, layout->width, 1, 0);
    sheets->y += row_pad + 3;
}

static void turn_page(struct solutions *solutions)
{
    kin_sheets_next(solutions->sheets);
    put_band(solutions);
    kin_sheets_head(solutions->sheets, 0);
}

/* ---- What a row says about its slot
 * -------------------------------------------------------------------------------------- */

/* Forms that are matched in total may have questions of different kinds here: then none of their titles is said. */
static const char *title_of(const struct kin_cell *head, const struct kin_slot *slot)
{
    const char *title = slot->title ? slot->title : head->item->title ? head->item->title : "";
    for (size_t i = 0; i < head->group->count && !slot->title; i++) {
        const char *other = head->group->forms[i].items[head->slot]->title;
        title = other && strcmp(other, title) == 0 ? title : "";
    }
    return title;
}

static void add_title(struct kin_cell *head, const struct kin_slot *slot, const struct kin_item *item)
{
    const struct kin_layout *layout = head->layout;
    kin_arena *arena = layout->arena;
    struct kin_slab *slab = kin_pile_add(arena, &head->pile, 0);
    struct kin_buf facts = kin_buf_in(arena);
    kin_buf_addf(&facts, "%s  ·  ", slot->standard);
    if (slot->level > 0) {
        kin_buf_addf(&facts, layout->words->level, slot->level);
        kin_buf_add(&facts, "  ·  ");
    }
    kin_buf_add(&facts, kin_points_text(arena, layout->words, kin_item_points(arena, item)));
    double right = kin_words_width(layout, facts.data, KIN_STYLE_KEY_SMALL);
    const char *title = title_of(head, slot);
    struct kin_nodes flow = kin_flow_of_text(arena, kin_format(arena, "%s.  %s", slot->id, title), KIN_BOLD);
    struct kin_box *box = kin_flow_box(layout, &flow, KIN_STYLE_KEY_STRONG, layout->width - right - 16);
    slab->height = kin_box_put(&slab->ops, box, 0, 0);
    kin_words_put_right(layout, &slab->ops, facts.data, KIN_STYLE_KEY_SMALL, layout->width, box->ascent);
}

/* Why these questions match. */
static void add_features(struct kin_cell *head, const struct kin_slot *slot)
{
    kin_arena *arena = head->layout->arena;
    const char *text = kin_features_text(head->layout, slot);
    if (*text && !slot->shortfall) {
        struct kin_nodes flow = kin_flow_of_text(arena, text, KIN_UPRIGHT);
        kin_cell_line(head, head->layout->words->same_in_all, &flow, KIN_STYLE_KEY_SMALL, 3);
    }
    if (slot->shortfall) {
        struct kin_nodes flow = kin_flow_of_text(arena, slot->shortfall, KIN_UPRIGHT);
        kin_cell_line(head, head->layout->words->shortfall, &flow, KIN_STYLE_KEY_SMALL, 3);
    }
}

static struct kin_cell cell_of(const struct solutions *solutions, size_t slot, size_t form, double width)
{
    const struct kin_layout *layout = solutions->sheets->layout;
    return (struct kin_cell){.layout = layout,
                             .group = &solutions->group,
                             .slot = slot,
                             .item = solutions->group.forms[form].items[slot],
                             .width = width};
}

static struct row row_of(const struct solutions *solutions, size_t slot)
{
    const struct kin_layout *layout = solutions->sheets->layout;
    size_t count = solutions->group.count;
    struct row row = {.slot = slot,
                      .head = cell_of(solutions, slot, 0, layout->width),
                      .foot = cell_of(solutions, slot, 0, layout->width),
                      .cells = KIN_NEW_N(layout->arena, struct kin_cell, count)};
    add_title(&row.head, &layout->set->slots[slot], row.head.item);
    add_features(&row.head, &layout->set->slots[slot]);
    for (size_t i = 0; i < count; i++) {
        row.cells[i] = cell_of(solutions, slot, i, solutions->column);
        kin_cell_fill(&row.cells[i]);
    }
    kin_rubrics_fill(&row.foot);
    return row;
}

/* ---- Putting a row on paper
 * ------------------------------------------------------------------------------------------------ */

static double pile_height(const struct kin_pile *pile)
{
    return kin_pile_height(pile, 0, pile->count);
}

static double row_height(const struct solutions *solutions, const struct row *row)
{
    double tallest = 0;
    for (size_t i = 0; i < solutions->group.count; i++) {
        double height = pile_height(&row->cells[i].pile);
        tallest = height > tallest ? height : tallest;
    }
    return pile_height(&row->head.pile) + row_pad + tallest + row_pad + pile_height(&row->foot.pile);
}

static void put_pile(struct solutions *solutions, const struct kin_pile *pile)
{
    struct kin_sheets *sheets = solutions->sheets;
    double x = sheets->layout->paper->side;
    for (size_t from = 0; from < pile->count;) {
        size_t end = kin_pile_fit(pile, from, kin_sheets_left(sheets));
        if (end == from && !kin_sheets_fresh(sheets)) {
            turn_page(solutions);
            continue;
        }
        end = end == from ? kin_pile_group(pile, from) : end;
        sheets->y += kin_pile_put(pile, from, end, &sheets->scene->ops, x, sheets->y, 0);
        from = end;
    }
}

/* A row that goes on on the next page. */
struct turning {
    struct solutions *solutions;
    const struct row *row;
};

static void turn_row(void *data)
{
    const struct turning *turning = data;
    struct kin_sheets *sheets = turning->solutions->sheets;
    const struct kin_layout *layout = sheets->layout;
    turn_page(turning->solutions);
    const char *text = kin_format(layout->arena, layout->words->continued, layout->set->slots[turning->row->slot].id);
    kin_words_put(layout, &sheets->scene->ops, text, KIN_STYLE_KEY_STRONG, layout->paper->side, sheets->y + 9);
    kin_sheets_head(sheets, 17);
}

static void put_columns(struct solutions *solutions, struct row *row)
{
    size_t count = solutions->group.count;
    const struct kin_pile **piles = KIN_NEW_N(solutions->sheets->layout->arena, const struct kin_pile *, count);
    struct turning turning = {solutions, row};
    struct kin_abreast abreast = {solutions->sheets, piles, count, gutter, turn_row, &turning};
    for (size_t i = 0; i < count; i++) {
        piles[i] = &row->cells[i].pile;
    }
    kin_abreast_put(&abreast);
}

/* The title with the beginning of each cell: a title does not stand alone above a tall figure on the next page. */
static double beginning_height(const struct solutions *solutions, const struct row *row)
{
    double tallest = 0;
    for (size_t i = 0; i < solutions->group.count; i++) {
        const struct kin_pile *pile = &row->cells[i].pile;
        tallest = fmax(tallest, pile->count > 0 ? kin_pile_height(pile, 0, kin_pile_group(pile, 0)) : 0);
    }
    return pile_height(&row->head.pile) + row_pad + tallest;
}

/* A rule between rows, or a fresh page when the row does not fit below and little would stay empty, or nothing but its
 * title would fit. */
static void part_from_above(struct solutions *solutions, const struct row *row)
{
    struct kin_sheets *sheets = solutions->sheets;
    const struct kin_layout *layout = sheets->layout;
    if (kin_sheets_fresh(sheets)) {
        return;
    }
    double left = kin_sheets_left(sheets);
    bool fits = row_height(solutions, row) + row_gap <= left;
    if (!fits && (left < much_room * sheets->bottom || beginning_height(solutions, row) + row_gap > left)) {
        turn_page(solutions);
        return;
    }
    kin_rule(&sheets->scene->ops, layout->paper->side, sheets->y + row_gap / 2, layout->width, 0.5, KIN_GRAY_FRAME);
    sheets->y += row_gap;
}

static void put_row(struct solutions *solutions, struct row *row)
{
    struct kin_sheets *sheets = solutions->sheets;
    part_from_above(solutions, row);
    put_pile(solutions, &row->head.pile);
    sheets->y += row_pad;
    put_columns(solutions, row);
    if (row->foot.pile.count > 0) {
        sheets->y += row_pad + 2;
        put_pile(solutions, &row->foot.pile);
    }
}

/* On the page of the answers when a good part of that page is free and `height`, that of the first row, fits. */
static void begin_group(struct solutions *solutions, double height)
{
    const double heading_height = 48;
    struct kin_sheets *sheets = solutions->sheets;
    const struct kin_furniture *words = sheets->layout->words;
    double left = kin_sheets_left(sheets);
    if (height + heading_height > left || left < much_room * sheets->bottom) {
        kin_sheets_next(sheets);
    }
    const struct kin_group_words headings = {words->solutions_all, words->solutions_one, words->solutions_several};
    kin_key_heading(sheets, kin_group_heading(sheets->layout, &solutions->group, &headings));
    put_band(solutions);
    kin_sheets_head(sheets, 0);
}

static void put_group(struct solutions *solutions)
{
    const struct kin_layout *layout = solutions->sheets->layout;
    size_t count = layout->set->slot_count;
    for (size_t i = 0; i < count; i++) {
        struct row row = row_of(solutions, i);
        if (i == 0) {
            begin_group(solutions, row_height(solutions, &row));
        }
        put_row(solutions, &row);
    }
}

void kin_key_solutions(struct kin_sheets *sheets)
{
    const struct kin_layout *layout = sheets->layout;
    size_t columns = layout->set->form_count ? columns_for(layout) : 1;
    for (size_t n = 0; n < kin_group_count(layout->set, columns); n++) {
        struct solutions solutions = {.sheets = sheets, .group = kin_group_at(layout->set, columns, n)};
        solutions.column = column_width(layout, solutions.group.count);
        put_group(&solutions);
    }
}
