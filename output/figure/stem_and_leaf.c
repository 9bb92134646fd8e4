/* The stem-and-leaf plot, of one set of data or of two back to back. */
#include "figure/axis.h"
#include "figure/figure.h"

#include <stdlib.h>

static const struct kin_figure_attribute values_rows[] = {
    {.name = "data", .type = KIN_FIGURE_NUMBERS, .range = "0 1000000", .count = "1 100", .doc = "Values, in any order"},
    {.name = "side",
     .type = KIN_FIGURE_CHOICE,
     .words = "left right",
     .otherwise = "right",
     .doc = "On which side of the stems"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"values", "Values beside those of data and left", values_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "from", .type = KIN_FIGURE_WHOLE, .range = "0 100000", .doc = "The first stem"},
    {.name = "to", .type = KIN_FIGURE_WHOLE, .range = "0 100000", .doc = "The last stem"},
    {.name = "leaf",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "1",
     .range = "> 0 1000",
     .doc = "What a leaf of 1 stands for: 1 where 3 | 5 means 35, 0.1 where it means 3.5"},
    {.name = "data",
     .type = KIN_FIGURE_NUMBERS,
     .otherwise = KIN_LEFT_OUT,
     .range = "0 1000000",
     .count = "1 100",
     .doc = "The values, in any order; without them the stems stand alone"},
    {.name = "left",
     .type = KIN_FIGURE_NUMBERS,
     .otherwise = KIN_LEFT_OUT,
     .range = "0 1000000",
     .count = "1 100",
     .doc = "Values whose leaves stand on the left: back to back"},
    {.name = "longest",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "10",
     .range = "1 20",
     .doc = "For how many leaves of a stem there is room"},
    {.name = "title", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands above the leaves"},
    {.name = "left-title",
     .type = KIN_FIGURE_TEXT,
     .otherwise = KIN_LEFT_OUT,
     .doc = "What stands above the leaves on the left"},
    {.name = "unit",
     .type = KIN_FIGURE_TEXT,
     .otherwise = KIN_LEFT_OUT,
     .doc = "What follows the number in the key: minutes"},
    {0},
};

enum { MOST_STEMS = 20 };

/* ---- Stems and leaves ---------------------------------------------------------------------------------------------
 */

static const char *const sides[] = {"left", "data"}; /* the attribute of each side */
enum side { LEFT, RIGHT };

/* A value in leaves: 35 for 3 | 5. */
static struct kin_rat in_leaves(kin_arena *arena, const struct kin_figure_part *plot, struct kin_rat value)
{
    return kin_rat_div(arena, value, kin_figure_exact(plot, "leaf"));
}

static bool of_side(const struct kin_figure_part *values, enum side side)
{
    return kin_figure_is(values, "side", "left") == (side == LEFT);
}

static bool has_side(const struct kin_figure_part *plot, enum side side)
{
    bool found = kin_figure_has(plot, sides[side]) || (side == LEFT && kin_figure_text(plot, "left-title"));
    for (size_t i = 0; i < plot->part_count; i++) {
        found = found || of_side(plot->parts[i], side);
    }
    return found;
}

struct leaves {
    int digits[256];
    size_t count;
};

static void gather(kin_arena *arena, const struct kin_figure_part *plot, const struct kin_figure_value *data,
                   int64_t stem, struct leaves *leaves)
{
    for (size_t i = 0; data && i < data->count && leaves->count < 256; i++) {
        int64_t value = 0;
        if (kin_rat_to_int(in_leaves(arena, plot, data->numbers[i]), &value) && value / 10 == stem) {
            leaves->digits[leaves->count++] = (int)(value % 10);
        }
    }
}

static int by_size(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* The leaves of a stem on one side, from the least on. */
static struct leaves leaves_of(kin_arena *arena, const struct kin_figure_part *plot, int64_t stem, enum side side)
{
    struct leaves leaves = {.count = 0};
    gather(arena, plot, kin_figure_value(plot, sides[side]), stem, &leaves);
    for (size_t i = 0; i < plot->part_count; i++) {
        if (of_side(plot->parts[i], side)) {
            gather(arena, plot, kin_figure_value(plot->parts[i], "data"), stem, &leaves);
        }
    }
    qsort(leaves.digits, leaves.count, sizeof *leaves.digits, by_size);
    return leaves;
}

static int64_t stem_at(const struct kin_figure_part *plot, const char *name)
{
    return (int64_t)kin_figure_number(plot, name);
}

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool data_fits(const struct kin_figure_part *plot, const struct kin_figure_part *part, const char *name,
                      struct kin_figure_fault *fault)
{
    const struct kin_figure_value *data = kin_figure_value(part, name);
    for (size_t i = 0; data && i < data->count; i++) {
        double value = kin_rat_double(data->numbers[i]);
        int64_t leaves = 0;
        if (!kin_rat_to_int(in_leaves(fault->arena, plot, data->numbers[i]), &leaves)) {
            return kin_figure_reject(fault, part, name, "%s has %g, which is not a multiple of leaf, %g", name, value,
                                     kin_figure_number(plot, "leaf"));
        }
        if (leaves / 10 < stem_at(plot, "from") || leaves / 10 > stem_at(plot, "to")) {
            return kin_figure_reject(fault, part, name, "%s has %g, whose stem is not from %g to %g", name, value,
                                     kin_figure_number(plot, "from"), kin_figure_number(plot, "to"));
        }
    }
    return true;
}

static bool row_fits(const struct kin_figure_part *plot, int64_t stem, enum side side, struct kin_figure_fault *fault)
{
    size_t count = leaves_of(fault->arena, plot, stem, side).count;
    return (double)count <= kin_figure_number(plot, "longest") ||
           kin_figure_reject(fault, plot, "longest", "stem %lld has %zu leaves, but longest is %g", (long long)stem,
                             count, kin_figure_number(plot, "longest"));
}

static bool stems_fit(const struct kin_figure_part *plot, struct kin_figure_fault *fault)
{
    double from = kin_figure_number(plot, "from"), to = kin_figure_number(plot, "to");
    if (to < from) {
        return kin_figure_reject(fault, plot, "to", "to is %g, but must not be below from, which is %g", to, from);
    }
    return to - from < MOST_STEMS || kin_figure_reject(fault, plot, "to", "there are %.0f stems, but may be at most %d",
                                                       to - from + 1, MOST_STEMS);
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *plot = &figure->whole;
    bool fits = stems_fit(plot, fault) && data_fits(plot, plot, "data", fault) && data_fits(plot, plot, "left", fault);
    for (size_t i = 0; fits && i < plot->part_count; i++) {
        fits = data_fits(plot, plot->parts[i], "data", fault);
    }
    for (int64_t stem = stem_at(plot, "from"); fits && stem <= stem_at(plot, "to"); stem++) {
        fits = row_fits(plot, stem, LEFT, fault) && row_fits(plot, stem, RIGHT, fault);
    }
    return fits;
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static const char *told_leaves(struct kin_telling *telling, const struct leaves *leaves)
{
    struct kin_buf buf = kin_buf_in(telling->arena);
    for (size_t i = 0; i < leaves->count; i++) {
        kin_buf_addf(&buf, "%s%d", i ? ", " : "", leaves->digits[i]);
    }
    return leaves->count ? buf.data : telling->words->tell_no_number;
}

static void tell_row(struct kin_telling *telling, const struct kin_figure_part *plot, int64_t stem)
{
    struct leaves left = leaves_of(telling->arena, plot, stem, LEFT);
    struct leaves right = leaves_of(telling->arena, plot, stem, RIGHT);
    const char *name = kin_format(telling->arena, "%lld", (long long)stem);
    if (has_side(plot, LEFT)) {
        kin_tell(telling, telling->words->tell_leaves_both, name, told_leaves(telling, &left),
                 told_leaves(telling, &right));
    } else {
        kin_tell(telling, telling->words->tell_leaves, name, told_leaves(telling, &right));
    }
}

/* "Key: 3 | 5 means 35 minutes", with the first stem. */
static const char *key_text(kin_arena *arena, const struct kin_furniture *words, const struct kin_figure_part *plot)
{
    int64_t stem = stem_at(plot, "from");
    struct kin_rat value = kin_rat_mul(arena, kin_rat_int(10 * stem + 5), kin_figure_exact(plot, "leaf"));
    int decimals = kin_rat_decimals(arena, value);
    const struct kin_nodes *unit = kin_figure_text(plot, "unit");
    const char *means = decimals >= 0 ? kin_rat_decimal_text(arena, value, decimals) : kin_rat_text(arena, value);
    if (unit) {
        means = kin_format(arena, "%s %s", means, kin_nodes_text(arena, unit));
    }
    return kin_format(arena, words->stem_leaf_key, kin_format(arena, "%lld", (long long)stem), "5", means);
}

static void tell_title(struct kin_telling *telling, const struct kin_figure_part *plot, enum side side)
{
    const char *title = kin_tell_text(telling, plot, side == LEFT ? "left-title" : "title");
    if (*title && has_side(plot, LEFT)) {
        const char *where = side == LEFT ? telling->words->tell_left_leaves : telling->words->tell_right_leaves;
        kin_tell(telling, telling->words->tell_measure, where, title);
    } else if (*title) {
        kin_tell(telling, "%s.", title);
    }
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *plot = &figure->whole;
    kin_tell(telling, "%s", telling->words->tell_stem_leaf);
    tell_title(telling, plot, LEFT);
    tell_title(telling, plot, RIGHT);
    for (int64_t stem = stem_at(plot, "from"); stem <= stem_at(plot, "to"); stem++) {
        tell_row(telling, plot, stem);
    }
    kin_tell(telling, "%s.", key_text(telling->arena, telling->words, plot));
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

struct plot {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    double digit, line; /* from leaf to leaf, from stem to stem */
    double leaves;      /* width of the longest row that there is room for */
    double stem;        /* width of the stems with white on both sides */
    double left, top;   /* where the stems begin */
};

static const double edge = 5;

static struct kin_xy size_of(struct kin_sketch *sketch, const char *text)
{
    struct kin_nodes nodes = kin_sketch_words(sketch, text);
    return kin_sketch_measure(sketch, &nodes);
}

/* The size that a text has whatever its digits are, so that all forms have figures of one size. */
static struct kin_xy size_of_digits(struct kin_sketch *sketch, const char *text)
{
    char *widest = kin_copy(sketch->arena, text);
    for (char *at = widest; *at; at++) {
        *at = *at >= '1' && *at <= '9' ? '0' : *at;
    }
    struct kin_xy own = size_of(sketch, text), size = size_of(sketch, widest);
    return (struct kin_xy){fmax(own.x, size.x), fmax(own.y, size.y)};
}

static const char *stem_text(const struct plot *plot, const char *name)
{
    return kin_format(plot->sketch->arena, "%lld", (long long)stem_at(plot->part, name));
}

static void put(const struct plot *plot, const char *text, double x, double y, double across)
{
    struct kin_nodes nodes = kin_sketch_words(plot->sketch, text);
    kin_sketch_text(plot->sketch, &nodes, (struct kin_xy){x, y}, across, 0.5);
}

static void add_leaves(const struct plot *plot, int64_t stem, double y, enum side side)
{
    struct leaves leaves = leaves_of(plot->sketch->arena, plot->part, stem, side);
    for (size_t i = 0; i < leaves.count; i++) {
        double along = edge + plot->digit * ((double)i + 0.5);
        double x = side == LEFT ? plot->left - along : plot->left + plot->stem + along;
        put(plot, kin_format(plot->sketch->arena, "%d", leaves.digits[i]), x, y, 0.5);
    }
}

static void add_rows(const struct plot *plot)
{
    double y = plot->top + plot->line / 2;
    for (int64_t stem = stem_at(plot->part, "from"); stem <= stem_at(plot->part, "to"); stem++) {
        put(plot, kin_format(plot->sketch->arena, "%lld", (long long)stem), plot->left + plot->stem - edge, y, 1);
        add_leaves(plot, stem, y, LEFT);
        add_leaves(plot, stem, y, RIGHT);
        y += plot->line;
    }
}

static void add_upright(const struct plot *plot, double x, double bottom)
{
    kin_sketch_line(plot->sketch, (struct kin_xy){x, plot->top}, (struct kin_xy){x, bottom}, KIN_PEN_NORMAL);
}

/* Titles stand over their leaves and break there, but not within a word: wide words make the rows wider. */
static double titles_height(struct kin_sketch *sketch, struct plot *plot)
{
    static const char *const names[] = {"title", "left-title"};
    double whole = sketch->width, height = 0;
    for (size_t i = 0; i < 2; i++) {
        const struct kin_nodes *title = kin_figure_text(plot->part, names[i]);
        sketch->width = plot->leaves;
        plot->leaves = title ? fmax(plot->leaves, kin_sketch_measure(sketch, title).x) : plot->leaves;
    }
    sketch->width = plot->leaves;
    for (size_t i = 0; i < 2; i++) {
        height = fmax(height, kin_title_room(sketch, kin_figure_text(plot->part, names[i])));
    }
    sketch->width = whole;
    return height;
}

static void add_title(const struct plot *plot, const char *name, double x, double across)
{
    double whole = plot->sketch->width;
    if (kin_figure_text(plot->part, name)) {
        plot->sketch->width = plot->leaves;
        kin_sketch_text(plot->sketch, kin_figure_text(plot->part, name), (struct kin_xy){x, plot->top - 3}, across, 1);
        plot->sketch->width = whole;
    }
}

static struct plot lay_out(const struct kin_figure_part *part, struct kin_sketch *sketch, struct kin_xy key)
{
    struct plot plot = {.sketch = sketch, .part = part};
    struct kin_xy first = size_of_digits(sketch, stem_text(&plot, "from"));
    struct kin_xy last = size_of_digits(sketch, stem_text(&plot, "to"));
    double digit = size_of(sketch, "0").x, longest = kin_figure_number(part, "longest");
    plot.line = 1.45 * sketch->style->size_pt;
    plot.stem = fmax(first.x, last.x) + 2 * edge;
    double row = (sketch->room - plot.stem) / (has_side(part, LEFT) ? 2 : 1) - 2 * edge;
    plot.digit =
        fmax(digit + 0.5, fmin(digit + 0.45 * sketch->style->size_pt, row / longest)); /* closer in little room */
    plot.leaves = plot.digit * longest + edge;
    plot.top = titles_height(sketch, &plot);
    plot.left = has_side(part, LEFT) ? plot.leaves + edge : 1;
    double stems = kin_figure_number(part, "to") - kin_figure_number(part, "from") + 1;
    double width = plot.left + plot.stem + plot.leaves + edge;
    double half_inches = 36 * ceil(key.x / 36); /* units differ from form to form, the figure does not */
    kin_sketch_size(sketch, fmax(width, half_inches), plot.top + plot.line * stems + 4 + key.y + 1);
    return plot;
}

static void sketch_plot(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    sketch->width = sketch->room;
    const char *key = key_text(sketch->arena, sketch->words, &figure->whole);
    struct kin_xy key_size = size_of_digits(sketch, key);
    struct plot plot = lay_out(&figure->whole, sketch, key_size);
    double bottom = sketch->height - key_size.y - 5;
    add_upright(&plot, plot.left + plot.stem, bottom);
    if (has_side(plot.part, LEFT)) {
        add_upright(&plot, plot.left, bottom);
    }
    add_rows(&plot);
    add_title(&plot, "left-title", plot.left - edge, 1);
    add_title(&plot, "title", plot.left + plot.stem + edge, 0);
    put(&plot, key, 0, sketch->height - key_size.y / 2, 0);
}

const struct kin_figure_kind kin_figure_stem_and_leaf = {
    .whole = {"stem-and-leaf", "A stem-and-leaf plot of a set of data, or of two sets back to back", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_plot,
    .examples =
        {"<figure kind=\"stem-and-leaf\" from=\"1\" to=\"5\" data=\"[12, 15, 15, 21, 24, 28, 28, 33, 47, 50]\" "
         "longest=\"6\" unit=\"points\"/>",
         "<figure kind=\"stem-and-leaf\" from=\"5\" to=\"9\" data=\"[62, 68, 71, 75, 75, 83, 90]\" "
         "left=\"[58, 64, 66, 79, 80, 81, 88]\" longest=\"5\" title=\"Afternoon\" left-title=\"Morning\"/>",
         "<figure kind=\"stem-and-leaf\" from=\"0\" to=\"3\" leaf=\"0.1\" longest=\"7\" title=\"Rain (inches)\">"
         "<values data=\"[0.4, 1.2, 1.2, 1.9, 2.0, 3.5]\" layer=\"key\"/></figure>"},
};
