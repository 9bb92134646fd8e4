#include "page/report_table.h"

#include <math.h>

/* A scale keeps room at both ends for what is centred on its ends. */
static const double end_room = 8, bar_height = 8.5, stem_height = 10, dot_radius = 3.4, tick = 3;

static const double bar_gray = 0.35, grid_gray = 0.8;

struct scale {
    double x, width, most;
};

static struct scale scale_of(const struct kin_table *table, const struct kin_table_column *place)
{
    const struct kin_report_section *section = table->section;
    double most = kin_rat_defined(section->most) ? kin_rat_double(section->most) : 100;
    return (struct scale){place->x + end_room, place->width - 2 * end_room, most > 0 ? most : 1};
}

/* What lies outside of the scale stands at its end. */
static double place_of(const struct scale *scale, struct kin_rat value)
{
    return scale->x + scale->width * fmin(1, fmax(0, kin_rat_double(value) / scale->most));
}

static bool has_line(const struct kin_table *table)
{
    return kin_rat_defined(table->section->line);
}

static struct kin_rat line_of(const struct kin_table *table, const struct kin_report_row *row)
{
    return kin_rat_defined(row->line) ? row->line : table->section->line;
}

/* ---- The scale --------------------------------------------------------------------------------------------------- */

double kin_chart_scale_height(void)
{
    return 11;
}

static void put_number(const struct kin_table *table, struct kin_ops *ops, const char *text, double x, double bottom)
{
    double width = kin_words_width(table->layout, text, KIN_STYLE_KEY_SMALL);
    kin_words_put(table->layout, ops, text, KIN_STYLE_KEY_SMALL, x - width / 2, bottom - tick - 2.4);
    kin_rule(ops, x - 0.3, bottom - tick, 0.6, tick, 0);
}

/* The line's name where it does not run into the ends' numbers, which it replaces otherwise. */
void kin_chart_scale(const struct kin_table *table, const struct kin_table_column *place, struct kin_ops *ops,
                     double bottom)
{
    const double apart = 18;
    kin_arena *arena = table->layout->arena;
    struct scale scale = scale_of(table, place);
    double line = has_line(table) ? place_of(&scale, table->section->line) : -apart;
    double ends[] = {scale.x, scale.x + scale.width};
    const char *texts[] = {"0", kin_format(arena, "%g", scale.most)};
    for (size_t i = 0; i < 2; i++) {
        if (fabs(ends[i] - line) > apart) {
            put_number(table, ops, texts[i], ends[i], bottom);
        }
    }
    if (has_line(table)) {
        put_number(table, ops, table->section->line_label, line, bottom);
    }
}

/* ---- Rows -------------------------------------------------------------------------------------------------------- */

static size_t stems_of(const struct kin_report_column *column, const struct kin_report_row *row)
{
    size_t count = 0;
    for (size_t i = 0; i < column->count; i++) {
        count += kin_rat_defined(row->cells[column->from + i].value);
    }
    return count;
}

double kin_chart_height(const struct kin_report_column *column, const struct kin_report_row *row)
{
    return column->kind == KIN_COLUMN_STEMS ? stem_height * (double)stems_of(column, row) : bar_height;
}

static void put_grid(const struct scale *scale, struct kin_ops *ops, double height)
{
    kin_rule(ops, scale->x - 0.3, 0, 0.6, height, 0);
    kin_rule(ops, scale->x + scale->width - 0.2, 0, 0.4, height, grid_gray);
}

/* Drawn last, and white around it, so that it is seen on a bar. */
static void put_line(const struct scale *scale, struct kin_rat line, struct kin_ops *ops, double height)
{
    if (kin_rat_defined(line)) {
        double x = place_of(scale, line);
        kin_rule(ops, x - 1.3, 0, 2.6, height, 1);
        kin_line(ops, x, 0, x, height, (struct kin_ink){.stroke_width = 1.1, .dash = {3, 1.6}});
    }
}

static void put_bar(const struct scale *scale, const struct kin_report_cell *cell, struct kin_ops *ops, double height)
{
    double end = place_of(scale, cell->value);
    kin_rule(ops, scale->x, (height - bar_height) / 2, end - scale->x, bar_height, bar_gray);
}

static void put_stems(const struct kin_table *table, const struct scale *scale, const struct kin_report_column *column,
                      const struct kin_report_row *row, struct kin_ops *ops, double height)
{
    const double mark_drop = 3;
    double y = (height - stem_height * (double)stems_of(column, row)) / 2 + stem_height / 2;
    for (size_t i = 0; i < column->count; i++) {
        const struct kin_report_cell *cell = &row->cells[column->from + i];
        const char *mark = table->section->columns[column->from + i].mark;
        if (kin_rat_defined(cell->value)) {
            double end = place_of(scale, cell->value);
            double width = kin_words_width(table->layout, mark, KIN_STYLE_KEY_SMALL_STRONG);
            double left = fmax(scale->x + 1, end - width / 2);
            kin_rule(ops, scale->x, y - 0.4, fmax(0, left - 1 - scale->x), 0.8, KIN_GRAY_FRAME);
            kin_rule(ops, left - 1, y - 4, width + 2, 8, 1);
            kin_words_put(table->layout, ops, mark, KIN_STYLE_KEY_SMALL_STRONG, left, y + mark_drop);
            y += stem_height;
        }
    }
}

static void put_dot(struct kin_ops *ops, double x, double y, double stroke)
{
    kin_frame_rounded(ops, x - dot_radius, y - dot_radius, 2 * dot_radius, 2 * dot_radius, dot_radius,
                      (struct kin_ink){.stroke_width = stroke});
}

/* A ring where it began, small strokes on the way, a full dot where it is now. */
static void put_move(const struct scale *scale, const struct kin_report_column *column,
                     const struct kin_report_row *row, struct kin_ops *ops, double height)
{
    double y = height / 2, first = 0, last = 0;
    size_t shown = 0;
    for (size_t i = 0; i < column->count; i++) {
        const struct kin_report_cell *cell = &row->cells[column->from + i];
        if (kin_rat_defined(cell->value)) {
            last = place_of(scale, cell->value);
            first = shown++ ? first : last;
            kin_rule(ops, last - 0.4, y - tick / 2 - 0.5, 0.8, tick + 1, KIN_GRAY_FRAME);
        }
    }
    if (shown > 1) {
        kin_line(ops, first, y, last, y, (struct kin_ink){.stroke_width = 1.2});
        kin_rule(ops, first - 1, y - 1, 2, 2, 1);
        put_dot(ops, first, y, 1);
    }
    if (shown) {
        put_dot(ops, last, y, 0);
    }
}

void kin_chart_row(const struct kin_table *table, const struct kin_table_column *place,
                   const struct kin_report_row *row, struct kin_ops *ops, double height)
{
    const struct kin_report_column *column = &table->section->columns[place->index];
    struct scale scale = scale_of(table, place);
    put_grid(&scale, ops, height);
    if (column->kind == KIN_COLUMN_BAR && kin_rat_defined(row->cells[column->from].value)) {
        put_bar(&scale, &row->cells[column->from], ops, height);
    }
    put_line(&scale, line_of(table, row), ops, height);
    if (column->kind == KIN_COLUMN_STEMS) {
        put_stems(table, &scale, column, row, ops, height);
    } else if (column->kind == KIN_COLUMN_MOVE) {
        put_move(&scale, column, row, ops, height);
    }
}
