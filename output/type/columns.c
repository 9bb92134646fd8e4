/* Columns: sharing out a width, and groups set side by side. */
#include "type/flow.h"

static struct extent extents_sum(const struct extent *extents, size_t count)
{
    struct extent sum = {0};
    for (size_t i = 0; i < count; i++) {
        sum.natural += extents[i].natural;
        sum.least += extents[i].least;
    }
    return sum;
}

/* What is still to be shared out. */
struct sharing {
    double left;
    double least; /* sum of what the open columns cannot do without */
    size_t open;
};

/* One round of settling: columns that need no more than an equal share of what is left get all they need, unless the
 * others would then have too little. Returns whether there was one. */
static bool columns_settle(const struct extent *extents, size_t count, struct sharing *sharing, double *widths)
{
    double share = sharing->open ? sharing->left / (double)sharing->open : 0;
    bool settled = false;
    for (size_t i = 0; i < count; i++) {
        double natural = extents[i].natural, others = sharing->least - extents[i].least;
        if (widths[i] < 0 && natural <= share && sharing->left - natural >= others) {
            widths[i] = natural;
            *sharing = (struct sharing){sharing->left - natural, others, sharing->open - 1};
            settled = true;
        }
    }
    return settled;
}

/* The others get what they cannot do without, and the rest by how much more they would like. */
static void columns_rest(const struct extent *extents, size_t count, double left, double *widths)
{
    struct extent sum = {0};
    for (size_t i = 0; i < count; i++) {
        sum.natural += widths[i] < 0 ? extents[i].natural : 0;
        sum.least += widths[i] < 0 ? extents[i].least : 0;
    }
    double spare = sum.natural > sum.least ? (left - sum.least) / (sum.natural - sum.least) : 0;
    for (size_t i = 0; i < count; i++) {
        if (widths[i] < 0) {
            widths[i] = extents[i].least + (extents[i].natural - extents[i].least) * spare;
        }
    }
}

static void columns_squeeze(const struct extent *extents, size_t count, double share, double *widths)
{
    for (size_t i = 0; i < count; i++) {
        widths[i] = extents[i].least * share;
    }
}

void kin_columns_fit(const struct extent *extents, size_t count, double available, double *widths)
{
    enum { ROUNDS = 8 };
    struct extent sum = extents_sum(extents, count);
    if (sum.least > available) {
        columns_squeeze(extents, count, available / sum.least, widths);
        return;
    }
    bool all = sum.natural <= available + KIN_WIDTH_SLACK;
    for (size_t i = 0; i < count; i++) {
        widths[i] = all ? extents[i].natural : -1;
    }
    struct sharing sharing = {.left = available, .least = sum.least, .open = all ? 0 : count};
    for (int round = 0; round < ROUNDS && columns_settle(extents, count, &sharing, widths); round++) {
    }
    columns_rest(extents, count, sharing.left, widths);
}

static double group_gap(const struct flow *flow)
{
    return 2 * flow->style->size_pt;
}

/* An item's flow, or the kid itself as a flow of one. */
static const struct kin_nodes *group_nodes(struct kin_node **kid, struct kin_nodes *alone)
{
    *alone = (struct kin_nodes){.items = kid, .count = 1};
    return (*kid)->kind == KIN_NODE_ITEM ? &(*kid)->kids : alone;
}

static struct extent *group_extents(const struct flow *flow, const struct kin_node *beside, kin_arena *arena)
{
    struct extent *extents = KIN_NEW_N(arena, struct extent, beside->kids.count);
    for (size_t i = 0; i < beside->kids.count; i++) {
        struct kin_nodes alone;
        extents[i] = kin_flow_extent(flow, group_nodes(&beside->kids.items[i], &alone));
    }
    return extents;
}

/* Columns of equal width where every group fits into one, else by need. */
static void group_widths(const struct extent *extents, size_t count, double available, double *widths)
{
    bool even = true;
    for (size_t i = 0; i < count; i++) {
        widths[i] = available / (double)count;
        even = even && extents[i].natural <= widths[i] + KIN_WIDTH_SLACK;
    }
    if (!even) {
        kin_columns_fit(extents, count, available, widths);
    }
}

/* Where a column is too narrow for what no line can break, groups stand one below the other. */
static struct kin_box *groups_stacked(const struct flow *flow, const struct kin_node *beside, double width)
{
    struct stack stack = kin_stack_begin(flow, 2 * kin_flow_gap(flow));
    for (size_t i = 0; i < beside->kids.count; i++) {
        struct kin_nodes alone;
        kin_stack_add(&stack, kin_flow_set(flow, group_nodes(&beside->kids.items[i], &alone), width), 0);
    }
    return stack.box;
}

/* Groups beside one another, their first baselines in line. */
struct kin_box *kin_beside_set(const struct flow *flow, const struct kin_node *beside, double width)
{
    struct flow inner = kin_flow_inner(flow);
    size_t count = beside->kids.count;
    double gaps = count ? (double)(count - 1) * group_gap(flow) : 0, x = 0;
    inner.align = FLOW_LEFT;
    const struct extent *extents = group_extents(&inner, beside, flow->arena);
    if (extents_sum(extents, count).least > width - gaps + KIN_WIDTH_SLACK) {
        return groups_stacked(&inner, beside, width);
    }
    struct kin_box *box = kin_box_empty(flow->arena);
    double *widths = KIN_NEW_N(flow->arena, double, count);
    group_widths(extents, count, kin_larger(width - gaps, 0), widths);
    for (size_t i = 0; i < count; i++) {
        struct kin_nodes alone;
        const struct kin_nodes *nodes = group_nodes(&beside->kids.items[i], &alone);
        struct kin_box *group = kin_flow_set(&inner, nodes, widths[i]);
        kin_box_draw(&box->ops, group, x, 0);
        box->ascent = kin_larger(box->ascent, group->ascent);
        box->descent = kin_larger(box->descent, group->descent);
        box->width = x + widths[i];
        x += widths[i] + group_gap(flow);
    }
    return box;
}

struct extent kin_beside_extent(const struct flow *flow, const struct kin_node *beside)
{
    struct flow inner = kin_flow_inner(flow);
    size_t count = beside->kids.count;
    double gaps = count ? (double)(count - 1) * group_gap(flow) : 0;
    struct kin_mark mark = kin_arena_mark(flow->type->scratch);
    struct extent sum = extents_sum(group_extents(&inner, beside, flow->type->scratch), count);
    kin_arena_rewind(flow->type->scratch, mark);
    return (struct extent){.natural = sum.natural + gaps, .least = sum.least + gaps};
}
