#include "draw/count.h"

#include "base/limits.h"

struct walking {
    struct kin_draw *draw;
    struct kin_lane *lane;
    const struct kin_counting *counting;
    struct kin_cells met; /* identities, in an arena that no walk rewinds */
    uint64_t candidates, members;
};

/* The same question as one that is counted already? */
static bool is_known(struct walking *walking)
{
    struct kin_hash hash;
    if (!kin_identity_hash(walking->draw->template, &walking->lane->frame, &hash)) {
        return false;
    }
    const struct kin_cell *met = kin_cells_add(&walking->met, hash, NULL);
    return met && met->members > 1;
}

static void count_one(struct walking *walking)
{
    if (kin_draw_weigh(walking->draw, walking->lane, walking->counting->wanted) != KIN_IN_CELL || is_known(walking)) {
        return;
    }
    walking->members++;
    if (walking->counting->visit) {
        walking->counting->visit(walking->counting->data);
    }
}

static bool visit(void *data, uint64_t element)
{
    struct walking *walking = data;
    (void)element;
    count_one(walking);
    return ++walking->candidates < walking->counting->budget.candidates &&
           walking->lane->space->steps <= KIN_LIMIT_DRAW_STEPS;
}

/* Hits among so many of all, scaled up without overflow. */
static uint64_t scale(uint64_t all, uint64_t hits, uint64_t looked)
{
    return looked ? all / looked * hits + all % looked * hits / looked : 0;
}

static struct kin_count estimate(struct walking *walking)
{
    struct kin_space *space = walking->lane->space;
    struct kin_sequence sequence = walking->lane->sequence;
    struct kin_mark mark = kin_arena_mark(walking->draw->arena);
    uint64_t limit = walking->counting->budget.places, element;
    walking->members = 0;
    kin_cells_clear(&walking->met);
    sequence.entries = NULL;
    sequence.next = 0;
    sequence.pause = UINT64_MAX;
    while (kin_sequence_next(&sequence, &walking->lane->frame, limit, &element) == KIN_FOUND) {
        count_one(walking);
        kin_arena_rewind(walking->draw->arena, mark);
    }
    return (struct kin_count){scale(space->count, walking->members, sequence.next), sequence.next < space->count};
}

static bool walk_is_affordable(const struct kin_space *space, const struct kin_count_budget *budget)
{
    bool known = space->tried > 1000;
    return space->count <= budget->branches || (known && kin_space_walk_cost(space) < (double)budget->branches / 2);
}

/* Steps are given back: a count must not change how far a draw can look. */
struct kin_count kin_count_lane(struct kin_draw *draw, struct kin_lane *lane, const struct kin_counting *counting)
{
    kin_arena *own = kin_arena_new();
    struct walking walking = {.draw = draw, .lane = lane, .counting = counting, .met = kin_cells_in(own, 0)};
    uint64_t steps = lane->space->steps;
    struct kin_count count;
    if (walk_is_affordable(lane->space, &counting->budget) &&
        kin_space_walk(lane->space, &lane->frame, 2 * counting->budget.branches, visit, &walking)) {
        count = (struct kin_count){walking.members, false};
    } else {
        if (walking.members && counting->again) {
            counting->again(counting->data);
        }
        count = estimate(&walking);
    }
    lane->space->steps = steps;
    kin_arena_free(own);
    return count;
}

static struct kin_count sum(struct kin_count a, struct kin_count b)
{
    uint64_t number;
    bool over = __builtin_add_overflow(a.number, b.number, &number);
    return (struct kin_count){over ? UINT64_MAX : number, a.estimated || b.estimated};
}

static struct kin_count capacity_within(struct kin_draw *draw, struct kin_count_budget budget)
{
    const struct kin_counting counting = {.wanted = draw->wanted, .budget = budget};
    struct kin_count capacity = {0, false};
    for (size_t i = 0; i < draw->lane_count; i++) {
        capacity = sum(capacity, kin_count_lane(draw, &draw->lanes[i], &counting));
    }
    return capacity;
}

static uint64_t members_known(const struct kin_draw *draw)
{
    return draw->record_count > draw->members_met ? draw->record_count : draw->members_met;
}

static struct kin_count at_least(struct kin_count capacity, uint64_t known)
{
    capacity.number = capacity.number > known ? capacity.number : known;
    return capacity;
}

struct kin_count kin_draw_capacity(struct kin_draw *draw)
{
    struct kin_count_budget budget = {.branches = 1 << 17, .candidates = 1 << 14, .places = 1 << 14};
    return at_least(capacity_within(draw, budget), members_known(draw));
}

/* A rare cell may not show in few places at all: then it is worth a longer look. */
struct kin_count kin_draw_capacity_roughly(struct kin_draw *draw)
{
    struct kin_count_budget budget = {.branches = 1 << 13, .candidates = 1 << 10, .places = 1 << 10};
    struct kin_count capacity = capacity_within(draw, budget);
    return capacity.estimated && capacity.number <= members_known(draw) ? kin_draw_capacity(draw) : capacity;
}
