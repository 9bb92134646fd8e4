/* Property 12: what no program can judge, listed for a reader: which stories the items tell. */
#include "form/evidence/inspect.h"

#include <string.h>

static bool told_before(const struct kin_inspection *inspection, size_t slot, size_t form, const char *context)
{
    for (size_t f = 0; f < form; f++) {
        const char *other = kin_inspected(inspection, f, slot)->context;
        if (other && strcmp(other, context) == 0) {
            return true;
        }
    }
    return false;
}

/* "item 3: garden, market" */
static void add_slot(const struct kin_inspection *inspection, size_t slot, struct kin_buf *buf)
{
    bool begun = false;
    for (size_t f = 0; f < inspection->of.set->form_count; f++) {
        const char *context = kin_inspected(inspection, f, slot)->context;
        if (!context || told_before(inspection, slot, f, context)) {
            continue;
        }
        if (begun) {
            kin_buf_addf(buf, ", %s", context);
        } else {
            kin_buf_addf(buf, "%s%s: %s", buf->length ? "; " : "", kin_inspected_slot(inspection, slot), context);
        }
        begun = true;
    }
}

struct kin_finding kin_property_contexts(const struct kin_inspection *inspection)
{
    struct kin_buf buf = kin_buf_in(inspection->arena);
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        add_slot(inspection, s, &buf);
    }
    return buf.length
               ? kin_find(KIN_UNDECIDED, kin_format(inspection->arena, inspection->words->reason_contexts, buf.data))
               : kin_find(KIN_NOT_APPLICABLE, inspection->words->reason_no_contexts);
}
