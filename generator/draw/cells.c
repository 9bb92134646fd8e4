#include "draw/cells.h"

#include <string.h>

enum { FIRST_PLACES = 256 };

struct kin_cells kin_cells_in(kin_arena *arena, size_t feature_count)
{
    return (struct kin_cells){.arena = arena,
                              .feature_count = feature_count,
                              .places = KIN_NEW_N(arena, uint32_t, FIRST_PLACES),
                              .place_count = FIRST_PLACES};
}

void kin_cells_clear(struct kin_cells *cells)
{
    memset(cells->places, 0, sizeof *cells->places * cells->place_count);
    cells->count = 0;
}

/* Where the cell is, or the empty place where it belongs. */
static uint32_t *place_of(const struct kin_cells *cells, struct kin_hash hash)
{
    size_t at = hash.a & (cells->place_count - 1);
    while (cells->places[at] && !kin_hash_equal(cells->items[cells->places[at] - 1].hash, hash)) {
        at = (at + 1) & (cells->place_count - 1);
    }
    return &cells->places[at];
}

static void enlarge(struct kin_cells *cells)
{
    cells->place_count *= 2;
    cells->places = KIN_NEW_N(cells->arena, uint32_t, cells->place_count);
    for (size_t i = 0; i < cells->count; i++) {
        *place_of(cells, cells->items[i].hash) = (uint32_t)(i + 1);
    }
}

struct kin_cell *kin_cells_add(struct kin_cells *cells, struct kin_hash hash, const struct kin_hash *each)
{
    uint32_t *place = place_of(cells, hash);
    if (!*place) {
        if (cells->count >= KIN_MOST_CELLS) {
            return NULL;
        }
        struct kin_cell cell = {.hash = hash};
        cell.each = kin_copy_bytes(cells->arena, each, sizeof *each * cells->feature_count);
        KIN_PUSH(cells->arena, cells->items, cells->count, cells->room) = cell;
        *place = (uint32_t)cells->count;
        if (cells->count * 2 > cells->place_count) {
            enlarge(cells);
            place = place_of(cells, hash);
        }
    }
    struct kin_cell *cell = &cells->items[*place - 1];
    cell->members++;
    return cell;
}

const struct kin_cell *kin_cells_find(const struct kin_cells *cells, struct kin_hash hash)
{
    uint32_t place = *place_of(cells, hash);
    return place ? &cells->items[place - 1] : NULL;
}

struct kin_cell *kin_cells_largest(const struct kin_cells *cells)
{
    struct kin_cell *largest = NULL;
    for (size_t i = 0; i < cells->count; i++) {
        if (!largest || cells->items[i].members > largest->members) {
            largest = &cells->items[i];
        }
    }
    return largest;
}
