/* A department's own numbers: LANGUAGE rule 18. What they break on purpose is a warning, and they print. */
#include "draw/drawing.h"
#include "draw/resolve_walk.h"

struct putting {
    struct kin_draw *draw;
    struct kin_diags *diags;
    const struct kin_fixed *fixed;
    struct kin_frame *frame;
};

static const struct kin_setting *setting_of(const struct kin_fixed *fixed, int slot)
{
    for (size_t i = 0; i < fixed->setting_count; i++) {
        if (fixed->settings[i].slot == slot) {
            return &fixed->settings[i];
        }
    }
    return NULL;
}

static bool report_fault(const struct putting *putting)
{
    kin_resolve_report(putting->draw->template, putting->frame, putting->diags);
    return false;
}

static bool evaluate(const struct putting *putting, const struct kin_expr *expr, struct kin_value *value)
{
    return kin_expr_eval(expr, putting->frame, value) || report_fault(putting);
}

/* A mode that is not in its list belongs to no space; a pick outside its range is the author's wish. */
static bool check_domain(const struct putting *putting, const struct kin_field *field,
                         const struct kin_setting *setting, const struct kin_value *value)
{
    if (kin_domain_has(field, putting->frame, value)) {
        return true;
    }
    const char *text = kin_value_text(putting->frame->arena, value);
    if (field->kind == KIN_FIELD_MODE) {
        kin_report(putting->diags, KIN_E408, setting->span, text, field->name, NULL);
        kin_report_mend(putting->diags, "the cases are %s", kin_expr_source(field->domain.list));
        return false;
    }
    kin_report(putting->diags, KIN_W401, setting->span, text, field->name, NULL);
    return true;
}

/* The rule in force; a fixed form does not say it. */
static bool put_policy(const struct putting *putting, const struct kin_field *field)
{
    struct kin_value *slot = &putting->frame->slots[field->slot], rules;
    if (!evaluate(putting, field->domain.list, &rules)) {
        return false;
    }
    *slot = rules.as.list->items[kin_rule_in_force(field, kin_draw_policies(putting->draw))];
    return true;
}

static bool put_pick(const struct putting *putting, const struct kin_field *field)
{
    const struct kin_setting *setting = setting_of(putting->fixed, field->slot);
    struct kin_value *slot = &putting->frame->slots[field->slot];
    if (field->policy) {
        return put_policy(putting, field);
    }
    if (field->when && !kin_expr_holds(field->when, putting->frame)) {
        return true;
    }
    if (!setting) {
        kin_report(putting->diags, KIN_E405, putting->fixed->span, putting->fixed->form, field->name, NULL);
        kin_report_mend(putting->diags, "add <set name=\"%s\">...</set>", field->name);
        return false;
    }
    if (!evaluate(putting, setting->value, slot)) {
        return false;
    }
    *slot = kin_pick_value(putting->frame->arena, &field->domain, *slot);
    return check_domain(putting, field, setting, slot);
}

static bool put_let(const struct putting *putting, const struct kin_field *field)
{
    const struct kin_setting *setting = setting_of(putting->fixed, field->slot);
    struct kin_value *slot = &putting->frame->slots[field->slot], wanted;
    if (!evaluate(putting, field->value, slot)) {
        *slot = (struct kin_value){.kind = KIN_NOTHING};
        return false;
    }
    if (!setting || (evaluate(putting, setting->value, &wanted) && kin_value_equal(&wanted, slot))) {
        return true;
    }
    kin_report(putting->diags, KIN_E406, setting->span, field->name, kin_value_text(putting->frame->arena, slot), NULL);
    kin_resolve_note(putting->draw->template, putting->frame, putting->diags);
    return false;
}

static bool put_fields(const struct putting *putting)
{
    const struct kin_template *template = putting->draw->template;
    bool good = true;
    for (size_t i = 0; i < template->field_count; i++) {
        const struct kin_field *field = &template->fields[i];
        bool is_let = field->kind == KIN_FIELD_LET;
        if (is_let && !good) {
            return false; /* it may read what is missing, which was reported */
        }
        good = (is_let ? put_let : put_pick)(putting, field) && good;
    }
    return good;
}

static void warn_of_tests(const struct putting *putting)
{
    const struct kin_template *template = putting->draw->template;
    for (size_t i = 0; i < template->where_count; i++) {
        const struct kin_where *where = &template->wheres[i];
        if (!kin_expr_holds(where->test, putting->frame)) {
            kin_report(putting->diags, KIN_W402, putting->fixed->span, putting->fixed->form,
                       kin_expr_source(where->test), NULL);
            kin_resolve_note(template, putting->frame, putting->diags);
        }
    }
}

static bool judge(const struct putting *putting)
{
    struct kin_draw *draw = putting->draw;
    switch (kin_features_hash(&draw->features, putting->frame, NULL, draw->each, draw->judgements)) {
    case KIN_UNDEFINED:
        return report_fault(putting);
    case KIN_NOT_USABLE:
        kin_report(putting->diags, KIN_E407, putting->fixed->span, putting->fixed->form, NULL);
        kin_resolve_note(draw->template, putting->frame, putting->diags);
        return false;
    default:
        return true;
    }
}

bool kin_fixed_put(struct kin_draw *draw, struct kin_diags *diags, const struct kin_fixed *fixed,
                   struct kin_frame *frame)
{
    struct putting putting = {draw, diags, fixed, frame};
    frame->slots = KIN_NEW_N(frame->arena, struct kin_value, draw->template->slot_count);
    kin_dress_neutral(draw->template, frame);
    if (!put_fields(&putting)) {
        return false;
    }
    warn_of_tests(&putting);
    return judge(&putting);
}

static bool is_mode(const struct kin_draw *draw, const struct kin_mode *mode, const struct kin_frame *frame)
{
    size_t at = 0;
    for (size_t i = 0; i < draw->template->field_count; i++) {
        const struct kin_field *field = &draw->template->fields[i];
        if (field->kind == KIN_FIELD_MODE && !kin_value_equal(&mode->values[at++], &frame->slots[field->slot])) {
            return false;
        }
    }
    return true;
}

size_t kin_fixed_mode(const struct kin_draw *draw, const struct kin_frame *frame)
{
    for (size_t i = 0; i < draw->modes.count; i++) {
        if (is_mode(draw, &draw->modes.items[i], frame)) {
            return i;
        }
    }
    return 0;
}
