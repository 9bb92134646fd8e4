/* Solids: what all kinds that show one share. A solid is made of convex bodies (prisms, pyramids, cylinders, cones,
 * balls), seen from the right, the front and above along parallel rays, so that lengths along one direction stay
 * comparable. What a ray to the eye still has to pass through is hidden; the same question says where an edge
 * disappears behind another body, which edges two touching bodies do not have, and, summed up over the page, how much
 * the bodies hold. */
#ifndef KIN_FIGURE_SOLID_H
#define KIN_FIGURE_SOLID_H

#include "figure/sketch.h"

struct kin_xyz {
    double x, y, z; /* to the right, to the back, up; in units of the figure */
};

enum { KIN_BODY_SIDES = 12, KIN_SOLID_BODIES = 36, KIN_SOLID_PARTS = 8 };

/* All p with normal · p <= offset; the normal has length 1. */
struct kin_half_space {
    struct kin_xyz normal;
    double offset;
};

enum kin_body_kind { KIN_BODY_PRISM, KIN_BODY_PYRAMID, KIN_BODY_CYLINDER, KIN_BODY_CONE, KIN_BODY_BALL };

/* A prism whose base bends inwards is an outline, for its edges and measures, and convex pieces that fill it. */
enum kin_body_role { KIN_BODY_WHOLE, KIN_BODY_OUTLINE, KIN_BODY_PIECE };

struct kin_body {
    enum kin_body_kind kind;
    enum kin_body_role role;
    const struct kin_figure_part *part;
    struct kin_xyz at;   /* round: the middle of its lowest level */
    struct kin_xyz axis; /* round: from there to its highest level; of length 1. One that lies is lowest at its left */
    size_t sides;        /* of the base; 0: round */
    struct kin_xyz base[KIN_BODY_SIDES], top[KIN_BODY_SIDES]; /* the tops of a pyramid are all its apex */
    struct kin_half_space halves[KIN_BODY_SIDES + 2];
    size_t half_count;
    double radius, height;
    bool inverted;    /* its point is its lowest level */
    double middle;    /* BALL: its centre above `at` */
    double square[3]; /* round: r² <= square[0] + square[1] z + square[2] z², r from the axis, z along it from `at` */
};

/* How the page sees it. */
struct kin_view {
    struct kin_xyz right, up, eye; /* unit vectors: across and up the page, towards the reader */
    struct kin_xy origin;          /* where (0, 0, 0) stands, pt */
    double scale;                  /* pt a unit */
};

/* From the top left to the bottom right corner of what something takes on the page. */
struct kin_extent {
    struct kin_xy low, high;
};

struct kin_solid {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part; /* the whole figure */
    struct kin_body bodies[KIN_SOLID_BODIES];
    size_t count;
    struct kin_view view;
    struct kin_extent extents[KIN_SOLID_BODIES]; /* of the bodies, in units: the view without its scale and origin */
    double size;                                 /* the largest extent, in units */
    struct kin_xy centre;                        /* of the drawing, pt */
};

/* ---- Vectors ------------------------------------------------------------------------------------------------------
 */

static inline struct kin_xyz kin_xyz_add(struct kin_xyz a, struct kin_xyz b, double times)
{
    return (struct kin_xyz){a.x + b.x * times, a.y + b.y * times, a.z + b.z * times};
}
static inline double kin_xyz_dot(struct kin_xyz a, struct kin_xyz b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
struct kin_xyz kin_xyz_cross(struct kin_xyz a, struct kin_xyz b);
struct kin_xyz kin_xyz_unit(struct kin_xyz a); /* of length 1; (0, 0, 0) stays */
double kin_xyz_apart(struct kin_xyz a, struct kin_xyz b);

/* ---- Bodies (solid_body.c) ----------------------------------------------------------------------------------------
 */

/* The body that a part named prism, pyramid, cylinder, cone or sphere says (its attributes: solid_rows.h). */
struct kin_body kin_body_of(const struct kin_figure_part *part);
/* Set its half-spaces from its corners. */
void kin_body_close(struct kin_body *body);
/* A box with its front left lower corner at a place. */
struct kin_body kin_body_box(struct kin_xyz at, struct kin_xyz size);

/* The corners of its base, counter-clockwise as seen from above: how many, at most KIN_BODY_SIDES. */
size_t kin_base_of(const struct kin_figure_part *part, struct kin_xy *corners);
bool kin_base_check(const struct kin_figure_part *part, struct kin_figure_fault *fault);
/* Twice the area of a polygon; negative when its corners go clockwise. */
double kin_corners_turn(const struct kin_xy *corners, size_t count);

/* Do corners, counter-clockwise, bend one way only? Are they those of a polygon whose sides do not meet but at corners?
 */
bool kin_corners_convex(const struct kin_xy *corners, size_t count);
bool kin_corners_simple(const struct kin_xy *corners, size_t count);

/* The body of a part as the next of the solid, with the pieces of one that bends inwards (solid_pieces.c). */
void kin_solid_take(struct kin_solid *solid, const struct kin_figure_part *part);
/* Of a prism with a base of corners: may it bend inwards? */
bool kin_pieces_check(const struct kin_figure_part *part, struct kin_figure_fault *fault);

/* The part of the line p + t d that lies in the body; false: none of it. */
bool kin_body_span(const struct kin_body *body, struct kin_xyz p, struct kin_xyz d, double *from, double *to);

/* Does the body hold a place, not only on its surface? */
bool kin_body_holds(const struct kin_body *body, struct kin_xyz p);

/* What ranges cannot say about such a part. */
bool kin_body_check(const struct kin_figure_part *part, struct kin_figure_fault *fault);

/* ---- The view (solid_view.c) --------------------------------------------------------------------------------------
 */

struct kin_view kin_view_tilted(double tilt); /* seen from so far above, in radians; scale 1, nothing moved */
struct kin_xy kin_view_place(const struct kin_view *view, struct kin_xyz p);

/* From how far above the solid shows best, in radians (solid_tilt.c). */
double kin_solid_tilt(const struct kin_solid *solid);

/* Fit the bodies into the box between these, in points; at most `unit` pt a unit where that is above 0. */
void kin_solid_fit(struct kin_solid *solid, struct kin_xy corner, struct kin_xy size, double unit);

/* A stroke in space: origin + t along, t from 0 to 1, or origin + along cos t + aside sin t. */
struct kin_solid_line {
    struct kin_xyz origin, along, aside;
    double from, to;
    bool is_round, is_seam; /* is_seam: not drawn where two bodies continue one another */
    enum kin_pen seen;
    int hidden; /* the pen where something stands before it; -1: none */
};
struct kin_xyz kin_solid_line_at(const struct kin_solid_line *stroke, double t);
void kin_solid_stroke(const struct kin_solid *solid, const struct kin_solid_line *stroke);
struct kin_solid_line kin_solid_line_between(struct kin_xyz a, struct kin_xyz b, int hidden);

/* All edges and outlines of a body. `hidden` as in a stroke. */
void kin_solid_body(const struct kin_solid *solid, const struct kin_body *body, int hidden);

/* Where a cone's outline touches its base: the angle from the eye's side; NAN when all of it is seen from above. */
double kin_body_outline(const struct kin_solid *solid, const struct kin_body *body);
/* Two directions of length 1 across the axis of a round body: to where its outline is seen, and towards the eye.
 * Upright, they are level, and the first runs to the right of the page; lying, it runs down. */
struct kin_cross {
    struct kin_xyz aside, facing;
};
struct kin_cross kin_body_cross(const struct kin_view *view, const struct kin_body *body);
/* The middle of a round body at a height above its lowest level. */
struct kin_xyz kin_body_middle(const struct kin_body *body, double height);

/* ---- What is seen (solid_sight.c) ---------------------------------------------------------------------------------
 */

enum kin_seen { KIN_SEEN_NOT, KIN_SEEN, KIN_SEEN_BEHIND }; /* BEHIND: a body stands before it */

enum { KIN_SEAM_AROUND = 24 }; /* places around a seam that are looked at */

/* A piece of a stroke: its t between two values. */
struct kin_stretch {
    double from, to;
};

/* What bodies do to one stroke. Those with plane faces only do it to one stretch of a straight one, since they are
 * convex: it is worked out beforehand. Others are asked at each place. */
struct kin_sight {
    const struct kin_solid *solid;
    const struct kin_solid_line *stroke;
    const struct kin_body *asked[KIN_SOLID_BODIES];
    struct kin_stretch hidden[KIN_SOLID_BODIES];
    struct kin_stretch full[KIN_SEAM_AROUND][KIN_SOLID_BODIES]; /* beside a seam */
    struct kin_xyz around[KIN_SEAM_AROUND];                     /* from a place of a seam to those beside it */
    size_t asked_count, hidden_count, full_counts[KIN_SEAM_AROUND];
};

void kin_sight_along(struct kin_sight *sight, const struct kin_solid *solid, const struct kin_solid_line *stroke);

/* How a place of the stroke is seen. Not at all: behind a body where hidden strokes are not drawn, or a seam at which
 * all bodies together have no edge, since around it everything is full, or one flat half. */
enum kin_seen kin_sight_at(const struct kin_sight *sight, double t);

/* Does a body stand between a place and the eye? */
bool kin_solid_hides(const struct kin_solid *solid, struct kin_xyz p);

/* ---- Measures and sections ----------------------------------------------------------------------------------------
 */

/* The parts <measure> and <section> of a body (solid_measure.c, solid_section.c). */
void kin_solid_measure(const struct kin_solid *solid, const struct kin_body *body,
                       const struct kin_figure_part *measure);
void kin_solid_right_angle(const struct kin_solid *solid, const struct kin_body *body);
bool kin_measure_check(const struct kin_figure_part *body, const struct kin_figure_part *measure,
                       struct kin_figure_fault *fault);
void kin_solid_section(const struct kin_solid *solid, const struct kin_body *body,
                       const struct kin_figure_part *section);

/* ---- Kinds of one body (solid_kind.c) -----------------------------------------------------------------------------
 */

bool kin_solid_check(const struct kin_figure *figure, struct kin_figure_fault *fault);
void kin_solid_describe(const struct kin_figure *figure, struct kin_telling *telling);
void kin_solid_sketch(const struct kin_figure *figure, struct kin_sketch *sketch);

/* Pieces of these, for kinds of several bodies: set the size, from across and up; the words for one body. */
void kin_solid_begin(struct kin_solid *solid, const struct kin_figure *figure, struct kin_sketch *sketch);
void kin_solid_show(struct kin_solid *solid);
void kin_solid_tell(struct kin_telling *telling, const struct kin_figure_part *body);

#endif
