/* The review schedule against days worked by hand, mixes by their rules, and the walk back to prerequisites. */
#include "one_arena.h"

#include "mastery/readiness.h"
#include "mastery/schedule.h"
#include "value/calendar.h"

#include <string.h>

#define DATA KIN_SOURCE_FOLDER "/tests/data/reports/item-banks"

static int64_t day(int month, int date)
{
    return kin_day_number((struct kin_day){2026, month, date});
}

static void check(struct kin_review_state state, size_t box, int64_t due)
{
    assert_int_equal(state.box, box);
    assert_int_equal(state.due, due);
}

/* 2026-09-07 is a Monday. */
static void successes_move_on_and_misses_move_back(void **state)
{
    (void)state;
    struct kin_gaps gaps = kin_gaps_usual();
    const struct kin_review_day log[] = {
        {day(9, 7), true},   /* first time: again in 3 days */
        {day(9, 10), true},  /* in time: 7 days */
        {day(9, 11), true},  /* the day after: proves nothing new, 7 days from now on */
        {day(9, 18), true},  /* 14 days */
        {day(10, 2), false}, /* a miss: back to 7 days */
        {day(10, 9), false}, /* a second one: 3 days again */
        {day(10, 12), true}, /* 7 days */
    };
    check(kin_review_after(&gaps, log, 1), 0, day(9, 10));
    check(kin_review_after(&gaps, log, 2), 1, day(9, 17));
    check(kin_review_after(&gaps, log, 3), 1, day(9, 18));
    check(kin_review_after(&gaps, log, 4), 2, day(10, 2));
    check(kin_review_after(&gaps, log, 5), 1, day(10, 9));
    check(kin_review_after(&gaps, log, 6), 0, day(10, 12));
    check(kin_review_after(&gaps, log, 7), 1, day(10, 19));
    check(kin_review_after(&gaps, log, 0), 0, 0);
}

static void the_last_gap_stays_and_weekends_move_to_monday(void **state)
{
    (void)state;
    struct kin_gaps gaps;
    assert_true(kin_gaps_parse("1,2", &gaps));
    const struct kin_review_day log[] = {{day(9, 7), true}, {day(9, 8), true}, {day(9, 10), true}, {day(9, 14), true}};
    check(kin_review_after(&gaps, log, 2), 1, day(9, 10));
    check(kin_review_after(&gaps, log, 3), 1, day(9, 14)); /* a Saturday otherwise */
    check(kin_review_after(&gaps, log, 4), 1, day(9, 16));
    const struct kin_review_day friday = {day(9, 11), true};
    check(kin_review_after(&gaps, &friday, 1), 0, day(9, 14));
}

static void gaps_are_read_from_text(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",
                                        "3,",
                                        ",3",
                                        "3,3",
                                        "7,3",
                                        "0",
                                        "-3",
                                        "3;7",
                                        "731",
                                        "3 ,7",
                                        "x",
                                        "1,2,3,4,5,6,7,8,9",
                                        "99999999999999999999"};
    struct kin_gaps gaps;
    assert_true(kin_gaps_parse("2,5,30", &gaps));
    assert_int_equal(gaps.count, 3);
    assert_int_equal(gaps.days[2], 30);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(kin_gaps_parse(wrong[i], &gaps));
    }
}

/* ---- Mixes ------------------------------------------------------------------------------------------------------- */

static size_t older_of(const struct kin_review_choice *choices, const size_t *order, size_t items)
{
    size_t older = 0;
    for (size_t i = 0; i < items; i++) {
        older += !choices[order[i]].current;
    }
    return older;
}

/* Ten questions, a fifth of them older: two, not side by side, those that are due longest. */
static void a_fifth_of_ten_is_two_older_ones_apart(void **state)
{
    (void)state;
    const struct kin_review_choice choices[] = {{true, 900}, {false, 300}, {false, 100}, {false, 200}, {true, 900}};
    size_t *order = kin_review_mix(arena, choices, 5, 10, 20), first = 10, second = 10;
    assert_int_equal(older_of(choices, order, 10), 2);
    for (size_t i = 0; i < 10; i++) {
        assert_true(i == 0 || order[i] != order[i - 1]);
        if (!choices[order[i]].current) {
            second = first < 10 ? i : second;
            first = first < 10 ? first : i;
        }
    }
    assert_true(second > first + 1);
    assert_int_equal(order[first], 2);
    assert_int_equal(order[second], 3);
}

/* The usual shares, for all sizes: two thirds older, nobody beside the same objective. */
static void neighbours_differ(void **state)
{
    (void)state;
    const struct kin_review_choice choices[] = {{true, 50}, {false, 10}, {false, 20}, {true, 60}, {false, 30}};
    for (size_t count = 2; count <= 5; count++) {
        for (size_t items = 1; items <= 40; items++) {
            size_t *order = kin_review_mix(arena, choices, count, items, 67);
            assert_int_equal(older_of(choices, order, items), (items * 67 + 50) / 100);
            for (size_t i = 1; i < items && count > 2; i++) {
                assert_true(order[i] != order[i - 1]);
            }
        }
    }
}

static void a_group_without_objectives_leaves_its_place(void **state)
{
    (void)state;
    const struct kin_review_choice old[] = {{false, 2}, {false, 1}}, one[] = {{true, 1}};
    size_t *order = kin_review_mix(arena, old, 2, 4, 67);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(order[i], 1 - i % 2);
    }
    order = kin_review_mix(arena, one, 1, 3, 67);
    assert_int_equal(order[2], 0);
    assert_null(kin_review_mix(arena, one, 0, 3, 67));
}

/* ---- Prerequisites ----------------------------------------------------------------------------------------------- */

static const char *walk(const char *code, int steps)
{
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_library *library = kin_library_new(arena, &diags);
    kin_library_load_data(library, DATA);
    const struct kin_framework *framework = library->frameworks[0];
    struct kin_needs needs = kin_readiness_walk(arena, framework, kin_standard_find(framework, code), steps);
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add(&buf, "");
    for (size_t i = 0; i < needs.count; i++) {
        kin_buf_addf(&buf, "%s%d:%s<%s", i ? " " : "", needs.items[i].steps, needs.items[i].standard->code,
                     needs.items[i].of->code);
    }
    return buf.data;
}

static void the_walk_goes_back_step_by_step(void **state)
{
    (void)state;
    assert_string_equal(walk("7.EE.4", 1), "1:7.EE.1<7.EE.4 1:7.NS.2<7.EE.4");
    assert_string_equal(walk("7.EE.4", 2), "1:7.EE.1<7.EE.4 1:7.NS.2<7.EE.4 2:7.NS.1<7.EE.1");
    assert_string_equal(walk("7.RP.3", 12), "1:6.RP.3<7.RP.3 1:7.RP.2<7.RP.3 2:6.RP.2<6.RP.3 2:7.RP.1<7.RP.2 "
                                            "3:6.RP.1<6.RP.2");
    assert_string_equal(walk("6.RP.1", 3), "");
}

/* Prerequisites that lead in a circle, and those of the standard above. */
static void circles_end(void **state)
{
    (void)state;
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_library *library = kin_library_new(arena, &diags);
    kin_library_load_data(library, KIN_SOURCE_FOLDER "/tests/data/circles/item-banks");
    const struct kin_framework *framework = library->frameworks[0];
    struct kin_needs needs = kin_readiness_walk(arena, framework, kin_standard_find(framework, "A.1a"), KIN_STEPS_MOST);
    assert_int_equal(needs.count, 3);
    assert_string_equal(needs.items[0].standard->code, "B");
    assert_string_equal(needs.items[1].standard->code, "C");
    assert_string_equal(needs.items[2].standard->code, "A.1");
    assert_int_equal(needs.items[2].steps, 3);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, start, finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(successes_move_on_and_misses_move_back),
        TEST(the_last_gap_stays_and_weekends_move_to_monday),
        TEST(gaps_are_read_from_text),
        TEST(a_fifth_of_ten_is_two_older_ones_apart),
        TEST(neighbours_differ),
        TEST(a_group_without_objectives_leaves_its_place),
        TEST(the_walk_goes_back_step_by_step),
        TEST(circles_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
