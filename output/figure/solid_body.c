/* Convex bodies: as half-spaces and, where they are round, one surface of the second order about an axis. */
#include "figure/solid.h"

#include <string.h>

struct kin_xyz kin_xyz_cross(struct kin_xyz a, struct kin_xyz b)
{
    return (struct kin_xyz){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

struct kin_xyz kin_xyz_unit(struct kin_xyz a)
{
    double length = sqrt(kin_xyz_dot(a, a));
    return length > 0 ? (struct kin_xyz){a.x / length, a.y / length, a.z / length} : a;
}

double kin_xyz_apart(struct kin_xyz a, struct kin_xyz b)
{
    struct kin_xyz d = kin_xyz_add(a, b, -1);
    return sqrt(kin_xyz_dot(d, d));
}

/* ---- With corners -------------------------------------------------------------------------------------------------
 */

static struct kin_xyz middle_of(const struct kin_body *body)
{
    struct kin_xyz sum = {0};
    for (size_t i = 0; i < body->sides; i++) {
        sum = kin_xyz_add(kin_xyz_add(sum, body->base[i], 1), body->top[i], 1);
    }
    return kin_xyz_add((struct kin_xyz){0}, sum, 0.5 / (double)body->sides);
}

/* The side of the plane through three corners on which the body lies. */
static void add_half(struct kin_body *body, struct kin_xyz a, struct kin_xyz b, struct kin_xyz c)
{
    struct kin_xyz normal = kin_xyz_unit(kin_xyz_cross(kin_xyz_add(b, a, -1), kin_xyz_add(c, a, -1)));
    double offset = kin_xyz_dot(normal, a);
    if (kin_xyz_dot(normal, middle_of(body)) > offset) {
        normal = kin_xyz_add((struct kin_xyz){0}, normal, -1);
        offset = -offset;
    }
    body->halves[body->half_count++] = (struct kin_half_space){normal, offset};
}

void kin_body_close(struct kin_body *body)
{
    for (size_t i = 0; i < body->sides; i++) {
        add_half(body, body->base[i], body->base[(i + 1) % body->sides], body->top[i]);
    }
    add_half(body, body->base[0], body->base[1], body->base[2]);
    if (body->kind == KIN_BODY_PRISM) {
        add_half(body, body->top[0], body->top[1], body->top[2]);
    }
}

double kin_corners_turn(const struct kin_xy *corners, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        struct kin_xy a = corners[i], b = corners[(i + 1) % count];
        sum += a.x * b.y - a.y * b.x;
    }
    return sum;
}

size_t kin_base_of(const struct kin_figure_part *part, struct kin_xy *corners)
{
    size_t count = kin_figure_count(part, "base") / 2;
    if (count == 0) {
        double width = kin_figure_number(part, "width");
        double depth = kin_figure_has(part, "depth") ? kin_figure_number(part, "depth") : width;
        const struct kin_xy rectangle[] = {{0, 0}, {width, 0}, {width, depth}, {0, depth}};
        memcpy(corners, rectangle, sizeof rectangle);
        return 4;
    }
    for (size_t i = 0; i < count; i++) {
        corners[i] =
            (struct kin_xy){kin_figure_number_at(part, "base", 2 * i), kin_figure_number_at(part, "base", 2 * i + 1)};
    }
    bool clockwise = kin_corners_turn(corners, count) < 0;
    for (size_t i = 0; clockwise && i < count / 2; i++) {
        struct kin_xy other = corners[count - 1 - i];
        corners[count - 1 - i] = corners[i];
        corners[i] = other;
    }
    return count;
}

static struct kin_xyz place_of(const struct kin_figure_part *part)
{
    return (struct kin_xyz){kin_figure_number_at(part, "at", 0), kin_figure_number_at(part, "at", 1),
                            kin_figure_number_at(part, "at", 2)};
}

static struct kin_xy centroid(const struct kin_xy *corners, size_t count)
{
    struct kin_xy sum = {0, 0};
    for (size_t i = 0; i < count; i++) {
        sum = (struct kin_xy){sum.x + corners[i].x / (double)count, sum.y + corners[i].y / (double)count};
    }
    return sum;
}

static void set_prism(struct kin_body *body, const struct kin_xy *base)
{
    bool lies = kin_figure_is(body->part, "stand", "lying");
    for (size_t i = 0; i < body->sides; i++) {
        double x = body->at.x + base[i].x, far = lies ? base[i].y : body->height;
        double y = lies ? 0 : base[i].y, back = lies ? body->height : base[i].y;
        body->base[i] = (struct kin_xyz){x, body->at.y + y, body->at.z + (lies ? base[i].y : 0)};
        body->top[i] = (struct kin_xyz){x, body->at.y + back, body->at.z + far};
    }
}

static void set_pyramid(struct kin_body *body, const struct kin_xy *base)
{
    struct kin_xy foot = centroid(base, body->sides);
    body->inverted = kin_figure_is(body->part, "stand", "inverted");
    for (size_t i = 0; i < body->sides; i++) {
        double low = body->at.z, high = body->at.z + body->height;
        body->base[i] = (struct kin_xyz){body->at.x + base[i].x, body->at.y + base[i].y, body->inverted ? high : low};
        body->top[i] = (struct kin_xyz){body->at.x + foot.x, body->at.y + foot.y, body->inverted ? low : high};
    }
}

struct kin_body kin_body_box(struct kin_xyz at, struct kin_xyz size)
{
    struct kin_body body = {.kind = KIN_BODY_PRISM, .at = at, .sides = 4, .height = size.z};
    for (size_t i = 0; i < 4; i++) {
        double x = at.x + (i == 1 || i == 2 ? size.x : 0), y = at.y + (i > 1 ? size.y : 0);
        body.base[i] = (struct kin_xyz){x, y, at.z};
        body.top[i] = (struct kin_xyz){x, y, at.z + size.z};
    }
    kin_body_close(&body);
    return body;
}

/* ---- Round --------------------------------------------------------------------------------------------------------
 */

static void set_level(struct kin_body *body, double from, double to)
{
    struct kin_xyz low = kin_xyz_add((struct kin_xyz){0}, body->axis, -1);
    double start = kin_xyz_dot(body->axis, body->at);
    body->halves[body->half_count++] = (struct kin_half_space){low, -(start + from)};
    body->halves[body->half_count++] = (struct kin_half_space){body->axis, start + to};
}

static void set_square(struct kin_body *body, double constant, double linear, double square)
{
    body->square[0] = constant;
    body->square[1] = linear;
    body->square[2] = square;
}

static void set_cone(struct kin_body *body)
{
    double r = body->radius, slope = r / body->height;
    body->inverted = !kin_figure_is(body->part, "stand", "upright");
    if (body->inverted) {
        set_square(body, 0, 0, slope * slope);
    } else {
        set_square(body, r * r, -2 * r * slope, slope * slope);
    }
    set_level(body, 0, body->height);
}

static void set_ball(struct kin_body *body)
{
    bool top = kin_figure_is(body->part, "half", "top"), bottom = kin_figure_is(body->part, "half", "bottom");
    double r = body->radius;
    body->middle = top ? 0 : r;
    body->height = top || bottom ? r : 2 * r;
    set_square(body, r * r - body->middle * body->middle, 2 * body->middle, -1);
    set_level(body, 0, body->height);
}

static void set_round(struct kin_body *body)
{
    bool lies = kin_figure_is(body->part, "stand", "lying");
    body->radius = kin_figure_number(body->part, "radius");
    body->axis = lies ? (struct kin_xyz){1, 0, 0} : (struct kin_xyz){0, 0, 1};
    if (body->kind == KIN_BODY_CONE) {
        set_cone(body);
    } else if (body->kind == KIN_BODY_BALL) {
        set_ball(body);
    } else {
        set_square(body, body->radius * body->radius, 0, 0);
        set_level(body, 0, body->height);
    }
}

static enum kin_body_kind kind_of(const char *name)
{
    return strcmp(name, "prism") == 0     ? KIN_BODY_PRISM
           : strcmp(name, "pyramid") == 0 ? KIN_BODY_PYRAMID
           : strcmp(name, "cone") == 0    ? KIN_BODY_CONE
           : strcmp(name, "sphere") == 0  ? KIN_BODY_BALL
                                          : KIN_BODY_CYLINDER;
}

struct kin_body kin_body_of(const struct kin_figure_part *part)
{
    struct kin_xy base[KIN_BODY_SIDES];
    struct kin_body body = {
        .kind = kind_of(part->name), .part = part, .at = place_of(part), .height = kin_figure_number(part, "height")};
    if (body.kind == KIN_BODY_PRISM || body.kind == KIN_BODY_PYRAMID) {
        body.sides = kin_base_of(part, base);
        (body.kind == KIN_BODY_PRISM ? set_prism : set_pyramid)(&body, base);
        kin_body_close(&body);
    } else {
        set_round(&body);
    }
    return body;
}

/* ---- Rays ---------------------------------------------------------------------------------------------------------
 */

static bool span_of_halves(const struct kin_body *body, struct kin_xyz p, struct kin_xyz d, double *from, double *to)
{
    *from = -INFINITY;
    *to = INFINITY;
    for (size_t i = 0; i < body->half_count && *from < *to; i++) {
        double speed = kin_xyz_dot(body->halves[i].normal, d);
        double room = body->halves[i].offset - kin_xyz_dot(body->halves[i].normal, p);
        if (fabs(speed) < 1e-12) {
            if (room < 0) {
                return false;
            }
        } else if (speed > 0) {
            *to = room / speed < *to ? room / speed : *to;
        } else {
            *from = room / speed > *from ? room / speed : *from;
        }
    }
    return *from < *to;
}

/* a t² + b t + c <= 0 between the half-spaces' ends; a body is convex, so that it is true in one piece at most. */
static bool span_of_square(const double *abc, double *from, double *to)
{
    double a = abc[0], b = abc[1], c = abc[2], root = b * b - 4 * a * c;
    double ends[4] = {*from, *to, *to, *to};
    size_t count = 1;
    if (fabs(a) > 1e-12 && root > 0) {
        double low = (-b - sqrt(root)) / (2 * a), high = (-b + sqrt(root)) / (2 * a);
        ends[count++] = fmin(fmax(fmin(low, high), *from), *to);
        ends[count++] = fmin(fmax(fmax(low, high), *from), *to);
    } else if (fabs(a) <= 1e-12 && fabs(b) > 1e-12) {
        ends[count++] = fmin(fmax(-c / b, *from), *to);
    }
    double begin = INFINITY, end = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        double t = (ends[i] + ends[i + 1]) / 2;
        if (ends[i + 1] > ends[i] && (a * t + b) * t + c <= 0) {
            begin = fmin(begin, ends[i]);
            end = fmax(end, ends[i + 1]);
        }
    }
    *from = begin;
    *to = end;
    return begin < end;
}

bool kin_body_holds(const struct kin_body *body, struct kin_xyz p)
{
    bool inside = true;
    for (size_t i = 0; inside && i < body->half_count; i++) {
        inside = kin_xyz_dot(body->halves[i].normal, p) < body->halves[i].offset;
    }
    struct kin_xyz q = kin_xyz_add(p, body->at, -1);
    const double *s = body->square, z = kin_xyz_dot(q, body->axis);
    return inside && (body->sides || kin_xyz_dot(q, q) - z * z < s[0] + s[1] * z + s[2] * z * z);
}

bool kin_body_span(const struct kin_body *body, struct kin_xyz p, struct kin_xyz d, double *from, double *to)
{
    if (!span_of_halves(body, p, d, from, to) || body->sides) {
        return *from < *to;
    }
    struct kin_xyz q = kin_xyz_add(p, body->at, -1);
    const double *s = body->square, z = kin_xyz_dot(q, body->axis), dz = kin_xyz_dot(d, body->axis);
    /* rays along the axis meet the levels; others the round side: one of them always ends it, so from and to are finite
     */
    *from = fmax(*from, -1e9);
    *to = fmin(*to, 1e9);
    const double abc[3] = {kin_xyz_dot(d, d) - dz * dz - s[2] * dz * dz,
                           2 * (kin_xyz_dot(q, d) - z * dz) - s[1] * dz - 2 * s[2] * z * dz,
                           kin_xyz_dot(q, q) - z * z - s[0] - s[1] * z - s[2] * z * z};
    return span_of_square(abc, from, to);
}

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static double turn_at(const struct kin_xy *corners, size_t count, size_t i)
{
    struct kin_xy a = corners[i], b = corners[(i + 1) % count], c = corners[(i + 2) % count];
    return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
}

/* Winding once and never to the right: the angles of a star add up to more than one turn. */
bool kin_corners_convex(const struct kin_xy *corners, size_t count)
{
    double around = 0;
    for (size_t i = 0; i < count; i++) {
        struct kin_xy a = corners[i], b = corners[(i + 1) % count], c = corners[(i + 2) % count];
        double along = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
        double turn = turn_at(corners, count, i);
        around += atan2(turn, along);
        if (turn <= 1e-9) {
            return false;
        }
    }
    return around < 2 * M_PI + 0.1;
}

static bool has_base(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    size_t given = kin_figure_count(part, "base");
    if (given == 0 && !kin_figure_has(part, "width")) {
        return kin_figure_reject(fault, part, "width", "neither width nor base is said");
    }
    return given == 0 || (given >= 6 && given <= 2 * KIN_BODY_SIDES) ||
           kin_figure_reject(fault, part, "base", "it has %zu corners, but must have 3 to %d", given / 2,
                             KIN_BODY_SIDES);
}

bool kin_base_check(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    struct kin_xy corners[KIN_BODY_SIDES];
    return has_base(part, fault) &&
           (kin_figure_count(part, "base") == 0 || kin_corners_convex(corners, kin_base_of(part, corners)) ||
            kin_figure_reject(fault, part, "base",
                              "its corners, in this order, are not those of a polygon that bends one way"));
}

/* Only a prism alone may bend inwards: parts of a composite solid have a place. */
static bool base_fits(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    bool alone = strcmp(part->name, "prism") == 0 && !kin_figure_has(part, "at");
    return alone ? has_base(part, fault) && kin_pieces_check(part, fault) : kin_base_check(part, fault);
}

static bool cubes_fit(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    for (size_t i = 0; i < kin_figure_count(part, "cubes"); i++) {
        double count = kin_figure_number_at(part, "cubes", i);
        if (count != floor(count)) {
            return kin_figure_reject(fault, part, "cubes", "%g is not a whole number of parts", count);
        }
    }
    return kin_figure_count(part, "cubes") == 0 || kin_figure_count(part, "base") == 0 ||
           kin_figure_reject(fault, part, "cubes", "only a prism with width, depth and height is cut into cubes");
}

/* A flatter cone would hide behind its base. */
static bool lies_well(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    bool cone = strcmp(part->name, "cone") == 0 && kin_figure_is(part, "stand", "lying");
    double radius = kin_figure_number(part, "radius"), height = kin_figure_number(part, "height");
    return !cone || height >= radius ||
           kin_figure_reject(fault, part, "height",
                             "height is %g, but a cone that lies is at least as high as its "
                             "radius, which is %g",
                             height, radius);
}

bool kin_body_check(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    bool has_corners = strcmp(part->name, "prism") == 0 || strcmp(part->name, "pyramid") == 0;
    return has_corners ? base_fits(part, fault) && cubes_fit(part, fault) : lies_well(part, fault);
}
