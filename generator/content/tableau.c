#include "content/tableau.h"

#include <stdio.h>
#include <stdlib.h>

bool kin_figures_of(kin_arena *arena, struct kin_rat number, int places, struct kin_figures *figures)
{
    int needed = kin_rat_sign(number) < 0 ? -1 : kin_rat_decimals(arena, number);
    if (needed < 0 || needed > KIN_TABLEAU_DIGITS) {
        return false;
    }
    figures->places = needed > places ? needed : places;
    struct kin_rat scaled = kin_rat_mul(arena, number, kin_rat_pow(arena, kin_rat_int(10), figures->places));
    return figures->places <= KIN_TABLEAU_DIGITS && kin_rat_to_int(scaled, &figures->digits) &&
           kin_rat_digits(arena, scaled) <= KIN_TABLEAU_DIGITS;
}

struct kin_tableau kin_tableau_start(kin_arena *arena, size_t columns)
{
    return (struct kin_tableau){
        .arena = arena, .columns = columns, .cells = KIN_NEW_N(arena, const struct kin_maths *, columns)};
}

void kin_tableau_put(struct kin_tableau *tableau, size_t column, enum kin_maths_kind kind, const char *text)
{
    if (column < tableau->columns) {
        tableau->cells[column] = kin_maths_new(tableau->arena, kind, kin_copy(tableau->arena, text), NULL, 0);
    }
}

void kin_tableau_digits(struct kin_tableau *tableau, size_t column, int64_t digits)
{
    do {
        kin_tableau_put(tableau, column, KIN_MATHS_NUMBER, kin_format(tableau->arena, "%d", (int)(digits % 10)));
        digits /= 10;
    } while (digits && column-- > 0);
}

/* Cells without anything are rows without kids. */
static void end_row(struct kin_tableau *tableau, const char *kind)
{
    for (size_t i = 0; i < tableau->columns; i++) {
        if (!tableau->cells[i]) {
            tableau->cells[i] = kin_maths_new(tableau->arena, KIN_MATHS_ROW, NULL, NULL, 0);
        }
    }
    if (tableau->count < sizeof tableau->rows / sizeof *tableau->rows) {
        tableau->rows[tableau->count++] =
            kin_maths_new(tableau->arena, KIN_MATHS_ROW, kind, tableau->cells, tableau->columns);
    }
    tableau->cells = KIN_NEW_N(tableau->arena, const struct kin_maths *, tableau->columns);
}

void kin_tableau_row(struct kin_tableau *tableau, enum kin_tableau_row kind)
{
    end_row(tableau, kind == KIN_TABLEAU_SMALL ? "small" : NULL);
}

void kin_tableau_rule(struct kin_tableau *tableau, size_t from, size_t to)
{
    for (size_t column = from; column <= to; column++) {
        kin_tableau_put(tableau, column, KIN_MATHS_SPACE, "thin");
    }
    end_row(tableau, "rule");
}

const struct kin_maths *kin_tableau_end(struct kin_tableau *tableau, const char *text)
{
    return kin_maths_new(tableau->arena, KIN_MATHS_TABLEAU, text, tableau->rows, tableau->count);
}
