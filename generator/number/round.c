/* Rounding to a number of decimals, and how many decimals and digits a number has. */
#include "base/limits.h"
#include "number/big.h"

enum {
    SMALL_PLACES = 18,                     /* 10^18 fits 63 bits */
    MOST_PLACES = KIN_LIMIT_BITS * 3 / 10, /* 10^MOST_PLACES has no more than KIN_LIMIT_BITS */
    MOST_DECIMALS = 255,
};

/* What a division left behind. */
struct rest {
    bool negative; /* the number that is rounded */
    bool exact;
    int half; /* rest compared with half of the divisor: -1, 0, 1 */
};

/* Must the absolute value of the quotient, cut off, grow by one? */
static bool grows(struct rest rest, enum kin_rounding how)
{
    switch (how) {
    case KIN_HALF_UP:
        return rest.half >= 0;
    case KIN_UP:
        return !rest.exact;
    case KIN_FLOOR:
        return !rest.exact && rest.negative;
    case KIN_CEILING:
        return !rest.exact && !rest.negative;
    case KIN_DOWN:
        break;
    }
    return false;
}

static uint64_t power_of_ten(int exponent)
{
    uint64_t power = 1;
    while (exponent-- > 0) {
        power *= 10;
    }
    return power;
}

static struct kin_rat round_small(kin_arena *arena, struct kin_rat a, int places, enum kin_rounding how)
{
    uint64_t scale = power_of_ten(places < 0 ? -places : places);
    kin_uwide top = kin_magnitude(a.num), bottom = (uint64_t)a.den;
    top *= places > 0 ? scale : 1;
    bottom *= places < 0 ? scale : 1;
    kin_uwide quotient = top / bottom, left = top % bottom;
    struct rest rest = {a.num < 0, left == 0, (left > bottom - left) - (left < bottom - left)};
    quotient += grows(rest, how);
    quotient *= places < 0 ? scale : 1;
    kin_wide num = a.num < 0 ? -(kin_wide)quotient : (kin_wide)quotient;
    return kin_rat_from_wide(arena, num, places > 0 ? scale : 1);
}

/* |num/den| to an integer, in place; den is used up. */
static void round_quotient(fmpz_t num, fmpz_t den, enum kin_rounding how)
{
    bool negative = fmpz_sgn(num) < 0;
    fmpz_t left;
    fmpz_init(left);
    fmpz_abs(num, num);
    fmpz_fdiv_qr(num, left, num, den);
    bool exact = fmpz_is_zero(left);
    fmpz_mul_2exp(left, left, 1);
    struct rest rest = {negative, exact, fmpz_cmp(left, den)};
    fmpz_add_ui(num, num, grows(rest, how));
    if (negative) {
        fmpz_neg(num, num);
    }
    fmpz_clear(left);
}

static struct kin_rat round_large(kin_arena *arena, struct kin_rat a, int places, enum kin_rounding how)
{
    fmpz_t scale;
    fmpq_t x;
    fmpz_init_set_ui(scale, 10);
    fmpq_init(x);
    fmpz_pow_ui(scale, scale, (ulong)(places < 0 ? -places : places));
    kin_big_load(x, a);
    fmpz *scaled = places < 0 ? fmpq_denref(x) : fmpq_numref(x);
    fmpz_mul(scaled, scaled, scale);
    round_quotient(fmpq_numref(x), fmpq_denref(x), how);
    fmpz_one(fmpq_denref(x));
    if (places < 0) {
        fmpz_mul(fmpq_numref(x), fmpq_numref(x), scale);
    } else {
        fmpz_set(fmpq_denref(x), scale);
    }
    fmpq_canonicalise(x);
    struct kin_rat result = kin_big_store(arena, x);
    fmpq_clear(x);
    fmpz_clear(scale);
    return result;
}

struct kin_rat kin_rat_round(kin_arena *arena, struct kin_rat a, int places, enum kin_rounding how)
{
    if (!kin_rat_defined(a) || kin_rat_sign(a) == 0 || (places >= 0 && kin_rat_is_integer(a))) {
        return a;
    }
    if (places > MOST_PLACES || places < -MOST_PLACES) {
        return kin_rat_undefined(KIN_TOO_LARGE);
    }
    bool small = !a.big && places <= SMALL_PLACES && places >= -SMALL_PLACES;
    return small ? round_small(arena, a, places, how) : round_large(arena, a, places, how);
}

static int decimals_needed(long twos, long fives)
{
    long most = twos > fives ? twos : fives;
    return most <= MOST_DECIMALS ? (int)most : -1;
}

static int take_out(uint64_t *den, uint64_t prime)
{
    int count = 0;
    for (; *den % prime == 0; *den /= prime) {
        count++;
    }
    return count;
}

static int decimals_of_small(uint64_t den)
{
    int twos = take_out(&den, 2), fives = take_out(&den, 5);
    return den == 1 ? decimals_needed(twos, fives) : -1;
}

static long take_out_large(fmpz_t den, ulong prime)
{
    fmpz_t factor;
    fmpz_init_set_ui(factor, prime);
    long count = fmpz_remove(den, den, factor);
    fmpz_clear(factor);
    return count;
}

static int decimals_of_large(struct kin_rat a)
{
    fmpq_t x;
    fmpq_init(x);
    kin_big_load(x, a);
    long twos = take_out_large(fmpq_denref(x), 2), fives = take_out_large(fmpq_denref(x), 5);
    bool terminates = fmpz_is_one(fmpq_denref(x));
    fmpq_clear(x);
    return terminates ? decimals_needed(twos, fives) : -1;
}

int kin_rat_decimals(kin_arena *arena, struct kin_rat a)
{
    (void)arena;
    if (!kin_rat_defined(a)) {
        return -1;
    }
    return a.big ? decimals_of_large(a) : decimals_of_small((uint64_t)a.den);
}
