/* Prisms whose base bends inwards: an outline that is drawn and measured, and convex pieces, triangular prisms, that
 * say what it hides. */
#include "figure/solid.h"

#include <string.h>

static double turn_of(struct kin_xy a, struct kin_xy b, struct kin_xy c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* Do the sides a b and c d have a place in common? */
static bool sides_meet(struct kin_xy a, struct kin_xy b, struct kin_xy c, struct kin_xy d)
{
    const double slack = 1e-9;
    double size = fmax(hypot(b.x - a.x, b.y - a.y), hypot(d.x - c.x, d.y - c.y)), least = slack * size * size;
    double one = turn_of(a, b, c), two = turn_of(a, b, d), three = turn_of(c, d, a), four = turn_of(c, d, b);
    bool apart = (one > least && two > least) || (one < -least && two < -least) || (three > least && four > least) ||
                 (three < -least && four < -least);
    bool beside = fmin(a.x, b.x) > fmax(c.x, d.x) || fmin(c.x, d.x) > fmax(a.x, b.x) ||
                  fmin(a.y, b.y) > fmax(c.y, d.y) || fmin(c.y, d.y) > fmax(a.y, b.y);
    return !apart && !beside;
}

bool kin_corners_simple(const struct kin_xy *corners, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct kin_xy a = corners[i], b = corners[(i + 1) % count], c = corners[(i + 2) % count];
        double length = hypot(b.x - a.x, b.y - a.y) * hypot(c.x - b.x, c.y - b.y);
        if (fabs(turn_of(a, b, c)) <= 1e-6 * length) {
            return false; /* a corner that is none, or a side that runs back */
        }
        for (size_t k = i + 2; k < count && k - i < count - 1; k++) {
            if (sides_meet(a, b, corners[k], corners[(k + 1) % count])) {
                return false;
            }
        }
    }
    return true;
}

static bool is_across(const struct kin_figure_part *prism, const struct kin_figure_part *part)
{
    const char *height = kin_figure_is(prism, "stand", "lying") ? "front" : "level";
    return strcmp(part->name, "section") != 0 || kin_figure_is(part, "direction", height);
}

bool kin_pieces_check(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    struct kin_xy corners[KIN_BODY_SIDES];
    size_t count = kin_base_of(part, corners);
    if (kin_figure_count(part, "base") == 0 || kin_corners_convex(corners, count)) {
        return true;
    }
    if (!kin_corners_simple(corners, count)) {
        return kin_figure_reject(fault, part, "base",
                                 "its corners, in this order, are not those of a polygon whose sides keep apart");
    }
    for (size_t i = 0; i < part->part_count; i++) {
        if (!is_across(part, part->parts[i])) {
            return kin_figure_reject(fault, part->parts[i], "direction",
                                     "a prism whose base bends inwards is cut across its height only");
        }
    }
    return true;
}

/* ---- Ears ---------------------------------------------------------------------------------------------------------
 */

static bool holds(const struct kin_xy *ear, struct kin_xy p)
{
    return turn_of(ear[0], ear[1], p) >= 0 && turn_of(ear[1], ear[2], p) >= 0 && turn_of(ear[2], ear[0], p) >= 0;
}

/* May the triangle at a corner be cut off: does it bend outwards, with no other corner in it? */
static bool is_ear(const struct kin_xy *corners, size_t count, size_t at)
{
    size_t before = (at + count - 1) % count, after = (at + 1) % count;
    const struct kin_xy ear[] = {corners[before], corners[at], corners[after]};
    bool found = turn_of(ear[0], ear[1], ear[2]) > 0;
    for (size_t i = 0; found && i < count; i++) {
        found = i == before || i == at || i == after || !holds(ear, corners[i]);
    }
    return found;
}

static void add_piece(struct kin_solid *solid, const struct kin_body *outline, const size_t *ring)
{
    struct kin_body *piece = &solid->bodies[solid->count++];
    *piece = (struct kin_body){.kind = KIN_BODY_PRISM, .role = KIN_BODY_PIECE, .sides = 3, .height = outline->height};
    for (size_t i = 0; i < 3; i++) {
        piece->base[i] = outline->base[ring[i]];
        piece->top[i] = outline->top[ring[i]];
    }
    kin_body_close(piece);
}

/* By cutting off ears (Meisters, "Polygons have ears", 1975): a simple polygon of n corners has n - 2 triangles. */
static void add_pieces(struct kin_solid *solid, const struct kin_body *outline, struct kin_xy *corners)
{
    size_t left[KIN_BODY_SIDES], count = outline->sides;
    for (size_t i = 0; i < count; i++) {
        left[i] = i;
    }
    for (size_t tries = 0; count >= 3 && tries < KIN_BODY_SIDES * KIN_BODY_SIDES; tries++) {
        size_t at = tries % count;
        if (is_ear(corners, count, at)) {
            const size_t ring[] = {left[(at + count - 1) % count], left[at], left[(at + 1) % count]};
            add_piece(solid, outline, ring);
            memmove(left + at, left + at + 1, (count - at - 1) * sizeof *left);
            memmove(corners + at, corners + at + 1, (count - at - 1) * sizeof *corners);
            count--;
        }
    }
}

void kin_solid_take(struct kin_solid *solid, const struct kin_figure_part *part)
{
    struct kin_xy corners[KIN_BODY_SIDES];
    struct kin_body *body = &solid->bodies[solid->count++];
    *body = kin_body_of(part);
    bool cornered = body->kind == KIN_BODY_PRISM && kin_figure_count(part, "base") > 0;
    if (cornered && !kin_corners_convex(corners, kin_base_of(part, corners))) {
        body->role = KIN_BODY_OUTLINE;
        add_pieces(solid, body, corners);
    }
}
