/* The dot plot: a stack of dots for each value of a set of data; one set, or several on the same scale. */
#include "figure/axis.h"
#include "figure/figure.h"

#include <stdlib.h>

static const struct kin_figure_attribute dots_rows[] = {
    {.name = "at", .type = KIN_FIGURE_NUMBER, .doc = "The value under the stack"},
    {.name = "count", .type = KIN_FIGURE_WHOLE, .otherwise = "1", .range = "1 20", .doc = "How many dots"},
    {0},
};
static const struct kin_figure_attribute group_rows[] = {
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "Whose values these are"},
    {.name = "data",
     .type = KIN_FIGURE_NUMBERS,
     .otherwise = KIN_LEFT_OUT,
     .count = "1 100",
     .doc = "Its values, in any order"},
    {0},
};
static const struct kin_figure_part_kind group_parts[] = {{"dots", "Dots over one value", dots_rows, NULL}, {0}};
static const struct kin_figure_part_kind parts[] = {
    {"dots", "Dots over one value, beside those of data", dots_rows, NULL},
    {"group", "One of several sets of data, each over an axis of its own with the same scale", group_rows, group_parts},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    KIN_ROWS_AXIS,
    {.name = "data",
     .type = KIN_FIGURE_NUMBERS,
     .otherwise = KIN_LEFT_OUT,
     .count = "1 100",
     .doc = "The values, in any order; without them the axis stands alone"},
    {.name = "tallest",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "6",
     .range = "1 20",
     .doc = "For how many dots on one another there is room"},
    {.name = "title",
     .type = KIN_FIGURE_TEXT,
     .otherwise = KIN_LEFT_OUT,
     .doc = "What the numbers are: Length (inches)"},
    KIN_ROW_FORM,
    KIN_ROW_LENGTH("280"),
    {0},
};

enum { MOST_MARKS = 60, MOST_COLUMNS = 40 };

/* ---- Stacks -------------------------------------------------------------------------------------------------------
 */

/* How many dots of a group stand over its i-th value, up to that value. */
static size_t height_at(const struct kin_figure_value *data, size_t i)
{
    size_t height = 0;
    for (size_t k = 0; k <= i; k++) {
        height += kin_rat_equal(data->numbers[k], data->numbers[i]);
    }
    return height;
}

/* Over a value: the dots of the data and of the parts before `end`. */
static size_t height_over(const struct kin_figure_part *group, struct kin_rat at, size_t end)
{
    const struct kin_figure_value *data = kin_figure_value(group, "data");
    size_t height = 0;
    for (size_t i = 0; data && i < data->count; i++) {
        height += kin_rat_equal(data->numbers[i], at);
    }
    for (size_t i = 0; i < end; i++) {
        const struct kin_figure_part *dots = group->parts[i];
        bool here = *dots->name == 'd' && kin_rat_equal(kin_figure_exact(dots, "at"), at);
        height += here ? (size_t)kin_figure_number(dots, "count") : 0;
    }
    return height;
}

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool stack_fits(const struct kin_figure_part *plot, const struct kin_figure_part *group,
                       const struct kin_figure_part *part, const char *name, struct kin_rat at,
                       struct kin_figure_fault *fault)
{
    double tallest = kin_figure_number(plot, "tallest");
    size_t height = height_over(group, at, group->part_count);
    return (double)height <= tallest ||
           kin_figure_reject(fault, part, name, "%zu dots stand over %g, but tallest is %g", height, kin_rat_double(at),
                             tallest);
}

/* Dots of different values must stand beside one another. */
static bool columns_apart(const struct kin_figure_part *plot, const struct kin_figure_part *group,
                          struct kin_figure_fault *fault)
{
    const struct kin_figure_value *data = kin_figure_value(group, "data");
    double least = (kin_figure_number(plot, "to") - kin_figure_number(plot, "from")) / MOST_COLUMNS;
    for (size_t i = 0; data && i < data->count; i++) {
        for (size_t k = 0; k < i; k++) {
            double a = kin_rat_double(data->numbers[i]), b = kin_rat_double(data->numbers[k]);
            if (a != b && fabs(a - b) < least * (1 - 1e-9)) {
                return kin_figure_reject(fault, group, "data",
                                         "data has %g and %g, but values on this axis must be %g apart", b, a, least);
            }
        }
    }
    return true;
}

static bool data_fits(const struct kin_figure_part *plot, const struct kin_figure_part *group,
                      struct kin_figure_fault *fault)
{
    const struct kin_figure_value *data = kin_figure_value(group, "data");
    if (!kin_axis_holds(plot, "from", "to", group, "data", fault) || !columns_apart(plot, group, fault)) {
        return false;
    }
    for (size_t i = 0; data && i < data->count; i++) {
        if (!stack_fits(plot, group, group, "data", data->numbers[i], fault)) {
            return false;
        }
    }
    return true;
}

static bool group_fits(const struct kin_figure_part *plot, const struct kin_figure_part *group,
                       struct kin_figure_fault *fault)
{
    bool fits = data_fits(plot, group, fault);
    for (size_t i = 0; fits && i < group->part_count; i++) {
        const struct kin_figure_part *part = group->parts[i];
        fits = *part->name == 'g' ? group_fits(plot, part, fault)
                                  : kin_axis_holds(plot, "from", "to", part, "at", fault) &&
                                        stack_fits(plot, group, part, "count", kin_figure_exact(part, "at"), fault);
    }
    return fits;
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    return kin_axis_fits(&figure->whole, "from", "to", "step", MOST_MARKS, fault) &&
           group_fits(&figure->whole, &figure->whole, fault);
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static int by_value(const void *a, const void *b)
{
    return kin_rat_compare(*(const struct kin_rat *)a, *(const struct kin_rat *)b);
}

/* "3: 2, 4: 1": each value with its dots, from the least on. */
static const char *stacks_text(struct kin_telling *telling, const struct kin_figure_part *group)
{
    struct kin_buf buf = kin_buf_in(telling->arena);
    struct kin_rat *values =
        KIN_NEW_N(telling->arena, struct kin_rat, kin_figure_count(group, "data") + group->part_count);
    size_t count = 0;
    for (size_t i = 0; i < kin_figure_count(group, "data"); i++) {
        values[count++] = kin_figure_value(group, "data")->numbers[i];
    }
    for (size_t i = 0; i < group->part_count; i++) {
        if (*group->parts[i]->name == 'd') {
            values[count++] = kin_figure_exact(group->parts[i], "at");
        }
    }
    if (count) {
        qsort(values, count, sizeof *values, by_value);
    }
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !kin_rat_equal(values[i], values[i - 1])) {
            kin_buf_add(&buf, buf.length ? ", " : "");
            kin_buf_add(&buf, kin_format(telling->arena, "%s: %zu", kin_tell_rat(telling, values[i]),
                                         height_over(group, values[i], group->part_count)));
        }
    }
    return buf.length ? buf.data : NULL;
}

static void tell_group(struct kin_telling *telling, const struct kin_figure_part *group)
{
    const char *stacks = stacks_text(telling, group);
    if (stacks && kin_figure_text(group, "label")) {
        kin_tell(telling, telling->words->tell_dots_of, kin_tell_text(telling, group, "label"), stacks);
    } else if (stacks) {
        kin_tell(telling, telling->words->tell_dots, stacks);
    }
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *plot = &figure->whole;
    kin_tell(telling, telling->words->tell_dot_plot, kin_tell_number(telling, plot, "from"),
             kin_tell_number(telling, plot, "to"), kin_tell_number(telling, plot, "step"));
    if (kin_figure_text(plot, "title")) {
        kin_tell(telling, telling->words->tell_axis_title, kin_tell_text(telling, plot, "title"));
    }
    tell_group(telling, plot);
    for (size_t i = 0; i < plot->part_count; i++) {
        if (*plot->parts[i]->name == 'g') {
            tell_group(telling, plot->parts[i]);
        }
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

static const double pitch = 2 * KIN_DOT_RADIUS + 1.8, above_axis = KIN_DOT_RADIUS + 5;

struct plot {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    struct kin_axis axis;
    double stack, numbers; /* height of the tallest stack, of a row of numbers */
    double radius;         /* of the dots */
};

/* Dots over neighbouring marks keep apart, down to what still looks like a dot. */
static double radius_for(const struct kin_axis *axis)
{
    static const double white = 0.5, least = 1.9;
    double first = kin_rat_double(kin_axis_mark(axis, 0)), second = kin_rat_double(kin_axis_mark(axis, 1));
    double step = kin_scale_at(&axis->scale, second) - kin_scale_at(&axis->scale, first);
    return fmin(KIN_DOT_RADIUS, fmax(least, (step - white) / 2 - KIN_DOT_RIM));
}

static void add_dot(const struct plot *plot, struct kin_rat value, size_t height)
{
    double x = kin_scale_at(&plot->axis.scale, kin_rat_double(value));
    double y = plot->axis.line - above_axis - pitch * (double)(height - 1);
    kin_sketch_dot_sized(plot->sketch, (struct kin_xy){x, y}, KIN_DOT_CLOSED, plot->radius);
}

static void add_dots(const struct plot *plot, const struct kin_figure_part *group)
{
    const struct kin_figure_value *data = kin_figure_value(group, "data");
    for (size_t i = 0; data && i < data->count; i++) {
        add_dot(plot, data->numbers[i], height_at(data, i));
    }
    for (size_t i = 0; i < group->part_count; i++) {
        const struct kin_figure_part *part = group->parts[i];
        for (size_t k = 0; *part->name == 'd' && k < (size_t)kin_figure_number(part, "count"); k++) {
            struct kin_rat at = kin_figure_exact(part, "at");
            add_dot(plot, at, height_over(group, at, i) + k + 1);
        }
    }
}

/* Its label, dots and axis, below `top`; returns where it ends. */
static double add_group(struct plot *plot, const struct kin_figure_part *group, double top,
                        const struct kin_nodes *title)
{
    const struct kin_nodes *label = kin_figure_text(group, "label");
    if (label) {
        kin_sketch_text(plot->sketch, label, (struct kin_xy){0, top}, 0, 0);
    }
    plot->axis.line = top + kin_title_room(plot->sketch, label) + plot->stack;
    kin_axis_draw(&plot->axis, title);
    add_dots(plot, group);
    return plot->axis.line + kin_axis_room(&plot->axis, title);
}

static size_t group_count(const struct kin_figure_part *plot)
{
    size_t count = 0;
    for (size_t i = 0; i < plot->part_count; i++) {
        count += *plot->parts[i]->name == 'g';
    }
    return count;
}

static double height_of(const struct plot *plot, size_t groups)
{
    const struct kin_nodes *title = kin_figure_text(plot->part, "title");
    double numbers = kin_axis_room(&plot->axis, NULL), each = plot->stack + numbers;
    double height = kin_axis_room(&plot->axis, title) - numbers;
    for (size_t i = 0; i < plot->part->part_count; i++) {
        height += kin_title_room(plot->sketch, kin_figure_text(plot->part->parts[i], "label"));
    }
    return height + each * (double)(groups ? groups : 1) + 6 * (double)(groups ? groups - 1 : 0);
}

static void sketch_plot(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct plot plot = {.sketch = sketch, .part = &figure->whole};
    const struct kin_nodes *title = kin_figure_text(plot.part, "title");
    size_t groups = group_count(plot.part), left = groups;
    sketch->width = sketch->room;
    plot.axis = kin_axis_of(sketch, plot.part, "from", "to", "step");
    plot.stack = above_axis + pitch * kin_figure_number(plot.part, "tallest");
    kin_axis_spread(&plot.axis,
                    kin_sketch_size(sketch, kin_figure_number(plot.part, "length"), height_of(&plot, groups)));
    plot.radius = radius_for(&plot.axis);
    if (!groups) {
        add_group(&plot, plot.part, 0, title);
    }
    double top = 0;
    for (size_t i = 0; i < plot.part->part_count; i++) {
        if (*plot.part->parts[i]->name == 'g') {
            top = 6 + add_group(&plot, plot.part->parts[i], top, --left ? NULL : title);
        }
    }
}

const struct kin_figure_kind kin_figure_dot_plot = {
    .whole = {"dot-plot", "A stack of dots over each value of a set of data, or of several sets on the same scale",
              rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_plot,
    .examples = {"<figure kind=\"dot-plot\" from=\"0\" to=\"8\" data=\"[2, 3, 3, 4, 4, 4, 5, 5, 7]\" "
                 "title=\"Books read\"/>",
                 "<figure kind=\"dot-plot\" from=\"20\" to=\"30\" tallest=\"3\" title=\"Minutes\">"
                 "<group label=\"Bus A\" data=\"[21, 22, 22, 25, 28]\"/>"
                 "<group label=\"Bus B\" data=\"[24, 25, 25, 25, 27]\"/></figure>",
                 "<figure kind=\"dot-plot\" from=\"0\" to=\"2\" step=\"1/4\" form=\"mixed\" tallest=\"4\" "
                 "title=\"Length (inches)\"><dots at=\"3/4\" count=\"2\" layer=\"key\"/>"
                 "<dots at=\"1\" count=\"4\" layer=\"key\"/><dots at=\"7/4\" layer=\"key\"/></figure>"},
};
