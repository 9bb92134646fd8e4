/* Operations enlarged, for large print. */
#include "scene/scene.h"

static void glyphs_enlarge(kin_arena *arena, struct kin_op *op, double factor)
{
    struct kin_glyph *glyphs = KIN_NEW_N(arena, struct kin_glyph, op->glyph_count);
    for (size_t i = 0; i < op->glyph_count; i++) {
        glyphs[i] = (struct kin_glyph){op->glyphs[i].id, op->glyphs[i].x * factor, op->glyphs[i].y * factor};
    }
    op->glyphs = glyphs;
    op->size_pt *= factor;
}

static void path_enlarge(kin_arena *arena, struct kin_op *op, double factor)
{
    struct kin_segment *segments = KIN_NEW_N(arena, struct kin_segment, op->segment_count);
    for (size_t i = 0; i < op->segment_count; i++) {
        segments[i] = op->segments[i];
        for (int p = 0; p < 3; p++) {
            segments[i].x[p] *= factor;
            segments[i].y[p] *= factor;
        }
    }
    op->segments = segments;
}

static void op_enlarge(kin_arena *arena, struct kin_op *op, double factor)
{
    double *const lengths[] = {&op->x,           &op->y,          &op->width, &op->height, &op->ink.stroke_width,
                               &op->ink.dash[0], &op->ink.dash[1]};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        *lengths[i] *= factor;
    }
    if (op->kind == KIN_OP_GLYPHS) {
        glyphs_enlarge(arena, op, factor);
    } else if (op->kind == KIN_OP_PATH) {
        path_enlarge(arena, op, factor);
    }
}

/* The list of siblings that begins with `op`. */
static struct kin_ops list_enlarge(kin_arena *arena, const struct kin_op *op, double factor, int depth)
{
    struct kin_ops list = kin_ops_in(arena);
    for (; op && depth < KIN_SCENE_DEPTH; op = op->next) {
        struct kin_op *copy = kin_op_new(&list, op->kind);
        *copy = *op;
        copy->next = NULL;
        copy->kids = list_enlarge(arena, op->kids, factor, depth + 1).first;
        op_enlarge(arena, copy, factor);
    }
    return list;
}

struct kin_ops kin_ops_enlarged(kin_arena *arena, const struct kin_ops *ops, double factor)
{
    return list_enlarge(arena, ops->first, factor, 0);
}
