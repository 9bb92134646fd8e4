#include "mastery/schedule.h"

#include <ctype.h>
#include <stdlib.h>

struct kin_gaps kin_gaps_usual(void)
{
    return (struct kin_gaps){{3, 7, 14, 28, 56}, 5};
}

bool kin_gaps_parse(const char *text, struct kin_gaps *gaps)
{
    long last = 0;
    *gaps = (struct kin_gaps){.count = 0};
    for (const char *at = text; isdigit((unsigned char)*at);) {
        char *end;
        long days = strtol(at, &end, 10);
        if (days <= last || days > KIN_GAP_LONGEST || gaps->count == KIN_GAPS_MOST) {
            return false;
        }
        gaps->days[gaps->count++] = (int)days;
        last = days;
        if (!*end) {
            return true;
        }
        at = *end == ',' ? end + 1 : "";
    }
    return false;
}

/* ---- Boxes ------------------------------------------------------------------------------------------------------- */

/* Day 1 of the calendar is a Monday. */
static int64_t school_day(int64_t day)
{
    int64_t weekday = (day - 1) % 7;
    return weekday < 5 ? day : day + 7 - weekday;
}

/* A success before the day it was due is none of memory: it moves on nothing. */
static void take(const struct kin_gaps *gaps, struct kin_review_state *state, const struct kin_review_day *now,
                 int misses)
{
    if (now->met && state->due && now->day >= state->due) {
        state->box += state->box + 1 < gaps->count;
    } else if (!now->met) {
        state->box = misses > 1 || state->box == 0 ? 0 : state->box - 1;
    }
    state->last = now->day;
    state->due = school_day(now->day + gaps->days[state->box]);
}

struct kin_review_state kin_review_after(const struct kin_gaps *gaps, const struct kin_review_day *days, size_t count)
{
    struct kin_review_state state = {0};
    int misses = 0;
    for (size_t i = 0; i < count && gaps->count; i++) {
        misses = days[i].met ? 0 : misses + 1;
        take(gaps, &state, &days[i], misses);
    }
    return state;
}

/* ---- The mix ----------------------------------------------------------------------------------------------------- */

struct mix {
    const struct kin_review_choice *choices;
    size_t *left; /* questions still to be placed, by choice */
    size_t count, items, older, placed_older;
};

/* The order in which a group is asked: what is due longest first. */
static bool comes_before(const struct kin_review_choice *choices, size_t a, size_t b)
{
    return choices[a].due != choices[b].due ? choices[a].due < choices[b].due : a < b;
}

/* Of a group, the choice that has had fewest questions so far, and of these the first. */
static size_t next_of_group(const struct mix *mix, bool current)
{
    size_t best = mix->count;
    for (size_t i = 0; i < mix->count; i++) {
        bool better = best == mix->count || mix->left[i] < mix->left[best] ||
                      (mix->left[i] == mix->left[best] && comes_before(mix->choices, i, best));
        best = mix->choices[i].current == current && better ? i : best;
    }
    return best;
}

static size_t group_size(const struct mix *mix, bool current)
{
    size_t size = 0;
    for (size_t i = 0; i < mix->count; i++) {
        size += mix->choices[i].current == current;
    }
    return size;
}

static void share_out(struct mix *mix, bool current, size_t questions)
{
    for (size_t i = 0; i < questions; i++) {
        mix->left[next_of_group(mix, current)]++;
    }
}

/* The choice of which most questions are left, without `last`; `current` -1: of both groups. */
static size_t fullest(const struct mix *mix, size_t last, int current)
{
    size_t best = mix->count;
    for (size_t i = 0; i < mix->count; i++) {
        bool of_group = current < 0 || mix->choices[i].current == (current > 0);
        bool better = best == mix->count || mix->left[i] > mix->left[best] ||
                      (mix->left[i] == mix->left[best] && comes_before(mix->choices, i, best));
        best = i != last && mix->left[i] && of_group && better ? i : best;
    }
    return best;
}

/* Which group is further behind its even share after `done` questions? Compared without fractions. */
static bool wants_older(const struct mix *mix, size_t done)
{
    int64_t items = (int64_t)mix->items, all = (int64_t)done + 1;
    int64_t older = (int64_t)mix->older * all - (int64_t)mix->placed_older * items;
    int64_t current = (int64_t)(mix->items - mix->older) * all - (int64_t)(done - mix->placed_older) * items;
    return older > current;
}

static size_t next_choice(const struct mix *mix, size_t last, size_t done)
{
    size_t most = fullest(mix, last, -1);
    if (most == mix->count) {
        return last; /* nothing else is left */
    }
    if (2 * mix->left[most] > mix->items - done) {
        return most; /* or there would be neighbours of it later */
    }
    size_t wanted = fullest(mix, last, wants_older(mix, done) ? 0 : 1);
    return wanted < mix->count ? wanted : most;
}

size_t *kin_review_mix(kin_arena *arena, const struct kin_review_choice *choices, size_t count, size_t items,
                       int older_percent)
{
    struct mix mix = {choices, KIN_NEW_N(arena, size_t, count), count, items, 0, 0};
    size_t *order = KIN_NEW_N(arena, size_t, items), last = count;
    if (count == 0) {
        return NULL;
    }
    mix.older = (items * (size_t)older_percent + 50) / 100;
    mix.older = group_size(&mix, false) == 0 ? 0 : group_size(&mix, true) == 0 ? items : mix.older;
    share_out(&mix, false, mix.older);
    share_out(&mix, true, items - mix.older);
    for (size_t i = 0; i < items; i++) {
        last = order[i] = next_choice(&mix, last, i);
        mix.left[last]--;
        mix.placed_older += !choices[last].current;
    }
    return order;
}
