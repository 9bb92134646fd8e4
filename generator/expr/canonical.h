/* Do two expressions compute the same in the same way? Sums and products are put in order and multiplied out, so that
 * (r - q)/p, (-q + r)/p and r/p - q/p are one; names are not replaced by what they stand for. */
#ifndef KIN_EXPR_CANONICAL_H
#define KIN_EXPR_CANONICAL_H

#include "expr/expr.h"

/* Is this test nothing but "the value in `slot` equals `value`": key eq a + b, -key eq -b - a? Of several tests joined
 * by and: does each say only that? With more on the name's own side, as in key - b eq a or 100*key eq a, it is the
 * inverse operation, which is another route. False also for what is too long. */
bool kin_expr_restates(kin_arena *arena, const struct kin_expr *test, int slot, const struct kin_expr *value);

#endif
