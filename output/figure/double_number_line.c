/* The double number line: two lines from 0 whose numbers belong together. */
#include "figure/figure.h"
#include "figure/rows.h"

#define UNITS "none percent dollars"

static const struct kin_figure_attribute pair_rows[] = {
    {.name = "at", .type = KIN_FIGURE_NUMBER, .range = "0 1000000", .doc = "Its number on the lower line"},
    {.name = "show",
     .type = KIN_FIGURE_CHOICE,
     .words = "both upper lower none",
     .otherwise = "both",
     .doc = "Which of its numbers stand there; the upper one is worked out"},
    {.name = "upper", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands there instead: ?"},
    {.name = "lower", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands there instead: ?"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"pair", "Two numbers that belong together", pair_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "upper", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What the upper line counts"},
    {.name = "lower", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What the lower line counts"},
    {.name = "upper-to", .type = KIN_FIGURE_NUMBER, .range = "> 0 1000000", .doc = "Where the upper line ends"},
    {.name = "lower-to", .type = KIN_FIGURE_NUMBER, .range = "> 0 1000000", .doc = "Where the lower line ends"},
    {.name = "parts",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "1",
     .range = "1 40",
     .doc = "Into how many equal parts marks cut both lines"},
    {.name = "upper-unit", .type = KIN_FIGURE_CHOICE, .words = UNITS, .otherwise = "none", .doc = "% or $ at numbers"},
    {.name = "lower-unit", .type = KIN_FIGURE_CHOICE, .words = UNITS, .otherwise = "none", .doc = "% or $ at numbers"},
    {.name = "form",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_FORM_WORDS,
     .otherwise = "decimal",
     .doc = "How numbers print that are not whole"},
    {.name = "length",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "320",
     .range = "150 450",
     .doc = "Of the figure, in points of 1/72 inch"},
    {0},
};

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    double end = kin_figure_number(&figure->whole, "lower-to");
    for (size_t i = 0; i < figure->whole.part_count; i++) {
        double at = kin_figure_number(figure->whole.parts[i], "at");
        if (at > end) {
            return kin_figure_reject(fault, figure->whole.parts[i], "at", "at is %g, but the lower line ends at %g", at,
                                     end);
        }
    }
    return true;
}

/* ---- Numbers ------------------------------------------------------------------------------------------------------
 */

enum line { UPPER, LOWER };
static const char *const names[] = {"upper", "lower"}, *const units[] = {"upper-unit", "lower-unit"};

static bool shown(const struct kin_figure_part *pair, enum line line)
{
    return kin_figure_text(pair, names[line]) || kin_figure_is(pair, "show", "both") ||
           kin_figure_is(pair, "show", names[line]);
}

static struct kin_rat number_on(kin_arena *arena, const struct kin_figure_part *whole, enum line line,
                                struct kin_rat lower)
{
    struct kin_rat rate = kin_rat_div(arena, kin_figure_exact(whole, "upper-to"), kin_figure_exact(whole, "lower-to"));
    return line == UPPER ? kin_rat_mul(arena, lower, rate) : lower;
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static const char *told(struct kin_telling *telling, const struct kin_figure_part *whole,
                        const struct kin_figure_part *pair, enum line line)
{
    if (!shown(pair, line)) {
        return telling->words->tell_no_number;
    }
    if (kin_figure_text(pair, names[line])) {
        return kin_format(telling->arena, "“%s”", kin_tell_text(telling, pair, names[line]));
    }
    const char *number = kin_tell_rat(telling, number_on(telling->arena, whole, line, kin_figure_exact(pair, "at")));
    return kin_format(telling->arena, "%s%s%s", kin_figure_is(whole, units[line], "dollars") ? "$" : "", number,
                      kin_figure_is(whole, units[line], "percent") ? "%" : "");
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *whole = &figure->whole;
    const struct kin_furniture *words = telling->words;
    kin_tell(telling, words->tell_double_line, kin_tell_number(telling, whole, "parts"));
    for (enum line line = UPPER; line <= LOWER; line++) {
        if (kin_figure_text(whole, names[line])) {
            kin_tell(telling, line == UPPER ? words->tell_upper_line : words->tell_lower_line,
                     kin_tell_text(telling, whole, names[line]));
        }
    }
    for (size_t i = 0; i < whole->part_count; i++) {
        kin_tell(telling, words->tell_pair, told(telling, whole, whole->parts[i], UPPER),
                 told(telling, whole, whole->parts[i], LOWER));
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

static const double between = 24, tick = 4, beyond = 10;

struct lines {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    struct kin_scale scale; /* of the lower line */
    double y[2];
};

static void add_tick(const struct lines *lines, double value)
{
    for (enum line line = UPPER; line <= LOWER; line++) {
        double x = kin_scale_at(&lines->scale, value), y = lines->y[line];
        kin_sketch_line(lines->sketch, (struct kin_xy){x, y - tick}, (struct kin_xy){x, y + tick}, KIN_PEN_NORMAL);
    }
}

static void add_text(const struct lines *lines, enum line line, double value, const struct kin_nodes *text)
{
    struct kin_xy at = {kin_scale_at(&lines->scale, value), lines->y[line]};
    kin_sketch_label(lines->sketch, text, at, tick + 1, line == UPPER ? M_PI / 2 : -M_PI / 2);
}

static struct kin_nodes number_text(const struct lines *lines, enum line line, struct kin_rat lower)
{
    struct kin_sketch *sketch = lines->sketch;
    struct kin_rat number = number_on(sketch->arena, lines->part, line, lower);
    bool dollars = kin_figure_is(lines->part, units[line], "dollars"),
         percent = kin_figure_is(lines->part, units[line], "percent");
    struct kin_nodes text = kin_sketch_words(sketch, dollars ? "$" : "");
    struct kin_nodes digits =
        kin_sketch_number(sketch, number, kin_number_form_named(kin_figure_word(lines->part, "form")));
    struct kin_nodes sign = kin_sketch_words(sketch, percent ? "%" : "");
    kin_nodes_add(sketch->arena, &text, digits.items[0]);
    kin_nodes_add(sketch->arena, &text, sign.items[0]);
    return text;
}

static void add_number(const struct lines *lines, enum line line, const struct kin_figure_part *pair)
{
    struct kin_nodes number = number_text(lines, line, kin_figure_exact(pair, "at"));
    const struct kin_nodes *instead = kin_figure_text(pair, names[line]);
    if (shown(pair, line)) {
        add_text(lines, line, kin_figure_number(pair, "at"), instead ? instead : &number);
    }
}

static void add_lines(const struct lines *lines)
{
    double left = lines->scale.begin, right = lines->scale.end + beyond;
    for (enum line line = UPPER; line <= LOWER; line++) {
        struct kin_xy from = {left, lines->y[line]}, to = {right, lines->y[line]};
        kin_sketch_line(lines->sketch, from, to, KIN_PEN_NORMAL);
        kin_sketch_arrow(lines->sketch, from, to);
    }
}

static void add_marks(const struct lines *lines)
{
    int parts_wanted = (int)kin_figure_number(lines->part, "parts");
    for (int k = 0; k <= parts_wanted; k++) {
        add_tick(lines, lines->scale.to * k / parts_wanted);
    }
    for (size_t i = 0; i < lines->part->part_count; i++) {
        add_tick(lines, kin_figure_number(lines->part->parts[i], "at"));
    }
}

static bool has_zero(const struct kin_figure_part *whole)
{
    bool found = false;
    for (size_t i = 0; i < whole->part_count; i++) {
        found = found || kin_figure_number(whole->parts[i], "at") == 0;
    }
    return found;
}

static void add_numbers(const struct lines *lines)
{
    for (enum line line = UPPER; line <= LOWER; line++) {
        struct kin_nodes zero = number_text(lines, line, kin_rat_int(0));
        if (!has_zero(lines->part)) {
            add_text(lines, line, 0, &zero);
        }
        for (size_t i = 0; i < lines->part->part_count; i++) {
            add_number(lines, line, lines->part->parts[i]);
        }
    }
}

/* Room for a number over a line: by how numbers are to be written, so that it is the same on every form. */
static double number_room(struct kin_sketch *sketch, const struct kin_figure_part *whole)
{
    struct kin_rat half = kin_rat_ratio(sketch->arena, 1, 2);
    struct kin_nodes text = kin_sketch_number(sketch, half, kin_number_form_named(kin_figure_word(whole, "form")));
    return tick + kin_sketch_measure(sketch, &text).y + 5;
}

static void sketch_lines(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct lines lines = {.sketch = sketch, .part = &figure->whole};
    const struct kin_nodes *const titles[] = {kin_figure_text(lines.part, "upper"),
                                              kin_figure_text(lines.part, "lower")};
    sketch->width = sketch->room;
    double above = number_room(sketch, lines.part);
    lines.y[UPPER] = above;
    lines.y[LOWER] = above + between;
    double width = kin_sketch_size(sketch, kin_figure_number(lines.part, "length"), 2 * above + between);
    double column = kin_rows_column(sketch, titles, 2, width);
    lines.scale = (struct kin_scale){0, kin_figure_number(lines.part, "lower-to"), column + 6, width - 16};
    for (enum line line = UPPER; line <= LOWER; line++) {
        kin_rows_name(sketch, titles[line], column, lines.y[line]);
    }
    add_lines(&lines);
    add_marks(&lines);
    add_numbers(&lines);
}

const struct kin_figure_kind kin_figure_double_number_line = {
    .whole = {"double-number-line", "Two lines from 0 whose numbers belong together, one above the other", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_lines,
    .examples = {"<figure kind=\"double-number-line\" upper=\"Cups of flour\" lower=\"Loaves\" upper-to=\"15\" "
                 "lower-to=\"6\" parts=\"6\"><pair at=\"2\"/><pair at=\"5\" upper=\"?\"/><pair at=\"6\"/></figure>",
                 "<figure kind=\"double-number-line\" upper=\"Price\" lower=\"Part of the price\" upper-to=\"80\" "
                 "lower-to=\"100\" parts=\"4\" upper-unit=\"dollars\" lower-unit=\"percent\">"
                 "<pair at=\"25\" upper=\"?\"/><pair at=\"50\" show=\"lower\"/>"
                 "<pair at=\"75\" lower=\"?\"/><pair at=\"100\"/></figure>",
                 "<figure kind=\"double-number-line\" upper=\"Distance (miles)\" lower=\"Time (hours)\" "
                 "upper-to=\"150\" lower-to=\"5/2\" parts=\"5\" form=\"mixed\"><pair at=\"1/2\" show=\"lower\"/>"
                 "<pair at=\"1/2\" show=\"upper\" layer=\"key\"/><pair at=\"1\"/><pair at=\"5/2\"/></figure>"},
};
