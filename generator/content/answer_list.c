/* Answers of several numbers: ratios, points, lists, sets. */
#include "content/answer.h"

static const struct kin_type number_type = {.kind = KIN_NUMBER};

/* Elements as answers: numbers by value, points by theirs. */
static bool same_item(kin_arena *arena, const struct kin_value *a, const struct kin_value *b);

static bool same_list(kin_arena *arena, const struct kin_value *a, const struct kin_value *b)
{
    const struct kin_list *left = a->as.list, *right = b->as.list;
    bool same = left->count == right->count;
    for (size_t i = 0; same && i < left->count; i++) {
        same = same_item(arena, &left->items[i], &right->items[i]);
    }
    return same;
}

static bool same_item(kin_arena *arena, const struct kin_value *a, const struct kin_value *b)
{
    return a->kind == KIN_LIST && b->kind == KIN_LIST ? same_list(arena, a, b) : kin_answer_equal(arena, a, b);
}

static bool contains(kin_arena *arena, const struct kin_list *list, const struct kin_value *item)
{
    for (size_t i = 0; i < list->count; i++) {
        if (same_item(arena, &list->items[i], item)) {
            return true;
        }
    }
    return false;
}

static bool is_subset(kin_arena *arena, const struct kin_list *a, const struct kin_list *b)
{
    for (size_t i = 0; i < a->count; i++) {
        if (!contains(arena, b, &a->items[i])) {
            return false;
        }
    }
    return true;
}

/* In any order; what stands twice is there once. */
static bool same_set(kin_arena *arena, const struct kin_value *a, const struct kin_value *b)
{
    return is_subset(arena, a->as.list, b->as.list) && is_subset(arena, b->as.list, a->as.list);
}

static bool numbers_only(const struct kin_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        if (!kin_value_is_real(&list->items[i]) ||
            (list->items[i].kind == KIN_NUMBER && !kin_rat_defined(list->items[i].as.number))) {
            return false;
        }
    }
    return true;
}

static bool is_point(kin_arena *arena, const struct kin_value *value)
{
    (void)arena;
    return (value->as.list->count == 2 || value->as.list->count == 3) && numbers_only(value->as.list);
}

/* All terms are rational and more than 0. */
static bool is_ratio(kin_arena *arena, const struct kin_value *value)
{
    (void)arena;
    const struct kin_list *list = value->as.list;
    bool fits = list->count >= 2;
    for (size_t i = 0; fits && i < list->count; i++) {
        fits = list->items[i].kind == KIN_NUMBER && kin_rat_defined(list->items[i].as.number) &&
               kin_rat_sign(list->items[i].as.number) > 0;
    }
    return fits;
}

/* a : b = c : d when ad = bc, for each term with the first one. */
static bool same_ratio(kin_arena *arena, const struct kin_value *a, const struct kin_value *b)
{
    const struct kin_list *left = a->as.list, *right = b->as.list;
    bool same = left->count == right->count;
    for (size_t i = 1; same && i < left->count; i++) {
        same = kin_rat_equal(kin_rat_mul(arena, left->items[0].as.number, right->items[i].as.number),
                             kin_rat_mul(arena, left->items[i].as.number, right->items[0].as.number));
    }
    return same;
}

const struct kin_answer_type kin_answer_type_ratio = {.name = "ratio",
                                                      .doc = "A ratio of positive numbers: any in proportion is right",
                                                      .needs = "a list of positive numbers",
                                                      .format = "ratio",
                                                      .accepted = "any equivalent ratio",
                                                      .type = {.kind = KIN_LIST, .element = &number_type},
                                                      .fits = is_ratio,
                                                      .same = same_ratio};

const struct kin_answer_type kin_answer_type_point = {.name = "point",
                                                      .doc = "A point: two numbers (or three) in order",
                                                      .needs = "a list of two numbers",
                                                      .format = "point",
                                                      .type = {.kind = KIN_LIST, .element = &number_type},
                                                      .fits = is_point,
                                                      .same = same_list};

const struct kin_answer_type kin_answer_type_list = {.name = "list",
                                                     .doc = "Several answers in order",
                                                     .needs = "a list",
                                                     .format = "",
                                                     .type = {.kind = KIN_LIST},
                                                     .same = same_list};

const struct kin_answer_type kin_answer_type_set = {.name = "set",
                                                    .doc = "Several answers in any order: numbers, or points as lists",
                                                    .needs = "a list",
                                                    .format = "set",
                                                    .accepted = "in any order",
                                                    .type = {.kind = KIN_LIST},
                                                    .same = same_set};
