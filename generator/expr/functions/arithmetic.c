/* Size, sign, fractions, and changing the look of a number. */
#include "expr/functions/call.h"

KIN_DECLARE_FUNCTION(abs);
KIN_DECLARE_FUNCTION(sign);
KIN_DECLARE_FUNCTION(numerator);
KIN_DECLARE_FUNCTION(denominator);
KIN_DECLARE_FUNCTION(number);
KIN_DECLARE_FUNCTION(money);
KIN_DECLARE_FUNCTION(percent);

/* -1, 0 or 1; false with the fault set when nothing proves it. */
static bool sign_of(struct kin_call *call, int *sign)
{
    struct kin_value zero = kin_value_int(0);
    return kin_value_order(&call->arguments[0], &zero, sign) || kin_call_fail(call, KIN_E225, NULL);
}

static bool call_abs(struct kin_call *call, struct kin_value *result)
{
    int sign;
    *result = call->arguments[0];
    if (result->kind != KIN_NUMBER) {
        return sign_of(call, &sign) &&
               (sign >= 0 || kin_call_give_value(call, kin_value_negated(call->arena, result), result));
    }
    result->as.number = kin_rat_abs(call->arena, kin_call_number(call, 0));
    return true;
}

static const struct kin_example abs_examples[] = {{"abs(-3)", "3"},
                                                  {"abs(-2.50)", "2.50"},
                                                  {"abs($3 - $4.20)", "$1.20"},
                                                  {"abs(1 - sqrt(2))", "-1 + sqrt(2)"},
                                                  {NULL, NULL}};
const struct kin_function kin_function_abs = {"abs",
                                              "number -> number | surd -> surd | real -> real",
                                              "The size of a number without its sign.",
                                              call_abs,
                                              true,
                                              abs_examples};

static bool call_sign(struct kin_call *call, struct kin_value *result)
{
    int sign;
    return sign_of(call, &sign) && kin_call_give(call, kin_rat_int(sign), result);
}

static const struct kin_example sign_examples[] = {
    {"sign(-7)", "-1"}, {"sign(0)", "0"}, {"sign($3)", "1"}, {"sign(3 - pi)", "-1"}, {NULL, NULL}};
const struct kin_function kin_function_sign = {"sign",
                                               "number -> plain | real -> plain",
                                               "-1, 0 or 1 for a negative number, zero, a positive number.",
                                               call_sign,
                                               false,
                                               sign_examples};

static bool call_numerator(struct kin_call *call, struct kin_value *result)
{
    return kin_call_give(call, kin_rat_numerator(call->arena, kin_call_number(call, 0)), result);
}

static const struct kin_example numerator_examples[] = {{"numerator(6/8)", "3"}, {"numerator(-5)", "-5"}, {NULL, NULL}};
const struct kin_function kin_function_numerator = {
    "numerator", "number -> plain", "The upper number of the fraction in lowest terms.", call_numerator,
    false,       numerator_examples};

static bool call_denominator(struct kin_call *call, struct kin_value *result)
{
    return kin_call_give(call, kin_rat_denominator(call->arena, kin_call_number(call, 0)), result);
}

static const struct kin_example denominator_examples[] = {
    {"denominator(6/8)", "4"}, {"denominator(7)", "1"}, {NULL, NULL}};
const struct kin_function kin_function_denominator = {
    "denominator",
    "number -> plain",
    "The lower number of the fraction in lowest terms; 1 for a whole number.",
    call_denominator,
    false,
    denominator_examples};

/* An amount keeps its cents; 15% becomes 3/20. */
static bool call_number(struct kin_call *call, struct kin_value *result)
{
    *result = call->arguments[0];
    result->places = result->look == KIN_PERCENT ? KIN_NO_PLACES : result->places;
    return true;
}

static const struct kin_example number_examples[] = {
    {"number($3.50)", "3.50"}, {"number(15%)", "3/20"}, {"number(4)", "4"}, {NULL, NULL}};
const struct kin_function kin_function_number = {
    "number", "number -> plain", "An amount of money or a percentage as a plain number.", call_number,
    false,    number_examples};

static bool call_money(struct kin_call *call, struct kin_value *result)
{
    enum { CENTS = 2 };
    int needed = kin_rat_decimals(call->arena, kin_call_number(call, 0));
    *result = call->arguments[0];
    result->places = needed >= 0 && needed <= CENTS ? CENTS : KIN_NO_PLACES;
    return true;
}

static const struct kin_example money_examples[] = {
    {"money(5)", "$5.00"}, {"money(7/4)", "$1.75"}, {"money(5) + $2.50", "$7.50"}, {NULL, NULL}};
const struct kin_function kin_function_money = {
    "money", "number -> money", "A number as an amount of money.", call_money, false, money_examples};

static bool call_percent(struct kin_call *call, struct kin_value *result)
{
    struct kin_rat hundredth = kin_rat_div(call->arena, kin_call_number(call, 0), kin_rat_int(100));
    bool given = kin_call_give(call, hundredth, result);
    result->places = call->arguments[0].places;
    return given;
}

static const struct kin_example percent_examples[] = {
    {"percent(15)", "15%"}, {"percent(7.5)", "7.5%"}, {"percent(15) eq 0.15", "true"}, {NULL, NULL}};
const struct kin_function kin_function_percent = {
    "percent", "plain -> percent", "So many percent: percent(15) is 15%.", call_percent, false, percent_examples};
