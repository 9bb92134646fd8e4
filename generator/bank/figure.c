/* Figures: attributes and parts as the tables of their kind ask for them. Ranges are judged when values are there, in
 * draw/. */
#include "bank/language.h"
#include "bank/loader.h"

#include <string.h>

/* ---- Attributes ---------------------------------------------------------------------------------------------------
 */

static bool is_number(struct kin_type type)
{
    return type.kind == KIN_NUMBER || type.kind == KIN_SURD || type.kind == KIN_REAL;
}

static bool is_list(struct kin_type type, bool (*of)(struct kin_type type))
{
    return type.kind == KIN_LIST && (!type.element || of(*type.element));
}

static bool are_numbers(struct kin_type type)
{
    return is_list(type, is_number);
}

static bool are_points(struct kin_type type)
{
    return is_list(type, are_numbers);
}

static bool is_word_or_number(struct kin_type type)
{
    return type.kind == KIN_WORD || is_number(type);
}

static bool are_words(struct kin_type type)
{
    return is_list(type, is_word_or_number);
}

static bool is_word(struct kin_type type)
{
    return type.kind == KIN_WORD;
}

static bool is_truth(struct kin_type type)
{
    return type.kind == KIN_TRUTH;
}

static const struct {
    bool (*fits)(struct kin_type type);
    const char *needs;
} types[KIN_FIGURE_TYPE_COUNT] = {
    [KIN_FIGURE_NUMBER] = {is_number, "a number"},
    [KIN_FIGURE_WHOLE] = {is_number, "a whole number"},
    [KIN_FIGURE_CHOICE] = {is_word, "a word"},
    [KIN_FIGURE_NUMBERS] = {are_numbers, "a list of numbers such as [3, 5, 8]"},
    [KIN_FIGURE_WORDS] = {are_words, "a list of words or numbers"},
    [KIN_FIGURE_POINT] = {are_numbers, "a point such as [2, 3]"},
    [KIN_FIGURE_POINTS] = {are_points, "a list of points such as [[0, 0], [4, 0]]"},
    [KIN_FIGURE_CURVE] = {is_number, "a number"},
    [KIN_FIGURE_REGION] = {is_truth, "a test"},
};

/* One expression of the type that the row needs; NULL after reporting. */
static const struct kin_expr *load_expression(struct kin_loader *loader, struct kin_scope *scope, struct kin_text text,
                                              const struct kin_figure_attribute *row)
{
    const struct kin_expr *expr = kin_load_expr(loader, scope, text, kin_type_any);
    if (expr && !types[row->type].fits(kin_expr_type(expr)) && kin_expr_type(expr).kind != KIN_NOTHING) {
        kin_report(loader->diags, KIN_E6002, kin_expr_span(expr), row->name, types[row->type].needs,
                   kin_type_text(loader->arena, kin_expr_type(expr)), NULL);
        kin_report_mend(loader->diags, "%s: %s", row->name, row->doc);
        return NULL;
    }
    return expr;
}

static bool has_word(const char *words, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = words; *at && length; at += strspn(at, " ")) {
        size_t here = strcspn(at, " ");
        if (here == length && strncmp(at, word, length) == 0) {
            return true;
        }
        at += here;
    }
    return false;
}

static void load_choice(struct kin_loader *loader, struct kin_scope *scope, struct kin_text text,
                        struct kin_figure_value_template *value)
{
    if (text.length > 2 && text.chars[0] == '{' && text.chars[text.length - 1] == '}') {
        value->value =
            load_expression(loader, scope, kin_text_cut(loader->arena, &text, 1, text.length - 1), value->row);
    } else if (has_word(value->row->words, text.chars)) {
        value->word = text.chars;
    } else {
        kin_report(loader->diags, KIN_E6003, text.span, value->row->name, text.chars, NULL);
        kin_report_mend(loader->diags, "write one of: %s", value->row->words);
    }
}

/* Here x and y run along the axes, whatever else has these names. */
static void load_over(struct kin_loader *loader, struct kin_scope *scope, struct kin_text text,
                      struct kin_figure_value_template *value)
{
    struct kin_scope *inner = kin_scope_new(loader->arena, scope);
    value->slot = kin_scope_shadow(inner, "x", kin_type_number);
    if (value->row->type == KIN_FIGURE_REGION) {
        value->y_slot = kin_scope_shadow(inner, "y", kin_type_number);
    }
    value->value = load_expression(loader, inner, text, value->row);
}

static void load_value(struct kin_loader *loader, struct kin_scope *scope, struct kin_text text,
                       struct kin_figure_value_template *value)
{
    switch (value->row->type) {
    case KIN_FIGURE_CHOICE:
        load_choice(loader, scope, text, value);
        break;
    case KIN_FIGURE_CURVE:
    case KIN_FIGURE_REGION:
        load_over(loader, scope, text, value);
        break;
    case KIN_FIGURE_RELATION:
        value->formula = kin_load_formula(loader, scope, text);
        break;
    default:
        value->value = load_expression(loader, scope, text, value->row);
    }
}

/* ---- Texts --------------------------------------------------------------------------------------------------------
 */

static bool is_part(const struct kin_xml *xml)
{
    return xml->element->id == KIN_ELEMENT_FIGURE_PART;
}

/* The child that holds a text instead of the attribute of its name. */
static bool is_text_of(const struct kin_figure_part_kind *kind, const struct kin_xml *xml)
{
    const struct kin_figure_attribute *row = is_part(xml) ? kin_figure_attribute_named(kind, xml->name) : NULL;
    return row && row->type == KIN_FIGURE_TEXT;
}

/* Does it hold parts, be it in conditions? Else what it holds is its label. */
static bool holds_parts(const struct kin_xml *xml)
{
    for (const struct kin_xml *kid = kin_xml_first_element(xml); kid; kid = kin_xml_next_element(kid)) {
        if (is_part(kid) || (kid->element->text == KIN_TEXT_OUTER && holds_parts(kid))) {
            return true;
        }
    }
    return false;
}

static bool holds_anything(const struct kin_xml *xml)
{
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (kid->name || !kin_xml_blank(kid)) {
            return true;
        }
    }
    return false;
}

static bool is_label(const struct kin_figure_attribute *row, const struct kin_xml *xml)
{
    return strcmp(row->name, "label") == 0 && !holds_parts(xml) && holds_anything(xml);
}

/* As an attribute, as a child of its name, or as what stands between the tags. */
static struct kin_blocks load_text(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                                   const struct kin_figure_attribute *row)
{
    const struct kin_xml *kid = kin_xml_kid(xml, row->name);
    if (kid || is_label(row, xml)) {
        return kin_load_blocks(loader, scope, kid ? kid : xml, KIN_SHAPE_INLINE, KIN_SHOWS_ANSWER);
    }
    return kin_load_attribute_blocks(loader, scope, xml, row->name);
}

static void add_text(struct kin_loader *loader, const struct kin_figure_template *figure, struct kin_blocks text,
                     struct kin_block *home)
{
    struct kin_block *label = KIN_NEW(loader->arena, struct kin_block);
    *label = (struct kin_block){.kind = KIN_BLOCK_LABEL, .span = figure->span, .slot = -1, .kids = text};
    label->index = figure->value_count - 1;
    KIN_PUSH(loader->arena, home->kids.items, home->kids.count, home->kids.room) = label;
}

/* ---- Tables -------------------------------------------------------------------------------------------------------
 */

static bool is_said(const struct kin_figure_attribute *row, const struct kin_xml *xml)
{
    bool attribute = kin_xml_attribute(xml, row->name) != NULL;
    return attribute || (row->type == KIN_FIGURE_TEXT && (kin_xml_kid(xml, row->name) || is_label(row, xml)));
}

static void load_row(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                     const struct kin_figure_attribute *row, struct kin_block *home)
{
    struct kin_figure_template *figure = home->part;
    bool said = is_said(row, xml);
    if (!said && !row->otherwise) {
        kin_report(loader->diags, KIN_E135, kin_xml_name_span(xml), xml->name, row->name, NULL);
        kin_report_mend(loader->diags, "add %s=\"...\": %s", row->name, row->doc);
        return;
    }
    if (!said && !*row->otherwise) {
        return;
    }
    struct kin_figure_value_template *value =
        &KIN_PUSH(loader->arena, figure->values, figure->value_count, figure->value_room);
    *value = (struct kin_figure_value_template){.row = row, .span = kin_value_span(xml, row->name), .slot = -1};
    if (row->type == KIN_FIGURE_TEXT) {
        add_text(loader, figure, load_text(loader, scope, xml, row), home);
    } else {
        load_value(loader, scope, said ? kin_xml_value(loader->arena, xml, row->name) : kin_text_plain(row->otherwise),
                   value);
    }
}

/* Names of the element itself: the tables of elements have checked these. */
static bool is_common(const struct kin_xml *xml, const char *name)
{
    return kin_element_attribute_named(xml->element->id, name) != NULL;
}

static const char *rows_text(kin_arena *arena, const struct kin_figure_part_kind *kind)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (const struct kin_figure_attribute *row = kind->attributes; row && row->name; row++) {
        kin_buf_addf(&buf, "%s, ", row->name);
    }
    kin_buf_add(&buf, "layer");
    return buf.data;
}

static void report_unknown(struct kin_loader *loader, const struct kin_xml *xml,
                           const struct kin_figure_part_kind *kind, const struct kin_xml_attribute *attribute)
{
    const char *names[64];
    size_t count = 0;
    for (const struct kin_figure_attribute *row = kind->attributes; row && row->name && count < 64; row++) {
        names[count++] = row->name;
    }
    kin_report(loader->diags, KIN_E134, attribute->name_span, xml->name, attribute->name, NULL);
    kin_report_note(loader->diags, "<%s> takes: %s", xml->name, rows_text(loader->arena, kind));
    kin_report_nearest(loader->diags, kin_nearest(attribute->name, names, count), NULL);
}

static void check_names(struct kin_loader *loader, const struct kin_xml *xml, const struct kin_figure_part_kind *kind)
{
    for (size_t i = 0; i < xml->attribute_count; i++) {
        const char *name = xml->attributes[i].name;
        if (!kin_figure_attribute_named(kind, name) && !is_common(xml, name)) {
            report_unknown(loader, xml, kind, &xml->attributes[i]);
        }
    }
}

static void load_rows(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                      struct kin_block *home)
{
    for (const struct kin_figure_attribute *row = home->part->kind->attributes; row && row->name; row++) {
        load_row(loader, scope, xml, row, home);
    }
    check_names(loader, xml, home->part->kind);
}
/* ---- Parts --------------------------------------------------------------------------------------------------------
 */

static void load_parts(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                       struct kin_block *home);

static const char *parts_text(kin_arena *arena, const struct kin_figure_part_kind *kind)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (const struct kin_figure_part_kind *part = kind->parts; part && part->name; part++) {
        kin_buf_addf(&buf, "%s<%s>", buf.length ? ", " : "", part->name);
    }
    return buf.length ? buf.data : "no parts";
}

static void report_part(struct kin_loader *loader, const struct kin_xml *xml, const struct kin_figure_part_kind *kind)
{
    const char *names[64];
    size_t count = 0;
    for (const struct kin_figure_part_kind *part = kind->parts; part && part->name && count < 64; part++) {
        names[count++] = part->name;
    }
    kin_report(loader->diags, KIN_E6004, kin_xml_name_span(xml), kind->name, xml->name, NULL);
    kin_report_note(loader->diags, "in it may stand: %s", parts_text(loader->arena, kind));
    kin_report_nearest(loader->diags, kin_nearest(xml->name, names, count), NULL);
}

static enum kin_layer layer_of(struct kin_loader *loader, const struct kin_xml *xml)
{
    const char *name = kin_xml_string(loader->arena, xml, "layer");
    int layer = name ? kin_layer_named(name) : -1;
    return layer < 0 ? KIN_LAYER_BOTH : (enum kin_layer)layer;
}

/* `home`: the kind of what it stands in. Texts that a child holds were read with the attributes. */
static bool load_part(struct kin_loader *loader, const struct kin_xml *xml, void *home, struct kin_block *block)
{
    const struct kin_figure_part_kind *outer = home;
    const struct kin_figure_part_kind *kind = is_part(xml) ? kin_figure_part_named(outer, xml->name) : NULL;
    if (!kind) {
        if (is_text_of(outer, xml)) {
            return false;
        }
        report_part(loader, xml, outer);
        *block = (struct kin_block){.kind = KIN_BLOCK_PART, .span = xml->tag, .slot = -1};
        return true; /* so much for it; the template is left out */
    }
    struct kin_figure_template *part = KIN_NEW(loader->arena, struct kin_figure_template);
    *part = (struct kin_figure_template){.span = xml->tag, .kind = kind, .layer = layer_of(loader, xml)};
    *block = (struct kin_block){.kind = KIN_BLOCK_PART, .span = xml->tag, .slot = -1, .part = part};
    load_rows(loader, loader->content, xml, block);
    load_parts(loader, loader->content, xml, block);
    return true;
}

static void load_parts(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                       struct kin_block *home)
{
    const struct kin_figure_part_kind *kind = home->part->kind;
    struct kin_entry_reader reader = {load_part, (void *)(uintptr_t)kind};
    if (holds_parts(xml)) {
        struct kin_blocks parts = kin_load_entries(loader, scope, xml, &reader);
        for (size_t i = 0; i < parts.count; i++) {
            KIN_PUSH(loader->arena, home->kids.items, home->kids.count, home->kids.room) = parts.items[i];
        }
    } else if (holds_anything(xml) && !kin_figure_attribute_named(kind, "label")) {
        kin_report(loader->diags, KIN_E6005, kin_xml_name_span(xml), kind->name, NULL);
        kin_report_mend(loader->diags, "in it may stand: %s", parts_text(loader->arena, kind));
    }
}

/* ---- Marks of a drawing: parts that the key shows, without their texts, which are for who marks
 * ---------------------- */

/* A mark may say what its element takes, but of that only what the kind of figure has. */
static void check_mark(struct kin_loader *loader, const struct kin_xml *xml, const struct kin_figure_kind *figure,
                       const struct kin_figure_part_kind *kind)
{
    for (size_t i = 0; i < xml->attribute_count; i++) {
        const char *name = xml->attributes[i].name;
        bool of_marking = strcmp(name, "points") == 0 || strcmp(name, "tolerance") == 0;
        if (!of_marking && is_common(xml, name) && !kin_figure_attribute_named(kind, name)) {
            kin_report(loader->diags, KIN_E3050, xml->attributes[i].name_span, figure->whole.name, xml->name, name,
                       NULL);
            kin_report_mend(loader->diags, "there it takes: %s", rows_text(loader->arena, kind));
        }
    }
}

const struct kin_block *kin_load_mark(struct kin_loader *loader, const struct kin_xml *xml,
                                      const struct kin_figure_kind *figure)
{
    const struct kin_figure_part_kind *kind = kin_figure_part_named(&figure->whole, xml->name);
    if (!kind) {
        kin_report(loader->diags, KIN_E6006, kin_xml_name_span(xml), figure->whole.name, xml->name, NULL);
        kin_report_mend(loader->diags, "what stands in it can be drawn: %s", parts_text(loader->arena, &figure->whole));
        return NULL;
    }
    check_mark(loader, xml, figure, kind);
    struct kin_figure_template *mark = KIN_NEW(loader->arena, struct kin_figure_template);
    struct kin_block *block = KIN_NEW(loader->arena, struct kin_block);
    *mark = (struct kin_figure_template){.span = xml->tag, .kind = kind, .layer = KIN_LAYER_KEY};
    *block = (struct kin_block){.kind = KIN_BLOCK_PART, .span = xml->tag, .slot = -1, .part = mark};
    for (const struct kin_figure_attribute *row = kind->attributes; row && row->name; row++) {
        if (row->type != KIN_FIGURE_TEXT) {
            load_row(loader, loader->keys, xml, row, block);
        }
    }
    return block;
}

/* The figure of that id below an element; NULL. */
static const struct kin_xml *figure_with(kin_arena *arena, const struct kin_xml *xml, const char *id,
                                         struct kin_tags *ids)
{
    for (const struct kin_xml *kid = kin_xml_first_element(xml); kid; kid = kin_xml_next_element(kid)) {
        bool figure = kid->element && kid->element->id == KIN_ELEMENT_FIGURE;
        const char *own = figure ? kin_xml_string(arena, kid, "id") : NULL;
        if (own && strcmp(own, id) == 0) {
            return kid;
        }
        if (own) {
            KIN_PUSH(arena, ids->items, ids->count, ids->room) = own;
        }
        const struct kin_xml *found = figure ? NULL : figure_with(arena, kid, id, ids);
        if (found) {
            return found;
        }
    }
    return NULL;
}

const struct kin_figure_kind *kin_load_drawn_on(struct kin_loader *loader, const struct kin_xml *xml, const char *id,
                                                struct kin_tags *ids)
{
    const struct kin_xml *root = xml;
    while (root->parent && root->element->id != KIN_ELEMENT_ITEM_TEMPLATE) {
        root = root->parent;
    }
    const struct kin_xml *figure = figure_with(loader->arena, root, id, ids);
    return figure && loader->library
               ? kin_figure_kind_find(loader->library->figures, kin_xml_string(loader->arena, figure, "kind"))
               : NULL;
}

/* ---- Figures ------------------------------------------------------------------------------------------------------
 */

static void report_kind(struct kin_loader *loader, const struct kin_xml *xml, const char *name)
{
    const struct kin_figure_kinds *kinds = loader->library ? loader->library->figures : NULL;
    size_t count = kinds ? kinds->count : 0;
    const char **names = KIN_NEW_N(loader->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        names[i] = kinds->items[i]->whole.name;
    }
    kin_report(loader->diags, KIN_E3009, kin_value_span(xml, "kind"), name, NULL);
    kin_report_nearest(loader->diags, kin_nearest(name, names, count), "formkin doc figures lists the kinds");
}

bool kin_load_figure(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                     struct kin_block *block)
{
    const char *name = kin_xml_string(loader->arena, xml, "kind");
    const struct kin_figure_kind *kind = loader->library ? kin_figure_kind_find(loader->library->figures, name) : NULL;
    if (!kind) {
        report_kind(loader, xml, name);
        return false;
    }
    struct kin_figure_template *figure = KIN_NEW(loader->arena, struct kin_figure_template);
    *figure = (struct kin_figure_template){.span = xml->tag,
                                           .figure = kind,
                                           .kind = &kind->whole,
                                           .id = kin_xml_string(loader->arena, xml, "id"),
                                           .layer = layer_of(loader, xml),
                                           .unscaled = kin_load_is(loader, xml, "scale", "no")};
    block->part = figure;
    loader->template->figures++;
    load_rows(loader, scope, xml, block);
    load_parts(loader, scope, xml, block);
    return true;
}
