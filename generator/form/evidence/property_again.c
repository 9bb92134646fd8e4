/* Property 15: the same banks, plan and seed give the same forms, and later forms change nothing. */
#include "form/evidence/inspect.h"
#include "form/evidence/question.h"

#include <string.h>

static void add_steps(struct kin_buf *buf, const struct kin_part *part)
{
    for (size_t s = 0; s < part->step_count; s++) {
        kin_nodes_write(buf, &part->steps[s].work);
        kin_nodes_write(buf, &part->steps[s].why);
    }
}

static void add_response(const struct kin_response *response, void *data)
{
    struct kin_buf *buf = data;
    kin_buf_add(buf, response->key.text ? response->key.text : "");
    for (size_t i = 0; i < response->wrong_count; i++) {
        kin_buf_addf(buf, "\n%s", response->wrong[i].answer.text);
    }
}

/* All that is printed of an item, and its numbers. */
static const char *whole_text(kin_arena *arena, const struct kin_item *item)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_addf(&buf, "%s\n%s\n", item->identity, kin_question_text(arena, item));
    kin_item_responses(item, add_response, &buf);
    for (size_t p = 0; p < item->part_count; p++) {
        add_steps(&buf, &item->parts[p]);
    }
    return buf.data;
}

static bool is_same(const struct kin_inspection *inspection, const struct kin_set *again, size_t form, size_t slot)
{
    return strcmp(whole_text(inspection->arena, kin_inspected(inspection, form, slot)),
                  whole_text(inspection->arena, again->forms[form].items[slot])) == 0;
}

static const char *first_difference(const struct kin_inspection *inspection)
{
    const struct kin_set *set = inspection->of.set;
    for (size_t f = 0; f < set->form_count; f++) {
        for (size_t s = 0; s < set->slot_count; s++) {
            if (!is_same(inspection, inspection->again, f, s)) {
                return kin_format(inspection->arena, inspection->words->reason_item_differs,
                                  kin_inspected_slot(inspection, s), kin_inspected_form(inspection, f),
                                  inspection->again->forms[f].items[s]->identity);
            }
        }
    }
    return NULL;
}

/* Only some of the forms, drawn as if the others had never been asked for. */
static const char *first_moved(const struct kin_inspection *inspection)
{
    size_t count = (inspection->of.set->form_count + 1) / 2;
    const char *why_not = NULL;
    enum kin_ruling verdict;
    const struct kin_set *fewer = kin_draw_again(inspection->arena, &inspection->of, count, &why_not, &verdict);
    for (size_t f = 0; fewer && f < count; f++) {
        for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
            if (!is_same(inspection, fewer, f, s)) {
                return kin_format(inspection->arena, inspection->words->reason_first_differs,
                                  kin_inspected_form(inspection, f));
            }
        }
    }
    return fewer ? NULL : why_not;
}

struct kin_finding kin_property_again(const struct kin_inspection *inspection)
{
    if (!inspection->again) {
        return kin_find(inspection->not_again, inspection->why_not);
    }
    const char *reason = first_difference(inspection);
    reason = reason ? reason : first_moved(inspection);
    size_t items = inspection->of.set->form_count * inspection->of.set->slot_count;
    return reason ? kin_find(KIN_FAILED, reason)
                  : kin_find(KIN_PASSED, kin_format(inspection->arena, inspection->words->reason_again, items));
}
