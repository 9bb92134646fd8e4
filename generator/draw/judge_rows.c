/* What grids, matches and orders add to an instance's cell. */
#include "draw/hash.h"
#include "draw/rows.h"

/* How many rows print in each column: of a pool, how many are true. */
static uint64_t pattern_of_columns(const struct kin_response_template *response, const struct kin_gridding *gridding,
                                   const struct kin_pooled *pooled)
{
    struct kin_hash hash = {.a = pooled->pattern};
    size_t columns[KIN_MOST_WRONG] = {0};
    for (size_t i = 0; i < gridding->rows.count; i++) {
        columns[gridding->right[i]] += !response->rows[gridding->rows.items[i].index].pool;
    }
    for (size_t i = 0; i < response->option_count; i++) {
        kin_hash_add(&hash, columns[i]);
    }
    kin_hash_add(&hash, pooled->right);
    return hash.a;
}

static bool judge_grid(const struct kin_response_template *response, struct kin_frame *frame,
                       struct kin_judgement *judgement)
{
    struct kin_gridding gridding;
    struct kin_pooled pooled;
    if (!kin_grid_settle(response, frame, &gridding) || !kin_pools_judge(&gridding.statements, frame, &pooled)) {
        return false;
    }
    judgement->usable = gridding.usable && pooled.usable && pooled.shown > 0 && pooled.shown <= KIN_MOST_OPTIONS;
    judgement->pattern = pattern_of_columns(response, &gridding, &pooled);
    for (size_t i = 0; i < gridding.statements.count; i++) {
        const struct kin_statement *statement = &gridding.statements.items[i];
        *(statement->right ? &judgement->right : &judgement->wrong) |= (uint64_t)1 << statement->bit;
    }
    return true;
}

static bool judge_match(const struct kin_response_template *response, struct kin_frame *frame,
                        struct kin_judgement *judgement)
{
    struct kin_matching *matching = KIN_NEW(frame->arena, struct kin_matching);
    size_t shown = 0;
    if (!kin_match_settle(response, frame, matching)) {
        return false;
    }
    for (size_t i = 0; i < matching->options.count; i++) {
        judgement->wrong |= (uint64_t)matching->shown[i] << matching->options.items[i].bit;
        shown += matching->shown[i];
    }
    judgement->pattern = judgement->wrong;
    judgement->usable = matching->usable && matching->rows.count > 0 && shown > 1 && shown <= KIN_MOST_OPTIONS &&
                        matching->rows.count <= KIN_MOST_OPTIONS;
    return true;
}

static bool judge_order(const struct kin_response_template *response, struct kin_frame *frame,
                        struct kin_judgement *judgement)
{
    struct kin_ordering *ordering = KIN_NEW(frame->arena, struct kin_ordering);
    if (!kin_order_settle(response, frame, ordering)) {
        return false;
    }
    judgement->usable = ordering->usable;
    for (size_t i = 0; ordering->usable && i < ordering->wrongs.count; i++) {
        judgement->wrong |= (uint64_t)ordering->applies[i] << ordering->wrongs.items[i].bit;
    }
    return true;
}

bool kin_judge_rows(const struct kin_response_template *response, struct kin_frame *frame,
                    struct kin_judgement *judgement)
{
    switch (response->kind) {
    case KIN_RESPONSE_GRID:
        return judge_grid(response, frame, judgement);
    case KIN_RESPONSE_MATCH:
        return judge_match(response, frame, judgement);
    case KIN_RESPONSE_ORDER:
        return judge_order(response, frame, judgement);
    default:
        return true;
    }
}
