/* Lists, quoted work and notes: blocks with something in front of them or around them. */
#include "type/flow.h"

/* ---- Marked blocks: list items and lines of work -------------------------------------------------------- */

static struct kin_box *marker_text(const struct flow *flow, kin_arena *arena, const char *text)
{
    struct kin_node node = {.kind = KIN_NODE_TEXT, .text = text};
    struct kin_node *items[] = {&node};
    struct flow plain = *flow;
    plain.arena = arena;
    return kin_paragraph_set(&plain, items, 1, 1e9);
}

static struct kin_box *marker_of(const struct flow *flow, kin_arena *arena, const struct kin_node *list, size_t index)
{
    /* Lists in lists change the sign, as books do. */
    const char *bullet = flow->depth % 4 < 2 ? "•" : "–";
    return marker_text(flow, arena, list->numbered ? kin_format(arena, "%zu.", index + 1) : bullet);
}

/* Room for the widest marker, the last one, and its distance from the text. */
static double hanging_indent(const struct flow *flow, const struct kin_node *list)
{
    struct kin_mark mark = kin_arena_mark(flow->type->measured);
    size_t last = list->kids.count ? list->kids.count - 1 : 0;
    double width = marker_of(flow, flow->type->measured, list, last)->width;
    kin_arena_rewind(flow->type->measured, mark);
    return kin_larger(width + 0.5 * flow->style->size_pt, 1.4 * flow->style->size_pt);
}

/* One kid as a block: an item's flow, or the kid itself. */
static struct kin_box *kid_set(const struct flow *flow, struct kin_node *kid, double width)
{
    struct kin_nodes alone = {.items = &kid, .count = 1};
    return kin_flow_set(flow, kid->kind == KIN_NODE_ITEM ? &kid->kids : &alone, width);
}

static struct extent kid_extent(const struct flow *flow, struct kin_node *kid)
{
    struct kin_nodes alone = {.items = &kid, .count = 1};
    return kin_flow_extent(flow, kid->kind == KIN_NODE_ITEM ? &kid->kids : &alone);
}

/* Markers are right-aligned, so that 9. and 10. end alike. */
static struct kin_box *marked_set(const struct flow *flow, const struct kin_node *list, double width, double gap)
{
    struct flow inner = kin_flow_inner(flow);
    double indent = hanging_indent(flow, list), edge = indent - 0.5 * flow->style->size_pt;
    struct stack stack = kin_stack_begin(flow, gap);
    for (size_t i = 0; i < list->kids.count; i++) {
        struct kin_box *kid = kid_set(&inner, list->kids.items[i], kin_larger(width - indent, flow->style->size_pt));
        struct kin_box *marker = marker_of(flow, flow->arena, list, i), *item = kin_box_empty(flow->arena);
        kin_ops_tag(&marker->ops, "Lbl", NULL);
        kin_ops_tag(&kid->ops, "LBody", NULL);
        kin_box_draw(&item->ops, marker, edge - marker->width, 0);
        kin_box_draw(&item->ops, kid, indent, 0);
        kin_ops_tag(&item->ops, "LI", NULL);
        item->width = indent + kid->width;
        item->ascent = kid->ascent;
        item->descent = kid->descent;
        kin_stack_add(&stack, item, 0);
    }
    kin_ops_tag(&stack.box->ops, "L", NULL);
    return stack.box;
}

static struct extent kids_extent(const struct flow *flow, const struct kin_node *node, double indent)
{
    struct flow inner = kin_flow_inner(flow);
    struct extent all = {0};
    for (size_t i = 0; i < node->kids.count; i++) {
        struct extent kid = kid_extent(&inner, node->kids.items[i]);
        all.natural = kin_larger(all.natural, kid.natural + indent);
        all.least = kin_larger(all.least, kid.least + indent);
    }
    return all;
}

struct kin_box *kin_list_set(const struct flow *flow, const struct kin_node *list, double width)
{
    return marked_set(flow, list, width, kin_flow_gap(flow));
}

struct extent kin_list_extent(const struct flow *flow, const struct kin_node *list)
{
    return kids_extent(flow, list, hanging_indent(flow, list));
}

/* ---- Framed blocks: notes and work ---------------------------------------------------------------------- */

/* Padding between the frame and what is in it. */
static double padding_of(const struct flow *flow)
{
    return 0.75 * flow->style->size_pt;
}

enum corners { CORNERS_SQUARE, CORNERS_ROUND };

static struct kin_box *framed(const struct flow *flow, const struct kin_box *body, enum corners corners)
{
    const double pad = padding_of(flow), width = body->width + 2 * pad;
    const double top = 0.6 * pad + body->ascent, bottom = 0.8 * pad + body->descent;
    struct kin_box *box = kin_box_empty(flow->arena);
    kin_frame_rounded(&box->ops, 0.4, -top, width - 0.8, top + bottom, corners == CORNERS_ROUND ? 5 : 0,
                      (struct kin_ink){.stroke_width = corners == CORNERS_ROUND ? 0.8 : 0.6});
    kin_box_draw(&box->ops, body, pad, 0);
    box->width = width;
    box->ascent = top + 0.4;
    box->descent = bottom + 0.4;
    return box;
}

/* In the middle of the column, as wide as its text needs. */
static struct kin_box *centred(const struct flow *flow, const struct kin_box *body, double width)
{
    struct kin_box *box = kin_box_empty(flow->arena);
    double left = kin_larger(0, (width - body->width) / 2);
    kin_box_draw(&box->ops, body, left, 0);
    box->width = left + body->width;
    box->ascent = body->ascent;
    box->descent = body->descent;
    return box;
}

static double inner_width(const struct flow *flow, double natural, double width)
{
    double most_pt = kin_larger(width - 2 * padding_of(flow), flow->style->size_pt);
    return natural < most_pt ? natural : most_pt;
}

static struct extent extent_padded(const struct flow *flow, struct extent extent)
{
    extent.natural += 2 * padding_of(flow);
    extent.least += 2 * padding_of(flow);
    return extent;
}

struct kin_box *kin_note_set(const struct flow *flow, const struct kin_node *note, double width)
{
    struct flow inner = kin_flow_inner(flow);
    double column = inner_width(flow, kin_flow_extent(&inner, &note->kids).natural, width);
    struct kin_box *body = kin_flow_set(&inner, &note->kids, column);
    return centred(flow, framed(flow, body, CORNERS_ROUND), width);
}

struct extent kin_note_extent(const struct flow *flow, const struct kin_node *note)
{
    struct flow inner = kin_flow_inner(flow);
    return extent_padded(flow, kin_flow_extent(&inner, &note->kids));
}

static struct kin_box *work_lines(const struct flow *flow, const struct kin_node *work, double width)
{
    if (work->numbered) {
        return marked_set(flow, work, width, kin_flow_gap(flow));
    }
    struct flow inner = kin_flow_inner(flow);
    return kin_flow_set(&inner, &work->kids, width);
}

/* Somebody's work, in a frame of its own, its formulas from the left like handwriting. */
struct kin_box *kin_work_set(const struct flow *flow, const struct kin_node *work, double width)
{
    struct flow inner = *flow;
    inner.align = FLOW_LEFT;
    double column = inner_width(flow, kin_work_extent(flow, work).natural - 2 * padding_of(flow), width);
    struct kin_box *body = work_lines(&inner, work, column);
    return centred(flow, framed(flow, body, CORNERS_SQUARE), width);
}

struct extent kin_work_extent(const struct flow *flow, const struct kin_node *work)
{
    return extent_padded(flow, kids_extent(flow, work, work->numbered ? hanging_indent(flow, work) : 0));
}
