#include "draw/resolve_walk.h"

#include "base/limits.h"

enum { MOST_WORK = 20 * KIN_LIMIT_EXPR_STEPS };

bool kin_resolve_fault(struct kin_frame *frame, enum kin_diag_id id, struct kin_span span, const char *detail)
{
    frame->fault = (struct kin_fault){.id = id, .span = span, .detail = detail};
    return false;
}

bool kin_walk_decide(struct kin_walk *walk, const struct kin_expr *test, bool *holds)
{
    struct kin_value value = {.kind = KIN_NOTHING};
    *holds = true;
    if (test && !kin_expr_eval(test, walk->frame, &value)) {
        return false;
    }
    *holds = !test || (value.kind == KIN_TRUTH && value.as.truth);
    return true;
}

static bool walk_condition(struct kin_walk *walk, const struct kin_block *block)
{
    bool holds;
    if (!kin_walk_decide(walk, block->test, &holds)) {
        return false;
    }
    if (walk->branch && block->test) {
        walk->branch(walk, holds);
    }
    return kin_walk_blocks(walk, holds ? &block->kids : &block->otherwise);
}

static bool walk_rounds(struct kin_walk *walk, const struct kin_block *block, const struct kin_list *list)
{
    const struct kin_walk_round round = {block->slot, walk->round};
    bool fine = true;
    walk->round = &round;
    for (size_t i = 0; fine && i < list->count; i++) {
        walk->frame->slots[block->slot] = list->items[i];
        fine = kin_walk_blocks(walk, &block->kids);
    }
    walk->round = round.outer;
    return fine;
}

static bool walk_repetition(struct kin_walk *walk, const struct kin_block *block)
{
    struct kin_value value;
    if (!kin_expr_eval(block->list, walk->frame, &value)) {
        return false;
    }
    if (value.kind != KIN_LIST || value.as.list->count > KIN_LIMIT_REPEAT) {
        return kin_resolve_fault(walk->frame, KIN_E426, block->span, NULL);
    }
    if (walk->repeat) {
        walk->repeat(walk, value.as.list->count);
    }
    return walk_rounds(walk, block, value.as.list);
}

static bool walk_on(struct kin_walk *walk, const struct kin_block *block)
{
    switch (block->kind) {
    case KIN_BLOCK_IF:
        return walk_condition(walk, block);
    case KIN_BLOCK_FOR:
        return walk_repetition(walk, block);
    case KIN_BLOCK_ENTRY:
        return !walk->entry || walk->entry(walk, block);
    default:
        return walk->visit(walk, block);
    }
}

/* The frame counts the steps of its last evaluation: of a text with several holes that is a part of the work, which is
 * good enough for a bound. */
static bool walk_block(struct kin_walk *walk, const struct kin_block *block)
{
    if (++walk->blocks > KIN_LIMIT_NODES) {
        return kin_resolve_fault(walk->frame, KIN_E427, block->span, NULL);
    }
    walk->frame->steps = 0;
    if (!walk_on(walk, block)) {
        return false;
    }
    walk->work += walk->frame->steps;
    walk->frame->spent += walk->frame->steps;
    return walk->work <= MOST_WORK || kin_resolve_fault(walk->frame, KIN_E432, block->span, NULL);
}

bool kin_walk_blocks(struct kin_walk *walk, const struct kin_blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        if (!walk_block(walk, blocks->items[i])) {
            return false;
        }
    }
    return true;
}

static bool walk_step(struct kin_walk *walk, const struct kin_block *block)
{
    const struct kin_step_template *step = &walk->steps[block->index];
    bool holds;
    if (!kin_walk_decide(walk, step->when, &holds)) {
        return false;
    }
    if (walk->branch && step->when) {
        walk->branch(walk, holds);
    }
    return !holds || walk->step(walk, step);
}

bool kin_walk_steps(struct kin_walk *walk, const struct kin_part_template *part, kin_walk_step *step)
{
    walk->entry = walk_step;
    walk->steps = part->steps;
    walk->step = step;
    bool all = kin_walk_blocks(walk, &part->step_entries);
    walk->entry = NULL;
    return all;
}
