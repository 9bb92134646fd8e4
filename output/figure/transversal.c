/* Lines cut by one or two transversals: the angles at parallel lines. */
#include "figure/legs.h"

#include <string.h>

enum { MOST_ANGLES = 40, MOST_LINES = 3, PLACES = 4 };

static const struct kin_figure_attribute transversal_rows[] = {
    {.name = "angle",
     .type = KIN_FIGURE_NUMBER,
     .range = "20 160",
     .doc = "Degrees that it rises at, counter-clockwise from the first line"},
    {.name = "at",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "0",
     .range = "-4 4",
     .doc = "Where it crosses line 1; the lines are 1 apart"},
    KIN_LABEL_ROW("Its name, at the upper end"),
    {0},
};
static const struct kin_figure_attribute angle_rows[] = {
    {.name = "place",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = KIN_LEFT_OUT,
     .range = "1 12",
     .doc = "1 and 2: above line 1, left and right of the transversal; 3 and 4: below it; 5 to 8 at line 2 in the same "
            "order, 9 to 12 at line 3"},
    {.name = "line",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "1",
     .range = "1 3",
     .doc = "Instead of place: at which line"},
    {.name = "from",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = KIN_LEFT_OUT,
     .range = "-360 720",
     .doc = "and from which direction, in degrees from the lines"},
    {.name = "to",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = KIN_LEFT_OUT,
     .range = "-360 720",
     .doc = "to which, counter-clockwise"},
    {.name = "transversal",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "1",
     .range = "1 2",
     .doc = "At which transversal: 1 or 2"},
    KIN_ANGLE_ROWS,
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"transversal", "A line across the others; one or two", transversal_rows, NULL},
    {"angle", "An angle where a transversal crosses a line", angle_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "lines", .type = KIN_FIGURE_WHOLE, .otherwise = "2", .range = "2 3", .doc = "How many, from the top down"},
    {.name = "names",
     .type = KIN_FIGURE_WORDS,
     .otherwise = KIN_LEFT_OUT,
     .count = "0 3",
     .doc = "Of the lines: [\"m\", \"n\"]"},
    {.name = "arrows",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "1",
     .range = "0 3",
     .doc = "Chevrons on each line, which say that they are parallel"},
    {.name = "tilt",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "0",
     .range = "-15 15",
     .doc = "Degrees by which the last line is not parallel to the others"},
    KIN_TURN_ROW,
    KIN_BOX_ROWS("190", "130"),
    {0},
};

/* ---- Where everything is: line 1 lies on the x axis, the others below it --------------------------------------------
 */

static bool is(const struct kin_figure_part *part, const char *name)
{
    return strcmp(part->name, name) == 0;
}

static const struct kin_figure_part *transversal(const struct kin_figure_part *figure, size_t number)
{
    size_t seen = 0;
    for (size_t i = 0; i < figure->part_count; i++) {
        if (is(figure->parts[i], "transversal") && ++seen == number) {
            return figure->parts[i];
        }
    }
    return NULL;
}

static size_t line_count(const struct kin_figure_part *figure)
{
    return (size_t)kin_figure_number(figure, "lines");
}

static double line_direction(const struct kin_figure_part *figure, size_t line)
{
    return line == line_count(figure) ? kin_radians(kin_figure_number(figure, "tilt")) : 0;
}

/* A tilted line turns around the point below the place where the first transversal crosses line 1. */
static struct kin_xy crossing(const struct kin_figure_part *figure, size_t line, const struct kin_figure_part *across)
{
    double rise = kin_radians(kin_figure_number(across, "angle")), tilt = line_direction(figure, line);
    double x = kin_figure_number(across, "at"), down = 1 - (double)line;
    double pivot = kin_figure_number(transversal(figure, 1), "at");
    /* (x + t cos(rise), t sin(rise)) lies on y = down + tan(tilt) (x - pivot) */
    double t = (down + tan(tilt) * (x - pivot)) / (sin(rise) - tan(tilt) * cos(rise));
    return kin_polar((struct kin_xy){x, 0}, t, rise);
}

struct extent {
    double left, right;
};

static struct extent extent_of(const struct kin_figure_part *figure)
{
    struct extent extent = {INFINITY, -INFINITY};
    for (size_t k = 1; transversal(figure, k); k++) {
        for (size_t line = 1; line <= line_count(figure); line++) {
            double x = crossing(figure, line, transversal(figure, k)).x;
            extent = (struct extent){fmin(extent.left, x), fmax(extent.right, x)};
        }
    }
    return (struct extent){extent.left - 0.9, extent.right + 0.9};
}

static void take_line(struct kin_legs *legs, const struct kin_figure_part *figure, size_t line)
{
    struct extent extent = extent_of(figure);
    double slope = tan(line_direction(figure, line)), pivot = kin_figure_number(transversal(figure, 1), "at");
    double down = 1 - (double)line;
    struct kin_xy left = {extent.left, down + slope * (extent.left - pivot)};
    struct kin_xy right = {extent.right, down + slope * (extent.right - pivot)};
    kin_legs_add(legs, left, right, NULL);
}

static void take_legs(struct kin_legs *legs, const struct kin_figure_part *figure)
{
    legs->count = 0;
    for (size_t line = 1; line <= line_count(figure); line++) {
        take_line(legs, figure, line);
    }
    for (size_t k = 1; transversal(figure, k); k++) {
        const struct kin_figure_part *across = transversal(figure, k);
        double rise = kin_radians(kin_figure_number(across, "angle")), beyond = 0.75;
        struct kin_xy low = crossing(figure, line_count(figure), across), high = crossing(figure, 1, across);
        kin_legs_add(legs, kin_polar(low, -beyond, rise), kin_polar(high, beyond, rise), across);
    }
}

/* The places 1 to 4: between which directions. */
static void set_place(struct kin_angle_at *angle, size_t place, double line, double across)
{
    const double from[] = {across, line, line + M_PI, across + M_PI};
    const double to[] = {line + M_PI, across, across + M_PI, line + 2 * M_PI};
    angle->from = from[place];
    angle->to = to[place];
}

static size_t line_of(const struct kin_figure_part *part)
{
    return kin_figure_has(part, "place") ? ((size_t)kin_figure_number(part, "place") - 1) / PLACES + 1
                                         : (size_t)kin_figure_number(part, "line");
}

static struct kin_angle_at angle_at(const struct kin_figure_part *figure, const struct kin_figure_part *part)
{
    const struct kin_figure_part *across = transversal(figure, (size_t)kin_figure_number(part, "transversal"));
    struct kin_angle_at angle = {.part = part, .at = crossing(figure, line_of(part), across)};
    if (kin_figure_has(part, "place")) {
        set_place(&angle, ((size_t)kin_figure_number(part, "place") - 1) % PLACES,
                  line_direction(figure, line_of(part)), kin_radians(kin_figure_number(across, "angle")));
    } else {
        angle.from = kin_radians(kin_figure_number(part, "from"));
        angle.to = kin_radians(kin_figure_number(part, "to"));
    }
    return angle;
}

static size_t take_angles(struct kin_angle_at *angles, const struct kin_figure_part *figure)
{
    size_t count = 0;
    for (size_t i = 0; count < MOST_ANGLES && i < figure->part_count; i++) {
        if (is(figure->parts[i], "angle")) {
            angles[count++] = angle_at(figure, figure->parts[i]);
        }
    }
    return count;
}

/* ---- Judging -------------------------------------------------------------------------------------------------------
 */

static bool named(const struct kin_figure_part *figure, const struct kin_figure_part *part,
                  struct kin_figure_fault *fault)
{
    bool place = kin_figure_has(part, "place"), between = kin_figure_has(part, "from") && kin_figure_has(part, "to");
    if (place == between) {
        return kin_figure_reject(fault, part, NULL, "it needs either a place, or from and to");
    }
    if (!transversal(figure, (size_t)kin_figure_number(part, "transversal"))) {
        return kin_figure_reject(fault, part, "transversal", "there is no transversal %g",
                                 kin_figure_number(part, "transversal"));
    }
    return line_of(part) <= line_count(figure) ||
           kin_figure_reject(fault, part, place ? "place" : "line", "it is at line %zu, but there are %zu",
                             line_of(part), line_count(figure));
}

static bool legs_there(const struct kin_legs *legs, const struct kin_angle_at *angle, struct kin_figure_fault *fault)
{
    double length;
    bool both = kin_legs_find(legs, angle->at, angle->from, &length) &&
                kin_legs_find(legs, angle->at, angle->to, &length) && kin_sweep(angle->from, angle->to) > 1e-6;
    return both || kin_figure_reject(fault, angle->part, "to",
                                     "no lines leave the crossing in the directions of %g and %g degrees",
                                     kin_figure_number(angle->part, "from"), kin_figure_number(angle->part, "to"));
}

static bool check_angles(const struct kin_figure_part *figure, struct kin_figure_fault *fault)
{
    struct kin_legs legs;
    size_t count = 0;
    take_legs(&legs, figure);
    for (size_t i = 0; i < figure->part_count; i++) {
        const struct kin_figure_part *part = figure->parts[i];
        if (!is(part, "angle")) {
            continue;
        }
        if (++count > MOST_ANGLES) {
            return kin_figure_reject(fault, part, NULL, "there may be at most %d angles", MOST_ANGLES);
        }
        if (!named(figure, part, fault)) {
            return false;
        }
        struct kin_angle_at angle = angle_at(figure, part);
        if (!legs_there(&legs, &angle, fault)) {
            return false;
        }
    }
    return true;
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    if (!transversal(&figure->whole, 1)) {
        return kin_figure_reject(fault, &figure->whole, NULL, "it needs a transversal");
    }
    if (transversal(&figure->whole, 3)) {
        return kin_figure_reject(fault, transversal(&figure->whole, 3), NULL, "there may be at most two transversals");
    }
    return check_angles(&figure->whole, fault);
}

/* ---- In words ------------------------------------------------------------------------------------------------------
 */

static const char *line_name(const struct kin_figure_part *figure, size_t line, struct kin_telling *telling)
{
    const struct kin_figure_value *names = kin_figure_value(figure, "names");
    return names && line <= names->word_count ? names->words[line - 1] : kin_format(telling->arena, "%zu", line);
}

static const char *across_name(const struct kin_figure_part *figure, size_t number, struct kin_telling *telling)
{
    const struct kin_figure_part *across = transversal(figure, number);
    return kin_figure_text(across, "label") ? kin_tell_text(telling, across, "label")
                                            : kin_format(telling->arena, "%zu", number);
}

static const char *place_word(const struct kin_figure_part *part, const struct kin_furniture *words)
{
    const char *const names[] = {words->tell_above_left, words->tell_above_right, words->tell_below_left,
                                 words->tell_below_right};
    return kin_figure_has(part, "place") ? names[((size_t)kin_figure_number(part, "place") - 1) % PLACES]
                                         : words->tell_between_lines;
}

static void tell_angle(const struct kin_figure_part *figure, const struct kin_figure_part *part,
                       struct kin_telling *telling)
{
    const char *label =
        kin_figure_text(part, "label") ? kin_tell_text(telling, part, "label") : telling->words->tell_no_label;
    kin_tell(telling, telling->words->tell_angle_where, line_name(figure, line_of(part), telling),
             across_name(figure, (size_t)kin_figure_number(part, "transversal"), telling),
             place_word(part, telling->words), label);
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *whole = &figure->whole;
    bool parallel = kin_figure_number(whole, "arrows") > 0;
    struct kin_buf buf = kin_buf_in(telling->arena);
    for (size_t line = 1; line <= line_count(whole); line++) {
        kin_buf_addf(&buf, "%s%s", line > 1 ? ", " : "", line_name(whole, line, telling));
    }
    kin_tell(telling, parallel ? telling->words->tell_parallel_lines : telling->words->tell_lines, buf.data);
    for (size_t k = 1; transversal(whole, k); k++) {
        kin_tell(telling, telling->words->tell_cut_by, across_name(whole, k, telling));
    }
    for (size_t i = 0; i < whole->part_count; i++) {
        if (is(whole->parts[i], "angle")) {
            tell_angle(whole, whole->parts[i], telling);
        }
    }
}

/* ---- Sketching -----------------------------------------------------------------------------------------------------
 */

static void lay_name(struct kin_board *board, const struct kin_figure_part *figure, const struct kin_leg *leg,
                     size_t line)
{
    const struct kin_figure_value *names = kin_figure_value(figure, "names");
    if (names && line < names->word_count) {
        struct kin_nodes *text = KIN_NEW(board->sketch->arena, struct kin_nodes);
        *text = kin_sketch_italic(board->sketch, names->words[line]);
        kin_board_label(board, text, leg->to, 3, kin_heading(leg->from, leg->to));
    }
}

/* Chevrons stand near the right end, away from the angles. */
static void lay_leg(struct kin_board *board, const struct kin_figure_part *figure, const struct kin_leg *leg,
                    size_t index)
{
    size_t chevrons = (size_t)kin_figure_number(figure, "arrows");
    kin_board_line(board, leg->from, leg->to, KIN_PEN_NORMAL);
    kin_board_arrow(board, leg->from, leg->to);
    kin_board_arrow(board, leg->to, leg->from);
    if (leg->part) {
        kin_board_label(board, kin_figure_text(leg->part, "label"), leg->to, 3, kin_heading(leg->from, leg->to));
        return;
    }
    if (chevrons) {
        double share = 0.7 / kin_distance(leg->from, leg->to);
        kin_board_chevrons(board, kin_towards(leg->to, leg->from, share), leg->to, chevrons);
    }
    lay_name(board, figure, leg, index);
}

static void sketch(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    const struct kin_figure_part *part = &figure->whole;
    struct kin_board board = {.sketch = sketch, .turn = kin_radians(kin_figure_number(part, "turn"))};
    struct kin_legs legs;
    struct kin_angle_at angles[MOST_ANGLES];
    take_legs(&legs, part);
    size_t count = take_angles(angles, part);
    for (size_t i = 0; i < legs.count; i++) {
        lay_leg(&board, part, &legs.items[i], i);
    }
    kin_legs_lay_angles(&board, &legs, angles, count);
    kin_board_fit(&board, kin_figure_number(part, "width"), kin_figure_number(part, "height"));
}

const struct kin_figure_kind kin_figure_transversal = {
    .whole = {"transversal", "Parallel lines cut by one or two transversals, drawn to scale", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch,
    .examples =
        {
            "<figure kind=\"transversal\" names=\"[&quot;m&quot;, &quot;n&quot;]\"><transversal angle=\"62\"><m>t</m>"
            "</transversal><angle place=\"2\">62°</angle><angle place=\"7\"><m>x</m></angle></figure>",
            "<figure kind=\"transversal\" turn=\"20\" arrows=\"2\"><transversal angle=\"115\"/><angle place=\"1\" "
            "arcs=\"0\">1</angle><angle place=\"2\" arcs=\"0\">2</angle><angle place=\"7\" arcs=\"0\">7</angle>"
            "<angle place=\"8\" arcs=\"0\">8</angle></figure>",
            "<figure kind=\"transversal\"><transversal angle=\"50\"/><transversal angle=\"115\"/>"
            "<angle place=\"5\" arcs=\"0\"/><angle place=\"6\">50°</angle><angle line=\"1\" from=\"230\" to=\"295\">"
            "<m>x</m></angle><angle place=\"5\" transversal=\"2\">65°</angle></figure>",
            "<figure kind=\"transversal\" arrows=\"0\" tilt=\"-4\" width=\"150\"><transversal angle=\"70\"/>"
            "<angle place=\"2\">70°</angle><angle place=\"6\">74°</angle></figure>",
        },
};
