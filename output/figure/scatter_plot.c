/* Scatter plots and residual plots: data as points, with a trend line where there is one. */
#include "figure/plane.h"

#define DATA                                                                                                           \
    {                                                                                                                  \
        .name = "data", .type = KIN_FIGURE_POINTS, .otherwise = KIN_LEFT_OUT, .count = "0 60",                         \
        .doc = "The points: [[1, 12], [2, 15]]; none for a plot that the student makes"                                \
    }

static const struct kin_figure_attribute scatter_rows[] = {KIN_PLANE_ROWS("0", "10"), DATA, {0}};
static const struct kin_figure_attribute residual_rows[] = {KIN_PLANE_ROWS("-10", "10"), DATA, {0}};

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *whole = &figure->whole;
    bool fine = kin_plane_check(figure, fault);
    for (size_t i = 0; fine && i + 1 < kin_figure_count(whole, "data"); i += 2) {
        double x = kin_figure_number_at(whole, "data", i), y = kin_figure_number_at(whole, "data", i + 1);
        bool inside = x >= kin_figure_number(whole, "x-from") && x <= kin_figure_number(whole, "x-to") &&
                      y >= kin_figure_number(whole, "y-from") && y <= kin_figure_number(whole, "y-to");
        fine = inside || kin_figure_reject(fault, whole, "data", "the point (%g, %g) is outside of the axes", x, y);
    }
    return fine;
}

static const char *points_text(const struct kin_figure_part *whole, struct kin_telling *telling)
{
    struct kin_buf buf = kin_buf_in(telling->arena);
    for (size_t i = 0; i < kin_figure_count(whole, "data") / 2; i++) {
        kin_buf_addf(&buf, "%s%s", i ? ", " : "", kin_tell_point(telling, whole, "data", i));
    }
    return buf.data;
}

static void describe_as(const struct kin_figure *figure, const char *sentence, struct kin_telling *telling)
{
    static const char *const axes[][4] = {{"x", "x-from", "x-to", "x-title"}, {"y", "y-from", "y-to", "y-title"}};
    const struct kin_figure_part *whole = &figure->whole;
    kin_tell(telling, "%s", sentence);
    for (size_t i = 0; i < 2; i++) {
        const char *title = kin_figure_text(whole, axes[i][3]) ? kin_tell_text(telling, whole, axes[i][3]) : axes[i][0];
        kin_tell(telling, telling->words->tell_axis, title, kin_tell_number(telling, whole, axes[i][1]),
                 kin_tell_number(telling, whole, axes[i][2]));
    }
    if (kin_figure_count(whole, "data")) {
        kin_tell(telling, telling->words->tell_points, points_text(whole, telling));
    }
    kin_plane_tell_parts(whole, telling);
}

static void describe_scatter(const struct kin_figure *figure, struct kin_telling *telling)
{
    describe_as(figure, telling->words->tell_scatter, telling);
}

static void describe_residuals(const struct kin_figure *figure, struct kin_telling *telling)
{
    describe_as(figure, telling->words->tell_residuals, telling);
}

static void sketch_plot(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct kin_plane plane = kin_plane_begin(sketch, &figure->whole, KIN_AXES_CROSSED);
    for (size_t i = 0; i + 1 < kin_figure_count(&figure->whole, "data"); i += 2) {
        double x = kin_figure_number_at(&figure->whole, "data", i);
        kin_sketch_dot(sketch, kin_plane_at(&plane, x, kin_figure_number_at(&figure->whole, "data", i + 1)),
                       KIN_DOT_CLOSED);
    }
    kin_plane_add_parts(&plane);
    kin_plane_end(&plane, KIN_AXES_CROSSED);
}

const struct kin_figure_kind kin_figure_scatter_plot = {
    .whole = {"scatter-plot", "A scatter plot, with or without a trend line", scatter_rows, kin_plane_parts},
    .check = check,
    .describe = describe_scatter,
    .sketch = sketch_plot,
    .examples =
        {
            "<figure kind=\"scatter-plot\" y-to=\"30\" y-step=\"5\" x-title=\"Hours of practice\" y-title=\"Free "
            "throws made\" "
            "data=\"[[1, 6], [2, 8], [2, 11], [4, 12], [5, 17], [6, 16], [7, 21], [9, 26]]\"><line eq=\"y = 5/2*x + "
            "4\" layer=\"key\"/></figure>",
            "<figure kind=\"scatter-plot\" x-from=\"50\" x-to=\"100\" x-step=\"10\" y-to=\"60\" y-step=\"10\" "
            "x-title=\"Temperature (°F)\" y-title=\"Visitors\" "
            "data=\"[[55, 12], [62, 20], [70, 26], [78, 35], [85, 44], [94, 50]]\"><point at=\"[88, "
            "10]\">P</point></figure>",
            "<figure kind=\"scatter-plot\" y-to=\"10\" width=\"150\" height=\"130\" numbers=\"none\" data=\"[[1, 9], "
            "[3, 6], [4, 7], [6, 3], [8, 2]]\"/>",
        },
};

const struct kin_figure_kind kin_figure_residual_plot = {
    .whole = {"residual-plot", "Residuals above and below their axis", residual_rows, kin_plane_parts},
    .check = check,
    .describe = describe_residuals,
    .sketch = sketch_plot,
    .examples =
        {
            "<figure kind=\"residual-plot\" x-from=\"0\" x-to=\"8\" y-from=\"-3\" y-to=\"3\" y-title=\"Residual\" "
            "data=\"[[1, 2], [2, 1/2], [3, -1], [4, -2], [5, -3/2], [6, 0], [7, 2]]\"/>",
            "<figure kind=\"residual-plot\" x-from=\"0\" x-to=\"8\" y-from=\"-2\" y-to=\"2\" height=\"150\" "
            "data=\"[[1, 1], [3, -3/2], [5, 1/2], [6, -1/2]]\"/>",
            "<figure kind=\"residual-plot\" x-from=\"0\" x-to=\"6\" y-from=\"-2\" y-to=\"2\" numbers=\"none\" "
            "width=\"160\" height=\"120\" data=\"[[1, 1]]\"><point at=\"[2, -1]\" layer=\"key\"/></figure>",
        },
};
