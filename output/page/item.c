#include "page/item.h"

#include "page/key.h"
#include "page/response.h"

static const double item_indent = 24, part_indent = 23, points_column = 56, below_stem = 8, between_parts = 12,
                    below_prompt = 5;

/* An item while it is put together. `number` is NULL once it stands on the page. */
struct builder {
    const struct kin_layout *layout;
    struct kin_pile pile;
    const char *number, *id; /* number: NULL once it stands there */
    const int *columns;
    size_t response; /* index of the next in document order */
};

/* An item of a group has a number where a part has a letter. */
static bool is_numbered(const struct kin_part *part)
{
    return part->label && part->label[0] >= '0' && part->label[0] <= '9';
}

static double part_x(const struct kin_part *part)
{
    return item_indent + (part->label && !is_numbered(part) ? part_indent : 0);
}

/* Points stand behind the text where beside it there is no room. */
static bool is_narrow(const struct kin_layout *layout)
{
    const double least = 330;
    return layout->column < least;
}

static double part_width(const struct kin_layout *layout, const struct kin_part *part)
{
    return layout->column - (is_narrow(layout) ? 0 : points_column) - part_x(part);
}

/* ---- Prompts: number, label, text, points ----------------------------------------------------------------------- */

/* Where number, label and points can stand: level with the first line of a text, or the last. */
struct lines {
    double first, last; /* baselines; 0: there is no text */
    double end;         /* of the last one, from the text's left edge */
};

/* Flows one below the other. */
static struct lines put_flows(const struct kin_layout *layout, struct kin_slab *slab,
                              const struct kin_nodes *const *flows, size_t count, double x, double width)
{
    struct lines lines = {0};
    for (size_t i = 0; i < count; i++) {
        struct kin_box *box = kin_flow_box(layout, flows[i], KIN_STYLE_BODY, width);
        if (!box) {
            continue;
        }
        if (lines.first == 0) {
            lines.first = box->ascent;
        } else {
            slab->height += below_prompt;
        }
        lines.last = slab->height + box->ascent + box->last;
        lines.end = box->end;
        slab->height += kin_box_put(&slab->ops, box, x, slab->height);
    }
    return lines;
}

/* Does it only hold a flow, or several beside one another? */
static bool holds_blocks(const struct kin_node *node)
{
    return node->kind == KIN_NODE_STIMULUS || node->kind == KIN_NODE_BESIDE || node->kind == KIN_NODE_ITEM;
}

/* Blocks on their way into slabs of their own. */
struct blocks {
    struct builder *builder;
    double x, width;
    double gap;         /* above the next one */
    struct lines lines; /* of those that are there */
};

/* A slab a block, and where a block of several is still taller than a page, one a block of it. */
static void put_blocks(struct blocks *blocks, const struct kin_nodes *flow, int depth)
{
    enum { DEPTH_MOST = 8 };
    struct kin_pile *pile = &blocks->builder->pile;
    const struct kin_layout *layout = blocks->builder->layout;
    for (size_t i = 0; i < flow->count; i++) {
        const struct kin_nodes block = {.items = flow->items + i, .count = 1}, *one = &block;
        struct kin_slab *slab = kin_pile_add(layout->arena, pile, blocks->gap);
        struct lines lines = put_flows(layout, slab, &one, 1, blocks->x, blocks->width);
        if (depth < DEPTH_MOST && holds_blocks(flow->items[i]) && kin_slab_is_tall(layout, slab)) {
            pile->count--;
            put_blocks(blocks, &flow->items[i]->kids, depth + 1);
            continue;
        }
        blocks->lines =
            (struct lines){blocks->lines.first == 0 ? lines.first : blocks->lines.first, lines.last, lines.end};
        blocks->gap = below_prompt;
    }
}

/* One slab, or, where a prompt is taller than a page, one a block; the index of the first one, and the baselines in it.
 */
static size_t put_prompt(struct builder *builder, const struct kin_nodes *const *flows, size_t count, double x,
                         double width, double gap, struct lines *lines)
{
    size_t first = builder->pile.count;
    struct kin_slab *slab = kin_pile_add(builder->layout->arena, &builder->pile, gap);
    *lines = put_flows(builder->layout, slab, flows, count, x, width);
    if (kin_slab_is_tall(builder->layout, slab)) {
        builder->pile.count = first;
        struct blocks blocks = {.builder = builder, .x = x, .width = width, .gap = gap};
        for (size_t i = 0; i < count; i++) {
            put_blocks(&blocks, flows[i], 0);
        }
        *lines = blocks.lines;
    }
    return first;
}

/* A prompt without text still has a line for its number or label. */
static double line_for_label(struct kin_slab *slab, double baseline)
{
    const double ascent = 11, height = 15;
    slab->height = slab->height < height ? height : slab->height;
    return baseline > 0 ? baseline : ascent;
}

static void put_number(struct builder *builder, struct kin_ops *ops, double baseline)
{
    if (builder->number) {
        const char *text = kin_format(builder->layout->arena, "%s.", builder->number);
        kin_words_put(builder->layout, ops, text, KIN_STYLE_NUMBER, 0, baseline);
        builder->number = NULL;
    }
}

/* "Use this for questions 3 to 5." above what they share. */
static struct kin_nodes lead_of(const struct kin_layout *layout, const struct kin_item *item)
{
    const char *first = item->parts[0].label, *last = item->parts[item->part_count - 1].label;
    const char *pattern = item->part_count > 1 ? layout->words->group_lead : layout->words->group_lead_one;
    return kin_flow_of_text(layout->arena, kin_format(layout->arena, pattern, first, last), KIN_BOLD);
}

static void add_item_stem(struct builder *builder, const struct kin_item *item)
{
    const struct kin_layout *layout = builder->layout;
    bool group = is_numbered(&item->parts[0]);
    struct kin_nodes lead = group ? lead_of(layout, item) : (struct kin_nodes){0};
    const struct kin_nodes *flows[] = {&lead, &item->stem};
    double x = group ? 0 : item_indent;
    struct lines lines;
    size_t first = put_prompt(builder, flows, 2, x, layout->column - x, 0, &lines);
    struct kin_slab *slab = &builder->pile.slabs[first];
    struct kin_ops text = slab->ops;
    slab->ops = kin_ops_in(layout->arena);
    builder->number = group ? NULL : builder->number;
    put_number(builder, &slab->ops, line_for_label(slab, lines.first));
    kin_ops_join(&slab->ops, &text);
}

/* Is a calculator allowed in some parts only? Then each of them says what holds for it. */
static bool has_both_rules(const struct kin_item *item)
{
    bool both = false;
    for (size_t i = 1; i < item->part_count; i++) {
        both = both || item->parts[i].calculator != item->parts[0].calculator;
    }
    return both;
}

static struct kin_nodes calculator_rule(const struct kin_layout *layout, const struct kin_item *item,
                                        const struct kin_part *part)
{
    const char *rule = part->calculator ? layout->words->calculator : layout->words->no_calculator;
    return has_both_rules(item) ? kin_flow_of_text(layout->arena, rule, KIN_ITALIC) : (struct kin_nodes){0};
}

/* "(2 points)"; NULL where there are none. */
static const char *points_text(const struct kin_layout *layout, const struct kin_part *part)
{
    struct kin_rat points = kin_part_points(layout->arena, part);
    return kin_rat_sign(points) > 0
               ? kin_format(layout->arena, "(%s)", kin_points_text(layout->arena, layout->words, points))
               : NULL;
}

/* A narrow text that ends with a formula in its middle may leave room for the points at the right of it. */
static bool ends_in_formula(const struct kin_layout *layout, const struct kin_nodes *flow)
{
    return is_narrow(layout) && flow->count > 0 && flow->items[flow->count - 1]->kind == KIN_NODE_MATHS;
}

/* The last paragraph, or the end of the flow where there is none. */
static size_t last_paragraph(const struct kin_nodes *flow)
{
    for (size_t i = flow->count; i-- > 0;) {
        if (flow->items[i]->kind == KIN_NODE_PARAGRAPH) {
            return i;
        }
    }
    return flow->count;
}

/* Points at the end of the last paragraph, or in a paragraph of their own. */
static struct kin_nodes with_points(const struct kin_layout *layout, const struct kin_nodes *flow, const char *points)
{
    struct kin_nodes more = {0}, end = {0};
    size_t last = last_paragraph(flow);
    for (size_t i = 0; i < flow->count; i++) {
        struct kin_node *node = flow->items[i];
        struct kin_node *own = i == last ? kin_node_new(layout->arena, KIN_NODE_PARAGRAPH) : node;
        for (size_t k = 0; i == last && k < node->kids.count; k++) {
            kin_nodes_add(layout->arena, &own->kids, node->kids.items[k]);
        }
        kin_nodes_add(layout->arena, i > last ? &end : &more, own);
    }
    kin_flow_join_text(layout->arena, &more, points, KIN_UPRIGHT);
    for (size_t i = 0; i < end.count; i++) {
        kin_nodes_add(layout->arena, &more, end.items[i]);
    }
    return more;
}

/* The texts of a part's prompt. An item without parts keeps its points beside its stem, so its stem is part of it. */
struct prompt {
    struct kin_nodes stem, rule, own;
    double x, width, gap; /* above it */
};

static struct kin_nodes *prompt_end(struct prompt *prompt)
{
    return prompt->own.count ? &prompt->own : &prompt->stem;
}

static size_t put_texts(struct builder *builder, const struct prompt *prompt, struct lines *lines)
{
    const struct kin_nodes *flows[] = {&prompt->stem, &prompt->rule, &prompt->own};
    return put_prompt(builder, flows, 3, prompt->x, prompt->width, prompt->gap, lines);
}

/* The same where the points stand behind the text, unless they have room beside its last line: then *beside is true. */
static size_t put_narrow(struct builder *builder, struct prompt *prompt, const char *points, struct lines *lines,
                         bool *beside)
{
    struct kin_nodes *end = prompt_end(prompt);
    size_t first = builder->pile.count;
    if (ends_in_formula(builder->layout, end)) {
        put_texts(builder, prompt, lines);
        *beside = lines->end < prompt->width - points_column;
        if (*beside) {
            return first;
        }
    }
    builder->pile.count = first;
    *end = with_points(builder->layout, end, points);
    return put_texts(builder, prompt, lines);
}

static void add_part_prompt(struct builder *builder, const struct kin_item *item, const struct kin_part *part,
                            double gap)
{
    const struct kin_layout *layout = builder->layout;
    struct prompt prompt = {.stem = part->label ? (struct kin_nodes){0} : item->stem,
                            .rule = calculator_rule(layout, item, part),
                            .own = part->stem,
                            .x = part_x(part),
                            .width = part_width(layout, part),
                            .gap = gap};
    const char *points = points_text(layout, part);
    bool beside = false;
    struct lines lines;
    size_t begin = points && is_narrow(layout) ? put_narrow(builder, &prompt, points, &lines, &beside)
                                               : put_texts(builder, &prompt, &lines);
    struct kin_slab *slab = &builder->pile.slabs[begin];
    double baseline = line_for_label(slab, lines.first);
    struct kin_ops text = slab->ops; /* read after the number and label */
    slab->ops = kin_ops_in(layout->arena);
    put_number(builder, &slab->ops, baseline);
    if (is_numbered(part)) {
        const char *number = kin_format(layout->arena, "%s.", part->label);
        kin_words_put(layout, &slab->ops, number, KIN_STYLE_NUMBER, 0, baseline);
    } else if (part->label) {
        const char *label = kin_format(layout->arena, "(%s)", part->label);
        kin_words_put(layout, &slab->ops, label, KIN_STYLE_BODY, item_indent, baseline);
    }
    kin_ops_join(&slab->ops, &text);
    if (beside) {
        struct kin_slab *end = &builder->pile.slabs[builder->pile.count - 1];
        kin_words_put_right(layout, &end->ops, points, KIN_STYLE_POINTS, layout->column, lines.last);
    } else if (points && !is_narrow(layout)) {
        kin_words_put_right(layout, &slab->ops, points, KIN_STYLE_POINTS, layout->column, baseline);
    }
}

/* ---- Parts --------------------------------------------------------------------------------------------------------
 */

static int columns_at(const struct builder *builder, size_t response)
{
    return builder->columns && response < KIN_COLUMNS_KEPT ? builder->columns[response] : 1;
}

static void add_responses(struct builder *builder, const struct kin_part *part)
{
    const struct kin_layout *layout = builder->layout;
    struct kin_part_frame frame = {.layout = layout,
                                   .pile = &builder->pile,
                                   .x = part_x(part),
                                   .width = part_width(layout, part),
                                   .right = layout->column,
                                   .level = part->level,
                                   .number = builder->id,
                                   .part = part};
    for (size_t i = 0; i < part->response_count;) {
        frame.columns = columns_at(builder, builder->response);
        size_t laid = kin_response_lay(&frame, part->responses + i, part->response_count - i);
        builder->response += laid;
        i += laid;
    }
}

struct kin_pile kin_item_pile(const struct kin_layout *layout, const struct kin_item *item, const char *number,
                              const int *columns)
{
    struct builder builder = {.layout = layout, .number = number, .id = number, .columns = columns};
    for (size_t i = 0; i < item->part_count; i++) {
        const struct kin_part *part = &item->parts[i];
        if (i == 0 && part->label && item->stem.count > 0) {
            add_item_stem(&builder, item);
        }
        size_t first = builder.pile.count;
        add_part_prompt(&builder, item, part, i == 0 ? below_stem : between_parts);
        builder.pile.slabs[first].breakable = i > 0;
        builder.pile.slabs[first].asks = true;
        add_responses(&builder, part);
    }
    return builder.pile;
}

void kin_item_columns(const struct kin_layout *layout, const struct kin_item *item, int *columns)
{
    size_t index = 0;
    for (size_t i = 0; i < item->part_count; i++) {
        const struct kin_part *part = &item->parts[i];
        for (size_t j = 0; j < part->response_count && index < KIN_COLUMNS_KEPT; j++, index++) {
            int found = kin_response_columns(layout, &part->responses[j], part_width(layout, part));
            columns[index] = columns[index] == 0 || found < columns[index] ? found : columns[index];
        }
    }
}
