#include "page/key.h"

/* A table to mark from: one row a response, one column a form. */

enum { MOST_COLUMNS = 4 };
static const double item_column = 36, points_column = 32, standard_column = 104, pad_x = 5, pad_y = 3.5;
static const double head_height = 19, lines_allowed = 1.4;

struct row {
    const char *name;
    struct kin_rat points;
    const char *standard;
    struct kin_box **answers; /* one per form; NULL: the form has no such response */
    double ascent, descent;
};

struct table {
    struct kin_sheets *sheets;
    struct kin_group group;
    double column; /* width of a form's */
    struct row *rows;
    size_t count, room;
};

static double forms_width(const struct kin_layout *layout)
{
    return layout->width - item_column - points_column - standard_column;
}

/* ---- How many forms a table holds ----------------------------------------------------------------------------------
 */

static double item_width(const struct kin_layout *layout, const struct kin_item *item)
{
    double widest = 0;
    for (size_t i = 0; i < item->part_count; i++) {
        for (size_t j = 0; j < item->parts[i].response_count; j++) {
            struct kin_nodes answer = kin_key_answer(layout, &item->parts[i].responses[j]);
            double width = kin_flow_width(layout, &answer, KIN_STYLE_KEY_ANSWER);
            widest = width > widest ? width : widest;
        }
    }
    return widest;
}

/* As many as leave each answer on two lines at most, but two at least. */
static size_t columns_for(const struct kin_layout *layout)
{
    const struct kin_set *set = layout->set;
    double widest = 0;
    for (size_t i = 0; i < set->form_count; i++) {
        for (size_t j = 0; j < set->slot_count; j++) {
            double width = item_width(layout, set->forms[i].items[j]);
            widest = width > widest ? width : widest;
        }
    }
    size_t columns = MOST_COLUMNS;
    while (columns > 2 && widest > lines_allowed * (forms_width(layout) / (double)columns - 2 * pad_x)) {
        columns--;
    }
    return columns;
}

/* ---- Rows
 * ------------------------------------------------------------------------------------------------------------ */

static double column_x(const struct table *table, size_t column)
{
    const struct kin_layout *layout = table->sheets->layout;
    return layout->paper->side + layout->width - forms_width(layout) + (double)column * table->column;
}

static void put_verticals(const struct table *table, double top, double height)
{
    struct kin_ops *ops = &table->sheets->scene->ops;
    for (size_t i = 0; i < table->group.count; i++) {
        kin_rule(ops, column_x(table, i), top, 0.5, height, KIN_GRAY_FRAME);
    }
}

static void put_head(struct table *table)
{
    struct kin_sheets *sheets = table->sheets;
    const struct kin_layout *layout = sheets->layout;
    struct kin_ops *ops = &sheets->scene->ops;
    double x = layout->paper->side, baseline = sheets->y + 13;
    kin_words_put(layout, ops, layout->words->item, KIN_STYLE_LABEL, x, baseline);
    kin_words_put_right(layout, ops, layout->words->points_column, KIN_STYLE_LABEL,
                        x + item_column + points_column - pad_x, baseline);
    kin_words_put(layout, ops, layout->words->standard_column, KIN_STYLE_LABEL, x + item_column + points_column + pad_x,
                  baseline);
    for (size_t i = 0; i < table->group.count; i++) {
        const char *name = kin_format(layout->arena, layout->words->form, table->group.forms[i].letter);
        kin_words_put(layout, ops, name, KIN_STYLE_LABEL, column_x(table, i) + pad_x, baseline);
    }
    put_verticals(table, sheets->y, head_height);
    sheets->y += head_height;
    kin_rule(ops, x, sheets->y, layout->width, 1, 0);
}

static const struct kin_response *response_of(const struct kin_form *form, size_t slot, size_t part, size_t response)
{
    const struct kin_item *item = form->items[slot];
    bool there = part < item->part_count && response < item->parts[part].response_count;
    return there ? &item->parts[part].responses[response] : NULL;
}

static struct kin_box *answer_box(const struct table *table, const struct kin_response *response)
{
    const struct kin_layout *layout = table->sheets->layout;
    if (!response) {
        return NULL;
    }
    struct kin_nodes answer = kin_key_answer(layout, response);
    double width = table->column - 2 * pad_x, natural = kin_flow_width(layout, &answer, KIN_STYLE_KEY_ANSWER) + 1;
    return kin_flow_box(layout, &answer, KIN_STYLE_KEY_ANSWER, natural < width ? natural : width);
}

static void find_answers(const struct table *table, struct row *row, size_t slot, size_t part, size_t response)
{
    row->answers = KIN_NEW_N(table->sheets->layout->arena, struct kin_box *, table->group.count);
    row->ascent = 12;
    row->descent = 4;
    for (size_t i = 0; i < table->group.count; i++) {
        struct kin_box *box = answer_box(table, response_of(&table->group.forms[i], slot, part, response));
        row->answers[i] = box;
        row->ascent = box && box->ascent > row->ascent ? box->ascent : row->ascent;
        row->descent = box && box->descent > row->descent ? box->descent : row->descent;
    }
}

static double row_height(const struct row *row)
{
    return row->ascent + row->descent + 2 * pad_y;
}

static void put_row(struct table *table, const struct row *row)
{
    struct kin_sheets *sheets = table->sheets;
    const struct kin_layout *layout = sheets->layout;
    double height = row_height(row);
    if (height > kin_sheets_left(sheets)) {
        kin_sheets_next(sheets);
        put_head(table);
    }
    struct kin_ops *ops = &sheets->scene->ops;
    double x = layout->paper->side, baseline = sheets->y + pad_y + row->ascent;
    kin_words_put(layout, ops, row->name, KIN_STYLE_NUMBER, x, baseline);
    kin_words_put_right(layout, ops, kin_points_number(layout->arena, row->points), KIN_STYLE_FACTS,
                        x + item_column + points_column - pad_x, baseline);
    kin_words_put(layout, ops, row->standard, KIN_STYLE_KEY_SMALL, x + item_column + points_column + pad_x, baseline);
    for (size_t i = 0; i < table->group.count; i++) {
        if (row->answers[i]) {
            kin_box_draw(ops, row->answers[i], column_x(table, i) + pad_x, baseline);
        }
    }
    put_verticals(table, sheets->y, height);
    sheets->y += height;
    kin_rule(ops, x, sheets->y, layout->width, 0.5, KIN_GRAY_FRAME);
}

static char *standard_text(const struct kin_layout *layout, const struct kin_slot *slot, const struct kin_part *part)
{
    const char *code = part->standard ? part->standard : slot->standard;
    int level = part->level ? part->level : slot->level;
    const char *text = kin_format(layout->arena, layout->words->level, level);
    return level ? kin_format(layout->arena, "%s, %s", code, text) : kin_copy(layout->arena, code);
}

static void add_rows(struct table *table, size_t slot)
{
    const struct kin_layout *layout = table->sheets->layout;
    const struct kin_item *item = table->group.forms[0].items[slot];
    const struct kin_slot *which = &layout->set->slots[slot];
    for (size_t i = 0; i < item->part_count; i++) {
        const struct kin_part *part = &item->parts[i];
        for (size_t j = 0; j < part->response_count; j++) {
            struct row row = {.name = j ? "" : kin_part_name(layout->arena, which->id, part),
                              .points = part->responses[j].points,
                              .standard = j ? "" : standard_text(layout, which, part)};
            find_answers(table, &row, slot, i, j);
            KIN_PUSH(layout->arena, table->rows, table->count, table->room) = row;
        }
    }
}

/* On one page where that is possible: who marks wants one place to look at. */
static void find_room(struct table *table)
{
    const double heading = 24, few_rows = 100;
    struct kin_sheets *sheets = table->sheets;
    const struct kin_paper *paper = sheets->layout->paper;
    double height = heading + head_height, page = paper->height - paper->top - paper->bottom;
    for (size_t i = 0; i < table->count; i++) {
        height += row_height(&table->rows[i]);
    }
    double left = kin_sheets_left(sheets);
    if (height > left && (height <= page || left < few_rows)) {
        kin_sheets_next(sheets);
    }
}

static void put_table(struct table *table)
{
    const double below = 18;
    const struct kin_layout *layout = table->sheets->layout;
    const struct kin_furniture *words = layout->words;
    table->column = forms_width(layout) / (double)table->group.count;
    for (size_t i = 0; i < layout->set->slot_count; i++) {
        add_rows(table, i);
    }
    find_room(table);
    const struct kin_group_words headings = {words->answers_all, words->answers_one, words->answers_several};
    kin_key_heading(table->sheets, kin_group_heading(layout, &table->group, &headings));
    put_head(table);
    for (size_t i = 0; i < table->count; i++) {
        put_row(table, &table->rows[i]);
    }
    table->sheets->y += below;
}

void kin_key_compact(struct kin_sheets *sheets)
{
    const struct kin_set *set = sheets->layout->set;
    size_t columns = columns_for(sheets->layout);
    for (size_t n = 0; n < kin_group_count(set, columns); n++) {
        struct table table = {.sheets = sheets, .group = kin_group_at(set, columns, n)};
        put_table(&table);
    }
}
