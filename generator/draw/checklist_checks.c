/* Checks that confirm nothing: those that compute the key a second time in the same way, those that read none of the
 * instance's numbers, and those that other numbers than the key pass as well. */
#include "content/answer.h"
#include "draw/prove.h"
#include "draw/survey.h"

#include "expr/canonical.h"

static const double too_weak = 0.5; /* share of the instances in which other numbers pass */

static bool repeats_key(struct kin_surveying *surveying, const struct kin_response_template *response,
                        const struct kin_expr *check)
{
    if (!response->key || response->key_slot < 0) {
        return false;
    }
    const struct kin_expr *let = kin_template_let(surveying->draw->template, response->key);
    return kin_expr_restates(surveying->arena, check, response->key_slot, response->key) ||
           (let && kin_expr_restates(surveying->arena, check, response->key_slot, let));
}

/* Parameters, the names of a <for>, or other answers, which are computed from them. */
static bool reads_numbers(const struct kin_template *template, const struct kin_response_template *response,
                          const struct kin_expr *check)
{
    for (int slot = 0; slot < (int)template->slot_count; slot++) {
        if (slot != response->key_slot && slot != response->answer_slot && kin_expr_uses(check, slot)) {
            return true;
        }
    }
    return template->field_count == 0;
}

static void look_at_check(struct kin_surveying *surveying, const struct kin_response_template *response,
                          const struct kin_expr *check)
{
    if (!reads_numbers(surveying->draw->template, response, check)) {
        kin_report(surveying->diags, KIN_W410, kin_expr_span(check), NULL);
        kin_report_mend(surveying->diags, "put key where the student would put the answer: p*key + q eq r");
    } else if (repeats_key(surveying, response, check)) {
        kin_report(surveying->diags, KIN_W409, kin_expr_span(check), NULL);
        kin_report_mend(surveying->diags, "put key into the question instead, or compute backwards from it");
    }
}

static void look_at_checks(struct kin_surveying *surveying, const struct kin_response_template *response)
{
    for (size_t i = 0; i < response->check_count; i++) {
        look_at_check(surveying, response, response->checks[i]);
    }
    for (size_t i = 0; i < response->blank_count; i++) {
        look_at_checks(surveying, &response->blanks[i]);
    }
}

/* ---- Other numbers ---------------------------------------------------------------------------------------------- */

/* A number that nobody would mark as the key: one off, twice it. An answer of several right values has none such. */
static bool tells_apart(struct kin_surveying *surveying, struct kin_frame *frame, size_t n, struct kin_rat other)
{
    const struct kin_response_template *response = surveying->draw->features.responses[n];
    const struct kin_value *key = &surveying->draw->judgements[n].key;
    struct kin_value value = *key;
    value.as.number = other;
    bool possible = kin_rat_defined(other) && response->type && kin_answer_fits(response->type, frame->arena, &value) &&
                    !kin_answer_same(response->type, frame->arena, key, &value);
    return !possible || !kin_prove_passes(response, frame, &value, key);
}

static void note_response(struct kin_surveying *surveying, struct kin_frame *frame, size_t n)
{
    const struct kin_response_template *response = surveying->draw->features.responses[n];
    const struct kin_value *key = &surveying->draw->judgements[n].key;
    if (key->kind != KIN_NUMBER || !response->check_count || response->accept || response->key_slot < 0) {
        return;
    }
    if (!kin_prove_passes(response, frame, key, key)) {
        return; /* reported as an error */
    }
    kin_arena *arena = frame->arena;
    struct kin_rat number = key->as.number, one = kin_rat_int(1);
    bool apart = tells_apart(surveying, frame, n, kin_rat_add(arena, number, one)) &&
                 tells_apart(surveying, frame, n, kin_rat_sub(arena, number, one)) &&
                 tells_apart(surveying, frame, n, kin_rat_add(arena, number, number));
    surveying->weak[n].of++;
    surveying->weak[n].number += !apart;
}

void kin_checklist_others(struct kin_surveying *surveying, struct kin_frame *frame)
{
    for (size_t n = 0; n < surveying->draw->features.response_count; n++) {
        note_response(surveying, frame, n);
    }
}

static void warn_of_weak_check(struct kin_surveying *surveying, size_t n)
{
    const struct kin_response_template *response = surveying->draw->features.responses[n];
    struct kin_share share = surveying->weak[n];
    if (share.of && (double)share.number > too_weak * (double)share.of) {
        const char *percent = kin_format(surveying->arena, "%.0f%%", 100 * (double)share.number / (double)share.of);
        kin_report(surveying->diags, KIN_W502, kin_expr_span(response->checks[0]), percent, NULL);
        kin_report_mend(surveying->diags, "put key into the whole equation of the question");
    }
}

void kin_checklist_checks(struct kin_surveying *surveying)
{
    const struct kin_features *features = &surveying->draw->features;
    for (size_t i = 0; i < features->response_count; i++) {
        look_at_checks(surveying, features->responses[i]);
        warn_of_weak_check(surveying, i);
    }
}
