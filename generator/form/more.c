#include "form/more.h"

#include <string.h>

static bool same_features(const struct kin_slot *a, const struct kin_slot *b)
{
    if (a->feature_count != b->feature_count) {
        return false;
    }
    for (size_t i = 0; i < a->feature_count; i++) {
        if (strcmp(a->features[i].name, b->features[i].name) != 0 ||
            strcmp(a->features[i].text, b->features[i].text) != 0) {
            return false;
        }
    }
    return true;
}

static bool same_pool(const struct kin_slot *a, const struct kin_slot *b)
{
    if (a->pool_count != b->pool_count || a->capacity.number != b->capacity.number) {
        return false;
    }
    for (size_t i = 0; i < a->pool_count; i++) {
        if (strcmp(a->pool[i].template_id, b->pool[i].template_id) != 0) {
            return false;
        }
    }
    return true;
}

/* Do two slots take their questions from the same ones? */
static bool share_questions(const struct kin_slot *a, const struct kin_slot *b)
{
    if (a->pool_count || b->pool_count) {
        return same_pool(a, b);
    }
    return strcmp(a->template_id, b->template_id) == 0 && same_features(a, b);
}

static uint64_t left_for(const struct kin_set *set, const struct kin_slot *slot)
{
    uint64_t sharing = 0;
    for (size_t s = 0; s < set->slot_count; s++) {
        sharing += share_questions(slot, &set->slots[s]);
    }
    uint64_t forms = slot->capacity.number / sharing;
    return forms > set->form_count ? forms - set->form_count : 0;
}

struct kin_count kin_set_more(const struct kin_set *set, const struct kin_slot **scarcest)
{
    struct kin_count more = {0, false};
    *scarcest = NULL;
    for (size_t s = 0; s < set->slot_count; s++) {
        uint64_t left = left_for(set, &set->slots[s]);
        if (!*scarcest || left < more.number) {
            more = (struct kin_count){left, set->slots[s].capacity.estimated};
            *scarcest = &set->slots[s];
        }
    }
    return more;
}
