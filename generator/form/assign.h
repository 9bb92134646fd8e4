/* Which member of a slot's cell goes on which form: DESIGN section 4, line 7. */
#ifndef KIN_FORM_ASSIGN_H
#define KIN_FORM_ASSIGN_H

#include "form/set.h"
#include "form/used.h"

/* Keys and answers that were given out. */
struct kin_given {
    struct kin_used keys;
    struct kin_answers *answers; /* by form */
    size_t count, room;
};

struct kin_assignment {
    kin_arena *arena;
    struct kin_diags *diags;
    struct kin_set *set;
    struct kin_draw **draws;         /* one per slot */
    struct kin_used identities;      /* of all instances given out */
    struct kin_given *given;         /* per slot: what earlier forms have there */
    const struct kin_barred *barred; /* by the index of the form to come, from the first new one; NULL: nothing */
    enum kin_sharing sharing;
    struct kin_used own; /* identities on the form that is being filled */
    size_t forms;        /* filled so far */
};

/* Start with nothing given out. */
void kin_assignment_start(struct kin_assignment *assignment, kin_arena *arena, struct kin_diags *diags,
                          struct kin_set *set, struct kin_draw **draws);

/* Take note of a form that exists already. */
void kin_assignment_note(struct kin_assignment *assignment, const struct kin_form *form);

/* Fill form->members and form->items for form->letter, the `index`-th form of the set. Returns false after reporting.
 */
bool kin_assignment_form(struct kin_assignment *assignment, struct kin_form *form, size_t index);

#endif
