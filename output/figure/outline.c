/* Outlines: tables, geometry, and what is wrong with one. */
#include "figure/outline.h"

#include <string.h>

/* ---- Tables -------------------------------------------------------------------------------------------------------
 */

#define NUMBERED(attribute, text)                                                                                      \
    {                                                                                                                  \
        .name = attribute, .type = KIN_FIGURE_WHOLE, .range = "1 30", .doc = text                                      \
    }

const struct kin_figure_attribute kin_side_rows[] = {
    NUMBERED("at", "Which: side 1 goes from corner 1 to corner 2"),
    KIN_LABEL_ROW("Its length, outside"),
    KIN_TICKS_ROW,
    KIN_CHEVRONS_ROW,
    {.name = "style",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_STROKES " none",
     .otherwise = "solid",
     .doc = "The stroke; none: it is left out, as where two shapes meet"},
    {0},
};
const struct kin_figure_attribute kin_corner_rows[] = {
    NUMBERED("at", "Which, in the order of the corners"),
    KIN_LABEL_ROW("What stands at it"),
    {0},
};
const struct kin_figure_attribute kin_inner_angle_rows[] = {
    NUMBERED("at", "Of which corner"),
    KIN_LABEL_ROW("Its measure"),
    KIN_ARCS_ROW,
    {.name = "mark",
     .type = KIN_FIGURE_CHOICE,
     .words = "auto arc square",
     .otherwise = "auto",
     .doc = "An arc or a little square; auto: a square where it has none but 90 degrees"},
    {0},
};
const struct kin_figure_attribute kin_exterior_rows[] = {
    NUMBERED("at", "At which corner"),
    {.name = "side",
     .type = KIN_FIGURE_CHOICE,
     .words = "before after",
     .otherwise = "before",
     .doc = "Which side is drawn on past the corner: the one that ends there, or the one that begins there"},
    KIN_LABEL_ROW("Its measure"),
    KIN_ARCS_ROW,
    {0},
};
const struct kin_figure_attribute kin_height_rows[] = {
    NUMBERED("from", "From which corner"),
    NUMBERED("to", "To which side, or to where it would go on"),
    KIN_LABEL_ROW("Its length"),
    {0},
};
const struct kin_figure_attribute kin_diagonal_rows[] = {
    NUMBERED("from", "From which corner"),
    NUMBERED("to", "To which corner"),
    KIN_LABEL_ROW("Its length"),
    KIN_TICKS_ROW,
    {.name = "style", .type = KIN_FIGURE_CHOICE, .words = KIN_STROKES, .otherwise = "dashed", .doc = "The stroke"},
    {0},
};
const struct kin_figure_attribute kin_plain_segment_rows[] = {
    {.name = "from", .type = KIN_FIGURE_POINT, .doc = "One end, in the figure's units: [0, 3]"},
    {.name = "to", .type = KIN_FIGURE_POINT, .doc = "The other end"},
    KIN_STROKE_ROW,
    KIN_TICKS_ROW,
    KIN_CHEVRONS_ROW,
    {.name = "ends",
     .type = KIN_FIGURE_CHOICE,
     .words = "none dots arrows",
     .otherwise = "none",
     .doc = "What stands at both ends: arrows for the measure of something"},
    KIN_LABEL_ROW("What stands at its middle"),
    {0},
};
const struct kin_figure_attribute kin_plain_point_rows[] = {
    {.name = "at", .type = KIN_FIGURE_POINT, .doc = "Its place, in the figure's units"},
    {.name = "end",
     .type = KIN_FIGURE_CHOICE,
     .words = "closed open",
     .otherwise = "closed",
     .doc = "Filled or hollow"},
    KIN_LABEL_ROW("What stands beside it"),
    {0},
};

/* ---- Geometry -----------------------------------------------------------------------------------------------------
 */

double kin_outline_doubled_area(const struct kin_outline *outline)
{
    double sum = 0;
    for (size_t i = 1; i <= outline->count; i++) {
        struct kin_xy a = kin_outline_corner(outline, i), b = kin_outline_corner(outline, i + 1);
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

bool kin_outline_right_at(const struct kin_outline *outline, size_t number)
{
    struct kin_xy at = kin_outline_corner(outline, number), after = kin_outline_corner(outline, number + 1);
    double to_next = kin_heading(at, after),
           to_last = kin_heading(at, kin_outline_corner(outline, number + outline->count - 1));
    bool counter_clockwise = kin_outline_doubled_area(outline) > 0;
    double sweep = counter_clockwise ? kin_sweep(to_next, to_last) : kin_sweep(to_last, to_next);
    return fabs(sweep - M_PI / 2) < 1e-6;
}

struct kin_xy kin_foot(struct kin_xy from, struct kin_xy a, struct kin_xy b)
{
    double dx = b.x - a.x, dy = b.y - a.y;
    return kin_towards(a, b, ((from.x - a.x) * dx + (from.y - a.y) * dy) / (dx * dx + dy * dy));
}

enum kin_pen kin_stroke_named(const char *style)
{
    return strcmp(style, "dashed") == 0   ? KIN_PEN_DASHED
           : strcmp(style, "dotted") == 0 ? KIN_PEN_DOTTED
                                          : KIN_PEN_NORMAL;
}

bool kin_has_grid(const struct kin_figure_part *figure)
{
    return kin_figure_has(figure, "grid") && !kin_figure_is(figure, "grid", "none");
}

void kin_outline_take(struct kin_outline *outline, const struct kin_figure_part *owner, const char *corners)
{
    size_t count = kin_figure_count(owner, corners) / 2;
    outline->owner = owner;
    outline->count = count < KIN_MOST_CORNERS ? count : KIN_MOST_CORNERS;
    for (size_t i = 0; i < outline->count; i++) {
        outline->corners[i] = kin_point_of(owner, corners, i);
    }
}

/* ---- What is wrong ------------------------------------------------------------------------------------------------
 */

/* Twice the area of a triangle, with a sign; nothing where it is only rounding. */
static double cross(struct kin_xy a, struct kin_xy b, struct kin_xy c)
{
    double area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    return fabs(area) < 1e-7 * (kin_distance(a, b) * kin_distance(a, c)) ? 0 : area;
}

static bool between(double value, double a, double b)
{
    return value >= fmin(a, b) - 1e-9 && value <= fmax(a, b) + 1e-9;
}

static bool on_segment(struct kin_xy at, struct kin_xy a, struct kin_xy b)
{
    return cross(a, b, at) == 0 && between(at.x, a.x, b.x) && between(at.y, a.y, b.y);
}

static bool meet(struct kin_xy a, struct kin_xy b, struct kin_xy c, struct kin_xy d)
{
    bool across = cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0;
    return across || on_segment(c, a, b) || on_segment(d, a, b) || on_segment(a, c, d) || on_segment(b, c, d);
}

static bool neighbours(const struct kin_outline *outline, size_t i, size_t j)
{
    return j - i == 1 || (i == 1 && j == outline->count);
}

/* Sides that follow one another meet in one corner; others do not meet. */
static bool sides_meet(const struct kin_outline *outline, size_t i, size_t j)
{
    struct kin_xy a = kin_outline_corner(outline, i), b = kin_outline_corner(outline, i + 1);
    struct kin_xy c = kin_outline_corner(outline, j), d = kin_outline_corner(outline, j + 1);
    if (!neighbours(outline, i, j)) {
        return meet(a, b, c, d);
    }
    return j - i == 1 ? on_segment(d, a, b) || on_segment(a, c, d) : on_segment(b, c, d) || on_segment(c, a, b);
}

static bool simple(const struct kin_outline *outline, const char *attribute, struct kin_figure_fault *fault)
{
    for (size_t i = 1; i <= outline->count; i++) {
        if (kin_distance(kin_outline_corner(outline, i), kin_outline_corner(outline, i + 1)) < 1e-9) {
            return kin_figure_reject(fault, outline->owner, attribute, "corner %zu and the next one are the same", i);
        }
    }
    for (size_t i = 1; i <= outline->count; i++) {
        for (size_t j = i + 1; j <= outline->count; j++) {
            if (sides_meet(outline, i, j)) {
                return kin_figure_reject(fault, outline->owner, attribute, "sides %zu and %zu cross or touch", i, j);
            }
        }
    }
    return true;
}

static bool numbered(const struct kin_outline *outline, const struct kin_figure_part *part, const char *name,
                     struct kin_figure_fault *fault)
{
    return !kin_figure_has(part, name) || kin_figure_number(part, name) <= (double)outline->count ||
           kin_figure_reject(fault, part, name, "%s is %g, but there are %zu corners", name,
                             kin_figure_number(part, name), outline->count);
}

static bool height_fits(const struct kin_outline *outline, const struct kin_figure_part *part,
                        struct kin_figure_fault *fault)
{
    size_t side = (size_t)kin_figure_number(part, "to");
    struct kin_xy a = kin_outline_corner(outline, side), b = kin_outline_corner(outline, side + 1);
    struct kin_xy from = kin_outline_corner(outline, (size_t)kin_figure_number(part, "from"));
    return kin_distance(from, kin_foot(from, a, b)) > 1e-6 * kin_distance(a, b) ||
           kin_figure_reject(fault, part, "from", "corner %g lies on side %zu, so that there is no height",
                             kin_figure_number(part, "from"), side);
}

static bool is_outline_part(const struct kin_figure_part *part)
{
    static const char *const names[] = {"side", "corner", "angle", "exterior", "height", "diagonal"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(part->name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool part_fits(const struct kin_outline *outline, const struct kin_figure_part *part,
                      struct kin_figure_fault *fault)
{
    if (!numbered(outline, part, "at", fault) || !numbered(outline, part, "from", fault) ||
        !numbered(outline, part, "to", fault)) {
        return false;
    }
    if (*part->name == 'd' && kin_figure_number(part, "from") == kin_figure_number(part, "to")) {
        return kin_figure_reject(fault, part, "to", "from and to are the same corner");
    }
    return *part->name != 'h' || height_fits(outline, part, fault);
}

bool kin_outline_sound(const struct kin_outline *outline, const char *attribute, struct kin_figure_fault *fault)
{
    if (!simple(outline, attribute, fault)) {
        return false;
    }
    for (size_t i = 0; i < outline->owner->part_count; i++) {
        const struct kin_figure_part *part = outline->owner->parts[i];
        if (is_outline_part(part) && !part_fits(outline, part, fault)) {
            return false;
        }
    }
    return true;
}

bool kin_placed_sound(const struct kin_figure_part *owner, struct kin_figure_fault *fault)
{
    for (size_t i = 0; i < owner->part_count; i++) {
        const struct kin_figure_part *part = owner->parts[i];
        bool segment = strcmp(part->name, "segment") == 0;
        if (segment && kin_distance(kin_point_of(part, "from", 0), kin_point_of(part, "to", 0)) < 1e-9) {
            return kin_figure_reject(fault, part, "to", "from and to are the same place");
        }
    }
    return true;
}
