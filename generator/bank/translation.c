/* A template in another language. */
#include "bank/language.h"
#include "bank/loader.h"

/* ---- The same shape ---------------------------------------------------------------------------------------------- */

static const char *response_difference(const struct kin_response_template *a, const struct kin_response_template *b)
{
    if (a->kind != b->kind) {
        return "kinds of response";
    }
    if (a->option_count != b->option_count) {
        return "options";
    }
    if (a->wrong_count != b->wrong_count) {
        return "wrong answers";
    }
    return a->credit_count != b->credit_count ? "rubric lines" : NULL;
}

static const char *part_difference(const struct kin_part_template *a, const struct kin_part_template *b)
{
    if (a->response_count != b->response_count) {
        return "responses";
    }
    const char *difference = NULL;
    for (size_t i = 0; i < a->response_count && !difference; i++) {
        difference = response_difference(&a->responses[i], &b->responses[i]);
    }
    return difference;
}

/* What one has more of than the other; NULL: they have the same shape. */
static const char *difference_between(const struct kin_template *a, const struct kin_template *b)
{
    if (a->part_count != b->part_count || a->variant_count != b->variant_count) {
        return "parts or variants";
    }
    if (a->field_count != b->field_count || a->person_count != b->person_count || a->word_count != b->word_count) {
        return "parameters, people or words";
    }
    if (a->context_count != b->context_count || a->feature_count != b->feature_count) {
        return "contexts or features";
    }
    const char *difference = NULL;
    for (size_t i = 0; i < a->part_count && !difference; i++) {
        difference = part_difference(&a->parts[i], &b->parts[i]);
    }
    return difference;
}

/* Variants share what is missing. */
static void add(kin_arena *arena, struct kin_template *template, struct kin_translation translation)
{
    const struct kin_template *texts = translation.template;
    KIN_PUSH(arena, template->translations, template->translation_count, template->translation_room) = translation;
    for (size_t i = 0; i < template->variant_count; i++) {
        translation.template = texts->variants[i];
        add(arena, template->variants[i], translation);
    }
}

bool kin_load_translation(struct kin_library *library, struct kin_template *template, const struct kin_xml *xml,
                          const char *language)
{
    const struct kin_template *texts = kin_load_texts(library, template->bank, xml, language, template);
    const char *difference = texts ? difference_between(template, texts) : NULL;
    if (difference) {
        kin_report(library->diags, KIN_E3105, template->span, kin_language_name(language), difference, NULL);
    }
    if (!texts || difference) {
        return false;
    }
    struct kin_spans missing = kin_xml_untranslated(library->arena, xml);
    struct kin_translation translation = {.language = language,
                                          .template = texts,
                                          .span = kin_xml_name_span(kin_xml_kid(xml, "title")),
                                          .missing = missing.items,
                                          .missing_count = missing.count};
    add(library->arena, template, translation);
    return true;
}

const struct kin_translation *kin_template_translation(const struct kin_template *template, const char *language)
{
    const struct kin_translation *best = NULL;
    int most = kin_language_match(template->language->tag, language);
    for (size_t i = 0; i < template->translation_count; i++) {
        int match = kin_language_match(template->translations[i].language, language);
        if (match > most) {
            most = match;
            best = &template->translations[i];
        }
    }
    return best;
}

bool kin_template_speaks(const struct kin_template *template, const char *language)
{
    return kin_language_match(template->language->tag, language) || kin_template_translation(template, language);
}
