#include "page/geometry.h"

#include "page/header.h"
#include "page/item.h"
#include "page/page.h"
#include "page/reflection.h"

#include "base/limits.h"

#include <math.h>
#include <string.h>

const struct kin_section *kin_slot_section(const struct kin_set *set, size_t slot)
{
    size_t section = set->slots[slot].section;
    bool begins = slot == 0 || set->slots[slot - 1].section != section;
    return begins && section < set->section_count ? &set->sections[section] : NULL;
}

double kin_slot_before(const struct kin_layout *layout, struct kin_ops *ops, size_t slot, double x, double y)
{
    const struct kin_section *section = kin_slot_section(layout->set, slot);
    double height = section ? kin_section_put(layout, ops, section, x, y) : 0;
    return height + kin_instruction_put(layout, ops, slot, x, y + height);
}

/* On page 1 only the first item is broken; the plan lets others pass it over. */
static struct kin_pile_room room_for(size_t slot, struct kin_room room)
{
    return (struct kin_pile_room){slot == 0 ? room.first : room.later, room.later, room.columns > 1 ? room.columns : 1};
}

/* An item that cannot be broken gives up work space before it is called taller than a page. */
struct kin_extent kin_slot_extent(const struct kin_layout *layout, size_t slot, const struct kin_pile *pile,
                                  double height, struct kin_room room)
{
    const struct kin_section *section = kin_slot_section(layout->set, slot);
    double heading = kin_slot_before(layout, NULL, slot, 0, 0), page = slot == 0 ? room.first : room.later;
    double spare = page - heading - height;
    struct kin_extent extent = {.height = height,
                                .space = kin_pile_spaces(pile, 0, pile->count),
                                .before = heading + KIN_ITEM_GAP,
                                .before_first = heading,
                                .again = kin_instruction_again(layout, NULL, slot, 0, 0),
                                .apart = slot > 0 && section && section->apart};
    bool can_break = kin_pile_group(pile, 0) < pile->count;
    if (spare < 0 || (can_break && spare < extent.space.least)) {
        const struct kin_pile_room columns = room_for(slot, room);
        extent.pages = kin_pile_pages(pile, heading, &columns, &extent.tail, NULL);
    } else {
        extent.space.least = fmin(extent.space.least, spare);
        extent.space.usual = fmin(extent.space.usual, spare);
    }
    return extent;
}

/* ---- Measuring a slot ------------------------------------------------------------------------------------------- */

const struct kin_item *kin_slot_speaker(const struct kin_set *set, size_t slot, size_t n)
{
    const struct kin_slot *which = &set->slots[slot];
    return which->sample_count > 0 ? which->samples[n] : set->forms[n].items[slot];
}

size_t kin_slot_speakers(const struct kin_set *set, size_t slot)
{
    return set->slots[slot].sample_count > 0 ? set->slots[slot].sample_count : set->form_count;
}

static struct kin_pile pile_of(const struct kin_layout *layout, size_t slot, size_t n)
{
    const struct kin_slot *which = &layout->set->slots[slot];
    const struct kin_item *item = kin_slot_item(layout, slot, kin_slot_speaker(layout->set, slot, n));
    return kin_item_pile(layout, item, which->id, which->geometry.columns);
}

static void measure_columns(const struct kin_layout *layout, size_t slot, struct kin_geometry *geometry)
{
    memset(geometry->columns, 0, sizeof geometry->columns);
    for (size_t n = 0; n < kin_slot_speakers(layout->set, slot); n++) {
        kin_item_columns(layout, kin_slot_speaker(layout->set, slot, n), geometry->columns);
    }
}

/* Where instances differ in height, a further one may need a line more still, or two when they differ by more than one.
 */
static double headroom(double difference)
{
    const double one_line = 15;
    return difference > one_line + 1 ? 2 * one_line : difference > 1 ? one_line : 0;
}

/* The tallest instance and its pile. */
static struct kin_pile tallest(const struct kin_layout *layout, size_t slot, double *height)
{
    struct kin_pile found = {0};
    double most = -1, least = INFINITY;
    for (size_t n = 0; n < kin_slot_speakers(layout->set, slot); n++) {
        struct kin_pile pile = pile_of(layout, slot, n);
        double tall = kin_pile_height(&pile, 0, pile.count);
        least = fmin(least, tall);
        if (tall > most) {
            most = tall;
            found = pile;
        }
    }
    *height = fmax(most, 0) + headroom(most - least);
    return found;
}

/* Columns; of standard print, and in large print, and on half a sheet, as many more as there is less on each. */
static int pages_most(const struct kin_layout *layout)
{
    double pages = KIN_LIMIT_PAGES * layout->scale * layout->scale * layout->columns * (layout->look->half ? 2 : 1);
    return (int)ceil(pages);
}

/* An item that only finds no room below the head of page 1 is not broken. */
static void report_long(const struct kin_layout *layout, size_t slot, const struct kin_pile *pile,
                        const struct kin_extent *extent, struct kin_room room)
{
    const struct kin_slot *which = &layout->set->slots[slot];
    const char *style = layout->look->id ? layout->look->id : "standard";
    double before = extent->before_first, page = slot == 0 ? room.first : room.later;
    bool passed = kin_pile_take(pile, 0, page - before, room.later - before) == 0;
    bool broken = extent->pages > (passed ? 1 + room_for(slot, room).firsts : 1);
    if (extent->pages > pages_most(layout)) {
        kin_report(layout->diags, KIN_E643, (struct kin_span){0}, which->id, which->template_id, style, (char *)NULL);
    } else if (broken) {
        kin_report(layout->diags, KIN_W641, (struct kin_span){0}, which->id, which->template_id, style, (char *)NULL);
    }
}

static struct kin_extent measure_slot(const struct kin_layout *layout, size_t slot, struct kin_room room)
{
    struct kin_geometry *geometry = &layout->set->slots[slot].geometry;
    if (!geometry->measured) {
        measure_columns(layout, slot, geometry);
    }
    double height;
    struct kin_pile pile = tallest(layout, slot, &height);
    if (!geometry->measured) {
        geometry->height_pt = height;
    }
    struct kin_extent extent = kin_slot_extent(layout, slot, &pile, geometry->height_pt, room);
    if (!geometry->measured && extent.pages > 0) {
        const struct kin_pile_room columns = room_for(slot, room);
        kin_pile_pages(&pile, extent.before_first, &columns, &extent.tail, geometry->breaks);
    }
    report_long(layout, slot, &pile, &extent, room);
    return extent;
}

static bool all_measured(const struct kin_set *set)
{
    for (size_t i = 0; i < set->slot_count; i++) {
        if (!set->slots[i].geometry.measured) {
            return false;
        }
    }
    return true;
}

static void report_head(const struct kin_layout *layout, struct kin_room room)
{
    if (room.first < 0) {
        kin_report(layout->diags, KIN_E645, (struct kin_span){0}, (char *)NULL);
    } else if (kin_header_objectives(layout) == KIN_OBJECTIVES_LEFT_OUT) {
        kin_report(layout->diags, KIN_W6031, (struct kin_span){0}, (char *)NULL);
    }
}

static void measure_all(const struct kin_layout *layout, struct kin_set *set)
{
    struct kin_extent *extents = KIN_NEW_N(layout->arena, struct kin_extent, set->slot_count + 1);
    struct kin_room room = kin_header_room(layout);
    report_head(layout, room);
    for (size_t i = 0; i < set->slot_count; i++) {
        struct kin_geometry *geometry = &set->slots[i].geometry;
        geometry->joins = geometry->measured ? geometry->joins : kin_slot_joins(layout, i);
    }
    for (size_t i = 0; i < set->slot_count; i++) {
        extents[i] = measure_slot(layout, i, room);
    }
    struct kin_spot *places = kin_reflection_plan(layout, extents, set->slot_count, room);
    for (size_t i = 0; i < set->slot_count; i++) {
        struct kin_geometry *geometry = &set->slots[i].geometry;
        geometry->page = places[i].page;
        geometry->space_pt = places[i].space;
        geometry->measured = true;
    }
}

/* What is laid out only to be measured is thrown away at once. */
bool kin_page_measure(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags, struct kin_set *set)
{
    (void)arena;
    if (all_measured(set)) {
        return true;
    }
    size_t errors = diags->errors;
    kin_arena *scratch = kin_arena_new();
    struct kin_layout layout = kin_layout_of_forms(type, scratch, diags, set);
    measure_all(&layout, set);
    kin_arena_free(scratch);
    return diags->errors == errors;
}
