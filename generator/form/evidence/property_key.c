/* Property 13: every instance is drawn and proved once more, by checks that are another route than the key's, and the
 * keys of the set are those that were proved. */
#include "form/evidence/inspect.h"
#include "form/evidence/question.h"

#include <string.h>

struct keys {
    const char *items[256];
    size_t count;
};

static void add_key(const struct kin_response *response, void *data)
{
    struct keys *keys = data;
    if (keys->count < sizeof keys->items / sizeof *keys->items) {
        keys->items[keys->count++] = response->key.text ? response->key.text : "";
    }
}

/* The first key that is not the one that was proved; NULL. */
static const char *difference(const struct kin_inspection *inspection, size_t form, size_t slot)
{
    struct keys own = {.count = 0}, proved = {.count = 0};
    kin_item_responses(kin_inspected(inspection, form, slot), add_key, &own);
    kin_item_responses(inspection->again->forms[form].items[slot], add_key, &proved);
    for (size_t i = 0; i < own.count || i < proved.count; i++) {
        const char *a = i < own.count ? own.items[i] : "", *b = i < proved.count ? proved.items[i] : "";
        if (strcmp(a, b) != 0) {
            return kin_format(inspection->arena, inspection->words->reason_key_differs,
                              kin_inspected_slot(inspection, slot), kin_inspected_form(inspection, form), a, b);
        }
    }
    return NULL;
}

struct kin_finding kin_property_key(const struct kin_inspection *inspection)
{
    const struct kin_set *set = inspection->of.set;
    if (!inspection->again) {
        return kin_find(inspection->not_again, inspection->why_not);
    }
    for (size_t f = 0; f < set->form_count; f++) {
        for (size_t s = 0; s < set->slot_count; s++) {
            const char *reason = difference(inspection, f, s);
            if (reason) {
                return kin_find(KIN_FAILED, reason);
            }
        }
    }
    return kin_find(KIN_PASSED,
                    kin_format(inspection->arena, inspection->words->reason_key, set->form_count * set->slot_count));
}
