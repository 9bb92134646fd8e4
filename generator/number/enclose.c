#include "number/enclose.h"

#include "number/big.h"

#if __has_include(<flint/arb.h>)
#include <flint/arb.h> /* part of FLINT from version 3 on */
#else
#include <arb.h>
#endif

#include "base/limits.h"

static void load_rat(arb_t ball, struct kin_rat number, long bits)
{
    fmpq_t exact;
    fmpq_init(exact);
    kin_big_load(exact, number);
    arb_set_fmpq(ball, exact, bits);
    fmpq_clear(exact);
}

/* Times pi to a power of either sign. */
static void multiply_by_pi(arb_t ball, int32_t power, long bits)
{
    arb_t pi;
    arb_init(pi);
    arb_const_pi(pi, bits);
    arb_pow_ui(pi, pi, (ulong)(power < 0 ? -power : power), bits);
    if (power < 0) {
        arb_div(ball, ball, pi, bits);
    } else {
        arb_mul(ball, ball, pi, bits);
    }
    arb_clear(pi);
}

static void add_term(arb_t sum, const struct kin_surd_term *term, long bits)
{
    arb_t value, root;
    arb_init(value);
    arb_init(root);
    load_rat(value, term->coefficient, bits);
    arb_sqrt_ui(root, (ulong)term->radicand, bits);
    arb_mul(value, value, root, bits);
    multiply_by_pi(value, term->pi, bits);
    arb_add(sum, sum, value, bits);
    arb_clear(root);
    arb_clear(value);
}

static void enclose(arb_t ball, const struct kin_real *a, long bits);

/* An odd root of a negative number is minus that of its opposite. */
static void enclose_root(arb_t ball, const struct kin_real *a, long bits)
{
    enclose(ball, a->a, bits);
    bool negative = arb_is_negative(ball);
    if (negative) {
        arb_neg(ball, ball);
    }
    arb_root_ui(ball, ball, (ulong)a->degree, bits);
    if (negative) {
        arb_neg(ball, ball);
    }
}

static void enclose_pair(arb_t ball, const struct kin_real *a, long bits)
{
    arb_t right;
    arb_init(right);
    enclose(ball, a->a, bits);
    enclose(right, a->b, bits);
    switch (a->op) {
    case KIN_REAL_ADD:
        arb_add(ball, ball, right, bits);
        break;
    case KIN_REAL_SUB:
        arb_sub(ball, ball, right, bits);
        break;
    case KIN_REAL_MUL:
        arb_mul(ball, ball, right, bits);
        break;
    default:
        arb_div(ball, ball, right, bits);
    }
    arb_clear(right);
}

/* Its depth is bounded by KIN_LIMIT_REAL_NODES. Without an enclosure (a divisor that may be 0 at this precision) the
 * ball is "not a number", which no question below holds for. */
static void enclose(arb_t ball, const struct kin_real *a, long bits)
{
    if (a->op == KIN_REAL_EXACT) {
        arb_zero(ball);
        for (size_t i = 0; i < a->exact->count; i++) {
            add_term(ball, &a->exact->terms[i], bits);
        }
    } else if (a->op == KIN_REAL_ROOT) {
        enclose_root(ball, a, bits);
    } else {
        enclose_pair(ball, a, bits);
    }
}

int kin_enclosures_order(const struct kin_real *a, const struct kin_real *b, long bits)
{
    arb_t left, right;
    arb_init(left);
    arb_init(right);
    enclose(left, a, bits);
    enclose(right, b, bits);
    int order = arb_lt(left, right) ? -1 : arb_gt(left, right);
    arb_clear(left);
    arb_clear(right);
    return order;
}

/* ---- Rounding ---- */

static void scale(arb_t ball, int places, long bits)
{
    fmpz_t power;
    fmpz_init_set_ui(power, 10);
    fmpz_pow_ui(power, power, (ulong)(places < 0 ? -places : places));
    if (places < 0) {
        arb_div_fmpz(ball, ball, power, bits);
    } else {
        arb_mul_fmpz(ball, ball, power, bits);
    }
    fmpz_clear(power);
}

/* The integer that every number of the ball is rounded to; false when they differ. */
static bool round_ball(fmpz_t whole, arb_t ball, enum kin_rounding how, long bits)
{
    bool negative = arb_is_negative(ball), positive = arb_is_positive(ball);
    if (!negative && !positive) {
        return false; /* known not to be 0, so that more bits will tell */
    }
    if (how == KIN_HALF_UP) {
        arb_t half;
        arb_init(half);
        arb_set_si(half, negative ? -1 : 1);
        arb_mul_2exp_si(half, half, -1);
        arb_add(ball, ball, half, bits);
        arb_clear(half);
    }
    bool up =
        how == KIN_CEILING || (how == KIN_UP && positive) || ((how == KIN_DOWN || how == KIN_HALF_UP) && negative);
    if (up) {
        arb_ceil(ball, ball, bits);
    } else {
        arb_floor(ball, ball, bits);
    }
    return arb_get_unique_fmpz(whole, ball);
}

static struct kin_rat unscaled(kin_arena *arena, const fmpz_t whole, int places)
{
    struct kin_rat number = kin_big_store_integer(arena, whole);
    struct kin_rat power = kin_rat_pow(arena, kin_rat_int(10), places < 0 ? -places : places);
    return places < 0 ? kin_rat_mul(arena, number, power) : kin_rat_div(arena, number, power);
}

bool kin_enclosure_round(kin_arena *arena, const struct kin_real *a, int places, enum kin_rounding how, long bits,
                         struct kin_rat *rounded)
{
    arb_t ball;
    fmpz_t whole;
    arb_init(ball);
    fmpz_init(whole);
    enclose(ball, a, bits);
    scale(ball, places, bits);
    bool proved = round_ball(whole, ball, how, bits);
    if (proved) {
        *rounded = unscaled(arena, whole, places);
    }
    fmpz_clear(whole);
    arb_clear(ball);
    return proved;
}

/* The distance to the nearest half-way number: | frac(|x|) - 1/2 | once the whole part is known. */
static bool edge_distance(arb_t ball, long bits)
{
    arb_t whole, half;
    fmpz_t known;
    arb_init(whole);
    arb_init(half);
    fmpz_init(known);
    arb_abs(ball, ball);
    arb_floor(whole, ball, bits);
    bool proved = arb_get_unique_fmpz(known, whole);
    arb_sub_fmpz(ball, ball, known, bits);
    arb_one(half);
    arb_mul_2exp_si(half, half, -1);
    arb_sub(ball, ball, half, bits);
    arb_abs(ball, ball);
    fmpz_clear(known);
    arb_clear(half);
    arb_clear(whole);
    return proved;
}

int kin_enclosure_clear(const struct kin_real *a, int places, struct kin_rat guard, long bits)
{
    arb_t ball, limit;
    arb_init(ball);
    arb_init(limit);
    enclose(ball, a, bits);
    scale(ball, places, bits);
    load_rat(limit, guard, bits);
    int verdict = 0;
    if (edge_distance(ball, bits)) {
        verdict = arb_gt(ball, limit) ? 1 : -arb_le(ball, limit);
    }
    arb_clear(limit);
    arb_clear(ball);
    return verdict;
}

double kin_real_double(const struct kin_real *a)
{
    enum { DOUBLE_BITS = 128 };
    arb_t ball;
    arb_init(ball);
    enclose(ball, a, DOUBLE_BITS);
    double value = arf_get_d(arb_midref(ball), ARF_RND_NEAR);
    arb_clear(ball);
    return value;
}
