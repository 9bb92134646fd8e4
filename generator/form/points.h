/* Points: as people write them, and those that a blueprint gives its items instead of the templates' own. */
#ifndef KIN_FORM_POINTS_H
#define KIN_FORM_POINTS_H

#include "form/set.h"

/* Bring the items of all forms, and the samples, to the points of their slots; a slot whose points are not said gets
 * those of its first form. */
void kin_points_settle(kin_arena *arena, struct kin_set *set);

/* As people write amounts: "4", "3.5", with all their decimals; "2/3" where these would not end. */
char *kin_points_plain(kin_arena *arena, struct kin_rat points);

#endif
