/* Follow-through: the key once more for each foreseen wrong answer of an earlier response. LANGUAGE rule 7. */
#include "content/answer.h"
#include "draw/judge.h"
#include "draw/resolve_item.h"

#include <string.h>

struct following {
    struct kin_resolving *resolving;
    const struct kin_response_template *response, *earlier;
    const char *after;    /* id of the earlier one, of a repetition that of its round */
    struct kin_value key; /* of the response, when all went well */
    struct kin_response *result;
    size_t room;
};

static struct kin_frame *frame_of(const struct following *following)
{
    return following->resolving->content.walk.frame;
}

/* The judgement of a response, or of a blank outside of any <for>, which a translation knows by its id; NULL: the blank
 * is not there this time. */
static const struct kin_judgement *judgement_of(const struct kin_resolving *resolving,
                                                const struct kin_response_template *response)
{
    const struct kin_template *template = resolving->template;
    for (size_t i = 0; i < kin_template_response_count(template); i++) {
        const struct kin_judgement *judgement = &resolving->judgements[i];
        if (kin_template_response(template, i) == response) {
            return judgement;
        }
        for (size_t j = 0; j < judgement->blank_count; j++) {
            if (strcmp(judgement->blanks[j].blank->id, response->id) == 0) {
                return judgement->blanks[j].open ? &judgement->blanks[j].judgement : NULL;
            }
        }
    }
    return NULL;
}

/* Put the wrong answer in its place, and compute anew what comes between it and the response. */
static void put_wrong(const struct following *following, const struct kin_value *wrong)
{
    const struct kin_template *template = following->resolving->template;
    struct kin_frame *frame = frame_of(following);
    bool after = false;
    kin_judge_put(following->earlier, frame, *wrong);
    for (size_t i = 0; i < template->answer_count && template->answers[i] != following->response; i++) {
        const struct kin_response_template *between = template->answers[i];
        if (after) {
            struct kin_value value = {.kind = KIN_NOTHING};
            bool defined = kin_expr_eval(between->key, frame, &value);
            kin_judge_put(between, frame, defined ? value : (struct kin_value){.kind = KIN_NOTHING});
        }
        after = after || between == following->earlier;
    }
}

/* What the key is then; nothing when it is undefined, or no answer of this type. */
static bool compute(const struct following *following, struct kin_value *value)
{
    const struct kin_answer_type *type = following->response->type;
    struct kin_frame *frame = frame_of(following);
    return kin_expr_eval(following->response->key, frame, value) &&
           (!type || kin_answer_fits(type, frame->arena, value));
}

static bool add(struct following *following, const struct kin_value *wrong, bool comes, const struct kin_value *key)
{
    struct kin_frame *frame = frame_of(following);
    struct kin_response *result = following->result;
    struct kin_follow follow = {.after = following->after};
    if (!kin_answer_of_value(frame, wrong, kin_response_format(following->earlier), &follow.given) ||
        (comes && !kin_answer_of_value(frame, key, kin_response_format(following->response), &follow.key))) {
        return false;
    }
    KIN_PUSH(frame->arena, result->follows, result->follow_count, following->room) = follow;
    return true;
}

/* One that leads to the key all the same says nothing. */
static bool follow_one(struct following *following, const struct kin_value *wrong)
{
    struct kin_frame *frame = frame_of(following);
    size_t bytes = following->resolving->template->slot_count * sizeof *frame->slots;
    void *slots = kin_copy_bytes(frame->arena, frame->slots, bytes);
    struct kin_value key = {.kind = KIN_NOTHING};
    put_wrong(following, wrong);
    bool comes = compute(following, &key);
    memcpy(frame->slots, slots, bytes);
    bool same = comes && kin_answer_same(following->response->type, frame->arena, &key, &following->key);
    return same || add(following, wrong, comes, &key);
}

static bool follow_wrongs(struct following *following, const struct kin_judgement *judgement)
{
    const struct kin_response_template *earlier = following->earlier;
    size_t count = earlier->option_count ? earlier->option_count : earlier->wrong_count;
    for (size_t i = 0; judgement && i < count; i++) {
        const struct kin_expr *wrong = earlier->option_count ? earlier->options[i].key : earlier->wrongs[i].key;
        struct kin_value value;
        bool applies = wrong && (judgement->wrong >> i & 1) && kin_expr_eval(wrong, frame_of(following), &value);
        if (applies && !follow_one(following, &value)) {
            return false;
        }
    }
    return true;
}

bool kin_resolve_follows(struct kin_resolving *resolving, const struct kin_response_template *response,
                         const struct kin_judgement *judgement, struct kin_response *result)
{
    struct following following = {
        .resolving = resolving, .response = response, .key = judgement->key, .result = result};
    for (size_t i = 0; i < response->follow_count; i++) {
        const struct kin_response_template *earlier = following.earlier = response->follows[i];
        following.after = earlier->id;
        const struct kin_judgement *judged = earlier->repeated
                                                 ? kin_judged_before(resolving, earlier->id, &following.after)
                                                 : judgement_of(resolving, earlier);
        if (!follow_wrongs(&following, judged)) {
            return false;
        }
    }
    return true;
}
