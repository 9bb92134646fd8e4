/* Property 17: the templates behind the set are drawn a thousand times each, without a failure. */
#include "form/evidence/inspect.h"

#include <string.h>

enum { DRAWS = 1000 };

struct templates {
    const char **ids;
    size_t count, room;
};

static bool is_known(const struct templates *templates, const char *id)
{
    for (size_t i = 0; i < templates->count; i++) {
        if (strcmp(templates->ids[i], id) == 0) {
            return true;
        }
    }
    return false;
}

/* All that some form has an item of: forms that are matched in total take different ones. */
static struct templates templates_of(const struct kin_inspection *inspection)
{
    struct templates templates = {0};
    for (size_t f = 0; f < inspection->of.set->form_count; f++) {
        for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
            const char *id = kin_inspected(inspection, f, s)->template_id;
            if (!is_known(&templates, id)) {
                KIN_PUSH(inspection->arena, templates.ids, templates.count, templates.room) = id;
            }
        }
    }
    return templates;
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
    if (!inspection->again) {
        return kin_find(inspection->not_again, inspection->why_not);
    }
    struct kin_buf keys = kin_buf_in(inspection->arena);
    struct templates templates = templates_of(inspection);
    for (size_t i = 0; i < templates.count; i++) {
        const struct kin_template *template = kin_template_find(inspection->of.library, templates.ids[i]);
        const char *error = template ? survey(inspection, template, &keys) : inspection->words->reason_not_in_banks;
        if (error) {
            return kin_find(KIN_FAILED, kin_format(inspection->arena, inspection->words->reason_survey_failed,
                                                   templates.ids[i], error));
        }
    }
    return kin_find(KIN_PASSED,
                    kin_format(inspection->arena, inspection->words->reason_survey, templates.count, keys.data));
}
