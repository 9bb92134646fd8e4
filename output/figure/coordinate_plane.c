/* The coordinate plane: one or four quadrants, points, lines, polygons, graphs of functions, half-planes. And the grid
 * of transformations, which is one without axes where that is wished. */
#include "figure/plane.h"

static const struct kin_figure_attribute rows[] = {KIN_PLANE_ROWS("-10", "10"), {0}};

static const struct kin_figure_attribute grid_rows[] = {
    KIN_PLANE_ROWS("-6", "6"),
    {.name = "axes",
     .type = KIN_FIGURE_CHOICE,
     .words = "yes no",
     .otherwise = "yes",
     .doc = "Are there axes, or the grid alone?"},
    {0},
};

static void tell_axis(const struct kin_figure_part *whole, const char *name, const char *from, const char *to,
                      const char *title, struct kin_telling *telling)
{
    const char *words = kin_figure_text(whole, title) ? kin_tell_text(telling, whole, title) : name;
    kin_tell(telling, telling->words->tell_axis, words, kin_tell_number(telling, whole, from),
             kin_tell_number(telling, whole, to));
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *whole = &figure->whole;
    kin_tell(telling, "%s", telling->words->tell_plane);
    tell_axis(whole, "x", "x-from", "x-to", "x-title", telling);
    tell_axis(whole, "y", "y-from", "y-to", "y-title", telling);
    kin_plane_tell_parts(whole, telling);
}

static void sketch_with(const struct kin_figure *figure, struct kin_sketch *sketch, enum kin_axes axes)
{
    struct kin_plane plane = kin_plane_begin(sketch, &figure->whole, axes);
    kin_plane_add_parts(&plane);
    kin_plane_end(&plane, axes);
}

static void sketch_plane(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    sketch_with(figure, sketch, KIN_AXES_CROSSED);
}

const struct kin_figure_kind kin_figure_coordinate_plane = {
    .whole = {"coordinate-plane",
              "A coordinate plane of one or four quadrants, with points, lines, polygons, graphs, half-planes", rows,
              kin_plane_parts},
    .check = kin_plane_check,
    .describe = describe,
    .sketch = sketch_plane,
    .examples =
        {
            "<figure kind=\"coordinate-plane\"><point at=\"[3, -4]\">A</point><point at=\"[-6, 5]\" label=\"B\"/>"
            "<polygon corners=\"[[-8, -8], [-2, -8], [-5, -3]]\" names='[\"P\", \"Q\", \"R\"]' pattern=\"light\"/>"
            "<line eq=\"y = 2x + 1\" layer=\"key\"/></figure>",
            "<figure kind=\"coordinate-plane\" x-from=\"0\" x-to=\"12\" y-from=\"0\" y-to=\"300\" y-step=\"25\" "
            "x-title=\"Time (min)\" y-title=\"Distance (m)\" width=\"300\">"
            "<segment from=\"[0, 0]\" to=\"[4, 200]\"/><segment from=\"[4, 200]\" to=\"[9, 200]\"/><segment from=\"[9, "
            "200]\" to=\"[12, 25]\"/></figure>",
            "<figure kind=\"coordinate-plane\" x-from=\"-6\" x-to=\"6\" y-from=\"-6\" y-to=\"6\"><curve y=\"(x - "
            "1)^2/2 - 4\" from-end=\"arrow\" to-end=\"arrow\"><m>y = f(x)</m></curve>"
            "<point at=\"[1, -4]\" layer=\"key\">vertex</point></figure>",
            "<figure kind=\"coordinate-plane\" x-from=\"-5\" x-to=\"5\" y-from=\"-5\" y-to=\"5\" "
            "numbers=\"none\"><half-plane eq=\"y &lt; x + 1\"/>"
            "<half-plane eq=\"x + y ≥ -2\" pattern=\"back\"/><curve y=\"if(x lt 1, -3, 2)\" from=\"-5\" to=\"0\" "
            "to-end=\"open\" layer=\"key\"/></figure>",
        },
};

static void sketch_grid(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    bool bare = kin_figure_is(&figure->whole, "axes", "no");
    sketch_with(figure, sketch, bare ? KIN_AXES_NONE : KIN_AXES_CROSSED);
}

const struct kin_figure_kind kin_figure_transformation_grid = {
    .whole = {"transformation-grid", "A grid for figures and their images, with or without axes", grid_rows,
              kin_plane_parts},
    .check = kin_plane_check,
    .describe = describe,
    .sketch = sketch_grid,
    .examples =
        {
            "<figure kind=\"transformation-grid\"><polygon corners=\"[[1, 1], [4, 1], [4, 3]]\" names='[\"A\", \"B\", "
            "\"C\"]'/>"
            "<polygon corners=\"[[-1, 1], [-4, 1], [-4, 3]]\" names='[\"A′\", \"B′\", \"C′\"]' style=\"dashed\" "
            "layer=\"key\"/></figure>",
            "<figure kind=\"transformation-grid\" axes=\"no\" x-from=\"0\" x-to=\"12\" y-from=\"0\" y-to=\"8\" "
            "width=\"240\" height=\"160\">"
            "<polygon corners=\"[[1, 1], [4, 1], [3, 4], [1, 4]]\" pattern=\"light\" label=\"1\"/>"
            "<polygon corners=\"[[8, 3], [11, 3], [10, 6], [8, 6]]\" label=\"2\"/><arrow from=\"[4, 1]\" to=\"[11, "
            "3]\"/></figure>",
            "<figure kind=\"transformation-grid\"><line through=\"[[-6, -6], [6, 6]]\" style=\"dashed\"><m>y = "
            "x</m></line>"
            "<polygon corners=\"[[2, -1], [5, -1], [5, -3]]\" names='[\"D\", \"E\", \"F\"]'/><point at=\"[0, "
            "0]\">O</point></figure>",
        },
};
