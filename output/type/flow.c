/* Flows: blocks under one another. Inline nodes that stand side by side make up a paragraph, inside a paragraph node or
 * not. */
#include "type/flow.h"
#include "type/formula.h"
#include "type/words.h"

/* ---- Boxes ---------------------------------------------------------------------------------------------- */

struct kin_box *kin_box_empty(kin_arena *arena)
{
    struct kin_box *box = KIN_NEW(arena, struct kin_box);
    box->ops = kin_ops_in(arena);
    return box;
}

void kin_box_draw(struct kin_ops *ops, const struct kin_box *box, double x, double y)
{
    if (box->ops.first) {
        kin_place(ops, &box->ops, x, y);
    }
}

struct stack kin_stack_begin(const struct flow *flow, double gap)
{
    return (struct stack){.box = kin_box_empty(flow->arena), .gap = gap};
}

double kin_stack_add(struct stack *stack, const struct kin_box *block, double x)
{
    struct kin_box *box = stack->box;
    double baseline = 0;
    if (stack->begun) {
        baseline = box->descent + stack->gap + block->ascent;
    } else {
        box->ascent = block->ascent;
    }
    stack->begun = true;
    kin_box_draw(&box->ops, block, x, baseline);
    box->width = kin_larger(box->width, x + block->width);
    box->descent = baseline + block->descent;
    return baseline;
}

/* ---- Styles --------------------------------------------------------------------------------------------- */

struct flow kin_flow_inner(const struct flow *flow)
{
    struct flow inner = *flow;
    inner.depth++;
    return inner;
}

double kin_flow_gap(const struct flow *flow)
{
    double lead = (flow->style->leading - KIN_STRUT_ASCENT - KIN_STRUT_DESCENT) * flow->style->size_pt;
    return kin_larger(lead, 0) + flow->style->paragraph_gap;
}

int kin_face_of(const struct kin_text_style *style, enum kin_emphasis emphasis)
{
    bool written = style->hand == KIN_HAND_WRITTEN;
    bool bold = written || style->emphasis == KIN_BOLD || emphasis == KIN_BOLD;
    bool italic = written || style->emphasis == KIN_ITALIC || emphasis == KIN_ITALIC;
    if (bold) {
        return italic ? KIN_FACE_BOLD_ITALIC : KIN_FACE_BOLD;
    }
    return italic ? KIN_FACE_ITALIC : KIN_FACE_REGULAR;
}

/* ---- Display formulas ----------------------------------------------------------------------------------- */

static struct kin_box *display_set(const struct flow *flow, const struct kin_node *node, double width)
{
    struct formula_style style = kin_formula_style(flow->style, KIN_DISPLAY);
    struct kin_box *box = kin_formula_box(flow->type, flow->arena, node->maths, &style);
    if (node->maths && box->width > width + KIN_WIDTH_SLACK) {
        return kin_broken_display(flow, node->maths, width);
    }
    /* A little more white than between paragraphs. */
    const double air = 0.12 * style.size_pt;
    box->ascent = kin_larger(box->ascent, KIN_STRUT_ASCENT * style.size_pt) + air;
    box->descent = kin_larger(box->descent, KIN_STRUT_DESCENT * style.size_pt) + air;
    box->end = box->width;
    if (flow->align == FLOW_LEFT) {
        return box;
    }
    struct kin_box *centred = kin_box_empty(flow->arena);
    double left = (width - box->width) / 2;
    kin_box_draw(&centred->ops, box, left, 0);
    centred->width = centred->end = left + box->width;
    centred->ascent = box->ascent;
    centred->descent = box->descent;
    return centred;
}

static struct extent display_extent(const struct flow *flow, const struct kin_node *node)
{
    struct formula_style style = kin_formula_style(flow->style, KIN_DISPLAY);
    double width = kin_formula_width(flow->type, node->maths, &style);
    return (struct extent){.natural = width, .least = width};
}

/* ---- Kinds of blocks ------------------------------------------------------------------------------------ */

/* Nodes that only hold a flow: a stimulus, and whatever stands outside of what it belongs to. */
static struct kin_box *kids_set(const struct flow *flow, const struct kin_node *node, double width)
{
    struct flow inner = kin_flow_inner(flow);
    return kin_flow_set(&inner, &node->kids, width);
}

static struct extent kids_extent(const struct flow *flow, const struct kin_node *node)
{
    struct flow inner = kin_flow_inner(flow);
    return kin_flow_extent(&inner, &node->kids);
}

static struct kin_box *caption_set(const struct flow *flow, const struct kin_node *node, double width)
{
    struct kin_text_style bold = *flow->style;
    bold.emphasis = KIN_BOLD;
    struct flow inner = kin_flow_inner(flow);
    inner.style = &bold;
    struct kin_box *box = kin_flow_set(&inner, &node->kids, width);
    kin_ops_tag(&box->ops, "Caption", NULL);
    return box;
}

static struct extent caption_extent(const struct flow *flow, const struct kin_node *node)
{
    struct kin_text_style bold = *flow->style;
    bold.emphasis = KIN_BOLD;
    struct flow inner = kin_flow_inner(flow);
    inner.style = &bold;
    return kin_flow_extent(&inner, &node->kids);
}

struct block_kind {
    struct kin_box *(*set)(const struct flow *flow, const struct kin_node *node, double width);
    struct extent (*extent)(const struct flow *flow, const struct kin_node *node);
};

static const struct block_kind block_kinds[KIN_NODE_KIND_COUNT] = {
    [KIN_NODE_PARAGRAPH] = {kids_set, kids_extent},
    [KIN_NODE_MATHS] = {display_set, display_extent},
    [KIN_NODE_LIST] = {kin_list_set, kin_list_extent},
    [KIN_NODE_ITEM] = {kids_set, kids_extent},
    [KIN_NODE_TABLE] = {kin_table_set, kin_table_extent},
    [KIN_NODE_RECEIPT] = {kin_receipt_set, kin_receipt_extent},
    [KIN_NODE_ROW] = {kids_set, kids_extent},
    [KIN_NODE_CELL] = {kids_set, kids_extent},
    [KIN_NODE_CAPTION] = {caption_set, caption_extent},
    [KIN_NODE_FIGURE] = {kin_figure_set, kin_figure_extent},
    [KIN_NODE_STIMULUS] = {kids_set, kids_extent},
    [KIN_NODE_NOTE] = {kin_note_set, kin_note_extent},
    [KIN_NODE_WORK] = {kin_work_set, kin_work_extent},
    [KIN_NODE_BESIDE] = {kin_beside_set, kin_beside_extent},
    [KIN_NODE_LINES] = {kin_lines_set, kin_lines_extent},
    [KIN_NODE_GRID] = {kin_squares_set, kin_squares_extent},
};

static bool is_inline(const struct kin_node *node)
{
    return node->kind == KIN_NODE_TEXT || node->kind == KIN_NODE_BLANK ||
           (node->kind == KIN_NODE_MATHS && !node->display);
}

/* ---- Flows ---------------------------------------------------------------------------------------------- */

static size_t inline_end(const struct kin_nodes *nodes, size_t begin)
{
    size_t end = begin;
    while (end < nodes->count && is_inline(nodes->items[end])) {
        end++;
    }
    return end;
}

struct kin_box *kin_flow_set(const struct flow *flow, const struct kin_nodes *nodes, double width)
{
    struct stack stack = kin_stack_begin(flow, kin_flow_gap(flow));
    for (size_t i = 0, end; i < nodes->count && flow->depth < KIN_FLOW_DEPTH; i = end) {
        struct kin_node *const *items = &nodes->items[i];
        struct kin_box *block;
        end = inline_end(nodes, i);
        if (end > i) {
            block = kin_paragraph_set(flow, items, end - i, width);
            kin_ops_tag(&block->ops, "P", NULL);
        } else {
            block = block_kinds[items[0]->kind].set(flow, items[0], width);
            end = i + 1;
        }
        /* White space between blocks is no paragraph, and an empty block no gap. */
        if (block->ops.first || block->ascent + block->descent > 0) {
            stack.box->last = kin_stack_add(&stack, block, 0) + block->last;
            stack.box->end = block->end;
        }
    }
    return stack.box;
}

struct extent kin_flow_extent(const struct flow *flow, const struct kin_nodes *nodes)
{
    struct extent extent = {0};
    for (size_t i = 0, end; i < nodes->count && flow->depth < KIN_FLOW_DEPTH; i = end) {
        struct kin_node *const *items = &nodes->items[i];
        struct extent block;
        end = inline_end(nodes, i);
        if (end > i) {
            block = kin_paragraph_extent(flow, items, end - i);
        } else {
            block = block_kinds[items[0]->kind].extent(flow, items[0]);
            end = i + 1;
        }
        extent.natural = kin_larger(extent.natural, block.natural);
        extent.least = kin_larger(extent.least, block.least);
    }
    return extent;
}

struct kin_box *kin_box_flow(struct kin_typesetter *type, kin_arena *arena, const struct kin_nodes *nodes,
                             const struct kin_text_style *style, double width_pt)
{
    struct flow flow = {.type = type, .arena = arena, .style = style};
    kin_words_trim(type);
    return kin_flow_set(&flow, nodes, width_pt);
}

double kin_flow_natural_width(struct kin_typesetter *type, kin_arena *arena, const struct kin_nodes *nodes,
                              const struct kin_text_style *style)
{
    struct flow flow = {.type = type, .arena = arena, .style = style};
    kin_words_trim(type);
    return kin_flow_extent(&flow, nodes).natural;
}
