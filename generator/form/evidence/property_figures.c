/* Property 9: figures and tables of the same kind and size. */
#include "form/evidence/inspect.h"

#include <math.h>

/* With a figure or table in it, a box may be so much taller on one form than on another. */
static const double share = 0.05, one_line = 15;

static bool sizes_differ(const struct kin_inspection *inspection, size_t slot, struct kin_finding *finding)
{
    const struct kin_paging *pagings = inspection->of.pagings;
    for (size_t f = 1; pagings && f < inspection->of.set->form_count; f++) {
        double a = pagings[0].items[slot].own_pt, b = pagings[f].items[slot].own_pt;
        if (fabs(a - b) > fmax(share * fmax(a, b), one_line)) {
            *finding = kin_find(KIN_FAILED,
                                kin_format(inspection->arena, inspection->words->reason_figure_size,
                                           kin_inspected_slot(inspection, slot), a, kin_inspected_form(inspection, 0),
                                           b, kin_inspected_form(inspection, f)));
            return true;
        }
    }
    return false;
}

struct kin_finding kin_property_figures(const struct kin_inspection *inspection)
{
    static const enum kin_evidence_kind kinds[] = {KIN_EVIDENCE_FIGURES};
    struct kin_finding finding;
    if (kin_differs(inspection, kinds, 1, &finding)) {
        return finding;
    }
    size_t count = 0;
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        bool has = *inspection->evidence[0][s].facts[KIN_EVIDENCE_FIGURES];
        if (has && !kin_inspected_pool(inspection, s) && sizes_differ(inspection, s, &finding)) {
            return finding;
        }
        count += has;
    }
    return count ? kin_find(KIN_PASSED, kin_format(inspection->arena, inspection->words->reason_figures, count))
                 : kin_find(KIN_NOT_APPLICABLE, inspection->words->reason_no_figures);
}
