/* Operations gathered into few: cairo takes some microseconds for each operation on a PDF, however small, and a figure
 * has hundreds. Strokes of one pen become one path, rules one path, runs of one font one run, wherever that changes
 * nothing on paper: ink of one gray may change places, ink of different grays only where it does not meet. */
#ifndef KIN_WRITE_BATCH_H
#define KIN_WRITE_BATCH_H

#include "type/type.h"

/* An operation with where it stands on the page, and its ink. */
struct batch_part {
    const struct kin_op *op;
    double x, y;
    struct kin_area ink;
};

/* Parts that are painted as one: of one kind, gray, and pen or font. */
struct batch {
    const struct kin_op *model;
    struct kin_area ink; /* of all parts */
    struct batch_part *parts;
    size_t count, room;
};

struct batches {
    kin_arena *arena;
    struct kin_typesetter *type;
    struct batch *items;
    size_t count, room;
};

/* Add a rule, path or run of glyphs, moved by (x, y): to a batch, or as the first of a new one at the end. */
void kin_batches_add(struct batches *batches, const struct kin_op *op, double x, double y);

#endif
