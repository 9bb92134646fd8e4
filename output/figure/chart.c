/* Frames of displays with bars. */
#include "figure/chart.h"

enum { MOST_LINES = 40 };

/* ---- Judging, telling ---------------------------------------------------------------------------------------------
 */

bool kin_chart_fits(const struct kin_figure_part *chart, struct kin_figure_fault *fault)
{
    double low = kin_figure_number(chart, "y-from"), high = kin_figure_number(chart, "y-to");
    double lines = (high - low) / kin_figure_number(chart, "y-step");
    if (high <= low) {
        return kin_figure_reject(fault, chart, "y-to", "y-to is %g, but must be above y-from, which is %g", high, low);
    }
    return lines <= MOST_LINES ||
           kin_figure_reject(fault, chart, "y-step", "y-step makes %.0f lines across, but there may be at most %d",
                             lines, MOST_LINES);
}

bool kin_chart_holds(const struct kin_figure_part *chart, const struct kin_figure_part *part, const char *name,
                     struct kin_figure_fault *fault)
{
    double low = kin_figure_number(chart, "y-from"), top = kin_figure_number(chart, "y-to");
    for (size_t i = 0; i < kin_figure_count(part, name); i++) {
        double value = kin_figure_number_at(part, name, i);
        if (value < low || value > top) {
            return kin_figure_reject(fault, part, name, "%s has %g, but the axis goes from %g to %g", name, value, low,
                                     top);
        }
    }
    return true;
}

void kin_chart_tell(struct kin_telling *telling, const struct kin_figure_part *chart)
{
    const char *low = kin_figure_has(chart, "y-from") ? kin_tell_number(telling, chart, "y-from") : "0";
    kin_tell(telling, telling->words->tell_chart_axis, low, kin_tell_number(telling, chart, "y-to"),
             kin_tell_number(telling, chart, "y-step"));
    if (kin_figure_text(chart, "y-title")) {
        kin_tell(telling, telling->words->tell_axis_title, kin_tell_text(telling, chart, "y-title"));
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

struct kin_chart kin_chart_begin(struct kin_sketch *sketch, const struct kin_figure_part *part, double above,
                                 double below)
{
    struct kin_chart chart = {.sketch = sketch, .part = part};
    sketch->width = sketch->room;
    chart.up = kin_axis_of(sketch, part, "y-from", "y-to", "y-step");
    chart.up.upright = true;
    chart.top = above + kin_title_room(sketch, kin_figure_text(part, "y-title")) + chart.up.number.y / 2;
    chart.bottom = chart.top + kin_figure_number(part, "height");
    chart.right = kin_sketch_size(sketch, kin_figure_number(part, "length"), chart.bottom + below) - 2;
    chart.left = kin_axis_room(&chart.up, NULL);
    chart.up.line = chart.left;
    chart.up.scale.begin = chart.bottom;
    chart.up.scale.end = chart.top;
    return chart;
}

static void line_across(const struct kin_chart *chart, double y, enum kin_pen pen)
{
    kin_sketch_line(chart->sketch, (struct kin_xy){chart->left, y}, (struct kin_xy){chart->right, y}, pen);
}

void kin_chart_frame(const struct kin_chart *chart)
{
    const struct kin_nodes *title = kin_figure_text(chart->part, "y-title");
    for (int64_t k = 1; k <= chart->up.marks; k++) {
        double value = kin_rat_double(kin_axis_mark(&chart->up, k));
        line_across(chart, kin_scale_at(&chart->up.scale, value), KIN_PEN_GRID);
    }
    kin_axis_draw(&chart->up, NULL);
    if (title) {
        double above = chart->top - chart->up.number.y / 2 - kin_title_room(chart->sketch, title);
        kin_sketch_text(chart->sketch, title, (struct kin_xy){0, above}, 0, 0);
    }
}

void kin_chart_floor(const struct kin_chart *chart)
{
    line_across(chart, chart->bottom, KIN_PEN_NORMAL);
}

void kin_chart_bar(const struct kin_chart *chart, double from, double to, double value, enum kin_pattern pattern)
{
    double top = kin_scale_at(&chart->up.scale, value);
    const struct kin_xy corners[] = {{from, chart->bottom}, {from, top}, {to, top}, {to, chart->bottom}};
    if (value > chart->up.scale.from) {
        kin_sketch_fill_gray(chart->sketch, corners, 4, kin_pattern_gray(pattern)); /* hides the grid */
        if (!kin_pattern_is_plain(pattern)) {
            kin_sketch_fill(chart->sketch, corners, 4, pattern);
        }
        kin_sketch_polygon(chart->sketch, corners, 4, KIN_PEN_NORMAL);
    }
}
