#include "page/pile.h"

#include <math.h>

struct kin_slab *kin_pile_add(kin_arena *arena, struct kin_pile *pile, double gap)
{
    struct kin_slab slab = {.ops = kin_ops_in(arena), .gap = gap};
    KIN_PUSH(arena, pile->slabs, pile->count, pile->room) = slab;
    return &pile->slabs[pile->count - 1];
}

static void add_space(struct kin_space *sum, const struct kin_space *space)
{
    sum->least += space->least;
    sum->usual += space->usual;
    sum->most += space->most;
    sum->weight += space->weight;
}

void kin_pile_space(struct kin_pile *pile, const struct kin_space *space)
{
    if (pile->count > 0) {
        add_space(&pile->slabs[pile->count - 1].space, space);
    }
}

double kin_pile_height(const struct kin_pile *pile, size_t from, size_t to)
{
    double height = 0;
    for (size_t i = from; i < to; i++) {
        height += pile->slabs[i].height + (i > from ? pile->slabs[i].gap : 0);
    }
    return height;
}

struct kin_space kin_pile_spaces(const struct kin_pile *pile, size_t from, size_t to)
{
    struct kin_space sum = {0};
    for (size_t i = from; i < to; i++) {
        add_space(&sum, &pile->slabs[i].space);
    }
    return sum;
}

size_t kin_pile_fit(const struct kin_pile *pile, size_t from, double height)
{
    size_t end = from;
    double used = 0;
    for (size_t i = from; i < pile->count; i++) {
        const struct kin_slab *slab = &pile->slabs[i];
        if (i > from && slab->breakable) {
            end = i;
        }
        used += slab->height + slab->space.least + (i > from ? slab->gap : 0);
        if (used > height) {
            return end;
        }
    }
    return pile->count;
}

size_t kin_pile_group(const struct kin_pile *pile, size_t from)
{
    size_t end = from + 1;
    while (end < pile->count && !pile->slabs[end].breakable) {
        end++;
    }
    return end;
}

double kin_pile_usual(const struct kin_pile *pile, size_t from, size_t to, double room)
{
    double height = kin_pile_height(pile, from, to);
    double spare = room - height, usual = kin_pile_spaces(pile, from, to).usual;
    return height + fmax(0, fmin(spare, usual));
}

/* Slabs of a group that is taller than a page: at least one, whatever its height. Rather a page with less on it than
 * one that ends between a question and its answer's line, if the next page has room for both. */
static size_t fit_some(const struct kin_pile *pile, size_t from, size_t group, double room)
{
    size_t end = from + 1, before = from;
    while (end < group && kin_pile_height(pile, from, end + 1) <= room) {
        before = pile->slabs[end].asks ? end : before;
        end++;
    }
    bool torn = end < group && !pile->slabs[end].asks && before > from;
    return torn && kin_pile_height(pile, before, group) <= room ? before : end;
}

size_t kin_pile_take(const struct kin_pile *pile, size_t from, double room, double whole)
{
    const double rounding = 0.5;
    size_t end = kin_pile_fit(pile, from, room);
    if (end > from || room < whole - rounding || from == pile->count) {
        return end;
    }
    return fit_some(pile, from, kin_pile_group(pile, from), room);
}

enum { BREAKS_KEPT = 8 };

static void keep_count(int *breaks, size_t count)
{
    for (size_t i = 0; breaks && i < BREAKS_KEPT; i++) {
        breaks[i] = i ? 0 : (int)count;
    }
}

static void keep_break(int *breaks, int page, size_t end)
{
    if (breaks && page + 1 < BREAKS_KEPT) {
        breaks[page + 1] = (int)end + 1;
    }
}

size_t kin_pile_turn(const struct kin_pile *pile, size_t from, const int *breaks, size_t n, double room, double whole)
{
    bool kept =
        breaks[0] == (int)pile->count && n + 1 < BREAKS_KEPT && breaks[n + 1] > (int)from && breaks[n + 1] <= breaks[0];
    size_t end = kept ? (size_t)breaks[n + 1] - 1 : 0;
    bool passed = kept && end == 0 && n == 0, fits = kept && end > from && kin_pile_height(pile, from, end) <= room;
    return passed || fits ? end : kin_pile_take(pile, from, room, whole);
}

static double room_of(const struct kin_pile_room *room, int page)
{
    return page < room->firsts ? room->first : room->later;
}

int kin_pile_pages(const struct kin_pile *pile, double heading, const struct kin_pile_room *room, double *tail,
                   int *breaks)
{
    int page = 0;
    *tail = 0;
    keep_count(breaks, pile->count);
    for (size_t from = 0; from < pile->count; page++) {
        double before = from == 0 ? heading : 0, left = room_of(room, page) - before;
        size_t end = kin_pile_take(pile, from, left, room->later - before);
        *tail = room->later - left + kin_pile_usual(pile, from, end, left);
        if (end < pile->count) {
            keep_break(breaks, page, end);
        }
        from = end;
    }
    return page > 1 ? page : 1;
}

/* Of `space` in all, what stands below this slab: the least and a share by weight, or, where there is less than the
 * least, a share of that. */
static double space_below(const struct kin_slab *slab, const struct kin_space *sum, double space)
{
    double spare = space - sum->least;
    if (spare < 0) {
        return sum->least > 0 && space > 0 ? space * slab->space.least / sum->least : 0;
    }
    return slab->space.least + (sum->weight > 0 ? spare * slab->space.weight / sum->weight : 0);
}

double kin_pile_put(const struct kin_pile *pile, size_t from, size_t to, struct kin_ops *ops, double x, double y,
                    double space)
{
    struct kin_space sum = kin_pile_spaces(pile, from, to);
    double top = y;
    for (size_t i = from; i < to; i++) {
        const struct kin_slab *slab = &pile->slabs[i];
        y += i > from ? slab->gap : 0;
        kin_place(ops, &slab->ops, x, y);
        y += slab->height + space_below(slab, &sum, space);
    }
    return y - top;
}
