/* Measures of a body: which line in space a word such as height or slant means, drawn where it is no edge. */
#include "figure/solid.h"

#include <string.h>

enum look { EDGE, ACROSS, INSIDE }; /* an edge or outline; a line on a face; a dashed line through the body */

struct measure {
    struct kin_xyz from, to;
    enum look look;
    bool square; /* a right angle at `from` */
    bool has_inside;
    struct kin_xyz inside; /* of an edge: the label stands on the other side of it */
    struct kin_xyz arm;    /* its other direction */
};

static struct kin_xyz mix(struct kin_xyz a, struct kin_xyz b, double share)
{
    return kin_xyz_add(a, kin_xyz_add(b, a, -1), share);
}

/* ---- Of bodies with corners ---------------------------------------------------------------------------------------
 */

/* Is it an edge of all bodies together, and seen, near both ends and in the middle? */
static bool shows(const struct kin_solid *solid, struct kin_xyz a, struct kin_xyz b)
{
    struct kin_solid_line stroke = kin_solid_line_between(a, b, -1);
    struct kin_sight sight;
    bool shown = true;
    stroke.is_seam = true;
    kin_sight_along(&sight, solid, &stroke);
    for (int i = 1; i < 8; i += 3) {
        shown = shown && kin_sight_at(&sight, i / 8.0) == KIN_SEEN;
    }
    return shown;
}

static double lateral_rank(const struct kin_solid *solid, const struct kin_body *body, size_t i)
{
    struct kin_xy at = kin_view_place(&solid->view, mix(body->base[i], body->top[i], 0.5));
    return at.x + 0.2 * at.y - (shows(solid, body->base[i], body->top[i]) ? 0 : 1e6);
}

/* Along the height: the edge farthest to the right that can be seen. */
static struct measure lateral(const struct kin_solid *solid, const struct kin_body *body)
{
    size_t best = 0;
    for (size_t i = 1; i < body->sides; i++) {
        if (lateral_rank(solid, body, i) > lateral_rank(solid, body, best)) {
            best = i;
        }
    }
    return (struct measure){.from = body->base[best], .to = body->top[best]};
}

static struct kin_xyz middle_of(const struct kin_xyz *ring, size_t count)
{
    struct kin_xyz sum = {0};
    for (size_t i = 0; i < count; i++) {
        sum = kin_xyz_add(sum, ring[i], 1.0 / (double)count);
    }
    return sum;
}

/* A place beside the middle of a side of a base that bends inwards, on the side of the body. */
static struct kin_xyz beside(const struct kin_body *body, struct kin_xyz a, struct kin_xyz b)
{
    struct kin_xyz along = kin_xyz_add(b, a, -1), through = kin_xyz_unit(kin_xyz_add(body->top[0], body->base[0], -1));
    bool lies = fabs(through.z) < 0.5;
    struct kin_xyz inward = lies ? kin_xyz_cross(along, through) : kin_xyz_cross(through, along);
    return kin_xyz_add(mix(a, b, 0.5), inward, 0.1);
}

/* The i-th side of the base, at the end of a prism where it can be seen. */
static struct measure side(const struct kin_solid *solid, const struct kin_body *body, size_t i)
{
    size_t next = (i + 1) % body->sides;
    const struct kin_xyz *ring = body->base;
    if (body->kind == KIN_BODY_PRISM && kin_solid_hides(solid, mix(ring[i], ring[next], 0.5))) {
        ring = body->top;
    }
    return (struct measure){.from = ring[i],
                            .to = ring[next],
                            .has_inside = true,
                            .inside = body->role == KIN_BODY_OUTLINE ? beside(body, ring[i], ring[next])
                                                                     : middle_of(ring, body->sides)};
}

/* From a side of the base to the corner that is farthest from it. */
static struct measure altitude(const struct kin_solid *solid, const struct kin_body *body, size_t i)
{
    struct measure along = side(solid, body, i);
    bool is_base = kin_xyz_apart(along.from, body->base[i]) == 0;
    struct kin_xyz direction = kin_xyz_unit(kin_xyz_add(along.to, along.from, -1)), foot = along.from, tip = along.from;
    double most = -1;
    for (size_t j = 0; j < body->sides; j++) {
        struct kin_xyz corner = is_base ? body->base[j] : body->top[j];
        double step = kin_xyz_dot(kin_xyz_add(corner, along.from, -1), direction);
        struct kin_xyz under = kin_xyz_add(along.from, direction, step);
        if (kin_xyz_apart(corner, under) > most + 1e-9) {
            most = kin_xyz_apart(corner, under);
            tip = corner;
            foot = under;
        }
    }
    return (struct measure){.from = foot, .to = tip, .look = ACROSS, .square = true, .arm = direction};
}

static struct kin_xyz middle_of_base(const struct kin_body *body)
{
    struct kin_xyz apex = body->top[0];
    return (struct kin_xyz){apex.x, apex.y, body->base[0].z};
}

static struct measure of_pyramid(const struct kin_solid *solid, const struct kin_body *body, const char *of, size_t i)
{
    if (strcmp(of, "height") == 0) {
        return (struct measure){
            .from = middle_of_base(body), .to = body->top[0], .look = INSIDE, .square = true, .arm = {1, 0, 0}};
    }
    if (strcmp(of, "slant") == 0) {
        struct kin_xyz a = body->base[i], b = body->base[(i + 1) % body->sides];
        struct kin_xyz along = kin_xyz_unit(kin_xyz_add(b, a, -1));
        double step = kin_xyz_dot(kin_xyz_add(body->top[0], a, -1), along);
        return (struct measure){
            .from = kin_xyz_add(a, along, step), .to = body->top[0], .look = ACROSS, .square = true, .arm = along};
    }
    return strcmp(of, "edge") == 0 ? lateral(solid, body) : side(solid, body, i);
}

static struct measure of_corners(const struct kin_solid *solid, const struct kin_body *body, const char *of, size_t i)
{
    size_t at = strcmp(of, "depth") == 0 ? 1 : i;
    if (strcmp(of, "altitude") == 0) {
        return altitude(solid, body, i);
    }
    if (body->kind == KIN_BODY_PYRAMID) {
        return of_pyramid(solid, body, of, at);
    }
    if (strcmp(of, "diagonal") == 0) {
        return (struct measure){.from = body->base[0], .to = body->top[2], .look = INSIDE};
    }
    return strcmp(of, "height") == 0 ? lateral(solid, body) : side(solid, body, at);
}

/* ---- Of round bodies ----------------------------------------------------------------------------------------------
 */

/* The level at which a radius is drawn: the end that can be seen, or the centre. */
static struct kin_xyz centre_of(const struct kin_body *body)
{
    bool high = body->kind == KIN_BODY_CYLINDER || (body->kind == KIN_BODY_CONE && body->inverted);
    return kin_body_middle(body, body->kind == KIN_BODY_BALL ? body->middle : high ? body->height : 0);
}

static struct measure round_side(const struct kin_solid *solid, const struct kin_body *body)
{
    double angle = kin_body_outline(solid, body), turned = isnan(angle) ? M_PI / 2 : angle;
    struct kin_cross cross = kin_body_cross(&solid->view, body);
    struct kin_xyz reach = kin_xyz_add((struct kin_xyz){0}, cross.facing, body->radius * cos(turned));
    reach = kin_xyz_add(reach, cross.aside, body->radius * sin(turned));
    bool cone = body->kind == KIN_BODY_CONE;
    return (struct measure){
        .from = kin_xyz_add(body->at, reach, cone && body->inverted ? 0 : 1),
        .to = kin_xyz_add(kin_body_middle(body, body->height), reach, cone && !body->inverted ? 0 : 1),
        .look = isnan(angle) ? ACROSS : EDGE};
}

static struct measure of_round(const struct kin_solid *solid, const struct kin_body *body, const char *of)
{
    struct kin_xyz centre = centre_of(body), aside = kin_body_cross(&solid->view, body).aside;
    bool open = body->kind == KIN_BODY_CYLINDER || body->inverted || body->height < body->middle * 1.5;
    if (strcmp(of, "diameter") == 0 || strcmp(of, "radius") == 0) {
        return (struct measure){.from = *of == 'd' ? kin_xyz_add(centre, aside, -body->radius) : centre,
                                .to = kin_xyz_add(centre, aside, body->radius),
                                .look = open ? ACROSS : INSIDE};
    }
    if (body->kind == KIN_BODY_CYLINDER || strcmp(of, "slant") == 0) {
        return round_side(solid, body);
    }
    return (struct measure){.from = centre,
                            .to = kin_body_middle(body, body->inverted ? 0 : body->height),
                            .look = INSIDE,
                            .square = true,
                            .arm = aside};
}

/* ---- Drawing ------------------------------------------------------------------------------------------------------
 */

/* The square of a right angle, lying in the plane of its two arms. */
static void add_square(const struct kin_solid *solid, const struct measure *measure)
{
    double length = kin_xyz_apart(measure->from, measure->to), side = fmin(7 / solid->view.scale, 0.2 * length);
    struct kin_xyz up = kin_xyz_unit(kin_xyz_add(measure->to, measure->from, -1));
    struct kin_xyz a = kin_xyz_add(measure->from, up, side), b = kin_xyz_add(measure->from, measure->arm, side);
    const struct kin_xy square[] = {kin_view_place(&solid->view, a),
                                    kin_view_place(&solid->view, kin_xyz_add(a, measure->arm, side)),
                                    kin_view_place(&solid->view, b)};
    kin_sketch_path(solid->sketch, square, 3, KIN_PEN_THIN);
}

static void add_line(const struct kin_solid *solid, const struct measure *measure)
{
    struct kin_xy from = kin_view_place(&solid->view, measure->from), to = kin_view_place(&solid->view, measure->to);
    if (measure->look != EDGE) {
        kin_sketch_line(solid->sketch, from, to, measure->look == INSIDE ? KIN_PEN_DASHED : KIN_PEN_THIN);
    }
    if (measure->square) {
        add_square(solid, measure);
    }
}

/* The right angle of a triangular base, at the end that can be seen. */
void kin_solid_right_angle(const struct kin_solid *solid, const struct kin_body *body)
{
    for (size_t i = 0; body->sides == 3 && i < 3; i++) {
        struct measure a = side(solid, body, i), b = side(solid, body, (i + 2) % 3);
        struct kin_xyz arm = kin_xyz_unit(kin_xyz_add(b.from, b.to, -1));
        struct kin_xyz other = kin_xyz_unit(kin_xyz_add(a.to, a.from, -1));
        a.arm = arm;
        if (fabs(kin_xyz_dot(arm, other)) < 1e-9 && kin_xyz_apart(a.from, b.to) == 0) {
            add_square(solid, &a);
        }
    }
}

/* Outside of an edge; beside another line. */
static void add_label(const struct kin_solid *solid, const struct measure *measure, const struct kin_nodes *label)
{
    struct kin_xy from = kin_view_place(&solid->view, measure->from), to = kin_view_place(&solid->view, measure->to);
    struct kin_xy middle = {(from.x + to.x) / 2, (from.y + to.y) / 2};
    struct kin_xy inside = measure->has_inside ? kin_view_place(&solid->view, measure->inside) : solid->centre;
    double across = (to.x - from.x) * (inside.y - middle.y) - (to.y - from.y) * (inside.x - middle.x);
    bool level = fabs(to.x - from.x) > fabs(to.y - from.y);
    bool turned = measure->look == EDGE ? across < 0 : level ? to.x < from.x : to.y < from.y;
    if (measure->look == EDGE) {
        kin_sketch_label_side(solid->sketch, label, turned ? to : from, turned ? from : to);
    } else {
        kin_sketch_label_line(solid->sketch, label, turned ? to : from, turned ? from : to);
    }
}

void kin_solid_measure(const struct kin_solid *solid, const struct kin_body *body, const struct kin_figure_part *part)
{
    const char *of = kin_figure_word(part, "of");
    size_t number = body->sides ? (size_t)kin_figure_number(part, "number") - 1 : 0;
    struct measure measure = body->sides ? of_corners(solid, body, of, number) : of_round(solid, body, of);
    add_line(solid, &measure);
    if (kin_figure_text(part, "label")) {
        add_label(solid, &measure, kin_figure_text(part, "label"));
    }
}

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static const struct {
    const char *body, *words;
} measured[] = {
    {"prism", " width depth height side altitude diagonal "},
    {"pyramid", " width depth height side altitude slant edge "},
    {"cylinder", " radius diameter height "},
    {"cone", " radius diameter height slant "},
    {"sphere", " radius diameter "},
};

static bool has_measure(const char *body, const char *of)
{
    for (size_t i = 0; i < sizeof measured / sizeof *measured; i++) {
        const char *found = strcmp(measured[i].body, body) == 0 ? strstr(measured[i].words, of) : NULL;
        if (found && found[-1] == ' ' && found[strlen(of)] == ' ') {
            return true;
        }
    }
    return false;
}

bool kin_measure_check(const struct kin_figure_part *body, const struct kin_figure_part *measure,
                       struct kin_figure_fault *fault)
{
    const char *of = kin_figure_word(measure, "of");
    size_t corners = kin_figure_count(body, "base") / 2, sides = corners ? corners : 4;
    bool rectangle = strcmp(of, "width") == 0 || strcmp(of, "depth") == 0 || strcmp(of, "diagonal") == 0;
    if (!has_measure(body->name, of)) {
        return kin_figure_reject(fault, measure, "of", "a %s has no %s", body->name, of);
    }
    if (rectangle && corners) {
        return kin_figure_reject(fault, measure, "of", "a base of corners has no %s: use side and its number", of);
    }
    return kin_figure_number(measure, "number") <= (double)sides ||
           kin_figure_reject(fault, measure, "number", "number is %g, but the base has %zu sides",
                             kin_figure_number(measure, "number"), sides);
}
