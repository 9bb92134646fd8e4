/* From a blueprint and what was asked on top of it to one wish per slot, and from wishes to templates. */
#ifndef KIN_FORM_PLAN_H
#define KIN_FORM_PLAN_H

#include "form/set.h"

/* What a slot should hold. */
struct kin_wish {
    const struct kin_standard *standard; /* NULL: any (then template_id is set) */
    int level;                           /* 0: any */
    int ask;                             /* of an item group: how many of its items; 0: all */
    const char *template_id;             /* NULL: any that fits */
    const char *const *any_of;           /* templates it may take; count 0: any */
    size_t any_of_count;
    bool totals;           /* matched in total */
    struct kin_rat points; /* den 0: the template's own */
    size_t section;
    struct kin_span span; /* the blueprint's line */
};

struct kin_wishes {
    struct kin_wish *items;
    size_t count, room;
};

/* Returns false after reporting. */
bool kin_plan_wishes(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library,
                     const struct kin_request *request, struct kin_wishes *wishes);

/* What a slot got. */
struct kin_choice {
    const struct kin_template *template;
    uint64_t occurrence;
    const struct kin_template **pool; /* of a slot that is matched in total: what else it could take, itself included */
    size_t pool_count;
};

/* Choose a template for each wish: by name where one is named, else the one with the highest keyed hash of (seed, slot
 * id, template id) among those used least so far. Returns NULL after reporting. */
struct kin_choice *kin_plan_choose(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library,
                                   const struct kin_request *request, const struct kin_wishes *wishes);

/* The standards that a spelling stands for: the one of whichever framework knows it, else those of a crosswalk's code.
 * Returns how many; *standards is borrowed from the library or lives in `arena`. */
size_t kin_plan_standards(kin_arena *arena, const struct kin_library *library, const char *spelling,
                          const struct kin_standard *const **standards);

/* A standard by any spelling, in whichever framework knows it, or by a crosswalk's code that stands for it alone; NULL.
 */
const struct kin_standard *kin_plan_standard(const struct kin_library *library, const char *spelling);

/* The same; NULL after reporting, with the nearest codes, or those that a crosswalk's code stands for. */
const struct kin_standard *kin_plan_known_standard(kin_arena *arena, struct kin_diags *diags,
                                                   const struct kin_library *library, struct kin_span span,
                                                   const char *spelling);

/* Would one of the two give the other away? */
bool kin_template_enemies(const struct kin_template *a, const struct kin_template *b);

/* Does a template, or one of its parts, ask for this standard or one below it? */
bool kin_template_asks(const struct kin_template *template, const struct kin_standard *standard);

#endif
