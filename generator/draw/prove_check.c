/* Checks: the second route to the key. DESIGN section 4, "Proof". */
#include "draw/entries.h"
#include "draw/judge.h"
#include "draw/prove.h"

static void report_false(struct kin_proving *proving, const struct kin_response_template *response,
                         const struct kin_expr *check, const struct kin_value *key)
{
    struct kin_frame *frame = proving->walk.frame;
    if (response->kind == KIN_RESPONSE_OPEN) {
        kin_report(proving->diags, KIN_E431, kin_expr_span(check), NULL);
    } else {
        const char *text = key->kind == KIN_NOTHING ? "of this response" : kin_value_text(frame->arena, key);
        kin_report(proving->diags, KIN_E420, kin_expr_span(check), text, NULL);
    }
    kin_resolve_note(proving->template, frame, proving->diags);
    proving->failed = true;
}

static void prove_key(struct kin_proving *proving, const struct kin_response_template *response,
                      const struct kin_judgement *judgement)
{
    struct kin_frame *frame = proving->walk.frame;
    for (size_t i = 0; i < response->check_count; i++) {
        struct kin_value truth;
        if (!kin_expr_eval(response->checks[i], frame, &truth)) {
            kin_resolve_report(proving->template, frame, proving->diags);
            proving->failed = true;
        } else if (truth.kind != KIN_TRUTH || !truth.as.truth) {
            report_false(proving, response, response->checks[i], &judgement->key);
        }
    }
}

static bool all_hold(const struct kin_response_template *response, struct kin_frame *frame)
{
    for (size_t i = 0; i < response->check_count; i++) {
        if (!kin_expr_holds(response->checks[i], frame)) {
            return false;
        }
    }
    return true;
}

bool kin_prove_passes(const struct kin_response_template *response, struct kin_frame *frame,
                      const struct kin_value *value, const struct kin_value *key)
{
    kin_judge_put(response, frame, *value);
    bool passes = all_hold(response, frame);
    kin_judge_put(response, frame, *key);
    return passes;
}

/* An answer in another form than the key, but of the same value, fails no check and need not. */
static void prove_wrong(struct kin_proving *proving, const struct kin_response_template *response,
                        const struct kin_value *key, struct kin_candidate wrong, struct kin_span span)
{
    struct kin_frame *frame = proving->walk.frame;
    if (!kin_candidate_evaluate(&wrong, frame)) {
        return;
    }
    struct kin_value value = kin_candidate_value(&wrong, response, frame);
    if (value.kind == KIN_NOTHING || (value.kind == key->kind && kin_value_equal(&value, key))) {
        return;
    }
    kin_judge_put(response, frame, value);
    bool deceived = all_hold(response, frame) && (!proving->whole || all_hold(proving->whole, frame));
    kin_judge_put(response, frame, *key);
    if (deceived) {
        kin_report(proving->diags, KIN_E421, span, kin_value_text(frame->arena, &value), NULL);
        kin_resolve_note(proving->template, frame, proving->diags);
        proving->failed = true;
    }
}

static struct kin_value key_of(struct kin_proving *proving, const struct kin_response_template *response,
                               const struct kin_judgement *judgement)
{
    struct kin_candidate key = {.expr = response->key, .formula = response->key_formula, .value = judgement->key};
    return response->key_formula ? kin_candidate_value(&key, response, proving->walk.frame) : judgement->key;
}

static void prove_wrongs(struct kin_proving *proving, const struct kin_response_template *response,
                         const struct kin_judgement *judgement)
{
    bool written = response->option_count > 0;
    struct kin_value key = key_of(proving, response, judgement);
    struct kin_entries entries;
    if (!kin_entries_list(response, written ? KIN_ENTRY_OPTION : KIN_ENTRY_WRONG, proving->walk.frame, &entries)) {
        return; /* reported when it was judged */
    }
    for (size_t i = 0; i < entries.count; i++) {
        size_t index = entries.items[i].index;
        if (!(judgement->wrong >> entries.items[i].bit & 1)) {
            continue;
        }
        kin_listed_enter(&entries.items[i], proving->walk.frame);
        if (written) {
            prove_wrong(proving, response, &key, (struct kin_candidate){.expr = response->options[index].key},
                        response->options[index].span);
        } else {
            const struct kin_wrong_template *wrong = &response->wrongs[index];
            prove_wrong(proving, response, &key, (struct kin_candidate){.expr = wrong->key, .formula = wrong->formula},
                        wrong->span);
        }
    }
}

/* The sample of many right answers is one of them. */
static void prove_sample(struct kin_proving *proving, const struct kin_response_template *response,
                         const struct kin_judgement *judgement)
{
    struct kin_frame *frame = proving->walk.frame;
    if (response->accept && !kin_judge_accepts(response, frame, &judgement->key)) {
        kin_report(proving->diags, KIN_E433, kin_expr_span(response->accept),
                   kin_value_text(frame->arena, &judgement->key), NULL);
        kin_resolve_note(proving->template, frame, proving->diags);
        proving->failed = true;
    }
}

/* A key that is not written as it asks students to write is a mistake of the bank. */
static void prove_form(struct kin_proving *proving, const struct kin_response_template *response,
                       const struct kin_judgement *judgement)
{
    struct kin_frame *frame = proving->walk.frame;
    struct kin_candidate key = {.expr = response->key, .formula = response->key_formula, .value = judgement->key};
    if (!response->marking.form || (!response->key && !response->key_formula) || judgement->key.kind == KIN_SPECIAL ||
        kin_candidate_formed(response, frame, &key)) {
        return;
    }
    kin_report(proving->diags, KIN_E282, response->span, kin_required_row(response->marking.form)->name, NULL);
    kin_resolve_note(proving->template, frame, proving->diags);
    proving->failed = true;
}

static void prove_one(struct kin_proving *proving, const struct kin_response_template *response,
                      const struct kin_judgement *judgement)
{
    bool checked = response->check_count || (proving->whole && proving->whole->check_count);
    prove_key(proving, response, judgement);
    prove_sample(proving, response, judgement);
    prove_form(proving, response, judgement);
    if (checked && (judgement->key.kind != KIN_NOTHING || response->key_formula)) {
        prove_wrongs(proving, response, judgement);
    }
}

/* Blanks are proved where they stand: in a <for> each has its own numbers. */
static bool visit(struct kin_walk *walk, const struct kin_block *block)
{
    struct kin_proving *proving = (struct kin_proving *)walk;
    if (block->kind != KIN_BLOCK_BLANK) {
        return kin_walk_blocks(walk, &block->kids);
    }
    const struct kin_judged_blank *judged = proving->blank++;
    kin_judge_put(judged->blank, walk->frame, judged->judgement.key);
    prove_one(proving, judged->blank, &judged->judgement);
    return true;
}

static void prove_blanks(struct kin_proving *proving, const struct kin_response_template *response,
                         const struct kin_judgement *judgement)
{
    proving->whole = response;
    proving->blank = judgement->blanks;
    proving->walk.visit = visit;
    if (!kin_walk_blocks(&proving->walk, &response->body)) {
        kin_resolve_report(proving->template, proving->walk.frame, proving->diags);
        proving->failed = true;
    }
    proving->whole = NULL;
}

void kin_prove_response(struct kin_proving *proving, const struct kin_response_template *response,
                        const struct kin_judgement *judgement)
{
    prove_one(proving, response, judgement);
    if (response->blank_count) {
        prove_blanks(proving, response, judgement);
    }
}
