/* Registers: misconceptions and people. */
#include "bank/loader.h"

#include <stdint.h>
#include <string.h>

/* Number of a misconception that is known already; the count when it is new. */
static size_t number_of(const struct kin_library *library, const char *id)
{
    const struct kin_misconception *known = kin_misconception_find(library, id);
    return known ? (size_t)(known - library->misconceptions) : library->misconception_count;
}

static void add_misconception(struct kin_library *library, const struct kin_xml *xml)
{
    struct kin_misconception misconception = {kin_xml_string(library->arena, xml, "id"),
                                              kin_xml_words(library->arena, xml)};
    size_t number = number_of(library, misconception.id);
    if (number < library->earlier_misconceptions) {
        library->misconceptions[number] = misconception;
        return;
    }
    if (number < library->misconception_count) {
        kin_report(library->diags, KIN_E365, kin_value_span(xml, "id"), misconception.id, NULL);
        kin_report_mend(library->diags, "ids are never used twice; choose another");
        return;
    }
    KIN_PUSH(library->arena, library->misconceptions, library->misconception_count, library->misconception_room) =
        misconception;
    kin_ids_add(library->arena, &library->misconception_ids, misconception.id,
                (const void *)(uintptr_t)library->misconception_count);
}

bool kin_load_misconceptions(struct kin_library *library, const struct kin_xml *root)
{
    size_t errors = library->diags->errors;
    for (const struct kin_xml *xml = kin_xml_kid(root, "misconception"); xml;
         xml = kin_xml_next(xml, "misconception")) {
        add_misconception(library, xml);
    }
    return library->diags->errors == errors;
}

static const struct {
    const char *they, *them, *their;
} pronouns[] = {{"she", "her", "her"}, {"he", "him", "his"}, {"they", "them", "their"}};

/* Number of a person that is known already; the count when the name is new. */
static size_t number_of_name(const struct kin_library *library, const char *name)
{
    size_t number = 0;
    while (number < library->name_count && strcmp(library->names[number].name, name) != 0) {
        number++;
    }
    return number;
}

static bool pronouns_named(const char *they, struct kin_name *person)
{
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++) {
        if (strcmp(pronouns[i].they, they) == 0) {
            *person = (struct kin_name){person->name, pronouns[i].they, pronouns[i].them, pronouns[i].their};
            return true;
        }
    }
    return false;
}

static void add_person(struct kin_library *library, const struct kin_xml *xml)
{
    struct kin_name person = {.name = kin_xml_string(library->arena, xml, "name")};
    size_t number = number_of_name(library, person.name);
    if (number >= library->earlier_names && number < library->name_count) {
        kin_report(library->diags, KIN_E366, kin_value_span(xml, "name"), person.name, NULL);
        kin_report_mend(library->diags, "keep one of them");
    } else if (pronouns_named(kin_xml_string(library->arena, xml, "they"), &person)) {
        if (number == library->name_count) {
            KIN_PUSH(library->arena, library->names, library->name_count, library->name_room) = person;
        } else {
            library->names[number] = person;
        }
    }
}

bool kin_load_people(struct kin_library *library, const struct kin_xml *root)
{
    size_t errors = library->diags->errors;
    for (const struct kin_xml *xml = kin_xml_kid(root, "person"); xml; xml = kin_xml_next(xml, "person")) {
        add_person(library, xml);
    }
    return library->diags->errors == errors;
}
