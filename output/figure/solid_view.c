/* How solids come onto the page: along parallel rays, with what lies behind dashed. */
#include "figure/solid.h"

#include <string.h>

static const double turn = 27 * M_PI / 180;

struct kin_view kin_view_tilted(double tilt)
{
    return (struct kin_view){
        .right = {cos(turn), sin(turn), 0},
        .up = {-sin(turn) * sin(tilt), cos(turn) * sin(tilt), cos(tilt)},
        .eye = {sin(turn) * cos(tilt), -cos(turn) * cos(tilt), sin(tilt)},
        .scale = 1,
    };
}

struct kin_cross kin_body_cross(const struct kin_view *view, const struct kin_body *body)
{
    struct kin_xyz aside = kin_xyz_unit(kin_xyz_cross(body->axis, view->eye));
    return (struct kin_cross){aside, kin_xyz_cross(aside, body->axis)};
}

struct kin_xyz kin_body_middle(const struct kin_body *body, double height)
{
    return kin_xyz_add(body->at, body->axis, height);
}

struct kin_xy kin_view_place(const struct kin_view *view, struct kin_xyz p)
{
    return (struct kin_xy){view->origin.x + view->scale * kin_xyz_dot(view->right, p),
                           view->origin.y - view->scale * kin_xyz_dot(view->up, p)};
}

/* ---- Fitting ------------------------------------------------------------------------------------------------------
 */

static const struct kin_extent nothing = {{INFINITY, INFINITY}, {-INFINITY, -INFINITY}};

static void stretch(struct kin_extent *extent, const struct kin_view *view, struct kin_xyz p)
{
    struct kin_xy at = kin_view_place(view, p);
    extent->low = (struct kin_xy){fmin(extent->low.x, at.x), fmin(extent->low.y, at.y)};
    extent->high = (struct kin_xy){fmax(extent->high.x, at.x), fmax(extent->high.y, at.y)};
}

/* A circle about an axis reaches farthest across and up the page where these directions lead in its plane. */
static void stretch_ring(struct kin_extent *extent, const struct kin_view *view, const struct kin_body *body,
                         double height, double radius)
{
    const struct kin_xyz ways[] = {view->right, view->up};
    struct kin_xyz centre = kin_body_middle(body, height);
    for (size_t i = 0; i < 2; i++) {
        struct kin_xyz way = kin_xyz_unit(kin_xyz_add(ways[i], body->axis, -kin_xyz_dot(ways[i], body->axis)));
        stretch(extent, view, kin_xyz_add(centre, way, radius));
        stretch(extent, view, kin_xyz_add(centre, way, -radius));
    }
}

static void stretch_ball(struct kin_extent *extent, const struct kin_view *view, const struct kin_body *body)
{
    struct kin_xyz centre = kin_body_middle(body, body->middle);
    bool bottom = body->middle > 0, top = body->height > body->middle;
    stretch_ring(extent, view, body, body->middle, body->radius);
    stretch(extent, view, kin_xyz_add(centre, view->up, top ? body->radius : 0));
    stretch(extent, view, kin_xyz_add(centre, view->up, bottom ? -body->radius : 0));
}

static void stretch_body(struct kin_extent *extent, const struct kin_view *view, const struct kin_body *body)
{
    for (size_t i = 0; i < body->sides; i++) {
        stretch(extent, view, body->base[i]);
        stretch(extent, view, body->top[i]);
    }
    if (body->kind == KIN_BODY_BALL) {
        stretch_ball(extent, view, body);
    } else if (body->sides == 0) {
        bool cone = body->kind == KIN_BODY_CONE;
        stretch_ring(extent, view, body, 0, cone && body->inverted ? 0 : body->radius);
        stretch_ring(extent, view, body, body->height, cone && !body->inverted ? 0 : body->radius);
    }
}

void kin_solid_fit(struct kin_solid *solid, struct kin_xy corner, struct kin_xy size, double unit)
{
    struct kin_extent extent = nothing;
    solid->view = kin_view_tilted(kin_solid_tilt(solid));
    for (size_t i = 0; i < solid->count; i++) {
        struct kin_extent *own = &solid->extents[i];
        *own = nothing;
        stretch_body(own, &solid->view, &solid->bodies[i]);
        extent.low = (struct kin_xy){fmin(extent.low.x, own->low.x), fmin(extent.low.y, own->low.y)};
        extent.high = (struct kin_xy){fmax(extent.high.x, own->high.x), fmax(extent.high.y, own->high.y)};
    }
    double width = extent.high.x - extent.low.x, height = extent.high.y - extent.low.y;
    double scale = fmin(size.x / width, size.y / height);
    scale = unit > 0 ? fmin(scale, unit) : scale;
    solid->size = fmax(width, height);
    solid->view.scale = scale;
    solid->centre = (struct kin_xy){corner.x + size.x / 2, corner.y + size.y / 2};
    solid->view.origin = (struct kin_xy){solid->centre.x - scale * (extent.low.x + extent.high.x) / 2,
                                         solid->centre.y - scale * (extent.low.y + extent.high.y) / 2};
}

/* ---- Strokes ------------------------------------------------------------------------------------------------------
 */

struct kin_xyz kin_solid_line_at(const struct kin_solid_line *stroke, double t)
{
    if (!stroke->is_round) {
        return kin_xyz_add(stroke->origin, stroke->along, t);
    }
    return kin_xyz_add(kin_xyz_add(stroke->origin, stroke->along, cos(t)), stroke->aside, sin(t));
}

/* Seen along parallel rays, a circle is an ellipse. */
static struct kin_arc arc_of(const struct kin_solid *solid, const struct kin_solid_line *stroke, double from, double to)
{
    struct kin_xy centre = kin_view_place(&solid->view, stroke->origin);
    struct kin_xy along = kin_view_place(&solid->view, kin_solid_line_at(stroke, 0));
    struct kin_xy aside = kin_view_place(&solid->view, kin_solid_line_at(stroke, M_PI / 2));
    return (struct kin_arc){.centre = centre,
                            .along = {along.x - centre.x, along.y - centre.y},
                            .aside = {aside.x - centre.x, aside.y - centre.y},
                            .from = from,
                            .to = to};
}

static void draw_bent(const struct kin_solid *solid, const struct kin_solid_line *stroke, double from, double to,
                      enum kin_pen pen)
{
    enum { PLACES = 48 };
    struct kin_xy places[PLACES + 1] = {0};
    int count = (int)fmin(PLACES, ceil(PLACES * (to - from) / M_PI) + 2);
    for (int i = 0; i <= count; i++) {
        places[i] = kin_view_place(&solid->view, kin_solid_line_at(stroke, from + (to - from) * i / count));
    }
    struct kin_arc arc = arc_of(solid, stroke, from, to);
    kin_sketch_bent(solid->sketch, places, (size_t)count + 1, &arc, pen);
}

static void draw_straight(const struct kin_solid *solid, const struct kin_solid_line *stroke, double from, double to,
                          enum kin_pen pen)
{
    struct kin_xy begin = kin_view_place(&solid->view, kin_solid_line_at(stroke, from));
    struct kin_xy end = kin_view_place(&solid->view, kin_solid_line_at(stroke, to));
    if (hypot(end.x - begin.x, end.y - begin.y) > 0.3) {
        kin_sketch_line(solid->sketch, begin, end, pen);
    }
}

static void draw_run(const struct kin_solid *solid, const struct kin_solid_line *stroke, double from, double to,
                     enum kin_seen state)
{
    enum kin_pen pen = state == KIN_SEEN ? stroke->seen : (enum kin_pen)stroke->hidden;
    if (state != KIN_SEEN_NOT) {
        (stroke->is_round ? draw_bent : draw_straight)(solid, stroke, from, to, pen);
    }
}

/* Where the state changes between two places. */
static double change_between(const struct kin_sight *sight, double low, double high, enum kin_seen state)
{
    for (int i = 0; i < 16; i++) {
        double middle = (low + high) / 2;
        *(kin_sight_at(sight, middle) == state ? &low : &high) = middle;
    }
    return (low + high) / 2;
}

void kin_solid_stroke(const struct kin_solid *solid, const struct kin_solid_line *stroke)
{
    int steps = stroke->is_round ? 90 : solid->count > KIN_BODY_SIDES ? 6 : 20;
    double step = (stroke->to - stroke->from) / steps, begin = stroke->from, before = begin;
    enum kin_seen state = KIN_SEEN_NOT;
    struct kin_sight sight;
    kin_sight_along(&sight, solid, stroke);
    for (int i = 0; i < steps; i++) {
        double t = stroke->from + (i + 0.5) * step;
        enum kin_seen here = kin_sight_at(&sight, t);
        if (i > 0 && here != state) {
            double change = change_between(&sight, before, t, state);
            draw_run(solid, stroke, begin, change, state);
            begin = change;
        }
        state = here;
        before = t;
    }
    draw_run(solid, stroke, begin, stroke->to, state);
}

struct kin_solid_line kin_solid_line_between(struct kin_xyz a, struct kin_xyz b, int hidden)
{
    return (struct kin_solid_line){
        .origin = a, .along = kin_xyz_add(b, a, -1), .to = 1, .seen = KIN_PEN_NORMAL, .hidden = hidden};
}

/* ---- Edges and outlines -------------------------------------------------------------------------------------------
 */

static void add_edge(const struct kin_solid *solid, struct kin_xyz a, struct kin_xyz b, int hidden)
{
    struct kin_solid_line stroke = kin_solid_line_between(a, b, hidden);
    stroke.is_seam = solid->count > 1;
    kin_solid_stroke(solid, &stroke);
}

static void add_corners(const struct kin_solid *solid, const struct kin_body *body, int hidden)
{
    for (size_t i = 0; i < body->sides; i++) {
        size_t next = (i + 1) % body->sides;
        add_edge(solid, body->base[i], body->base[next], hidden);
        add_edge(solid, body->base[i], body->top[i], hidden);
        if (body->kind == KIN_BODY_PRISM) {
            add_edge(solid, body->top[i], body->top[next], hidden);
        }
    }
}

static struct kin_xyz scaled(struct kin_xyz a, double times)
{
    return (struct kin_xyz){a.x * times, a.y * times, a.z * times};
}

/* Is there the same ring of a body before this one? It is drawn once. */
static bool is_drawn(const struct kin_solid *solid, const struct kin_body *body, struct kin_xyz centre)
{
    for (const struct kin_body *other = solid->bodies; other < body; other++) {
        struct kin_xyz high = kin_body_middle(other, other->height);
        bool there =
            kin_xyz_apart(other->at, centre) < 1e-9 * solid->size || kin_xyz_apart(high, centre) < 1e-9 * solid->size;
        bool alike = kin_xyz_apart(other->axis, body->axis) == 0 && other->radius == body->radius;
        if (other->sides == 0 && alike && there) {
            return true;
        }
    }
    return false;
}

static void add_ring(const struct kin_solid *solid, const struct kin_body *body, double height, int hidden)
{
    struct kin_xyz centre = kin_body_middle(body, height);
    struct kin_cross cross = kin_body_cross(&solid->view, body);
    struct kin_solid_line ring = {.origin = centre,
                                  .along = scaled(cross.aside, body->radius),
                                  .aside = scaled(cross.facing, body->radius),
                                  .to = 2 * M_PI,
                                  .is_round = true,
                                  .hidden = hidden};
    if (!is_drawn(solid, body, centre)) {
        kin_solid_stroke(solid, &ring);
    }
}

double kin_body_outline(const struct kin_solid *solid, const struct kin_body *body)
{
    if (body->kind == KIN_BODY_CYLINDER) {
        return M_PI / 2;
    }
    struct kin_xyz eye = solid->view.eye, facing = kin_body_cross(&solid->view, body).facing;
    double steep = body->radius / body->height * kin_xyz_dot(eye, body->axis) / kin_xyz_dot(eye, facing);
    return acos(body->inverted ? steep : -steep);
}

static void add_sides(const struct kin_solid *solid, const struct kin_body *body, int hidden)
{
    double angle = kin_body_outline(solid, body);
    bool cone = body->kind == KIN_BODY_CONE;
    struct kin_cross cross = kin_body_cross(&solid->view, body);
    for (int side = -1; side <= 1 && !isnan(angle); side += 2) {
        struct kin_xyz reach =
            kin_xyz_add(scaled(cross.facing, body->radius * cos(angle)), cross.aside, side * body->radius * sin(angle));
        struct kin_xyz low = kin_xyz_add(body->at, reach, cone && body->inverted ? 0 : 1);
        struct kin_xyz high = kin_xyz_add(kin_body_middle(body, body->height), reach, cone && !body->inverted ? 0 : 1);
        struct kin_solid_line stroke = kin_solid_line_between(low, high, hidden);
        kin_solid_stroke(solid, &stroke);
    }
}

static void add_ball(const struct kin_solid *solid, const struct kin_body *body, int hidden)
{
    bool bottom = body->middle > 0, top = body->height > body->middle;
    struct kin_solid_line outline = {.origin = kin_body_middle(body, body->middle),
                                     .along = scaled(solid->view.right, body->radius),
                                     .aside = scaled(solid->view.up, body->radius),
                                     .from = top ? 0 : M_PI,
                                     .to = bottom ? 2 * M_PI : M_PI,
                                     .is_round = true,
                                     .hidden = hidden};
    kin_solid_stroke(solid, &outline);
    add_ring(solid, body, body->middle, hidden);
}

void kin_solid_body(const struct kin_solid *solid, const struct kin_body *body, int hidden)
{
    if (body->sides) {
        add_corners(solid, body, hidden);
    } else if (body->kind == KIN_BODY_BALL) {
        add_ball(solid, body, hidden);
    } else {
        add_sides(solid, body, hidden);
        if (body->kind == KIN_BODY_CYLINDER || !body->inverted) {
            add_ring(solid, body, 0, hidden);
        }
        if (body->kind == KIN_BODY_CYLINDER || body->inverted) {
            add_ring(solid, body, body->height, hidden);
        }
    }
}
