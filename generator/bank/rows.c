/* Grids, matches, orders and drawings as a whole. */
#include "bank/language.h"
#include "bank/loader.h"

#include <string.h>

/* ---- Before the entries ------------------------------------------------------------------------------------------ */

const struct kin_expr *kin_load_rule(struct kin_loader *loader, const struct kin_xml *xml,
                                     const struct kin_response_template *response)
{
    struct kin_scope *scope = kin_scope_new(loader->arena, loader->keys);
    kin_scope_alias(scope, "it", response->it_slot, kin_type_number);
    return kin_load_attribute(loader, scope, xml, "by", kin_type_number);
}

static void begin_order(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    response->it_slot = kin_scope_add(kin_scope_new(loader->arena, loader->keys), "it", kin_type_number);
    response->by = kin_load_rule(loader, xml, response);
    response->written = kin_load_is(loader, xml, "rule", "as-written");
    response->falling = kin_load_is(loader, xml, "rule", "descending");
    response->look = kin_xml_string(loader->arena, xml, "frame");
}

static void begin_each(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    response->each = kin_load_points(loader, xml, "each", kin_rat_int(0));
    response->labels = kin_xml_string(loader->arena, xml, "labels");
    if (kin_xml_attribute(xml, "each") && kin_xml_attribute(xml, "points")) {
        kin_report(loader->diags, KIN_E374, kin_xml_name_span(xml), "each", "points", NULL);
        kin_report_mend(loader->diags,
                        "keep one of them: each=\"1\" gives 1 point for each row, points=\"1\" is for all");
    } else if (kin_xml_attribute(xml, "each") && kin_rat_sign(response->each) <= 0) {
        kin_report(loader->diags, KIN_E342, kin_value_span(xml, "each"), NULL);
        kin_report_mend(loader->diags, "write a number above 0, such as 1 or 0.5");
    }
}

static void begin_match(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    response->reuse = kin_load_yes(loader, xml, "reuse");
    response->row_order = kin_load_order(loader, xml, "left-order", KIN_ORDER_AS_WRITTEN);
    response->labels = response->labels ? response->labels : "numbers";
}

static void add_squares(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    struct kin_block *block = KIN_NEW(loader->arena, struct kin_block);
    *block = (struct kin_block){.kind = KIN_BLOCK_NODE, .span = xml->span, .slot = -1};
    block->node.kind = KIN_NODE_GRID;
    block->node.size = kin_load_integer(loader, xml, "rows", 0);
    KIN_PUSH(loader->arena, response->body.items, response->body.count, response->body.room) = block;
}

/* Squared paper is part of the response; a figure stands in the question. */
static void begin_draw(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    const char *on = kin_xml_string(loader->arena, xml, "on");
    struct kin_tags known = {0};
    KIN_PUSH(loader->arena, known.items, known.count, known.room) = "graph-paper";
    KIN_PUSH(loader->arena, known.items, known.count, known.room) = "blank";
    if (strcmp(on, "graph-paper") == 0) {
        add_squares(loader, xml, response);
    } else if (strcmp(on, "blank") != 0) {
        response->drawn_on = on;
        response->drawn_kind = kin_load_drawn_on(loader, xml, on, &known);
    }
    if (response->drawn_on && !response->drawn_kind) {
        kin_report(loader->diags, KIN_E398, kin_value_span(xml, "on"), on, NULL);
        kin_report_nearest(loader->diags, kin_nearest(on, known.items, known.count),
                           "write on=\"graph-paper\", on=\"blank\" or the id of a figure of the question");
    }
}

void kin_begin_rows(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    switch (response->kind) {
    case KIN_RESPONSE_GRID:
        begin_each(loader, xml, response);
        response->row_order = kin_load_order(loader, xml, "order", KIN_ORDER_SHUFFLE);
        break;
    case KIN_RESPONSE_MATCH:
        begin_each(loader, xml, response);
        begin_match(loader, xml, response);
        break;
    case KIN_RESPONSE_ORDER:
        begin_order(loader, xml, response);
        break;
    case KIN_RESPONSE_DRAW:
        begin_draw(loader, xml, response);
        break;
    default:
        break;
    }
}

/* ---- The whole ------------------------------------------------------------------------------------------------------
 */

static void report_few(struct kin_loader *loader, const struct kin_xml *xml, const char *mend)
{
    kin_report(loader->diags, KIN_E324, kin_xml_name_span(xml), xml->name, NULL);
    kin_report_mend(loader->diags, "%s", mend);
}

static bool has_id(const struct kin_response_template *response, const char *id)
{
    for (size_t i = 0; i < response->option_count; i++) {
        if (response->options[i].id && strcmp(response->options[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

static void check_match(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    for (size_t i = 0; i < response->row_count; i++) {
        const struct kin_row_template *row = &response->rows[i];
        if (row->to && !has_id(response, row->to)) {
            const char **ids = KIN_NEW_N(loader->arena, const char *, response->option_count);
            size_t count = 0;
            for (size_t j = 0; j < response->option_count; j++) {
                if (response->options[j].id) {
                    ids[count++] = response->options[j].id;
                }
            }
            kin_report(loader->diags, KIN_E397, row->span, "right", row->to, NULL);
            kin_report_nearest(loader->diags, kin_nearest(row->to, ids, count), "give one <right> an id=\"...\"");
        }
    }
    if (!response->branching && response->option_count < 2) {
        report_few(loader, xml, "add <pair><left>...</left><right>...</right></pair>");
    }
}

/* Numbers are put in order of size; what has none needs a key, or an order as written. */
static void check_order(struct kin_loader *loader, const struct kin_xml *xml,
                        const struct kin_response_template *response)
{
    for (size_t i = 0; i < response->option_count && !response->written; i++) {
        const struct kin_option_template *option = &response->options[i];
        if (!option->key && !option->rank) {
            kin_report(loader->diags, KIN_E395, option->span, "item", "value=\"...\" or key=\"...\"", NULL);
            kin_report_mend(loader->diags,
                            "add key=\"...\", a number to put it in order by, or write rule=\"as-written\"");
        } else if (option->key && kin_expr_type(option->key).kind != KIN_NUMBER) {
            kin_report(loader->diags, KIN_E349, kin_expr_span(option->key), response->type->name, response->type->needs,
                       kin_type_text(loader->arena, kin_expr_type(option->key)), NULL);
            kin_report_mend(loader->diags, "write it as content, with key=\"...\": a number to put it in order by");
        }
    }
    if (!response->branching && response->option_count < 2) {
        report_few(loader, xml, "add <item value=\"...\"/>");
    }
}

static bool pool_lacks_truth(const struct kin_pool_template *pool, bool judged)
{
    return pool && judged && !pool->right;
}

/* A pool of statements that are true or false must say how many of them are true. */
static void check_pools(struct kin_loader *loader, const struct kin_response_template *response)
{
    const struct kin_pool_template *reported = NULL;
    bool options = response->kind == KIN_RESPONSE_MULTI_SELECT;
    for (size_t i = 0; i < (options ? response->option_count : response->row_count); i++) {
        const struct kin_pool_template *pool = options ? response->options[i].pool : response->rows[i].pool;
        if (pool != reported && pool_lacks_truth(pool, options || response->rows[i].truth)) {
            kin_report(loader->diags, KIN_E395, pool->span, "pool", "true=\"...\"", NULL);
            kin_report_mend(loader->diags, "say how many of the shown statements are true: true=\"2\"");
            reported = pool;
        }
    }
}

void kin_check_rows(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    switch (response->kind) {
    case KIN_RESPONSE_GRID:
        if (response->option_count == 1) {
            report_few(loader, xml, "add another <column>...</column>");
        }
        if (!response->row_count) {
            kin_report(loader->diags, KIN_E395, kin_xml_name_span(xml), "grid", "a <row>", NULL);
            kin_report_mend(loader->diags, "add <row true=\"...\">...</row> for each statement");
        }
        check_pools(loader, response);
        break;
    case KIN_RESPONSE_MULTI_SELECT:
        check_pools(loader, response);
        break;
    case KIN_RESPONSE_MATCH:
        check_match(loader, xml, response);
        break;
    case KIN_RESPONSE_ORDER:
        check_order(loader, xml, response);
        break;
    case KIN_RESPONSE_DRAW:
        if (!response->stroke_count && !response->branching && !kin_xml_kid(xml, "sample")) {
            kin_report(loader->diags, KIN_E395, kin_xml_name_span(xml), "draw", "a mark, such as <point at=\"...\">",
                       NULL);
            kin_report_mend(loader->diags, "add what is marked, or a <sample> with <credit> rules for a sketch");
        }
        break;
    default:
        break;
    }
}
