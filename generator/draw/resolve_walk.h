/* The blocks of a template that print for one instance: conditions decided, repetitions rolled out, in order of
 * printing. Resolving, proving and the automatic features all walk the same way, so they cannot disagree about what
 * prints. */
#ifndef KIN_DRAW_RESOLVE_WALK_H
#define KIN_DRAW_RESOLVE_WALK_H

#include "draw/resolve.h"

/* A repetition that the walk is in. */
struct kin_walk_round {
    int slot; /* of its element */
    const struct kin_walk_round *outer;
};

struct kin_walk;
typedef bool kin_walk_step(struct kin_walk *walk, const struct kin_step_template *step);

struct kin_walk {
    struct kin_frame *frame;
    /* Called for every block that prints and is no condition or repetition. It goes down into the kids itself, with
     * kin_walk_blocks. Returns false to stop, with frame->fault set. */
    bool (*visit)(struct kin_walk *walk, const struct kin_block *block);
    /* Called for every condition and every repetition that is reached; NULL: not interested. */
    void (*branch)(struct kin_walk *walk, bool holds);
    void (*repeat)(struct kin_walk *walk, size_t rounds);
    /* Called for every option, wrong answer ... that is reached, as the entries of a response are walked; NULL: not
     * interested. */
    bool (*entry)(struct kin_walk *walk, const struct kin_block *block);
    const struct kin_step_template *steps; /* of kin_walk_steps */
    kin_walk_step *step;
    const struct kin_walk_round *round; /* the innermost repetition around what is visited; NULL: none */
    uint32_t blocks; /* walked so far; bounded, since empty repetitions inside one another produce no content */
    uint64_t work;   /* evaluation steps so far; bounded, since repetition multiplies what each block may take */
};

/* Returns false with frame->fault set: a test or list that is undefined, too many rounds or blocks, or the visitor's
 * own. */
bool kin_walk_blocks(struct kin_walk *walk, const struct kin_blocks *blocks);

/* Does it hold? NULL does. An undefined value is an error here: returns false with frame->fault set. */
bool kin_walk_decide(struct kin_walk *walk, const struct kin_expr *test, bool *holds);

/* All of an instance's solution steps that print: calls `step` for each. Returns false as above. */
bool kin_walk_steps(struct kin_walk *walk, const struct kin_part_template *part, kin_walk_step *step);

/* Set frame->fault; returns false, so that callers can return it. */
bool kin_resolve_fault(struct kin_frame *frame, enum kin_diag_id id, struct kin_span span, const char *detail);

/* Report frame->fault with the instance's values as its note. */
void kin_resolve_report(const struct kin_template *template, const struct kin_frame *frame, struct kin_diags *diags);

/* "p = 3, q = -5": the parameters that have a value, in document order, in frame->arena. */
char *kin_resolve_values(const struct kin_template *template, const struct kin_frame *frame);

/* Add the note "seen with p = 3, q = -5" to the last report. */
void kin_resolve_note(const struct kin_template *template, const struct kin_frame *frame, struct kin_diags *diags);

#endif
