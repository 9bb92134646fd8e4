#include "base/limits.h"
#include "draw/sequence.h"

#include <stdlib.h>

enum { MOST_ENTRIES = 1 << 18 }; /* a space where more passes is quick to scan */

struct tabling {
    kin_arena *arena;
    struct kin_sequence *sequence;
    struct kin_entry *entries;
    size_t count, room;
};

static bool add(void *data, uint64_t element)
{
    struct tabling *tabling = data;
    uint64_t place = kin_permutation_place(&tabling->sequence->permutation, element);
    if (place < tabling->sequence->places) {
        KIN_PUSH(tabling->arena, tabling->entries, tabling->count, tabling->room) = (struct kin_entry){place, element};
    }
    return tabling->count <= MOST_ENTRIES && tabling->sequence->space->steps <= KIN_LIMIT_DRAW_STEPS;
}

static int by_place(const void *a, const void *b)
{
    uint64_t x = ((const struct kin_entry *)a)->place, y = ((const struct kin_entry *)b)->place;
    return (x > y) - (x < y);
}

/* Go on where the scan is. */
static void continue_at(struct kin_sequence *sequence)
{
    size_t at = 0;
    while (at < sequence->entry_count && sequence->entries[at].place < sequence->next) {
        at++;
    }
    sequence->entry_next = at;
}

bool kin_sequence_table(kin_arena *arena, struct kin_sequence *sequence, uint64_t budget)
{
    kin_arena *own = kin_arena_new();
    struct tabling tabling = {.arena = own, .sequence = sequence};
    struct kin_frame frame = kin_space_frame(own, sequence->space);
    kin_arena *walked = kin_arena_new();
    frame.arena = walked;
    bool whole = kin_space_walk(sequence->space, &frame, budget, add, &tabling);
    if (whole) {
        if (tabling.count) {
            qsort(tabling.entries, tabling.count, sizeof *tabling.entries, by_place);
        }
        sequence->entries = kin_copy_bytes(arena, tabling.entries, sizeof *tabling.entries * tabling.count);
        sequence->entry_count = tabling.count;
        continue_at(sequence);
    }
    kin_arena_free(walked);
    kin_arena_free(own);
    return whole;
}
