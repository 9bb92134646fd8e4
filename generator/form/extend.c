/* Further forms of a set that was read from a file: all of its slots, or some of them as a set of its own. */
#include "form/maker.h"
#include "form/rules.h"
#include "form/set_fault.h"

#include <string.h>

static bool has_letter(const struct kin_set *set, const char *letter)
{
    for (size_t f = 0; f < set->form_count; f++) {
        if (strcmp(set->forms[f].letter, letter) == 0) {
            return true;
        }
    }
    return false;
}

/* "A, B, C" */
static const char *letters_of(kin_arena *arena, const struct kin_set *set)
{
    struct kin_buf list = kin_buf_in(arena);
    for (size_t f = 0; f < set->form_count; f++) {
        kin_buf_addf(&list, "%s%s", f ? ", " : "", set->forms[f].letter);
    }
    return list.data;
}

static bool letters_are_new(struct kin_diags *diags, const struct kin_set *set, const char *const *letters,
                            size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (has_letter(set, letters[i])) {
            kin_report(diags, KIN_E510, (struct kin_span){0}, letters[i], NULL);
            kin_report_mend(diags, "the set has %s; ask for other letters", letters_of(diags->arena, set));
            return false;
        }
    }
    return true;
}

/* The template of a slot as it is in the banks now, if it is still the same. */
static bool find_template(struct kin_maker *maker, size_t s)
{
    const struct kin_slot *slot = &maker->set->slots[s];
    const struct kin_template *template = kin_template_find(maker->library, slot->template_id);
    maker->templates[s] = template;
    if (template && strcmp(template->digest.hex, slot->digest) == 0) {
        return true;
    }
    kin_report(maker->diags, template ? KIN_E509 : KIN_E508, (struct kin_span){0}, slot->template_id, slot->id, NULL);
    kin_report_mend(maker->diags, "%s",
                    template ? "take the bank as it was when the set was made, or make a new set"
                             : "name the bank that the set was made from with --bank PATH");
    return false;
}

static bool secret_is_the_one(struct kin_maker *maker)
{
    const struct kin_set *set = maker->set;
    const char *mark = kin_seed_mark(maker->arena, &maker->seed);
    if (!set->secret || (mark && strcmp(set->secret, mark) == 0)) {
        return true;
    }
    kin_report(maker->diags, KIN_E7031, (struct kin_span){0}, NULL);
    kin_report_mend(maker->diags, "make a new set for the class, or forms for another try with `formkin reassess`");
    return false;
}

/* Everything but the forms: banks found again, draws open. */
static bool begin(struct kin_maker *maker, const struct kin_extension *extension)
{
    struct kin_set *set = maker->set;
    if (set->secret) {
        maker->seed = extension->secret;
    }
    maker->seed.number = set->seed;
    maker->policies = kin_rules_of(set);
    maker->barred = extension->barred;
    maker->sharing = extension->sharing;
    maker->templates = KIN_NEW_N(maker->arena, const struct kin_template *, set->slot_count);
    bool fine = kin_letters_are_sound(maker->diags, extension->letters, extension->count) &&
                letters_are_new(maker->diags, set, extension->letters, extension->count) && secret_is_the_one(maker);
    for (size_t s = 0; s < set->slot_count; s++) {
        fine = find_template(maker, s) && fine;
    }
    return fine && kin_maker_open(maker, extension->count);
}

bool kin_set_extend(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library, struct kin_set *set,
                    const struct kin_extension *extension)
{
    struct kin_maker maker = {.arena = arena, .diags = diags, .library = library, .set = set};
    if (!begin(&maker, extension) || !kin_maker_draw(&maker, extension->letters, extension->count)) {
        return false;
    }
    kin_maker_finish(&maker);
    return true;
}

/* ---- Excerpts ---- */

static void keep_form(struct kin_maker *maker, struct kin_form *form, const struct kin_extension *extension)
{
    struct kin_form all = *form;
    form->items = KIN_NEW_N(maker->arena, struct kin_item *, extension->slot_count);
    form->members = KIN_NEW_N(maker->arena, struct kin_member, extension->slot_count);
    form->item_count = form->member_count = extension->slot_count;
    for (size_t i = 0; i < extension->slot_count; i++) {
        form->items[i] = all.items[extension->slots[i]];
        form->members[i] = all.members[extension->slots[i]];
    }
    if (all.picks) {
        form->picks = KIN_NEW_N(maker->arena, struct kin_pick, extension->slot_count);
        form->pick_count = extension->slot_count;
        for (size_t i = 0; i < extension->slot_count; i++) {
            form->picks[i] = all.picks[extension->slots[i]];
        }
    }
}

/* Sections of which nothing is left go, for the others would count them. */
static void keep_sections(struct kin_maker *maker)
{
    struct kin_set *set = maker->set;
    struct kin_section *kept = KIN_NEW_N(maker->arena, struct kin_section, set->section_count);
    size_t count = 0, last = SIZE_MAX;
    for (size_t s = 0; s < set->slot_count; s++) {
        size_t section = set->slots[s].section;
        if (section != last) {
            kept[count++] = set->sections[section];
            last = section;
        }
        set->slots[s].section = count - 1;
    }
    set->sections = kept;
    set->section_count = count;
}

/* The draws stay as they were opened for the whole set: a slot's cell depends on the slots before it. */
static void keep_slots(struct kin_maker *maker, const struct kin_extension *extension)
{
    struct kin_set *set = maker->set;
    struct kin_slot *slots = KIN_NEW_N(maker->arena, struct kin_slot, extension->slot_count);
    struct kin_draw **draws = KIN_NEW_N(maker->arena, struct kin_draw *, extension->slot_count);
    const struct kin_template **templates = KIN_NEW_N(maker->arena, const struct kin_template *, extension->slot_count);
    size_t number = 1;
    for (size_t i = 0; i < extension->slot_count; i++) {
        slots[i] = set->slots[extension->slots[i]];
        slots[i].id = kin_format(maker->arena, "%zu", number);
        slots[i].geometry = (struct kin_geometry){0};
        number += slots[i].items ? (size_t)slots[i].items : 1;
        draws[i] = maker->draws[extension->slots[i]];
        templates[i] = maker->templates[extension->slots[i]];
    }
    for (size_t f = 0; f < set->form_count; f++) {
        keep_form(maker, &set->forms[f], extension);
    }
    set->slots = slots;
    set->slot_count = extension->slot_count;
    maker->draws = draws;
    maker->templates = templates;
    keep_sections(maker);
}

/* Objectives and misconceptions are gathered anew. */
static void forget_forms(struct kin_set *set, size_t count)
{
    set->forms += count;
    set->form_count -= count;
    set->misconception_count = set->objective_count = 0;
    set->editions = NULL;
    set->edition_count = 0;
}

struct kin_set *kin_set_excerpt(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library,
                                struct kin_set *set, const struct kin_extension *extension)
{
    struct kin_maker maker = {.arena = arena, .diags = diags, .library = library, .set = set};
    size_t before = set->form_count;
    if (!begin(&maker, extension)) {
        return NULL;
    }
    if (extension->slots) {
        keep_slots(&maker, extension);
    }
    if (!kin_maker_sample(&maker) || !kin_maker_draw(&maker, extension->letters, extension->count)) {
        return NULL;
    }
    forget_forms(set, before);
    kin_maker_finish(&maker);
    return set;
}
