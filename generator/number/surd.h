/* Exact sums of terms q * pi^k * sqrt(n): 3 + 2*sqrt(5), 36*pi. Kept canonical, so that two sums are the same number
 * just when they are the same terms: pi is transcendental, and the square roots of different square-free numbers are
 * linearly independent over the rational numbers. */
#ifndef KIN_NUMBER_SURD_H
#define KIN_NUMBER_SURD_H

#include "number/rat.h"

struct kin_surd_term {
    struct kin_rat coefficient; /* not 0 */
    int64_t radicand;           /* square-free, at least 1 */
    int32_t pi;                 /* the power of pi; negative below a fraction stroke */
};

/* Terms in falling powers of pi, then rising radicands, each pair once; zero has none. */
struct kin_surd {
    size_t count;
    const struct kin_surd_term *terms;
};

/* An undefined coefficient, or more terms or larger radicands than limits.h allows, gives NULL, and NULL arguments
 * give NULL, so that callers test once, at the end. */
const struct kin_surd *kin_surd_number(kin_arena *arena, struct kin_rat number);
const struct kin_surd *kin_surd_pi(kin_arena *arena);
/* NULL for a negative number, or one whose square-free part does not fit 63 bits. */
const struct kin_surd *kin_surd_sqrt(kin_arena *arena, struct kin_rat number);
const struct kin_surd *kin_surd_add(kin_arena *arena, const struct kin_surd *a, const struct kin_surd *b);
const struct kin_surd *kin_surd_sub(kin_arena *arena, const struct kin_surd *a, const struct kin_surd *b);
const struct kin_surd *kin_surd_mul(kin_arena *arena, const struct kin_surd *a, const struct kin_surd *b);
const struct kin_surd *kin_surd_scale(kin_arena *arena, const struct kin_surd *a, struct kin_rat factor);
/* Exponents of limits.h at most; negative ones divide. */
const struct kin_surd *kin_surd_pow(kin_arena *arena, const struct kin_surd *a, int64_t exponent);

/* By one term, or by two with the same power of pi, whose conjugate makes it one; NULL for other divisors and 0. */
const struct kin_surd *kin_surd_div(kin_arena *arena, const struct kin_surd *a, const struct kin_surd *b);

/* True, with *number set, when it has neither roots nor pi. */
bool kin_surd_rational(const struct kin_surd *a, struct kin_rat *number);
bool kin_surd_equal(const struct kin_surd *a, const struct kin_surd *b);

/* "3 + 2*sqrt(5)", "36*pi", "-1/2*sqrt(3)", "sqrt(2)/pi": the expression language reads it back. */
char *kin_surd_text(kin_arena *arena, const struct kin_surd *a);

/* n >= 1 as square^2 * rest with rest square-free. */
void kin_int_square_parts(int64_t n, int64_t *square, int64_t *rest);

#endif
