/* The histogram: how many values lie in each of some intervals of equal width. */
#include "figure/chart.h"
#include "figure/figure.h"

static const struct kin_figure_attribute bar_rows[] = {
    {.name = "at", .type = KIN_FIGURE_NUMBER, .doc = "Any number of its interval, such as where that begins"},
    {.name = "height", .type = KIN_FIGURE_NUMBER, .doc = "How many values it has"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"bar", "A bar beside those of counts", bar_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "from", .type = KIN_FIGURE_NUMBER, .otherwise = "0", .doc = "Where the first interval begins"},
    {.name = "to", .type = KIN_FIGURE_NUMBER, .doc = "Where the last interval ends"},
    {.name = "step", .type = KIN_FIGURE_NUMBER, .range = "> 0 100000", .doc = "The width of an interval"},
    {.name = "counts",
     .type = KIN_FIGURE_NUMBERS,
     .otherwise = KIN_LEFT_OUT,
     .count = "1 24",
     .doc = "How many values each interval has; without them the axes stand alone"},
    {.name = "intervals",
     .type = KIN_FIGURE_CHOICE,
     .words = "edges ranges",
     .otherwise = "edges",
     .doc = "What stands below: where intervals meet (0 10 20), or each with its whole numbers (0–9, 10–19)"},
    {.name = "title", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What the values are: Age (years)"},
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = "light",
     .doc = "How the bars are filled"},
    KIN_CHART_ROWS("What is counted: Number of trees"),
    {0},
};

enum { MOST_BARS = 24 };

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static double bars_of(const struct kin_figure_part *part)
{
    return (kin_figure_number(part, "to") - kin_figure_number(part, "from")) / kin_figure_number(part, "step");
}

static bool is_whole(double number)
{
    return fabs(number - round(number)) < 1e-9;
}

static bool intervals_fit(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    double bars = bars_of(part), counts = (double)kin_figure_count(part, "counts");
    bool whole = is_whole(kin_figure_number(part, "from")) && is_whole(kin_figure_number(part, "step"));
    if (!is_whole(bars)) {
        return kin_figure_reject(fault, part, "step", "step is %g, which does not cut %g to %g into equal intervals",
                                 kin_figure_number(part, "step"), kin_figure_number(part, "from"),
                                 kin_figure_number(part, "to"));
    }
    if (kin_figure_has(part, "counts") && counts != round(bars)) {
        return kin_figure_reject(fault, part, "counts", "counts has %g numbers, but there are %g intervals", counts,
                                 round(bars));
    }
    return whole || kin_figure_is(part, "intervals", "edges") ||
           kin_figure_reject(fault, part, "intervals",
                             "intervals is ranges, but then from and step must be whole numbers");
}

static bool bar_fits(const struct kin_figure_part *part, const struct kin_figure_part *bar,
                     struct kin_figure_fault *fault)
{
    double at = kin_figure_number(bar, "at"), to = kin_figure_number(part, "to");
    if (at >= to) {
        return kin_figure_reject(fault, bar, "at", "at is %g, but the last interval ends at %g", at, to);
    }
    return kin_axis_holds(part, "from", "to", bar, "at", fault) && kin_chart_holds(part, bar, "height", fault);
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *part = &figure->whole;
    bool fits = kin_axis_fits(part, "from", "to", "step", MOST_BARS, fault) && intervals_fit(part, fault) &&
                kin_chart_fits(part, fault) && kin_chart_holds(part, part, "counts", fault);
    for (size_t i = 0; fits && i < part->part_count; i++) {
        fits = bar_fits(part, part->parts[i], fault);
    }
    return fits;
}

/* ---- Intervals ----------------------------------------------------------------------------------------------------
 */

static struct kin_rat edge(kin_arena *arena, const struct kin_figure_part *part, int64_t k)
{
    struct kin_rat along = kin_rat_mul(arena, kin_figure_exact(part, "step"), kin_rat_int(k));
    return kin_rat_add(arena, kin_figure_exact(part, "from"), along);
}

/* The last whole number of the k-th interval. */
static struct kin_rat last_of(kin_arena *arena, const struct kin_figure_part *part, int64_t k)
{
    return kin_rat_sub(arena, edge(arena, part, k + 1), kin_rat_int(1));
}

static int64_t interval_count(const struct kin_figure_part *part)
{
    return (int64_t)round(bars_of(part));
}

static int64_t interval_at(const struct kin_figure_part *part, double value)
{
    return (int64_t)floor((value - kin_figure_number(part, "from")) / kin_figure_number(part, "step") + 1e-9);
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static void tell_bar(struct kin_telling *telling, const struct kin_figure_part *part, int64_t k, struct kin_rat height)
{
    bool ranges = kin_figure_is(part, "intervals", "ranges");
    struct kin_rat end = ranges ? last_of(telling->arena, part, k) : edge(telling->arena, part, k + 1);
    kin_tell(telling, telling->words->tell_bar, kin_tell_rat(telling, edge(telling->arena, part, k)),
             kin_tell_rat(telling, end), kin_tell_rat(telling, height));
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *part = &figure->whole;
    const struct kin_figure_value *counts = kin_figure_value(part, "counts");
    kin_tell(telling, telling->words->tell_histogram, kin_tell_number(telling, part, "from"),
             kin_tell_number(telling, part, "to"), kin_tell_number(telling, part, "step"));
    if (kin_figure_text(part, "title")) {
        kin_tell(telling, telling->words->tell_axis_title, kin_tell_text(telling, part, "title"));
    }
    kin_chart_tell(telling, part);
    for (size_t i = 0; counts && i < counts->count; i++) {
        tell_bar(telling, part, (int64_t)i, counts->numbers[i]);
    }
    for (size_t i = 0; i < part->part_count; i++) {
        tell_bar(telling, part, interval_at(part, kin_figure_number(part->parts[i], "at")),
                 kin_figure_exact(part->parts[i], "height"));
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

static struct kin_nodes range_text(struct kin_sketch *sketch, const struct kin_figure_part *part, int64_t k)
{
    kin_arena *arena = sketch->arena;
    struct kin_rat first = edge(arena, part, k), last = last_of(arena, part, k);
    const char *text = kin_rat_text(arena, first);
    if (!kin_rat_equal(first, last)) {
        text = kin_format(arena, "%s–%s", text, kin_rat_text(arena, last));
    }
    return kin_sketch_words(sketch, text);
}

/* Is there room for all ranges below their bars? Else the edges say the same in less. */
static bool ranges_fit(const struct kin_chart *chart, double width)
{
    double widest = 0;
    for (int64_t k = 0; k < interval_count(chart->part); k++) {
        struct kin_nodes text = range_text(chart->sketch, chart->part, k);
        widest = fmax(widest, kin_sketch_measure(chart->sketch, &text).x);
    }
    return kin_figure_is(chart->part, "intervals", "ranges") && widest + 4 <= width;
}

static void add_ranges(const struct kin_chart *chart, const struct kin_axis *across, double width,
                       const struct kin_nodes *title)
{
    kin_axis_draw_line(across, title);
    for (int64_t k = 0; k < interval_count(chart->part); k++) {
        struct kin_nodes text = range_text(chart->sketch, chart->part, k);
        struct kin_xy at = {across->scale.begin + width * ((double)k + 0.5), chart->bottom + 6};
        kin_sketch_text(chart->sketch, &text, at, 0.5, 0);
    }
}

static void add_bar(const struct kin_chart *chart, const struct kin_axis *across, int64_t k, double height)
{
    double width = (across->scale.end - across->scale.begin) / (double)interval_count(chart->part);
    double left = across->scale.begin + width * (double)k;
    kin_chart_bar(chart, left, left + width, height, kin_pattern_named(kin_figure_word(chart->part, "pattern")));
}

static void add_bars(const struct kin_chart *chart, const struct kin_axis *across)
{
    for (size_t i = 0; i < kin_figure_count(chart->part, "counts"); i++) {
        add_bar(chart, across, (int64_t)i, kin_figure_number_at(chart->part, "counts", i));
    }
    for (size_t i = 0; i < chart->part->part_count; i++) {
        const struct kin_figure_part *bar = chart->part->parts[i];
        add_bar(chart, across, interval_at(chart->part, kin_figure_number(bar, "at")),
                kin_figure_number(bar, "height"));
    }
}

static void sketch_histogram(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    const struct kin_figure_part *part = &figure->whole;
    const struct kin_nodes *title = kin_figure_text(part, "title");
    sketch->width = sketch->room;
    struct kin_axis across = kin_axis_of(sketch, part, "from", "to", "step");
    struct kin_chart chart = kin_chart_begin(sketch, part, 0, kin_axis_room(&across, title));
    double edge_room = across.number.x / 2 + 2;
    across.line = chart.bottom;
    across.scale.begin = chart.left + fmax(8, edge_room);
    across.scale.end = chart.right - edge_room;
    double width = (across.scale.end - across.scale.begin) / (double)interval_count(part);
    kin_chart_frame(&chart);
    add_bars(&chart, &across);
    kin_chart_floor(&chart);
    if (ranges_fit(&chart, width)) {
        add_ranges(&chart, &across, width, title);
    } else {
        kin_axis_draw(&across, title);
    }
}

const struct kin_figure_kind kin_figure_histogram = {
    .whole = {"histogram", "Bars over intervals of equal width: how many values lie in each", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_histogram,
    .examples = {"<figure kind=\"histogram\" from=\"0\" to=\"50\" step=\"10\" counts=\"[3, 7, 0, 5, 2]\" y-to=\"8\" "
                 "title=\"Minutes\" y-title=\"Number of students\"/>",
                 "<figure kind=\"histogram\" from=\"20\" to=\"80\" step=\"10\" intervals=\"ranges\" "
                 "counts=\"[12, 30, 24, 18, 9, 3]\" y-to=\"30\" y-step=\"5\" title=\"Age (years)\" "
                 "y-title=\"Number of people\"/>",
                 "<figure kind=\"histogram\" from=\"0\" to=\"2\" step=\"1/2\" y-to=\"6\" title=\"Length (miles)\" "
                 "y-title=\"Number of trails\"><bar at=\"0\" height=\"2\"/><bar at=\"1/2\" height=\"5\" layer=\"key\"/>"
                 "<bar at=\"1\" height=\"4\" layer=\"key\"/><bar at=\"3/2\" height=\"1\" layer=\"key\"/></figure>"},
};
