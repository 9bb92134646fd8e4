/* Property 7: another form gives nothing away: other questions, and other answers where there are others. */
#include "form/evidence/giveaway.h"
#include "form/evidence/inspect.h"
#include "form/evidence/question.h"

#include <string.h>

static void add_answer(const struct kin_response *response, void *data)
{
    kin_buf_addf(data, "%s; ", response->key.text ? response->key.text : "");
}

static const char *answers_of(const struct kin_inspection *inspection, size_t form, size_t slot)
{
    struct kin_buf buf = kin_buf_in(inspection->arena);
    kin_item_responses(kin_inspected(inspection, form, slot), add_answer, &buf);
    return buf.length ? buf.data : "";
}

/* Texts of a slot, or of whole forms, by form. */
struct texts {
    const char **items;
    size_t count;
};

static struct texts texts_in(const struct kin_inspection *inspection)
{
    size_t count = inspection->of.set->form_count;
    return (struct texts){KIN_NEW_N(inspection->arena, const char *, count), count};
}

/* The first two that are equal; returns how many equal an earlier one. */
static size_t count_equal(const struct texts *texts, size_t *a, size_t *b)
{
    size_t equal = 0;
    for (size_t j = 1; j < texts->count; j++) {
        for (size_t i = 0; i < j; i++) {
            if (strcmp(texts->items[i], texts->items[j]) == 0) {
                *a = equal ? *a : i;
                *b = equal ? *b : j;
                equal++;
                break;
            }
        }
    }
    return equal;
}

/* A typed number that is the same on all forms is not worth drawing. */
static bool is_constant(const struct kin_inspection *inspection, size_t slot, size_t equal)
{
    enum kin_giveaway unused;
    const char *key;
    const struct kin_item *item = kin_inspected(inspection, 0, slot);
    return equal && equal + 1 == inspection->of.set->form_count &&
           kin_giveaway_of(inspection->arena, item, &unused, &key);
}

static const char *named(const struct kin_inspection *inspection, const char *reason, size_t a, size_t b)
{
    return kin_format(inspection->arena, reason, kin_inspected_form(inspection, a), kin_inspected_form(inspection, b));
}

/* NULL: nothing is wrong with the slot. *shared grows by its shared answers; `whole` gathers all answers of a form. */
static const char *slot_reason(const struct kin_inspection *inspection, size_t slot, struct kin_buf *whole,
                               size_t *shared)
{
    struct texts questions = texts_in(inspection), answers = texts_in(inspection);
    size_t a, b;
    for (size_t f = 0; f < questions.count; f++) {
        questions.items[f] = kin_question_text(inspection->arena, kin_inspected(inspection, f, slot));
        answers.items[f] = answers_of(inspection, f, slot);
        kin_buf_add(&whole[f], answers.items[f]);
    }
    if (count_equal(&questions, &a, &b)) {
        return kin_format(inspection->arena, inspection->words->reason_same_question,
                          kin_inspected_slot(inspection, slot), kin_inspected_form(inspection, a),
                          kin_inspected_form(inspection, b));
    }
    size_t equal = count_equal(&answers, &a, &b);
    *shared += equal;
    return is_constant(inspection, slot, equal) ? kin_format(inspection->arena, inspection->words->reason_one_answer,
                                                             kin_inspected_slot(inspection, slot), answers.items[0])
                                                : NULL;
}

static const char *first_reason(const struct kin_inspection *inspection, size_t *shared)
{
    struct texts forms = texts_in(inspection);
    struct kin_buf *whole = KIN_NEW_N(inspection->arena, struct kin_buf, forms.count);
    for (size_t f = 0; f < forms.count; f++) {
        whole[f] = kin_buf_in(inspection->arena);
    }
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        const char *reason = slot_reason(inspection, s, whole, shared);
        if (reason) {
            return reason;
        }
    }
    for (size_t f = 0; f < forms.count; f++) {
        forms.items[f] = whole[f].length ? whole[f].data : "";
    }
    size_t a, b; /* of a single item, answers may run out */
    bool same = inspection->of.set->slot_count > 1 && count_equal(&forms, &a, &b);
    return same ? named(inspection, inspection->words->reason_same_answers, a, b) : NULL;
}

struct kin_finding kin_property_unlike(const struct kin_inspection *inspection)
{
    size_t shared = 0;
    if (inspection->of.set->form_count < 2) {
        return kin_find(KIN_NOT_APPLICABLE, inspection->words->reason_one_form);
    }
    const char *reason = first_reason(inspection, &shared);
    return reason ? kin_find(KIN_FAILED, reason)
                  : kin_find(KIN_PASSED, kin_format(inspection->arena, inspection->words->reason_unlike, shared));
}
