/* Property 14: as much time and as hard, by a count of what there is to do; where forms take different templates, by
 * what whole forms are predicted to score and to take. */
#include "form/evidence/difficulty.h"
#include "form/evidence/inspect.h"
#include "form/totals.h"

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

/* Are forms more than their one item, and not matched in total by predictions? */
static bool is_whole(const struct kin_inspection *inspection)
{
    return inspection->of.set->slot_count > 1 && !kin_inspected_pools(inspection);
}

static const char *total_reason(const struct kin_inspection *inspection, size_t form)
{
    size_t a = total_of(inspection, 0), b = total_of(inspection, form);
    bool whole =
        inspection->of.set->slot_count > 1 && !kin_inspected_pools(inspection); /* matched by more than counts */
    return whole && percent_apart(a, b) > FORM_PERCENT
               ? kin_format(inspection->arena, inspection->words->reason_index_total, a,
                            kin_inspected_form(inspection, 0), b, kin_inspected_form(inspection, form))
               : NULL;
}

/* *most: how far apart items are. */
static const char *item_reason(const struct kin_inspection *inspection, size_t form, size_t slot, size_t *most)
{
    if (kin_inspected_pool(inspection, slot)) {
        return NULL;
    }
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

/* Seconds by the weights of the data folder, or what the template says. */
static size_t seconds_of(const struct kin_inspection *inspection, size_t form, size_t slot)
{
    return kin_inspected_seconds(inspection, form, slot);
}

static size_t total_seconds(const struct kin_inspection *inspection, size_t form)
{
    size_t total = 0;
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        total += seconds_of(inspection, form, s);
    }
    return total;
}

static const char *seconds_reason(const struct kin_inspection *inspection, size_t form)
{
    const char *first = kin_inspected_form(inspection, 0), *other = kin_inspected_form(inspection, form);
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        size_t a = seconds_of(inspection, 0, s), b = seconds_of(inspection, form, s);
        if (!kin_inspected_pool(inspection, s) && percent_apart(a, b) > ITEM_PERCENT) {
            return kin_format(inspection->arena, inspection->words->reason_seconds, kin_inspected_slot(inspection, s),
                              a, first, b, other);
        }
    }
    size_t a = total_seconds(inspection, 0), b = total_seconds(inspection, form);
    return is_whole(inspection) && percent_apart(a, b) > FORM_PERCENT
               ? kin_format(inspection->arena, inspection->words->reason_seconds_total, a, first, b, other)
               : NULL;
}

static const char *slow_form(const struct kin_inspection *inspection)
{
    const char *reason = NULL;
    for (size_t f = 1; f < inspection->of.set->form_count && !reason; f++) {
        reason = seconds_reason(inspection, f);
    }
    return reason;
}

/* ---- Where only totals are matched ------------------------------------------------------------------------------- */

/* Predicted anew from the items, so that a set file can't say what it likes. */
static struct kin_totals_gap gap_of(const struct kin_inspection *inspection, const struct kin_weights *weights)
{
    const struct kin_set *set = inspection->of.set;
    struct kin_match_totals *outlooks = KIN_NEW_N(inspection->arena, struct kin_match_totals, set->form_count);
    for (size_t f = 0; f < set->form_count; f++) {
        outlooks[f] = kin_form_totals(inspection->arena, weights, &set->forms[f]);
    }
    return kin_totals_gap_of(outlooks, set->form_count, kin_set_points_milli(inspection->arena, set));
}

static struct kin_finding judge_totals(const struct kin_inspection *inspection)
{
    const struct kin_library *library = inspection->of.library;
    if (!library || !library->weights) {
        return kin_find(KIN_UNDECIDED, inspection->words->totals_unknown);
    }
    struct kin_totals_gap gap = gap_of(inspection, library->weights);
    return kin_find(kin_totals_agree(&gap) ? KIN_PASSED : KIN_FAILED,
                    kin_totals_text(inspection->arena, inspection->words, library->weights, &gap));
}

/* ---- The property ------------------------------------------------------------------------------------------------ */

static struct kin_finding pass(const struct kin_inspection *inspection, size_t most)
{
    const char *minutes = kin_format(inspection->arena, "%.3g", (double)total_seconds(inspection, 0) / 60);
    const struct kin_library *library = inspection->of.library;
    const char *source = library && library->weights ? library->weights->about : inspection->words->reason_by_template;
    return kin_find(KIN_PASSED, kin_format(inspection->arena, inspection->words->reason_time, minutes, source,
                                           total_of(inspection, 0), most));
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
    reason = reason ? reason : slow_form(inspection);
    if (reason) {
        return kin_find(KIN_FAILED, reason);
    }
    return kin_inspected_pools(inspection) ? judge_totals(inspection) : pass(inspection, most);
}
