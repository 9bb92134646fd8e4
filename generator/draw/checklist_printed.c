/* Does the key stand in the question as it prints? What an instance does not print counts nothing: blocks under
 * conditions that do not hold, figures and parts of them that are for the key. */
#include "draw/resolve_walk.h"
#include "draw/survey.h"

struct printed {
    struct kin_walk walk; /* first, so that a walk is also what it looks for */
    const struct kin_features *features;
    const struct kin_value *key;
    bool found;
};

static bool is_key(const struct printed *printed, size_t i)
{
    const struct kin_value *value = &printed->walk.frame->slots[printed->features->printed[i]];
    return value->kind == KIN_NUMBER && kin_value_equal(value, printed->key);
}

static bool block_prints(const struct kin_block *block, int slot)
{
    return (block->phrase && kin_phrase_uses(block->phrase, slot)) ||
           (block->formula && kin_formula_uses(block->formula, slot));
}

static bool visit(struct kin_walk *walk, const struct kin_block *block)
{
    struct printed *printed = (struct printed *)walk;
    if (block->part && block->part->layer == KIN_LAYER_KEY) {
        return true;
    }
    for (size_t i = 0; i < printed->features->printed_count; i++) {
        printed->found = printed->found || (is_key(printed, i) && block_prints(block, printed->features->printed[i]));
    }
    return kin_walk_blocks(walk, &block->kids);
}

static void look_at(struct printed *printed, const struct kin_blocks *blocks)
{
    if (!printed->found) {
        kin_walk_blocks(&printed->walk, blocks); /* what cannot be walked is an error elsewhere */
    }
}

bool kin_checklist_prints(const struct kin_features *features, struct kin_frame *frame, const struct kin_value *key)
{
    const struct kin_template *template = features->template;
    struct printed printed = {.walk = {.frame = frame, .visit = visit}, .features = features, .key = key};
    bool any = false;
    for (size_t i = 0; i < features->printed_count; i++) {
        any = any || is_key(&printed, i);
    }
    if (!any) {
        return false;
    }
    look_at(&printed, &template->stem);
    for (size_t i = 0; i < template->part_count; i++) {
        const struct kin_part_template *part = &template->parts[i];
        look_at(&printed, &part->stem);
        for (size_t k = 0; k < part->response_count; k++) {
            look_at(&printed, &part->responses[k].body);
        }
    }
    return printed.found;
}
