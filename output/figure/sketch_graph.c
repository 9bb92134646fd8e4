/* Graphs as few straight pieces and cubics. A piece is tried as long as it can be, then half as long; what it says is
 * held against all samples that it stands for, so that a corner or a jump ends it. */
#include "figure/sketch.h"

/* The samples with what moves evenly along the graph: x, or y in a graph that lies on its side. */
struct samples {
    const struct kin_xy *places;
    size_t count;
    bool upright;
};

static double along(const struct samples *samples, size_t i)
{
    return samples->upright ? samples->places[i].y : samples->places[i].x;
}

static double height(const struct samples *samples, size_t i)
{
    return samples->upright ? samples->places[i].x : samples->places[i].y;
}

static bool is_monotone(const struct samples *samples)
{
    double way = along(samples, 1) - along(samples, 0);
    bool monotone = true;
    for (size_t i = 0; monotone && i + 1 < samples->count; i++) {
        monotone = way * (along(samples, i + 1) - along(samples, i)) > 0;
    }
    return monotone;
}

/* Of the parabola through three samples, at the first: Newton's divided differences. */
static double slope_at(const struct samples *samples, size_t a, size_t b, size_t c)
{
    double ta = along(samples, a), tb = along(samples, b), tc = along(samples, c);
    double first = (height(samples, b) - height(samples, a)) / (tb - ta);
    double second = (height(samples, c) - height(samples, b)) / (tc - tb);
    return first + (ta - tb) * (second - first) / (tc - ta);
}

/* A cubic over t from 0 to 1 by its heights: Bernstein's form. */
struct cubic {
    double from, width, height[4];
};

static struct cubic cubic_between(const struct samples *samples, size_t from, size_t to)
{
    double width = along(samples, to) - along(samples, from);
    double leaving = slope_at(samples, from, from + 1, from + 2), arriving = slope_at(samples, to, to - 1, to - 2);
    double begin = height(samples, from), end = height(samples, to);
    return (struct cubic){
        along(samples, from), width, {begin, begin + leaving * width / 3, end - arriving * width / 3, end}};
}

/* The cubic through four samples, for where the first two are too close to tell a slope. With t and u = 1 - t at the
 * inner ones, 3 u u t h1 + 3 u t t h2 is what is left of their heights: two equations. */
static struct cubic cubic_through(const struct samples *samples, size_t from, size_t to)
{
    const size_t inner[] = {from + (to - from) / 3, to - (to - from) / 3};
    double begin = height(samples, from), end = height(samples, to);
    double width = along(samples, to) - along(samples, from), a[2], b[2], left[2];
    for (int i = 0; i < 2; i++) {
        double t = (along(samples, inner[i]) - along(samples, from)) / width, u = 1 - t;
        a[i] = 3 * u * u * t;
        b[i] = 3 * u * t * t;
        left[i] = height(samples, inner[i]) - u * u * u * begin - t * t * t * end;
    }
    double scale = a[0] * b[1] - a[1] * b[0];
    double first = (left[0] * b[1] - left[1] * b[0]) / scale, second = (a[0] * left[1] - a[1] * left[0]) / scale;
    return (struct cubic){along(samples, from), width, {begin, first, second, end}};
}

static struct cubic line_between(const struct samples *samples, size_t from, size_t to)
{
    double begin = height(samples, from), rise = height(samples, to) - begin;
    return (struct cubic){along(samples, from),
                          along(samples, to) - along(samples, from),
                          {begin, begin + rise / 3, begin + 2 * rise / 3, begin + rise}};
}

static double cubic_at(const struct cubic *cubic, double place)
{
    double t = (place - cubic->from) / cubic->width, u = 1 - t;
    const double *h = cubic->height;
    return u * u * u * h[0] + 3 * u * u * t * h[1] + 3 * u * t * t * h[2] + t * t * t * h[3];
}

static bool is_near(const struct cubic *cubic, const struct samples *samples, size_t from, size_t to)
{
    bool near = true;
    for (size_t i = from + 1; near && i < to; i++) {
        near = fabs(cubic_at(cubic, along(samples, i)) - height(samples, i)) <= KIN_GRAPH_NEAR;
    }
    return near;
}

static struct kin_segment segment_of(const struct samples *samples, const struct cubic *cubic, size_t to)
{
    double first = cubic->from + cubic->width / 3, second = cubic->from + 2 * cubic->width / 3;
    struct kin_xy end = samples->places[to];
    const double *h = cubic->height;
    if (samples->upright) {
        return (struct kin_segment){.verb = KIN_CURVE, .x = {h[1], h[2], end.x}, .y = {first, second, end.y}};
    }
    return (struct kin_segment){.verb = KIN_CURVE, .x = {first, second, end.x}, .y = {h[1], h[2], end.y}};
}

/* So many samples hold a cubic that goes through four of them to its way between. */
enum { ENOUGH = 12 };

/* A cubic that is near all samples of the piece. */
static bool best_cubic(const struct samples *samples, size_t from, size_t to, struct cubic *cubic)
{
    if (to - from < 3) {
        return false;
    }
    *cubic = cubic_between(samples, from, to);
    bool near = is_near(cubic, samples, from, to);
    if (!near && to - from >= ENOUGH) {
        *cubic = cubic_through(samples, from, to);
        near = is_near(cubic, samples, from, to);
    }
    return near;
}

/* The next piece of the path from a sample; returns where it ends. */
static size_t add_piece(struct kin_op *op, const struct samples *samples, size_t from)
{
    struct kin_segment *segment = &op->segments[op->segment_count++];
    for (size_t reach = samples->count - 1 - from; reach > 1; reach = (reach + 1) / 2) {
        size_t to = from + reach;
        struct cubic piece = line_between(samples, from, to);
        if (is_near(&piece, samples, from, to)) {
            *segment =
                (struct kin_segment){.verb = KIN_LINE, .x = {samples->places[to].x}, .y = {samples->places[to].y}};
            return to;
        }
        if (best_cubic(samples, from, to, &piece)) {
            *segment = segment_of(samples, &piece, to);
            return to;
        }
    }
    struct kin_xy next = samples->places[from + 1];
    *segment = (struct kin_segment){.verb = KIN_LINE, .x = {next.x}, .y = {next.y}};
    return from + 1;
}

/* What is straight is one line for labels, too. */
static void trace_piece(struct kin_sketch *sketch, const struct samples *samples, size_t from, size_t to,
                        enum kin_verb verb, enum kin_pen pen)
{
    size_t step = verb == KIN_LINE ? to - from : 1;
    for (size_t i = from; i < to; i += step) {
        kin_sketch_trace_line(sketch, samples->places[i], samples->places[i + step], pen);
    }
}

static void add_graph(struct kin_sketch *sketch, const struct samples *samples, enum kin_pen pen)
{
    struct kin_op *op = kin_op_new(&sketch->ops, KIN_OP_PATH);
    op->ink = kin_pen_ink(pen);
    op->segments = KIN_NEW_N(sketch->arena, struct kin_segment, samples->count);
    op->segments[op->segment_count++] =
        (struct kin_segment){.verb = KIN_MOVE, .x = {samples->places[0].x}, .y = {samples->places[0].y}};
    for (size_t from = 0, to; from + 1 < samples->count; from = to) {
        to = add_piece(op, samples, from);
        trace_piece(sketch, samples, from, to, op->segments[op->segment_count - 1].verb, pen);
    }
}

/* ---- One cubic --------------------------------------------------------------------------------------------------- */

static struct kin_xy on_cubic(const struct kin_cubic *cubic, double t)
{
    const struct kin_xy *c = cubic->corners;
    double u = 1 - t, weights[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
    struct kin_xy at = {0, 0};
    for (int i = 0; i < 4; i++) {
        at.x += weights[i] * c[i].x;
        at.y += weights[i] * c[i].y;
    }
    return at;
}

void kin_sketch_cubic(struct kin_sketch *sketch, const struct kin_cubic *cubic, enum kin_pen pen)
{
    enum { STEPS = 8 };
    if (sketch->measuring) {
        return;
    }
    const struct kin_xy *c = cubic->corners;
    struct kin_op *op = kin_op_new(&sketch->ops, KIN_OP_PATH);
    op->ink = kin_pen_ink(pen);
    op->segments = KIN_NEW_N(sketch->arena, struct kin_segment, 2);
    op->segment_count = 2;
    op->segments[0] = (struct kin_segment){.verb = KIN_MOVE, .x = {c[0].x}, .y = {c[0].y}};
    op->segments[1] =
        (struct kin_segment){.verb = KIN_CURVE, .x = {c[1].x, c[2].x, c[3].x}, .y = {c[1].y, c[2].y, c[3].y}};
    for (int i = 0; i < STEPS; i++) {
        kin_sketch_trace_line(sketch, on_cubic(cubic, (double)i / STEPS), on_cubic(cubic, (i + 1.0) / STEPS), pen);
    }
}

/* ---- A graph ----------------------------------------------------------------------------------------------------- */

void kin_sketch_graph(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, enum kin_pen pen)
{
    if (sketch->measuring) {
        return;
    }
    struct samples level = {places, count, false}, upright = {places, count, true};
    if (count < 3) {
        kin_sketch_path(sketch, places, count, pen);
    } else if (is_monotone(&level)) {
        add_graph(sketch, &level, pen);
    } else if (is_monotone(&upright)) {
        add_graph(sketch, &upright, pen);
    } else {
        kin_sketch_path(sketch, places, count, pen);
    }
}
