/* Piles of slabs: an item, or a cell of the key, as pieces one below the other, with work space between them. */
#ifndef KIN_PAGE_STACK_H
#define KIN_PAGE_STACK_H

#include "page/space.h"
#include "scene/scene.h"

/* A piece that no page breaks. Lengths in pt. */
struct kin_slab {
    struct kin_ops ops; /* origin: the upper left corner */
    double height;
    double gap;             /* above it, unless it comes first on a page or in its pile */
    struct kin_space space; /* to work, below it */
    bool breakable;         /* a page may end before it; elsewhere only where no page is tall enough */
    bool asks;              /* a prompt with its answer below: where no page is tall enough, one rather ends before it */
};

struct kin_pile {
    struct kin_slab *slabs;
    size_t count, room;
};

/* Add a slab with empty operations at the end. The pointer is good until the next one is added. */
struct kin_slab *kin_pile_add(kin_arena *arena, struct kin_pile *pile, double gap);

/* Work space below the last slab. */
void kin_pile_space(struct kin_pile *pile, const struct kin_space *space);

/* Sums over the slabs `from` to `to` - 1. */
double kin_pile_height(const struct kin_pile *pile, size_t from, size_t to);
struct kin_space kin_pile_spaces(const struct kin_pile *pile, size_t from, size_t to);

/* The slabs from `from` on that fit into `height` without ending before a slab that is not breakable, with their
 * least work space: the index after the last. It is `from` when not even the first group fits. */
size_t kin_pile_fit(const struct kin_pile *pile, size_t from, double height);

/* The slabs from `from` on that go on a page with room for `room` where a page to itself has room for `whole`: those
 * that fit, as kin_pile_fit has it. Of a group that fits on no page, on a page to itself without work space if that is
 * enough, else as many slabs as there is room for, at least one. The index after the last; it is `from` when the next
 * page has more room. */
size_t kin_pile_take(const struct kin_pile *pile, size_t from, double room, double whole);

/* Columns that a pile may fill one after the other: the first ones have room for `first`, those after them for `later`.
 */
struct kin_pile_room {
    double first, later;
    int firsts;
};

/* Columns that the pile goes through by kin_pile_take when it begins below a heading, which goes along with its
 * beginning. *tail: how much would be used of a column for `later` with as much left as there is in the last one.
 * `breaks` (may be NULL): the slabs of the pile, then for each column but the last one more than the slabs up to its
 * end, as kin_geometry has them; 0 behind them. */
int kin_pile_pages(const struct kin_pile *pile, double heading, const struct kin_pile_room *room, double *tail,
                   int *breaks);

/* The end of column n (from 0) by such breaks, from slab `from` on, where the pile has as many slabs and they fit into
 * `room`; else kin_pile_take. */
size_t kin_pile_turn(const struct kin_pile *pile, size_t from, const int *breaks, size_t n, double room, double whole);

/* Height of slabs from ... to - 1 with usual work space, as far as there is room. */
double kin_pile_usual(const struct kin_pile *pile, size_t from, size_t to, double room);

/* The end of the group that starts at `from`: the next slab that a page may end before. */
size_t kin_pile_group(const struct kin_pile *pile, size_t from);

/* Draw slabs from ... to - 1 at (x, y), with `space` of work space shared out among them; returns the height. */
double kin_pile_put(const struct kin_pile *pile, size_t from, size_t to, struct kin_ops *ops, double x, double y,
                    double space);

#endif
