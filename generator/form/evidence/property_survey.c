/* Property 17: the templates behind the set are drawn a thousand times each, without a failure. */
#include "form/evidence/inspect.h"

#include <string.h>

enum { DRAWS = 1000 };

static bool seen_before(const struct kin_set *set, size_t slot)
{
    for (size_t s = 0; s < slot; s++) {
        if (strcmp(set->slots[s].template_id, set->slots[slot].template_id) == 0) {
            return true;
        }
    }
    return false;
}

static const char *first_error(const struct kin_diags *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (kin_diag_row(diags->items[i].id)->severity == KIN_ERROR) {
            return diags->items[i].message;
        }
    }
    return NULL;
}

/* NULL: no failure. The survey's own memory is given back. */
static const char *survey(const struct kin_inspection *inspection, const struct kin_template *template,
                          struct kin_buf *keys)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_survey survey = {0};
    kin_draw_survey(arena, &diags, template, DRAWS, &survey);
    const char *error = first_error(&diags);
    error = error ? kin_copy(inspection->arena, error) : NULL;
    kin_buf_addf(keys, "%s%zu", keys->length ? ", " : "", survey.distinct_keys);
    kin_arena_free(arena);
    return error;
}

struct kin_finding kin_property_survey(const struct kin_inspection *inspection)
{
    const struct kin_set *set = inspection->of.set;
    if (!inspection->again) {
        return kin_find(inspection->not_again, inspection->why_not);
    }
    struct kin_buf keys = kin_buf_in(inspection->arena);
    size_t count = 0;
    for (size_t s = 0; s < set->slot_count; s++) {
        const char *id = set->slots[s].template_id;
        const char *error =
            seen_before(set, s) ? NULL : survey(inspection, kin_template_find(inspection->of.library, id), &keys);
        if (error) {
            return kin_find(KIN_FAILED,
                            kin_format(inspection->arena, inspection->words->reason_survey_failed, id, error));
        }
        count += !seen_before(set, s);
    }
    return kin_find(KIN_PASSED, kin_format(inspection->arena, inspection->words->reason_survey, count, keys.data));
}
