/* The reflection prompt that ends a form. */
#ifndef KIN_PAGE_REFLECTION_H
#define KIN_PAGE_REFLECTION_H

#include "page/layout.h"
#include "page/plan.h"

/* Draw it with its upper left corner at (x, y), or only measure it (`ops` NULL). Returns its height; 0: the set has
 * none. */
double kin_reflection_put(const struct kin_layout *layout, struct kin_ops *ops, double x, double y);

/* Slots with the reflection behind them, where there is one, on pages: as kin_plan_make with room in `extents` for one
 * more than `count`. */
struct kin_spot *kin_reflection_plan(const struct kin_layout *layout, struct kin_extent *extents, size_t count,
                                     struct kin_room room);

#endif
