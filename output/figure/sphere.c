/* Spheres and hemispheres. */
#include "figure/solid.h"
#include "figure/solid_rows.h"

static const struct kin_figure_attribute rows[] = {KIN_SPHERE_ROWS, KIN_SOLID_ROWS, {0}};

const struct kin_figure_kind kin_figure_sphere = {
    .whole = {"sphere", "A sphere, a dome or a bowl", rows, kin_solid_parts},
    .check = kin_solid_check,
    .describe = kin_solid_describe,
    .sketch = kin_solid_sketch,
    .examples =
        {
            "<figure kind=\"sphere\" radius=\"6\"><measure of=\"radius\">6 cm</measure></figure>",
            "<figure kind=\"sphere\" radius=\"5\" half=\"top\"><measure of=\"diameter\">10 m</measure></figure>",
            "<figure kind=\"sphere\" radius=\"5\" half=\"bottom\"><measure of=\"radius\" layer=\"student\">?</measure>"
            "<measure of=\"radius\" layer=\"key\">5 in</measure></figure>",
        },
};
