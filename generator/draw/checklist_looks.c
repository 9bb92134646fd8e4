/* Questions that read alike to the last word but have different answers: a number that the answer depends on stands
 * nowhere in them, as where its braces were forgotten. */
#include "draw/survey.h"

#include <string.h>

static void add_nodes(struct kin_hash *hash, kin_arena *arena, const struct kin_nodes *nodes)
{
    const char *text = kin_nodes_text(arena, nodes);
    kin_hash_bytes(hash, text, strlen(text));
}

static bool is_no_figure(const struct kin_node *node, void *data)
{
    (void)data;
    return node->kind != KIN_NODE_FIGURE;
}

/* Options in any order: forms shuffle them. */
static void add_options(struct kin_hash *look, const struct kin_response *response)
{
    for (size_t i = 0; i < response->option_count; i++) {
        struct kin_hash option = {0};
        const char *text = response->options[i].answer.text;
        kin_hash_bytes(&option, text ? text : "", text ? strlen(text) : 0);
        look->a += option.a;
        look->b += option.b;
    }
}

static void add_key(struct kin_hash *key, const struct kin_response *response)
{
    const char *text = response->kind == KIN_RESPONSE_VALUE ? response->key.text : NULL;
    kin_hash_bytes(key, text ? text : "", text ? strlen(text) : 0);
    for (size_t i = 0; i < response->blank_count; i++) {
        add_key(key, &response->blanks[i]);
    }
}

static void add_response(struct kin_hash *look, struct kin_hash *key, kin_arena *arena,
                         const struct kin_response *response)
{
    add_nodes(look, arena, &response->label);
    add_nodes(look, arena, &response->unit);
    add_nodes(look, arena, &response->body);
    add_options(look, response);
    for (size_t i = 0; i < response->row_count; i++) {
        add_nodes(look, arena, &response->rows[i].answer.content);
    }
    add_key(key, response);
}

static bool has_figure(const struct kin_item *item)
{
    bool figure = !kin_nodes_walk(&item->stem, is_no_figure, NULL);
    for (size_t i = 0; i < item->part_count; i++) {
        figure = figure || !kin_nodes_walk(&item->parts[i].stem, is_no_figure, NULL);
    }
    return figure;
}

static void add_part(struct kin_hash *look, struct kin_hash *key, kin_arena *arena, const struct kin_part *part)
{
    add_nodes(look, arena, &part->stem);
    for (size_t i = 0; i < part->response_count; i++) {
        add_response(look, key, arena, &part->responses[i]);
    }
}

/* Rules such as that for quartiles are printed on the form, outside the item. */
static void add_rules(struct kin_hash *look, const struct kin_template *template, const struct kin_frame *frame)
{
    for (size_t i = 0; i < template->field_count; i++) {
        if (template->fields[i].policy) {
            kin_hash_value(look, frame->arena, &frame->slots[template->fields[i].slot]);
        }
    }
}

void kin_checklist_look(struct kin_surveying *surveying, const struct kin_frame *frame, const struct kin_item *item)
{
    kin_arena *arena = frame->arena;
    struct kin_hash look = {0}, key = {0};
    if (has_figure(item)) {
        return; /* its text says too little of what it shows */
    }
    add_rules(&look, surveying->draw->template, frame);
    add_nodes(&look, arena, &item->stem);
    for (size_t i = 0; i < item->part_count; i++) {
        add_part(&look, &key, arena, &item->parts[i]);
    }
    const struct kin_cell *first = kin_cells_add(&surveying->looks, look, &key);
    surveying->alike = surveying->alike || (first && !kin_hash_equal(first->each[0], key));
}

void kin_checklist_looks(struct kin_surveying *surveying)
{
    if (surveying->alike) {
        kin_report(surveying->diags, KIN_W3211, surveying->draw->template->span, NULL);
        kin_report_mend(surveying->diags, "show every number that the answer depends on in a hole with braces: {p}");
    }
}
