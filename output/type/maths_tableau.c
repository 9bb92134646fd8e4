/* Written arithmetic: digits in columns, rules over some of them, small carried digits above, struck ones. */
#include "type/maths.h"

#include <string.h>

/* In ems of the formula: between columns, between baselines, of a rule to the baselines around it. */
static const double column_gap = 0.18, number_gap = 0.7, row_gap = 1.25, small_gap = 0.92, above_rule = 0.34,
                    below_rule = 1.0, small_share = 0.66, rule_height = 0.045;

struct tableau {
    const struct kin_maths *maths;
    const struct maths_look *look;
    size_t columns;
    double *widths, *lefts; /* of the columns */
};

static bool is_row(const struct kin_maths *row, const char *kind)
{
    return row->text && strcmp(row->text, kind) == 0;
}

static struct maths_look look_of(const struct tableau *tableau, const struct kin_maths *row)
{
    struct maths_look look = *tableau->look;
    look.size *= is_row(row, "small") ? small_share : 1;
    look.level = is_row(row, "small") ? 1 : look.level;
    return look;
}

/* A point behind a digit stands in the gap. */
static double point_width(struct maths_layout *layout, const struct kin_maths *cell, const struct maths_look *look)
{
    static const struct kin_maths point = {.kind = KIN_MATHS_NUMBER, .text = "."};
    size_t length = cell->kind == KIN_MATHS_NUMBER ? strlen(cell->text) : 0, before = layout->marks.count;
    if (length < 2 || cell->text[length - 1] != '.') {
        return 0;
    }
    double width = kin_maths_part(layout, &point, look).width;
    layout->marks.count = before; /* only measured */
    return width;
}

/* A digit with its gap, a number of several digits with a wider one; a point alone takes none, one behind a digit what
 * it needs. */
static double cell_width(struct maths_layout *layout, const struct tableau *tableau, const struct kin_maths *cell)
{
    size_t before = layout->marks.count;
    struct maths_box box = kin_maths_part(layout, cell, tableau->look);
    layout->marks.count = before; /* only measured */
    bool point = cell->kind == KIN_MATHS_SYMBOL && (cell->text[0] == '.' || cell->text[0] == ',');
    double gap = point || box.width <= 0 ? 0 : cell->kind == KIN_MATHS_ROW ? number_gap : column_gap;
    double behind = point_width(layout, cell, tableau->look);
    return box.width - behind + kin_larger(behind, gap * tableau->look->size);
}

static void columns_measure(struct maths_layout *layout, struct tableau *tableau)
{
    for (size_t r = 0; r < tableau->maths->count; r++) {
        const struct kin_maths *row = tableau->maths->kids[r];
        for (size_t c = 0; !row->text && c < row->count; c++) {
            tableau->widths[c] = kin_larger(tableau->widths[c], cell_width(layout, tableau, row->kids[c]));
        }
    }
    for (size_t c = 0; c < tableau->columns; c++) {
        tableau->lefts[c + 1] = tableau->lefts[c] + tableau->widths[c];
    }
}

/* A stroke through a digit, of short rules: formulas hold no slanted lines. */
static void strike(struct maths_layout *layout, const struct maths_box *digit, double size)
{
    enum { STEPS = 24 };
    for (int i = 0; i < STEPS; i++) {
        double share = (double)i / STEPS;
        kin_mark_rule(layout, share * digit->width, digit->descent - share * (digit->ascent + digit->descent),
                      digit->width / STEPS + 0.02 * size, 0.05 * size);
    }
}

struct maths_box kin_maths_struck(struct maths_layout *layout, const struct kin_maths *maths,
                                  const struct maths_look *look)
{
    struct maths_box box = kin_maths_part(layout, maths->kids[0], look);
    strike(layout, &box, look->size);
    box.end = layout->marks.count;
    return box;
}

/* ---- The signs of divisions: a bracket that carries the rule over the dividend, and a bar down to a rule ---- */

static bool is_sign(const struct kin_maths *cell, const char *sign)
{
    return cell->kind == KIN_MATHS_SYMBOL && strcmp(cell->text, sign) == 0;
}

/* Where its ink begins: the rule over the dividend starts there. */
static double bracket_left(const struct tableau *tableau, size_t column)
{
    return tableau->lefts[column] + 0.09 * tableau->look->size;
}

/* Its upper end on the rule, its lower one below the digits. */
static void bracket_set(struct maths_layout *layout, const struct tableau *tableau, size_t column, double y)
{
    double size = tableau->look->size, top = y - (below_rule + rule_height / 2) * size;
    struct maths_box sign = kin_maths_stretched(layout, ")", (below_rule + 0.2) * size, tableau->look);
    kin_box_shift(layout, &sign, tableau->lefts[column], top + sign.ascent);
}

static double bar_left(const struct tableau *tableau, size_t column)
{
    return (tableau->lefts[column] + tableau->lefts[column + 1]) / 2;
}

/* From row to row without a gap. */
static void bar_set(struct maths_layout *layout, const struct tableau *tableau, size_t column, double y)
{
    double size = tableau->look->size;
    kin_mark_rule(layout, bar_left(tableau, column), y + (above_rule - row_gap) * size, rule_height * size,
                  row_gap * size);
}

static bool sign_set(struct maths_layout *layout, const struct tableau *tableau, const struct kin_maths *cell,
                     size_t column, double y)
{
    if (is_sign(cell, ")")) {
        bracket_set(layout, tableau, column, y);
        return true;
    }
    if (is_sign(cell, "|")) {
        bar_set(layout, tableau, column, y);
        return true;
    }
    return false;
}

/* ---- Rows ---- */

static void row_set(struct maths_layout *layout, const struct tableau *tableau, const struct kin_maths *row, double y,
                    struct maths_box *whole)
{
    struct maths_look look = look_of(tableau, row);
    for (size_t c = 0; c < row->count; c++) {
        if (sign_set(layout, tableau, row->kids[c], c, y)) {
            continue;
        }
        struct maths_box cell = kin_maths_part(layout, row->kids[c], &look);
        double digit = cell.width - point_width(layout, row->kids[c], &look);
        double x = tableau->lefts[c] + (tableau->widths[c] - digit) / 2;
        kin_box_shift(layout, &cell, x, y);
        kin_box_cover(whole, &cell, y);
    }
}

/* A rule meets the bracket or bar at its left. */
static double rule_left(const struct tableau *tableau, size_t index, size_t from)
{
    const struct kin_maths *const *rows = (const struct kin_maths *const *)tableau->maths->kids;
    if (from > 0 && index + 1 < tableau->maths->count && is_sign(rows[index + 1]->kids[from - 1], ")")) {
        return bracket_left(tableau, from - 1);
    }
    if (from > 0 && index > 0 && is_sign(rows[index - 1]->kids[from - 1], "|")) {
        return bar_left(tableau, from - 1);
    }
    return tableau->lefts[from];
}

static void rule_set(struct maths_layout *layout, const struct tableau *tableau, size_t index, double y)
{
    const struct kin_maths *row = tableau->maths->kids[index];
    size_t from = 0, to = row->count;
    while (from < to && row->kids[from]->kind != KIN_MATHS_SPACE) {
        from++;
    }
    while (to > from && row->kids[to - 1]->kind != KIN_MATHS_SPACE) {
        to--;
    }
    double left = rule_left(tableau, index, from), height = rule_height * tableau->look->size;
    kin_mark_rule(layout, left, y - height / 2, tableau->lefts[to] - left, height);
}

/* From the row before: a rule hangs close under its row, and the next row under the rule. */
static double distance(const struct kin_maths *before, const struct kin_maths *row)
{
    if (!before) {
        return 0;
    }
    if (is_row(row, "rule")) {
        return above_rule;
    }
    return is_row(before, "rule") ? below_rule : is_row(before, "small") ? small_gap : row_gap;
}

static void columns_count(kin_arena *arena, struct tableau *tableau)
{
    for (size_t r = 0; r < tableau->maths->count; r++) {
        size_t count = tableau->maths->kids[r]->count;
        tableau->columns = count > tableau->columns ? count : tableau->columns;
    }
    tableau->widths = KIN_NEW_N(arena, double, tableau->columns + 1);
    tableau->lefts = KIN_NEW_N(arena, double, tableau->columns + 1);
}

/* Its baseline is that of the first full row. */
struct maths_box kin_maths_tableau(struct maths_layout *layout, const struct kin_maths *maths,
                                   const struct maths_look *look)
{
    struct tableau tableau = {.maths = maths, .look = look};
    columns_count(layout->arena, &tableau);
    columns_measure(layout, &tableau);
    struct maths_box box = kin_box_begin(layout);
    double y = 0, base = 0;
    bool found = false;
    for (size_t r = 0; r < maths->count; r++) {
        const struct kin_maths *row = maths->kids[r];
        y += distance(r ? maths->kids[r - 1] : NULL, row) * look->size;
        base = !found && !row->text ? y : base;
        found = found || !row->text;
        if (is_row(row, "rule")) {
            rule_set(layout, &tableau, r, y);
        } else {
            row_set(layout, &tableau, row, y, &box);
        }
    }
    box.width = tableau.lefts[tableau.columns];
    if (maths->count > 1) { /* the next line of a text keeps off the last row */
        box.descent += 0.3 * look->size;
    }
    box.end = layout->marks.count;
    kin_box_shift(layout, &box, 0, -base);
    box.ascent += base;
    box.descent -= base;
    return box;
}
