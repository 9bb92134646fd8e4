/* An inspection as JSON. */
#include "form/evidence/inspect.h"

#include <jansson.h>
#include <stdlib.h>

static json_t *findings_of(const struct kin_inspection *inspection)
{
    json_t *list = json_array();
    for (size_t i = 0; i < KIN_PROPERTY_COUNT; i++) {
        const struct kin_finding *finding = &inspection->findings[i];
        json_t *row = json_object();
        json_object_set_new(row, "number", json_integer(kin_property_number((enum kin_property)i)));
        json_object_set_new(row, "name", json_string(kin_property_name((enum kin_property)i)));
        json_object_set_new(row, "verdict", json_string(kin_verdict_text(kin_furniture_of("en"), finding->verdict)));
        json_object_set_new(row, "reason", json_string(finding->reason));
        json_array_append_new(list, row);
    }
    return list;
}

static json_t *facts_of(const struct kin_inspection *inspection, size_t form, size_t slot)
{
    json_t *facts = json_object();
    json_object_set_new(facts, "form", json_string(kin_inspected_form(inspection, form)));
    for (size_t i = 0; i < KIN_EVIDENCE_COUNT; i++) {
        json_object_set_new(facts, kin_evidence_name((enum kin_evidence_kind)i),
                            json_string(inspection->evidence[form][slot].facts[i]));
    }
    if (inspection->of.pagings) {
        const struct kin_placing *place = &inspection->of.pagings[form].items[slot];
        json_object_set_new(facts, "page", json_integer(place->page));
        json_object_set_new(facts, "height_pt", json_real(place->height_pt));
    }
    return facts;
}

static json_t *items_of(const struct kin_inspection *inspection)
{
    json_t *items = json_array();
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        json_t *item = json_object(), *forms = json_array();
        json_object_set_new(item, "item", json_string(kin_inspected_slot(inspection, s)));
        for (size_t f = 0; f < inspection->of.set->form_count; f++) {
            json_array_append_new(forms, facts_of(inspection, f, s));
        }
        json_object_set_new(item, "forms", forms);
        json_array_append_new(items, item);
    }
    return items;
}

char *kin_inspection_write(const struct kin_inspection *inspection)
{
    const struct kin_set *set = inspection->of.set;
    json_t *root = json_object();
    json_object_set_new(root, "set", json_string(set->digest));
    json_object_set_new(root, "label", json_string(kin_label_name(set->label)));
    json_object_set_new(root, "label_reason", set->label_reason ? json_string(set->label_reason) : json_null());
    json_object_set_new(root, "passed", json_integer((json_int_t)inspection->counts[KIN_PASSED]));
    json_object_set_new(root, "failed", json_integer((json_int_t)inspection->counts[KIN_FAILED]));
    json_object_set_new(root, "not_applicable", json_integer((json_int_t)inspection->counts[KIN_NOT_APPLICABLE]));
    json_object_set_new(root, "undecided", json_integer((json_int_t)inspection->counts[KIN_UNDECIDED]));
    json_object_set_new(root, "properties", findings_of(inspection));
    json_object_set_new(root, "items", items_of(inspection));
    char *text = json_dumps(root, JSON_INDENT(1));
    char *copy = kin_copy(inspection->arena, text);
    free(text);
    json_decref(root);
    return copy;
}
