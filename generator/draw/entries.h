/* What a response or solution holds several times - options, wrong answers, steps - for one instance: conditions
 * decided, repetitions rolled out. LANGUAGE rule 2. */
#ifndef KIN_DRAW_ENTRIES_H
#define KIN_DRAW_ENTRIES_H

#include "draw/resolve_walk.h"

/* The element of a repetition that an entry stands in. */
struct kin_round {
    int slot;
    struct kin_value value;
};

struct kin_listed {
    size_t index; /* among the response's options, wrong answers ... as written */
    size_t bit;   /* in a judgement: the index; for each round of a repetition another one behind all indexes */
    const struct kin_round *rounds;
    size_t round_count;
};

struct kin_entries {
    struct kin_listed items[KIN_MOST_WRONG];
    size_t count;
};

/* Those of one kind, in document order; their rounds are in frame->arena. Returns false with frame->fault set: a test
 * or list is undefined, or there are more than KIN_MOST_WRONG. */
bool kin_entries_list(const struct kin_response_template *response, enum kin_entry_kind kind, struct kin_frame *frame,
                      struct kin_entries *entries);

/* Bits of a judgement as bits by index: one of a repetition applies when it does in any round. */
uint64_t kin_entries_written(const struct kin_response_template *response, enum kin_entry_kind kind,
                             struct kin_frame *frame, uint64_t bits);

/* Put the elements of its rounds into their slots, before anything of the entry is evaluated. */
void kin_listed_enter(const struct kin_listed *entry, struct kin_frame *frame);

#endif
