/* Pools: which statements print, so that the number of true ones and the kinds of trap are the same on all forms.
 * LANGUAGE rule 23. */
#ifndef KIN_DRAW_POOL_H
#define KIN_DRAW_POOL_H

#include "draw/entries.h"

/* A statement that may print: an option of a multi-select or a row of a grid. */
struct kin_statement {
    const struct kin_pool_template *pool; /* NULL: it always prints */
    const char *kind;                     /* of trap; NULL: of none */
    bool right;
    size_t bit; /* in a judgement */
};

struct kin_statements {
    struct kin_statement items[KIN_MOST_WRONG];
    size_t count;
};

/* How many of them print, and how many of those are true. *usable is false where a pool has too few of a kind; *pattern
 * tells apart what kinds print. Returns false with frame->fault set: a number that is undefined or cannot be. */
struct kin_pooled {
    size_t shown, right;
    uint64_t pattern;
    bool usable;
};
bool kin_pools_judge(const struct kin_statements *statements, struct kin_frame *frame, struct kin_pooled *pooled);

/* The bits of those that print: the stream chooses among statements of the same pool, truth and kind. They were judged
 * to be usable. */
uint64_t kin_pools_choose(const struct kin_statements *statements, struct kin_frame *frame, struct kin_pcg *stream);

#endif
