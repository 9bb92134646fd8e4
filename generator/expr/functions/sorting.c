#include "expr/functions/sorting.h"

#include <stdlib.h>

/* Places into the list take part in the order, so that it is total and the sort stable. */
static int compare_places(const void *left, const void *right)
{
    const struct kin_value *a = *(const struct kin_value *const *)left, *b = *(const struct kin_value *const *)right;
    int order = kin_value_compare(a, b);
    return order ? order : (a > b) - (a < b);
}

static const struct kin_value **ordered(kin_arena *arena, const struct kin_list *list)
{
    const struct kin_value **places = KIN_NEW_N(arena, const struct kin_value *, list->count);
    for (size_t i = 0; i < list->count; i++) {
        places[i] = &list->items[i];
    }
    if (list->count > 1) {
        qsort(places, list->count, sizeof *places, compare_places);
    }
    return places;
}

struct kin_value *kin_sorted(kin_arena *arena, const struct kin_list *list)
{
    const struct kin_value **places = ordered(arena, list);
    struct kin_value *items = KIN_NEW_N(arena, struct kin_value, list->count);
    for (size_t i = 0; i < list->count; i++) {
        items[i] = *places[i];
    }
    return items;
}

bool *kin_repeated(kin_arena *arena, const struct kin_list *list)
{
    const struct kin_value **places = ordered(arena, list);
    bool *repeated = KIN_NEW_N(arena, bool, list->count);
    for (size_t i = 1; i < list->count; i++) {
        repeated[places[i] - list->items] = kin_value_equal(places[i - 1], places[i]);
    }
    return repeated;
}

bool kin_any_repeated(kin_arena *arena, const struct kin_list *list)
{
    const bool *repeated = kin_repeated(arena, list);
    for (size_t i = 0; i < list->count; i++) {
        if (repeated[i]) {
            return true;
        }
    }
    return false;
}
