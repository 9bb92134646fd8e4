/* The forms of a set file once more, from the banks that it was made from: each instance is proved again. */
#include "form/evidence/inspect.h"

static const char *first_error(const struct kin_diags *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (kin_diag_row(diags->items[i].id)->severity == KIN_ERROR) {
            return diags->items[i].message;
        }
    }
    return "";
}

/* Templates that are gone or have changed, and a ledger that is not there, say nothing of the set. */
static bool is_of_banks(const struct kin_diags *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (diags->items[i].id == KIN_E508 || diags->items[i].id == KIN_E509 || diags->items[i].id == KIN_E7031) {
            return true;
        }
    }
    return false;
}

static const char **letters_of(kin_arena *arena, const struct kin_set *set)
{
    const char **letters = KIN_NEW_N(arena, const char *, set->form_count);
    for (size_t f = 0; f < set->form_count; f++) {
        letters[f] = set->forms[f].letter;
    }
    return letters;
}

/* The same plan without forms. */
static struct kin_set *plan_of(kin_arena *arena, const struct kin_set *set)
{
    struct kin_set *plan = kin_copy_bytes(arena, set, sizeof *set);
    plan->slots = kin_copy_bytes(arena, set->slots, sizeof *set->slots * set->slot_count);
    plan->forms = NULL;
    plan->form_count = plan->edition_count = 0;
    return plan;
}

struct kin_set *kin_draw_again(kin_arena *arena, const struct kin_inspecting *of, size_t count, const char **why_not,
                               enum kin_ruling *verdict)
{
    const struct kin_furniture *words = kin_furniture_of(of->set->language);
    *verdict = KIN_UNDECIDED;
    if (!of->library || !of->library->bank_count) {
        *why_not = words->reason_no_banks;
        return NULL;
    }
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_set *set = plan_of(arena, of->set);
    const struct kin_extension extension = {
        .letters = letters_of(arena, of->set), .count = count, .secret = of->secret};
    if (kin_set_extend(arena, &diags, of->library, set, &extension)) {
        return set;
    }
    *verdict = is_of_banks(&diags) ? KIN_UNDECIDED : KIN_FAILED;
    *why_not = kin_format(arena, is_of_banks(&diags) ? words->reason_bank_changed : words->reason_proof_failed,
                          first_error(&diags));
    return NULL;
}
