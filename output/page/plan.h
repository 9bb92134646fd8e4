/* Which item goes on which page, and how much work space it gets there. Pure arithmetic: no content, no drawing. */
#ifndef KIN_PAGE_PLAN_H
#define KIN_PAGE_PLAN_H

#include "base/arena.h"
#include "page/space.h"

#include <stdbool.h>

/* What an item needs. Lengths in pt. */
struct kin_extent {
    double height; /* without work space */
    struct kin_space space;
    double before;       /* what stands before it and must stay with it: a section's heading, the gap */
    double before_first; /* the same when it comes first on a page */
    double again;        /* the same, besides, when it comes first on a page and not only in a column */
    int pages;           /* that it fills when it is taller than a page; else 0 */
    double tail;         /* then: how much of the last of them */
    bool apart;          /* nothing may stand before it on its page, in no column */
};

/* The room that pages have. */
struct kin_room {
    double first, later; /* height of the body of page 1 and of the pages after it */
    int columns;         /* of each page; 0: one */
};

struct kin_spot {
    int page;     /* from 1; with several columns on a page, the column, counted through all pages */
    double space; /* work space */
};

/* Fewest pages, with usual work space unless the least, or a line of text less on a page, saves one; and among those
 * plans the one with the most even spare room, so that columns are filled evenly; then the spare room of each page is
 * shared out as work space. An item that is taller than a page has pages to itself. */
struct kin_spot *kin_plan_make(kin_arena *arena, const struct kin_extent *extents, size_t count, struct kin_room room);

#endif
