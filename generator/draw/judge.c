/* Which key and which wrong answers the numbers of an instance give. LANGUAGE rules 1 and 9. */
#include "draw/rows.h"

#include "content/answer.h"

#include <string.h>

/* A key that is wanted as a decimal prints as one also where a solution says {answer}. */
static struct kin_value as_wanted(const struct kin_response_template *response, struct kin_frame *frame,
                                  struct kin_value key)
{
    if (key.kind == KIN_NUMBER && key.places == KIN_NO_PLACES && !kin_rat_is_integer(key.as.number) &&
        strcmp(kin_response_format(response), "decimal") == 0) {
        key.places = (int16_t)kin_rat_decimals(frame->arena, key.as.number);
    }
    return key;
}

void kin_judge_put(const struct kin_response_template *response, struct kin_frame *frame, struct kin_value answer)
{
    answer = as_wanted(response, frame, answer);
    if (response->key_slot >= 0) {
        frame->slots[response->key_slot] = answer;
    }
    if (response->answer_slot >= 0) {
        frame->slots[response->answer_slot] = answer;
    }
}

bool kin_judge_accepts(const struct kin_response_template *response, struct kin_frame *frame,
                       const struct kin_value *answer)
{
    if (!response->accept || response->it_slot < 0) {
        return false;
    }
    frame->slots[response->it_slot] = *answer;
    return kin_expr_holds(response->accept, frame);
}

static bool fits(const struct kin_candidates *candidates, const struct kin_candidate *candidate)
{
    const struct kin_answer_type *type = candidates->response->type;
    return !candidate->expr || !type || type->formula ||
           kin_answer_fits(type, candidates->frame->arena, &candidate->value);
}

static struct kin_candidate of_wrong(const struct kin_wrong_template *wrong, const struct kin_listed *entry)
{
    return (struct kin_candidate){
        .expr = wrong->key, .formula = wrong->formula, .content = &wrong->content, .entry = *entry};
}

/* A text of an accepted equivalent: a wrong answer that prints like it would be marked right. */
static bool accepted_anyway(struct kin_candidates *candidates, struct kin_candidate *candidate)
{
    const struct kin_response_template *response = candidates->response;
    struct kin_entries entries;
    if (!response->accept_count || !kin_entries_list(response, KIN_ENTRY_ACCEPT, candidates->frame, &entries)) {
        return false;
    }
    for (size_t i = 0; i < entries.count; i++) {
        const struct kin_accept_template *accept = &response->accepts[entries.items[i].index];
        struct kin_candidates equivalent = {.response = response, .frame = candidates->frame, .count = 1};
        equivalent.items[0] = (struct kin_candidate){.content = &accept->content, .entry = entries.items[i]};
        kin_listed_enter(&entries.items[i], candidates->frame);
        if ((!accept->when || kin_expr_holds(accept->when, candidates->frame)) &&
            kin_candidates_look(&equivalent, candidate)) {
            return true;
        }
    }
    return false;
}

/* Undefined, outside the type, or taken for another one: silently not applicable. */
static bool applies(struct kin_candidates *candidates, const struct kin_wrong_template *wrong,
                    const struct kin_listed *entry)
{
    struct kin_candidate candidate = of_wrong(wrong, entry);
    kin_listed_enter(entry, candidates->frame);
    if (wrong->when && !kin_expr_holds(wrong->when, candidates->frame)) {
        return false;
    }
    if (!kin_candidate_evaluate(&candidate, candidates->frame) || !fits(candidates, &candidate)) {
        return false;
    }
    if (candidate.expr && kin_judge_accepts(candidates->response, candidates->frame, &candidate.value)) {
        return false;
    }
    bool choice = candidates->response->kind == KIN_RESPONSE_CHOICE;
    if (kin_candidates_mark(candidates, &candidate) || (choice && kin_candidates_look(candidates, &candidate)) ||
        accepted_anyway(candidates, &candidate)) {
        return false;
    }
    candidates->items[candidates->count++] = candidate;
    return true;
}

/* How many wrong answers a choice prints; for other responses all that apply are kept. */
static size_t most_wrong(const struct kin_response_template *response)
{
    bool all = response->kind != KIN_RESPONSE_CHOICE || response->shown <= 0;
    return all ? KIN_MOST_WRONG : (size_t)response->shown - 1;
}

static bool judge_wrongs(struct kin_candidates *candidates, struct kin_judgement *judgement)
{
    const struct kin_response_template *response = candidates->response;
    size_t most = most_wrong(response), count = 0;
    struct kin_entries entries;
    if (!kin_entries_list(response, KIN_ENTRY_WRONG, candidates->frame, &entries)) {
        return false;
    }
    for (size_t i = 0; i < entries.count && count < most; i++) {
        if (applies(candidates, &response->wrongs[entries.items[i].index], &entries.items[i])) {
            judgement->wrong |= (uint64_t)1 << entries.items[i].bit;
            count++;
        }
    }
    if (response->kind == KIN_RESPONSE_CHOICE) {
        size_t least = response->shown > 0 ? most : 1;
        judgement->usable = judgement->usable && count >= least && count < KIN_MOST_OPTIONS;
    }
    return true;
}

/* The key as a value or a formula, first among the candidates. */
static bool judge_key(struct kin_candidates *candidates, struct kin_judgement *judgement)
{
    const struct kin_response_template *response = candidates->response;
    struct kin_candidate *key = &candidates->items[candidates->count++];
    *key = (struct kin_candidate){.expr = response->key, .formula = response->key_formula};
    if (!kin_candidate_evaluate(key, candidates->frame)) {
        return false;
    }
    judgement->key = key->value;
    judgement->usable = fits(candidates, key);
    kin_judge_put(response, candidates->frame, kin_candidate_value(key, response, candidates->frame));
    return true;
}

static bool judge_keyed(const struct kin_response_template *response, struct kin_frame *frame,
                        struct kin_judgement *judgement)
{
    struct kin_candidates candidates;
    candidates.response = response;
    candidates.frame = frame;
    candidates.count = 0;
    if (!judge_key(&candidates, judgement)) {
        return false;
    }
    return !judgement->usable || judge_wrongs(&candidates, judgement);
}

bool kin_judge_response(const struct kin_response_template *response, struct kin_frame *frame,
                        struct kin_judgement *judgement)
{
    *judgement = (struct kin_judgement){.usable = true};
    if (response->kind == KIN_RESPONSE_BLANKS) {
        return kin_judge_blanks(response, frame, judgement);
    }
    if (response->kind >= KIN_RESPONSE_GRID && response->kind <= KIN_RESPONSE_ORDER) {
        return kin_judge_rows(response, frame, judgement);
    }
    if (response->option_count) {
        return kin_judge_options(response, frame, judgement);
    }
    if (!response->key && !response->key_formula) {
        return true; /* open: nothing to judge */
    }
    return judge_keyed(response, frame, judgement);
}
