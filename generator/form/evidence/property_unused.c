/* Property 16: nobody meets a question again on another form, and there are more for a retake. */
#include "form/evidence/inspect.h"
#include "form/used.h"

#include <inttypes.h>
#include <string.h>

struct spot {
    size_t form, slot;
};

static struct spot spot_of(const struct kin_inspection *inspection, size_t n)
{
    size_t slots = inspection->of.set->slot_count;
    return (struct spot){n / slots, n % slots};
}

static bool is_same(const struct kin_inspection *inspection, struct spot a, struct spot b)
{
    const struct kin_item *one = kin_inspected(inspection, a.form, a.slot),
                          *other = kin_inspected(inspection, b.form, b.slot);
    return strcmp(one->template_id, other->template_id) == 0 && strcmp(one->identity, other->identity) == 0;
}

static struct kin_digest digest_of(const struct kin_item *item)
{
    const struct kin_hash_field fields[] = {kin_hash_text(item->template_id), kin_hash_text(item->identity)};
    return kin_digest_fields(NULL, 0, fields, 2);
}

static const char *reason_of(const struct kin_inspection *inspection, struct spot again, struct spot first)
{
    return kin_format(inspection->arena, inspection->words->reason_used_twice,
                      kin_inspected_form(inspection, again.form), kin_inspected_slot(inspection, again.slot),
                      kin_inspected_form(inspection, first.form), kin_inspected_slot(inspection, first.slot));
}

static const char *used_twice(const struct kin_inspection *inspection, size_t count)
{
    struct kin_used used = {.arena = inspection->arena};
    for (size_t i = 0; i < count; i++) {
        struct spot at = spot_of(inspection, i), first = spot_of(inspection, 0);
        struct kin_digest digest = digest_of(kin_inspected(inspection, at.form, at.slot));
        if (kin_used_has(&used, &digest)) {
            for (size_t j = 0; !is_same(inspection, at, first); j++) {
                first = spot_of(inspection, j);
            }
            return reason_of(inspection, at, first);
        }
        kin_used_add(&used, &digest);
    }
    return NULL;
}

static const struct kin_slot *scarcest(const struct kin_set *set)
{
    const struct kin_slot *found = &set->slots[0];
    for (size_t s = 1; s < set->slot_count; s++) {
        found = set->slots[s].capacity.number < found->capacity.number ? &set->slots[s] : found;
    }
    return found;
}

struct kin_finding kin_property_unused(const struct kin_inspection *inspection)
{
    const struct kin_set *set = inspection->of.set;
    size_t count = set->form_count * set->slot_count;
    const char *reason = used_twice(inspection, count);
    if (reason) {
        return kin_find(KIN_FAILED, reason);
    }
    const struct kin_slot *slot = scarcest(set);
    const char *number = kin_format(inspection->arena, "%" PRIu64, slot->capacity.number);
    number = slot->capacity.estimated ? kin_format(inspection->arena, inspection->words->reason_about, number) : number;
    return kin_find(KIN_PASSED,
                    kin_format(inspection->arena, inspection->words->reason_unused, count, slot->id, number));
}
