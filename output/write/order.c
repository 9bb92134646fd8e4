#include "write/order.h"

/* More batches than this stay as they are, and more pairs of parts count as meeting: a page has a tenth. */
enum { MOST_BATCHES = 120, MOST_PAIRS = 20000 };

/* ---- What may change places -------------------------------------------------------------------------------------- */

static bool inks_meet(const struct batch *a, const struct batch *b)
{
    bool found = kin_areas_meet(&a->ink, &b->ink);
    if (!found || a->count * b->count > MOST_PAIRS) {
        return found;
    }
    found = false;
    for (size_t i = 0; !found && i < a->count; i++) {
        found = kin_batch_meets(b, &a->parts[i].ink);
    }
    return found;
}

static bool commute(const struct batch *a, const struct batch *b)
{
    if (a->model->kind == KIN_OP_GLYPHS && b->model->kind == KIN_OP_GLYPHS) {
        return false;
    }
    return a->model->ink.gray == b->model->ink.gray || !inks_meet(a, b);
}

/* ---- The next one ------------------------------------------------------------------------------------------------ */

enum brush { AREA, STROKE, TEXT };

static enum brush brush_of(const struct batch *batch)
{
    const struct kin_op *op = batch->model;
    return op->kind == KIN_OP_GLYPHS ? TEXT : op->kind == KIN_OP_PATH && op->ink.stroke_width > 0 ? STROKE : AREA;
}

/* What changes from one batch to the next; areas and texts are painted with one gray, strokes with another. */
static int change_between(const struct batch *before, const struct batch *next)
{
    enum brush brush = brush_of(next);
    int text = brush == TEXT ? 4 : 0;
    if (!before) {
        return text;
    }
    enum brush last = brush_of(before);
    bool same = (brush == STROKE) == (last == STROKE) && before->model->ink.gray == next->model->ink.gray;
    return last == TEXT && brush == TEXT ? !same : text + 2 * (brush != last) + !same;
}

struct queue {
    struct batch *waiting; /* in the order in which they were gathered */
    bool *fixed;           /* count x count: [later * count + earlier], must the earlier one come first? */
    size_t *before;        /* how many have to be painted first, still; SIZE_MAX: painted */
    size_t count;
};

static size_t next_of(const struct queue *queue, const struct batch *last)
{
    size_t best = queue->count;
    int least = 0;
    for (size_t i = 0; i < queue->count; i++) {
        int change = queue->before[i] == 0 ? change_between(last, &queue->waiting[i]) : -1;
        if (change >= 0 && (best == queue->count || change < least)) {
            best = i;
            least = change;
        }
    }
    return best;
}

static void take_out(struct queue *queue, size_t taken)
{
    queue->before[taken] = SIZE_MAX;
    for (size_t i = taken + 1; i < queue->count; i++) {
        queue->before[i] -= queue->fixed[i * queue->count + taken];
    }
}

static struct queue queue_of(kin_arena *arena, struct batch *items, size_t count)
{
    struct queue queue = {.waiting = items,
                          .fixed = KIN_NEW_N(arena, bool, count *count),
                          .before = KIN_NEW_N(arena, size_t, count),
                          .count = count};
    for (size_t i = 0; i < count; i++) {
        for (size_t before = 0; before < i; before++) {
            queue.fixed[i * count + before] = !commute(&items[before], &items[i]);
            queue.before[i] += queue.fixed[i * count + before];
        }
    }
    return queue;
}

/* ---- What has become one ----------------------------------------------------------------------------------------- */

static bool is_joined(kin_arena *arena, struct batch *batch, const struct batch *next)
{
    if (!kin_inks_same(batch->model, next->model) || (kin_is_fill(next->model) && inks_meet(batch, next))) {
        return false;
    }
    for (size_t i = 0; i < next->count; i++) {
        KIN_PUSH(arena, batch->parts, batch->count, batch->room) = next->parts[i];
    }
    kin_area_join(&batch->ink, &next->ink);
    return true;
}

/* What was apart for the sake of something between may stand together now. */
static void batches_join(struct batches *batches)
{
    size_t count = batches->count ? 1 : 0;
    for (size_t i = 1; i < batches->count; i++) {
        if (!is_joined(batches->arena, &batches->items[count - 1], &batches->items[i])) {
            batches->items[count++] = batches->items[i];
        }
    }
    batches->count = count;
}

void kin_batches_sort(struct batches *batches)
{
    size_t count = batches->count;
    if (count < 3 || count > MOST_BATCHES) {
        return;
    }
    struct batch *sorted = KIN_NEW_N(batches->arena, struct batch, count), *last = NULL;
    struct queue queue = queue_of(batches->arena, batches->items, count);
    for (size_t n = 0; n < count; n++) {
        size_t next = next_of(&queue, last);
        sorted[n] = batches->items[next];
        last = &sorted[n];
        take_out(&queue, next);
    }
    batches->items = sorted;
    batches->room = count;
    batches_join(batches);
}
