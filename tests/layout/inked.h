/* What a page shows: every piece of ink with its place, read from the scene operation by operation. */
#ifndef KIN_TESTS_LAYOUT_INKED_H
#define KIN_TESTS_LAYOUT_INKED_H

#include "scene/scene.h"
#include "type/type.h"

enum inked_kind {
    INKED_TEXT,    /* a run of glyphs */
    INKED_LINE,    /* a straight stroke along an axis */
    INKED_SHAPE,   /* other outlines, filled or stroked */
    INKED_PICTURE, /* a school's sign */
};

/* Lengths in pt from the page's upper left corner. */
struct inked_box {
    double x1, y1, x2, y2;
};

struct inked {
    enum inked_kind kind;
    struct inked_box box;
    double gray;
    const struct kin_op *op; /* TEXT: the run, its origin at (x, y) */
    double x, y;
    int group;   /* the innermost group that it stands in, by number */
    int formula; /* TEXT: pieces of one formula have one number; 0: none */
    int item;    /* index of the item, or of its piece on this page; -1: none */
    int heading; /* number of the section's heading that it belongs to; 0: none */
    bool figure;
};

/* Where an item, or its piece, was put, and all that it inks. */
struct inked_item {
    double x, y;
    struct inked_box box;
};

struct inked_page {
    struct inked *inks;
    size_t count, room;
    struct inked_item *items;
    size_t item_count, item_room;
    int headings;
};

static inline bool inked_meet(const struct inked_box *a, const struct inked_box *b, double slack)
{
    return a->x1 + slack < b->x2 && b->x1 + slack < a->x2 && a->y1 + slack < b->y2 && b->y1 + slack < a->y2;
}

/* The ink of one glyph of a run. */
struct inked_box inked_glyph(struct kin_typesetter *type, const struct inked *ink, size_t glyph);

/* Lives in `arena`. What is as white as the paper is no ink. */
struct inked_page inked_read(kin_arena *arena, struct kin_typesetter *type, const struct kin_scene *scene);

#endif
