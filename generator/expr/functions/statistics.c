/* Statistics of a list: spread, quartiles by a named rule, what is most frequent, what lies far out. */
#include "expr/functions/call.h"

#include "expr/functions/sorting.h"

#include <string.h>

KIN_DECLARE_FUNCTION(spread);
KIN_DECLARE_FUNCTION(quartiles);
KIN_DECLARE_FUNCTION(iqr);
KIN_DECLARE_FUNCTION(five_numbers);
KIN_DECLARE_FUNCTION(fences);
KIN_DECLARE_FUNCTION(outliers);
KIN_DECLARE_FUNCTION(mad);
KIN_DECLARE_FUNCTION(variance);
KIN_DECLARE_FUNCTION(sd);
KIN_DECLARE_FUNCTION(modes);
KIN_DECLARE_FUNCTION(frequencies);

/* ---- Places in the order ---- */

/* The median of `count` numbers in rising order; count > 0. */
static struct kin_rat middle(kin_arena *arena, const struct kin_value *sorted, size_t count)
{
    struct kin_rat both = kin_rat_add(arena, sorted[(count - 1) / 2].as.number, sorted[count / 2].as.number);
    return kin_rat_div(arena, both, kin_rat_int(2));
}

static bool call_spread(struct kin_call *call, struct kin_value *result)
{
    struct kin_list items;
    if (!kin_call_some_items(call, &items)) {
        return false;
    }
    const struct kin_value *sorted = kin_sorted(call->arena, &items);
    return kin_call_give(call, kin_rat_sub(call->arena, sorted[items.count - 1].as.number, sorted[0].as.number),
                         result);
}

static const struct kin_example spread_examples[] = {
    {"spread([9, 1, 4])", "8"}, {"spread([])", "error E236"}, {NULL, NULL}};
const struct kin_function kin_function_spread = {"spread",
                                                 "list of plain -> plain",
                                                 "From the smallest to the largest element: the range of a data set.",
                                                 call_spread,
                                                 false,
                                                 spread_examples};

/* Least, lower quartile, median, upper quartile, greatest. Rules: 'exclusive' leaves the median of an odd number of
 * values out of both halves (D. S. Moore, G. P. McCabe, Introduction to the Practice of Statistics), 'inclusive' takes
 * it into both (J. W. Tukey, Exploratory Data Analysis). */
struct five {
    struct kin_rat numbers[5];
};

static bool includes_median(struct kin_call *call, size_t index, bool *inclusive)
{
    const char *rule = call->count > index ? call->arguments[index].as.word->one : "exclusive";
    *inclusive = strcmp(rule, "inclusive") == 0;
    return *inclusive || strcmp(rule, "exclusive") == 0 ||
           kin_call_fail(call, KIN_E240,
                         kin_format(call->arena, "the rule of quartiles is 'exclusive' or 'inclusive', not '%s'",
                                    kin_call_text(call, &call->arguments[index])));
}

static bool find_five(struct kin_call *call, struct five *five)
{
    const struct kin_list *list = call->arguments[0].as.list;
    bool inclusive;
    if (!includes_median(call, 1, &inclusive)) {
        return false;
    }
    if (list->count < 2) {
        return list->count ? kin_call_fail(call, KIN_E240, "quartiles need at least two values")
                           : kin_call_fail(call, KIN_E236, NULL);
    }
    kin_arena *arena = call->arena;
    const struct kin_value *sorted = kin_sorted(arena, list);
    size_t count = list->count, half = count / 2 + (inclusive && count % 2);
    *five = (struct five){{sorted[0].as.number, middle(arena, sorted, half), middle(arena, sorted, count),
                           middle(arena, sorted + count - half, half), sorted[count - 1].as.number}};
    return true;
}

static bool give_numbers(struct kin_call *call, const struct kin_rat *numbers, size_t count, struct kin_value *result)
{
    struct kin_value items[5];
    for (size_t i = 0; i < count; i++) {
        if (!kin_call_give(call, numbers[i], result)) {
            return false;
        }
        items[i] = *result;
    }
    return kin_call_give_list(call, items, count, result);
}

static bool call_quartiles(struct kin_call *call, struct kin_value *result)
{
    struct five five;
    return find_five(call, &five) && give_numbers(call, five.numbers + 1, 3, result);
}

static const struct kin_example quartiles_examples[] = {
    {"quartiles([1, 2, 3, 4, 5, 6, 7])", "[2, 4, 6]"},
    {"quartiles([1, 2, 3, 4, 5, 6, 7], 'inclusive')", "[5/2, 4, 11/2]"},
    {"quartiles([4, 1, 3, 2])", "[3/2, 5/2, 7/2]"},
    {"quartiles([1, 2], 'other')", "error E240"},
    {NULL, NULL}};
const struct kin_function kin_function_quartiles = {
    "quartiles",
    "list of plain, word? -> list of plain",
    "Lower quartile, median, upper quartile; the median is left out of the halves ('exclusive') or not ('inclusive').",
    call_quartiles,
    false,
    quartiles_examples};

static struct kin_rat iqr_of(kin_arena *arena, const struct five *five)
{
    return kin_rat_sub(arena, five->numbers[3], five->numbers[1]);
}

static bool call_iqr(struct kin_call *call, struct kin_value *result)
{
    struct five five;
    return find_five(call, &five) && kin_call_give(call, iqr_of(call->arena, &five), result);
}

static const struct kin_example iqr_examples[] = {
    {"iqr([1, 2, 3, 4, 5, 6, 7])", "4"}, {"iqr([1, 2, 3, 4, 5, 6, 7], 'inclusive')", "3"}, {NULL, NULL}};
const struct kin_function kin_function_iqr = {
    "iqr",       "list of plain, word? -> plain", "The interquartile range, by the rule of quartiles.", call_iqr, false,
    iqr_examples};

static bool call_five_numbers(struct kin_call *call, struct kin_value *result)
{
    struct five five;
    return find_five(call, &five) && give_numbers(call, five.numbers, 5, result);
}

static const struct kin_example five_numbers_examples[] = {
    {"five_numbers([3, 9, 1, 7, 5])", "[1, 2, 5, 8, 9]"}, {"five_numbers([3])", "error E240"}, {NULL, NULL}};
const struct kin_function kin_function_five_numbers = {
    "five_numbers",
    "list of plain, word? -> list of plain",
    "The five-number summary: smallest, lower quartile, median, upper quartile, largest.",
    call_five_numbers,
    false,
    five_numbers_examples};

/* One and a half interquartile ranges beyond the quartiles. */
static bool find_fences(struct kin_call *call, struct kin_rat fences[2])
{
    struct five five;
    if (!find_five(call, &five)) {
        return false;
    }
    kin_arena *arena = call->arena;
    struct kin_rat reach = kin_rat_mul(arena, kin_rat_ratio(arena, 3, 2), iqr_of(arena, &five));
    fences[0] = kin_rat_sub(arena, five.numbers[1], reach);
    fences[1] = kin_rat_add(arena, five.numbers[3], reach);
    return true;
}

static bool call_fences(struct kin_call *call, struct kin_value *result)
{
    struct kin_rat fences[2];
    return find_fences(call, fences) && give_numbers(call, fences, 2, result);
}

static const struct kin_example fences_examples[] = {{"fences([1, 2, 3, 4, 5, 6, 7])", "[-4, 12]"}, {NULL, NULL}};
const struct kin_function kin_function_fences = {
    "fences",
    "list of plain, word? -> list of plain",
    "The two numbers beyond which a value is an outlier: 1.5 interquartile ranges outside the quartiles.",
    call_fences,
    false,
    fences_examples};

static bool call_outliers(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *list = call->arguments[0].as.list;
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, list->count);
    struct kin_rat fences[2];
    size_t count = 0;
    if (!find_fences(call, fences)) {
        return false;
    }
    for (size_t i = 0; i < list->count; i++) {
        struct kin_rat number = list->items[i].as.number;
        if (kin_rat_compare(number, fences[0]) < 0 || kin_rat_compare(number, fences[1]) > 0) {
            items[count++] = list->items[i];
        }
    }
    return kin_call_give_list(call, items, count, result);
}

static const struct kin_example outliers_examples[] = {
    {"outliers([1, 2, 3, 4, 5, 6, 13])", "[13]"}, {"outliers([1, 2, 3, 4, 5, 6, 12])", "[]"}, {NULL, NULL}};
const struct kin_function kin_function_outliers = {"outliers",
                                                   "list of plain, word? -> list of plain",
                                                   "The elements outside the fences, in the order of the list.",
                                                   call_outliers,
                                                   false,
                                                   outliers_examples};

/* ---- Deviations from the mean ---- */

static bool call_mad(struct kin_call *call, struct kin_value *result)
{
    struct kin_list items;
    if (!kin_call_some_items(call, &items)) {
        return false;
    }
    kin_arena *arena = call->arena;
    struct kin_rat mean = kin_list_mean(arena, &items), total = kin_rat_int(0);
    for (size_t i = 0; i < items.count; i++) {
        struct kin_rat distance = kin_rat_abs(arena, kin_rat_sub(arena, items.items[i].as.number, mean));
        total = kin_rat_add(arena, total, distance);
    }
    return kin_call_give(call, kin_rat_div(arena, total, kin_rat_int((int64_t)items.count)), result);
}

static const struct kin_example mad_examples[] = {{"mad([2, 4, 6, 8])", "2"}, {"mad([])", "error E236"}, {NULL, NULL}};
const struct kin_function kin_function_mad = {
    "mad", "list of plain -> plain", "The mean absolute deviation from the mean.", call_mad, false, mad_examples};

/* 'population' divides by how many values there are, 'sample' by one less. */
static bool find_variance(struct kin_call *call, struct kin_rat *variance)
{
    const struct kin_list *list = call->arguments[0].as.list;
    const char *rule = call->arguments[1].as.word->one;
    bool sample = strcmp(rule, "sample") == 0;
    kin_arena *arena = call->arena;
    if (!sample && strcmp(rule, "population") != 0) {
        return kin_call_fail(call, KIN_E240,
                             kin_format(arena, "the variance is of a 'population' or a 'sample', not '%s'",
                                        kin_call_text(call, &call->arguments[1])));
    }
    if (list->count < 1 + (size_t)sample) {
        return list->count ? kin_call_fail(call, KIN_E240, "a sample needs at least two values")
                           : kin_call_fail(call, KIN_E236, NULL);
    }
    struct kin_rat mean = kin_list_mean(arena, list), total = kin_rat_int(0);
    for (size_t i = 0; i < list->count; i++) {
        struct kin_rat distance = kin_rat_sub(arena, list->items[i].as.number, mean);
        total = kin_rat_add(arena, total, kin_rat_mul(arena, distance, distance));
    }
    *variance = kin_rat_div(arena, total, kin_rat_int((int64_t)list->count - sample));
    return true;
}

static bool call_variance(struct kin_call *call, struct kin_value *result)
{
    struct kin_rat variance;
    return find_variance(call, &variance) && kin_call_give(call, variance, result);
}

static const struct kin_example variance_examples[] = {{"variance([2, 4, 6, 8], 'population')", "5"},
                                                       {"variance([2, 4, 6, 8], 'sample')", "20/3"},
                                                       {"variance([2], 'sample')", "error E240"},
                                                       {NULL, NULL}};
const struct kin_function kin_function_variance = {"variance",
                                                   "list of plain, word -> plain",
                                                   "The variance of a 'population' or a 'sample'.",
                                                   call_variance,
                                                   false,
                                                   variance_examples};

static bool call_sd(struct kin_call *call, struct kin_value *result)
{
    struct kin_rat variance;
    return find_variance(call, &variance) &&
           kin_call_give_value(call, kin_value_surd(kin_surd_sqrt(call->arena, variance)), result);
}

static const struct kin_example sd_examples[] = {{"sd([2, 4, 6, 8], 'population')", "sqrt(5)"},
                                                 {"round(sd([2, 4, 6, 8], 'sample'), 3)", "2.582"},
                                                 {"sd([1, 3], 'population')", "1"},
                                                 {NULL, NULL}};
const struct kin_function kin_function_sd = {"sd",
                                             "list of plain, word -> surd",
                                             "The standard deviation of a 'population' or a 'sample', exactly.",
                                             call_sd,
                                             false,
                                             sd_examples};

/* ---- How often ---- */

static size_t run_length(const struct kin_value *sorted, size_t count, size_t from)
{
    size_t end = from + 1;
    while (end < count && kin_value_equal(&sorted[from], &sorted[end])) {
        end++;
    }
    return end - from;
}

static bool call_modes(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *list = call->arguments[0].as.list;
    const struct kin_value *sorted = kin_sorted(call->arena, list);
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, list->count);
    size_t most = 1, count = 0;
    for (size_t i = 0, length; i < list->count; i += length) {
        length = run_length(sorted, list->count, i);
        count = length > most ? 0 : count;
        most = length > most ? length : most;
        if (length == most && most > 1) {
            items[count++] = sorted[i];
        }
    }
    return kin_call_give_list(call, items, count, result);
}

static const struct kin_example modes_examples[] = {{"modes([3, 1, 3, 2, 1])", "[1, 3]"},
                                                    {"modes([3, 3, 2])", "[3]"},
                                                    {"modes([1, 2, 3])", "[]"},
                                                    {"modes(['cat', 'dog', 'cat'])", "[cat]"},
                                                    {NULL, NULL}};
const struct kin_function kin_function_modes = {
    "modes",
    "list of T -> list of T",
    "The most frequent elements in rising order; none when no element occurs twice.",
    call_modes,
    false,
    modes_examples};

static bool call_frequencies(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *list = call->arguments[0].as.list, *values = call->arguments[1].as.list;
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, values->count);
    call->cost = list->count * values->count;
    if (call->cost >= KIN_MOST_COST) {
        return kin_call_fail(call, KIN_E235, NULL);
    }
    for (size_t i = 0; i < values->count; i++) {
        int64_t count = 0;
        for (size_t j = 0; j < list->count; j++) {
            count += kin_value_equal(&list->items[j], &values->items[i]);
        }
        items[i] = kin_value_int(count);
    }
    return kin_call_give_list(call, items, values->count, result);
}

static const struct kin_example frequencies_examples[] = {
    {"frequencies([2, 1, 2, 4], 1..4)", "[1, 2, 0, 1]"}, {"frequencies(['a', 'b'], ['b'])", "[1]"}, {NULL, NULL}};
const struct kin_function kin_function_frequencies = {"frequencies",
                                                      "list of T, list of T -> list of integer",
                                                      "How often each element of the second list occurs in the first.",
                                                      call_frequencies,
                                                      false,
                                                      frequencies_examples};
