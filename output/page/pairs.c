#include "page/pairs.h"

static const double column_gap = 11, indent_below = 10, gap_below = 2.5;

void kin_pairs_add(kin_arena *arena, struct kin_pairs *pairs, struct kin_nodes left, struct kin_nodes right)
{
    KIN_PUSH(arena, pairs->items, pairs->count, pairs->room) = (struct kin_pair){left, right, 0};
}

static bool has_words(const struct kin_nodes *nodes)
{
    for (size_t i = 0; i < nodes->count; i++) {
        if (nodes->items[i]->kind != KIN_NODE_MATHS) {
            return true;
        }
    }
    return false;
}

/* The left style is meant for formulas; text beside the texts on the right is set like them. */
static enum kin_style left_style(const struct kin_pair *pair, const struct kin_pairs_look *look)
{
    return has_words(&pair->left) ? look->right : look->left;
}

double kin_pairs_left(const struct kin_layout *layout, const struct kin_pairs *pairs, enum kin_style style,
                      double width)
{
    const double most = 0.5 * width;
    double widest = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        if (pairs->items[i].right.count > 0) {
            double left = kin_flow_width(layout, &pairs->items[i].left, style) + pairs->items[i].indent;
            widest = left > widest && left <= most ? left : widest;
        }
    }
    return widest + 1;
}

/* ---- Relations under one another -------------------------------------------------------------------------------- */

static const struct kin_maths *row_alone(const struct kin_nodes *flow)
{
    const struct kin_node *node = flow->count == 1 ? flow->items[0] : NULL;
    node = node && node->kind == KIN_NODE_PARAGRAPH && node->kids.count == 1 ? node->kids.items[0] : node;
    const struct kin_maths *maths = node && node->kind == KIN_NODE_MATHS ? node->maths : NULL;
    while (maths && maths->kind == KIN_MATHS_ROW && maths->count == 1) {
        maths = maths->kids[0];
    }
    return maths && maths->kind == KIN_MATHS_ROW ? maths : NULL;
}

/* Width of a formula up to its first relation; below 0 where it has none, or begins with it. */
static double width_before(const struct kin_layout *layout, const struct kin_nodes *flow, enum kin_style style)
{
    const struct kin_maths *row = row_alone(flow);
    size_t at = 0;
    while (row && at < row->count && row->kids[at]->kind != KIN_MATHS_RELATION) {
        at++;
    }
    if (!row || at == 0 || at == row->count) {
        return row && at == 0 ? 0 : -1;
    }
    const struct kin_maths *before =
        kin_maths_new(layout->arena, KIN_MATHS_ROW, NULL, (const struct kin_maths *const *)row->kids, at);
    enum kin_maths_style set = flow->items[0]->display ? KIN_DISPLAY : KIN_INLINE;
    return kin_box_maths(layout->type, layout->arena, before, kin_style(layout, style)->size_pt, set)->width;
}

void kin_pairs_align(const struct kin_layout *layout, struct kin_pairs *pairs, const struct kin_pairs_look *look,
                     double width)
{
    const double most = 0.45 * width;
    double *before = KIN_NEW_N(layout->arena, double, pairs->count + 1), furthest = 0, reach = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        before[i] = width_before(layout, &pairs->items[i].left, left_style(&pairs->items[i], look));
        furthest = before[i] > furthest ? before[i] : furthest;
    }
    for (size_t i = 0; i < pairs->count; i++) {
        double own = kin_flow_width(layout, &pairs->items[i].left, left_style(&pairs->items[i], look));
        double whole = before[i] < 0 ? 0 : own + furthest - before[i];
        reach = whole > reach ? whole : reach;
    }
    for (size_t i = 0; i < pairs->count && reach <= most; i++) {
        pairs->items[i].indent = before[i] < 0 ? 0 : furthest - before[i];
    }
}

/* ---- Columns ---------------------------------------------------------------------------------------------------- */

/* Where the right column begins, from x; 0: its texts go below. */
static double right_column(const struct kin_layout *layout, const struct kin_pairs *pairs,
                           const struct kin_pairs_look *look, double width)
{
    double left = look->left_width > 0 ? look->left_width : kin_pairs_left(layout, pairs, look->left, width);
    double column = left + column_gap;
    return width - column >= look->least_right ? column : 0;
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

static void put_beside(struct kin_slab *slab, const struct kin_box *left, double indent, const struct kin_box *right,
                       double x, double column)
{
    double baseline = larger(left ? left->ascent : 0, right ? right->ascent : 0), below = 0;
    if (left) {
        kin_box_draw(&slab->ops, left, x + indent, baseline);
        below = left->descent;
    }
    if (right) {
        kin_box_draw(&slab->ops, right, x + column, baseline);
        below = larger(below, right->descent);
    }
    slab->height = baseline + below;
}

static void put_below(struct kin_slab *slab, const struct kin_box *left, double indent, const struct kin_box *right,
                      double x)
{
    slab->height = kin_box_put(&slab->ops, left, x + indent, 0);
    slab->height += kin_box_put(&slab->ops, right, x + indent_below, slab->height + 1);
}

/* Display formulas stand in the middle of their column, so a column as narrow as its text sets them flush left. */
static struct kin_box *left_box(const struct kin_layout *layout, const struct kin_nodes *left, enum kin_style style,
                                double most)
{
    double width = kin_flow_width(layout, left, style) + 1;
    return kin_flow_box(layout, left, style, width < most ? width : most);
}

static void lay_row(const struct kin_layout *layout, struct kin_slab *slab, const struct kin_pair *pair,
                    const struct kin_pairs_look *look, double x, double width, double column)
{
    struct kin_box *left = left_box(layout, &pair->left, left_style(pair, look), width);
    bool beside = column > 0 && (!left || left->width + pair->indent <= column);
    double right_width = beside ? width - column : width - indent_below;
    struct kin_box *right = kin_flow_box(layout, &pair->right, look->right, right_width);
    if (beside) {
        put_beside(slab, left, pair->indent, right, x, column);
    } else {
        put_below(slab, left, pair->indent, right, x);
    }
}

void kin_pairs_lay(const struct kin_layout *layout, struct kin_pile *pile, const struct kin_pairs *pairs,
                   const struct kin_pairs_look *look, double x, double width)
{
    double column = right_column(layout, pairs, look, width);
    for (size_t i = 0; i < pairs->count; i++) {
        double gap = look->gap + (column > 0 ? 0 : gap_below);
        struct kin_slab *slab = kin_pile_add(layout->arena, pile, gap);
        slab->breakable = i > 0;
        lay_row(layout, slab, &pairs->items[i], look, x, width, column);
    }
}
