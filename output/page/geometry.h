/* From measured slots to places on pages. */
#ifndef KIN_PAGE_GEOMETRY_H
#define KIN_PAGE_GEOMETRY_H

#include "page/layout.h"
#include "page/pile.h"
#include "page/plan.h"

/* What stands before a slot's item and stays with it: its section's heading when it begins the section, and the gap. */
double kin_slot_before(const struct kin_layout *layout, size_t slot);
#define KIN_ITEM_GAP 19.0

/* The section that begins with this slot, or NULL. */
const struct kin_section *kin_slot_section(const struct kin_set *set, size_t slot);

/* Work space bounds of a pile and what stands before it, as an extent of at least `height`. */
struct kin_extent kin_slot_extent(const struct kin_layout *layout, size_t slot, const struct kin_pile *pile,
                                  double height, struct kin_room room);

#endif
