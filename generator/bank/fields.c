/* Parameters: picks, lets and tests in reading order. */
#include "bank/loader.h"

#include <string.h>

const struct kin_expr *kin_template_let(const struct kin_template *template, const struct kin_expr *name)
{
    for (size_t i = 0; i < template->field_count; i++) {
        const struct kin_field *field = &template->fields[i];
        if (field->kind == KIN_FIELD_LET && strcmp(field->name, kin_expr_source(name)) == 0) {
            return field->value;
        }
    }
    return NULL;
}

/* Only what is drawn before the numbers can decide which numbers are drawn. */
static void check_when(struct kin_loader *loader, const struct kin_xml *xml, const struct kin_expr *when)
{
    const struct kin_template *template = loader->template;
    for (size_t i = 0; i < template->field_count; i++) {
        const struct kin_field *field = &template->fields[i];
        if (field->kind != KIN_FIELD_MODE && kin_expr_uses(when, field->slot)) {
            kin_report(loader->diags, KIN_E326, kin_value_span(xml, "when"), field->name, NULL);
            kin_report_mend(loader->diags,
                            "let it read a pick of words, such as <pick name=\"case\" of=\"one, none\"/>, or "
                            "use <let> with if(c, a, b)");
            return;
        }
    }
}

static void load_pick(struct kin_loader *loader, const struct kin_xml *xml, struct kin_field *field,
                      struct kin_type *type)
{
    field->kind = KIN_FIELD_PICK;
    kin_load_domain(loader, xml, field, type);
    if (type->kind == KIN_WORD) {
        field->kind = KIN_FIELD_MODE;
    }
    struct kin_names words = {0};
    bool known = kin_field_words(loader->arena, field, &words) || type->kind != KIN_WORD;
    kin_load_cases(loader, xml, known ? &words : NULL, &field->cases);
    field->when = kin_load_attribute(loader, loader->numbers, xml, "when", kin_type_truth);
    if (field->when) {
        check_when(loader, xml, field->when);
    }
}

static void load_let(struct kin_loader *loader, const struct kin_xml *xml, struct kin_field *field,
                     struct kin_type *type)
{
    field->kind = KIN_FIELD_LET;
    field->value = kin_load_attribute(loader, loader->numbers, xml, "value", kin_type_any);
    if (field->value) {
        *type = kin_expr_type(field->value);
    }
}

void kin_add_field(struct kin_loader *loader, struct kin_field *field, struct kin_type type, struct kin_fields *fields)
{
    struct kin_template *template = loader->template;
    struct kin_declared *declared = kin_declared_named(loader, field->name, strlen(field->name));
    if (type.kind == KIN_NOTHING || !declared) {
        kin_mark_broken(loader, field->name);
        return;
    }
    field->slot = kin_scope_add(loader->numbers, field->name, type);
    declared->slot = declared->slot < 0 ? field->slot : declared->slot;
    KIN_PUSH(loader->arena, template->fields, template->field_count, fields->room) = *field;
}

static void load_field(struct kin_loader *loader, const struct kin_xml *xml, struct kin_fields *fields)
{
    struct kin_field field = {.name = kin_xml_string(loader->arena, xml, "name"), .span = kin_value_span(xml, "name")};
    struct kin_type type = kin_type_any;
    if (xml->element->id == KIN_ELEMENT_PICK) {
        load_pick(loader, xml, &field, &type);
    } else {
        load_let(loader, xml, &field, &type);
    }
    kin_add_field(loader, &field, type, fields);
}

static void load_where(struct kin_loader *loader, const struct kin_xml *xml, size_t *room)
{
    struct kin_template *template = loader->template;
    const struct kin_expr *test = kin_load_attribute(loader, loader->numbers, xml, "test", kin_type_truth);
    if (test) {
        KIN_PUSH(loader->arena, template->wheres, template->where_count, *room) =
            (struct kin_where){test, kin_value_span(xml, "test")};
    }
}

void kin_load_parameters(struct kin_loader *loader, const struct kin_xml *template)
{
    const struct kin_xml *xml = kin_xml_kid(template, "parameters");
    struct kin_fields fields = {0};
    size_t where_room = 0;
    kin_load_uses(loader, template, &fields);
    for (const struct kin_xml *kid = xml ? kin_xml_first_element(xml) : NULL; kid; kid = kin_xml_next_element(kid)) {
        if (kid->element->id == KIN_ELEMENT_WHERE) {
            load_where(loader, kid, &where_room);
        } else if (kid->element->id == KIN_ELEMENT_SETTINGS) {
            kin_load_settings(loader, kid, &fields);
        } else if (kid->element->id != KIN_ELEMENT_PERSON) {
            load_field(loader, kid, &fields);
        }
    }
}
