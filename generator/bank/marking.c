/* What marking asks beyond the answer type: a required form, a tolerance, a unit. */
#include "bank/loader.h"

#include <string.h>

bool kin_response_keyed(const struct kin_response_template *response)
{
    return response->key || (response->key_formula && response->type && response->type->key_value);
}

struct kin_type kin_response_key_type(const struct kin_response_template *response)
{
    return response->key ? kin_expr_type(response->key) : kin_type_poly;
}

/* Forms are forms of numbers, roots, ratios and formulas. */
static bool has_forms(const struct kin_answer_type *type)
{
    bool plain = type->type.kind == KIN_NUMBER && (type->looks >> KIN_PLAIN & 1);
    return type->formula || plain || type->type.kind == KIN_SURD || strcmp(type->name, "ratio") == 0;
}

static void load_form(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    const char *name = kin_xml_string(loader->arena, xml, "form");
    if (name && !has_forms(response->type)) {
        kin_report(loader->diags, KIN_E280, kin_value_span(xml, "form"), name, response->type->name, NULL);
        kin_report_mend(loader->diags, "leave form out, or choose another type");
    } else if (name) {
        response->marking.form = kin_required_named(name);
    }
}

static void load_tolerance(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    const struct kin_answer_type *type = response->type;
    bool real = type->type.kind == KIN_NUMBER || type->type.kind == KIN_SURD || type->type.kind == KIN_REAL;
    response->marking.tolerance = kin_load_points(loader, xml, "tolerance", kin_rat_int(0));
    if (kin_xml_attribute(xml, "tolerance") &&
        (type->formula || !real || kin_rat_sign(response->marking.tolerance) <= 0)) {
        kin_report(loader->diags, KIN_E281, kin_value_span(xml, "tolerance"), type->name, NULL);
        kin_report_mend(loader->diags, "write a number above 0 for a type of numbers, or leave tolerance out");
    }
}

static const char *unit_text(struct kin_loader *loader, const struct kin_xml *xml)
{
    const struct kin_xml *child = kin_xml_kid(xml, "unit");
    const char *given = kin_xml_string(loader->arena, xml, "unit");
    return given ? given : child ? kin_xml_inner(loader->arena, child).chars : "";
}

static void load_unit(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    const char *text = unit_text(loader, xml);
    response->marking.unit = kin_unit_named(text, strlen(text));
    if (!response->marking.unit) {
        kin_report(loader->diags, KIN_E283, *text ? kin_value_span(xml, "unit") : kin_xml_name_span(xml), text, NULL);
        kin_report_mend(loader->diags,
                        "write unit=\"ft\", or another of in, yd, mi, cm, m, km, oz, lb, g, kg, cup, pt, qt, "
                        "gal, mL, L, s, min, h, days; for other units use type=\"number\"");
    }
}

/* A key, or the let whose name it is, that rounds. */
static bool is_rounded(const struct kin_loader *loader, const struct kin_expr *key)
{
    const struct kin_expr *let = kin_template_let(loader->template, key);
    return kin_expr_rounds(let ? let : key);
}

void kin_load_marking(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    load_form(loader, xml, response);
    load_tolerance(loader, xml, response);
    response->marking.rounded = response->key && is_rounded(loader, response->key);
    if (strcmp(response->type->name, "quantity") == 0) {
        load_unit(loader, xml, response);
    }
}
