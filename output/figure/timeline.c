/* The timeline: an axis of years or hours, events above it, periods along it. */
#include "figure/axis.h"
#include "figure/figure.h"

static const struct kin_figure_attribute event_rows[] = {
    {.name = "at", .type = KIN_FIGURE_NUMBER, .doc = "When it was"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What happened"},
    {0},
};
static const struct kin_figure_attribute period_rows[] = {
    {.name = "from", .type = KIN_FIGURE_NUMBER, .doc = "When it began"},
    {.name = "to", .type = KIN_FIGURE_NUMBER, .doc = "When it ended"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What it was, or how long"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"event", "Something at one time", event_rows, NULL},
    {"period", "Something that lasted, as a brace below the numbers", period_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    KIN_ROWS_AXIS,
    {.name = "levels",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "2",
     .range = "1 4",
     .doc = "In how many rows events may stand above one another"},
    {.name = "title", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What the numbers are: Year"},
    KIN_ROW_FORM,
    KIN_ROW_LENGTH("400"),
    {0},
};

enum { MOST_MARKS = 120, MOST_PARTS = 16 };

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool part_fits(const struct kin_figure_part *line, const struct kin_figure_part *part,
                      struct kin_figure_fault *fault)
{
    double from = kin_figure_number(part, "from"), to = kin_figure_number(part, "to");
    if (*part->name == 'p' && to <= from) {
        return kin_figure_reject(fault, part, "to", "to is %g, but must be above from, which is %g", to, from);
    }
    return kin_axis_holds(line, "from", "to", part, "at", fault) &&
           kin_axis_holds(line, "from", "to", part, "from", fault) &&
           kin_axis_holds(line, "from", "to", part, "to", fault);
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *line = &figure->whole;
    bool fits = kin_axis_fits(line, "from", "to", "step", MOST_MARKS, fault);
    if (fits && line->part_count > MOST_PARTS) {
        return kin_figure_reject(fault, line, NULL, "there are %zu events and periods, but may be at most %d",
                                 line->part_count, MOST_PARTS);
    }
    for (size_t i = 0; fits && i < line->part_count; i++) {
        fits = part_fits(line, line->parts[i], fault);
    }
    return fits;
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static void tell_part(struct kin_telling *telling, const struct kin_figure_part *part)
{
    const char *label = kin_tell_text(telling, part, "label");
    label = *label ? label : telling->words->tell_empty;
    if (*part->name == 'e') {
        kin_tell(telling, telling->words->tell_event, kin_tell_number(telling, part, "at"), label);
    } else {
        kin_tell(telling, telling->words->tell_period, kin_tell_number(telling, part, "from"),
                 kin_tell_number(telling, part, "to"), label);
    }
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *line = &figure->whole;
    kin_tell(telling, telling->words->tell_timeline, kin_tell_number(telling, line, "from"),
             kin_tell_number(telling, line, "to"), kin_tell_number(telling, line, "step"));
    if (kin_figure_text(line, "title")) {
        kin_tell(telling, telling->words->tell_axis_title, kin_tell_text(telling, line, "title"));
    }
    for (size_t i = 0; i < line->part_count; i++) {
        tell_part(telling, line->parts[i]);
    }
}

/* ---- Where events stand -------------------------------------------------------------------------------------------
 */

/* An event and the box of its label: `level` rows above the lowest one, -1 where no row has room. */
struct flag {
    const struct kin_figure_part *event;
    double x, left, right;
    int level;
};

struct line {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    struct kin_axis axis;
    struct flag flags[MOST_PARTS];
    size_t flag_count;
    double label_width, label_height; /* of the largest label */
};

static const double label_white = 5, stem_white = 2.5, stem_least = 10, period_depth = 8;

static struct kin_xy label_size(const struct line *line, const struct kin_nodes *label)
{
    double whole = line->sketch->width;
    line->sketch->width = line->label_width;
    struct kin_xy size = label ? kin_sketch_measure(line->sketch, label) : (struct kin_xy){0, 0};
    line->sketch->width = whole;
    return size;
}

/* Neither boxes touch, nor a box and the stroke from the axis to the other event. */
static bool apart(const struct flag *a, const struct flag *b)
{
    bool boxes = a->left < b->right + label_white && b->left < a->right + label_white;
    bool a_under_b = b->x > a->left - stem_white && b->x < a->right + stem_white && b->level > a->level;
    bool b_under_a = a->x > b->left - stem_white && a->x < b->right + stem_white && a->level > b->level;
    return !(boxes && a->level == b->level) && !a_under_b && !b_under_a;
}

static bool is_clear(const struct line *line, size_t k)
{
    bool clear = true;
    for (size_t i = 0; clear && i < k; i++) {
        clear = line->flags[i].level < 0 || apart(&line->flags[k], &line->flags[i]);
    }
    return clear;
}

/* Over its event, to the right of its stroke, or to the left; inside of the figure. */
enum { CENTERED, RIGHTWARDS, LEFTWARDS, SIDES };

static void lean(const struct line *line, struct flag *flag, int side)
{
    double width = flag->right - flag->left, share = side == CENTERED ? 0.5 : side == RIGHTWARDS ? 0 : 1;
    double left = flag->x - share * width + (side == RIGHTWARDS ? -1 : side == LEFTWARDS ? 1 : 0);
    flag->left = fmax(0, fmin(left, line->sketch->width - width));
    flag->right = flag->left + width;
}

/* The k-th flag and all after it in the lowest rows where nothing touches: a search that goes back where one has no
 * place, and gives up after `tries`. */
static bool raise_flags(struct line *line, size_t k, int *tries)
{
    int levels = (int)kin_figure_number(line->part, "levels");
    struct flag *flag = &line->flags[k];
    for (int i = 0; k < line->flag_count && i < levels * SIDES && --*tries > 0; i++) {
        flag->level = i / SIDES;
        lean(line, flag, i % SIDES);
        if (is_clear(line, k) && raise_flags(line, k + 1, tries)) {
            return true;
        }
    }
    return k == line->flag_count;
}

/* Each flag in the lowest row that is clear of those before it, or in none. */
static void raise_one_by_one(struct line *line)
{
    int levels = (int)kin_figure_number(line->part, "levels");
    for (size_t k = 0; k < line->flag_count; k++) {
        struct flag *flag = &line->flags[k];
        bool clear = false;
        for (int i = 0; !clear && i < levels * SIDES; i++) {
            flag->level = i / SIDES;
            lean(line, flag, i % SIDES);
            clear = is_clear(line, k);
        }
        flag->level = clear ? flag->level : -1;
    }
}

static void add_flag(struct line *line, const struct kin_figure_part *event)
{
    double width = label_size(line, kin_figure_text(event, "label")).x;
    struct flag flag = {.event = event, .x = kin_scale_at(&line->axis.scale, kin_figure_number(event, "at"))};
    flag.right = width;
    line->flags[line->flag_count++] = flag;
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

static void add_event(const struct line *line, const struct flag *flag)
{
    const struct kin_nodes *label = kin_figure_text(flag->event, "label");
    struct kin_xy foot = {flag->x, line->axis.line}, tip = foot;
    double whole = line->sketch->width;
    kin_sketch_dot(line->sketch, foot, KIN_DOT_CLOSED);
    if (!label) {
        return;
    }
    line->sketch->width = line->label_width;
    if (flag->level >= 0) {
        tip.y -= stem_least + flag->level * (line->label_height + label_white);
        kin_sketch_line(line->sketch, foot, tip, KIN_PEN_THIN);
        kin_sketch_text(line->sketch, label, (struct kin_xy){(flag->left + flag->right) / 2, tip.y - 2}, 0.5, 1);
    } else {
        kin_sketch_label(line->sketch, label, foot, KIN_DOT_RADIUS + 2, M_PI / 2);
    }
    line->sketch->width = whole;
}

static void add_period(const struct line *line, const struct kin_figure_part *period)
{
    double top = line->axis.line + kin_axis_room(&line->axis, NULL) + 2;
    struct kin_xy from = {kin_scale_at(&line->axis.scale, kin_figure_number(period, "from")), top};
    struct kin_xy to = {kin_scale_at(&line->axis.scale, kin_figure_number(period, "to")), top};
    struct kin_xy tip = kin_sketch_brace(line->sketch, to, from, period_depth);
    if (kin_figure_text(period, "label")) {
        double whole = line->sketch->width;
        line->sketch->width = line->label_width;
        kin_sketch_label(line->sketch, kin_figure_text(period, "label"), tip, 1.5, -M_PI / 2);
        line->sketch->width = whole;
    }
}

static void add_parts(struct line *line)
{
    for (size_t i = 0; i < line->part->part_count; i++) {
        if (*line->part->parts[i]->name == 'e') {
            add_flag(line, line->part->parts[i]);
        } else {
            add_period(line, line->part->parts[i]);
        }
    }
    int tries = 5000;
    if (!raise_flags(line, 0, &tries)) {
        raise_one_by_one(line);
    }
    for (size_t i = 0; i < line->flag_count; i++) {
        add_event(line, &line->flags[i]);
    }
}

/* The largest label says how high a row is; whether there are periods, how much stands below. */
static double below_of(struct line *line)
{
    double periods = 0;
    for (size_t i = 0; i < line->part->part_count; i++) {
        const struct kin_figure_part *part = line->part->parts[i];
        double height = label_size(line, kin_figure_text(part, "label")).y;
        if (*part->name == 'e') {
            line->label_height = fmax(line->label_height, height);
        } else {
            periods = fmax(periods, period_depth + height + 6);
        }
    }
    return periods;
}

static void sketch_line(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct line line = {.sketch = sketch, .part = &figure->whole};
    const struct kin_nodes *title = kin_figure_text(line.part, "title");
    double length = kin_figure_number(line.part, "length"), levels = kin_figure_number(line.part, "levels");
    sketch->width = sketch->room;
    line.label_width = fmin(length, sketch->room) / 4;
    line.axis = kin_axis_of(sketch, line.part, "from", "to", "step");
    double below = below_of(&line);
    line.axis.line = stem_least + 2 + levels * (line.label_height + label_white);
    double numbers = line.axis.line + kin_axis_room(&line.axis, NULL);
    kin_axis_spread(&line.axis, kin_sketch_size(sketch, length, numbers + below + kin_title_room(sketch, title)));
    kin_axis_draw(&line.axis, NULL);
    if (title) {
        kin_sketch_text(sketch, title, (struct kin_xy){sketch->width / 2, sketch->height}, 0.5, 1);
    }
    add_parts(&line);
}

const struct kin_figure_kind kin_figure_timeline = {
    .whole = {"timeline", "An axis of time with events above it and periods below", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_line,
    .examples =
        {"<figure kind=\"timeline\" from=\"1900\" to=\"2000\" step=\"10\" title=\"Year\">"
         "<event at=\"1903\">First flight</event><event at=\"1947\" label=\"Faster than sound\"/>"
         "<event at=\"1957\" label=\"First satellite\"/><event at=\"1969\" label=\"Moon landing\"/></figure>",
         "<figure kind=\"timeline\" from=\"8\" to=\"16\" title=\"Hour of the day\" levels=\"1\">"
         "<period from=\"9\" to=\"11.5\" label=\"2 h 30 min\"/><period from=\"13\" to=\"15\" label=\"?\"/>"
         "<event at=\"9\" label=\"Start\"/><event at=\"15\" label=\"End\" layer=\"key\"/></figure>",
         "<figure kind=\"timeline\" from=\"-500\" to=\"500\" step=\"100\" length=\"300\">"
         "<event at=\"-300\" label=\"A library is founded\"/><event at=\"-250\" label=\"A lighthouse is built\"/>"
         "<event at=\"-230\" label=\"A sieve for primes\"/><event at=\"400\" label=\"Zero\"/></figure>"},
};
