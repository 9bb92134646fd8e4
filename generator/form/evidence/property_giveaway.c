/* Property 5: no form has an easy key where the others have none. Where all forms do, the template is like that. */
#include "form/evidence/giveaway.h"
#include "form/evidence/inspect.h"

/* The keys of a slot so far: the first form with a giveaway, the first one without. */
struct seen {
    bool any;
    size_t with, without; /* forms; SIZE_MAX: none */
    enum kin_giveaway kind;
    const char *key_with, *key_without;
};

static void look_at(const struct kin_inspection *inspection, size_t form, size_t slot, struct seen *seen)
{
    enum kin_giveaway found;
    const char *key;
    if (!kin_giveaway_of(inspection->arena, kin_inspected(inspection, form, slot), &found, &key)) {
        return;
    }
    seen->any = true;
    if (found != KIN_NO_GIVEAWAY && seen->with == SIZE_MAX) {
        seen->with = form;
        seen->kind = found;
        seen->key_with = key;
    } else if (found == KIN_NO_GIVEAWAY && seen->without == SIZE_MAX) {
        seen->without = form;
        seen->key_without = key;
    }
}

static const char *reason_of(const struct kin_inspection *inspection, size_t slot, const struct seen *seen)
{
    const struct kin_furniture *words = inspection->words;
    return kin_format(inspection->arena, words->reason_giveaway, kin_inspected_slot(inspection, slot),
                      kin_inspected_form(inspection, seen->with), seen->key_with,
                      seen->kind == KIN_TRIVIAL_KEY ? words->reason_trivial : words->reason_in_stem,
                      kin_inspected_form(inspection, seen->without), seen->key_without);
}

struct kin_finding kin_property_giveaway(const struct kin_inspection *inspection)
{
    bool any = false;
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        struct seen seen = {.with = SIZE_MAX, .without = SIZE_MAX};
        for (size_t f = 0; f < inspection->of.set->form_count && !kin_inspected_pool(inspection, s); f++) {
            look_at(inspection, f, s, &seen);
        }
        if (seen.with != SIZE_MAX && seen.without != SIZE_MAX) {
            return kin_find(KIN_FAILED, reason_of(inspection, s, &seen));
        }
        any = any || seen.any;
    }
    return any ? kin_find(KIN_PASSED, inspection->words->reason_no_giveaway)
               : kin_find(KIN_NOT_APPLICABLE, inspection->words->reason_no_numbers);
}
