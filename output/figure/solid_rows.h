/* Rows of attribute tables that kinds of solids and the parts of a composite solid share. */
#ifndef KIN_FIGURE_SOLID_ROWS_H
#define KIN_FIGURE_SOLID_ROWS_H

#include "content/figure.h"

/* Of every figure that shows a solid. */
#define KIN_SOLID_ROWS                                                                                                 \
    {.name = "across",                                                                                                 \
     .type = KIN_FIGURE_NUMBER,                                                                                        \
     .otherwise = "190",                                                                                               \
     .range = "60 450",                                                                                                \
     .doc = "Width of the figure, in points of 1/72 inch"},                                                            \
        {.name = "up",                                                                                                 \
         .type = KIN_FIGURE_NUMBER,                                                                                    \
         .otherwise = "140",                                                                                           \
         .range = "50 400",                                                                                            \
         .doc = "Height of the figure"},                                                                               \
        {.name = "unit",                                                                                               \
         .type = KIN_FIGURE_NUMBER,                                                                                    \
         .otherwise = KIN_LEFT_OUT,                                                                                    \
         .range = "> 0 200",                                                                                           \
         .doc = "At most so many points a unit, so that two figures can have one scale; else as large as fits"},       \
    {                                                                                                                  \
        .name = "hidden", .type = KIN_FIGURE_CHOICE, .words = "dashed none", .otherwise = "dashed",                    \
        .doc = "How edges show that lie behind"                                                                        \
    }

#define KIN_SOLID_LENGTH(row, what)                                                                                    \
    {                                                                                                                  \
        .name = row, .type = KIN_FIGURE_NUMBER, .range = "> 0 100000", .doc = what                                     \
    }

/* A base of corners: of prisms and pyramids. */
#define KIN_BASE_ROWS                                                                                                  \
    {.name = "width",                                                                                                  \
     .type = KIN_FIGURE_NUMBER,                                                                                        \
     .otherwise = KIN_LEFT_OUT,                                                                                        \
     .range = "> 0 100000",                                                                                            \
     .doc = "Of a rectangular base, along the front"},                                                                 \
        {.name = "depth",                                                                                              \
         .type = KIN_FIGURE_NUMBER,                                                                                    \
         .otherwise = KIN_LEFT_OUT,                                                                                    \
         .range = "> 0 100000",                                                                                        \
         .doc = "Of a rectangular base, front to back; as wide when left out"},                                        \
        {.name = "base",                                                                                               \
         .type = KIN_FIGURE_POINTS,                                                                                    \
         .otherwise = KIN_LEFT_OUT,                                                                                    \
         .range = "-10000 10000",                                                                                      \
         .count = "0 12",                                                                                              \
         .doc = "Instead: the corners of a base, in order; only a prism alone may bend inwards"},                      \
        KIN_SOLID_LENGTH("height", "From base to base, or to the apex")

#define KIN_PRISM_ROWS                                                                                                 \
    KIN_BASE_ROWS,                                                                                                     \
        {.name = "stand",                                                                                              \
         .type = KIN_FIGURE_CHOICE,                                                                                    \
         .words = "upright lying",                                                                                     \
         .otherwise = "upright",                                                                                       \
         .doc = "On its base, or with the base to the front"},                                                         \
    {                                                                                                                  \
        .name = "cubes", .type = KIN_FIGURE_NUMBERS, .range = "1 20", .count = "3 3", .otherwise = KIN_LEFT_OUT,       \
        .doc = "Lines on a rectangular prism that cut width, depth and height into so many parts"                      \
    }
#define KIN_STAND_ROW                                                                                                  \
    {                                                                                                                  \
        .name = "stand", .type = KIN_FIGURE_CHOICE, .words = "upright inverted", .otherwise = "upright",               \
        .doc = "Its point up or down"                                                                                  \
    }
#define KIN_PYRAMID_ROWS KIN_BASE_ROWS, KIN_STAND_ROW
#define KIN_CYLINDER_ROWS                                                                                              \
    KIN_SOLID_LENGTH("radius", "Of its base"), KIN_SOLID_LENGTH("height", "From base to base"),                        \
    {                                                                                                                  \
        .name = "stand", .type = KIN_FIGURE_CHOICE, .words = "upright lying", .otherwise = "upright",                  \
        .doc = "On its base, or with its axis level, as a pipe"                                                        \
    }
#define KIN_CONE_ROWS                                                                                                  \
    KIN_SOLID_LENGTH("radius", "Of its base"), KIN_SOLID_LENGTH("height", "From base to apex"),                        \
    {                                                                                                                  \
        .name = "stand", .type = KIN_FIGURE_CHOICE, .words = "upright inverted lying", .otherwise = "upright",         \
        .doc = "Its point up, down or, with its axis level, to the left"                                               \
    }
#define KIN_SPHERE_ROWS                                                                                                \
    KIN_SOLID_LENGTH("radius", "From its center"),                                                                     \
    {                                                                                                                  \
        .name = "half", .type = KIN_FIGURE_CHOICE, .words = "whole top bottom", .otherwise = "whole",                  \
        .doc = "A sphere, a dome or a bowl"                                                                            \
    }

/* What stands in a body. */
extern const struct kin_figure_part_kind kin_solid_parts[];

#endif
