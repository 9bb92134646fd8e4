#include "expr/operate.h"

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

struct kin_value kin_values_calculate(kin_arena *arena, enum kin_op op, const struct kin_value *a,
                                      const struct kin_value *b)
{
    if (a->kind == KIN_NUMBER && b->kind == KIN_NUMBER) {
        return calculate_numbers(arena, op, a, b);
    }
    return kin_value_poly(calculate_polys(arena, op, a, b));
}

struct kin_value kin_value_negated(kin_arena *arena, const struct kin_value *a)
{
    struct kin_value value = *a;
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

bool kin_value_defined(const struct kin_value *value, enum kin_diag_id *why)
{
    if (value->kind == KIN_NUMBER && !kin_rat_defined(value->as.number)) {
        *why = kin_undefined_reason(value->as.number);
        return false;
    }
    *why = KIN_E239;
    return value->kind != KIN_POLY || value->as.poly;
}
