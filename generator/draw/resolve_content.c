#include "draw/resolve_content.h"

#include "base/limits.h"

#include <string.h>

/* ---- Limits ------------------------------------------------------------------------------------------------- */

static size_t pieces_of(const struct kin_maths *maths)
{
    size_t pieces = maths ? 1 : 0;
    for (size_t i = 0; maths && i < maths->count; i++) {
        pieces += pieces_of(maths->kids[i]);
    }
    return pieces;
}

static void count_node(struct kin_content *content, const struct kin_node *node)
{
    content->nodes += 1 + pieces_of(node->maths);
    content->bytes += node->text ? strlen(node->text) : 0;
}

/* Count what was added to `nodes` since it held `before`. */
static bool count_added(struct kin_content *content, const struct kin_nodes *nodes, size_t before,
                        const struct kin_block *block)
{
    struct kin_frame *frame = content->walk.frame;
    for (size_t i = before; i < nodes->count; i++) {
        count_node(content, nodes->items[i]);
    }
    if (content->nodes > KIN_LIMIT_NODES) {
        return kin_resolve_fault(frame, KIN_E427, block->span, NULL);
    }
    return content->bytes <= KIN_LIMIT_TEXT_BYTES || kin_resolve_fault(frame, KIN_E428, block->span, NULL);
}

/* ---- Blocks alone --------------------------------------------------------------------------------------------- */

static kin_arena *arena_of(const struct kin_content *content)
{
    return content->walk.frame->arena;
}

static struct kin_node *copy_of(struct kin_content *content, const struct kin_block *block)
{
    struct kin_node *node = KIN_NEW(arena_of(content), struct kin_node);
    *node = block->node;
    node->kids = (struct kin_nodes){0};
    return node;
}

static bool add_formula(struct kin_content *content, const struct kin_block *block)
{
    const struct kin_maths *maths = kin_formula_resolve(block->formula, content->walk.frame);
    if (!maths) {
        return false;
    }
    struct kin_node *node = copy_of(content, block);
    node->kind = KIN_NODE_MATHS;
    node->maths = maths;
    kin_nodes_add(arena_of(content), content->out, node);
    return true;
}

/* The nodes of the kids, as they come. */
static bool gather(struct kin_content *content, const struct kin_blocks *blocks, struct kin_nodes *nodes)
{
    struct kin_nodes *outer = content->out;
    content->out = nodes;
    bool all = kin_walk_blocks(&content->walk, blocks);
    content->out = outer;
    return all;
}

static const struct kin_maths *rows_under_one_another(kin_arena *arena, const struct kin_nodes *rows,
                                                      enum kin_arrangement arrangement)
{
    const struct kin_maths **maths = KIN_NEW_N(arena, const struct kin_maths *, rows->count);
    size_t count = 0;
    for (size_t i = 0; i < rows->count; i++) {
        if (rows->items[i]->maths) {
            maths[count++] = rows->items[i]->maths;
        }
    }
    return count ? kin_maths_arrange(arena, arrangement, maths, count) : NULL;
}

static bool add_arrangement(struct kin_content *content, const struct kin_block *block)
{
    struct kin_nodes rows = {0};
    if (!gather(content, &block->kids, &rows)) {
        return false;
    }
    const struct kin_maths *maths =
        rows_under_one_another(arena_of(content), &rows, block->kind == KIN_BLOCK_CHAIN ? KIN_CHAIN : KIN_SYSTEM);
    if (maths) {
        struct kin_node *node = kin_node_maths(arena_of(content), maths);
        node->display = true;
        kin_nodes_add(arena_of(content), content->out, node);
    }
    return true;
}

/* ---- Flows ------------------------------------------------------------------------------------------------------ */

static void add_paragraph(kin_arena *arena, struct kin_node *const *items, size_t count, struct kin_nodes *flow)
{
    struct kin_node *paragraph = kin_node_new(arena, KIN_NODE_PARAGRAPH);
    kin_nodes_tidy(arena, items, count, &paragraph->kids);
    if (paragraph->kids.count) {
        kin_nodes_add(arena, flow, paragraph);
    }
}

static bool only_formulas(struct kin_node *const *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i]->kind != KIN_NODE_MATHS && !kin_node_blank(items[i])) {
            return false;
        }
    }
    return true;
}

enum layout { RUNNING, LINES };

static void add_runs(kin_arena *arena, struct kin_node *const *items, size_t count, enum layout layout,
                     struct kin_nodes *flow)
{
    if (layout == LINES && only_formulas(items, count)) {
        for (size_t i = 0; i < count; i++) {
            add_paragraph(arena, items + i, 1, flow);
        }
    } else {
        add_paragraph(arena, items, count, flow);
    }
}

/* Paragraphs around the runs that stand between nodes with a line of their own. */
static void lay_out(kin_arena *arena, const struct kin_nodes *nodes, enum layout layout, struct kin_nodes *flow)
{
    size_t start = 0;
    for (size_t i = 0; i <= nodes->count; i++) {
        if (i < nodes->count && kin_node_inline(nodes->items[i])) {
            continue;
        }
        if (i > start) {
            add_runs(arena, nodes->items + start, i - start, layout, flow);
        }
        if (i < nodes->count) {
            kin_nodes_add(arena, flow, nodes->items[i]);
        }
        start = i + 1;
    }
}

/* ---- Nodes with kids -----------------------------------------------------------------------------------------------
 */

static void keep_structure(kin_arena *arena, const struct kin_nodes *kids, struct kin_nodes *structure)
{
    for (size_t i = 0; i < kids->count; i++) {
        if (!kin_node_blank(kids->items[i])) {
            kin_nodes_add(arena, structure, kids->items[i]);
        }
    }
}

static bool all_inline(const struct kin_nodes *nodes)
{
    for (size_t i = 0; i < nodes->count; i++) {
        if (!kin_node_inline(nodes->items[i])) {
            return false;
        }
    }
    return true;
}

static void add_caption(struct kin_content *content, struct kin_node *caption, const struct kin_nodes *kids)
{
    for (size_t i = 0; i < kids->count; i++) {
        kids->items[i]->display = false;
    }
    kin_nodes_tidy(arena_of(content), kids->items, kids->count, &caption->kids);
    kin_nodes_add(arena_of(content), content->out, caption);
}

/* Whose work it is stands above the work: its lines are counted, and a heading is none of them. */
static struct kin_nodes without_heading(struct kin_content *content, const struct kin_nodes *kids)
{
    struct kin_nodes lines = {0};
    for (size_t i = 0; i < kids->count; i++) {
        struct kin_node *kid = kids->items[i];
        bool heading = kid->kind == KIN_NODE_CAPTION;
        if (heading) {
            kid->kind = KIN_NODE_PARAGRAPH;
        }
        kin_nodes_add(arena_of(content), heading ? content->out : &lines, kid);
    }
    return lines;
}

static void add_work(struct kin_content *content, struct kin_node *work, const struct kin_nodes *kids)
{
    struct kin_nodes lines = without_heading(content, kids);
    lay_out(arena_of(content), &lines, LINES, &work->kids);
    kin_nodes_add(arena_of(content), content->out, work);
}

static void add_container(struct kin_content *content, struct kin_node *node, const struct kin_nodes *kids)
{
    kin_arena *arena = arena_of(content);
    switch (node->kind) {
    case KIN_NODE_PARAGRAPH: /* a display formula in it ends one paragraph and begins another */
        lay_out(arena, kids, RUNNING, content->out);
        return;
    case KIN_NODE_CAPTION:
        add_caption(content, node, kids);
        return;
    case KIN_NODE_ITEM:
    case KIN_NODE_CELL:
    case KIN_NODE_STIMULUS:
    case KIN_NODE_NOTE:
        lay_out(arena, kids, RUNNING, &node->kids);
        break;
    case KIN_NODE_WORK:
        add_work(content, node, kids);
        return;
    default:
        keep_structure(arena, kids, &node->kids);
    }
    kin_nodes_add(arena, content->out, node);
}

static bool add_node(struct kin_content *content, const struct kin_block *block)
{
    struct kin_nodes kids = {0};
    if (!gather(content, &block->kids, &kids)) {
        return false;
    }
    add_container(content, copy_of(content, block), &kids);
    return true;
}

static bool add_block(struct kin_content *content, const struct kin_block *block)
{
    switch (block->kind) {
    case KIN_BLOCK_PHRASE:
        return kin_phrase_resolve(block->phrase, content->walk.frame, block->emphasis, content->out);
    case KIN_BLOCK_FORMULA:
        return add_formula(content, block);
    case KIN_BLOCK_CHAIN:
    case KIN_BLOCK_SYSTEM:
        return add_arrangement(content, block);
    case KIN_BLOCK_FIGURE:
        return kin_content_figure(content, block);
    case KIN_BLOCK_PART:
        return kin_content_part(content, block);
    case KIN_BLOCK_LABEL:
        return kin_content_label(content, block);
    case KIN_BLOCK_BLANK:
        return !content->blank || content->blank(content, block);
    default:
        return add_node(content, block);
    }
}

bool kin_content_visit(struct kin_walk *walk, const struct kin_block *block)
{
    struct kin_content *content = (struct kin_content *)walk;
    size_t before = content->out->count;
    return add_block(content, block) && count_added(content, content->out, before, block);
}

static bool begin(struct kin_content *content, const struct kin_blocks *blocks, struct kin_nodes *nodes)
{
    content->walk.visit = kin_content_visit;
    return gather(content, blocks, nodes);
}

static bool resolve_flow(struct kin_content *content, const struct kin_blocks *blocks, enum layout layout,
                         struct kin_nodes *nodes)
{
    struct kin_nodes gathered = {0};
    if (!begin(content, blocks, &gathered)) {
        return false;
    }
    lay_out(arena_of(content), &gathered, layout, nodes);
    return true;
}

bool kin_content_flow(struct kin_content *content, const struct kin_blocks *blocks, struct kin_nodes *nodes)
{
    return resolve_flow(content, blocks, RUNNING, nodes);
}

bool kin_content_lines(struct kin_content *content, const struct kin_blocks *blocks, struct kin_nodes *nodes)
{
    return resolve_flow(content, blocks, LINES, nodes);
}

bool kin_content_line(struct kin_content *content, const struct kin_blocks *blocks, struct kin_nodes *nodes)
{
    struct kin_nodes gathered = {0}, flow = {0};
    if (!begin(content, blocks, &gathered)) {
        return false;
    }
    if (all_inline(&gathered)) {
        kin_nodes_tidy(arena_of(content), gathered.items, gathered.count, nodes);
        return true;
    }
    lay_out(arena_of(content), &gathered, RUNNING, &flow);
    bool one = flow.count == 1 && flow.items[0]->kind == KIN_NODE_PARAGRAPH;
    *nodes = one ? flow.items[0]->kids : flow;
    return true;
}

bool kin_content_text(struct kin_content *content, const struct kin_blocks *blocks, const char **text)
{
    struct kin_nodes nodes = {0};
    *text = NULL;
    if (!kin_content_line(content, blocks, &nodes)) {
        return false;
    }
    if (nodes.count) {
        *text = kin_nodes_text(arena_of(content), &nodes);
    }
    return true;
}
