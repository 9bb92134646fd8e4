/* Property 2: the same kind of answer in each place. */
#include "form/evidence/inspect.h"

struct kin_finding kin_property_answers(const struct kin_inspection *inspection)
{
    static const enum kin_evidence_kind kinds[] = {KIN_EVIDENCE_RESPONSES, KIN_EVIDENCE_KEYS};
    struct kin_finding finding;
    if (kin_differs(inspection, kinds, 2, &finding)) {
        return finding;
    }
    return kin_find(KIN_PASSED,
                    kin_format(inspection->arena, inspection->words->reason_answers, inspection->of.set->slot_count));
}
