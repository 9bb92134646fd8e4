/* Grid, axes, numbers and titles of a plane. */
#include "figure/plane.h"

static const double number_gap = 4, beside_dot = 2, arrow_out = 9, title_gap = 2;

/* Numbers along the grid, beside the style of labels: in cells of a quarter inch they stay clear of the next line. */
static const double number_size = 0.86;

/* Does the axis of this direction ("x": the horizontal one) cross the plane, or stand at its edge? */
static double crossing(const struct kin_scale *across)
{
    return across->from > 0 ? across->from : across->to < 0 ? across->to : 0;
}

static struct kin_rat multiple(const struct kin_plane *plane, const char *step, int64_t k)
{
    return kin_rat_mul(plane->sketch->arena, kin_figure_exact(plane->whole, step), kin_rat_int(k));
}

struct run {
    int64_t first, last;
};

/* Multiples of a step between the ends of a scale. */
static struct run run_of(const struct kin_plane *plane, const struct kin_scale *scale, const char *step)
{
    double size = kin_figure_number(plane->whole, step);
    return (struct run){(int64_t)ceil(scale->from / size - 1e-9), (int64_t)floor(scale->to / size + 1e-9)};
}

/* ---- Room ---------------------------------------------------------------------------------------------------------
 */

static struct kin_xy largest(const struct kin_plane *plane, const struct kin_scale *scale, const char *step)
{
    struct run run = run_of(plane, scale, step);
    struct kin_xy most = {0, 0};
    for (int64_t k = run.first; k <= run.last; k++) {
        struct kin_nodes text = kin_sketch_number(plane->sketch, multiple(plane, step, k), KIN_FORM_DECIMAL);
        struct kin_xy size = kin_sketch_measure(plane->sketch, &text);
        most = (struct kin_xy){fmax(most.x, size.x), fmax(most.y, size.y)};
    }
    return most;
}

static const struct kin_text_style *number_style(const struct kin_sketch *sketch)
{
    struct kin_text_style *small = KIN_NEW(sketch->arena, struct kin_text_style);
    *small = *sketch->style;
    small->size_pt *= number_size;
    return small;
}

/* Take the style that numbers are set in; whoever sets them gives back the sketch's own afterwards. */
static const struct kin_text_style *take_number_style(const struct kin_plane *plane)
{
    const struct kin_text_style *own = plane->sketch->style;
    plane->sketch->style = plane->number_style;
    return own;
}

static bool has_numbers(const struct kin_plane *plane, enum kin_axes axes)
{
    return axes != KIN_AXES_NONE && kin_figure_is(plane->whole, "numbers", "all");
}

/* Numbers stand outside of the grid where their axis is its edge. */
static void leave_room(struct kin_plane *plane, enum kin_axes axes)
{
    struct kin_sketch *sketch = plane->sketch;
    const struct kin_nodes *x_title = kin_figure_text(plane->whole, "x-title");
    const struct kin_nodes *y_title = kin_figure_text(plane->whole, "y-title");
    const struct kin_text_style *own = take_number_style(plane);
    struct kin_xy x_number = plane->x_number = largest(plane, &plane->x, "x-step");
    struct kin_xy y_number = plane->y_number = largest(plane, &plane->y, "y-step");
    sketch->style = own;
    bool numbers = has_numbers(plane, axes), named = axes != KIN_AXES_NONE;
    double out = named ? arrow_out : 2, name = named ? 12 : 0;
    plane->left = plane->x.from >= 0 ? (numbers ? y_number.x + number_gap + beside_dot : 4) : out;
    plane->bottom = sketch->height - (plane->y.from >= 0 ? (numbers ? x_number.y + number_gap : 4) : out);
    plane->left = fmax(plane->left, x_number.x / 2);
    plane->top = out + (y_title ? kin_sketch_measure(sketch, y_title).y + title_gap : name);
    plane->right = sketch->width - out - (x_title ? 0 : name);
    plane->bottom -= x_title ? kin_sketch_measure(sketch, x_title).y + title_gap : 0;
    plane->x.begin = plane->left;
    plane->x.end = plane->right;
    plane->y.begin = plane->bottom;
    plane->y.end = plane->top;
}

/* ---- Grid and axes ------------------------------------------------------------------------------------------------
 */

static void add_grid(const struct kin_plane *plane)
{
    struct run x = run_of(plane, &plane->x, "x-step"), y = run_of(plane, &plane->y, "y-step");
    for (int64_t k = x.first; k <= x.last; k++) {
        double at = kin_scale_at(&plane->x, kin_rat_double(multiple(plane, "x-step", k)));
        kin_sketch_line(plane->sketch, (struct kin_xy){at, plane->top}, (struct kin_xy){at, plane->bottom},
                        KIN_PEN_GRID);
    }
    for (int64_t k = y.first; k <= y.last; k++) {
        double at = kin_scale_at(&plane->y, kin_rat_double(multiple(plane, "y-step", k)));
        kin_sketch_line(plane->sketch, (struct kin_xy){plane->left, at}, (struct kin_xy){plane->right, at},
                        KIN_PEN_GRID);
    }
}

/* An axis has an arrow at each end behind which it goes on: not at the corner of a first quadrant. */
static void add_axis(struct kin_sketch *sketch, struct kin_xy low, struct kin_xy high, double begins, double ends)
{
    kin_sketch_line(sketch, low, high, KIN_PEN_NORMAL);
    if (ends > 0) {
        kin_sketch_arrow(sketch, low, high);
    }
    if (begins < 0) {
        kin_sketch_arrow(sketch, high, low);
    }
}

static void add_axes(const struct kin_plane *plane)
{
    struct kin_xy origin = kin_plane_at(plane, crossing(&plane->x), crossing(&plane->y));
    double left = plane->x.from < 0 ? arrow_out - 1 : 0, right = plane->x.to > 0 ? arrow_out - 1 : 0;
    double below = plane->y.from < 0 ? arrow_out - 1 : 0, above = plane->y.to > 0 ? arrow_out - 1 : 0;
    add_axis(plane->sketch, (struct kin_xy){plane->left - left, origin.y},
             (struct kin_xy){plane->right + right, origin.y}, plane->x.from, plane->x.to);
    add_axis(plane->sketch, (struct kin_xy){origin.x, plane->bottom + below},
             (struct kin_xy){origin.x, plane->top - above}, plane->y.from, plane->y.to);
}

struct kin_plane kin_plane_begin(struct kin_sketch *sketch, const struct kin_figure_part *whole, enum kin_axes axes)
{
    struct kin_plane plane = {.sketch = sketch, .whole = whole, .number_style = number_style(sketch)};
    plane.x.from = kin_figure_number(whole, "x-from");
    plane.x.to = kin_figure_number(whole, "x-to");
    plane.y.from = kin_figure_number(whole, "y-from");
    plane.y.to = kin_figure_number(whole, "y-to");
    kin_sketch_size(sketch, kin_figure_number(whole, "width"), kin_figure_number(whole, "height"));
    leave_room(&plane, axes);
    kin_plane_fill_parts(&plane);
    if (kin_figure_is(whole, "grid", "yes")) {
        add_grid(&plane);
    }
    if (axes == KIN_AXES_CROSSED) {
        add_axes(&plane);
    }
    return plane;
}

/* ---- Numbers and titles -------------------------------------------------------------------------------------------
 */

/* Each how many grid lines have a number, so that numbers stand apart. */
static int64_t every(double apart, double size)
{
    static const int64_t factors[] = {1, 2, 5, 10, 20, 50, 100};
    for (size_t i = 0; i < 7; i++) {
        if (apart * (double)factors[i] >= size + 3) {
            return factors[i];
        }
    }
    return 100;
}

/* Below a horizontal axis, else above; left of a vertical one, else right of it. */
static bool number_fits(const struct kin_plane *plane, const struct kin_nodes *text, struct kin_xy at, bool level,
                        double gap)
{
    for (int side = 1; side >= -1; side -= 2) {
        struct kin_xy place =
            level ? (struct kin_xy){at.x, at.y + side * gap} : (struct kin_xy){at.x - side * gap, at.y};
        double across = level ? 0.5 : side > 0 ? 1 : 0, down = !level ? 0.5 : side > 0 ? 0 : 1;
        if (kin_sketch_text_if_free(plane->sketch, text, place, across, down)) {
            return true;
        }
    }
    return false;
}

/* Beside a dot on the axis a number stands a little farther out, for which there is room everywhere but below the grid;
 * where a stroke runs through all places, no number stands. */
static void add_number(const struct kin_plane *plane, struct kin_rat value, struct kin_xy at, bool level)
{
    struct kin_nodes text = kin_sketch_number(plane->sketch, value, KIN_FORM_DECIMAL);
    bool below_grid = level && plane->y.from >= 0;
    if (!number_fits(plane, &text, at, level, number_gap) && !below_grid) {
        number_fits(plane, &text, at, level, number_gap + beside_dot);
    }
}

/* On paper, from one multiple of the step to the next. */
static double unit_of(const struct kin_plane *plane, const struct kin_scale *scale, const char *step)
{
    return fabs(scale->end - scale->begin) / (scale->to - scale->from) * kin_figure_number(plane->whole, step);
}

static void add_numbers(const struct kin_plane *plane, const struct kin_scale *scale, const char *step, int64_t skip)
{
    struct run run = run_of(plane, scale, step);
    bool level = scale == &plane->x;
    bool crossed = crossing(&plane->x) == 0 && crossing(&plane->y) == 0 && plane->x.from < 0 && plane->y.from < 0;
    for (int64_t k = run.first; k <= run.last; k++) {
        double value = kin_rat_double(multiple(plane, step, k));
        if (k % skip == 0 && !(k == 0 && crossed)) {
            struct kin_xy at = level ? kin_plane_at(plane, value, crossing(&plane->y))
                                     : kin_plane_at(plane, crossing(&plane->x), value);
            add_number(plane, multiple(plane, step, k), at, level);
        }
    }
}

/* Axes of one scale have the same numbers. */
static void add_all_numbers(const struct kin_plane *plane)
{
    const struct kin_text_style *own = take_number_style(plane);
    double x = unit_of(plane, &plane->x, "x-step"), y = unit_of(plane, &plane->y, "y-step");
    int64_t skip_x = every(x, plane->x_number.x), skip_y = every(y, plane->y_number.y);
    bool alike = kin_figure_number(plane->whole, "x-step") == kin_figure_number(plane->whole, "y-step") &&
                 fabs(x - y) < 0.05 * fmax(x, y);
    int64_t most = skip_x > skip_y ? skip_x : skip_y;
    add_numbers(plane, &plane->x, "x-step", alike ? most : skip_x);
    add_numbers(plane, &plane->y, "y-step", alike ? most : skip_y);
    plane->sketch->style = own;
}

/* The letter behind the arrow of an axis without a title. */
static void add_name(const struct kin_plane *plane, const char *letter, struct kin_xy at, double across, double down)
{
    struct kin_nodes name = kin_sketch_italic(plane->sketch, letter);
    kin_sketch_text(plane->sketch, &name, at, across, down);
}

static void add_titles(const struct kin_plane *plane)
{
    const struct kin_nodes *x = kin_figure_text(plane->whole, "x-title"), *y = kin_figure_text(plane->whole, "y-title");
    struct kin_xy origin = kin_plane_at(plane, crossing(&plane->x), crossing(&plane->y));
    if (x) {
        struct kin_xy at = {(plane->left + plane->right) / 2, plane->sketch->height};
        kin_sketch_text(plane->sketch, x, at, 0.5, 1);
    } else {
        add_name(plane, "x", (struct kin_xy){plane->right + arrow_out + 2, origin.y}, 0, 0.5);
    }
    if (y) {
        kin_sketch_text(plane->sketch, y, (struct kin_xy){0, 0}, 0, 0);
    } else {
        add_name(plane, "y", (struct kin_xy){origin.x, plane->top - arrow_out - 2}, 0.5, 1);
    }
}

void kin_plane_end(struct kin_plane *plane, enum kin_axes axes)
{
    if (axes == KIN_AXES_NONE || plane->sketch->measuring) {
        return;
    }
    add_titles(plane);
    if (has_numbers(plane, axes)) {
        add_all_numbers(plane);
    }
}
