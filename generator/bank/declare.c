/* All names of a template, before anything is read. */
#include "bank/loader.h"

#include "base/limits.h"

#include <string.h>

static bool reserved(const char *name)
{
    static const char *const names[] = {"answer", "key", "it", "true", "false", "and", "or", "not", "in",
                                        "if",     "for", "eq", "ne",   "lt",    "le",  "gt", "ge"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static void declare(struct kin_loader *loader, const struct kin_xml *xml, enum kin_name_kind kind)
{
    const char *name = kin_xml_string(loader->arena, xml, "name");
    struct kin_span span = kin_value_span(xml, "name");
    const struct kin_declared *known = kin_declared_named(loader, name, strlen(name));
    if (reserved(name)) {
        kin_report(loader->diags, KIN_E305, span, name, NULL);
        kin_report_mend(loader->diags, "choose another name");
    } else if (known) {
        kin_report(loader->diags, KIN_E304, span, name, NULL);
        kin_report_note(loader->diags, "first declared in line %u", kin_place_of(known->span).line);
        kin_report_mend(loader->diags, "choose another name");
    } else {
        KIN_PUSH(loader->arena, loader->declared, loader->declared_count, loader->declared_room) =
            (struct kin_declared){name, kind, span, -1};
    }
}

static void declare_words(struct kin_loader *loader, const struct kin_xml *contexts)
{
    const struct kin_xml *first = kin_xml_kid(contexts, "context");
    for (const struct kin_xml *word = first ? kin_xml_kid(first, "word") : NULL; word;
         word = kin_xml_next(word, "word")) {
        declare(loader, word, KIN_NAME_WORD);
    }
}

/* The names of the first setting; the others repeat them. */
static void declare_settings(struct kin_loader *loader, const struct kin_xml *settings)
{
    const struct kin_xml *first = kin_xml_kid(settings, "setting");
    for (const struct kin_xml *cell = kin_xml_first_element(first); cell; cell = kin_xml_next_element(cell)) {
        declare(loader, cell, KIN_NAME_FIELD);
    }
}

void kin_declare(struct kin_loader *loader, const struct kin_xml *xml)
{
    const struct kin_xml *parameters = kin_xml_kid(xml, "parameters"), *contexts = kin_xml_kid(xml, "contexts");
    for (const struct kin_xml *kid = parameters ? kin_xml_first_element(parameters) : NULL; kid;
         kid = kin_xml_next_element(kid)) {
        if (kid->element->id != KIN_ELEMENT_WHERE) {
            declare(loader, kid, kid->element->id == KIN_ELEMENT_PERSON ? KIN_NAME_PERSON : KIN_NAME_FIELD);
        }
        if (kid->element->id == KIN_ELEMENT_SETTINGS) {
            declare_settings(loader, kid);
        }
    }
    if (contexts) {
        declare_words(loader, contexts);
    }
    if (loader->declared_count > KIN_LIMIT_FIELDS) {
        kin_report(loader->diags, KIN_E303, kin_xml_name_span(parameters ? parameters : contexts), NULL);
        kin_report_mend(loader->diags, "split the template, or compute several values in one list");
    }
}
