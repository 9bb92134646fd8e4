/* Receipts: what was bought on the left, amounts on the right under one another, a rule above a total. */
#include "type/flow.h"

#include "content/blank.h"

/* In shares of the size: from the text to the amount at least, from the frame to both, above and below a rule, between
 * rows, and below a blank, whose rule should not seem to be that of a sum. */
static const double apart = 2.4, pad = 0.9, around_rule = 0.35, between_rows = 0.12, below_blank = 0.55;
static const double frame = 0.6;

static const struct kin_node *amount_of(const struct kin_node *row)
{
    return row->kids.count > 1 ? row->kids.items[row->kids.count - 1] : NULL;
}

static const struct kin_node *text_of(const struct kin_node *row)
{
    return row->kids.count ? row->kids.items[0] : NULL;
}

/* Natural widths of the two columns. */
struct columns {
    struct extent texts, amounts;
};

static void widen(struct extent *all, struct extent one)
{
    all->natural = kin_larger(all->natural, one.natural);
    all->least = kin_larger(all->least, one.least);
}

static struct columns columns_of(const struct flow *flow, const struct kin_node *receipt)
{
    struct columns columns = {0};
    struct flow inner = kin_flow_inner(flow);
    for (size_t i = 0; i < receipt->kids.count; i++) {
        const struct kin_node *row = receipt->kids.items[i];
        if (row->kind != KIN_NODE_ROW) {
            continue;
        }
        if (text_of(row)) {
            widen(&columns.texts, kin_flow_extent(&inner, &text_of(row)->kids));
        }
        if (amount_of(row)) {
            widen(&columns.amounts, kin_flow_extent(&inner, &amount_of(row)->kids));
        }
    }
    return columns;
}

struct extent kin_receipt_extent(const struct flow *flow, const struct kin_node *receipt)
{
    struct columns columns = columns_of(flow, receipt);
    double between = (apart + 2 * pad) * flow->style->size_pt;
    struct flow inner = kin_flow_inner(flow);
    struct extent all = {columns.texts.natural + columns.amounts.natural + between,
                         columns.texts.least + columns.amounts.natural + between};
    for (size_t i = 0; i < receipt->kids.count; i++) {
        if (receipt->kids.items[i]->kind == KIN_NODE_CAPTION) {
            struct extent caption = kin_flow_extent(&inner, &receipt->kids.items[i]->kids);
            all.natural = kin_larger(all.natural, caption.natural + 2 * pad * flow->style->size_pt);
        }
    }
    return all;
}

/* A receipt while it is set: rows go from `top` down, between 0 and `width`. */
struct setting {
    struct flow flow;
    struct kin_box *box;
    double width, amounts, top;
};

static void put_caption(struct setting *setting, struct kin_node *caption)
{
    struct kin_nodes alone = {.items = &caption, .count = 1};
    struct kin_box *box = kin_flow_set(&setting->flow, &alone, setting->width);
    kin_box_draw(&setting->box->ops, box, kin_larger(0, (setting->width - box->width) / 2), setting->top + box->ascent);
    setting->top += kin_box_height(box) + around_rule * setting->flow.style->size_pt;
}

static void put_rule(struct setting *setting)
{
    double room = around_rule * setting->flow.style->size_pt;
    kin_rule(&setting->box->ops, 0, setting->top + room, setting->width, 0.6, 0.25);
    setting->top += 2 * room + 0.6;
}

static void count_blank(void *data, const char *id)
{
    (void)id;
    ++*(size_t *)data;
}

static double below(const struct kin_node *row)
{
    size_t blanks = 0;
    kin_blanks_visit(&row->kids, count_blank, &blanks);
    return blanks ? below_blank : between_rows;
}

static void put_row(struct setting *setting, const struct kin_node *row)
{
    static const struct kin_nodes nothing;
    const struct kin_node *left = text_of(row), *right = amount_of(row);
    double texts =
        kin_larger(setting->width - setting->amounts - setting->flow.style->size_pt, setting->flow.style->size_pt);
    struct kin_box *text = kin_flow_set(&setting->flow, left ? &left->kids : &nothing, texts);
    struct kin_box *amount = kin_flow_set(&setting->flow, right ? &right->kids : &nothing, setting->width);
    double ascent = kin_larger(text->ascent, amount->ascent), baseline = setting->top + ascent;
    struct kin_ops cells = kin_ops_in(setting->flow.arena);
    kin_ops_tag(&text->ops, "TD", NULL);
    kin_ops_tag(&amount->ops, "TD", NULL);
    kin_box_draw(&cells, text, 0, baseline);
    kin_box_draw(&cells, amount, setting->width - amount->width, baseline);
    kin_ops_tag(&cells, "TR", NULL);
    kin_ops_join(&setting->box->ops, &cells);
    setting->top = baseline + kin_larger(text->descent, amount->descent) + below(row) * setting->flow.style->size_pt;
}

static struct kin_box *rows_set(const struct flow *flow, const struct kin_node *receipt, double width)
{
    struct setting setting = {.flow = kin_flow_inner(flow),
                              .box = kin_box_empty(flow->arena),
                              .width = width,
                              .amounts = columns_of(flow, receipt).amounts.natural};
    setting.flow.align = FLOW_LEFT;
    for (size_t i = 0; i < receipt->kids.count; i++) {
        struct kin_node *kid = receipt->kids.items[i];
        if (kid->kind == KIN_NODE_CAPTION) {
            put_caption(&setting, kid);
        } else if (kid->kind == KIN_NODE_ROW) {
            if (kid->header) {
                put_rule(&setting);
            }
            put_row(&setting, kid);
        }
    }
    kin_ops_tag(&setting.box->ops, "Table", NULL);
    setting.box->width = width;
    setting.box->descent = setting.top;
    return setting.box;
}

struct kin_box *kin_receipt_set(const struct flow *flow, const struct kin_node *receipt, double width)
{
    double edge = pad * flow->style->size_pt, natural = kin_receipt_extent(flow, receipt).natural;
    double wide = natural < width ? natural : width, left = (width - wide) / 2;
    struct kin_box *body = rows_set(flow, receipt, kin_larger(wide - 2 * edge, flow->style->size_pt));
    struct kin_box *box = kin_box_empty(flow->arena);
    double height = body->descent + 1.4 * edge;
    kin_frame_rect(&box->ops, left, 0, wide, height, (struct kin_ink){.stroke_width = frame});
    kin_box_draw(&box->ops, body, left + edge, 0.7 * edge);
    box->width = left + wide;
    box->ascent = frame / 2;
    box->descent = height + frame / 2;
    return box;
}
