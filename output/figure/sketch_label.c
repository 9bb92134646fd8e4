/* Texts of a sketch, and where labels go: candidates around the anchor, farther ones with a leader line, at last a
 * letter at the anchor and the text in a legend below. A label never fails to print. */
#include "figure/sketch.h"

#include <string.h>

struct kin_waiting {
    struct kin_nodes text;
    const struct kin_box *box;
    struct kin_xy at;
    struct kin_xy along; /* from its middle to the end of a side, for a label of one; else zero */
    double clear, angle;
    enum kin_stands stands;
    double width, height, ascent; /* of the box that finds a place: ascent above its baseline */
    const char *letter;           /* that stands for the text; NULL: the text has a place */
    bool says;                    /* its legend is the first to say what the letter means */
    bool led;                     /* never near its anchor: there other things are meant */
    bool open;                    /* near its anchor only where no stroke lies between them */
};

static const double gap = 1.2; /* white around a label */

/* A gap that is just kept is kept: on which side rounding falls must not move a label on one form of two. */
static bool is_free(const struct kin_sketch *sketch, const struct kin_trace *box)
{
    const double rounding = 1e-6;
    bool free = box->x1 >= -rounding && box->y1 >= -rounding && box->x2 <= sketch->width + rounding &&
                box->y2 <= sketch->height + rounding;
    const struct kin_trace *trace;
    for (size_t at = 0; free && (trace = kin_trace_next_near(sketch, box, gap, KIN_TRACES_LOUD, &at));) {
        free = !kin_traces_touch(box, trace, gap - rounding);
    }
    return free;
}

/* ---- Texts --------------------------------------------------------------------------------------------------------
 */

static const struct kin_box *box_of(struct kin_sketch *sketch, const struct kin_nodes *text)
{
    return kin_sketch_box(sketch, text, sketch->style->lines);
}

/* Of a text in the middle of its place each line stands in the middle. */
static const struct kin_box *box_at(struct kin_sketch *sketch, const struct kin_nodes *text, double across)
{
    return kin_sketch_box(sketch, text, across == 0.5 ? KIN_CENTRED : KIN_RAGGED_RIGHT);
}

/* A line of small text reaches higher than its figures: its box is cut to them. */
static double height_of(const struct kin_box *box)
{
    return box->ascent + box->descent;
}

static struct kin_trace trace_of(struct kin_sketch *sketch, const struct kin_box *box, const struct kin_nodes *text,
                                 struct kin_xy corner)
{
    return (struct kin_trace){.kind = KIN_TRACE_TEXT,
                              .x1 = corner.x,
                              .y1 = corner.y,
                              .x2 = corner.x + box->width,
                              .y2 = corner.y + height_of(box),
                              .text = kin_nodes_text(sketch->arena, text)};
}

/* A box with its baseline so far below the top of its place. */
static void put_at(struct kin_sketch *sketch, const struct kin_box *box, struct kin_trace trace, double ascent)
{
    double baseline = trace.y1 + ascent;
    kin_sketch_blot(sketch, &trace, baseline, kin_box_ink(sketch->type, box));
    kin_box_draw(&sketch->ops, box, trace.x1, baseline);
    kin_sketch_trace(sketch, trace);
}

static void put(struct kin_sketch *sketch, const struct kin_box *box, struct kin_trace trace)
{
    put_at(sketch, box, trace, box->ascent);
}

void kin_sketch_text(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy at, double across,
                     double down)
{
    if (sketch->measuring) {
        return;
    }
    const struct kin_box *box = box_at(sketch, text, across);
    struct kin_xy corner = {at.x - across * box->width, at.y - down * height_of(box)};
    put(sketch, box, trace_of(sketch, box, text, corner));
}

bool kin_sketch_text_if_free(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy at, double across,
                             double down)
{
    if (sketch->measuring) {
        return true;
    }
    const struct kin_box *box = box_at(sketch, text, across);
    struct kin_trace trace =
        trace_of(sketch, box, text, (struct kin_xy){at.x - across * box->width, at.y - down * height_of(box)});
    bool free = is_free(sketch, &trace);
    if (free) {
        put(sketch, box, trace);
    }
    return free;
}

/* ---- Labels -------------------------------------------------------------------------------------------------------
 */

/* Beside a line a label is as high as its ink; at points its line counts, so that neighbors share a baseline. */
static void take_size(struct kin_sketch *sketch, struct kin_waiting *label)
{
    struct kin_reach reach = {-label->box->ascent, label->box->descent};
    if (label->stands == KIN_AT_LINE) {
        reach = kin_box_ink(sketch->type, label->box);
    }
    label->width = label->box->width;
    label->height = reach.high - reach.low;
    label->ascent = -reach.low;
}

static void wait(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_waiting waiting)
{
    if (sketch->measuring) {
        return;
    }
    waiting.text = *text;
    waiting.box = box_of(sketch, text);
    take_size(sketch, &waiting);
    KIN_PUSH(sketch->arena, sketch->waiting, sketch->waiting_count, sketch->waiting_room) = waiting;
}

void kin_sketch_label_at(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy at, double clear,
                         double angle, enum kin_stands stands)
{
    wait(sketch, text, (struct kin_waiting){.at = at, .clear = clear, .angle = angle, .stands = stands});
}

void kin_sketch_label(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy at, double clear,
                      double angle)
{
    kin_sketch_label_at(sketch, text, at, clear, angle, KIN_AT_POINT);
}

static struct kin_waiting beside(struct kin_xy from, struct kin_xy to)
{
    struct kin_xy middle = {(from.x + to.x) / 2, (from.y + to.y) / 2};
    double angle = atan2(from.y - to.y, to.x - from.x) + M_PI / 2;
    struct kin_xy along = {(to.x - from.x) / 2, (to.y - from.y) / 2};
    return (struct kin_waiting){
        .at = middle, .along = along, .clear = KIN_SIDE_CLEAR, .angle = angle, .stands = KIN_AT_LINE};
}

void kin_sketch_label_side(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy from,
                           struct kin_xy to)
{
    wait(sketch, text, beside(from, to));
}

void kin_sketch_label_led(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy at, double clear,
                          double angle)
{
    wait(sketch, text, (struct kin_waiting){.at = at, .clear = clear, .angle = angle, .led = true});
}

void kin_sketch_label_line(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy from,
                           struct kin_xy to)
{
    struct kin_waiting label = beside(from, to);
    label.open = true;
    wait(sketch, text, label);
}

void kin_sketch_label_inside(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy at)
{
    kin_sketch_label_at(sketch, text, at, 0, M_PI / 2, KIN_INSIDE);
}

/* The box whose middle is so far from the anchor in a direction. */
static struct kin_trace box_around(const struct kin_waiting *label, double reach, double angle)
{
    struct kin_xy middle = kin_xy_around(label->at, reach, angle);
    double half_width = label->width / 2, half_height = label->height / 2;
    return (struct kin_trace){.kind = KIN_TRACE_TEXT,
                              .x1 = middle.x - half_width,
                              .y1 = middle.y - half_height,
                              .x2 = middle.x + half_width,
                              .y2 = middle.y + half_height};
}

/* The box whose nearest edge is `away` from the anchor in a direction. */
static struct kin_trace box_towards(const struct kin_waiting *label, double away, double angle)
{
    struct kin_xy size = {label->width, label->height};
    return box_around(label, away + kin_label_reach(size, angle, KIN_AT_POINT), angle);
}

/* The same of what stands beside a line: the nearest corner is `away` from that line. In a direction that runs more
 * along the line than off it, that would be far from the anchor, where another line is meant. */
static struct kin_trace box_beside(const struct kin_waiting *label, double away, double angle)
{
    struct kin_xy size = {label->width, label->height};
    const double least = 0.7; /* 45 degrees */
    double across = cos(angle - label->angle);
    if (label->stands != KIN_AT_LINE || across < least) {
        return box_towards(label, away, angle);
    }
    return box_around(label, (away + kin_label_reach(size, label->angle, KIN_AT_LINE)) / across, angle);
}

/* The i-th direction: the best one, then more and more to both sides of it. */
static double direction(const struct kin_waiting *label, int i)
{
    enum { DIRECTIONS = 16 };
    int side = i % 2 ? (i + 1) / 2 : -(i / 2);
    return label->angle + side * 2 * M_PI / DIRECTIONS;
}

/* The point of the box that is nearest to the anchor. */
static struct kin_xy nearest(const struct kin_trace *box, struct kin_xy at)
{
    return (struct kin_xy){fmin(fmax(at.x, box->x1), box->x2), fmin(fmax(at.y, box->y1), box->y2)};
}

/* Does no stroke run between a label and its anchor, but for the one that the anchor lies on? */
static bool is_open(const struct kin_sketch *sketch, const struct kin_waiting *label, const struct kin_trace *box)
{
    struct kin_xy end = nearest(box, label->at);
    double away = hypot(end.x - label->at.x, end.y - label->at.y),
           share = away > label->clear ? label->clear / away : 1;
    struct kin_trace way = {.kind = KIN_TRACE_TEXT, /* which strokes touch */
                            .x1 = fmin(label->at.x + share * (end.x - label->at.x), end.x),
                            .y1 = fmin(label->at.y + share * (end.y - label->at.y), end.y),
                            .x2 = fmax(label->at.x + share * (end.x - label->at.x), end.x),
                            .y2 = fmax(label->at.y + share * (end.y - label->at.y), end.y)};
    const struct kin_trace *trace;
    bool open = true;
    for (size_t i = 0; open && (trace = kin_trace_next_near(sketch, &way, 0, KIN_TRACES_LOUD, &i));) {
        open = trace->kind != KIN_TRACE_STROKE || !kin_traces_touch(&way, trace, 0);
    }
    return open;
}

/* In one of the best `directions` of 16. */
static bool place_near(struct kin_sketch *sketch, const struct kin_waiting *label, double away, int directions,
                       struct kin_trace *box)
{
    for (int i = 0; i < directions; i++) {
        *box = box_beside(label, label->clear + away, direction(label, i));
        if (is_free(sketch, box) && (!label->open || is_open(sketch, label, box))) {
            return true;
        }
    }
    return false;
}

/* Beside a side, but not at its middle: on its own side of it first, then on the other. */
static bool place_slid(struct kin_sketch *sketch, const struct kin_waiting *label, struct kin_trace *box)
{
    static const double shares[] = {0.2, -0.2, 0.4, -0.4, 0.6, -0.6};
    bool found = false;
    for (int other = 0; other <= 1 && hypot(label->along.x, label->along.y) > 0; other++) {
        for (size_t i = 0; !found && i < sizeof shares / sizeof *shares; i++) {
            struct kin_waiting slid = *label;
            slid.at.x += shares[i] * label->along.x;
            slid.at.y += shares[i] * label->along.y;
            slid.angle += other * M_PI;
            found = place_near(sketch, &slid, 0.8, 3, box);
        }
    }
    return found;
}

static struct kin_xy inside(const struct kin_sketch *sketch, struct kin_xy at)
{
    return (struct kin_xy){fmax(0.5, fmin(sketch->width - 0.5, at.x)), fmax(0.5, fmin(sketch->height - 0.5, at.y))};
}

/* From the anchor to the box, ending just before it. */
static void draw_leader(struct kin_sketch *sketch, struct kin_xy tip, struct kin_xy end)
{
    double short_of = fmax(0, 1 - 1.5 / fmax(1.5, hypot(end.x - tip.x, end.y - tip.y)));
    end = (struct kin_xy){tip.x + (end.x - tip.x) * short_of, tip.y + (end.y - tip.y) * short_of};
    kin_sketch_line(sketch, tip, end, KIN_PEN_THIN);
    sketch->led++;
}

/* At most so far away, in one of the best `directions` of 16. A leader that runs along the line which is labelled says
 * nothing. */
static bool lead_to(struct kin_sketch *sketch, const struct kin_waiting *label, double most, int directions,
                    struct kin_trace *box)
{
    for (int i = 0; i < directions * (int)((most - 6) / 6); i++) {
        double angle = direction(label, i % directions);
        *box = box_towards(label, label->clear + 12 + 6 * (i / directions), angle);
        struct kin_xy tip = inside(sketch, kin_xy_around(label->at, label->clear, angle)), end = nearest(box, tip);
        struct kin_trace line = {
            .kind = KIN_TRACE_STROKE, .x1 = tip.x, .y1 = tip.y, .x2 = end.x, .y2 = end.y, .reach = 0.3};
        bool across = !label->open || fabs(cos(angle - label->angle)) > 0.5;
        if (across && is_free(sketch, box) && kin_sketch_clear_of_texts(sketch, &line, gap / 2)) {
            draw_leader(sketch, tip, end);
            return true;
        }
    }
    return false;
}

/* Of a line inside of a figure rather farther away on its own side. */
static bool place_led(struct kin_sketch *sketch, const struct kin_waiting *label, struct kin_trace *box)
{
    return (label->open && lead_to(sketch, label, 36, 5, box)) || lead_to(sketch, label, 72, 16, box);
}

static bool place_inside(struct kin_sketch *sketch, const struct kin_waiting *label, struct kin_trace *box)
{
    *box = (struct kin_trace){.kind = KIN_TRACE_TEXT,
                              .x1 = label->at.x - label->width / 2,
                              .y1 = label->at.y - label->height / 2,
                              .x2 = label->at.x + label->width / 2,
                              .y2 = label->at.y + label->height / 2};
    return label->stands == KIN_INSIDE && is_free(sketch, box);
}

/* "a  text" under the figure. */
static void add_legend(struct kin_sketch *sketch, const struct kin_nodes *text, const char *letter)
{
    struct kin_nodes line = kin_sketch_words(sketch, kin_format(sketch->arena, "%s: ", letter));
    for (size_t i = 0; i < text->count; i++) {
        kin_nodes_add(sketch->arena, &line, text->items[i]);
    }
    const struct kin_box *box = box_of(sketch, &line);
    struct kin_trace trace = trace_of(sketch, box, &line, (struct kin_xy){0, sketch->height + 2});
    sketch->height = trace.y2;
    put(sketch, box, trace);
}

/* The i-th point that a line may point to: the anchor, or near it, where a text covers that; inside of the figure. */
enum { TIPS = 17 };

static struct kin_xy tip_of(const struct kin_sketch *sketch, const struct kin_waiting *label, int i)
{
    struct kin_xy tip = {label->at.x, label->at.y + label->clear};
    if (i) {
        tip = kin_xy_around(tip, 4.0 * ((i + 7) / 8), M_PI / 4 * i);
    }
    return inside(sketch, tip);
}

/* The i-th place in the row below the figure: below the tip, then farther and farther to both sides of it. */
static struct kin_trace below(const struct kin_sketch *sketch, const struct kin_waiting *label, double x, int i)
{
    double half = label->width / 2, aside = (label->width + 2 * gap) * ((i + 1) / 2) * (i % 2 ? 1 : -1);
    double left = fmax(0, fmin(sketch->width - label->width, x + aside - half));
    return (struct kin_trace){.kind = KIN_TRACE_TEXT,
                              .x1 = left,
                              .y1 = sketch->height - label->height,
                              .x2 = left + label->width,
                              .y2 = sketch->height};
}

static struct kin_xy top_of(const struct kin_trace *box)
{
    return (struct kin_xy){(box->x1 + box->x2) / 2, box->y1 - gap};
}

/* A place in that row to which a line finds a way between the texts. */
static bool find_below(struct kin_sketch *sketch, const struct kin_waiting *label, struct kin_xy tip,
                       struct kin_trace *box)
{
    int most = 2 * (int)(sketch->width / (label->width + 2 * gap)) + 2;
    bool found = false;
    for (int i = 0; !found && i < most; i++) {
        *box = below(sketch, label, tip.x, i);
        struct kin_xy end = top_of(box);
        struct kin_trace line = {
            .kind = KIN_TRACE_STROKE, .x1 = tip.x, .y1 = tip.y, .x2 = end.x, .y2 = end.y, .reach = 0.3};
        found = is_free(sketch, box) && kin_sketch_clear_of_texts(sketch, &line, gap / 2);
    }
    return found;
}

/* The same from a place to the left or right of the tip, to which a line leads first. */
static bool find_around(struct kin_sketch *sketch, const struct kin_waiting *label, struct kin_xy tip,
                        struct kin_xy *elbow, struct kin_trace *box)
{
    static const double ups[] = {0, 5, -5};
    enum { STEPS = 24 };
    bool found = false;
    for (int i = 0; !found && i < 3 * STEPS; i++) {
        double aside = 5.0 * (i % STEPS / 2 + 1) * (i % 2 ? 1 : -1);
        *elbow = inside(sketch, (struct kin_xy){tip.x + aside, tip.y - ups[i / STEPS]});
        struct kin_trace line = {
            .kind = KIN_TRACE_STROKE, .x1 = tip.x, .y1 = tip.y, .x2 = elbow->x, .y2 = elbow->y, .reach = 0.3};
        found = kin_sketch_clear_of_texts(sketch, &line, gap / 2) && find_below(sketch, label, *elbow, box);
    }
    return found;
}

/* The last resort: a row below the figure, which grows for it. Where no line finds a way, it runs down through texts,
 * for a label is never lost. */
static void place_below(struct kin_sketch *sketch, const struct kin_waiting *label, struct kin_trace *box)
{
    struct kin_xy tip = {0, 0}, elbow = tip;
    bool found = false;
    sketch->height += 4 + label->height;
    for (int i = 0; !found && i < 2 * TIPS; i++) {
        elbow = tip = tip_of(sketch, label, i % TIPS);
        found = i < TIPS ? find_below(sketch, label, tip, box) : find_around(sketch, label, tip, &elbow, box);
    }
    if (!found) {
        elbow = tip = tip_of(sketch, label, 0);
        *box = below(sketch, label, tip.x, 0);
    }
    if (elbow.x != tip.x || elbow.y != tip.y) {
        kin_sketch_line(sketch, tip, elbow, KIN_PEN_THIN);
    }
    draw_leader(sketch, elbow, top_of(box));
}

/* The letter that an equal text has already: equal labels look alike, and the legend says it once. */
static const char *letter_of(const struct kin_sketch *sketch, const struct kin_waiting *label)
{
    const char *text = kin_nodes_text(sketch->arena, &label->text);
    for (const struct kin_waiting *other = sketch->waiting; sketch->lettered && other < label; other++) {
        if (other->letter && strcmp(kin_nodes_text(sketch->arena, &other->text), text) == 0) {
            return other->letter;
        }
    }
    return NULL;
}

/* The label with its letter as its text. */
static struct kin_waiting lettered(struct kin_sketch *sketch, const struct kin_waiting *label)
{
    struct kin_waiting small = *label;
    small.text = kin_sketch_italic(sketch, label->letter);
    small.box = box_of(sketch, &small.text);
    take_size(sketch, &small);
    return small;
}

static void place_letter(struct kin_sketch *sketch, struct kin_waiting *label, const char *letter)
{
    struct kin_trace box;
    label->says = letter == NULL;
    label->letter = letter ? letter : kin_sketch_letters(sketch, sketch->lettered++);
    struct kin_waiting small = lettered(sketch, label);
    bool found = place_inside(sketch, &small, &box);
    for (double away = 0; !found && away <= 6; away += 1.5) {
        found = place_near(sketch, &small, away, 16, &box);
    }
    if (!found && !place_led(sketch, &small, &box)) {
        place_below(sketch, &small, &box);
    }
    box.text = label->letter;
    put_at(sketch, small.box, box, small.ascent);
}

static bool place_text(struct kin_sketch *sketch, const struct kin_waiting *label, struct kin_trace *box)
{
    bool found = place_inside(sketch, label, box);
    for (double away = 0.8; !found && !label->led && away <= 7; away += 2) {
        found = place_near(sketch, label, away, 16, box);
    }
    return found || place_slid(sketch, label, box) || place_led(sketch, label, box);
}

static void settle(struct kin_sketch *sketch, struct kin_waiting *label)
{
    const char *letter = letter_of(sketch, label);
    struct kin_trace box;
    if (!letter && place_text(sketch, label, &box)) {
        box.text = kin_nodes_text(sketch->arena, &label->text);
        put_at(sketch, label->box, box, label->ascent);
    } else {
        place_letter(sketch, label, letter);
    }
}

void kin_sketch_settle(struct kin_sketch *sketch)
{
    for (size_t i = 0; i < sketch->waiting_count; i++) {
        settle(sketch, &sketch->waiting[i]);
    }
    for (size_t i = 0; i < sketch->waiting_count; i++) {
        if (sketch->waiting[i].says) {
            add_legend(sketch, &sketch->waiting[i].text, sketch->waiting[i].letter);
        }
    }
    sketch->waiting_count = 0;
}
