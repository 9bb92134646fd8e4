/* Property 2: the same kind of answer in each place; where forms take different templates, the same kinds in all. */
#include "form/evidence/inspect.h"
#include "form/evidence/question.h"

#include <stdlib.h>
#include <string.h>

/* ---- Where only totals are matched ------------------------------------------------------------------------------- */

struct kinds {
    kin_arena *arena;
    const char **items;
    size_t count, room;
};

static void add_kind(const struct kin_response *response, void *data)
{
    struct kinds *kinds = data;
    const char *name = kin_response_kind_name(response->kind);
    bool choice = response->kind == KIN_RESPONSE_CHOICE;
    KIN_PUSH(kinds->arena, kinds->items, kinds->count, kinds->room) =
        choice ? kin_format(kinds->arena, "%s (%zu)", name, response->option_count) : name;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "2 choice (4), 1 value" of a sorted list. */
static const char *counted(const struct kinds *kinds)
{
    struct kin_buf buf = kin_buf_in(kinds->arena);
    kin_buf_add(&buf, "");
    for (size_t i = 0, next; i < kinds->count; i = next) {
        for (next = i; next < kinds->count && strcmp(kinds->items[i], kinds->items[next]) == 0; next++) {
        }
        kin_buf_addf(&buf, "%s%zu %s", i ? ", " : "", next - i, kinds->items[i]);
    }
    return buf.data;
}

/* Kinds of responses of a form in the slots that are matched in total. */
static const char *kinds_text(const struct kin_inspection *inspection, size_t form)
{
    struct kinds kinds = {.arena = inspection->arena};
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        if (kin_inspected_pool(inspection, s)) {
            kin_item_responses(kin_inspected(inspection, form, s), add_kind, &kinds);
        }
    }
    if (kinds.count) {
        qsort(kinds.items, kinds.count, sizeof *kinds.items, by_text);
    }
    return counted(&kinds);
}

/* NULL: they agree. */
static const char *totals_reason(const struct kin_inspection *inspection)
{
    const char *first = kinds_text(inspection, 0);
    for (size_t f = 1; f < inspection->of.set->form_count; f++) {
        const char *other = kinds_text(inspection, f);
        if (strcmp(first, other) != 0) {
            return kin_format(inspection->arena, inspection->words->reason_kinds, kin_inspected_form(inspection, f),
                              kin_inspected_form(inspection, 0), other, first);
        }
    }
    return NULL;
}

/* ---- The property ------------------------------------------------------------------------------------------------ */

struct kin_finding kin_property_answers(const struct kin_inspection *inspection)
{
    static const enum kin_evidence_kind facts[] = {KIN_EVIDENCE_RESPONSES, KIN_EVIDENCE_KEYS};
    struct kin_finding finding;
    if (inspection->of.set->form_count < 2) {
        return kin_find(KIN_NOT_APPLICABLE, inspection->words->reason_one_form);
    }
    if (kin_differs(inspection, facts, 2, &finding)) {
        return finding;
    }
    const char *reason = totals_reason(inspection);
    if (reason) {
        return kin_find(KIN_FAILED, reason);
    }
    size_t pools = kin_inspected_pools(inspection), items = inspection->of.set->slot_count - pools;
    const char *alike = items ? kin_format(inspection->arena, inspection->words->reason_answers, items) : "";
    const char *total =
        pools ? kin_format(inspection->arena, inspection->words->reason_kinds_agree, kinds_text(inspection, 0)) : "";
    return kin_find(KIN_PASSED, kin_format(inspection->arena, "%s%s%s", alike, items && pools ? "; " : "", total));
}
