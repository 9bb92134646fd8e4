/* Blanks in the key: the answers in reading order, and the content with the answers written in. */
#include "page/key.h"

#include "content/blank.h"

#include <string.h>

const char *kin_blank_name(kin_arena *arena, const struct kin_response *response, size_t index)
{
    static const char *const roman[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
    if (response->blank_count < 2) {
        return NULL;
    }
    return index < sizeof roman / sizeof *roman ? kin_format(arena, "(%s)", roman[index])
                                                : kin_format(arena, "(%zu)", index + 1);
}

/* "(ii) 7" */
static void add_blank(kin_arena *arena, struct kin_nodes *flow, const struct kin_response *response, size_t i)
{
    const char *name = kin_blank_name(arena, response, i);
    if (name) {
        kin_flow_join_text(arena, flow, name, KIN_UPRIGHT);
        kin_flow_stick(arena, flow, &response->blanks[i].key.content);
    } else {
        kin_flow_join(arena, flow, &response->blanks[i].key.content);
    }
}

struct kin_nodes kin_blanks_answer(const struct kin_layout *layout, const struct kin_response *response)
{
    kin_arena *arena = layout->arena;
    struct kin_nodes flow = {0};
    for (size_t i = 0; i < response->blank_count; i++) {
        add_blank(arena, &flow, response, i);
    }
    return flow;
}

static bool is_left(const struct kin_writing *writing, const char *id)
{
    for (size_t i = 0; i < writing->count; i++) {
        if (strcmp(writing->left[i], id) == 0) {
            return true;
        }
    }
    return false;
}

struct kin_nodes kin_blanks_left(const struct kin_layout *layout, const struct kin_response *response,
                                 const struct kin_writing *writing)
{
    struct kin_nodes flow = {0};
    for (size_t i = 0; i < response->blank_count; i++) {
        if (is_left(writing, response->blanks[i].id)) {
            add_blank(layout->arena, &flow, response, i);
        }
    }
    return flow;
}

void kin_cell_body(struct kin_cell *cell, const struct kin_response *response)
{
    kin_arena *arena = cell->layout->arena;
    struct kin_nodes filled = kin_blanks_filled(arena, response);
    struct kin_box *box = kin_flow_box(cell->layout, &filled, KIN_STYLE_KEY_SMALL, cell->width);
    if (box) {
        struct kin_slab *slab = kin_pile_add(arena, &cell->pile, 3);
        slab->height = kin_box_put(&slab->ops, box, 0, 0);
    }
}
