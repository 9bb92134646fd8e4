/* The forms of a set file once more, from the banks that it was made from: each instance is proved again. */
#include "form/evidence/inspect.h"

#include <string.h>

static const char *first_error(const struct kin_diags *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (kin_diag_row(diags->items[i].id)->severity == KIN_ERROR) {
            return diags->items[i].message;
        }
    }
    return "";
}

static bool has_error(const struct kin_diags *diags, enum kin_diag_id id)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (diags->items[i].id == id) {
            return true;
        }
    }
    return false;
}

/* Templates that are gone or have changed, and a ledger that is not there, say nothing of the set. */
static const char *why_undecided(kin_arena *arena, const struct kin_furniture *words, const struct kin_diags *diags)
{
    if (has_error(diags, KIN_E7031)) {
        return words->reason_no_ledger;
    }
    bool changed = has_error(diags, KIN_E508) || has_error(diags, KIN_E509);
    return changed ? kin_format(arena, words->reason_bank_changed, first_error(diags)) : NULL;
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

/* Where the slots of a further try stand in the whole set; NULL: they do not. */
static const size_t *slots_of(kin_arena *arena, const struct kin_set *set, const struct kin_set *whole)
{
    size_t *slots = KIN_NEW_N(arena, size_t, set->slot_count), found = 0;
    for (size_t s = 0; s < whole->slot_count && found < set->slot_count; s++) {
        const struct kin_slot *slot = &set->slots[found], *other = &whole->slots[s];
        if (strcmp(slot->template_id, other->template_id) == 0 && slot->occurrence == other->occurrence &&
            slot->redraw == other->redraw) {
            slots[found++] = s;
        }
    }
    return found == set->slot_count ? slots : NULL;
}

/* The forms of the plan, or NULL after reporting. */
static struct kin_set *draw(kin_arena *arena, struct kin_diags *diags, const struct kin_inspecting *of, size_t count)
{
    struct kin_extension extension = {.letters = letters_of(arena, of->set),
                                      .count = count,
                                      .secret = of->secret,
                                      .barred = of->barred,
                                      .sharing = of->sharing};
    if (!of->beside) {
        struct kin_set *set = plan_of(arena, of->set);
        return kin_set_extend(arena, diags, of->library, set, &extension) ? set : NULL;
    }
    struct kin_set *whole = plan_of(arena, of->beside);
    whole->forms = kin_copy_bytes(arena, of->beside->forms, sizeof *whole->forms * of->beside->form_count);
    whole->form_count = of->beside->form_count;
    extension.slots = slots_of(arena, of->set, whole);
    extension.slot_count = of->set->slot_count;
    return extension.slots ? kin_set_excerpt(arena, diags, of->library, whole, &extension) : NULL;
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
    struct kin_set *set = draw(arena, &diags, of, count);
    if (set) {
        return set;
    }
    *why_not = why_undecided(arena, words, &diags);
    if (!*why_not) {
        *verdict = KIN_FAILED;
        *why_not = kin_format(arena, words->reason_proof_failed, first_error(&diags));
    }
    return NULL;
}
