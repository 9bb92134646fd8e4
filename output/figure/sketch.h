/* Sketching a figure: what kinds draw with. Points of 1/72 inch, x to the right, y down, the origin is the top left
 * corner of the figure's box. Everything is black or gray and survives a copier: areas are told apart by patterns.
 *
 * Strokes and fixed texts are drawn at once. Labels wait until the kind is done and then find a place of their own near
 * their anchor, clear of all strokes, texts and labels. All of it is recorded, so that a test can tell whether anything
 * touches. */
#ifndef KIN_FIGURE_SKETCH_H
#define KIN_FIGURE_SKETCH_H

#include "content/figure.h"
#include "type/type.h"

#include <math.h>

struct kin_xy {
    double x, y;
};

/* ---- The box ------------------------------------------------------------------------------------------------------
 */

/* Set the size of the figure: first of all, from its attributes that say sizes and never from its values, so that a
 * figure is as large on every form. Narrower than asked where the column is: returns what there is of the width. */
double kin_sketch_size(struct kin_sketch *sketch, double width, double height);

/* ---- Strokes ------------------------------------------------------------------------------------------------------
 */

enum kin_pen {
    KIN_PEN_NORMAL,
    KIN_PEN_THIN,
    KIN_PEN_HEAVY,
    KIN_PEN_DASHED,
    KIN_PEN_DOTTED,
    KIN_PEN_BOLD,  /* on an axis, which stays seen beside it on a copy */
    KIN_PEN_GRID,  /* gray and thin, behind everything: labels may stand on it and blot it out */
    KIN_PEN_SHADE, /* as thin, in areas: labels may blot it out, too */
    KIN_PEN_COUNT
};

void kin_sketch_line(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, enum kin_pen pen);
/* A broken line, and one that closes itself. */
void kin_sketch_path(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, enum kin_pen pen);
void kin_sketch_polygon(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, enum kin_pen pen);
/* A polygon that stands for an ellipse: drawn as curves, while labels keep clear of its sides. */
void kin_sketch_round(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, struct kin_xy centre,
                      double rx, double ry, enum kin_pen pen);
/* Angles in radians from the direction of x, towards the top; from `from` to `to` counter-clockwise. */
void kin_sketch_ellipse(struct kin_sketch *sketch, struct kin_xy centre, double rx, double ry, enum kin_pen pen);
void kin_sketch_arc(struct kin_sketch *sketch, struct kin_xy centre, double rx, double ry, double from, double to,
                    enum kin_pen pen);
/* An arc of an ellipse in any position: centre + along cos(t) + aside sin(t), t between two angles. */
struct kin_arc {
    struct kin_xy centre, along, aside;
    double from, to;
};
/* A broken line that stands for an arc: drawn as curves, while labels keep clear of its lines. */
void kin_sketch_bent(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, const struct kin_arc *arc,
                     enum kin_pen pen);
/* A cubic of Bézier by its ends and control points. */
struct kin_cubic {
    struct kin_xy corners[4];
};
void kin_sketch_cubic(struct kin_sketch *sketch, const struct kin_cubic *cubic, enum kin_pen pen);

/* The graph of a function, sampled: drawn as straight pieces and cubics that meet all of its places within
 * KIN_GRAPH_NEAR, where they are few, while labels keep clear of the lines between the places. */
#define KIN_GRAPH_NEAR 0.03
void kin_sketch_graph(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, enum kin_pen pen);

static inline struct kin_xy kin_xy_around(struct kin_xy centre, double radius, double angle)
{
    return (struct kin_xy){centre.x + radius * cos(angle), centre.y - radius * sin(angle)};
}

/* Of a line through two places, what lies inside the box left, top, right, bottom; false: nothing does. */
bool kin_clip_line(struct kin_xy *from, struct kin_xy *to, double left, double top, double right, double bottom);

/* ---- Areas --------------------------------------------------------------------------------------------------------
 */

enum kin_pattern {
    KIN_PATTERN_NONE,
    KIN_PATTERN_LIGHT, /* gray that text can stand on */
    KIN_PATTERN_HATCH, /* rising to the right */
    KIN_PATTERN_BACK,  /* falling to the right */
    KIN_PATTERN_CROSS,
    KIN_PATTERN_DOTS,
    KIN_PATTERN_BARS, /* level lines */
    KIN_PATTERN_DARK,
    KIN_PATTERN_WHITE, /* covers what is behind: a hole */
    KIN_PATTERN_FINE,  /* from here on: HATCH to BARS for small shapes, see kin_pattern_fine */
    KIN_PATTERN_COUNT = KIN_PATTERN_FINE + KIN_PATTERN_BARS - KIN_PATTERN_HATCH + 1
};
#define KIN_PATTERN_GROUND 2.3 /* pt of white around a label that stands on a pattern */
/* Names for attributes of type CHOICE: "none light hatch ...", and the pattern of one; NONE for others. */
#define KIN_PATTERN_WORDS "none light hatch back cross dots bars dark white"
enum kin_pattern kin_pattern_named(const char *name);
/* The same with its strokes closer together and less white around a label, so that a ring of it shows around a letter.
 */
enum kin_pattern kin_pattern_fine(enum kin_pattern pattern);
/* Has it no strokes? The gray of its ground: 1 where it has none. */
bool kin_pattern_is_plain(enum kin_pattern pattern);
double kin_pattern_gray(enum kin_pattern pattern);

/* Fill a polygon (which may be concave), without its outline; with one gray, from 0 (black) to 1 (white). */
void kin_sketch_fill(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, enum kin_pattern pattern);
void kin_sketch_fill_gray(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, double gray);
/* Only the strokes or dots of the pattern. */
void kin_sketch_pattern_disc(struct kin_sketch *sketch, struct kin_xy centre, double radius, enum kin_pattern pattern);
void kin_sketch_fill_ellipse(struct kin_sketch *sketch, struct kin_xy centre, double rx, double ry,
                             enum kin_pattern pattern);
void kin_sketch_fill_ellipse_gray(struct kin_sketch *sketch, struct kin_xy centre, double rx, double ry, double gray);
/* A filled circle of one gray. Much cheaper in a PDF than an outline: it is a stroke without length. */
void kin_sketch_disc(struct kin_sketch *sketch, struct kin_xy centre, double radius, double gray);
/* A circle of the normal pen on a ground of one gray, which covers what is behind: two discs. */
void kin_sketch_ring(struct kin_sketch *sketch, struct kin_xy centre, double radius, double gray);
/* `count` of them, the first at `from` and the last at `to`, at equal distances: one dashed stroke. */
void kin_sketch_discs(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, size_t count, double radius,
                      double gray);
/* A sector of a circle between two angles (radians, as for arcs). */
void kin_sketch_fill_sector(struct kin_sketch *sketch, struct kin_xy centre, double radius, double from, double to,
                            enum kin_pattern pattern);
void kin_sketch_fill_sector_gray(struct kin_sketch *sketch, struct kin_xy centre, double radius, double from, double to,
                                 double gray);

/* ---- Marks --------------------------------------------------------------------------------------------------------
 */

enum kin_dot { KIN_DOT_CLOSED, KIN_DOT_OPEN };
#define KIN_DOT_RADIUS 2.6 /* of the middle of its rim */
#define KIN_DOT_RIM 0.45   /* half of the rim's width */
/* As an attribute of words "closed open" says. */
static inline enum kin_dot kin_dot_of(const struct kin_figure_part *part, const char *name)
{
    return kin_figure_is(part, name, "open") ? KIN_DOT_OPEN : KIN_DOT_CLOSED;
}
void kin_sketch_dot(struct kin_sketch *sketch, struct kin_xy at, enum kin_dot dot);
/* The same of another size, where dots stand side by side; pt. */
void kin_sketch_dot_sized(struct kin_sketch *sketch, struct kin_xy at, enum kin_dot dot, double radius);

/* A head with its tip at `tip`, pointing away from `from`. */
void kin_sketch_arrow(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy tip);

/* `count` short strokes across the middle of a side: sides with as many are equal. */
void kin_sketch_side_ticks(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, size_t count);
/* Chevrons along the middle of a line: lines with as many are parallel. */
void kin_sketch_parallel_marks(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, size_t count);

/* The square in a right angle at `corner` between the rays to a and b; `count` arcs in any angle. */
void kin_sketch_right_angle(struct kin_sketch *sketch, struct kin_xy corner, struct kin_xy a, struct kin_xy b);
void kin_sketch_angle(struct kin_sketch *sketch, struct kin_xy corner, struct kin_xy a, struct kin_xy b, double radius,
                      size_t count);

/* A brace along from-to that opens towards it and reaches `depth` to its left (seen from `from` to `to`, y down: a
 * brace from left to right stands above). Returns its tip, for a label. */
struct kin_xy kin_sketch_brace(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, double depth);

/* ---- Texts --------------------------------------------------------------------------------------------------------
 */

/* Words, letters and numbers as nodes. A number prints as a fraction, too, where it has no short decimal. */
enum kin_number_form { KIN_FORM_DECIMAL, KIN_FORM_FRACTION, KIN_FORM_MIXED };
#define KIN_FORM_WORDS "decimal fraction mixed"
enum kin_number_form kin_number_form_named(const char *name);
struct kin_nodes kin_sketch_words(struct kin_sketch *sketch, const char *text);
struct kin_nodes kin_sketch_italic(struct kin_sketch *sketch, const char *letter);
/* a to z for numbers from 0 on, then aa to zz: more than a figure has labels. */
const char *kin_sketch_letters(struct kin_sketch *sketch, size_t number);
struct kin_nodes kin_sketch_number(struct kin_sketch *sketch, struct kin_rat number, enum kin_number_form form);

/* Width and height that a text takes. */
struct kin_xy kin_sketch_measure(struct kin_sketch *sketch, const struct kin_nodes *text);
/* How high and low the ink of a box reaches, from its baseline down (sketch_ink.c): all of the box where it has none.
 */
struct kin_reach {
    double low, high;
};
struct kin_reach kin_box_ink(struct kin_typesetter *type, const struct kin_box *box);

/* A text at a fixed place: numbers of a scale, titles of axes. `across` and `down` say which point of it stands at
 * `at`: 0 its left or top edge, 0.5 the middle, 1 the right or bottom. */
void kin_sketch_text(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy at, double across,
                     double down);
/* The same where it touches nothing so far and stays inside the figure; else nothing, and false. */
bool kin_sketch_text_if_free(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy at, double across,
                             double down);

/* What a label stands at: next to a point; beside a straight line, across which its angle points, so that all of its
 * ink keeps its distance however the line runs; in the middle of an area. */
enum kin_stands { KIN_AT_POINT, KIN_AT_LINE, KIN_INSIDE };
void kin_sketch_label_at(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy at, double clear,
                         double angle, enum kin_stands stands);
/* How far the middle of a box of this size is from the point, or from the line. */
double kin_label_reach(struct kin_xy size, double angle, enum kin_stands stands);
/* A label that finds its place: next to `at`, `clear` pt away from it, best in the direction `angle`. */
void kin_sketch_label(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy at, double clear,
                      double angle);
/* The same at the middle of a side, on its left as seen from `from` to `to` (above a line that goes to the right),
 * KIN_SIDE_CLEAR away. */
#define KIN_SIDE_CLEAR 2.2
void kin_sketch_label_side(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy from,
                           struct kin_xy to);
/* The same of a line inside of a figure: never on the other side of an outline, where it would be taken for a label of
 * that. */
void kin_sketch_label_line(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy from,
                           struct kin_xy to);
/* Always at some distance with a line to `at`: for what is too small to have its label beside it. */
void kin_sketch_label_led(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy at, double clear,
                          double angle);
/* In the middle of an area, if there is room; else beside it with a line to it. */
void kin_sketch_label_inside(struct kin_sketch *sketch, const struct kin_nodes *text, struct kin_xy at);

/* ---- Scales -------------------------------------------------------------------------------------------------------
 */

/* A step of 1, 2, 2.5 or 5 times a power of ten that cuts a span into at most `most` parts. */
struct kin_rat kin_nice_step(kin_arena *arena, struct kin_rat span, int most);

/* Where values stand on a straight scale. */
struct kin_scale {
    double from, to;   /* values */
    double begin, end; /* where these stand, pt */
};
static inline double kin_scale_at(const struct kin_scale *scale, double value)
{
    return scale->begin + (value - scale->from) / (scale->to - scale->from) * (scale->end - scale->begin);
}

/* ---- The record, for tests ----------------------------------------------------------------------------------------
 */

enum kin_trace_kind {
    KIN_TRACE_STROKE, /* from (x1, y1) to (x2, y2), `reach` to both sides */
    KIN_TRACE_QUIET,  /* a stroke that labels may cover: a grid, a pattern */
    KIN_TRACE_TEXT    /* a box from (x1, y1) to (x2, y2) */
};
struct kin_trace {
    enum kin_trace_kind kind;
    double x1, y1, x2, y2, reach;
    double white;     /* QUIET: how much white a label that stands on it needs around itself */
    const char *text; /* TEXT */
};

/* Most traces are far from a place that is looked at, and those that follow one another are near each other: of so
 * many, the boxes around those that are quiet and those that are not. */
enum { KIN_TRACES_TOGETHER = 16 };
enum kin_trace_sort { KIN_TRACES_LOUD, KIN_TRACES_QUIET };
struct kin_trace_box {
    double left, top, right, bottom;
};
struct kin_trace_group {
    struct kin_trace_box around[2]; /* by sort */
};

struct kin_waiting; /* labels that have no place yet */
struct kin_set_texts;

struct kin_sketch {
    struct kin_typesetter *type;
    kin_arena *arena;
    const struct kin_text_style *style;
    const struct kin_furniture *words;
    double width, height; /* of the box; `room` is the most that the width may be */
    double room;
    bool measuring; /* only its size is wanted: whatever draws does nothing */
    struct kin_ops ops;
    struct kin_trace *traces;
    size_t trace_count, trace_room;
    struct kin_trace_group *groups;
    size_t group_count, group_room;
    struct kin_set_texts *set_texts; /* words and numbers that are set already (sketch_text.c) */
    struct kin_waiting *waiting;
    size_t waiting_count, waiting_room;
    size_t led, lettered; /* labels that needed a leader line, a letter */
};

/* Give all waiting labels their places (sketch_label.c); called once, after the kind. */
void kin_sketch_settle(struct kin_sketch *sketch);

/* The box of a text at most as wide as the sketch; words and numbers are set once (sketch_text.c). */
const struct kin_box *kin_sketch_box(struct kin_sketch *sketch, const struct kin_nodes *text, enum kin_lines lines);

/* What a pen draws with. */
struct kin_ink kin_pen_ink(enum kin_pen pen);

/* Note a stroke or text (sketch_trace.c; used by sketch*.c). */
void kin_sketch_trace(struct kin_sketch *sketch, struct kin_trace trace);

/* A line and the sides of a polygon as strokes, for what is drawn otherwise. */
void kin_sketch_trace_line(struct kin_sketch *sketch, struct kin_xy from, struct kin_xy to, enum kin_pen pen);
void kin_sketch_trace_polygon(struct kin_sketch *sketch, const struct kin_xy *places, size_t count, enum kin_pen pen);

/* White below a text that is to stand there, if that is on a grid or a pattern; as wide as they ask for, short of what
 * else is drawn. On fine ones, and on grids, only its ink needs it,
 * which is said from the baseline. */
void kin_sketch_blot(struct kin_sketch *sketch, const struct kin_trace *box, double baseline, struct kin_reach ink);

/* The next trace of a sort, from the `*at`-th on, that does not lie on one side of a box, more than `between` pt away;
 * NULL: there is none. `*at` goes on behind it. */
const struct kin_trace *kin_trace_next_near(const struct kin_sketch *sketch, const struct kin_trace *box,
                                            double between, enum kin_trace_sort sort, size_t *at);

/* Does a line keep clear of all texts, `between` pt? */
bool kin_sketch_clear_of_texts(const struct kin_sketch *sketch, const struct kin_trace *line, double between);

/* Do two traces touch, with `gap` pt between them? Quiet ones touch nothing. */
bool kin_traces_touch(const struct kin_trace *a, const struct kin_trace *b, double gap);

#endif
