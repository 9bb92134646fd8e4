/* Prisms: boxes, and prisms on any base of corners. */
#include "figure/solid.h"
#include "figure/solid_rows.h"

static const struct kin_figure_attribute rows[] = {KIN_PRISM_ROWS, KIN_SOLID_ROWS, {0}};

const struct kin_figure_kind kin_figure_prism = {
    .whole = {"prism", "A rectangular prism, or one on any base of corners", rows, kin_solid_parts},
    .check = kin_solid_check,
    .describe = kin_solid_describe,
    .sketch = kin_solid_sketch,
    .examples =
        {
            "<figure kind=\"prism\" width=\"8\" depth=\"5\" height=\"4\"><measure of=\"width\">8 cm</measure>"
            "<measure of=\"depth\">5 cm</measure><measure of=\"height\" layer=\"student\">?</measure>"
            "<measure of=\"height\" layer=\"key\">4 cm</measure></figure>",
            "<figure kind=\"prism\" base=\"[[0, 0], [6, 0], [0, 4.5]]\" height=\"10\" stand=\"lying\">"
            "<measure of=\"side\" number=\"1\">6 in</measure><measure of=\"side\" number=\"2\">7.5 in</measure>"
            "<measure of=\"side\" number=\"3\">4.5 in</measure><measure of=\"height\">10 in</measure></figure>",
            "<figure kind=\"prism\" width=\"5/2\" depth=\"3/2\" height=\"2\" cubes=\"[5, 3, 4]\">"
            "<measure of=\"width\"><m>2 1/2</m></measure><measure of=\"depth\"><m>1 1/2</m></measure>"
            "<measure of=\"height\"><m>2</m></measure></figure>",
            "<figure kind=\"prism\" width=\"30\" depth=\"20\" height=\"25\"><section at=\"3/5\" label=\"water\"/>"
            "<measure of=\"width\">30 cm</measure><measure of=\"depth\">20 cm</measure>"
            "<measure of=\"diagonal\" layer=\"key\"><m>d</m></measure></figure>",
        },
};
