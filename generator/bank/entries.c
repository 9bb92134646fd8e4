/* What a response holds several times: options, wrong answers, credits, rows ... LANGUAGE rule 2: conditions and
 * repetitions may stand around each of them. */
#include "bank/loader.h"

static void load_accept(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response,
                        size_t *room)
{
    struct kin_accept_template accept = {
        kin_load_blocks(loader, loader->content, xml, KIN_SHAPE_INLINE, KIN_SHOWS_ANSWER),
        kin_load_attribute(loader, loader->keys, xml, "when", kin_type_truth)};
    KIN_PUSH(loader->arena, response->accepts, response->accept_count, *room) = accept;
}

/* ---- What a response holds several times ------------------------------------------------------------------------ */

static size_t option_count(const struct kin_response_template *response)
{
    return response->option_count;
}

static size_t wrong_count(const struct kin_response_template *response)
{
    return response->wrong_count;
}

static size_t accept_count(const struct kin_response_template *response)
{
    return response->accept_count;
}

static size_t credit_count(const struct kin_response_template *response)
{
    return response->credit_count;
}

static size_t row_count(const struct kin_response_template *response)
{
    return response->row_count;
}

static size_t stroke_count(const struct kin_response_template *response)
{
    return response->stroke_count;
}

static const struct entry_row {
    enum kin_element_id element;
    enum kin_entry_kind kind;
    void (*load)(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response,
                 size_t *room);
    size_t (*count)(const struct kin_response_template *response);
} entry_rows[] = {
    {KIN_ELEMENT_OPTION, KIN_ENTRY_OPTION, kin_load_option, option_count},
    {KIN_ELEMENT_WRONG, KIN_ENTRY_WRONG, kin_load_wrong, wrong_count},
    {KIN_ELEMENT_ACCEPT, KIN_ENTRY_ACCEPT, load_accept, accept_count},
    {KIN_ELEMENT_CREDIT, KIN_ENTRY_CREDIT, kin_load_credit, credit_count},
    {KIN_ELEMENT_RUBRIC_ROW, KIN_ENTRY_CREDIT, kin_load_credit, credit_count},
    {KIN_ELEMENT_COLUMN, KIN_ENTRY_OPTION, kin_load_option, option_count},
    {KIN_ELEMENT_RIGHT, KIN_ENTRY_OPTION, kin_load_option, option_count},
    {KIN_ELEMENT_ORDER_ITEM, KIN_ENTRY_OPTION, kin_load_option, option_count},
    {KIN_ELEMENT_ORDER_WRONG, KIN_ENTRY_WRONG, kin_load_wrong, wrong_count},
    {KIN_ELEMENT_GRID_ROW, KIN_ENTRY_ROW, kin_load_row, row_count},
    {KIN_ELEMENT_LEFT, KIN_ENTRY_ROW, kin_load_row, row_count},
    {KIN_ELEMENT_DRAW_POINT, KIN_ENTRY_STROKE, kin_load_stroke, stroke_count},
    {KIN_ELEMENT_DRAW_SEGMENT, KIN_ENTRY_STROKE, kin_load_stroke, stroke_count},
    {KIN_ELEMENT_DRAW_LINE, KIN_ENTRY_STROKE, kin_load_stroke, stroke_count},
    {KIN_ELEMENT_DRAW_RAY, KIN_ENTRY_STROKE, kin_load_stroke, stroke_count},
    {KIN_ELEMENT_DRAW_REGION, KIN_ENTRY_STROKE, kin_load_stroke, stroke_count},
    {KIN_ELEMENT_DRAW_POLYGON, KIN_ENTRY_STROKE, kin_load_stroke, stroke_count},
    {KIN_ELEMENT_DRAW_BAR, KIN_ENTRY_STROKE, kin_load_stroke, stroke_count},
    {KIN_ELEMENT_DRAW_DOTS, KIN_ENTRY_STROKE, kin_load_stroke, stroke_count},
    {KIN_ELEMENT_DRAW_LANDMARK, KIN_ENTRY_STROKE, kin_load_stroke, stroke_count},
    {KIN_ELEMENT_DRAW_ARROW, KIN_ENTRY_STROKE, kin_load_stroke, stroke_count},
    {KIN_ELEMENT_DRAW_SECTOR, KIN_ENTRY_STROKE, kin_load_stroke, stroke_count},
    {KIN_ELEMENT_DRAW_VALUES, KIN_ENTRY_STROKE, kin_load_stroke, stroke_count},
    {KIN_ELEMENT_DRAW_SECTION, KIN_ENTRY_STROKE, kin_load_stroke, stroke_count},
};

static void append_entry(struct kin_loader *loader, const struct entry_row *row, const struct kin_xml *xml,
                         struct kin_entry_home *home, struct kin_block *block)
{
    struct kin_response_template *response = home->response;
    block->entry = row->kind;
    block->index = row->count(response);
    row->load(loader, xml, response, &home->rooms[row->kind]);
    if (row->kind == KIN_ENTRY_OPTION) {
        response->options[block->index].pool = home->pool;
    } else if (row->kind == KIN_ENTRY_ROW) {
        response->rows[block->index].pool = home->pool;
    }
}

static bool load_entry(struct kin_loader *loader, const struct kin_xml *xml, void *home, struct kin_block *block)
{
    for (size_t i = 0; i < sizeof entry_rows / sizeof *entry_rows; i++) {
        if (entry_rows[i].element == xml->element->id) {
            append_entry(loader, &entry_rows[i], xml, home, block);
            return true;
        }
    }
    if (xml->element->id == KIN_ELEMENT_PAIR) {
        kin_load_pair(loader, xml, home, block);
    } else if (xml->element->id == KIN_ELEMENT_POOL) {
        kin_load_pool(loader, xml, home, block);
    }
    return xml->element->id == KIN_ELEMENT_PAIR || xml->element->id == KIN_ELEMENT_POOL;
}

void kin_load_response_entries(struct kin_loader *loader, const struct kin_xml *xml,
                               struct kin_response_template *response)
{
    struct kin_entry_home home = {.response = response};
    const struct kin_xml *rubric = kin_xml_kid(xml, "rubric");
    home.reader = (struct kin_entry_reader){load_entry, &home};
    response->entries = kin_load_entries(loader, loader->content, rubric ? rubric : xml, &home.reader);
    response->branching = kin_entries_branch(&response->entries);
}

void kin_load_credits(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    struct kin_entry_home home = {.response = response};
    struct kin_blocks *entries = &response->entries;
    for (const struct kin_xml *kid = kin_xml_kid(xml, "credit"); kid; kid = kin_xml_next(kid, "credit")) {
        struct kin_block *block = KIN_NEW(loader->arena, struct kin_block);
        *block = (struct kin_block){.kind = KIN_BLOCK_ENTRY, .span = kid->span, .slot = -1};
        load_entry(loader, kid, &home, block);
        KIN_PUSH(loader->arena, entries->items, entries->count, entries->room) = block;
    }
}
