/* An axis of a data display: a line with marks and as many of their numbers as do not touch. */
#ifndef KIN_FIGURE_AXIS_H
#define KIN_FIGURE_AXIS_H

#include "figure/sketch.h"

/* Rows that the tables of attributes of several kinds share. */
#define KIN_ROWS_AXIS                                                                                                  \
    {.name = "from", .type = KIN_FIGURE_NUMBER, .doc = "The first mark of the axis"},                                  \
        {.name = "to", .type = KIN_FIGURE_NUMBER, .doc = "The last mark"},                                             \
    {                                                                                                                  \
        .name = "step", .type = KIN_FIGURE_NUMBER, .otherwise = "1", .range = "> 0 100000", .doc = "From mark to mark" \
    }
#define KIN_ROW_FORM                                                                                                   \
    {                                                                                                                  \
        .name = "form", .type = KIN_FIGURE_CHOICE, .words = KIN_FORM_WORDS, .otherwise = "decimal",                    \
        .doc = "How numbers print that are not whole"                                                                  \
    }
#define KIN_ROW_LENGTH(usual)                                                                                          \
    {                                                                                                                  \
        .name = "length", .type = KIN_FIGURE_NUMBER, .otherwise = (usual), .range = "150 450",                         \
        .doc = "Of the figure, in points of 1/72 inch"                                                                 \
    }

/* How an axis and its display are written: the attributes from, to, step with a prefix ("", "y-"), and form. */
struct kin_axis {
    struct kin_sketch *sketch;
    struct kin_scale scale; /* begin and end are set by the display, pt */
    struct kin_rat first, step;
    int64_t marks; /* steps from the first mark to the last */
    double line;   /* y of a level axis, x of an upright one, pt */
    bool upright;
    enum kin_number_form form;
    struct kin_xy number; /* width and height of the largest of its numbers, pt */
};

/* Is to above from, and are there at most `most` steps between them? Else false, with the fault set. */
bool kin_axis_fits(const struct kin_figure_part *part, const char *from, const char *to, const char *step, int most,
                   struct kin_figure_fault *fault);

/* Are all numbers of an attribute between two others of `whole`? */
bool kin_axis_holds(const struct kin_figure_part *whole, const char *from, const char *to,
                    const struct kin_figure_part *part, const char *name, struct kin_figure_fault *fault);

/* An axis of attributes that fit, from 0 where `from` is left out; it still needs its place. */
struct kin_axis kin_axis_of(struct kin_sketch *sketch, const struct kin_figure_part *part, const char *from,
                            const char *to, const char *step);

/* The value of the k-th mark, exactly. */
struct kin_rat kin_axis_mark(const struct kin_axis *axis, int64_t k);

/* Its number, as it prints. */
struct kin_nodes kin_axis_number(const struct kin_axis *axis, int64_t k);

/* Each how many marks have a number: `every`, or as many times more as numbers of a size (pt) need not to touch. */
int64_t kin_axis_spacing(const struct kin_axis *axis, struct kin_xy size, int64_t every);

/* What a level axis takes below its line, with a title (or NULL); an upright one to the left of it. */
double kin_axis_room(const struct kin_axis *axis, const struct kin_nodes *title);
/* What a title (or NULL) takes: that of an upright axis stands in the top left corner of the figure. */
double kin_title_room(struct kin_sketch *sketch, const struct kin_nodes *title);

/* Draw the line, its marks, numbers and title. */
void kin_axis_draw(const struct kin_axis *axis, const struct kin_nodes *title);

/* Draw the line and its title alone, for displays that write something else at the marks. */
void kin_axis_draw_line(const struct kin_axis *axis, const struct kin_nodes *title);

/* The first and last mark at the ends of a level axis that may be `width` pt long with its numbers. */
void kin_axis_spread(struct kin_axis *axis, double width);

#endif
