/* Straight strokes that angles are between: what angle diagrams and transversals share. */
#ifndef KIN_FIGURE_LEGS_H
#define KIN_FIGURE_LEGS_H

#include "figure/outline.h"

enum { KIN_MOST_LEGS = 40 };

struct kin_legs {
    struct kin_leg {
        struct kin_xy from, to;
        const struct kin_figure_part *part; /* that it comes from; or NULL */
    } items[KIN_MOST_LEGS];
    size_t count;
};

/* A part <angle> with its label, arcs and mark, at a place between two directions (radians). */
#define KIN_ANGLE_ROWS                                                                                                 \
    KIN_LABEL_ROW("Its measure or number"), KIN_ARCS_ROW,                                                              \
    {                                                                                                                  \
        .name = "mark", .type = KIN_FIGURE_CHOICE, .words = "auto arc square", .otherwise = "auto",                    \
        .doc = "An arc or a little square; auto: a square where it has none but 90 degrees"                            \
    }
struct kin_angle_at {
    const struct kin_figure_part *part;
    struct kin_xy at;
    double from, to;
};

/* More than KIN_MOST_LEGS are left out. */
void kin_legs_add(struct kin_legs *legs, struct kin_xy from, struct kin_xy to, const struct kin_figure_part *part);

/* Which stroke leaves a place in a direction, to within a tenth of a degree, and how far it goes; NULL: none. */
const struct kin_leg *kin_legs_find(const struct kin_legs *legs, struct kin_xy at, double direction, double *length);

/* Lay the arcs or the squares of angles and their labels on a board. An angle that has a leg with an earlier one of the
 * same place has wider arcs; so has one within an angle with a square. */
void kin_legs_lay_angles(struct kin_board *board, const struct kin_legs *legs, const struct kin_angle_at *angles,
                         size_t count);

#endif
