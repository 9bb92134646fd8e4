/* The bar graph: a bar for each category, or a group of bars side by side. */
#include "figure/chart.h"
#include "figure/figure.h"

static const struct kin_figure_attribute category_rows[] = {
    {.name = "label", .type = KIN_FIGURE_TEXT, .doc = "What stands below its bars"},
    {.name = "values",
     .type = KIN_FIGURE_NUMBERS,
     .otherwise = KIN_LEFT_OUT,
     .count = "1 4",
     .doc = "How high its bars are: one number, or one for each series; without them there is room for the bars"},
    {0},
};
static const struct kin_figure_attribute series_rows[] = {
    {.name = "label", .type = KIN_FIGURE_TEXT, .doc = "What its bars have in common"},
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = KIN_LEFT_OUT,
     .doc = "How its bars are filled; each differently when not said"},
    {0},
};
static const struct kin_figure_attribute bar_rows[] = {
    {.name = "at", .type = KIN_FIGURE_WHOLE, .range = "1 12", .doc = "Of which category it is: 1 for the first"},
    {.name = "height", .type = KIN_FIGURE_NUMBER, .doc = "How high it is"},
    {.name = "series",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "1",
     .range = "1 4",
     .doc = "Of which series it is: 1 for the first"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"category", "A category, from left to right", category_rows, NULL},
    {"series", "Bars of all categories that belong together; its name stands above the graph", series_rows, NULL},
    {"bar", "A bar beside those of categories", bar_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "title", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What the categories are: Month"},
    {.name = "y-from",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "0",
     .range = "0 1000000",
     .doc = "Bottom of the axis: above 0 for a graph that misleads"},
    KIN_CHART_ROWS("What the bars say: Number of votes"),
    {0},
};

enum { MOST_CATEGORIES = 12, MOST_SERIES = 4 };

/* ---- Counting -----------------------------------------------------------------------------------------------------
 */

static size_t count_of(const struct kin_figure_part *graph, char first_letter)
{
    size_t count = 0;
    for (size_t i = 0; i < graph->part_count; i++) {
        count += *graph->parts[i]->name == first_letter;
    }
    return count;
}

/* How many bars stand side by side. */
static size_t series_count(const struct kin_figure_part *graph)
{
    size_t count = count_of(graph, 's');
    return count ? count : 1;
}

/* The k-th category or series; NULL. */
static const struct kin_figure_part *part_at(const struct kin_figure_part *graph, char first_letter, size_t k)
{
    for (size_t i = 0; i < graph->part_count; i++) {
        if (*graph->parts[i]->name == first_letter && k-- == 0) {
            return graph->parts[i];
        }
    }
    return NULL;
}

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool few(const struct kin_figure_part *graph, const char *name, size_t most, struct kin_figure_fault *fault)
{
    size_t count = count_of(graph, *name);
    return count <= most ||
           kin_figure_reject(fault, graph, NULL, "there are %zu of <%s>, but may be at most %zu", count, name, most);
}

static bool shown_always(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    return *part->name == 'b' || part->layer == KIN_LAYER_BOTH ||
           kin_figure_reject(fault, part, NULL, "a <%s> belongs to all layers; write what one of them shows as a <bar>",
                             part->name);
}

static bool category_fits(const struct kin_figure_part *graph, const struct kin_figure_part *category,
                          struct kin_figure_fault *fault)
{
    size_t count = kin_figure_count(category, "values"), wanted = series_count(graph);
    if (count && count != wanted) {
        return kin_figure_reject(fault, category, "values",
                                 "values has %zu numbers, but needs %zu: one for each series", count, wanted);
    }
    return kin_chart_holds(graph, category, "values", fault);
}

static bool bar_fits(const struct kin_figure_part *graph, const struct kin_figure_part *bar,
                     struct kin_figure_fault *fault)
{
    size_t categories = count_of(graph, 'c'), series = series_count(graph);
    if (kin_figure_number(bar, "at") > (double)categories) {
        return kin_figure_reject(fault, bar, "at", "at is %g, but the last category is %zu",
                                 kin_figure_number(bar, "at"), categories);
    }
    if (kin_figure_number(bar, "series") > (double)series) {
        return kin_figure_reject(fault, bar, "series", "series is %g, but the last series is %zu",
                                 kin_figure_number(bar, "series"), series);
    }
    return kin_chart_holds(graph, bar, "height", fault);
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *graph = &figure->whole;
    bool fits = few(graph, "category", MOST_CATEGORIES, fault) && few(graph, "series", MOST_SERIES, fault) &&
                kin_chart_fits(graph, fault);
    if (fits && !count_of(graph, 'c')) {
        return kin_figure_reject(fault, graph, NULL, "there is no <category>");
    }
    for (size_t i = 0; fits && i < graph->part_count; i++) {
        const struct kin_figure_part *part = graph->parts[i];
        fits = shown_always(part, fault) && (*part->name == 'c'   ? category_fits(graph, part, fault)
                                             : *part->name == 'b' ? bar_fits(graph, part, fault)
                                                                  : true);
    }
    return fits;
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static const char *label_of(struct kin_telling *telling, const struct kin_figure_part *category,
                            const struct kin_figure_part *series)
{
    const char *name = kin_tell_text(telling, category, "label");
    return series ? kin_format(telling->arena, "%s, %s", name, kin_tell_text(telling, series, "label")) : name;
}

static void tell_category(struct kin_telling *telling, const struct kin_figure_part *graph,
                          const struct kin_figure_part *category)
{
    const struct kin_figure_value *values = kin_figure_value(category, "values");
    if (!values) {
        kin_tell(telling, telling->words->tell_measure, label_of(telling, category, NULL),
                 telling->words->tell_no_number);
    }
    for (size_t k = 0; values && k < values->count; k++) {
        kin_tell(telling, telling->words->tell_measure, label_of(telling, category, part_at(graph, 's', k)),
                 kin_tell_rat(telling, values->numbers[k]));
    }
}

static void tell_bar(struct kin_telling *telling, const struct kin_figure_part *graph,
                     const struct kin_figure_part *bar)
{
    const struct kin_figure_part *category = part_at(graph, 'c', (size_t)kin_figure_number(bar, "at") - 1);
    const struct kin_figure_part *series = part_at(graph, 's', (size_t)kin_figure_number(bar, "series") - 1);
    kin_tell(telling, telling->words->tell_measure, label_of(telling, category, series),
             kin_tell_number(telling, bar, "height"));
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *graph = &figure->whole;
    kin_tell(telling, "%s", telling->words->tell_bar_graph);
    kin_chart_tell(telling, graph);
    for (size_t i = 0; i < graph->part_count; i++) {
        if (*graph->parts[i]->name == 'c') {
            tell_category(telling, graph, graph->parts[i]);
        } else if (*graph->parts[i]->name == 'b') {
            tell_bar(telling, graph, graph->parts[i]);
        }
    }
}

/* ---- The legend ---------------------------------------------------------------------------------------------------
 */

static const double swatch = 9, swatch_gap = 4, entry_gap = 16;

static enum kin_pattern pattern_of(const struct kin_figure_part *graph, size_t k)
{
    static const enum kin_pattern each[MOST_SERIES] = {KIN_PATTERN_LIGHT, KIN_PATTERN_HATCH, KIN_PATTERN_DOTS,
                                                       KIN_PATTERN_DARK};
    const struct kin_figure_part *series = part_at(graph, 's', k);
    return series && kin_figure_has(series, "pattern") ? kin_pattern_named(kin_figure_word(series, "pattern"))
                                                       : each[k % MOST_SERIES];
}

static struct kin_xy entry_size(struct kin_sketch *sketch, const struct kin_figure_part *series)
{
    struct kin_xy text = kin_sketch_measure(sketch, kin_figure_text(series, "label"));
    return (struct kin_xy){swatch + swatch_gap + text.x + entry_gap, fmax(text.y, swatch) + 3};
}

static void add_entry(struct kin_sketch *sketch, const struct kin_figure_part *graph, size_t k, struct kin_xy at,
                      double height)
{
    double middle = at.y + height / 2, top = middle - swatch / 2;
    const struct kin_xy box[] = {
        {at.x + 1, top}, {at.x + 1 + swatch, top}, {at.x + 1 + swatch, top + swatch}, {at.x + 1, top + swatch}};
    kin_sketch_fill(sketch, box, 4, pattern_of(graph, k));
    kin_sketch_polygon(sketch, box, 4, KIN_PEN_NORMAL);
    kin_sketch_text(sketch, kin_figure_text(part_at(graph, 's', k), "label"),
                    (struct kin_xy){at.x + 1 + swatch + swatch_gap, middle}, 0, 0.5);
}

enum writing { MEASURE, WRITE };

/* Entries one after the other, in as many lines as they need within `width`; returns the height of it all. */
static double legend(struct kin_sketch *sketch, const struct kin_figure_part *graph, double width, enum writing writing)
{
    struct kin_xy at = {0, 0};
    double line = 0;
    for (size_t k = 0; k < count_of(graph, 's'); k++) {
        struct kin_xy size = entry_size(sketch, part_at(graph, 's', k));
        if (at.x > 0 && at.x + size.x - entry_gap > width) {
            at = (struct kin_xy){0, at.y + line};
            line = 0;
        }
        if (writing == WRITE) {
            add_entry(sketch, graph, k, at, size.y);
        }
        at.x += size.x;
        line = fmax(line, size.y);
    }
    return line > 0 ? at.y + line + 3 : 0;
}

/* ---- Categories ---------------------------------------------------------------------------------------------------
 */

struct graph {
    struct kin_chart chart;
    const struct kin_figure_part *part;
    double slot;   /* width that each category has */
    double names;  /* height of the row of names */
    bool lettered; /* labels that are wider than that stand below, and letters in their place */
};

/* Names are set in the width of their slot. */
static struct kin_xy name_size(struct kin_sketch *sketch, const struct kin_nodes *name, double slot)
{
    double whole = sketch->width;
    sketch->width = slot;
    struct kin_xy size = kin_sketch_measure(sketch, name);
    sketch->width = whole;
    return size;
}

static struct kin_nodes letter_of(struct kin_sketch *sketch, size_t k)
{
    return kin_sketch_words(sketch, kin_format(sketch->arena, "%c", (int)('A' + k)));
}

/* "A: Strawberries" */
static struct kin_nodes legend_line(struct kin_sketch *sketch, const struct kin_figure_part *category, size_t k)
{
    struct kin_nodes line = kin_sketch_words(sketch, kin_format(sketch->arena, "%c: ", (int)('A' + k)));
    const struct kin_nodes *name = kin_figure_text(category, "label");
    for (size_t i = 0; i < name->count; i++) {
        kin_nodes_add(sketch->arena, &line, name->items[i]);
    }
    return line;
}

static const double name_gap = 4, name_white = 4;

/* Does a name stick out of its slot? */
static bool too_wide(struct kin_sketch *sketch, const struct kin_figure_part *graph, double slot)
{
    for (size_t k = 0; k < count_of(graph, 'c'); k++) {
        const struct kin_nodes *name = kin_figure_text(part_at(graph, 'c', k), "label");
        if (name_size(sketch, name, slot - name_white).x > slot - name_white + 0.1) {
            return true;
        }
    }
    return false;
}

/* The height of the row of names, and of the names that letters stand for below. */
static double names_height(struct kin_sketch *sketch, const struct graph *graph)
{
    double tallest = 0;
    for (size_t k = 0; k < count_of(graph->part, 'c'); k++) {
        const struct kin_nodes *name = kin_figure_text(part_at(graph->part, 'c', k), "label");
        struct kin_nodes letter = letter_of(sketch, k);
        tallest = fmax(tallest, graph->lettered ? kin_sketch_measure(sketch, &letter).y
                                                : name_size(sketch, name, graph->slot - name_white).y);
    }
    return name_gap + tallest + 2;
}

static double letters_height(struct kin_sketch *sketch, const struct graph *graph)
{
    double height = graph->lettered ? 2 : 0;
    for (size_t k = 0; graph->lettered && k < count_of(graph->part, 'c'); k++) {
        struct kin_nodes line = legend_line(sketch, part_at(graph->part, 'c', k), k);
        height += kin_sketch_measure(sketch, &line).y + 2;
    }
    return height;
}

static void add_name(const struct graph *graph, size_t k)
{
    struct kin_sketch *sketch = graph->chart.sketch;
    double whole = sketch->width;
    struct kin_nodes letter = letter_of(sketch, k);
    const struct kin_nodes *name = graph->lettered ? &letter : kin_figure_text(part_at(graph->part, 'c', k), "label");
    struct kin_xy at = {graph->chart.left + graph->slot * ((double)k + 0.5), graph->chart.bottom + name_gap};
    sketch->width = graph->slot - name_white;
    kin_sketch_text(sketch, name, at, 0.5, 0);
    sketch->width = whole;
}

/* The names that letters stand for, from the bottom up. */
static void add_letters(const struct graph *graph)
{
    struct kin_sketch *sketch = graph->chart.sketch;
    double bottom = sketch->height;
    for (size_t k = count_of(graph->part, 'c'); graph->lettered && k-- > 0;) {
        struct kin_nodes line = legend_line(sketch, part_at(graph->part, 'c', k), k);
        kin_sketch_text(sketch, &line, (struct kin_xy){0, bottom}, 0, 1);
        bottom -= kin_sketch_measure(sketch, &line).y + 2;
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

static void add_bar(const struct graph *graph, size_t category, size_t series, double value)
{
    double each = 0.7 * graph->slot / (double)series_count(graph->part);
    double left = graph->chart.left + graph->slot * ((double)category + 0.15) + each * (double)series;
    kin_chart_bar(&graph->chart, left, left + each, value, pattern_of(graph->part, series));
}

static void add_bars(const struct graph *graph)
{
    for (size_t k = 0; k < count_of(graph->part, 'c'); k++) {
        const struct kin_figure_part *category = part_at(graph->part, 'c', k);
        for (size_t i = 0; i < kin_figure_count(category, "values"); i++) {
            add_bar(graph, k, i, kin_figure_number_at(category, "values", i));
        }
    }
    for (size_t i = 0; i < graph->part->part_count; i++) {
        const struct kin_figure_part *bar = graph->part->parts[i];
        if (*bar->name == 'b') {
            add_bar(graph, (size_t)kin_figure_number(bar, "at") - 1, (size_t)kin_figure_number(bar, "series") - 1,
                    kin_figure_number(bar, "height"));
        }
    }
}

static double slot_of(const struct kin_chart *chart)
{
    return (chart->right - chart->left) / (double)count_of(chart->part, 'c');
}

/* The frame, with room for names below; what these need depends on the width that is left for them. */
static void lay_out(struct graph *graph, struct kin_sketch *sketch, const struct kin_nodes *title)
{
    double width = fmin(kin_figure_number(graph->part, "length"), sketch->room);
    double above = legend(sketch, graph->part, width, MEASURE);
    graph->chart = kin_chart_begin(sketch, graph->part, above, 0);
    graph->slot = slot_of(&graph->chart);
    graph->lettered = too_wide(sketch, graph->part, graph->slot);
    graph->names = names_height(sketch, graph);
    double below = graph->names + kin_title_room(sketch, title) + letters_height(sketch, graph);
    graph->chart = kin_chart_begin(sketch, graph->part, above, below);
    legend(sketch, graph->part, width, WRITE);
}

static void sketch_graph(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct graph graph = {.part = &figure->whole};
    const struct kin_nodes *title = kin_figure_text(graph.part, "title");
    sketch->width = sketch->room;
    lay_out(&graph, sketch, title);
    kin_chart_frame(&graph.chart);
    add_bars(&graph);
    kin_chart_floor(&graph.chart);
    for (size_t k = 0; k < count_of(graph.part, 'c'); k++) {
        add_name(&graph, k);
    }
    add_letters(&graph);
    if (title) {
        double middle = (graph.chart.left + graph.chart.right) / 2;
        kin_sketch_text(sketch, title, (struct kin_xy){middle, graph.chart.bottom + graph.names}, 0.5, 0);
    }
}

const struct kin_figure_kind kin_figure_bar_graph = {
    .whole = {"bar-graph", "A bar for each category, or a group of bars side by side", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_graph,
    .examples = {"<figure kind=\"bar-graph\" y-to=\"12\" y-step=\"2\" title=\"Instrument\" "
                 "y-title=\"Number of students\"><category label=\"Drum\" values=\"[7]\"/>"
                 "<category label=\"Flute\" values=\"[10]\"/><category label=\"Guitar\" values=\"[4]\"/>"
                 "<category label=\"Piano\"/><bar at=\"4\" height=\"9\" layer=\"key\"/></figure>",
                 "<figure kind=\"bar-graph\" y-to=\"60\" y-step=\"10\" y-title=\"Visitors\">"
                 "<series label=\"Saturday\"/><series label=\"Sunday\"/>"
                 "<category label=\"Park\" values=\"[42, 55]\"/><category label=\"Pool\" values=\"[30, 38]\"/>"
                 "<category label=\"Skate rink\" values=\"[25, 18]\"/></figure>",
                 "<figure kind=\"bar-graph\" y-from=\"80\" y-to=\"90\" y-step=\"2\" length=\"180\" "
                 "y-title=\"Score\"><category label=\"Brightwater Middle School\" values=\"[83]\"/>"
                 "<category label=\"Mountainside Academy\" values=\"[86]\"/>"
                 "<category label=\"Riverbend\" values=\"[85]\"/></figure>"},
};
