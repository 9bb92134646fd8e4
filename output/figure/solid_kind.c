/* What all kinds of solids share: their parts, checks, words, and the order in which they are drawn. */
#include "figure/solid.h"
#include "figure/solid_rows.h"

#include <string.h>

static const struct kin_figure_attribute measure_rows[] = {
    {.name = "of",
     .type = KIN_FIGURE_CHOICE,
     .words = "width depth height side altitude diagonal slant edge radius diameter",
     .doc = "What is measured: edge is from base to apex, slant the height of a side face, altitude the height of the "
            "base over a side, diagonal the one through the solid"},
    {.name = "number",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "1",
     .range = "1 12",
     .doc = "Which side of the base, of side, altitude and slant"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands beside it: 5 cm"},
    {0},
};
static const struct kin_figure_attribute section_rows[] = {
    {.name = "direction",
     .type = KIN_FIGURE_CHOICE,
     .words = "level front side slanted",
     .otherwise = "level",
     .doc = "The plane is level, upright and parallel to the front or the right side, or slanted"},
    {.name = "at",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "1/2",
     .range = "0 1",
     .doc = "How far through the solid, from below, the front, the left: 1/2 is the middle"},
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = "light",
     .doc = "How it is filled"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands beside it"},
    {0},
};
const struct kin_figure_part_kind kin_solid_parts[] = {
    {"measure", "A measured edge or line of the solid", measure_rows, NULL},
    {"section", "A plane cut, or the top of a filling", section_rows, NULL},
    {0},
};

static bool is_measure(const struct kin_figure_part *part)
{
    return strcmp(part->name, "measure") == 0;
}

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

bool kin_solid_check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *body = &figure->whole;
    if (!kin_body_check(body, fault)) {
        return false;
    }
    for (size_t i = 0; i < body->part_count; i++) {
        if (is_measure(body->parts[i]) && !kin_measure_check(body, body->parts[i], fault)) {
            return false;
        }
    }
    return true;
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static void tell_name(struct kin_telling *telling, const struct kin_figure_part *body)
{
    const struct kin_furniture *words = telling->words;
    size_t corners = kin_figure_count(body, "base") / 2;
    bool prism = strcmp(body->name, "prism") == 0, half = !kin_figure_is(body, "half", "whole");
    if (corners) {
        kin_tell(telling, prism ? words->tell_prism_sides : words->tell_pyramid_sides,
                 kin_tell_rat(telling, kin_rat_int((int64_t)corners)));
    } else {
        kin_tell(telling, "%s",
                 prism                                ? words->tell_prism
                 : strcmp(body->name, "pyramid") == 0 ? words->tell_pyramid
                 : strcmp(body->name, "cone") == 0    ? words->tell_cone
                 : strcmp(body->name, "sphere") != 0  ? words->tell_cylinder
                 : half                               ? words->tell_hemisphere
                                                      : words->tell_sphere);
    }
    bool round = strcmp(body->name, "cylinder") == 0 || strcmp(body->name, "cone") == 0;
    if (kin_figure_is(body, "stand", "inverted") || (round && kin_figure_is(body, "stand", "lying"))) {
        kin_tell(telling, "%s", kin_figure_is(body, "stand", "lying") ? words->tell_lying : words->tell_inverted);
    }
    if (kin_figure_count(body, "cubes")) {
        kin_tell(telling, words->tell_cubes, kin_tell_numbers(telling, body, "cubes"));
    }
}

static const char *measure_name(const struct kin_furniture *words, const char *of)
{
    const struct {
        const char *of, *said;
    } names[] = {{"width", words->tell_width},       {"depth", words->tell_depth},
                 {"height", words->tell_height},     {"side", words->tell_side},
                 {"altitude", words->tell_altitude}, {"diagonal", words->tell_diagonal},
                 {"slant", words->tell_slant},       {"edge", words->tell_edge},
                 {"radius", words->tell_radius},     {"diameter", words->tell_diameter}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i].of, of) == 0) {
            return names[i].said;
        }
    }
    return "";
}

static void tell_part(struct kin_telling *telling, const struct kin_figure_part *part)
{
    const struct kin_furniture *words = telling->words;
    if (is_measure(part)) {
        kin_tell(telling, words->tell_length, measure_name(words, kin_figure_word(part, "of")),
                 kin_tell_text(telling, part, "label"));
    } else {
        kin_tell(telling, "%s",
                 kin_figure_is(part, "direction", "level")     ? words->tell_section_level
                 : kin_figure_is(part, "direction", "slanted") ? words->tell_section_slanted
                                                               : words->tell_section_upright);
    }
}

void kin_solid_tell(struct kin_telling *telling, const struct kin_figure_part *body)
{
    tell_name(telling, body);
    for (size_t i = 0; i < body->part_count; i++) {
        tell_part(telling, body->parts[i]);
    }
}

void kin_solid_describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    kin_solid_tell(telling, &figure->whole);
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

/* Room for labels around the drawing. */
static const double beside = 40, above = 15;

void kin_solid_begin(struct kin_solid *solid, const struct kin_figure *figure, struct kin_sketch *sketch)
{
    solid->sketch = sketch;
    solid->part = &figure->whole;
    kin_sketch_size(sketch, kin_figure_number(solid->part, "across"), kin_figure_number(solid->part, "up"));
}

static struct kin_xyz along(struct kin_xyz from, struct kin_xyz a, struct kin_xyz b, double share)
{
    return kin_xyz_add(from, kin_xyz_add(b, a, -1), share);
}

/* The lines on a box that cut one of its directions (a to b) into equal parts: around it, parallel to c and d. */
static void add_cuts(const struct kin_solid *solid, const struct kin_xyz *corners, double count)
{
    for (int k = 1; k < (int)count; k++) {
        struct kin_xyz at[4];
        for (size_t i = 0; i < 4; i++) {
            at[i] = along(corners[i], corners[0], corners[4], k / count);
        }
        for (size_t i = 0; i < 4; i++) {
            struct kin_solid_line stroke = kin_solid_line_between(at[i], at[(i + 1) % 4], -1);
            stroke.seen = KIN_PEN_THIN;
            kin_solid_stroke(solid, &stroke);
        }
    }
}

static void add_cubes(const struct kin_solid *solid, const struct kin_body *body)
{
    const struct kin_xyz *low = body->base, *high = body->top;
    const struct kin_xyz across[] = {low[0], low[3], high[3], high[0], low[1]};
    const struct kin_xyz back[] = {low[0], low[1], high[1], high[0], low[3]};
    const struct kin_xyz up[] = {low[0], low[1], low[2], low[3], high[0]};
    const struct kin_xyz *const ways[] = {across, back, up};
    for (size_t i = 0; i < kin_figure_count(body->part, "cubes"); i++) {
        add_cuts(solid, ways[i], kin_figure_number_at(body->part, "cubes", i));
    }
}

typedef void add_part(const struct kin_solid *solid, const struct kin_body *body, const struct kin_figure_part *part);

static void add_parts(const struct kin_solid *solid, const char *name, add_part *add)
{
    for (size_t i = 0; i < solid->count; i++) {
        const struct kin_body *body = &solid->bodies[i];
        for (size_t k = 0; body->role != KIN_BODY_PIECE && k < body->part->part_count; k++) {
            if (strcmp(body->part->parts[k]->name, name) == 0) {
                add(solid, body, body->part->parts[k]);
            }
        }
    }
}

static bool has_labels(const struct kin_solid *solid)
{
    bool found = false;
    for (size_t i = 0; i < solid->count && solid->bodies[i].role != KIN_BODY_PIECE; i++) {
        const struct kin_figure_part *body = solid->bodies[i].part;
        for (size_t k = 0; k < body->part_count; k++) {
            found = found || kin_figure_text(body->parts[k], "label");
        }
    }
    return found;
}

void kin_solid_show(struct kin_solid *solid)
{
    struct kin_sketch *sketch = solid->sketch;
    if (sketch->measuring) {
        return;
    }
    int hidden = kin_figure_is(solid->part, "hidden", "none") ? -1 : KIN_PEN_DASHED;
    bool labels = has_labels(solid);
    double side = labels ? fmin(beside, sketch->width / 4) : 2, rim = labels ? fmin(above, sketch->height / 6) : 2;
    kin_solid_fit(solid, (struct kin_xy){side, rim},
                  (struct kin_xy){sketch->width - 2 * side, sketch->height - 2 * rim},
                  kin_figure_has(solid->part, "unit") ? kin_figure_number(solid->part, "unit") : 0);
    add_parts(solid, "section", kin_solid_section);
    for (size_t i = 0; i < solid->count && solid->bodies[i].role != KIN_BODY_PIECE; i++) {
        kin_solid_body(solid, &solid->bodies[i], hidden);
        add_cubes(solid, &solid->bodies[i]);
        if (solid->bodies[i].kind == KIN_BODY_PRISM) {
            kin_solid_right_angle(solid, &solid->bodies[i]);
        }
    }
    add_parts(solid, "measure", kin_solid_measure);
}

void kin_solid_sketch(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct kin_solid *solid = KIN_NEW(sketch->arena, struct kin_solid);
    kin_solid_begin(solid, figure, sketch);
    kin_solid_take(solid, solid->part);
    kin_solid_show(solid);
}
