/* The search behind sets that are matched in total. */
#include "unit.h"

#include "form/match_search.h"

#include <string.h>

enum { TEMPLATES = 40, CELLS = 3, OPTIONS = TEMPLATES * CELLS, SLOTS = 10 };

static struct kin_match_option options[OPTIONS];
static size_t every[OPTIONS];
static struct kin_match_slot slots[SLOTS];

/* A bank of options with chances and times of all kinds, from a fixed stream. */
static struct kin_match_task bank_task(uint64_t seed)
{
    struct kin_pcg pcg = kin_pcg_seed(seed, 1);
    for (size_t i = 0; i < OPTIONS; i++) {
        int typical = 300000 + (int)kin_pcg_below(&pcg, 600000);
        options[i] = (struct kin_match_option){.kind = (int)(i / CELLS),
                                               .chance = {typical * 7 / 10, typical, typical + (1000000 - typical) / 2},
                                               .seconds = 30 + (int)kin_pcg_below(&pcg, 200),
                                               .left = 26};
        every[i] = i;
    }
    for (size_t s = 0; s < SLOTS; s++) {
        slots[s] = (struct kin_match_slot){.points_milli = 1000, .choices = every, .choice_count = OPTIONS};
    }
    struct kin_match_task task = {.options = options, .option_count = OPTIONS, .slots = slots, .slot_count = SLOTS};
    task.target = kin_match_mean(&task);
    return task;
}

static void totals_come_near_the_target(void **state)
{
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct kin_match_task task = bank_task(seed);
        size_t picks[SLOTS];
        assert_in_range(kin_match_search(*state, &task, kin_pcg_seed(seed, 2), picks), 0, 20);
        struct kin_match_totals totals = kin_match_sum(&task, picks);
        assert_in_range(1000 + totals.score_milli[1] - task.target.score_milli[1], 980, 1020);
        for (size_t a = 0; a < SLOTS; a++) {
            for (size_t b = 0; b < a; b++) {
                assert_int_not_equal(options[picks[a]].kind, options[picks[b]].kind);
            }
        }
    }
}

static void same_stream_same_form(void **state)
{
    struct kin_match_task task = bank_task(5);
    size_t one[SLOTS], two[SLOTS], other[SLOTS];
    kin_match_search(*state, &task, kin_pcg_seed(9, 9), one);
    kin_match_search(*state, &task, kin_pcg_seed(9, 9), two);
    kin_match_search(*state, &task, kin_pcg_seed(9, 10), other);
    assert_memory_equal(one, two, sizeof one);
    assert_memory_not_equal(one, other, sizeof one);
}

static bool odd_with_even(const void *data, int kind, int other)
{
    (void)data;
    return (kind + other) % 2 != 0;
}

static void enemies_do_not_meet(void **state)
{
    struct kin_match_task task = bank_task(3);
    size_t picks[SLOTS];
    task.clash = odd_with_even;
    assert_in_range(kin_match_search(*state, &task, kin_pcg_seed(1, 1), picks), 0, 1000);
    for (size_t s = 1; s < SLOTS; s++) {
        assert_int_equal(options[picks[s]].kind % 2, options[picks[0]].kind % 2);
    }
}

static void what_is_used_up_is_left_alone(void **state)
{
    struct kin_match_task task = bank_task(4);
    size_t picks[SLOTS], uses[OPTIONS] = {0};
    for (size_t i = 0; i < OPTIONS; i++) {
        options[i].left = i % CELLS == 1 && i < CELLS * SLOTS;
    }
    assert_in_range(kin_match_search(*state, &task, kin_pcg_seed(1, 1), picks), 0, 10000);
    for (size_t s = 0; s < SLOTS; s++) {
        assert_int_equal(options[picks[s]].left, 1);
        assert_int_equal(++uses[picks[s]], 1);
    }
}

static void a_small_budget_still_fills_every_slot(void **state)
{
    struct kin_match_task task = bank_task(6);
    size_t picks[SLOTS];
    memset(picks, 0xff, sizeof picks);
    task.budget = 1;
    kin_match_search(*state, &task, kin_pcg_seed(1, 1), picks);
    for (size_t s = 0; s < SLOTS; s++) {
        assert_in_range(picks[s], 0, OPTIONS - 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(totals_come_near_the_target),
        ARENA_TEST(same_stream_same_form),
        ARENA_TEST(enemies_do_not_meet),
        ARENA_TEST(what_is_used_up_is_left_alone),
        ARENA_TEST(a_small_budget_still_fills_every_slot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
