/* Scale drawings: outlines in the units of the drawing, as large on paper as they say, with their scale. */
#include "figure/figure.h"

#include <string.h>

static const struct kin_figure_attribute room_rows[] = {
    {.name = "corners",
     .type = KIN_FIGURE_POINTS,
     .range = "-1000 1000",
     .count = "3 24",
     .doc = "In units of the drawing, up and to the right"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands in it: Kitchen"},
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = "none",
     .doc = "How it is filled"},
    {0},
};
static const struct kin_figure_attribute side_rows[] = {
    {.name = "from", .type = KIN_FIGURE_POINT, .range = "-1000 1000", .doc = "Where it begins"},
    {.name = "to", .type = KIN_FIGURE_POINT, .range = "-1000 1000", .doc = "Where it ends"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands beside it: 3 in"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"room", "An outline", room_rows, NULL},
    {"side", "A measured side", side_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "ratio", .type = KIN_FIGURE_TEXT, .doc = "The scale, written beside a bar one unit long: 1 cm : 4 m"},
    {.name = "unit",
     .type = KIN_FIGURE_CHOICE,
     .words = "centimeter inch fit",
     .otherwise = "centimeter",
     .doc = "What one unit is on paper, so that it can be measured with a ruler; fit: as large as there is room for"},
    {.name = "grid",
     .type = KIN_FIGURE_CHOICE,
     .words = "no yes",
     .otherwise = "no",
     .doc = "Squares of one unit behind it"},
    {.name = "across",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "260",
     .range = "80 450",
     .doc = "Width of the figure, in points of 1/72 inch"},
    {.name = "up", .type = KIN_FIGURE_NUMBER, .otherwise = "180", .range = "60 450", .doc = "Height of the figure"},
    {0},
};

/* ---- Measures -----------------------------------------------------------------------------------------------------
 */

static const double margin = 36, rim = 16, foot = 26; /* around the drawing; below, for the scale */

struct extent {
    struct kin_xy low, high;
};

static bool is_room(const struct kin_figure_part *part)
{
    return strcmp(part->name, "room") == 0;
}

static void stretch(struct extent *extent, const struct kin_figure_part *part, const char *name)
{
    for (size_t i = 0; i + 1 < kin_figure_count(part, name); i += 2) {
        double x = kin_figure_number_at(part, name, i), y = kin_figure_number_at(part, name, i + 1);
        extent->low = (struct kin_xy){fmin(extent->low.x, x), fmin(extent->low.y, y)};
        extent->high = (struct kin_xy){fmax(extent->high.x, x), fmax(extent->high.y, y)};
    }
}

static struct extent extent_of(const struct kin_figure_part *whole)
{
    struct extent extent = {{INFINITY, INFINITY}, {-INFINITY, -INFINITY}};
    for (size_t i = 0; i < whole->part_count; i++) {
        stretch(&extent, whole->parts[i], "corners");
        stretch(&extent, whole->parts[i], "from");
        stretch(&extent, whole->parts[i], "to");
    }
    return extent;
}

static double unit_points(const struct kin_figure_part *whole)
{
    return kin_figure_is(whole, "unit", "inch") ? 72 : kin_figure_is(whole, "unit", "centimeter") ? 72 / 2.54 : 0;
}

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool length_fits(const struct kin_figure_part *whole, const char *name, double units, double around,
                        struct kin_figure_fault *fault)
{
    double room = (kin_figure_number(whole, name) - around) / fmax(1, unit_points(whole));
    return unit_points(whole) == 0 || units <= room + 1e-9 ||
           kin_figure_reject(fault, whole, name, "the drawing has %g units, but there is room for %.2f", units, room);
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *whole = &figure->whole;
    struct extent extent = extent_of(whole);
    double width = extent.high.x - extent.low.x, height = extent.high.y - extent.low.y;
    if (whole->part_count == 0) {
        return kin_figure_reject(fault, whole, NULL, "nothing is drawn");
    }
    if (!(width > 1e-3 && height > 1e-3)) {
        return kin_figure_reject(fault, whole, NULL, "all that is drawn lies on one line");
    }
    return length_fits(whole, "across", width, 2 * margin, fault) &&
           length_fits(whole, "up", height, 2 * rim + foot, fault);
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_furniture *words = telling->words;
    const struct kin_figure_part *whole = &figure->whole;
    kin_tell(telling, words->tell_scale_drawing, kin_tell_text(telling, whole, "ratio"));
    for (size_t i = 0; i < whole->part_count; i++) {
        const struct kin_figure_part *part = whole->parts[i];
        const char *label = kin_tell_text(telling, part, "label");
        if (is_room(part)) {
            const char *corners = kin_format(telling->arena, "%zu", kin_figure_count(part, "corners") / 2);
            kin_tell(telling, *label ? words->tell_room_named : words->tell_room, corners, label);
        } else if (*label) {
            kin_tell(telling, words->tell_room_side, label);
        }
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

struct drawing {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    struct extent extent;
    struct kin_xy origin, centre;
    double scale;
};

static struct kin_xy place(const struct drawing *drawing, double x, double y)
{
    return (struct kin_xy){drawing->origin.x + drawing->scale * x, drawing->origin.y - drawing->scale * y};
}

static struct kin_xy place_of(const struct drawing *drawing, const struct kin_figure_part *part, const char *name,
                              size_t i)
{
    return place(drawing, kin_figure_number_at(part, name, 2 * i), kin_figure_number_at(part, name, 2 * i + 1));
}

static void lay_out(struct drawing *drawing)
{
    struct kin_sketch *sketch = drawing->sketch;
    const struct extent *extent = &drawing->extent;
    kin_sketch_size(sketch, kin_figure_number(drawing->part, "across"), kin_figure_number(drawing->part, "up"));
    double width = extent->high.x - extent->low.x, height = extent->high.y - extent->low.y;
    double fitting = fmin((sketch->width - 2 * margin) / width, (sketch->height - 2 * rim - foot) / height);
    double unit = unit_points(drawing->part);
    sketch->width = fmax(sketch->width, unit * width + 2 * rim);
    drawing->scale = unit > 0 ? unit : fitting;
    drawing->centre = (struct kin_xy){sketch->width / 2, (sketch->height - foot) / 2};
    drawing->origin = (struct kin_xy){drawing->centre.x - drawing->scale * (extent->low.x + extent->high.x) / 2,
                                      drawing->centre.y + drawing->scale * (extent->low.y + extent->high.y) / 2};
}

static void add_grid(const struct drawing *drawing)
{
    const struct extent *extent = &drawing->extent;
    double left = floor(extent->low.x), right = ceil(extent->high.x), low = floor(extent->low.y),
           high = ceil(extent->high.y);
    for (double x = left; x <= right && right - left <= 60; x++) {
        kin_sketch_line(drawing->sketch, place(drawing, x, low), place(drawing, x, high), KIN_PEN_GRID);
    }
    for (double y = low; y <= high && high - low <= 60; y++) {
        kin_sketch_line(drawing->sketch, place(drawing, left, y), place(drawing, right, y), KIN_PEN_GRID);
    }
}

static void add_room(const struct drawing *drawing, const struct kin_figure_part *room)
{
    enum { MOST = 24 };
    struct kin_xy corners[MOST], middle = {0, 0};
    size_t count = kin_figure_count(room, "corners") / 2;
    for (size_t i = 0; i < count; i++) {
        corners[i] = place_of(drawing, room, "corners", i);
        middle = (struct kin_xy){middle.x + corners[i].x / (double)count, middle.y + corners[i].y / (double)count};
    }
    kin_sketch_fill(drawing->sketch, corners, count, kin_pattern_named(kin_figure_word(room, "pattern")));
    kin_sketch_polygon(drawing->sketch, corners, count, KIN_PEN_NORMAL);
    if (kin_figure_text(room, "label")) {
        kin_sketch_label_inside(drawing->sketch, kin_figure_text(room, "label"), middle);
    }
}

/* On the side that is turned away from the middle of the drawing. */
static void add_side(const struct drawing *drawing, const struct kin_figure_part *side)
{
    struct kin_xy a = place_of(drawing, side, "from", 0), b = place_of(drawing, side, "to", 0);
    struct kin_xy middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    double across = (b.x - a.x) * (drawing->centre.y - middle.y) - (b.y - a.y) * (drawing->centre.x - middle.x);
    if (kin_figure_text(side, "label")) {
        kin_sketch_label_side(drawing->sketch, kin_figure_text(side, "label"), across < 0 ? b : a, across < 0 ? a : b);
    }
}

/* The bar stands before the words where there is room for both. */
static void add_scale(const struct drawing *drawing)
{
    struct kin_sketch *sketch = drawing->sketch;
    const struct kin_nodes *ratio = kin_figure_text(drawing->part, "ratio");
    double y = sketch->height - 8, left = 4, right = left + drawing->scale;
    struct kin_xy size = kin_sketch_measure(sketch, ratio);
    if (right + 6 + size.x > sketch->width) {
        kin_sketch_text(sketch, ratio, (struct kin_xy){0, sketch->height}, 0, 1);
        return;
    }
    kin_sketch_line(sketch, (struct kin_xy){left, y}, (struct kin_xy){right, y}, KIN_PEN_NORMAL);
    kin_sketch_line(sketch, (struct kin_xy){left, y - 3}, (struct kin_xy){left, y + 3}, KIN_PEN_NORMAL);
    kin_sketch_line(sketch, (struct kin_xy){right, y - 3}, (struct kin_xy){right, y + 3}, KIN_PEN_NORMAL);
    kin_sketch_text(sketch, ratio, (struct kin_xy){right + 6, fmin(y + size.y / 2, sketch->height)}, 0, 1);
}

static void sketch_drawing(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct drawing drawing = {.sketch = sketch, .part = &figure->whole, .extent = extent_of(&figure->whole)};
    lay_out(&drawing);
    if (kin_figure_is(drawing.part, "grid", "yes")) {
        add_grid(&drawing);
    }
    add_scale(&drawing);
    for (size_t i = 0; i < drawing.part->part_count; i++) {
        const struct kin_figure_part *part = drawing.part->parts[i];
        (is_room(part) ? add_room : add_side)(&drawing, part);
    }
}

const struct kin_figure_kind kin_figure_scale_drawing = {
    .whole = {"scale-drawing", "A drawing with its scale, as large on paper as it says", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_drawing,
    .examples =
        {
            "<figure kind=\"scale-drawing\" ratio=\"1 cm : 2 m\"><room corners=\"[[0, 0], [6, 0], [6, 4], [0, 4]]\">"
            "Library</room><side from=\"[0, 0]\" to=\"[6, 0]\">6 cm</side><side from=\"[6, 0]\" to=\"[6, 4]\" "
            "label=\"4 cm\"/></figure>",
            "<figure kind=\"scale-drawing\" unit=\"inch\" ratio=\"1 in : 8 ft\" across=\"300\" up=\"220\"><room "
            "corners=\"[[0, 0], [3, 0], [3, 1], [3/2, 1], [3/2, 2], [0, 2]]\" pattern=\"light\"/><side from=\"[0, 0]\" "
            "to=\"[3, 0]\" layer=\"key\">24 ft</side></figure>",
            "<figure kind=\"scale-drawing\" unit=\"fit\" grid=\"yes\" ratio=\"1 unit : 5 yd\"><room corners=\"[[0, 0], "
            "[12, 0], [8, 6]]\"/><side from=\"[0, 0]\" to=\"[12, 0]\">?</side></figure>",
        },
};
