#include "page/plan.h"

#include <math.h>
#include <stdbool.h>

/* The best way to set the first n items: dynamic programming over the item that begins the last page. */
struct best {
    size_t start; /* first item of the last page; below an item that is taller than a page, the first one after it */
    int pages;    /* in all */
    double cost;  /* sum of the squares of spare room */
    bool joined;  /* the last page begins with the end of the item before `start`, which is taller than a page */
};

static double room_of_page(struct kin_room room, size_t start)
{
    return start == 0 ? room.first : room.later;
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
    last.pages += before->pages;
    last.cost = before->cost + spare * spare;
    if (best->pages == 0 || last.pages < best->pages || (last.pages == best->pages && last.cost < best->cost)) {
        *best = last;
    }
}

/* Find the best last page that ends with item n - 1. An item that fits nowhere still gets a page of its own. */
static void find_best(struct best *best, const struct kin_extent *extents, size_t n, struct kin_room room)
{
    const struct kin_extent *last = &extents[n - 1];
    if (last->pages > 0) {
        offer(&best[n], &best[n - 1], (struct best){.start = n - 1, .pages = last->pages}, 0);
        return;
    }
    double used = 0;
    for (size_t start = n; start-- > 0 && extents[start].pages == 0;) {
        double spare = room_of_page(room, start) - used - need_of(&extents[start], true);
        used += need_of(&extents[start], false);
        double below = room_below(extents, room, start) - used;
        if (below >= 0) {
            offer(&best[n], &best[start], (struct best){.start = start, .joined = true}, below);
        }
        if (spare < 0 && start + 1 < n) {
            break;
        }
        offer(&best[n], &best[start], (struct best){.start = start, .pages = 1}, fmax(0, spare));
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

/* The last page of the best way to set the first `end` items. */
static void fill_page(const struct kin_extent *extents, struct kin_spot *spots, const struct best *best, size_t end,
                      struct kin_room room)
{
    size_t start = best[end].start;
    int page = best[start].pages + (best[end].joined ? 0 : 1);
    double height = best[end].joined ? room_below(extents, room, start) : room_of_page(room, start);
    for (size_t i = start; i < end; i++) {
        height -= need_of(&extents[i], i == start && !best[end].joined);
        spots[i] = (struct kin_spot){page, extents[i].space.least};
    }
    if (extents[start].pages == 0) {
        share_out(extents, spots, start, end, height);
    }
}

static struct kin_spot *make_plan(kin_arena *arena, const struct kin_extent *extents, size_t count,
                                  struct kin_room room)
{
    struct best *best = KIN_NEW_N(arena, struct best, count + 1);
    struct kin_spot *spots = KIN_NEW_N(arena, struct kin_spot, count);
    for (size_t n = 1; n <= count; n++) {
        find_best(best, extents, n, room);
    }
    for (size_t end = count; end > 0; end = best[end].start) {
        fill_page(extents, spots, best, end, room);
    }
    return spots;
}

struct kin_spot *kin_plan_make(kin_arena *arena, const struct kin_extent *extents, size_t count, struct kin_room room)
{
    struct kin_extent *usual = KIN_NEW_N(arena, struct kin_extent, count);
    for (size_t i = 0; i < count; i++) {
        usual[i] = extents[i];
        usual[i].space.least = extents[i].space.usual;
    }
    struct kin_spot *wide = make_plan(arena, usual, count, room);
    struct kin_spot *narrow = make_plan(arena, extents, count, room);
    return count > 0 && narrow[count - 1].page < wide[count - 1].page ? narrow : wide;
}
