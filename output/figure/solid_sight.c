/* What is seen of a stroke in space: what a ray to the eye still has to pass through hides it, and two bodies that
 * continue one another have no edge between them. */
#include "figure/solid.h"

/* As shares of the solid's size: what hides is not thinner, and how far from a seam one looks around. */
static const double thin = 1e-4, beside = 1e-3;

/* ---- Stretches ----------------------------------------------------------------------------------------------------
 */

static const struct kin_stretch everywhere = {-INFINITY, INFINITY};

/* Keep where room - loss t is above 0. */
static void keep(struct kin_stretch *stretch, double room, double loss)
{
    double end = room / loss;
    if (fabs(loss) < 1e-12) {
        stretch->to = room < 0 ? -INFINITY : stretch->to;
    } else if (loss > 0) {
        stretch->to = end < stretch->to ? end : stretch->to;
    } else {
        stretch->from = end > stretch->from ? end : stretch->from;
    }
}

static bool holds(const struct kin_stretch *stretch, double t)
{
    return stretch->from < t && t < stretch->to;
}

static bool is_empty(const struct kin_stretch *stretch)
{
    return !(stretch->from < stretch->to);
}

/* How far along its ray to the eye a place of a stroke meets a plane: at - loss t. */
struct meeting {
    double at, loss;
};

/* Where the ray has more than `least` to go through a body: from where it enters, or the place itself, to where it
 * leaves, through any of the planes. */
static struct kin_stretch hidden_by(const struct kin_body *body, const struct kin_solid_line *stroke,
                                    struct kin_xyz eye, double least)
{
    struct meeting enters[KIN_BODY_SIDES + 3] = {{0, 0}}, leaves[KIN_BODY_SIDES + 2];
    size_t enter_count = 1, leave_count = 0;
    struct kin_stretch stretch = everywhere;
    for (size_t i = 0; i < body->half_count; i++) {
        const struct kin_half_space *half = &body->halves[i];
        double speed = kin_xyz_dot(half->normal, eye), loss = kin_xyz_dot(half->normal, stroke->along);
        double room = half->offset - kin_xyz_dot(half->normal, stroke->origin);
        if (fabs(speed) < 1e-12) {
            keep(&stretch, room, loss);
        } else {
            struct meeting *meeting = speed > 0 ? &leaves[leave_count++] : &enters[enter_count++];
            *meeting = (struct meeting){room / speed, loss / speed};
        }
    }
    for (size_t i = 0; i < leave_count * enter_count && !is_empty(&stretch); i++) {
        struct meeting enter = enters[i / leave_count], leave = leaves[i % leave_count];
        keep(&stretch, leave.at - enter.at - least, leave.loss - enter.loss);
    }
    return stretch;
}

/* Where a place beside a stroke, so far `from` it, lies in a body. */
static struct kin_stretch filled_by(const struct kin_body *body, const struct kin_solid_line *stroke,
                                    struct kin_xyz from)
{
    struct kin_xyz origin = kin_xyz_add(stroke->origin, from, 1);
    struct kin_stretch stretch = everywhere;
    for (size_t i = 0; i < body->half_count && !is_empty(&stretch); i++) {
        const struct kin_half_space *half = &body->halves[i];
        keep(&stretch, half->offset - kin_xyz_dot(half->normal, origin), kin_xyz_dot(half->normal, stroke->along));
    }
    return stretch;
}

/* ---- Bodies in the way --------------------------------------------------------------------------------------------
 */

static struct kin_extent extent_of(const struct kin_view *view, const struct kin_solid_line *stroke)
{
    double x = kin_xyz_dot(view->right, stroke->origin), y = -kin_xyz_dot(view->up, stroke->origin);
    double right = kin_xyz_dot(view->right, stroke->along), down = -kin_xyz_dot(view->up, stroke->along);
    if (stroke->is_round) {
        double wide = hypot(right, kin_xyz_dot(view->right, stroke->aside));
        double high = hypot(down, kin_xyz_dot(view->up, stroke->aside));
        return (struct kin_extent){{x - wide, y - high}, {x + wide, y + high}};
    }
    double x1 = x + stroke->from * right, x2 = x + stroke->to * right;
    double y1 = y + stroke->from * down, y2 = y + stroke->to * down;
    return (struct kin_extent){{fmin(x1, x2), fmin(y1, y2)}, {fmax(x1, x2), fmax(y1, y2)}};
}

static bool meet(const struct kin_extent *a, const struct kin_extent *b, double reach)
{
    return a->low.x < b->high.x + reach && b->low.x < a->high.x + reach && a->low.y < b->high.y + reach &&
           b->low.y < a->high.y + reach;
}

static void add_stretch(struct kin_stretch *stretches, size_t *count, struct kin_stretch stretch)
{
    if (!is_empty(&stretch)) {
        stretches[(*count)++] = stretch;
    }
}

static void add_body(struct kin_sight *sight, const struct kin_body *body)
{
    const struct kin_solid_line *stroke = sight->stroke;
    if (stroke->is_round || body->sides == 0) {
        sight->asked[sight->asked_count++] = body;
        return;
    }
    add_stretch(sight->hidden, &sight->hidden_count,
                hidden_by(body, stroke, sight->solid->view.eye, thin * sight->solid->size));
    for (size_t i = 0; stroke->is_seam && i < KIN_SEAM_AROUND; i++) {
        add_stretch(sight->full[i], &sight->full_counts[i], filled_by(body, stroke, sight->around[i]));
    }
}

/* In a circle about the seam that is small enough to meet no other edge. */
static void set_around(struct kin_sight *sight, double reach)
{
    struct kin_xyz direction = kin_xyz_unit(sight->stroke->along), aside = {0, 0, 1};
    if (fabs(direction.z) > 0.9) {
        aside = (struct kin_xyz){1, 0, 0};
    }
    struct kin_xyz u = kin_xyz_unit(kin_xyz_cross(direction, aside)), v = kin_xyz_cross(direction, u);
    const double angle = 2 * M_PI / KIN_SEAM_AROUND, c = cos(angle), s = sin(angle);
    struct kin_xy at = {reach * cos(angle / 2), reach * sin(angle / 2)};
    for (size_t i = 0; i < KIN_SEAM_AROUND; i++, at = (struct kin_xy){c * at.x - s * at.y, s * at.x + c * at.y}) {
        sight->around[i] = kin_xyz_add(kin_xyz_add((struct kin_xyz){0}, u, at.x), v, at.y);
        sight->full_counts[i] = 0;
    }
}

void kin_sight_along(struct kin_sight *sight, const struct kin_solid *solid, const struct kin_solid_line *stroke)
{
    const double reach = beside * solid->size;
    struct kin_extent extent = extent_of(&solid->view, stroke);
    sight->solid = solid;
    sight->stroke = stroke;
    sight->asked_count = sight->hidden_count = 0;
    if (stroke->is_seam) {
        set_around(sight, reach);
    }
    for (size_t i = 0; i < solid->count; i++) {
        if (solid->bodies[i].role != KIN_BODY_OUTLINE && meet(&solid->extents[i], &extent, reach)) {
            add_body(sight, &solid->bodies[i]);
        }
    }
}

/* ---- At a place ---------------------------------------------------------------------------------------------------
 */

static bool stands_before(const struct kin_solid *solid, const struct kin_body *body, struct kin_xyz p)
{
    double from, to;
    return kin_body_span(body, p, solid->view.eye, &from, &to) && to - fmax(from, 0) > thin * solid->size;
}

bool kin_solid_hides(const struct kin_solid *solid, struct kin_xyz p)
{
    bool hides = false;
    for (size_t i = 0; !hides && i < solid->count; i++) {
        hides = solid->bodies[i].role != KIN_BODY_OUTLINE && stands_before(solid, &solid->bodies[i], p);
    }
    return hides;
}

static bool is_behind(const struct kin_sight *sight, double t, struct kin_xyz p)
{
    bool behind = false;
    for (size_t i = 0; !behind && i < sight->hidden_count; i++) {
        behind = holds(&sight->hidden[i], t);
    }
    for (size_t i = 0; !behind && i < sight->asked_count; i++) {
        behind = stands_before(sight->solid, sight->asked[i], p);
    }
    return behind;
}

static bool is_full(const struct kin_sight *sight, size_t around, double t, struct kin_xyz p)
{
    bool full = false;
    for (size_t i = 0; !full && i < sight->full_counts[around]; i++) {
        full = holds(&sight->full[around][i], t);
    }
    for (size_t i = 0; !full && i < sight->asked_count; i++) {
        full = kin_body_holds(sight->asked[i], kin_xyz_add(p, sight->around[around], 1));
    }
    return full;
}

static bool has_edge(const struct kin_sight *sight, double t, struct kin_xyz p)
{
    int count = 0, changes = 0;
    bool first = is_full(sight, 0, t, p), before = first;
    for (size_t i = 0; i < KIN_SEAM_AROUND; i++) {
        bool here = is_full(sight, i, t, p);
        count += here;
        changes += here != before;
        before = here;
    }
    changes += before != first;
    return count != KIN_SEAM_AROUND && !(count == KIN_SEAM_AROUND / 2 && changes == 2);
}

enum kin_seen kin_sight_at(const struct kin_sight *sight, double t)
{
    const struct kin_solid_line *stroke = sight->stroke;
    struct kin_xyz p = kin_solid_line_at(stroke, t);
    bool behind = is_behind(sight, t, p);
    if ((behind && stroke->hidden < 0) || (stroke->is_seam && !has_edge(sight, t, p))) {
        return KIN_SEEN_NOT;
    }
    return behind ? KIN_SEEN_BEHIND : KIN_SEEN;
}
