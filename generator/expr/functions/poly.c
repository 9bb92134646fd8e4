/* Expressions with letters. */
#include "expr/functions/call.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

KIN_DECLARE_FUNCTION(letter);
KIN_DECLARE_FUNCTION(coefficient);
KIN_DECLARE_FUNCTION(degree);
KIN_DECLARE_FUNCTION(at);

/* A letter of the Latin or Greek alphabet, so that no formula holds a sign or digit as a letter. */
static bool is_letter(uint32_t rune)
{
    return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') || (rune >= 0x391 && rune <= 0x3C9);
}

static bool letter_argument(struct kin_call *call, size_t index, uint32_t *letter)
{
    const char *text = call->arguments[index].as.word->one;
    size_t length = strlen(text);
    if (length && kin_utf8_decode(text, length, letter) == length && is_letter(*letter)) {
        return true;
    }
    return kin_call_fail(call, KIN_E240, kin_format(call->arena, "'%s' is not a single letter", text));
}

static bool poly_argument(struct kin_call *call, size_t index, const struct kin_poly **poly)
{
    *poly = kin_value_as_poly(call->arena, &call->arguments[index]);
    return *poly || kin_call_fail(call, KIN_E239, NULL);
}

static bool call_letter(struct kin_call *call, struct kin_value *result)
{
    uint32_t letter;
    return letter_argument(call, 0, &letter) &&
           kin_call_give_value(call, kin_value_poly(kin_poly_letter(call->arena, letter)), result);
}

static const struct kin_example letter_examples[] = {{"letter('x')", "x"},
                                                     {"3*letter('x')^2 - letter('x') + 1", "3x^2 - x + 1"},
                                                     {"letter('xy')", "error E240"},
                                                     {NULL, NULL}};
const struct kin_function kin_function_letter = {
    "letter", "word -> formula", "A letter to calculate with.", call_letter, false, letter_examples};

static bool call_coefficient(struct kin_call *call, struct kin_value *result)
{
    const struct kin_poly *poly;
    uint32_t letter;
    int64_t power;
    if (!poly_argument(call, 0, &poly) || !letter_argument(call, 1, &letter) ||
        !kin_call_whole(call, 2, 0, KIN_LIMIT_DEGREE, &power)) {
        return false;
    }
    return kin_call_give(call, kin_poly_coefficient(poly, letter, (uint32_t)power), result);
}

static const struct kin_example coefficient_examples[] = {{"coefficient(3*letter('x')^2 - 5, 'x', 2)", "3"},
                                                          {"coefficient(3*letter('x')^2 - 5, 'x', 0)", "-5"},
                                                          {"coefficient(7, 'x', 1)", "0"},
                                                          {NULL, NULL}};
const struct kin_function kin_function_coefficient = {
    "coefficient",
    "formula, word, integer -> plain",
    "The number before a power of a letter; for power 0, the constant.",
    call_coefficient,
    false,
    coefficient_examples};

static bool call_degree(struct kin_call *call, struct kin_value *result)
{
    const struct kin_poly *poly;
    return poly_argument(call, 0, &poly) && kin_call_give(call, kin_rat_int(kin_poly_degree(poly)), result);
}

static const struct kin_example degree_examples[] = {
    {"degree((letter('x') + 1)^3)", "3"}, {"degree(letter('x')*letter('y'))", "2"}, {"degree(5)", "0"}, {NULL, NULL}};
const struct kin_function kin_function_degree = {
    "degree", "formula -> integer", "The highest power; with several letters, of a whole term.", call_degree,
    false,    degree_examples};

static bool call_at(struct kin_call *call, struct kin_value *result)
{
    const struct kin_poly *poly, *value;
    uint32_t letter;
    if (!poly_argument(call, 0, &poly) || !letter_argument(call, 1, &letter) || !poly_argument(call, 2, &value)) {
        return false;
    }
    call->cost = poly->count * (kin_poly_degree(poly) + 1) * value->count;
    return kin_call_give_value(call, kin_value_poly(kin_poly_at(call->arena, poly, letter, value)), result);
}

static const struct kin_example at_examples[] = {{"at(letter('x')^2 + 1, 'x', 3)", "10"},
                                                 {"at(letter('x')^2, 'x', letter('h') + 1)", "h^2 + 2h + 1"},
                                                 {"at(letter('x'), 'x', 4) eq 4", "true"},
                                                 {NULL, NULL}};
const struct kin_function kin_function_at = {
    "at",       "formula, word, formula -> formula", "The expression with a value put for a letter.", call_at, false,
    at_examples};
