#include "unit.h"

#include "draw/arrange.h"

/* All rows of `length` places below `values`, by counting on; false after the last. */
static bool next_row(uint64_t *places, int length, uint64_t values)
{
    for (int i = length; i-- > 0;) {
        if (++places[i] < values) {
            return true;
        }
        places[i] = 0;
    }
    return false;
}

static bool wanted(const struct kin_drawn_list *rule, const uint64_t *places, uint64_t steps)
{
    uint64_t sum = 0;
    for (int i = 0; i < rule->length; i++) {
        sum += places[i];
    }
    return kin_arrangement_allows(rule, places) && (!rule->total || sum == steps);
}

static uint64_t brute_force(const struct kin_drawn_list *rule, uint64_t values, uint64_t steps)
{
    uint64_t places[KIN_MOST_ARRANGED] = {0}, count = 0;
    do {
        count += values > 0 && wanted(rule, places, steps);
    } while (next_row(places, rule->length, values));
    return count;
}

static uint64_t code_of(const uint64_t *places, int length, uint64_t values)
{
    uint64_t code = 0;
    for (int i = 0; i < length; i++) {
        code = code * values + places[i];
    }
    return code;
}

/* As many as there are, each by the rule, no two alike. */
static void check(kin_arena *arena, struct kin_drawn_list rule, uint64_t values, uint64_t steps)
{
    struct kin_arranging arranging;
    uint64_t places[KIN_MOST_ARRANGED], all = 1;
    assert_true(kin_arranging_new(arena, &rule, values, steps, &arranging));
    assert_int_equal(arranging.count, brute_force(&rule, values, steps));
    for (int i = 0; i < rule.length; i++) {
        all *= values;
    }
    bool *seen = KIN_NEW_N(arena, bool, (size_t)all + 1);
    for (uint64_t n = 0; n < arranging.count; n++) {
        kin_arranging_places(&arranging, n, places);
        for (int i = 0; i < rule.length; i++) {
            assert_true(places[i] < values);
        }
        assert_true(wanted(&rule, places, steps));
        uint64_t code = code_of(places, rule.length, values);
        assert_false(seen[code]);
        seen[code] = true;
    }
}

static const struct kin_expr *some_total(void)
{
    static const char place;
    return (const struct kin_expr *)&place; /* asked only for being there */
}

static void counts_are_those_of_brute_force(void **state)
{
    for (int length = 1; length <= 5; length++) {
        for (uint64_t values = 1; values <= 6; values++) {
            check(*state, (struct kin_drawn_list){.length = length}, values, 0);
            check(*state, (struct kin_drawn_list){.length = length, .sorted = true}, values, 0);
            check(*state, (struct kin_drawn_list){.length = length, .distinct = true}, values, 0);
            check(*state, (struct kin_drawn_list){.length = length, .sorted = true, .distinct = true}, values, 0);
        }
        check(*state, (struct kin_drawn_list){.length = length, .distinct = true, .deranged = true}, (uint64_t)length,
              0);
    }
}

static void totals_are_those_of_brute_force(void **state)
{
    for (int length = 1; length <= 4; length++) {
        for (uint64_t values = 1; values <= 6; values++) {
            for (uint64_t steps = 0; steps <= 4 * values; steps++) {
                struct kin_drawn_list rule = {.length = length, .total = some_total()};
                check(*state, rule, values, steps);
                rule.sorted = true;
                check(*state, rule, values, steps);
                rule.distinct = true;
                check(*state, rule, values, steps);
            }
        }
    }
}

static void large_spaces_are_found_by_number(void **state)
{
    struct kin_drawn_list rule = {.length = 10, .sorted = true, .distinct = true};
    struct kin_arranging arranging;
    uint64_t places[KIN_MOST_ARRANGED];
    assert_true(kin_arranging_new(*state, &rule, 200, 0, &arranging));
    assert_int_equal(arranging.count, UINT64_C(22451004309013280)); /* C(200, 10) */
    kin_arranging_places(&arranging, arranging.count - 1, places);
    for (uint64_t i = 0; i < 10; i++) {
        assert_int_equal(places[i], 190 + i);
    }
    kin_arranging_places(&arranging, 0, places);
    for (uint64_t i = 0; i < 10; i++) {
        assert_int_equal(places[i], i);
    }
}

static void too_large_spaces_are_refused(void **state)
{
    struct kin_arranging arranging;
    struct kin_drawn_list rows = {.length = 40}, total = {.length = 40, .total = some_total()};
    assert_false(kin_arranging_new(*state, &rows, 1000, 0, &arranging));
    assert_false(kin_arranging_new(*state, &total, 1000, 20000, &arranging)); /* too many lists */
    total.sorted = true;
    assert_false(kin_arranging_new(*state, &total, 1000, 20000, &arranging)); /* too much to count */
    assert_true(kin_arranging_new(*state, &total, 3, 1000, &arranging));
    assert_int_equal(arranging.count, 0); /* out of reach */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(counts_are_those_of_brute_force),
        ARENA_TEST(totals_are_those_of_brute_force),
        ARENA_TEST(large_spaces_are_found_by_number),
        ARENA_TEST(too_large_spaces_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
