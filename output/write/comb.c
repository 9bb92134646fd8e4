#include "write/comb.h"

#include <math.h>
#include <stdlib.h>

/* Fewer bars cost less by themselves than a dash costs. */
enum { FEWEST = 4 };

/* Places and lengths of a bar in 1/1000 pt, finer than cairo keeps them: equal ones are equal here. */
enum { FINE = 1000 };

/* What lies across the row, then what lies along it; those that may stand in one row differ in `at` only. */
struct bar {
    size_t part; /* index in the batch */
    bool level;  /* the row goes to the right; else down */
    long across, breadth, at, length;
};

/* ---- Bars -------------------------------------------------------------------------------------------------------- */

static long fine(double length)
{
    return lround(length * FINE);
}

/* Thin rules stay fills: strokes that are thinner than a dot are drawn by other rules. */
static const double thick = 2;

static bool rule_bar(const struct batch_part *part, struct bar *bar)
{
    const struct kin_op *op = part->op;
    bar->level = true;
    bar->across = fine(part->y + op->y);
    bar->breadth = fine(op->height);
    bar->at = fine(part->x + op->x);
    bar->length = fine(op->width);
    return op->height > thick && op->width > thick;
}

/* A round cap is flattened to as long a piece of the line as it has area. */
static double cap_of(const struct kin_ink *ink)
{
    return ink->round ? M_PI / 8 * ink->stroke_width : 0;
}

static bool stroke_bar(const struct batch_part *part, struct bar *bar)
{
    const struct kin_op *op = part->op;
    if (op->ink.stroke_width <= 0 || op->segment_count != 2 || op->segments[1].verb != KIN_LINE ||
        op->ink.dash[0] > 0) {
        return false;
    }
    const struct kin_segment *from = &op->segments[0], *to = &op->segments[1];
    double dx = to->x[0] - from->x[0], dy = to->y[0] - from->y[0];
    double width = op->ink.stroke_width, cap = cap_of(&op->ink);
    bar->level = fabs(dx) < fabs(dy);
    bar->across =
        fine(bar->level ? part->y + fmin(from->y[0], to->y[0]) - cap : part->x + fmin(from->x[0], to->x[0]) - cap);
    bar->breadth = fine(fabs(bar->level ? dy : dx) + 2 * cap);
    bar->at = fine((bar->level ? part->x + from->x[0] : part->y + from->y[0]) - width / 2);
    bar->length = fine(width);
    return fmin(fabs(dx), fabs(dy)) < 1e-6 && fmax(fabs(dx), fabs(dy)) > width;
}

static bool bar_of(const struct batch_part *part, struct bar *bar)
{
    return part->op->kind == KIN_OP_RULE ? rule_bar(part, bar) : stroke_bar(part, bar);
}

/* ---- Rows -------------------------------------------------------------------------------------------------------- */

static int longs_compare(long a, long b)
{
    return (a > b) - (a < b);
}

static int rows_compare(const struct bar *a, const struct bar *b)
{
    int order = longs_compare(a->level, b->level);
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
 * is whole. */
static struct comb comb_of(const struct bar *bars, size_t count)
{
    const struct bar *first = &bars[0], *last = &bars[count - 1];
    double middle = ((double)first->across + (double)first->breadth / 2) / FINE;
    double from = (double)first->at / FINE, to = (double)(last->at + last->length) / FINE;
    struct comb comb = {.width = (double)first->breadth / FINE};
    if (count > 1) {
        double step = (double)(last->at - first->at) / FINE / (double)(count - 1);
        comb.dash[0] = (double)first->length / FINE;
        comb.dash[1] = round(1000 * (step - comb.dash[0])) / 1000;
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
    int order = doubles_compare(a->width, b->width);
    order = order ? order : doubles_compare(a->dash[0], b->dash[0]);
    order = order ? order : doubles_compare(a->dash[1], b->dash[1]);
    order = order ? order : doubles_compare(a->x1, b->x1);
    return order ? order : doubles_compare(a->y1, b->y1);
}

/* The bars of a batch in the order of their rows; the other parts go to the rest. */
static size_t bars_gather(struct combs *combs, const struct batch *batch, struct bar *bars)
{
    size_t count = 0;
    for (size_t i = 0; i < batch->count; i++) {
        bars[count].part = i;
        if (bar_of(&batch->parts[i], &bars[count])) {
            count++;
        } else {
            combs->rest[combs->rest_count++] = &batch->parts[i];
        }
    }
    qsort(bars, count, sizeof *bars, bars_compare);
    return count;
}

struct combs kin_combs_find(kin_arena *arena, const struct batch *batch)
{
    struct combs combs = {.rest = KIN_NEW_N(arena, const struct batch_part *, batch->count)};
    struct bar *bars = KIN_NEW_N(arena, struct bar, batch->count);
    size_t count = bars_gather(&combs, batch, bars);
    combs.items = KIN_NEW_N(arena, struct comb, count);
    for (size_t i = 0, n; i < count; i += n) {
        n = row_length(bars + i, count - i);
        bool alone = n < FEWEST;
        n = alone ? 1 : n;
        if (alone && batch->model->kind == KIN_OP_PATH) {
            combs.rest[combs.rest_count++] = &batch->parts[bars[i].part];
        } else {
            combs.items[combs.count++] = comb_of(bars + i, n);
        }
    }
    qsort(combs.items, combs.count, sizeof *combs.items, combs_compare);
    return combs;
}
