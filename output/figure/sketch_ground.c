/* The white that texts stand on. */
#include "figure/sketch.h"

/* How much white a text needs around itself where it stands: none outside of grids and patterns. */
static double ground_needed(const struct kin_sketch *sketch, const struct kin_trace *box)
{
    double most = 0;
    const struct kin_trace *trace;
    for (size_t i = 0; (trace = kin_trace_next_near(sketch, box, 0, KIN_TRACES_QUIET, &i));) {
        if (trace->white > most) {
            struct kin_trace stroke = *trace;
            stroke.kind = KIN_TRACE_STROKE;
            most = kin_traces_touch(box, &stroke, 0) ? trace->white : most;
        }
    }
    return most;
}

static const double gap = 0.3;

static bool covers_nothing(const struct kin_sketch *sketch, const struct kin_trace *ground)
{
    const struct kin_trace *trace;
    bool nothing = true;
    for (size_t i = 0; nothing && (trace = kin_trace_next_near(sketch, ground, gap, KIN_TRACES_LOUD, &i));) {
        nothing = !kin_traces_touch(ground, trace, gap);
    }
    return nothing;
}

/* Move one edge of the ground outwards, short of what is drawn there. */
static void push_edge(const struct kin_sketch *sketch, struct kin_trace *ground, double *edge, double by)
{
    enum { STEPS = 6 };
    double least = *edge;
    for (int i = STEPS; i > 0; i--) {
        *edge = least + by * i / STEPS;
        if (covers_nothing(sketch, ground)) {
            return;
        }
    }
    *edge = least;
}

static void push_edges(const struct kin_sketch *sketch, struct kin_trace *ground, double by)
{
    const struct kin_trace least = *ground;
    ground->x1 -= by;
    ground->y1 -= by;
    ground->x2 += by;
    ground->y2 += by;
    if (!covers_nothing(sketch, ground)) {
        *ground = least;
        push_edge(sketch, ground, &ground->x1, -by);
        push_edge(sketch, ground, &ground->y1, -by);
        push_edge(sketch, ground, &ground->x2, by);
        push_edge(sketch, ground, &ground->y2, by);
    }
}

/* Digits of one size reach a hair more or less up and down: white that is equally high for all of them is painted as
 * one row. */
static double in_steps(double reach)
{
    static const double step = 0.8, hair = 0.15;
    return ceil((reach + hair) / step) * step;
}

void kin_sketch_blot(struct kin_sketch *sketch, const struct kin_trace *box, double baseline, struct kin_reach ink)
{
    double by = ground_needed(sketch, box);
    struct kin_trace ground = *box;
    if (by > 0) {
        ground.y1 = by < KIN_PATTERN_GROUND ? baseline - in_steps(-ink.low) : box->y1;
        ground.y2 = by < KIN_PATTERN_GROUND ? baseline + in_steps(ink.high) : box->y2;
        push_edges(sketch, &ground, by);
        kin_rule(&sketch->ops, ground.x1, ground.y1, ground.x2 - ground.x1, ground.y2 - ground.y1, 1);
    }
}
