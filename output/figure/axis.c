/* Axes of data displays. */
#include "figure/axis.h"

static const double mark_reach = 4, number_gap = 7, apart = 4;

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

bool kin_axis_fits(const struct kin_figure_part *part, const char *from, const char *to, const char *step, int most,
                   struct kin_figure_fault *fault)
{
    double first = kin_figure_number(part, from), last = kin_figure_number(part, to);
    double marks = (last - first) / kin_figure_number(part, step);
    if (last <= first) {
        return kin_figure_reject(fault, part, to, "%s is %g, but must be above %s, which is %g", to, last, from, first);
    }
    return marks <= most || kin_figure_reject(fault, part, step,
                                              "%s cuts the axis into %.0f parts, but may cut it "
                                              "into at most %d",
                                              step, marks, most);
}

bool kin_axis_holds(const struct kin_figure_part *whole, const char *from, const char *to,
                    const struct kin_figure_part *part, const char *name, struct kin_figure_fault *fault)
{
    double first = kin_figure_number(whole, from), last = kin_figure_number(whole, to);
    const struct kin_figure_value *value = kin_figure_value(part, name);
    for (size_t i = 0; value && i < value->count; i++) {
        double number = kin_rat_double(value->numbers[i]);
        if (number < first || number > last) {
            return kin_figure_reject(fault, part, name, "%s %s %g, but the axis goes from %g to %g", name,
                                     value->count > 1 ? "has" : "is", number, first, last);
        }
    }
    return true;
}

/* ---- Numbers ------------------------------------------------------------------------------------------------------
 */

struct kin_rat kin_axis_mark(const struct kin_axis *axis, int64_t k)
{
    kin_arena *arena = axis->sketch->arena;
    return kin_rat_add(arena, axis->first, kin_rat_mul(arena, axis->step, kin_rat_int(k)));
}

struct kin_nodes kin_axis_number(const struct kin_axis *axis, int64_t k)
{
    return kin_sketch_number(axis->sketch, kin_axis_mark(axis, k), axis->form);
}

static struct kin_xy largest(const struct kin_axis *axis)
{
    struct kin_xy most = {0, 0};
    for (int64_t k = 0; k <= axis->marks; k++) {
        struct kin_nodes text = kin_axis_number(axis, k);
        struct kin_xy size = kin_sketch_measure(axis->sketch, &text);
        most = (struct kin_xy){fmax(most.x, size.x), fmax(most.y, size.y)};
    }
    return most;
}

struct kin_axis kin_axis_of(struct kin_sketch *sketch, const struct kin_figure_part *part, const char *from,
                            const char *to, const char *step)
{
    struct kin_axis axis = {.sketch = sketch, .form = kin_number_form_named(kin_figure_word(part, "form"))};
    axis.scale.from = kin_figure_number(part, from);
    axis.scale.to = kin_figure_number(part, to);
    axis.first = kin_figure_has(part, from) ? kin_figure_exact(part, from) : kin_rat_int(0);
    axis.step = kin_figure_exact(part, step);
    axis.marks = (int64_t)floor((axis.scale.to - axis.scale.from) / kin_figure_number(part, step) + 1e-9);
    axis.number = largest(&axis);
    return axis;
}

int64_t kin_axis_spacing(const struct kin_axis *axis, struct kin_xy size, int64_t every)
{
    static const int64_t factors[] = {1, 2, 5, 10, 20, 50, 100};
    double between = fabs(axis->scale.end - axis->scale.begin) / fmax(1, (double)axis->marks);
    double needed = (axis->upright ? size.y : size.x) + apart;
    size_t i = 0;
    while (i < 6 && between * (double)(every * factors[i]) < needed) {
        i++;
    }
    return every * factors[i];
}

/* Numbers that stand at multiples of what lies between them read best; else they are counted from the first mark. */
static bool numbered(const struct kin_axis *axis, int64_t k, int64_t every)
{
    kin_arena *arena = axis->sketch->arena;
    if (!kin_rat_is_integer(kin_rat_div(arena, axis->first, axis->step))) {
        return k % every == 0;
    }
    struct kin_rat between = kin_rat_mul(arena, axis->step, kin_rat_int(every));
    return kin_rat_is_integer(kin_rat_div(arena, kin_axis_mark(axis, k), between));
}

/* ---- Drawing ------------------------------------------------------------------------------------------------------
 */

static struct kin_xy place(const struct kin_axis *axis, double along, double aside)
{
    return axis->upright ? (struct kin_xy){axis->line - aside, along} : (struct kin_xy){along, axis->line + aside};
}

double kin_title_room(struct kin_sketch *sketch, const struct kin_nodes *title)
{
    return title ? kin_sketch_measure(sketch, title).y + 3 : 0;
}

double kin_axis_room(const struct kin_axis *axis, const struct kin_nodes *title)
{
    struct kin_xy size = axis->number;
    double white = title && axis->form != KIN_FORM_DECIMAL ? 2 : 0; /* denominators reach as low as their box */
    double text = axis->upright ? size.x : size.y + kin_title_room(axis->sketch, title) + white;
    return number_gap + text + 1;
}

void kin_axis_spread(struct kin_axis *axis, double width)
{
    double edge = fmax(12, axis->number.x / 2 + 1);
    axis->scale.begin = edge;
    axis->scale.end = width - edge;
}

void kin_axis_draw_line(const struct kin_axis *axis, const struct kin_nodes *title)
{
    double middle = (axis->scale.begin + axis->scale.end) / 2, beyond = axis->upright ? 0 : 6;
    kin_sketch_line(axis->sketch, place(axis, axis->scale.begin - beyond, 0), place(axis, axis->scale.end + beyond, 0),
                    KIN_PEN_NORMAL);
    if (title) {
        double aside = kin_axis_room(axis, title) - kin_title_room(axis->sketch, title) + 1;
        struct kin_xy at = place(axis, middle, aside);
        kin_sketch_text(axis->sketch, title, axis->upright ? (struct kin_xy){0, 0} : at, axis->upright ? 0 : 0.5, 0);
    }
}

static void add_number(const struct kin_axis *axis, int64_t k, double along)
{
    struct kin_nodes text = kin_axis_number(axis, k);
    kin_sketch_text(axis->sketch, &text, place(axis, along, number_gap), axis->upright ? 1 : 0.5,
                    axis->upright ? 0.5 : 0);
}

void kin_axis_draw(const struct kin_axis *axis, const struct kin_nodes *title)
{
    int64_t every = kin_axis_spacing(axis, axis->number, 1);
    kin_axis_draw_line(axis, title);
    for (int64_t k = 0; k <= axis->marks; k++) {
        double along = kin_scale_at(&axis->scale, kin_rat_double(kin_axis_mark(axis, k)));
        double inner = axis->upright ? 0 : -mark_reach;
        kin_sketch_line(axis->sketch, place(axis, along, inner), place(axis, along, mark_reach), KIN_PEN_NORMAL);
        if (numbered(axis, k, every)) {
            add_number(axis, k, along);
        }
    }
}
