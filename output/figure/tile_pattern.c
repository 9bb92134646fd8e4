/* The tile pattern: steps of a figure that grows, from blocks of tiles and from sticks. */
#include "figure/figure.h"
#include "figure/shapes.h"

static const struct kin_figure_attribute block_rows[] = {
    {.name = "column",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "0",
     .range = "0 30",
     .doc = "How many tiles lie to its left"},
    {.name = "row", .type = KIN_FIGURE_NUMBER, .otherwise = "0", .range = "0 30", .doc = "How many tiles lie below it"},
    {.name = "across", .type = KIN_FIGURE_WHOLE, .otherwise = "1", .range = "0 30", .doc = "Its tiles side by side"},
    {.name = "up", .type = KIN_FIGURE_WHOLE, .otherwise = "1", .range = "0 30", .doc = "Its tiles above one another"},
    {.name = "shape",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_SHAPE_WORDS,
     .otherwise = "square",
     .doc = "What a tile looks like"},
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = "none",
     .doc = "How it is filled"},
    {0},
};
static const struct kin_figure_attribute stick_rows[] = {
    {.name = "from", .type = KIN_FIGURE_POINT, .range = "0 30", .doc = "One end: [column, row], from the lower left"},
    {.name = "to", .type = KIN_FIGURE_POINT, .range = "0 30", .doc = "The other end"},
    {0},
};
static const struct kin_figure_part_kind step_parts[] = {
    {"block", "Tiles in a rectangle, for example column=\"1\" across=\"n\" up=\"2\"", block_rows, NULL},
    {"stick", "A stick, for patterns of matches or rods", stick_rows, NULL},
    {0},
};
static const struct kin_figure_attribute step_rows[] = {
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands below it: Figure {n}"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"step", "One step of the pattern: in a <for>, its blocks are expressions of the step's number", step_rows,
     step_parts},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "columns",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "5",
     .range = "1 30",
     .doc = "For how many tiles side by side each step has room"},
    {.name = "rows",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "5",
     .range = "1 30",
     .doc = "For how many tiles above one another each step has room"},
    {.name = "size",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "13",
     .range = "6 40",
     .doc = "Of a tile, in points of 1/72 inch"},
    {0},
};

enum { MOST_STEPS = 8, MOST_TILES = 900, MOST_PARTS = 400 };

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool within(const struct kin_figure_part *whole, const struct kin_figure_part *part, const char *name,
                   const char *bound, double end, struct kin_figure_fault *fault)
{
    double room = kin_figure_number(whole, bound);
    return end <= room + 1e-9 ||
           kin_figure_reject(fault, part, name, "it reaches to %g, but there is room for %g %s", end, room, bound);
}

static bool block_fits(const struct kin_figure_part *whole, const struct kin_figure_part *block,
                       struct kin_figure_fault *fault)
{
    return within(whole, block, "across", "columns",
                  kin_figure_number(block, "column") + kin_figure_number(block, "across"), fault) &&
           within(whole, block, "up", "rows", kin_figure_number(block, "row") + kin_figure_number(block, "up"), fault);
}

static bool end_fits(const struct kin_figure_part *whole, const struct kin_figure_part *stick, const char *name,
                     struct kin_figure_fault *fault)
{
    return within(whole, stick, name, "columns", kin_figure_number_at(stick, name, 0), fault) &&
           within(whole, stick, name, "rows", kin_figure_number_at(stick, name, 1), fault);
}

static double tiles_of(const struct kin_figure_part *step)
{
    double count = 0;
    for (size_t i = 0; i < step->part_count; i++) {
        const struct kin_figure_part *part = step->parts[i];
        count += kin_part_is(part, "block") ? kin_figure_number(part, "across") * kin_figure_number(part, "up") : 0;
    }
    return count;
}

static bool step_fits(const struct kin_figure_part *whole, const struct kin_figure_part *step,
                      struct kin_figure_fault *fault)
{
    if (tiles_of(step) > MOST_TILES || step->part_count > MOST_PARTS) {
        return kin_figure_reject(fault, step, NULL, "it has %g tiles in %zu parts, but may have %d in %d",
                                 tiles_of(step), step->part_count, MOST_TILES, MOST_PARTS);
    }
    for (size_t i = 0; i < step->part_count; i++) {
        const struct kin_figure_part *part = step->parts[i];
        bool fine = kin_part_is(part, "block")
                        ? block_fits(whole, part, fault)
                        : end_fits(whole, part, "from", fault) && end_fits(whole, part, "to", fault);
        if (!fine) {
            return false;
        }
    }
    return true;
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *whole = &figure->whole;
    if (whole->part_count < 1 || whole->part_count > MOST_STEPS) {
        return kin_figure_reject(fault, whole, NULL, "it has %zu steps, but must have 1 to %d", whole->part_count,
                                 MOST_STEPS);
    }
    for (size_t i = 0; i < whole->part_count; i++) {
        if (!step_fits(whole, whole->parts[i], fault)) {
            return false;
        }
    }
    return true;
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static void tell_step(struct kin_telling *telling, const struct kin_figure_part *step)
{
    size_t sticks = 0;
    struct kin_buf buf = kin_buf_in(telling->arena);
    for (size_t i = 0; i < step->part_count; i++) {
        const struct kin_figure_part *part = step->parts[i];
        sticks += kin_part_is(part, "stick");
        if (kin_part_is(part, "block") && kin_figure_number(part, "across") * kin_figure_number(part, "up") > 0) {
            kin_buf_add(&buf, buf.length ? "; " : "");
            kin_buf_addf(&buf, telling->words->tell_block, kin_tell_number(telling, part, "across"),
                         kin_tell_number(telling, part, "up"));
        }
    }
    if (sticks) {
        kin_buf_add(&buf, buf.length ? "; " : "");
        kin_buf_addf(&buf, telling->words->tell_sticks, kin_format(telling->arena, "%zu", sticks));
    }
    kin_tell(telling, telling->words->tell_step,
             kin_figure_text(step, "label") ? kin_tell_text(telling, step, "label") : "—",
             buf.length ? buf.data : telling->words->tell_empty);
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    kin_tell(telling, "%s", telling->words->tell_tile_pattern);
    for (size_t i = 0; i < figure->whole.part_count; i++) {
        tell_step(telling, figure->whole.parts[i]);
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

struct tiles {
    struct kin_sketch *sketch;
    double size, left, bottom; /* of a tile; where the step begins; pt */
};

static struct kin_xy place_of(const struct tiles *tiles, double column, double row)
{
    return (struct kin_xy){tiles->left + column * tiles->size, tiles->bottom - row * tiles->size};
}

/* Squares side by side share their sides: one area, and lines through it. */
static void add_squares(const struct tiles *tiles, const struct kin_figure_part *block)
{
    double left = kin_figure_number(block, "column"), bottom = kin_figure_number(block, "row");
    int across = (int)kin_figure_number(block, "across"), up = (int)kin_figure_number(block, "up");
    double right = left + across, top = bottom + up;
    if (across < 1 || up < 1) {
        return;
    }
    struct kin_xy corners[] = {place_of(tiles, left, bottom), place_of(tiles, left, top), place_of(tiles, right, top),
                               place_of(tiles, right, bottom)};
    kin_sketch_fill(tiles->sketch, corners, 4, kin_pattern_named(kin_figure_word(block, "pattern")));
    kin_sketch_polygon(tiles->sketch, corners, 4, KIN_PEN_NORMAL);
    for (int y = 1; y < up; y++) {
        kin_sketch_line(tiles->sketch, place_of(tiles, left, bottom + y), place_of(tiles, right, bottom + y),
                        KIN_PEN_NORMAL);
    }
    for (int x = 1; x < across; x++) {
        kin_sketch_line(tiles->sketch, place_of(tiles, left + x, bottom), place_of(tiles, left + x, top),
                        KIN_PEN_NORMAL);
    }
}

static void add_shapes(const struct tiles *tiles, const struct kin_figure_part *block)
{
    double column = kin_figure_number(block, "column"), row = kin_figure_number(block, "row");
    const char *shape = kin_figure_word(block, "shape");
    const double half = 0.42 * tiles->size;
    for (int y = 0; y < (int)kin_figure_number(block, "up"); y++) {
        for (int x = 0; x < (int)kin_figure_number(block, "across"); x++) {
            kin_sketch_shape(tiles->sketch, shape, place_of(tiles, column + x + 0.5, row + y + 0.5), half, half,
                             kin_pattern_named(kin_figure_word(block, "pattern")));
        }
    }
}

static void add_stick(const struct tiles *tiles, const struct kin_figure_part *stick)
{
    struct kin_xy from =
        place_of(tiles, kin_figure_number_at(stick, "from", 0), kin_figure_number_at(stick, "from", 1));
    struct kin_xy to = place_of(tiles, kin_figure_number_at(stick, "to", 0), kin_figure_number_at(stick, "to", 1));
    double length = fmax(1e-6, hypot(to.x - from.x, to.y - from.y)), short_of = fmin(1.8, length / 4) / length;
    struct kin_xy by = {(to.x - from.x) * short_of, (to.y - from.y) * short_of};
    kin_sketch_line(tiles->sketch, (struct kin_xy){from.x + by.x, from.y + by.y},
                    (struct kin_xy){to.x - by.x, to.y - by.y}, KIN_PEN_HEAVY);
}

static void add_step(const struct tiles *tiles, const struct kin_figure_part *step)
{
    for (size_t i = 0; i < step->part_count; i++) {
        if (kin_part_is(step->parts[i], "block") && kin_figure_is(step->parts[i], "shape", "square")) {
            add_squares(tiles, step->parts[i]);
        } else if (kin_part_is(step->parts[i], "block")) {
            add_shapes(tiles, step->parts[i]);
        } else {
            add_stick(tiles, step->parts[i]);
        }
    }
}

/* How many tiles the step reaches to the right: it stands in the middle of its room. */
static double extent(const struct kin_figure_part *step)
{
    double most = 0;
    for (size_t i = 0; i < step->part_count; i++) {
        const struct kin_figure_part *part = step->parts[i];
        double end = kin_part_is(part, "block")
                         ? kin_figure_number(part, "column") + kin_figure_number(part, "across")
                         : fmax(kin_figure_number_at(part, "from", 0), kin_figure_number_at(part, "to", 0));
        most = fmax(most, end);
    }
    return most;
}

static double label_height(struct kin_sketch *sketch, const struct kin_figure_part *whole)
{
    double height = 0;
    for (size_t i = 0; i < whole->part_count; i++) {
        const struct kin_nodes *label = kin_figure_text(whole->parts[i], "label");
        height = label ? fmax(height, kin_sketch_measure(sketch, label).y + 5) : height;
    }
    return height;
}

static double label_width(struct kin_sketch *sketch, const struct kin_figure_part *whole)
{
    double width = 0;
    for (size_t i = 0; i < whole->part_count; i++) {
        const struct kin_nodes *label = kin_figure_text(whole->parts[i], "label");
        width = label ? fmax(width, kin_sketch_measure(sketch, label).x) : width;
    }
    return width;
}

static void sketch_tiles(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    static const double gap = 20;
    struct tiles tiles = {.sketch = sketch};
    const struct kin_figure_part *whole = &figure->whole;
    double columns = kin_figure_number(whole, "columns"), steps = (double)whole->part_count;
    sketch->width = (sketch->room + gap) / fmax(1, steps) - gap; /* what a step may have */
    tiles.size = fmin(kin_figure_number(whole, "size"), (sketch->width - 2) / columns);
    double below = label_height(sketch, whole), step = fmax(columns * tiles.size + 2, label_width(sketch, whole));
    double tall = kin_figure_number(whole, "rows") * tiles.size + 2;
    double text_room = sketch->width, width = kin_sketch_size(sketch, steps * (step + gap) - gap, tall + below);
    tiles.bottom = tall - 1;
    sketch->width = text_room; /* labels break as they were measured */
    for (size_t i = 0; i < whole->part_count; i++) {
        const struct kin_nodes *label = kin_figure_text(whole->parts[i], "label");
        double middle = (double)i * (step + gap) + step / 2;
        tiles.left = middle - extent(whole->parts[i]) * tiles.size / 2;
        add_step(&tiles, whole->parts[i]);
        if (label) {
            kin_sketch_text(sketch, label, (struct kin_xy){middle, tall + 4}, 0.5, 0);
        }
    }
    sketch->width = width;
}

const struct kin_figure_kind kin_figure_tile_pattern = {
    .whole = {"tile-pattern", "Steps of a growing pattern, of tiles or sticks", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_tiles,
    .examples =
        {"<figure kind=\"tile-pattern\" columns=\"6\" rows=\"2\"><for each=\"n\" in=\"[1, 2, 3]\"><step><label>Figure "
         "{n}"
         "</label><label xml:lang=\"es\">Figura {n}</label><block up=\"2\" pattern=\"light\"/><block column=\"1\" "
         "across=\"n\"/></step></for></figure>",
         "<figure kind=\"tile-pattern\" columns=\"4\" rows=\"5\" size=\"12\"><for each=\"n\" in=\"[1, 2, 3, 4]\"><step "
         "label=\"{n}\"><block across=\"n\" up=\"n\"/><block row=\"n\" pattern=\"hatch\"/></step></for></figure>",
         "<figure kind=\"tile-pattern\" columns=\"4\" rows=\"1\" size=\"20\"><for each=\"n\" in=\"[1, 2, 4]\"><step "
         "label=\"{n}\"><for each=\"k\" in=\"range(1, n, 1)\"><stick from=\"[k - 1, 0]\" to=\"[k, 0]\"/><stick "
         "from=\"[k - 1, 1]\" to=\"[k, 1]\"/><stick from=\"[k - 1, 0]\" to=\"[k - 1, 1]\"/></for><stick from=\"[n, "
         "0]\" "
         "to=\"[n, 1]\"/></step></for></figure>",
         "<figure kind=\"tile-pattern\" columns=\"5\" rows=\"1\" size=\"16\"><step label=\"A\"><block across=\"3\" "
         "shape=\"circle\" pattern=\"dark\"/></step><step label=\"B\"><block across=\"5\" shape=\"circle\" "
         "layer=\"key\"/></step></figure>"},
};
