/* Registers: misconceptions and people. */
#include "bank/language.h"
#include "bank/loader.h"

#include <stdint.h>
#include <string.h>

/* Number of a misconception that is known already; the count when it is new. */
static size_t number_of(const struct kin_library *library, const char *id)
{
    const struct kin_misconception *known = kin_misconception_find(library, id);
    return known ? (size_t)(known - library->misconceptions) : library->misconception_count;
}

const char *kin_phrasing_find(const struct kin_phrasing *phrasings, size_t count, const char *language)
{
    const char *best = NULL;
    int most = 0;
    for (size_t i = 0; i < count; i++) {
        int match = kin_language_match(phrasings[i].language, language);
        if (match > most) {
            most = match;
            best = phrasings[i].sentence;
        }
    }
    return best;
}

const char *kin_misconception_sentence(const struct kin_misconception *misconception, const char *language)
{
    const char *sentence = kin_phrasing_find(misconception->phrasings, misconception->phrasing_count, language);
    bool own = kin_language_match(misconception->language, language);
    return sentence ? sentence : own ? misconception->sentence : NULL;
}

static struct kin_phrasing *phrasing_of(const struct kin_misconception *misconception, const char *language)
{
    for (size_t i = 0; i < misconception->phrasing_count; i++) {
        if (strcmp(misconception->phrasings[i].language, language) == 0) {
            return &misconception->phrasings[i];
        }
    }
    return NULL;
}

/* A sentence in another language than the one that came first. Which file is read first must not matter to the set
 * file, so English is always the sentence itself. */
static void add_phrasing(struct kin_library *library, struct kin_misconception *known, struct kin_phrasing phrasing)
{
    if (strcmp(phrasing.language, "en") == 0) {
        struct kin_phrasing other = {known->language, known->sentence};
        known->language = phrasing.language;
        known->sentence = phrasing.sentence;
        phrasing = other;
    }
    KIN_PUSH(library->arena, known->phrasings, known->phrasing_count, known->phrasing_room) = phrasing;
}

/* What is known of an id in other languages than this one is kept. */
static bool adds_phrasing(struct kin_library *library, size_t number, const struct kin_misconception *misconception)
{
    struct kin_misconception *known = number < library->misconception_count ? &library->misconceptions[number] : NULL;
    if (!known || strcmp(known->language, misconception->language) == 0) {
        return false;
    }
    struct kin_phrasing *phrasing = phrasing_of(known, misconception->language);
    if (!phrasing) {
        add_phrasing(library, known, (struct kin_phrasing){misconception->language, misconception->sentence});
    } else if (number < library->earlier_misconceptions) {
        phrasing->sentence = misconception->sentence;
    }
    return !phrasing || number < library->earlier_misconceptions;
}

static void add_misconception(struct kin_library *library, const struct kin_xml *xml)
{
    struct kin_misconception misconception = {.id = kin_xml_string(library->arena, xml, "id"),
                                              .sentence = kin_xml_words(library->arena, xml),
                                              .language = kin_xml_language(library->arena, xml->parent)};
    size_t number = number_of(library, misconception.id);
    if (adds_phrasing(library, number, &misconception)) {
        return;
    }
    if (number < library->earlier_misconceptions) {
        library->misconceptions[number].sentence = misconception.sentence;
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
