/* What is wrong with translations, and what is missing. */
#include "bank/language.h"

#include "value/language.h"

#include <ctype.h>
#include <string.h>

/* ---- Faults of the file ------------------------------------------------------------------------------------------ */

static void report_nothing_to_translate(struct kin_diags *diags, const struct kin_xml *xml)
{
    kin_report(diags, KIN_E3101, kin_xml_name_span(xml), xml->name, NULL);
    kin_report_mend(diags, "put it directly after the <%s> that it translates", xml->name);
}

static void check_tag(kin_arena *arena, struct kin_diags *diags, const struct kin_xml *xml)
{
    const struct kin_xml_attribute *attribute = kin_xml_attribute(xml, "xml:lang");
    const char *tag = kin_xml_tag(arena, xml), *tags[16];
    if (kin_attribute_check(arena, diags, kin_element_attribute_named(KIN_ELEMENT_ITEM_BANK, "xml:lang"), attribute) &&
        !kin_language_printed(tag)) {
        size_t count;
        const struct kin_language *rows = kin_languages(&count);
        for (size_t i = 0; i < count; i++) {
            tags[i] = rows[i].tag;
        }
        kin_report(diags, KIN_W305, attribute->value_span, tag, NULL);
        kin_report_nearest(diags, kin_nearest(tag, tags, count),
                           "write a language that forms can be printed in: en, es");
    }
}

static bool is_among(const struct kin_tags *tags, const char *tag)
{
    for (size_t i = 0; i < tags->count; i++) {
        if (strcmp(tags->items[i], tag) == 0) {
            return true;
        }
    }
    return false;
}

/* Blanks that an alternative names stand in what it translates. */
static void check_blanks(kin_arena *arena, struct kin_diags *diags, const struct kin_xml *alternative,
                         const struct kin_xml *translated)
{
    for (const struct kin_xml *kid = alternative->first; kid; kid = kid->next) {
        const char *id = kin_xml_blank_named_only(kid) ? kin_xml_string(arena, kid, "id") : NULL;
        if (id && !kin_xml_blank_of(arena, translated, id)) {
            kin_report(diags, KIN_E3221, kin_xml_attribute(kid, "id")->value_span, translated->name, id, NULL);
            kin_report_mend(diags, "name a blank that stands in the <%s> before it", translated->name);
        }
        check_blanks(arena, diags, kid, translated);
    }
}

/* Checks the alternatives after `xml`, an element in the language around it or a fault itself; returns the last. */
static const struct kin_xml *check_run(kin_arena *arena, struct kin_diags *diags, const struct kin_xml *xml,
                                       const char *around)
{
    struct kin_tags seen = {0};
    const struct kin_xml *last = kin_xml_last_alternative(arena, xml, around);
    for (const struct kin_xml *at = xml; at != last;) {
        at = kin_xml_next_not_blank(at);
        const char *tag = kin_xml_tag(arena, at);
        if (is_among(&seen, tag)) {
            kin_report(diags, KIN_E3104, kin_xml_name_span(at), at->name, tag, NULL);
            kin_report_mend(diags, "keep one of the two");
        } else {
            KIN_PUSH(arena, seen.items, seen.count, seen.room) = tag;
        }
    }
    return last;
}

static void check_within(kin_arena *arena, struct kin_diags *diags, const struct kin_xml *xml, const char *around)
{
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (!kid->name) {
            continue;
        }
        const char *tag = kin_xml_tag(arena, kid);
        const struct kin_xml *before = kid;
        if (tag) {
            check_tag(arena, diags, kid);
        }
        check_within(arena, diags, kid, tag ? tag : around);
        if (kin_xml_is_other(arena, kid, around)) {
            if (!kin_xml_attribute(xml, kid->name)) {
                report_nothing_to_translate(diags, kid);
            }
            continue;
        }
        kid = check_run(arena, diags, kid, around);
        for (const struct kin_xml *at = before; at != kid;) {
            at = kin_xml_next_not_blank(at);
            check_tag(arena, diags, at);
            check_blanks(arena, diags, at, before);
            check_within(arena, diags, at, kin_xml_tag(arena, at));
        }
    }
}

void kin_xml_check_languages(kin_arena *arena, struct kin_diags *diags, const struct kin_xml *root)
{
    check_within(arena, diags, root, kin_xml_language(arena, root));
}

/* ---- What may be translated ----------------------------------------------------------------------------------------
 */

static bool identifies_or_computes(enum kin_attribute_type type)
{
    return type == KIN_ATTRIBUTE_EXPRESSION || type == KIN_ATTRIBUTE_RANGE || type == KIN_ATTRIBUTE_LIST ||
           type == KIN_ATTRIBUTE_ANSWER_TYPE || type == KIN_ATTRIBUTE_NAME || type == KIN_ATTRIBUTE_STANDARD;
}

bool kin_element_translatable(const struct kin_element *element)
{
    size_t count;
    const struct kin_element_attribute *rows = kin_element_attributes(element->id, &count);
    switch (element->id) {
    case KIN_ELEMENT_WORD:
    case KIN_ELEMENT_CONTEXT:
    case KIN_ELEMENT_FIGURE_PART:
        return true;
    case KIN_ELEMENT_PARAMETERS:
    case KIN_ELEMENT_FEATURES:
    case KIN_ELEMENT_CONTEXTS:
    case KIN_ELEMENT_FIXED:
    case KIN_ELEMENT_SET:
    case KIN_ELEMENT_AUTHOR_NOTE:
    case KIN_ELEMENT_ITEM_TEMPLATE:
    case KIN_ELEMENT_SECTION:
    case KIN_ELEMENT_CHOOSE: /* its tests hold for all languages; the texts inside are translated */
        return false;
    default:
        break;
    }
    size_t children;
    kin_element_children(element->id, &children);
    bool other =
        element->text == KIN_TEXT_OUTER || element->text == KIN_TEXT_FRAGMENT || element->text == KIN_TEXT_FIGURE;
    if (other || (element->text == KIN_TEXT_NONE && !children)) {
        return false;
    }
    for (size_t i = 0; i < count && element->text == KIN_TEXT_NONE; i++) {
        if (identifies_or_computes(rows[i].type)) {
            return false;
        }
    }
    return true;
}

void kin_xml_check_alternative(struct kin_diags *diags, const struct kin_xml *xml)
{
    if (!kin_element_translatable(xml->element)) {
        kin_report(diags, KIN_E3102, kin_xml_name_span(xml), xml->name, NULL);
        kin_report_mend(diags, "give xml:lang to the elements with text in it");
    }
    for (size_t i = 0; i < xml->attribute_count; i++) {
        const struct kin_xml_attribute *attribute = &xml->attributes[i];
        const struct kin_element_attribute *row = kin_element_attribute_named(xml->element->id, attribute->name);
        if (attribute->language && row && row->type != KIN_ATTRIBUTE_TEXT && xml->element->id != KIN_ELEMENT_WORD) {
            kin_report(diags, KIN_E3103, attribute->name_span, attribute->name, NULL);
            kin_report_mend(diags, "leave it out: it holds for all languages");
        }
    }
}

/* ---- What is missing ------------------------------------------------------------------------------------------------
 */

enum { WORD_LETTERS = 3 }; /* fewer may be a name or a symbol that all languages share: x, cm */

/* Is what stands before `at` a comparison? What is quoted after it is a value and does not print. */
static bool is_compared(const char *text, const char *at)
{
    while (at > text && at[-1] == ' ') {
        at--;
    }
    return at - text >= 2 && (memcmp(at - 2, "eq", 2) == 0 || memcmp(at - 2, "ne", 2) == 0);
}

/* Is there a word in it? In {holes}, only what is quoted and printed counts. */
static bool has_words(const char *text)
{
    size_t depth = 0, letters = 0;
    char quote = '\0';
    bool printed = true;
    for (const char *at = text; *at; at++) {
        if (!quote) {
            depth += *at == '{';
            depth -= *at == '}' && depth > 0;
        }
        if (depth && (*at == quote || (!quote && (*at == '\'' || *at == '"')))) {
            printed = !is_compared(text, at);
            quote = quote ? '\0' : *at;
        }
        bool letter = isalpha((unsigned char)*at) || (unsigned char)*at >= 0xC3;
        letters = letter && (depth == 0 || (quote && printed)) ? letters + 1 : 0;
        if (letters >= WORD_LETTERS) {
            return true;
        }
    }
    return false;
}

/* An alternative's own attributes are translated. */
static void add_attribute_texts(kin_arena *arena, const struct kin_xml *xml, struct kin_spans *spans)
{
    static const char *const read[] = {"label", "unit", "because", "one", "heading", "title", "name"};
    for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
        const struct kin_element_attribute *row = kin_element_attribute_named(xml->element->id, read[i]);
        const char *text = row && row->type == KIN_ATTRIBUTE_TEXT ? kin_xml_string(arena, xml, read[i]) : NULL;
        const struct kin_xml_attribute *attribute = kin_xml_attribute(xml, read[i]);
        if (text && !attribute->language && has_words(text) && xml->element->id != KIN_ELEMENT_WHERE) {
            KIN_PUSH(arena, spans->items, spans->count, spans->room) = attribute->value_span;
        }
    }
}

static void add_untranslated(kin_arena *arena, const struct kin_xml *xml, const struct kin_xml *home,
                             struct kin_spans *spans);

/* Texts of figures as attributes: their kinds name them so. */
static void add_figure_texts(kin_arena *arena, const struct kin_xml *xml, struct kin_spans *spans)
{
    for (size_t i = 0; xml->element->text == KIN_TEXT_FIGURE && i < xml->attribute_count; i++) {
        const struct kin_xml_attribute *attribute = &xml->attributes[i];
        bool text = strcmp(attribute->name, "label") == 0 || strstr(attribute->name, "title");
        if (text && !attribute->language && has_words(kin_xml_value_of(arena, attribute).chars)) {
            KIN_PUSH(arena, spans->items, spans->count, spans->room) = attribute->value_span;
        }
    }
}

/* What the blanks of a translated text lack. */
static void add_shared(kin_arena *arena, const struct kin_xml *xml, struct kin_spans *spans)
{
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (kid->shared) {
            add_untranslated(arena, kid, kid, spans);
        } else {
            add_shared(arena, kid, spans);
        }
    }
}

/* `home`: the element whose text a text is. */
static void add_untranslated(kin_arena *arena, const struct kin_xml *xml, const struct kin_xml *home,
                             struct kin_spans *spans)
{
    const struct kin_element *element = xml->element;
    if (!element || element->id == KIN_ELEMENT_SET || element->id == KIN_ELEMENT_AUTHOR_NOTE ||
        element->text == KIN_TEXT_FORMULA) {
        return;
    }
    home = element->text == KIN_TEXT_OUTER ? home : xml;
    add_attribute_texts(arena, xml, spans);
    add_figure_texts(arena, xml, spans);
    if (xml->language) {
        add_shared(arena, xml, spans);
        return;
    }
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (kid->name) {
            add_untranslated(arena, kid, home, spans);
        } else if (has_words(kin_xml_text(arena, kid).chars)) {
            KIN_PUSH(arena, spans->items, spans->count, spans->room) = kin_xml_name_span(home);
        }
    }
}

struct kin_spans kin_xml_untranslated(kin_arena *arena, const struct kin_xml *xml)
{
    struct kin_spans spans = {0};
    add_untranslated(arena, xml, xml, &spans);
    return spans;
}

/* ---- Marks ----------------------------------------------------------------------------------------------------------
 */

struct marks {
    size_t questions, opened_questions, exclamations, opened_exclamations;
};

static void count_marks(struct marks *marks, const char *text)
{
    size_t depth = 0;
    for (; *text; text++) {
        depth += *text == '{';
        depth -= *text == '}' && depth > 0;
        marks->questions += depth == 0 && *text == '?';
        marks->exclamations += depth == 0 && *text == '!';
        marks->opened_questions += strncmp(text, "¿", strlen("¿")) == 0;
        marks->opened_exclamations += strncmp(text, "¡", strlen("¡")) == 0;
    }
}

static void count_marks_in(kin_arena *arena, struct marks *marks, const struct kin_xml *xml)
{
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (!kid->name) {
            count_marks(marks, kin_xml_text(arena, kid).chars);
        } else if (kid->element && kid->element->text != KIN_TEXT_FORMULA) {
            count_marks_in(arena, marks, kid);
        }
    }
}

/* Spanish opens its questions and exclamations. */
void kin_xml_check_marks(kin_arena *arena, struct kin_diags *diags, const struct kin_xml *xml, const char *around)
{
    const char *language = xml->language ? xml->language : around;
    struct marks marks = {0};
    if (xml->element && kin_language_match("es", language) &&
        (xml->element->text == KIN_TEXT_PHRASE || xml->element->text == KIN_TEXT_PLAIN)) {
        count_marks_in(arena, &marks, xml);
        if (marks.questions != marks.opened_questions) {
            kin_report(diags, KIN_W306, kin_xml_name_span(xml), "?", "¿", NULL);
        } else if (marks.exclamations != marks.opened_exclamations) {
            kin_report(diags, KIN_W306, kin_xml_name_span(xml), "!", "¡", NULL);
        }
        return;
    }
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (kid->name) {
            kin_xml_check_marks(arena, diags, kid, language);
        }
    }
}
