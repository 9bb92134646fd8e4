/* The making of a set, step by step: for set.c, which makes new ones, and extend.c, which goes on with old ones. */
#ifndef KIN_FORM_MAKER_H
#define KIN_FORM_MAKER_H

#include "form/match.h"
#include "form/set.h"

/* What the making of a set works with. */
struct kin_maker {
    kin_arena *arena;
    struct kin_diags *diags;
    const struct kin_library *library;
    struct kin_set *set;
    const struct kin_template **templates; /* by slot */
    struct kin_draw **draws;               /* by slot */
    const struct kin_template **before;    /* by slot: its template; NULL where forms take different ones */
    struct kin_matching *matching;         /* of slots that are matched in total; NULL: there are none */
    struct kin_seed seed;
    struct kin_policies policies;
    const struct kin_barred *barred;
    enum kin_sharing sharing;
};

/* Open the draws of all slots for so many forms more. Each of these returns false after reporting. */
bool kin_maker_open(struct kin_maker *maker, size_t more);

/* Instances that the slots are measured over. */
bool kin_maker_sample(struct kin_maker *maker);

/* Forms with these letters behind those that the set has. */
bool kin_maker_draw(struct kin_maker *maker, const char *const *letters, size_t count);

/* What follows from the forms: points, minutes, digest, codes, objectives, label. */
void kin_maker_finish(struct kin_maker *maker);

bool kin_letters_are_sound(struct kin_diags *diags, const char *const *letters, size_t count);

#endif
