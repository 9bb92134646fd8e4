/* Piles of slabs: fitting, breaking, work space; points in words; room to answer by policy. */
#include "unit.h"

#include "page/furniture.h"
#include "page/pile.h"
#include "page/space.h"

#include <math.h>

/* Slabs of 100 pt with a gap of 10; a page may end before each second one. */
static struct kin_pile pile_of(kin_arena *arena, size_t count)
{
    struct kin_pile pile = {0};
    for (size_t i = 0; i < count; i++) {
        struct kin_slab *slab = kin_pile_add(arena, &pile, 10);
        slab->height = 100;
        slab->breakable = i % 2 == 0;
    }
    return pile;
}

static void test_heights(void **state)
{
    struct kin_pile pile = pile_of(*state, 3);
    assert_true(fabs(kin_pile_height(&pile, 0, 3) - 320) < 1e-9);
    assert_true(fabs(kin_pile_height(&pile, 1, 3) - 210) < 1e-9);
    assert_true(kin_pile_height(&pile, 2, 2) == 0);
}

static void test_fit_ends_only_before_breakable_slabs(void **state)
{
    struct kin_pile pile = pile_of(*state, 6);
    assert_int_equal(kin_pile_fit(&pile, 0, 1000), 6);
    assert_int_equal(kin_pile_fit(&pile, 0, 540), 4);
    assert_int_equal(kin_pile_fit(&pile, 0, 320), 2);
    assert_int_equal(kin_pile_fit(&pile, 0, 210), 2);
    assert_int_equal(kin_pile_fit(&pile, 0, 209), 0);
    assert_int_equal(kin_pile_fit(&pile, 2, 210), 4);
    assert_int_equal(kin_pile_group(&pile, 4), 6);
}

static void test_pages(void **state)
{
    double tail;
    struct kin_pile pile = pile_of(*state, 6);
    assert_int_equal(kin_pile_pages(&pile, 0, &(struct kin_pile_room){650, 650, 1}, &tail, NULL), 1);
    assert_int_equal(kin_pile_pages(&pile, 0, &(struct kin_pile_room){430, 430, 1}, &tail, NULL), 2);
    assert_int_equal(kin_pile_pages(&pile, 0, &(struct kin_pile_room){220, 430, 1}, &tail, NULL), 2);
    assert_true(fabs(tail - 430) < 1e-9);
    assert_int_equal(kin_pile_pages(&pile, 0, &(struct kin_pile_room){100, 430, 1}, &tail, NULL),
                     3); /* page 1 stays empty */
    assert_int_equal(kin_pile_pages(&pile, 0, &(struct kin_pile_room){50, 50, 1}, &tail, NULL),
                     6); /* nothing fits, and it still ends */
    assert_true(fabs(tail - 100) < 1e-9);
    struct kin_pile empty = {0};
    assert_int_equal(kin_pile_pages(&empty, 0, &(struct kin_pile_room){10, 10, 1}, &tail, NULL), 1);
}

/* A group that fits on no page is broken inside; one that fits on the next page waits for it. */
static void test_take(void **state)
{
    struct kin_pile pile = pile_of(*state, 6);
    assert_int_equal(kin_pile_take(&pile, 0, 540, 540), 4);
    assert_int_equal(kin_pile_take(&pile, 0, 150, 540), 0);
    assert_int_equal(kin_pile_take(&pile, 0, 150, 150), 1);
    assert_int_equal(kin_pile_take(&pile, 1, 150, 150), 2);
    assert_int_equal(kin_pile_take(&pile, 2, 20, 20), 3); /* taller than the page: it goes on all the same */
    pile.slabs[1].space.least = 50;
    assert_int_equal(kin_pile_take(&pile, 0, 230, 230), 2); /* the whole group, with less work space */
    assert_int_equal(kin_pile_take(&pile, 6, 230, 230), 6);
}

/* A stem of two slabs, a question and its answer's line: three fit, and the question goes on the next page with its
 * line, unless these two are taller than a page. */
static void test_a_question_keeps_its_line(void **state)
{
    struct kin_pile pile = pile_of(*state, 4);
    for (size_t i = 0; i < 4; i++) {
        pile.slabs[i].breakable = false;
    }
    assert_int_equal(kin_pile_take(&pile, 0, 330, 330), 3);
    pile.slabs[2].asks = true;
    assert_int_equal(kin_pile_take(&pile, 0, 330, 330), 2);
    assert_int_equal(kin_pile_take(&pile, 0, 220, 220), 2);
    pile.slabs[3].height = 300;
    assert_int_equal(kin_pile_take(&pile, 0, 330, 330), 3);
}

/* The heading goes along with the beginning, and takes room there only. */
static void test_pages_below_a_heading(void **state)
{
    double tail;
    struct kin_pile pile = pile_of(*state, 4);
    assert_int_equal(kin_pile_pages(&pile, 0, &(struct kin_pile_room){430, 430, 1}, &tail, NULL), 1);
    assert_int_equal(kin_pile_pages(&pile, 20, &(struct kin_pile_room){430, 430, 1}, &tail, NULL), 2);
    assert_true(fabs(tail - 210) < 1e-9);
    assert_int_equal(kin_pile_pages(&pile, 20, &(struct kin_pile_room){225, 430, 1}, &tail, NULL),
                     3); /* page 1 has no room for the heading and its part */
}

/* Two columns on page 1, then larger ones: the ends are kept, and a pile with the same slabs ends its columns there. */
static void test_ends_are_kept(void **state)
{
    double tail;
    int breaks[8];
    const struct kin_pile_room room = {230, 430, 2};
    struct kin_pile pile = pile_of(*state, 6), other = pile_of(*state, 6);
    assert_int_equal(kin_pile_pages(&pile, 0, &room, &tail, breaks), 3);
    assert_int_equal(breaks[0], 6);
    assert_int_equal(breaks[1], 3); /* two slabs, and one */
    assert_int_equal(breaks[2], 5);
    assert_int_equal(breaks[3], 0);
    other.slabs[0].height = 10; /* there would be room for more */
    assert_int_equal(kin_pile_turn(&other, 0, breaks, 0, 430, 430), 2);
    other.slabs[0].height = 400; /* too tall for that */
    assert_int_equal(kin_pile_turn(&other, 0, breaks, 0, 430, 430), kin_pile_take(&other, 0, 430, 430));
    breaks[1] = 1; /* the first column was passed over */
    assert_int_equal(kin_pile_turn(&pile, 0, breaks, 0, 430, 430), 0);
    assert_int_equal(kin_pile_turn(&pile, 0, breaks, 7, 430, 430), kin_pile_take(&pile, 0, 430, 430));
    other.count = 5; /* other slabs: its own ends */
    assert_int_equal(kin_pile_turn(&other, 0, breaks, 0, 430, 430), kin_pile_take(&other, 0, 430, 430));
}

static void test_space_is_shared_by_weight(void **state)
{
    struct kin_pile pile = pile_of(*state, 1);
    kin_pile_space(&pile, &(struct kin_space){20, 30, 100, 3});
    kin_pile_add(*state, &pile, 0)->height = 50;
    kin_pile_space(&pile, &(struct kin_space){10, 10, 10, 1});
    assert_true(fabs(kin_pile_spaces(&pile, 0, 2).most - 110) < 1e-9);
    assert_true(fabs(kin_pile_spaces(&pile, 1, 2).least - 10) < 1e-9);
    struct kin_ops ops = kin_ops_in(*state);
    assert_true(fabs(kin_pile_put(&pile, 0, 2, &ops, 0, 0, 70) - 220) < 1e-9);
    assert_true(fabs(ops.first->next->y - (100 + 20 + 30)) < 1e-9);
}

static void test_points_in_words(void **state)
{
    const struct kin_furniture *words = kin_furniture_of("en-US");
    assert_string_equal(kin_points_text(*state, words, kin_rat_int(1)), "1 point");
    assert_string_equal(kin_points_text(*state, words, kin_rat_int(2)), "2 points");
    assert_string_equal(kin_points_text(*state, words, kin_rat_ratio(*state, 1, 2)), "0.5 points");
    assert_string_equal(kin_points_text(*state, words, kin_rat_ratio(*state, 1, 3)), "1/3 points");
    assert_ptr_equal(kin_furniture_of("xx"), kin_furniture_of(NULL));
}

/* Each policy gives more than the one before; the author's wish is a minimum. */
static void test_policies(void **state)
{
    (void)state;
    static const char *const policies[] = {"tight", "normal", "generous"};
    for (int kind = 0; kind < KIN_RESPONSE_KIND_COUNT; kind++) {
        struct kin_response response = {.kind = (enum kin_response_kind)kind, .lines = 3};
        double before = -1;
        for (size_t i = 0; i < 3; i++) {
            struct kin_space space = kin_space_for(policies[i], &response, 1);
            assert_true(space.least >= before && space.usual >= space.least && space.most >= space.usual);
            assert_true(kin_space_for(policies[i], &response, 3).least >= space.least);
            before = space.least;
            response.space_pt = 500;
            assert_true(kin_space_for(policies[i], &response, 1).least == 500);
            assert_true(kin_space_for(policies[i], &response, 1).most >= 500);
            response.space_pt = 0;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_heights),
        ARENA_TEST(test_fit_ends_only_before_breakable_slabs),
        ARENA_TEST(test_pages),
        ARENA_TEST(test_ends_are_kept),
        ARENA_TEST(test_space_is_shared_by_weight),
        ARENA_TEST(test_points_in_words),
        cmocka_unit_test(test_policies),
        ARENA_TEST(test_take),
        ARENA_TEST(test_a_question_keeps_its_line),
        ARENA_TEST(test_pages_below_a_heading),
    };
    return cmocka_run_group_tests_name("pile", tests, NULL, NULL);
}
