/* Pyramids on a rectangle or any convex base, their apex above its middle. */
#include "figure/solid.h"
#include "figure/solid_rows.h"

static const struct kin_figure_attribute rows[] = {KIN_PYRAMID_ROWS, KIN_SOLID_ROWS, {0}};

const struct kin_figure_kind kin_figure_pyramid = {
    .whole = {"pyramid", "A pyramid on a rectangle or any convex base", rows, kin_solid_parts},
    .check = kin_solid_check,
    .describe = kin_solid_describe,
    .sketch = kin_solid_sketch,
    .examples =
        {
            "<figure kind=\"pyramid\" width=\"6\" height=\"4\"><measure of=\"width\">6 m</measure>"
            "<measure of=\"height\">4 m</measure><measure of=\"slant\" layer=\"key\">5 m</measure></figure>",
            "<figure kind=\"pyramid\" width=\"8\" depth=\"5\" height=\"9\"><section at=\"1/2\"/>"
            "<measure of=\"width\">8 cm</measure><measure of=\"depth\">5 cm</measure></figure>",
            "<figure kind=\"pyramid\" base=\"[[0, 0], [6, 0], [1, 5]]\" height=\"7\"><measure of=\"side\">6 "
            "ft</measure>"
            "<measure of=\"edge\"><m>e</m></measure></figure>",
        },
};
