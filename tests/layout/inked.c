#include "inked.h"

#include "type/typesetter.h"

#include <math.h>
#include <string.h>

static const double white = 0.999;

/* What a walk through the operations knows of where it is. */
struct walk {
    kin_arena *arena;
    struct kin_typesetter *type;
    struct inked_page *page;
    int groups, formulas;
};

struct where {
    double x, y;
    int group, item, heading;
    bool figure;
    struct inked_box clip;
};

static struct inked_box empty_box(void)
{
    return (struct inked_box){INFINITY, INFINITY, -INFINITY, -INFINITY};
}

static bool is_empty(const struct inked_box *box)
{
    return box->x1 > box->x2 || box->y1 > box->y2;
}

static void add_point(struct inked_box *box, double x, double y)
{
    box->x1 = fmin(box->x1, x);
    box->y1 = fmin(box->y1, y);
    box->x2 = fmax(box->x2, x);
    box->y2 = fmax(box->y2, y);
}

static void add_box(struct inked_box *box, const struct inked_box *more)
{
    add_point(box, more->x1, more->y1);
    add_point(box, more->x2, more->y2);
}

static struct inked_box common(const struct inked_box *a, const struct inked_box *b)
{
    return (struct inked_box){fmax(a->x1, b->x1), fmax(a->y1, b->y1), fmin(a->x2, b->x2), fmin(a->y2, b->y2)};
}

static struct inked *add_ink(struct walk *walk, const struct where *where, enum inked_kind kind, struct inked_box box,
                             double gray)
{
    struct inked_page *page = walk->page;
    box = common(&box, &where->clip);
    if (gray > white || is_empty(&box)) {
        return NULL;
    }
    if (where->item >= 0) {
        add_box(&page->items[where->item].box, &box);
    }
    struct inked *ink = &KIN_PUSH(walk->arena, page->inks, page->count, page->room);
    *ink = (struct inked){.kind = kind,
                          .box = box,
                          .gray = gray,
                          .x = where->x,
                          .y = where->y,
                          .group = where->group,
                          .item = where->item,
                          .heading = where->heading,
                          .figure = where->figure};
    return ink;
}

/* ---- Operations ------------------------------------------------------------------------------------------------- */

struct inked_box inked_glyph(struct kin_typesetter *type, const struct inked *ink, size_t glyph)
{
    const struct kin_glyph *one = &ink->op->glyphs[glyph];
    const struct glyph_measure *measure = kin_glyph_measure(type, ink->op->face, one->id);
    double x = ink->x + one->x, y = ink->y + one->y, size = ink->op->size_pt;
    return (struct inked_box){x + measure->left * size, y - measure->ascent * size, x + measure->right * size,
                              y + measure->descent * size};
}

/* Runs without a text of their own go on with the formula before. */
static void read_glyphs(struct walk *walk, struct where where, const struct kin_op *op)
{
    struct inked probe = {.op = op, .x = where.x + op->x, .y = where.y + op->y};
    struct inked_box box = empty_box();
    for (size_t i = 0; i < op->glyph_count; i++) {
        struct inked_box one = inked_glyph(walk->type, &probe, i);
        if (one.x2 > one.x1 && one.y2 > one.y1) {
            add_box(&box, &one);
        }
    }
    bool goes_on = op->text && !*op->text;
    walk->formulas += op->one_cluster && !goes_on;
    where.x = probe.x;
    where.y = probe.y;
    struct inked *ink = add_ink(walk, &where, INKED_TEXT, box, op->ink.gray);
    if (ink) {
        ink->op = op;
        ink->formula = op->one_cluster || goes_on ? walk->formulas : 0;
    }
}

static struct inked_box around(double x1, double y1, double x2, double y2, double stroke)
{
    struct inked_box box = empty_box();
    add_point(&box, x1, y1);
    add_point(&box, x2, y2);
    return (struct inked_box){box.x1 - stroke / 2, box.y1 - stroke / 2, box.x2 + stroke / 2, box.y2 + stroke / 2};
}

static bool is_along_axes(const struct kin_op *op)
{
    for (size_t i = 0; i < op->segment_count; i++) {
        const struct kin_segment *segment = &op->segments[i];
        bool straight = segment->verb == KIN_MOVE || segment->verb == KIN_CLOSE;
        if (!straight && (segment->verb == KIN_CURVE ||
                          (segment->x[0] != op->segments[i - 1].x[0] && segment->y[0] != op->segments[i - 1].y[0]))) {
            return false;
        }
    }
    return op->ink.stroke_width > 0 && op->segment_count > 1;
}

static void read_lines(struct walk *walk, const struct where *where, const struct kin_op *op)
{
    double x = 0, y = 0, start_x = 0, start_y = 0;
    for (size_t i = 0; i < op->segment_count; i++) {
        const struct kin_segment *segment = &op->segments[i];
        double to_x = segment->verb == KIN_CLOSE ? start_x : segment->x[0];
        double to_y = segment->verb == KIN_CLOSE ? start_y : segment->y[0];
        if (segment->verb == KIN_MOVE) {
            start_x = to_x;
            start_y = to_y;
        } else {
            add_ink(walk, where, INKED_LINE,
                    around(where->x + x, where->y + y, where->x + to_x, where->y + to_y, op->ink.stroke_width),
                    op->ink.gray);
        }
        x = to_x;
        y = to_y;
    }
}

static void read_shape(struct walk *walk, const struct where *where, const struct kin_op *op)
{
    static const size_t points[] = {1, 1, 3, 0};
    struct inked_box box = empty_box();
    for (size_t i = 0; i < op->segment_count; i++) {
        for (size_t p = 0; p < points[op->segments[i].verb]; p++) {
            add_point(&box, where->x + op->segments[i].x[p], where->y + op->segments[i].y[p]);
        }
    }
    if (!is_empty(&box)) {
        add_ink(walk, where, INKED_SHAPE, around(box.x1, box.y1, box.x2, box.y2, op->ink.stroke_width), op->ink.gray);
    }
}

static void read_rect(struct walk *walk, const struct where *where, const struct kin_op *op)
{
    double x = where->x + op->x, y = where->y + op->y;
    struct inked_box box = {x, y, x + op->width, y + op->height};
    bool picture = op->kind == KIN_OP_PICTURE, thin = fmin(op->width, op->height) <= 3;
    add_ink(walk, where, picture ? INKED_PICTURE : thin ? INKED_LINE : INKED_SHAPE, box, picture ? 0 : op->ink.gray);
}

/* ---- Groups ------------------------------------------------------------------------------------------------------ */

static bool is_named(const struct kin_op *op, const char *role)
{
    return op->kind == KIN_OP_TAG && op->role && strcmp(op->role, role) == 0;
}

/* An item stands where the first group below its tag does. */
static int begin_item(struct walk *walk, const struct where *where, const struct kin_op *op)
{
    struct inked_page *page = walk->page;
    const struct kin_op *place = op->kids;
    KIN_PUSH(walk->arena, page->items, page->item_count, page->item_room) =
        (struct inked_item){where->x + (place ? place->x : 0), where->y + (place ? place->y : 0), empty_box()};
    return (int)page->item_count - 1;
}

static struct where inside(struct walk *walk, struct where where, const struct kin_op *op)
{
    where.group = op->kind == KIN_OP_GROUP ? ++walk->groups : where.group;
    if (op->kind == KIN_OP_GROUP) {
        where.x += op->x;
        where.y += op->y;
    } else if (op->kind == KIN_OP_CLIP) {
        struct inked_box clip = {where.x + op->x, where.y + op->y, where.x + op->x + op->width,
                                 where.y + op->y + op->height};
        where.clip = common(&where.clip, &clip);
    } else if (is_named(op, "Sect") && where.item < 0) {
        where.item = begin_item(walk, &where, op);
    } else if (is_named(op, "H2")) {
        where.heading = ++walk->page->headings;
    } else if (is_named(op, "Figure")) {
        where.figure = true;
    }
    return where;
}

static void read_ops(struct walk *walk, const struct kin_op *op, struct where where);

static void read_op(struct walk *walk, const struct kin_op *op, const struct where *where)
{
    switch (op->kind) {
    case KIN_OP_GLYPHS:
        read_glyphs(walk, *where, op);
        break;
    case KIN_OP_PATH:
        (is_along_axes(op) ? read_lines : read_shape)(walk, where, op);
        break;
    case KIN_OP_RULE:
    case KIN_OP_PICTURE:
        read_rect(walk, where, op);
        break;
    case KIN_OP_GROUP:
    case KIN_OP_CLIP:
    case KIN_OP_TAG:
        read_ops(walk, op->kids, inside(walk, *where, op));
        break;
    }
}

static void read_ops(struct walk *walk, const struct kin_op *op, struct where where)
{
    for (; op; op = op->next) {
        read_op(walk, op, &where);
    }
}

struct inked_page inked_read(kin_arena *arena, struct kin_typesetter *type, const struct kin_scene *scene)
{
    struct inked_page page = {0};
    struct walk walk = {.arena = arena, .type = type, .page = &page};
    struct where where = {.item = -1, .clip = {-INFINITY, -INFINITY, INFINITY, INFINITY}};
    read_ops(&walk, scene->ops.first, where);
    return page;
}
