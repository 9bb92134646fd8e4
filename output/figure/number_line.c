/* The number line: level or upright, with points, rays, segments and jumps. */
#include "figure/axis.h"
#include "figure/figure.h"

#include <string.h>

#define ENDS "closed open"

static const struct kin_figure_attribute point_rows[] = {
    {.name = "at", .type = KIN_FIGURE_NUMBER, .doc = "Its number"},
    {.name = "end", .type = KIN_FIGURE_CHOICE, .words = ENDS, .otherwise = "closed", .doc = "Filled or hollow"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands above it"},
    {0},
};
static const struct kin_figure_attribute segment_rows[] = {
    {.name = "from", .type = KIN_FIGURE_NUMBER, .doc = "One end"},
    {.name = "to", .type = KIN_FIGURE_NUMBER, .doc = "The other end"},
    {.name = "from-end",
     .type = KIN_FIGURE_CHOICE,
     .words = ENDS,
     .otherwise = "closed",
     .doc = "Does it belong to it?"},
    {.name = "to-end", .type = KIN_FIGURE_CHOICE, .words = ENDS, .otherwise = "closed", .doc = "Does it belong to it?"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands above it"},
    {0},
};
static const struct kin_figure_attribute ray_rows[] = {
    {.name = "from", .type = KIN_FIGURE_NUMBER, .doc = "Where it begins"},
    {.name = "through", .type = KIN_FIGURE_NUMBER, .doc = "Another of its numbers: on which side it goes on"},
    {.name = "end",
     .type = KIN_FIGURE_CHOICE,
     .words = ENDS,
     .otherwise = "closed",
     .doc = "Does its beginning belong to it?"},
    {0},
};
static const struct kin_figure_attribute arrow_rows[] = {
    {.name = "from", .type = KIN_FIGURE_NUMBER, .doc = "Where the jump begins"},
    {.name = "to", .type = KIN_FIGURE_NUMBER, .doc = "Where its head is"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands above it: {d: sign}"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"point", "A point of the line", point_rows, NULL},
    {"segment", "What lies between two numbers", segment_rows, NULL},
    {"ray", "All numbers from one on", ray_rows, NULL},
    {"arrow", "A jump from one number to another, as a bow above the line", arrow_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "from", .type = KIN_FIGURE_NUMBER, .otherwise = "-10", .doc = "The first mark"},
    {.name = "to", .type = KIN_FIGURE_NUMBER, .otherwise = "10", .doc = "The last mark"},
    {.name = "step", .type = KIN_FIGURE_NUMBER, .otherwise = "1", .range = "> 0 100000", .doc = "From mark to mark"},
    {.name = "numbers",
     .type = KIN_FIGURE_CHOICE,
     .words = "all none ends zero",
     .otherwise = "all",
     .doc = "Which marks have their number: all for which there is room, the first and last, zero alone"},
    {.name = "every",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "1",
     .range = "1 100",
     .doc = "Only each so many marks, counted from zero, have a number"},
    {.name = "form",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_FORM_WORDS,
     .otherwise = "decimal",
     .doc = "How numbers print that are not whole"},
    {.name = "direction",
     .type = KIN_FIGURE_CHOICE,
     .words = "level upright",
     .otherwise = "level",
     .doc = "Across the page or up"},
    {.name = "length",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "300",
     .range = "100 450",
     .doc = "Of the whole line, in points of 1/72 inch"},
    {.name = "room",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "0",
     .range = "0 150",
     .doc = "Free paper at least so wide above a level line or left of an upright one, in points, to draw on"},
    {.name = "title",
     .type = KIN_FIGURE_TEXT,
     .otherwise = KIN_LEFT_OUT,
     .doc = "What the numbers are: Temperature (°F)"},
    {0},
};

enum { MOST_MARKS = 120 };

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool differ(const struct kin_figure_part *part, const char *from, const char *to, struct kin_figure_fault *fault)
{
    bool both = kin_figure_has(part, from) && kin_figure_has(part, to);
    return !both || kin_figure_number(part, from) != kin_figure_number(part, to) ||
           kin_figure_reject(fault, part, to, "%s and %s are the same number, %g", from, to,
                             kin_figure_number(part, from));
}

static bool part_fits(const struct kin_figure_part *line, const struct kin_figure_part *part,
                      struct kin_figure_fault *fault)
{
    return kin_axis_holds(line, "from", "to", part, "at", fault) &&
           kin_axis_holds(line, "from", "to", part, "from", fault) &&
           kin_axis_holds(line, "from", "to", part, "to", fault) && differ(part, "from", "to", fault) &&
           differ(part, "from", "through", fault);
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *line = &figure->whole;
    if (!kin_axis_fits(line, "from", "to", "step", MOST_MARKS, fault)) {
        return false;
    }
    for (size_t i = 0; i < line->part_count; i++) {
        if (!part_fits(line, line->parts[i], fault)) {
            return false;
        }
    }
    return true;
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static const char *end_word(const struct kin_telling *telling, const struct kin_figure_part *part, const char *name)
{
    return kin_figure_is(part, name, "open") ? telling->words->tell_open : telling->words->tell_closed;
}

static int64_t mark_count(const struct kin_figure_part *line)
{
    double length = kin_figure_number(line, "to") - kin_figure_number(line, "from");
    return (int64_t)floor(length / kin_figure_number(line, "step") + 1e-9) + 1;
}

static const char *told_count(const struct kin_telling *telling, int64_t count)
{
    return kin_format(telling->arena, "%lld", (long long)count);
}

/* Where the numbers of marks are for the student to find, a place is told by its mark, as it is seen. */
static const char *told_place(struct kin_telling *telling, const struct kin_figure_part *line, double value)
{
    double mark = (value - kin_figure_number(line, "from")) / kin_figure_number(line, "step") + 1, whole = round(mark);
    if (fabs(mark - whole) < 1e-9) {
        return kin_format(telling->arena, telling->words->tell_mark, told_count(telling, (int64_t)whole),
                          told_count(telling, mark_count(line)));
    }
    return kin_format(telling->arena, telling->words->tell_between_marks, told_count(telling, (int64_t)floor(mark)),
                      told_count(telling, (int64_t)ceil(mark)));
}

static const char *told_number(struct kin_telling *telling, const struct kin_figure_part *line,
                               const struct kin_figure_part *part, const char *name)
{
    bool seen = kin_figure_is(line, "numbers", "all") || !kin_figure_has(part, name);
    return seen ? kin_tell_number(telling, part, name) : told_place(telling, line, kin_figure_number(part, name));
}

static void tell_line(struct kin_telling *telling, const struct kin_figure_part *line)
{
    const struct kin_furniture *words = telling->words;
    const char *from = kin_tell_number(telling, line, "from"), *to = kin_tell_number(telling, line, "to");
    if (kin_figure_is(line, "numbers", "all")) {
        kin_tell(telling, words->tell_number_line, from, to, kin_tell_number(telling, line, "step"));
    } else if (kin_figure_is(line, "numbers", "ends")) {
        kin_tell(telling, words->tell_number_line_ends, from, to, told_count(telling, mark_count(line) - 1));
    } else {
        kin_tell(telling, words->tell_number_line_bare, told_count(telling, mark_count(line)));
    }
    if (kin_figure_is(line, "numbers", "zero")) {
        kin_tell(telling, words->tell_only_zero, told_place(telling, line, 0));
    }
}

static void tell_point(struct kin_telling *telling, const struct kin_figure_part *line,
                       const struct kin_figure_part *point)
{
    const struct kin_furniture *words = telling->words;
    const char *at = told_number(telling, line, point, "at");
    if (kin_figure_text(point, "label")) {
        kin_tell(telling, words->tell_point_labelled, kin_tell_text(telling, point, "label"), at);
    } else {
        kin_tell(telling, kin_figure_is(point, "end", "open") ? words->tell_point_open : words->tell_point_closed, at);
    }
}

static void tell_ray(struct kin_telling *telling, const struct kin_figure_part *line, const struct kin_figure_part *ray)
{
    const struct kin_furniture *words = telling->words;
    bool rises = kin_figure_number(ray, "through") > kin_figure_number(ray, "from");
    bool upright = kin_figure_is(line, "direction", "upright");
    const char *where = upright ? (rises ? words->tell_up : words->tell_down)
                        : rises ? words->tell_right
                                : words->tell_left;
    kin_tell(telling, words->tell_ray, told_number(telling, line, ray, "from"), end_word(telling, ray, "end"), where);
}

static void tell_part(struct kin_telling *telling, const struct kin_figure_part *line,
                      const struct kin_figure_part *part)
{
    const char *from = told_number(telling, line, part, "from"), *to = told_number(telling, line, part, "to");
    switch (*part->name) {
    case 'p':
        tell_point(telling, line, part);
        break;
    case 'r':
        tell_ray(telling, line, part);
        break;
    case 's':
        kin_tell(telling, telling->words->tell_segment, from, end_word(telling, part, "from-end"), to,
                 end_word(telling, part, "to-end"));
        break;
    default:
        kin_tell(telling, telling->words->tell_jump, from, to);
    }
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *line = &figure->whole;
    tell_line(telling, line);
    for (size_t i = 0; i < line->part_count; i++) {
        tell_part(telling, line, line->parts[i]);
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

struct line {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    struct kin_axis axis; /* its line: y of a level line, x of an upright one */
    double out;           /* how far the line goes on behind its last marks */
    size_t *storeys;      /* of each part: how many jumps it goes over */
};

static const double over_line = 6, jump_high = 12, storey_high = 10; /* pt */

enum { MOST_STOREYS = 4 };

/* The place `aside` pt above a level line or left of an upright one. */
static struct kin_xy place(const struct line *line, double value, double aside)
{
    double along = kin_scale_at(&line->axis.scale, value);
    return line->axis.upright ? (struct kin_xy){line->axis.line - aside, along}
                              : (struct kin_xy){along, line->axis.line - aside};
}

static struct kin_xy outer(const struct line *line, double value, double by)
{
    struct kin_xy at = place(line, value, 0);
    return line->axis.upright ? (struct kin_xy){at.x, at.y - by} : (struct kin_xy){at.x + by, at.y};
}

static bool is_jump(const struct kin_figure_part *part)
{
    return strcmp(part->name, "arrow") == 0;
}

/* What jumps and labels take above the line. */
static double room_above(const struct kin_figure_part *line)
{
    size_t jumps = 0;
    bool labels = false;
    for (size_t i = 0; i < line->part_count; i++) {
        jumps += is_jump(line->parts[i]);
        labels = labels || kin_figure_text(line->parts[i], "label");
    }
    size_t storeys = jumps < MOST_STOREYS ? jumps : MOST_STOREYS;
    return jumps > 1 ? 36 + storey_high * (double)(storeys - 1) : jumps || labels ? 36 : 8;
}

static bool numbered(const struct line *line, int64_t k, int64_t every)
{
    kin_arena *arena = line->sketch->arena;
    struct kin_rat value = kin_axis_mark(&line->axis, k);
    if (kin_figure_is(line->part, "numbers", "ends")) {
        return k == 0 || k == line->axis.marks;
    }
    if (kin_figure_is(line->part, "numbers", "zero")) {
        return kin_rat_sign(value) == 0;
    }
    struct kin_rat step = kin_rat_mul(arena, line->axis.step, kin_rat_int(every));
    bool whole = kin_rat_is_integer(kin_rat_div(arena, value, step));
    return kin_figure_is(line->part, "numbers", "all") && whole;
}

/* Of all that may be printed: a number that never is takes no room, on no form. */
static struct kin_xy largest_number(const struct line *line)
{
    struct kin_xy most = {0, 0};
    for (int64_t k = 0; k <= line->axis.marks; k++) {
        if (numbered(line, k, 1)) {
            struct kin_nodes text = kin_axis_number(&line->axis, k);
            struct kin_xy size = kin_sketch_measure(line->sketch, &text);
            most = (struct kin_xy){fmax(most.x, size.x), fmax(most.y, size.y)};
        }
    }
    return most;
}

static void add_number(const struct line *line, int64_t k, double value)
{
    struct kin_nodes text = kin_axis_number(&line->axis, k);
    struct kin_xy at = place(line, value, line->axis.upright ? -9 : -7);
    kin_sketch_text(line->sketch, &text, at, line->axis.upright ? 0 : 0.5, line->axis.upright ? 0.5 : 0);
}

static void add_marks(const struct line *line, struct kin_xy size)
{
    int64_t every = kin_axis_spacing(&line->axis, size, (int64_t)kin_figure_number(line->part, "every"));
    for (int64_t k = 0; k <= line->axis.marks; k++) {
        double at = kin_rat_double(kin_axis_mark(&line->axis, k));
        kin_sketch_line(line->sketch, place(line, at, 4), place(line, at, -4), KIN_PEN_NORMAL);
        if (numbered(line, k, every)) {
            add_number(line, k, at);
        }
    }
}

static void add_axis(const struct line *line)
{
    struct kin_xy low = outer(line, line->axis.scale.from, -line->out),
                  high = outer(line, line->axis.scale.to, line->out);
    kin_sketch_line(line->sketch, low, high, KIN_PEN_NORMAL);
    kin_sketch_arrow(line->sketch, low, high);
    kin_sketch_arrow(line->sketch, high, low);
}

static void add_point(const struct line *line, const struct kin_figure_part *point)
{
    struct kin_xy at = place(line, kin_figure_number(point, "at"), 0);
    kin_sketch_dot(line->sketch, at, kin_dot_of(point, "end"));
    if (kin_figure_text(point, "label")) {
        kin_sketch_label(line->sketch, kin_figure_text(point, "label"), at, KIN_DOT_RADIUS + 2,
                         line->axis.upright ? M_PI : M_PI / 2);
    }
}

static void add_segment(const struct line *line, const struct kin_figure_part *segment)
{
    struct kin_xy from = place(line, kin_figure_number(segment, "from"), 0);
    struct kin_xy to = place(line, kin_figure_number(segment, "to"), 0);
    kin_sketch_line(line->sketch, from, to, KIN_PEN_BOLD);
    kin_sketch_dot(line->sketch, from, kin_dot_of(segment, "from-end"));
    kin_sketch_dot(line->sketch, to, kin_dot_of(segment, "to-end"));
    if (kin_figure_text(segment, "label")) {
        struct kin_xy middle = {(from.x + to.x) / 2, (from.y + to.y) / 2};
        kin_sketch_label(line->sketch, kin_figure_text(segment, "label"), middle, 6,
                         line->axis.upright ? M_PI : M_PI / 2);
    }
}

static void add_ray(const struct line *line, const struct kin_figure_part *ray)
{
    double from = kin_figure_number(ray, "from");
    bool rises = kin_figure_number(ray, "through") > from;
    struct kin_xy begin = place(line, from, 0);
    struct kin_xy tip =
        outer(line, rises ? line->axis.scale.to : line->axis.scale.from, rises ? line->out : -line->out);
    struct kin_xy neck =
        outer(line, rises ? line->axis.scale.to : line->axis.scale.from, rises ? line->out - 4 : 4 - line->out);
    kin_sketch_line(line->sketch, begin, neck, KIN_PEN_BOLD);
    kin_sketch_arrow(line->sketch, begin, tip);
    kin_sketch_dot(line->sketch, begin, kin_dot_of(ray, "end"));
}

static bool overlap(const struct kin_figure_part *a, const struct kin_figure_part *b)
{
    double from = kin_figure_number(a, "from"), to = kin_figure_number(a, "to");
    double low = kin_figure_number(b, "from"), high = kin_figure_number(b, "to");
    return fmin(from, to) < fmax(low, high) && fmin(low, high) < fmax(from, to);
}

/* A jump over others stands above them; whatever comes after the highest storey is as high as that. */
static size_t storey_of(const struct line *line, size_t i)
{
    size_t storey = 0;
    for (size_t j = 0; j < i; j++) {
        const struct kin_figure_part *other = line->part->parts[j];
        bool over = is_jump(other) && overlap(line->part->parts[i], other);
        storey = over && line->storeys[j] >= storey ? line->storeys[j] + 1 : storey;
    }
    return storey < MOST_STOREYS ? storey : MOST_STOREYS - 1;
}

static void add_jump(const struct line *line, size_t index)
{
    enum { STEPS = 20 };
    struct kin_xy bow[STEPS + 1];
    const struct kin_figure_part *arrow = line->part->parts[index];
    double high = jump_high + storey_high * (double)(line->storeys[index] = storey_of(line, index));
    double from = kin_figure_number(arrow, "from"), to = kin_figure_number(arrow, "to");
    for (int i = 0; i <= STEPS; i++) {
        double share = (double)i / STEPS;
        bow[i] = place(line, from + (to - from) * share, over_line + 4 * high * share * (1 - share));
    }
    kin_sketch_graph(line->sketch, bow, STEPS + 1, KIN_PEN_NORMAL);
    kin_sketch_arrow(line->sketch, bow[STEPS - 2], bow[STEPS]);
    if (kin_figure_text(arrow, "label")) {
        kin_sketch_label(line->sketch, kin_figure_text(arrow, "label"), bow[STEPS / 2], 2,
                         line->axis.upright ? M_PI : M_PI / 2);
    }
}

static void add_part(const struct line *line, size_t i)
{
    const struct kin_figure_part *part = line->part->parts[i];
    switch (*part->name) {
    case 'p':
        add_point(line, part);
        break;
    case 's':
        add_segment(line, part);
        break;
    case 'r':
        add_ray(line, part);
        break;
    default:
        add_jump(line, i);
    }
}

static void add_title(const struct line *line, double width, double height)
{
    const struct kin_nodes *title = kin_figure_text(line->part, "title");
    if (title && line->axis.upright) {
        kin_sketch_text(line->sketch, title, (struct kin_xy){0, 0}, 0, 0);
    } else if (title) {
        kin_sketch_text(line->sketch, title, (struct kin_xy){width / 2, height}, 0.5, 1);
    }
}

/* Room beside the line: for what stands above it, for its numbers, for its title. */
static void lay_out(struct line *line, struct kin_xy number)
{
    struct kin_sketch *sketch = line->sketch;
    const struct kin_nodes *title = kin_figure_text(line->part, "title");
    double length = kin_figure_number(line->part, "length");
    double above = fmax(room_above(line->part), kin_figure_number(line->part, "room"));
    double below = kin_figure_is(line->part, "numbers", "none") ? 8 : 9 + (line->axis.upright ? number.x : number.y);
    double heading = title ? kin_sketch_measure(sketch, title).y + 2 : 0,
           edge = line->out + fmax(2, number.x / 2 - line->out);
    if (line->axis.upright) {
        double width = fmax(above + below, title ? kin_sketch_measure(sketch, title).x : 0);
        kin_sketch_size(sketch, width, length + heading);
        line->axis.line = above;
        line->axis.scale.begin = sketch->height - edge;
        line->axis.scale.end = heading + edge;
    } else {
        kin_sketch_size(sketch, length, above + below + heading);
        line->axis.line = above;
        line->axis.scale.begin = edge;
        line->axis.scale.end = sketch->width - edge;
    }
}

static void sketch_line(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct line line = {.sketch = sketch, .part = &figure->whole, .out = 14};
    line.axis = kin_axis_of(sketch, line.part, "from", "to", "step");
    line.axis.upright = kin_figure_is(line.part, "direction", "upright");
    line.storeys = KIN_NEW_N(sketch->arena, size_t, line.part->part_count);
    sketch->width = sketch->room; /* until it is known, for measuring */
    struct kin_xy number = largest_number(&line);
    lay_out(&line, number);
    add_axis(&line);
    add_marks(&line, number);
    add_title(&line, sketch->width, sketch->height);
    for (size_t i = 0; i < line.part->part_count; i++) {
        add_part(&line, i);
    }
}

const struct kin_figure_kind kin_figure_number_line = {
    .whole = {"number-line", "A number line, level or upright", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_line,
    .examples =
        {
            "<figure kind=\"number-line\" from=\"-5\" to=\"5\"><point at=\"3\" layer=\"student\">?</point><ray "
            "from=\"-2\" through=\"5\" end=\"open\" "
            "layer=\"key\"/></figure>",
            "<figure kind=\"number-line\" from=\"0\" to=\"2\" step=\"1/4\" form=\"mixed\"><point at=\"3/4\">A</point>"
            "<point at=\"5/4\" label=\"B\"/><arrow from=\"3/4\" to=\"5/4\"><m>+ 1/2</m></arrow></figure>",
            "<figure kind=\"number-line\" from=\"-20\" to=\"30\" step=\"5\" direction=\"upright\" length=\"160\" "
            "title=\"Temperature (°F)\">"
            "<point at=\"-15\"/><segment from=\"0\" to=\"20\" to-end=\"open\"/></figure>",
        },
};
