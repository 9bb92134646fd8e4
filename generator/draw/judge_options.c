/* Options that the author wrote out: which are right is computed for each instance. LANGUAGE rules 1, 9 and 23. */
#include "draw/rows.h"

struct options {
    struct kin_statements statements; /* those that may print */
    struct kin_candidates others;     /* first the right ones, then the wrong ones that print */
    struct kin_judgement *judgement;
    size_t right, wrong;
    struct kin_entries entries;
    bool is_right[KIN_MOST_WRONG]; /* by place in `entries` */
    size_t standing_by;            /* of a pool, like another one */
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

static struct kin_candidate of_option(const struct kin_option_template *option, const struct kin_listed *entry)
{
    return (struct kin_candidate){.expr = option->key, .content = &option->content, .entry = *entry};
}

static void keep(struct options *options, const struct kin_option_template *option,
                 const struct kin_candidate *candidate, bool right)
{
    options->others.items[options->others.count++] = *candidate;
    options->statements.items[options->statements.count++] =
        (struct kin_statement){option->pool, option->kind, right, candidate->entry.bit};
    *(right ? &options->judgement->right : &options->judgement->wrong) |= (uint64_t)1 << candidate->entry.bit;
}

/* Two right options that look alike leave the instance outside the space, like two right answers of a choice. */
static bool take_right(struct options *options, const struct kin_option_template *option,
                       const struct kin_listed *entry)
{
    struct kin_candidate candidate = of_option(option, entry);
    if (!kin_candidate_evaluate(&candidate, options->others.frame)) {
        return false;
    }
    if (kin_candidates_look(&options->others, &candidate)) {
        options->judgement->usable = options->judgement->usable && option->pool;
        options->standing_by++;
        return true;
    }
    keep(options, option, &candidate, true);
    options->right++;
    return true;
}

static bool take_all_right(struct options *options, const struct kin_response_template *response)
{
    for (size_t i = 0; i < options->entries.count; i++) {
        const struct kin_listed *entry = &options->entries.items[i];
        const struct kin_option_template *option = &response->options[entry->index];
        bool right;
        kin_listed_enter(entry, options->others.frame);
        if (!is_right(option, options->others.frame, &right) || (right && !take_right(options, option, entry))) {
            return false;
        }
        options->is_right[i] = right;
    }
    return true;
}

/* Undefined or like another one: it cannot print. */
static bool take_wrong(struct options *options, const struct kin_option_template *option,
                       const struct kin_listed *entry)
{
    struct kin_candidate candidate = of_option(option, entry);
    if (!kin_candidate_evaluate(&candidate, options->others.frame) ||
        kin_candidates_look(&options->others, &candidate)) {
        return false;
    }
    keep(options, option, &candidate, false);
    options->wrong++;
    return true;
}

/* With shown="4" the first that can print; without, every option that was written must print. */
static void take_wrongs(struct options *options, const struct kin_response_template *response)
{
    struct kin_judgement *judgement = options->judgement;
    size_t shown = response->shown > 0 ? (size_t)response->shown : options->entries.count - options->standing_by;
    for (size_t i = 0; i < options->entries.count && options->right + options->wrong < shown; i++) {
        const struct kin_listed *entry = &options->entries.items[i];
        const struct kin_option_template *option = &response->options[entry->index];
        if (!options->is_right[i] && !take_wrong(options, option, entry) && option->pool) {
            shown--; /* it stands by */
        }
    }
    judgement->usable = judgement->usable && options->right + options->wrong == shown;
}

/* What prints of those that may. */
static bool judge_pools(struct options *options)
{
    struct kin_judgement *judgement = options->judgement;
    struct kin_pooled pooled;
    if (!kin_pools_judge(&options->statements, options->others.frame, &pooled)) {
        return false;
    }
    judgement->usable = judgement->usable && pooled.usable && pooled.shown <= KIN_MOST_OPTIONS;
    judgement->shown_right = pooled.right;
    judgement->pattern = pooled.pattern;
    return true;
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
    options.right = options.wrong = options.standing_by = options.statements.count = 0;
    if (!kin_entries_list(response, KIN_ENTRY_OPTION, frame, &options.entries) || !take_all_right(&options, response)) {
        return false;
    }
    bool enough = response->kind == KIN_RESPONSE_CHOICE ? options.right == 1 : options.right >= 1;
    judgement->usable = judgement->usable && enough;
    if (judgement->usable) {
        take_wrongs(&options, response);
        judgement->usable = judgement->usable && options.wrong >= 1;
        put_key(&options, response);
    }
    return !judgement->usable || judge_pools(&options);
}
