/* Solids put together: bodies that touch, with the edges of all of them together. */
#include "figure/solid.h"
#include "figure/solid_rows.h"

#include <string.h>

#define PLACE                                                                                                          \
    {                                                                                                                  \
        .name = "at", .type = KIN_FIGURE_NUMBERS, .otherwise = "[0, 0, 0]", .range = "-10000 10000", .count = "3 3",   \
        .doc = "Right, back, up: of the base's front left corner, or of a round base's center"                         \
    }
static const struct kin_figure_attribute prism_rows[] = {PLACE, KIN_PRISM_ROWS, {0}};
static const struct kin_figure_attribute pyramid_rows[] = {PLACE, KIN_PYRAMID_ROWS, {0}};
static const struct kin_figure_attribute cylinder_rows[] = {PLACE, KIN_CYLINDER_ROWS, {0}};
static const struct kin_figure_attribute cone_rows[] = {PLACE, KIN_CONE_ROWS, {0}};
static const struct kin_figure_attribute sphere_rows[] = {PLACE, KIN_SPHERE_ROWS, {0}};
static const struct kin_figure_part_kind parts[] = {
    {"prism", "A prism", prism_rows, kin_solid_parts},
    {"pyramid", "A pyramid", pyramid_rows, kin_solid_parts},
    {"cylinder", "A cylinder", cylinder_rows, kin_solid_parts},
    {"cone", "A cone", cone_rows, kin_solid_parts},
    {"sphere", "A sphere or hemisphere", sphere_rows, kin_solid_parts},
    {0},
};
static const struct kin_figure_attribute rows[] = {KIN_SOLID_ROWS, {0}};

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *whole = &figure->whole;
    if (whole->part_count == 0 || whole->part_count > KIN_SOLID_PARTS) {
        return kin_figure_reject(fault, whole, NULL, "it has %zu bodies, but must have 1 to %d", whole->part_count,
                                 KIN_SOLID_PARTS);
    }
    for (size_t i = 0; i < whole->part_count; i++) {
        const struct kin_figure body = {.whole = *whole->parts[i]};
        if (!kin_solid_check(&body, fault)) {
            fault->part = fault->part == &body.whole ? whole->parts[i] : fault->part;
            return false;
        }
    }
    return true;
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *whole = &figure->whole;
    kin_tell(telling, telling->words->tell_composite, kin_tell_rat(telling, kin_rat_int((int64_t)whole->part_count)));
    for (size_t i = 0; i < whole->part_count; i++) {
        kin_solid_tell(telling, whole->parts[i]);
    }
}

static void sketch_solids(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct kin_solid *solid = KIN_NEW(sketch->arena, struct kin_solid);
    kin_solid_begin(solid, figure, sketch);
    for (size_t i = 0; i < figure->whole.part_count; i++) {
        solid->bodies[solid->count++] = kin_body_of(figure->whole.parts[i]);
    }
    if (solid->count) {
        kin_solid_show(solid);
    }
}

const struct kin_figure_kind kin_figure_composite_solid = {
    .whole = {"composite-solid", "A solid put together from several", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_solids,
    .examples =
        {
            "<figure kind=\"composite-solid\"><prism width=\"6\" depth=\"4\" height=\"3\"><measure of=\"width\">6 cm"
            "</measure><measure of=\"depth\">4 cm</measure></prism><prism width=\"2\" depth=\"4\" height=\"5\" "
            "at=\"[0, 0, 3]\"><measure of=\"height\">5 cm</measure></prism></figure>",
            "<figure kind=\"composite-solid\"><cylinder radius=\"3\" height=\"6\"><measure of=\"height\">6 m</measure>"
            "</cylinder><cone radius=\"3\" height=\"4\" at=\"[0, 0, 6]\"><measure of=\"height\">4 m</measure></cone>"
            "</figure>",
            "<figure kind=\"composite-solid\"><cone radius=\"3\" height=\"8\" stand=\"inverted\"><measure of=\"slant\">"
            "<m>s</m></measure></cone><sphere radius=\"3\" half=\"top\" at=\"[0, 0, 8]\"><measure of=\"radius\" "
            "layer=\"key\">3 in</measure></sphere></figure>",
            "<figure kind=\"composite-solid\" hidden=\"none\"><prism width=\"6\" depth=\"6\" height=\"4\"/><pyramid "
            "width=\"6\" height=\"5\" at=\"[0, 0, 4]\"/></figure>",
        },
};
