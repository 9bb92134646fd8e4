/* Property 14: as much time and as hard, by a count of what there is to do. */
#include "form/evidence/difficulty.h"
#include "form/evidence/inspect.h"

enum { ITEM_PERCENT = 10, FORM_PERCENT = 5 };

static size_t index_of(const struct kin_inspection *inspection, size_t form, size_t slot)
{
    return kin_difficulty_index(kin_inspected(inspection, form, slot));
}

static size_t total_of(const struct kin_inspection *inspection, size_t form)
{
    size_t total = 0;
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        total += index_of(inspection, form, s);
    }
    return total;
}

/* How far apart, in percent of the larger one, rounded up. */
static size_t percent_apart(size_t a, size_t b)
{
    size_t more = a > b ? a : b, fewer = a + b - more;
    return more ? (100 * (more - fewer) + more - 1) / more : 0;
}

static const char *total_reason(const struct kin_inspection *inspection, size_t form)
{
    size_t a = total_of(inspection, 0), b = total_of(inspection, form);
    bool whole = inspection->of.set->slot_count > 1; /* a single item is judged as an item */
    return whole && percent_apart(a, b) > FORM_PERCENT
               ? kin_format(inspection->arena, inspection->words->reason_index_total, a,
                            kin_inspected_form(inspection, 0), b, kin_inspected_form(inspection, form))
               : NULL;
}

/* *most: how far apart items are. */
static const char *item_reason(const struct kin_inspection *inspection, size_t form, size_t slot, size_t *most)
{
    size_t a = index_of(inspection, 0, slot), b = index_of(inspection, form, slot), apart = percent_apart(a, b);
    *most = apart > *most ? apart : *most;
    return apart > ITEM_PERCENT
               ? kin_format(inspection->arena, inspection->words->reason_index, kin_inspected_slot(inspection, slot), a,
                            kin_inspected_form(inspection, 0), b, kin_inspected_form(inspection, form))
               : NULL;
}

static const char *first_reason(const struct kin_inspection *inspection, size_t *most)
{
    const char *reason = NULL;
    for (size_t f = 1; f < inspection->of.set->form_count && !reason; f++) {
        for (size_t s = 0; s < inspection->of.set->slot_count && !reason; s++) {
            reason = item_reason(inspection, f, s, most);
        }
        reason = reason ? reason : total_reason(inspection, f);
    }
    return reason;
}

static double minutes_of(const struct kin_inspection *inspection)
{
    double minutes = 0;
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        minutes += kin_inspected(inspection, 0, s)->minutes;
    }
    return minutes;
}

struct kin_finding kin_property_time(const struct kin_inspection *inspection)
{
    static const enum kin_evidence_kind kinds[] = {KIN_EVIDENCE_MINUTES};
    struct kin_finding finding;
    size_t most = 0;
    if (kin_differs(inspection, kinds, 1, &finding)) {
        return finding;
    }
    const char *reason = first_reason(inspection, &most);
    if (reason) {
        return kin_find(KIN_FAILED, reason);
    }
    const char *minutes = kin_format(inspection->arena, "%g", minutes_of(inspection));
    return kin_find(KIN_PASSED, kin_format(inspection->arena, inspection->words->reason_time, minutes,
                                           total_of(inspection, 0), most));
}
