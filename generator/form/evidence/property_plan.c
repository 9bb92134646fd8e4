/* Property 1: the same items in the same order, for the same points. */
#include "form/evidence/inspect.h"

static struct kin_rat points_of(const struct kin_inspection *inspection, size_t form)
{
    struct kin_rat sum = kin_rat_int(0);
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        sum =
            kin_rat_add(inspection->arena, sum, kin_item_points(inspection->arena, kin_inspected(inspection, form, s)));
    }
    return sum;
}

/* Points of the whole, where items may take turns. */
static bool totals_differ(const struct kin_inspection *inspection, struct kin_finding *finding)
{
    struct kin_rat first = points_of(inspection, 0);
    for (size_t f = 1; f < inspection->of.set->form_count; f++) {
        struct kin_rat other = points_of(inspection, f);
        if (!kin_rat_equal(first, other)) {
            *finding = kin_find(KIN_FAILED,
                                kin_format(inspection->arena, inspection->words->reason_points,
                                           kin_inspected_form(inspection, 0), kin_rat_text(inspection->arena, first),
                                           kin_inspected_form(inspection, f), kin_rat_text(inspection->arena, other)));
            return true;
        }
    }
    return false;
}

struct kin_finding kin_property_plan(const struct kin_inspection *inspection)
{
    static const enum kin_evidence_kind kinds[] = {KIN_EVIDENCE_PLAN};
    struct kin_finding finding;
    if (kin_differs(inspection, kinds, 1, &finding) || totals_differ(inspection, &finding)) {
        return finding;
    }
    return kin_find(KIN_PASSED,
                    kin_format(inspection->arena, inspection->words->reason_plan, inspection->of.set->slot_count,
                               kin_rat_text(inspection->arena, points_of(inspection, 0))));
}
