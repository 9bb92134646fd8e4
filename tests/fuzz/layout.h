/* Forms and key of a set on paper, with the default fonts. */
#ifndef KIN_FUZZ_LAYOUT_H
#define KIN_FUZZ_LAYOUT_H

#include "form/set.h"

/* Measure the set, lay out its first forms and the key. Everything lives in `arena`. Ends the program when the fonts
 * are not installed. */
void lay_out(kin_arena *arena, struct kin_diags *diags, struct kin_set *set);

#endif
