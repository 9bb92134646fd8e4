/* Roots, pi and certified real numbers. */
#include "expr/functions/call.h"

#include "base/limits.h"

KIN_DECLARE_FUNCTION(sqrt);
KIN_DECLARE_FUNCTION(root);
KIN_DECLARE_FUNCTION(power);
KIN_DECLARE_FUNCTION(real);
KIN_DECLARE_FUNCTION(is_rational);
KIN_DECLARE_FUNCTION(outside_root);
KIN_DECLARE_FUNCTION(inside_root);
KIN_DECLARE_FUNCTION(quadratic_roots);

static bool negative_radicand(struct kin_call *call, const struct kin_value *radicand)
{
    return kin_call_fail(call, KIN_E231, kin_call_text(call, radicand));
}

/* The square root of a rational number: a number, or a root with a square-free radicand. */
static bool give_sqrt(struct kin_call *call, struct kin_rat radicand, struct kin_value *result)
{
    return kin_call_give_value(call, kin_value_surd(kin_surd_sqrt(call->arena, radicand)), result);
}

static bool call_sqrt(struct kin_call *call, struct kin_value *result)
{
    const struct kin_value *radicand = &call->arguments[0];
    return kin_rat_sign(radicand->as.number) < 0 ? negative_radicand(call, radicand)
                                                 : give_sqrt(call, radicand->as.number, result);
}

static const struct kin_example sqrt_examples[] = {{"sqrt(49)", "7"},          {"sqrt(9/4)", "3/2"},
                                                   {"sqrt(72)", "6*sqrt(2)"},  {"1/sqrt(3)", "1/3*sqrt(3)"},
                                                   {"sqrt(-4)", "error E231"}, {NULL, NULL}};
const struct kin_function kin_function_sqrt = {
    "sqrt",    "plain -> surd", "The exact square root: a number, or a root in simplest form.",
    call_sqrt, false,           sqrt_examples};

/* ---- Roots of any degree ---- */

/* The n-th root of what is no square root: a number where it is one, else certified. */
static bool give_root(struct kin_call *call, const struct kin_value *radicand, int64_t n, struct kin_value *result)
{
    struct kin_rat exact = radicand->kind == KIN_NUMBER ? kin_rat_root(call->arena, radicand->as.number, n)
                                                        : kin_rat_undefined(KIN_INEXACT);
    if (kin_rat_defined(exact)) {
        return kin_call_give(call, exact, result);
    }
    const struct kin_real *root = kin_real_root(call->arena, kin_value_as_real(call->arena, radicand), n);
    return kin_call_give_value(call, kin_value_real(root), result);
}

/* root(4, 4) is sqrt(2), root(27, 6) is sqrt(3): what is a perfect power below a square root. */
static bool give_even_root(struct kin_call *call, const struct kin_value *radicand, int64_t n, struct kin_value *result)
{
    struct kin_rat half = n == 2 ? radicand->as.number : kin_rat_root(call->arena, radicand->as.number, n / 2);
    if (kin_rat_defined(half)) {
        const struct kin_surd *surd = kin_surd_sqrt(call->arena, half);
        if (surd) {
            return kin_call_give_value(call, kin_value_surd(surd), result);
        }
    }
    return give_root(call, radicand, n, result);
}

static bool call_root(struct kin_call *call, struct kin_value *result)
{
    const struct kin_value *radicand = &call->arguments[0], zero = kin_value_int(0);
    int64_t n;
    int sign;
    if (!kin_call_whole(call, 1, 2, KIN_LIMIT_BITS, &n)) {
        return false;
    }
    if (n % 2 == 0 && kin_value_order(radicand, &zero, &sign) && sign < 0) {
        return negative_radicand(call, radicand);
    }
    return n % 2 == 0 && radicand->kind == KIN_NUMBER ? give_even_root(call, radicand, n, result)
                                                      : give_root(call, radicand, n, result);
}

static const struct kin_example root_examples[] = {{"root(27, 3)", "3"},
                                                   {"root(-8, 3)", "-2"},
                                                   {"root(10, 3)", "root(10, 3)"},
                                                   {"root(12, 2)", "2*sqrt(3)"},
                                                   {"root(10, 3) lt 2.155", "true"},
                                                   {"root(-10, 4)", "error E231"},
                                                   {"root(8, 1)", "error E240"},
                                                   {NULL, NULL}};
const struct kin_function kin_function_root = {"root",
                                               "real, integer -> real",
                                               "The n-th root: exact where it can be, else a certified real number.",
                                               call_root,
                                               false,
                                               root_examples};

/* base^(p/q) is the q-th root of base^p. */
static bool call_power(struct kin_call *call, struct kin_value *result)
{
    struct kin_value exponent = call->arguments[1], arguments[2];
    struct kin_rat top = kin_rat_numerator(call->arena, exponent.as.number);
    arguments[1] = kin_value_number(kin_rat_denominator(call->arena, exponent.as.number));
    exponent.as.number = top;
    arguments[0] = kin_values_calculate(call->arena, KIN_OP_POWER, &call->arguments[0], &exponent);
    struct kin_call inner = *call;
    inner.arguments = arguments;
    bool whole = kin_rat_is_integer(call->arguments[1].as.number);
    return kin_call_give_value(call, arguments[0], result) && (whole || call_root(&inner, result));
}

static const struct kin_example power_examples[] = {{"power(8, 2/3)", "4"},
                                                    {"power(2, 1/2)", "sqrt(2)"},
                                                    {"power(9, -1/2)", "1/3"},
                                                    {"power(2, 3/5)", "root(8, 5)"},
                                                    {"power(-8, 1/2)", "error E231"},
                                                    {"power(0, -1/2)", "error E214"},
                                                    {NULL, NULL}};
const struct kin_function kin_function_power = {
    "power", "real, plain -> real", "A power with any fraction as its exponent.", call_power, false, power_examples};

static bool call_real(struct kin_call *call, struct kin_value *result)
{
    *result = call->arguments[0];
    return true;
}

static const struct kin_example real_examples[] = {
    {"real(1)/(1 + sqrt(2) + sqrt(3))", "real(1)/(1 + sqrt(2) + sqrt(3))"},
    {"round(real(1)/(1 + pi), 4)", "0.2415"},
    {"1/(1 + pi)", "error E224"},
    {NULL, NULL}};
const struct kin_function kin_function_real = {
    "real",    "real -> real", "The same number, free to become a certified real in what follows.",
    call_real, false,          real_examples};

static bool call_is_rational(struct kin_call *call, struct kin_value *result)
{
    bool number = call->arguments[0].kind == KIN_NUMBER;
    if (call->arguments[0].kind == KIN_REAL && call->arguments[0].as.real->op != KIN_REAL_ROOT) {
        return kin_call_fail(call, KIN_E240,
                             kin_format(call->arena, "nothing tells whether %s is a fraction",
                                        kin_call_text(call, &call->arguments[0])));
    }
    *result = kin_value_truth(number);
    return true;
}

static const struct kin_example is_rational_examples[] = {{"is_rational(sqrt(16))", "true"},
                                                          {"is_rational(sqrt(20))", "false"},
                                                          {"is_rational(root(9, 3))", "false"},
                                                          {"is_rational(2*pi)", "false"},
                                                          {NULL, NULL}};
const struct kin_function kin_function_is_rational = {
    "is_rational",    "real -> truth", "Is it a whole number or a fraction?",
    call_is_rational, false,           is_rational_examples};

/* ---- Parts of a simplest radical ---- */

static bool square_parts(struct kin_call *call, int64_t *outside, int64_t *inside)
{
    int64_t n;
    if (!kin_call_whole(call, 0, 1, INT64_MAX, &n)) {
        return false;
    }
    kin_int_square_parts(n, outside, inside);
    return true;
}

static bool call_outside_root(struct kin_call *call, struct kin_value *result)
{
    int64_t outside, inside;
    return square_parts(call, &outside, &inside) && kin_call_give(call, kin_rat_int(outside), result);
}

static const struct kin_example outside_root_examples[] = {
    {"outside_root(72)", "6"}, {"outside_root(15)", "1"}, {"outside_root(0)", "error E240"}, {NULL, NULL}};
const struct kin_function kin_function_outside_root = {
    "outside_root",
    "integer -> integer",
    "What stands before the root when sqrt(n) is simplified: 6 for 72.",
    call_outside_root,
    false,
    outside_root_examples};

static bool call_inside_root(struct kin_call *call, struct kin_value *result)
{
    int64_t outside, inside;
    return square_parts(call, &outside, &inside) && kin_call_give(call, kin_rat_int(inside), result);
}

static const struct kin_example inside_root_examples[] = {
    {"inside_root(72)", "2"}, {"inside_root(49)", "1"}, {NULL, NULL}};
const struct kin_function kin_function_inside_root = {
    "inside_root",
    "integer -> integer",
    "What is left under the root when sqrt(n) is simplified: 2 for 72.",
    call_inside_root,
    false,
    inside_root_examples};

/* ---- ax^2 + bx + c = 0 ---- */

static bool call_quadratic_roots(struct kin_call *call, struct kin_value *result)
{
    kin_arena *arena = call->arena;
    struct kin_rat a = kin_call_number(call, 0), b = kin_call_number(call, 1), c = kin_call_number(call, 2);
    struct kin_rat four = kin_rat_mul(arena, kin_rat_int(4), kin_rat_mul(arena, a, c));
    struct kin_rat discriminant = kin_rat_sub(arena, kin_rat_mul(arena, b, b), four);
    struct kin_value roots[2], middle, half;
    if (kin_rat_sign(a) == 0) {
        return kin_call_fail(call, KIN_E240, "quadratic_roots needs a first number other than 0");
    }
    if (!kin_rat_defined(discriminant) || kin_rat_sign(discriminant) < 0) {
        return kin_rat_defined(discriminant) ? kin_call_give_list(call, roots, 0, result)
                                             : kin_call_give(call, discriminant, result);
    }
    struct kin_rat below = kin_rat_mul(arena, kin_rat_int(2), kin_rat_abs(arena, a));
    struct kin_rat opposite = kin_rat_sign(a) < 0 ? b : kin_rat_neg(arena, b);
    if (!give_sqrt(call, kin_rat_div(arena, discriminant, kin_rat_mul(arena, below, below)), &half) ||
        !kin_call_give(call, kin_rat_div(arena, opposite, below), &middle)) {
        return false;
    }
    roots[0] = kin_values_calculate(arena, KIN_OP_SUBTRACT, &middle, &half);
    roots[1] = kin_values_calculate(arena, KIN_OP_ADD, &middle, &half);
    return kin_call_give_value(call, roots[0], result) && kin_call_give_value(call, roots[1], result) &&
           kin_call_give_list(call, roots, kin_rat_sign(discriminant) ? 2 : 1, result);
}

static const struct kin_example quadratic_roots_examples[] = {
    {"quadratic_roots(1, -5, 6)", "[2, 3]"},    {"quadratic_roots(1, -2, -4)", "[1 - sqrt(5), 1 + sqrt(5)]"},
    {"quadratic_roots(-2, 4, -2)", "[1]"},      {"quadratic_roots(1, 0, 4)", "[]"},
    {"quadratic_roots(0, 1, 2)", "error E240"}, {NULL, NULL}};
const struct kin_function kin_function_quadratic_roots = {
    "quadratic_roots",
    "plain, plain, plain -> list of surd",
    "The real solutions of ax^2 + bx + c = 0 in rising order, exactly.",
    call_quadratic_roots,
    false,
    quadratic_roots_examples};
