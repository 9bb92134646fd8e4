#include "form/match_search.h"

#include <stdlib.h>
#include <string.h>

enum {
    STARTS = 20,
    CLOSE = 5,     /* thousandths of a point: nothing nearer is looked for, so that forms differ where they can */
    PAIRS = 400,   /* random exchanges of two slots at once, after single ones find nothing better */
    TWICE = 10000, /* price of a template that stands on the form already */
    CLASH = 10 * 1000000,     /* of enemies */
    EXHAUSTED = 100 * 1000000 /* of an instance that does not exist */
};

const int kin_abilities_msd[KIN_ABILITIES] = {-1000, 0, 1000};

struct search {
    const struct kin_match_task *task;
    struct kin_pcg pcg;
    size_t *picks, *uses; /* by slot; by option */
    struct kin_match_totals totals;
    long long price, cost; /* of templates and instances used twice; with the distance from the target */
    uint64_t left;         /* of the budget */
};

static int score_of(const struct kin_match_slot *slot, const struct kin_match_option *option, size_t ability)
{
    return (int)((long long)slot->points_milli * option->chance[ability] / 1000000);
}

/* Add the option to the totals, or take it away (sign -1). */
static void count_option(struct kin_match_totals *totals, const struct kin_match_slot *slot,
                         const struct kin_match_option *option, int sign)
{
    for (size_t i = 0; i < KIN_ABILITIES; i++) {
        totals->score_milli[i] += sign * score_of(slot, option, i);
    }
    totals->seconds += sign * option->seconds;
}

struct kin_match_totals kin_match_sum(const struct kin_match_task *task, const size_t *picks)
{
    struct kin_match_totals totals = {{0}, 0};
    for (size_t s = 0; s < task->slot_count; s++) {
        count_option(&totals, &task->slots[s], &task->options[picks[s]], 1);
    }
    return totals;
}

struct kin_match_totals kin_match_mean(const struct kin_match_task *task)
{
    struct kin_match_totals mean = {{0}, 0};
    for (size_t s = 0; s < task->slot_count; s++) {
        const struct kin_match_slot *slot = &task->slots[s];
        long long score[KIN_ABILITIES] = {0}, seconds = 0, count = (long long)slot->choice_count;
        for (size_t c = 0; c < slot->choice_count; c++) {
            const struct kin_match_option *option = &task->options[slot->choices[c]];
            for (size_t i = 0; i < KIN_ABILITIES; i++) {
                score[i] += score_of(slot, option, i);
            }
            seconds += option->seconds;
        }
        for (size_t i = 0; i < KIN_ABILITIES; i++) {
            mean.score_milli[i] += (int)(score[i] / count);
        }
        mean.seconds += (int)(seconds / count);
    }
    return mean;
}

static long long distance(const struct kin_match_totals *a, const struct kin_match_totals *b)
{
    long long most = 0;
    for (size_t i = 0; i < KIN_ABILITIES; i++) {
        long long difference = llabs((long long)a->score_milli[i] - b->score_milli[i]);
        most = difference > most ? difference : most;
    }
    return most + llabs((long long)a->seconds - b->seconds) * 1000 / 600;
}

/* What it costs that slots a and b hold these options. */
static long long price_of_pair(const struct search *search, size_t a, size_t b)
{
    const struct kin_match_task *task = search->task;
    int kind = task->options[a].kind, other = task->options[b].kind;
    if (kind == other) {
        return TWICE;
    }
    return task->clash && task->clash(task->data, kind, other) ? CLASH : 0;
}

/* What the option in slot s costs beside the others. */
static long long price_of(const struct search *search, size_t s)
{
    long long price = 0;
    for (size_t t = 0; t < search->task->slot_count; t++) {
        price += t == s ? 0 : price_of_pair(search, search->picks[s], search->picks[t]);
    }
    return price;
}

/* One use more (or less, sign -1) of what slot s holds. */
static void use(struct search *search, size_t s, int sign)
{
    size_t option = search->picks[s], *uses = &search->uses[option], left = search->task->options[option].left;
    search->price += sign * price_of(search, s);
    if (sign < 0) {
        search->price -= *uses > left ? EXHAUSTED : 0;
        (*uses)--;
    } else {
        (*uses)++;
        search->price += *uses > left ? EXHAUSTED : 0;
    }
    count_option(&search->totals, &search->task->slots[s], &search->task->options[option], sign);
}

/* Put an option into a slot; totals and price follow. */
static void put(struct search *search, size_t s, size_t option)
{
    use(search, s, -1);
    search->picks[s] = option;
    use(search, s, 1);
}

static long long cost_of(const struct search *search)
{
    return distance(&search->totals, &search->task->target) + search->price;
}

static size_t random_choice(struct search *search, size_t s)
{
    const struct kin_match_slot *slot = &search->task->slots[s];
    return slot->choices[kin_pcg_below(&search->pcg, (uint32_t)slot->choice_count)];
}

/* Keep what is in the slots now if it is better, else go back. */
static bool keep_if_better(struct search *search, const size_t *slots, const size_t *before, size_t count)
{
    long long cost = cost_of(search);
    search->left -= search->left > 0;
    if (cost < search->cost) {
        search->cost = cost;
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        put(search, slots[i], before[i]);
    }
    return false;
}

/* Every option of every slot once. */
static bool sweep(struct search *search)
{
    bool better = false;
    for (size_t s = 0; s < search->task->slot_count; s++) {
        const struct kin_match_slot *slot = &search->task->slots[s];
        for (size_t c = 0; c < slot->choice_count && search->left; c++) {
            size_t before = search->picks[s];
            if (slot->choices[c] != before) {
                put(search, s, slot->choices[c]);
                better = keep_if_better(search, &s, &before, 1) || better;
            }
        }
    }
    return better;
}

static bool exchange_pairs(struct search *search)
{
    bool better = false;
    uint32_t count = (uint32_t)search->task->slot_count;
    for (size_t n = 0; n < PAIRS && count > 1 && search->left; n++) {
        size_t first = kin_pcg_below(&search->pcg, count), step = 1 + kin_pcg_below(&search->pcg, count - 1);
        size_t slots[] = {first, (first + step) % count};
        size_t before[] = {search->picks[slots[0]], search->picks[slots[1]]};
        put(search, slots[0], random_choice(search, slots[0]));
        put(search, slots[1], random_choice(search, slots[1]));
        better = keep_if_better(search, slots, before, 2) || better;
    }
    return better;
}

/* The first choice in every slot. */
static void begin(struct search *search)
{
    const struct kin_match_task *task = search->task;
    for (size_t s = 0; s < task->slot_count; s++) {
        search->picks[s] = task->slots[s].choices[0];
    }
    for (size_t s = 0; s < task->slot_count; s++) {
        size_t option = search->picks[s];
        search->uses[option]++;
        search->price += search->uses[option] > task->options[option].left ? EXHAUSTED : 0;
        for (size_t t = 0; t < s; t++) {
            search->price += price_of_pair(search, option, search->picks[t]);
        }
    }
    search->totals = kin_match_sum(task, search->picks);
}

static void start_anew(struct search *search)
{
    for (size_t s = 0; s < search->task->slot_count; s++) {
        put(search, s, random_choice(search, s));
    }
    search->cost = cost_of(search);
}

long long kin_match_search(kin_arena *arena, const struct kin_match_task *task, struct kin_pcg pcg, size_t *picks)
{
    size_t bytes = sizeof *picks * task->slot_count;
    struct search search = {.task = task,
                            .pcg = pcg,
                            .picks = KIN_NEW_N(arena, size_t, task->slot_count),
                            .uses = KIN_NEW_N(arena, size_t, task->option_count),
                            .left = task->budget ? task->budget : KIN_SEARCH_BUDGET};
    long long best = -1;
    begin(&search);
    for (size_t n = 0; n < STARTS && (n == 0 || (search.left && best > CLOSE)); n++) {
        start_anew(&search);
        while (search.left && search.cost > CLOSE && (sweep(&search) || exchange_pairs(&search))) {
        }
        if (best < 0 || search.cost < best) {
            best = search.cost;
            memcpy(picks, search.picks, bytes);
        }
    }
    return best;
}
