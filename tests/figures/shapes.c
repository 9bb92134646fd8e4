/* Plane geometry is true to scale: sides, angles, heights, radii and directions measured in the sketch give back the
 * values; labels of angles stand in their angles; nothing touches whatever the shape. */
#include "measure.h"

#include "figure/solid.h"

static double length_of(const struct kin_trace *trace)
{
    return hypot(trace->x2 - trace->x1, trace->y2 - trace->y1);
}

/* Degrees, y up. */
static double heading_of(const struct kin_trace *trace)
{
    return atan2(trace->y1 - trace->y2, trace->x2 - trace->x1) * 180 / M_PI;
}

static double turn_between(double from, double to)
{
    return fmod(to - from + 720, 360);
}

/* The k-th stroke that is drawn, from 0: sides come first, in their order. */
static const struct kin_trace *stroke(const struct kin_sketch *sketch, size_t k)
{
    static const struct kin_trace none = {.x1 = NAN, .y1 = NAN, .x2 = NAN, .y2 = NAN};
    for (size_t i = 0; i < sketch->trace_count; i++) {
        if (sketch->traces[i].kind == KIN_TRACE_STROKE && k-- == 0) {
            return &sketch->traces[i];
        }
    }
    return &none;
}

/* The inner angle at the corner where the side `k` begins, going around counter-clockwise. */
static double angle_at(const struct kin_sketch *sketch, size_t k, size_t count)
{
    double back = heading_of(stroke(sketch, (k + count - 1) % count)) + 180;
    return turn_between(heading_of(stroke(sketch, k)), back);
}

static void expect_sides(struct measuring *measuring, const char *xml, const double *sides, size_t count)
{
    const struct kin_sketch *sketch = sketch_of(measuring, xml);
    double unit = length_of(stroke(sketch, 0)) / sides[0];
    for (size_t i = 0; i < count; i++) {
        expect_near(measuring, xml, length_of(stroke(sketch, i)) / unit, sides[i], 1e-6);
    }
}

static void expect_angles(struct measuring *measuring, const char *xml, const double *angles, size_t count)
{
    const struct kin_sketch *sketch = sketch_of(measuring, xml);
    for (size_t i = 0; i < count; i++) {
        expect_near(measuring, xml, angle_at(sketch, i, count), angles[i], 1e-6);
    }
}

static void measure_triangles(struct measuring *measuring)
{
    static const double sss[] = {7, 5, 9}, aaa[] = {35, 80, 65}, asa[] = {100, 30, 50}, right[] = {90, 45, 45};
    expect_sides(measuring, "<figure kind=\"triangle\" sides=\"[7, 5, 9]\" turn=\"33\"/>", sss, 3);
    expect_angles(measuring, "<figure kind=\"triangle\" angles=\"[35, 80]\" turn=\"-50\"/>", aaa, 3);
    expect_angles(measuring, "<figure kind=\"triangle\" sides=\"[6]\" angles=\"[100, 30]\"/>", asa, 3);
    expect_angles(measuring, "<figure kind=\"triangle\" sides=\"[4, 4]\" angles=\"[90]\"/>", right, 3);
}

/* From corner 3 to where side 1 goes on: as long as said, and at right angles to it. */
static void measure_heights(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(measuring, "<figure kind=\"triangle\" corners=\"[[0, 0], [6, 0], [9, "
                                                           "5]]\" turn=\"20\"><height from=\"3\" to=\"1\"/></figure>");
    const struct kin_trace *base = stroke(sketch, 0), *height = stroke(sketch, 3), *drawn_on = stroke(sketch, 4);
    expect_near(measuring, "height", length_of(height) / length_of(base), 5.0 / 6, 1e-6);
    expect_near(measuring, "height", turn_between(heading_of(height), heading_of(base)), 90, 1e-6);
    expect_near(measuring, "side drawn on", length_of(drawn_on) / length_of(base), 3.0 / 6, 1e-6);
}

static void measure_polygons(struct measuring *measuring)
{
    static const double bent[] = {10, 3, 6, 4, 4, 7}, seven[] = {1, 1, 1, 1, 1, 1, 1};
    static const double angles[] = {900.0 / 7, 900.0 / 7, 900.0 / 7, 900.0 / 7, 900.0 / 7, 900.0 / 7, 900.0 / 7};
    const char *regular = "<figure kind=\"polygon\" regular=\"7\" turn=\"12\"/>";
    expect_sides(measuring,
                 "<figure kind=\"polygon\" corners=\"[[0, 0], [10, 0], [10, 3], [4, 3], [4, 7], [0, 7]]\">"
                 "<side at=\"1\">a very long label of a side</side></figure>",
                 bent, 6);
    expect_sides(measuring, regular, seven, 7);
    expect_angles(measuring, regular, angles, 7);
}

/* All strokes of an arc are as far from its center as the radius says. */
static void expect_arc(struct measuring *measuring, const struct kin_sketch *sketch, size_t first, size_t count,
                       struct kin_xy centre, double radius)
{
    for (size_t i = first; i < first + count; i++) {
        const struct kin_trace *trace = stroke(sketch, i);
        expect_near(measuring, "arc", hypot(trace->x2 - centre.x, trace->y2 - centre.y), radius, 1e-6);
    }
}

/* Where the circle's dot stands. */
static struct kin_xy dot_of(const struct kin_sketch *sketch)
{
    struct kin_xy dot = {NAN, NAN};
    for (size_t i = 0; i < sketch->trace_count; i++) {
        if (sketch->traces[i].reach == KIN_DOT_RADIUS) {
            dot = (struct kin_xy){sketch->traces[i].x1, sketch->traces[i].y1};
        }
    }
    return dot;
}

/* Radii and chords, not the pieces of arcs. */
static const struct kin_trace *long_stroke(const struct kin_sketch *sketch, size_t k)
{
    size_t i = 0;
    while (i < sketch->trace_count && (length_of(stroke(sketch, i)) < 30 || k-- > 0)) {
        i++;
    }
    return stroke(sketch, i);
}

static void measure_circles(struct measuring *measuring)
{
    enum { PIECES = 24 }; /* of an arc in the record */
    const struct kin_sketch *sketch =
        sketch_of(measuring, "<figure kind=\"circle\"><radius at=\"20\"/><chord from=\"100\" to=\"220\"/></figure>");
    const struct kin_trace *radius = long_stroke(sketch, 0), *chord = long_stroke(sketch, 1);
    expect_near(measuring, "radius", heading_of(radius), 20, 1e-6);
    expect_arc(measuring, sketch, 0, PIECES, dot_of(sketch), length_of(radius));
    expect_near(measuring, "chord", length_of(chord) / length_of(radius), sqrt(3), 1e-6);
}

static void measure_composite(struct measuring *measuring)
{
    const struct kin_sketch *sketch =
        sketch_of(measuring, "<figure kind=\"plane-figure\"><polygon corners=\"[[0, 0], [12, 0], [12, 8], [0, 8]]\"/>"
                             "<arc center=\"[12, 4]\" radius=\"4\" from=\"-90\" to=\"90\"/></figure>");
    const struct kin_trace *base = stroke(sketch, 0), *right = stroke(sketch, 1);
    double unit = length_of(base) / 12;
    struct kin_xy centre = {right->x1, (right->y1 + right->y2) / 2};
    expect_near(measuring, "side", length_of(right) / unit, 8, 1e-6);
    expect_arc(measuring, sketch, 4, 24, centre, 4 * unit);
}

static void measure_diagrams(struct measuring *measuring)
{
    const struct kin_sketch *lines = sketch_of(
        measuring,
        "<figure kind=\"angle-diagram\" turn=\"7\"><line direction=\"10\"/><ray direction=\"147\"/></figure>");
    expect_near(measuring, "line", heading_of(stroke(lines, 0)), 17, 1e-6);
    const struct kin_sketch *crossed = sketch_of(
        measuring, "<figure kind=\"transversal\" turn=\"15\" arrows=\"0\"><transversal angle=\"62\"/></figure>");
    double upper = heading_of(stroke(crossed, 0)); /* behind each line come its two arrowheads */
    expect_near(measuring, "upper line", upper, 15, 1e-6);
    expect_near(measuring, "lower line", heading_of(stroke(crossed, 3)), upper, 1e-6);
    expect_near(measuring, "transversal", turn_between(upper, heading_of(stroke(crossed, 6))), 62, 1e-6);
}

/* How far the strokes of arcs stand from the vertex that the first two strokes leave; the least of them. */
static double nearest_arc(const struct kin_sketch *sketch)
{
    struct kin_xy vertex = {stroke(sketch, 0)->x1, stroke(sketch, 0)->y1};
    double least = INFINITY;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        double from = hypot(trace->x1 - vertex.x, trace->y1 - vertex.y),
               to = hypot(trace->x2 - vertex.x, trace->y2 - vertex.y);
        bool arc = trace->kind == KIN_TRACE_STROKE && from > 1 && fabs(from - to) < 1e-6 && length_of(trace) < 4;
        least = arc ? fmin(least, from) : least;
    }
    return least;
}

/* The arcs of two angles go around the square of the right angle that they make; the name of a corner stands on the
 * free side of the side that is drawn on there. */
static void measure_marks(struct measuring *measuring)
{
    const char *rays = "<figure kind=\"angle-diagram\" turn=\"9\"><ray direction=\"0\"/><ray direction=\"90\"/>"
                       "<ray direction=\"52\"/><angle from=\"0\" to=\"52\"/><angle from=\"52\" to=\"90\"/>";
    const double diagonal = 8 * M_SQRT2;
    double alone = nearest_arc(sketch_of(measuring, kin_format(measuring->arena, "%s</figure>", rays))),
           around = nearest_arc(
               sketch_of(measuring, kin_format(measuring->arena, "%s<angle from=\"0\" to=\"90\"/></figure>", rays)));
    expect(measuring, "arc where no square is", alone, alone < diagonal, 1);
    expect(measuring, "arc around the square", around, around > diagonal + 2 && around < 20, 1);
    const struct kin_sketch *triangle = sketch_of(
        measuring, "<figure kind=\"triangle\" angles=\"[80, 59]\" turn=\"-3\" names=\"['P', 'Q', 'R']\" width=\"200\" "
                   "height=\"130\"><exterior at=\"2\" side=\"before\">121°</exterior></figure>");
    expect(measuring, "name under the side drawn on", 1, middle_of(triangle, "Q").y > stroke(triangle, 0)->y2, 1);
    expect(measuring, "lines to labels", 1, triangle->led, 0);
}

/* Pairs of strokes that run on one another for 5 points or more. */
static size_t strokes_on_strokes(const struct kin_sketch *sketch)
{
    size_t count = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *a = &sketch->traces[i];
        double x = a->x2 - a->x1, y = a->y2 - a->y1, length = hypot(x, y);
        for (size_t k = 0; k < sketch->trace_count && a->kind == KIN_TRACE_STROKE && length > 5; k++) {
            const struct kin_trace *b = &sketch->traces[k];
            double from = ((b->x1 - a->x1) * x + (b->y1 - a->y1) * y) / length;
            double to = ((b->x2 - a->x1) * x + (b->y2 - a->y1) * y) / length;
            double off =
                fmax(fabs((b->x1 - a->x1) * y - (b->y1 - a->y1) * x), fabs((b->x2 - a->x1) * y - (b->y2 - a->y1) * x));
            double shared = fmin(length, fmax(from, to)) - fmax(0, fmin(from, to));
            count += k != i && b->kind == KIN_TRACE_STROKE && off < 2 * length && shared > 5;
        }
    }
    return count;
}

/* From whatever height: hidden edges are not taken for others, and a slice lies below the edges before it. */
static void tell_edges_apart(struct measuring *measuring)
{
    for (int depth = 3; depth <= 20; depth++) {
        for (int height = 2; height <= 9; height++) {
            const char *xml = kin_format(measuring->arena,
                                         "<figure kind=\"prism\" width=\"16\" depth=\"%d\" height=\"%d\" "
                                         "across=\"220\" up=\"160\"/>",
                                         depth, height);
            expect(measuring, xml, depth, strokes_on_strokes(sketch_of(measuring, xml)), 0);
        }
    }
    const struct kin_sketch *cut = sketch_of(
        measuring, "<figure kind=\"pyramid\" width=\"8\" depth=\"5\" height=\"9\"><section at=\"1/2\"/></figure>");
    size_t before = 0;
    for (const struct kin_op *op = cut->ops.first; op && op->ink.stroke_width > 0; op = op->next) {
        before++;
    }
    expect(measuring, "edges below a slice", 1, before, 0);
}

static void judge_corners(struct measuring *measuring)
{
    static const struct kin_xy bend[] = {{0, 0}, {8, 0}, {8, 3}, {3, 3}, {3, 7}, {0, 7}};
    static const struct kin_xy crossed[] = {{0, 0}, {4, 4}, {4, 0}, {0, 4}},
                               pinched[] = {{0, 0}, {4, 0}, {2, 0}, {2, 3}};
    expect(measuring, "an L bends inwards", 6, kin_corners_convex(bend, 6), false);
    expect(measuring, "an L is a polygon", 6, kin_corners_simple(bend, 6), true);
    expect(measuring, "sides that cross", 4, kin_corners_simple(crossed, 4), false);
    expect(measuring, "a side that runs back", 4, kin_corners_simple(pinched, 4), false);
}

/* Seen from the corner, the label of an angle stands between its legs. */
static void measure_labels(struct measuring *measuring)
{
    for (int angle = 18; angle <= 340; angle += 23) {
        const char *xml = kin_format(measuring->arena,
                                     "<figure kind=\"angle-diagram\"><ray direction=\"0\"/><ray direction=\"%d\"/>"
                                     "<angle from=\"0\" to=\"%d\">%d°</angle></figure>",
                                     angle, angle, angle);
        const struct kin_sketch *sketch = sketch_of(measuring, xml);
        const struct kin_trace *leg = stroke(sketch, 0);
        struct kin_xy label = middle_of(sketch, kin_format(measuring->arena, "%d°", angle));
        struct kin_trace to = {.x1 = leg->x1, .y1 = leg->y1, .x2 = label.x, .y2 = label.y};
        expect(measuring, xml, angle, turn_between(0, heading_of(&to)) < angle, 1);
    }
}

/* Flat, pointed, obtuse, with short and long labels: nothing touches. */
static void measure_gaps(struct measuring *measuring)
{
    for (int one = 12; one <= 150; one += 23) {
        for (int two = 12; one + two <= 168; two += 26) {
            const char *xml = kin_format(
                measuring->arena,
                "<figure kind=\"triangle\" angles=\"[%d, %d]\" turn=\"%d\" names=\"[&quot;P&quot;, &quot;Q&quot;, "
                "&quot;R&quot;]\"><side at=\"1\" ticks=\"2\">%d ft</side><side at=\"2\">12.5 meters</side><side "
                "at=\"3\" arrows=\"1\"><m>2x + %d</m></side><angle at=\"1\">%d°</angle><angle at=\"2\" arcs=\"2\">"
                "<m>(x + %d)</m>°</angle><angle at=\"3\"/><height from=\"3\" to=\"1\"><m>h</m></height>"
                "<exterior at=\"2\"><m>y</m></exterior></figure>",
                one, two, 5 * (one + two) % 360, one, two, one, two);
            const struct kin_figure *figure = kin_figure_alone(measuring->library, xml, "en");
            measuring->faults += figure ? touch_figure(measuring->type, measuring->arena, figure, xml) : 1;
        }
    }
}

int main(void)
{
    static void (*const measures[])(struct measuring *) = {
        measure_triangles, measure_heights, measure_polygons, measure_circles,  measure_composite, measure_diagrams,
        measure_marks,     measure_labels,  measure_gaps,     tell_edges_apart, judge_corners};
    return measure_all(measures, sizeof measures / sizeof *measures);
}
