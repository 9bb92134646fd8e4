/* Fitting a board into its box, and what lies on it. */
#include "figure/board.h"

enum { MOST_PLACES = 61 };

struct kin_board_item {
    void (*draw)(const struct kin_board *board, const struct kin_board_item *item); /* NULL: only room is kept */
    struct kin_xy *places; /* in units, turned; all of them lie in the box */
    size_t count;
    struct kin_xy centre;
    double radius, from, to; /* of arcs */
    enum kin_pen pen;
    enum kin_pattern pattern;
    enum kin_dot dot;
    size_t marks;
    double margin; /* pt that are needed around the places */
    const struct kin_nodes *text;
    enum kin_stands stands;
    double clear, angle; /* of what stands beside the first place: how far from it, and in which direction */
};

/* ---- Fitting ------------------------------------------------------------------------------------------------------
 */

/* What sticks to places whatever the scale: pt to the left and right of them, up and down. Of places with as much
 * around them, only how far they reach counts. */
struct hung {
    struct kin_xy low, high;
    double left, right, up, down;
    double around; /* all four of them; negative: a label's */
};

struct fitting {
    struct hung *items;
    size_t count;
    double share; /* of the labels' sizes that counts */
};

struct span {
    double low, high;
};

static void span_cover(struct span *span, double low, double high)
{
    span->low = low < span->low ? low : span->low; /* some thousand times: fmin would be a call */
    span->high = high > span->high ? high : span->high;
}

static struct span span_across(const struct fitting *fitting, double scale)
{
    struct span span = {INFINITY, -INFINITY};
    for (size_t i = 0; i < fitting->count; i++) {
        const struct hung *item = &fitting->items[i];
        span_cover(&span, item->low.x * scale - item->left * fitting->share,
                   item->high.x * scale + item->right * fitting->share);
    }
    return span;
}

static struct span span_up(const struct fitting *fitting, double scale)
{
    struct span span = {INFINITY, -INFINITY};
    for (size_t i = 0; i < fitting->count; i++) {
        const struct hung *item = &fitting->items[i];
        span_cover(&span, item->low.y * scale - item->down * fitting->share,
                   item->high.y * scale + item->up * fitting->share);
    }
    return span;
}

/* The largest scale at which all of it is inside, by halving: spans grow with the scale. 0: none. */
static double largest_scale(const struct fitting *fitting, double width, double height, double most)
{
    double low = 0, high = most;
    for (int i = 0; i < 50; i++) {
        double scale = (low + high) / 2;
        struct span across = span_across(fitting, scale), up = span_up(fitting, scale);
        bool inside = across.high - across.low <= width && up.high - up.low <= height;
        *(inside ? &low : &high) = scale;
    }
    return low;
}

/* Where the box of a label lies that is `clear` pt away from its anchor; also of an angle, which has arcs there. */
static struct hung hung_label(const struct kin_board *board, const struct kin_board_item *item)
{
    struct kin_xy none = {0, 0}, size = item->text ? kin_sketch_measure(board->sketch, item->text) : none;
    double dx = cos(item->angle), dy = sin(item->angle),
           reach = item->clear + 1.5 + kin_label_reach(size, item->angle, item->stands);
    return (struct hung){.low = item->places[0],
                         .high = item->places[0],
                         .left = size.x / 2 - dx * reach + 1,
                         .right = size.x / 2 + dx * reach + 1,
                         .up = size.y / 2 + dy * reach + 1,
                         .down = size.y / 2 - dy * reach + 1,
                         .around = -1};
}

static struct hung *hung_with(struct fitting *fitting, double margin)
{
    size_t i = 0;
    while (i < fitting->count && fitting->items[i].around != margin) {
        i++;
    }
    if (i == fitting->count) {
        fitting->items[fitting->count++] =
            (struct hung){{INFINITY, INFINITY}, {-INFINITY, -INFINITY}, margin, margin, margin, margin, margin};
    }
    return &fitting->items[i];
}

static void add_hung(const struct kin_board *board, const struct kin_board_item *item, struct fitting *fitting)
{
    for (size_t i = 0; i < item->count; i++) {
        struct hung *hung = hung_with(fitting, item->margin);
        struct kin_xy at = item->places[i];
        hung->low = (struct kin_xy){fmin(hung->low.x, at.x), fmin(hung->low.y, at.y)};
        hung->high = (struct kin_xy){fmax(hung->high.x, at.x), fmax(hung->high.y, at.y)};
    }
    if (item->clear > 0) {
        fitting->items[fitting->count++] = hung_label(board, item);
    }
}

static struct fitting fitting_of(const struct kin_board *board)
{
    size_t most = 0;
    for (size_t i = 0; i < board->count; i++) {
        most += board->items[i].count + 1;
    }
    struct fitting fitting = {.items = KIN_NEW_N(board->sketch->arena, struct hung, most), .share = 1};
    for (size_t i = 0; i < board->count; i++) {
        add_hung(board, &board->items[i], &fitting);
    }
    return fitting;
}

/* Labels count as long as they leave the shapes half of the size that these could have; wider ones find a place by
 * themselves. */
static void choose_scale(struct kin_board *board, struct fitting *fitting, double width, double height)
{
    struct span across = span_across(fitting, 1e6), up = span_up(fitting, 1e6);
    double extent = fmax(across.high - across.low, up.high - up.low) / 1e6;
    double most = extent > 1e-3 ? fmax(width, height) / extent * 2 : 1;
    fitting->share = 0;
    double bare = largest_scale(fitting, width, height, most);
    for (int tenths = 10; tenths >= 0 && board->scale < bare / 2; tenths--) {
        fitting->share = tenths / 10.0;
        board->scale = largest_scale(fitting, width, height, most);
    }
}

enum turn { AREAS, STROKES };

/* Areas lie behind all strokes, so that none of these loses half of its width. */
static void draw_items(const struct kin_board *board, enum turn turn)
{
    for (size_t i = 0; i < board->count; i++) {
        const struct kin_board_item *item = &board->items[i];
        if (item->draw && (item->pattern != KIN_PATTERN_NONE) == (turn == AREAS)) {
            item->draw(board, item);
        }
    }
}

void kin_board_fit(struct kin_board *board, double width, double height)
{
    width = kin_sketch_size(board->sketch, width, height);
    struct fitting fitting = fitting_of(board);
    if (fitting.count == 0) {
        return;
    }
    choose_scale(board, &fitting, width - 2, height - 2);
    struct span across = span_across(&fitting, board->scale), up = span_up(&fitting, board->scale);
    board->origin = (struct kin_xy){(width - across.low - across.high) / 2, (height + up.low + up.high) / 2};
    draw_items(board, AREAS);
    draw_items(board, STROKES);
}

/* ---- Laying on ----------------------------------------------------------------------------------------------------
 */

static struct kin_xy turned(const struct kin_board *board, struct kin_xy at)
{
    double c = cos(board->turn), s = sin(board->turn);
    return (struct kin_xy){at.x * c - at.y * s, at.x * s + at.y * c};
}

static struct kin_xy paper(const struct kin_board *board, struct kin_xy at)
{
    return (struct kin_xy){board->origin.x + at.x * board->scale, board->origin.y - at.y * board->scale};
}

static struct kin_xy at_paper(const struct kin_board *board, const struct kin_board_item *item, size_t i)
{
    return paper(board, item->places[i]);
}

static struct kin_board_item *lay(struct kin_board *board, const struct kin_xy *places, size_t count,
                                  struct kin_board_item item)
{
    item.places = KIN_NEW_N(board->sketch->arena, struct kin_xy, count);
    for (size_t i = 0; i < count; i++) {
        item.places[item.count++] = turned(board, places[i]);
    }
    struct kin_board_item *laid = &KIN_PUSH(board->sketch->arena, board->items, board->count, board->room);
    *laid = item;
    return laid;
}

static void draw_area(const struct kin_board *board, const struct kin_board_item *item)
{
    struct kin_xy *places = KIN_NEW_N(board->sketch->arena, struct kin_xy, item->count);
    for (size_t i = 0; i < item->count; i++) {
        places[i] = at_paper(board, item, i);
    }
    kin_sketch_fill(board->sketch, places, item->count, item->pattern);
}

void kin_board_area(struct kin_board *board, const struct kin_xy *places, size_t count, enum kin_pattern pattern)
{
    if (pattern != KIN_PATTERN_NONE) {
        lay(board, places, count, (struct kin_board_item){.draw = draw_area, .pattern = pattern});
    }
}

static void draw_line(const struct kin_board *board, const struct kin_board_item *item)
{
    kin_sketch_line(board->sketch, at_paper(board, item, 0), at_paper(board, item, 1), item->pen);
}

void kin_board_line(struct kin_board *board, struct kin_xy from, struct kin_xy to, enum kin_pen pen)
{
    const struct kin_xy places[] = {from, to};
    lay(board, places, 2, (struct kin_board_item){.draw = draw_line, .pen = pen, .margin = 1});
}

static void draw_arc(const struct kin_board *board, const struct kin_board_item *item)
{
    double radius = item->radius * board->scale;
    kin_sketch_arc(board->sketch, paper(board, item->centre), radius, radius, item->from, item->to, item->pen);
}

static size_t arc_places(struct kin_xy centre, double radius, double from, double to, struct kin_xy *places)
{
    for (size_t i = 0; i < MOST_PLACES; i++) {
        places[i] = kin_polar(centre, radius, from + (to - from) * (double)i / (MOST_PLACES - 1));
    }
    return MOST_PLACES;
}

void kin_board_arc(struct kin_board *board, struct kin_xy centre, double radius, double from, double to,
                   enum kin_pen pen)
{
    struct kin_xy places[MOST_PLACES];
    size_t count = arc_places(centre, radius, from, to, places);
    lay(board, places, count,
        (struct kin_board_item){.draw = draw_arc,
                                .centre = turned(board, centre),
                                .radius = radius,
                                .from = from + board->turn,
                                .to = to + board->turn,
                                .pen = pen,
                                .margin = 1});
}

void kin_board_sector(struct kin_board *board, struct kin_xy centre, double radius, double from, double to,
                      enum kin_pattern pattern)
{
    struct kin_xy places[MOST_PLACES + 1];
    size_t count = arc_places(centre, radius, from, to, places);
    places[count] = centre;
    bool whole = to - from > 2 * M_PI - 1e-9;
    kin_board_area(board, places, whole ? count : count + 1, pattern);
}

/* ---- Marks --------------------------------------------------------------------------------------------------------
 */

static void draw_dot(const struct kin_board *board, const struct kin_board_item *item)
{
    kin_sketch_dot(board->sketch, at_paper(board, item, 0), item->dot);
}

void kin_board_dot(struct kin_board *board, struct kin_xy at, enum kin_dot dot)
{
    lay(board, &at, 1, (struct kin_board_item){.draw = draw_dot, .dot = dot, .margin = KIN_DOT_RADIUS + 0.5});
}

static void draw_specks(const struct kin_board *board, const struct kin_board_item *item)
{
    kin_sketch_discs(board->sketch, at_paper(board, item, 0), at_paper(board, item, 1), item->marks, 0.87, 0.3);
}

void kin_board_specks(struct kin_board *board, struct kin_xy from, struct kin_xy to, size_t count)
{
    const struct kin_xy ends[] = {from, to};
    lay(board, ends, 2, (struct kin_board_item){.draw = draw_specks, .marks = count, .margin = 1});
}

static void draw_arrow(const struct kin_board *board, const struct kin_board_item *item)
{
    kin_sketch_arrow(board->sketch, at_paper(board, item, 0), at_paper(board, item, 1));
}

void kin_board_arrow(struct kin_board *board, struct kin_xy from, struct kin_xy tip)
{
    const struct kin_xy places[] = {from, tip};
    lay(board, places, 2, (struct kin_board_item){.draw = draw_arrow, .margin = 2.5});
}

/* Marks across the middle of a side lie in the box, too: `count` of them, `apart` pt from one another. */
static void keep_middle_free(struct kin_board *board, struct kin_xy from, struct kin_xy to, size_t count, double apart)
{
    struct kin_xy middle = kin_towards(from, to, 0.5);
    double along = apart * ((double)count - 1) / 2;
    if (count) {
        lay(board, &middle, 1, (struct kin_board_item){.margin = hypot(3.6, along + 1) + 0.4});
    }
}

static void draw_ticks(const struct kin_board *board, const struct kin_board_item *item)
{
    kin_sketch_side_ticks(board->sketch, at_paper(board, item, 0), at_paper(board, item, 1), item->marks);
}

void kin_board_ticks(struct kin_board *board, struct kin_xy from, struct kin_xy to, size_t count)
{
    const struct kin_xy places[] = {from, to};
    lay(board, places, 2, (struct kin_board_item){.draw = draw_ticks, .marks = count});
    keep_middle_free(board, from, to, count, 3);
}

static void draw_chevrons(const struct kin_board *board, const struct kin_board_item *item)
{
    kin_sketch_parallel_marks(board->sketch, at_paper(board, item, 0), at_paper(board, item, 1), item->marks);
}

void kin_board_chevrons(struct kin_board *board, struct kin_xy from, struct kin_xy to, size_t count)
{
    const struct kin_xy places[] = {from, to};
    lay(board, places, 2, (struct kin_board_item){.draw = draw_chevrons, .marks = count});
    keep_middle_free(board, from, to, count, 4);
}

static void draw_right_angle(const struct kin_board *board, const struct kin_board_item *item)
{
    kin_sketch_right_angle(board->sketch, at_paper(board, item, 0), at_paper(board, item, 1), at_paper(board, item, 2));
}

void kin_board_right_angle(struct kin_board *board, struct kin_xy corner, struct kin_xy a, struct kin_xy b)
{
    const struct kin_xy places[] = {corner, a, b};
    lay(board, places, 3, (struct kin_board_item){.draw = draw_right_angle});
}

/* ---- Angles -------------------------------------------------------------------------------------------------------
 */

/* Room for the arcs of an angle that nothing lies around. */
static const double widest_round = 13;

/* A narrow angle has wider arcs, and short sides have smaller ones. */
static double arc_radius(double sweep, double shorter, double wider)
{
    double wanted = fmin(fmax(11, 11 * 0.7 / sweep), 26) + wider;
    return fmax(fmin(wanted, 0.45 * shorter), 5);
}

struct wedge {
    struct kin_xy corner, a, b; /* pt */
    double from, sweep, radius, outer, reach;
};

static struct wedge wedge_of(const struct kin_board *board, const struct kin_board_item *item)
{
    struct wedge wedge = {at_paper(board, item, 0), at_paper(board, item, 1), at_paper(board, item, 2), 0, 0, 0, 0, 0};
    wedge.from = kin_heading(item->places[0], item->places[1]);
    wedge.sweep = kin_sweep(wedge.from, kin_heading(item->places[0], item->places[2]));
    wedge.reach = fmin(kin_distance(wedge.corner, wedge.a), kin_distance(wedge.corner, wedge.b));
    wedge.radius = arc_radius(wedge.sweep, wedge.reach, item->radius);
    wedge.outer = item->marks ? wedge.radius + 2.5 * (double)(item->marks - 1) : 3;
    return wedge;
}

static bool touches_legs(const struct wedge *wedge, const struct kin_trace *box)
{
    const struct kin_xy ends[] = {wedge->a, wedge->b};
    for (int i = 0; i < 2; i++) {
        double stretch = 1e3 / fmax(kin_distance(wedge->corner, ends[i]), 1e-9);
        struct kin_xy far = kin_towards(wedge->corner, ends[i], stretch);
        struct kin_trace leg = {.kind = KIN_TRACE_STROKE,
                                .x1 = wedge->corner.x,
                                .y1 = wedge->corner.y,
                                .x2 = far.x,
                                .y2 = far.y,
                                .reach = 0.5};
        if (kin_traces_touch(&leg, box, 1.8)) {
            return true;
        }
    }
    return false;
}

static bool clears_arc(const struct wedge *wedge, const struct kin_trace *box)
{
    double dx = fmax(fmax(box->x1 - wedge->corner.x, wedge->corner.x - box->x2), 0);
    double dy = fmax(fmax(box->y1 - wedge->corner.y, wedge->corner.y - box->y2), 0);
    return hypot(dx, dy) > wedge->outer + 2;
}

/* How far from the corner, in the direction of the middle, a label of this size has its middle; negative: nowhere. */
static double label_distance(const struct wedge *wedge, struct kin_xy size)
{
    double middle = wedge->from + wedge->sweep / 2;
    for (double away = wedge->outer; away <= fmax(0.8 * wedge->reach, wedge->outer + 16); away++) {
        struct kin_xy at = kin_xy_around(wedge->corner, away, middle);
        struct kin_trace box = {.kind = KIN_TRACE_TEXT,
                                .x1 = at.x - size.x / 2,
                                .y1 = at.y - size.y / 2,
                                .x2 = at.x + size.x / 2,
                                .y2 = at.y + size.y / 2};
        if (!touches_legs(wedge, &box) && clears_arc(wedge, &box)) {
            return away;
        }
    }
    return -1;
}

static void label_wedge(const struct kin_board *board, const struct wedge *wedge, const struct kin_nodes *text)
{
    double middle = wedge->from + wedge->sweep / 2;
    double away = label_distance(wedge, kin_sketch_measure(board->sketch, text));
    if (away >= 0) {
        kin_sketch_label_inside(board->sketch, text, kin_xy_around(wedge->corner, away, middle));
    } else {
        kin_sketch_label_led(board->sketch, text, kin_xy_around(wedge->corner, wedge->radius, middle), 0.5, middle);
    }
}

static void draw_angle(const struct kin_board *board, const struct kin_board_item *item)
{
    struct wedge wedge = wedge_of(board, item);
    if (item->marks) {
        kin_sketch_angle(board->sketch, wedge.corner, wedge.a, wedge.b, wedge.radius, item->marks);
    }
    if (item->text) {
        label_wedge(board, &wedge, item->text);
    }
}

void kin_board_angle(struct kin_board *board, const struct kin_board_angle *angle)
{
    const struct kin_xy places[] = {angle->corner, angle->a, angle->b};
    double from = kin_heading(angle->corner, angle->a);
    double sweep = kin_sweep(from, kin_heading(angle->corner, angle->b));
    lay(board, places, 3,
        (struct kin_board_item){.draw = draw_angle,
                                .marks = angle->arcs,
                                .radius = angle->wider,
                                .text = angle->label,
                                .clear = widest_round + angle->wider,
                                .angle = from + sweep / 2 + board->turn});
}

/* ---- Labels -------------------------------------------------------------------------------------------------------
 */

static void draw_label(const struct kin_board *board, const struct kin_board_item *item)
{
    kin_sketch_label_at(board->sketch, item->text, at_paper(board, item, 0), item->clear, item->angle, item->stands);
}

void kin_board_label(struct kin_board *board, const struct kin_nodes *text, struct kin_xy at, double clear,
                     double angle)
{
    if (text) {
        lay(board, &at, 1,
            (struct kin_board_item){.draw = draw_label, .text = text, .clear = clear, .angle = angle + board->turn});
    }
}

void kin_board_label_side(struct kin_board *board, const struct kin_nodes *text, struct kin_xy from, struct kin_xy to,
                          double clear)
{
    kin_board_label(board, text, kin_towards(from, to, 0.5), clear, kin_heading(from, to) + M_PI / 2);
    if (text) {
        board->items[board->count - 1].stands = KIN_AT_LINE;
    }
}

void kin_board_label_inside(struct kin_board *board, const struct kin_nodes *text, struct kin_xy at)
{
    if (text) {
        lay(board, &at, 1,
            (struct kin_board_item){.draw = draw_label, .text = text, .angle = M_PI / 2, .stands = KIN_INSIDE});
    }
}
