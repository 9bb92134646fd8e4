/* What a set says of itself: digest, codes, objectives, misconceptions and how parallel its forms are. Each fills its
 * own fields of the set. */
#ifndef KIN_FORM_EVIDENCE_H
#define KIN_FORM_EVIDENCE_H

#include "form/set.h"

/* set->digest: of seed, plan, the templates' bytes and the program's version; it does not depend on the number of
 * forms. */
void kin_set_digest(kin_arena *arena, struct kin_set *set, const struct kin_library *library);

/* forms[].code: 8 characters of Crockford's base 32 (no I, L, O, U) from a keyed hash of digest and letter. It gives
 * nothing of the seed away that the printed numbers do not. */
void kin_set_codes(kin_arena *arena, struct kin_set *set, const struct kin_seed *seed);

/* Codes that nothing else gives, in all editions alike: a ledger tells forms of all years apart by them, and two sets
 * may be drawn by one seed. */
void kin_set_codes_at_random(kin_arena *arena, struct kin_set *set);

/* set->objectives: one per standard of the parts, in order of first appearance. */
void kin_set_objectives(kin_arena *arena, struct kin_set *set, const struct kin_library *library);

/* set->misconceptions: all that a wrong answer or option of some form names. */
void kin_set_misconceptions(kin_arena *arena, struct kin_set *set, const struct kin_library *library);

/* set->label and set->label_reason: slot-parallel when each slot's items share features and facts, else total-matched
 * when the forms' predicted totals agree (form/totals.h), else random. slots[].shortfall, and forms[].outlook and
 * set->weights of a set below slot-parallel. */
void kin_set_label(kin_arena *arena, const struct kin_library *library, struct kin_set *set);

#endif
