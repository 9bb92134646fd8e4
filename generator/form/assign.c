#include "form/assign.h"

#include "draw/elsewhere.h"

#include <stdio.h>
#include <string.h>

/* Members within which a key is looked for that is new as a whole; and of those, how many are compared answer by
 * answer. */
enum { KEY_SEARCH = 4096, ANSWER_SEARCH = 64 };

void kin_assignment_start(struct kin_assignment *assignment, kin_arena *arena, struct kin_diags *diags,
                          struct kin_set *set, struct kin_draw **draws)
{
    *assignment = (struct kin_assignment){.arena = arena, .diags = diags, .set = set, .draws = draws};
    assignment->identities.arena = arena;
    assignment->given = KIN_NEW_N(arena, struct kin_given, set->slot_count);
    for (size_t s = 0; s < set->slot_count; s++) {
        assignment->given[s].keys.arena = arena;
    }
}

static void note_member(struct kin_assignment *assignment, size_t slot, const struct kin_member *member)
{
    kin_used_add(&assignment->identities, &member->identity);
    struct kin_given *given = &assignment->given[slot];
    kin_used_add(&given->keys, &member->key);
    KIN_PUSH(assignment->arena, given->answers, given->count, given->room) = member->answers;
}

void kin_assignment_note(struct kin_assignment *assignment, const struct kin_form *form)
{
    for (size_t s = 0; s < assignment->set->slot_count; s++) {
        note_member(assignment, s, &form->members[s]);
    }
}

/* How much is kept from a form: what may be given up when nothing else is left comes first. */
enum reserve { NEAR_ONES_TOO, EARLIER_FORMS, ONLY_ITS_OWN };

static bool is_barred(const struct kin_used *used, const struct kin_digest *identity)
{
    return used && kin_used_has(used, identity);
}

static bool is_free(const struct kin_assignment *assignment, const struct kin_digest *identity, enum reserve reserve)
{
    const struct kin_barred *barred = assignment->barred ? &assignment->barred[assignment->forms] : NULL;
    const struct kin_used *others = reserve == ONLY_ITS_OWN ? &assignment->own : &assignment->identities;
    return !kin_used_has(others, identity) &&
           !(barred && (is_barred(barred->never, identity) ||
                        (reserve == NEAR_ONES_TOO && is_barred(barred->if_need, identity))));
}

static bool same_template(const struct kin_set *set, size_t a, size_t b)
{
    return strcmp(set->slots[a].template_id, set->slots[b].template_id) == 0;
}

/* Did an earlier form have the key here, or has an earlier item of this form that asks the same? */
static bool is_known(const struct kin_assignment *assignment, const struct kin_member *members, size_t slot,
                     const struct kin_digest *key)
{
    bool known = kin_used_has(&assignment->given[slot].keys, key);
    for (size_t s = 0; s < slot && !known; s++) {
        known = same_template(assignment->set, s, slot) && memcmp(&members[s].key, key, sizeof *key) == 0;
    }
    return known;
}

/* Answers that an earlier form has here, or an earlier item of this form that asks the same. */
static size_t answers_known(const struct kin_assignment *assignment, const struct kin_member *members, size_t slot,
                            const struct kin_answers *answers)
{
    const struct kin_given *given = &assignment->given[slot];
    size_t known = 0;
    for (size_t i = 0; i < given->count; i++) {
        known += kin_answers_shared(answers, &given->answers[i]);
    }
    for (size_t s = 0; s < slot; s++) {
        known += same_template(assignment->set, s, slot) ? kin_answers_shared(answers, &members[s].answers) : 0;
    }
    return known;
}

/* What was found so far: none, one whose key is known, one with a new key of which some answers are known. */
struct choice {
    struct kin_member *member; /* where it goes */
    bool found, is_new;
    size_t known, compared;
};

/* True when no better one can be had. */
static bool prefer(struct choice *choice, const struct kin_member *member, size_t known)
{
    if (!choice->is_new || known < choice->known) {
        *choice->member = *member;
        choice->known = known;
    }
    choice->found = choice->is_new = true;
    return choice->known == 0 || ++choice->compared == ANSWER_SEARCH;
}

/* The first free member with a key unlike all that were given out here, and with as few of their answers as can be;
 * failing that, the first that is free. */
static bool free_member(struct kin_assignment *assignment, const struct kin_member *members, size_t slot,
                        enum reserve reserve, struct kin_member *chosen)
{
    struct kin_member member;
    struct choice choice = {.member = chosen};
    for (size_t n = 0; (n < KEY_SEARCH || !choice.found) && kin_draw_member(assignment->draws[slot], n, &member); n++) {
        if (!is_free(assignment, &member.identity, reserve)) {
            continue;
        }
        if (!is_known(assignment, members, slot, &member.key)) {
            if (prefer(&choice, &member, answers_known(assignment, members, slot, &member.answers))) {
                return true;
            }
        } else if (!choice.found) {
            *chosen = member;
            choice.found = true;
        }
    }
    return choice.found;
}

static bool next_member(struct kin_assignment *assignment, const struct kin_member *members, size_t slot,
                        struct kin_member *chosen)
{
    return free_member(assignment, members, slot, NEAR_ONES_TOO, chosen) ||
           (assignment->barred && free_member(assignment, members, slot, EARLIER_FORMS, chosen)) ||
           (assignment->sharing == KIN_FORMS_SHARE_IF_NEED &&
            free_member(assignment, members, slot, ONLY_ITS_OWN, chosen));
}

/* All members of a cell that has been asked for its last one. */
static size_t members_of(struct kin_draw *draw)
{
    struct kin_member member;
    size_t count = 0;
    while (kin_draw_member(draw, count, &member)) {
        count++;
    }
    return count;
}

static bool same_cell(const struct kin_assignment *assignment, size_t a, size_t b)
{
    const struct kin_slot *slots = assignment->set->slots;
    struct kin_member one, other;
    return strcmp(slots[a].template_id, slots[b].template_id) == 0 && kin_draw_member(assignment->draws[a], 0, &one) &&
           kin_draw_member(assignment->draws[b], 0, &other) && memcmp(&one.cell, &other.cell, sizeof one.cell) == 0;
}

/* "items 2, 5 share these questions: " where several slots take the cell; else nothing. */
static const char *sharing(const struct kin_assignment *assignment, size_t slot)
{
    const struct kin_set *set = assignment->set;
    struct kin_buf list = kin_buf_in(assignment->arena);
    size_t count = 0;
    for (size_t s = 0; s < set->slot_count; s++) {
        if (same_cell(assignment, s, slot)) {
            kin_buf_addf(&list, "%s%s", count++ ? ", " : "", set->slots[s].id);
        }
    }
    return count > 1 ? kin_format(assignment->arena, "items %s share these questions: ", list.data) : "";
}

/* What to do instead: fewer forms; or the neighbouring cells, which a line that is matched in total takes, too. */
static void offer(struct kin_assignment *assignment, size_t slot, size_t made)
{
    const char *differing, *shared = sharing(assignment, slot); /* before the draw goes elsewhere */
    uint64_t others = kin_draw_elsewhere(assignment->draws[slot], assignment->arena, &differing);
    const char *plural = made == 1 ? "" : "s";
    if (others && !assignment->set->slots[slot].pool_count) {
        kin_report_mend(
            assignment->diags,
            "%sask for at most %zu form%s, or write match=\"totals\" on the line of the assessment: then forms take "
            "%llu other questions of this template, too, which differ in %s",
            shared, made, plural, (unsigned long long)others, differing);
    } else {
        kin_report_mend(assignment->diags,
                        "%sask for at most %zu form%s, or choose another template or a wider standard for this item",
                        shared, made, plural);
    }
}

/* Slots of one template share its members, so the forms that were made say how many there can be. */
static void report_exhausted(struct kin_assignment *assignment, size_t slot, const char *letter, size_t made)
{
    const struct kin_slot *it = &assignment->set->slots[slot];
    const char *what = it->title ? it->title : it->template_id;
    char capacity[32];
    snprintf(capacity, sizeof capacity, "%zu", members_of(assignment->draws[slot]));
    if (assignment->barred && assignment->barred[assignment->forms].never) {
        kin_report(assignment->diags, KIN_E7030, (struct kin_span){0}, it->id, what, capacity, letter, NULL);
        kin_report_mend(assignment->diags, "choose another template or a wider standard for this item");
        return;
    }
    kin_report(assignment->diags, KIN_E506, (struct kin_span){0}, it->id, what, capacity, letter, NULL);
    offer(assignment, slot, made);
}

/* form->members up to the slot are there. */
static bool choose_member(struct kin_assignment *assignment, size_t slot, const struct kin_form *form, size_t index)
{
    struct kin_member *member = &form->members[slot];
    /* Where a template stands twice on a form, its own numbers are for the first time. */
    if (kin_draw_fixed(assignment->draws[slot], form->letter, member) &&
        is_free(assignment, &member->identity, EARLIER_FORMS)) {
        return true;
    }
    if (next_member(assignment, form->members, slot, member)) {
        return true;
    }
    report_exhausted(assignment, slot, form->letter, index);
    return false;
}

bool kin_assignment_form(struct kin_assignment *assignment, struct kin_form *form, size_t index)
{
    size_t slots = assignment->set->slot_count;
    form->members = KIN_NEW_N(assignment->arena, struct kin_member, slots);
    form->items = KIN_NEW_N(assignment->arena, struct kin_item *, slots);
    form->item_count = form->member_count = slots;
    assignment->own = (struct kin_used){.arena = assignment->arena};
    for (size_t s = 0; s < slots; s++) {
        if (!choose_member(assignment, s, form, index)) {
            return false;
        }
        note_member(assignment, s, &form->members[s]);
        kin_used_add(&assignment->own, &form->members[s].identity);
        form->items[s] = kin_draw_item(assignment->draws[s], assignment->arena, assignment->diags, &form->members[s],
                                       form->letter, index);
        if (!form->items[s]) {
            return false;
        }
        kin_slot_number(assignment->arena, &assignment->set->slots[s], form->items[s]);
    }
    assignment->forms++;
    return true;
}
