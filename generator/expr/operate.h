/* Arithmetic on values: numbers with places, and expressions with letters. Looks are settled by typing, not here. */
#ifndef KIN_EXPR_OPERATE_H
#define KIN_EXPR_OPERATE_H

#include "expr/node.h"

/* ADD to POWER. The result may be undefined: a number by its own mark, an expression with letters by a NULL. */
struct kin_value kin_values_calculate(kin_arena *arena, enum kin_op op, const struct kin_value *a,
                                      const struct kin_value *b);
/* ADD to DIVIDE of numbers of any kind as certified reals, where there is no exact result. */
struct kin_value kin_reals_calculate(kin_arena *arena, enum kin_op op, const struct kin_value *a,
                                     const struct kin_value *b);
struct kin_value kin_value_negated(kin_arena *arena, const struct kin_value *a);

/* Is it a value, and if not, why: a row of the E2 family. */
bool kin_value_defined(const struct kin_value *value, enum kin_diag_id *why);
enum kin_diag_id kin_undefined_reason(struct kin_rat number);

/* A number as an expression without letters; others as they are. */
const struct kin_poly *kin_value_as_poly(kin_arena *arena, const struct kin_value *value);

/* A clock time past midnight, or before it, on its own day: 0 to below 24 * 60. */
struct kin_rat kin_clock_wrapped(kin_arena *arena, struct kin_rat minutes);

/* Negative, 0 or positive by size; both are numbers. */
int kin_numbers_compare(const struct kin_value *a, const struct kin_value *b);

#endif
