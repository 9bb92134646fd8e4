#include "page/compare_items.h"

#include "page/abreast.h"
#include "page/key.h"

#include <string.h>

enum { MOST_COLUMNS = 4, FEW_WORDS = 30, SOME_WORDS = 60 };
static const double gutter = 16, band_height = 16, row_gap = 12;

struct comparing {
    struct kin_sheets *sheets;
    const struct kin_inspection *inspection;
    size_t slot, columns;
    struct kin_group group;
};

/* ---- What all forms share ---------------------------------------------------------------------------------------- */

/* Facts that a teacher looks at here; the head of the sheet says the rest. */
static const enum kin_evidence_kind facts[] = {KIN_EVIDENCE_RESPONSES,  KIN_EVIDENCE_KEYS,       KIN_EVIDENCE_STEPS,
                                               KIN_EVIDENCE_OPERATIONS, KIN_EVIDENCE_MAGNITUDES, KIN_EVIDENCE_WRONG,
                                               KIN_EVIDENCE_WORDS,      KIN_EVIDENCE_SENTENCES,  KIN_EVIDENCE_FIGURES,
                                               KIN_EVIDENCE_MINUTES};
enum { FACTS = sizeof facts / sizeof *facts };

/* The time as it is predicted for the form. */
static const char *fact_text(const struct comparing *comparing, size_t form, enum kin_evidence_kind kind)
{
    const struct kin_inspection *inspection = comparing->inspection;
    size_t seconds = kind == KIN_EVIDENCE_MINUTES ? kin_inspected_seconds(inspection, form, comparing->slot) : 0;
    if (seconds) {
        return kin_format(inspection->arena, inspection->words->compare_time, seconds);
    }
    return comparing->inspection->evidence[form][comparing->slot].facts[kind];
}

static bool is_shared(const struct comparing *comparing, enum kin_evidence_kind kind)
{
    for (size_t f = 1; f < comparing->inspection->of.set->form_count; f++) {
        if (strcmp(fact_text(comparing, 0, kind), fact_text(comparing, f, kind)) != 0) {
            return false;
        }
    }
    return true;
}

static void add_fact(const struct comparing *comparing, struct kin_buf *buf, size_t form, enum kin_evidence_kind kind)
{
    const char *text = fact_text(comparing, form, kind);
    if (*text) {
        kin_buf_addf(buf, "%s%s: %s", buf->length ? ";  " : "", kin_evidence_words(comparing->inspection->words, kind),
                     text);
    }
}

/* "Same in every form: ..." */
static void add_shared(const struct comparing *comparing, struct kin_cell *head)
{
    const struct kin_layout *layout = head->layout;
    struct kin_buf buf = kin_buf_in(layout->arena);
    kin_buf_add(&buf, kin_features_text(layout, &layout->set->slots[comparing->slot]));
    for (size_t i = 0; i < FACTS; i++) {
        if (is_shared(comparing, facts[i])) {
            add_fact(comparing, &buf, 0, facts[i]);
        }
    }
    if (buf.length) {
        struct kin_nodes flow = kin_flow_of_text(layout->arena, buf.data, KIN_UPRIGHT);
        kin_cell_line(head, layout->words->same_in_all, &flow, KIN_STYLE_KEY_SMALL, 3);
    }
}

static struct kin_cell cell_of(const struct comparing *comparing, size_t form, double width)
{
    return (struct kin_cell){.layout = comparing->sheets->layout,
                             .group = &comparing->group,
                             .slot = comparing->slot,
                             .item = comparing->group.forms[form].items[comparing->slot],
                             .width = width};
}

/* "3.  Solve p(x + q) = r", where it comes from at the right. */
static void add_title(const struct comparing *comparing, struct kin_cell *head)
{
    const struct kin_layout *layout = head->layout;
    const struct kin_slot *slot = &layout->set->slots[comparing->slot];
    const char *title = slot->title ? slot->title : "";
    const char *from = kin_format(layout->arena, "%s  ·  %s", slot->template_id, slot->standard);
    double right = kin_words_width(layout, from, KIN_STYLE_KEY_SMALL);
    struct kin_slab *slab = kin_pile_add(layout->arena, &head->pile, 0);
    struct kin_nodes flow =
        kin_flow_of_text(layout->arena, kin_format(layout->arena, "%s.  %s", slot->id, title), KIN_BOLD);
    struct kin_box *box = kin_flow_box(layout, &flow, KIN_STYLE_KEY_STRONG, layout->width - right - gutter);
    slab->height = kin_box_put(&slab->ops, box, 0, 0);
    kin_words_put_right(layout, &slab->ops, from, KIN_STYLE_KEY_SMALL, layout->width, box->ascent);
}

static void add_shortfall(const struct comparing *comparing, struct kin_cell *head)
{
    const char *shortfall = head->layout->set->slots[comparing->slot].shortfall;
    if (shortfall) {
        struct kin_nodes flow = kin_flow_of_text(head->layout->arena, shortfall, KIN_UPRIGHT);
        kin_cell_line(head, head->layout->words->shortfall, &flow, KIN_STYLE_KEY_SMALL, 3);
    }
}

/* ---- One form ---------------------------------------------------------------------------------------------------- */

static void add_own(const struct comparing *comparing, struct kin_cell *cell, size_t form)
{
    struct kin_buf buf = kin_buf_in(cell->layout->arena);
    for (size_t i = 0; i < FACTS; i++) {
        if (!is_shared(comparing, facts[i])) {
            add_fact(comparing, &buf, form, facts[i]);
        }
    }
    if (buf.length) {
        struct kin_nodes flow = kin_flow_of_text(cell->layout->arena, buf.data, KIN_ITALIC);
        kin_cell_line(cell, NULL, &flow, KIN_STYLE_KEY_SMALL, 4);
    }
}

static size_t index_of(const struct comparing *comparing, size_t n)
{
    return (size_t)(comparing->group.forms - comparing->inspection->of.set->forms) + n;
}

static struct kin_cell form_cell(const struct comparing *comparing, size_t n)
{
    const struct kin_layout *layout = comparing->sheets->layout;
    struct kin_cell cell = cell_of(comparing, n, kin_abreast_width(layout, comparing->columns, gutter));
    kin_cell_ask(&cell);
    add_own(comparing, &cell, index_of(comparing, n));
    return cell;
}

/* ---- Rows of forms ----------------------------------------------------------------------------------------------- */

static bool fits(const struct comparing *comparing, size_t columns)
{
    const struct kin_layout *layout = comparing->sheets->layout;
    double width = kin_abreast_width(layout, columns, gutter);
    for (size_t f = 0; f < layout->set->form_count; f++) {
        if (!kin_cell_fits(layout, layout->set->forms[f].items[comparing->slot], width)) {
            return false;
        }
    }
    return true;
}

/* Stories need room; short questions stand four in a row. */
static size_t columns_for(const struct comparing *comparing)
{
    const struct kin_set *set = comparing->sheets->layout->set;
    size_t words = comparing->inspection->evidence[0][comparing->slot].words;
    size_t columns = words <= FEW_WORDS ? MOST_COLUMNS : words <= SOME_WORDS ? 3 : 2;
    columns = columns < set->form_count ? columns : set->form_count;
    while (columns > 1 && !fits(comparing, columns)) {
        columns--;
    }
    return columns;
}

static void put_band(const struct comparing *comparing)
{
    struct kin_sheets *sheets = comparing->sheets;
    const struct kin_layout *layout = sheets->layout;
    for (size_t i = 0; i < comparing->group.count; i++) {
        const char *name = kin_format(layout->arena, layout->words->form, comparing->group.forms[i].letter);
        double x = kin_abreast_x(layout, comparing->columns, gutter, i);
        kin_words_put(layout, &sheets->scene->ops, name, KIN_STYLE_KEY_SMALL_STRONG, x, sheets->y + 9);
    }
    sheets->y += band_height;
}

static void turn_page(void *data)
{
    const struct comparing *comparing = data;
    kin_sheets_next(comparing->sheets);
    put_band(comparing);
    kin_sheets_head(comparing->sheets, 0);
}

static double tallest(const struct kin_pile *const *piles, size_t count)
{
    double height = 0;
    for (size_t i = 0; i < count; i++) {
        double own = kin_pile_height(piles[i], 0, piles[i]->count);
        height = own > height ? own : height;
    }
    return height;
}

static void part_from_above(struct kin_sheets *sheets, double height, double rule)
{
    if (kin_sheets_fresh(sheets)) {
        return;
    }
    if (height + row_gap > kin_sheets_left(sheets) && height < sheets->bottom - sheets->top) {
        kin_sheets_next(sheets);
    } else if (rule > 0) {
        const struct kin_layout *layout = sheets->layout;
        kin_rule(&sheets->scene->ops, layout->paper->side, sheets->y + row_gap / 2, layout->width, rule,
                 KIN_GRAY_FRAME);
        sheets->y += row_gap;
    } else {
        sheets->y += row_gap / 2;
    }
}

/* The heading stays with the first row of the first item. */
static void put_heading(struct kin_sheets *sheets, double height)
{
    const double heading_height = 28;
    double whole = heading_height + height;
    if (whole > kin_sheets_left(sheets) && !kin_sheets_fresh(sheets)) {
        kin_sheets_next(sheets);
    }
    kin_key_heading(sheets, sheets->layout->words->compare_items);
}

/* `head`: what stands above the first row of an item; NULL: another row. */
static void put_row(struct comparing *comparing, const struct kin_pile *head)
{
    static const struct kin_pile nothing;
    struct kin_sheets *sheets = comparing->sheets;
    struct kin_cell cells[MOST_COLUMNS];
    const struct kin_pile *piles[MOST_COLUMNS];
    for (size_t i = 0; i < comparing->columns; i++) {
        bool there = i < comparing->group.count;
        cells[i] = there ? form_cell(comparing, i) : (struct kin_cell){0};
        piles[i] = there ? &cells[i].pile : &nothing;
    }
    double above = head ? kin_pile_height(head, 0, head->count) + row_gap / 2 : 0;
    double height = above + band_height + tallest(piles, comparing->columns);
    if (head && comparing->slot == 0) {
        put_heading(sheets, height);
    } else {
        part_from_above(sheets, height, head ? 0.8 : 0);
    }
    if (head) {
        sheets->y += kin_pile_put(head, 0, head->count, &sheets->scene->ops, sheets->layout->paper->side, sheets->y, 0);
        sheets->y += row_gap / 2;
    }
    put_band(comparing);
    struct kin_abreast abreast = {sheets, piles, comparing->columns, gutter, turn_page, comparing};
    kin_abreast_put(&abreast);
}

static void put_item(struct comparing *comparing)
{
    const struct kin_set *set = comparing->sheets->layout->set;
    comparing->columns = columns_for(comparing);
    for (size_t n = 0; n < kin_group_count(set, comparing->columns); n++) {
        comparing->group = kin_group_at(set, comparing->columns, n);
        struct kin_cell head = cell_of(comparing, 0, comparing->sheets->layout->width);
        if (n == 0) {
            add_title(comparing, &head);
            add_shared(comparing, &head);
            add_shortfall(comparing, &head);
        }
        put_row(comparing, n == 0 ? &head.pile : NULL);
    }
}

void kin_compare_items(struct kin_sheets *sheets, const struct kin_inspection *inspection)
{
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        struct comparing comparing = {.sheets = sheets, .inspection = inspection, .slot = s};
        put_item(&comparing);
    }
}
