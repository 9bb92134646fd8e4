/* The circle graph: sectors as large as their shares of a whole, clockwise from the top. */
#include "figure/axis.h"
#include "figure/figure.h"

#include <string.h>

static const struct kin_figure_attribute sector_rows[] = {
    {.name = "value", .type = KIN_FIGURE_NUMBER, .range = "> 0 1000000", .doc = "How much of the whole it is"},
    {.name = "from",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = KIN_LEFT_OUT,
     .range = "0 1000000",
     .doc = "How much of the whole comes before it; it follows the sector before when not said"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands beside it"},
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = KIN_LEFT_OUT,
     .doc = "How it is filled; each differently when not said"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"sector", "A share of the whole", sector_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "total",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = KIN_LEFT_OUT,
     .range = "> 0 10000000",
     .doc = "The whole: 100 for percents; all sectors together when not said"},
    {.name = "marks",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "0",
     .range = "0 100",
     .doc = "In how many equal parts the circle is marked, for drawing sectors"},
    {.name = "title", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands above the circle"},
    {.name = "radius",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "58",
     .range = "30 120",
     .doc = "Of the circle, in points of 1/72 inch"},
    KIN_ROW_LENGTH("280"),
    {0},
};

enum { MOST_SECTORS = 12 };

/* ---- Shares -------------------------------------------------------------------------------------------------------
 */

static double total_of(const struct kin_figure_part *graph)
{
    double sum = 0;
    for (size_t i = 0; i < graph->part_count; i++) {
        sum += kin_figure_number(graph->parts[i], "value");
    }
    return kin_figure_has(graph, "total") ? kin_figure_number(graph, "total") : sum;
}

/* Where the i-th sector begins. */
static double begin_of(const struct kin_figure_part *graph, size_t i)
{
    double begin = 0;
    for (size_t k = 0; k <= i; k++) {
        const struct kin_figure_part *sector = graph->parts[k];
        begin = kin_figure_has(sector, "from") ? kin_figure_number(sector, "from") : begin;
        begin += k < i ? kin_figure_number(sector, "value") : 0;
    }
    return begin;
}

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool sector_fits(const struct kin_figure_part *graph, size_t i, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *sector = graph->parts[i];
    double end = begin_of(graph, i) + kin_figure_number(sector, "value"), total = total_of(graph);
    if (sector->layer != KIN_LAYER_BOTH && !(kin_figure_has(graph, "total") && kin_figure_has(sector, "from"))) {
        return kin_figure_reject(fault, sector, "from",
                                 "a sector that some layers do not show needs from, and the circle graph total");
    }
    return end <= total * (1 + 1e-9) ||
           kin_figure_reject(fault, sector, "value", "the sector ends at %g, but the whole is %g", end, total);
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *graph = &figure->whole;
    if (graph->part_count > MOST_SECTORS) {
        return kin_figure_reject(fault, graph, NULL, "there are %zu of <sector>, but may be at most %d",
                                 graph->part_count, MOST_SECTORS);
    }
    bool fits = true;
    for (size_t i = 0; fits && i < graph->part_count; i++) {
        fits = sector_fits(graph, i, fault);
    }
    return fits;
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

/* Are shares printed? Then a sector without one asks for it. */
static bool prints_shares(struct kin_telling *telling, const struct kin_figure_part *graph)
{
    bool found = false;
    for (size_t i = 0; i < graph->part_count; i++) {
        found = found || strchr(kin_tell_text(telling, graph->parts[i], "label"), '%');
    }
    return found;
}

/* Of a sector that asks for its share, nothing but its name. */
static void tell_sector(struct kin_telling *telling, const struct kin_figure_part *graph,
                        const struct kin_figure_part *sector)
{
    const char *label = kin_tell_text(telling, sector, "label");
    double percent = 100 * kin_figure_number(sector, "value") / total_of(graph);
    if (strchr(label, '?') || (prints_shares(telling, graph) && !strchr(label, '%'))) {
        kin_tell(telling, "%s.", *label ? label : telling->words->tell_no_label);
    } else {
        kin_tell(telling, telling->words->tell_share, *label ? label : telling->words->tell_empty,
                 kin_format(telling->arena, "%.0f", percent));
    }
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *graph = &figure->whole;
    kin_tell(telling, "%s", telling->words->tell_circle_graph);
    if (kin_figure_number(graph, "marks") > 0) {
        kin_tell(telling, telling->words->tell_circle_marks, kin_tell_number(telling, graph, "marks"));
    }
    for (size_t i = 0; i < graph->part_count; i++) {
        tell_sector(telling, graph, graph->parts[i]);
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

struct graph {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    struct kin_xy centre;
    double radius, total;
};

/* Clockwise from the top. */
static double angle_at(const struct graph *graph, double value)
{
    return M_PI / 2 - 2 * M_PI * value / graph->total;
}

/* The last of 7 sectors would meet the first in the same pattern. */
static enum kin_pattern pattern_of(const struct kin_figure_part *graph, size_t i)
{
    static const enum kin_pattern each[] = {KIN_PATTERN_LIGHT, KIN_PATTERN_HATCH, KIN_PATTERN_DOTS,
                                            KIN_PATTERN_BACK,  KIN_PATTERN_BARS,  KIN_PATTERN_CROSS};
    const struct kin_figure_part *sector = graph->parts[i];
    size_t k = i > 0 && i + 1 == graph->part_count && i % 6 == 0 ? 3 : i % 6;
    return kin_figure_has(sector, "pattern") ? kin_pattern_named(kin_figure_word(sector, "pattern")) : each[k];
}

static void fill_sector(const struct graph *graph, double from, double to, enum kin_pattern pattern)
{
    kin_sketch_fill_sector(graph->sketch, graph->centre, graph->radius, angle_at(graph, from), angle_at(graph, to),
                           pattern);
}

static void add_radius(const struct graph *graph, double value)
{
    kin_sketch_line(graph->sketch, graph->centre, kin_xy_around(graph->centre, graph->radius, angle_at(graph, value)),
                    KIN_PEN_NORMAL);
}

static void add_sector(const struct graph *graph, size_t i)
{
    const struct kin_figure_part *sector = graph->part->parts[i];
    double from = begin_of(graph->part, i), to = from + kin_figure_number(sector, "value");
    fill_sector(graph, from, to, pattern_of(graph->part, i));
    if (to - from < graph->total * (1 - 1e-9)) {
        add_radius(graph, from);
        add_radius(graph, to);
    }
}

static void add_marks(const struct graph *graph)
{
    int marks = (int)kin_figure_number(graph->part, "marks");
    for (int k = 0; k < marks; k++) {
        double angle = M_PI / 2 - 2 * M_PI * k / marks;
        kin_sketch_line(graph->sketch, kin_xy_around(graph->centre, graph->radius - 4, angle),
                        kin_xy_around(graph->centre, graph->radius, angle), KIN_PEN_THIN);
    }
    if (marks) {
        kin_sketch_line(graph->sketch, (struct kin_xy){graph->centre.x - 2, graph->centre.y},
                        (struct kin_xy){graph->centre.x + 2, graph->centre.y}, KIN_PEN_THIN);
        kin_sketch_line(graph->sketch, (struct kin_xy){graph->centre.x, graph->centre.y - 2},
                        (struct kin_xy){graph->centre.x, graph->centre.y + 2}, KIN_PEN_THIN);
    }
}

/* Labels are as wide as the white that is left of the figure beside their sector, and break there. */
static void add_label(const struct graph *graph, size_t i)
{
    const struct kin_figure_part *sector = graph->part->parts[i];
    double middle = begin_of(graph->part, i) + kin_figure_number(sector, "value") / 2;
    double whole = graph->sketch->width, angle = angle_at(graph, middle);
    if (kin_figure_text(sector, "label")) {
        graph->sketch->width = fmax(36, whole / 2 - graph->radius * fabs(cos(angle)) - 6);
        kin_sketch_label(graph->sketch, kin_figure_text(sector, "label"),
                         kin_xy_around(graph->centre, graph->radius, angle), 2.5, angle);
        graph->sketch->width = whole;
    }
}

/* Room above and below the circle for labels of two lines. */
static struct graph lay_out(const struct kin_figure_part *part, struct kin_sketch *sketch)
{
    const struct kin_nodes *title = kin_figure_text(part, "title");
    double line = 1.2 * sketch->style->size_pt;
    struct graph graph = {.sketch = sketch, .part = part, .total = total_of(part)};
    sketch->width = sketch->room;
    double heading = kin_title_room(sketch, title), labels = part->part_count ? 2 * line + 4 : 2;
    graph.radius = fmin(kin_figure_number(part, "radius"), sketch->room / 2 - 2);
    double width = kin_sketch_size(sketch, kin_figure_number(part, "length"), heading + 2 * labels + 2 * graph.radius);
    graph.radius = fmin(graph.radius, width / 2 - 2);
    graph.centre = (struct kin_xy){width / 2, heading + labels + graph.radius};
    if (title) {
        kin_sketch_text(sketch, title, (struct kin_xy){width / 2, 0}, 0.5, 0);
    }
    return graph;
}

static void sketch_graph(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct graph graph = lay_out(&figure->whole, sketch);
    for (size_t i = 0; i < graph.part->part_count; i++) {
        add_sector(&graph, i);
    }
    kin_sketch_ellipse(sketch, graph.centre, graph.radius, graph.radius, KIN_PEN_NORMAL);
    add_marks(&graph);
    for (size_t i = 0; i < graph.part->part_count; i++) {
        add_label(&graph, i);
    }
}

const struct kin_figure_kind kin_figure_circle_graph = {
    .whole = {"circle-graph", "A circle cut into sectors, each as large as its share of the whole", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_graph,
    .examples = {"<figure kind=\"circle-graph\" title=\"Ways to school\"><sector value=\"45\"><label>Bus 45%</label>"
                 "</sector><sector value=\"25\" label=\"Walk 25%\"/><sector value=\"20\" label=\"Car 20%\"/>"
                 "<sector value=\"10\" label=\"Bike 10%\"/></figure>",
                 "<figure kind=\"circle-graph\" total=\"100\" marks=\"20\" radius=\"64\" title=\"Favorite season\">"
                 "<sector value=\"35\" from=\"0\" label=\"Summer\" layer=\"key\"/>"
                 "<sector value=\"30\" from=\"35\" label=\"Spring\" layer=\"key\"/>"
                 "<sector value=\"20\" from=\"65\" label=\"Fall\" layer=\"key\"/>"
                 "<sector value=\"15\" from=\"85\" label=\"Winter\" layer=\"key\"/></figure>",
                 "<figure kind=\"circle-graph\" total=\"360\" radius=\"45\" length=\"220\">"
                 "<sector value=\"90\" label=\"Rice\"/><sector value=\"150\" label=\"Corn\" pattern=\"dots\"/>"
                 "<sector value=\"4\" label=\"Sesame\"/><sector value=\"3\" label=\"Barley\"/>"
                 "<sector value=\"113\" pattern=\"none\" label=\"?\"/></figure>"},
};
