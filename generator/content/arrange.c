/* Formulas under one another, aligned at their first relation. */
#include "content/formula.h"
#include "content/piece.h"

#include <string.h>

static size_t first_relation(const struct kin_maths *row)
{
    size_t at = 0;
    while (row->kind == KIN_MATHS_ROW && at < row->count && row->kids[at]->kind != KIN_MATHS_RELATION) {
        at++;
    }
    return row->kind == KIN_MATHS_ROW ? at : 0;
}

static const struct kin_maths *cell(kin_arena *arena, const struct kin_maths *const *kids, size_t count)
{
    return count == 1 ? kids[0] : kin_maths_new(arena, KIN_MATHS_ROW, NULL, kids, count);
}

/* Two cells: what stands before the first relation, and the relation with the rest. Without a relation all of it is
 * in the second cell. */
static const struct kin_maths *cut(kin_arena *arena, const struct kin_maths *formula)
{
    bool row = formula->kind == KIN_MATHS_ROW;
    const struct kin_maths *const *kids = row ? formula->kids : &formula;
    size_t count = row ? formula->count : 1, at = first_relation(formula);
    at = at < count ? at : 0;
    const struct kin_maths *cells[] = {cell(arena, kids, at), cell(arena, kids + at, count - at)};
    return kin_maths_new(arena, KIN_MATHS_ROW, NULL, cells, 2);
}

const struct kin_maths *kin_maths_arrange(kin_arena *arena, enum kin_arrangement arrangement,
                                          const struct kin_maths *const *rows, size_t count)
{
    struct kin_row grid = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        KIN_PUSH(arena, grid.items, grid.count, grid.room) = cut(arena, rows[i]);
    }
    struct kin_maths *maths = KIN_NEW(arena, struct kin_maths);
    *maths = (struct kin_maths){.kind = KIN_MATHS_GRID,
                                .open = arrangement == KIN_SYSTEM ? "{" : "",
                                .close = "",
                                .kids = grid.items,
                                .count = grid.count};
    return maths;
}

static bool is_comma(const struct kin_maths *maths)
{
    return maths->kind == KIN_MATHS_PUNCT && strcmp(maths->text, ",") == 0;
}

const struct kin_maths *kin_maths_stack(kin_arena *arena, const struct kin_maths *list)
{
    struct kin_row rows = {.arena = arena};
    size_t begin = 0, count = list->kind == KIN_MATHS_ROW ? list->count : 0;
    for (size_t at = 0; at <= count && count; at++) {
        if (at == count || is_comma(list->kids[at])) {
            KIN_PUSH(arena, rows.items, rows.count, rows.room) = cell(arena, list->kids + begin, at - begin);
            begin = at + 1;
        }
    }
    return rows.count > 1 ? kin_maths_arrange(arena, KIN_SYSTEM, rows.items, rows.count) : list;
}
