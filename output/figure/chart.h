/* The frame of displays with bars: an upright axis with lines across, a level axis, columns between. */
#ifndef KIN_FIGURE_CHART_H
#define KIN_FIGURE_CHART_H

#include "figure/axis.h"

struct kin_chart {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    struct kin_axis up;
    double left, right, top, bottom; /* of what is between the axes, pt */
};

/* Rows that displays with bars have in common. */
#define KIN_CHART_ROWS(amounts)                                                                                        \
    {.name = "y-to", .type = KIN_FIGURE_NUMBER, .otherwise = "10", .range = "> 0 1000000", .doc = "Top of the axis"},  \
        {.name = "y-step",                                                                                             \
         .type = KIN_FIGURE_NUMBER,                                                                                    \
         .otherwise = "1",                                                                                             \
         .range = "> 0 1000000",                                                                                       \
         .doc = "From one line across to the next"},                                                                   \
        {.name = "y-title", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = amounts},                       \
        {.name = "form",                                                                                               \
         .type = KIN_FIGURE_CHOICE,                                                                                    \
         .words = KIN_FORM_WORDS,                                                                                      \
         .otherwise = "decimal",                                                                                       \
         .doc = "How numbers print that are not whole"},                                                               \
        {.name = "length",                                                                                             \
         .type = KIN_FIGURE_NUMBER,                                                                                    \
         .otherwise = "280",                                                                                           \
         .range = "150 450",                                                                                           \
         .doc = "Of the figure, in points of 1/72 inch"},                                                              \
    {                                                                                                                  \
        .name = "height", .type = KIN_FIGURE_NUMBER, .otherwise = "120", .range = "60 300",                            \
        .doc = "Of what is between the axes, in points"                                                                \
    }

/* Are there few enough lines across, and is each number of an attribute on the axis? That begins at "y-from",
 * which a kind may have, else at 0. */
bool kin_chart_fits(const struct kin_figure_part *chart, struct kin_figure_fault *fault);
bool kin_chart_holds(const struct kin_figure_part *chart, const struct kin_figure_part *part, const char *name,
                     struct kin_figure_fault *fault);

/* Take the room for it all: `below` pt are for what stands under the bottom line, `above` over the title. */
struct kin_chart kin_chart_begin(struct kin_sketch *sketch, const struct kin_figure_part *part, double above,
                                 double below);

/* Lines across and both axes, over which bars stand; the bottom line, to be drawn last. */
void kin_chart_frame(const struct kin_chart *chart);
void kin_chart_floor(const struct kin_chart *chart);

/* A bar from x = `from` to `to` pt that is as high as `value` says; one that ends at the bottom is nothing. */
void kin_chart_bar(const struct kin_chart *chart, double from, double to, double value, enum kin_pattern pattern);

/* What the upright axis says. */
void kin_chart_tell(struct kin_telling *telling, const struct kin_figure_part *chart);

#endif
