/* Certified real numbers: an expression that can be enclosed between two numbers as closely as need be (ball
 * arithmetic: F. Johansson, "Arb: efficient arbitrary-precision midpoint-radius interval arithmetic", IEEE Transactions
 * on Computers 66 (2017)). Whatever is said of one is proved by an enclosure, or not said at all. */
#ifndef KIN_NUMBER_REAL_H
#define KIN_NUMBER_REAL_H

#include "number/surd.h"

enum kin_real_op { KIN_REAL_EXACT, KIN_REAL_ADD, KIN_REAL_SUB, KIN_REAL_MUL, KIN_REAL_DIV, KIN_REAL_ROOT };

struct kin_real {
    uint8_t op;                   /* enum kin_real_op */
    uint16_t size;                /* nodes, shared ones counted each time; at most KIN_LIMIT_REAL_NODES */
    int32_t degree;               /* of ROOT: 2 and more */
    const struct kin_surd *exact; /* of EXACT; else NULL */
    const struct kin_real *a, *b; /* of all others; of ROOT, b is NULL */
};

/* NULL arguments, too large an expression, a divisor or radicand whose sign cannot be proved, a division by 0 and an
 * even root of a negative number give NULL. */
const struct kin_real *kin_real_exact(kin_arena *arena, const struct kin_surd *exact);
const struct kin_real *kin_real_combine(kin_arena *arena, enum kin_real_op op, const struct kin_real *a,
                                        const struct kin_real *b);
const struct kin_real *kin_real_root(kin_arena *arena, const struct kin_real *a, int64_t degree);

/* Compare by enclosures until they part; *order is -1, 0 or 1. 0 only for two equal exact numbers or expressions. False
 * when they cannot be told apart within KIN_LIMIT_REAL_BITS. */
bool kin_real_compare(const struct kin_real *a, const struct kin_real *b, int *order);

/* Round as kin_rat_round does, where that is proved; false where the number is too near to an edge. */
bool kin_real_round(kin_arena *arena, const struct kin_real *a, int places, enum kin_rounding how,
                    struct kin_rat *rounded);

/* Is it further than `guard` (in units of the last place) from all numbers half-way between neighbours of `places`
 * decimals? False when that cannot be proved, else *clear is set. */
bool kin_real_clear(const struct kin_real *a, int places, struct kin_rat guard, bool *clear);

/* "root(10, 3) + 1": the expression language reads it back. */
char *kin_real_text(kin_arena *arena, const struct kin_real *a);

/* The nearest double or one of its neighbours, for the places of drawings on paper only; never for a key. */
double kin_real_double(const struct kin_real *a);

#endif
