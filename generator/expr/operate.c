#include "expr/operate.h"

#include "base/limits.h"

static bool is_small_integer(struct kin_rat a)
{
    return a.den == 1 && !a.big;
}

/* ---- Numbers: integers first, since nearly all are ---- */

static struct kin_rat add(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    int64_t sum;
    bool small = is_small_integer(a) && is_small_integer(b) && !__builtin_add_overflow(a.num, b.num, &sum);
    return small ? kin_rat_int(sum) : kin_rat_add(arena, a, b);
}

static struct kin_rat subtract(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    int64_t difference;
    bool small = is_small_integer(a) && is_small_integer(b) && !__builtin_sub_overflow(a.num, b.num, &difference);
    return small ? kin_rat_int(difference) : kin_rat_sub(arena, a, b);
}

static struct kin_rat multiply(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    int64_t product;
    bool small = is_small_integer(a) && is_small_integer(b) && !__builtin_mul_overflow(a.num, b.num, &product);
    return small ? kin_rat_int(product) : kin_rat_mul(arena, a, b);
}

static struct kin_rat power(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    int64_t exponent;
    return kin_rat_to_int(b, &exponent) ? kin_rat_pow(arena, a, exponent) : kin_rat_undefined(KIN_INEXACT);
}

int kin_numbers_compare(const struct kin_value *a, const struct kin_value *b)
{
    const struct kin_rat *x = &a->as.number, *y = &b->as.number;
    return is_small_integer(*x) && is_small_integer(*y) ? (x->num > y->num) - (x->num < y->num)
                                                        : kin_rat_compare(*x, *y);
}

/* ---- Places (LANGUAGE rule 22): a number written with decimals keeps them where that stays exact ---- */

enum { INEXACT_PLACES = -2 };

/* Places with which a term enters a sum: a whole number has 0, another number without places spoils the rest. */
static int term_places(kin_arena *arena, const struct kin_value *a)
{
    if (a->places != KIN_NO_PLACES) {
        return a->places;
    }
    struct kin_rat shown = a->as.number;
    if (a->look == KIN_PERCENT) {
        shown = kin_rat_mul(arena, shown, kin_rat_int(100));
    }
    return kin_rat_is_integer(shown) ? 0 : INEXACT_PLACES;
}

static int sum_places(kin_arena *arena, const struct kin_value *a, const struct kin_value *b)
{
    if ((a->places == KIN_NO_PLACES && b->places == KIN_NO_PLACES) || a->look != b->look) {
        return KIN_NO_PLACES;
    }
    int left = term_places(arena, a), right = term_places(arena, b);
    if (left == INEXACT_PLACES || right == INEXACT_PLACES) {
        return KIN_NO_PLACES;
    }
    return left > right ? left : right;
}

static bool is_whole_factor(const struct kin_value *a)
{
    return a->look == KIN_PLAIN && a->places == KIN_NO_PLACES && kin_rat_is_integer(a->as.number);
}

static int product_places(const struct kin_value *a, const struct kin_value *b)
{
    if (a->places == KIN_NO_PLACES && b->places == KIN_NO_PLACES) {
        return KIN_NO_PLACES;
    }
    if (is_whole_factor(b) && a->look != KIN_PERCENT) {
        return a->places;
    }
    return is_whole_factor(a) && b->look != KIN_PERCENT ? b->places : KIN_NO_PLACES;
}

static struct kin_value number_with(struct kin_rat number, int places)
{
    struct kin_value value = kin_value_number(number);
    value.places = (int16_t)places;
    return value;
}

static struct kin_value calculate_numbers(kin_arena *arena, enum kin_op op, const struct kin_value *a,
                                          const struct kin_value *b)
{
    switch (op) {
    case KIN_OP_ADD:
        return number_with(add(arena, a->as.number, b->as.number), sum_places(arena, a, b));
    case KIN_OP_SUBTRACT:
        return number_with(subtract(arena, a->as.number, b->as.number), sum_places(arena, a, b));
    case KIN_OP_MULTIPLY:
        return number_with(multiply(arena, a->as.number, b->as.number), product_places(a, b));
    case KIN_OP_DIVIDE:
        return kin_value_number(kin_rat_div(arena, a->as.number, b->as.number));
    default:
        return kin_value_number(power(arena, a->as.number, b->as.number));
    }
}

/* ---- Expressions with letters ---- */

const struct kin_poly *kin_value_as_poly(kin_arena *arena, const struct kin_value *value)
{
    return value->kind == KIN_POLY ? value->as.poly : kin_poly_number(arena, value->as.number);
}

static const struct kin_poly *divide_poly(kin_arena *arena, const struct kin_poly *a, struct kin_rat divisor)
{
    return kin_poly_scale(arena, a, kin_rat_div(arena, kin_rat_int(1), divisor));
}

static const struct kin_poly *power_poly(kin_arena *arena, const struct kin_poly *a, struct kin_rat exponent)
{
    int64_t n;
    return kin_rat_to_int(exponent, &n) && n >= 0 ? kin_poly_pow(arena, a, n) : NULL;
}

static const struct kin_poly *combine_polys(kin_arena *arena, enum kin_op op, const struct kin_poly *a,
                                            const struct kin_poly *b)
{
    if (op == KIN_OP_MULTIPLY) {
        return kin_poly_mul(arena, a, b);
    }
    return op == KIN_OP_ADD ? kin_poly_add(arena, a, b) : kin_poly_sub(arena, a, b);
}

static const struct kin_poly *calculate_polys(kin_arena *arena, enum kin_op op, const struct kin_value *a,
                                              const struct kin_value *b)
{
    const struct kin_poly *left = kin_value_as_poly(arena, a);
    if (op == KIN_OP_DIVIDE) {
        return divide_poly(arena, left, b->as.number);
    }
    if (op == KIN_OP_POWER) {
        return power_poly(arena, left, b->as.number);
    }
    return combine_polys(arena, op, left, kin_value_as_poly(arena, b));
}

/* ---- Roots, pi, certified reals ---- */

static const struct kin_surd *calculate_surds(kin_arena *arena, enum kin_op op, const struct kin_surd *a,
                                              const struct kin_surd *b)
{
    switch (op) {
    case KIN_OP_ADD:
        return kin_surd_add(arena, a, b);
    case KIN_OP_SUBTRACT:
        return kin_surd_sub(arena, a, b);
    case KIN_OP_MULTIPLY:
        return kin_surd_mul(arena, a, b);
    default:
        return kin_surd_div(arena, a, b);
    }
}

static const struct kin_real *calculate_reals(kin_arena *arena, enum kin_op op, const struct kin_real *a,
                                              const struct kin_real *b)
{
    static const enum kin_real_op ops[KIN_OP_KINDS] = {[KIN_OP_ADD] = KIN_REAL_ADD,
                                                       [KIN_OP_SUBTRACT] = KIN_REAL_SUB,
                                                       [KIN_OP_MULTIPLY] = KIN_REAL_MUL,
                                                       [KIN_OP_DIVIDE] = KIN_REAL_DIV};
    return kin_real_combine(arena, ops[op], a, b);
}

static struct kin_value surd_power(kin_arena *arena, const struct kin_value *a, int64_t exponent)
{
    return kin_value_surd(kin_surd_pow(arena, a->as.surd, exponent));
}

/* root(10, 3)^3 is 10; other powers are products. */
static struct kin_value real_power(kin_arena *arena, const struct kin_value *a, int64_t exponent)
{
    const struct kin_real *one = kin_real_exact(arena, kin_surd_number(arena, kin_rat_int(1))), *power = one;
    if (exponent > KIN_LIMIT_DEGREE || exponent < -KIN_LIMIT_DEGREE) {
        return kin_value_real(NULL);
    }
    const struct kin_real *root = a->as.real;
    if (root->op == KIN_REAL_ROOT && root->a->exact && exponent % root->degree == 0) {
        return kin_value_surd(kin_surd_pow(arena, root->a->exact, exponent / root->degree));
    }
    for (int64_t i = exponent < 0 ? -exponent : exponent; i > 0; i--) {
        power = power == one ? root : kin_real_combine(arena, KIN_REAL_MUL, power, root);
    }
    return kin_value_real(exponent < 0 ? kin_real_combine(arena, KIN_REAL_DIV, one, power) : power);
}

static struct kin_value power_of_real(kin_arena *arena, const struct kin_value *a, struct kin_rat exponent)
{
    int64_t n;
    if (!kin_rat_to_int(exponent, &n)) {
        return kin_value_surd(NULL);
    }
    return a->kind == KIN_SURD ? surd_power(arena, a, n) : real_power(arena, a, n);
}

/* 0*x, 0 + x and the like stay exact. */
static bool is_number_of(const struct kin_value *a, int64_t number)
{
    return a->kind == KIN_NUMBER && kin_rat_equal(a->as.number, kin_rat_int(number));
}

static struct kin_value combine_reals(kin_arena *arena, enum kin_op op, const struct kin_value *a,
                                      const struct kin_value *b)
{
    bool product = op == KIN_OP_MULTIPLY || op == KIN_OP_DIVIDE;
    if (is_number_of(b, product ? 1 : 0)) {
        return *a;
    }
    if ((op == KIN_OP_ADD && is_number_of(a, 0)) || (op == KIN_OP_MULTIPLY && is_number_of(a, 1))) {
        return *b;
    }
    if (op == KIN_OP_MULTIPLY && (is_number_of(a, 0) || is_number_of(b, 0))) {
        return kin_value_int(0);
    }
    return kin_value_real(calculate_reals(arena, op, kin_value_as_real(arena, a), kin_value_as_real(arena, b)));
}

struct kin_value kin_reals_calculate(kin_arena *arena, enum kin_op op, const struct kin_value *a,
                                     const struct kin_value *b)
{
    return op == KIN_OP_POWER ? kin_values_calculate(arena, op, a, b) : combine_reals(arena, op, a, b);
}

static struct kin_value calculate_wider(kin_arena *arena, enum kin_op op, const struct kin_value *a,
                                        const struct kin_value *b)
{
    if (op == KIN_OP_POWER) {
        return power_of_real(arena, a, b->as.number);
    }
    if (a->kind == KIN_REAL || b->kind == KIN_REAL) {
        return combine_reals(arena, op, a, b);
    }
    return kin_value_surd(calculate_surds(arena, op, kin_value_as_surd(arena, a), kin_value_as_surd(arena, b)));
}

struct kin_value kin_values_calculate(kin_arena *arena, enum kin_op op, const struct kin_value *a,
                                      const struct kin_value *b)
{
    if (a->kind == KIN_NUMBER && b->kind == KIN_NUMBER) {
        return calculate_numbers(arena, op, a, b);
    }
    if (kin_value_is_real(a) && kin_value_is_real(b)) {
        return calculate_wider(arena, op, a, b);
    }
    return kin_value_poly(calculate_polys(arena, op, a, b));
}

struct kin_value kin_value_negated(kin_arena *arena, const struct kin_value *a)
{
    struct kin_value value = *a, zero = kin_value_int(0);
    if (a->kind == KIN_SURD || a->kind == KIN_REAL) {
        return kin_values_calculate(arena, KIN_OP_SUBTRACT, &zero, a);
    }
    if (a->kind == KIN_POLY) {
        value.as.poly = kin_poly_scale(arena, a->as.poly, kin_rat_int(-1));
    } else {
        value.as.number = kin_rat_neg(arena, a->as.number);
    }
    return value;
}

/* ---- Undefined values ---- */

enum kin_diag_id kin_undefined_reason(struct kin_rat number)
{
    switch (number.num) {
    case KIN_DIVISION_BY_ZERO:
        return KIN_E214;
    case KIN_TOO_LARGE:
        return KIN_E230;
    default:
        return KIN_E231;
    }
}

struct kin_rat kin_clock_wrapped(kin_arena *arena, struct kin_rat minutes)
{
    struct kin_rat day = kin_rat_int(24 * 60), days = kin_rat_div(arena, minutes, day);
    return kin_rat_sub(arena, minutes, kin_rat_mul(arena, kin_rat_round(arena, days, 0, KIN_FLOOR), day));
}

bool kin_value_defined(const struct kin_value *value, enum kin_diag_id *why)
{
    switch (value->kind) {
    case KIN_NUMBER:
        *why = kin_rat_defined(value->as.number) ? KIN_E231 : kin_undefined_reason(value->as.number);
        return kin_rat_defined(value->as.number);
    case KIN_POLY:
        *why = KIN_E239;
        return value->as.poly;
    case KIN_SURD:
        *why = KIN_E224;
        return value->as.surd;
    case KIN_REAL:
        *why = KIN_E226;
        return value->as.real;
    default:
        return true;
    }
}
