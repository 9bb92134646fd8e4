#include "page/abreast.h"

double kin_abreast_width(const struct kin_layout *layout, size_t columns, double gutter)
{
    return (layout->width - gutter * (double)(columns - 1)) / (double)columns;
}

double kin_abreast_x(const struct kin_layout *layout, size_t columns, double gutter, size_t n)
{
    return layout->paper->side + (double)n * (kin_abreast_width(layout, columns, gutter) + gutter);
}

static double column_x(const struct kin_abreast *abreast, size_t column)
{
    return kin_abreast_x(abreast->sheets->layout, abreast->count, abreast->gutter, column);
}

/* Slabs of one column that fit below y; on a fresh page at least one group, so that every round gets on. */
static double put_some(const struct kin_abreast *abreast, size_t *done, size_t column)
{
    struct kin_sheets *sheets = abreast->sheets;
    const struct kin_pile *pile = abreast->piles[column];
    size_t from = done[column];
    if (from == pile->count) {
        return 0;
    }
    size_t end = kin_pile_fit(pile, from, kin_sheets_left(sheets));
    if (end == from && kin_sheets_fresh(sheets)) {
        end = kin_pile_group(pile, from);
    }
    done[column] = end;
    return kin_pile_put(pile, from, end, &sheets->scene->ops, column_x(abreast, column), sheets->y, 0);
}

static bool is_done(const struct kin_abreast *abreast, const size_t *done)
{
    for (size_t i = 0; i < abreast->count; i++) {
        if (done[i] < abreast->piles[i]->count) {
            return false;
        }
    }
    return true;
}

static void put_page(const struct kin_abreast *abreast, size_t *done)
{
    struct kin_sheets *sheets = abreast->sheets;
    double tallest = 0;
    for (size_t i = 0; i < abreast->count; i++) {
        double height = put_some(abreast, done, i);
        tallest = height > tallest ? height : tallest;
    }
    for (size_t i = 1; i < abreast->count; i++) {
        double x = column_x(abreast, i) - abreast->gutter / 2;
        kin_rule(&sheets->scene->ops, x, sheets->y, 0.5, tallest, KIN_GRAY_FRAME);
    }
    sheets->y += tallest;
}

void kin_abreast_put(const struct kin_abreast *abreast)
{
    size_t *done = KIN_NEW_N(abreast->sheets->layout->arena, size_t, abreast->count);
    put_page(abreast, done);
    while (!is_done(abreast, done)) {
        abreast->turn(abreast->data);
        put_page(abreast, done);
    }
}
