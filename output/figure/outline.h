/* Outlines: polygons whose sides, corners and angles carry labels and marks, with heights and diagonals. Triangles,
 * polygons and the polygons of composite figures share this. Sides and corners are counted from 1 in the order of the
 * corners; side n goes from corner n to the next one. */
#ifndef KIN_FIGURE_OUTLINE_H
#define KIN_FIGURE_OUTLINE_H

#include "figure/board.h"

enum { KIN_MOST_CORNERS = 30 };

struct kin_outline {
    struct kin_xy corners[KIN_MOST_CORNERS];
    size_t count;
    const struct kin_figure_part *owner; /* has the attributes KIN_OUTLINE_ROWS, and the parts KIN_OUTLINE_PARTS */
};

/* ---- Tables -------------------------------------------------------------------------------------------------------
 */

#define KIN_STROKES "solid dashed dotted"
#define KIN_LABEL_ROW(text)                                                                                            \
    {                                                                                                                  \
        .name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = text                               \
    }
#define KIN_PATTERN_ROW                                                                                                \
    {                                                                                                                  \
        .name = "pattern", .type = KIN_FIGURE_CHOICE, .words = KIN_PATTERN_WORDS, .otherwise = "none",                 \
        .doc = "What it is filled with"                                                                                \
    }
#define KIN_STROKE_ROW                                                                                                 \
    {                                                                                                                  \
        .name = "style", .type = KIN_FIGURE_CHOICE, .words = KIN_STROKES, .otherwise = "solid", .doc = "The stroke"    \
    }
#define KIN_TICKS_ROW                                                                                                  \
    {                                                                                                                  \
        .name = "ticks", .type = KIN_FIGURE_WHOLE, .otherwise = "0", .range = "0 4",                                   \
        .doc = "Short strokes across it: those with as many are equal"                                                 \
    }
#define KIN_CHEVRONS_ROW                                                                                               \
    {                                                                                                                  \
        .name = "arrows", .type = KIN_FIGURE_WHOLE, .otherwise = "0", .range = "0 3",                                  \
        .doc = "Chevrons along it: those with as many are parallel"                                                    \
    }
#define KIN_ARCS_ROW                                                                                                   \
    {                                                                                                                  \
        .name = "arcs", .type = KIN_FIGURE_WHOLE, .otherwise = "1", .range = "0 4",                                    \
        .doc = "How many arcs: angles with as many are equal"                                                          \
    }
#define KIN_BOX_ROWS(wide, high)                                                                                       \
    {.name = "width",                                                                                                  \
     .type = KIN_FIGURE_NUMBER,                                                                                        \
     .otherwise = wide,                                                                                                \
     .range = "40 450",                                                                                                \
     .doc = "Of the figure, in points of 1/72 inch: it is drawn as large as it fits, to scale"},                       \
    {                                                                                                                  \
        .name = "height", .type = KIN_FIGURE_NUMBER, .otherwise = high, .range = "40 450",                             \
        .doc = "Of the figure, in points"                                                                              \
    }
#define KIN_TURN_ROW                                                                                                   \
    {                                                                                                                  \
        .name = "turn", .type = KIN_FIGURE_NUMBER, .otherwise = "0", .range = "-360 360",                              \
        .doc = "Degrees by which it is turned counter-clockwise"                                                       \
    }
#define KIN_OUTLINE_ROWS                                                                                               \
    {.name = "names",                                                                                                  \
     .type = KIN_FIGURE_WORDS,                                                                                         \
     .otherwise = KIN_LEFT_OUT,                                                                                        \
     .count = "0 30",                                                                                                  \
     .doc = "What stands at its corners: [\"A\", \"B\", \"C\"]"},                                                      \
        KIN_PATTERN_ROW, KIN_STROKE_ROW,                                                                               \
        {.name = "right-angles",                                                                                       \
         .type = KIN_FIGURE_CHOICE,                                                                                    \
         .words = "unmarked marked",                                                                                   \
         .otherwise = "unmarked",                                                                                      \
         .doc = "Do all its right angles have their little square?"},                                                  \
        KIN_LABEL_ROW("What stands in it")

extern const struct kin_figure_attribute kin_side_rows[], kin_corner_rows[], kin_inner_angle_rows[],
    kin_exterior_rows[], kin_height_rows[], kin_diagonal_rows[], kin_plain_segment_rows[], kin_plain_point_rows[];
/* The parts of outlines; and those of the figure they stand in, for segments and points by their places. */
#define KIN_OUTLINE_PARTS                                                                                              \
    {"side", "A side: its label and marks", kin_side_rows, NULL},                                                      \
        {"corner", "A corner: its label", kin_corner_rows, NULL},                                                      \
        {"angle", "The angle at a corner", kin_inner_angle_rows, NULL},                                                \
        {"exterior", "The angle outside at a corner, with the side drawn on", kin_exterior_rows, NULL},                \
        {"height", "A height: from a corner to a side, dashed", kin_height_rows, NULL},                                \
    {                                                                                                                  \
        "diagonal", "From a corner to another", kin_diagonal_rows, NULL                                                \
    }
#define KIN_PLACED_PARTS                                                                                               \
    {"segment", "A segment between two places", kin_plain_segment_rows, NULL},                                         \
    {                                                                                                                  \
        "point", "A point at a place", kin_plain_point_rows, NULL                                                      \
    }

/* ---- What is wrong ------------------------------------------------------------------------------------------------
 */

/* Take the corners of an attribute POINTS. */
void kin_outline_take(struct kin_outline *outline, const struct kin_figure_part *owner, const char *corners);
/* Is it a polygon that does not cross itself (`attribute` says its corners), and do its parts name its sides and
 * corners? */
bool kin_outline_sound(const struct kin_outline *outline, const char *attribute, struct kin_figure_fault *fault);
/* Do the ends of each segment among these parts differ? */
bool kin_placed_sound(const struct kin_figure_part *owner, struct kin_figure_fault *fault);

/* ---- Drawing and telling ------------------------------------------------------------------------------------------
 */

void kin_outline_lay(struct kin_board *board, const struct kin_outline *outline);
/* Segments and points. Other parts are left alone. */
void kin_placed_lay(struct kin_board *board, const struct kin_figure_part *owner);
enum kin_pen kin_stroke_named(const char *style);

/* Its sides on a way around it with their directions and labels, then angles, heights and diagonals. */
void kin_outline_tell(const struct kin_outline *outline, struct kin_telling *telling);
/* By their places on paper with a grid, else by their labels. */
void kin_placed_tell(const struct kin_figure_part *owner, struct kin_telling *telling);
bool kin_has_grid(const struct kin_figure_part *figure);

/* ---- Geometry -----------------------------------------------------------------------------------------------------
 */

/* Twice the area, positive where the corners go around counter-clockwise. */
double kin_outline_doubled_area(const struct kin_outline *outline);
/* The corner of a number from 1, going around. */
static inline struct kin_xy kin_outline_corner(const struct kin_outline *outline, size_t number)
{
    return outline->corners[(number - 1) % outline->count];
}
/* Is the inner angle at a corner a right one? */
bool kin_outline_right_at(const struct kin_outline *outline, size_t number);
/* Where a perpendicular from a place meets the line through two others. */
struct kin_xy kin_foot(struct kin_xy from, struct kin_xy a, struct kin_xy b);
#endif
