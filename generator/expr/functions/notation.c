/* Repeating decimals and scientific notation. */
#include "expr/functions/call.h"

#include "base/limits.h"

KIN_DECLARE_FUNCTION(repetend);
KIN_DECLARE_FUNCTION(repetend_length);
KIN_DECLARE_FUNCTION(repetend_start);
KIN_DECLARE_FUNCTION(mantissa);
KIN_DECLARE_FUNCTION(exponent);

/* ---- Repeating decimals: long division, remainder by remainder ---- */

struct repetend {
    int64_t start;  /* decimals before it */
    int64_t length; /* 0: the decimal ends */
    char digits[KIN_LIMIT_LIST + 1];
};

static int64_t next_remainder(int64_t remainder, int64_t divisor)
{
    return remainder * 10 % divisor;
}

/* Decimals before the repetend: as many as the divisor has factors 2 or 5, whichever it has more of. */
static int64_t start_of(int64_t divisor, int64_t *rest)
{
    int64_t twos = 0, fives = 0;
    for (*rest = divisor; *rest % 2 == 0; *rest /= 2) {
        twos++;
    }
    for (; *rest % 5 == 0; *rest /= 5) {
        fives++;
    }
    return twos > fives ? twos : fives;
}

static bool find_repetend(struct kin_call *call, struct repetend *found)
{
    enum { LARGEST = 1000 * 1000 * 1000 };
    struct kin_rat number = kin_rat_abs(call->arena, kin_call_number(call, 0));
    int64_t divisor = number.big ? 0 : number.den, rest;
    if (divisor == 0 || divisor > LARGEST) {
        return kin_call_fail(call, KIN_E230, NULL);
    }
    int64_t remainder = number.num % divisor, first;
    *found = (struct repetend){.start = start_of(divisor, &rest)};
    for (int64_t i = 0; i < found->start; i++) {
        remainder = next_remainder(remainder, divisor);
    }
    first = remainder;
    while (rest > 1 && found->length < KIN_LIMIT_LIST && (found->length == 0 || remainder != first)) {
        found->digits[found->length++] = (char)('0' + remainder * 10 / divisor);
        remainder = next_remainder(remainder, divisor);
    }
    call->cost = (size_t)found->length;
    return rest == 1 || remainder == first || kin_call_fail(call, KIN_E234, NULL);
}

static bool call_repetend(struct kin_call *call, struct kin_value *result)
{
    struct repetend found;
    if (!find_repetend(call, &found)) {
        return false;
    }
    found.digits[found.length] = '\0';
    *result = kin_value_word(call->arena, found.digits, NULL);
    return true;
}

static const struct kin_example repetend_examples[] = {{"repetend(1/7)", "142857"},
                                                       {"repetend(5/6)", "3"},
                                                       {"repetend(-13/11)", "18"},
                                                       {"repetend(3/8)", ""},
                                                       {NULL, NULL}};
const struct kin_function kin_function_repetend = {
    "repetend",    "plain -> word", "The digits that repeat in the decimal of a fraction; no digits when it ends.",
    call_repetend, false,           repetend_examples};

static bool call_repetend_length(struct kin_call *call, struct kin_value *result)
{
    struct repetend found;
    return find_repetend(call, &found) && kin_call_give(call, kin_rat_int(found.length), result);
}

static const struct kin_example repetend_length_examples[] = {
    {"repetend_length(1/7)", "6"}, {"repetend_length(7/12)", "1"}, {"repetend_length(3/8)", "0"}, {NULL, NULL}};
const struct kin_function kin_function_repetend_length = {"repetend_length",
                                                          "plain -> integer",
                                                          "How many digits repeat in the decimal of a fraction.",
                                                          call_repetend_length,
                                                          false,
                                                          repetend_length_examples};

static bool call_repetend_start(struct kin_call *call, struct kin_value *result)
{
    struct repetend found;
    return find_repetend(call, &found) && kin_call_give(call, kin_rat_int(found.start), result);
}

static const struct kin_example repetend_start_examples[] = {
    {"repetend_start(7/12)", "2"}, {"repetend_start(1/3)", "0"}, {"repetend_start(3/8)", "3"}, {NULL, NULL}};
const struct kin_function kin_function_repetend_start = {"repetend_start",
                                                         "plain -> integer",
                                                         "How many decimals stand before the digits that repeat.",
                                                         call_repetend_start,
                                                         false,
                                                         repetend_start_examples};

/* ---- Scientific notation: mantissa * 10^exponent with 1 <= |mantissa| < 10 ---- */

static bool scientific(struct kin_call *call, int64_t *exponent, struct kin_rat *mantissa)
{
    kin_arena *arena = call->arena;
    struct kin_rat number = kin_call_number(call, 0), size = kin_rat_abs(arena, number);
    if (kin_rat_sign(number) == 0) {
        return kin_call_fail(call, KIN_E240, "0 has no scientific notation");
    }
    *exponent = kin_rat_digits(arena, size) - 1;
    while (kin_rat_compare(kin_rat_mul(arena, size, kin_rat_pow(arena, kin_rat_int(10), -*exponent)), kin_rat_int(1)) <
           0) {
        --*exponent;
    }
    *mantissa = kin_rat_mul(arena, number, kin_rat_pow(arena, kin_rat_int(10), -*exponent));
    return true;
}

static bool call_mantissa(struct kin_call *call, struct kin_value *result)
{
    int64_t exponent;
    struct kin_rat mantissa;
    if (!scientific(call, &exponent, &mantissa)) {
        return false;
    }
    struct kin_value value = kin_value_number(mantissa);
    int places = kin_rat_decimals(call->arena, mantissa);
    value.places = places > 0 ? (int16_t)places : KIN_NO_PLACES;
    return kin_call_give_value(call, value, result);
}

static const struct kin_example mantissa_examples[] = {{"mantissa(45000)", "4.5"},
                                                       {"mantissa(-0.0032)", "-3.2"},
                                                       {"mantissa(7)", "7"},
                                                       {"mantissa(0)", "error E240"},
                                                       {NULL, NULL}};
const struct kin_function kin_function_mantissa = {
    "mantissa", "plain -> plain", "The number from 1 to below 10 that scientific notation begins with.", call_mantissa,
    false,      mantissa_examples};

static bool call_exponent(struct kin_call *call, struct kin_value *result)
{
    int64_t exponent;
    struct kin_rat mantissa;
    return scientific(call, &exponent, &mantissa) && kin_call_give(call, kin_rat_int(exponent), result);
}

static const struct kin_example exponent_examples[] = {
    {"exponent(45000)", "4"}, {"exponent(-0.0032)", "-3"}, {"exponent(10^40)", "40"}, {NULL, NULL}};
const struct kin_function kin_function_exponent = {
    "exponent", "plain -> integer", "The power of ten of a number's scientific notation.", call_exponent,
    false,      exponent_examples};
