/* Matches: each left item has one right item. */
#include "draw/rows.h"

#include "content/answer.h"

#include <string.h>

struct settling {
    const struct kin_response_template *response;
    struct kin_frame *frame;
    struct kin_matching *matching;
    struct kin_candidate *options; /* by place in matching->options */
    bool *defined, *used;
};

/* ---- Which right item a left one has ----------------------------------------------------------------------------- */

/* The n-th round of a pair's left item goes with the n-th of its right item. */
static size_t of_pair(const struct settling *settling, size_t row)
{
    const struct kin_entries *rows = &settling->matching->rows, *options = &settling->matching->options;
    size_t option = settling->response->rows[rows->items[row].index].pair - 1, before = 0;
    for (size_t i = 0; i < row; i++) {
        before += rows->items[i].index == rows->items[row].index;
    }
    for (size_t i = 0; i < options->count; i++) {
        if (options->items[i].index == option && before-- == 0) {
            return i;
        }
    }
    return options->count;
}

static size_t of_id(const struct settling *settling, const char *id)
{
    const struct kin_entries *options = &settling->matching->options;
    for (size_t i = 0; i < options->count; i++) {
        const char *its = settling->response->options[options->items[i].index].id;
        if (its && strcmp(its, id) == 0) {
            return i;
        }
    }
    return options->count;
}

/* All right items that are marked as the key; the first of them. */
static bool of_key(struct settling *settling, const struct kin_expr *key, size_t *place)
{
    const struct kin_entries *options = &settling->matching->options;
    struct kin_value value;
    *place = options->count;
    if (!kin_expr_eval(key, settling->frame, &value)) {
        return false;
    }
    for (size_t i = 0; i < options->count; i++) {
        const struct kin_candidate *option = &settling->options[i];
        if (option->expr && settling->defined[i] &&
            kin_answer_same(settling->response->type, settling->frame->arena, &option->value, &value)) {
            settling->used[i] = true;
            *place = *place < options->count ? *place : i;
        }
    }
    return *place < options->count || kin_resolve_fault(settling->frame, KIN_E447, kin_expr_span(key),
                                                        kin_value_text(settling->frame->arena, &value));
}

static bool find_right(struct settling *settling, size_t n)
{
    struct kin_matching *matching = settling->matching;
    const struct kin_row_template *row = &settling->response->rows[matching->rows.items[n].index];
    kin_listed_enter(&matching->rows.items[n], settling->frame);
    if (row->key) {
        return of_key(settling, row->key, &matching->right[n]);
    }
    matching->right[n] = row->pair ? of_pair(settling, n) : of_id(settling, row->to);
    if (matching->right[n] == matching->options.count) {
        return kin_resolve_fault(settling->frame, KIN_E447, row->span, row->to ? row->to : "");
    }
    settling->used[matching->right[n]] = true;
    return true;
}

/* ---- Which right items print ---------------------------------------------------------------------------------------
 */

/* The place of one that is shown and would be taken for it; the number of options where there is none. */
static size_t twin_of(struct settling *settling, size_t n)
{
    struct kin_candidates *one = KIN_NEW(settling->frame->arena, struct kin_candidates);
    one->response = settling->response;
    one->frame = settling->frame;
    one->count = 1;
    for (size_t i = 0; i < settling->matching->options.count; i++) {
        one->items[0] = settling->options[i];
        if (i != n && settling->matching->shown[i] &&
            (kin_candidates_mark(one, &settling->options[n]) || kin_candidates_look(one, &settling->options[n]))) {
            return i;
        }
    }
    return settling->matching->options.count;
}

static void redirect(struct kin_matching *matching, size_t from, size_t to)
{
    for (size_t i = 0; i < matching->rows.count; i++) {
        matching->right[i] = matching->right[i] == from ? to : matching->right[i];
    }
}

/* Those that are right for something first: two alike are one where it may be used again, else nobody could tell which.
 * Then the others, as far as they are defined and unlike. */
static void show_options(struct settling *settling)
{
    struct kin_matching *matching = settling->matching;
    for (size_t i = 0; i < matching->options.count; i++) {
        if (settling->used[i]) {
            size_t twin = twin_of(settling, i);
            bool alone = twin == matching->options.count;
            matching->shown[i] = alone;
            matching->usable = matching->usable && settling->defined[i] && (alone || settling->response->reuse);
            redirect(matching, i, alone ? i : twin);
        }
    }
    for (size_t i = 0; i < matching->options.count; i++) {
        if (!settling->used[i]) {
            matching->shown[i] = settling->defined[i] && twin_of(settling, i) == matching->options.count;
        }
    }
}

/* ---- Left items
 * ------------------------------------------------------------------------------------------------------
 */

static bool judge_rows(struct settling *settling)
{
    struct kin_matching *matching = settling->matching;
    struct kin_candidates *others = KIN_NEW(settling->frame->arena, struct kin_candidates);
    others->response = settling->response;
    others->frame = settling->frame;
    for (size_t i = 0; i < matching->rows.count; i++) {
        const struct kin_row_template *row = &settling->response->rows[matching->rows.items[i].index];
        struct kin_candidate *candidate = &others->items[others->count];
        *candidate =
            (struct kin_candidate){.expr = row->value, .content = &row->content, .entry = matching->rows.items[i]};
        if (!kin_candidate_evaluate(candidate, settling->frame)) {
            return false;
        }
        matching->usable = matching->usable && !kin_candidates_look(others, candidate);
        others->count++;
        for (size_t j = 0; j < i && !settling->response->reuse; j++) {
            matching->usable = matching->usable && matching->right[j] != matching->right[i];
        }
    }
    return true;
}

static void evaluate_options(struct settling *settling)
{
    const struct kin_entries *options = &settling->matching->options;
    for (size_t i = 0; i < options->count; i++) {
        const struct kin_option_template *option = &settling->response->options[options->items[i].index];
        settling->options[i] =
            (struct kin_candidate){.expr = option->key, .content = &option->content, .entry = options->items[i]};
        settling->defined[i] = kin_candidate_evaluate(&settling->options[i], settling->frame);
    }
}

bool kin_match_settle(const struct kin_response_template *response, struct kin_frame *frame,
                      struct kin_matching *matching)
{
    *matching = (struct kin_matching){.usable = true};
    if (!kin_entries_list(response, KIN_ENTRY_ROW, frame, &matching->rows) ||
        !kin_entries_list(response, KIN_ENTRY_OPTION, frame, &matching->options)) {
        return false;
    }
    struct settling settling = {
        .response = response,
        .frame = frame,
        .matching = matching,
        .options = KIN_NEW_N(frame->arena, struct kin_candidate, matching->options.count),
        .defined = KIN_NEW_N(frame->arena, bool, matching->options.count),
        .used = KIN_NEW_N(frame->arena, bool, matching->options.count),
    };
    evaluate_options(&settling);
    for (size_t i = 0; i < matching->rows.count; i++) {
        if (!find_right(&settling, i)) {
            return false;
        }
    }
    show_options(&settling);
    return judge_rows(&settling);
}
