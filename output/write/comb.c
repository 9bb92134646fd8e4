#include "write/comb.h"

#include <math.h>
#include <stdlib.h>

/* Fewer bars cost less by themselves than a dash costs. */
enum { FEWEST = 4 };

enum bar_kind { LINE, RULE, DISC };

/* What lies across the row, then what lies along it; those that may stand in one row differ in `at` only. */
struct bar {
    size_t part; /* index in the batch */
    enum bar_kind kind;
    bool level; /* the row goes to the right; else down */
    long across, breadth, at, length;
};

/* ---- Bars -------------------------------------------------------------------------------------------------------- */

/* Thin rules stay fills: strokes that are thinner than a dot are drawn by other rules. */
static const double thick = 2;

static struct bar rule_bar(const struct batch_part *part)
{
    const struct kin_op *op = part->op;
    return (struct bar){.kind = RULE,
                        .level = true,
                        .across = kin_fine(part->y + op->y),
                        .breadth = kin_fine(op->height),
                        .at = kin_fine(part->x + op->x),
                        .length = kin_fine(op->width)};
}

static struct bar disc_bar(const struct batch_part *part)
{
    const struct kin_segment *at = part->op->segments;
    double width = part->op->ink.stroke_width;
    return (struct bar){.kind = DISC,
                        .level = true,
                        .across = kin_fine(part->y + at->y[0] - width / 2),
                        .breadth = kin_fine(width),
                        .at = kin_fine(part->x + at->x[0] - width / 2),
                        .length = kin_fine(width)};
}

/* A round cap is flattened to as long a piece of the line as it has area. */
static double cap_of(const struct kin_ink *ink)
{
    return ink->round ? M_PI / 8 * ink->stroke_width : 0;
}

static struct bar line_bar(const struct batch_part *part)
{
    const struct kin_segment *from = &part->op->segments[0], *to = &part->op->segments[1];
    double width = part->op->ink.stroke_width, cap = cap_of(&part->op->ink);
    double x = part->x + fmin(from->x[0], to->x[0]), y = part->y + fmin(from->y[0], to->y[0]);
    double dx = fabs(to->x[0] - from->x[0]), dy = fabs(to->y[0] - from->y[0]);
    bool level = dx < dy;
    return (struct bar){.kind = LINE,
                        .level = level,
                        .across = kin_fine((level ? y : x) - cap),
                        .breadth = kin_fine((level ? dy : dx) + 2 * cap),
                        .at = kin_fine((level ? x : y) - width / 2),
                        .length = kin_fine(width)};
}

/* A line along the page, or a round cap at one place; nothing that has dashes already. */
static bool stroke_bar(const struct batch_part *part, struct bar *bar)
{
    const struct kin_op *op = part->op;
    if (op->segment_count != 2 || op->segments[1].verb != KIN_LINE || op->ink.dash[0] > 0) {
        return false;
    }
    double dx = fabs(op->segments[1].x[0] - op->segments[0].x[0]);
    double dy = fabs(op->segments[1].y[0] - op->segments[0].y[0]);
    bool disc = op->ink.round && dx == 0 && dy == 0;
    *bar = disc ? disc_bar(part) : line_bar(part);
    return disc || (fmin(dx, dy) < 1e-6 && fmax(dx, dy) > op->ink.stroke_width);
}

static bool bar_of(const struct batch_part *part, struct bar *bar)
{
    const struct kin_op *op = part->op;
    if (op->kind == KIN_OP_RULE) {
        *bar = rule_bar(part);
        return op->height > thick && op->width > thick;
    }
    return op->ink.stroke_width > 0 && stroke_bar(part, bar);
}

/* Rules and discs may stand in rows of both directions. */
static void turn(struct bar *bar)
{
    if (bar->kind != LINE) {
        *bar = (struct bar){bar->part, bar->kind, !bar->level, bar->at, bar->length, bar->across, bar->breadth};
    }
}

/* ---- Rows -------------------------------------------------------------------------------------------------------- */

static int longs_compare(long a, long b)
{
    return (a > b) - (a < b);
}

static int rows_compare(const struct bar *a, const struct bar *b)
{
    int order = longs_compare(a->kind, b->kind);
    order = order ? order : longs_compare(a->level, b->level);
    order = order ? order : longs_compare(a->across, b->across);
    order = order ? order : longs_compare(a->breadth, b->breadth);
    return order ? order : longs_compare(a->length, b->length);
}

static int bars_compare(const void *first, const void *second)
{
    const struct bar *a = first, *b = second;
    int order = rows_compare(a, b);
    order = order ? order : longs_compare(a->at, b->at);
    return order ? order : longs_compare((long)a->part, (long)b->part);
}

/* How many bars from the first stand in one row at equal distances, as far as their rounding can tell. */
static size_t row_length(const struct bar *bars, size_t count)
{
    size_t n = 1;
    long step = count > 1 ? bars[1].at - bars[0].at : 0;
    while (n < count && rows_compare(&bars[0], &bars[n]) == 0 && step > bars[0].length &&
           labs(bars[n].at - bars[0].at - (long)n * step) <= (long)n) {
        n++;
    }
    return n;
}

/* Dashes are rounded so that figures of one size have the same. The line ends in the gap behind the last bar, which so
 * is whole. Discs are dashes without length, but for what PDF programs need to draw them. */
static struct comb comb_of(const struct bar *bars, size_t count)
{
    static const double point = 0.005;
    const struct bar *first = &bars[0], *last = &bars[count - 1];
    bool round = first->kind == DISC;
    double middle = ((double)first->across + (double)first->breadth / 2) / KIN_FINE;
    double length = (double)first->length / KIN_FINE, inset = round ? length / 2 : 0;
    double from = (double)first->at / KIN_FINE + inset, to = (double)last->at / KIN_FINE + length - inset;
    struct comb comb = {.width = (double)first->breadth / KIN_FINE, .round = round};
    if (count > 1) {
        double step = (double)(last->at - first->at) / KIN_FINE / (double)(count - 1);
        comb.dash[0] = round ? point : length;
        comb.dash[1] = nearbyint(KIN_FINE * (step - comb.dash[0])) / KIN_FINE;
        to += comb.dash[1] / 2;
    }
    comb.x1 = first->level ? from : middle;
    comb.y1 = first->level ? middle : from;
    comb.x2 = first->level ? to : middle;
    comb.y2 = first->level ? middle : to;
    return comb;
}

/* ---- The batch --------------------------------------------------------------------------------------------------- */

static int doubles_compare(double a, double b)
{
    return (a > b) - (a < b);
}

static int combs_compare(const void *first, const void *second)
{
    const struct comb *a = first, *b = second;
    int order = doubles_compare(a->round, b->round);
    order = order ? order : doubles_compare(a->width, b->width);
    order = order ? order : doubles_compare(a->dash[0], b->dash[0]);
    order = order ? order : doubles_compare(a->dash[1], b->dash[1]);
    order = order ? order : doubles_compare(a->x1, b->x1);
    return order ? order : doubles_compare(a->y1, b->y1);
}

/* The bars of a batch; the other parts go to the rest. */
static size_t bars_gather(struct combs *combs, const struct batch *batch, struct bar *bars)
{
    size_t count = 0;
    for (size_t i = 0; i < batch->count; i++) {
        if (bar_of(&batch->parts[i], &bars[count])) {
            bars[count++].part = i;
        } else {
            combs->rest[combs->rest_count++] = &batch->parts[i];
        }
    }
    return count;
}

/* Rows become combs, the other bars stay; how many. */
static size_t rows_take(struct combs *combs, struct bar *bars, size_t count)
{
    size_t left = 0;
    qsort(bars, count, sizeof *bars, bars_compare);
    for (size_t i = 0, n; i < count; i += n) {
        n = row_length(bars + i, count - i);
        if (n >= FEWEST) {
            combs->items[combs->count++] = comb_of(bars + i, n);
        } else {
            bars[left++] = bars[i];
            n = 1;
        }
    }
    return left;
}

static size_t rows_across(struct combs *combs, struct bar *bars, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        turn(&bars[i]);
    }
    return rows_take(combs, bars, count);
}

/* Rules lie as words do, so that those of one height can share a pen. */
static void bar_alone(struct combs *combs, const struct batch *batch, struct bar bar)
{
    if (bar.kind == RULE) {
        turn(&bar);
        combs->items[combs->count++] = comb_of(&bar, 1);
    } else {
        combs->rest[combs->rest_count++] = &batch->parts[bar.part];
    }
}

struct combs kin_combs_find(kin_arena *arena, const struct batch *batch)
{
    struct combs combs = {.rest = KIN_NEW_N(arena, const struct batch_part *, batch->count)};
    struct bar *bars = KIN_NEW_N(arena, struct bar, batch->count);
    combs.items = KIN_NEW_N(arena, struct comb, batch->count);
    size_t count = bars_gather(&combs, batch, bars);
    count = rows_take(&combs, bars, count);
    count = rows_across(&combs, bars, count);
    for (size_t i = 0; i < count; i++) {
        bar_alone(&combs, batch, bars[i]);
    }
    qsort(combs.items, combs.count, sizeof *combs.items, combs_compare);
    return combs;
}
