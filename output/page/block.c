/* Practice sheets say once what neighbouring items ask: "Solve each equation" above five of them. */
#include "page/geometry.h"

#include <string.h>

/* The first paragraph of a stem that goes on behind it; NULL where it is not for the whole item, or is all there is. */
static struct kin_node *instruction_of(const struct kin_item *item)
{
    const struct kin_nodes *stem = &item->stem;
    bool whole = item->part_count == 1 && !item->parts[0].label && stem->count > 1;
    return whole && stem->items[0]->kind == KIN_NODE_PARAGRAPH ? stem->items[0] : NULL;
}

/* Its text in all instances, or NULL where they differ. */
static const char *shared_text(const struct kin_layout *layout, size_t slot)
{
    const char *shared = NULL;
    for (size_t n = 0; n < kin_slot_speakers(layout->set, slot); n++) {
        struct kin_node *node = instruction_of(kin_slot_speaker(layout->set, slot, n));
        if (!node) {
            return NULL;
        }
        struct kin_nodes flow = {.items = &node, .count = 1};
        const char *text = kin_nodes_text(layout->arena, &flow);
        if (shared && strcmp(shared, text) != 0) {
            return NULL;
        }
        shared = text;
    }
    return shared;
}

bool kin_slot_joins(const struct kin_layout *layout, size_t slot)
{
    const struct kin_set *set = layout->set;
    if (!layout->look->instructions_once || slot == 0 || set->slots[slot].section != set->slots[slot - 1].section) {
        return false;
    }
    const char *before = shared_text(layout, slot - 1), *own = shared_text(layout, slot);
    return before && own && strcmp(before, own) == 0;
}

static bool is_joined(const struct kin_set *set, size_t slot)
{
    return slot < set->slot_count && set->slots[slot].geometry.joins;
}

const struct kin_item *kin_slot_item(const struct kin_layout *layout, size_t slot, const struct kin_item *item)
{
    bool shares = is_joined(layout->set, slot) || is_joined(layout->set, slot + 1);
    if (!shares || !instruction_of(item)) {
        return item;
    }
    struct kin_item *rest = kin_copy_bytes(layout->arena, item, sizeof *item);
    rest->stem.items++;
    rest->stem.count--;
    return rest;
}

static double put(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_item *item, double x, double y)
{
    const double below = 8;
    struct kin_node *node = instruction_of(item);
    if (!node) {
        return 0;
    }
    struct kin_nodes flow = {.items = &node, .count = 1};
    struct kin_box *box = kin_flow_box(layout, &flow, KIN_STYLE_NUMBER, layout->column);
    if (ops) {
        kin_box_put(ops, box, x, y);
    }
    return kin_box_height(box) + below;
}

double kin_instruction_put(const struct kin_layout *layout, struct kin_ops *ops, size_t slot, double x, double y)
{
    const struct kin_set *set = layout->set;
    bool begins = !is_joined(set, slot) && is_joined(set, slot + 1);
    return begins ? put(layout, ops, kin_slot_speaker(set, slot, 0), x, y) : 0;
}

double kin_instruction_again(const struct kin_layout *layout, struct kin_ops *ops, size_t slot, double x, double y)
{
    return is_joined(layout->set, slot) ? put(layout, ops, kin_slot_speaker(layout->set, slot, 0), x, y) : 0;
}
