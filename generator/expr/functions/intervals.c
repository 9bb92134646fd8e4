/* Intervals: pieces of the number line, as the solutions of inequalities. `v in i` asks for membership; sets.c unites
 * and intersects. */
#include "expr/functions/call.h"

#include <string.h>

KIN_DECLARE_FUNCTION(interval);
KIN_DECLARE_FUNCTION(less_than);
KIN_DECLARE_FUNCTION(at_most);
KIN_DECLARE_FUNCTION(more_than);
KIN_DECLARE_FUNCTION(at_least);
KIN_DECLARE_FUNCTION(complement);
KIN_DECLARE_FUNCTION(is_empty);
KIN_DECLARE_FUNCTION(ends);

static bool give(struct kin_call *call, const struct kin_interval *interval, struct kin_value *result)
{
    *result = kin_value_interval(interval);
    return interval || kin_call_fail(call, KIN_E234, NULL);
}

static bool give_piece(struct kin_call *call, struct kin_end low, struct kin_end high, struct kin_value *result)
{
    struct kin_piece_of_line piece = {low, high};
    return give(call, kin_interval_of(call->arena, &piece, 1), result);
}

/* '[' or '(' as a word, ']' or ')' behind. */
static bool bracket(struct kin_call *call, size_t index, const char *open, const char *closed, bool *is_closed)
{
    const char *sign = call->arguments[index].as.word->one;
    *is_closed = strcmp(sign, closed) == 0;
    return *is_closed || strcmp(sign, open) == 0 ||
           kin_call_fail(call, KIN_E240,
                         kin_format(call->arena, "'%s' is no bracket: write '%s' or '%s'",
                                    kin_call_text(call, &call->arguments[index]), open, closed));
}

static bool read_interval(struct kin_call *call, struct kin_value *result)
{
    const char *text = call->arguments[0].as.word->one;
    const struct kin_interval *interval = kin_interval_parse(call->arena, text);
    *result = kin_value_interval(interval);
    return interval ||
           kin_call_fail(
               call, KIN_E240,
               kin_format(call->arena, "'%.60s' is no interval such as '[2, 5)' or '(-oo, 3] or (4, oo)'", text));
}

static bool call_interval(struct kin_call *call, struct kin_value *result)
{
    struct kin_end low = {.at = kin_call_number(call, 1)}, high = {.at = kin_call_number(call, 2)};
    if (call->count == 1) {
        return read_interval(call, result);
    }
    return bracket(call, 0, "(", "[", &low.closed) && bracket(call, 3, ")", "]", &high.closed) &&
           give_piece(call, low, high, result);
}

static const struct kin_example interval_examples[] = {
    {"interval('[', 2, 5, ')')", "[2, 5)"},
    {"interval('(', 5, 2, ')')", "{}"},
    {"interval('(-oo, 1/2] or [3] or (4, oo)')", "(-oo, 1/2] or [3] or (4, oo)"},
    {"3 in interval('(', 1, 3, ']')", "true"},
    {"interval('2 to 5')", "error E240"},
    {NULL, NULL}};
const struct kin_function kin_function_interval = {
    "interval",
    "word, plain, plain, word -> interval | word -> interval",
    "The numbers between two ends, with a square bracket where the end belongs to it; or an interval as it is written.",
    call_interval,
    false,
    interval_examples};

static const struct kin_end infinite = {.infinite = true};

static struct kin_end end_at(const struct kin_call *call, bool closed)
{
    return (struct kin_end){.at = kin_call_number(call, 0), .closed = closed};
}

static bool call_less_than(struct kin_call *call, struct kin_value *result)
{
    return give_piece(call, infinite, end_at(call, false), result);
}

static const struct kin_example less_than_examples[] = {{"less_than(5)", "(-oo, 5)"}, {NULL, NULL}};
const struct kin_function kin_function_less_than = {
    "less_than", "plain -> interval", "All numbers below this one.", call_less_than, false, less_than_examples};

static bool call_at_most(struct kin_call *call, struct kin_value *result)
{
    return give_piece(call, infinite, end_at(call, true), result);
}

static const struct kin_example at_most_examples[] = {{"at_most(-1/2)", "(-oo, -1/2]"}, {NULL, NULL}};
const struct kin_function kin_function_at_most = {
    "at_most", "plain -> interval", "This number and all below.", call_at_most, false, at_most_examples};

static bool call_more_than(struct kin_call *call, struct kin_value *result)
{
    return give_piece(call, end_at(call, false), infinite, result);
}

static const struct kin_example more_than_examples[] = {
    {"more_than(5)", "(5, oo)"}, {"5 in more_than(5)", "false"}, {NULL, NULL}};
const struct kin_function kin_function_more_than = {
    "more_than", "plain -> interval", "All numbers above this one.", call_more_than, false, more_than_examples};

static bool call_at_least(struct kin_call *call, struct kin_value *result)
{
    return give_piece(call, end_at(call, true), infinite, result);
}

static const struct kin_example at_least_examples[] = {
    {"at_least(5)", "[5, oo)"}, {"5 in at_least(5)", "true"}, {NULL, NULL}};
const struct kin_function kin_function_at_least = {
    "at_least", "plain -> interval", "This number and all above.", call_at_least, false, at_least_examples};

static bool call_complement(struct kin_call *call, struct kin_value *result)
{
    return give(call, kin_interval_complement(call->arena, call->arguments[0].as.interval), result);
}

static const struct kin_example complement_examples[] = {{"complement(interval('[2, 5)'))", "(-oo, 2) or [5, oo)"},
                                                         {"complement(complement(at_least(3))) eq at_least(3)", "true"},
                                                         {"complement(interval('(-oo, oo)'))", "{}"},
                                                         {NULL, NULL}};
const struct kin_function kin_function_complement = {
    "complement", "interval -> interval", "All numbers that are not in it.", call_complement,
    false,        complement_examples};

static bool call_is_empty(struct kin_call *call, struct kin_value *result)
{
    const struct kin_value *value = &call->arguments[0];
    *result =
        kin_value_truth(value->kind == KIN_INTERVAL ? value->as.interval->count == 0 : value->as.list->count == 0);
    return true;
}

static const struct kin_example is_empty_examples[] = {
    {"is_empty(intersect(less_than(2), more_than(2)))", "true"}, {"is_empty([0])", "false"}, {NULL, NULL}};
const struct kin_function kin_function_is_empty = {
    "is_empty",       "interval -> truth | list of T -> truth", "Is there nothing in it?", call_is_empty, false,
    is_empty_examples};

static bool call_ends(struct kin_call *call, struct kin_value *result)
{
    const struct kin_interval *interval = call->arguments[0].as.interval;
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, 2 * interval->count);
    size_t count = 0;
    for (size_t i = 0; i < interval->count; i++) {
        const struct kin_piece_of_line *piece = &interval->pieces[i];
        if (!piece->low.infinite) {
            items[count++] = kin_value_number(piece->low.at);
        }
        bool single = count && !piece->low.infinite && kin_rat_equal(piece->low.at, piece->high.at);
        if (!piece->high.infinite && !single) {
            items[count++] = kin_value_number(piece->high.at);
        }
    }
    return kin_call_give_list(call, items, count, result);
}

static const struct kin_example ends_examples[] = {
    {"ends(interval('(-oo, 1] or (3, 5)'))", "[1, 3, 5]"}, {"ends(interval('[4]'))", "[4]"}, {NULL, NULL}};
const struct kin_function kin_function_ends = {
    "ends",       "interval -> list of plain", "The finite ends of its pieces, in rising order.", call_ends, false,
    ends_examples};
