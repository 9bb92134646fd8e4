/* The nearest double: for places on paper, where a float is good enough. */
#include "number/big.h"

#include <float.h>
#include <math.h>

/* A quotient of 64 bits or more, whose lowest bit also stands for everything cut off: converting it rounds once. */
static double sticky_quotient(fmpz_t num, fmpz_t den)
{
    slong shift = 66 + (slong)fmpz_bits(den) - (slong)fmpz_bits(num);
    fmpz *scaled = shift > 0 ? num : den;
    fmpz_mul_2exp(scaled, scaled, (ulong)(shift > 0 ? shift : -shift));
    fmpz_t rest;
    fmpz_init(rest);
    fmpz_fdiv_qr(num, rest, num, den);
    bool cut = !fmpz_is_zero(rest) || fmpz_fdiv_ui(num, 8) != 0;
    fmpz_fdiv_q_2exp(num, num, 3);
    double value = (double)(fmpz_get_ui(num) | cut);
    fmpz_clear(rest);
    return ldexp(value, (int)(3 - shift));
}

static double nearest(struct kin_rat a)
{
    fmpq_t x;
    fmpq_init(x);
    kin_big_load(x, a);
    fmpz_abs(fmpq_numref(x), fmpq_numref(x));
    double value = sticky_quotient(fmpq_numref(x), fmpq_denref(x));
    fmpq_clear(x);
    value = value > DBL_MAX ? DBL_MAX : value;
    return kin_rat_sign(a) < 0 ? -value : value;
}

/* Both exact as doubles: one division rounds once. */
static bool divides_exactly(struct kin_rat a)
{
    const uint64_t most = UINT64_C(1) << DBL_MANT_DIG;
    return !a.big && kin_magnitude(a.num) <= most && (uint64_t)a.den <= most;
}

double kin_rat_double(struct kin_rat a)
{
    if (!kin_rat_defined(a)) {
        return 0;
    }
    return divides_exactly(a) ? (double)a.num / (double)a.den : nearest(a);
}
