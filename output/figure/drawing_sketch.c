/* Sketching drawings: areas first, then lines, then labels. */
#include "figure/drawing.h"

struct drawing {
    struct kin_sketch *sketch;
    struct kin_scale x, y;
    double unit; /* pt */
};

static const double edge = 4; /* room for dots and thick pens, pt */

static struct kin_xy place(const struct drawing *drawing, double x, double y)
{
    return (struct kin_xy){kin_scale_at(&drawing->x, x), kin_scale_at(&drawing->y, y)};
}

static struct kin_xy place_of(const struct drawing *drawing, const struct kin_figure_part *part, const char *name)
{
    return place(drawing, kin_figure_number_at(part, name, 0), kin_figure_number_at(part, name, 1));
}

static double radius_of(const struct drawing *drawing, const struct kin_figure_part *part)
{
    return kin_figure_number(part, "radius") * drawing->unit;
}

static bool has_outline(const struct kin_figure_part *part)
{
    return !kin_figure_is(part, "pen", "none");
}

static enum kin_pen pen_of(const struct kin_figure_part *part)
{
    static const char *const names[] = {[KIN_PEN_NORMAL] = "normal",
                                        [KIN_PEN_THIN] = "thin",
                                        [KIN_PEN_HEAVY] = "heavy",
                                        [KIN_PEN_DASHED] = "dashed",
                                        [KIN_PEN_DOTTED] = "dotted"};
    for (int pen = KIN_PEN_NORMAL; pen <= KIN_PEN_DOTTED; pen++) {
        if (kin_figure_is(part, "pen", names[pen])) {
            return (enum kin_pen)pen;
        }
    }
    return KIN_PEN_NORMAL;
}

/* White hides what lies below, none does not. */
static void fill(const struct drawing *drawing, const struct kin_figure_part *part, const struct kin_xy *places,
                 size_t count)
{
    if (kin_figure_is(part, "pattern", "white")) {
        kin_sketch_fill_gray(drawing->sketch, places, count, 1);
    } else {
        kin_sketch_fill(drawing->sketch, places, count, kin_pattern_named(kin_figure_word(part, "pattern")));
    }
}

static void label_inside(const struct drawing *drawing, const struct kin_figure_part *part, struct kin_xy at)
{
    if (kin_figure_text(part, "label")) {
        kin_sketch_label_inside(drawing->sketch, kin_figure_text(part, "label"), at);
    }
}

static void label_side(const struct drawing *drawing, const struct kin_figure_part *part, struct kin_xy from,
                       struct kin_xy to)
{
    if (kin_figure_text(part, "label")) {
        kin_sketch_label_side(drawing->sketch, kin_figure_text(part, "label"), from, to);
    }
}

/* ---- Areas --------------------------------------------------------------------------------------------------------
 */

static void add_corners(const struct drawing *drawing, const struct kin_figure_part *part, const struct kin_xy *places,
                        size_t count)
{
    fill(drawing, part, places, count);
    if (has_outline(part)) {
        kin_sketch_polygon(drawing->sketch, places, count, pen_of(part));
    }
}

static void add_polygon(const struct drawing *drawing, const struct kin_figure_part *part)
{
    enum { MOST = 60 };
    struct kin_xy places[MOST], middle = {0, 0};
    size_t count = 0;
    for (size_t i = 0; i + 1 < kin_figure_count(part, "corners") && count < MOST; i += 2) {
        places[count] =
            place(drawing, kin_figure_number_at(part, "corners", i), kin_figure_number_at(part, "corners", i + 1));
        middle.x += places[count].x;
        middle.y += places[count++].y;
    }
    add_corners(drawing, part, places, count);
    label_inside(drawing, part, (struct kin_xy){middle.x / (double)count, middle.y / (double)count});
}

static void add_rectangle(const struct drawing *drawing, const struct kin_figure_part *part)
{
    struct kin_xy low = place_of(drawing, part, "at");
    double wide = kin_figure_number(part, "width") * drawing->unit;
    double high = kin_figure_number(part, "height") * drawing->unit;
    const struct kin_xy places[] = {low, {low.x + wide, low.y}, {low.x + wide, low.y - high}, {low.x, low.y - high}};
    add_corners(drawing, part, places, 4);
    label_inside(drawing, part, (struct kin_xy){low.x + wide / 2, low.y - high / 2});
}

static void add_circle(const struct drawing *drawing, const struct kin_figure_part *part)
{
    struct kin_xy at = place_of(drawing, part, "at");
    double radius = radius_of(drawing, part);
    kin_sketch_fill_ellipse(drawing->sketch, at, radius, radius, kin_pattern_named(kin_figure_word(part, "pattern")));
    if (has_outline(part)) {
        kin_sketch_ellipse(drawing->sketch, at, radius, radius, pen_of(part));
    }
    label_inside(drawing, part, at);
}

/* ---- Lines --------------------------------------------------------------------------------------------------------
 */

static void add_segment(const struct drawing *drawing, const struct kin_figure_part *part)
{
    struct kin_xy from = place_of(drawing, part, "from"), to = place_of(drawing, part, "to");
    if (has_outline(part)) {
        kin_sketch_line(drawing->sketch, from, to, pen_of(part));
    }
    kin_sketch_side_ticks(drawing->sketch, from, to, (size_t)kin_figure_number(part, "ticks"));
    label_side(drawing, part, from, to);
}

/* The line ends inside its heads. */
static void add_arrow(const struct drawing *drawing, const struct kin_figure_part *part)
{
    struct kin_xy from = place_of(drawing, part, "from"), to = place_of(drawing, part, "to");
    double share = fmin(0.4, 4 / fmax(1e-6, hypot(to.x - from.x, to.y - from.y)));
    struct kin_xy by = {(to.x - from.x) * share, (to.y - from.y) * share}, begin = from;
    if (kin_figure_number(part, "heads") > 1) {
        kin_sketch_arrow(drawing->sketch, to, from);
        begin = (struct kin_xy){from.x + by.x, from.y + by.y};
    }
    kin_sketch_line(drawing->sketch, begin, (struct kin_xy){to.x - by.x, to.y - by.y}, pen_of(part));
    kin_sketch_arrow(drawing->sketch, from, to);
    label_side(drawing, part, from, to);
}

static void add_arc(const struct drawing *drawing, const struct kin_figure_part *part)
{
    struct kin_xy at = place_of(drawing, part, "at");
    double from = kin_figure_number(part, "from") * M_PI / 180, to = kin_figure_number(part, "to") * M_PI / 180;
    double radius = radius_of(drawing, part);
    kin_sketch_arc(drawing->sketch, at, radius, radius, from, to, pen_of(part));
    if (kin_figure_text(part, "label")) {
        kin_sketch_label(drawing->sketch, kin_figure_text(part, "label"), kin_xy_around(at, radius, (from + to) / 2), 2,
                         (from + to) / 2);
    }
}

static void add_angle(const struct drawing *drawing, const struct kin_figure_part *part)
{
    enum { RADIUS = 14 };
    struct kin_xy at = place_of(drawing, part, "at"), a = place_of(drawing, part, "from");
    struct kin_xy b = place_of(drawing, part, "to");
    double from = atan2(at.y - a.y, a.x - at.x), to = atan2(at.y - b.y, b.x - at.x);
    to += to < from ? 2 * M_PI : 0;
    if (kin_figure_number(part, "arcs") > 0) {
        kin_sketch_angle(drawing->sketch, at, a, b, RADIUS, (size_t)kin_figure_number(part, "arcs"));
    } else {
        kin_sketch_right_angle(drawing->sketch, at, a, b);
    }
    if (kin_figure_text(part, "label")) {
        kin_sketch_label(drawing->sketch, kin_figure_text(part, "label"), kin_xy_around(at, RADIUS, (from + to) / 2), 8,
                         (from + to) / 2);
    }
}

/* As deep as usual; flatter at an edge of the drawing, from 7 pt down to the white that every edge has. */
static double brace_depth(const struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to)
{
    double depth = 7, angle = atan2(from.y - to.y, to.x - from.x) + M_PI / 2;
    struct kin_xy middle = {(from.x + to.x) / 2, (from.y + to.y) / 2}, tip = kin_xy_around(middle, depth, angle);
    while (depth > edge && (tip.x < 0 || tip.y < 0 || tip.x > sketch->width || tip.y > sketch->height)) {
        tip = kin_xy_around(middle, --depth, angle);
    }
    return depth;
}

static void add_brace(const struct drawing *drawing, const struct kin_figure_part *part)
{
    struct kin_xy from = place_of(drawing, part, "from"), to = place_of(drawing, part, "to");
    struct kin_xy tip = kin_sketch_brace(drawing->sketch, from, to, brace_depth(drawing->sketch, from, to));
    if (kin_figure_text(part, "label")) {
        kin_sketch_label(drawing->sketch, kin_figure_text(part, "label"), tip, 0.6,
                         atan2(from.y - to.y, to.x - from.x) + M_PI / 2);
    }
}

static void add_point(const struct drawing *drawing, const struct kin_figure_part *part)
{
    struct kin_xy at = place_of(drawing, part, "at");
    kin_sketch_dot(drawing->sketch, at, kin_figure_is(part, "end", "open") ? KIN_DOT_OPEN : KIN_DOT_CLOSED);
    if (kin_figure_text(part, "label")) {
        kin_sketch_label(drawing->sketch, kin_figure_text(part, "label"), at, KIN_DOT_RADIUS + 1.5, M_PI / 4);
    }
}

static void add_text(const struct drawing *drawing, const struct kin_figure_part *part)
{
    label_inside(drawing, part, place_of(drawing, part, "at"));
}

/* ---- All ----------------------------------------------------------------------------------------------------------
 */

/* Areas lie below everything else, the later one on the earlier one. */
enum stage { AREAS, LINES };

static const struct {
    const char *kind;
    enum stage stage;
    void (*add)(const struct drawing *drawing, const struct kin_figure_part *part);
} adders[] = {{"polygon", AREAS, add_polygon}, {"rectangle", AREAS, add_rectangle}, {"circle", AREAS, add_circle},
              {"arc", LINES, add_arc},         {"segment", LINES, add_segment},     {"arrow", LINES, add_arrow},
              {"angle", LINES, add_angle},     {"brace", LINES, add_brace},         {"point", LINES, add_point},
              {"text", LINES, add_text}};

static void add_part(const struct drawing *drawing, const struct kin_figure_part *part, enum stage stage)
{
    for (size_t k = 0; k < sizeof adders / sizeof *adders; k++) {
        if (adders[k].stage == stage && kin_part_is(part, adders[k].kind)) {
            adders[k].add(drawing, part);
        }
    }
}

void kin_drawing_sketch(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    const struct kin_figure_part *whole = &figure->whole;
    struct drawing drawing = {.sketch = sketch};
    double left = kin_figure_number(whole, "x-from"), right = kin_figure_number(whole, "x-to");
    double low = kin_figure_number(whole, "y-from"), high = kin_figure_number(whole, "y-to");
    double width = fmin(kin_figure_number(whole, "length"), sketch->room);
    drawing.unit = (width - 2 * edge) / (right - left);
    kin_sketch_size(sketch, width, (high - low) * drawing.unit + 2 * edge);
    drawing.x = (struct kin_scale){left, right, edge, width - edge};
    drawing.y = (struct kin_scale){low, high, sketch->height - edge, edge};
    for (size_t i = 0; i < whole->part_count; i++) {
        add_part(&drawing, whole->parts[i], AREAS);
    }
    for (size_t i = 0; i < whole->part_count; i++) {
        add_part(&drawing, whole->parts[i], LINES);
    }
}
