/* Lists of anything: parts, order, places. Elements count from 1. */
#include "expr/functions/call.h"

#include "base/limits.h"
#include "expr/functions/sorting.h"

KIN_DECLARE_FUNCTION(length);
KIN_DECLARE_FUNCTION(first);
KIN_DECLARE_FUNCTION(last);
KIN_DECLARE_FUNCTION(slice);
KIN_DECLARE_FUNCTION(concat);
KIN_DECLARE_FUNCTION(reverse);
KIN_DECLARE_FUNCTION(sort);
KIN_DECLARE_FUNCTION(unique);
KIN_DECLARE_FUNCTION(index_of);
KIN_DECLARE_FUNCTION(zip);

static const struct kin_list *list_argument(const struct kin_call *call, size_t index)
{
    return call->arguments[index].as.list;
}

static bool call_length(struct kin_call *call, struct kin_value *result)
{
    return kin_call_give(call, kin_rat_int((int64_t)list_argument(call, 0)->count), result);
}

static const struct kin_example length_examples[] = {{"length([4, 5, 6])", "3"}, {"length([])", "0"}, {NULL, NULL}};
const struct kin_function kin_function_length = {
    "length", "list of T -> integer", "How many elements a list has.", call_length, false, length_examples};

static bool call_first(struct kin_call *call, struct kin_value *result)
{
    struct kin_list items;
    if (!kin_call_some_items(call, &items)) {
        return false;
    }
    *result = items.items[0];
    return true;
}

static const struct kin_example first_examples[] = {
    {"first([4, 5, 6])", "4"}, {"first([])", "error E236"}, {NULL, NULL}};
const struct kin_function kin_function_first = {"first", "list of T -> T", "The first element of a list.", call_first,
                                                false,   first_examples};

static bool call_last(struct kin_call *call, struct kin_value *result)
{
    struct kin_list items;
    if (!kin_call_some_items(call, &items)) {
        return false;
    }
    *result = items.items[items.count - 1];
    return true;
}

static const struct kin_example last_examples[] = {{"last([4, 5, 6])", "6"}, {"last([])", "error E236"}, {NULL, NULL}};
const struct kin_function kin_function_last = {"last", "list of T -> T", "The last element of a list.", call_last,
                                               false,  last_examples};

static bool call_slice(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *list = list_argument(call, 0);
    int64_t count = (int64_t)list->count, from, to;
    if (!kin_call_whole(call, 1, 1, count + 1, &from) || !kin_call_whole(call, 2, 0, count, &to)) {
        return false;
    }
    return kin_call_give_list(call, list->items + from - 1, to < from ? 0 : (size_t)(to - from + 1), result);
}

static const struct kin_example slice_examples[] = {{"slice([4, 5, 6, 7], 2, 3)", "[5, 6]"},
                                                    {"slice([4, 5], 2, 1)", "[]"},
                                                    {"slice([4, 5], 1, 3)", "error E240"},
                                                    {NULL, NULL}};
const struct kin_function kin_function_slice = {"slice",
                                                "list of T, integer, integer -> list of T",
                                                "The elements from one place up to another, both included.",
                                                call_slice,
                                                false,
                                                slice_examples};

static bool total_length(struct kin_call *call, size_t *total)
{
    *total = 0;
    for (size_t i = 0; i < call->count; i++) {
        *total += list_argument(call, i)->count;
        if (*total > KIN_LIMIT_LIST) {
            return kin_call_fail(call, KIN_E234, NULL);
        }
    }
    return true;
}

static bool call_concat(struct kin_call *call, struct kin_value *result)
{
    size_t total, count = 0;
    if (!total_length(call, &total)) {
        return false;
    }
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, total);
    for (size_t i = 0; i < call->count; i++) {
        const struct kin_list *list = list_argument(call, i);
        for (size_t j = 0; j < list->count; j++) {
            items[count++] = list->items[j];
        }
    }
    return kin_call_give_list(call, items, total, result);
}

static const struct kin_example concat_examples[] = {{"concat([1, 2], [3])", "[1, 2, 3]"},
                                                     {"concat(1..2, [], 7..8)", "[1, 2, 7, 8]"},
                                                     {"concat(1..6000, 1..6000)", "error E234"},
                                                     {NULL, NULL}};
const struct kin_function kin_function_concat = {"concat",
                                                 "list of T, list of T, list of T... -> list of T",
                                                 "Lists one after another as one list.",
                                                 call_concat,
                                                 false,
                                                 concat_examples};

static bool call_reverse(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *list = list_argument(call, 0);
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, list->count);
    for (size_t i = 0; i < list->count; i++) {
        items[i] = list->items[list->count - 1 - i];
    }
    return kin_call_give_list(call, items, list->count, result);
}

static const struct kin_example reverse_examples[] = {{"reverse([1, 2, 3])", "[3, 2, 1]"}, {NULL, NULL}};
const struct kin_function kin_function_reverse = {
    "reverse", "list of T -> list of T", "The elements in the opposite order.", call_reverse, false, reverse_examples};

static bool call_sort(struct kin_call *call, struct kin_value *result)
{
    struct kin_list items = kin_call_items(call);
    return kin_call_give_list(call, kin_sorted(call->arena, &items), items.count, result);
}

static const struct kin_example sort_examples[] = {
    {"sort([3, 1/2, 2])", "[1/2, 2, 3]"}, {"sort(7, 4)", "[4, 7]"}, {"sort(['b', 'a'])", "[a, b]"}, {NULL, NULL}};
const struct kin_function kin_function_sort = {"sort",
                                               "list of T -> list of T | T, T, T... -> list of T",
                                               "The elements of a list, or some values, in rising order.",
                                               call_sort,
                                               false,
                                               sort_examples};

static bool call_unique(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *list = list_argument(call, 0);
    const bool *repeated = kin_repeated(call->arena, list);
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, list->count);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (!repeated[i]) {
            items[count++] = list->items[i];
        }
    }
    return kin_call_give_list(call, items, count, result);
}

static const struct kin_example unique_examples[] = {{"unique([3, 1, 3, 2, 1])", "[3, 1, 2]"}, {NULL, NULL}};
const struct kin_function kin_function_unique = {
    "unique", "list of T -> list of T", "The list without elements that stood before.", call_unique,
    false,    unique_examples};

static bool call_index_of(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *list = list_argument(call, 0);
    size_t i = 0;
    while (i < list->count && !kin_value_equal(&list->items[i], &call->arguments[1])) {
        i++;
    }
    return kin_call_give(call, kin_rat_int(i < list->count ? (int64_t)i + 1 : 0), result);
}

static const struct kin_example index_of_examples[] = {
    {"index_of([4, 5, 6], 6)", "3"}, {"index_of([4, 5, 6], 7)", "0"}, {NULL, NULL}};
const struct kin_function kin_function_index_of = {
    "index_of",
    "list of T, T -> integer",
    "The first place of a value in a list, from 1; 0 when it is not there.",
    call_index_of,
    false,
    index_of_examples};

static bool call_zip(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *a = list_argument(call, 0), *b = list_argument(call, 1);
    if (a->count != b->count) {
        return kin_call_fail(
            call, KIN_E240,
            kin_format(call->arena, "zip takes lists of one length, not %zu and %zu", a->count, b->count));
    }
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, a->count);
    for (size_t i = 0; i < a->count; i++) {
        items[i] = kin_value_list(call->arena, (struct kin_value[]){a->items[i], b->items[i]}, 2);
    }
    return kin_call_give_list(call, items, a->count, result);
}

static const struct kin_example zip_examples[] = {
    {"zip([1, 2], [5, 6])", "[[1, 5], [2, 6]]"}, {"zip([1], [])", "error E240"}, {NULL, NULL}};
const struct kin_function kin_function_zip = {"zip",
                                              "list of T, list of T -> list of list of T",
                                              "Pairs of the elements at the same place of two lists.",
                                              call_zip,
                                              false,
                                              zip_examples};
