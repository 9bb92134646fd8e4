/* The feature cells that were met, with the number of their members: the first one met is number 0. */
#ifndef KIN_DRAW_CELLS_H
#define KIN_DRAW_CELLS_H

#include "draw/hash.h"

enum { KIN_MOST_CELLS = 1 << 16 }; /* cells met later are not counted: none of them could be large */

struct kin_cell {
    struct kin_hash hash;
    struct kin_hash *each; /* by feature */
    uint64_t members;
};

struct kin_cells {
    kin_arena *arena;
    size_t feature_count;
    struct kin_cell *items;
    size_t count, room;
    uint32_t *places;   /* open addressing: index + 1 */
    size_t place_count; /* a power of two */
};

struct kin_cells kin_cells_in(kin_arena *arena, size_t feature_count);

/* Without members again; the memory is kept. */
void kin_cells_clear(struct kin_cells *cells);

/* Count one more member of a cell; NULL when there are too many cells to add this one. */
struct kin_cell *kin_cells_add(struct kin_cells *cells, struct kin_hash hash, const struct kin_hash *each);

/* The cell, without counting; NULL when it was not met. */
const struct kin_cell *kin_cells_find(const struct kin_cells *cells, struct kin_hash hash);

/* The one with most members, the first met of equals; NULL when there is none. */
struct kin_cell *kin_cells_largest(const struct kin_cells *cells);

#endif
