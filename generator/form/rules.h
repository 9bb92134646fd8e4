/* Policies of a set: which rules are in force, and what forms print about them. */
#ifndef KIN_FORM_RULES_H
#define KIN_FORM_RULES_H

#include "form/set.h"

/* Those that were settled, as they stand in the set file. */
const struct kin_fact *kin_rules_facts(kin_arena *arena, const struct kin_policies *policies, size_t *count);

/* The same read back; what has no such name is passed over: kin_rules_are_known. */
struct kin_policies kin_rules_of(const struct kin_set *set);
bool kin_rules_are_known(const struct kin_set *set);

/* Add to the directions what holds for answers to the items of these templates, one a slot. */
void kin_rules_print(kin_arena *arena, struct kin_set *set, const struct kin_policies *policies,
                     const struct kin_template *const *templates);

#endif
