/* Slots that are matched in total: forms may take different templates and cells there, so that predicted score (of a
 * weak, a typical and a strong student) and time of all forms come near one target. The target is the mean of what
 * could be taken; it does not depend on the number of forms, so a later form leaves the earlier ones as they are. What
 * was chosen is kept in the set file, item by item, and never chosen again. */
#ifndef KIN_FORM_MATCH_H
#define KIN_FORM_MATCH_H

#include "form/match_search.h"
#include "form/set.h"

struct kin_matching;

struct kin_matching_options {
    kin_arena *arena;
    struct kin_diags *diags;
    const struct kin_library *library;
    struct kin_set *set;             /* slots filled in; forms that exist already are counted as used */
    struct kin_draw_options drawing; /* seed, least, interest, policies, language */
    struct kin_draw **draws;         /* by slot: what the next form takes is put here */
    size_t more;                     /* forms to come */
};

/* Has the set a slot that is matched in total? */
bool kin_set_is_matched(const struct kin_set *set);

/* Remember for the set file which templates a slot may take. Others than groups of items. */
void kin_slot_pool(kin_arena *arena, struct kin_slot *slot, const struct kin_template *const *pool, size_t count);

/* Open a draw for every cell that such a slot may take, and see that there are instances enough. Fills in capacities
 * and, for a new set, set->target. NULL after reporting. */
struct kin_matching *kin_matching_open(const struct kin_matching_options *options);

/* Choose for a form: form->picks and the draws of the slots that are matched in total. */
void kin_matching_form(struct kin_matching *matching, struct kin_form *form);

/* Instances that speak for a slot's size on paper: some of each cell that it may take. False after reporting. */
bool kin_matching_samples(struct kin_matching *matching, size_t slot, size_t most);

#endif
