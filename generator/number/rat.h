/* Exact rational numbers. Small ones are two 64-bit integers; large ones go through FLINT and come back as plain
 * immutable data in an arena, so no FLINT object outlives a function. The only folder that includes FLINT.
 *
 * A number can be *undefined*: the result of a division by zero, of an inexact root, or of growing past
 * KIN_LIMIT_BITS. Undefined numbers pass through every operation unchanged, so callers test once, at the end. */
#ifndef KIN_NUMBER_RAT_H
#define KIN_NUMBER_RAT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct kin_big; /* a large fraction's limbs */

/* Always in lowest terms with den > 0. den == 0: undefined, and num tells why. */
struct kin_rat {
    int64_t num, den;
    const struct kin_big *big; /* not NULL: the value is there, num = sign (-1 or 1), den = 1 */
};

enum kin_undefined { KIN_DIVISION_BY_ZERO = 1, KIN_TOO_LARGE, KIN_INEXACT };

static inline struct kin_rat kin_rat_int(int64_t value)
{
    return (struct kin_rat){value, 1, NULL};
}

static inline bool kin_rat_defined(struct kin_rat a)
{
    return a.den != 0;
}

struct kin_rat kin_rat_undefined(enum kin_undefined reason);
struct kin_rat kin_rat_ratio(kin_arena *arena, int64_t num, int64_t den);

/* Digits with an optional sign and one optional point, which a digit must follow: "12", "-3.50", ".5". Undefined
 * (KIN_INEXACT) when it is not that, KIN_TOO_LARGE for more than KIN_LIMIT_BITS digits. */
struct kin_rat kin_rat_parse(kin_arena *arena, const char *digits, size_t length);

/* One such number, or two with a slash between them, as kin_rat_text writes them: "3", "-1/2", "0.75". */
struct kin_rat kin_rat_read(kin_arena *arena, const char *text, size_t length);

struct kin_rat kin_rat_add(kin_arena *arena, struct kin_rat a, struct kin_rat b);
struct kin_rat kin_rat_sub(kin_arena *arena, struct kin_rat a, struct kin_rat b);
struct kin_rat kin_rat_mul(kin_arena *arena, struct kin_rat a, struct kin_rat b);
struct kin_rat kin_rat_div(kin_arena *arena, struct kin_rat a, struct kin_rat b);
struct kin_rat kin_rat_neg(kin_arena *arena, struct kin_rat a);
struct kin_rat kin_rat_abs(kin_arena *arena, struct kin_rat a);

/* a to an integer power; 0 to a negative power or to the power 0 is a division by zero (0^0 = 0^1 / 0^1, undefined in
 * school). The result's bits are bounded beforehand. */
struct kin_rat kin_rat_pow(kin_arena *arena, struct kin_rat a, int64_t exponent);

/* The exact n-th root (n >= 2), non-negative for even n; undefined (KIN_INEXACT) where there is none. */
struct kin_rat kin_rat_root(kin_arena *arena, struct kin_rat a, int64_t n);

/* Rounding to `places` decimals (negative: tens, hundreds). Half goes up in size, as schools teach: 2.5 to 3, -2.5 to
 * -3. */
enum kin_rounding { KIN_HALF_UP, KIN_DOWN, KIN_UP, KIN_FLOOR, KIN_CEILING };
struct kin_rat kin_rat_round(kin_arena *arena, struct kin_rat a, int places, enum kin_rounding how);

/* Integers only (else undefined): quotient rounded towards minus infinity, its remainder, gcd >= 0, lcm >= 0. */
struct kin_rat kin_rat_quotient(kin_arena *arena, struct kin_rat a, struct kin_rat b);
struct kin_rat kin_rat_remainder(kin_arena *arena, struct kin_rat a, struct kin_rat b);
struct kin_rat kin_rat_gcd(kin_arena *arena, struct kin_rat a, struct kin_rat b);
struct kin_rat kin_rat_lcm(kin_arena *arena, struct kin_rat a, struct kin_rat b);

struct kin_rat kin_rat_numerator(kin_arena *arena, struct kin_rat a);
struct kin_rat kin_rat_denominator(kin_arena *arena, struct kin_rat a);

/* Both defined. <0, 0, >0. */
int kin_rat_compare(struct kin_rat a, struct kin_rat b);
bool kin_rat_equal(struct kin_rat a, struct kin_rat b);
int kin_rat_sign(struct kin_rat a);
bool kin_rat_is_integer(struct kin_rat a);

/* True, with *value set, for an integer that fits. */
bool kin_rat_to_int(struct kin_rat a, int64_t *value);

/* Number of decimals needed to write it exactly; -1 when it does not terminate within 255 of them. */
int kin_rat_decimals(kin_arena *arena, struct kin_rat a);

/* Decimal digits of the absolute value's whole part (0 has 1). */
int kin_rat_digits(kin_arena *arena, struct kin_rat a);

/* "-7/2", "12"; "undefined". ASCII hyphen. */
char *kin_rat_text(kin_arena *arena, struct kin_rat a);

/* "-3.50" with exactly `places` decimals (0 and more). A value that is no multiple of 10^-places, or of 10^-255, is
 * rounded half up. */
char *kin_rat_decimal_text(kin_arena *arena, struct kin_rat a, int places);

/* Nearest finite double (0 when undefined), for the places of drawings on paper only; never for a key. */
double kin_rat_double(struct kin_rat a);

/* Integers of at most 63 bits: primality, and the positive divisors in rising order (count returned; 0 for n = 0 and
 * for INT64_MIN, whose largest does not fit). */
bool kin_int_is_prime(int64_t n);
size_t kin_int_divisors(kin_arena *arena, int64_t n, int64_t **divisors);

#endif
