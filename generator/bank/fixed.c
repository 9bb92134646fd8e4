/* A department's own numbers for one form. */
#include "bank/loader.h"

#include <string.h>

static const struct kin_field *field_named(const struct kin_template *template, const char *name)
{
    for (size_t i = 0; i < template->field_count; i++) {
        if (strcmp(template->fields[i].name, name) == 0) {
            return &template->fields[i];
        }
    }
    return NULL;
}

static void report_unknown(struct kin_loader *loader, const struct kin_xml *xml, const char *name)
{
    const struct kin_template *template = loader->template;
    const char **names = KIN_NEW_N(loader->arena, const char *, template->field_count);
    for (size_t i = 0; i < template->field_count; i++) {
        names[i] = template->fields[i].name;
    }
    const char *nearest = kin_nearest(name, names, template->field_count);
    kin_report(loader->diags, KIN_E329, kin_value_span(xml, "name"), name, NULL);
    kin_report_nearest(loader->diags, nearest, "name a <pick> or <let> of this template");
}

static struct kin_text trimmed(kin_arena *arena, struct kin_text text)
{
    size_t begin = strspn(text.chars, " \t\n"), end = text.length;
    while (end > begin && strchr(" \t\n", text.chars[end - 1])) {
        end--;
    }
    return kin_text_cut(arena, &text, begin, end);
}

/* 4, or 31, 34, 40 without brackets for a list, or a word without quotes. */
static const struct kin_expr *read_setting(struct kin_loader *loader, const struct kin_xml *xml, struct kin_type want)
{
    struct kin_text text = trimmed(loader->arena, kin_xml_inner(loader->arena, xml));
    if (want.kind == KIN_WORD && !strpbrk(text.chars, "'\"")) {
        text.chars = kin_format(loader->arena, "'%s'", text.chars);
        text.length += 2;
    }
    if (want.kind == KIN_LIST && text.chars[0] != '[') {
        return kin_load_list(loader, loader->numbers, text);
    }
    return kin_load_expr(loader, loader->numbers, text, kin_type_any);
}

static void check_setting(struct kin_loader *loader, const struct kin_expr *expr, const char *name,
                          struct kin_type want)
{
    struct kin_value value;
    struct kin_type type = kin_expr_type(expr);
    bool number = type.kind == KIN_NUMBER && want.kind == KIN_NUMBER;
    if (!kin_expr_constant(expr, loader->arena, &value)) {
        kin_report(loader->diags, KIN_E331, kin_expr_span(expr), name, NULL);
        kin_report_mend(loader->diags, "write the value itself");
    } else if (want.kind != KIN_NOTHING && !number && !kin_type_fits(type, want)) {
        kin_report(loader->diags, KIN_E332, kin_expr_span(expr), name, kin_type_text(loader->arena, want),
                   kin_type_text(loader->arena, type), NULL);
        kin_report_mend(loader->diags, "write %s", kin_type_text(loader->arena, want));
    }
}

/* ---- People ---- */

static const struct kin_person *person_named(const struct kin_template *template, const char *name)
{
    for (size_t i = 0; i < template->person_count; i++) {
        if (strcmp(template->people[i].name, name) == 0) {
            return &template->people[i];
        }
    }
    return NULL;
}

static bool is_pronoun(const char *text)
{
    return strcmp(text, "she") == 0 || strcmp(text, "he") == 0 || strcmp(text, "they") == 0;
}

/* "Maya", "Maya, she". */
static void load_person(struct kin_loader *loader, const struct kin_xml *xml, const struct kin_person *person,
                        struct kin_fixed *fixed)
{
    const char *text = kin_xml_words(loader->arena, xml), *comma = strchr(text, ',');
    size_t length = comma ? (size_t)(comma - text) : strlen(text);
    const char *they = comma ? comma + 1 + strspn(comma + 1, " ") : "they";
    if (!length || !is_pronoun(they)) {
        kin_report(loader->diags, KIN_E332, kin_xml_inner(loader->arena, xml).span, person->name, "a person",
                   "no name, or no pronoun", NULL);
        kin_report_mend(loader->diags, "write a name, or a name and she, he or they: Maya, she");
        return;
    }
    KIN_PUSH(loader->arena, fixed->people, fixed->person_count, fixed->person_room) =
        (struct kin_fixed_person){person, kin_format(loader->arena, "%.*s", (int)length, text), they, comma != NULL};
}

/* ---- Values ---- */

static void load_setting(struct kin_loader *loader, const struct kin_xml *xml, struct kin_fixed *fixed, size_t *room)
{
    const char *name = kin_xml_string(loader->arena, xml, "name");
    const struct kin_field *field = field_named(loader->template, name);
    const struct kin_person *person = person_named(loader->template, name);
    struct kin_type want = kin_type_any;
    if (person) {
        load_person(loader, xml, person, fixed);
        return;
    }
    if (!field) {
        report_unknown(loader, xml, name);
        return;
    }
    for (size_t i = 0; i < fixed->setting_count; i++) {
        if (fixed->settings[i].slot == field->slot) {
            kin_report(loader->diags, KIN_E333, kin_value_span(xml, "name"), name, NULL);
            kin_report_mend(loader->diags, "keep one of the two");
        }
    }
    kin_scope_find(loader->numbers, name, &want);
    const struct kin_expr *value = read_setting(loader, xml, want);
    if (value) {
        check_setting(loader, value, name, want);
        KIN_PUSH(loader->arena, fixed->settings, fixed->setting_count, *room) =
            (struct kin_setting){field->slot, value, kin_expr_span(value)};
    }
}

static void check_complete(struct kin_loader *loader, const struct kin_xml *xml, const struct kin_fixed *fixed)
{
    for (size_t i = 0; i < loader->template->field_count; i++) {
        const struct kin_field *field = &loader->template->fields[i];
        bool set = field->kind == KIN_FIELD_LET || field->when || field->policy;
        for (size_t j = 0; j < fixed->setting_count; j++) {
            set = set || fixed->settings[j].slot == field->slot;
        }
        if (!set) {
            kin_report(loader->diags, KIN_E334, kin_xml_name_span(xml), field->name, NULL);
            kin_report_mend(loader->diags, "add <set name=\"%s\">...</set>: a fixed form sets every <pick>",
                            field->name);
            return;
        }
    }
}

static void check_context(struct kin_loader *loader, const struct kin_xml *xml, const char *id)
{
    const struct kin_template *template = loader->template;
    const char **ids = KIN_NEW_N(loader->arena, const char *, template->context_count);
    for (size_t i = 0; i < template->context_count; i++) {
        ids[i] = template->contexts[i].id;
        if (strcmp(ids[i], id) == 0) {
            return;
        }
    }
    const char *nearest = kin_nearest(id, ids, template->context_count);
    kin_report(loader->diags, KIN_E335, kin_value_span(xml, "context"), id, NULL);
    kin_report_nearest(loader->diags, nearest, "name a <context> of this template");
}

/* Letters without the spaces between them; false where one stands twice or is none of the options. */
static bool read_order(const char *text, size_t options, char *letters)
{
    size_t count = 0;
    for (; *text; text++) {
        if (*text == ' ' || *text == ',') {
            continue;
        }
        bool known = *text >= 'A' && *text < 'A' + (int)options && !memchr(letters, *text, count);
        if (!known || count == options) {
            return false;
        }
        letters[count++] = *text;
    }
    letters[count] = '\0';
    return count > 0;
}

static const struct kin_response_template *response_named(const struct kin_template *template, const char *id)
{
    for (size_t i = 0; i < template->part_count; i++) {
        for (size_t j = 0; j < template->parts[i].response_count; j++) {
            if (strcmp(template->parts[i].responses[j].id, id) == 0) {
                return &template->parts[i].responses[j];
            }
        }
    }
    return NULL;
}

/* How many things of a response stand in an order that a form may have for itself. */
static size_t options_of(const struct kin_response_template *response)
{
    switch (response->kind) {
    case KIN_RESPONSE_CHOICE:
        return response->option_count ? response->option_count : response->wrong_count + 1;
    case KIN_RESPONSE_MULTI_SELECT:
    case KIN_RESPONSE_MATCH:
    case KIN_RESPONSE_ORDER:
        return response->option_count;
    case KIN_RESPONSE_GRID:
        return response->row_count;
    default:
        return 0;
    }
}

static void load_order(struct kin_loader *loader, const struct kin_xml *xml, struct kin_fixed *fixed, size_t *room)
{
    const char *id = kin_xml_string(loader->arena, xml, "response");
    const struct kin_response_template *response = response_named(loader->template, id);
    size_t options = response ? options_of(response) : 0;
    char letters[27];
    if (!options || options > 26) {
        kin_report(loader->diags, KIN_E3013, kin_value_span(xml, "response"), id, NULL);
        kin_report_mend(
            loader->diags,
            "name a response of this template that has options, rows or items; without an id the first one is a");
    } else if (!read_order(kin_xml_words(loader->arena, xml), options, letters)) {
        kin_report(loader->diags, KIN_E3015, kin_xml_inner(loader->arena, xml).span, NULL);
        kin_report_mend(loader->diags, "write letters from A to %c, each once", (char)('A' + (int)options - 1));
    } else {
        KIN_PUSH(loader->arena, fixed->orders, fixed->order_count, *room) =
            (struct kin_fixed_order){response->id, kin_copy(loader->arena, letters)};
    }
}

static void load_looks(struct kin_loader *loader, const struct kin_xml *template, const struct kin_xml *xml,
                       struct kin_fixed *fixed)
{
    const struct kin_xml *skin = kin_xml_kid(xml, "skin");
    size_t room = 0;
    for (const struct kin_xml *kid = kin_xml_kid(xml, "order"); kid; kid = kin_xml_next(kid, "order")) {
        load_order(loader, kid, fixed, &room);
    }
    fixed->skin = skin ? kin_load_skin(loader, template, skin) : NULL;
    if (skin && fixed->context) {
        kin_report(loader->diags, KIN_E340, kin_xml_name_span(skin), "context", NULL);
        kin_report_mend(loader->diags, "keep one of the two");
    }
}

static bool same_form(const struct kin_fixed *a, const struct kin_fixed *b)
{
    bool variant = a->variant && b->variant ? strcmp(a->variant, b->variant) == 0 : a->variant == b->variant;
    return variant && strcmp(a->form, b->form) == 0;
}

void kin_load_fixed(struct kin_loader *loader, const struct kin_xml *template)
{
    size_t room = 0;
    for (const struct kin_xml *xml = kin_xml_kid(template, "fixed"); xml; xml = kin_xml_next(xml, "fixed")) {
        struct kin_fixed fixed = {.form = kin_xml_string(loader->arena, xml, "form"),
                                  .variant = kin_xml_string(loader->arena, xml, "variant"),
                                  .span = kin_xml_name_span(xml)};
        size_t setting_room = 0, errors = loader->diags->errors;
        for (size_t i = 0; i < loader->template->fixed_count; i++) {
            if (same_form(&loader->template->fixed[i], &fixed)) {
                kin_report(loader->diags, KIN_E330, kin_value_span(xml, "form"), fixed.form, NULL);
                kin_report_mend(loader->diags, "keep one <fixed> for each form");
            }
        }
        fixed.context = kin_xml_string(loader->arena, xml, "context");
        if (fixed.context) {
            check_context(loader, xml, fixed.context);
        }
        for (const struct kin_xml *kid = kin_xml_kid(xml, "set"); kid; kid = kin_xml_next(kid, "set")) {
            load_setting(loader, kid, &fixed, &setting_room);
        }
        load_looks(loader, template, xml, &fixed);
        if (loader->diags->errors == errors) {
            check_complete(loader, xml, &fixed);
        }
        KIN_PUSH(loader->arena, loader->template->fixed, loader->template->fixed_count, room) = fixed;
    }
}
