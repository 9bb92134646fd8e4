/* Automatic features that depend on what prints: conditions, repetitions and signs. Called for every candidate member
 * of a cell, so nothing is resolved here. */
#include "draw/dress.h"
#include "draw/resolve_walk.h"

struct branching {
    struct kin_walk walk; /* first, so that a walk is also its branching */
    struct kin_buf *conditions, *repetitions;
    const struct kin_response_template *response; /* whose entries are walked */
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

static bool branch_credit(struct kin_walk *walk, const struct kin_credit_template *credit)
{
    return branch_test(walk, credit->when) && kin_walk_blocks(walk, &credit->what);
}

/* What prints on a student's page, or in a rubric. */
static bool branch_entry(struct kin_walk *walk, const struct kin_block *block)
{
    const struct kin_response_template *response = ((struct branching *)walk)->response;
    switch (block->entry) {
    case KIN_ENTRY_OPTION:
        return kin_walk_blocks(walk, &response->options[block->index].content);
    case KIN_ENTRY_WRONG:
        return response->kind != KIN_RESPONSE_CHOICE || kin_walk_blocks(walk, &response->wrongs[block->index].content);
    case KIN_ENTRY_CREDIT:
        return branch_credit(walk, &response->credits[block->index]);
    case KIN_ENTRY_ROW:
        return kin_walk_blocks(walk, &response->rows[block->index].content);
    default:
        return true;
    }
}

static bool branch_entries(struct kin_walk *walk, const struct kin_response_template *response)
{
    ((struct branching *)walk)->response = response;
    walk->entry = branch_entry;
    return kin_walk_blocks(walk, &response->entries);
}

static bool branch_response(struct kin_walk *walk, const struct kin_response_template *response)
{
    return kin_walk_blocks(walk, &response->body) && kin_walk_blocks(walk, &response->label) &&
           kin_walk_blocks(walk, &response->unit) && kin_walk_blocks(walk, &response->sample) &&
           branch_entries(walk, response);
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

static bool sign_part(struct kin_walk *walk, const struct kin_part_template *part)
{
    bool all = kin_walk_blocks(walk, &part->stem);
    for (size_t i = 0; all && i < part->response_count; i++) {
        all = kin_walk_blocks(walk, &part->responses[i].body);
    }
    return all;
}

bool kin_signs(const struct kin_template *template, struct kin_frame *frame, struct kin_buf *signs)
{
    struct signing signing = {.walk = {.frame = frame, .visit = sign_block}, .signs = signs};
    kin_dress_neutral(template, frame);
    bool all = kin_walk_blocks(&signing.walk, &template->stem);
    for (size_t i = 0; all && i < template->part_count; i++) {
        all = sign_part(&signing.walk, &template->parts[i]);
    }
    return all;
}
