/* Marks of a sketch: dots, arrowheads, what says that sides, angles or directions are equal, braces. */
#include "figure/sketch.h"

static struct kin_xy between(struct kin_xy a, struct kin_xy b, double share)
{
    return (struct kin_xy){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

static double length_of(struct kin_xy a, struct kin_xy b)
{
    return hypot(b.x - a.x, b.y - a.y);
}

/* From a towards b, `along` pt on and `aside` pt to the left (y down: above what goes to the right). */
static struct kin_xy beside(struct kin_xy a, struct kin_xy b, double along, double aside)
{
    double length = length_of(a, b);
    double dx = length > 0 ? (b.x - a.x) / length : 1, dy = length > 0 ? (b.y - a.y) / length : 0;
    return (struct kin_xy){a.x + dx * along + dy * aside, a.y + dy * along - dx * aside};
}

void kin_sketch_dot(struct kin_sketch *sketch, struct kin_xy at, enum kin_dot dot)
{
    kin_sketch_dot_sized(sketch, at, dot, KIN_DOT_RADIUS);
}

void kin_sketch_dot_sized(struct kin_sketch *sketch, struct kin_xy at, enum kin_dot dot, double radius)
{
    if (sketch->measuring) {
        return;
    }
    enum { CORNERS = 12 };
    struct kin_xy ring[CORNERS];
    for (int i = 0; i < CORNERS; i++) {
        ring[i] = kin_xy_around(at, radius, 2 * M_PI * i / CORNERS);
    }
    if (dot == KIN_DOT_OPEN) {
        kin_sketch_ring(sketch, at, radius, 1);
    } else {
        kin_sketch_disc(sketch, at, radius + KIN_DOT_RIM, 0);
    }
    kin_sketch_trace_polygon(sketch, ring, CORNERS, KIN_PEN_NORMAL);
    kin_sketch_trace(
        sketch,
        (struct kin_trace){.kind = KIN_TRACE_STROKE, .x1 = at.x, .y1 = at.y, .x2 = at.x, .y2 = at.y, .reach = radius});
}

void kin_sketch_arrow(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy tip)
{
    static const double length = 6.5, half = 2.4;
    const struct kin_xy head[] = {tip, beside(tip, from, length, half), beside(tip, from, length, -half)};
    const struct kin_xy inside = beside(tip, from, length * 0.8, 0);
    kin_sketch_fill_gray(sketch, head, 3, 0);
    kin_sketch_trace(
        sketch, (struct kin_trace){
                    .kind = KIN_TRACE_STROKE, .x1 = tip.x, .y1 = tip.y, .x2 = inside.x, .y2 = inside.y, .reach = half});
}

/* Where the i-th of `count` marks `apart` pt from one another stands along the middle of a side. */
static double along_middle(double length, size_t i, size_t count, double apart)
{
    return length / 2 + ((double)i - (double)(count - 1) / 2) * apart;
}

void kin_sketch_side_ticks(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        double along = along_middle(length_of(from, to), i, count, 3);
        kin_sketch_line(sketch, beside(from, to, along, 3.6), beside(from, to, along, -3.6), KIN_PEN_NORMAL);
    }
}

void kin_sketch_parallel_marks(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        double along = along_middle(length_of(from, to), i, count, 4);
        const struct kin_xy chevron[] = {beside(from, to, along - 2.5, 3), beside(from, to, along + 1.5, 0),
                                         beside(from, to, along - 2.5, -3)};
        kin_sketch_path(sketch, chevron, 3, KIN_PEN_NORMAL);
    }
}

void kin_sketch_right_angle(struct kin_sketch *sketch, struct kin_xy corner, struct kin_xy a, struct kin_xy b)
{
    double side = fmin(8, 0.4 * fmin(length_of(corner, a), length_of(corner, b)));
    struct kin_xy on_a = beside(corner, a, side, 0), on_b = beside(corner, b, side, 0);
    const struct kin_xy square[] = {on_a, {on_a.x + on_b.x - corner.x, on_a.y + on_b.y - corner.y}, on_b};
    kin_sketch_path(sketch, square, 3, KIN_PEN_THIN);
}

void kin_sketch_angle(struct kin_sketch *sketch, struct kin_xy corner, struct kin_xy a, struct kin_xy b, double radius,
                      size_t count)
{
    double from = atan2(corner.y - a.y, a.x - corner.x), to = atan2(corner.y - b.y, b.x - corner.x);
    while (to < from) {
        to += 2 * M_PI;
    }
    for (size_t i = 0; i < count; i++) {
        double r = radius + 2.5 * (double)i;
        kin_sketch_arc(sketch, corner, r, r, from, to, KIN_PEN_THIN);
    }
}

/* Two halves that bend by quarters: in from the end, along, and out to the tip. */
/* One half, from its end to the tip: a quarter circle, a straight piece, a quarter circle; to the left of the way,
 * or, with a negative depth, to the right. */
static void add_half_brace(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, double depth)
{
    static const double away = 1 - KIN_QUARTER;
    double length = length_of(from, to), bend = fmin(fabs(depth) / 2, length / 4), side = depth / 2;
    const double along[2][4] = {{0, 0, away * bend, bend},
                                {length / 2 - bend, length / 2 - away * bend, length / 2, length / 2}};
    const double aside[2][4] = {{0, (1 - away) * side, side, side}, {side, side, side + away * side, depth}};
    struct kin_cubic bends[2];
    for (int b = 0; b < 2; b++) {
        for (int i = 0; i < 4; i++) {
            bends[b].corners[i] = beside(from, to, along[b][i], aside[b][i]);
        }
        kin_sketch_cubic(sketch, &bends[b], KIN_PEN_THIN);
    }
    kin_sketch_line(sketch, bends[0].corners[3], bends[1].corners[0], KIN_PEN_THIN);
}

struct kin_xy kin_sketch_brace(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, double depth)
{
    double length = length_of(from, to);
    add_half_brace(sketch, from, to, depth);
    add_half_brace(sketch, to, from, -depth);
    return between(beside(from, to, length / 2, depth), beside(from, to, length / 2, depth), 0);
}
