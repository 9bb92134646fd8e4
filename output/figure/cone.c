/* Cones on their base, on their point or on their side. */
#include "figure/solid.h"
#include "figure/solid_rows.h"

static const struct kin_figure_attribute rows[] = {KIN_CONE_ROWS, KIN_SOLID_ROWS, {0}};

const struct kin_figure_kind kin_figure_cone = {
    .whole = {"cone", "A cone", rows, kin_solid_parts},
    .check = kin_solid_check,
    .describe = kin_solid_describe,
    .sketch = kin_solid_sketch,
    .examples =
        {
            "<figure kind=\"cone\" radius=\"5\" height=\"12\"><measure of=\"radius\">5 in</measure>"
            "<measure of=\"height\" layer=\"key\">12 in</measure><measure of=\"slant\">13 in</measure></figure>",
            "<figure kind=\"cone\" radius=\"6\" height=\"9\" stand=\"inverted\"><measure of=\"diameter\">12 "
            "cm</measure>"
            "<measure of=\"height\">9 cm</measure></figure>",
            "<figure kind=\"cone\" radius=\"9\" height=\"3\"><measure of=\"radius\"><m>r</m></measure>"
            "<measure of=\"height\"><m>h</m></measure></figure>",
            "<figure kind=\"cone\" radius=\"6\" height=\"10\"><section direction=\"side\"/></figure>",
        },
};
