/* Blanks: content with places to write in it, each a typed answer of its own. LANGUAGE rule 5. */
#include "bank/loader.h"

#include <string.h>

/* ---- Which there are -------------------------------------------------------------------------------------------- */

static size_t count_blanks(const struct kin_xml *xml)
{
    size_t count = 0;
    for (const struct kin_xml *kid = kin_xml_first_element(xml); kid; kid = kin_xml_next_element(kid)) {
        count += kid->element->id == KIN_ELEMENT_BLANK ? 1 : count_blanks(kid);
    }
    return count;
}

struct finding {
    struct kin_loader *loader;
    struct kin_response_template *response;
};

static const struct kin_xml *home_of(const struct kin_xml *xml)
{
    const struct kin_xml *home = xml->parent;
    while (home->element->id == KIN_ELEMENT_IF || home->element->id == KIN_ELEMENT_ELSE ||
           home->element->id == KIN_ELEMENT_WHEN || home->element->id == KIN_ELEMENT_OTHERWISE ||
           home->element->id == KIN_ELEMENT_CHOOSE || home->element->id == KIN_ELEMENT_FOR) {
        home = home->parent;
    }
    return home;
}

static bool is_repeated(const struct kin_xml *xml)
{
    for (; xml->element->id != KIN_ELEMENT_BLANKS; xml = xml->parent) {
        if (xml->element->id == KIN_ELEMENT_FOR) {
            return true;
        }
    }
    return false;
}

static void add_blank(const struct finding *finding, const struct kin_xml *xml)
{
    struct kin_response_template *response = finding->response;
    struct kin_response_template *blank = &response->blanks[response->blank_count++];
    const char *given = kin_xml_string(finding->loader->arena, xml, "id");
    *blank = (struct kin_response_template){
        .kind = KIN_RESPONSE_VALUE,
        .id = given ? given : kin_format(finding->loader->arena, "%s%zu", response->id, response->blank_count),
        .span = kin_xml_name_span(xml),
        .key_slot = -1,
        .answer_slot = -1,
        .it_slot = -1,
        .in_formula = home_of(xml)->element->id == KIN_ELEMENT_BLANKS,
        .repeated = is_repeated(xml),
        .shared = !kin_xml_attribute(xml, "points"),
    };
}

static void find_blanks(const struct finding *finding, const struct kin_xml *xml)
{
    for (const struct kin_xml *kid = kin_xml_first_element(xml); kid; kid = kin_xml_next_element(kid)) {
        if (kid->element->id == KIN_ELEMENT_BLANK) {
            add_blank(finding, kid);
        } else {
            find_blanks(finding, kid);
        }
    }
}

void kin_find_blanks(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    struct finding finding = {loader, response};
    response->blanks = KIN_NEW_N(loader->arena, struct kin_response_template, count_blanks(xml));
    find_blanks(&finding, xml);
    if (!response->blank_count) {
        kin_report(loader->diags, KIN_E357, kin_xml_name_span(xml), xml->name, NULL);
        kin_report_mend(loader->diags, "add <blank type=\"...\" key=\"...\"/> in a paragraph or a cell");
    }
}

/* ---- Keys ---------------------------------------------------------------------------------------------------------
 */

static struct kin_response_template *blank_of(struct kin_response_template *response, const struct kin_xml *xml)
{
    struct kin_span span = kin_xml_name_span(xml);
    for (size_t i = 0; response && i < response->blank_count; i++) {
        if (response->blanks[i].span.begin == span.begin) {
            return &response->blanks[i];
        }
    }
    return NULL;
}

void kin_load_blank_keys(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    for (const struct kin_xml *kid = kin_xml_first_element(xml); kid; kid = kin_xml_next_element(kid)) {
        struct kin_response_template *blank = kid->element->id == KIN_ELEMENT_BLANK ? blank_of(response, kid) : NULL;
        if (!blank) {
            kin_load_blank_keys(loader, kid, response);
        } else if (!blank->repeated) {
            kin_load_key(loader, kid, blank);
            kin_add_answer(loader, blank);
        }
    }
}

/* ---- A blank in full ------------------------------------------------------------------------------------------------
 */

/* Later blanks of the same round may build on it: its answer has a name up to the end of the <for>. */
static void name_in_round(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *blank)
{
    if (!kin_xml_attribute(xml, "id") || !blank->key) {
        return;
    }
    const char *name = kin_format(loader->arena, "answer.%s", blank->id);
    blank->answer_slot = kin_scope_add(loader->keys, name, kin_response_key_type(blank));
    KIN_PUSH(loader->arena, loader->answered, loader->answered_count, loader->answered_room) = blank;
    loader->template->answers = loader->answered;
    loader->template->answer_count = loader->answered_count;
}

static void load_rest(struct kin_loader *loader, const struct kin_xml *xml, struct kin_scope *scope,
                      struct kin_response_template *blank)
{
    struct kin_scope *content = loader->content;
    loader->content = scope;
    if (blank->repeated) {
        kin_load_key(loader, xml, blank);
        name_in_round(loader, xml, blank);
    }
    blank->when = kin_load_attribute(loader, loader->keys, xml, "when", kin_type_truth);
    kin_load_response(loader, xml, blank);
    loader->content = content;
}

const struct kin_response_template *kin_load_blank(struct kin_loader *loader, const struct kin_xml *xml,
                                                   struct kin_scope *scope)
{
    struct kin_response_template *blank = blank_of(loader->completing, xml);
    if (!blank) {
        kin_report(loader->diags, KIN_E386, kin_xml_name_span(xml), NULL);
        kin_report_mend(loader->diags, "put the paragraph or table that it stands in into <blanks>");
        return NULL;
    }
    load_rest(loader, xml, scope, blank);
    return blank;
}

/* ---- Blanks in formulas -------------------------------------------------------------------------------------------
 */

static const struct kin_response_template *formula_blank(const struct kin_loader *loader, const char *id)
{
    const struct kin_response_template *response = loader->completing;
    for (size_t i = 0; response && i < response->blank_count; i++) {
        if (response->blanks[i].in_formula && strcmp(response->blanks[i].id, id) == 0) {
            return &response->blanks[i];
        }
    }
    return NULL;
}

static void check_blank(void *data, const char *id, struct kin_span span)
{
    struct kin_loader *loader = data;
    if (formula_blank(loader, id)) {
        KIN_PUSH(loader->arena, loader->formula_blanks, loader->formula_blank_count, loader->formula_blank_room) = id;
    } else {
        kin_report(loader->diags, KIN_E388, span, id, NULL);
        kin_report_mend(loader->diags,
                        "write <blank id=\"%s\" type=\"...\" key=\"...\"/> directly in the <blanks> "
                        "around this formula",
                        id);
    }
}

void kin_check_blanks(struct kin_loader *loader, const struct kin_formula *formula)
{
    kin_formula_blanks(formula, check_blank, loader);
}

static bool is_named(const struct kin_loader *loader, const char *id)
{
    for (size_t i = 0; i < loader->formula_blank_count; i++) {
        if (strcmp(loader->formula_blanks[i], id) == 0) {
            return true;
        }
    }
    return false;
}

static void check_named(struct kin_loader *loader, const struct kin_response_template *response)
{
    for (size_t i = 0; i < response->blank_count; i++) {
        const struct kin_response_template *blank = &response->blanks[i];
        if (blank->in_formula && !is_named(loader, blank->id)) {
            kin_report(loader->diags, KIN_E387, blank->span, blank->id, NULL);
            kin_report_mend(loader->diags, "write {blank %s} in a formula, or put <blank> into a paragraph or a cell",
                            blank->id);
        }
    }
}

/* ---- Points ---------------------------------------------------------------------------------------------------------
 */

static size_t count_shared(const struct kin_response_template *response)
{
    size_t count = 0;
    for (size_t i = 0; i < response->blank_count; i++) {
        count += response->blanks[i].shared;
    }
    return count;
}

static void add_points(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    struct kin_rat sum = kin_rat_int(0);
    bool repeated = false;
    for (size_t i = 0; i < response->blank_count; i++) {
        sum = kin_rat_add(loader->arena, sum, response->blanks[i].points);
        repeated = repeated || response->blanks[i].repeated;
    }
    if (kin_xml_attribute(xml, "points") && (repeated || kin_rat_compare(sum, response->points) != 0)) {
        kin_report(loader->diags, KIN_E391, kin_value_span(xml, "points"),
                   kin_rat_text(loader->arena, response->points), kin_rat_text(loader->arena, sum), NULL);
        kin_report_mend(loader->diags, "leave the points out here, or those of the blanks: then they share these");
    }
    response->points = sum;
}

/* Every blank has points of its own, or none. */
static void settle_points(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    size_t shared = count_shared(response);
    if (shared == 0 && response->blank_count) {
        add_points(loader, xml, response);
    }
    for (size_t i = 0; i < response->blank_count && shared && shared < response->blank_count; i++) {
        if (response->blanks[i].shared) {
            kin_report(loader->diags, KIN_E518, response->blanks[i].span, "blank", "the attribute 'points'", NULL);
            kin_report_mend(loader->diags, "give points to every blank, or to none");
            return;
        }
    }
}

/* ---- All of it ------------------------------------------------------------------------------------------------------
 */

void kin_load_body(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    loader->completing = response;
    loader->formula_blank_count = 0;
    response->body = kin_load_blocks(loader, loader->content, xml, KIN_SHAPE_FLOW, KIN_HIDES_ANSWER);
    check_named(loader, response);
    loader->completing = NULL;
    response->whole = kin_load_yes(loader, xml, "whole");
    settle_points(loader, xml, response);
}
