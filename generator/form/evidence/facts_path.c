/* The way to the answer, from the worked solution: how many steps, and what is done in each. */
#include "form/evidence/facts.h"

#include <string.h>

void kin_fact_steps(struct kin_buf *buf, const struct kin_item *item)
{
    for (size_t i = 0; i < item->part_count; i++) {
        kin_buf_addf(buf, "%s%zu", i ? " + " : "", item->parts[i].step_count);
    }
}

/* One sign for what is the same operation in other print. */
static const char *operation_of(const struct kin_maths *maths)
{
    switch (maths->kind) {
    case KIN_MATHS_OPERATOR:
        return strcmp(maths->text, "·") == 0 ? "×" : maths->text;
    case KIN_MATHS_RELATION:
        return maths->text;
    case KIN_MATHS_FRACTION:
        return "/";
    case KIN_MATHS_ROOT:
        return "√";
    case KIN_MATHS_SCRIPTS:
        return maths->kids[1] ? "^" : "";
    default:
        return "";
    }
}

static void add_maths(struct kin_buf *buf, const struct kin_maths *maths)
{
    if (maths) {
        kin_buf_add(buf, operation_of(maths));
        for (size_t i = 0; i < maths->count; i++) {
            add_maths(buf, maths->kids[i]);
        }
    }
}

static bool add_node(const struct kin_node *node, void *data)
{
    add_maths(data, node->maths);
    return true;
}

/* Steps that only say something have none. */
void kin_fact_operations(struct kin_buf *buf, const struct kin_item *item)
{
    for (size_t p = 0; p < item->part_count; p++) {
        for (size_t s = 0; s < item->parts[p].step_count; s++) {
            struct kin_buf step = kin_buf_in(buf->arena);
            kin_nodes_walk(&item->parts[p].steps[s].work, add_node, &step);
            if (step.length) {
                kin_buf_addf(buf, "%s%s", buf->length ? "; " : "", step.data);
            }
        }
    }
}
