#include "write/chain.h"

#include <math.h>
#include <stdlib.h>

struct place {
    long x, y;
};

/* One of the two ends of an open stroke; ends at one place stand together, and the first says how far their search has
 * come. */
struct end {
    struct place at;
    size_t part;
    bool last; /* else it is where the stroke begins */
};

struct chains {
    struct end *ends; /* sorted by place */
    size_t end_count;
    size_t *from; /* by the first end of a place: the first one that may not be used yet */
    bool *used;   /* by part */
    const struct batch_part *const *parts;
    struct link *links;
    size_t count;
};

/* ---- Ends -------------------------------------------------------------------------------------------------------- */

static struct place place_of(const struct batch_part *part, double x, double y)
{
    return (struct place){kin_fine(part->x + x), kin_fine(part->y + y)};
}

static struct place place_at(const struct batch_part *part, bool last)
{
    const struct kin_op *op = part->op;
    const struct kin_segment *s = &op->segments[last ? op->segment_count - 1 : 0];
    int point = s->verb == KIN_CURVE ? 2 : 0;
    return place_of(part, s->x[point], s->y[point]);
}

static int places_compare(const struct place *a, const struct place *b)
{
    int order = (a->x > b->x) - (a->x < b->x);
    return order ? order : (a->y > b->y) - (a->y < b->y);
}

static int ends_compare(const void *first, const void *second)
{
    const struct end *a = first, *b = second;
    int order = places_compare(&a->at, &b->at);
    order = order ? order : (a->part > b->part) - (a->part < b->part);
    return order ? order : a->last - b->last;
}

/* One open stroke of a round pen, from one place to another. */
static bool is_open(const struct batch_part *part)
{
    const struct kin_op *op = part->op;
    bool open = op->kind == KIN_OP_PATH && op->ink.round && op->ink.dash[0] <= 0 && op->segment_count > 1;
    for (size_t i = 0; open && i < op->segment_count; i++) {
        enum kin_verb verb = op->segments[i].verb;
        open = i == 0 ? verb == KIN_MOVE : verb == KIN_LINE || verb == KIN_CURVE;
    }
    if (!open) {
        return false;
    }
    struct place from = place_at(part, false), to = place_at(part, true);
    return places_compare(&from, &to) != 0;
}

/* ---- Joining ----------------------------------------------------------------------------------------------------- */

/* The first end at the place, or end_count. */
static size_t ends_at(const struct chains *chains, const struct place *place)
{
    size_t low = 0, high = chains->end_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        bool before = places_compare(&chains->ends[middle].at, place) < 0;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

/* An end at the place of a stroke that is not drawn yet; NULL: none. */
static const struct end *free_end(struct chains *chains, const struct place *place)
{
    size_t first = ends_at(chains, place);
    if (first == chains->end_count) {
        return NULL;
    }
    size_t *from = &chains->from[first];
    while (*from < chains->end_count && places_compare(&chains->ends[*from].at, place) == 0) {
        const struct end *end = &chains->ends[*from];
        if (!chains->used[end->part]) {
            return end;
        }
        (*from)++;
    }
    return NULL;
}

static void link_add(struct chains *chains, size_t part, bool reversed, bool continues)
{
    chains->used[part] = true;
    chains->links[chains->count++] = (struct link){chains->parts[part], reversed, continues};
}

/* The stroke, and those that go on from where the last one ends. */
static void chain_add(struct chains *chains, size_t part, bool reversed)
{
    link_add(chains, part, reversed, false);
    struct place at = place_at(chains->parts[part], !reversed);
    for (const struct end *next = free_end(chains, &at); next; next = free_end(chains, &at)) {
        at = place_at(chains->parts[next->part], !next->last);
        link_add(chains, next->part, next->last, true);
    }
}

/* The first end at the next place. */
static size_t next_place(const struct chains *chains, size_t first)
{
    size_t next = first + 1;
    while (next < chains->end_count && places_compare(&chains->ends[first].at, &chains->ends[next].at) == 0) {
        next++;
    }
    return next;
}

/* Where an odd number of strokes end, a chain has to begin or to end. */
static void odd_places_join(struct chains *chains)
{
    for (size_t i = 0, next; i < chains->end_count; i = next) {
        next = next_place(chains, i);
        const struct end *end = (next - i) % 2 ? free_end(chains, &chains->ends[i].at) : NULL;
        if (end) {
            chain_add(chains, end->part, end->last);
        }
    }
}

static void ends_gather(struct chains *chains, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct batch_part *part = chains->parts[i];
        if (is_open(part)) {
            chains->ends[chains->end_count++] = (struct end){place_at(part, false), i, false};
            chains->ends[chains->end_count++] = (struct end){place_at(part, true), i, true};
        }
    }
    qsort(chains->ends, chains->end_count, sizeof *chains->ends, ends_compare);
    for (size_t i = 0; i < chains->end_count; i++) {
        chains->from[i] = i;
    }
}

struct link *kin_chains_find(kin_arena *arena, const struct batch_part *const *parts, size_t count)
{
    struct chains chains = {.ends = KIN_NEW_N(arena, struct end, 2 * count + 1),
                            .from = KIN_NEW_N(arena, size_t, 2 * count + 1),
                            .used = KIN_NEW_N(arena, bool, count + 1),
                            .parts = parts,
                            .links = KIN_NEW_N(arena, struct link, count + 1)};
    ends_gather(&chains, count);
    odd_places_join(&chains);
    for (size_t i = 0; i < count; i++) {
        if (!chains.used[i]) {
            if (is_open(parts[i])) {
                chain_add(&chains, i, false);
            } else {
                link_add(&chains, i, false, false);
            }
        }
    }
    return chains.links;
}
