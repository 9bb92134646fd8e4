#include "unit.h"

#include "random/pcg.h"

#include <string.h>

/* The first numbers that the reference's demo program prints for state 42, stream 54. */
static void the_published_numbers_appear(void **state)
{
    (void)state;
    static const uint32_t expected[] = {0xA15C02B7, 0x7B47F409, 0xBA1D3330, 0x83D2F293, 0xBFA4784B, 0xCBED606E};
    struct kin_pcg pcg = kin_pcg_seed(42, 54), wide = pcg;
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(kin_pcg_next(&pcg), expected[i]);
    }
    assert_true(kin_pcg_next64(&wide) == UINT64_C(0xA15C02B77B47F409));
}

static void bounded_numbers_stay_below(void **state)
{
    (void)state;
    struct kin_pcg pcg = kin_pcg_seed(1, 2);
    static const uint64_t bounds[] = {1, 2, 3, 1000, UINT64_C(1) << 32, (UINT64_C(1) << 63) + 1, UINT64_MAX};
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
        for (int round = 0; round < 1000; round++) {
            assert_true(kin_pcg_below64(&pcg, bounds[i]) < bounds[i]);
            uint32_t bound = (uint32_t)(bounds[i] | 1);
            assert_true(kin_pcg_below(&pcg, bound) < bound);
        }
    }
}

/* Counts of `cells` equally likely outcomes in `draws`: chi-square within 6 standard deviations of its mean. */
static void expect_uniform(const uint32_t *counts, int cells, double draws)
{
    double sum = 0, expected = draws / cells, mean = cells - 1;
    for (int i = 0; i < cells; i++) {
        sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    assert_true((sum - mean) * (sum - mean) < 36 * 2 * mean);
}

/* Bounds just above 2^31 and 2^63: without rejection the lower half would come up twice as often. */
static void bounded_numbers_have_no_bias(void **state)
{
    (void)state;
    struct kin_pcg pcg = kin_pcg_seed(3, 4);
    uint32_t narrow[3] = {0}, wide[3] = {0}, dice[6] = {0};
    for (int i = 0; i < 60000; i++) {
        narrow[kin_pcg_below(&pcg, UINT32_C(3) << 30) >> 30]++;
        wide[kin_pcg_below64(&pcg, UINT64_C(3) << 62) >> 62]++;
        dice[kin_pcg_below64(&pcg, 6)]++;
    }
    expect_uniform(narrow, 3, 60000);
    expect_uniform(wide, 3, 60000);
    expect_uniform(dice, 6, 60000);
}

static void shuffles_are_permutations(void **state)
{
    struct kin_pcg pcg = kin_pcg_seed(5, 6);
    for (uint32_t count = 0; count < 100; count++) {
        uint32_t *order = KIN_NEW_N(*state, uint32_t, count + 1), *seen = KIN_NEW_N(*state, uint32_t, count + 1);
        order[count] = 4711;
        kin_pcg_shuffle(&pcg, order, count);
        assert_int_equal(order[count], 4711);
        for (uint32_t i = 0; i < count; i++) {
            assert_true(order[i] < count && !seen[order[i]]++);
        }
    }
}

static void all_orders_are_equally_likely(void **state)
{
    (void)state;
    struct kin_pcg pcg = kin_pcg_seed(7, 8);
    uint32_t counts[27] = {0}, packed[6], found = 0;
    for (int i = 0; i < 60000; i++) {
        uint32_t order[3];
        kin_pcg_shuffle(&pcg, order, 3);
        counts[order[0] * 9 + order[1] * 3 + order[2]]++;
    }
    for (size_t i = 0; i < 27; i++) {
        if (counts[i]) {
            assert_true(found < 6);
            packed[found++] = counts[i];
        }
    }
    assert_int_equal(found, 6);
    expect_uniform(packed, 6, 60000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_numbers_appear),  cmocka_unit_test(bounded_numbers_stay_below),
        cmocka_unit_test(bounded_numbers_have_no_bias),  ARENA_TEST(shuffles_are_permutations),
        cmocka_unit_test(all_orders_are_equally_likely),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
