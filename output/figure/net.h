/* Nets: faces in the plane that hang on one another by hinges, and how they fold. */
#ifndef KIN_FIGURE_NET_H
#define KIN_FIGURE_NET_H

#include "figure/solid.h"

enum { KIN_NET_FACES = 16, KIN_NET_CORNERS = 12 };

struct kin_net_face {
    struct kin_xy corners[KIN_NET_CORNERS]; /* y up, counter-clockwise; the first side is the hinge, where it has one */
    size_t count;                           /* 0: a circle, whose first two corners are its hinge */
    int parent;                             /* the face on which it hangs; -1: it lies still */
    double turn;                            /* by how much it turns up around its hinge, in radians */
    double radius;                          /* of a circle, or of the sector of a circle */
    double from, to;                        /* of a sector, in radians; a whole turn apart: a circle */
    struct kin_xy centre;
};

struct kin_net {
    struct kin_net_face faces[KIN_NET_FACES];
    size_t count;
    size_t strip; /* how many rectangles, or triangles, go around */
};

/* The net that a figure of kind net says. */
struct kin_net kin_net_of(const struct kin_figure_part *part);

/* Where a place on a face lies in space once everything is folded (circles turn with their hinge, a rectangle that
 * rolls up stays flat). */
struct kin_xyz kin_net_fold(const struct kin_net *net, size_t face, struct kin_xy place);

/* The outline of a face, round ones as polygons: how many places, at most KIN_NET_OUTLINE. */
enum { KIN_NET_OUTLINE = 74 };
size_t kin_net_outline(const struct kin_net_face *face, struct kin_xy *places);

/* What ranges cannot say. */
bool kin_net_check(const struct kin_figure *figure, struct kin_figure_fault *fault);

#endif
