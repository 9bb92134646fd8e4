/* Angle diagrams: lines, rays and segments, and the angles between them. Directions in degrees, 0 to the right,
 * counter-clockwise. */
#include "figure/legs.h"

#include <string.h>

enum { MOST_ANGLES = 40 };

#define DIRECTION(attribute, text)                                                                                     \
    {                                                                                                                  \
        .name = attribute, .type = KIN_FIGURE_NUMBER, .range = "-360 720", .doc = text                                 \
    }
#define PLACE(attribute, text)                                                                                         \
    {                                                                                                                  \
        .name = attribute, .type = KIN_FIGURE_POINT, .otherwise = "[0, 0]", .doc = text                                \
    }
#define LENGTH(text)                                                                                                   \
    {                                                                                                                  \
        .name = "length", .type = KIN_FIGURE_NUMBER, .otherwise = "1", .range = "> 0 1000", .doc = text                \
    }

static const struct kin_figure_attribute line_rows[] = {
    PLACE("through", "A place that it goes through, in the figure's units"),
    DIRECTION("direction", "In degrees: 0 is to the right, 90 up"),
    LENGTH("How far it is drawn to both sides of that place"),
    KIN_STROKE_ROW,
    KIN_CHEVRONS_ROW,
    KIN_LABEL_ROW("What stands at its end in the direction"),
    {.name = "back", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands at its other end"},
    {0},
};
static const struct kin_figure_attribute ray_rows[] = {
    PLACE("from", "Where it begins, in the figure's units"),
    DIRECTION("direction", "In degrees: 0 is to the right, 90 up"),
    LENGTH("How far it is drawn"),
    KIN_STROKE_ROW,
    KIN_LABEL_ROW("What stands at its end"),
    {0},
};
static const struct kin_figure_attribute angle_rows[] = {
    PLACE("at", "Its corner, in the figure's units"),
    DIRECTION("from", "The direction of a line, ray or segment that leaves the corner"),
    DIRECTION("to", "The direction of another one, counter-clockwise from there"),
    KIN_ANGLE_ROWS,
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"line", "A line, with arrowheads at both ends", line_rows, NULL},
    {"ray", "A ray, with an arrowhead", ray_rows, NULL},
    {"angle", "An angle between two of them", angle_rows, NULL},
    KIN_PLACED_PARTS,
    {0},
};
static const struct kin_figure_attribute rows[] = {KIN_TURN_ROW, KIN_BOX_ROWS("170", "120"), {0}};

/* ---- Strokes and angles --------------------------------------------------------------------------------------------
 */

static bool is(const struct kin_figure_part *part, const char *name)
{
    return strcmp(part->name, name) == 0;
}

static double direction_of(const struct kin_figure_part *part, const char *name)
{
    return kin_radians(kin_figure_number(part, name));
}

static void take_leg(struct kin_legs *legs, const struct kin_figure_part *part)
{
    double length = kin_figure_number(part, "length"), direction = direction_of(part, "direction");
    if (is(part, "line")) {
        struct kin_xy at = kin_point_of(part, "through", 0);
        kin_legs_add(legs, kin_polar(at, -length, direction), kin_polar(at, length, direction), part);
    } else if (is(part, "ray")) {
        struct kin_xy at = kin_point_of(part, "from", 0);
        kin_legs_add(legs, at, kin_polar(at, length, direction), part);
    } else if (is(part, "segment")) {
        kin_legs_add(legs, kin_point_of(part, "from", 0), kin_point_of(part, "to", 0), part);
    }
}

static void take_legs(struct kin_legs *legs, const struct kin_figure_part *figure)
{
    legs->count = 0;
    for (size_t i = 0; i < figure->part_count; i++) {
        take_leg(legs, figure->parts[i]);
    }
}

static size_t take_angles(struct kin_angle_at *angles, const struct kin_figure_part *figure)
{
    size_t count = 0;
    for (size_t i = 0; count < MOST_ANGLES && i < figure->part_count; i++) {
        const struct kin_figure_part *part = figure->parts[i];
        if (is(part, "angle")) {
            angles[count++] = (struct kin_angle_at){part, kin_point_of(part, "at", 0), direction_of(part, "from"),
                                                    direction_of(part, "to")};
        }
    }
    return count;
}

/* ---- Judging -------------------------------------------------------------------------------------------------------
 */

static bool count_fits(const struct kin_figure_part *figure, struct kin_figure_fault *fault)
{
    size_t angles = 0, strokes = 0;
    for (size_t i = 0; i < figure->part_count; i++) {
        angles += is(figure->parts[i], "angle");
        strokes += is(figure->parts[i], "line") || is(figure->parts[i], "ray") || is(figure->parts[i], "segment");
    }
    return (angles <= MOST_ANGLES && strokes <= KIN_MOST_LEGS) ||
           kin_figure_reject(fault, figure, NULL, "it has %zu strokes and %zu angles, but may have at most %d of each",
                             strokes, angles, KIN_MOST_LEGS);
}

static bool leg_there(const struct kin_legs *legs, const struct kin_angle_at *angle, const char *name,
                      struct kin_figure_fault *fault)
{
    double length;
    return kin_legs_find(legs, angle->at, direction_of(angle->part, name), &length) ||
           kin_figure_reject(fault, angle->part, name,
                             "no line, ray or segment leaves (%g, %g) in the direction of %g degrees", angle->at.x,
                             angle->at.y, kin_figure_number(angle->part, name));
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    struct kin_legs legs;
    struct kin_angle_at angles[MOST_ANGLES];
    if (!count_fits(&figure->whole, fault) || !kin_placed_sound(&figure->whole, fault)) {
        return false;
    }
    take_legs(&legs, &figure->whole);
    size_t count = take_angles(angles, &figure->whole);
    for (size_t i = 0; i < count; i++) {
        if (kin_sweep(angles[i].from, angles[i].to) < 1e-6) {
            return kin_figure_reject(fault, angles[i].part, "to", "from and to are the same direction");
        }
        if (!leg_there(&legs, &angles[i], "from", fault) || !leg_there(&legs, &angles[i], "to", fault)) {
            return false;
        }
    }
    return true;
}

/* ---- In words ------------------------------------------------------------------------------------------------------
 */

static size_t number_in(const struct kin_figure_part *figure, const struct kin_figure_part *part)
{
    size_t number = 0;
    for (size_t i = 0; i < figure->part_count; i++) {
        number += strcmp(figure->parts[i]->name, part->name) == 0;
        if (figure->parts[i] == part) {
            break;
        }
    }
    return number;
}

/* What a stroke is called: by its label, or by its number. */
static const char *name_of(const struct kin_figure_part *figure, const struct kin_figure_part *part,
                           struct kin_telling *telling)
{
    const struct kin_furniture *words = telling->words;
    const char *word = is(part, "line")  ? words->tell_a_line
                       : is(part, "ray") ? words->tell_a_ray
                                         : words->tell_a_segment;
    if (kin_figure_text(part, "label")) {
        return kin_format(telling->arena, "%s %s", word, kin_tell_text(telling, part, "label"));
    }
    return kin_format(telling->arena, "%s %zu", word, number_in(figure, part));
}

static const char *leg_name(const struct kin_figure_part *figure, const struct kin_legs *legs,
                            const struct kin_angle_at *angle, double direction, struct kin_telling *telling)
{
    double length;
    const struct kin_leg *leg = kin_legs_find(legs, angle->at, direction, &length);
    if (!leg) { /* it is drawn on another layer only */
        return telling->words->tell_no_label;
    }
    const char *name = name_of(figure, leg->part, telling);
    bool back =
        is(leg->part, "line") && fabs(kin_sweep(direction_of(leg->part, "direction"), direction) - M_PI) < M_PI / 2;
    return back ? kin_format(telling->arena, telling->words->tell_other_end, name) : name;
}

static void tell_angles(const struct kin_figure_part *figure, struct kin_telling *telling)
{
    struct kin_legs legs;
    struct kin_angle_at angles[MOST_ANGLES];
    take_legs(&legs, figure);
    size_t count = take_angles(angles, figure);
    for (size_t i = 0; i < count; i++) {
        const struct kin_angle_at *angle = &angles[i];
        bool right = fabs(kin_sweep(angle->from, angle->to) - M_PI / 2) < 1e-6;
        const char *label = kin_figure_text(angle->part, "label") ? kin_tell_text(telling, angle->part, "label")
                            : right                               ? telling->words->tell_right_angle
                                                                  : telling->words->tell_no_label;
        kin_tell(telling, telling->words->tell_angle_between, leg_name(figure, &legs, angle, angle->from, telling),
                 leg_name(figure, &legs, angle, angle->to, telling), label);
    }
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    size_t lines = 0, rays = 0;
    for (size_t i = 0; i < figure->whole.part_count; i++) {
        lines += is(figure->whole.parts[i], "line");
        rays += is(figure->whole.parts[i], "ray");
    }
    kin_tell(telling, telling->words->tell_angle_diagram, kin_format(telling->arena, "%zu", lines),
             kin_format(telling->arena, "%zu", rays));
    tell_angles(&figure->whole, telling);
    kin_placed_tell(&figure->whole, telling);
}

/* ---- Sketching -----------------------------------------------------------------------------------------------------
 */

static void lay_line(struct kin_board *board, const struct kin_figure_part *part, const struct kin_leg *leg)
{
    double direction = kin_heading(leg->from, leg->to);
    kin_board_line(board, leg->from, leg->to, kin_stroke_named(kin_figure_word(part, "style")));
    kin_board_arrow(board, leg->from, leg->to);
    kin_board_label(board, kin_figure_text(part, "label"), leg->to, 3, direction);
    if (is(part, "line")) {
        kin_board_arrow(board, leg->to, leg->from);
        kin_board_label(board, kin_figure_text(part, "back"), leg->from, 3, direction + M_PI);
    }
    if (kin_figure_number(part, "arrows") > 0) {
        kin_board_chevrons(board, kin_towards(leg->from, leg->to, 0.5), leg->to,
                           (size_t)kin_figure_number(part, "arrows"));
    }
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
        if (!is(legs.items[i].part, "segment")) {
            lay_line(&board, legs.items[i].part, &legs.items[i]);
        }
    }
    kin_placed_lay(&board, part);
    kin_legs_lay_angles(&board, &legs, angles, count);
    kin_board_fit(&board, kin_figure_number(part, "width"), kin_figure_number(part, "height"));
}

const struct kin_figure_kind kin_figure_angle_diagram = {
    .whole = {"angle-diagram", "Lines, rays and segments with the angles between them, drawn to scale", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch,
    .examples =
        {
            "<figure kind=\"angle-diagram\"><line direction=\"10\"/><line direction=\"65\"/><angle from=\"10\" "
            "to=\"65\">55°</angle><angle from=\"190\" to=\"245\"><m>x</m></angle></figure>",
            "<figure kind=\"angle-diagram\"><line direction=\"0\" label=\"B\" back=\"A\"/><ray direction=\"128\" "
            "label=\"D\"/><point at=\"[0, 0]\" label=\"C\"/><angle from=\"0\" to=\"128\">(<m>4x</m>)°</angle>"
            "<angle from=\"128\" to=\"180\">52°</angle></figure>",
            "<figure kind=\"angle-diagram\"><ray direction=\"0\"/><ray direction=\"90\"/><ray direction=\"22\"/>"
            "<angle from=\"0\" to=\"90\"/><angle from=\"0\" to=\"22\">22°</angle><angle from=\"22\" to=\"90\" "
            "arcs=\"2\"><m>y</m></angle></figure>",
            "<figure kind=\"angle-diagram\"><line direction=\"0\" length=\"2\" arrows=\"1\"/><line through=\"[0, 1]\" "
            "direction=\"0\" length=\"2\" arrows=\"1\"/><segment from=\"[0, 1]\" to=\"[-1, 0]\"/><segment "
            "from=\"[0, 1]\" to=\"[0.5, 0]\"/><angle at=\"[-1, 0]\" from=\"0\" to=\"45\">45°</angle></figure>",
        },
};
