/* What a template has beyond the cell of a slot. */
#ifndef KIN_DRAW_ELSEWHERE_H
#define KIN_DRAW_ELSEWHERE_H

#include "draw/draw.h"

/* Members of other cells than the slot's, as far as a look at the first places goes; *differing lists the features in
 * which the largest of these cells differs: "'digits', 'signs'". 0: there are none. To be asked last: the draw's own
 * members are gone afterwards. */
uint64_t kin_draw_elsewhere(struct kin_draw *draw, kin_arena *arena, const char **differing);

#endif
