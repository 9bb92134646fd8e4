/* 128-bit helpers of the small path: two 64-bit fractions add, multiply and compare without overflow in them. */
#ifndef KIN_NUMBER_WIDE_H
#define KIN_NUMBER_WIDE_H

#include "number/rat.h"

__extension__ typedef __int128 kin_wide;
__extension__ typedef unsigned __int128 kin_uwide;

static inline uint64_t kin_magnitude(int64_t a)
{
    return a < 0 ? 0 - (uint64_t)a : (uint64_t)a;
}

static inline kin_uwide kin_wide_magnitude(kin_wide a)
{
    return a < 0 ? 0 - (kin_uwide)a : (kin_uwide)a;
}

/* True for a defined number that is kept as two 64-bit integers. */
static inline bool kin_rat_is_small(struct kin_rat a)
{
    return a.den != 0 && !a.big;
}

/* Greatest common divisor, gcd(0, b) = b. Stein's binary algorithm: D. E. Knuth, The Art of Computer Programming, vol.
 * 2, section 4.5.2, algorithm B. */
static inline uint64_t kin_gcd64(uint64_t a, uint64_t b)
{
    if (a == 0 || b == 0) {
        return a | b;
    }
    int shift = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    while (b != 0) {
        b >>= __builtin_ctzll(b);
        uint64_t larger = a > b ? a : b;
        a = a > b ? b : a;
        b = larger - a;
    }
    return a << shift;
}

/* num/den (den > 0) in lowest terms: small where it fits, else big. */
struct kin_rat kin_rat_from_wide(kin_arena *arena, kin_wide num, kin_uwide den);

#endif
