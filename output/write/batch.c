#include "write/batch.h"

#include <math.h>

/* So many batches, from the last one, are tried; a page needs fewer. */
enum { TRIED = 24 };

/* ---- Ink -------------------------------------------------------------------------------------------------------- */

static struct kin_area area_none(void)
{
    return (struct kin_area){INFINITY, INFINITY, -INFINITY, -INFINITY};
}

static void area_cover(struct kin_area *area, double x, double y)
{
    area->left = x < area->left ? x : area->left;
    area->top = y < area->top ? y : area->top;
    area->right = x > area->right ? x : area->right;
    area->bottom = y > area->bottom ? y : area->bottom;
}

void kin_area_join(struct kin_area *area, const struct kin_area *more)
{
    area_cover(area, more->left, more->top);
    area_cover(area, more->right, more->bottom);
}

long kin_fine(double length)
{
    return lround(length * KIN_FINE);
}

bool kin_areas_meet(const struct kin_area *a, const struct kin_area *b)
{
    return a->left <= b->right && b->left <= a->right && a->top <= b->bottom && b->top <= a->bottom;
}

/* A curve lies within its control points. A stroke reaches out by half of its width, or, at a mitred corner, by up to
 * ten times as much: cairo's miter limit. */
static struct kin_area path_ink(const struct kin_op *op)
{
    struct kin_area ink = area_none();
    for (size_t i = 0; i < op->segment_count; i++) {
        const struct kin_segment *s = &op->segments[i];
        int points = s->verb == KIN_CURVE ? 3 : s->verb == KIN_CLOSE ? 0 : 1;
        for (int p = 0; p < points; p++) {
            area_cover(&ink, s->x[p], s->y[p]);
        }
    }
    bool corners = op->segment_count > 2 && !op->ink.round;
    double reach = op->ink.stroke_width / 2 * (corners ? 10 : 1);
    return (struct kin_area){ink.left - reach, ink.top - reach, ink.right + reach, ink.bottom + reach};
}

static struct kin_area ink_of(const struct batches *batches, const struct kin_op *op, double x, double y)
{
    struct kin_area ink;
    if (op->kind == KIN_OP_RULE) {
        ink = (struct kin_area){op->x, op->y, op->x + op->width, op->y + op->height};
    } else {
        ink = op->kind == KIN_OP_PATH ? path_ink(op) : kin_glyphs_ink(batches->type, op);
    }
    return (struct kin_area){ink.left + x, ink.top + y, ink.right + x, ink.bottom + y};
}

/* ---- What goes together ----------------------------------------------------------------------------------------- */

bool kin_is_fill(const struct kin_op *op)
{
    return op->kind == KIN_OP_PATH && op->ink.stroke_width <= 0;
}

bool kin_inks_same(const struct kin_op *a, const struct kin_op *b)
{
    if (a->kind != b->kind || a->ink.gray != b->ink.gray) {
        return false;
    }
    if (a->kind == KIN_OP_GLYPHS) {
        return a->face == b->face && a->size_pt == b->size_pt && !a->text == !b->text;
    }
    return a->kind == KIN_OP_RULE || (a->ink.stroke_width == b->ink.stroke_width && a->ink.dash[0] == b->ink.dash[0] &&
                                      a->ink.dash[1] == b->ink.dash[1] && a->ink.round == b->ink.round);
}

bool kin_batch_meets(const struct batch *batch, const struct kin_area *ink)
{
    bool found = false;
    for (size_t i = 0; !found && i < batch->count && kin_areas_meet(&batch->ink, ink); i++) {
        found = kin_areas_meet(&batch->parts[i].ink, ink);
    }
    return found;
}

/* Areas of one path could cancel each other out where they overlap. */
static bool takes(const struct batch *batch, const struct batch_part *part)
{
    return kin_inks_same(batch->model, part->op) && !(kin_is_fill(part->op) && kin_batch_meets(batch, &part->ink));
}

/* May the part be painted before the batch? Texts stay in the order in which they are read. */
static bool passes(const struct batch *batch, const struct batch_part *part)
{
    if (batch->model->kind == KIN_OP_GLYPHS && part->op->kind == KIN_OP_GLYPHS) {
        return false;
    }
    return batch->model->ink.gray == part->op->ink.gray || !kin_batch_meets(batch, &part->ink);
}

static struct batch *batch_for(struct batches *batches, const struct batch_part *part)
{
    for (size_t i = batches->count, tried = 0; i > 0 && tried < TRIED; i--, tried++) {
        struct batch *batch = &batches->items[i - 1];
        if (takes(batch, part)) {
            return batch;
        }
        if (!passes(batch, part)) {
            return NULL;
        }
    }
    return NULL;
}

void kin_batches_add(struct batches *batches, const struct kin_op *op, double x, double y)
{
    struct batch_part part = {.op = op, .x = x, .y = y, .ink = ink_of(batches, op, x, y)};
    struct batch *batch = batch_for(batches, &part);
    if (!batch) {
        batch = &KIN_PUSH(batches->arena, batches->items, batches->count, batches->room);
        *batch = (struct batch){.model = op, .ink = area_none()};
    }
    KIN_PUSH(batches->arena, batch->parts, batch->count, batch->room) = part;
    kin_area_join(&batch->ink, &part.ink);
}
