/* Evaluating lists, and what runs through them; KIN_LIMIT_LIST bounds each. */
#include "expr/eval.h"
#include "expr/size.h"

#include "base/limits.h"

bool kin_run_contains(const struct kin_list *list, const struct kin_value *value)
{
    for (size_t i = 0; i < list->count; i++) {
        if (kin_value_equal(&list->items[i], value)) {
            return true;
        }
    }
    return false;
}

/* ---- Lists ---- */

static struct kin_value list_value(kin_arena *arena, const struct kin_value *items, size_t count)
{
    struct kin_list *list = KIN_NEW(arena, struct kin_list);
    *list = (struct kin_list){count, items};
    return (struct kin_value){.kind = KIN_LIST, .places = KIN_NO_PLACES, .as.list = list};
}

/* Lists of lists count with all their elements, so that none is larger than it seems. */
bool kin_run_list_fits(struct kin_run *run, const struct kin_node *node, const struct kin_value *value)
{
    return kin_list_leaves(value->as.list) <= KIN_LIMIT_LIST || kin_run_fail(run, node, KIN_E234, NULL);
}

static bool give_list(struct kin_run *run, const struct kin_node *node, const struct kin_value *items, size_t count,
                      struct kin_value *value)
{
    *value = list_value(run->frame->arena, items, count);
    return kin_run_list_fits(run, node, value);
}

static bool range_count(struct kin_run *run, const struct kin_node *node, int64_t from, int64_t to, size_t *count)
{
    int64_t last;
    if (__builtin_sub_overflow(to, from, &last) || last >= KIN_LIMIT_LIST) {
        return kin_run_fail(run, node, KIN_E234, NULL);
    }
    *count = last < 0 ? 0 : (size_t)last + 1;
    return kin_run_charge(run, node, *count);
}

bool kin_eval_range(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value a, b;
    int64_t from, to;
    size_t count = 0;
    if (!kin_node_eval(run, node->kids[0], &a) || !kin_node_eval(run, node->kids[1], &b) ||
        !kin_run_whole(run, node->kids[0], &a, &from) || !kin_run_whole(run, node->kids[1], &b, &to) ||
        !range_count(run, node, from, to, &count)) {
        return false;
    }
    struct kin_value *items = KIN_NEW_N(run->frame->arena, struct kin_value, count);
    for (size_t i = 0; i < count; i++) {
        items[i] = kin_value_int(from + (int64_t)i);
    }
    *value = list_value(run->frame->arena, items, count);
    return true;
}

bool kin_eval_list(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value *items = KIN_NEW_N(run->frame->arena, struct kin_value, node->count);
    size_t count = 0;
    for (size_t i = 0; i < node->count; i++) {
        if (!kin_node_eval(run, node->kids[i], &items[count])) {
            return false;
        }
        struct kin_list before = {count, items};
        if (node->op == KIN_OP_SET && !kin_run_charge(run, node, kin_list_cost(&before))) {
            return false;
        }
        count += node->op == KIN_OP_LIST || !kin_run_contains(&before, &items[count]);
    }
    return give_list(run, node, items, count, value);
}

bool kin_eval_index(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value list, place;
    int64_t index;
    if (!kin_node_eval(run, node->kids[0], &list) || !kin_node_eval(run, node->kids[1], &place) ||
        !kin_run_whole(run, node->kids[1], &place, &index)) {
        return false;
    }
    size_t count = list.as.list->count;
    if (index < 1 || (uint64_t)index > count) {
        return kin_run_fail(run, node, KIN_E233,
                            kin_format(run->frame->arena, "%lld is outside a list of %zu", (long long)index, count));
    }
    *value = list.as.list->items[index - 1];
    return true;
}

/* ---- Running through a list ---- */

static bool eval_source(struct kin_run *run, const struct kin_node *node, const struct kin_list **list)
{
    struct kin_value value;
    bool there = kin_node_eval(run, node->kids[0], &value);
    *list = there ? value.as.list : NULL;
    return there;
}

static bool eval_test(struct kin_run *run, const struct kin_node *test, bool *holds)
{
    struct kin_value value;
    bool there = kin_node_eval(run, test, &value);
    *holds = there && value.as.truth;
    return there;
}

bool kin_eval_map(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    const struct kin_list *list;
    if (!eval_source(run, node, &list) || !kin_run_charge(run, node, list->count)) {
        return false;
    }
    struct kin_value *items = KIN_NEW_N(run->frame->arena, struct kin_value, list->count);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        bool kept = true;
        run->frame->slots[node->slot] = list->items[i];
        if (node->count == 3 && !eval_test(run, node->kids[2], &kept)) {
            return false;
        }
        if (kept && !kin_node_eval(run, node->kids[1], &items[count++])) {
            return false;
        }
    }
    return give_list(run, node, items, count, value);
}

/* A term by the rule from the one before it: each is evaluated once. */
bool kin_eval_iterate(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value count;
    int64_t terms;
    if (!kin_node_eval(run, node->kids[2], &count) || !kin_run_whole(run, node->kids[2], &count, &terms)) {
        return false;
    }
    if (terms < 0 || terms > KIN_LIMIT_LIST) {
        return kin_run_fail(run, node, KIN_E234, NULL);
    }
    struct kin_value *items = KIN_NEW_N(run->frame->arena, struct kin_value, (size_t)terms);
    for (int64_t i = 0; i < terms; i++) {
        if (i) {
            run->frame->slots[node->slot] = items[i - 1];
        }
        if (!kin_node_eval(run, node->kids[i ? 1 : 0], &items[i])) {
            return false;
        }
    }
    return give_list(run, node, items, (size_t)terms, value);
}

/* The elements that fit, up to `most` of them: how many, and the place after the last one looked at. */
struct search {
    const struct kin_list *list;
    size_t fitting, looked_at;
};

static bool search(struct kin_run *run, const struct kin_node *node, size_t most, struct search *found)
{
    *found = (struct search){0};
    if (!eval_source(run, node, &found->list)) {
        return false;
    }
    while (found->looked_at < found->list->count && found->fitting < most) {
        bool fits;
        run->frame->slots[node->slot] = found->list->items[found->looked_at++];
        if (!eval_test(run, node->kids[1], &fits)) {
            return false;
        }
        fits = fits != (node->op == KIN_OP_ALL); /* all: looks for one that does not fit */
        found->fitting += fits;
    }
    return true;
}

bool kin_eval_all_any(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct search found;
    if (!search(run, node, 1, &found)) {
        return false;
    }
    *value = kin_value_truth((found.fitting == 1) == (node->op == KIN_OP_ANY));
    return true;
}

bool kin_eval_count(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct search found;
    if (!search(run, node, KIN_LIMIT_LIST, &found)) {
        return false;
    }
    *value = kin_value_int((int64_t)found.fitting);
    return true;
}

bool kin_eval_first(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct search found;
    if (!search(run, node, 1, &found)) {
        return false;
    }
    if (found.fitting == 0) {
        return kin_run_fail(run, node, KIN_E237, NULL);
    }
    *value = found.list->items[found.looked_at - 1];
    return true;
}
