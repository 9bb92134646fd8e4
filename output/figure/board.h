/* A board: what figures of plane geometry are put together on. A kind lays areas, strokes, marks and labels on it in
 * units of its own (x to the right, y up, angles in radians, counter-clockwise); then the board is fitted into the
 * figure's box: true to scale, as large as there is room for it and its labels, in the middle. Nothing is drawn
 * before. */
#ifndef KIN_FIGURE_BOARD_H
#define KIN_FIGURE_BOARD_H

#include "figure/sketch.h"

struct kin_board_item;

struct kin_board {
    struct kin_sketch *sketch;
    double turn; /* all that is laid on is turned so far around the origin; set before */
    struct kin_board_item *items;
    size_t count, room;
    double scale;         /* once it is fitted: pt a unit */
    struct kin_xy origin; /* and where (0, 0) stands */
};

/* Fit into a box of so many pt and draw. */
void kin_board_fit(struct kin_board *board, double width, double height);

/* ---- Areas and strokes, back to front -----------------------------------------------------------------------------
 */

void kin_board_area(struct kin_board *board, const struct kin_xy *places, size_t count, enum kin_pattern pattern);
void kin_board_line(struct kin_board *board, struct kin_xy from, struct kin_xy to, enum kin_pen pen);
void kin_board_arc(struct kin_board *board, struct kin_xy centre, double radius, double from, double to,
                   enum kin_pen pen);
/* The piece of a disc between two angles. */
void kin_board_sector(struct kin_board *board, struct kin_xy centre, double radius, double from, double to,
                      enum kin_pattern pattern);

/* ---- Marks, whose size does not depend on the scale ---------------------------------------------------------------
 */

void kin_board_dot(struct kin_board *board, struct kin_xy at, enum kin_dot dot);
/* A row of dots of dotted paper, `count` from `from` to `to`: labels may cover them. */
void kin_board_specks(struct kin_board *board, struct kin_xy from, struct kin_xy to, size_t count);
void kin_board_arrow(struct kin_board *board, struct kin_xy from, struct kin_xy tip);
void kin_board_ticks(struct kin_board *board, struct kin_xy from, struct kin_xy to, size_t count);
void kin_board_chevrons(struct kin_board *board, struct kin_xy from, struct kin_xy to, size_t count);
void kin_board_right_angle(struct kin_board *board, struct kin_xy corner, struct kin_xy a, struct kin_xy b);

/* Arcs between the rays from a corner to a and, counter-clockwise, to b, and a label (NULL: none) between these, where
 * there is room; else beside, with a line to the arc. `wider` pt are added to the radius. */
struct kin_board_angle {
    struct kin_xy corner, a, b;
    size_t arcs; /* 0: none, the label alone */
    double wider;
    const struct kin_nodes *label;
};
void kin_board_angle(struct kin_board *board, const struct kin_board_angle *angle);

/* ---- Labels -------------------------------------------------------------------------------------------------------
 */

/* As kin_sketch_label, _side and _inside; NULL texts are nothing. */
void kin_board_label(struct kin_board *board, const struct kin_nodes *text, struct kin_xy at, double clear,
                     double angle);
void kin_board_label_side(struct kin_board *board, const struct kin_nodes *text, struct kin_xy from, struct kin_xy to,
                          double clear);
void kin_board_label_inside(struct kin_board *board, const struct kin_nodes *text, struct kin_xy at);

/* ---- Places -------------------------------------------------------------------------------------------------------
 */

static inline struct kin_xy kin_towards(struct kin_xy from, struct kin_xy to, double share)
{
    return (struct kin_xy){from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}
static inline double kin_distance(struct kin_xy a, struct kin_xy b)
{
    return hypot(b.x - a.x, b.y - a.y);
}
/* The direction from a to b, y up. */
static inline double kin_heading(struct kin_xy a, struct kin_xy b)
{
    return atan2(b.y - a.y, b.x - a.x);
}
/* The place `distance` from a centre in a direction, y up. */
static inline struct kin_xy kin_polar(struct kin_xy centre, double distance, double angle)
{
    return (struct kin_xy){centre.x + distance * cos(angle), centre.y + distance * sin(angle)};
}
static inline double kin_radians(double degrees)
{
    return degrees * M_PI / 180;
}
/* How far one turns counter-clockwise from one direction to another: 0 up to, but not, a whole turn. */
static inline double kin_sweep(double from, double to)
{
    double sweep = fmod(to - from, 2 * M_PI);
    sweep = sweep < 0 ? sweep + 2 * M_PI : sweep;
    return sweep > 2 * M_PI - 1e-9 ? 0 : sweep;
}

/* A point of a part's POINT or POINTS attribute. */
static inline struct kin_xy kin_point_of(const struct kin_figure_part *part, const char *name, size_t index)
{
    return (struct kin_xy){kin_figure_number_at(part, name, 2 * index),
                           kin_figure_number_at(part, name, 2 * index + 1)};
}

#endif
