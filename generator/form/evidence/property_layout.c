/* Property 10: forms that nobody tells apart from a metre away: the same pages, places and room to work. */
#include "form/evidence/inspect.h"

#include <math.h>

static const double tolerance = 1; /* pt */

static const char *page_reason(const struct kin_inspection *inspection, size_t form, size_t slot)
{
    const struct kin_placing *a = &inspection->of.pagings[0].items[slot],
                             *b = &inspection->of.pagings[form].items[slot];
    const char *first = kin_inspected_form(inspection, 0), *other = kin_inspected_form(inspection, form),
               *number = kin_inspected_slot(inspection, slot);
    if (a->page != b->page) {
        return kin_format(inspection->arena, inspection->words->reason_page, number, a->page, first, b->page, other);
    }
    if (fabs(a->height_pt - b->height_pt) > tolerance || fabs(a->top - b->top) > tolerance) {
        return kin_format(inspection->arena, inspection->words->reason_box, number, a->height_pt, first, b->height_pt,
                          other);
    }
    return NULL;
}

static const char *reason_of(const struct kin_inspection *inspection, size_t form)
{
    const struct kin_paging *pagings = inspection->of.pagings;
    const char *reason = NULL;
    for (size_t s = 0; s < inspection->of.set->slot_count && !reason; s++) {
        reason = page_reason(inspection, form, s);
    }
    if (!reason && pagings[0].pages != pagings[form].pages) {
        reason = kin_format(inspection->arena, inspection->words->reason_pages, kin_inspected_form(inspection, 0),
                            pagings[0].pages, kin_inspected_form(inspection, form), pagings[form].pages);
    }
    return reason;
}

struct kin_finding kin_property_layout(const struct kin_inspection *inspection)
{
    static const enum kin_evidence_kind kinds[] = {KIN_EVIDENCE_SPACE};
    struct kin_finding finding;
    if (kin_differs(inspection, kinds, 1, &finding)) {
        return finding;
    }
    if (!inspection->of.pagings) {
        return kin_find(KIN_UNDECIDED, inspection->words->reason_not_laid);
    }
    for (size_t f = 1; f < inspection->of.set->form_count; f++) {
        const char *reason = reason_of(inspection, f);
        if (reason) {
            return kin_find(KIN_FAILED, reason);
        }
    }
    int pages = inspection->of.pagings[0].pages;
    return kin_find(KIN_PASSED, pages == 1 ? inspection->words->reason_layout_one
                                           : kin_format(inspection->arena, inspection->words->reason_layout, pages));
}
