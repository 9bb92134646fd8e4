/* Unfolding solids into nets, and folding them again. */
#include "figure/net.h"

#include <string.h>

static double length_of(struct kin_xy a, struct kin_xy b)
{
    return hypot(b.x - a.x, b.y - a.y);
}

static size_t number(const struct kin_figure_part *part, const char *name, size_t otherwise)
{
    return kin_figure_has(part, name) ? (size_t)kin_figure_number(part, name) : otherwise;
}

/* ---- Unfolding ----------------------------------------------------------------------------------------------------
 */

static struct kin_net_face *add_face(struct kin_net *net, int parent, double turn)
{
    struct kin_net_face *face = &net->faces[net->count++];
    *face = (struct kin_net_face){.parent = parent, .turn = turn};
    return face;
}

/* By how much the path around the base turns at its i-th corner. */
static double turn_at(const struct kin_xy *base, size_t sides, size_t i)
{
    struct kin_xy a = base[(i + sides - 1) % sides], b = base[i], c = base[(i + 1) % sides];
    return atan2((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x),
                 (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y));
}

/* Rectangles side by side: the first side of each is the hinge on the one before it. */
static void add_strip(struct kin_net *net, const struct kin_xy *base, size_t sides, double height)
{
    double x = 0;
    for (size_t i = 0; i < net->strip; i++) {
        double width = length_of(base[i % sides], base[(i + 1) % sides]);
        struct kin_net_face *face = add_face(net, (int)i - 1, turn_at(base, sides, i % sides));
        const struct kin_xy corners[] = {{x, height}, {x, 0}, {x + width, 0}, {x + width, height}};
        memcpy(face->corners, corners, sizeof corners);
        face->count = 4;
        x += width;
    }
}

/* A base on the upper or lower side of a rectangle, mirrored below, so that both fold up to the same prism. */
static void add_base(struct kin_net *net, const struct kin_xy *base, size_t sides, size_t on, const char *where)
{
    bool above = strcmp(where, "above") == 0;
    const struct kin_xy *rectangle = net->faces[on].corners;
    struct kin_xy a = base[on % sides], b = base[(on + 1) % sides];
    double length = length_of(a, b);
    struct kin_xy u = {(b.x - a.x) / length, (b.y - a.y) / length};
    struct kin_net_face *face = add_face(net, (int)on, M_PI / 2);
    for (size_t i = 0; i < sides; i++) {
        struct kin_xy p = base[(above ? on + i : on + 1 + sides - i) % sides];
        double along = (p.x - a.x) * u.x + (p.y - a.y) * u.y, beside = (p.y - a.y) * u.x - (p.x - a.x) * u.y;
        face->corners[i] =
            (struct kin_xy){rectangle[0].x + along, above ? rectangle[0].y + beside : rectangle[1].y - beside};
    }
    face->count = sides;
}

static void unfold_prism(struct kin_net *net, const struct kin_figure_part *part)
{
    struct kin_xy base[KIN_BODY_SIDES];
    size_t sides = kin_base_of(part, base), top = number(part, "top", 2), bottom = number(part, "bottom", 2);
    net->strip = number(part, "around", sides);
    add_strip(net, base, sides, kin_figure_number(part, "height"));
    if (top) {
        add_base(net, base, sides, top - 1, kin_figure_word(part, "top-side"));
    }
    if (bottom) {
        add_base(net, base, sides, bottom - 1, kin_figure_word(part, "bottom-side"));
    }
}

static struct kin_xy middle_of(const struct kin_xy *corners, size_t count)
{
    struct kin_xy sum = {0, 0};
    for (size_t i = 0; i < count; i++) {
        sum = (struct kin_xy){sum.x + corners[i].x / (double)count, sum.y + corners[i].y / (double)count};
    }
    return sum;
}

/* The base, and triangles on its sides whose tips meet over its middle. */
static void unfold_pyramid(struct kin_net *net, const struct kin_figure_part *part)
{
    struct kin_net_face *base = add_face(net, -1, 0);
    base->count = kin_base_of(part, base->corners);
    struct kin_xy foot = middle_of(base->corners, base->count);
    net->strip = number(part, "around", base->count);
    for (size_t i = 0; i < net->strip; i++) {
        struct kin_xy a = base->corners[i % base->count], b = base->corners[(i + 1) % base->count];
        double length = length_of(a, b), height = kin_figure_number(part, "height");
        struct kin_xy u = {(b.x - a.x) / length, (b.y - a.y) / length};
        double along = (foot.x - a.x) * u.x + (foot.y - a.y) * u.y;
        double inside = (foot.y - a.y) * u.x - (foot.x - a.x) * u.y, slant = hypot(height, inside);
        struct kin_net_face *face = add_face(net, 0, M_PI - atan2(height, inside));
        const struct kin_xy corners[] = {b, a, {a.x + u.x * along + u.y * slant, a.y + u.y * along - u.x * slant}};
        memcpy(face->corners, corners, sizeof corners);
        face->count = 3;
    }
}

static void unfold_cylinder(struct kin_net *net, const struct kin_figure_part *part)
{
    double radius = kin_figure_number(part, "radius"), height = kin_figure_number(part, "height");
    double around = 2 * M_PI * radius;
    const struct kin_xy side[] = {{0, height}, {0, 0}, {around, 0}, {around, height}};
    struct kin_net_face *rectangle = add_face(net, -1, 0);
    memcpy(rectangle->corners, side, sizeof side);
    rectangle->count = 4;
    net->strip = 1;
    for (int end = 0; end < 2; end++) {
        struct kin_net_face *circle = add_face(net, 0, M_PI / 2);
        circle->radius = radius;
        circle->to = 2 * M_PI;
        circle->centre = (struct kin_xy){around / 2, end ? -radius : height + radius};
        circle->corners[0] = (struct kin_xy){end ? around : 0, end ? 0 : height}; /* its hinge */
        circle->corners[1] = (struct kin_xy){end ? 0 : around, end ? 0 : height};
    }
}

/* A sector with its tip up, whose arc is as long as the way around the circle that hangs on the middle of it. */
static void unfold_cone(struct kin_net *net, const struct kin_figure_part *part)
{
    double radius = kin_figure_number(part, "radius"), slant = hypot(radius, kin_figure_number(part, "height"));
    double sweep = 2 * M_PI * radius / slant;
    struct kin_net_face *sector = add_face(net, -1, 0);
    sector->radius = slant;
    sector->from = -M_PI / 2 - sweep / 2;
    sector->to = -M_PI / 2 + sweep / 2;
    net->strip = 1;
    struct kin_net_face *circle = add_face(net, 0, M_PI / 2);
    circle->radius = radius;
    circle->to = 2 * M_PI;
    circle->centre = (struct kin_xy){0, -slant - radius};
    circle->corners[0] = (struct kin_xy){radius, -slant}; /* its hinge */
    circle->corners[1] = (struct kin_xy){-radius, -slant};
}

size_t kin_net_outline(const struct kin_net_face *face, struct kin_xy *places)
{
    enum { STEPS = KIN_NET_OUTLINE - 2 };
    for (size_t i = 0; i < face->count; i++) {
        places[i] = face->corners[i];
    }
    for (size_t i = 0; face->count == 0 && i <= STEPS; i++) {
        double angle = face->from + (face->to - face->from) * (double)i / STEPS;
        places[i] =
            (struct kin_xy){face->centre.x + face->radius * cos(angle), face->centre.y + face->radius * sin(angle)};
    }
    if (face->count) {
        return face->count;
    }
    places[STEPS + 1] = face->centre;
    return face->to - face->from > 2 * M_PI - 1e-9 ? STEPS + 1 : STEPS + 2;
}

struct kin_net kin_net_of(const struct kin_figure_part *part)
{
    struct kin_net net = {.count = 0};
    (kin_figure_is(part, "of", "prism")     ? unfold_prism
     : kin_figure_is(part, "of", "pyramid") ? unfold_pyramid
     : kin_figure_is(part, "of", "cone")    ? unfold_cone
                                            : unfold_cylinder)(&net, part);
    return net;
}

/* ---- Folding ------------------------------------------------------------------------------------------------------
 */

/* Around the line through a in the unit direction u: Rodrigues' formula. */
static struct kin_xyz rotate(struct kin_xyz p, struct kin_xyz a, struct kin_xyz u, double angle)
{
    struct kin_xyz q = kin_xyz_add(p, a, -1), aside = kin_xyz_cross(u, q);
    struct kin_xyz turned = kin_xyz_add(kin_xyz_add((struct kin_xyz){0}, q, cos(angle)), aside, sin(angle));
    turned = kin_xyz_add(turned, u, kin_xyz_dot(u, q) * (1 - cos(angle)));
    return kin_xyz_add(turned, a, 1);
}

/* A face lies to the left of its hinge, so that turning it up goes along the right-hand rule. */
struct kin_xyz kin_net_fold(const struct kin_net *net, size_t face, struct kin_xy place)
{
    struct kin_xyz at = {place.x, place.y, 0};
    for (int f = (int)face; f >= 0; f = net->faces[f].parent) {
        const struct kin_net_face *here = &net->faces[f];
        if (here->parent >= 0) {
            struct kin_xyz from = {here->corners[0].x, here->corners[0].y, 0};
            struct kin_xyz to = {here->corners[1].x, here->corners[1].y, 0};
            at = rotate(at, from, kin_xyz_unit(kin_xyz_add(to, from, -1)), here->turn);
        }
    }
    return at;
}

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool hangs(const struct kin_figure_part *part, const char *name, size_t strip, struct kin_figure_fault *fault)
{
    size_t on = number(part, name, 2);
    return on <= strip ||
           kin_figure_reject(fault, part, name, "%s is %zu, but %zu rectangles go around", name, on, strip);
}

static bool bases_apart(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    size_t top = number(part, "top", 2), bottom = number(part, "bottom", 2);
    bool same = strcmp(kin_figure_word(part, "top-side"), kin_figure_word(part, "bottom-side")) == 0;
    return top != bottom || !top || !same ||
           kin_figure_reject(fault, part, "bottom", "both bases hang on the same side of rectangle %zu", top);
}

static bool prism_fits(const struct kin_figure_part *part, size_t sides, size_t strip, struct kin_figure_fault *fault)
{
    return (strip <= sides + 1 ||
            kin_figure_reject(fault, part, "around", "around is %zu, but the base has %zu sides", strip, sides)) &&
           hangs(part, "top", strip, fault) && hangs(part, "bottom", strip, fault) && bases_apart(part, fault);
}

static bool faces_fit(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    struct kin_xy base[KIN_BODY_SIDES];
    if (kin_figure_is(part, "of", "cylinder") || kin_figure_is(part, "of", "cone")) {
        return kin_figure_has(part, "radius") || kin_figure_reject(fault, part, "radius", "radius is not said");
    }
    if (!kin_base_check(part, fault)) {
        return false;
    }
    size_t sides = kin_base_of(part, base), strip = number(part, "around", sides);
    if (kin_figure_is(part, "of", "prism")) {
        return prism_fits(part, sides, strip, fault);
    }
    return strip <= sides ||
           kin_figure_reject(fault, part, "around", "around is %zu, but the base has %zu sides", strip, sides);
}

static const struct {
    const char *of, *words;
} measured[] = {
    {"prism", " side height altitude "},
    {"pyramid", " side slant "},
    {"cylinder", " radius height around "},
    {"cone", " radius slant around "},
};

static bool has_measure(const char *solid, const char *of)
{
    for (size_t i = 0; i < sizeof measured / sizeof *measured; i++) {
        const char *found = strcmp(measured[i].of, solid) == 0 ? strstr(measured[i].words, of) : NULL;
        if (found && found[-1] == ' ' && found[strlen(of)] == ' ') {
            return true;
        }
    }
    return false;
}

static bool part_fits(const struct kin_figure_part *net, const struct kin_figure_part *part, size_t faces,
                      struct kin_figure_fault *fault)
{
    const char *of = kin_figure_word(net, "of");
    if (strcmp(part->name, "measure") == 0) {
        return has_measure(of, kin_figure_word(part, "of")) ||
               kin_figure_reject(fault, part, "of", "the net of a %s has no %s", of, kin_figure_word(part, "of"));
    }
    return kin_figure_number(part, "number") <= (double)faces ||
           kin_figure_reject(fault, part, "number", "number is %g, but the net has %zu faces",
                             kin_figure_number(part, "number"), faces);
}

bool kin_net_check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *part = &figure->whole;
    if (!faces_fit(part, fault)) {
        return false;
    }
    struct kin_net net = kin_net_of(part);
    for (size_t i = 0; i < part->part_count; i++) {
        if (!part_fits(part, part->parts[i], net.count, fault)) {
            return false;
        }
    }
    return true;
}
