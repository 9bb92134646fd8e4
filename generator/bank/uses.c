/* The policies that a template reads: uses="pi, quartiles=inclusive" gives it the names policy.pi and policy.quartiles.
 */
#include "bank/loader.h"

#include <string.h>

/* "[pi, 3.14, 22/7]": the rules' values. */
static const struct kin_expr *rules_of(struct kin_loader *loader, enum kin_policy_id id, struct kin_span span)
{
    struct kin_buf list = kin_buf_in(loader->arena);
    for (int n = 1; kin_policy_rule(id, n); n++) {
        kin_buf_addf(&list, "%s%s", n > 1 ? ", " : "[", kin_policy_rule(id, n)->value);
    }
    kin_buf_add(&list, "]");
    return kin_load_expr(loader, loader->numbers, (struct kin_text){list.data, list.length, span}, kin_type_any);
}

static void add_use(struct kin_loader *loader, enum kin_policy_id id, int rule, struct kin_span span,
                    struct kin_fields *fields)
{
    struct kin_field field = {.kind = KIN_FIELD_MODE,
                              .name = kin_format(loader->arena, "policy.%s", kin_policy(id)->name),
                              .policy = true,
                              .policy_id = id,
                              .policy_rule = rule,
                              .span = span};
    if (kin_declared_named(loader, field.name, strlen(field.name))) {
        kin_report(loader->diags, KIN_E3020, span, kin_policy(id)->name, NULL);
        kin_report_mend(loader->diags, "name it once");
        return;
    }
    KIN_PUSH(loader->arena, loader->declared, loader->declared_count, loader->declared_room) =
        (struct kin_declared){field.name, KIN_NAME_FIELD, span, -1};
    field.domain.places = KIN_NO_PLACES;
    field.domain.list = rules_of(loader, id, span);
    kin_add_field(loader, &field, *kin_expr_type(field.domain.list).element, fields);
}

/* "pi" or "pi=22/7". */
static void load_use(struct kin_loader *loader, const struct kin_text *use, struct kin_fields *fields)
{
    size_t length = strcspn(use->chars, "=");
    struct kin_text name = kin_text_cut(loader->arena, use, 0, length);
    enum kin_policy_id id = kin_policy_read(loader->diags, name.span, name.chars);
    if (id == KIN_POLICY_COUNT) {
        return;
    }
    bool settled = length < use->length;
    struct kin_text own = settled ? kin_text_cut(loader->arena, use, length + 1, use->length) : name;
    int rule = settled ? kin_policy_rule_read(loader->diags, own.span, id, own.chars) : 0;
    if (rule || !settled) {
        add_use(loader, id, rule, use->span, fields);
    }
}

void kin_load_uses(struct kin_loader *loader, const struct kin_xml *template, struct kin_fields *fields)
{
    struct kin_text *uses;
    size_t count = kin_load_words(loader, template, "uses", &uses);
    for (size_t i = 0; i < count; i++) {
        load_use(loader, &uses[i], fields);
    }
}
