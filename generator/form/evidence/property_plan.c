/* Property 1: the same items in the same order, for the same points. */
#include "form/evidence/inspect.h"

#include <string.h>

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

/* "7.NS.A.1 level 1; ...": by part. */
static const char *stratum_of(const struct kin_inspection *inspection, size_t form, size_t slot)
{
    const struct kin_item *item = kin_inspected(inspection, form, slot);
    struct kin_buf buf = kin_buf_in(inspection->arena);
    kin_buf_add(&buf, "");
    for (size_t i = 0; i < item->part_count; i++) {
        const struct kin_part *part = &item->parts[i];
        kin_buf_addf(&buf, "%s%s level %d", i ? "; " : "", part->standard ? part->standard : item->standard,
                     part->level ? part->level : item->level);
    }
    return buf.data;
}

/* Standard and level of each item, where forms take different templates. */
static bool strata_differ(const struct kin_inspection *inspection, struct kin_finding *finding)
{
    const struct kin_set *set = inspection->of.set;
    for (size_t i = set->slot_count; i < set->form_count * set->slot_count; i++) {
        size_t f = i / set->slot_count, s = i % set->slot_count;
        const char *first = stratum_of(inspection, 0, s), *other = stratum_of(inspection, f, s);
        if (kin_inspected_pool(inspection, s) && strcmp(first, other) != 0) {
            *finding = kin_find(KIN_FAILED, kin_format(inspection->arena, inspection->words->reason_differs,
                                                       kin_inspected_slot(inspection, s),
                                                       kin_evidence_words(inspection->words, KIN_EVIDENCE_PLAN), first,
                                                       kin_inspected_form(inspection, 0), other,
                                                       kin_inspected_form(inspection, f)));
            return true;
        }
    }
    return false;
}

struct kin_finding kin_property_plan(const struct kin_inspection *inspection)
{
    static const enum kin_evidence_kind kinds[] = {KIN_EVIDENCE_PLAN};
    struct kin_finding finding;
    if (kin_differs(inspection, kinds, 1, &finding) || strata_differ(inspection, &finding) ||
        totals_differ(inspection, &finding)) {
        return finding;
    }
    return kin_find(KIN_PASSED,
                    kin_format(inspection->arena, inspection->words->reason_plan, inspection->of.set->slot_count,
                               kin_rat_text(inspection->arena, points_of(inspection, 0))));
}
