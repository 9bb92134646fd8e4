/* Written arithmetic as children write it: columns for + − ×, long division, synthetic division. Each becomes a
 * tableau, a grid of digits with rules, of which only the task or all of the work is filled in. */
#ifndef KIN_CONTENT_TABLEAU_H
#define KIN_CONTENT_TABLEAU_H

#include "content/maths.h"
#include "number/rat.h"

#include <stdint.h>

enum { KIN_TABLEAU_DIGITS = 12, KIN_TABLEAU_ROWS = 12 };

/* How much of it is printed. */
enum kin_tableau_work { KIN_TABLEAU_TASK, KIN_TABLEAU_STEPS };

/* A number that is not negative: `digits` without the point, the last `places` of them behind it. */
struct kin_figures {
    int64_t digits;
    int places;
};

/* False when it is negative, has no end behind the point, or more than KIN_TABLEAU_DIGITS digits. `places`: decimals
 * that it is to have at least. */
bool kin_figures_of(kin_arena *arena, struct kin_rat number, int places, struct kin_figures *figures);

/* Each NULL when the numbers do not fit: too long, a difference below 0, a division by 0 or by a decimal. `sign`: '+'
 * for two numbers and more, '-' or '*' for two. */
const struct kin_maths *kin_tableau_column(kin_arena *arena, char sign, const struct kin_figures *numbers, size_t count,
                                           enum kin_tableau_work work);
const struct kin_maths *kin_tableau_division(kin_arena *arena, struct kin_figures dividend, struct kin_figures divisor,
                                             enum kin_tableau_work work);

/* A polynomial's coefficients, the highest first, divided by x − root (Horner's scheme). */
const struct kin_maths *kin_tableau_synthetic(kin_arena *arena, struct kin_rat root, const struct kin_rat *coefficients,
                                              size_t count, enum kin_tableau_work work);

/* ---- The grid, for the files that make one ---- */

struct kin_tableau {
    kin_arena *arena;
    size_t columns;
    const struct kin_maths *rows[64]; /* finished ones */
    size_t count;
    const struct kin_maths **cells; /* of the row that is being filled */
};

struct kin_tableau kin_tableau_start(kin_arena *arena, size_t columns);

/* Put into the row: a sign or digits into one cell; a number's digits, the last one at `column`. */
void kin_tableau_put(struct kin_tableau *tableau, size_t column, enum kin_maths_kind kind, const char *text);
void kin_tableau_digits(struct kin_tableau *tableau, size_t column, int64_t digits);

/* End the row. A small one (carried and borrowed digits) stands close above the next. */
enum kin_tableau_row { KIN_TABLEAU_FULL, KIN_TABLEAU_SMALL };
void kin_tableau_row(struct kin_tableau *tableau, enum kin_tableau_row kind);

/* A rule from one column to another. */
void kin_tableau_rule(struct kin_tableau *tableau, size_t from, size_t to);

/* The whole; `text` is its line for copying. */
const struct kin_maths *kin_tableau_end(struct kin_tableau *tableau, const char *text);

#endif
