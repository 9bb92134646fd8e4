/* Where fixed numbers stand in a small cell, the author is offered the nearest large one: LANGUAGE rule 18. */
#include "draw/drawing.h"
#include "draw/elsewhere.h"

enum { PLACES = 1 << 16 }; /* of the slot's order that are looked at */

static size_t features_in_common(const struct kin_draw *draw, const struct kin_hash *each)
{
    size_t common = 0;
    for (size_t i = 0; i < draw->features.count; i++) {
        common += kin_hash_equal(each[i], draw->wanted[i]);
    }
    return common;
}

static const struct kin_cell *nearest(const struct kin_draw *draw, const struct kin_cells *cells)
{
    const struct kin_cell *best = NULL;
    size_t best_common = 0;
    for (size_t i = 0; i < cells->count; i++) {
        const struct kin_cell *cell = &cells->items[i];
        size_t common = features_in_common(draw, cell->each);
        bool better = !best || common > best_common || (common == best_common && cell->members > best->members);
        if (cell->members >= draw->options.least && better) {
            best = cell;
            best_common = common;
        }
    }
    return best;
}

static const char *differing_features(const struct kin_draw *draw, const struct kin_cell *cell, kin_arena *arena)
{
    struct kin_buf names = kin_buf_in(arena);
    for (size_t i = 0; i < draw->features.count; i++) {
        if (!kin_hash_equal(cell->each[i], draw->wanted[i])) {
            kin_buf_addf(&names, "%s'%s'", names.length ? ", " : "", kin_feature_name(&draw->features, i));
        }
    }
    return names.data;
}

/* The numbers of the cell's first member. */
static const char *example_of(struct kin_draw *draw, const struct kin_cell *cell, kin_arena *arena)
{
    struct kin_record record;
    kin_draw_rewind(draw);
    if (!kin_draw_next(draw, cell->each, PLACES, &record)) {
        return NULL;
    }
    struct kin_frame frame = kin_space_frame(arena, record.lane->space);
    kin_space_test(record.lane->space, &frame, record.element);
    return kin_identity_picks(draw->template, &frame);
}

static struct kin_cells cells_of(struct kin_draw *draw, kin_arena *arena)
{
    struct kin_cells cells = kin_cells_in(arena, draw->features.count);
    struct kin_record record;
    kin_draw_rewind(draw);
    while (kin_draw_next(draw, NULL, PLACES, &record)) {
        kin_cells_add(&cells, kin_features_cell(&draw->features, draw->each), draw->each);
    }
    return cells;
}

uint64_t kin_draw_elsewhere(struct kin_draw *draw, kin_arena *arena, const char **differing)
{
    kin_arena *own = kin_arena_new();
    struct kin_cells cells = cells_of(draw, own);
    const struct kin_cell *largest = NULL;
    uint64_t members = 0;
    for (size_t i = 0; i < cells.count; i++) {
        const struct kin_cell *cell = &cells.items[i];
        if (features_in_common(draw, cell->each) < draw->features.count) {
            members += cell->members;
            largest = !largest || cell->members > largest->members ? cell : largest;
        }
    }
    *differing = largest ? differing_features(draw, largest, arena) : "";
    kin_arena_free(own);
    return members;
}

void kin_draw_offer_neighbour(struct kin_draw *draw, struct kin_diags *diags)
{
    kin_arena *own = kin_arena_new();
    struct kin_cells cells = cells_of(draw, own);
    const struct kin_cell *cell = nearest(draw, &cells);
    const char *example = cell ? example_of(draw, cell, own) : NULL;
    if (example) {
        kin_report_mend(diags, "%s has %llu parallel instances or more; it differs in %s", example,
                        (unsigned long long)cell->members, differing_features(draw, cell, own));
    }
    kin_draw_rewind(draw);
    kin_arena_free(own);
}
