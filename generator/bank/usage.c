#include "bank/loader.h"

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
