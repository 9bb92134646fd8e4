/* Cylinders on their base or on their side. */
#include "figure/solid.h"
#include "figure/solid_rows.h"

static const struct kin_figure_attribute rows[] = {KIN_CYLINDER_ROWS, KIN_SOLID_ROWS, {0}};

const struct kin_figure_kind kin_figure_cylinder = {
    .whole = {"cylinder", "A cylinder", rows, kin_solid_parts},
    .check = kin_solid_check,
    .describe = kin_solid_describe,
    .sketch = kin_solid_sketch,
    .examples =
        {
            "<figure kind=\"cylinder\" radius=\"3\" height=\"8\"><measure of=\"radius\">3 cm</measure>"
            "<measure of=\"height\">8 cm</measure></figure>",
            "<figure kind=\"cylinder\" radius=\"6\" height=\"4\"><measure of=\"diameter\">12 ft</measure>"
            "<measure of=\"height\" layer=\"student\">?</measure><measure of=\"height\" layer=\"key\">4 ft</measure>"
            "</figure>",
            "<figure kind=\"cylinder\" radius=\"4\" height=\"10\"><section at=\"0.6\" label=\"water\"/></figure>",
            "<figure kind=\"cylinder\" radius=\"4\" height=\"12\" stand=\"lying\"><measure of=\"radius\">4 in</measure>"
            "<measure of=\"height\">12 in</measure></figure>",
        },
};
