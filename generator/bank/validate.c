/* The generic validator: a tree against the element tables. */
#include "bank/fragment.h"
#include "bank/language.h"

#include "base/limits.h"

#include <string.h>

struct validator {
    kin_arena *arena;
    struct kin_diags *diags;
    const char *uri;                                           /* of the root */
    struct kin_fragments fragments;                            /* of the bank */
    uint16_t seen[KIN_LIMIT_XML_DEPTH + 1][KIN_ELEMENT_COUNT]; /* kids by element, on the way down */
};

static void validate(struct validator *validator, struct kin_xml *xml, const struct kin_element *outer, size_t depth);

static const char *all_attributes_text(kin_arena *arena, const struct kin_element *element)
{
    struct kin_buf buf = kin_buf_in(arena);
    size_t count;
    const struct kin_element_attribute *rows = kin_element_attributes(element->id, &count);
    for (size_t i = 0; i < count; i++) {
        kin_buf_addf(&buf, "%s%s", i ? ", " : "", rows[i].name);
    }
    return buf.length ? buf.data : NULL;
}

static void report_unknown_attribute(struct validator *validator, const struct kin_xml *xml,
                                     const struct kin_xml_attribute *attribute)
{
    size_t count;
    const struct kin_element_attribute *rows = kin_element_attributes(xml->element->id, &count);
    const char **names = KIN_NEW_N(validator->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        names[i] = rows[i].name;
    }
    kin_report(validator->diags, KIN_E134, attribute->name_span, xml->name, attribute->name, NULL);
    const char *nearest = kin_nearest(attribute->name, names, count);
    const char *all = all_attributes_text(validator->arena, xml->element);
    if (nearest && !kin_xml_attribute(xml, nearest)) {
        kin_report_mend(validator->diags, "did you mean '%s'?", nearest);
    } else if (all) {
        kin_report_mend(validator->diags, "<%s> takes: %s", xml->name, all);
    } else {
        kin_report_mend(validator->diags, "<%s> takes no attributes", xml->name);
    }
}

static void validate_attributes(struct validator *validator, const struct kin_xml *xml)
{
    for (size_t i = 0; i < xml->attribute_count; i++) {
        const struct kin_xml_attribute *attribute = &xml->attributes[i];
        const struct kin_element_attribute *row = kin_element_attribute_named(xml->element->id, attribute->name);
        if (row) {
            kin_attribute_check(validator->arena, validator->diags, row, attribute);
        } else if (xml->element->text != KIN_TEXT_FIGURE) {
            report_unknown_attribute(validator, xml, attribute);
        }
    }
    size_t count;
    const struct kin_element_attribute *rows = kin_element_attributes(xml->element->id, &count);
    for (size_t i = 0; i < count; i++) {
        if (rows[i].presence == KIN_NEEDED && !kin_xml_attribute(xml, rows[i].name)) {
            kin_report(validator->diags, KIN_E135, kin_xml_name_span(xml), xml->name, rows[i].name, NULL);
            kin_report_mend(validator->diags, "add %s=\"...\": %s", rows[i].name, rows[i].doc);
        }
    }
}

/* What an element of web pages is called here; NULL for other names. */
static const char *usual_name(const char *name)
{
    static const struct {
        const char *there, *here;
    } habits[] = {{"b", "strong"}, {"i", "em"},    {"u", "em"},    {"ul", "list"}, {"ol", "list"}, {"li", "item"},
                  {"tr", "row"},   {"td", "cell"}, {"th", "cell"}, {"div", "p"},   {"span", "em"}};
    for (size_t i = 0; i < sizeof habits / sizeof *habits; i++) {
        if (strcmp(habits[i].there, name) == 0) {
            return habits[i].here;
        }
    }
    return NULL;
}

/* Is there such an element anywhere in the tables? If so it stands at the wrong place, else it is misspelt. */
static void report_unexpected(struct validator *validator, const struct kin_xml *kid, const struct kin_element *parent)
{
    const char *homes = kin_element_homes_text(validator->arena, kid->name);
    size_t count;
    const struct kin_element_child *rows = kin_element_children(parent->id, &count);
    const char **names = KIN_NEW_N(validator->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        names[i] = kin_element(rows[i].child)->name;
    }
    const char *habit = usual_name(kid->name);
    const char *nearest = homes ? NULL : habit ? habit : kin_nearest(kid->name, names, count);
    const char *all = kin_element_children_text(validator->arena, parent);
    kin_report(validator->diags, homes ? KIN_E133 : KIN_E132, kin_xml_name_span(kid), kid->name, parent->name, NULL);
    if (all) {
        kin_report_note(validator->diags, "in <%s> may stand: %s", parent->name, all);
    }
    if (homes) {
        kin_report_mend(validator->diags, "<%s> belongs in: %s", kid->name, homes);
    } else if (nearest) {
        kin_report_mend(validator->diags, "did you mean <%s>?", nearest);
    }
}

static const struct kin_element *previous_element(const struct kin_xml *kid)
{
    const struct kin_xml *last = NULL;
    for (const struct kin_xml *at = kid->parent->first; at != kid; at = at->next) {
        last = kin_xml_blank(at) ? last : at;
    }
    return last ? last->element : NULL;
}

static void check_else(struct validator *validator, const struct kin_xml *kid)
{
    const struct kin_element *before = previous_element(kid);
    if (!before || before->id != KIN_ELEMENT_IF) {
        kin_report(validator->diags, KIN_E144, kin_xml_name_span(kid), NULL);
        kin_report_mend(validator->diags, "put <else> directly after the </if> that it belongs to");
    }
}

static void validate_kid(struct validator *validator, struct kin_xml *kid, const struct kin_element *outer,
                         const struct kin_element *model, size_t depth)
{
    if (strcmp(kid->uri, validator->uri) != 0) {
        kin_report(validator->diags, KIN_E145, kin_xml_name_span(kid), kid->name, NULL);
        kin_report_mend(validator->diags, "only elements of %s may stand here", validator->uri);
        return;
    }
    const struct kin_element_child *row = kin_element_child_named(model, kid->name);
    if (!row && model->text == KIN_TEXT_FIGURE) { /* the figure's kind knows it */
        kid->element = kin_element(KIN_ELEMENT_FIGURE_PART);
        validate(validator, kid, model, depth + 1);
        return;
    }
    bool once = row && (row->cardinality == KIN_ONE || row->cardinality == KIN_OPTIONAL);
    if (!row || (once && outer->text == KIN_TEXT_OUTER)) {
        report_unexpected(validator, kid, outer->text == KIN_TEXT_OUTER && row ? outer : model);
        return;
    }
    kid->element = kin_element(row->child);
    uint16_t *seen = &validator->seen[depth][row->child];
    *seen = *seen < UINT16_MAX ? (uint16_t)(*seen + 1) : *seen;
    if (once && *seen > 1) {
        kin_report(validator->diags, KIN_E137, kin_xml_name_span(kid), kid->name, outer->name, NULL);
        kin_report_mend(validator->diags, "keep one");
    }
    if (row->child == KIN_ELEMENT_ELSE) {
        check_else(validator, kid);
    }
    validate(validator, kid, model, depth + 1);
}

static void report_text(struct validator *validator, const struct kin_xml *text, const struct kin_element *model)
{
    struct kin_text decoded = kin_xml_text(validator->arena, text);
    size_t begin = strspn(decoded.chars, " \t\n"), end = decoded.length;
    while (end > begin && strchr(" \t\n", decoded.chars[end - 1])) {
        end--;
    }
    kin_report(validator->diags, KIN_E138, kin_text_part(&decoded, begin, end), model->name, NULL);
    if (kin_element_child_named(model, "p")) {
        kin_report_mend(validator->diags, "put the text in <p>...</p>");
    } else {
        const char *all = kin_element_children_text(validator->arena, model);
        if (all) {
            kin_report_mend(validator->diags, "in <%s> may stand only: %s", model->name, all);
        } else {
            kin_report_mend(validator->diags, "<%s> is always empty: <%s .../>", model->name, model->name);
        }
    }
}

/* Plain texts and formulas are one text and nothing else; a comment inside would cut it in two. */
static void check_single_text(struct validator *validator, const struct kin_xml *xml)
{
    size_t texts = 0;
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        texts += !kid->name && !kin_xml_blank(kid);
    }
    if (texts == 0) {
        kin_report(validator->diags, KIN_E148, xml->span, xml->name, NULL);
        kin_report_mend(validator->diags, "write it between <%s> and </%s>", xml->name, xml->name);
    } else if (texts > 1) {
        kin_report(validator->diags, KIN_E147, xml->tag, xml->name, NULL);
        kin_report_mend(validator->diags, "put what stands inside before <%s>", xml->name);
    }
}

/* What is needed may stand in a condition or repetition. */
static bool holds_branches(const struct kin_xml *xml)
{
    for (const struct kin_xml *kid = kin_xml_first_element(xml); kid; kid = kin_xml_next_element(kid)) {
        if (kid->element && kid->element->text == KIN_TEXT_OUTER) {
            return true;
        }
    }
    return false;
}

static void check_needed(struct validator *validator, const struct kin_xml *xml, size_t depth)
{
    size_t count;
    const struct kin_element_child *rows = kin_element_children(xml->element->id, &count);
    for (size_t i = 0; i < count; i++) {
        bool needed = rows[i].cardinality == KIN_ONE || rows[i].cardinality == KIN_SOME;
        if (needed && !validator->seen[depth][rows[i].child] && !holds_branches(xml)) {
            const struct kin_element *child = kin_element(rows[i].child);
            kin_report(validator->diags, KIN_E136, kin_xml_name_span(xml), xml->name, child->name, NULL);
            kin_report_mend(validator->diags, "add <%s>: %s", child->name, child->doc);
        }
    }
}

static bool is_use(const struct kin_xml *xml)
{
    return xml->element && xml->element->id == KIN_ELEMENT_USE && !xml->tag_faulty;
}

/* `outer`: whose content model an <if> or <for> takes over. */
static void validate(struct validator *validator, struct kin_xml *xml, const struct kin_element *outer, size_t depth)
{
    const struct kin_element *element = xml->element;
    const struct kin_element *model = element->text == KIN_TEXT_OUTER ? outer : element;
    if (element->id == KIN_ELEMENT_CHOOSE) {
        model = element;
    }
    size_t errors = validator->diags->errors;
    memset(validator->seen[depth], 0, sizeof validator->seen[depth]);
    validate_attributes(validator, xml);
    if (xml->language) {
        kin_xml_check_alternative(validator->diags, xml);
    }
    xml->tag_faulty = validator->diags->errors != errors;
    for (struct kin_xml **at = &xml->first; *at && model->text != KIN_TEXT_FRAGMENT;) {
        struct kin_xml *kid = *at;
        if (!kid->name) {
            bool taken = model->text != KIN_TEXT_NONE;
            if (!taken && !kin_xml_blank(kid)) {
                report_text(validator, kid, model);
            }
        } else if (element->id == KIN_ELEMENT_CHOOSE && kin_element_child_named(element, kid->name)) {
            kid->element = kin_element(kin_element_child_named(element, kid->name)->child);
            validator->seen[depth][kid->element->id] = 1;
            validate(validator, kid, outer, depth + 1);
        } else {
            validate_kid(validator, kid, element, model, depth);
        }
        bool put = is_use(kid) && kin_fragment_put(validator->arena, validator->diags, &validator->fragments, at);
        at = put ? at : &kid->next; /* what was put there is validated next */
    }
    if (element->text != KIN_TEXT_OUTER) {
        check_needed(validator, xml, depth);
    }
    if (element->text == KIN_TEXT_PLAIN || element->text == KIN_TEXT_FORMULA) {
        check_single_text(validator, xml);
    }
    xml->faulty = validator->diags->errors != errors;
}

static bool validate_root(struct validator *validator, struct kin_xml *root)
{
    const char *uri = "";
    const struct kin_element *element = kin_element_root(root->name, &uri);
    struct kin_span span = kin_xml_name_span(root);
    if (!element) {
        static const char *const names[] = {"item-bank", "assessment", "misconceptions", "words"};
        const char *nearest = kin_nearest(root->name, names, sizeof names / sizeof *names);
        kin_report(validator->diags, KIN_E130, span, root->name, NULL);
        kin_report_nearest(validator->diags, nearest, "begin the file with <item-bank ...>");
        return false;
    }
    if (strcmp(root->uri, uri) != 0) {
        kin_report(validator->diags, KIN_E131, span, root->name, uri, NULL);
        kin_report_mend(validator->diags, "write <%s xmlns=\"%s\" ...>", root->name, uri);
        return false;
    }
    root->element = element;
    validator->uri = uri;
    validator->fragments = kin_fragments_of(validator->arena, validator->diags, root);
    validate(validator, root, element, 0);
    kin_fragments_report_unused(validator->diags, &validator->fragments);
    return true;
}

bool kin_xml_validate(kin_arena *arena, struct kin_diags *diags, struct kin_xml *root)
{
    struct validator validator = {.arena = arena, .diags = diags};
    size_t errors = diags->errors;
    return validate_root(&validator, root) && diags->errors == errors;
}
