/* Displays of data, double number lines and tapes are true to scale: what is measured in the sketch gives back the
 * values. */
#include "measure.h"

#include <stdlib.h>

enum direction { ACROSS, UP };

static double along(double x, double y, enum direction direction)
{
    return direction == ACROSS ? x : y;
}

/* Where the numbers `first` and `last` stand, as a scale. */
static struct kin_scale scale_between(const struct kin_sketch *sketch, const char *first, const char *last,
                                      enum direction direction)
{
    struct kin_xy from = middle_of(sketch, first), to = middle_of(sketch, last);
    return (struct kin_scale){strtod(first, NULL), strtod(last, NULL), along(from.x, from.y, direction),
                              along(to.x, to.y, direction)};
}

/* Strokes that stand at one value of the scale: across it, or dots. */
static size_t strokes_at(const struct kin_sketch *sketch, const struct kin_scale *scale, double value,
                         enum direction direction)
{
    size_t count = 0;
    double place = kin_scale_at(scale, value);
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        bool here = fabs(along(trace->x1, trace->y1, direction) - place) < 0.3 &&
                    fabs(along(trace->x2, trace->y2, direction) - place) < 0.3;
        count += trace->kind == KIN_TRACE_STROKE && here;
    }
    return count;
}

static size_t dots_at(const struct kin_sketch *sketch, const struct kin_scale *scale, double value)
{
    size_t count = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        bool dot = trace->kind == KIN_TRACE_STROKE && trace->reach == KIN_DOT_RADIUS;
        count += dot && fabs(trace->x1 - kin_scale_at(scale, value)) < 0.3;
    }
    return count;
}

static void measure_dots(struct measuring *measuring)
{
    static const size_t heights[] = {0, 0, 1, 2, 0, 3, 0, 0, 1};
    const struct kin_sketch *sketch = sketch_of(
        measuring,
        "<figure kind=\"dot-plot\" from=\"0\" to=\"8\" data=\"[5, 3, 8, 5, 2, 3]\"><dots at=\"5\"/></figure>");
    struct kin_scale scale = scale_between(sketch, "0", "8", ACROSS);
    for (size_t value = 0; value <= 8; value++) {
        expect(measuring, "dots", (double)value, dots_at(sketch, &scale, (double)value), heights[value]);
    }
}

static void measure_boxes(struct measuring *measuring)
{
    static const double five[] = {2, 6, 9.5, 13, 18};
    const struct kin_sketch *sketch =
        sketch_of(measuring, "<figure kind=\"box-plot\" from=\"0\" to=\"20\" step=\"20\" five=\"[2, 6, 19/2, 13, 18]\" "
                             "outliers=\"[20]\"/>");
    struct kin_scale scale = scale_between(sketch, "0", "20", ACROSS);
    for (size_t i = 0; i < 5; i++) {
        expect(measuring, "box", five[i], strokes_at(sketch, &scale, five[i], ACROSS), 1);
    }
    expect(measuring, "outlier", 20, dots_at(sketch, &scale, 20), 1);
}

static void measure_bars(struct measuring *measuring)
{
    const struct kin_sketch *sketch =
        sketch_of(measuring, "<figure kind=\"histogram\" from=\"20\" to=\"50\" step=\"10\" counts=\"[3, 0, 14]\" "
                             "y-to=\"16\" y-step=\"8\"><bar at=\"35\" height=\"5\" layer=\"key\"/></figure>");
    struct kin_scale up = scale_between(sketch, "8", "16", UP), across = scale_between(sketch, "20", "50", ACROSS);
    static const double heights[] = {3, 5, 14};
    for (size_t i = 0; i < 3; i++) {
        expect(measuring, "bar", heights[i], strokes_at(sketch, &up, heights[i], UP), 1);
    }
    expect(measuring, "edge", 30, strokes_at(sketch, &across, 30, ACROSS), 3);
    expect(measuring, "edge", 35, strokes_at(sketch, &across, 35, ACROSS), 0);
}

static void measure_categories(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"bar-graph\" y-from=\"20\" y-to=\"60\" y-step=\"20\">"
                   "<series label=\"Boats\"/><series label=\"Kites\"/><category label=\"May\" values=\"[33, 57]\"/>"
                   "<category label=\"June\"/><bar at=\"2\" series=\"2\" height=\"45\" layer=\"key\"/></figure>");
    struct kin_scale up = scale_between(sketch, "20", "60", UP);
    static const double heights[] = {33, 57, 45};
    for (size_t i = 0; i < 3; i++) {
        expect(measuring, "bar of a category", heights[i], strokes_at(sketch, &up, heights[i], UP), 1);
    }
}

/* Strokes from the middle of a circle graph to its edge, in hundredths of the circle from the top. */
static size_t radii_at(const struct kin_sketch *sketch, struct kin_xy centre, double hundredth)
{
    size_t count = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        double dx = trace->x2 - trace->x1, dy = trace->y1 - trace->y2;
        double angle = fmod(atan2(dx, dy) / (2 * M_PI) * 100 + 100, 100);
        bool radius = trace->x1 == centre.x && trace->y1 == centre.y && fabs(hypot(dx, dy) - 50) < 0.01;
        count += trace->kind == KIN_TRACE_STROKE && radius && fabs(angle - hundredth) < 0.01;
    }
    return count;
}

static double height_of(const struct kin_sketch *sketch, const char *text)
{
    double height = NAN;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        bool same = trace->kind == KIN_TRACE_TEXT && strcmp(trace->text, text) == 0;
        height = same ? trace->y2 - trace->y1 : height;
    }
    return height;
}

static void measure_sectors(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"circle-graph\" total=\"60\" radius=\"50\"><sector value=\"15\"/>"
                   "<sector value=\"24\" from=\"15\" layer=\"key\"/><sector value=\"3\" from=\"42\"/></figure>");
    struct kin_xy centre = {sketch->width / 2, sketch->height / 2};
    static const double edges[] = {0, 25, 65, 70, 75};
    static const size_t counts[] = {1, 2, 1, 1, 1};
    for (size_t i = 0; i < 5; i++) {
        expect(measuring, "radius", edges[i], radii_at(sketch, centre, edges[i]), counts[i]);
    }
    /* Below the circle there is more room for a label than beside it. */
    const struct kin_sketch *below = sketch_of(
        measuring, "<figure kind=\"circle-graph\" radius=\"60\" length=\"220\"><sector value=\"40\" "
                   "label=\"One\"/><sector value=\"20\" label=\"Manzana 20%\"/><sector value=\"40\"/></figure>");
    expect_near(measuring, "label of one line", height_of(below, "Manzana 20%"), height_of(below, "One"), 3);
}

/* Leaves of the same place in their rows stand below one another, however wide the digits are. */
static void measure_leaves(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"stem-and-leaf\" from=\"2\" to=\"4\" data=\"[26, 21, 38, 37]\" left=\"[49]\"/>");
    struct kin_xy first = middle_of(sketch, "1"), below = middle_of(sketch, "7"), second = middle_of(sketch, "6");
    expect(measuring, "leaf below a leaf", 7, fabs(first.x - below.x) < 0.01 && below.y > first.y, 1);
    expect(measuring, "leaf beside a leaf", 6, second.x > first.x && fabs(second.y - first.y) < 0.01, 1);
    expect(measuring, "leaf on the left", 9, middle_of(sketch, "9").x < middle_of(sketch, "3").x, 1);
}

static void measure_events(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"timeline\" from=\"1900\" to=\"2000\" step=\"50\"><event at=\"1925\">Boat</event>"
                   "<event at=\"1932\">Kite</event><period from=\"1960\" to=\"1980\">Age</period></figure>");
    struct kin_scale scale = scale_between(sketch, "1900", "2000", ACROSS);
    expect(measuring, "event", 1925, dots_at(sketch, &scale, 1925), 1);
    expect(measuring, "event", 1932, dots_at(sketch, &scale, 1932), 1);
    expect(measuring, "event", 1930, dots_at(sketch, &scale, 1930), 0);
    expect(measuring, "period", 1970, fabs(middle_of(sketch, "Age").x - kin_scale_at(&scale, 1970)) < 0.3, 1);
}

static void measure_pairs(struct measuring *measuring)
{
    const struct kin_sketch *sketch =
        sketch_of(measuring, "<figure kind=\"double-number-line\" upper-to=\"15\" lower-to=\"6\"><pair at=\"2\"/>"
                             "<pair at=\"5\" upper=\"?\"/><pair at=\"6\"/></figure>");
    struct kin_scale lower = scale_between(sketch, "0", "6", ACROSS), upper = {0, 15, lower.begin, lower.end};
    expect(measuring, "pair", 2, strokes_at(sketch, &lower, 2, ACROSS), 2);
    expect(measuring, "pair", 12.5, strokes_at(sketch, &upper, 12.5, ACROSS), 2);
    bool over = fabs(middle_of(sketch, "5").x - kin_scale_at(&lower, 5)) < 0.3; /* the lower 5; the upper stands at 2 */
    expect(measuring, "number", 5, over, 1);
    expect(measuring, "blank", 5, fabs(middle_of(sketch, "?").x - kin_scale_at(&lower, 5)) < 0.3, 1);
}

static void measure_tapes(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"tape-diagram\" length=\"302\"><tape count=\"3\" size=\"5\"><box size=\"15\"/></tape>"
                   "<tape count=\"1\" size=\"12\"/></figure>");
    struct kin_scale scale = {0, 30, 1, 301};
    static const double edges[] = {5, 10, 12, 15, 30};
    static const size_t counts[] = {2, 2, 1, 2, 1};
    for (size_t i = 0; i < 5; i++) {
        expect(measuring, "box", edges[i], strokes_at(sketch, &scale, edges[i], ACROSS), counts[i]);
    }
}

/* A piece of a graph begins and ends where it says, whatever its attributes' order; a power with a broken exponent is
 * round between whole numbers, too. */
static void measure_curves(struct measuring *measuring)
{
    const struct kin_sketch *sketch =
        sketch_of(measuring, "<figure kind=\"coordinate-plane\" x-from=\"10\" x-to=\"18\" y-from=\"0\" y-to=\"8\">"
                             "<curve y=\"7/2\" from=\"11\" to=\"16\"/><curve y=\"power(4, x - 10)\" to=\"11.5\"/>"
                             "</figure>");
    struct kin_scale across = scale_between(sketch, "12", "18", ACROSS), up = scale_between(sketch, "2", "8", UP);
    double first = INFINITY, last = -INFINITY, bent = INFINITY;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        bool level = fabs(trace->y1 - kin_scale_at(&up, 3.5)) < 0.1 && fabs(trace->y2 - trace->y1) < 0.1;
        first = level ? fmin(first, trace->x1) : first;
        last = level ? fmax(last, trace->x2) : last;
        bent = fmin(bent, hypot(trace->x1 - kin_scale_at(&across, 10.5), trace->y1 - kin_scale_at(&up, 2)));
    }
    expect_near(measuring, "beginning of a graph", first, kin_scale_at(&across, 11), 0.3);
    expect_near(measuring, "end of a graph", last, kin_scale_at(&across, 16), 0.3);
    expect_near(measuring, "point of a power", bent, 0, 0.3);
}

/* A graph that comes to a corner of the plane's edge points out of it, and areas lie behind the grid. */
static void measure_edges(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"coordinate-plane\" x-from=\"-8\" x-to=\"8\" y-from=\"-8\" y-to=\"8\"><polygon "
                   "corners=\"[[0, 0], [4, 0], [4, 4]]\" pattern=\"light\"/><curve y=\"(x - 1)^2/4 - 1\" "
                   "from-end=\"arrow\" to-end=\"arrow\"/></figure>");
    struct kin_scale up = scale_between(sketch, "2", "6", UP);
    size_t heads = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        bool at_edge = fabs(trace->y1 - kin_scale_at(&up, 8)) < 0.3 && trace->reach == 2.4;
        heads += at_edge && trace->y2 - trace->y1 > 3 * fabs(trace->x2 - trace->x1) / 2;
    }
    expect(measuring, "heads that point out of the plane", 8, heads, 2);
    expect(measuring, "area before the grid", 0, sketch->ops.first->ink.stroke_width == 0, 1);
}

/* How far a cubic is from the graph of 4 + (x - 14)^3/16 at worst, in pt. */
static double cubic_error(const struct kin_scale *across, const struct kin_scale *up, struct kin_xy from,
                          const struct kin_segment *to)
{
    double worst = 0;
    for (int i = 1; i <= 8; i++) {
        double t = i / 8.0, u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
        double x = a * from.x + b * to->x[0] + c * to->x[1] + d * to->x[2];
        double y = a * from.y + b * to->y[0] + c * to->y[1] + d * to->y[2];
        double value = across->from + (x - across->begin) / (across->end - across->begin) * (across->to - across->from);
        worst = fmax(worst, fabs(y - kin_scale_at(up, 4 + pow(value - 14, 3) / 16)));
    }
    return worst;
}

/* A bent graph is a few cubics on the curve itself, a bend is kept, a straight one is one line. */
static void measure_graphs(struct measuring *measuring)
{
    const struct kin_sketch *sketch =
        sketch_of(measuring, "<figure kind=\"coordinate-plane\" x-from=\"10\" x-to=\"18\" y-from=\"0\" y-to=\"8\">"
                             "<curve y=\"4 + (x - 14)^3/16\"/><curve y=\"abs(x - 14)\" style=\"dashed\"/></figure>");
    struct kin_scale across = scale_between(sketch, "12", "18", ACROSS), up = scale_between(sketch, "2", "8", UP);
    size_t cubics = 0, lines = 0;
    for (const struct kin_op *op = sketch->ops.first; op; op = op->next) {
        for (size_t i = 1; op->kind == KIN_OP_PATH && i < op->segment_count; i++) {
            const struct kin_segment *to = &op->segments[i], *from = to - 1;
            struct kin_xy begin = {from->verb == KIN_CURVE ? from->x[2] : from->x[0],
                                   from->verb == KIN_CURVE ? from->y[2] : from->y[0]};
            lines += op->ink.dash[0] > 0;
            if (to->verb == KIN_CURVE) {
                cubics++;
                expect_near(measuring, "cubic of a graph", cubic_error(&across, &up, begin, to), 0, 0.1);
            }
        }
    }
    expect(measuring, "graph is one cubic", 0, cubics, 1);
    expect(measuring, "lines of a graph with a corner", 0, lines, 2);
}

/* ---- Planes -------------------------------------------------------------------------------------------------------
 */

struct axes {
    struct kin_scale x, y;
};

static struct kin_xy place_of(const struct axes *axes, double x, double y)
{
    return (struct kin_xy){kin_scale_at(&axes->x, x), kin_scale_at(&axes->y, y)};
}

static size_t dots_on(const struct kin_sketch *sketch, struct kin_xy at)
{
    size_t count = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        bool dot = trace->kind == KIN_TRACE_STROKE && trace->reach == KIN_DOT_RADIUS;
        count += dot && hypot(trace->x1 - at.x, trace->y1 - at.y) < 0.3;
    }
    return count;
}

/* How far a place is from a stroke. */
static double away(const struct kin_trace *trace, struct kin_xy at)
{
    double x = trace->x2 - trace->x1, y = trace->y2 - trace->y1, square = x * x + y * y;
    double t = square > 0 ? ((at.x - trace->x1) * x + (at.y - trace->y1) * y) / square : 0;
    t = fmax(0, fmin(1, t));
    return hypot(trace->x1 + t * x - at.x, trace->y1 + t * y - at.y);
}

/* Strokes that lead over both places. */
static size_t strokes_over(const struct kin_sketch *sketch, struct kin_xy a, struct kin_xy b)
{
    size_t count = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        count += trace->kind == KIN_TRACE_STROKE && away(trace, a) < 0.3 && away(trace, b) < 0.3;
    }
    return count;
}

static void measure_planes(struct measuring *measuring)
{
    const struct kin_sketch *sketch =
        sketch_of(measuring, "<figure kind=\"coordinate-plane\" x-from=\"-30\" x-to=\"30\" x-step=\"10\" y-from=\"-8\" "
                             "y-to=\"8\" y-step=\"2\"><point at=\"[-20, 5]\"/><point at=\"[25, -6]\"/>"
                             "<line eq=\"y = x/5 + 1\"/></figure>");
    struct axes axes = {scale_between(sketch, "10", "20", ACROSS), scale_between(sketch, "2", "6", UP)};
    expect(measuring, "point", -20, dots_on(sketch, place_of(&axes, -20, 5)), 1);
    expect(measuring, "point", 25, dots_on(sketch, place_of(&axes, 25, -6)), 1);
    expect(measuring, "no point", 20, dots_on(sketch, place_of(&axes, 20, 5)), 0);
    expect(measuring, "line", 5, strokes_over(sketch, place_of(&axes, -25, -4), place_of(&axes, 25, 6)), 1);
}

static double side_of(struct kin_xy from, struct kin_xy to, struct kin_xy at)
{
    return (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
}

/* A triangle around the origin keeps its label in it, away from the axes; a point on an axis hides no number. */
static void label_planes(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"coordinate-plane\" x-from=\"-24\" x-to=\"24\" x-step=\"3\" y-from=\"-8\" y-to=\"8\">"
                   "<line through=\"[[-12, -2], [12, 2]]\"/><polygon corners=\"[[-12, -2], [12, -2], [12, 2]]\" "
                   "style=\"dashed\"><label><m>Q</m></label></polygon></figure>");
    struct axes axes = {scale_between(sketch, "18", "24", ACROSS), scale_between(sketch, "4", "8", UP)};
    struct kin_xy a = place_of(&axes, -12, -2), b = place_of(&axes, 12, -2), c = place_of(&axes, 12, 2);
    struct kin_xy label = middle_of(sketch, "Q");
    bool within = side_of(a, b, label) < 0 && side_of(b, c, label) < 0 && side_of(c, a, label) < 0;
    expect(measuring, "label within its triangle", label.x, within, 1);
    sketch = sketch_of(measuring, "<figure kind=\"coordinate-plane\" x-from=\"0\" x-to=\"9\" y-from=\"0\" y-to=\"80\" "
                                  "y-step=\"20\"><point at=\"[0, 60]\" end=\"open\"/></figure>");
    expect(measuring, "number beside a point", 60, texts_of(sketch, "60"), 1);
}

static void measure_grids(struct measuring *measuring)
{
    static const double corners[][2] = {{1, 11}, {5, 11}, {4, 14}, {1, 11}};
    const struct kin_sketch *sketch =
        sketch_of(measuring, "<figure kind=\"transformation-grid\" x-from=\"0\" x-to=\"6\" y-from=\"10\" y-to=\"16\">"
                             "<polygon corners=\"[[1, 11], [5, 11], [4, 14]]\"/></figure>");
    struct axes axes = {scale_between(sketch, "2", "6", ACROSS), scale_between(sketch, "12", "16", UP)};
    for (size_t i = 0; i < 3; i++) {
        struct kin_xy from = place_of(&axes, corners[i][0], corners[i][1]);
        struct kin_xy to = place_of(&axes, corners[i + 1][0], corners[i + 1][1]);
        expect(measuring, "side of a polygon", (double)i + 1, strokes_over(sketch, from, to), 1);
    }
}

static void measure_clouds(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"scatter-plot\" x-from=\"50\" x-to=\"100\" x-step=\"25\" y-to=\"60\" y-step=\"20\" "
                   "data=\"[[55, 12], [71, 26], [98, 50]]\"><line eq=\"y = x - 40\" layer=\"key\"/></figure>");
    struct axes axes = {scale_between(sketch, "75", "100", ACROSS), scale_between(sketch, "20", "60", UP)};
    expect(measuring, "one of the data", 55, dots_on(sketch, place_of(&axes, 55, 12)), 1);
    expect(measuring, "one of the data", 71, dots_on(sketch, place_of(&axes, 71, 26)), 1);
    expect(measuring, "one of the data", 98, dots_on(sketch, place_of(&axes, 98, 50)), 1);
    expect(measuring, "line of fit", 1, strokes_over(sketch, place_of(&axes, 52, 12), place_of(&axes, 98, 58)), 1);
    sketch = sketch_of(measuring, "<figure kind=\"residual-plot\" x-from=\"10\" x-to=\"18\" y-from=\"-3\" y-to=\"3\" "
                                  "data=\"[[11, 2], [13, -3/2], [17, 1/2]]\"/>");
    axes = (struct axes){scale_between(sketch, "12", "18", ACROSS), scale_between(sketch, "1", "3", UP)};
    expect(measuring, "residual", 2, dots_on(sketch, place_of(&axes, 11, 2)), 1);
    expect(measuring, "residual", -1.5, dots_on(sketch, place_of(&axes, 13, -1.5)), 1);
    expect(measuring, "residual", 0.5, dots_on(sketch, place_of(&axes, 17, 0.5)), 1);
}

static void measure_lines(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"number-line\" from=\"-5\" to=\"5\"><point at=\"7/2\"/><segment from=\"-4\" "
                   "to=\"-2\" to-end=\"open\"/></figure>");
    struct kin_scale scale = scale_between(sketch, "1", "5", ACROSS);
    expect(measuring, "point of a line", 3.5, dots_at(sketch, &scale, 3.5), 1);
    expect(measuring, "end of a segment", -4, dots_at(sketch, &scale, -4), 1);
    expect(measuring, "end of a segment", -2, dots_at(sketch, &scale, -2), 1);
    expect(measuring, "no point", -3, dots_at(sketch, &scale, -3), 0);
    sketch = sketch_of(measuring, "<figure kind=\"number-line\" direction=\"upright\" from=\"0\" to=\"40\" "
                                  "step=\"10\" length=\"160\"><point at=\"25\"/></figure>");
    struct kin_scale up = scale_between(sketch, "10", "40", UP);
    double found = NAN;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        found = sketch->traces[i].reach == KIN_DOT_RADIUS ? sketch->traces[i].y1 : found;
    }
    expect_near(measuring, "point of an upright line", found, kin_scale_at(&up, 25), 0.3);
    const struct kin_sketch *roomy = sketch_of(measuring, "<figure kind=\"number-line\" direction=\"upright\" "
                                                          "from=\"0\" to=\"40\" step=\"10\" room=\"90\"/>");
    expect_near(measuring, "line with room on its left", roomy->traces[0].x1, 90, 0.01);
}

/* Where two lines meet is for the reader to find, whoever hears of them. */
static void tell_crossing(struct measuring *measuring)
{
    const struct kin_figure *figure = kin_figure_alone(
        measuring->library, "<figure kind=\"coordinate-plane\"><line eq=\"y = 2x\"/><line eq=\"y = x + 1\"/></figure>",
        "en");
    expect(measuring, "crossing of two lines that is told", 1, strstr(figure->alternative, "(1, 2)") != NULL, 0);
    expect(measuring, "points beside it that are told", 2, strstr(figure->alternative, "(0, 1) and (2, 3)") != NULL, 1);
}

/* How far above the line the highest of the strokes stands between two numbers. */
static double height_between(const struct kin_sketch *sketch, double left, double right)
{
    double highest = INFINITY, line = -INFINITY;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        bool between =
            trace->kind == KIN_TRACE_STROKE && fmin(trace->x1, trace->x2) > left && fmax(trace->x1, trace->x2) < right;
        highest = between ? fmin(highest, fmin(trace->y1, trace->y2)) : highest;
        line = between ? fmax(line, fmax(trace->y1, trace->y2)) : line;
    }
    return line - highest;
}

/* Jumps that go over one another stand one above another, others side by side. */
static void measure_jumps(struct measuring *measuring)
{
    const struct kin_sketch *back =
        sketch_of(measuring, "<figure kind=\"number-line\" from=\"-8\" to=\"8\"><arrow from=\"0\" to=\"7\"/><arrow "
                             "from=\"7\" to=\"-6\"/></figure>");
    const struct kin_sketch *on =
        sketch_of(measuring, "<figure kind=\"number-line\" from=\"-8\" to=\"8\"><arrow from=\"0\" to=\"7\"/><arrow "
                             "from=\"0\" to=\"-6\"/></figure>");
    struct kin_scale b = scale_between(back, "2", "6", ACROSS), o = scale_between(on, "2", "6", ACROSS);
    double first = height_between(on, kin_scale_at(&o, 2.1), kin_scale_at(&o, 4.9)),
           second = height_between(on, kin_scale_at(&o, -4.9), kin_scale_at(&o, -2.1)),
           above = height_between(back, kin_scale_at(&b, -1.9), kin_scale_at(&b, -0.1));
    expect_near(measuring, "jumps side by side", second, first, 0.6);
    expect(measuring, "a jump above another", above, above > first + 8, 1);
}

int main(void)
{
    static void (*const measures[])(struct measuring *) = {
        measure_dots,   measure_boxes,  measure_bars,  measure_categories, measure_sectors,
        measure_leaves, measure_events, measure_pairs, measure_tapes,      measure_curves,
        measure_graphs, measure_planes, measure_grids, measure_clouds,     measure_lines,
        measure_edges,  measure_jumps,  tell_crossing, label_planes};
    return measure_all(measures, sizeof measures / sizeof *measures);
}
