#include "scene/scene.h"

struct kin_ops kin_ops_in(kin_arena *arena)
{
    return (struct kin_ops){.arena = arena};
}

struct kin_scene *kin_scene_new(kin_arena *arena, double width_pt, double height_pt)
{
    struct kin_scene *scene = KIN_NEW(arena, struct kin_scene);
    *scene = (struct kin_scene){.width_pt = width_pt, .height_pt = height_pt, .ops = kin_ops_in(arena)};
    return scene;
}

void kin_document_add(kin_arena *arena, struct kin_document *document, struct kin_scene *page)
{
    KIN_PUSH(arena, document->pages, document->count, document->room) = page;
}

void kin_ops_join(struct kin_ops *ops, const struct kin_ops *part)
{
    if (!part->first) {
        return;
    }
    if (ops->last) {
        ops->last->next = part->first;
    } else {
        ops->first = part->first;
    }
    ops->last = part->last;
}

struct kin_op *kin_op_new(struct kin_ops *ops, enum kin_op_kind kind)
{
    struct kin_op *op = KIN_NEW(ops->arena, struct kin_op);
    op->kind = kind;
    kin_ops_join(ops, &(struct kin_ops){ops->arena, op, op});
    return op;
}

void kin_rule(struct kin_ops *ops, double x, double y, double width, double height, double gray)
{
    struct kin_op *op = kin_op_new(ops, KIN_OP_RULE);
    op->x = x;
    op->y = y;
    op->width = width;
    op->height = height;
    op->ink.gray = gray;
}

static struct kin_op *path_new(struct kin_ops *ops, size_t segments, struct kin_ink ink)
{
    struct kin_op *op = kin_op_new(ops, KIN_OP_PATH);
    op->ink = ink;
    op->segments = KIN_NEW_N(ops->arena, struct kin_segment, segments);
    return op;
}

static void path_point(struct kin_op *path, enum kin_verb verb, double x, double y)
{
    path->segments[path->segment_count++] = (struct kin_segment){.verb = verb, .x = {x}, .y = {y}};
}

void kin_line(struct kin_ops *ops, double x1, double y1, double x2, double y2, struct kin_ink ink)
{
    struct kin_op *path = path_new(ops, 2, ink);
    path_point(path, KIN_MOVE, x1, y1);
    path_point(path, KIN_LINE, x2, y2);
}

void kin_frame_rect(struct kin_ops *ops, double x, double y, double width, double height, struct kin_ink ink)
{
    struct kin_op *path = path_new(ops, 5, ink);
    path_point(path, KIN_MOVE, x, y);
    path_point(path, KIN_LINE, x + width, y);
    path_point(path, KIN_LINE, x + width, y + height);
    path_point(path, KIN_LINE, x, y + height);
    path_point(path, KIN_CLOSE, 0, 0);
}

/* A quarter circle from the last point by way of the corner (cx, cy) to (x, y). */
static void path_corner(struct kin_op *path, double cx, double cy, double x, double y)
{
    static const double pull = KIN_QUARTER;
    const struct kin_segment *before = &path->segments[path->segment_count - 1];
    double from_x = before->verb == KIN_CURVE ? before->x[2] : before->x[0];
    double from_y = before->verb == KIN_CURVE ? before->y[2] : before->y[0];
    path->segments[path->segment_count++] = (struct kin_segment){
        .verb = KIN_CURVE,
        .x = {from_x + (cx - from_x) * pull, x + (cx - x) * pull, x},
        .y = {from_y + (cy - from_y) * pull, y + (cy - y) * pull, y},
    };
}

void kin_frame_rounded(struct kin_ops *ops, double x, double y, double width, double height, double radius,
                       struct kin_ink ink)
{
    double most = (width < height ? width : height) / 2;
    double r = radius < most ? radius : most;
    double right = x + width, bottom = y + height;
    struct kin_op *path = path_new(ops, 9, ink);
    path_point(path, KIN_MOVE, x + r, y);
    path_point(path, KIN_LINE, right - r, y);
    path_corner(path, right, y, right, y + r);
    path_point(path, KIN_LINE, right, bottom - r);
    path_corner(path, right, bottom, right - r, bottom);
    path_point(path, KIN_LINE, x + r, bottom);
    path_corner(path, x, bottom, x, bottom - r);
    path_point(path, KIN_LINE, x, y + r);
    path_corner(path, x, y, x + r, y);
}

void kin_place(struct kin_ops *ops, const struct kin_ops *part, double x, double y)
{
    struct kin_op *group = kin_op_new(ops, KIN_OP_GROUP);
    group->x = x;
    group->y = y;
    group->kids = part->first;
    /* A group with nothing beside it is passed over: every box that is a box in a box would have one of its own. */
    while (group->kids && group->kids->kind == KIN_OP_GROUP && !group->kids->next) {
        group->x += group->kids->x;
        group->y += group->kids->y;
        group->kids = group->kids->kids;
    }
}

void kin_ops_tag(struct kin_ops *ops, const char *role, const char *alternative)
{
    struct kin_op *kids = ops->first;
    if (!kids) {
        return;
    }
    *ops = kin_ops_in(ops->arena);
    struct kin_op *tag = kin_op_new(ops, KIN_OP_TAG);
    tag->role = role;
    tag->alternative = alternative;
    tag->kids = kids;
}
