/* The plane with two axes that several kinds draw on: grid, axes, numbers and titles, and everything that stands in it.
 * One drawing code for coordinate planes, scatter plots, residual plots, transformation grids. */
#ifndef KIN_FIGURE_PLANE_H
#define KIN_FIGURE_PLANE_H

#include "figure/figure.h"

#define KIN_ENDS "closed open"
#define KIN_CURVE_ENDS "none closed open arrow"
#define KIN_STYLES "solid dashed"

/* Rows that all kinds with a plane have; ranges of values where nothing else is said. */
#define KIN_PLANE_ROWS(low, high)                                                                                      \
    {.name = "x-from", .type = KIN_FIGURE_NUMBER, .otherwise = low, .doc = "Where the horizontal axis begins"},        \
        {.name = "x-to", .type = KIN_FIGURE_NUMBER, .otherwise = high, .doc = "Where it ends"},                        \
        {.name = "x-step",                                                                                             \
         .type = KIN_FIGURE_NUMBER,                                                                                    \
         .otherwise = "1",                                                                                             \
         .range = "> 0 100000",                                                                                        \
         .doc = "From grid line to grid line"},                                                                        \
        {.name = "y-from", .type = KIN_FIGURE_NUMBER, .otherwise = low, .doc = "Where the vertical axis begins"},      \
        {.name = "y-to", .type = KIN_FIGURE_NUMBER, .otherwise = high, .doc = "Where it ends"},                        \
        {.name = "y-step",                                                                                             \
         .type = KIN_FIGURE_NUMBER,                                                                                    \
         .otherwise = "1",                                                                                             \
         .range = "> 0 100000",                                                                                        \
         .doc = "From grid line to grid line"},                                                                        \
        {.name = "x-title",                                                                                            \
         .type = KIN_FIGURE_TEXT,                                                                                      \
         .otherwise = KIN_LEFT_OUT,                                                                                    \
         .doc = "What the horizontal axis shows, with its unit: Time (min)"},                                          \
        {.name = "y-title",                                                                                            \
         .type = KIN_FIGURE_TEXT,                                                                                      \
         .otherwise = KIN_LEFT_OUT,                                                                                    \
         .doc = "What the vertical axis shows"},                                                                       \
        {.name = "numbers",                                                                                            \
         .type = KIN_FIGURE_CHOICE,                                                                                    \
         .words = "all none",                                                                                          \
         .otherwise = "all",                                                                                           \
         .doc = "Do the axes have numbers?"},                                                                          \
        {.name = "grid",                                                                                               \
         .type = KIN_FIGURE_CHOICE,                                                                                    \
         .words = "yes no",                                                                                            \
         .otherwise = "yes",                                                                                           \
         .doc = "Are there grid lines?"},                                                                              \
        {.name = "width",                                                                                              \
         .type = KIN_FIGURE_NUMBER,                                                                                    \
         .otherwise = "216",                                                                                           \
         .range = "90 460",                                                                                            \
         .doc = "Of the figure, in points of 1/72 inch"},                                                              \
    {                                                                                                                  \
        .name = "height", .type = KIN_FIGURE_NUMBER, .otherwise = "216", .range = "90 460",                            \
        .doc = "Of the figure, in points"                                                                              \
    }

/* Parts that stand in a plane: point, points, segment, line, ray, polygon, arrow, curve, half-plane, region. */
extern const struct kin_figure_part_kind kin_plane_parts[];

/* Axes rise, there are not too many grid lines, points and corners are on the plane, lines cross it. */
bool kin_plane_check(const struct kin_figure *figure, struct kin_figure_fault *fault);

/* All parts in words, one sentence each. */
void kin_plane_tell_parts(const struct kin_figure_part *whole, struct kin_telling *telling);

/* Values to places. Sides in pt; y grows downwards. */
struct kin_plane {
    struct kin_sketch *sketch;
    const struct kin_figure_part *whole;
    const struct kin_text_style *number_style; /* of the numbers along the axes */
    struct kin_scale x, y;
    double left, top, right, bottom;
    struct kin_xy x_number, y_number; /* as large as the largest along each axis */
};

/* Which axes there are: crossing at 0 with names, or the lower and left edges; none, but the grid. */
enum kin_axes { KIN_AXES_CROSSED, KIN_AXES_NONE };

/* Set the figure's size, draw areas and, above them, grid and axes. Numbers wait for kin_plane_end, after the parts. */
struct kin_plane kin_plane_begin(struct kin_sketch *sketch, const struct kin_figure_part *whole, enum kin_axes axes);
void kin_plane_end(struct kin_plane *plane, enum kin_axes axes);

void kin_plane_add_parts(const struct kin_plane *plane);
/* What polygons and half-planes are filled with; behind the grid, whose squares are counted in them. */
void kin_plane_fill_parts(const struct kin_plane *plane);

static inline struct kin_xy kin_plane_at(const struct kin_plane *plane, double x, double y)
{
    return (struct kin_xy){kin_scale_at(&plane->x, x), kin_scale_at(&plane->y, y)};
}

/* The line a x + b y = c as two places at the plane's edges; false where it misses the plane. */
bool kin_plane_line(const struct kin_plane *plane, const double *abc, struct kin_xy *from, struct kin_xy *to);

/* The three numbers of a line: from its "eq", or through the two points of "through". False: it has neither. */
bool kin_plane_equation(const struct kin_figure_part *line, double *abc);

#endif
