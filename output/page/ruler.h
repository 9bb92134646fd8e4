/* A ruler at the foot of student pages. */
#ifndef KIN_PAGE_RULER_H
#define KIN_PAGE_RULER_H

#include "page/layout.h"

/* Room that the ruler of a style ("cm", "in", "both"; NULL: none) needs above the foot line, true pt. */
double kin_ruler_room(const char *ruler);

/* Draw the set's ruler, if it has one, across the text of the whole page: true to size in every size of print. */
void kin_ruler_put(const struct kin_layout *layout, struct kin_ops *ops);

#endif
