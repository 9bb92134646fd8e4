/* Strokes of a sketch. */
#include "figure/sketch.h"

#include <string.h>

static const struct pen {
    struct kin_ink ink;
    enum kin_trace_kind kind;
    double white;
} pens[KIN_PEN_COUNT] = {
    [KIN_PEN_NORMAL] = {{.stroke_width = 0.9, .round = true}, KIN_TRACE_STROKE, 0},
    [KIN_PEN_THIN] = {{.stroke_width = 0.6, .round = true}, KIN_TRACE_STROKE, 0},
    [KIN_PEN_HEAVY] = {{.stroke_width = 1.6, .round = true}, KIN_TRACE_STROKE, 0},
    [KIN_PEN_DASHED] = {{.stroke_width = 0.9, .dash = {4, 2.5}}, KIN_TRACE_STROKE, 0},
    [KIN_PEN_DOTTED] = {{.stroke_width = 1, .dash = {0.1, 2.4}, .round = true}, KIN_TRACE_STROKE, 0},
    [KIN_PEN_BOLD] = {{.stroke_width = 2.4, .round = true}, KIN_TRACE_STROKE, 0},
    [KIN_PEN_SHADE] = {{.gray = 0.2, .stroke_width = 0.5}, KIN_TRACE_QUIET, KIN_PATTERN_GROUND},
    [KIN_PEN_GRID] = {KIN_GRID_INK, KIN_TRACE_QUIET, 0.8},
};

struct kin_ink kin_pen_ink(enum kin_pen pen)
{
    return pens[pen].ink;
}

double kin_sketch_size(struct kin_sketch *sketch, double width, double height)
{
    sketch->width = width < sketch->room ? width : sketch->room;
    sketch->height = height;
    return sketch->width;
}

void kin_sketch_trace_line(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, enum kin_pen pen)
{
    kin_sketch_trace(sketch, (struct kin_trace){.kind = pens[pen].kind,
                                                .x1 = from.x,
                                                .y1 = from.y,
                                                .x2 = to.x,
                                                .y2 = to.y,
                                                .reach = pens[pen].ink.stroke_width / 2,
                                                .white = pens[pen].white});
}

void kin_sketch_line(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, enum kin_pen pen)
{
    if (sketch->measuring) {
        return;
    }
    kin_line(&sketch->ops, from.x, from.y, to.x, to.y, pens[pen].ink);
    kin_sketch_trace_line(sketch, from, to, pen);
}

enum closing { OPEN, CLOSED };

static void add_path(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, struct kin_ink ink,
                     enum closing closing)
{
    struct kin_op *op = kin_op_new(&sketch->ops, KIN_OP_PATH);
    op->ink = ink;
    op->segments = KIN_NEW_N(sketch->arena, struct kin_segment, count + 1);
    for (size_t i = 0; i < count; i++) {
        op->segments[op->segment_count++] =
            (struct kin_segment){.verb = i ? KIN_LINE : KIN_MOVE, .x = {places[i].x}, .y = {places[i].y}};
    }
    if (closing == CLOSED) {
        op->segments[op->segment_count++] = (struct kin_segment){.verb = KIN_CLOSE};
    }
}

static void trace_path(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, enum kin_pen pen)
{
    for (size_t i = 1; i < count; i++) {
        kin_sketch_trace_line(sketch, places[i - 1], places[i], pen);
    }
}

void kin_sketch_trace_polygon(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, enum kin_pen pen)
{
    trace_path(sketch, places, count, pen);
    kin_sketch_trace_line(sketch, places[count - 1], places[0], pen);
}

void kin_sketch_path(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, enum kin_pen pen)
{
    if (count > 1) {
        add_path(sketch, places, count, pens[pen].ink, OPEN);
        trace_path(sketch, places, count, pen);
    }
}

void kin_sketch_polygon(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, enum kin_pen pen)
{
    if (count > 1) {
        add_path(sketch, places, count, pens[pen].ink, CLOSED);
        kin_sketch_trace_polygon(sketch, places, count, pen);
    }
}

void kin_sketch_ellipse(struct kin_sketch *sketch, struct kin_xy centre, double rx, double ry, enum kin_pen pen)
{
    kin_sketch_arc(sketch, centre, rx, ry, 0, 2 * M_PI, pen);
}

static struct kin_xy on_arc(const struct kin_arc *arc, double angle)
{
    double c = cos(angle), s = sin(angle);
    return (struct kin_xy){arc->centre.x + c * arc->along.x + s * arc->aside.x,
                           arc->centre.y + c * arc->along.y + s * arc->aside.y};
}

/* One cubic for at most a quarter; its handles are 4/3 tan(angle/4) of the radius long (error below 0.03 %). */
static struct kin_segment arc_segment(const struct kin_arc *arc, double from, double to)
{
    double handle = 4.0 / 3 * tan((to - from) / 4);
    struct kin_xy a = on_arc(arc, from), b = on_arc(arc, to);
    struct kin_xy leaving = on_arc(arc, from + M_PI / 2), arriving = on_arc(arc, to + M_PI / 2);
    return (struct kin_segment){
        .verb = KIN_CURVE,
        .x = {a.x + handle * (leaving.x - arc->centre.x), b.x - handle * (arriving.x - arc->centre.x), b.x},
        .y = {a.y + handle * (leaving.y - arc->centre.y), b.y - handle * (arriving.y - arc->centre.y), b.y},
    };
}

/* A start and the pieces of an arc, at most a quarter each, with room for two more segments. */
static struct kin_op *add_arc(struct kin_sketch *sketch, const struct kin_arc *arc)
{
    struct kin_op *op = kin_op_new(&sketch->ops, KIN_OP_PATH);
    struct kin_xy start = on_arc(arc, arc->from);
    double turn = arc->to - arc->from;
    size_t pieces = (size_t)fmax(1, ceil(fabs(turn) / (M_PI / 2) - 1e-9));
    op->segments = KIN_NEW_N(sketch->arena, struct kin_segment, pieces + 3);
    op->segments[op->segment_count++] = (struct kin_segment){.verb = KIN_MOVE, .x = {start.x}, .y = {start.y}};
    for (size_t i = 0; i < pieces; i++) {
        double begin = arc->from + turn * (double)i / (double)pieces;
        double end = arc->from + turn * (double)(i + 1) / (double)pieces;
        op->segments[op->segment_count++] = arc_segment(arc, begin, end);
    }
    return op;
}

static struct kin_arc arc_upright(struct kin_xy centre, double rx, double ry, double from, double to)
{
    return (struct kin_arc){.centre = centre, .along = {rx, 0}, .aside = {0, -ry}, .from = from, .to = to};
}

void kin_sketch_arc(struct kin_sketch *sketch, struct kin_xy centre, double rx, double ry, double from, double to,
                    enum kin_pen pen)
{
    if (sketch->measuring) {
        return;
    }
    enum { STEPS = 24 };
    struct kin_arc arc = arc_upright(centre, rx, ry, from, to);
    struct kin_xy before = on_arc(&arc, from);
    add_arc(sketch, &arc)->ink = pens[pen].ink;
    for (int i = 1; i <= STEPS; i++) {
        struct kin_xy here = on_arc(&arc, from + (to - from) * i / STEPS);
        kin_sketch_trace_line(sketch, before, here, pen);
        before = here;
    }
}

void kin_sketch_bent(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, const struct kin_arc *arc,
                     enum kin_pen pen)
{
    add_arc(sketch, arc)->ink = pens[pen].ink;
    trace_path(sketch, places, count, pen);
}

static void path_close(struct kin_op *op)
{
    op->segments[op->segment_count++] = (struct kin_segment){.verb = KIN_CLOSE};
}

static struct kin_op *add_ellipse(struct kin_sketch *sketch, struct kin_xy centre, double rx, double ry)
{
    struct kin_arc whole = arc_upright(centre, rx, ry, 0, 2 * M_PI);
    struct kin_op *op = add_arc(sketch, &whole);
    path_close(op);
    return op;
}

void kin_sketch_round(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, struct kin_xy centre,
                      double rx, double ry, enum kin_pen pen)
{
    add_ellipse(sketch, centre, rx, ry)->ink = pens[pen].ink;
    kin_sketch_trace_polygon(sketch, places, count, pen);
}

void kin_sketch_fill_ellipse_gray(struct kin_sketch *sketch, struct kin_xy centre, double rx, double ry, double gray)
{
    add_ellipse(sketch, centre, rx, ry)->ink.gray = gray;
}

void kin_sketch_fill_sector_gray(struct kin_sketch *sketch, struct kin_xy centre, double radius, double from, double to,
                                 double gray)
{
    struct kin_arc arc = arc_upright(centre, radius, radius, from, to);
    struct kin_op *op = add_arc(sketch, &arc);
    op->ink.gray = gray;
    op->segments[op->segment_count++] = (struct kin_segment){.verb = KIN_LINE, .x = {centre.x}, .y = {centre.y}};
    path_close(op);
}

void kin_sketch_disc(struct kin_sketch *sketch, struct kin_xy centre, double radius, double gray)
{
    kin_line(&sketch->ops, centre.x, centre.y, centre.x, centre.y,
             (struct kin_ink){.gray = gray, .stroke_width = 2 * radius, .round = true});
}

void kin_sketch_ring(struct kin_sketch *sketch, struct kin_xy centre, double radius, double gray)
{
    double rim = pens[KIN_PEN_NORMAL].ink.stroke_width / 2;
    kin_sketch_disc(sketch, centre, radius + rim, 0);
    kin_sketch_disc(sketch, centre, radius - rim, gray);
}

void kin_sketch_discs(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, size_t count, double radius,
                      double gray)
{
    static const double on =
        0.005; /* so short that it is round, and long enough that rounding does not lose the last */
    if (count < 2) {
        kin_sketch_disc(sketch, from, radius, gray);
        return;
    }
    double length = hypot(to.x - from.x, to.y - from.y), past = on / length;
    kin_line(
        &sketch->ops, from.x, from.y, to.x + (to.x - from.x) * past, to.y + (to.y - from.y) * past,
        (struct kin_ink){
            .gray = gray, .stroke_width = 2 * radius, .dash = {on, length / (double)(count - 1) - on}, .round = true});
}

/* Liang and Barsky, "A new concept and method for line clipping" (1984). */
bool kin_clip_line(struct kin_xy *from, struct kin_xy *to, double left, double top, double right, double bottom)
{
    double dx = to->x - from->x, dy = to->y - from->y, enter = 0, leave = 1;
    const double towards[4] = {-dx, dx, -dy, dy};
    const double away[4] = {from->x - left, right - from->x, from->y - top, bottom - from->y};
    for (int i = 0; i < 4; i++) {
        if (towards[i] == 0 && away[i] < 0) {
            return false;
        }
        double at = towards[i] != 0 ? away[i] / towards[i] : 0;
        if (towards[i] < 0) {
            enter = fmax(enter, at);
        } else if (towards[i] > 0) {
            leave = fmin(leave, at);
        }
    }
    struct kin_xy start = *from;
    *from = (struct kin_xy){start.x + enter * dx, start.y + enter * dy};
    *to = (struct kin_xy){start.x + leave * dx, start.y + leave * dy};
    return enter <= leave;
}
