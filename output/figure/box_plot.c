/* The box plot: one, or several stacked over the same axis. */
#include "figure/axis.h"
#include "figure/figure.h"

#include <stdlib.h>

#define FIVE "the least, the first quartile, the median, the third quartile, the greatest"

static const struct kin_figure_attribute box_rows[] = {
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "Whose values these are"},
    {.name = "five", .type = KIN_FIGURE_NUMBERS, .count = "5 5", .doc = "Five numbers: " FIVE},
    {.name = "outliers",
     .type = KIN_FIGURE_NUMBERS,
     .otherwise = KIN_LEFT_OUT,
     .count = "0 20",
     .doc = "Values beyond the least or the greatest, as dots"},
    {0},
};
static const struct kin_figure_attribute landmark_rows[] = {
    {.name = "at", .type = KIN_FIGURE_NUMBER, .doc = "Its value"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"box", "One of several box plots over the axis, from the top down", box_rows, NULL},
    {"landmark", "A line at one of the five numbers; five of them make a box plot", landmark_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    KIN_ROWS_AXIS,
    {.name = "five",
     .type = KIN_FIGURE_NUMBERS,
     .otherwise = KIN_LEFT_OUT,
     .count = "5 5",
     .doc = "Five numbers: " FIVE "; without them the axis stands alone"},
    {.name = "outliers",
     .type = KIN_FIGURE_NUMBERS,
     .otherwise = KIN_LEFT_OUT,
     .count = "0 20",
     .doc = "Values beyond the least or the greatest, as dots"},
    {.name = "title",
     .type = KIN_FIGURE_TEXT,
     .otherwise = KIN_LEFT_OUT,
     .doc = "What the numbers are: Time (minutes)"},
    {.name = "grid",
     .type = KIN_FIGURE_CHOICE,
     .words = "no yes",
     .otherwise = "no",
     .doc = "Gray lines from the marks up, to read values by"},
    KIN_ROW_FORM,
    KIN_ROW_LENGTH("280"),
    {0},
};

enum { MOST_MARKS = 100 };

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool ordered(const struct kin_figure_part *box, struct kin_figure_fault *fault)
{
    for (size_t i = 1; i < kin_figure_count(box, "five"); i++) {
        double before = kin_figure_number_at(box, "five", i - 1), here = kin_figure_number_at(box, "five", i);
        if (here < before) {
            return kin_figure_reject(fault, box, "five", "five has %g after %g, but must rise: " FIVE, here, before);
        }
    }
    return true;
}

static bool outliers_beyond(const struct kin_figure_part *box, struct kin_figure_fault *fault)
{
    double least = kin_figure_number_at(box, "five", 0), greatest = kin_figure_number_at(box, "five", 4);
    for (size_t i = 0; kin_figure_has(box, "five") && i < kin_figure_count(box, "outliers"); i++) {
        double value = kin_figure_number_at(box, "outliers", i);
        if (value >= least && value <= greatest) {
            return kin_figure_reject(fault, box, "outliers", "outliers has %g, which is not beyond %g and %g", value,
                                     least, greatest);
        }
    }
    return true;
}

static bool box_fits(const struct kin_figure_part *plot, const struct kin_figure_part *box,
                     struct kin_figure_fault *fault)
{
    return kin_axis_holds(plot, "from", "to", box, "five", fault) &&
           kin_axis_holds(plot, "from", "to", box, "outliers", fault) &&
           kin_axis_holds(plot, "from", "to", box, "at", fault) && ordered(box, fault) && outliers_beyond(box, fault);
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *plot = &figure->whole;
    bool fits = kin_axis_fits(plot, "from", "to", "step", MOST_MARKS, fault) && box_fits(plot, plot, fault);
    for (size_t i = 0; fits && i < plot->part_count; i++) {
        if (*plot->parts[i]->name == 'b' && kin_figure_has(plot, "five")) {
            return kin_figure_reject(fault, plot, "five", "five stands beside a <box>: write it as another <box>");
        }
        fits = box_fits(plot, plot->parts[i], fault);
    }
    return fits;
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static const char *told(struct kin_telling *telling, const struct kin_figure_part *box, size_t i)
{
    return kin_tell_rat(telling, kin_figure_value(box, "five")->numbers[i]);
}

static void tell_box(struct kin_telling *telling, const struct kin_figure_part *box)
{
    const char *label = kin_tell_text(telling, box, "label");
    if (!kin_figure_has(box, "five")) {
        return;
    }
    kin_tell(telling, telling->words->tell_box, label, *label ? ": " : "", told(telling, box, 0), told(telling, box, 1),
             told(telling, box, 2), told(telling, box, 3), told(telling, box, 4));
    if (kin_figure_count(box, "outliers")) {
        kin_tell(telling, telling->words->tell_outliers, kin_tell_numbers(telling, box, "outliers"));
    }
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *plot = &figure->whole;
    kin_tell(telling, telling->words->tell_box_plot, kin_tell_number(telling, plot, "from"),
             kin_tell_number(telling, plot, "to"), kin_tell_number(telling, plot, "step"));
    if (kin_figure_text(plot, "title")) {
        kin_tell(telling, telling->words->tell_axis_title, kin_tell_text(telling, plot, "title"));
    }
    tell_box(telling, plot);
    for (size_t i = 0; i < plot->part_count; i++) {
        tell_box(telling, plot->parts[i]);
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

static const double box_height = 16, row_gap = 8;

struct plot {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    struct kin_axis axis;
};

static double x_of(const struct plot *plot, double value)
{
    return kin_scale_at(&plot->axis.scale, value);
}

static void upright_line(const struct plot *plot, double value, double middle, double reach, enum kin_pen pen)
{
    double x = x_of(plot, value);
    kin_sketch_line(plot->sketch, (struct kin_xy){x, middle - reach}, (struct kin_xy){x, middle + reach}, pen);
}

static void whisker(const struct plot *plot, double from, double to, double middle)
{
    kin_sketch_line(plot->sketch, (struct kin_xy){x_of(plot, from), middle}, (struct kin_xy){x_of(plot, to), middle},
                    KIN_PEN_NORMAL);
}

static void add_box(const struct plot *plot, const double five[5], double middle)
{
    double left = x_of(plot, five[1]), right = x_of(plot, five[3]);
    double top = middle - box_height / 2, bottom = middle + box_height / 2;
    const struct kin_xy corners[] = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    kin_sketch_fill(plot->sketch, corners, 4, KIN_PATTERN_LIGHT);
    kin_sketch_polygon(plot->sketch, corners, 4, KIN_PEN_NORMAL);
    whisker(plot, five[0], five[1], middle);
    whisker(plot, five[3], five[4], middle);
    upright_line(plot, five[0], middle, box_height / 4, KIN_PEN_NORMAL);
    upright_line(plot, five[4], middle, box_height / 4, KIN_PEN_NORMAL);
    upright_line(plot, five[2], middle, box_height / 2, KIN_PEN_HEAVY);
}

static void add_data(const struct plot *plot, const struct kin_figure_part *box, double middle)
{
    double five[5];
    for (size_t i = 0; i < 5; i++) {
        five[i] = kin_figure_number_at(box, "five", i);
    }
    if (kin_figure_has(box, "five")) {
        add_box(plot, five, middle);
    }
    for (size_t i = 0; i < kin_figure_count(box, "outliers"); i++) {
        struct kin_xy at = {x_of(plot, kin_figure_number_at(box, "outliers", i)), middle};
        kin_sketch_dot(plot->sketch, at, KIN_DOT_CLOSED);
    }
}

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static void add_landmarks(const struct plot *plot, double middle)
{
    double *found = KIN_NEW_N(plot->sketch->arena, double, plot->part->part_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < plot->part->part_count; i++) {
        if (*plot->part->parts[i]->name == 'l') {
            found[count++] = kin_figure_number(plot->part->parts[i], "at");
        }
    }
    qsort(found, count, sizeof *found, by_size);
    for (size_t i = 0; count != 5 && i < count; i++) {
        upright_line(plot, found[i], middle, box_height / 2, KIN_PEN_HEAVY);
    }
    if (count == 5) {
        add_box(plot, found, middle);
    }
}

/* A label and the middle of the box below it; returns where the row ends. */
static double add_row(const struct plot *plot, const struct kin_figure_part *box, double top)
{
    const struct kin_nodes *label = kin_figure_text(box, "label");
    if (label) {
        kin_sketch_text(plot->sketch, label, (struct kin_xy){0, top}, 0, 0);
    }
    double middle = top + kin_title_room(plot->sketch, label) + box_height / 2;
    add_data(plot, box, middle);
    return middle + box_height / 2 + row_gap;
}

static double rows_height(const struct plot *plot)
{
    double height = 0;
    for (size_t i = 0; i < plot->part->part_count; i++) {
        const struct kin_figure_part *box = plot->part->parts[i];
        if (*box->name == 'b') {
            height += kin_title_room(plot->sketch, kin_figure_text(box, "label")) + box_height + row_gap;
        }
    }
    return height > 0 ? height : box_height + row_gap;
}

static void add_grid(const struct plot *plot)
{
    for (int64_t k = 0; kin_figure_is(plot->part, "grid", "yes") && k <= plot->axis.marks; k++) {
        double x = x_of(plot, kin_rat_double(kin_axis_mark(&plot->axis, k)));
        kin_sketch_line(plot->sketch, (struct kin_xy){x, 0}, (struct kin_xy){x, plot->axis.line}, KIN_PEN_GRID);
    }
}

static void sketch_plot(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct plot plot = {.sketch = sketch, .part = &figure->whole};
    const struct kin_nodes *title = kin_figure_text(plot.part, "title");
    sketch->width = sketch->room;
    plot.axis = kin_axis_of(sketch, plot.part, "from", "to", "step");
    plot.axis.line = rows_height(&plot) + 2;
    double height = plot.axis.line + kin_axis_room(&plot.axis, title);
    kin_axis_spread(&plot.axis, kin_sketch_size(sketch, kin_figure_number(plot.part, "length"), height));
    add_grid(&plot);
    double top = 0;
    for (size_t i = 0; i < plot.part->part_count; i++) {
        top = *plot.part->parts[i]->name == 'b' ? add_row(&plot, plot.part->parts[i], top) : top;
    }
    add_data(&plot, plot.part, box_height / 2);
    add_landmarks(&plot, box_height / 2);
    kin_axis_draw(&plot.axis, title);
}

const struct kin_figure_kind kin_figure_box_plot = {
    .whole = {"box-plot", "Box plots over an axis: one, or several stacked", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_plot,
    .examples = {"<figure kind=\"box-plot\" from=\"0\" to=\"20\" five=\"[2, 6, 9, 13, 18]\" title=\"Pages read\"/>",
                 "<figure kind=\"box-plot\" from=\"40\" to=\"100\" step=\"5\" grid=\"yes\" title=\"Score\">"
                 "<box label=\"Morning class\" five=\"[55, 65, 75, 80, 95]\" outliers=\"[42]\"/>"
                 "<box label=\"Afternoon class\" five=\"[60, 70, 72.5, 85, 90]\"/></figure>",
                 "<figure kind=\"box-plot\" from=\"10\" to=\"30\" title=\"Minutes\">"
                 "<landmark at=\"12\" layer=\"key\"/><landmark at=\"15\" layer=\"key\"/>"
                 "<landmark at=\"19\" layer=\"key\"/><landmark at=\"24\" layer=\"key\"/>"
                 "<landmark at=\"29\" layer=\"key\"/></figure>"},
};
