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

/* Places and lengths in 1/1000 pt, finer than cairo keeps them: equal ones are equal here. */
enum { KIN_FINE = 1000 };
long kin_fine(double length);

/* Do the two areas have a place in common? */
bool kin_areas_meet(const struct kin_area *a, const struct kin_area *b);

/* Widen the area so that it holds the other one, too. */
void kin_area_join(struct kin_area *area, const struct kin_area *more);

/* Does the ink of some part of the batch meet the area? */
bool kin_batch_meets(const struct batch *batch, const struct kin_area *ink);

/* Of one kind, gray, and pen or font? */
bool kin_inks_same(const struct kin_op *a, const struct kin_op *b);

/* A filled outline: two of them in one path could cancel each other out where they overlap. */
bool kin_is_fill(const struct kin_op *op);

#endif
