/* Maths is written once: a formula with an id is evaluated for expressions, and put into other formulas. What prints
 * and what is true cannot disagree. LANGUAGE rule 24. */
#include "bank/loader.h"

static int add_name(struct kin_loader *loader, const char *kind, const char *id, struct kin_type type)
{
    return kin_scope_add(loader->answers, kin_format(loader->arena, "%s.%s", kind, id), type);
}

static void report_twice(struct kin_loader *loader, const struct kin_xml *xml, const char *id)
{
    kin_report(loader->diags, KIN_E284, kin_value_span(xml, "id"), id, NULL);
    kin_report_mend(loader->diags, "choose another id");
}

static void add_stated(struct kin_loader *loader, const struct kin_formula *formula, const struct kin_xml *xml,
                       const char *id, size_t *room)
{
    struct kin_stated stated = {formula, -1, -1};
    bool relates = kin_formula_relates(formula);
    int quoted = add_name(loader, "formula", id, kin_type_poly);
    if (quoted < 0) {
        report_twice(loader, xml, id);
        return;
    }
    kin_scope_give_formula(loader->answers, quoted, formula);
    if (relates) {
        stated.holds_slot = add_name(loader, "holds", id, kin_type_truth);
    } else {
        stated.value_slot =
            add_name(loader, "value", id, kin_formula_lettered(formula) ? kin_type_poly : kin_type_number);
    }
    KIN_PUSH(loader->arena, loader->template->stated, loader->template->stated_count, *room) = stated;
}

/* Mistakes in the formula are reported where it is read as content; names of stories are no part of what is stated. */
static void read_stated(struct kin_loader *loader, const struct kin_xml *xml, const char *id, size_t *room)
{
    struct kin_diags quiet = kin_diags_in(loader->arena);
    struct kin_reading reading = {loader->arena, &quiet, loader->numbers};
    const struct kin_formula *formula = kin_formula_parse(&reading, kin_xml_inner(loader->arena, xml));
    if (formula) {
        KIN_PUSH(loader->arena, loader->uses.formulas, loader->uses.formula_count, loader->uses.formula_room) = formula;
        add_stated(loader, formula, xml, id, room);
    }
}

/* What stands in a repetition has many values and no name; elements of figures are not looked into. */
static void find(struct kin_loader *loader, const struct kin_xml *xml, size_t *room)
{
    for (const struct kin_xml *kid = kin_xml_first_element(xml); kid; kid = kin_xml_next_element(kid)) {
        bool known = kid->element != NULL, formula = known && kid->element->id == KIN_ELEMENT_M;
        const char *id = formula ? kin_xml_string(loader->arena, kid, "id") : NULL;
        if (id) {
            read_stated(loader, kid, id, room);
        } else if (known && kid->element->id != KIN_ELEMENT_FOR) {
            find(loader, kid, room);
        }
    }
}

void kin_load_stated(struct kin_loader *loader, const struct kin_xml *template)
{
    size_t room = 0;
    find(loader, template, &room);
}
