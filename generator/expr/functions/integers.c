/* Number theory. */
#include "expr/functions/call.h"

#include "base/limits.h"

KIN_DECLARE_FUNCTION(gcd);
KIN_DECLARE_FUNCTION(lcm);
KIN_DECLARE_FUNCTION(mod);
KIN_DECLARE_FUNCTION(quotient);
KIN_DECLARE_FUNCTION(is_integer);
KIN_DECLARE_FUNCTION(is_prime);
KIN_DECLARE_FUNCTION(divisors);
KIN_DECLARE_FUNCTION(factorial);
KIN_DECLARE_FUNCTION(prime_factors);

static bool integers_only(struct kin_call *call, const struct kin_list *items)
{
    for (size_t i = 0; i < items->count; i++) {
        if (!kin_rat_is_integer(items->items[i].as.number)) {
            return kin_call_fail(call, KIN_E232, kin_value_text(call->arena, &items->items[i]));
        }
    }
    return true;
}

typedef struct kin_rat pair_function(kin_arena *arena, struct kin_rat a, struct kin_rat b);

/* The whole list, two at a time from the left. */
static bool reduce(struct kin_call *call, pair_function *combine, struct kin_value *result)
{
    struct kin_list items;
    if (!kin_call_some_items(call, &items) || !integers_only(call, &items)) {
        return false;
    }
    struct kin_rat number = kin_rat_abs(call->arena, items.items[0].as.number);
    for (size_t i = 1; i < items.count; i++) {
        number = combine(call->arena, number, items.items[i].as.number);
    }
    return kin_call_give(call, number, result);
}

static bool call_gcd(struct kin_call *call, struct kin_value *result)
{
    return reduce(call, kin_rat_gcd, result);
}

static const struct kin_example gcd_examples[] = {
    {"gcd(12, 18)", "6"}, {"gcd([8, 12, 20])", "4"}, {"gcd(0, 5)", "5"}, {"gcd(1/2, 3)", "error E232"}, {NULL, NULL}};
const struct kin_function kin_function_gcd = {"gcd",
                                              "integer, integer, integer... -> integer | list of integer -> integer",
                                              "The greatest common divisor of whole numbers.",
                                              call_gcd,
                                              false,
                                              gcd_examples};

static bool call_lcm(struct kin_call *call, struct kin_value *result)
{
    return reduce(call, kin_rat_lcm, result);
}

static const struct kin_example lcm_examples[] = {{"lcm(4, 6)", "12"}, {"lcm([2, 3, 4])", "12"}, {NULL, NULL}};
const struct kin_function kin_function_lcm = {"lcm",
                                              "integer, integer, integer... -> integer | list of integer -> integer",
                                              "The least common multiple of whole numbers.",
                                              call_lcm,
                                              false,
                                              lcm_examples};

static bool divide(struct kin_call *call, pair_function *combine, struct kin_value *result)
{
    struct kin_list both = {call->count, call->arguments};
    if (kin_rat_sign(kin_call_number(call, 1)) == 0) {
        return kin_call_fail(call, KIN_E214, NULL);
    }
    return integers_only(call, &both) &&
           kin_call_give(call, combine(call->arena, kin_call_number(call, 0), kin_call_number(call, 1)), result);
}

static bool call_mod(struct kin_call *call, struct kin_value *result)
{
    return divide(call, kin_rat_remainder, result);
}

static const struct kin_example mod_examples[] = {
    {"mod(17, 5)", "2"}, {"mod(-1, 7)", "6"}, {"mod(3, 0)", "error E214"}, {NULL, NULL}};
const struct kin_function kin_function_mod = {"mod",
                                              "integer, integer -> integer",
                                              "The remainder of a division; for a positive divisor never negative.",
                                              call_mod,
                                              false,
                                              mod_examples};

static bool call_quotient(struct kin_call *call, struct kin_value *result)
{
    return divide(call, kin_rat_quotient, result);
}

static const struct kin_example quotient_examples[] = {
    {"quotient(17, 5)", "3"}, {"quotient(-17, 5)", "-4"}, {"quotient(1, 0)", "error E214"}, {NULL, NULL}};
const struct kin_function kin_function_quotient = {"quotient",
                                                   "integer, integer -> integer",
                                                   "The whole part of a division, rounded down.",
                                                   call_quotient,
                                                   false,
                                                   quotient_examples};

static bool call_is_integer(struct kin_call *call, struct kin_value *result)
{
    const struct kin_value *number = &call->arguments[0];
    *result = kin_value_truth(number->kind == KIN_NUMBER && kin_rat_is_integer(number->as.number));
    return true;
}

static const struct kin_example is_integer_examples[] = {{"is_integer(6/3)", "true"},
                                                         {"is_integer(2.5)", "false"},
                                                         {"is_integer($4.00)", "true"},
                                                         {"is_integer(sqrt(3))", "false"},
                                                         {NULL, NULL}};
const struct kin_function kin_function_is_integer = {
    "is_integer",       "number -> truth | surd -> truth", "Is it a whole number?", call_is_integer, false,
    is_integer_examples};

static bool call_is_prime(struct kin_call *call, struct kin_value *result)
{
    int64_t n;
    if (!kin_call_whole(call, 0, INT64_MIN, INT64_MAX, &n)) {
        return false;
    }
    *result = kin_value_truth(n > 1 && kin_int_is_prime(n));
    return true;
}

static const struct kin_example is_prime_examples[] = {
    {"is_prime(97)", "true"}, {"is_prime(1)", "false"}, {"is_prime(-7)", "false"}, {NULL, NULL}};
const struct kin_function kin_function_is_prime = {
    "is_prime", "integer -> truth", "Is it a prime number?", call_is_prime, false, is_prime_examples};

enum { HARD_TO_FACTOR = 500 }; /* steps that a long number with two large prime factors is worth */

static bool call_divisors(struct kin_call *call, struct kin_value *result)
{
    int64_t n, *divisors;
    if (!kin_call_whole(call, 0, 1, INT64_MAX, &n)) {
        return false;
    }
    call->cost = n > UINT32_MAX ? HARD_TO_FACTOR : 0;
    size_t count = kin_int_divisors(call->arena, n, &divisors);
    if (count > KIN_LIMIT_LIST) {
        return kin_call_fail(call, KIN_E234, NULL);
    }
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, count);
    for (size_t i = 0; i < count; i++) {
        items[i] = kin_value_int(divisors[i]);
    }
    return kin_call_give_list(call, items, count, result);
}

static const struct kin_example divisors_examples[] = {
    {"divisors(12)", "[1, 2, 3, 4, 6, 12]"}, {"divisors(1)", "[1]"}, {"divisors(0)", "error E240"}, {NULL, NULL}};
const struct kin_function kin_function_divisors = {"divisors",
                                                   "integer -> list of integer",
                                                   "The positive divisors of a positive whole number, in order.",
                                                   call_divisors,
                                                   false,
                                                   divisors_examples};

static bool call_factorial(struct kin_call *call, struct kin_value *result)
{
    int64_t n;
    if (!kin_call_whole(call, 0, 0, KIN_LIMIT_BITS, &n)) {
        return false;
    }
    struct kin_rat number = kin_rat_int(1);
    call->cost = (size_t)n / 2;
    for (int64_t i = 2; i <= n && kin_rat_defined(number); i++) {
        number = kin_rat_mul(call->arena, number, kin_rat_int(i));
    }
    return kin_call_give(call, number, result);
}

static const struct kin_example factorial_examples[] = {{"factorial(5)", "120"},
                                                        {"factorial(0)", "1"},
                                                        {"factorial(-1)", "error E240"},
                                                        {"factorial(4000)", "error E230"},
                                                        {NULL, NULL}};
const struct kin_function kin_function_factorial = {
    "factorial", "integer -> integer", "The product of the whole numbers from 1 to n.", call_factorial,
    false,       factorial_examples};

/* In rising order, each as often as it divides. */
static bool call_prime_factors(struct kin_call *call, struct kin_value *result)
{
    struct kin_value items[64];
    int64_t n, *divisors;
    size_t count = 0;
    if (!kin_call_whole(call, 0, 1, INT64_MAX, &n)) {
        return false;
    }
    call->cost = n > UINT32_MAX ? HARD_TO_FACTOR : 0;
    size_t all = kin_int_divisors(call->arena, n, &divisors);
    for (size_t i = 1; i < all && n > 1; i++) { /* a divisor that still divides has no smaller factor left */
        for (; n % divisors[i] == 0; n /= divisors[i]) {
            items[count++] = kin_value_int(divisors[i]);
        }
    }
    return kin_call_give_list(call, items, count, result);
}

static const struct kin_example prime_factors_examples[] = {{"prime_factors(60)", "[2, 2, 3, 5]"},
                                                            {"prime_factors(1)", "[]"},
                                                            {"prime_factors(0)", "error E240"},
                                                            {NULL, NULL}};
const struct kin_function kin_function_prime_factors = {
    "prime_factors",
    "integer -> list of integer",
    "The prime factors of a positive whole number, each as often as it divides.",
    call_prime_factors,
    false,
    prime_factors_examples};
