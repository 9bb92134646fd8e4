/* Orders: things put in order by a number. */
#include "draw/rows.h"

/* The number of each item by a rule; NULL: its own. False where one is undefined. */
static bool numbers_by(const struct kin_response_template *response, struct kin_frame *frame,
                       const struct kin_ordering *ordering, const struct kin_expr *by, struct kin_value *numbers)
{
    for (size_t i = 0; i < ordering->items.count; i++) {
        const struct kin_listed *entry = &ordering->items.items[i];
        const struct kin_option_template *option = &response->options[entry->index];
        kin_listed_enter(entry, frame);
        if (!kin_expr_eval(option->rank ? option->rank : option->key, frame, &numbers[i])) {
            return false;
        }
        frame->slots[response->it_slot] = numbers[i];
        if (by && !kin_expr_eval(by, frame, &numbers[i])) {
            return false;
        }
    }
    return true;
}

/* Insertion sort by number; false where two are equal. */
static bool sort(const struct kin_value *numbers, size_t count, size_t *order)
{
    bool strict = true;
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0; at--) {
            int sign = kin_value_compare(&numbers[i], &numbers[order[at - 1]]);
            strict = strict && sign != 0;
            if (sign >= 0) {
                break;
            }
            order[at] = order[at - 1];
        }
        order[at] = i;
    }
    return strict;
}

static void reverse(size_t *order, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        size_t kept = order[i];
        order[i] = order[count - 1 - i];
        order[count - 1 - i] = kept;
    }
}

static bool settle_right(const struct kin_response_template *response, struct kin_frame *frame,
                         struct kin_ordering *ordering)
{
    size_t count = ordering->items.count;
    struct kin_value numbers[KIN_MOST_OPTIONS];
    for (size_t i = 0; i < count; i++) {
        ordering->order[i] = i;
    }
    if (response->written) {
        return true;
    }
    if (!numbers_by(response, frame, ordering, response->by, numbers)) {
        return false;
    }
    ordering->usable = sort(numbers, count, ordering->order) && ordering->usable;
    if (response->falling) {
        reverse(ordering->order, count);
    }
    return true;
}

/* ---- Wrong orders ---------------------------------------------------------------------------------------------------
 */

static bool same_order(const size_t *a, const size_t *b, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (a[i] != b[i]) {
            return false;
        }
    }
    return true;
}

static bool is_other(const struct kin_ordering *ordering, size_t n)
{
    size_t count = ordering->items.count;
    bool other = !same_order(ordering->wrong[n], ordering->order, count);
    for (size_t i = 0; i < n && other; i++) {
        other = !ordering->applies[i] || !same_order(ordering->wrong[n], ordering->wrong[i], count);
    }
    return other;
}

/* Undefined, with two items at the same place, or like another one: it does not apply. */
static bool applies(const struct kin_response_template *response, struct kin_frame *frame,
                    struct kin_ordering *ordering, size_t n)
{
    const struct kin_wrong_template *wrong = &response->wrongs[ordering->wrongs.items[n].index];
    struct kin_value numbers[KIN_MOST_OPTIONS];
    kin_listed_enter(&ordering->wrongs.items[n], frame);
    if ((wrong->when && !kin_expr_holds(wrong->when, frame)) ||
        !numbers_by(response, frame, ordering, wrong->by, numbers) ||
        !sort(numbers, ordering->items.count, ordering->wrong[n])) {
        return false;
    }
    if (response->falling) {
        reverse(ordering->wrong[n], ordering->items.count);
    }
    return is_other(ordering, n);
}

/* ---- Items
 * -----------------------------------------------------------------------------------------------------------
 */

static bool judge_items(const struct kin_response_template *response, struct kin_frame *frame,
                        struct kin_ordering *ordering)
{
    struct kin_candidates *others = KIN_NEW(frame->arena, struct kin_candidates);
    others->response = response;
    others->frame = frame;
    for (size_t i = 0; i < ordering->items.count; i++) {
        const struct kin_option_template *option = &response->options[ordering->items.items[i].index];
        struct kin_candidate *candidate = &others->items[others->count];
        *candidate =
            (struct kin_candidate){.expr = option->key, .content = &option->content, .entry = ordering->items.items[i]};
        if (!kin_candidate_evaluate(candidate, frame)) {
            return false;
        }
        ordering->usable = ordering->usable && !kin_candidates_look(others, candidate);
        others->count++;
    }
    return true;
}

bool kin_order_settle(const struct kin_response_template *response, struct kin_frame *frame,
                      struct kin_ordering *ordering)
{
    ordering->usable = true;
    if (!kin_entries_list(response, KIN_ENTRY_OPTION, frame, &ordering->items) ||
        !kin_entries_list(response, KIN_ENTRY_WRONG, frame, &ordering->wrongs)) {
        return false;
    }
    if (ordering->items.count > KIN_MOST_OPTIONS || ordering->items.count < 2 ||
        ordering->wrongs.count > KIN_MOST_OPTIONS) {
        ordering->usable = false;
        return true;
    }
    if (!judge_items(response, frame, ordering) || !settle_right(response, frame, ordering)) {
        return false;
    }
    for (size_t i = 0; i < ordering->wrongs.count; i++) {
        ordering->applies[i] = applies(response, frame, ordering, i);
    }
    return true;
}
