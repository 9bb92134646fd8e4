/* Responses: value, choice, multi-select, blanks, open. Keys first; then everything that may name any answer. */
#include "bank/loader.h"

#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

bool kin_is_response(const struct kin_xml *xml)
{
    return xml->element && xml->element->id >= KIN_ELEMENT_VALUE && xml->element->id <= KIN_ELEMENT_OPEN;
}

/* ---- Keys ------------------------------------------------------------------------------------------------------ */

static void check_format(struct kin_loader *loader, const struct kin_xml *xml, const char *format)
{
    if (!kin_format_known(format)) {
        kin_report(loader->diags, KIN_E336, kin_value_span(xml, "format"), format, NULL);
        kin_report_mend(loader->diags, "write a format such as mixed, decimal, fraction, places 2, money, percent");
    }
}

/* Braces, which are written around a name in a text, make a set of it here. */
static void mend_key_type(struct kin_loader *loader, const struct kin_expr *key, struct kin_type given)
{
    const char *source = kin_expr_source(key);
    if (given.kind == KIN_LIST && *source == '{') {
        kin_report_mend(loader->diags, "leave the braces out: %.*s", (int)strcspn(source + 1, "}"), source + 1);
    } else {
        kin_report_mend(loader->diags, "change the type of the response, or the key");
    }
}

static void check_key_type(struct kin_loader *loader, const struct kin_response_template *response,
                           const struct kin_expr *key)
{
    struct kin_value value;
    const struct kin_answer_type *type = response->type;
    struct kin_type given = kin_expr_type(key);
    if (given.kind == KIN_NOTHING) {
        return;
    }
    if (!kin_answer_type_takes(type, given)) {
        kin_report(loader->diags, KIN_E318, kin_expr_span(key), type->name, type->needs,
                   kin_type_text(loader->arena, given), NULL);
        mend_key_type(loader, key, given);
    } else if (kin_expr_constant(key, loader->arena, &value) && !kin_answer_fits(type, loader->arena, &value)) {
        kin_report(loader->diags, KIN_E318, kin_expr_span(key), type->name, type->needs,
                   kin_value_text(loader->arena, &value), NULL);
        kin_report_mend(loader->diags, "change the type of the response, or the key");
    }
}

static void load_key_formula(struct kin_loader *loader, const struct kin_xml *xml,
                             struct kin_response_template *response)
{
    const struct kin_xml *key = kin_xml_kid(xml, "key");
    const struct kin_xml *m = key ? kin_xml_kid(key, "m") : NULL;
    if (kin_xml_attribute(xml, "key")) {
        kin_report(loader->diags, KIN_E337, kin_value_span(xml, "key"), response->type->name, NULL);
        kin_report_mend(loader->diags, "write <key><m>...</m></key> inside <%s>", xml->name);
    } else if (!m) {
        kin_report(loader->diags, KIN_E338, kin_xml_name_span(xml), xml->name, NULL);
        kin_report_mend(loader->diags, "write <key><m>...</m></key> inside <%s>", xml->name);
    } else {
        response->key_formula = kin_load_formula(loader, loader->keys, kin_xml_inner(loader->arena, m));
    }
}

static void load_key_value(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    bool value = response->kind == KIN_RESPONSE_VALUE;
    if (value && kin_xml_kid(xml, "key")) {
        kin_report(loader->diags, KIN_E339, kin_xml_name_span(kin_xml_kid(xml, "key")), response->type->name, NULL);
        kin_report_mend(loader->diags, "write key=\"...\" in the tag of <%s>", xml->name);
    } else if (kin_xml_attribute(xml, "key")) {
        response->key = kin_load_attribute(loader, loader->keys, xml, "key", kin_type_any);
        if (response->key) {
            check_key_type(loader, response, response->key);
        }
    } else if (value) {
        kin_report(loader->diags, KIN_E338, kin_xml_name_span(xml), xml->name, NULL);
        kin_report_mend(loader->diags, "add key=\"...\": the right answer, computed from the parameters");
    }
}

static void load_format(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    response->format = kin_xml_string(loader->arena, xml, "format");
    if (response->format) {
        check_format(loader, xml, response->format);
    } else {
        const char *of_form = response->marking.form ? kin_required_row(response->marking.form)->format : "";
        response->format = *of_form ? of_form : response->type->format;
    }
}

void kin_load_key(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    const char *type = kin_xml_string(loader->arena, xml, "type");
    response->span = kin_xml_name_span(xml);
    response->key_slot = response->answer_slot = response->it_slot = -1;
    if (response->kind == KIN_RESPONSE_MATCH || response->kind == KIN_RESPONSE_ORDER) {
        response->type = kin_answer_type_named(type ? type : "number");
        load_format(loader, xml, response);
    }
    if (response->kind == KIN_RESPONSE_VALUE || response->kind == KIN_RESPONSE_CHOICE) {
        response->type = kin_answer_type_named(type ? type : "number");
        if (response->type->formula) {
            load_key_formula(loader, xml, response);
        } else {
            load_key_value(loader, xml, response);
        }
        if (response->kind == KIN_RESPONSE_VALUE && !response->type->formula && !response->key) {
            kin_mark_broken(loader, "key");
            kin_mark_broken(loader, "answer");
        }
        kin_load_marking(loader, xml, response);
        load_format(loader, xml, response);
    }
}

/* ---- The rest --------------------------------------------------------------------------------------------------- */

static struct kin_blocks text_or_child(struct kin_loader *loader, const struct kin_xml *xml, const char *name)
{
    const struct kin_xml *child = kin_xml_kid(xml, name);
    if (child && kin_xml_attribute(xml, name)) {
        kin_report(loader->diags, KIN_E340, kin_xml_name_span(child), name, NULL);
        kin_report_mend(loader->diags, "keep one of the two");
    }
    return child ? kin_load_blocks(loader, loader->content, child, KIN_SHAPE_INLINE, KIN_HIDES_ANSWER)
                 : kin_load_attribute_blocks(loader, loader->content, xml, name);
}

/* The formula just before a blank says whose value it is, as a label does. */
static const struct kin_xml *label_formula(const struct kin_xml *xml)
{
    const struct kin_xml *label = kin_xml_kid(xml, "label"), *before = NULL;
    if (label || xml->element->id != KIN_ELEMENT_BLANK) {
        return label ? kin_xml_first_element(label) : NULL;
    }
    for (const struct kin_xml *kid = xml->parent->first; kid != xml; kid = kid->next) {
        before = kin_xml_blank(kid) ? before : kid;
    }
    return before && before->name ? before : NULL;
}

/* "x =" says that the key is a value of x: a letter, then a relation. Otherwise 0. */
static uint32_t letter_of_label(const char *label)
{
    uint32_t rune = 0;
    size_t length = *label ? kin_utf8_decode(label, strlen(label), &rune) : 0;
    const char *after = label + length + strspn(label + length, " ");
    bool letter = (rune < 128 && isalpha((int)rune)) || (rune >= 0x391 && rune <= 0x3C9);
    return letter && (strcmp(after, "=") == 0 || strcmp(after, "") == 0) ? rune : 0;
}

static void load_letter(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    const char *given = kin_xml_string(loader->arena, xml, "letter");
    const char *label = kin_xml_string(loader->arena, xml, "label");
    const struct kin_xml *child = kin_xml_kid(xml, "label");
    const struct kin_xml *m = label_formula(xml);
    if (given) {
        response->letter = letter_of_label(given);
        if (!response->letter || strchr(given, '=')) {
            kin_report(loader->diags, KIN_E341, kin_value_span(xml, "letter"), given, NULL);
            kin_report_mend(loader->diags, "write one letter, such as x");
        }
        return;
    }
    if (!label && m && m->element->id == KIN_ELEMENT_M) {
        struct kin_text text = kin_xml_inner(loader->arena, m);
        const char *rest = child ? kin_xml_inner(loader->arena, child).chars : "";
        label = kin_format(loader->arena, "%s%s", text.chars, rest);
    }
    bool needs_relation = label && !strchr(label, '=');
    response->letter = label && !needs_relation ? letter_of_label(label) : 0;
}

void kin_check_points(struct kin_loader *loader, const struct kin_xml *xml, struct kin_rat points)
{
    if (kin_rat_sign(points) <= 0) {
        kin_report(loader->diags, KIN_E342, kin_value_span(xml, "points"), NULL);
        kin_report_mend(loader->diags, "write a number above 0, such as 1 or 0.5");
    }
}

static struct kin_scope *check_scope(struct kin_loader *loader, struct kin_response_template *response)
{
    struct kin_scope *scope = kin_scope_new(loader->arena, loader->keys);
    if (kin_response_keyed(response)) {
        struct kin_type type = kin_response_key_type(response);
        response->key_slot = kin_scope_add(scope, "key", type);
        if (response->answer_slot >= 0) {
            kin_scope_alias(scope, "answer", response->answer_slot, type);
        }
    }
    return scope;
}

/* A check of the blanks together may be that of this one, too. */
static bool is_checked_outside(const struct kin_loader *loader, const struct kin_response_template *response)
{
    const struct kin_response_template *whole = loader->completing;
    for (size_t i = 0; whole && response->answer_slot >= 0 && i < whole->check_count; i++) {
        if (kin_expr_uses(whole->checks[i], response->answer_slot)) {
            return true;
        }
    }
    return false;
}

static void load_checks(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    struct kin_scope *scope = check_scope(loader, response);
    size_t room = 0;
    for (const struct kin_xml *kid = kin_xml_kid(xml, "check"); kid; kid = kin_xml_next(kid, "check")) {
        const struct kin_expr *test = kin_load_attribute(loader, scope, kid, "test", kin_type_truth);
        if (test && kin_response_keyed(response) && !kin_expr_uses(test, response->key_slot) &&
            (response->answer_slot < 0 || !kin_expr_uses(test, response->answer_slot))) {
            kin_report(loader->diags, KIN_E343, kin_expr_span(test), NULL);
            kin_report_mend(loader->diags, "put key where the student would put the answer: p*key + q eq r");
        }
        if (test) {
            KIN_PUSH(loader->arena, response->checks, response->check_count, room) = test;
        }
    }
    if (kin_response_keyed(response) && !kin_xml_kid(xml, "check") && !is_checked_outside(loader, response)) {
        kin_report(loader->diags, KIN_E344, kin_xml_name_span(xml), xml->name, NULL);
        kin_report_mend(loader->diags,
                        "add <check test=\"...\"/> with key, a second route to the answer: p*key + q eq r");
    }
}

/* Many right answers: a test of "it", and what it takes in words. */
static void load_accept_test(struct kin_loader *loader, const struct kin_xml *xml,
                             struct kin_response_template *response)
{
    const struct kin_xml *says = kin_xml_kid(xml, "says");
    bool accept = kin_xml_attribute(xml, "accept");
    if (accept && response->key) {
        struct kin_scope *scope = kin_scope_new(loader->arena, loader->keys);
        response->it_slot = kin_scope_add(scope, "it", kin_expr_type(response->key));
        response->accept = kin_load_attribute(loader, scope, xml, "accept", kin_type_truth);
    }
    if (says) {
        response->says = kin_load_blocks(loader, loader->content, says, KIN_SHAPE_INLINE, KIN_SHOWS_ANSWER);
    }
    if (accept && !says) {
        kin_report(loader->diags, KIN_E518, kin_value_span(xml, "accept"), xml->name, "a <says>", NULL);
        kin_report_mend(loader->diags, "add <says>any number between {lo} and {hi}</says>: the key prints it");
    } else if (says && !accept) {
        kin_report(loader->diags, KIN_E518, kin_xml_name_span(says), xml->name, "the attribute 'accept'", NULL);
        kin_report_mend(loader->diags, "add accept=\"...\", a test of it: lo lt it and it lt hi");
    }
}

double kin_load_length(struct kin_loader *loader, const struct kin_xml *xml, const char *name)
{
    static const struct {
        const char *unit;
        double pt;
    } units[] = {{"pt", 1}, {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72}};
    const char *text = kin_xml_string(loader->arena, xml, name);
    size_t digits = text ? strspn(text, "0123456789.") : 0;
    for (size_t i = 0; text && i < sizeof units / sizeof *units; i++) {
        if (strcmp(text + digits + strspn(text + digits, " "), units[i].unit) == 0) {
            struct kin_rat number = kin_rat_parse(loader->arena, text, digits);
            return kin_rat_defined(number) ? kin_rat_double(number) * units[i].pt : 0;
        }
    }
    return 0;
}

/* 0in says that nothing is to be worked out, which is more than not saying anything. */
static double space_pt(struct kin_loader *loader, const struct kin_xml *xml)
{
    double space = kin_load_length(loader, xml, "space");
    return space > 0 ? space : kin_xml_string(loader->arena, xml, "space") ? KIN_NO_SPACE : 0;
}

static void load_open(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    response->sample =
        kin_load_blocks(loader, loader->content, kin_xml_kid(xml, "sample"), KIN_SHAPE_MIXED, KIN_SHOWS_ANSWER);
    response->lines = kin_load_integer(loader, xml, "lines", 0);
}

enum kin_order kin_load_order(struct kin_loader *loader, const struct kin_xml *xml, const char *name,
                              enum kin_order otherwise)
{
    return kin_load_is(loader, xml, name, "size")         ? KIN_ORDER_SIZE
           : kin_load_is(loader, xml, name, "as-written") ? KIN_ORDER_AS_WRITTEN
           : kin_load_is(loader, xml, name, "shuffle")    ? KIN_ORDER_SHUFFLE
                                                          : otherwise;
}

void kin_load_response(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    response->points = kin_load_points(loader, xml, "points", kin_rat_int(1));
    kin_check_points(loader, xml, response->points);
    response->space_pt = space_pt(loader, xml);
    if (response->kind == KIN_RESPONSE_VALUE) {
        response->label = text_or_child(loader, xml, "label");
        response->unit = text_or_child(loader, xml, "unit");
        load_letter(loader, xml, response);
        load_accept_test(loader, xml, response);
    }
    if (response->kind == KIN_RESPONSE_OPEN) {
        load_open(loader, xml, response);
    }
    if (response->kind == KIN_RESPONSE_BLANKS) {
        load_checks(loader, xml, response);
        kin_load_body(loader, xml, response);
        kin_load_credits(loader, xml, response);
        return;
    }
    kin_begin_rows(loader, xml, response);
    kin_load_response_entries(loader, xml, response);
    kin_check_rows(loader, xml, response);
    if (response->kind == KIN_RESPONSE_CHOICE || response->kind == KIN_RESPONSE_MULTI_SELECT) {
        kin_check_options(loader, xml, response);
    }
    response->order =
        kin_load_order(loader, xml, response->kind == KIN_RESPONSE_MATCH ? "right-order" : "order", KIN_ORDER_SHUFFLE);
    response->shown = kin_load_integer(loader, xml, "shown", 0);
    load_checks(loader, xml, response);
    kin_load_follows(loader, xml, response);
}
