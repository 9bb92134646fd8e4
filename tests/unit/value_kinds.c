#include "unit.h"

#include "value/calendar.h"

#include <string.h>

static const char *interval_text(kin_arena *arena, const struct kin_interval *interval)
{
    struct kin_value value = kin_value_interval(interval);
    return kin_value_text(arena, &value);
}

static void intervals_read_back(void **state)
{
    const char *const texts[] = {"{}", "[4]", "(-oo, oo)", "(-oo, -7/2] or (0, 1) or [2, 5] or (6, oo)",
                                 "[0, 1) or (1, 2]"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct kin_interval *interval = kin_interval_parse(*state, texts[i]);
        assert_non_null(interval);
        assert_string_equal(interval_text(*state, interval), texts[i]);
        const struct kin_interval *twice = kin_interval_complement(*state, kin_interval_complement(*state, interval));
        assert_int_equal(kin_interval_compare(interval, twice), 0);
    }
}

static void other_texts_are_no_intervals(void **state)
{
    const char *const texts[] = {
        "",         "[",       "[1",        "[1, 2",   "1, 2]",    "[1, 2] or",     "[1, 2] and [3, 4]",
        "[-oo, 2)", "(oo, 2)", "(1, -oo)",  "(1, oo]", "(1/0, 2)", "[1, 2] x",      "[a, b]",
        "[1,, 2]",  "[1; 2]",  "(1, 2, 3)", "[]",      "or",       "[1, 2]or[3, 4]"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_null(kin_interval_parse(*state, texts[i]));
    }
}

static void pieces_become_canonical(void **state)
{
    assert_string_equal(interval_text(*state, kin_interval_parse(*state, "[3, 4] or (5, 5) or [1, 3) or (4, 5)")),
                        "[1, 5)");
    assert_string_equal(interval_text(*state, kin_interval_parse(*state, "[2, 1]")), "{}");
}

static void every_day_has_one_number(void **state)
{
    (void)state;
    int64_t number = 0;
    for (struct kin_day day = {.year = 1}; day.year <= KIN_LAST_YEAR; day.year++) {
        for (day.month = 1; day.month <= 12; day.month++) {
            for (day.day = 1; day.day <= kin_month_days(day.year, day.month); day.day++) {
                struct kin_day back;
                assert_int_equal(kin_day_number(day), ++number);
                assert_true(kin_day_of(number, &back));
                assert_memory_equal(&back, &day, sizeof day);
            }
        }
    }
    struct kin_day day;
    assert_false(kin_day_of(0, &day) || kin_day_of(number + 1, &day) || kin_day_of(INT64_MIN, &day));
    assert_int_equal(kin_day_number((struct kin_day){2026, 2, 29}), 0);
    assert_int_equal(kin_day_number((struct kin_day){2026, 13, 1}), 0);
}

static void reals_without_a_proof_say_so(void **state)
{
    kin_arena *arena = *state;
    const struct kin_real *two = kin_real_exact(arena, kin_surd_number(arena, kin_rat_int(2)));
    const struct kin_real *four = kin_real_exact(arena, kin_surd_number(arena, kin_rat_int(4)));
    const struct kin_real *product =
        kin_real_combine(arena, KIN_REAL_MUL, kin_real_root(arena, two, 3), kin_real_root(arena, four, 3));
    struct kin_rat rounded;
    int order;
    bool clear;
    assert_false(kin_real_compare(product, two, &order));
    assert_true(kin_real_round(arena, product, 3, KIN_HALF_UP, &rounded) && kin_rat_equal(rounded, kin_rat_int(2)));
    assert_false(kin_real_round(arena, product, 0, KIN_FLOOR, &rounded)); /* 2, or a little below */
    assert_null(kin_real_combine(arena, KIN_REAL_DIV, two, kin_real_combine(arena, KIN_REAL_SUB, product, two)));
    assert_null(kin_real_root(arena, kin_real_exact(arena, kin_surd_number(arena, kin_rat_int(-2))), 2));
    const struct kin_real *large = product;
    for (int i = 0; large && i < 10; i++) {
        large = kin_real_combine(arena, KIN_REAL_MUL, large, large);
    }
    assert_null(large);
    assert_true(kin_real_clear(kin_real_root(arena, two, 3), 2, kin_rat_int(0), &clear) && clear);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(intervals_read_back),          ARENA_TEST(other_texts_are_no_intervals),
        ARENA_TEST(pieces_become_canonical),      cmocka_unit_test(every_day_has_one_number),
        ARENA_TEST(reals_without_a_proof_say_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
