/* Balance, chance, tiles and drawings show what their values say: angles of sectors, numbers of pieces, ends of arrows
 * and branches, places of shapes, measured in the sketch. */
#include "measure.h"

static double length_of(const struct kin_trace *trace)
{
    return hypot(trace->x2 - trace->x1, trace->y2 - trace->y1);
}

/* Does a stroke begin or end here? */
static bool ends_at(const struct kin_trace *trace, struct kin_xy at)
{
    return hypot(trace->x1 - at.x, trace->y1 - at.y) < 0.3 || hypot(trace->x2 - at.x, trace->y2 - at.y) < 0.3;
}

/* Is there a stroke from one place to another, in either direction? */
static size_t lines_between(const struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to)
{
    size_t count = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        count += trace->kind == KIN_TRACE_STROKE && ends_at(trace, from) && ends_at(trace, to);
    }
    return count;
}

/* ---- Spinner: radii from the middle of the dot that the arrow turns on --------------------------------------------
 */

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

/* Degrees from the top, clockwise, of the k-th radius. */
static double radius_angle(const struct kin_sketch *sketch, size_t k)
{
    struct kin_xy middle = dot_of(sketch);
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        bool radius = hypot(trace->x1 - middle.x, trace->y1 - middle.y) < 0.01 && length_of(trace) > 50;
        if (trace->kind == KIN_TRACE_STROKE && radius && k-- == 0) {
            return fmod(atan2(trace->x2 - trace->x1, trace->y1 - trace->y2) * 180 / M_PI + 360, 360);
        }
    }
    return NAN;
}

static void measure_spinner(struct measuring *measuring)
{
    static const double starts[] = {45, 225, 345};
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"spinner\" turn=\"45\"><sector size=\"1/2\">A</sector><sector size=\"1/3\">B"
                   "</sector><sector size=\"1/6\">C</sector></figure>");
    for (size_t k = 0; k < 3; k++) {
        expect_near(measuring, "sector begins", radius_angle(sketch, k), starts[k], 0.1);
    }
    struct kin_xy middle = dot_of(sketch), b = middle_of(sketch, "B");
    double angle = fmod(atan2(b.x - middle.x, middle.y - b.y) * 180 / M_PI + 360, 360);
    expect_near(measuring, "label in the middle of its sector", angle, 285, 1);
}

/* ---- Pieces ------------------------------------------------------------------------------------------------------ */

static void measure_weights(struct measuring *measuring)
{
    const struct kin_sketch *sketch =
        sketch_of(measuring,
                  "<figure kind=\"hanger-diagram\"><weight side=\"left\" count=\"4\" shape=\"circle\"><m>x</m></weight>"
                  "<weight side=\"left\">7</weight><weight side=\"right\" count=\"2\">19</weight></figure>");
    expect(measuring, "weights with x", 4, texts_of(sketch, "x"), 4);
    expect(measuring, "weights with 19", 2, texts_of(sketch, "19"), 2);
    expect_near(measuring, "one string", middle_of(sketch, "x").x, middle_of(sketch, "7").x, 0.3);
    expect(measuring, "sides", 1, middle_of(sketch, "7").x < middle_of(sketch, "19").x, 1);
    sketch =
        sketch_of(measuring, "<figure kind=\"balance\" tilt=\"right\"><weight side=\"left\" count=\"3\" weighs=\"2\">a"
                             "</weight><weight side=\"right\" weighs=\"9\">b</weight></figure>");
    expect(measuring, "weights with a", 3, texts_of(sketch, "a"), 3);
    expect(measuring, "heavier side is lower", 1, middle_of(sketch, "b").y > middle_of(sketch, "a").y, 1);
}

static void measure_counters(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"bag\"><counter count=\"5\" pattern=\"light\">R</counter><counter count=\"4\">B"
                   "</counter><counter count=\"0\">G</counter></figure>");
    expect(measuring, "counters R", 5, texts_of(sketch, "R"), 5);
    expect(measuring, "counters B", 4, texts_of(sketch, "B"), 4);
    expect(measuring, "counters G", 0, texts_of(sketch, "G"), 0);
    sketch =
        sketch_of(measuring, "<figure kind=\"object-array\" columns=\"4\" rows=\"3\" size=\"26\"><object count=\"7\" "
                             "shape=\"square\">A</object><object count=\"2\">B</object></figure>");
    expect(measuring, "objects A", 7, texts_of(sketch, "A"), 7);
    expect_near(measuring, "last row", middle_of(sketch, "B").x, 1 + 26 * 0.5, 0.3);
    expect_near(measuring, "rows", middle_of(sketch, "B").y - middle_of(sketch, "A").y, 26, 0.3);
}

/* ---- Arrows and branches ----------------------------------------------------------------------------------------- */

static bool joins(const struct kin_trace *trace, struct kin_xy from, struct kin_xy to, double slack)
{
    return trace->kind == KIN_TRACE_STROKE && hypot(trace->x1 - from.x, trace->y1 - from.y) < slack &&
           hypot(trace->x2 - to.x, trace->y2 - to.y) < slack;
}

/* Strokes from beside one text to beside another. */
static size_t joining(const struct kin_sketch *sketch, const char *from, const char *to)
{
    size_t count = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        count += joins(&sketch->traces[i], middle_of(sketch, from), middle_of(sketch, to), 16);
    }
    return count;
}

static void measure_arrows(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"mapping-diagram\" inputs=\"[1, 2, 3]\" outputs=\"[10, 20]\" length=\"300\" "
                   "arrows=\"[[1, 2], [2, 2]]\"><arrow from=\"3\" to=\"1\" layer=\"key\"/></figure>");
    static const char *const inputs[] = {"1", "2", "3"};
    static const size_t to_first[] = {0, 0, 1};
    for (size_t i = 0; i < 3; i++) {
        expect(measuring, "arrows to 10", (double)i + 1, joining(sketch, inputs[i], "10"), to_first[i]);
        expect(measuring, "arrows to 20", (double)i + 1, joining(sketch, inputs[i], "20"), 1 - to_first[i]);
    }
}

static void measure_tree(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring,
        "<figure kind=\"tree-diagram\" row=\"40\"><branch label=\"A\"><branch label=\"c\"/><branch label=\"d\"/>"
        "</branch><branch label=\"B\"><branch label=\"e\"/></branch></figure>");
    expect(measuring, "A to c", 1, joining(sketch, "A", "c"), 1);
    expect(measuring, "A to d", 1, joining(sketch, "A", "d"), 1);
    expect(measuring, "A to e", 0, joining(sketch, "A", "e"), 0);
    expect(measuring, "B to e", 1, joining(sketch, "B", "e"), 1);
    expect_near(measuring, "node between its branches", 2 * middle_of(sketch, "A").y,
                middle_of(sketch, "c").y + middle_of(sketch, "d").y, 0.3);
}

/* ---- Tiles and drawings ------------------------------------------------------------------------------------------ */

static size_t strokes_of(const struct kin_sketch *sketch, double side)
{
    size_t strokes = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        strokes += trace->kind == KIN_TRACE_STROKE && fabs(length_of(trace) - side) < 0.01;
    }
    return strokes;
}

/* A square of n by n tiles has 2 (n + 1) lines through n tiles; beside each of the three stands a single tile. */
static void measure_tiles(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"tile-pattern\" columns=\"5\" rows=\"5\" size=\"14\"><for each=\"n\" in=\"[1, 2, "
                   "4]\"><step label=\"{n}\"><block across=\"n\" up=\"n\"/><block column=\"n\"/></step></for>"
                   "</figure>");
    expect(measuring, "single tiles", 1, strokes_of(sketch, 14), 4 * (1 + 3));
    expect(measuring, "lines of two tiles by two", 2, strokes_of(sketch, 2 * 14), 2 * 3);
    expect(measuring, "lines of four tiles by four", 4, strokes_of(sketch, 4 * 14), 2 * 5);
    double first = middle_of(sketch, "1").x, second = middle_of(sketch, "2").x, third = middle_of(sketch, "4").x;
    expect_near(measuring, "steps at equal distances", second - first, third - second, 0.3);
}

static void measure_drawing(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring, "<figure kind=\"drawing\" x-from=\"-2\" x-to=\"10\" y-to=\"8\" length=\"248\"><rectangle "
                   "at=\"[0, 1]\" width=\"6\" height=\"3\">R</rectangle><segment from=\"[8, 2]\" to=\"[9, 7]\"/>"
                   "<point at=\"[9, 7]\"/></figure>");
    const double unit = 20, left = 4 + 2 * unit, bottom = 4 + 8 * unit; /* 248 less the white edge, in 12 units */
    struct kin_xy corner = {left, bottom - unit}, across = {left + 6 * unit, corner.y};
    struct kin_xy up = {left, bottom - 4 * unit}, top = {left + 9 * unit, bottom - 7 * unit};
    expect(measuring, "rectangle", 6, lines_between(sketch, corner, across), 1);
    expect(measuring, "rectangle", 3, lines_between(sketch, corner, up), 1);
    expect(measuring, "segment", 1, lines_between(sketch, (struct kin_xy){left + 8 * unit, bottom - 2 * unit}, top), 1);
    expect_near(measuring, "point", hypot(dot_of(sketch).x - top.x, dot_of(sketch).y - top.y), 0, 0.1);
    expect_near(measuring, "label", middle_of(sketch, "R").x, left + 3 * unit, 0.3);
}

/* ---- Texts that are longer than an author would wish, and a narrow column ---------------------------------------- */

static const char *const crowded[] = {
    "<figure kind=\"hanger-diagram\"><weight side=\"left\" count=\"5\" shape=\"triangle\"><m>25x + "
    "10.75</m></weight><weight "
    "side=\"right\" count=\"3\" shape=\"circle\">123,456</weight></figure>",
    "<figure kind=\"balance\" across=\"8\" rows=\"2\"><weight side=\"left\" count=\"14\">1234</weight><weight "
    "side=\"right\" count=\"9\" shape=\"star\">b</weight></figure>",
    "<figure kind=\"spinner\" across=\"90\"><sector size=\"2\">a rather long name</sector><sector "
    "size=\"20\">B</sector>"
    "<sector size=\"1\">another long name</sector><sector size=\"40\" pattern=\"cross\">winter</sector><sector>1/2"
    "</sector></figure>",
    "<figure kind=\"bag\" most=\"60\"><counter count=\"25\" pattern=\"dots\">WWW<name>those that nobody has ever seen "
    "or "
    "counted</name></counter><counter count=\"20\" pattern=\"dark\">g</counter></figure>",
    "<figure kind=\"tree-diagram\" length=\"200\" row=\"30\"><stage>What is taken first</stage><stage>What is taken "
    "after "
    "that</stage><stage>All outcomes</stage><for each=\"k\" in=\"[1, 2, 3]\"><branch label=\"orange "
    "juice\"><probability><m>"
    "12/35</m></probability><branch label=\"rye bread\" outcome=\"orange juice, rye bread\"/><branch "
    "label=\"{k}\"/></branch>"
    "</for></figure>",
    "<figure kind=\"tree-diagram\" length=\"100\"><stage>Sandwiches</stage><branch label=\"wholewheat\"><branch "
    "label=\"cheese\"><branch label=\"lettuce\"><branch label=\"mustard\" outcome=\"wclm\"/></branch></branch></branch>"
    "<branch label=\"pumpernickel\"/></figure>",
    "<figure kind=\"mapping-diagram\" inputs=\"['nineteen', 'ninety', 'four hundred']\" outputs=\"[123456789, 2]\" "
    "arrows=\"[[1, 1], [2, 1], [3, 2]]\"><input>Number of tickets sold</input><output>Price of all of "
    "them</output></figure>",
    "<figure kind=\"object-array\" columns=\"30\" rows=\"3\" size=\"40\"><object count=\"90\" "
    "shape=\"hexagon\"/></figure>",
    "<figure kind=\"tile-pattern\" columns=\"12\" rows=\"3\" size=\"30\"><for each=\"n\" in=\"[1, 2, 3, 4]\"><step "
    "label=\"Figure {n} of a long row of figures\"><block across=\"3*n\" up=\"2\"/></step></for></figure>",
    "<figure kind=\"drawing\"><rectangle at=\"[0, 0]\" width=\"10\" height=\"6\">A</rectangle><circle at=\"[5, 3]\" "
    "radius=\"3\">a very long name for a small circle, which it does not need at all</circle><segment from=\"[0, 0]\" "
    "to=\"[10, "
    "6]\"><m>d</m></segment><arc at=\"[5, 3]\" radius=\"2\" from=\"10\" to=\"80\">arc</arc><point at=\"[5, "
    "3]\"><m>M</m></point>"
    "</figure>",
};

static void look_at_crowded(struct measuring *measuring)
{
    for (size_t i = 0; i < sizeof crowded / sizeof *crowded; i++) {
        const struct kin_figure *figure = kin_figure_alone(measuring->library, crowded[i], "en");
        measuring->faults += figure ? touch_figure(measuring->type, measuring->arena, figure, crowded[i]) : 1;
    }
}

int main(void)
{
    static void (*const measures[])(struct measuring *) = {measure_spinner, measure_weights, measure_counters,
                                                           measure_arrows,  measure_tree,    measure_tiles,
                                                           measure_drawing, look_at_crowded};
    return measure_all(measures, sizeof measures / sizeof *measures);
}
