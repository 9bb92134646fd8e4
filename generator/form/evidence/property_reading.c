/* Property 8: as much to read on every form, item by item. */
#include "form/evidence/inspect.h"

static size_t words_of(const struct kin_inspection *inspection, size_t form)
{
    size_t words = 0;
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        words += inspection->evidence[form][s].words;
    }
    return words;
}

struct longest {
    size_t most, fewest; /* forms */
};

static struct longest longest_of(const struct kin_inspection *inspection, size_t slot)
{
    struct longest longest = {0, 0};
    for (size_t f = 1; f < inspection->of.set->form_count; f++) {
        size_t words = inspection->evidence[f][slot].words;
        longest.most = words > inspection->evidence[longest.most][slot].words ? f : longest.most;
        longest.fewest = words < inspection->evidence[longest.fewest][slot].words ? f : longest.fewest;
    }
    return longest;
}

static bool words_differ(const struct kin_inspection *inspection, struct kin_finding *finding)
{
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        struct longest forms = longest_of(inspection, s);
        const struct kin_evidence *a = &inspection->evidence[forms.most][s],
                                  *b = &inspection->evidence[forms.fewest][s];
        if (!kin_inspected_pool(inspection, s) && !kin_evidence_agrees(KIN_EVIDENCE_WORDS, a, b)) {
            *finding = kin_find(KIN_FAILED, kin_format(inspection->arena, inspection->words->reason_words,
                                                       kin_inspected_slot(inspection, s), a->words,
                                                       kin_inspected_form(inspection, forms.most), b->words,
                                                       kin_inspected_form(inspection, forms.fewest)));
            return true;
        }
    }
    return false;
}

struct kin_finding kin_property_reading(const struct kin_inspection *inspection)
{
    static const enum kin_evidence_kind kinds[] = {KIN_EVIDENCE_SENTENCES};
    struct kin_finding finding;
    if (words_differ(inspection, &finding) || kin_differs(inspection, kinds, 1, &finding)) {
        return finding;
    }
    size_t least = SIZE_MAX, most = 0;
    for (size_t f = 0; f < inspection->of.set->form_count; f++) {
        size_t words = words_of(inspection, f);
        least = words < least ? words : least;
        most = words > most ? words : most;
    }
    return kin_find(KIN_PASSED, kin_format(inspection->arena, inspection->words->reason_reading, least, most));
}
