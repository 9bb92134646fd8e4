/* Rows of a grid, left items of a match, pairs and pools. */
#include "bank/loader.h"

#include <string.h>

/* Exactly one of two attributes. */
static bool has_either(struct kin_loader *loader, const struct kin_xml *xml, const char *one, const char *other)
{
    bool first = kin_xml_attribute(xml, one), second = kin_xml_attribute(xml, other);
    if (first && second) {
        kin_report(loader->diags, KIN_E374, kin_xml_name_span(xml), one, other, NULL);
        kin_report_mend(loader->diags, "keep one of them");
    } else if (!first && !second) {
        kin_report(loader->diags, KIN_E395, kin_xml_name_span(xml), xml->name,
                   kin_format(loader->arena, "%s=\"...\" or %s=\"...\"", one, other), NULL);
    }
    return first != second;
}

/* ---- Ids of options --------------------------------------------------------------------------------------------- */

static size_t option_named(const struct kin_response_template *response, const char *id)
{
    for (size_t i = 0; i < response->option_count; i++) {
        if (response->options[i].id && strcmp(response->options[i].id, id) == 0) {
            return i;
        }
    }
    return response->option_count;
}

static void report_option(struct kin_loader *loader, const struct kin_response_template *response, struct kin_span span,
                          const char *id)
{
    const char **ids = KIN_NEW_N(loader->arena, const char *, response->option_count);
    size_t count = 0;
    for (size_t i = 0; i < response->option_count; i++) {
        if (response->options[i].id) {
            ids[count++] = response->options[i].id;
        }
    }
    const char *element = response->kind == KIN_RESPONSE_GRID ? "column" : "right";
    kin_report(loader->diags, KIN_E397, span, element, id, NULL);
    kin_report_nearest(loader->diags, kin_nearest(id, ids, count),
                       kin_format(loader->arena, "give one <%s> the id=\"%s\"", element, id));
}

/* ---- Grids ------------------------------------------------------------------------------------------------------- */

static void add_wrong(struct kin_loader *loader, const struct kin_xml *xml, struct kin_row_template *row, size_t option,
                      size_t *room)
{
    struct kin_row_wrong_template wrong = {option, kin_load_misconception(loader, xml), kin_load_because(loader, xml)};
    if (wrong.misconception || wrong.because.count) {
        KIN_PUSH(loader->arena, row->wrongs, row->wrong_count, *room) = wrong;
    }
}

static void load_wrongs(struct kin_loader *loader, const struct kin_xml *xml,
                        const struct kin_response_template *response, struct kin_row_template *row)
{
    size_t room = 0;
    for (const struct kin_xml *kid = kin_xml_kid(xml, "wrong"); kid; kid = kin_xml_next(kid, "wrong")) {
        const char *id = kin_xml_string(loader->arena, kid, "column");
        size_t option = option_named(response, id);
        if (option == response->option_count) {
            report_option(loader, response, kin_value_span(kid, "column"), id);
        }
        add_wrong(loader, kid, row, option, &room);
    }
    if (row->truth) { /* whichever of the two columns is wrong */
        add_wrong(loader, xml, row, SIZE_MAX, &room);
    }
}

static void check_column(struct kin_loader *loader, const struct kin_response_template *response,
                         const struct kin_expr *column)
{
    struct kin_value word;
    if (kin_expr_constant(column, loader->arena, &word) && word.kind == KIN_WORD &&
        option_named(response, word.as.word->one) == response->option_count) {
        report_option(loader, response, kin_expr_span(column), word.as.word->one);
    }
}

static void load_column(struct kin_loader *loader, const struct kin_xml *xml,
                        const struct kin_response_template *response, struct kin_row_template *row)
{
    if (!has_either(loader, xml, "true", "column")) {
        return;
    }
    row->truth = kin_load_attribute(loader, loader->keys, xml, "true", kin_type_truth);
    row->column = kin_load_attribute(loader, loader->keys, xml, "column", kin_type_word);
    if (row->column) {
        check_column(loader, response, row->column);
    } else if (row->truth && response->option_count != 2) {
        kin_report(loader->diags, KIN_E396, kin_value_span(xml, "true"),
                   kin_format(loader->arena, "%zu", response->option_count), NULL);
        kin_report_mend(loader->diags, "write column=\"...\" with the id of a column");
    }
}

/* ---- Matches -------------------------------------------------------------------------------------------------------
 */

static void load_left(struct kin_loader *loader, const struct kin_xml *xml, struct kin_row_template *row)
{
    bool paired = xml->parent->element->id == KIN_ELEMENT_PAIR;
    kin_has_one_form(loader, xml, "value");
    row->value = kin_load_attribute(loader, loader->keys, xml, "value", kin_type_any);
    if (!paired && has_either(loader, xml, "key", "to")) {
        row->key = kin_load_attribute(loader, loader->keys, xml, "key", kin_type_any);
        row->to = kin_xml_string(loader->arena, xml, "to");
    } else if (paired && (kin_xml_attribute(xml, "key") || kin_xml_attribute(xml, "to"))) {
        const char *name = kin_xml_attribute(xml, "key") ? "key" : "to";
        kin_report(loader->diags, KIN_E374, kin_value_span(xml, name), name, "<pair>", NULL);
        kin_report_mend(loader->diags, "its right item is that of the pair: leave %s out", name);
    }
}

void kin_load_row(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response,
                  size_t *room)
{
    struct kin_row_template row = {.span = kin_xml_name_span(xml)};
    if (response->kind == KIN_RESPONSE_MATCH) {
        load_left(loader, xml, &row);
    } else {
        load_column(loader, xml, response, &row);
        load_wrongs(loader, xml, response, &row);
        row.kind = kin_xml_string(loader->arena, xml, "kind");
    }
    if (!row.value) {
        row.content = kin_load_blocks(loader, loader->content, xml, KIN_SHAPE_MIXED, KIN_HIDES_ANSWER);
    }
    KIN_PUSH(loader->arena, response->rows, response->row_count, *room) = row;
}

/* ---- What holds other entries --------------------------------------------------------------------------------------
 */

/* A block whose kids always print. */
static void hold(struct kin_loader *loader, const struct kin_xml *xml, const struct kin_entry_home *home,
                 struct kin_block *block)
{
    block->kind = KIN_BLOCK_IF;
    block->test = NULL;
    block->kids = kin_load_entries(loader, loader->content, xml, &home->reader);
}

void kin_load_pair(struct kin_loader *loader, const struct kin_xml *xml, struct kin_entry_home *home,
                   struct kin_block *block)
{
    struct kin_response_template *response = home->response;
    size_t row = response->row_count, option = response->option_count;
    hold(loader, xml, home, block);
    if (response->row_count > row && response->option_count > option) {
        response->rows[row].pair = option + 1;
    }
}

static void load_kinds(struct kin_loader *loader, const struct kin_xml *xml, struct kin_pool_template *pool)
{
    pool->kind_count = kin_load_words(loader, xml, "kinds", &pool->kinds);
}

void kin_load_pool(struct kin_loader *loader, const struct kin_xml *xml, struct kin_entry_home *home,
                   struct kin_block *block)
{
    struct kin_pool_template *pool = KIN_NEW(loader->arena, struct kin_pool_template);
    const struct kin_pool_template *outer = home->pool;
    pool->span = kin_xml_name_span(xml);
    pool->show = kin_load_attribute(loader, loader->keys, xml, "show", kin_type_number);
    pool->right = kin_load_attribute(loader, loader->keys, xml, "true", kin_type_number);
    load_kinds(loader, xml, pool);
    home->pool = pool;
    hold(loader, xml, home, block);
    home->pool = outer;
}
