/* Integer powers and exact roots. */
#include "base/limits.h"
#include "number/big.h"

#include <flint/ulong_extras.h>

/* Bits of the larger of numerator and denominator. */
static uint64_t bits_of(struct kin_rat a)
{
    if (!a.big) {
        uint64_t larger = kin_magnitude(a.num) | (uint64_t)a.den;
        return 64 - (uint64_t)__builtin_clzll(larger);
    }
    fmpq_t x;
    fmpq_init(x);
    kin_big_load(x, a);
    uint64_t num = fmpz_bits(fmpq_numref(x)), den = fmpz_bits(fmpq_denref(x));
    fmpq_clear(x);
    return num > den ? num : den;
}

/* base to the exponent (at most KIN_LIMIT_BITS); false when it leaves 64 bits. */
static bool power64(int64_t base, uint64_t exponent, int64_t *result)
{
    *result = 1;
    for (; exponent > 0; exponent--) {
        if (__builtin_mul_overflow(*result, base, result)) {
            return false;
        }
    }
    return true;
}

static struct kin_rat power_large(kin_arena *arena, struct kin_rat a, uint64_t exponent)
{
    fmpq_t x;
    fmpq_init(x);
    kin_big_load(x, a);
    fmpq_pow_si(x, x, (slong)exponent);
    struct kin_rat result = kin_big_store(arena, x);
    fmpq_clear(x);
    return result;
}

/* a is neither 0 nor +-1: each further factor adds (bits of a) - 1 bits at least. */
static struct kin_rat power(kin_arena *arena, struct kin_rat a, uint64_t exponent)
{
    if (exponent > KIN_LIMIT_BITS || (bits_of(a) - 1) * exponent > KIN_LIMIT_BITS) {
        return kin_rat_undefined(KIN_TOO_LARGE);
    }
    struct kin_rat result = {0};
    if (!a.big && power64(a.num, exponent, &result.num) && power64(a.den, exponent, &result.den)) {
        return result;
    }
    return power_large(arena, a, exponent);
}

struct kin_rat kin_rat_pow(kin_arena *arena, struct kin_rat a, int64_t exponent)
{
    if (!kin_rat_defined(a)) {
        return a;
    }
    if (kin_rat_sign(a) == 0) {
        return exponent > 0 ? a : kin_rat_undefined(KIN_DIVISION_BY_ZERO);
    }
    if (!a.big && a.den == 1 && (a.num == 1 || a.num == -1)) {
        return kin_rat_int(exponent % 2 ? a.num : 1);
    }
    struct kin_rat base = exponent < 0 ? kin_rat_div(arena, kin_rat_int(1), a) : a;
    return power(arena, base, kin_magnitude(exponent));
}

/* True with *root set when a >= 0 is the n-th power of an integer (2 <= n <= 64). */
static bool root64(uint64_t a, int64_t n, int64_t *root)
{
    int64_t found = (int64_t)(n == 2 ? n_sqrt(a) : n_root(a, (ulong)n)), back;
    *root = found;
    return (found < 2 ? (uint64_t)found == a : power64(found, (uint64_t)n, &back) && (uint64_t)back == a);
}

static struct kin_rat root_large(kin_arena *arena, struct kin_rat a, int64_t n)
{
    fmpq_t x;
    fmpq_init(x);
    kin_big_load(x, a);
    bool exact =
        fmpz_root(fmpq_numref(x), fmpq_numref(x), (slong)n) && fmpz_root(fmpq_denref(x), fmpq_denref(x), (slong)n);
    struct kin_rat result = exact ? kin_big_store(arena, x) : kin_rat_undefined(KIN_INEXACT);
    fmpq_clear(x);
    return result;
}

/* a >= 0. A root of more than KIN_LIMIT_BITS is exact for 0 and 1 only. */
static struct kin_rat root(kin_arena *arena, struct kin_rat a, int64_t n)
{
    if (!a.big && a.den == 1 && a.num <= 1) {
        return a;
    }
    if (n > KIN_LIMIT_BITS || (!a.big && n > 64)) {
        return kin_rat_undefined(KIN_INEXACT);
    }
    if (a.big) {
        return root_large(arena, a, n);
    }
    struct kin_rat result = {0};
    bool exact = root64((uint64_t)a.num, n, &result.num) && root64((uint64_t)a.den, n, &result.den);
    return exact ? result : kin_rat_undefined(KIN_INEXACT);
}

struct kin_rat kin_rat_root(kin_arena *arena, struct kin_rat a, int64_t n)
{
    if (!kin_rat_defined(a)) {
        return a;
    }
    if (n < 2 || (kin_rat_sign(a) < 0 && n % 2 == 0)) {
        return kin_rat_undefined(KIN_INEXACT);
    }
    struct kin_rat result = root(arena, kin_rat_abs(arena, a), n);
    return kin_rat_sign(a) < 0 ? kin_rat_neg(arena, result) : result;
}
