/* The words of picks and features as keys print them, with their translations. */
#include "bank/loader.h"

#include <string.h>

size_t kin_names_find(const struct kin_names *names, const char *name)
{
    size_t at = 0;
    while (at < names->count && strcmp(names->items[at], name) != 0) {
        at++;
    }
    return at;
}

/* In a translation the names are its own words, and were checked where the template was read. */
static bool check_case(struct kin_loader *loader, const struct kin_xml *xml, const struct kin_names *known,
                       const struct kin_names *before)
{
    const char *name = kin_xml_string(loader->arena, xml, "name");
    if (loader->translated || !name) {
        return true;
    }
    if (kin_names_find(before, name) < before->count) {
        kin_report(loader->diags, KIN_E3223, kin_value_span(xml, "name"), name, NULL);
        kin_report_mend(loader->diags, "keep one of the two");
        return false;
    }
    if (known && kin_names_find(known, name) == known->count) {
        kin_report(loader->diags, KIN_E3222, kin_value_span(xml, "name"), name, xml->parent->name, NULL);
        kin_report_nearest(loader->diags, kin_nearest(name, known->items, known->count),
                           "name a word that it can have, as it is written there");
        return false;
    }
    return true;
}

void kin_load_cases(struct kin_loader *loader, const struct kin_xml *xml, const struct kin_names *known,
                    struct kin_names *cases)
{
    for (const struct kin_xml *kid = kin_xml_kid(xml, "case"); kid; kid = kin_xml_next(kid, "case")) {
        if (check_case(loader, kid, known, cases)) {
            KIN_PUSH(loader->arena, cases->items, cases->count, cases->room) =
                kin_xml_string(loader->arena, kid, "name");
        }
    }
}

static void add_word(kin_arena *arena, struct kin_names *words, const char *word)
{
    if (kin_names_find(words, word) == words->count) {
        KIN_PUSH(arena, words->items, words->count, words->room) = word;
    }
}

bool kin_field_words(kin_arena *arena, const struct kin_field *field, struct kin_names *words)
{
    struct kin_value values = {0};
    bool known = field->kind == KIN_FIELD_MODE && !field->setting && !field->policy && field->domain.list &&
                 kin_expr_constant(field->domain.list, arena, &values) && values.kind == KIN_LIST;
    for (size_t i = 0; known && i < values.as.list->count; i++) {
        if (values.as.list->items[i].kind == KIN_WORD) {
            add_word(arena, words, values.as.list->items[i].as.word->one);
        }
    }
    return known;
}

bool kin_feature_words(kin_arena *arena, const struct kin_feature_template *feature, struct kin_names *words)
{
    struct kin_list_of_words found = {0};
    bool all = kin_expr_words(feature->value, arena, &found);
    for (size_t i = 0; i < found.count; i++) {
        add_word(arena, words, found.items[i]);
    }
    return all;
}
