/* Blanks are judged where they stand, so that each round of a <for> has a key of its own. LANGUAGE rule 5. */
#include "draw/judge.h"
#include "draw/resolve_walk.h"

enum { MOST_BLANKS = 64 };

struct judging {
    struct kin_walk walk; /* first, so that a walk is also its judging */
    struct kin_judgement *judgement;
    size_t room, open;
};

static size_t rounds_of(const struct kin_judgement *judgement, const struct kin_response_template *blank)
{
    size_t rounds = 0;
    for (size_t i = 0; i < judgement->blank_count; i++) {
        rounds += judgement->blanks[i].blank == blank;
    }
    return rounds;
}

static bool judge_blank(struct judging *judging, const struct kin_response_template *blank)
{
    struct kin_judgement *all = judging->judgement;
    struct kin_frame *frame = judging->walk.frame;
    struct kin_judged_blank judged = {.blank = blank, .round = rounds_of(all, blank)};
    if (all->blank_count == MOST_BLANKS) {
        return kin_resolve_fault(frame, KIN_E434, blank->span, NULL);
    }
    if (!kin_walk_decide(&judging->walk, blank->when, &judged.open) ||
        !kin_judge_response(blank, frame, &judged.judgement)) {
        return false;
    }
    all->usable = all->usable && judged.judgement.usable;
    judging->open += judged.open;
    KIN_PUSH(frame->arena, all->blanks, all->blank_count, judging->room) = judged;
    return true;
}

static bool visit(struct kin_walk *walk, const struct kin_block *block)
{
    return block->kind == KIN_BLOCK_BLANK ? judge_blank((struct judging *)walk, block->blank)
                                          : kin_walk_blocks(walk, &block->kids);
}

bool kin_judge_blanks(const struct kin_response_template *response, struct kin_frame *frame,
                      struct kin_judgement *judgement)
{
    struct judging judging = {.walk = {.frame = frame, .visit = visit}, .judgement = judgement};
    if (!kin_walk_blocks(&judging.walk, &response->body)) {
        return false;
    }
    judgement->usable = judgement->usable && judging.open > 0;
    return true;
}
