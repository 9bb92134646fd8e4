/* Templates that the validator found something in: what can still be said of the expressions inside. */
#include "bank/loader.h"

#include <string.h>

/* Is everything that was reported of it about attributes that do not exist? These are left unread, so the rest of the
 * template is whole. */
static bool only_unknown_attributes(const struct kin_diags *diags, const struct kin_xml *xml)
{
    size_t found = 0;
    for (size_t i = 0; i < diags->count; i++) {
        const struct kin_diag *diag = &diags->items[i];
        bool inside = diag->span.source == xml->span.source && diag->span.begin >= xml->span.begin &&
                      diag->span.begin < xml->span.end;
        if (inside && diag->id != KIN_E134) {
            return false;
        }
        found += inside;
    }
    return found > 0;
}

/* The family of expressions and formulas; an answer's name may be what was misspelt. */
static bool is_of_use(const struct kin_diag *diag)
{
    return kin_diag_row(diag->id)->name[1] == '2' && !strstr(diag->message, "'answer");
}

void kin_look_inside(struct kin_library *library, struct kin_bank *bank, const struct kin_xml *xml)
{
    struct kin_diags *diags = library->diags;
    if (!xml->element || !only_unknown_attributes(diags, xml)) {
        return;
    }
    struct kin_diags quiet = kin_diags_in(library->arena);
    library->diags = &quiet;
    kin_load_template(library, bank, xml);
    library->diags = diags;
    for (size_t i = 0; i < quiet.count; i++) {
        if (is_of_use(&quiet.items[i])) {
            kin_report_again(diags, &quiet.items[i]);
        }
    }
}
