/* Largest, smallest, bands, and what looks alike. */
#include "expr/functions/call.h"

#include "expr/functions/sorting.h"

#include <string.h>

KIN_DECLARE_FUNCTION(min);
KIN_DECLARE_FUNCTION(max);
KIN_DECLARE_FUNCTION(band);
KIN_DECLARE_FUNCTION(same);
KIN_DECLARE_FUNCTION(distinct);
KIN_DECLARE_FUNCTION(answer_kind);

/* `wanted`: 1 for the largest, -1 for the smallest. */
static bool extreme(struct kin_call *call, int wanted, struct kin_value *result)
{
    struct kin_list items;
    if (!kin_call_some_items(call, &items)) {
        return false;
    }
    const struct kin_value *best = &items.items[0];
    for (size_t i = 1; i < items.count; i++) {
        int order;
        if (!kin_value_order(&items.items[i], best, &order)) {
            return kin_call_fail(call, KIN_E225, NULL);
        }
        best = order * wanted > 0 ? &items.items[i] : best;
    }
    *result = *best;
    return true;
}

static bool call_min(struct kin_call *call, struct kin_value *result)
{
    return extreme(call, -1, result);
}

static const struct kin_example min_examples[] = {{"min(3, -2, 7)", "-2"},
                                                  {"min([$4, $3.50])", "$3.50"},
                                                  {"min(3, sqrt(8), pi)", "2*sqrt(2)"},
                                                  {"min([])", "error E236"},
                                                  {NULL, NULL}};
const struct kin_function kin_function_min = {
    "min",
    "number, number, number... -> number | list of number -> number | surd, surd, surd... -> surd | "
    "list of surd -> surd | real, real, real... -> real | list of real -> real",
    "The smallest of some numbers or of a list.",
    call_min,
    true,
    min_examples};

static bool call_max(struct kin_call *call, struct kin_value *result)
{
    return extreme(call, 1, result);
}

static const struct kin_example max_examples[] = {{"max(1/2, 2/3)", "2/3"}, {"max([4, 9, 1])", "9"}, {NULL, NULL}};
const struct kin_function kin_function_max = {
    "max",
    "number, number, number... -> number | list of number -> number | surd, surd, surd... -> surd | "
    "list of surd -> surd | real, real, real... -> real | list of real -> real",
    "The largest of some numbers or of a list.",
    call_max,
    true,
    max_examples};

static bool call_band(struct kin_call *call, struct kin_value *result)
{
    const struct kin_value *bounds = call->arguments + 1;
    int64_t band = 0;
    for (size_t i = 0; i + 1 < call->count; i++) {
        if (i && kin_numbers_compare(&bounds[i - 1], &bounds[i]) >= 0) {
            return kin_call_fail(call, KIN_E240, "the bounds of band must rise");
        }
        band += kin_numbers_compare(&call->arguments[0], &bounds[i]) >= 0;
    }
    return kin_call_give(call, kin_rat_int(band), result);
}

static const struct kin_example band_examples[] = {{"band(7, 20, 40)", "0"},
                                                   {"band(20, 20, 40)", "1"},
                                                   {"band(99, 20, 40)", "2"},
                                                   {"band(1, 5, 5)", "error E240"},
                                                   {NULL, NULL}};
const struct kin_function kin_function_band = {
    "band",
    "number, number, number... -> integer",
    "Which band a number is in: 0 below the first bound, 1 from there to below the second, and so on.",
    call_band,
    false,
    band_examples};

static bool call_same(struct kin_call *call, struct kin_value *result)
{
    const char *a = kin_call_text(call, &call->arguments[0]), *b = kin_call_text(call, &call->arguments[1]);
    if (!a || !b) {
        return false;
    }
    *result = kin_value_truth(strcmp(a, b) == 0);
    return true;
}

static const struct kin_example same_examples[] = {
    {"same(0.5, 0.50)", "false"}, {"same(2/4, 1/2)", "true"}, {"0.5 eq 1/2", "true"}, {NULL, NULL}};
const struct kin_function kin_function_same = {
    "same", "any, any -> truth", "Do two values look the same in writing? (eq asks for the same value.)", call_same,
    false,  same_examples};

static bool call_distinct(struct kin_call *call, struct kin_value *result)
{
    struct kin_list items = kin_call_items(call);
    *result = kin_value_truth(!kin_any_repeated(call->arena, &items));
    return true;
}

static const struct kin_example distinct_examples[] = {{"distinct(1, 2, 3)", "true"},
                                                       {"distinct(1/2, 3, 0.5)", "false"},
                                                       {"distinct(['a', 'b', 'a'])", "false"},
                                                       {NULL, NULL}};
const struct kin_function kin_function_distinct = {"distinct",
                                                   "list of T -> truth | T, T, T... -> truth",
                                                   "Are all the values, or all elements of a list, different?",
                                                   call_distinct,
                                                   false,
                                                   distinct_examples};

static bool call_answer_kind(struct kin_call *call, struct kin_value *result)
{
    struct kin_rat number = kin_call_number(call, 0);
    if (call->arguments[0].kind != KIN_NUMBER) {
        *result = kin_value_word(call->arena, "irrational", NULL);
        return true;
    }
    const char *kind = kin_rat_is_integer(number)                   ? "integer"
                       : kin_rat_decimals(call->arena, number) >= 0 ? "terminating"
                                                                    : "repeating";
    *result = kin_value_word(call->arena, kind, NULL);
    return true;
}

static const struct kin_example answer_kind_examples[] = {{"answer_kind(8/4)", "integer"},
                                                          {"answer_kind(3/8)", "terminating"},
                                                          {"answer_kind(1/3)", "repeating"},
                                                          {"answer_kind(sqrt(3))", "irrational"},
                                                          {NULL, NULL}};
const struct kin_function kin_function_answer_kind = {
    "answer_kind",
    "number -> word | surd -> word",
    "'integer', 'terminating', 'repeating' or 'irrational': what students meet when they write it.",
    call_answer_kind,
    false,
    answer_kind_examples};
