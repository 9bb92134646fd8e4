/* Rows under one another: aligned chains, and systems with a brace. */
#include "type/maths.h"

#include <string.h>

struct cell {
    struct maths_box box;
    const struct kin_maths *maths;
};

struct grid {
    const struct kin_maths *maths;
    const struct maths_look *look;
    size_t columns;
    struct cell *cells; /* row by row */
    size_t *starts;     /* where each row's cells begin; one more at the end. Rows may be of unequal length */
    double *widths;     /* of the columns */
    double *baselines;  /* of the rows, below the first */
};

/* A row of the grid as cells; whatever is no row is a row of one cell. */
static size_t cells_of(const struct kin_maths *row, const struct kin_maths *const **cells,
                       const struct kin_maths *const *self)
{
    bool is_row = row && row->kind == KIN_MATHS_ROW;
    *cells = is_row ? (const struct kin_maths *const *)row->kids : self;
    return is_row ? row->count : 1;
}

static void grid_measure(kin_arena *arena, struct grid *grid)
{
    const struct kin_maths *maths = grid->maths;
    grid->starts = KIN_NEW_N(arena, size_t, maths->count + 1);
    grid->columns = 1;
    for (size_t r = 0; r < maths->count; r++) {
        const struct kin_maths *const *cells;
        size_t count = cells_of(maths->kids[r], &cells, &maths->kids[r]);
        grid->columns = count > grid->columns ? count : grid->columns;
        grid->starts[r + 1] = grid->starts[r] + count;
    }
    grid->cells = KIN_NEW_N(arena, struct cell, grid->starts[maths->count]);
    grid->widths = KIN_NEW_N(arena, double, grid->columns);
    grid->baselines = KIN_NEW_N(arena, double, maths->count + 1);
}

/* A cell that begins or ends with a relation or operator keeps the space to its neighbour across the column's edge. */
static void cell_set(struct maths_layout *layout, const struct grid *grid, struct cell *cell, size_t column)
{
    cell->box = kin_maths_part(layout, cell->maths, grid->look);
    if (!cell->maths || cell->box.begin == cell->box.end) {
        return;
    }
    if (column > 0) {
        double space = kin_maths_space(CLASS_ORDINARY, kin_maths_class_left(cell->maths), grid->look);
        kin_box_shift(layout, &cell->box, space, 0);
        cell->box.width += space;
    }
    if (column + 1 < grid->columns) {
        cell->box.width += kin_maths_space(kin_maths_class_right(cell->maths), CLASS_ORDINARY, grid->look);
    }
}

static void cells_set(struct maths_layout *layout, struct grid *grid)
{
    for (size_t r = 0; r < grid->maths->count; r++) {
        const struct kin_maths *const *cells;
        size_t count = cells_of(grid->maths->kids[r], &cells, &grid->maths->kids[r]);
        for (size_t c = 0; c < count; c++) {
            struct cell *cell = &grid->cells[grid->starts[r] + c];
            cell->maths = cells[c];
            cell_set(layout, grid, cell, c);
            grid->widths[c] = kin_larger(grid->widths[c], cell->box.width);
        }
    }
}

static struct maths_box row_extent(const struct grid *grid, size_t row)
{
    struct maths_box extent = {0};
    for (size_t i = grid->starts[row]; i < grid->starts[row + 1]; i++) {
        kin_box_cover(&extent, &grid->cells[i].box, 0);
    }
    return extent;
}

static bool is_matrix(const struct grid *grid)
{
    return grid->maths->text && strcmp(grid->maths->text, "matrix") == 0;
}

/* Baselines a line and a half apart, in a matrix a little less, more where fractions need it. */
static void rows_stack(struct grid *grid, struct maths_box *box)
{
    const double size = grid->look->size;
    struct maths_box above = {0};
    for (size_t r = 0; r < grid->maths->count; r++) {
        struct maths_box extent = row_extent(grid, r);
        if (is_matrix(grid)) { /* LaTeX's strut */
            kin_box_cover(&extent, &(struct maths_box){.ascent = 0.87 * size, .descent = 0.37 * size}, 0);
        }
        if (r) {
            double apart = kin_larger((is_matrix(grid) ? 1.24 : 1.5) * size,
                                      above.descent + extent.ascent + (is_matrix(grid) ? 0 : 0.5) * size);
            grid->baselines[r] = grid->baselines[r - 1] + apart;
        }
        kin_box_cover(box, &extent, grid->baselines[r]);
        above = extent;
    }
}

static double gap_of(const struct grid *grid)
{
    return is_matrix(grid) ? grid->look->size : 0;
}

/* Columns align right, left, right, left ... so that the relations stand under one another; those of a matrix are
 * centred, an em apart as LaTeX sets them. */
static void cells_place(struct maths_layout *layout, const struct grid *grid)
{
    for (size_t r = 0; r < grid->maths->count; r++) {
        double x = 0;
        for (size_t c = 0; c < grid->starts[r + 1] - grid->starts[r]; c++) {
            const struct maths_box *cell = &grid->cells[grid->starts[r] + c].box;
            double spare = grid->widths[c] - cell->width;
            double share = is_matrix(grid) ? 0.5 : c % 2 == 0 && grid->columns > 1 ? 1 : 0;
            kin_box_shift(layout, cell, x + share * spare, grid->baselines[r]);
            x += grid->widths[c] + gap_of(grid);
        }
    }
}

static void centre(struct maths_layout *layout, struct maths_box *box, const struct maths_look *look)
{
    double axis = layout->type->maths.axis * look->size;
    double drop = (box->ascent - box->descent) / 2 - axis;
    kin_box_shift(layout, box, 0, drop);
    box->ascent -= drop;
    box->descent += drop;
}

static void brace_add(struct maths_layout *layout, struct maths_box *box, const char *open,
                      const struct maths_look *look)
{
    centre(layout, box, look);
    /* The brace embraces all of the rows, where a fence may fall a little short of its body. */
    double reach = 0.456 * look->size;
    struct maths_box brace = kin_maths_delimiter(layout, open, box->ascent + reach, box->descent + reach, look);
    double x = brace.width + 0.12 * look->size;
    kin_box_shift(layout, box, x, 0);
    kin_box_cover(box, &brace, 0);
    box->width += x;
    box->end = layout->marks.count;
}

/* A chain's baseline is that of its first row; a system with a brace and a matrix are centred on the axis. */
struct maths_box kin_maths_grid(struct maths_layout *layout, const struct kin_maths *maths,
                                const struct maths_look *look)
{
    struct maths_look cells = *look;
    struct grid grid = {.maths = maths, .look = &cells};
    cells.display = look->display && !is_matrix(&grid); /* as in TeX: fractions in a matrix are those of running text */
    grid_measure(layout->arena, &grid);
    struct maths_box box = kin_box_begin(layout);
    cells_set(layout, &grid);
    box.end = layout->marks.count;
    rows_stack(&grid, &box);
    cells_place(layout, &grid);
    for (size_t c = 0; c < grid.columns; c++) {
        box.width += grid.widths[c] + (c ? gap_of(&grid) : 0);
    }
    if (is_matrix(&grid)) {
        centre(layout, &box, look);
    }
    if (maths->open && *maths->open) {
        brace_add(layout, &box, maths->open, look);
    }
    return box;
}
