#include "page/plan.h"

#include <math.h>

/* The best way to set the first n items: dynamic programming over the item that begins the last page. */
struct best {
    size_t start; /* first item of the last page; below an item that is taller than a page, the first one after it */
    int pages;    /* in all; columns count as pages */
    int passed;   /* left empty before the last one */
    double cost;  /* sum of the squares of spare room */
    bool joined;  /* the last page begins with the end of the item before `start`, which is taller than a page */
};

static int columns_of(struct kin_room room)
{
    return room.columns > 1 ? room.columns : 1;
}

/* Room of the page after `pages` others. */
static double room_after(struct kin_room room, int pages)
{
    return pages < columns_of(room) ? room.first : room.later;
}

/* Room that the end of a long item before `start` leaves on its last page; 0 when there is no such item. */
static double room_below(const struct kin_extent *extents, struct kin_room room, size_t start)
{
    bool long_before = start > 0 && extents[start - 1].pages > 0;
    return long_before ? room.later - extents[start - 1].tail : 0;
}

static double need_of(const struct kin_extent *extent, bool first)
{
    return (first ? extent->before_first : extent->before) + extent->height + extent->space.least;
}

/* Fewer pages are better, then less spare room. */
static void offer(struct best *best, const struct best *before, struct best last, double spare)
{
    last.pages += before->pages + last.passed;
    last.cost = before->cost + spare * spare;
    if (best->pages == 0 || last.pages < best->pages || (last.pages == best->pages && last.cost < best->cost)) {
        *best = last;
    }
}

/* Columns that are left empty: those of page 1 before an item that fits only on a later page, and those of any page
 * before an item that begins a page of its own. */
static int passed_for(struct kin_room room, const struct best *before, const struct kin_extent *extent, double need)
{
    int columns = columns_of(room), used = before->pages % columns, left = columns - before->pages;
    if (extent->apart && used > 0) {
        return columns - used;
    }
    return left > 0 && before->pages > 0 && need > room.first && need <= room.later ? left : 0;
}

/* An item on several pages is measured for those after page 1, and passes over what is left of that one's columns; only
 * the first item of all begins there. */
static int passed_for_long(struct kin_room room, const struct best *before)
{
    int left = columns_of(room) - before->pages;
    return before->pages > 0 && left > 0 ? left : 0;
}

/* What an item says again where it is the first of a page that comes after `pages` columns. */
static double again_after(const struct kin_extent *extent, struct kin_room room, int pages)
{
    return pages % columns_of(room) == 0 ? extent->again : 0;
}

/* Work space that a page may give up, of `least` in all: a line of text, and no more than a quarter. */
static double squeeze_of(double squeeze, double least)
{
    return fmin(squeeze, least / 4);
}

/* Find the best last page that ends with item n - 1. An item that has a page to itself may use all of the `real` room,
 * and one that fits nowhere still gets it. */
static void find_best(struct best *best, const struct kin_extent *extents, size_t n, struct kin_room room,
                      struct kin_room real, double squeeze)
{
    const struct kin_extent *last = &extents[n - 1];
    if (last->pages > 0) {
        struct best whole = {.start = n - 1, .pages = last->pages, .passed = passed_for_long(room, &best[n - 1])};
        offer(&best[n], &best[n - 1], whole, 0);
        return;
    }
    double used = 0, least = 0;
    for (size_t start = n; start-- > 0 && extents[start].pages == 0;) {
        least += extents[start].space.least;
        double need = used + need_of(&extents[start], true) - squeeze_of(squeeze, least);
        struct kin_room have = start + 1 == n ? real : room;
        int passed = passed_for(have, &best[start], &extents[start], need), pages = best[start].pages + passed;
        double spare = room_after(have, pages) - need - again_after(&extents[start], room, pages);
        used += need_of(&extents[start], false);
        double below = room_below(extents, room, start) - used + squeeze_of(squeeze, least);
        if (below >= 0 && !extents[start].apart) {
            offer(&best[n], &best[start], (struct best){.start = start, .joined = true}, below);
        }
        if (spare < 0 && start + 1 < n) {
            break;
        }
        offer(&best[n], &best[start], (struct best){.start = start, .pages = 1, .passed = passed}, fmax(0, spare));
        if (extents[start].apart) {
            break;
        }
    }
}

/* ---- Work space ------------------------------------------------------------------------------------------------- */

/* Share `spare` by weight; what an item cannot take goes to the others. Each round fills at least one item. */
static void share_out(const struct kin_extent *extents, struct kin_spot *spots, size_t start, size_t end, double spare)
{
    for (size_t round = start; round < end && spare > 0.01; round++) {
        double weight = 0, given = 0;
        for (size_t i = start; i < end; i++) {
            weight += spots[i].space < extents[i].space.most ? extents[i].space.weight : 0;
        }
        for (size_t i = start; i < end && weight > 0; i++) {
            double room = extents[i].space.most - spots[i].space;
            double share = room > 0 ? fmin(room, spare * extents[i].space.weight / weight) : 0;
            spots[i].space += share;
            given += share;
        }
        spare -= given;
    }
}

/* What a page is overfull by, from all items alike. */
static void take_back(const struct kin_extent *extents, struct kin_spot *spots, size_t start, size_t end, double excess)
{
    double least = 0;
    for (size_t i = start; i < end; i++) {
        least += extents[i].space.least;
    }
    for (size_t i = start; i < end && least > 0; i++) {
        spots[i].space -= fmin(excess / least, 1) * extents[i].space.least;
    }
}

/* The last page of the best way to set the first `end` items. */
static void fill_page(const struct kin_extent *extents, struct kin_spot *spots, const struct best *best, size_t end,
                      struct kin_room room)
{
    size_t start = best[end].start;
    int before = best[start].pages + best[end].passed, page = before + (best[end].joined ? 0 : 1);
    double height = best[end].joined ? room_below(extents, room, start)
                                     : room_after(room, before) - again_after(&extents[start], room, before);
    for (size_t i = start; i < end; i++) {
        height -= need_of(&extents[i], i == start && !best[end].joined);
        spots[i] = (struct kin_spot){page, extents[i].space.least};
    }
    if (extents[start].pages > 0) {
        return;
    }
    if (height < 0) {
        take_back(extents, spots, start, end, -height);
    } else {
        share_out(extents, spots, start, end, height);
    }
}

/* Breaks as `room` has it; what `real` has more is shared out. */
static struct kin_spot *make_plan(kin_arena *arena, const struct kin_extent *extents, size_t count,
                                  struct kin_room room, struct kin_room real, double squeeze)
{
    struct best *best = KIN_NEW_N(arena, struct best, count + 1);
    struct kin_spot *spots = KIN_NEW_N(arena, struct kin_spot, count);
    for (size_t n = 1; n <= count; n++) {
        find_best(best, extents, n, room, real, squeeze);
    }
    for (size_t end = count; end > 0; end = best[end].start) {
        fill_page(extents, spots, best, end, real);
    }
    return spots;
}

/* ---- Columns ---------------------------------------------------------------------------------------------------- */

/* Columns end level: the least share of their height that takes no further page, found by halving. */
static struct kin_spot *make_level(kin_arena *arena, const struct kin_extent *extents, size_t count,
                                   struct kin_room room, double squeeze)
{
    enum { ROUNDS = 12 };
    struct kin_spot *found = make_plan(arena, extents, count, room, room, squeeze);
    int columns = columns_of(room);
    if (columns == 1 || count == 0) {
        return found;
    }
    int most = (found[count - 1].page + columns - 1) / columns * columns;
    double low = 0, high = 1;
    for (int i = 0; i < ROUNDS; i++) {
        double share = (low + high) / 2;
        struct kin_room less = {room.first * share, room.later * share, room.columns};
        struct kin_spot *spots = make_plan(arena, extents, count, less, room, squeeze);
        bool fits = spots[count - 1].page <= most;
        found = fits ? spots : found;
        *(fits ? &high : &low) = share;
    }
    return found;
}

/* ---- Choosing --------------------------------------------------------------------------------------------------- */

static int pages_of(const struct kin_spot *spots, size_t count, struct kin_room room)
{
    return count ? (spots[count - 1].page + columns_of(room) - 1) / columns_of(room) : 0;
}

struct kin_spot *kin_plan_make(kin_arena *arena, const struct kin_extent *extents, size_t count, struct kin_room room)
{
    const double a_line = 15;
    struct kin_extent *usual = KIN_NEW_N(arena, struct kin_extent, count);
    for (size_t i = 0; i < count; i++) {
        usual[i] = extents[i];
        usual[i].space.least = extents[i].space.usual;
    }
    struct kin_spot *best = make_level(arena, usual, count, room, 0);
    struct kin_spot *const narrower[] = {make_level(arena, extents, count, room, 0),
                                         make_level(arena, extents, count, room, a_line)};
    for (size_t i = 0; i < sizeof narrower / sizeof *narrower; i++) {
        best = pages_of(narrower[i], count, room) < pages_of(best, count, room) ? narrower[i] : best;
    }
    return best;
}
