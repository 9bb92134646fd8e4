/* The mapping diagram: inputs and outputs in two ovals, arrows from one to the other. */
#include "figure/figure.h"
#include "figure/shapes.h"

static const struct kin_figure_attribute arrow_rows[] = {
    {.name = "from", .type = KIN_FIGURE_WHOLE, .range = "1 12", .doc = "Which input, counted from the top"},
    {.name = "to", .type = KIN_FIGURE_WHOLE, .range = "1 12", .doc = "Which output, counted from the top"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"arrow", "An arrow from an input to an output", arrow_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "inputs", .type = KIN_FIGURE_WORDS, .count = "1 12", .doc = "What stands on the left: [2, 4, 7]"},
    {.name = "outputs", .type = KIN_FIGURE_WORDS, .count = "1 12", .doc = "What stands on the right"},
    {.name = "arrows",
     .type = KIN_FIGURE_POINTS,
     .otherwise = "[]",
     .range = "1 12",
     .count = "0 40",
     .doc = "Arrows by the places of their ends: [[1, 2], [2, 2]]; 1 is at the top"},
    {.name = "input", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands over the left oval"},
    {.name = "output", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands over the right oval"},
    {.name = "most",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "5",
     .range = "1 12",
     .doc = "For how many inputs or outputs there is room"},
    {.name = "length",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "190",
     .range = "120 450",
     .doc = "Width of the figure, in points of 1/72 inch"},
    {0},
};

enum { MOST_ARROWS = 40 };

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool is_place(const struct kin_figure *figure, const struct kin_figure_part *part, const char *name,
                     double place, const char *list, struct kin_figure_fault *fault)
{
    double count = (double)kin_figure_count(&figure->whole, list);
    return (place >= 1 && place <= count && floor(place) == place) ||
           kin_figure_reject(fault, part, name, "there is an arrow at place %g of %s, which has %g", place, list,
                             count);
}

static bool list_fits(const struct kin_figure *figure, const char *list, struct kin_figure_fault *fault)
{
    double count = (double)kin_figure_count(&figure->whole, list), most = kin_figure_number(&figure->whole, "most");
    return count <= most ||
           kin_figure_reject(fault, &figure->whole, list, "%s has %g elements, but most is %g", list, count, most);
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *whole = &figure->whole;
    bool fine = list_fits(figure, "inputs", fault) && list_fits(figure, "outputs", fault);
    for (size_t i = 0; fine && i + 1 < kin_figure_count(whole, "arrows"); i += 2) {
        fine = is_place(figure, whole, "arrows", kin_figure_number_at(whole, "arrows", i), "inputs", fault) &&
               is_place(figure, whole, "arrows", kin_figure_number_at(whole, "arrows", i + 1), "outputs", fault);
    }
    if (fine && whole->part_count > MOST_ARROWS) {
        return kin_figure_reject(fault, whole, NULL, "it has %zu arrows, but may have %d", whole->part_count,
                                 MOST_ARROWS);
    }
    for (size_t i = 0; fine && i < whole->part_count; i++) {
        const struct kin_figure_part *arrow = whole->parts[i];
        fine = is_place(figure, arrow, "from", kin_figure_number(arrow, "from"), "inputs", fault) &&
               is_place(figure, arrow, "to", kin_figure_number(arrow, "to"), "outputs", fault);
    }
    return fine;
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static const char *word_at(const struct kin_figure_part *whole, const char *list, double place)
{
    return kin_figure_value(whole, list)->words[(size_t)place - 1];
}

static void tell_arrow(struct kin_telling *telling, const struct kin_figure_part *whole, double from, double to)
{
    kin_tell(telling, telling->words->tell_mapping_arrow, word_at(whole, "inputs", from),
             word_at(whole, "outputs", to));
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_furniture *words = telling->words;
    const struct kin_figure_part *whole = &figure->whole;
    if (kin_figure_text(whole, "input") && kin_figure_text(whole, "output")) {
        kin_tell(telling, words->tell_mapping, kin_tell_quoted(telling, whole, "input"),
                 kin_tell_quoted(telling, whole, "output"));
    } else {
        kin_tell(telling, "%s", words->tell_mapping_plain);
    }
    kin_tell(telling, words->tell_mapping_left, kin_tell_numbers(telling, whole, "inputs"));
    kin_tell(telling, words->tell_mapping_right, kin_tell_numbers(telling, whole, "outputs"));
    for (size_t i = 0; i + 1 < kin_figure_count(whole, "arrows"); i += 2) {
        tell_arrow(telling, whole, kin_figure_number_at(whole, "arrows", i),
                   kin_figure_number_at(whole, "arrows", i + 1));
    }
    for (size_t i = 0; i < whole->part_count; i++) {
        tell_arrow(telling, whole, kin_figure_number(whole->parts[i], "from"),
                   kin_figure_number(whole->parts[i], "to"));
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

struct mapping {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    double row, middle; /* from word to word; y of the ovals' middle */
    double tall;        /* half of their height */
    double left, right; /* x of the ovals' middles */
    double reach;       /* from a word's middle to its arrows */
};

static struct kin_xy place_of(const struct mapping *mapping, const char *list, double place)
{
    double count = (double)kin_figure_count(mapping->part, list);
    return (struct kin_xy){*list == 'i' ? mapping->left : mapping->right,
                           mapping->middle + (place - (count + 1) / 2) * mapping->row};
}

/* Width and height of the largest word of both lists. */
static struct kin_xy largest_word(struct kin_sketch *sketch, const struct kin_figure_part *part)
{
    const char *const lists[] = {"inputs", "outputs"};
    struct kin_xy most = {0, 0};
    for (size_t k = 0; k < 2; k++) {
        const struct kin_figure_value *value = kin_figure_value(part, lists[k]);
        for (size_t i = 0; i < value->word_count; i++) {
            struct kin_nodes text = kin_sketch_words(sketch, value->words[i]);
            struct kin_xy size = kin_sketch_measure(sketch, &text);
            most = (struct kin_xy){fmax(most.x, size.x), fmax(most.y, size.y)};
        }
    }
    return most;
}

static void add_list(const struct mapping *mapping, const char *list)
{
    const struct kin_figure_value *value = kin_figure_value(mapping->part, list);
    for (size_t i = 0; i < value->word_count; i++) {
        struct kin_nodes text = kin_sketch_words(mapping->sketch, value->words[i]);
        kin_sketch_text(mapping->sketch, &text, place_of(mapping, list, (double)i + 1), 0.5, 0.5);
    }
}

static void add_arrow(const struct mapping *mapping, double from, double to)
{
    struct kin_xy begin = place_of(mapping, "inputs", from), tip = place_of(mapping, "outputs", to);
    begin.x += mapping->reach;
    tip.x -= mapping->reach;
    double length = hypot(tip.x - begin.x, tip.y - begin.y);
    struct kin_xy neck = {tip.x - 4 * (tip.x - begin.x) / length, tip.y - 4 * (tip.y - begin.y) / length};
    kin_sketch_line(mapping->sketch, begin, neck, KIN_PEN_NORMAL);
    kin_sketch_arrow(mapping->sketch, begin, tip);
}

static void add_arrows(const struct mapping *mapping)
{
    const struct kin_figure_part *whole = mapping->part;
    for (size_t i = 0; i + 1 < kin_figure_count(whole, "arrows"); i += 2) {
        add_arrow(mapping, kin_figure_number_at(whole, "arrows", i), kin_figure_number_at(whole, "arrows", i + 1));
    }
    for (size_t i = 0; i < whole->part_count; i++) {
        add_arrow(mapping, kin_figure_number(whole->parts[i], "from"), kin_figure_number(whole->parts[i], "to"));
    }
}

static double heading_height(struct kin_sketch *sketch, const struct kin_figure_part *part)
{
    double height = 0;
    const char *const names[] = {"input", "output"};
    for (size_t i = 0; i < 2; i++) {
        const struct kin_nodes *text = kin_figure_text(part, names[i]);
        height = text ? fmax(height, kin_sketch_measure(sketch, text).y + 4) : height;
    }
    return height;
}

static void add_heading(const struct mapping *mapping, const char *name, double x)
{
    const struct kin_nodes *text = kin_figure_text(mapping->part, name);
    if (text) {
        kin_sketch_text(mapping->sketch, text, (struct kin_xy){x, 0}, 0.5, 0);
    }
}

/* Where everything stands; texts are as wide as an oval at most. Returns half the width of an oval. */
static double lay_out(struct mapping *mapping)
{
    struct kin_sketch *sketch = mapping->sketch;
    double length = fmin(kin_figure_number(mapping->part, "length"), sketch->room);
    sketch->width = 0.3 * length;
    struct kin_xy word = largest_word(sketch, mapping->part);
    double heading = heading_height(sketch, mapping->part);
    mapping->row = fmax(kin_shape_em(sketch, 1.7), word.y + 3);
    double height = (kin_figure_number(mapping->part, "most") + 1.2) * mapping->row + heading;
    double half = fmin(0.2 * length, fmax(word.x / 2 + 14, 24));
    kin_sketch_size(sketch, length, height);
    mapping->middle = heading + (height - heading) / 2;
    mapping->tall = (height - heading) / 2 - 1;
    mapping->left = fmax(half + 1, 0.21 * length);
    mapping->right = length - mapping->left;
    mapping->reach = word.x / 2 + 4;
    return half;
}

static void sketch_mapping(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct mapping mapping = {.sketch = sketch, .part = &figure->whole};
    double half = lay_out(&mapping), width = sketch->width;
    struct kin_xy left = {mapping.left, mapping.middle}, right = {mapping.right, mapping.middle};
    sketch->width = 0.3 * width; /* texts break as they were measured */
    add_heading(&mapping, "input", left.x);
    add_heading(&mapping, "output", right.x);
    kin_sketch_ellipse(sketch, left, half, mapping.tall, KIN_PEN_NORMAL);
    kin_sketch_ellipse(sketch, right, half, mapping.tall, KIN_PEN_NORMAL);
    add_list(&mapping, "inputs");
    add_list(&mapping, "outputs");
    add_arrows(&mapping);
    sketch->width = width;
}

const struct kin_figure_kind kin_figure_mapping_diagram = {
    .whole = {"mapping-diagram", "Inputs and outputs in two ovals, with arrows: relations and functions", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_mapping,
    .examples =
        {"<figure kind=\"mapping-diagram\" inputs=\"[-3, 0, 4, 7]\" outputs=\"[2, 5, 9]\" most=\"4\" "
         "arrows=\"[[1, 2], [2, 2], [3, 1], [4, 3]]\"><input>Input</input><input xml:lang=\"es\">Entrada</input>"
         "<output>Output</output><output xml:lang=\"es\">Salida</output></figure>",
         "<figure kind=\"mapping-diagram\" inputs=\"[1, 2, 3]\" outputs=\"['A', 'B', 'C', 'D', 'E']\" length=\"240\" "
         "arrows=\"[[1, 1], [1, 5], [2, 3], [3, 4]]\"/>",
         "<figure kind=\"mapping-diagram\" inputs=\"[10, 20, 30]\" outputs=\"[-15, 15.5]\" most=\"3\"><arrow "
         "from=\"1\" "
         "to=\"2\"/><arrow from=\"2\" to=\"2\" layer=\"key\"/><arrow from=\"3\" to=\"1\" layer=\"key\"/></figure>"},
};
