/* Automatic features that depend on what prints: conditions, repetitions and signs. Called for every candidate member
 * of a cell, so nothing is resolved here. */
#include "draw/dress.h"
#include "draw/resolve_walk.h"

struct branching {
    struct kin_walk walk; /* first, so that a walk is also its branching */
    struct kin_buf *conditions, *repetitions;
};

static bool visit_kids(struct kin_walk *walk, const struct kin_block *block)
{
    return kin_walk_blocks(walk, &block->kids);
}

static void note_condition(struct kin_walk *walk, bool holds)
{
    kin_buf_add_char(((struct branching *)walk)->conditions, holds ? '1' : '0');
}

static void note_repetition(struct kin_walk *walk, size_t rounds)
{
    struct kin_buf *buf = ((struct branching *)walk)->repetitions;
    kin_buf_addf(buf, buf->length ? ",%zu" : "%zu", rounds);
}

static bool branch_test(struct kin_walk *walk, const struct kin_expr *test)
{
    bool holds;
    if (!test) {
        return true;
    }
    if (!kin_walk_decide(walk, test, &holds)) {
        return false;
    }
    walk->branch(walk, holds);
    return true;
}

static bool branch_credits(struct kin_walk *walk, const struct kin_response_template *response)
{
    for (size_t i = 0; i < response->credit_count; i++) {
        if (!branch_test(walk, response->credits[i].when) || !kin_walk_blocks(walk, &response->credits[i].what)) {
            return false;
        }
    }
    return true;
}

static bool branch_options(struct kin_walk *walk, const struct kin_response_template *response)
{
    for (size_t i = 0; i < response->option_count; i++) {
        if (!kin_walk_blocks(walk, &response->options[i].content)) {
            return false;
        }
    }
    for (size_t i = 0; i < response->wrong_count && response->kind == KIN_RESPONSE_CHOICE; i++) {
        if (!kin_walk_blocks(walk, &response->wrongs[i].content)) {
            return false;
        }
    }
    return true;
}

static bool branch_response(struct kin_walk *walk, const struct kin_response_template *response)
{
    return kin_walk_blocks(walk, &response->label) && kin_walk_blocks(walk, &response->unit) &&
           branch_options(walk, response) && kin_walk_blocks(walk, &response->sample) && branch_credits(walk, response);
}

static bool branch_step(struct kin_walk *walk, const struct kin_step_template *step)
{
    return kin_walk_blocks(walk, &step->work) && kin_walk_blocks(walk, &step->why);
}

static bool branch_part(struct kin_walk *walk, const struct kin_part_template *part)
{
    for (size_t i = 0; i < part->response_count; i++) {
        if (!branch_response(walk, &part->responses[i])) {
            return false;
        }
    }
    return kin_walk_blocks(walk, &part->stem) && kin_walk_steps(walk, part, branch_step);
}

bool kin_branches(const struct kin_template *template, struct kin_frame *frame, struct kin_buf *conditions,
                  struct kin_buf *repetitions)
{
    struct branching branching = {
        .walk = {.frame = frame, .visit = visit_kids, .branch = note_condition, .repeat = note_repetition},
        .conditions = conditions,
        .repetitions = repetitions,
    };
    bool all = kin_walk_blocks(&branching.walk, &template->stem);
    for (size_t i = 0; all && i < template->part_count; i++) {
        all = branch_part(&branching.walk, &template->parts[i]);
    }
    return all;
}

/* ---- Signs ------------------------------------------------------------------------------------------------ */

struct signing {
    struct kin_walk walk;
    struct kin_buf *signs;
};

static bool sign_block(struct kin_walk *walk, const struct kin_block *block)
{
    struct kin_buf *signs = ((struct signing *)walk)->signs;
    switch (block->kind) {
    case KIN_BLOCK_FORMULA:
        return kin_formula_signs(block->formula, walk->frame, signs);
    case KIN_BLOCK_PHRASE:
        return kin_phrase_signs(block->phrase, walk->frame, signs);
    default:
        return kin_walk_blocks(walk, &block->kids);
    }
}

bool kin_signs(const struct kin_template *template, struct kin_frame *frame, struct kin_buf *signs)
{
    struct signing signing = {.walk = {.frame = frame, .visit = sign_block}, .signs = signs};
    kin_dress_neutral(template, frame);
    bool all = kin_walk_blocks(&signing.walk, &template->stem);
    for (size_t i = 0; all && i < template->part_count; i++) {
        all = kin_walk_blocks(&signing.walk, &template->parts[i].stem);
    }
    return all;
}
