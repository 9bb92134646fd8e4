#include "bank/loader.h"

#include <string.h>

static bool used(const struct kin_uses *uses, int slot)
{
    for (size_t i = 0; i < uses->expr_count; i++) {
        if (kin_expr_uses(uses->exprs[i], slot)) {
            return true;
        }
    }
    for (size_t i = 0; i < uses->formula_count; i++) {
        if (kin_formula_uses(uses->formulas[i], slot)) {
            return true;
        }
    }
    for (size_t i = 0; i < uses->phrase_count; i++) {
        if (kin_phrase_uses(uses->phrases[i], slot)) {
            return true;
        }
    }
    return false;
}

static bool person_used(const struct kin_loader *loader, int slot)
{
    for (size_t i = 0; i < loader->template->person_count; i++) {
        const struct kin_person *person = &loader->template->people[i];
        for (size_t j = 0; person->slots[0] == slot && j < KIN_PERSON_SLOTS; j++) {
            if (used(&loader->uses, person->slots[j])) {
                return true;
            }
        }
    }
    return false;
}

void kin_report_unused(struct kin_loader *loader)
{
    for (size_t i = 0; i < loader->declared_count; i++) {
        const struct kin_declared *declared = &loader->declared[i];
        if (declared->slot >= 0 && !used(&loader->uses, declared->slot) && !person_used(loader, declared->slot)) {
            kin_report(loader->diags, KIN_W301, declared->span, declared->name, NULL);
            kin_report_mend(loader->diags, declared->kind == KIN_NAME_FIELD
                                               ? "use it, or delete it: an unused <pick> only multiplies look-alikes"
                                               : "use it in a text, or delete it");
        }
    }
}

static void report_word(struct kin_loader *loader, const struct kin_declared *declared)
{
    for (size_t i = 0; i < loader->uses.phrase_count; i++) {
        struct kin_span span;
        if (kin_phrase_prints(loader->uses.phrases[i], declared->name, &span)) {
            kin_report(loader->diags, KIN_W307, span, declared->name, NULL);
        }
    }
}

/* Letters and other short names are the same in all languages, and settings are translated. */
static bool are_names(const struct kin_loader *loader, const struct kin_declared *declared)
{
    enum { LONGEST_NAME = 2 };
    const struct kin_template *template = loader->template;
    struct kin_value values = {0};
    for (size_t i = 0; i < template->field_count && values.kind != KIN_LIST; i++) {
        const struct kin_domain *domain = &template->fields[i].domain;
        if (template->fields[i].slot == declared->slot && template->fields[i].setting) {
            return true;
        }
        if (template->fields[i].slot == declared->slot && domain->list) {
            kin_expr_constant(domain->list, loader->arena, &values);
        }
    }
    bool names = values.kind == KIN_LIST;
    for (size_t i = 0; names && i < values.as.list->count; i++) {
        const struct kin_value *value = &values.as.list->items[i];
        names = value->kind != KIN_WORD || strlen(value->as.word->one) <= LONGEST_NAME;
    }
    return names;
}

void kin_report_untranslated_words(struct kin_loader *loader)
{
    for (size_t i = 0; i < loader->declared_count; i++) {
        const struct kin_declared *declared = &loader->declared[i];
        struct kin_type type = {0};
        bool known = declared->kind == KIN_NAME_FIELD && declared->slot >= 0 &&
                     kin_scope_find(loader->numbers, declared->name, &type) == declared->slot;
        if (known && type.kind == KIN_WORD && !are_names(loader, declared)) {
            report_word(loader, declared);
        }
    }
}
