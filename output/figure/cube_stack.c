/* Stacks of unit cubes on a grid. */
#include "figure/solid.h"
#include "figure/solid_rows.h"

static const struct kin_figure_attribute rows[] = {
    {.name = "heights",
     .type = KIN_FIGURE_NUMBERS,
     .range = "0 6",
     .count = "1 36",
     .doc = "How many cubes stand on each place: the front row from left to right, then the row behind it ..."},
    {.name = "columns", .type = KIN_FIGURE_WHOLE, .range = "1 6", .doc = "Places in a row"},
    KIN_SOLID_ROWS,
    {0},
};

enum { MOST_PLACES = 36, MOST_HIGH = 6 };

struct grid {
    int columns, rows;
    int heights[MOST_PLACES];
};

static struct grid grid_of(const struct kin_figure_part *part)
{
    struct grid grid = {.columns = (int)kin_figure_number(part, "columns")};
    size_t count = kin_figure_count(part, "heights");
    grid.rows = (int)count / grid.columns;
    for (size_t i = 0; i < count && i < MOST_PLACES; i++) {
        grid.heights[i] = (int)kin_figure_number_at(part, "heights", i);
    }
    return grid;
}

static int height_at(const struct grid *grid, int x, int y)
{
    bool there = x >= 0 && y >= 0 && x < grid->columns && y < grid->rows;
    return there ? grid->heights[y * grid->columns + x] : 0;
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *part = &figure->whole;
    size_t count = kin_figure_count(part, "heights"), columns = (size_t)kin_figure_number(part, "columns");
    double all = 0;
    if (count % columns != 0 || count / columns > 6) {
        return kin_figure_reject(fault, part, "columns", "%zu heights do not make 1 to 6 rows of %zu", count, columns);
    }
    for (size_t i = 0; i < count; i++) {
        double height = kin_figure_number_at(part, "heights", i);
        if (height != floor(height)) {
            return kin_figure_reject(fault, part, "heights", "%g is not a whole number of cubes", height);
        }
        all += height;
    }
    return all > 0 || kin_figure_reject(fault, part, "heights", "there is no cube");
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    struct grid grid = grid_of(&figure->whole);
    kin_tell(telling, "%s", telling->words->tell_cube_stack);
    for (int y = 0; y < grid.rows; y++) {
        struct kin_buf row = kin_buf_in(telling->arena);
        for (int x = 0; x < grid.columns; x++) {
            kin_buf_addf(&row, "%s%d", x ? ", " : "", height_at(&grid, x, y));
        }
        kin_tell(telling, telling->words->tell_cube_row, kin_format(telling->arena, "%d", y + 1), row.data);
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

/* The edge from (x, y, z) in one direction: of the four cells around it some are full, but not all. */
static bool is_edge(const struct grid *grid, int x, int y, int z, int way)
{
    int full = 0;
    for (int i = 0; i < 4; i++) {
        int back = -(i & 1), down = -(i >> 1);
        int cx = way == 0 ? x : x + back, cy = way == 1 ? y : y + (way == 0 ? back : down);
        int cz = way == 2 ? z : z + down;
        full += cz >= 0 && cz < height_at(grid, cx, cy);
    }
    return full > 0 && full < 4;
}

static void add_edges(const struct kin_solid *solid, const struct grid *grid, int way)
{
    const int across = grid->columns + 1, back = grid->rows + 1;
    for (int i = 0; i < across * back * (MOST_HIGH + 1); i++) {
        int x = i % across, y = i / across % back, z = i / (across * back);
        if (is_edge(grid, x, y, z, way)) {
            struct kin_xyz from = {x, y, z}, to = {x + (way == 0), y + (way == 1), z + (way == 2)};
            struct kin_solid_line stroke = kin_solid_line_between(from, to, -1);
            kin_solid_stroke(solid, &stroke);
        }
    }
}

static void add_bodies(struct kin_solid *solid, const struct grid *grid)
{
    for (int i = 0; i < grid->columns * grid->rows; i++) {
        int x = i % grid->columns, y = i / grid->columns, height = height_at(grid, x, y);
        if (height > 0) {
            solid->bodies[solid->count++] = kin_body_box((struct kin_xyz){x, y, 0}, (struct kin_xyz){1, 1, height});
        }
    }
}

static void sketch_stack(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct kin_solid *solid = KIN_NEW(sketch->arena, struct kin_solid);
    struct grid grid = grid_of(&figure->whole);
    kin_solid_begin(solid, figure, sketch);
    if (sketch->measuring) {
        return;
    }
    add_bodies(solid, &grid);
    double unit = kin_figure_has(solid->part, "unit") ? kin_figure_number(solid->part, "unit") : 0;
    kin_solid_fit(solid, (struct kin_xy){2, 2}, (struct kin_xy){sketch->width - 4, sketch->height - 4}, unit);
    for (int way = 0; way < 3; way++) {
        add_edges(solid, &grid, way);
    }
}

const struct kin_figure_kind kin_figure_cube_stack = {
    .whole = {"cube-stack", "Stacks of unit cubes", rows, NULL},
    .check = check,
    .describe = describe,
    .sketch = sketch_stack,
    .examples =
        {
            "<figure kind=\"cube-stack\" heights=\"[1, 2, 1, 3, 2, 2]\" columns=\"3\"/>",
            "<figure kind=\"cube-stack\" heights=\"[2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]\" columns=\"4\" unit=\"20\"/>",
            "<figure kind=\"cube-stack\" heights=\"[1, 0, 0, 2, 1, 0, 3, 2, 1]\" columns=\"3\"/>",
        },
};
