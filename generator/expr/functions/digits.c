/* Numbers as they are written: digits, decimals, and the work of adding and subtracting in columns. */
#include "expr/functions/call.h"

#include <string.h>

KIN_DECLARE_FUNCTION(digits);
KIN_DECLARE_FUNCTION(digit);
KIN_DECLARE_FUNCTION(decimals);
KIN_DECLARE_FUNCTION(terminates);
KIN_DECLARE_FUNCTION(carries);
KIN_DECLARE_FUNCTION(borrows);

static bool call_digits(struct kin_call *call, struct kin_value *result)
{
    return kin_call_give(call, kin_rat_int(kin_rat_digits(call->arena, kin_call_number(call, 0))), result);
}

static const struct kin_example digits_examples[] = {
    {"digits(1200)", "4"}, {"digits(-45.6)", "2"}, {"digits(0)", "1"}, {NULL, NULL}};
const struct kin_function kin_function_digits = {
    "digits", "number -> integer", "How many digits the whole part has.", call_digits, false, digits_examples};

static bool call_digit(struct kin_call *call, struct kin_value *result)
{
    enum { FARTHEST = 1000 };
    int64_t place;
    if (!kin_call_whole(call, 1, -FARTHEST, FARTHEST, &place)) {
        return false;
    }
    kin_arena *arena = call->arena;
    struct kin_rat size = kin_rat_abs(arena, kin_call_number(call, 0));
    struct kin_rat shifted = kin_rat_div(arena, size, kin_rat_pow(arena, kin_rat_int(10), place));
    struct kin_rat whole = kin_rat_round(arena, shifted, 0, KIN_FLOOR);
    return kin_call_give(call, kin_rat_remainder(arena, whole, kin_rat_int(10)), result);
}

static const struct kin_example digit_examples[] = {
    {"digit(345, 0)", "5"}, {"digit(345, 2)", "3"}, {"digit(3.45, -2)", "5"}, {"digit(345, 7)", "0"}, {NULL, NULL}};
const struct kin_function kin_function_digit = {"digit",
                                                "number, integer -> integer",
                                                "The digit at a place: 0 for ones, 1 for tens, -1 for tenths.",
                                                call_digit,
                                                false,
                                                digit_examples};

static bool call_decimals(struct kin_call *call, struct kin_value *result)
{
    struct kin_rat shown = kin_call_shown(call, &call->arguments[0]);
    return kin_call_give(call, kin_rat_int(kin_rat_decimals(call->arena, shown)), result);
}

static const struct kin_example decimals_examples[] = {
    {"decimals(3/8)", "3"}, {"decimals(2.50)", "1"}, {"decimals(1/3)", "-1"}, {"decimals(7.5%)", "1"}, {NULL, NULL}};
const struct kin_function kin_function_decimals = {
    "decimals",
    "number -> integer",
    "How many decimals are needed to write it exactly; -1 when it never ends.",
    call_decimals,
    false,
    decimals_examples};

static bool call_terminates(struct kin_call *call, struct kin_value *result)
{
    *result = kin_value_truth(kin_rat_decimals(call->arena, kin_call_number(call, 0)) >= 0);
    return true;
}

static const struct kin_example terminates_examples[] = {
    {"terminates(3/8)", "true"}, {"terminates(1/3)", "false"}, {NULL, NULL}};
const struct kin_function kin_function_terminates = {
    "terminates", "number -> truth",  "Can it be written as a decimal that ends?", call_terminates,
    false,        terminates_examples};

/* ---- Column arithmetic ---- */

/* Two numbers written below one another: digit strings of the same unit, without a point. */
struct columns {
    const char *upper, *lower;
};

static bool write_columns(struct kin_call *call, struct columns *columns)
{
    struct kin_rat a = kin_call_number(call, 0), b = kin_call_number(call, 1);
    int places_a = kin_rat_decimals(call->arena, a), places_b = kin_rat_decimals(call->arena, b);
    if (places_a < 0 || places_b < 0 || kin_rat_sign(a) < 0 || kin_rat_sign(b) < 0) {
        return kin_call_fail(call, KIN_E240, "column arithmetic takes decimals that end and are not negative");
    }
    int64_t places = places_a > places_b ? places_a : places_b;
    struct kin_rat unit = kin_rat_pow(call->arena, kin_rat_int(10), places);
    a = kin_rat_mul(call->arena, a, unit);
    b = kin_rat_mul(call->arena, b, unit);
    if (!kin_rat_defined(a) || !kin_rat_defined(b)) {
        return kin_call_fail(call, KIN_E230, NULL);
    }
    *columns = (struct columns){kin_rat_text(call->arena, a), kin_rat_text(call->arena, b)};
    return true;
}

/* The digit in a column counted from the right; 0 beyond the number's end. */
static int digit_at(const char *digits, size_t column)
{
    size_t length = strlen(digits);
    return column < length ? digits[length - 1 - column] - '0' : 0;
}

static size_t width(const struct columns *columns)
{
    size_t upper = strlen(columns->upper), lower = strlen(columns->lower);
    return upper > lower ? upper : lower;
}

static bool call_carries(struct kin_call *call, struct kin_value *result)
{
    struct columns columns;
    if (!write_columns(call, &columns)) {
        return false;
    }
    int carried = 0, carries = 0;
    for (size_t i = 0; i < width(&columns); i++) {
        carried = digit_at(columns.upper, i) + digit_at(columns.lower, i) + carried > 9;
        carries += carried;
    }
    return kin_call_give(call, kin_rat_int(carries), result);
}

static const struct kin_example carries_examples[] = {{"carries(58, 67)", "2"},
                                                      {"carries(12, 34)", "0"},
                                                      {"carries(2.75, 3.5)", "1"},
                                                      {"carries(-1, 2)", "error E240"},
                                                      {NULL, NULL}};
const struct kin_function kin_function_carries = {"carries",
                                                  "number, number -> integer",
                                                  "How often one carries when adding the two in columns.",
                                                  call_carries,
                                                  false,
                                                  carries_examples};

static bool call_borrows(struct kin_call *call, struct kin_value *result)
{
    struct columns columns;
    if (!write_columns(call, &columns)) {
        return false;
    }
    if (kin_rat_compare(kin_call_number(call, 0), kin_call_number(call, 1)) < 0) {
        return kin_call_fail(call, KIN_E240, "borrows takes the larger number first");
    }
    int borrowed = 0, borrows = 0;
    for (size_t i = 0; i < width(&columns); i++) {
        borrowed = digit_at(columns.upper, i) - digit_at(columns.lower, i) - borrowed < 0;
        borrows += borrowed;
    }
    return kin_call_give(call, kin_rat_int(borrows), result);
}

static const struct kin_example borrows_examples[] = {{"borrows(52, 17)", "1"},
                                                      {"borrows(1000, 1)", "3"},
                                                      {"borrows(5.2, 1.75)", "2"},
                                                      {"borrows(1, 2)", "error E240"},
                                                      {NULL, NULL}};
const struct kin_function kin_function_borrows = {
    "borrows",
    "number, number -> integer",
    "How often one borrows when subtracting the second from the first in columns.",
    call_borrows,
    false,
    borrows_examples};
