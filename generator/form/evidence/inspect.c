#include "form/evidence/inspect.h"

#include "form/match_predict.h"

#include <string.h>

/* ---- Names ------------------------------------------------------------------------------------------------------- */

int kin_property_number(enum kin_property property)
{
    static const int numbers[] = {
#define KIN_PROPERTY(number, name, scope, function) number,
#include "form/evidence/properties.def"
#undef KIN_PROPERTY
    };
    return numbers[property];
}

const char *kin_property_name(enum kin_property property)
{
    static const char *const names[] = {
#define KIN_PROPERTY(number, name, scope, function) #name,
#include "form/evidence/properties.def"
#undef KIN_PROPERTY
    };
    return names[property];
}

const char *kin_property_title(const struct kin_furniture *words, enum kin_property property)
{
    const char *const titles[] = {
#define KIN_PROPERTY(number, name, scope, function) words->property_##name,
#include "form/evidence/properties.def"
#undef KIN_PROPERTY
    };
    return titles[property];
}

const char *kin_verdict_text(const struct kin_furniture *words, enum kin_ruling verdict)
{
    const char *const texts[] = {words->verdict_passed, words->verdict_failed, words->verdict_not_applicable,
                                 words->verdict_undecided};
    return texts[verdict];
}

/* ---- What is looked at ------------------------------------------------------------------------------------------- */

const struct kin_item *kin_inspected(const struct kin_inspection *inspection, size_t form, size_t slot)
{
    return inspection->of.set->forms[form].items[slot];
}

const char *kin_inspected_slot(const struct kin_inspection *inspection, size_t slot)
{
    return inspection->of.set->slots[slot].id;
}

const char *kin_inspected_form(const struct kin_inspection *inspection, size_t form)
{
    return inspection->of.set->forms[form].letter;
}

size_t kin_inspected_seconds(const struct kin_inspection *inspection, size_t form, size_t slot)
{
    const struct kin_library *library = inspection->of.library;
    const struct kin_item *item = kin_inspected(inspection, form, slot);
    if (library && library->weights) {
        int seconds = kin_item_predict(library->weights, item).seconds;
        return seconds > 0 ? (size_t)seconds : 0;
    }
    const double most_minutes = 1000; /* a set file may say anything */
    return item->minutes > 0 && item->minutes < most_minutes ? (size_t)(item->minutes * 60) : 0;
}

bool kin_inspected_pool(const struct kin_inspection *inspection, size_t slot)
{
    return inspection->of.set->slots[slot].pool_count > 0;
}

size_t kin_inspected_pools(const struct kin_inspection *inspection)
{
    size_t pools = 0;
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        pools += kin_inspected_pool(inspection, s);
    }
    return pools;
}

struct kin_finding kin_pass_items(const struct kin_inspection *inspection, const char *format)
{
    size_t pools = kin_inspected_pools(inspection);
    const char *reason = kin_format(inspection->arena, format, inspection->of.set->slot_count - pools);
    const char *rest = pools ? kin_format(inspection->arena, inspection->words->reason_but_pools, pools) : "";
    return kin_find(KIN_PASSED, kin_format(inspection->arena, "%s%s", reason, rest));
}

static struct kin_evidence **gather(kin_arena *arena, const struct kin_set *set)
{
    struct kin_evidence **evidence = KIN_NEW_N(arena, struct kin_evidence *, set->form_count);
    for (size_t f = 0; f < set->form_count; f++) {
        evidence[f] = KIN_NEW_N(arena, struct kin_evidence, set->slot_count);
        for (size_t s = 0; s < set->slot_count; s++) {
            evidence[f][s] = kin_evidence_of(arena, set->forms[f].items[s]);
        }
    }
    return evidence;
}

bool kin_evidence_lacks(const struct kin_inspection *inspection, enum kin_evidence_kind kind)
{
    for (size_t f = 0; f < inspection->of.set->form_count; f++) {
        for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
            if (*inspection->evidence[f][s].facts[kind]) {
                return false;
            }
        }
    }
    return true;
}

/* ---- Where forms differ ------------------------------------------------------------------------------------------ */

/* A long list of features, of which one is another: its name with both values. */
static const char *shown(const struct kin_inspection *inspection, const char *text)
{
    return *text ? text : inspection->words->reason_nothing;
}

static const struct kin_fact *feature_of(const struct kin_item *item, size_t n)
{
    static const struct kin_fact none = {"", ""};
    return n < item->feature_count ? &item->features[n] : &none;
}

static const char *features_reason(const struct kin_inspection *inspection, size_t form, size_t slot)
{
    const struct kin_item *first = kin_inspected(inspection, 0, slot), *other = kin_inspected(inspection, form, slot);
    size_t n = 0;
    while (n < first->feature_count && strcmp(first->features[n].name, feature_of(other, n)->name) == 0 &&
           strcmp(first->features[n].text, feature_of(other, n)->text) == 0) {
        n++;
    }
    const struct kin_fact *a = feature_of(first, n), *b = feature_of(other, n);
    return kin_format(inspection->arena, inspection->words->reason_differs, kin_inspected_slot(inspection, slot),
                      *a->name ? a->name : b->name, shown(inspection, a->text), kin_inspected_form(inspection, 0),
                      shown(inspection, b->text), kin_inspected_form(inspection, form));
}

static const char *reason_of(const struct kin_inspection *inspection, enum kin_evidence_kind kind, size_t slot,
                             size_t first, size_t form)
{
    if (kind == KIN_EVIDENCE_FEATURES) {
        return features_reason(inspection, form, slot);
    }
    return kin_format(
        inspection->arena, inspection->words->reason_differs, kin_inspected_slot(inspection, slot),
        kin_evidence_words(inspection->words, kind), shown(inspection, inspection->evidence[first][slot].facts[kind]),
        kin_inspected_form(inspection, first), shown(inspection, inspection->evidence[form][slot].facts[kind]),
        kin_inspected_form(inspection, form));
}

/* The first two forms that do not agree in a slot. */
static bool pair_differs(const struct kin_inspection *inspection, enum kin_evidence_kind kind, size_t slot, size_t *a,
                         size_t *b)
{
    size_t ends = kin_evidence_tolerates(kind) ? inspection->of.set->form_count : 1;
    for (*a = 0; *a < ends; ++*a) {
        for (*b = *a + 1; *b < inspection->of.set->form_count; ++*b) {
            if (!kin_evidence_agrees(kind, &inspection->evidence[*a][slot], &inspection->evidence[*b][slot])) {
                return true;
            }
        }
    }
    return false;
}

static bool differs_in(const struct kin_inspection *inspection, enum kin_evidence_kind kind,
                       struct kin_finding *finding)
{
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        size_t a = 0, b = 0;
        if (!kin_inspected_pool(inspection, s) && pair_differs(inspection, kind, s, &a, &b)) {
            *finding = kin_find(KIN_FAILED, reason_of(inspection, kind, s, a, b));
            return true;
        }
    }
    return false;
}

bool kin_differs(const struct kin_inspection *inspection, const enum kin_evidence_kind *kinds, size_t count,
                 struct kin_finding *finding)
{
    bool differs = false;
    for (size_t i = 0; i < count && !differs; i++) {
        differs = differs_in(inspection, kinds[i], finding);
    }
    return differs;
}

/* ---- All properties ---------------------------------------------------------------------------------------------- */

typedef struct kin_finding property_function(const struct kin_inspection *);

static property_function *const functions[] = {
#define KIN_PROPERTY(number, name, scope, function) function,
#include "form/evidence/properties.def"
#undef KIN_PROPERTY
};

enum scope { SLOTS, SET };
static const enum scope scopes[] = {
#define KIN_PROPERTY(number, name, scope, function) scope,
#include "form/evidence/properties.def"
#undef KIN_PROPERTY
};

/* Is there nothing that forms share item by item, or nothing to share it with? NULL: there is. */
static const char *why_not(const struct kin_inspection *inspection, enum scope scope)
{
    bool pools = kin_inspected_pools(inspection) == inspection->of.set->slot_count;
    if (scope == SLOTS && inspection->of.set->form_count < 2) {
        return inspection->words->reason_one_form;
    }
    return scope == SLOTS && pools ? inspection->words->reason_pools : NULL;
}

static struct kin_finding find(const struct kin_inspection *inspection, enum kin_property property)
{
    const char *reason = why_not(inspection, scopes[property]);
    return reason ? kin_find(KIN_NOT_APPLICABLE, reason) : functions[property](inspection);
}

struct kin_inspection kin_inspect(kin_arena *arena, const struct kin_inspecting *of)
{
    struct kin_inspection inspection = {
        .arena = arena, .of = *of, .words = kin_furniture_of(of->set->language), .evidence = gather(arena, of->set)};
    inspection.again = kin_draw_again(arena, of, of->set->form_count, &inspection.why_not, &inspection.not_again);
    for (size_t i = 0; i < KIN_PROPERTY_COUNT; i++) {
        inspection.findings[i] = find(&inspection, (enum kin_property)i);
        inspection.counts[inspection.findings[i].verdict]++;
    }
    return inspection;
}
