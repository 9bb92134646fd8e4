/* Lists as sets, and what can be chosen from them: sample spaces. */
#include "expr/functions/call.h"

#include "base/limits.h"
#include "expr/functions/sorting.h"

KIN_DECLARE_FUNCTION(subset);
KIN_DECLARE_FUNCTION(unite);
KIN_DECLARE_FUNCTION(intersect);
KIN_DECLARE_FUNCTION(without);
KIN_DECLARE_FUNCTION(outcomes);
KIN_DECLARE_FUNCTION(choices);
KIN_DECLARE_FUNCTION(arrangements);
KIN_DECLARE_FUNCTION(rearranged);

/* ---- Sets ---- */

static const struct kin_list *list_at(const struct kin_call *call, size_t index)
{
    return call->arguments[index].as.list;
}

static bool has(const struct kin_list *list, const struct kin_value *value)
{
    for (size_t i = 0; i < list->count; i++) {
        if (kin_value_equal(&list->items[i], value)) {
            return true;
        }
    }
    return false;
}

/* Looking all elements of one list up in another. */
static bool may_look_up(struct kin_call *call)
{
    call->cost = list_at(call, 0)->count * list_at(call, 1)->count;
    return call->cost < KIN_MOST_COST || kin_call_fail(call, KIN_E235, NULL);
}

static bool call_subset(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *inner = list_at(call, 0), *outer = list_at(call, 1);
    size_t found = 0;
    if (!may_look_up(call)) {
        return false;
    }
    while (found < inner->count && has(outer, &inner->items[found])) {
        found++;
    }
    *result = kin_value_truth(found == inner->count);
    return true;
}

static const struct kin_example subset_examples[] = {
    {"subset([2, 4], 1..5)", "true"}, {"subset([2, 6], 1..5)", "false"}, {"subset([], [1])", "true"}, {NULL, NULL}};
const struct kin_function kin_function_subset = {"subset",
                                                 "list of T, list of T -> truth",
                                                 "Is every element of the first list in the second?",
                                                 call_subset,
                                                 false,
                                                 subset_examples};

/* The elements of `from` that are in the second list or not, each once. */
static bool filter(struct kin_call *call, bool wanted, struct kin_value *result)
{
    const struct kin_list *from = list_at(call, 0);
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, from->count);
    size_t count = 0;
    if (!may_look_up(call)) {
        return false;
    }
    const bool *repeated = kin_repeated(call->arena, from);
    for (size_t i = 0; i < from->count; i++) {
        if (!repeated[i] && has(list_at(call, 1), &from->items[i]) == wanted) {
            items[count++] = from->items[i];
        }
    }
    return kin_call_give_list(call, items, count, result);
}

static bool give_interval(struct kin_call *call, const struct kin_interval *interval, struct kin_value *result)
{
    *result = kin_value_interval(interval);
    return interval || kin_call_fail(call, KIN_E234, NULL);
}

static bool call_intersect(struct kin_call *call, struct kin_value *result)
{
    const struct kin_value *a = &call->arguments[0], *b = &call->arguments[1];
    if (a->kind == KIN_INTERVAL) {
        return give_interval(call, kin_interval_intersect(call->arena, a->as.interval, b->as.interval), result);
    }
    return filter(call, true, result);
}

static const struct kin_example intersect_examples[] = {{"intersect([1, 2, 3, 4], [4, 2, 9])", "[2, 4]"},
                                                        {"intersect(at_least(2), less_than(5))", "[2, 5)"},
                                                        {"intersect(at_least(5), at_most(2))", "{}"},
                                                        {NULL, NULL}};
const struct kin_function kin_function_intersect = {
    "intersect",
    "list of T, list of T -> list of T | interval, interval -> interval",
    "What two lists, or two intervals, have in common.",
    call_intersect,
    false,
    intersect_examples};

static bool call_without(struct kin_call *call, struct kin_value *result)
{
    return filter(call, false, result);
}

static const struct kin_example without_examples[] = {{"without(1..5, [2, 4])", "[1, 3, 5]"}, {NULL, NULL}};
const struct kin_function kin_function_without = {"without",
                                                  "list of T, list of T -> list of T",
                                                  "The elements of the first list that are not in the second.",
                                                  call_without,
                                                  false,
                                                  without_examples};

static bool unite_lists(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *a = list_at(call, 0), *b = list_at(call, 1);
    size_t total = a->count + b->count, count = 0;
    if (total > KIN_LIMIT_LIST) {
        return kin_call_fail(call, KIN_E234, NULL);
    }
    struct kin_value *all = KIN_NEW_N(call->arena, struct kin_value, total);
    for (size_t i = 0; i < total; i++) {
        all[i] = i < a->count ? a->items[i] : b->items[i - a->count];
    }
    const bool *repeated = kin_repeated(call->arena, &(struct kin_list){total, all});
    for (size_t i = 0; i < total; i++) {
        if (!repeated[i]) {
            all[count++] = all[i];
        }
    }
    return kin_call_give_list(call, all, count, result);
}

static bool call_unite(struct kin_call *call, struct kin_value *result)
{
    const struct kin_value *a = &call->arguments[0], *b = &call->arguments[1];
    if (a->kind == KIN_INTERVAL) {
        return give_interval(call, kin_interval_unite(call->arena, a->as.interval, b->as.interval), result);
    }
    return unite_lists(call, result);
}

static const struct kin_example unite_examples[] = {{"unite([1, 2], [2, 3])", "[1, 2, 3]"},
                                                    {"unite(less_than(-1), at_least(4))", "(-oo, -1) or [4, oo)"},
                                                    {"unite(at_most(3), more_than(3))", "(-oo, oo)"},
                                                    {NULL, NULL}};
const struct kin_function kin_function_unite = {
    "unite",
    "list of T, list of T -> list of T | interval, interval -> interval",
    "What is in one of two lists, or of two intervals, or in both; elements once.",
    call_unite,
    false,
    unite_examples};

/* ---- Sample spaces ---- */

/* Room for `count` outcomes of `size` elements each; false past the limit of a list. */
static bool outcomes_fit(struct kin_call *call, size_t count, size_t size)
{
    call->cost = count * size;
    return count * (size + 1) <= KIN_LIMIT_LIST || kin_call_fail(call, KIN_E234, NULL);
}

static struct kin_value outcome(struct kin_call *call, size_t number)
{
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, call->count);
    for (size_t i = call->count; i-- > 0;) {
        const struct kin_list *list = list_at(call, i);
        items[i] = list->items[number % list->count];
        number /= list->count;
    }
    return kin_value_list(call->arena, items, call->count);
}

static bool call_outcomes(struct kin_call *call, struct kin_value *result)
{
    size_t count = 1;
    for (size_t i = 0; i < call->count; i++) {
        count *= list_at(call, i)->count;
        if (count > KIN_LIMIT_LIST) {
            return kin_call_fail(call, KIN_E234, NULL);
        }
    }
    if (!outcomes_fit(call, count, call->count)) {
        return false;
    }
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, count);
    for (size_t i = 0; i < count; i++) {
        items[i] = outcome(call, i);
    }
    return kin_call_give_list(call, items, count, result);
}

static const struct kin_example outcomes_examples[] = {{"outcomes([1, 2], [5, 6])", "[[1, 5], [1, 6], [2, 5], [2, 6]]"},
                                                       {"count(o in outcomes(1..6, 1..6): sum(o) eq 7)", "6"},
                                                       {"length(outcomes(['H', 'T'], ['H', 'T'], ['H', 'T']))", "8"},
                                                       {"outcomes(1..100, 1..100)", "error E234"},
                                                       {NULL, NULL}};
const struct kin_function kin_function_outcomes = {
    "outcomes",
    "list of T, list of T, list of T... -> list of list of T",
    "All ways to take one element of each list: a sample space, or the points of a grid.",
    call_outcomes,
    false,
    outcomes_examples};

/* The next combination of places in the order of a dictionary; false after the last. */
static bool next_choice(size_t *places, size_t size, size_t count)
{
    size_t i = size;
    while (i > 0 && places[i - 1] == count - size + i - 1) {
        i--;
    }
    if (i == 0) {
        return false;
    }
    places[i - 1]++;
    for (; i < size; i++) {
        places[i] = places[i - 1] + 1;
    }
    return true;
}

/* The next order of places in the order of a dictionary (D. E. Knuth, The Art of Computer Programming, vol. 4A, section
 * 7.2.1.2, algorithm L); false after the last. */
static bool next_order(size_t *places, size_t count)
{
    size_t i = count, j = count;
    while (i > 1 && places[i - 2] > places[i - 1]) {
        i--;
    }
    if (i < 2) {
        return false;
    }
    while (places[j - 1] < places[i - 2]) {
        j--;
    }
    size_t moved = places[i - 2];
    places[i - 2] = places[j - 1];
    places[j - 1] = moved;
    for (size_t low = i - 1, high = count - 1; low < high; low++, high--) {
        moved = places[low];
        places[low] = places[high];
        places[high] = moved;
    }
    return true;
}

static struct kin_value taken(kin_arena *arena, const struct kin_list *list, const size_t *places, size_t size)
{
    struct kin_value *items = KIN_NEW_N(arena, struct kin_value, size);
    for (size_t i = 0; i < size; i++) {
        items[i] = list->items[places[i]];
    }
    return kin_value_list(arena, items, size);
}

static size_t *first_places(kin_arena *arena, size_t count)
{
    size_t *places = KIN_NEW_N(arena, size_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        places[i] = i;
    }
    return places;
}

/* size == count with `ordered`: all orders; else all choices. */
static bool collect(struct kin_call *call, size_t size, bool ordered, struct kin_value *result)
{
    const struct kin_list *list = list_at(call, 0);
    size_t *places = first_places(call->arena, list->count), count = 0, room = 0;
    struct kin_value *items = NULL;
    bool more = true;
    while (more) {
        KIN_PUSH(call->arena, items, count, room) = taken(call->arena, list, places, size);
        if (!outcomes_fit(call, count, size)) {
            return false;
        }
        more = ordered ? next_order(places, size) : next_choice(places, size, list->count);
    }
    return kin_call_give_list(call, items, count, result);
}

static bool call_choices(struct kin_call *call, struct kin_value *result)
{
    int64_t size;
    return kin_call_whole(call, 1, 0, (int64_t)list_at(call, 0)->count, &size) &&
           collect(call, (size_t)size, false, result);
}

static const struct kin_example choices_examples[] = {{"choices([1, 2, 3], 2)", "[[1, 2], [1, 3], [2, 3]]"},
                                                      {"length(choices(1..6, 3))", "20"},
                                                      {"choices([1], 2)", "error E240"},
                                                      {"choices(1..40, 20)", "error E234"},
                                                      {NULL, NULL}};
const struct kin_function kin_function_choices = {"choices",
                                                  "list of T, integer -> list of list of T",
                                                  "All ways to choose so many elements, each in the order of the list.",
                                                  call_choices,
                                                  false,
                                                  choices_examples};

static bool call_arrangements(struct kin_call *call, struct kin_value *result)
{
    return collect(call, list_at(call, 0)->count, true, result);
}

static const struct kin_example arrangements_examples[] = {
    {"arrangements([1, 2, 3])", "[[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]"},
    {"arrangements([])", "[[]]"},
    {"arrangements(1..9)", "error E234"},
    {NULL, NULL}};
const struct kin_function kin_function_arrangements = {
    "arrangements",       "list of T -> list of list of T", "All orders of the elements.", call_arrangements, false,
    arrangements_examples};

static bool call_rearranged(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *list = list_at(call, 0), *places = list_at(call, 1);
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, places->count);
    for (size_t i = 0; i < places->count; i++) {
        int64_t place;
        if (!kin_rat_to_int(places->items[i].as.number, &place) || place < 1 || (uint64_t)place > list->count) {
            return kin_call_fail(call, KIN_E233,
                                 kin_format(call->arena, "%s is outside a list of %zu",
                                            kin_call_text(call, &places->items[i]), list->count));
        }
        items[i] = list->items[place - 1];
    }
    return kin_call_give_list(call, items, places->count, result);
}

static const struct kin_example rearranged_examples[] = {
    {"rearranged(['a', 'b', 'c'], [3, 1, 2])", "[c, a, b]"}, {"rearranged([5], [2])", "error E233"}, {NULL, NULL}};
const struct kin_function kin_function_rearranged = {"rearranged",
                                                     "list of T, list of integer -> list of T",
                                                     "The elements at these places, in this order.",
                                                     call_rearranged,
                                                     false,
                                                     rearranged_examples};
