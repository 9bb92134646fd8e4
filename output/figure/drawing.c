/* A drawing of simple shapes in coordinates of its own, for what no kind covers. */
#include "figure/drawing.h"

#include "figure/figure.h"

#define LABEL_ROW(what)                                                                                                \
    {                                                                                                                  \
        .name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = what                               \
    }
#define PATTERN_ROW                                                                                                    \
    {                                                                                                                  \
        .name = "pattern", .type = KIN_FIGURE_CHOICE, .words = KIN_PATTERN_WORDS " white", .otherwise = "none",        \
        .doc = "How it is filled; white hides what lies below"                                                         \
    }
#define PEN_ROW                                                                                                        \
    {                                                                                                                  \
        .name = "pen", .type = KIN_FIGURE_CHOICE, .words = "normal thin heavy dashed dotted none",                     \
        .otherwise = "normal", .doc = "How it is drawn"                                                                \
    }
#define SIZE_ROW(id, what)                                                                                             \
    {                                                                                                                  \
        .name = id, .type = KIN_FIGURE_NUMBER, .range = "> 0 1000000", .doc = what                                     \
    }

static const struct kin_figure_attribute point_rows[] = {
    {.name = "at", .type = KIN_FIGURE_POINT, .doc = "Its place"},
    {.name = "end",
     .type = KIN_FIGURE_CHOICE,
     .words = "closed open",
     .otherwise = "closed",
     .doc = "Filled or hollow"},
    LABEL_ROW("Its name"),
    {0},
};
static const struct kin_figure_attribute segment_rows[] = {
    {.name = "from", .type = KIN_FIGURE_POINT, .doc = "One end"},
    {.name = "to", .type = KIN_FIGURE_POINT, .doc = "The other end"},
    {.name = "ticks",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "0",
     .range = "0 4",
     .doc = "Short strokes across it: segments with as many are equal"},
    PEN_ROW,
    LABEL_ROW("What stands on its left, as seen from its beginning"),
    {0},
};
static const struct kin_figure_attribute arrow_rows[] = {
    {.name = "from", .type = KIN_FIGURE_POINT, .doc = "Where it begins"},
    {.name = "to", .type = KIN_FIGURE_POINT, .doc = "Where its head is"},
    {.name = "heads", .type = KIN_FIGURE_WHOLE, .otherwise = "1", .range = "1 2", .doc = "2: heads at both ends"},
    PEN_ROW,
    LABEL_ROW("What stands on its left, as seen from its beginning"),
    {0},
};
static const struct kin_figure_attribute polygon_rows[] = {
    {.name = "corners", .type = KIN_FIGURE_POINTS, .count = "3 60", .doc = "Its corners in order"},
    PATTERN_ROW,
    PEN_ROW,
    LABEL_ROW("What stands in it"),
    {0},
};
static const struct kin_figure_attribute rectangle_rows[] = {
    {.name = "at", .type = KIN_FIGURE_POINT, .doc = "Its lower left corner"},
    SIZE_ROW("width", "From left to right"),
    SIZE_ROW("height", "From bottom to top"),
    PATTERN_ROW,
    PEN_ROW,
    LABEL_ROW("What stands in it"),
    {0},
};
static const struct kin_figure_attribute circle_rows[] = {
    {.name = "at", .type = KIN_FIGURE_POINT, .doc = "Its center"},
    SIZE_ROW("radius", "Its radius"),
    PATTERN_ROW,
    PEN_ROW,
    LABEL_ROW("What stands in it"),
    {0},
};
static const struct kin_figure_attribute arc_rows[] = {
    {.name = "at", .type = KIN_FIGURE_POINT, .doc = "Its center"},
    SIZE_ROW("radius", "Its radius"),
    {.name = "from",
     .type = KIN_FIGURE_NUMBER,
     .range = "-720 720",
     .doc = "Where it begins: degrees from the right, counter-clockwise"},
    {.name = "to", .type = KIN_FIGURE_NUMBER, .range = "-720 720", .doc = "Where it ends, above from"},
    PEN_ROW,
    LABEL_ROW("What stands outside its middle"),
    {0},
};
static const struct kin_figure_attribute angle_rows[] = {
    {.name = "at", .type = KIN_FIGURE_POINT, .doc = "Its vertex"},
    {.name = "from", .type = KIN_FIGURE_POINT, .doc = "A point of its first side"},
    {.name = "to", .type = KIN_FIGURE_POINT, .doc = "A point of its second side, counter-clockwise from the first"},
    {.name = "arcs",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "1",
     .range = "0 4",
     .doc = "How many arcs mark it; 0: the square of a right angle"},
    LABEL_ROW("What stands in it"),
    {0},
};
static const struct kin_figure_attribute brace_rows[] = {
    {.name = "from", .type = KIN_FIGURE_POINT, .doc = "One end"},
    {.name = "to", .type = KIN_FIGURE_POINT, .doc = "The other end; its tip is on the left as seen from the first"},
    LABEL_ROW("What stands at its tip"),
    {0},
};
static const struct kin_figure_attribute text_rows[] = {
    {.name = "at", .type = KIN_FIGURE_POINT, .doc = "Where its middle is, if there is room"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .doc = "The text"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"point", "A point", point_rows, NULL},
    {"segment", "A straight line from point to point", segment_rows, NULL},
    {"arrow", "A line with a head", arrow_rows, NULL},
    {"polygon", "A polygon", polygon_rows, NULL},
    {"rectangle", "A rectangle with level and upright sides", rectangle_rows, NULL},
    {"circle", "A circle", circle_rows, NULL},
    {"arc", "A part of a circle's line", arc_rows, NULL},
    {"angle", "The mark of an angle", angle_rows, NULL},
    {"brace", "A brace along a line", brace_rows, NULL},
    {"text", "A text", text_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "x-from", .type = KIN_FIGURE_NUMBER, .otherwise = "0", .doc = "Left edge, in its own coordinates"},
    {.name = "x-to", .type = KIN_FIGURE_NUMBER, .otherwise = "10", .doc = "Right edge"},
    {.name = "y-from", .type = KIN_FIGURE_NUMBER, .otherwise = "0", .doc = "Lower edge"},
    {.name = "y-to", .type = KIN_FIGURE_NUMBER, .otherwise = "6", .doc = "Upper edge"},
    {.name = "length",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "240",
     .range = "40 450",
     .doc = "Width on paper, in points of 1/72 inch; both directions have one scale"},
    {0},
};

enum { MOST_PARTS = 200 };

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static double span(const struct kin_figure_part *whole, const char *from, const char *to)
{
    return kin_figure_number(whole, to) - kin_figure_number(whole, from);
}

static bool inside(const struct kin_figure_part *whole, const struct kin_figure_part *part, const char *name, double x,
                   double y, struct kin_figure_fault *fault)
{
    double slack = 1e-9 * (span(whole, "x-from", "x-to") + span(whole, "y-from", "y-to"));
    bool fits = x >= kin_figure_number(whole, "x-from") - slack && x <= kin_figure_number(whole, "x-to") + slack &&
                y >= kin_figure_number(whole, "y-from") - slack && y <= kin_figure_number(whole, "y-to") + slack;
    return fits ||
           kin_figure_reject(fault, part, name, "it reaches to (%g, %g), which is outside of the drawing", x, y);
}

static bool points_fit(const struct kin_figure_part *whole, const struct kin_figure_part *part, const char *name,
                       struct kin_figure_fault *fault)
{
    for (size_t i = 0; i + 1 < kin_figure_count(part, name); i += 2) {
        if (!inside(whole, part, name, kin_figure_number_at(part, name, i), kin_figure_number_at(part, name, i + 1),
                    fault)) {
            return false;
        }
    }
    return true;
}

/* Every tenth degree of a circle, as many places of an arc. */
static bool round_fits(const struct kin_figure_part *whole, const struct kin_figure_part *part,
                       struct kin_figure_fault *fault)
{
    double x = kin_figure_number_at(part, "at", 0), y = kin_figure_number_at(part, "at", 1);
    double radius = kin_figure_number(part, "radius");
    double from = kin_part_is(part, "arc") ? kin_figure_number(part, "from") : 0;
    double to = kin_part_is(part, "arc") ? kin_figure_number(part, "to") : 360;
    bool fine = true;
    for (int i = 0; fine && i <= 36; i++) {
        double angle = (from + (to - from) * i / 36) * M_PI / 180;
        fine = inside(whole, part, "radius", x + radius * cos(angle), y + radius * sin(angle), fault);
    }
    return fine;
}

static bool arc_fits(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    double from = kin_figure_number(part, "from"), to = kin_figure_number(part, "to");
    return (to > from && to <= from + 360) ||
           kin_figure_reject(fault, part, "to", "to is %g, but must be above from, which is %g, by at most 360", to,
                             from);
}

static bool ends_differ(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    bool same = kin_figure_number_at(part, "from", 0) == kin_figure_number_at(part, "to", 0) &&
                kin_figure_number_at(part, "from", 1) == kin_figure_number_at(part, "to", 1);
    return !same || kin_figure_reject(fault, part, "to", "from and to are the same point");
}

static bool part_fits(const struct kin_figure_part *whole, const struct kin_figure_part *part,
                      struct kin_figure_fault *fault)
{
    if (kin_part_is(part, "circle")) {
        return round_fits(whole, part, fault);
    }
    if (kin_part_is(part, "arc")) {
        return arc_fits(part, fault) && round_fits(whole, part, fault);
    }
    if (kin_part_is(part, "rectangle")) {
        double x = kin_figure_number_at(part, "at", 0), y = kin_figure_number_at(part, "at", 1);
        return points_fit(whole, part, "at", fault) &&
               inside(whole, part, "width", x + kin_figure_number(part, "width"), y, fault) &&
               inside(whole, part, "height", x, y + kin_figure_number(part, "height"), fault);
    }
    bool fine = points_fit(whole, part, "at", fault) && points_fit(whole, part, "from", fault) &&
                points_fit(whole, part, "to", fault) && points_fit(whole, part, "corners", fault);
    return fine && (!kin_figure_has(part, "from") || ends_differ(part, fault));
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *whole = &figure->whole;
    if (span(whole, "x-from", "x-to") <= 0 || span(whole, "y-from", "y-to") <= 0) {
        const char *name = span(whole, "x-from", "x-to") <= 0 ? "x-to" : "y-to";
        return kin_figure_reject(fault, whole, name, "%s is %g, but must be above the other edge", name,
                                 kin_figure_number(whole, name));
    }
    if (span(whole, "y-from", "y-to") > 3 * span(whole, "x-from", "x-to")) {
        return kin_figure_reject(fault, whole, "y-to", "it is more than three times as high as wide");
    }
    if (whole->part_count > MOST_PARTS) {
        return kin_figure_reject(fault, whole, NULL, "it has %zu parts, but may have %d", whole->part_count,
                                 MOST_PARTS);
    }
    for (size_t i = 0; i < whole->part_count; i++) {
        if (!part_fits(whole, whole->parts[i], fault)) {
            return false;
        }
    }
    return true;
}

const struct kin_figure_kind kin_figure_drawing = {
    .whole = {"drawing", "Points, lines, rectangles, circles, arcs and texts in coordinates of its own", rows, parts},
    .check = check,
    .describe = kin_drawing_describe,
    .sketch = kin_drawing_sketch,
    .examples =
        {"<figure kind=\"drawing\" x-to=\"16\" y-to=\"10\"><rectangle at=\"[1, 1]\" width=\"14\" height=\"8\" "
         "pattern=\"light\"/><rectangle at=\"[3, 3]\" width=\"10\" height=\"4\" "
         "pattern=\"white\">pool</rectangle><arrow "
         "from=\"[1, 5]\" to=\"[3, 5]\" heads=\"2\"><m>x</m></arrow></figure>",
         "<figure kind=\"drawing\" x-from=\"-5\" x-to=\"5\" y-from=\"-1\" y-to=\"6\" length=\"200\"><segment "
         "from=\"[-4, 0]\" to=\"[4, 0]\"/><arc at=\"[0, 0]\" radius=\"4\" from=\"0\" to=\"180\"/><segment "
         "from=\"[0, 0]\" to=\"[0, 4]\" pen=\"dashed\" ticks=\"2\"><m>r</m></segment><angle at=\"[0, 0]\" from=\"[4, "
         "0]\" "
         "to=\"[0, 4]\" arcs=\"0\"/><point at=\"[0, 0]\"><m>M</m></point></figure>",
         "<figure kind=\"drawing\" x-to=\"12\" y-to=\"7\"><polygon corners=\"[[1, 1], [9, 1], [4, 6]]\" "
         "pattern=\"hatch\"/><circle at=\"[10, 5]\" radius=\"3/2\" pattern=\"dots\" pen=\"heavy\"/><brace "
         "from=\"[9, 0.9]\" to=\"[1, 0.9]\" layer=\"key\">8 m</brace><text at=\"[10, 2]\">plan</text></figure>"},
};
