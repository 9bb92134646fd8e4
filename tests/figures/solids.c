/* Solids hold what they say and are drawn so: volumes summed up along rays of sight, edges measured on the page, nets
 * folded up to closed solids of the stated volume; scale drawings are as large as their unit, area models in
 * proportion. */
#include "touch.h"

#include "draw/draw.h"
#include "figure/net.h"

#include <string.h>

struct measuring {
    struct kin_typesetter *type;
    kin_arena *arena;
    struct kin_library *library;
    size_t faults;
};

static void expect(struct measuring *measuring, const char *what, double found, double wanted, double tolerance)
{
    if (!(fabs(found - wanted) <= tolerance * fmax(1, fabs(wanted)))) {
        printf("%s: %g, not %g\n", what, found, wanted);
        measuring->faults++;
    }
}

static const struct kin_figure *figure_of(struct measuring *measuring, const char *xml)
{
    return kin_figure_alone(measuring->library, xml, "en");
}

/* ---- Volumes ------------------------------------------------------------------------------------------------------
 */

static double volume_along_rays(const struct kin_body *body)
{
    const double step = 0.08;
    struct kin_view view = kin_view_tilted(0.3);
    double sum = 0, from, to;
    for (double a = -15; a < 15; a += step) {
        for (double b = -15; b < 15; b += step) {
            struct kin_xyz p = kin_xyz_add(kin_xyz_add((struct kin_xyz){0}, view.right, a), view.up, b);
            sum += kin_body_span(body, p, view.eye, &from, &to) ? (to - from) * step * step : 0;
        }
    }
    return sum;
}

static void measure_volumes(struct measuring *measuring)
{
    static const struct {
        const char *xml;
        double volume;
    } cases[] = {
        {"<figure kind=\"prism\" width=\"8\" depth=\"5\" height=\"4\"/>", 160},
        {"<figure kind=\"prism\" base=\"[[0, 0], [0, 4], [3, 0]]\" height=\"7\" stand=\"lying\"/>", 42},
        {"<figure kind=\"prism\" base=\"[[0, 0], [8, 0], [8, 3], [3, 3], [3, 7], [0, 7]]\" height=\"5\"/>", 180},
        {"<figure kind=\"prism\" base=\"[[0, 0], [2, 6], [4, 2], [6, 6], [8, 0]]\" height=\"5\" stand=\"lying\"/>",
         140},
        {"<figure kind=\"pyramid\" width=\"6\" height=\"4\"/>", 48},
        {"<figure kind=\"pyramid\" width=\"6\" depth=\"3\" height=\"7\" stand=\"inverted\"/>", 42},
        {"<figure kind=\"cylinder\" radius=\"3\" height=\"7\"/>", 63 * M_PI},
        {"<figure kind=\"cylinder\" radius=\"3\" height=\"7\" stand=\"lying\"/>", 63 * M_PI},
        {"<figure kind=\"cone\" radius=\"3\" height=\"7\"/>", 21 * M_PI},
        {"<figure kind=\"cone\" radius=\"3\" height=\"7\" stand=\"lying\"/>", 21 * M_PI},
        {"<figure kind=\"cone\" radius=\"6\" height=\"2\" stand=\"inverted\"/>", 24 * M_PI},
        {"<figure kind=\"sphere\" radius=\"3\"/>", 36 * M_PI},
        {"<figure kind=\"sphere\" radius=\"3\" half=\"top\"/>", 18 * M_PI},
        {"<figure kind=\"sphere\" radius=\"3\" half=\"bottom\"/>", 18 * M_PI},
    };
    struct kin_solid *solid = KIN_NEW(measuring->arena, struct kin_solid);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double sum = 0;
        solid->count = 0;
        kin_solid_take(solid, &figure_of(measuring, cases[i].xml)->whole);
        for (size_t k = 0; k < solid->count; k++) {
            sum += solid->bodies[k].role == KIN_BODY_OUTLINE ? 0 : volume_along_rays(&solid->bodies[k]);
        }
        expect(measuring, cases[i].xml, sum, cases[i].volume, 0.01);
    }
}

/* ---- Lengths on the page ------------------------------------------------------------------------------------------
 */

static const struct kin_sketch *sketch_of(struct measuring *measuring, const char *xml)
{
    static const struct kin_text_style style = {.size_pt = 11, .leading = 1.36};
    return kin_figure_sketch(measuring->type, measuring->arena, figure_of(measuring, xml), KIN_LAYER_KEY, &style, 496,
                             "en");
}

/* The longest stroke that runs as a direction in space does on the page, in units. */
static double longest_along(const struct kin_sketch *sketch, struct kin_xyz direction)
{
    struct kin_view view = kin_view_tilted(20 * M_PI / 180);
    struct kin_xy way = kin_view_place(&view, direction);
    double length = hypot(way.x, way.y), most = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        double x = trace->x2 - trace->x1, y = trace->y2 - trace->y1, along = fabs(x * way.x + y * way.y) / length;
        if (trace->kind == KIN_TRACE_STROKE && fabs(x * way.y - y * way.x) < 0.01 * length * hypot(x, y)) {
            most = fmax(most, along / length);
        }
    }
    return most;
}

static void measure_edges(struct measuring *measuring)
{
    const struct kin_sketch *box =
        sketch_of(measuring, "<figure kind=\"prism\" width=\"9\" depth=\"5\" height=\"4\"/>");
    double unit = longest_along(box, (struct kin_xyz){1, 0, 0}) / 9;
    expect(measuring, "depth", longest_along(box, (struct kin_xyz){0, 1, 0}), 5 * unit, 0.005);
    expect(measuring, "height", longest_along(box, (struct kin_xyz){0, 0, 1}), 4 * unit, 0.005);
    const struct kin_sketch *can =
        sketch_of(measuring, "<figure kind=\"cylinder\" radius=\"3\" height=\"8\"><measure of=\"diameter\"/></figure>");
    double across = 0;
    for (size_t i = 0; i < can->trace_count; i++) {
        const struct kin_trace *trace = &can->traces[i];
        across = trace->y1 == trace->y2 ? fmax(across, trace->x2 - trace->x1) : across;
    }
    expect(measuring, "cylinder", longest_along(can, (struct kin_xyz){0, 0, 1}) / across, 8.0 / 6, 0.005);
    const struct kin_sketch *pipe =
        sketch_of(measuring, "<figure kind=\"cylinder\" radius=\"3\" height=\"8\" stand=\"lying\" unit=\"5\"/>");
    expect(measuring, "pipe", longest_along(pipe, (struct kin_xyz){1, 0, 0}), 40, 0.005);
}

/* How far the strokes reach. */
struct extent {
    double left, top, right, bottom, middle; /* middle: how high the left end stands */
};

static void take_end(struct extent *extent, double x, double y)
{
    extent->middle = x < extent->left ? y : extent->middle;
    extent->left = fmin(extent->left, x);
    extent->right = fmax(extent->right, x);
    extent->top = fmin(extent->top, y);
    extent->bottom = fmax(extent->bottom, y);
}

static struct extent extent_of(const struct kin_sketch *sketch)
{
    struct extent extent = {INFINITY, INFINITY, -INFINITY, -INFINITY, NAN};
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        if (trace->kind == KIN_TRACE_STROKE) {
            take_end(&extent, trace->x1, trace->y1);
            take_end(&extent, trace->x2, trace->y2);
        }
    }
    return extent;
}

/* How far below a level a text has its upper edge. */
static double text_below(const struct kin_sketch *sketch, const char *text, double level)
{
    double below = NAN;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        below = trace->kind == KIN_TRACE_TEXT && strcmp(trace->text, text) == 0 ? trace->y1 - level : below;
    }
    return below;
}

static void measure_points(struct measuring *measuring)
{
    const struct kin_sketch *pyramid =
        sketch_of(measuring, "<figure kind=\"pyramid\" width=\"6\" depth=\"4\" height=\"5\"/>");
    double unit = longest_along(pyramid, (struct kin_xyz){1, 0, 0}) / 6;
    expect(measuring, "base", longest_along(pyramid, (struct kin_xyz){0, 1, 0}), 4 * unit, 0.005);
    expect(measuring, "edge to the top", longest_along(pyramid, (struct kin_xyz){3, 2, 5}), unit, 0.005);
    struct extent cone = extent_of(sketch_of(measuring, "<figure kind=\"cone\" radius=\"3\" height=\"8\"/>"));
    double tilt = 20 * M_PI / 180;
    const struct kin_sketch *flat = sketch_of(
        measuring, "<figure kind=\"cone\" radius=\"24\" height=\"10\"><measure of=\"height\">10 cm</measure></figure>");
    struct extent disc = extent_of(flat); /* its height is not taken for a slant height */
    expect(measuring, "height below the tip", fmin(text_below(flat, "10 cm", disc.top), 5), 5, 0);
    expect(measuring, "cone", (cone.middle - cone.top) / (cone.right - cone.left), 8 * cos(tilt) / 6, 0.01);
    expect(measuring, "circle of a cone", 2 * (cone.bottom - cone.middle) / (cone.right - cone.left), sin(tilt), 0.01);
    struct extent ball = extent_of(sketch_of(measuring, "<figure kind=\"sphere\" radius=\"3\"/>"));
    expect(measuring, "ball", (ball.right - ball.left) / (ball.bottom - ball.top), 1, 0.01);
}

static void measure_stacks(struct measuring *measuring)
{
    const struct kin_sketch *stack =
        sketch_of(measuring, "<figure kind=\"cube-stack\" heights=\"[1, 3]\" columns=\"2\" unit=\"20\"/>");
    struct extent extent = extent_of(stack);
    struct kin_view view = kin_view_tilted(20 * M_PI / 180);
    struct kin_xy front = kin_view_place(&view, (struct kin_xyz){0, 0, 0});
    struct kin_xy back = kin_view_place(&view, (struct kin_xyz){2, 1, 3});
    expect(measuring, "cubes across", extent.right - extent.left, 20 * (back.x - front.x), 0.005);
    struct kin_xy low = kin_view_place(&view, (struct kin_xyz){2, 0, 0}),
                  high = kin_view_place(&view, (struct kin_xyz){1, 1, 3});
    expect(measuring, "cubes up", extent.bottom - extent.top, 20 * (low.y - high.y), 0.005);
    expect(measuring, "a cube", longest_along(stack, (struct kin_xyz){0, 0, 1}), 20, 0.005);
    const struct kin_sketch *steps =
        sketch_of(measuring, "<figure kind=\"composite-solid\"><prism width=\"8\" depth=\"4\" height=\"3\"/><prism "
                             "width=\"2\" depth=\"4\" height=\"5\" at=\"[3, 0, 3]\"/></figure>");
    double unit = longest_along(steps, (struct kin_xyz){1, 0, 0}) / 8;
    expect(measuring, "depth of two prisms", longest_along(steps, (struct kin_xyz){0, 1, 0}), 4 * unit, 0.005);
    expect(measuring, "height of the upper", longest_along(steps, (struct kin_xyz){0, 0, 1}), 5 * unit, 0.005);
}

static size_t dashed_edges(const struct kin_sketch *sketch)
{
    size_t count = 0;
    for (const struct kin_op *op = sketch->ops.first; op; op = op->next) {
        count += op->kind == KIN_OP_PATH && op->ink.dash[0] > 0;
    }
    return count;
}

static void count_hidden(struct measuring *measuring)
{
    static const struct {
        const char *xml;
        double hidden;
    } cases[] = {
        {"<figure kind=\"prism\" width=\"9\" depth=\"5\" height=\"4\"/>", 3},
        {"<figure kind=\"prism\" width=\"9\" depth=\"5\" height=\"4\" hidden=\"none\"/>", 0},
        /* lying, an L from the front: behind are the back's left and lower edge, and the lower left edge */
        {"<figure kind=\"prism\" base=\"[[0, 0], [8, 0], [8, 3], [3, 3], [3, 7], [0, 7]]\" height=\"5\" "
         "stand=\"lying\"/>",
         3},
        {"<figure kind=\"cylinder\" radius=\"3\" height=\"8\"/>", 1},
        {"<figure kind=\"cylinder\" radius=\"3\" height=\"8\" stand=\"lying\"/>", 1},
        {"<figure kind=\"cone\" radius=\"3\" height=\"8\" stand=\"inverted\"/>", 0},
        {"<figure kind=\"cone\" radius=\"3\" height=\"8\" stand=\"lying\"/>", 0},
        {"<figure kind=\"sphere\" radius=\"3\"/>", 1},
        /* flush behind and to the left: no edge between the two bodies */
        {"<figure kind=\"composite-solid\"><prism width=\"4\" depth=\"4\" height=\"3\"/><prism width=\"4\" depth=\"4\" "
         "height=\"2\" at=\"[0, 0, 3]\"/></figure>",
         4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        expect(measuring, cases[i].xml, (double)dashed_edges(sketch_of(measuring, cases[i].xml)), cases[i].hidden, 0);
    }
}

/* ---- Nets ---------------------------------------------------------------------------------------------------------
 */

struct side {
    struct kin_xyz a, b;
    int met;
};

static void meet(struct side *sides, size_t *count, struct kin_xyz a, struct kin_xyz b)
{
    for (size_t i = 0; i < *count; i++) {
        if (kin_xyz_apart(sides[i].a, b) < 1e-6 && kin_xyz_apart(sides[i].b, a) < 1e-6) {
            sides[i].met++;
            return;
        }
    }
    sides[(*count)++] = (struct side){a, b, 1};
}

/* Sides of faces that do not run, once folded, along exactly one side of another face, the other way round. */
static size_t open_sides(const struct kin_net *net)
{
    struct side sides[KIN_NET_FACES * KIN_NET_CORNERS];
    size_t count = 0, open = 0;
    for (size_t f = 0; f < net->count; f++) {
        const struct kin_net_face *face = &net->faces[f];
        for (size_t i = 0; i < face->count; i++) {
            meet(sides, &count, kin_net_fold(net, f, face->corners[i]),
                 kin_net_fold(net, f, face->corners[(i + 1) % face->count]));
        }
    }
    for (size_t i = 0; i < count; i++) {
        open += sides[i].met != 2;
    }
    return open;
}

/* By the divergence theorem: the tetrahedra from one place to all triangles of the surface. */
static double folded_volume(const struct kin_net *net)
{
    double sum = 0;
    for (size_t f = 0; f < net->count; f++) {
        const struct kin_net_face *face = &net->faces[f];
        struct kin_xyz a = kin_net_fold(net, f, face->corners[0]);
        for (size_t i = 1; i + 1 < face->count; i++) {
            struct kin_xyz b = kin_net_fold(net, f, face->corners[i]), c = kin_net_fold(net, f, face->corners[i + 1]);
            sum += kin_xyz_dot(a, kin_xyz_cross(b, c)) / 6;
        }
    }
    return fabs(sum);
}

/* Polygons, circles, and sectors of these. */
static double area_of(const struct kin_net *net)
{
    double sum = 0;
    for (size_t f = 0; f < net->count; f++) {
        const struct kin_net_face *face = &net->faces[f];
        double round = (face->to - face->from) / 2 * face->radius * face->radius;
        sum += face->count ? kin_corners_turn(face->corners, face->count) / 2 : round;
    }
    return sum;
}

static void fold_nets(struct measuring *measuring)
{
    static const struct {
        const char *xml;
        double volume, area;
    } cases[] = {
        {"<figure kind=\"net\" of=\"prism\" width=\"6\" depth=\"3\" height=\"4\"/>", 72, 108},
        {"<figure kind=\"net\" of=\"prism\" width=\"6\" depth=\"3\" height=\"4\" top=\"1\" bottom=\"4\"/>", 72, 108},
        {"<figure kind=\"net\" of=\"prism\" width=\"6\" depth=\"3\" height=\"4\" top=\"3\" top-side=\"below\" "
         "bottom=\"3\" bottom-side=\"above\"/>",
         72, 108},
        {"<figure kind=\"net\" of=\"prism\" base=\"[[0, 0], [3, 0], [0, 4]]\" height=\"6\" bottom=\"3\"/>", 36, 84},
        {"<figure kind=\"net\" of=\"prism\" base=\"[[0, 0], [6, 0], [5, 2], [1, 2]]\" height=\"3\" top=\"4\"/>", 30,
         20 + 3 * (10 + 2 * 2.2360679774997896)},
        {"<figure kind=\"net\" of=\"pyramid\" width=\"6\" height=\"4\"/>", 48, 96},
        {"<figure kind=\"net\" of=\"pyramid\" width=\"6\" depth=\"16\" height=\"4\"/>", 128,
         96 + 16 * 5 + 6 * 8.9442719099991592},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kin_net net = kin_net_of(&figure_of(measuring, cases[i].xml)->whole);
        expect(measuring, cases[i].xml, (double)open_sides(&net), 0, 0);
        expect(measuring, cases[i].xml, folded_volume(&net), cases[i].volume, 1e-9);
        expect(measuring, cases[i].xml, area_of(&net), cases[i].area, 1e-9);
    }
}

/* What rolls up has an edge as long as the way around the circles that hang on it, and touches them. */
static void roll_nets(struct measuring *measuring)
{
    struct kin_net cylinder =
        kin_net_of(&figure_of(measuring, "<figure kind=\"net\" of=\"cylinder\" radius=\"2\" height=\"5\"/>")->whole);
    struct kin_net cone =
        kin_net_of(&figure_of(measuring, "<figure kind=\"net\" of=\"cone\" radius=\"3\" height=\"4\"/>")->whole);
    const struct kin_net_face *sector = &cone.faces[0], *circle = &cone.faces[1];
    expect(measuring, "cylinder's area", area_of(&cylinder), 28 * M_PI, 1e-9);
    expect(measuring, "cone's area", area_of(&cone), 24 * M_PI, 1e-9);
    expect(measuring, "cone's arc", (sector->to - sector->from) * sector->radius, 6 * M_PI, 1e-9);
    expect(measuring, "cone's slant", sector->radius, 5, 1e-9);
    expect(measuring, "circle below the sector", sector->centre.y - circle->centre.y, 8, 1e-9);
}

static void fold_what_is_none(struct measuring *measuring)
{
    static const char *const cases[] = {
        "<figure kind=\"net\" of=\"prism\" width=\"6\" depth=\"3\" height=\"4\" bottom-side=\"above\" bottom=\"3\"/>",
        "<figure kind=\"net\" of=\"prism\" width=\"6\" depth=\"3\" height=\"4\" around=\"3\"/>",
        "<figure kind=\"net\" of=\"prism\" width=\"6\" depth=\"3\" height=\"4\" around=\"5\"/>",
        "<figure kind=\"net\" of=\"prism\" width=\"6\" depth=\"3\" height=\"4\" top=\"0\"/>",
        "<figure kind=\"net\" of=\"pyramid\" width=\"6\" height=\"4\" around=\"3\"/>",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kin_net net = kin_net_of(&figure_of(measuring, cases[i])->whole);
        expect(measuring, cases[i], open_sides(&net) > 0, 1, 0);
    }
}

static void roll_cylinder(struct measuring *measuring)
{
    struct kin_net net =
        kin_net_of(&figure_of(measuring, "<figure kind=\"net\" of=\"cylinder\" radius=\"2\" height=\"5\"/>")->whole);
    const struct kin_net_face *side = &net.faces[0];
    expect(measuring, "rectangle of a cylinder", side->corners[2].x - side->corners[1].x, 2 * M_PI * 2, 1e-12);
    expect(measuring, "area of a cylinder", area_of(&net), 2 * M_PI * 2 * 5 + 2 * M_PI * 4, 1e-12);
}

/* ---- Flat figures -------------------------------------------------------------------------------------------------
 */

static size_t strokes_long(const struct kin_sketch *sketch, double length)
{
    size_t count = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        double here = hypot(trace->x2 - trace->x1, trace->y2 - trace->y1);
        count += trace->kind == KIN_TRACE_STROKE && fabs(here - length) < 0.01;
    }
    return count;
}

static void measure_flat(struct measuring *measuring)
{
    const struct kin_sketch *plan =
        sketch_of(measuring, "<figure kind=\"scale-drawing\" unit=\"inch\" ratio=\"1 in : 4 ft\" across=\"320\"><room "
                             "corners=\"[[0, 0], [2.5, 0], [2.5, 1.5], [0, 1.5]]\"/></figure>");
    expect(measuring, "sides of 2.5 in", (double)strokes_long(plan, 180), 2, 0);
    expect(measuring, "sides of 1.5 in", (double)strokes_long(plan, 108), 2, 0);
    expect(measuring, "the scale", (double)strokes_long(plan, 72), 1, 0);
    const struct kin_sketch *model = sketch_of(
        measuring, "<figure kind=\"area-model\" across=\"104\" up=\"64\"><column size=\"3\" count=\"2\"/><column "
                   "size=\"4\"/><row/><row size=\"2\"/></figure>");
    size_t at[4] = {0};
    for (size_t i = 0; i < model->trace_count; i++) {
        for (size_t k = 0; k < 4; k++) {
            at[k] += fabs(model->traces[i].x1 - (double[]){32, 62, 102, 40}[k]) < 0.01 &&
                     model->traces[i].x1 == model->traces[i].x2;
        }
    }
    expect(measuring, "columns", (double)(at[0] + at[1] + at[2]), 3, 0);
    expect(measuring, "no column", (double)at[3], 0, 0);
}

/* The 24 sides of the faces of a box, of which 5 pairs are folds: each length as often as it has to be there. */
static void measure_nets(struct measuring *measuring)
{
    const struct kin_sketch *net = sketch_of(
        measuring, "<figure kind=\"net\" of=\"prism\" width=\"6\" depth=\"3\" height=\"4\" top=\"1\" bottom=\"1\"/>");
    double unit = 0;
    for (size_t i = 0; i < net->trace_count; i++) {
        unit = fmax(unit, hypot(net->traces[i].x2 - net->traces[i].x1, net->traces[i].y2 - net->traces[i].y1) / 6);
    }
    expect(measuring, "sides of 6", (double)strokes_long(net, 6 * unit), 6, 0);
    expect(measuring, "sides of 4", (double)strokes_long(net, 4 * unit), 5, 0);
    expect(measuring, "sides of 3", (double)strokes_long(net, 3 * unit), 8, 0);
}

/* ---- At the edges of what is allowed ------------------------------------------------------------------------------
 */

/* Thin, flat, tall and full figures with long labels: nothing touches, nothing leaves the figure. */
static void draw_extremes(struct measuring *measuring)
{
    static const char *const cases[] = {
        "<figure kind=\"prism\" width=\"1000\" depth=\"1\" height=\"1\"><measure of=\"width\">1,000 "
        "centimeters</measure><measure of=\"depth\">1 centimeter</measure><measure of=\"height\">1 "
        "centimeter</measure></figure>",
        "<figure kind=\"prism\" width=\"1\" depth=\"1\" height=\"1000\" cubes=\"[20, 20, 20]\"><measure "
        "of=\"diagonal\"><m>d</m></measure><section direction=\"slanted\" label=\"a slice that is hard to "
        "see\"/></figure>",
        "<figure kind=\"prism\" height=\"0.01\" base=\"[[0, 0], [100, 0], [0, 100]]\" stand=\"lying\"><measure "
        "of=\"altitude\" number=\"2\">h</measure><measure of=\"side\" number=\"2\">141.4</measure></figure>",
        "<figure kind=\"pyramid\" width=\"1\" height=\"500\"><measure of=\"height\">500 meters</measure><measure "
        "of=\"slant\">500 meters</measure><measure of=\"edge\">500 meters</measure><section at=\"1\"/><section "
        "at=\"0\"/></figure>",
        "<figure kind=\"pyramid\" width=\"500\" height=\"1\" stand=\"inverted\"><measure of=\"height\">1 "
        "m</measure></figure>",
        "<figure kind=\"cone\" radius=\"300\" height=\"1\"><measure of=\"slant\">300 m</measure><measure "
        "of=\"height\">1 m</measure><section direction=\"front\" at=\"1/3\"/></figure>",
        "<figure kind=\"cylinder\" radius=\"0.01\" height=\"90000\"><measure of=\"radius\">0.01</measure><section "
        "direction=\"side\" at=\"0\"/></figure>",
        "<figure kind=\"cylinder\" radius=\"0.01\" height=\"90000\" stand=\"lying\"><measure "
        "of=\"radius\">0.01</measure><section direction=\"side\" at=\"0\"/><section/></figure>",
        "<figure kind=\"cone\" radius=\"3\" height=\"3\" stand=\"lying\"><measure of=\"slant\">4.2 m</measure><section "
        "direction=\"front\" at=\"1/3\"/><section direction=\"slanted\"/></figure>",
        "<figure kind=\"sphere\" radius=\"100000\" across=\"60\" up=\"50\"><measure of=\"diameter\">200,000 "
        "km</measure><section direction=\"slanted\" at=\"1\"/></figure>",
        "<figure kind=\"composite-solid\"><prism width=\"1\" height=\"1\"/><prism width=\"1\" height=\"1\" at=\"[1, 1, "
        "0]\"/><cylinder radius=\"5\" height=\"1\" at=\"[9, 0, 0]\"/><sphere radius=\"5\" at=\"[9, 0, 1]\"/><cone "
        "radius=\"5\" height=\"9\" at=\"[20, 0, 0]\"/><pyramid width=\"3\" height=\"3\" at=\"[-9, 0, 0]\"/><prism "
        "width=\"1\" height=\"1\" at=\"[1, 0, 0]\"/><sphere radius=\"1\" half=\"bottom\" at=\"[9, 9, 0]\"/></figure>",
        "<figure kind=\"cube-stack\" columns=\"6\" heights=\"[6 for i in 1..36]\"/>",
        "<figure kind=\"net\" of=\"prism\" width=\"1\" depth=\"1\" height=\"300\" top=\"4\" bottom=\"1\"><measure "
        "of=\"height\">300 centimeters</measure><measure of=\"side\">1 centimeter</measure><face "
        "number=\"5\">A</face></figure>",
        "<figure kind=\"area-model\" across=\"60\" up=\"40\"><top>1,001</top><side>100</side><column "
        "size=\"1000\">1,000</column><column size=\"1\">1</column><row count=\"24\">24</row><cell row=\"24\" "
        "column=\"2\">1</cell></figure>",
        "<figure kind=\"scale-drawing\" unit=\"fit\" grid=\"yes\" ratio=\"1 cm : 1,000,000 km\" across=\"80\" "
        "up=\"60\"><room corners=\"[[0, 0], [900, 0], [0, 1]]\">A room with a long name</room><side from=\"[0, 0]\" "
        "to=\"[900, 0]\">900</side></figure>",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        measuring->faults += touch_figure(measuring->type, measuring->arena, figure_of(measuring, cases[i]), cases[i]);
    }
}

int main(void)
{
    struct measuring measuring = {.arena = kin_arena_new()};
    struct kin_diags diags = kin_diags_in(measuring.arena);
    measuring.library = kin_library_new(measuring.arena, &diags);
    kin_library_take_figures(measuring.library, kin_figure_all());
    measuring.type = kin_type_open(&diags, &kin_fonts_schola, NULL);
    if (measuring.type) {
        measure_volumes(&measuring);
        measure_edges(&measuring);
        measure_points(&measuring);
        measure_stacks(&measuring);
        count_hidden(&measuring);
        fold_nets(&measuring);
        roll_nets(&measuring);
        fold_what_is_none(&measuring);
        roll_cylinder(&measuring);
        measure_flat(&measuring);
        measure_nets(&measuring);
        draw_extremes(&measuring);
    }
    printf("%zu faults\n", measuring.faults);
    bool fine = measuring.type && measuring.faults == 0 && diags.count == 0;
    kin_type_free(measuring.type);
    kin_arena_free(measuring.arena);
    return fine ? 0 : 1;
}
