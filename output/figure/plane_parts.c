/* What stands in a plane: its tables, and what is wrong with it. */
#include "figure/plane.h"

#include <string.h>

/* ---- Tables -------------------------------------------------------------------------------------------------------
 */

#define LABEL(text)                                                                                                    \
    {                                                                                                                  \
        .name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = text                               \
    }
#define STYLE                                                                                                          \
    {                                                                                                                  \
        .name = "style", .type = KIN_FIGURE_CHOICE, .words = KIN_STYLES, .otherwise = "solid", .doc = "The stroke"     \
    }
#define END(attribute, text)                                                                                           \
    {                                                                                                                  \
        .name = attribute, .type = KIN_FIGURE_CHOICE, .words = KIN_CURVE_ENDS, .otherwise = "none", .doc = text        \
    }
#define PATTERN                                                                                                        \
    {                                                                                                                  \
        .name = "pattern", .type = KIN_FIGURE_CHOICE, .words = KIN_PATTERN_WORDS, .otherwise = "none",                 \
        .doc = "What it is filled with"                                                                                \
    }

static const struct kin_figure_attribute point_rows[] = {
    {.name = "at", .type = KIN_FIGURE_POINT, .doc = "Its place: [2, -3]"},
    {.name = "end", .type = KIN_FIGURE_CHOICE, .words = KIN_ENDS, .otherwise = "closed", .doc = "Filled or hollow"},
    LABEL("What stands beside it"),
    {0},
};
static const struct kin_figure_attribute points_rows[] = {
    {.name = "at", .type = KIN_FIGURE_POINTS, .count = "1 100", .doc = "Their places: [[1, 2], [3, 5]]"},
    {.name = "end", .type = KIN_FIGURE_CHOICE, .words = KIN_ENDS, .otherwise = "closed", .doc = "Filled or hollow"},
    {0},
};
static const struct kin_figure_attribute segment_rows[] = {
    {.name = "from", .type = KIN_FIGURE_POINT, .doc = "One end"},
    {.name = "to", .type = KIN_FIGURE_POINT, .doc = "The other end"},
    END("from-end", "What stands at its beginning"),
    END("to-end", "What stands at its end"),
    STYLE,
    LABEL("What stands at its middle"),
    {0},
};
static const struct kin_figure_attribute line_rows[] = {
    {.name = "eq",
     .type = KIN_FIGURE_RELATION,
     .otherwise = KIN_LEFT_OUT,
     .doc = "Its equation, a formula: y = {m}x + {b}"},
    {.name = "through",
     .type = KIN_FIGURE_POINTS,
     .otherwise = KIN_LEFT_OUT,
     .count = "2 2",
     .doc = "Instead of it, two of its points: [[0, b], [1, m + b]]"},
    STYLE,
    LABEL("What stands beside it"),
    {0},
};
static const struct kin_figure_attribute ray_rows[] = {
    {.name = "from", .type = KIN_FIGURE_POINT, .doc = "Where it begins"},
    {.name = "through", .type = KIN_FIGURE_POINT, .doc = "Another of its points"},
    {.name = "end",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_ENDS,
     .otherwise = "closed",
     .doc = "Does its beginning belong to it?"},
    STYLE,
    {0},
};
static const struct kin_figure_attribute polygon_rows[] = {
    {.name = "corners",
     .type = KIN_FIGURE_POINTS,
     .count = "3 20",
     .doc = "Its corners in order: [[0, 0], [4, 0], [0, 3]]"},
    {.name = "names",
     .type = KIN_FIGURE_WORDS,
     .otherwise = KIN_LEFT_OUT,
     .count = "0 20",
     .doc = "What stands at its corners: [\"A\", \"B\", \"C\"]"},
    PATTERN,
    STYLE,
    LABEL("What stands in it"),
    {0},
};
static const struct kin_figure_attribute arrow_rows[] = {
    {.name = "from", .type = KIN_FIGURE_POINT, .doc = "Where it begins"},
    {.name = "to", .type = KIN_FIGURE_POINT, .doc = "Where its head is"},
    STYLE,
    LABEL("What stands at its middle"),
    {0},
};
static const struct kin_figure_attribute curve_rows[] = {
    {.name = "y",
     .type = KIN_FIGURE_CURVE,
     .over = "from to x-from x-to",
     .count = "2 300",
     .doc = "Its height above x: a*(x - h)^2 + k, abs(x - h), power(2, x)"},
    {.name = "from",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = KIN_LEFT_OUT,
     .doc = "Where x begins; at the edge when not said"},
    {.name = "to", .type = KIN_FIGURE_NUMBER, .otherwise = KIN_LEFT_OUT, .doc = "Where x ends"},
    END("from-end", "What stands at its beginning"),
    END("to-end", "What stands at its end"),
    STYLE,
    LABEL("What stands beside it"),
    {0},
};
static const struct kin_figure_attribute half_plane_rows[] = {
    {.name = "eq", .type = KIN_FIGURE_RELATION, .doc = "The inequality, a formula: y < {m}x + {b}"},
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = "hatch",
     .doc = "What it is filled with"},
    LABEL("What stands in it"),
    {0},
};
static const struct kin_figure_attribute region_rows[] = {
    {.name = "test",
     .type = KIN_FIGURE_REGION,
     .over = "x-from x-to y-from y-to",
     .count = "0 2000",
     .doc = "True for its points (x, y): y lt m*x + b and x gt 0"},
    {0},
};

const struct kin_figure_part_kind kin_plane_parts[] = {
    {"point", "A point", point_rows, NULL},
    {"points", "Points without names", points_rows, NULL},
    {"segment", "A segment", segment_rows, NULL},
    {"line", "A line, to the edges of the plane", line_rows, NULL},
    {"ray", "A ray, to the edge of the plane", ray_rows, NULL},
    {"polygon", "A polygon", polygon_rows, NULL},
    {"arrow", "An arrow", arrow_rows, NULL},
    {"curve", "The graph of a function, or a piece of it", curve_rows, NULL},
    {"half-plane", "The solutions of an inequality, with their edge: dashed where it does not belong to them",
     half_plane_rows, NULL},
    {"region", "All points for which something holds, shaded", region_rows, NULL},
    {0},
};

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

enum { MOST_LINES = 60 };

static bool axis_fits(const struct kin_figure_part *whole, const char *from, const char *to, const char *step,
                      struct kin_figure_fault *fault)
{
    double low = kin_figure_number(whole, from), high = kin_figure_number(whole, to);
    if (high <= low) {
        return kin_figure_reject(fault, whole, to, "%s is %g, but must be above %s, which is %g", to, high, from, low);
    }
    double lines = (high - low) / kin_figure_number(whole, step);
    return lines <= MOST_LINES ||
           kin_figure_reject(fault, whole, step, "there are %.0f grid lines, but may be at most %d", lines, MOST_LINES);
}

static bool on_plane(const struct kin_figure_part *whole, const struct kin_figure_part *part, const char *name,
                     struct kin_figure_fault *fault)
{
    for (size_t i = 0; i + 1 < kin_figure_count(part, name); i += 2) {
        double x = kin_figure_number_at(part, name, i), y = kin_figure_number_at(part, name, i + 1);
        bool inside = x >= kin_figure_number(whole, "x-from") && x <= kin_figure_number(whole, "x-to") &&
                      y >= kin_figure_number(whole, "y-from") && y <= kin_figure_number(whole, "y-to");
        if (!inside) {
            return kin_figure_reject(fault, part, name,
                                     "(%g, %g) is not on the plane, which goes from (%g, %g) to (%g, %g)", x, y,
                                     kin_figure_number(whole, "x-from"), kin_figure_number(whole, "y-from"),
                                     kin_figure_number(whole, "x-to"), kin_figure_number(whole, "y-to"));
        }
    }
    return true;
}

static bool differ(const struct kin_figure_part *part, const char *from, const char *to, struct kin_figure_fault *fault)
{
    bool pair = kin_figure_count(part, from) == 2 && kin_figure_count(part, to) == 2;
    bool same = pair && kin_figure_number_at(part, from, 0) == kin_figure_number_at(part, to, 0) &&
                kin_figure_number_at(part, from, 1) == kin_figure_number_at(part, to, 1);
    return !same || kin_figure_reject(fault, part, to, "%s and %s are the same point", from, to);
}

bool kin_plane_equation(const struct kin_figure_part *line, double *abc)
{
    if (kin_figure_has(line, "eq")) {
        for (size_t i = 0; i < 3; i++) {
            abc[i] = kin_figure_number_at(line, "eq", i);
        }
        return true;
    }
    double x1 = kin_figure_number_at(line, "through", 0), y1 = kin_figure_number_at(line, "through", 1);
    double x2 = kin_figure_number_at(line, "through", 2), y2 = kin_figure_number_at(line, "through", 3);
    abc[0] = y2 - y1;
    abc[1] = x1 - x2;
    abc[2] = abc[0] * x1 + abc[1] * y1;
    return kin_figure_count(line, "through") >= 4;
}

/* The plane's corners are not all on one side. */
static bool crosses(const struct kin_figure_part *whole, const double *abc)
{
    static const char *const xs[] = {"x-from", "x-to"}, *const ys[] = {"y-from", "y-to"};
    int below = 0, above = 0;
    for (int i = 0; i < 4; i++) {
        double value =
            abc[0] * kin_figure_number(whole, xs[i % 2]) + abc[1] * kin_figure_number(whole, ys[i / 2]) - abc[2];
        below += value <= 0;
        above += value >= 0;
    }
    return below && above;
}

static bool line_fits(const struct kin_figure_part *whole, const struct kin_figure_part *line,
                      struct kin_figure_fault *fault)
{
    double abc[3];
    const char *name = kin_figure_has(line, "eq") ? "eq" : "through";
    if (!kin_plane_equation(line, abc)) {
        return kin_figure_reject(fault, line, NULL, "a line needs eq or through");
    }
    if (abc[0] == 0 && abc[1] == 0) {
        return kin_figure_reject(fault, line, name, "both points of the line are the same");
    }
    if (strcmp(line->name, "line") == 0 && kin_figure_has(line, "eq") && !kin_figure_is(line, "eq", "=")) {
        return kin_figure_reject(fault, line, name, "a line has an equation; an inequality belongs to a half-plane");
    }
    return crosses(whole, abc) || kin_figure_reject(fault, line, name, "the line does not cross the plane");
}

/* Is any of it to be seen? */
static bool curve_fits(const struct kin_figure_part *whole, const struct kin_figure_part *curve,
                       struct kin_figure_fault *fault)
{
    double low = kin_figure_number(whole, "y-from"), high = kin_figure_number(whole, "y-to");
    for (size_t i = 0; i + 1 < kin_figure_count(curve, "y"); i += 2) {
        double x = kin_figure_number_at(curve, "y", i), y = kin_figure_number_at(curve, "y", i + 1);
        if (y >= low && y <= high && x >= kin_figure_number(whole, "x-from") && x <= kin_figure_number(whole, "x-to")) {
            return true;
        }
    }
    return kin_figure_reject(fault, curve, "y", "the graph does not come onto the plane");
}

static bool part_fits(const struct kin_figure_part *whole, const struct kin_figure_part *part,
                      struct kin_figure_fault *fault)
{
    if (strcmp(part->name, "line") == 0 || strcmp(part->name, "half-plane") == 0) {
        return line_fits(whole, part, fault);
    }
    if (strcmp(part->name, "curve") == 0) {
        return curve_fits(whole, part, fault);
    }
    return on_plane(whole, part, "at", fault) && on_plane(whole, part, "from", fault) &&
           on_plane(whole, part, "to", fault) && on_plane(whole, part, "corners", fault) &&
           differ(part, "from", "to", fault) && differ(part, "from", "through", fault);
}

bool kin_plane_check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *whole = &figure->whole;
    bool fine =
        axis_fits(whole, "x-from", "x-to", "x-step", fault) && axis_fits(whole, "y-from", "y-to", "y-step", fault);
    for (size_t i = 0; fine && i < whole->part_count; i++) {
        fine = part_fits(whole, whole->parts[i], fault);
    }
    return fine;
}
