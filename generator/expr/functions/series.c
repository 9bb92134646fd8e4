/* Lists of numbers: made by a step, added up, and their middle. */
#include "expr/functions/call.h"

#include "base/limits.h"
#include "expr/functions/sorting.h"

KIN_DECLARE_FUNCTION(range);
KIN_DECLARE_FUNCTION(sum);
KIN_DECLARE_FUNCTION(product);
KIN_DECLARE_FUNCTION(differences);
KIN_DECLARE_FUNCTION(running_totals);
KIN_DECLARE_FUNCTION(mean);
KIN_DECLARE_FUNCTION(median);

/* How many steps fit between two numbers; the ends' difference over the step, rounded down. */
static bool step_count(struct kin_call *call, int64_t *count)
{
    kin_arena *arena = call->arena;
    struct kin_rat step = kin_call_number(call, 2);
    struct kin_rat way = kin_rat_sub(arena, kin_call_number(call, 1), kin_call_number(call, 0));
    struct kin_rat steps = kin_rat_round(arena, kin_rat_div(arena, way, step), 0, KIN_FLOOR);
    if (!kin_rat_defined(steps)) {
        return kin_call_fail(call, kin_rat_sign(step) ? kin_undefined_reason(steps) : KIN_E240,
                             "the step of range cannot be 0");
    }
    if (kin_rat_sign(steps) < 0) {
        *count = 0;
        return true;
    }
    if (!kin_rat_to_int(steps, count) || *count >= KIN_LIMIT_LIST) {
        return kin_call_fail(call, KIN_E234, NULL);
    }
    ++*count;
    return true;
}

static bool call_range(struct kin_call *call, struct kin_value *result)
{
    int64_t count;
    if (!step_count(call, &count)) {
        return false;
    }
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, (size_t)count);
    for (int64_t i = 0; i < count; i++) {
        items[i] =
            i ? kin_values_calculate(call->arena, KIN_OP_ADD, &items[i - 1], &call->arguments[2]) : call->arguments[0];
        items[i].look = call->arguments[0].look;
        if (!kin_call_give_value(call, items[i], result)) {
            return false;
        }
    }
    return kin_call_give_list(call, items, (size_t)count, result);
}

static const struct kin_example range_examples[] = {{"range(0, 10, 5)", "[0, 5, 10]"},
                                                    {"range(3, 1, -1)", "[3, 2, 1]"},
                                                    {"range(0, 1, 1/3)", "[0, 1/3, 2/3, 1]"},
                                                    {"range($1, $2, $0.50)", "[$1, $1.50, $2.00]"},
                                                    {"range(1, 2, 0)", "error E240"},
                                                    {"range(5, 1, 2)", "[]"},
                                                    {NULL, NULL}};
const struct kin_function kin_function_range = {"range",
                                                "number, number, number -> list of number",
                                                "The numbers from the first to the second by a step.",
                                                call_range,
                                                true,
                                                range_examples};

/* Totals from the left: all of them into `totals` unless it is NULL, the last one into *result. */
static bool add_up(struct kin_call *call, struct kin_value *totals, struct kin_value *result)
{
    struct kin_list items = kin_call_items(call);
    struct kin_value total = items.count ? items.items[0] : kin_value_int(0);
    for (size_t i = 0; i < items.count; i++) {
        if (i) {
            total = kin_values_calculate(call->arena, KIN_OP_ADD, &total, &items.items[i]);
            total.look = items.items[0].look;
        }
        if (!kin_call_give_value(call, total, result)) {
            return false;
        }
        if (totals) {
            totals[i] = total;
        }
    }
    *result = total;
    return true;
}

static bool call_sum(struct kin_call *call, struct kin_value *result)
{
    return add_up(call, NULL, result);
}

static const struct kin_example sum_examples[] = {
    {"sum([1/2, 1/3])", "5/6"}, {"sum([])", "0"}, {"sum([$1.50, $2])", "$3.50"}, {"sum(1..100)", "5050"}, {NULL, NULL}};
const struct kin_function kin_function_sum = {
    "sum", "list of number -> number", "All elements added.", call_sum, true, sum_examples};

static bool call_running_totals(struct kin_call *call, struct kin_value *result)
{
    size_t count = kin_call_items(call).count;
    struct kin_value *totals = KIN_NEW_N(call->arena, struct kin_value, count);
    return add_up(call, totals, result) && kin_call_give_list(call, totals, count, result);
}

static const struct kin_example running_totals_examples[] = {{"running_totals([3, 4, 5])", "[3, 7, 12]"}, {NULL, NULL}};
const struct kin_function kin_function_running_totals = {"running_totals",
                                                         "list of number -> list of number",
                                                         "The sums of the first element, the first two, and so on.",
                                                         call_running_totals,
                                                         true,
                                                         running_totals_examples};

static bool call_product(struct kin_call *call, struct kin_value *result)
{
    struct kin_list items = kin_call_items(call);
    struct kin_rat number = kin_rat_int(1);
    for (size_t i = 0; i < items.count && kin_rat_defined(number); i++) {
        number = kin_rat_mul(call->arena, number, items.items[i].as.number);
    }
    return kin_call_give(call, number, result);
}

static const struct kin_example product_examples[] = {
    {"product([2, 3, 7])", "42"}, {"product([])", "1"}, {"product(1..4000)", "error E230"}, {NULL, NULL}};
const struct kin_function kin_function_product = {
    "product", "list of plain -> plain", "All elements multiplied.", call_product, false, product_examples};

static bool call_differences(struct kin_call *call, struct kin_value *result)
{
    struct kin_list items = kin_call_items(call);
    size_t count = items.count ? items.count - 1 : 0;
    struct kin_value *steps = KIN_NEW_N(call->arena, struct kin_value, count);
    for (size_t i = 0; i < count; i++) {
        steps[i] = kin_values_calculate(call->arena, KIN_OP_SUBTRACT, &items.items[i + 1], &items.items[i]);
        steps[i].look = items.items[0].look;
        if (!kin_call_give_value(call, steps[i], result)) {
            return false;
        }
    }
    return kin_call_give_list(call, steps, count, result);
}

static const struct kin_example differences_examples[] = {
    {"differences([3, 7, 12])", "[4, 5]"}, {"differences([3])", "[]"}, {NULL, NULL}};
const struct kin_function kin_function_differences = {
    "differences",       "list of number -> list of number", "From each element to the next.", call_differences, true,
    differences_examples};

static bool call_mean(struct kin_call *call, struct kin_value *result)
{
    struct kin_list items;
    struct kin_value total;
    if (!kin_call_some_items(call, &items) || !add_up(call, NULL, &total)) {
        return false;
    }
    return kin_call_give(call, kin_rat_div(call->arena, total.as.number, kin_rat_int((int64_t)items.count)), result);
}

static const struct kin_example mean_examples[] = {
    {"mean([2, 3, 7])", "4"}, {"mean([1, 2])", "3/2"}, {"mean([])", "error E236"}, {NULL, NULL}};
const struct kin_function kin_function_mean = {
    "mean", "list of number -> number", "The sum of all elements over their number.", call_mean, true, mean_examples};

static bool call_median(struct kin_call *call, struct kin_value *result)
{
    struct kin_list items;
    if (!kin_call_some_items(call, &items)) {
        return false;
    }
    const struct kin_value *sorted = kin_sorted(call->arena, &items);
    struct kin_rat low = sorted[(items.count - 1) / 2].as.number, high = sorted[items.count / 2].as.number;
    struct kin_rat both = kin_rat_add(call->arena, low, high);
    return kin_call_give(call, kin_rat_div(call->arena, both, kin_rat_int(2)), result);
}

static const struct kin_example median_examples[] = {
    {"median([9, 1, 4])", "4"}, {"median([1, 2, 3, 10])", "5/2"}, {"median([])", "error E236"}, {NULL, NULL}};
const struct kin_function kin_function_median = {"median",
                                                 "list of number -> number",
                                                 "The middle element by size, or the mean of the two in the middle.",
                                                 call_median,
                                                 true,
                                                 median_examples};
