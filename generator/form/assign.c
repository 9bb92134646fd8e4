#include "form/assign.h"

#include <stdio.h>

enum { KEY_SEARCH = 4096 }; /* members within which a key unlike the earlier forms' is looked for */

void kin_assignment_start(struct kin_assignment *assignment, kin_arena *arena, struct kin_diags *diags,
                          struct kin_set *set, struct kin_draw **draws)
{
    *assignment = (struct kin_assignment){.arena = arena, .diags = diags, .set = set, .draws = draws};
    assignment->identities.arena = arena;
    assignment->keys = KIN_NEW_N(arena, struct kin_used, set->slot_count);
    for (size_t s = 0; s < set->slot_count; s++) {
        assignment->keys[s].arena = arena;
    }
}

static void note_member(struct kin_assignment *assignment, size_t slot, const struct kin_member *member)
{
    kin_used_add(&assignment->identities, &member->identity);
    kin_used_add(&assignment->keys[slot], &member->key);
}

void kin_assignment_note(struct kin_assignment *assignment, const struct kin_form *form)
{
    for (size_t s = 0; s < assignment->set->slot_count; s++) {
        note_member(assignment, s, &form->members[s]);
    }
}

/* The first member that nobody has used with a key that no earlier form has here; failing that, the first unused. */
static bool next_member(struct kin_assignment *assignment, size_t slot, struct kin_member *chosen)
{
    struct kin_member member;
    bool found = false;
    for (size_t n = 0; (n < KEY_SEARCH || !found) && kin_draw_member(assignment->draws[slot], n, &member); n++) {
        if (kin_used_has(&assignment->identities, &member.identity)) {
            continue;
        }
        if (!kin_used_has(&assignment->keys[slot], &member.key)) {
            *chosen = member;
            return true;
        }
        if (!found) {
            *chosen = member;
            found = true;
        }
    }
    return found;
}

static void report_exhausted(struct kin_assignment *assignment, size_t slot, const char *letter)
{
    const struct kin_slot *it = &assignment->set->slots[slot];
    char number[24], capacity[32];
    snprintf(number, sizeof number, "%zu", slot + 1);
    struct kin_count count = kin_draw_capacity(assignment->draws[slot]);
    snprintf(capacity, sizeof capacity, "%llu", (unsigned long long)count.number);
    kin_report(assignment->diags, KIN_E506, (struct kin_span){0}, number, it->template_id, capacity, letter, NULL);
    kin_report_mend(assignment->diags, "ask for at most %s forms, or try --redraw %s for another item here", capacity,
                    number);
}

static bool choose_member(struct kin_assignment *assignment, size_t slot, const char *letter,
                          struct kin_member *member)
{
    if (kin_draw_fixed(assignment->draws[slot], letter, member)) {
        return true;
    }
    if (next_member(assignment, slot, member)) {
        return true;
    }
    report_exhausted(assignment, slot, letter);
    return false;
}

bool kin_assignment_form(struct kin_assignment *assignment, struct kin_form *form, size_t index)
{
    size_t slots = assignment->set->slot_count;
    form->members = KIN_NEW_N(assignment->arena, struct kin_member, slots);
    form->items = KIN_NEW_N(assignment->arena, struct kin_item *, slots);
    form->item_count = form->member_count = slots;
    for (size_t s = 0; s < slots; s++) {
        if (!choose_member(assignment, s, form->letter, &form->members[s])) {
            return false;
        }
        note_member(assignment, s, &form->members[s]);
        form->items[s] = kin_draw_item(assignment->draws[s], assignment->arena, assignment->diags, &form->members[s],
                                       form->letter, index);
        if (!form->items[s]) {
            return false;
        }
    }
    return true;
}
