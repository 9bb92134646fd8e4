/* Rows of equal bars as dashed lines: which are found, where they lie, and that nothing else is taken for one. */
#include "unit.h"
#include "write/comb.h"

#include <math.h>

static kin_arena *arena;
static struct kin_ops ops;

static int setup(void **state)
{
    (void)state;
    arena = kin_arena_new();
    ops = kin_ops_in(arena);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    kin_arena_free(arena);
    return 0;
}

static const struct kin_ink thin = {.gray = 0.6, .stroke_width = 0.4}, round_pen = {.stroke_width = 1, .round = true};

/* All operations so far as one batch, moved by (100, 200). */
static struct combs found(void)
{
    struct batches batches = {.arena = arena};
    for (const struct kin_op *op = ops.first; op; op = op->next) {
        kin_batches_add(&batches, op, 100, 200);
    }
    assert_int_equal(batches.count, 1);
    return kin_combs_find(arena, &batches.items[0]);
}

static void assert_near(double is, double expected, double rounding)
{
    assert_true(fabs(is - expected) <= rounding);
}

static void assert_comb(const struct comb *comb, struct comb expected)
{
    const double rounding = 0.0011;
    assert_near(comb->x1, expected.x1, rounding);
    assert_near(comb->y1, expected.y1, rounding);
    assert_near(comb->x2, expected.x2, rounding);
    assert_near(comb->y2, expected.y2, rounding);
    assert_true(comb->round == expected.round);
    assert_near(comb->width, expected.width, rounding);
    assert_near(comb->dash[0], expected.dash[0], rounding);
    assert_near(comb->dash[1], expected.dash[1], rounding);
}

/* A third of a point cannot be said in thousandths: the last line must not be lost, however many there are. */
static void a_grid_is_two_combs(void **state)
{
    (void)state;
    const double step = 10.0 / 3;
    for (int i = 0; i <= 60; i++) {
        kin_line(&ops, i * step, 0, i * step, 200, thin);
        kin_line(&ops, 0, i * step, 200, i * step, thin);
    }
    struct combs combs = found();
    assert_int_equal(combs.count, 2);
    assert_int_equal(combs.rest_count, 0);
    for (size_t i = 0; i < 2; i++) {
        const struct comb *comb = &combs.items[i];
        double length = comb->x2 - comb->x1 + comb->y2 - comb->y1;
        double drift = 60 * (comb->dash[0] + comb->dash[1] - step);
        assert_near(comb->width, 200, 0.001);
        assert_true(fabs(drift) < 0.05);
        assert_true(length > 200.4 && length < 200.2 + step);
    }
}

static void one_pen_stands_together(void **state)
{
    (void)state;
    for (int figure = 0; figure < 2; figure++) {
        for (int i = 0; i < 5; i++) {
            kin_line(&ops, 300 * figure + 7 * i, 0, 300 * figure + 7 * i, 20, thin);
            kin_line(&ops, 300 * figure, 30 + 9 * i, 300 * figure + 50, 30 + 9 * i, thin);
        }
    }
    struct combs combs = found();
    assert_int_equal(combs.count, 4);
    assert_comb(&combs.items[0], (struct comb){99.8, 210, 131.5, 210, 20, {0.4, 6.6}, false});
    assert_comb(&combs.items[1], (struct comb){399.8, 210, 431.5, 210, 20, {0.4, 6.6}, false});
    assert_comb(&combs.items[2], (struct comb){125, 229.8, 125, 270.5, 50, {0.4, 8.6}, false});
    assert_comb(&combs.items[3], (struct comb){425, 229.8, 425, 270.5, 50, {0.4, 8.6}, false});
}

/* Their area stays: two half discs are as much as a rectangle of pi/8 of their width at both ends. */
static void round_caps_become_straight(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        kin_line(&ops, 10 * i, 3, 10 * i, -3, round_pen);
    }
    struct combs combs = found();
    assert_int_equal(combs.count, 1);
    assert_comb(&combs.items[0], (struct comb){99.5, 200, 135, 200, 6 + M_PI / 4, {1, 9}, false});
}

static void unequal_bars_stay(void **state)
{
    (void)state;
    const double at[] = {0, 10, 20, 31, 41, 51, 52};
    for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
        kin_line(&ops, at[i], 0, at[i], 20, thin);
    }
    kin_line(&ops, 5, 40, 15, 60, thin);
    kin_line(&ops, 5, 40, 5, 40, thin);
    struct combs combs = found();
    assert_int_equal(combs.count, 0);
    assert_int_equal(combs.rest_count, 9);
}

static void lines_with_dashes_stay(void **state)
{
    (void)state;
    for (int i = 0; i < 9; i++) {
        kin_line(&ops, i * 10, 0, i * 10, 20, (struct kin_ink){.stroke_width = 1, .dash = {3, 2}});
    }
    struct combs combs = found();
    assert_int_equal(combs.count, 0);
    assert_int_equal(combs.rest_count, 9);
}

/* Bars that overlap are no row; as lines of their height they are one stroke all the same. */
static void thick_rules_become_lines(void **state)
{
    (void)state;
    for (int i = 0; i < 5; i++) {
        kin_rule(&ops, 20 * i, 0, 12, 8, 1);
        kin_rule(&ops, 5 * i, 50, 12, 8, 1);
    }
    kin_rule(&ops, 0, 100, 300, 0.5, 1);
    struct combs combs = found();
    assert_int_equal(combs.count, 6);
    assert_int_equal(combs.rest_count, 1);
    assert_comb(&combs.items[0], (struct comb){100, 254, 112, 254, 8, {0, 0}, false});
    assert_comb(&combs.items[5], (struct comb){100, 204, 196, 204, 8, {12, 8}, false});
}

/* A column of numbers, a row and a column of counters. */
static void rows_go_both_ways(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        kin_rule(&ops, 0, 20 * i, 12, 8, 0);
    }
    struct combs rules = found();
    assert_int_equal(rules.count, 1);
    assert_comb(&rules.items[0], (struct comb){106, 200, 106, 274, 12, {8, 12}, false});
    ops = kin_ops_in(arena);
    for (int i = 0; i < 4; i++) {
        kin_line(&ops, 50 + 9 * i, 5, 50 + 9 * i, 5, (struct kin_ink){.stroke_width = 6, .round = true});
        kin_line(&ops, 10, 10 + 9 * i, 10, 10 + 9 * i, (struct kin_ink){.stroke_width = 6, .round = true});
    }
    struct combs discs = found();
    assert_int_equal(discs.count, 2);
    assert_int_equal(discs.rest_count, 0);
    assert_comb(&discs.items[0], (struct comb){110, 210, 110, 241.4975, 6, {0.005, 8.995}, true});
    assert_comb(&discs.items[1], (struct comb){150, 205, 181.4975, 205, 6, {0.005, 8.995}, true});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_grid_is_two_combs, setup, teardown),
        cmocka_unit_test_setup_teardown(one_pen_stands_together, setup, teardown),
        cmocka_unit_test_setup_teardown(round_caps_become_straight, setup, teardown),
        cmocka_unit_test_setup_teardown(unequal_bars_stay, setup, teardown),
        cmocka_unit_test_setup_teardown(lines_with_dashes_stay, setup, teardown),
        cmocka_unit_test_setup_teardown(rows_go_both_ways, setup, teardown),
        cmocka_unit_test_setup_teardown(thick_rules_become_lines, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
