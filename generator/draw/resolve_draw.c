/* Drawings: what is drawn on, and what is marked. */
#include "draw/resolve_item.h"

static bool text_of(struct kin_frame *frame, const struct kin_stroke_value *value, const char **text)
{
    struct kin_value result;
    if (value->formula) {
        const struct kin_maths *maths = kin_formula_resolve(value->formula, frame);
        *text = maths ? kin_maths_text(frame->arena, maths) : NULL;
        return maths != NULL;
    }
    if (!value->value) {
        *text = value->word;
        return true;
    }
    bool defined = kin_expr_eval(value->value, frame, &result);
    *text = defined ? kin_value_text(frame->arena, &result) : NULL;
    return defined;
}

static bool resolve_values(struct kin_frame *frame, const struct kin_stroke_template *template,
                           struct kin_stroke *stroke)
{
    struct kin_value tolerance;
    stroke->values = KIN_NEW_N(frame->arena, struct kin_fact, template->value_count);
    stroke->value_count = template->value_count;
    for (size_t i = 0; i < template->value_count; i++) {
        stroke->values[i].name = template->values[i].name;
        if (!text_of(frame, &template->values[i], &stroke->values[i].text)) {
            return false;
        }
    }
    if (!template->tolerance) {
        return true;
    }
    bool defined = kin_expr_eval(template->tolerance, frame, &tolerance);
    stroke->tolerance = defined ? kin_value_text(frame->arena, &tolerance) : NULL;
    return defined;
}

static bool resolve_stroke(struct kin_resolving *resolving, const struct kin_response_template *response,
                           const struct kin_stroke_template *template, struct kin_stroke *stroke)
{
    *stroke = (struct kin_stroke){.kind = template->kind, .points = template->points};
    return resolve_values(resolving->content.walk.frame, template, stroke) &&
           (!template->part || kin_content_mark(&resolving->content, response, template->part)) &&
           kin_content_line(&resolving->content, &template->what, &stroke->what);
}

bool kin_resolve_draw(struct kin_resolving *resolving, const struct kin_response_template *response,
                      struct kin_response *result)
{
    struct kin_frame *frame = resolving->content.walk.frame;
    struct kin_entries entries;
    struct kin_rat sum = kin_rat_int(0);
    if (!kin_content_flow(&resolving->content, &response->body, &result->body) ||
        !kin_entries_list(response, KIN_ENTRY_STROKE, frame, &entries)) {
        return false;
    }
    result->strokes = KIN_NEW_N(frame->arena, struct kin_stroke, entries.count);
    for (size_t i = 0; i < entries.count; i++) {
        kin_listed_enter(&entries.items[i], frame);
        struct kin_stroke *stroke = &result->strokes[result->stroke_count++];
        if (!resolve_stroke(resolving, response, &response->strokes[entries.items[i].index], stroke)) {
            return false;
        }
        sum = kin_rat_add(frame->arena, sum, stroke->points);
    }
    result->points = entries.count ? sum : result->points;
    return true;
}
