/* Property 3: the same steps with the same operations, and the same declared features. */
#include "form/evidence/inspect.h"

static bool has_steps(const struct kin_inspection *inspection)
{
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        const struct kin_item *item = kin_inspected(inspection, 0, s);
        for (size_t p = 0; p < item->part_count; p++) {
            if (item->parts[p].step_count) {
                return true;
            }
        }
    }
    return false;
}

struct kin_finding kin_property_path(const struct kin_inspection *inspection)
{
    static const enum kin_evidence_kind kinds[] = {KIN_EVIDENCE_TEMPLATE, KIN_EVIDENCE_FEATURES, KIN_EVIDENCE_STEPS,
                                                   KIN_EVIDENCE_OPERATIONS};
    struct kin_finding finding;
    if (kin_differs(inspection, kinds, sizeof kinds / sizeof *kinds, &finding)) {
        return finding;
    }
    if (!has_steps(inspection)) {
        return kin_find(KIN_UNDECIDED, inspection->words->reason_no_steps);
    }
    return kin_pass_items(inspection, inspection->words->reason_path);
}
