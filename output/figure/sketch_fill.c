/* Patterns: areas that can be told apart in gray and after copying. */
#include "figure/sketch.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    double gray;         /* 1: not filled */
    double angles[2];    /* of lines; negative: none */
    double apart, white; /* white: around labels */
    bool dots;
} patterns[] = {
    [KIN_PATTERN_NONE] = {"none", 1, {-1, -1}, 0, 0, false},
    [KIN_PATTERN_LIGHT] = {"light", 0.75, {-1, -1}, 0, 0, false},
    [KIN_PATTERN_HATCH] = {"hatch", 1, {M_PI / 4, -1}, 5, KIN_PATTERN_GROUND, false},
    [KIN_PATTERN_BACK] = {"back", 1, {3 * M_PI / 4, -1}, 5, KIN_PATTERN_GROUND, false},
    [KIN_PATTERN_CROSS] = {"cross", 1, {M_PI / 4, 3 * M_PI / 4}, 6, KIN_PATTERN_GROUND, false},
    [KIN_PATTERN_DOTS] = {"dots", 1, {0, -1}, 5, KIN_PATTERN_GROUND, true},
    [KIN_PATTERN_BARS] = {"bars", 1, {0, -1}, 3.5, KIN_PATTERN_GROUND, false},
    /* its lines are not drawn: labels need white on it */
    [KIN_PATTERN_DARK] = {"dark", 0.45, {0, -1}, 3.5, KIN_PATTERN_GROUND, false},
    [KIN_PATTERN_WHITE] = {"white", 1, {-1, -1}, 0, 0, false},
    [KIN_PATTERN_FINE] = {"", 1, {M_PI / 4, -1}, 2.4, 1.2, false},
    {"", 1, {3 * M_PI / 4, -1}, 2.4, 1.2, false},
    {"", 1, {M_PI / 4, 3 * M_PI / 4}, 3, 1.2, false},
    {"", 1, {0, -1}, 2.8, 1.2, true},
    {"", 1, {0, -1}, 1.9, 1.2, false},
};
_Static_assert(sizeof patterns / sizeof *patterns == KIN_PATTERN_COUNT, "a fine one for each pattern of strokes");

static const struct kin_ink hatching = {.gray = 0.2, .stroke_width = 0.5};

enum kin_pattern kin_pattern_named(const char *name)
{
    for (int i = 0; i < KIN_PATTERN_COUNT; i++) {
        if (strcmp(patterns[i].name, name) == 0) {
            return (enum kin_pattern)i;
        }
    }
    return KIN_PATTERN_NONE;
}

enum kin_pattern kin_pattern_fine(enum kin_pattern pattern)
{
    bool strokes = pattern >= KIN_PATTERN_HATCH && pattern <= KIN_PATTERN_BARS;
    return strokes ? KIN_PATTERN_FINE + pattern - KIN_PATTERN_HATCH : pattern;
}

bool kin_pattern_is_plain(enum kin_pattern pattern)
{
    return patterns[pattern].angles[0] < 0;
}

double kin_pattern_gray(enum kin_pattern pattern)
{
    return patterns[pattern].gray;
}

/* Along the page: from each corner to the next either x or y stays. */
static bool is_upright_box(const struct kin_xy *places, size_t count)
{
    static const double same = 1e-6;
    bool upright = count == 4, level_first = upright && fabs(places[0].y - places[1].y) < same;
    for (size_t i = 0; upright && i < 4; i++) {
        const struct kin_xy *a = &places[i], *b = &places[(i + 1) % 4];
        bool level = (i % 2 == 0) == level_first;
        upright = fabs(level ? a->y - b->y : a->x - b->x) < same;
    }
    return upright;
}

void kin_sketch_fill_gray(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, double gray)
{
    if (is_upright_box(places, count)) { /* a rule: equal ones in a row are painted as one */
        const struct kin_xy *a = &places[0], *b = &places[2];
        kin_rule(&sketch->ops, fmin(a->x, b->x), fmin(a->y, b->y), fabs(b->x - a->x), fabs(b->y - a->y), gray);
        return;
    }
    struct kin_op *op = kin_op_new(&sketch->ops, KIN_OP_PATH);
    op->ink.gray = gray;
    op->segments = KIN_NEW_N(sketch->arena, struct kin_segment, count + 1);
    for (size_t i = 0; i < count; i++) {
        op->segments[op->segment_count++] =
            (struct kin_segment){.verb = i ? KIN_LINE : KIN_MOVE, .x = {places[i].x}, .y = {places[i].y}};
    }
    op->segments[op->segment_count++] = (struct kin_segment){.verb = KIN_CLOSE};
}

static int by_size(const void *a, const void *b)
{
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

/* The polygon in axes along and across the lines of a pattern. */
struct turned {
    double cos, sin;
    const struct kin_xy *places;
    size_t count;
};

static struct kin_xy turn(const struct turned *turned, struct kin_xy at)
{
    return (struct kin_xy){at.x * turned->cos - at.y * turned->sin, at.x * turned->sin + at.y * turned->cos};
}

static struct kin_xy turn_back(const struct turned *turned, double along, double across)
{
    return (struct kin_xy){along * turned->cos + across * turned->sin, across * turned->cos - along * turned->sin};
}

/* Where the line `across` enters and leaves the polygon, in order; returns how many. */
static size_t crossings(const struct turned *turned, double across, double *along)
{
    size_t count = 0;
    for (size_t i = 0; i < turned->count; i++) {
        struct kin_xy a = turn(turned, turned->places[i]);
        struct kin_xy b = turn(turned, turned->places[(i + 1) % turned->count]);
        if ((a.y <= across) != (b.y <= across)) {
            along[count++] = a.x + (across - a.y) / (b.y - a.y) * (b.x - a.x);
        }
    }
    qsort(along, count, sizeof *along, by_size);
    return count;
}

/* A piece of a pattern, which labels may cover. */
static void trace_piece(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, double white)
{
    kin_sketch_trace(sketch,
                     (struct kin_trace){
                         .kind = KIN_TRACE_QUIET, .x1 = from.x, .y1 = from.y, .x2 = to.x, .y2 = to.y, .white = white});
}

static void add_dots(struct kin_sketch *sketch, const struct turned *turned, double from, double to, double across,
                     enum kin_pattern pattern)
{
    const double apart = patterns[pattern].apart, size = fmin(1.1, 0.35 * apart);
    const double first = ceil((from + size) / apart) * apart;
    double last = first - apart;
    for (double at = first; at <= to - size; at += apart) {
        struct kin_xy dot = turn_back(turned, at, across);
        trace_piece(sketch, dot, dot, patterns[pattern].white);
        last = at;
    }
    if (last >= first) { /* squares: one stroke with dashes as long as it is wide */
        struct kin_xy a = turn_back(turned, first - size / 2, across), b = turn_back(turned, last + size / 2, across);
        kin_line(&sketch->ops, a.x, a.y, b.x, b.y,
                 (struct kin_ink){.gray = 0.25, .stroke_width = size, .dash = {size, apart - size}});
    }
}

static bool is_solid(enum kin_pattern pattern)
{
    return patterns[pattern].gray < 1 || pattern == KIN_PATTERN_WHITE;
}

static void add_line(struct kin_sketch *sketch, const struct turned *turned, double from, double to, double across,
                     enum kin_pattern pattern)
{
    struct kin_xy a = turn_back(turned, from, across), b = turn_back(turned, to, across);
    if (!is_solid(pattern)) {
        kin_line(&sketch->ops, a.x, a.y, b.x, b.y, hatching);
    }
    trace_piece(sketch, a, b, patterns[pattern].white);
}

/* Lines stand at whole multiples of their distance from the box's corner, so that neighbours fit together. */
static void add_lines(struct kin_sketch *sketch, const struct turned *turned, enum kin_pattern pattern)
{
    double low = INFINITY, high = -INFINITY, apart = patterns[pattern].apart;
    double *along = KIN_NEW_N(sketch->arena, double, turned->count);
    for (size_t i = 0; i < turned->count; i++) {
        double across = turn(turned, turned->places[i]).y;
        low = fmin(low, across);
        high = fmax(high, across);
    }
    double offset = patterns[pattern].dots ? 0.5 : 0;
    for (double k = ceil(low / apart - offset); (k + offset) * apart < high; k++) {
        double across = (k + offset) * apart;
        size_t count = crossings(turned, across, along);
        for (size_t i = 0; i + 1 < count; i += 2) {
            if (patterns[pattern].dots) {
                add_dots(sketch, turned, along[i], along[i + 1], across, pattern);
            } else {
                add_line(sketch, turned, along[i], along[i + 1], across, pattern);
            }
        }
    }
}

static void add_pattern(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, enum kin_pattern pattern)
{
    for (size_t i = 0; i < 2 && patterns[pattern].angles[i] >= 0; i++) {
        double angle = patterns[pattern].angles[i];
        add_lines(sketch, &(struct turned){cos(angle), sin(angle), places, count}, pattern);
    }
}

void kin_sketch_fill(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, enum kin_pattern pattern)
{
    if (sketch->measuring) {
        return;
    }
    if (count < 3) {
        return;
    }
    if (is_solid(pattern)) {
        kin_sketch_fill_gray(sketch, places, count, patterns[pattern].gray);
    }
    add_pattern(sketch, places, count, pattern);
}

void kin_sketch_fill_sector(struct kin_sketch *sketch, struct kin_xy centre, double radius, double from, double to,
                            enum kin_pattern pattern)
{
    if (sketch->measuring) {
        return;
    }
    enum { STEPS = 48 };
    struct kin_xy places[STEPS + 2] = {centre};
    for (int i = 0; i <= STEPS; i++) {
        places[i + 1] = kin_xy_around(centre, radius, from + (to - from) * i / STEPS);
    }
    if (is_solid(pattern)) {
        kin_sketch_fill_sector_gray(sketch, centre, radius, from, to, patterns[pattern].gray);
    }
    add_pattern(sketch, places, STEPS + 2, pattern);
}

static void add_round_pattern(struct kin_sketch *sketch, struct kin_xy centre, double rx, double ry,
                              enum kin_pattern pattern)
{
    enum { CORNERS = 72, CORNERS_OF_SMALL = 24 };
    static const double small = 12;
    struct kin_xy ring[CORNERS];
    int corners = rx < small && ry < small ? CORNERS_OF_SMALL : CORNERS;
    for (int i = 0; i < corners; i++) {
        double angle = 2 * M_PI * i / corners;
        ring[i] = (struct kin_xy){centre.x + rx * cos(angle), centre.y - ry * sin(angle)};
    }
    add_pattern(sketch, ring, (size_t)corners, pattern);
}

void kin_sketch_pattern_disc(struct kin_sketch *sketch, struct kin_xy centre, double radius, enum kin_pattern pattern)
{
    add_round_pattern(sketch, centre, radius, radius, pattern);
}

void kin_sketch_fill_ellipse(struct kin_sketch *sketch, struct kin_xy centre, double rx, double ry,
                             enum kin_pattern pattern)
{
    if (sketch->measuring) {
        return;
    }
    if (is_solid(pattern)) {
        kin_sketch_fill_ellipse_gray(sketch, centre, rx, ry, patterns[pattern].gray);
    }
    add_round_pattern(sketch, centre, rx, ry, pattern);
}
