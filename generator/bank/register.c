/* Registers: misconceptions and people. */
#include "bank/loader.h"

#include <stdint.h>
#include <string.h>

static const char *sentence_of(kin_arena *arena, const struct kin_xml *xml)
{
    struct kin_text text = kin_xml_inner(arena, xml);
    struct kin_buf words = kin_buf_in(arena);
    for (size_t at = 0; at < text.length;) {
        size_t length = strcspn(text.chars + at, " \t\n");
        if (length) {
            kin_buf_add(&words, words.length ? " " : "");
            kin_buf_add_n(&words, text.chars + at, length);
        }
        at += length + strspn(text.chars + at + length, " \t\n");
    }
    return words.data;
}

bool kin_load_misconceptions(struct kin_library *library, const struct kin_xml *root)
{
    size_t errors = library->diags->errors;
    for (const struct kin_xml *xml = kin_xml_kid(root, "misconception"); xml;
         xml = kin_xml_next(xml, "misconception")) {
        struct kin_misconception misconception = {kin_xml_string(library->arena, xml, "id"),
                                                  sentence_of(library->arena, xml)};
        if (kin_misconception_find(library, misconception.id)) {
            kin_report(library->diags, KIN_E365, kin_value_span(xml, "id"), misconception.id, NULL);
            kin_report_mend(library->diags, "ids are never used twice; choose another");
            continue;
        }
        KIN_PUSH(library->arena, library->misconceptions, library->misconception_count, library->misconception_room) =
            misconception;
        kin_ids_add(library->arena, &library->misconception_ids, misconception.id,
                    (const void *)(uintptr_t)library->misconception_count);
    }
    return library->diags->errors == errors;
}

static const struct {
    const char *they, *them, *their;
} pronouns[] = {{"she", "her", "her"}, {"he", "him", "his"}, {"they", "them", "their"}};

static bool name_known(const struct kin_library *library, const char *name)
{
    for (size_t i = 0; i < library->name_count; i++) {
        if (strcmp(library->names[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

static void add_person(struct kin_library *library, const struct kin_xml *xml)
{
    const char *name = kin_xml_string(library->arena, xml, "name");
    const char *they = kin_xml_string(library->arena, xml, "they");
    if (name_known(library, name)) {
        kin_report(library->diags, KIN_E366, kin_value_span(xml, "name"), name, NULL);
        kin_report_mend(library->diags, "keep one of them");
        return;
    }
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++) {
        if (strcmp(pronouns[i].they, they) == 0) {
            KIN_PUSH(library->arena, library->names, library->name_count, library->name_room) =
                (struct kin_name){name, pronouns[i].they, pronouns[i].them, pronouns[i].their};
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
