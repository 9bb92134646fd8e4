/* From measured slots to places on pages. */
#ifndef KIN_PAGE_GEOMETRY_H
#define KIN_PAGE_GEOMETRY_H

#include "page/layout.h"
#include "page/pile.h"
#include "page/plan.h"

/* What stands before a slot's item and stays with it: its section's heading when it begins the section, and the
 * instruction that it shares with those after it. Drawn at (x, y), or only measured (`ops` NULL); returns the height.
 */
double kin_slot_before(const struct kin_layout *layout, struct kin_ops *ops, size_t slot, double x, double y);
#define KIN_ITEM_GAP 19.0

/* ---- Instructions that neighbours share (block.c) --------------------------------------------------------------- */

/* Does every instance that speaks for this slot begin with the same instruction as those of the slot before, in a style
 * that prints it once? Only then kin_geometry.joins is set. */
bool kin_slot_joins(const struct kin_layout *layout, size_t slot);

/* The item as it is printed: without the instruction that stands above it. */
const struct kin_item *kin_slot_item(const struct kin_layout *layout, size_t slot, const struct kin_item *item);

/* The instruction above the first of several slots that share it; as kin_slot_before. */
double kin_instruction_put(const struct kin_layout *layout, struct kin_ops *ops, size_t slot, double x, double y);

/* The same above an item that shares it and is the first of a page, where its readers do not see it otherwise. */
double kin_instruction_again(const struct kin_layout *layout, struct kin_ops *ops, size_t slot, double x, double y);

/* The instances that speak for a slot: its samples, or what the forms show when a set came without them. */
const struct kin_item *kin_slot_speaker(const struct kin_set *set, size_t slot, size_t n);
size_t kin_slot_speakers(const struct kin_set *set, size_t slot);

/* The section that begins with this slot, or NULL. */
const struct kin_section *kin_slot_section(const struct kin_set *set, size_t slot);

/* Work space bounds of a pile and what stands before it, as an extent of at least `height`. */
struct kin_extent kin_slot_extent(const struct kin_layout *layout, size_t slot, const struct kin_pile *pile,
                                  double height, struct kin_room room);

#endif
