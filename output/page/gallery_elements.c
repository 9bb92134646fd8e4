/* Elements in the gallery: what stands in them, and examples, drawn and proved as instances are. */
#include "page/gallery.h"

#include "bank/element.h"
#include "content/blank.h"
#include "draw/draw.h"
#include "page/exhibit.h"

#include <math.h>

/* ---- What may stand in it --------------------------------------------------------------------------------------- */

static void put_attributes(struct kin_sheets *sheets, const struct kin_element *element, const char *path)
{
    kin_arena *arena = sheets->layout->arena;
    struct kin_buf buf = kin_buf_in(arena);
    size_t count;
    const struct kin_element_attribute *rows = kin_element_attributes(element->id, &count);
    kin_buf_addf(&buf, "%s: %s.", path, element->doc);
    for (size_t i = 0; i < count; i++) {
        kin_buf_addf(&buf, "%s%s (%s)", i ? ", " : " ", rows[i].name, rows[i].doc);
    }
    kin_exhibit_text(sheets, buf.data, KIN_STYLE_KEY_SMALL, 2);
}

static void put_parts(struct kin_sheets *sheets, const struct kin_element *element, const char *around)
{
    kin_arena *arena = sheets->layout->arena;
    size_t count;
    const struct kin_element_child *rows = kin_element_children(element->id, &count);
    for (size_t i = 0; i < count; i++) {
        if (kin_element_is_part(&rows[i])) {
            const struct kin_element *part = kin_element(rows[i].child);
            const char *path = kin_format(arena, "%s%s", around, part->name);
            put_attributes(sheets, part, path);
            put_parts(sheets, part, kin_format(arena, "%s > ", path));
        }
    }
}

/* ---- Examples --------------------------------------------------------------------------------------------------- */

static void add_all(kin_arena *arena, struct kin_nodes *flow, const struct kin_nodes *more)
{
    for (size_t i = 0; i < more->count; i++) {
        kin_nodes_add(arena, flow, more->items[i]);
    }
}

static struct kin_nodes content_of(kin_arena *arena, const struct kin_item *item, enum kin_layer layer)
{
    struct kin_nodes flow = {0};
    add_all(arena, &flow, &item->stem);
    for (size_t p = 0; p < item->part_count; p++) {
        const struct kin_part *part = &item->parts[p];
        add_all(arena, &flow, &part->stem);
        for (size_t r = 0; r < part->response_count; r++) {
            const struct kin_response *response = &part->responses[r];
            struct kin_nodes body = layer == KIN_LAYER_KEY ? kin_blanks_filled(arena, response) : response->body;
            add_all(arena, &flow, &body);
        }
    }
    return flow;
}

struct kin_box *kin_gallery_state(const struct kin_layout *layout, const struct kin_item *item, enum kin_layer layer)
{
    struct kin_nodes empty = content_of(layout->arena, item, KIN_LAYER_STUDENT);
    struct kin_nodes flow = content_of(layout->arena, item, layer);
    struct kin_layout written = kin_layout_written(layout);
    double width = fmin(kin_flow_width(layout, &empty, KIN_STYLE_BODY), layout->width);
    return kin_flow_box(layer == KIN_LAYER_KEY ? &written : layout, &flow, KIN_STYLE_BODY, width);
}

static void show(struct kin_exhibit *exhibit, const struct kin_item *item, enum kin_layer layer)
{
    struct kin_box *box = kin_gallery_state(exhibit->layout, item, layer);
    if (box) {
        kin_exhibit_show(exhibit, layer, box);
    }
}

static void put_example(struct kin_sheets *sheets, struct kin_library *library,
                        const struct kin_element_example *example)
{
    const struct kin_item *item = kin_item_alone(library, example->xml, sheets->layout->set->language);
    if (item) {
        struct kin_exhibit exhibit = {.layout = sheets->layout};
        kin_exhibit_say(&exhibit, kin_format(sheets->layout->arena, "%s.", example->what));
        kin_exhibit_say(&exhibit, example->xml);
        show(&exhibit, item, KIN_LAYER_STUDENT);
        show(&exhibit, item, KIN_LAYER_KEY);
        kin_exhibit_put(&exhibit, sheets);
    }
}

static void put_element(struct kin_sheets *sheets, struct kin_library *library, const struct kin_element *element,
                        const struct kin_element_example *examples)
{
    kin_arena *arena = sheets->layout->arena;
    kin_sheets_next(sheets);
    kin_exhibit_text(sheets, kin_format(arena, "<%s>", element->name), KIN_STYLE_HEADING, 0);
    kin_exhibit_text(sheets, kin_format(arena, "%s.", element->doc), KIN_STYLE_KEY_BODY, 3);
    put_parts(sheets, element, "");
    for (; examples->xml; examples++) {
        put_example(sheets, library, examples);
    }
}

void kin_gallery_elements(struct kin_sheets *sheets, struct kin_library *library)
{
    for (int id = 0; id < KIN_ELEMENT_COUNT; id++) {
        const struct kin_element_example *examples = kin_element_examples((enum kin_element_id)id);
        if (examples->xml) {
            put_element(sheets, library, kin_element((enum kin_element_id)id), examples);
        }
    }
}
