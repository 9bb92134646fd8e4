/* Property 4: numbers with as many digits and as many minus signs, so that answers lie within a factor of ten. */
#include "form/evidence/inspect.h"

struct kin_finding kin_property_size(const struct kin_inspection *inspection)
{
    static const enum kin_evidence_kind kinds[] = {KIN_EVIDENCE_MAGNITUDES};
    struct kin_finding finding;
    if (kin_differs(inspection, kinds, 1, &finding)) {
        return finding;
    }
    return kin_pass_items(inspection, inspection->words->reason_size);
}
