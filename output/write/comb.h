/* Equal bars at equal distances: the lines of a grid, the ticks of an axis, ruled paper, the white behind the numbers
 * of a scale. Each row of them is one wide dashed line, which costs a PDF four numbers instead of four for every bar.
 */
#ifndef KIN_WRITE_COMB_H
#define KIN_WRITE_COMB_H

#include "write/batch.h"

/* A line whose dashes are the bars, from (x1, y1) to (x2, y2). */
struct comb {
    double x1, y1, x2, y2;
    double width, dash[2]; /* dash[0] 0: one bar, solid */
    bool round;            /* its caps: dashes without length are discs */
};

struct combs {
    struct comb *items; /* those of one width and dash stand together */
    size_t count;
    const struct batch_part **rest; /* what is no comb, to be painted as it is, in order */
    size_t rest_count;
};

/* What of a batch of rules or strokes can be painted as combs. Lives in `arena`. */
struct combs kin_combs_find(kin_arena *arena, const struct batch *batch);

#endif
