/* Checks: the second route to the key. DESIGN section 4, "Proof". */
#include "draw/entries.h"
#include "draw/prove.h"

static void put(struct kin_frame *frame, const struct kin_response_template *response, struct kin_value value)
{
    if (response->key_slot >= 0) {
        frame->slots[response->key_slot] = value;
    }
    if (response->answer_slot >= 0) {
        frame->slots[response->answer_slot] = value;
    }
}

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

/* An answer in another form than the key, but of the same value, fails no check and need not. */
static void prove_wrong(struct kin_proving *proving, const struct kin_response_template *response,
                        const struct kin_value *key, const struct kin_expr *wrong, struct kin_span span)
{
    struct kin_frame *frame = proving->walk.frame;
    struct kin_value value;
    if (!wrong || !kin_expr_eval(wrong, frame, &value) || kin_value_equal(&value, key)) {
        return;
    }
    put(frame, response, value);
    bool deceived = all_hold(response, frame);
    put(frame, response, *key);
    if (deceived) {
        kin_report(proving->diags, KIN_E421, span, kin_value_text(frame->arena, &value), NULL);
        kin_resolve_note(proving->template, frame, proving->diags);
        proving->failed = true;
    }
}

static void prove_wrongs(struct kin_proving *proving, const struct kin_response_template *response,
                         const struct kin_judgement *judgement)
{
    bool written = response->option_count > 0;
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
            prove_wrong(proving, response, &judgement->key, response->options[index].key,
                        response->options[index].span);
        } else {
            prove_wrong(proving, response, &judgement->key, response->wrongs[index].key, response->wrongs[index].span);
        }
    }
}

void kin_prove_response(struct kin_proving *proving, const struct kin_response_template *response,
                        const struct kin_judgement *judgement)
{
    prove_key(proving, response, judgement);
    if (response->check_count && judgement->key.kind != KIN_NOTHING) {
        prove_wrongs(proving, response, judgement);
    }
}
