/* What a sketch has drawn so far, and what of it touches a place. */
#include "figure/sketch.h"

/* ---- The record ---------------------------------------------------------------------------------------------------
 */

static enum kin_trace_sort sort_of(const struct kin_trace *trace)
{
    return trace->kind == KIN_TRACE_QUIET ? KIN_TRACES_QUIET : KIN_TRACES_LOUD;
}

static double less(double a, double b)
{
    return a < b ? a : b;
}

static double more(double a, double b)
{
    return a > b ? a : b;
}

static void stretch(struct kin_trace_box *around, const struct kin_trace *trace)
{
    around->left = less(around->left, less(trace->x1, trace->x2) - trace->reach);
    around->top = less(around->top, less(trace->y1, trace->y2) - trace->reach);
    around->right = more(around->right, more(trace->x1, trace->x2) + trace->reach);
    around->bottom = more(around->bottom, more(trace->y1, trace->y2) + trace->reach);
}

enum { FEW = 64 }; /* hardly a figure has less */

void kin_sketch_trace(struct kin_sketch *sketch, struct kin_trace trace)
{
    if (sketch->measuring) {
        return;
    }
    static const struct kin_trace_box nothing = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    if (!sketch->traces) {
        sketch->traces = KIN_NEW_N(sketch->arena, struct kin_trace, FEW);
        sketch->trace_room = FEW;
    }
    if (sketch->trace_count % KIN_TRACES_TOGETHER == 0) {
        KIN_PUSH(sketch->arena, sketch->groups, sketch->group_count, sketch->group_room) =
            (struct kin_trace_group){{nothing, nothing}};
    }
    stretch(&sketch->groups[sketch->group_count - 1].around[sort_of(&trace)], &trace);
    KIN_PUSH(sketch->arena, sketch->traces, sketch->trace_count, sketch->trace_room) = trace;
}

/* ---- What is near -------------------------------------------------------------------------------------------------
 */

static bool group_is_far(const struct kin_trace *box, const struct kin_trace_box *around, double between)
{
    const double rounding = 1e-9, away = between + rounding;
    return around->right < box->x1 - away || around->left > box->x2 + away || around->bottom < box->y1 - away ||
           around->top > box->y2 + away;
}

static bool is_far(const struct kin_trace *box, const struct kin_trace *trace, double between)
{
    double away = trace->reach + between;
    double left = box->x1 - away, top = box->y1 - away, right = box->x2 + away, bottom = box->y2 + away;
    return (trace->x1 < left && trace->x2 < left) || (trace->x1 > right && trace->x2 > right) ||
           (trace->y1 < top && trace->y2 < top) || (trace->y1 > bottom && trace->y2 > bottom);
}

const struct kin_trace *kin_trace_next_near(const struct kin_sketch *sketch, const struct kin_trace *box,
                                            double between, enum kin_trace_sort sort, size_t *at)
{
    while (*at < sketch->trace_count) {
        const struct kin_trace_group *group = &sketch->groups[*at / KIN_TRACES_TOGETHER];
        if (*at % KIN_TRACES_TOGETHER == 0 && group_is_far(box, &group->around[sort], between)) {
            *at += KIN_TRACES_TOGETHER;
        } else {
            const struct kin_trace *trace = &sketch->traces[(*at)++];
            if (sort_of(trace) == sort && !is_far(box, trace, between)) {
                return trace;
            }
        }
    }
    return NULL;
}

/* ---- What touches what --------------------------------------------------------------------------------------------
 */

static bool boxes_touch(const struct kin_trace *a, const struct kin_trace *b, double between)
{
    return a->x1 < b->x2 + between && b->x1 < a->x2 + between && a->y1 < b->y2 + between && b->y1 < a->y2 + between;
}

static bool stroke_touches(const struct kin_trace *box, const struct kin_trace *stroke, double between)
{
    double reach = stroke->reach + between;
    struct kin_xy from = {stroke->x1, stroke->y1}, to = {stroke->x2, stroke->y2};
    bool beside =
        (from.x < box->x1 - reach && to.x < box->x1 - reach) || (from.x > box->x2 + reach && to.x > box->x2 + reach) ||
        (from.y < box->y1 - reach && to.y < box->y1 - reach) || (from.y > box->y2 + reach && to.y > box->y2 + reach);
    return !beside && kin_clip_line(&from, &to, box->x1 - reach, box->y1 - reach, box->x2 + reach, box->y2 + reach);
}

bool kin_traces_touch(const struct kin_trace *a, const struct kin_trace *b, double between)
{
    if (a->kind == KIN_TRACE_QUIET || b->kind == KIN_TRACE_QUIET) {
        return false;
    }
    if (a->kind == KIN_TRACE_STROKE && b->kind == KIN_TRACE_STROKE) {
        return false;
    }
    if (a->kind == KIN_TRACE_STROKE) {
        return stroke_touches(b, a, between);
    }
    return b->kind == KIN_TRACE_STROKE ? stroke_touches(a, b, between) : boxes_touch(a, b, between);
}

bool kin_sketch_clear_of_texts(const struct kin_sketch *sketch, const struct kin_trace *line, double between)
{
    const struct kin_trace around = {.x1 = fmin(line->x1, line->x2),
                                     .y1 = fmin(line->y1, line->y2),
                                     .x2 = fmax(line->x1, line->x2),
                                     .y2 = fmax(line->y1, line->y2)},
                           *trace;
    bool free = true;
    for (size_t i = 0;
         free && (trace = kin_trace_next_near(sketch, &around, line->reach + 2 * between, KIN_TRACES_LOUD, &i));) {
        free = trace->kind != KIN_TRACE_TEXT || !kin_traces_touch(line, trace, between);
    }
    return free;
}
