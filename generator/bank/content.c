/* Content: elements to blocks. What stands for running text is phrases and formulas; everything else is nodes. */
#include "bank/loader.h"
#include "content/furniture.h"

#include <ctype.h>
#include <string.h>

struct builder {
    struct kin_loader *loader;
    struct kin_scope *scope;
    enum kin_emphasis emphasis;
    enum kin_reveal reveal;
    const struct kin_entry_reader *entries; /* not content is read, but what this one takes; NULL: content */
};

static void build(const struct builder *builder, const struct kin_xml *xml, enum kin_shape shape,
                  struct kin_blocks *blocks);

static struct kin_block *new_block(const struct builder *builder, enum kin_block_kind kind, struct kin_span span,
                                   struct kin_blocks *blocks)
{
    struct kin_block *block = KIN_NEW(builder->loader->arena, struct kin_block);
    block->kind = kind;
    block->span = span;
    block->slot = -1;
    KIN_PUSH(builder->loader->arena, blocks->items, blocks->count, blocks->room) = block;
    return block;
}

static struct kin_block *new_node(const struct builder *builder, enum kin_node_kind kind, const struct kin_xml *xml,
                                  struct kin_blocks *blocks)
{
    struct kin_block *block = new_block(builder, KIN_BLOCK_NODE, xml->span, blocks);
    block->node.kind = kind;
    return block;
}

/* The question must not give its own answer away. */
static void check_reveal(const struct builder *builder, const struct kin_block *block)
{
    if (block->answer && builder->reveal == KIN_HIDES_ANSWER) {
        kin_report(builder->loader->diags, KIN_E353, block->span, NULL);
        kin_report_mend(builder->loader->diags, "show {answer} in <solution> only");
    }
}

/* ---- Text and formulas ------------------------------------------------------------------------------------ */

static void build_text(const struct builder *builder, struct kin_text text, struct kin_blocks *blocks)
{
    struct kin_block *block = new_block(builder, KIN_BLOCK_PHRASE, text.span, blocks);
    block->emphasis = builder->emphasis;
    block->phrase = kin_load_phrase(builder->loader, builder->scope, text);
    for (size_t i = 0; block->phrase && i < builder->loader->answer_count; i++) {
        block->answer = block->answer || kin_phrase_uses(block->phrase, builder->loader->answer_slots[i]);
    }
    check_reveal(builder, block);
}

/* A formula that stands alone in a question is displayed; in a solution the page decides. */
static bool displayed(const struct builder *builder, const struct kin_xml *xml, enum kin_shape shape)
{
    bool alone = shape == KIN_SHAPE_FLOW && builder->reveal == KIN_HIDES_ANSWER;
    return kin_load_is(builder->loader, xml, "display", "block") ||
           (alone && !kin_load_is(builder->loader, xml, "display", "inline"));
}

static void build_formula(const struct builder *builder, const struct kin_xml *xml, enum kin_shape shape,
                          struct kin_blocks *blocks)
{
    struct kin_text text = kin_xml_inner(builder->loader->arena, xml);
    struct kin_block *block = new_block(builder, KIN_BLOCK_FORMULA, text.span, blocks);
    block->node.kind = KIN_NODE_MATHS;
    block->node.display = displayed(builder, xml, shape);
    block->untrue = kin_load_is(builder->loader, xml, "truth", "no");
    block->formula = kin_load_formula(builder->loader, builder->scope, text);
    for (size_t i = 0; block->formula && i < builder->loader->answer_count; i++) {
        block->answer = block->answer || kin_formula_uses(block->formula, builder->loader->answer_slots[i]);
    }
    check_reveal(builder, block);
}

static void build_emphasis(const struct builder *builder, const struct kin_xml *xml, struct kin_blocks *blocks)
{
    struct builder inner = *builder;
    inner.emphasis = xml->element->id == KIN_ELEMENT_EM ? KIN_ITALIC : KIN_BOLD;
    build(&inner, xml, KIN_SHAPE_INLINE, blocks);
}

/* White space at the edges of running text is the file's layout, not the author's text. */
static struct kin_text text_between(const struct builder *builder, const struct kin_xml *xml)
{
    struct kin_text text = kin_xml_text(builder->loader->arena, xml);
    bool edge = xml->parent->element->text != KIN_TEXT_OUTER && xml->parent->element->id != KIN_ELEMENT_EM &&
                xml->parent->element->id != KIN_ELEMENT_STRONG;
    size_t begin = 0, end = text.length;
    if (edge && xml == xml->parent->first) {
        begin = strspn(text.chars, " \t\n");
    }
    while (edge && !xml->next && end > begin && isspace((unsigned char)text.chars[end - 1])) {
        end--;
    }
    return kin_text_cut(builder->loader->arena, &text, begin, end);
}

/* ---- Conditions and repetition ----------------------------------------------------------------------------- */

static struct kin_block *build_if(const struct builder *builder, const struct kin_xml *xml, enum kin_shape shape,
                                  struct kin_blocks *blocks)
{
    struct kin_block *block = new_block(builder, KIN_BLOCK_IF, xml->tag, blocks);
    block->test = kin_load_attribute(builder->loader, builder->scope, xml, "test", kin_type_truth);
    build(builder, xml, shape, &block->kids);
    return block;
}

static void build_condition(const struct builder *builder, const struct kin_xml *xml, enum kin_shape shape,
                            struct kin_blocks *blocks)
{
    struct kin_block *block = build_if(builder, xml, shape, blocks);
    if (kin_xml_else(xml)) {
        build(builder, kin_xml_else(xml), shape, &block->otherwise);
    }
}

static void build_choose(const struct builder *builder, const struct kin_xml *xml, enum kin_shape shape,
                         struct kin_blocks *blocks)
{
    struct kin_blocks *place = blocks;
    for (const struct kin_xml *kid = kin_xml_first_element(xml); kid; kid = kin_xml_next_element(kid)) {
        if (kid->element->id == KIN_ELEMENT_WHEN) {
            place = &build_if(builder, kid, shape, place)->otherwise;
        } else {
            build(builder, kid, shape, place);
        }
    }
}

/* Entries and blanks read their own expressions in the scopes of the loader, so these must know the name of the round's
 * element. */
static void build_for(const struct builder *builder, const struct kin_xml *xml, enum kin_shape shape,
                      struct kin_blocks *blocks)
{
    struct kin_loader *loader = builder->loader;
    struct kin_block *block = new_block(builder, KIN_BLOCK_FOR, xml->tag, blocks);
    struct builder inner = *builder;
    const char *name = kin_xml_string(loader->arena, xml, "each");
    struct kin_type type = kin_type_any;
    block->list = kin_load_attribute(loader, builder->scope, xml, "in", kin_type_any);
    if (block->list) {
        type = kin_expr_type(block->list);
        if (type.kind != KIN_LIST) {
            kin_report(loader->diags, KIN_E351, kin_expr_span(block->list), kin_type_text(loader->arena, type), NULL);
            kin_report_mend(loader->diags, "write a list or a range: in=\"1..4\"");
        }
    }
    inner.scope = kin_scope_new(loader->arena, builder->scope);
    if (type.kind != KIN_LIST || !type.element) {
        kin_mark_broken(loader, name);
    } else if ((block->slot = kin_scope_add(inner.scope, name, *type.element)) < 0) {
        kin_report(loader->diags, KIN_E304, kin_value_span(xml, "each"), name, NULL);
        kin_report_mend(loader->diags, "choose another name");
    }
    struct kin_scope *keys = loader->keys, *content = loader->content;
    if (keys && block->slot >= 0) {
        loader->keys = kin_scope_new(loader->arena, keys);
        kin_scope_alias(loader->keys, name, block->slot, *type.element);
    }
    loader->content = builder->entries ? inner.scope : content;
    build(&inner, xml, shape, &block->kids);
    loader->keys = keys;
    loader->content = content;
}

/* ---- Nodes ------------------------------------------------------------------------------------------------------ */

static void build_blank(const struct builder *builder, const struct kin_xml *xml, struct kin_blocks *blocks)
{
    const struct kin_response_template *blank = kin_load_blank(builder->loader, xml, builder->scope);
    if (blank) {
        struct kin_block *block = new_block(builder, KIN_BLOCK_BLANK, xml->span, blocks);
        block->blank = blank;
        block->node.kind = KIN_NODE_BLANK;
    }
}

static void build_chain(const struct builder *builder, const struct kin_xml *xml, struct kin_blocks *blocks)
{
    bool chain = xml->element->id == KIN_ELEMENT_CHAIN;
    struct kin_block *block = new_block(builder, chain ? KIN_BLOCK_CHAIN : KIN_BLOCK_SYSTEM, xml->tag, blocks);
    block->node.kind = KIN_NODE_MATHS;
    block->node.display = true;
    build(builder, xml, KIN_SHAPE_FLOW, &block->kids);
    if (!kin_xml_first_element(xml)) {
        kin_report(builder->loader->diags, KIN_E148, xml->span, xml->name, NULL);
        kin_report_mend(builder->loader->diags, "add a <row> for each line");
    }
    block->answer = kin_blocks_answer(&block->kids);
}

/* Whose work it is stands above it. */
static void build_work_heading(const struct builder *builder, const struct kin_xml *xml, struct kin_blocks *blocks)
{
    struct kin_loader *loader = builder->loader;
    const char *by = kin_xml_string(loader->arena, xml, "by");
    const struct kin_declared *person = by ? kin_declared_named(loader, by, strlen(by)) : NULL;
    if (!by) {
        return;
    }
    if (!person || person->kind != KIN_NAME_PERSON) {
        kin_report(loader->diags, KIN_E352, kin_value_span(xml, "by"), by, NULL);
        kin_report_mend(loader->diags, "add <person name=\"%s\"/> to the parameters", by);
        return;
    }
    struct builder inner = *builder;
    inner.emphasis = KIN_BOLD;
    struct kin_block *heading = new_node(builder, KIN_NODE_CAPTION, xml, blocks);
    const struct kin_furniture *words = kin_furniture_of(loader->template->language->tag);
    const char *whose = kin_format(loader->arena, "{%s}", by);
    build_text(&inner, kin_text_plain(kin_format(loader->arena, words->work_of, whose)), &heading->kids);
}

static void build_figure(const struct builder *builder, const struct kin_xml *xml, struct kin_blocks *blocks)
{
    struct kin_block block = {.kind = KIN_BLOCK_FIGURE, .span = xml->span, .slot = -1};
    block.node.kind = KIN_NODE_FIGURE;
    if (kin_load_figure(builder->loader, builder->scope, xml, &block)) {
        *new_block(builder, KIN_BLOCK_FIGURE, xml->span, blocks) = block;
    }
}

static void build_work(const struct builder *builder, const struct kin_xml *xml, struct kin_blocks *blocks)
{
    struct kin_block *block = new_node(builder, KIN_NODE_WORK, xml, blocks);
    block->node.numbered = kin_load_yes(builder->loader, xml, "numbered");
    block->wrong = kin_load_attribute(builder->loader, builder->loader->keys, xml, "wrong", kin_type_number);
    build_work_heading(builder, xml, &block->kids);
    build(builder, xml, KIN_SHAPE_FLOW, &block->kids);
}

/* How each element of content becomes a node. */
static const struct {
    enum kin_element_id element;
    enum kin_node_kind node;
    enum kin_shape inside;
} nodes[] = {
    {KIN_ELEMENT_P, KIN_NODE_PARAGRAPH, KIN_SHAPE_INLINE},
    {KIN_ELEMENT_LIST, KIN_NODE_LIST, KIN_SHAPE_FLOW},
    {KIN_ELEMENT_ITEM, KIN_NODE_ITEM, KIN_SHAPE_MIXED},
    {KIN_ELEMENT_TABLE, KIN_NODE_TABLE, KIN_SHAPE_FLOW},
    {KIN_ELEMENT_TABLE_ROW, KIN_NODE_ROW, KIN_SHAPE_FLOW},
    {KIN_ELEMENT_CELL, KIN_NODE_CELL, KIN_SHAPE_MIXED},
    {KIN_ELEMENT_CAPTION, KIN_NODE_CAPTION, KIN_SHAPE_INLINE},
    {KIN_ELEMENT_NOTE, KIN_NODE_NOTE, KIN_SHAPE_MIXED},
    {KIN_ELEMENT_BESIDE, KIN_NODE_BESIDE, KIN_SHAPE_FLOW},
    {KIN_ELEMENT_LINES, KIN_NODE_LINES, KIN_SHAPE_FLOW},
    {KIN_ELEMENT_RECEIPT, KIN_NODE_RECEIPT, KIN_SHAPE_FLOW},
    {KIN_ELEMENT_GRAPH_PAPER, KIN_NODE_GRID, KIN_SHAPE_FLOW},
    {KIN_ELEMENT_DIRECTION, KIN_NODE_PARAGRAPH, KIN_SHAPE_INLINE},
};

/* Ruled lines, squares from top to bottom, columns of a cell. */
static int node_size(struct kin_loader *loader, const struct kin_xml *xml, enum kin_node_kind kind)
{
    switch (kind) {
    case KIN_NODE_LINES:
        return kin_load_integer(loader, xml, "count", 0);
    case KIN_NODE_GRID:
        return kin_load_integer(loader, xml, "rows", 0);
    case KIN_NODE_CELL:
        return kin_load_integer(loader, xml, "span", 1);
    default:
        return 0;
    }
}

static void build_node(const struct builder *builder, const struct kin_xml *xml, struct kin_blocks *blocks)
{
    for (size_t i = 0; i < sizeof nodes / sizeof *nodes; i++) {
        if (nodes[i].element == xml->element->id) {
            struct kin_block *block = new_node(builder, nodes[i].node, xml, blocks);
            block->node.header =
                kin_load_yes(builder->loader, xml, "header") || kin_load_yes(builder->loader, xml, "total");
            block->node.numbered = kin_load_yes(builder->loader, xml, "numbered");
            block->node.size = node_size(builder->loader, xml, nodes[i].node);
            block->node.rows = nodes[i].node == KIN_NODE_CELL ? kin_load_integer(builder->loader, xml, "rows", 0) : 0;
            build(builder, xml, nodes[i].inside, &block->kids);
            return;
        }
    }
}

/* ---- Elements --------------------------------------------------------------------------------------------------- */

static bool is_branch(const struct kin_xml *xml)
{
    enum kin_element_id id = xml->element->id;
    return id == KIN_ELEMENT_IF || id == KIN_ELEMENT_CHOOSE || id == KIN_ELEMENT_FOR;
}

static void build_entry(const struct builder *builder, const struct kin_xml *xml, struct kin_blocks *blocks)
{
    struct kin_block entry = {.kind = KIN_BLOCK_ENTRY, .span = xml->span, .slot = -1};
    bool branch = xml->parent->element->text == KIN_TEXT_OUTER;
    if (builder->entries->load(builder->loader, xml, builder->entries->home, &entry)) {
        *new_block(builder, KIN_BLOCK_ENTRY, xml->span, blocks) = entry;
    } else if (branch) {
        kin_report(builder->loader->diags, KIN_E393, kin_xml_name_span(xml), xml->name, xml->parent->name, NULL);
        kin_report_mend(builder->loader->diags, "move it out of <%s>", xml->parent->name);
    }
}

static void build_element(const struct builder *builder, const struct kin_xml *xml, enum kin_shape shape,
                          struct kin_blocks *blocks)
{
    if (builder->entries && !is_branch(xml)) {
        build_entry(builder, xml, blocks);
        return;
    }
    switch (xml->element->id) {
    case KIN_ELEMENT_M:
    case KIN_ELEMENT_CHAIN_ROW:
        build_formula(builder, xml, shape, blocks);
        break;
    case KIN_ELEMENT_EM:
    case KIN_ELEMENT_STRONG:
        build_emphasis(builder, xml, blocks);
        break;
    case KIN_ELEMENT_BLANK:
        build_blank(builder, xml, blocks);
        break;
    case KIN_ELEMENT_IF:
        build_condition(builder, xml, shape, blocks);
        break;
    case KIN_ELEMENT_CHOOSE:
        build_choose(builder, xml, shape, blocks);
        break;
    case KIN_ELEMENT_FOR:
        build_for(builder, xml, shape, blocks);
        break;
    case KIN_ELEMENT_CHAIN:
    case KIN_ELEMENT_SYSTEM:
        build_chain(builder, xml, blocks);
        break;
    case KIN_ELEMENT_WORK:
        build_work(builder, xml, blocks);
        break;
    case KIN_ELEMENT_FIGURE:
        build_figure(builder, xml, blocks);
        break;
    default:
        build_node(builder, xml, blocks);
        break;
    }
}

static void build_kid(const struct builder *builder, const struct kin_xml *kid, enum kin_shape shape,
                      struct kin_blocks *blocks)
{
    if (!kid->name) {
        struct kin_text text = text_between(builder, kid);
        bool before_else = kid->next && kid->next->name && kid->next->element->id == KIN_ELEMENT_ELSE;
        if (shape != KIN_SHAPE_FLOW && text.length && !(before_else && kin_xml_blank(kid))) {
            build_text(builder, text, blocks);
        }
    } else if (kid->element->id != KIN_ELEMENT_ELSE) {
        build_element(builder, kid, shape, blocks);
    }
}

/* Running text in a mixed place makes paragraphs; each ends where a block begins. */
static void build_mixed(const struct builder *builder, const struct kin_xml *xml, struct kin_blocks *blocks)
{
    struct kin_block *paragraph = NULL;
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (kid->name && (kid->element->id == KIN_ELEMENT_BECAUSE || kid->element->id == KIN_ELEMENT_ELSE)) {
            continue;
        }
        if (!kin_xml_running(kid)) {
            paragraph = NULL;
            build_kid(builder, kid, KIN_SHAPE_MIXED, blocks);
            continue;
        }
        if (!paragraph && kin_xml_blank(kid)) {
            continue;
        }
        if (!paragraph) {
            paragraph = new_node(builder, KIN_NODE_PARAGRAPH, kid, blocks);
        }
        build_kid(builder, kid, KIN_SHAPE_INLINE, &paragraph->kids);
    }
}

static void build(const struct builder *builder, const struct kin_xml *xml, enum kin_shape shape,
                  struct kin_blocks *blocks)
{
    if (shape == KIN_SHAPE_MIXED) {
        build_mixed(builder, xml, blocks);
        return;
    }
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (!kid->name || kid->element->id != KIN_ELEMENT_WHY) {
            build_kid(builder, kid, shape, blocks);
        }
    }
}

struct kin_blocks kin_load_blocks(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                                  enum kin_shape shape, enum kin_reveal reveal)
{
    struct builder builder = {loader, scope, KIN_UPRIGHT, reveal, NULL};
    struct kin_blocks blocks = {0};
    build(&builder, xml, shape, &blocks);
    return blocks;
}

struct kin_blocks kin_load_attribute_blocks(struct kin_loader *loader, struct kin_scope *scope,
                                            const struct kin_xml *xml, const char *name)
{
    struct builder builder = {loader, scope, KIN_UPRIGHT, KIN_HIDES_ANSWER, NULL};
    struct kin_blocks blocks = {0};
    struct kin_text text = kin_xml_value(loader->arena, xml, name);
    if (text.chars) {
        build_text(&builder, text, &blocks);
    }
    return blocks;
}

struct kin_blocks kin_load_entries(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                                   const struct kin_entry_reader *reader)
{
    struct builder builder = {loader, scope, KIN_UPRIGHT, KIN_SHOWS_ANSWER, reader};
    struct kin_scope *content = loader->content;
    struct kin_blocks entries = {0};
    loader->content = scope;
    build(&builder, xml, KIN_SHAPE_FLOW, &entries);
    loader->content = content;
    return entries;
}

bool kin_entries_branch(const struct kin_blocks *entries)
{
    for (size_t i = 0; i < entries->count; i++) {
        if (entries->items[i]->kind != KIN_BLOCK_ENTRY) {
            return true;
        }
    }
    return false;
}

bool kin_blocks_answer(const struct kin_blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct kin_block *block = blocks->items[i];
        if (block->answer || kin_blocks_answer(&block->kids) || kin_blocks_answer(&block->otherwise)) {
            return true;
        }
    }
    return false;
}
