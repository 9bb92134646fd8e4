/* Property 6: each foreseen wrong answer is there on every form, unlike the key and the others. */
#include "form/evidence/inspect.h"
#include "form/evidence/question.h"

#include <string.h>

struct clash {
    const char *text;  /* NULL: none so far */
    const char *words; /* what it clashes with, as a reason */
    const struct kin_furniture *furniture;
    size_t count; /* of wrong answers */
};

static void compare(struct clash *clash, const char *wrong, const char *other, const char *reason)
{
    if (!clash->text && *wrong && other && strcmp(wrong, other) == 0) {
        clash->text = wrong;
        clash->words = reason;
    }
}

/* An ending of "the same" is decided by looks: the proof judged values when the instance was drawn. */
static void look_at(const struct kin_response *response, void *data)
{
    struct clash *clash = data;
    for (size_t i = 0; i < response->wrong_count; i++) {
        compare(clash, response->wrong[i].answer.text, response->key.text, clash->furniture->reason_wrong_key);
        for (size_t j = 0; j < i; j++) {
            compare(clash, response->wrong[i].answer.text, response->wrong[j].answer.text,
                    clash->furniture->reason_wrong_twice);
        }
    }
    clash->count += response->wrong_count;
    for (size_t i = 0; i < response->option_count; i++) {
        const struct kin_option *option = &response->options[i];
        clash->count += !option->right && option->misconception;
        for (size_t j = 0; j < i; j++) {
            compare(clash, option->answer.text, response->options[j].answer.text,
                    option->right || response->options[j].right ? clash->furniture->reason_wrong_key
                                                                : clash->furniture->reason_wrong_twice);
        }
    }
}

struct kin_finding kin_property_wrong(const struct kin_inspection *inspection)
{
    static const enum kin_evidence_kind kinds[] = {KIN_EVIDENCE_WRONG};
    struct kin_finding finding;
    if (inspection->of.set->form_count < 2) {
        return kin_find(KIN_NOT_APPLICABLE, inspection->words->reason_one_form);
    }
    if (kin_differs(inspection, kinds, 1, &finding)) {
        return finding;
    }
    size_t count = 0;
    for (size_t f = 0; f < inspection->of.set->form_count; f++) {
        for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
            struct clash clash = {.furniture = inspection->words};
            kin_item_responses(kin_inspected(inspection, f, s), look_at, &clash);
            if (clash.text) {
                return kin_find(KIN_FAILED,
                                kin_format(inspection->arena, clash.words, kin_inspected_slot(inspection, s),
                                           kin_inspected_form(inspection, f), clash.text));
            }
            count += f ? 0 : clash.count; /* as many on the other forms */
        }
    }
    if (!count) {
        return kin_find(KIN_NOT_APPLICABLE, inspection->words->reason_no_wrong);
    }
    return kin_inspected_pools(inspection)
               ? kin_find(KIN_PASSED, inspection->words->reason_wrong_pools)
               : kin_find(KIN_PASSED, kin_format(inspection->arena, inspection->words->reason_wrong, count));
}
