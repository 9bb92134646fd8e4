/* From how far above a solid is seen: usually by 20 degrees, but by others where two edges would fall on one another,
 * and flat cones from nearer to the ground, so that their tips stand above their rims. */
#include "figure/solid.h"

static const double degree = M_PI / 180, usual_tilt = 20;

struct edge {
    struct kin_xy from, to;
    double length;
};

enum { MOST_EDGES = KIN_SOLID_PARTS * 3 * KIN_BODY_SIDES };

static struct edge edge_of(const struct kin_view *view, struct kin_xyz a, struct kin_xyz b)
{
    struct kin_xy from = kin_view_place(view, a), to = kin_view_place(view, b);
    return (struct edge){from, to, hypot(to.x - from.x, to.y - from.y)};
}

static size_t edges_of(const struct kin_solid *solid, const struct kin_view *view, struct edge *edges)
{
    size_t count = 0;
    for (size_t i = 0; i < solid->count && count + 3 * KIN_BODY_SIDES <= MOST_EDGES; i++) {
        const struct kin_body *body = &solid->bodies[i];
        for (size_t k = 0; k < body->sides && body->role != KIN_BODY_PIECE; k++) {
            size_t next = (k + 1) % body->sides;
            edges[count++] = edge_of(view, body->base[k], body->base[next]);
            edges[count++] = edge_of(view, body->base[k], body->top[k]);
            if (body->kind == KIN_BODY_PRISM) {
                edges[count++] = edge_of(view, body->top[k], body->top[next]);
            }
        }
    }
    return count;
}

/* How far a place stands from the line of an edge, times the edge's length. */
static double off_line(const struct edge *edge, struct kin_xy place)
{
    double x = edge->to.x - edge->from.x, y = edge->to.y - edge->from.y;
    return fabs((place.x - edge->from.x) * y - (place.y - edge->from.y) * x);
}

/* How far along an edge a place stands. */
static double along_line(const struct edge *edge, struct kin_xy place)
{
    double x = edge->to.x - edge->from.x, y = edge->to.y - edge->from.y;
    return ((place.x - edge->from.x) * x + (place.y - edge->from.y) * y) / edge->length;
}

/* How far the ends of b stand from the line of a, where b runs along it; INFINITY where it does not, or not nearer than
 * `most`. */
static double room_between(const struct edge *a, const struct edge *b, double most)
{
    double off = fmax(off_line(a, b->from), off_line(a, b->to)), shorter = fmin(a->length, b->length);
    if (shorter < 1e-9 || off > most * a->length) {
        return INFINITY;
    }
    double ends[] = {along_line(a, b->from), along_line(a, b->to)};
    double low = fmax(0, fmin(ends[0], ends[1])), high = fmin(a->length, fmax(ends[0], ends[1]));
    return high - low > 0.3 * shorter ? off / a->length : INFINITY;
}

/* The least room between two edges that run along one another, as a share of the solid's extent. Where bodies of a
 * solid touch, edges do coincide: only edges apart in space count. What is not above `enough` need not be exact. */
static double room_at(const struct kin_solid *solid, double tilt, double enough)
{
    struct kin_view view = kin_view_tilted(tilt * degree);
    struct edge edges[MOST_EDGES];
    size_t count = edges_of(solid, &view, edges);
    double least = INFINITY, size = 0;
    for (size_t i = 0; i < count; i++) {
        size = fmax(size, edges[i].length);
    }
    for (size_t i = 0; i < count && least > enough * size; i++) {
        for (size_t k = 0; k < i; k++) {
            double room = room_between(&edges[i], &edges[k], least);
            least = room > 1e-9 && room < least ? room : least;
        }
    }
    return size > 0 ? least / size : INFINITY;
}

static double tilt_of_edges(const struct kin_solid *solid)
{
    static const double tilts[] = {20, 25, 15, 30, 35, 11};
    static const double enough = 0.06;
    double best = usual_tilt, most = 0;
    for (size_t i = 0; i < sizeof tilts / sizeof *tilts && most < enough; i++) {
        double room = room_at(solid, tilts[i], most + 0.01);
        if (room > most + 0.01) {
            most = room;
            best = tilts[i];
        }
    }
    return best;
}

double kin_solid_tilt(const struct kin_solid *solid)
{
    double tilt = degree * (solid->count <= KIN_BODY_SIDES ? tilt_of_edges(solid) : usual_tilt);
    for (size_t i = 0; i < solid->count; i++) {
        const struct kin_body *body = &solid->bodies[i];
        if (body->kind == KIN_BODY_CONE) {
            tilt = fmin(tilt, 0.5 * atan(body->height / body->radius));
        }
    }
    return tilt;
}
