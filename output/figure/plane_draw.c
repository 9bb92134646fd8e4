/* Drawing what stands in a plane, clipped to its grid. */
#include "figure/plane.h"

#include <string.h>

typedef void add_part(const struct kin_plane *plane, const struct kin_figure_part *part);

static struct kin_xy point_of(const struct kin_plane *plane, const struct kin_figure_part *part, const char *name,
                              size_t index)
{
    return kin_plane_at(plane, kin_figure_number_at(part, name, 2 * index),
                        kin_figure_number_at(part, name, 2 * index + 1));
}

static enum kin_pen pen_of(const struct kin_figure_part *part)
{
    return kin_figure_is(part, "style", "dashed") ? KIN_PEN_DASHED : KIN_PEN_HEAVY;
}

static bool clip(const struct kin_plane *plane, struct kin_xy *from, struct kin_xy *to)
{
    return kin_clip_line(from, to, plane->left, plane->top, plane->right, plane->bottom);
}

/* ---- Points and segments ------------------------------------------------------------------------------------------
 */

static void add_point(const struct kin_plane *plane, const struct kin_figure_part *point)
{
    struct kin_xy at = point_of(plane, point, "at", 0);
    kin_sketch_dot(plane->sketch, at, kin_dot_of(point, "end"));
    if (kin_figure_text(point, "label")) {
        kin_sketch_label(plane->sketch, kin_figure_text(point, "label"), at, KIN_DOT_RADIUS + 1, M_PI / 4);
    }
}

static void add_points(const struct kin_plane *plane, const struct kin_figure_part *points)
{
    for (size_t i = 0; i < kin_figure_count(points, "at") / 2; i++) {
        kin_sketch_dot(plane->sketch, point_of(plane, points, "at", i), kin_dot_of(points, "end"));
    }
}

/* A dot, or a head that points away from `before`. */
static void add_end(const struct kin_plane *plane, const struct kin_figure_part *part, const char *name,
                    struct kin_xy before, struct kin_xy at)
{
    if (kin_figure_is(part, name, "arrow")) {
        kin_sketch_arrow(plane->sketch, before, at);
    } else if (!kin_figure_is(part, name, "none")) {
        kin_sketch_dot(plane->sketch, at, kin_dot_of(part, name));
    }
}

static void add_side_label(const struct kin_plane *plane, const struct kin_figure_part *part, struct kin_xy from,
                           struct kin_xy to)
{
    if (kin_figure_text(part, "label")) {
        bool rightwards = to.x >= from.x;
        kin_sketch_label_side(plane->sketch, kin_figure_text(part, "label"), rightwards ? from : to,
                              rightwards ? to : from);
    }
}

static void add_segment(const struct kin_plane *plane, const struct kin_figure_part *segment)
{
    struct kin_xy from = point_of(plane, segment, "from", 0), to = point_of(plane, segment, "to", 0);
    kin_sketch_line(plane->sketch, from, to, pen_of(segment));
    add_end(plane, segment, "from-end", to, from);
    add_end(plane, segment, "to-end", from, to);
    add_side_label(plane, segment, from, to);
}

static void add_arrow(const struct kin_plane *plane, const struct kin_figure_part *arrow)
{
    struct kin_xy from = point_of(plane, arrow, "from", 0), to = point_of(plane, arrow, "to", 0);
    kin_sketch_line(plane->sketch, from, to, kin_figure_is(arrow, "style", "dashed") ? KIN_PEN_DASHED : KIN_PEN_NORMAL);
    kin_sketch_arrow(plane->sketch, from, to);
    add_side_label(plane, arrow, from, to);
}

/* ---- Lines --------------------------------------------------------------------------------------------------------
 */

bool kin_plane_line(const struct kin_plane *plane, const double *abc, struct kin_xy *from, struct kin_xy *to)
{
    const struct kin_scale *x = &plane->x, *y = &plane->y;
    if (fabs(abc[1]) < 1e-12) {
        *from = kin_plane_at(plane, abc[2] / abc[0], y->from);
        *to = kin_plane_at(plane, abc[2] / abc[0], y->to);
    } else {
        *from = kin_plane_at(plane, x->from, (abc[2] - abc[0] * x->from) / abc[1]);
        *to = kin_plane_at(plane, x->to, (abc[2] - abc[0] * x->to) / abc[1]);
    }
    return clip(plane, from, to);
}

static void add_edge(const struct kin_plane *plane, const struct kin_figure_part *line, enum kin_pen pen)
{
    double abc[3];
    struct kin_xy from, to;
    if (!kin_plane_equation(line, abc) || !kin_plane_line(plane, abc, &from, &to)) {
        return;
    }
    kin_sketch_line(plane->sketch, from, to, pen);
    kin_sketch_arrow(plane->sketch, from, to);
    kin_sketch_arrow(plane->sketch, to, from);
    if (strcmp(line->name, "line") == 0 && kin_figure_text(line, "label")) {
        struct kin_xy near_end = {from.x + 0.8 * (to.x - from.x), from.y + 0.8 * (to.y - from.y)};
        double angle = atan2(from.y - to.y, to.x - from.x) + M_PI / 2;
        kin_sketch_label(plane->sketch, kin_figure_text(line, "label"), near_end, 2, angle);
    }
}

static void add_line(const struct kin_plane *plane, const struct kin_figure_part *line)
{
    add_edge(plane, line, pen_of(line));
}

static void add_ray(const struct kin_plane *plane, const struct kin_figure_part *ray)
{
    struct kin_xy from = point_of(plane, ray, "from", 0), through = point_of(plane, ray, "through", 0), begin = from;
    struct kin_xy far = {from.x + 1000 * (through.x - from.x), from.y + 1000 * (through.y - from.y)};
    if (clip(plane, &begin, &far)) {
        kin_sketch_line(plane->sketch, begin, far, pen_of(ray));
        kin_sketch_arrow(plane->sketch, begin, far);
    }
    kin_sketch_dot(plane->sketch, from, kin_dot_of(ray, "end"));
}

/* ---- Polygons and areas -------------------------------------------------------------------------------------------
 */

static void add_corner_names(const struct kin_plane *plane, const struct kin_figure_part *polygon, struct kin_xy middle)
{
    const struct kin_figure_value *names = kin_figure_value(polygon, "names");
    for (size_t i = 0; names && i < names->word_count && i < kin_figure_count(polygon, "corners") / 2; i++) {
        struct kin_xy corner = point_of(plane, polygon, "corners", i);
        struct kin_nodes text = kin_sketch_italic(plane->sketch, names->words[i]);
        kin_sketch_label(plane->sketch, &text, corner, 1.5, atan2(middle.y - corner.y, corner.x - middle.x));
    }
}

/* A piece of the plane with corners. */
struct area {
    struct kin_xy *corners;
    size_t count;
};

static struct kin_xy middle_of(const struct area *area)
{
    struct kin_xy middle = {0, 0};
    for (size_t i = 0; i < area->count; i++) {
        middle = (struct kin_xy){middle.x + area->corners[i].x / (double)area->count,
                                 middle.y + area->corners[i].y / (double)area->count};
    }
    return middle;
}

/* Of the middle and the places half way from it to each corner, the first one away from both axes, whose numbers would
 * be in a label's way; of a triangle, in which all these places lie. */
static struct kin_xy label_place(const struct kin_plane *plane, const struct area *area)
{
    static const double away = 15; /* pt: a number and half a letter */
    struct kin_xy middle = middle_of(area), origin = kin_plane_at(plane, 0, 0), at = middle;
    for (size_t i = 0; fabs(at.x - origin.x) < away || fabs(at.y - origin.y) < away; i++) {
        if (i == area->count || area->count > 3) {
            return middle;
        }
        at = (struct kin_xy){(middle.x + area->corners[i].x) / 2, (middle.y + area->corners[i].y) / 2};
    }
    return at;
}

static void label_area(const struct kin_plane *plane, const struct kin_figure_part *part, const struct area *area)
{
    if (kin_figure_text(part, "label") && area->count) {
        kin_sketch_label_inside(plane->sketch, kin_figure_text(part, "label"), label_place(plane, area));
    }
}

static struct area polygon_of(const struct kin_plane *plane, const struct kin_figure_part *polygon)
{
    size_t count = kin_figure_count(polygon, "corners") / 2;
    struct area area = {.corners = KIN_NEW_N(plane->sketch->arena, struct kin_xy, count)};
    while (area.count < count) {
        area.corners[area.count] = point_of(plane, polygon, "corners", area.count);
        area.count++;
    }
    return area;
}

static void add_polygon(const struct kin_plane *plane, const struct kin_figure_part *polygon)
{
    struct area area = polygon_of(plane, polygon);
    kin_sketch_polygon(plane->sketch, area.corners, area.count,
                       kin_figure_is(polygon, "style", "dashed") ? KIN_PEN_DASHED : KIN_PEN_NORMAL);
    add_corner_names(plane, polygon, middle_of(&area));
    label_area(plane, polygon, &area);
}

/* Sutherland and Hodgman, "Reentrant polygon clipping" (1974), for one edge: what of the plane's rectangle is on the
 * side of a line where a x + b y - c has the sign `side`. */
static size_t cut_plane(const struct kin_plane *plane, const double *abc, double side, struct kin_xy *corners)
{
    const double xs[] = {plane->x.from, plane->x.to, plane->x.to, plane->x.from};
    const double ys[] = {plane->y.from, plane->y.from, plane->y.to, plane->y.to};
    size_t count = 0;
    for (size_t i = 0; i < 4; i++) {
        size_t next = (i + 1) % 4;
        double here = side * (abc[0] * xs[i] + abc[1] * ys[i] - abc[2]);
        double there = side * (abc[0] * xs[next] + abc[1] * ys[next] - abc[2]);
        if (here >= 0) {
            corners[count++] = kin_plane_at(plane, xs[i], ys[i]);
        }
        if ((here >= 0) != (there >= 0)) {
            double share = here / (here - there);
            corners[count++] =
                kin_plane_at(plane, xs[i] + share * (xs[next] - xs[i]), ys[i] + share * (ys[next] - ys[i]));
        }
    }
    return count;
}

static struct area half_plane_of(const struct kin_plane *plane, const struct kin_figure_part *half)
{
    enum { MOST_CORNERS = 8 };
    struct area area = {.corners = KIN_NEW_N(plane->sketch->arena, struct kin_xy, MOST_CORNERS)};
    const char *relation = kin_figure_word(half, "eq");
    bool less = strcmp(relation, "<") == 0 || strcmp(relation, "≤") == 0;
    double abc[3];
    kin_plane_equation(half, abc);
    area.count = cut_plane(plane, abc, less ? -1 : 1, area.corners);
    return area;
}

static void add_half_plane(const struct kin_plane *plane, const struct kin_figure_part *half)
{
    const char *relation = kin_figure_word(half, "eq");
    struct area area = half_plane_of(plane, half);
    bool strict = strcmp(relation, "<") == 0 || strcmp(relation, ">") == 0;
    add_edge(plane, half, strict ? KIN_PEN_DASHED : KIN_PEN_HEAVY);
    label_area(plane, half, &area);
}

void kin_plane_fill_parts(const struct kin_plane *plane)
{
    if (plane->sketch->measuring) {
        return;
    }
    for (size_t i = 0; i < plane->whole->part_count; i++) {
        const struct kin_figure_part *part = plane->whole->parts[i];
        bool polygon = strcmp(part->name, "polygon") == 0;
        if (polygon || strcmp(part->name, "half-plane") == 0) {
            struct area area = polygon ? polygon_of(plane, part) : half_plane_of(plane, part);
            kin_sketch_fill(plane->sketch, area.corners, area.count,
                            kin_pattern_named(kin_figure_word(part, "pattern")));
        }
    }
}

/* Rising strokes where the test holds. */
static void add_region(const struct kin_plane *plane, const struct kin_figure_part *region)
{
    for (size_t i = 0; i + 1 < kin_figure_count(region, "test") / 2; i += 2) {
        struct kin_xy from = point_of(plane, region, "test", i), to = point_of(plane, region, "test", i + 1);
        if (clip(plane, &from, &to)) {
            kin_sketch_line(plane->sketch, from, to, KIN_PEN_SHADE);
        }
    }
}

/* ---- Curves -------------------------------------------------------------------------------------------------------
 */

struct stroke {
    const struct kin_plane *plane;
    const struct kin_figure_part *curve;
    struct kin_xy *places;
    size_t count;
    struct kin_xy first[2], last[2]; /* the ends of all that was drawn, each with the place beside it */
    bool drawn;
};

static void finish_piece(struct stroke *stroke)
{
    if (stroke->count > 1) {
        kin_sketch_graph(stroke->plane->sketch, stroke->places, stroke->count, pen_of(stroke->curve));
        if (!stroke->drawn) {
            stroke->first[0] = stroke->places[0];
            stroke->first[1] = stroke->places[1];
            stroke->drawn = true;
        }
        stroke->last[0] = stroke->places[stroke->count - 1];
        stroke->last[1] = stroke->places[stroke->count - 2];
    }
    stroke->count = 0;
}

static bool is_same(struct kin_xy a, struct kin_xy b)
{
    return fabs(a.x - b.x) < 1e-6 && fabs(a.y - b.y) < 1e-6;
}

static void add_step(struct stroke *stroke, struct kin_xy from, struct kin_xy to)
{
    struct kin_xy begin = from, end = to;
    if (!clip(stroke->plane, &begin, &end) || is_same(begin, end)) {
        finish_piece(stroke); /* a step that only touches the edge has no direction */
        return;
    }
    if (stroke->count == 0 || !is_same(begin, from)) {
        finish_piece(stroke);
        stroke->places[stroke->count++] = begin;
    }
    stroke->places[stroke->count++] = end;
    if (!is_same(end, to)) {
        finish_piece(stroke);
    }
}

/* Samples stand at even distances, unless the function is undefined between them. */
static double usual_step(const struct kin_xy *samples, size_t count)
{
    double least = INFINITY;
    for (size_t i = 0; i + 1 < count; i++) {
        double step = samples[i + 1].x - samples[i].x;
        least = step < least ? step : least;
    }
    return least;
}

/* As values, not as places. */
static struct kin_xy *samples_of(kin_arena *arena, const struct kin_figure_part *curve, size_t count)
{
    const struct kin_figure_value *value = kin_figure_value(curve, "y");
    struct kin_xy *samples = KIN_NEW_N(arena, struct kin_xy, count);
    for (size_t i = 0; i < count; i++) {
        samples[i] = (struct kin_xy){kin_rat_double(value->numbers[2 * i]), kin_rat_double(value->numbers[2 * i + 1])};
    }
    return samples;
}

static void add_curve_label(const struct stroke *stroke)
{
    const struct kin_nodes *label = kin_figure_text(stroke->curve, "label");
    if (label && stroke->drawn) {
        struct kin_xy at = stroke->last[0], before = stroke->last[1];
        kin_sketch_label(stroke->plane->sketch, label, at, 3, atan2(before.y - at.y, at.x - before.x) + M_PI / 2);
    }
}

static void add_curve(const struct kin_plane *plane, const struct kin_figure_part *curve)
{
    size_t count = kin_figure_count(curve, "y") / 2;
    const struct kin_xy *samples = samples_of(plane->sketch->arena, curve, count);
    struct stroke stroke = {.plane = plane, .curve = curve};
    stroke.places = KIN_NEW_N(plane->sketch->arena, struct kin_xy, 2 * count + 2);
    double step = usual_step(samples, count);
    for (size_t i = 0; i + 1 < count; i++) {
        if (samples[i + 1].x - samples[i].x > 1.5 * step) {
            finish_piece(&stroke);
        } else {
            add_step(&stroke, kin_plane_at(plane, samples[i].x, samples[i].y),
                     kin_plane_at(plane, samples[i + 1].x, samples[i + 1].y));
        }
    }
    finish_piece(&stroke);
    if (stroke.drawn) {
        add_end(plane, curve, "from-end", stroke.first[1], stroke.first[0]);
        add_end(plane, curve, "to-end", stroke.last[1], stroke.last[0]);
    }
    add_curve_label(&stroke);
}

/* ---- All ----------------------------------------------------------------------------------------------------------
 */

/* Areas lie below, points above everything else. */
static const struct {
    const char *name;
    int level;
    add_part *add;
} adders[] = {
    {"half-plane", 0, add_half_plane},
    {"region", 0, add_region},
    {"polygon", 0, add_polygon},
    {"line", 1, add_line},
    {"ray", 1, add_ray},
    {"segment", 1, add_segment},
    {"arrow", 1, add_arrow},
    {"curve", 1, add_curve},
    {"points", 2, add_points},
    {"point", 2, add_point},
};

void kin_plane_add_parts(const struct kin_plane *plane)
{
    if (plane->sketch->measuring) {
        return;
    }
    for (int level = 0; level <= 2; level++) {
        for (size_t i = 0; i < plane->whole->part_count; i++) {
            const struct kin_figure_part *part = plane->whole->parts[i];
            for (size_t j = 0; j < sizeof adders / sizeof *adders; j++) {
                if (adders[j].level == level && strcmp(adders[j].name, part->name) == 0) {
                    adders[j].add(plane, part);
                }
            }
        }
    }
}
