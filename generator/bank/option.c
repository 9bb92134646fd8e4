/* Wrong answers and options. */
#include "bank/loader.h"

#include <string.h>

enum { MOST = 64 }; /* wrong answers or options of one response: draw/ keeps them in 64 bits */

const char *kin_load_misconception(struct kin_loader *loader, const struct kin_xml *xml)
{
    const char *id = kin_xml_string(loader->arena, xml, "misconception");
    const struct kin_library *library = loader->library;
    if (!id || kin_misconception_find(library, id)) {
        return id;
    }
    kin_report(loader->diags, KIN_E322, kin_value_span(xml, "misconception"), id, NULL);
    if (!loader->diags->dropped) {
        const char **ids = KIN_NEW_N(loader->arena, const char *, library->misconception_count);
        for (size_t i = 0; i < library->misconception_count; i++) {
            ids[i] = library->misconceptions[i].id;
        }
        kin_report_nearest(loader->diags, kin_nearest(id, ids, library->misconception_count),
                           "add it to a register in item-banks/misconceptions/, or describe it with because=\"...\"");
    }
    return NULL;
}

struct kin_blocks kin_load_because(struct kin_loader *loader, const struct kin_xml *xml)
{
    const struct kin_xml *child = kin_xml_kid(xml, "because");
    if (child && kin_xml_attribute(xml, "because")) {
        kin_report(loader->diags, KIN_E340, kin_xml_name_span(child), "because", NULL);
        kin_report_mend(loader->diags, "keep one of the two");
    }
    return child ? kin_load_blocks(loader, loader->content, child, KIN_SHAPE_INLINE, KIN_SHOWS_ANSWER)
                 : kin_load_attribute_blocks(loader, loader->content, xml, "because");
}

bool kin_has_content(const struct kin_xml *xml)
{
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (kid->name ? kid->element->id != KIN_ELEMENT_BECAUSE : !kin_xml_blank(kid)) {
            return true;
        }
    }
    return false;
}

/* By value or as content: exactly one of them. */
bool kin_has_one_form(struct kin_loader *loader, const struct kin_xml *xml, const char *attribute)
{
    bool value = kin_xml_attribute(xml, attribute), content = kin_has_content(xml);
    if (value != content) {
        return true;
    }
    kin_report(loader->diags, value ? KIN_E346 : KIN_E347, kin_xml_name_span(xml), xml->name, attribute, NULL);
    if (value) {
        kin_report_mend(loader->diags, "keep the value or the content, not both");
    } else {
        kin_report_mend(loader->diags, "add %s=\"...\" for a value, or write the text inside", attribute);
    }
    return false;
}

static void check_count(struct kin_loader *loader, const struct kin_xml *xml, size_t count)
{
    if (count == MOST + 1) {
        kin_report(loader->diags, KIN_E348, kin_xml_name_span(xml), NULL);
        kin_report_mend(loader->diags, "keep those that students really give");
    }
}

/* ---- Wrong answers ---------------------------------------------------------------------------------------------- */

static void check_wrong_key(struct kin_loader *loader, const struct kin_xml *xml,
                            const struct kin_response_template *response, const struct kin_expr *key)
{
    struct kin_type given = kin_expr_type(key);
    if (!response->type || given.kind == KIN_NOTHING) {
        return;
    }
    if (response->type->formula) {
        kin_report(loader->diags, KIN_E337, kin_value_span(xml, "key"), response->type->name, NULL);
        kin_report_mend(loader->diags, "write <wrong><m>...</m></wrong>");
    } else if (!kin_answer_type_takes(response->type, given)) {
        kin_report(loader->diags, KIN_E349, kin_expr_span(key), response->type->name, response->type->needs,
                   kin_type_text(loader->arena, given), NULL);
        kin_report_mend(loader->diags, "a wrong answer is of the same type as the key");
    }
}

/* Formulas are compared by value; numbers, too, where how they are written matters, and quantities by their unit. */
static bool is_marked_by_value(const struct kin_response_template *response)
{
    return response->type->formula || response->marking.form || response->marking.unit;
}

static void load_wrong_content(struct kin_loader *loader, const struct kin_xml *xml,
                               const struct kin_response_template *response, struct kin_wrong_template *wrong)
{
    const struct kin_xml *m = kin_xml_kid(xml, "m");
    if (response->type && m && is_marked_by_value(response)) {
        wrong->formula = kin_load_formula(loader, loader->keys, kin_xml_inner(loader->arena, m));
    } else {
        wrong->content = kin_load_blocks(loader, loader->content, xml, KIN_SHAPE_MIXED, KIN_SHOWS_ANSWER);
    }
}

void kin_load_wrong(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response,
                    size_t *room)
{
    struct kin_wrong_template wrong = {.span = kin_xml_name_span(xml)};
    if (response->kind != KIN_RESPONSE_ORDER) {
        kin_has_one_form(loader, xml, "key");
    }
    wrong.key = kin_load_attribute(loader, loader->keys, xml, "key", kin_type_any);
    if (wrong.key) {
        wrong.span = kin_expr_span(wrong.key);
        check_wrong_key(loader, xml, response, wrong.key);
    } else if (kin_has_content(xml)) {
        load_wrong_content(loader, xml, response, &wrong);
    }
    if (response->kind == KIN_RESPONSE_ORDER) {
        wrong.by = kin_load_rule(loader, xml, response);
    }
    wrong.when = kin_load_attribute(loader, loader->keys, xml, "when", kin_type_truth);
    wrong.misconception = kin_load_misconception(loader, xml);
    wrong.because = kin_load_because(loader, xml);
    wrong.points = kin_load_points(loader, xml, "points", kin_rat_int(0));
    KIN_PUSH(loader->arena, response->wrongs, response->wrong_count, *room) = wrong;
    check_count(loader, xml, response->wrong_count);
}

/* ---- Options ------------------------------------------------------------------------------------------------------
 */

static const struct kin_expr *load_right(struct kin_loader *loader, const struct kin_xml *xml)
{
    if (kin_xml_attribute(xml, "right") && kin_xml_attribute(xml, "true")) {
        kin_report(loader->diags, KIN_E374, kin_xml_name_span(xml), "right", "true", NULL);
        kin_report_mend(loader->diags, "keep right=\"yes\" or true=\"...\", not both");
    }
    if (kin_xml_attribute(xml, "true")) {
        return kin_load_attribute(loader, loader->keys, xml, "true", kin_type_truth);
    }
    return kin_load_yes(loader, xml, "right") ? kin_load_truth(loader, "true") : NULL;
}

void kin_load_option(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response,
                     size_t *room)
{
    struct kin_option_template option = {.span = kin_xml_name_span(xml)};
    kin_has_one_form(loader, xml, "value");
    option.key = kin_load_attribute(loader, loader->keys, xml, "value", kin_type_any);
    if (!option.key && kin_has_content(xml)) {
        option.content = kin_load_blocks(loader, loader->content, xml, KIN_SHAPE_MIXED, KIN_SHOWS_ANSWER);
    }
    option.right = load_right(loader, xml);
    option.misconception = kin_load_misconception(loader, xml);
    option.because = kin_load_because(loader, xml);
    option.last = kin_load_is(loader, xml, "pinned", "last");
    option.id = kin_xml_string(loader->arena, xml, "id");
    option.kind = kin_xml_string(loader->arena, xml, "kind");
    option.rank = kin_load_attribute(loader, loader->keys, xml, "key", kin_type_number);
    KIN_PUSH(loader->arena, response->options, response->option_count, *room) = option;
    check_count(loader, xml, response->option_count);
}

/* Options whose truth is not computed: exactly one of them must be right in a choice. */
static void check_right_options(struct kin_loader *loader, const struct kin_xml *xml,
                                const struct kin_response_template *response)
{
    size_t right = response->key != NULL;
    for (size_t i = 0; i < response->option_count; i++) {
        struct kin_value value;
        if (response->options[i].right && !kin_expr_constant(response->options[i].right, loader->arena, &value)) {
            return;
        }
        right += response->options[i].right != NULL;
    }
    if (right == 0) {
        kin_report(loader->diags, KIN_E323, kin_xml_name_span(xml), xml->name, NULL);
        kin_report_mend(loader->diags, "mark an option with right=\"yes\" or true=\"...\"%s",
                        response->kind == KIN_RESPONSE_CHOICE ? ", or give the choice a key=\"...\"" : "");
    } else if (right > 1 && response->kind == KIN_RESPONSE_CHOICE) {
        kin_report(loader->diags, KIN_E325, kin_xml_name_span(xml), NULL);
        kin_report_mend(loader->diags, "mark one option as right; for several use <multi-select>");
    }
}

/* What is to be printed must exist, and what is put in order must have a size. */
static void check_printed(struct kin_loader *loader, const struct kin_xml *xml,
                          const struct kin_response_template *response)
{
    int options = (int)(response->wrong_count + response->option_count) + (response->key != NULL);
    int shown = kin_load_integer(loader, xml, "shown", 0);
    if (shown > options) {
        kin_report(loader->diags, KIN_E375, kin_value_span(xml, "shown"), kin_format(loader->arena, "%d", shown),
                   kin_format(loader->arena, "%d", options), NULL);
        kin_report_mend(loader->diags, "add wrong answers, or lower shown");
    }
    bool content = false;
    for (size_t i = 0; i < response->option_count; i++) {
        content = content || (!response->options[i].key && !response->options[i].last);
    }
    for (size_t i = 0; i < response->wrong_count; i++) {
        content = content || !response->wrongs[i].key;
    }
    if (content && kin_load_is(loader, xml, "order", "size")) {
        kin_report(loader->diags, KIN_E376, kin_value_span(xml, "order"), NULL);
        kin_report_mend(loader->diags, response->key ? "give every wrong answer a value, or leave order out"
                                                     : "give every option a value, or write order=\"as-written\"");
    }
    if (response->key && kin_load_is(loader, xml, "order", "as-written")) {
        kin_report(loader->diags, KIN_E379, kin_value_span(xml, "order"), NULL);
        kin_report_mend(loader->diags, "write order=\"size\", or leave order out: then the options are shuffled");
    }
}

/* The first element of a name, perhaps within conditions. There is one. */
static const struct kin_xml *first_within(const struct kin_xml *xml, const char *name)
{
    for (const struct kin_xml *kid = kin_xml_first_element(xml); kid; kid = kin_xml_next_element(kid)) {
        bool branch = kid->element && kid->element->text == KIN_TEXT_OUTER;
        const struct kin_xml *found = strcmp(kid->name, name) == 0 ? kid : branch ? first_within(kid, name) : NULL;
        if (found) {
            return found;
        }
    }
    return NULL;
}

void kin_check_options(struct kin_loader *loader, const struct kin_xml *xml,
                       const struct kin_response_template *response)
{
    bool keyed = kin_xml_attribute(xml, "key") || response->key_formula;
    if (!keyed && response->wrong_count) {
        kin_report(loader->diags, KIN_E350, kin_xml_name_span(first_within(xml, "wrong")), NULL);
        kin_report_mend(loader->diags, "write <option> instead of <wrong>, or give the choice a key=\"...\"");
    } else if (keyed && response->option_count) {
        kin_report(loader->diags, KIN_E377, kin_xml_name_span(first_within(xml, "option")), NULL);
        kin_report_mend(loader->diags, "write <wrong> instead of <option>, or leave key=\"...\" out");
    } else if (keyed + response->wrong_count + response->option_count < 2 && !response->branching) {
        kin_report(loader->diags, KIN_E324, kin_xml_name_span(xml), xml->name, NULL);
        kin_report_mend(loader->diags,
                        keyed ? "add <wrong key=\"...\"/> for each wrong answer" : "add <option>...</option>");
    } else if (!response->branching && (!keyed || response->key)) {
        check_right_options(loader, xml, response);
        check_printed(loader, xml, response);
    }
}
