#include "base/limits.h"
#include "draw/sequence.h"

enum { FIRST_PAUSE = 1 << 12 }; /* places that are scanned before a table is thought of */

static enum kin_evaluator evaluator = KIN_BY_COST;

void kin_draw_use_evaluator(enum kin_evaluator wanted)
{
    evaluator = wanted;
}

enum kin_evaluator kin_evaluator_in_use(void)
{
    return evaluator;
}

struct kin_sequence kin_sequence_start(struct kin_space *space, struct kin_pcg stream)
{
    struct kin_sequence sequence = {.space = space};
    if (space->count) {
        sequence.permutation = kin_permutation_make(space->count, stream);
        sequence.places = space->count < KIN_LIMIT_PLACES ? space->count : KIN_LIMIT_PLACES;
        sequence.pause = FIRST_PAUSE;
    }
    return sequence;
}

void kin_sequence_restart(struct kin_sequence *sequence)
{
    sequence->next = 0;
    sequence->entry_next = 0;
}

/* A step of a walk costs about as much as a step of a scan: it permutes nothing, but visits partial elements, too. */
static void settle_by_cost(kin_arena *arena, struct kin_sequence *sequence, double needed)
{
    double cost = kin_space_walk_cost(sequence->space), left = (double)(sequence->places - sequence->next);
    if (!sequence->table_failed && cost < needed && cost < left) {
        sequence->table_failed = !kin_sequence_table(arena, sequence, (uint64_t)(4 * cost) + FIRST_PAUSE);
    }
    sequence->pause = sequence->next * 4;
}

void kin_sequence_settle(kin_arena *arena, struct kin_sequence *sequence, double needed)
{
    if (sequence->entries || sequence->places == 0) {
        return;
    }
    switch (evaluator) {
    case KIN_SCAN:
        sequence->pause = sequence->places;
        break;
    case KIN_TABLE:
        if (!sequence->table_failed) {
            sequence->table_failed = !kin_sequence_table(arena, sequence, UINT64_MAX);
        }
        sequence->pause = sequence->places;
        break;
    default:
        if (sequence->next >= sequence->pause) {
            settle_by_cost(arena, sequence, needed);
        }
    }
}

static enum kin_found scan_next(struct kin_sequence *sequence, struct kin_frame *frame, uint64_t limit,
                                uint64_t *element)
{
    struct kin_mark mark = kin_arena_mark(frame->arena);
    uint64_t end = limit < sequence->places ? limit : sequence->places;
    while (sequence->next < end) {
        if (sequence->next >= sequence->pause) {
            return KIN_PAUSED;
        }
        *element = kin_permutation_at(&sequence->permutation, sequence->next++);
        if (kin_space_test(sequence->space, frame, *element)) {
            return KIN_FOUND;
        }
        kin_arena_rewind(frame->arena, mark);
        if (sequence->space->steps > KIN_LIMIT_DRAW_STEPS) {
            return KIN_ENDED;
        }
    }
    return KIN_ENDED;
}

/* What is in the table passes; testing it again fills the frame. */
static enum kin_found table_next(struct kin_sequence *sequence, struct kin_frame *frame, uint64_t limit,
                                 uint64_t *element)
{
    if (sequence->entry_next >= sequence->entry_count || sequence->entries[sequence->entry_next].place >= limit) {
        return KIN_ENDED;
    }
    const struct kin_entry *entry = &sequence->entries[sequence->entry_next++];
    *element = entry->element;
    sequence->next = entry->place + 1;
    kin_space_test(sequence->space, frame, *element);
    sequence->space->tried--;
    return KIN_FOUND;
}

enum kin_found kin_sequence_next(struct kin_sequence *sequence, struct kin_frame *frame, uint64_t limit,
                                 uint64_t *element)
{
    return (sequence->entries ? table_next : scan_next)(sequence, frame, limit, element);
}
