#include "page/report_table.h"

#include <math.h>
#include <string.h>

/* A page has 479 to 496 pt between its margins. */
static const double column_gap = 9, row_pad = 3.2, drop = 1.4, head_pad = 3, narrowest_text = 62, narrowest_chart = 110,
                    widest_chart = 230, number_head = 42;

/* ---- Widths ------------------------------------------------------------------------------------------------------ */

static enum kin_style style_of(const struct kin_report_cell *cell)
{
    return cell->look == KIN_CELL_STRONG ? KIN_STYLE_KEY_STRONG : KIN_STYLE_KEY_BODY;
}

/* Of the widest word: what a narrower column would break. */
static double widest_word(const struct kin_layout *layout, const char *text, enum kin_style style)
{
    double widest = 0;
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, " ");
        double width = kin_words_width(layout, kin_copy_n(layout->arena, at, length), style);
        widest = fmax(widest, width);
        at += length + strspn(at + length, " ");
    }
    return widest;
}

/* As wide as its widest cell; a head may take several lines. */
static double natural_width(const struct kin_table *table, const struct kin_report_column *column, size_t index)
{
    const struct kin_layout *layout = table->layout;
    double widest = fmin(kin_words_width(layout, column->title, KIN_STYLE_KEY_SMALL_STRONG), number_head);
    widest = fmax(widest, widest_word(layout, column->title, KIN_STYLE_KEY_SMALL_STRONG));
    for (size_t r = 0; r < table->section->row_count; r++) {
        const struct kin_report_cell *cell = &table->section->rows[r].cells[index];
        widest = cell->text ? fmax(widest, kin_words_width(layout, cell->text, style_of(cell))) : widest;
    }
    return ceil(widest + 0.5);
}

static double *width_of(struct kin_table *table, size_t i)
{
    return &table->columns[i].width;
}

static const struct kin_report_column *column_of(const struct kin_table *table, size_t i)
{
    return &table->section->columns[table->columns[i].index];
}

/* What is left for columns of `kind` when the others have their width. */
static double room_beside(const struct kin_table *table, enum kin_column_kind kind, size_t *count)
{
    double room = table->width - column_gap * (double)(table->count - 1);
    *count = 0;
    for (size_t i = 0; i < table->count; i++) {
        bool of_kind = column_of(table, i)->kind == kind;
        *count += of_kind;
        room -= of_kind ? 0 : table->columns[i].width;
    }
    return room;
}

/* Texts that want less than an even share get what they want, the others share the rest. */
static void squeeze_texts(struct kin_table *table)
{
    size_t left;
    double room = room_beside(table, KIN_COLUMN_TEXT, &left);
    bool *settled = KIN_NEW_N(table->layout->arena, bool, table->count);
    for (bool again = true; again && left;) {
        again = false;
        for (size_t i = 0; i < table->count; i++) {
            bool wants = column_of(table, i)->kind == KIN_COLUMN_TEXT && !settled[i];
            if (wants && left && table->columns[i].width <= room / (double)left) {
                settled[i] = again = true;
                room -= table->columns[i].width;
                left--;
            }
        }
    }
    for (size_t i = 0; i < table->count; i++) {
        if (column_of(table, i)->kind == KIN_COLUMN_TEXT && !settled[i]) {
            *width_of(table, i) = fmax(narrowest_text, room / (double)left);
        }
    }
}

static void widen_charts(struct kin_table *table)
{
    double used = column_gap * (double)(table->count - 1);
    size_t charts = 0;
    for (size_t i = 0; i < table->count; i++) {
        used += table->columns[i].width;
        charts += kin_column_is_drawn(column_of(table, i));
    }
    for (size_t i = 0; i < table->count && charts; i++) {
        if (kin_column_is_drawn(column_of(table, i))) {
            double more = fmax(0, table->width - used) / (double)charts;
            *width_of(table, i) = fmin(widest_chart, table->columns[i].width + more);
        }
    }
}

static void place_columns(struct kin_table *table)
{
    double x = 0;
    for (size_t i = 0; i < table->count; i++) {
        table->columns[i].x = x;
        x += table->columns[i].width + column_gap;
    }
}

struct kin_table kin_table_of(const struct kin_layout *layout, const struct kin_report_section *section, double width)
{
    struct kin_table table = {.layout = layout, .section = section, .width = width};
    table.columns = KIN_NEW_N(layout->arena, struct kin_table_column, section->column_count);
    for (size_t i = 0; i < section->column_count; i++) {
        const struct kin_report_column *column = &section->columns[i];
        if (column->title) {
            double own = kin_column_is_drawn(column) ? narrowest_chart : natural_width(&table, column, i);
            table.columns[table.count++] = (struct kin_table_column){.index = i, .width = own};
        }
    }
    squeeze_texts(&table);
    widen_charts(&table);
    place_columns(&table);
    return table;
}

/* ---- Heads ------------------------------------------------------------------------------------------------------- */

static struct kin_box *head_box(const struct kin_table *table, size_t i)
{
    const char *title = column_of(table, i)->title;
    struct kin_nodes flow = kin_flow_of_text(table->layout->arena, title, KIN_UPRIGHT);
    return *title ? kin_flow_box(table->layout, &flow, KIN_STYLE_KEY_SMALL_STRONG, table->columns[i].width) : NULL;
}

/* Numbers stand at the right of their column, and so does the one line of their head. */
static double head_x(const struct kin_table *table, size_t i, const struct kin_box *box)
{
    const struct kin_table_column *place = &table->columns[i];
    bool right = column_of(table, i)->kind == KIN_COLUMN_NUMBER;
    return place->x + (right ? fmax(0, place->width - box->width) : 0);
}

static double head_height(const struct kin_table *table, struct kin_box *const *boxes)
{
    double tallest = 0;
    for (size_t i = 0; i < table->count; i++) {
        double scale = kin_column_is_drawn(column_of(table, i)) ? kin_chart_scale_height() : 0;
        tallest = fmax(tallest, (boxes[i] ? kin_box_height(boxes[i]) : 0) + scale);
    }
    return tallest;
}

struct kin_slab kin_table_head(const struct kin_table *table)
{
    struct kin_slab slab = {.ops = kin_ops_in(table->layout->arena)};
    struct kin_box **boxes = KIN_NEW_N(table->layout->arena, struct kin_box *, table->count);
    for (size_t i = 0; i < table->count; i++) {
        boxes[i] = head_box(table, i);
    }
    double height = head_height(table, boxes);
    for (size_t i = 0; i < table->count; i++) {
        bool drawn = kin_column_is_drawn(column_of(table, i));
        double bottom = height - (drawn ? kin_chart_scale_height() : 0);
        if (boxes[i]) {
            kin_box_put(&slab.ops, boxes[i], head_x(table, i, boxes[i]), bottom - kin_box_height(boxes[i]));
        }
        if (drawn) {
            kin_chart_scale(table, &table->columns[i], &slab.ops, height + head_pad);
        }
    }
    kin_rule(&slab.ops, 0, height + head_pad, table->width, 0.8, 0);
    slab.height = height + head_pad + 0.8;
    return slab;
}

/* ---- Rows -------------------------------------------------------------------------------------------------------- */

static struct kin_box *cell_box(const struct kin_table *table, size_t i, const struct kin_report_row *row)
{
    const struct kin_report_cell *cell = &row->cells[table->columns[i].index];
    if (!cell->text || !*cell->text || kin_column_is_drawn(column_of(table, i))) {
        return NULL;
    }
    struct kin_nodes flow = kin_flow_of_text(table->layout->arena, cell->text, KIN_UPRIGHT);
    return kin_flow_box(table->layout, &flow, style_of(cell), table->columns[i].width);
}

/* Gray, so that a copier shows it, under whatever the cell says. */
static void put_gap(const struct kin_table_column *place, struct kin_ops *ops, double height)
{
    kin_rule(ops, place->x - column_gap / 2 + 1, 0.7, place->width + column_gap - 2, height - 1.4, 0.82);
}

static void put_cell(const struct kin_table *table, size_t i, const struct kin_report_row *row, struct kin_ops *ops,
                     const struct kin_box *box)
{
    const struct kin_table_column *place = &table->columns[i];
    if (box) {
        bool right = column_of(table, i)->kind == KIN_COLUMN_NUMBER;
        const char *text = row->cells[place->index].text;
        double width = right ? kin_words_width(table->layout, text, style_of(&row->cells[place->index])) : 0;
        kin_box_put(ops, box, place->x + (right ? fmax(0, place->width - width) : 0), row_pad + drop);
    }
}

static double row_height(const struct kin_table *table, const struct kin_report_row *row, struct kin_box *const *boxes)
{
    double tallest = kin_style(table->layout, KIN_STYLE_KEY_BODY)->size_pt * 1.3;
    for (size_t i = 0; i < table->count; i++) {
        double chart = kin_column_is_drawn(column_of(table, i)) ? kin_chart_height(column_of(table, i), row) : 0;
        tallest = fmax(tallest, boxes[i] ? fmax(chart, kin_box_height(boxes[i])) : chart);
    }
    return tallest + 2 * row_pad;
}

/* Its height; 0 without a heading. */
static double put_group(const struct kin_table *table, const struct kin_report_row *row, struct kin_ops *ops)
{
    const double above = 6, below = 2;
    if (!row->group) {
        return 0;
    }
    struct kin_nodes flow = kin_flow_of_text(table->layout->arena, row->group, KIN_UPRIGHT);
    struct kin_box *box = kin_flow_box(table->layout, &flow, KIN_STYLE_KEY_SMALL_STRONG, table->width);
    double height = above + kin_box_put(ops, box, 0, above) + below;
    kin_rule(ops, 0, height, table->width, 0.4, KIN_GRAY_FRAME);
    return height;
}

struct kin_slab kin_table_row(const struct kin_table *table, const struct kin_report_row *row)
{
    struct kin_slab slab = {.ops = kin_ops_in(table->layout->arena)};
    struct kin_ops part = kin_ops_in(table->layout->arena);
    struct kin_box **boxes = KIN_NEW_N(table->layout->arena, struct kin_box *, table->count);
    double group = put_group(table, row, &slab.ops);
    for (size_t i = 0; i < table->count; i++) {
        boxes[i] = cell_box(table, i, row);
    }
    double height = row_height(table, row, boxes);
    for (size_t i = 0; i < table->count; i++) {
        if (row->cells[table->columns[i].index].look == KIN_CELL_GAP) {
            put_gap(&table->columns[i], &part, height);
        }
        if (kin_column_is_drawn(column_of(table, i))) {
            kin_chart_row(table, &table->columns[i], row, &part, height);
        }
        put_cell(table, i, row, &part, boxes[i]);
    }
    kin_rule(&part, 0, height - 0.3, table->width, 0.3, 0.7);
    kin_place(&slab.ops, &part, 0, group);
    slab.height = group + height;
    return slab;
}
