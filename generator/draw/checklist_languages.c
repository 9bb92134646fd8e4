/* What a template's translations lack. */
#include "draw/survey.h"

#include "value/language.h"

#include <ctype.h>

struct lack {
    struct kin_surveying *surveying;
    const struct kin_library *library;
    const char *language;
};

static void report_misconception(const struct lack *lack, const char *id, struct kin_span span)
{
    const struct kin_misconception *misconception = id ? kin_misconception_find(lack->library, id) : NULL;
    if (misconception && !kin_misconception_sentence(misconception, lack->language)) {
        kin_report(lack->surveying->diags, KIN_W417, span, id, kin_language_name(lack->language), NULL);
    }
}

static void check_response(const struct lack *lack, const struct kin_response_template *response)
{
    for (size_t i = 0; i < response->wrong_count; i++) {
        report_misconception(lack, response->wrongs[i].misconception, response->wrongs[i].span);
    }
    for (size_t i = 0; i < response->option_count; i++) {
        report_misconception(lack, response->options[i].misconception, response->options[i].span);
    }
}

static void check_standard(const struct lack *lack, const struct kin_template *template)
{
    const struct kin_framework *framework = template->bank->framework;
    const struct kin_standard *standard = framework ? kin_standard_find(framework, template->standard) : NULL;
    if (standard && *standard->i_can && !kin_standard_i_can(standard, lack->language)) {
        kin_report(lack->surveying->diags, KIN_W418, template->span, standard->code, kin_language_name(lack->language),
                   lack->language, NULL);
    }
}

static bool has_letter(const char *text)
{
    while (*text && !isalpha((unsigned char)*text)) {
        text++;
    }
    return *text != '\0';
}

static void report_words(const struct lack *lack, const struct kin_names *words, const struct kin_names *cases,
                         struct kin_span span)
{
    struct kin_buf lacking = kin_buf_in(lack->surveying->arena);
    for (size_t i = 0; i < words->count; i++) {
        if (has_letter(words->items[i]) && kin_names_find(cases, words->items[i]) == cases->count) {
            kin_buf_addf(&lacking, "%s'%s'", lacking.length ? ", " : "", words->items[i]);
        }
    }
    if (lacking.length) {
        kin_report(lack->surveying->diags, KIN_W3221, span, lacking.data, kin_language_name(lack->language), NULL);
        kin_report_mend(lack->surveying->diags,
                        "write <case name=\"...\"><name xml:lang=\"%s\">...</name></case> for each", lack->language);
    }
}

/* The words that keys print: of picks, and of features. */
static void check_cases(const struct lack *lack, const struct kin_template *template)
{
    for (size_t i = 0; i < template->field_count && !template->automatic_off[KIN_AUTO_MODE]; i++) {
        struct kin_names words = {0};
        kin_field_words(lack->surveying->arena, &template->fields[i], &words);
        report_words(lack, &words, &template->fields[i].cases, template->fields[i].span);
    }
    for (size_t i = 0; i < template->feature_count; i++) {
        struct kin_names words = {0};
        kin_feature_words(lack->surveying->arena, &template->features[i], &words);
        report_words(lack, &words, &template->features[i].cases, template->features[i].span);
    }
}

void kin_checklist_languages(struct kin_surveying *surveying)
{
    const struct kin_template *template = surveying->draw->template;
    for (size_t i = 0; i < template->translation_count; i++) {
        const struct kin_translation *translation = &template->translations[i];
        const struct lack lack = {surveying, template->bank->library, translation->language};
        for (size_t m = 0; m < translation->missing_count; m++) {
            kin_report(surveying->diags, KIN_W415, translation->missing[m], kin_language_name(lack.language), NULL);
        }
        for (size_t r = 0; r < kin_template_response_count(template); r++) {
            check_response(&lack, kin_template_response(template, r));
        }
        check_standard(&lack, template);
        check_cases(&lack, template);
    }
}
