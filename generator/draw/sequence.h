/* The slot's order of a space: its elements by their place in the permutation, those that pass all tests. Two
 * evaluators give the same sequence (DESIGN section 4, line 9): a scan goes from place to place and tests; a table
 * walks the box and sorts what passes by place. */
#ifndef KIN_DRAW_SEQUENCE_H
#define KIN_DRAW_SEQUENCE_H

#include "draw/draw.h"
#include "draw/space.h"
#include "random/permute.h"

struct kin_entry {
    uint64_t place, element;
};

struct kin_sequence {
    struct kin_space *space;
    struct kin_permutation permutation;
    uint64_t places;           /* that can be seen: at most KIN_LIMIT_PLACES */
    uint64_t next;             /* place to look at */
    uint64_t pause;            /* place where a scan stops to have the evaluator chosen again */
    struct kin_entry *entries; /* of the table; NULL: scanning */
    size_t entry_count, entry_next;
    bool table_failed; /* it was tried once and cost too much */
};

/* The sequence of a space by round keys from `stream`. A space without elements has an empty one. */
struct kin_sequence kin_sequence_start(struct kin_space *space, struct kin_pcg stream);

/* From the first place again; a table is kept. */
void kin_sequence_restart(struct kin_sequence *sequence);

/* Choose the evaluator, by cost or as kin_draw_use_evaluator said. `needed`: places that a scan will probably look at
 * still. A table lives in `arena`: to be called when nothing that will be rewound is being built there. */
void kin_sequence_settle(kin_arena *arena, struct kin_sequence *sequence, double needed);

/* The next element that passes, at a place below `limit`, with the frame filled (rules only, not the late lets).
 * PAUSED: settle, then ask again. ENDED: there is none below the limit. */
enum kin_found { KIN_FOUND, KIN_PAUSED, KIN_ENDED };
enum kin_found kin_sequence_next(struct kin_sequence *sequence, struct kin_frame *frame, uint64_t limit,
                                 uint64_t *element);

/* Try to make the table, visiting at most `budget` partial elements. */
bool kin_sequence_table(kin_arena *arena, struct kin_sequence *sequence, uint64_t budget);

/* What kin_draw_use_evaluator set. */
enum kin_evaluator kin_evaluator_in_use(void);

#endif
