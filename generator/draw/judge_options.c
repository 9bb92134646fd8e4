/* Options that the author wrote out: which are right is computed for each instance. LANGUAGE rules 1, 9 and 23. */
#include "draw/judge.h"

struct options {
    struct kin_candidates others; /* first the right ones, then the wrong ones that print */
    struct kin_judgement *judgement;
    size_t right, wrong;
};

static bool is_right(const struct kin_option_template *option, struct kin_frame *frame, bool *right)
{
    struct kin_value value;
    *right = false;
    if (!option->right) {
        return true;
    }
    if (!kin_expr_eval(option->right, frame, &value)) {
        return false;
    }
    *right = value.kind == KIN_TRUTH && value.as.truth;
    return true;
}

static struct kin_candidate of_option(const struct kin_option_template *option)
{
    return (struct kin_candidate){.expr = option->key, .content = &option->content};
}

/* Two right options that look alike leave the instance outside the space, like two right answers of a choice. */
static bool take_right(struct options *options, const struct kin_option_template *option)
{
    struct kin_candidate candidate = of_option(option);
    if (!kin_candidate_evaluate(&candidate, options->others.frame)) {
        return false;
    }
    if (kin_candidates_look(&options->others, &candidate)) {
        options->judgement->usable = false;
    }
    options->others.items[options->others.count++] = candidate;
    options->right++;
    return true;
}

static bool take_all_right(struct options *options, const struct kin_response_template *response)
{
    for (size_t i = 0; i < response->option_count; i++) {
        bool right;
        if (!is_right(&response->options[i], options->others.frame, &right)) {
            return false;
        }
        if (right && !take_right(options, &response->options[i])) {
            return false;
        }
        options->judgement->right |= (uint64_t)right << i;
    }
    return true;
}

/* Undefined or like another one: it cannot print. */
static bool take_wrong(struct options *options, const struct kin_option_template *option)
{
    struct kin_candidate candidate = of_option(option);
    if (!kin_candidate_evaluate(&candidate, options->others.frame) ||
        kin_candidates_look(&options->others, &candidate)) {
        return false;
    }
    options->others.items[options->others.count++] = candidate;
    options->wrong++;
    return true;
}

/* With shown="4" the first that can print; without, every option that was written must print. */
static void take_wrongs(struct options *options, const struct kin_response_template *response)
{
    struct kin_judgement *judgement = options->judgement;
    size_t shown = response->shown > 0 ? (size_t)response->shown : response->option_count;
    for (size_t i = 0; i < response->option_count && options->right + options->wrong < shown; i++) {
        if (!(judgement->right >> i & 1) && take_wrong(options, &response->options[i])) {
            judgement->wrong |= (uint64_t)1 << i;
        }
    }
    judgement->usable = judgement->usable && options->right + options->wrong == shown && shown <= KIN_MOST_OPTIONS;
}

/* The key of a choice is the value of its right option, where that has one. */
static void put_key(struct options *options, const struct kin_response_template *response)
{
    const struct kin_candidate *right = &options->others.items[0];
    if (response->kind != KIN_RESPONSE_CHOICE || options->right != 1 || !right->expr) {
        return;
    }
    options->judgement->key = right->value;
    if (response->key_slot >= 0) {
        options->others.frame->slots[response->key_slot] = right->value;
    }
    if (response->answer_slot >= 0) {
        options->others.frame->slots[response->answer_slot] = right->value;
    }
}

bool kin_judge_options(const struct kin_response_template *response, struct kin_frame *frame,
                       struct kin_judgement *judgement)
{
    struct options options;
    options.others.response = response;
    options.others.frame = frame;
    options.others.count = 0;
    options.judgement = judgement;
    options.right = options.wrong = 0;
    if (!take_all_right(&options, response)) {
        return false;
    }
    bool enough = response->kind == KIN_RESPONSE_CHOICE ? options.right == 1 : options.right >= 1;
    judgement->usable = judgement->usable && enough;
    if (judgement->usable) {
        take_wrongs(&options, response);
        judgement->usable = judgement->usable && options.wrong >= 1;
        put_key(&options, response);
    }
    return true;
}
