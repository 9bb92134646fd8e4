#include "unit.h"

#include "random/permute.h"

static void it_is_a_bijection_for_all_small_counts(void **state)
{
    for (uint64_t count = 1; count <= 300; count++) {
        for (uint64_t seed = 0; seed < 5; seed++) {
            struct kin_permutation permutation = kin_permutation_make(count, kin_pcg_seed(seed, count));
            unsigned char *seen = kin_alloc(*state, count);
            for (uint64_t place = 0; place < count; place++) {
                uint64_t element = kin_permutation_at(&permutation, place);
                assert_true(element < count && !seen[element]++);
                assert_true(kin_permutation_place(&permutation, element) == place);
            }
        }
    }
}

static void place_undoes_at_for_huge_counts(void **state)
{
    (void)state;
    static const uint64_t counts[] = {UINT64_C(1) << 62, (UINT64_C(1) << 62) - 1, (UINT64_C(1) << 60) + 1,
                                      UINT64_C(1000000007), (UINT64_C(1) << 32) + 1};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct kin_permutation permutation = kin_permutation_make(counts[i], kin_pcg_seed(9, i));
        struct kin_pcg pcg = kin_pcg_seed(10, i);
        for (int round = 0; round < 5000; round++) {
            uint64_t place = round < 2 ? (round ? counts[i] - 1 : 0) : kin_pcg_below64(&pcg, counts[i]);
            uint64_t element = kin_permutation_at(&permutation, place);
            assert_true(element < counts[i]);
            assert_true(kin_permutation_place(&permutation, element) == place);
            assert_true(kin_permutation_at(&permutation, kin_permutation_place(&permutation, place)) == place);
        }
    }
}

static void only_the_stream_decides(void **state)
{
    (void)state;
    struct kin_permutation a = kin_permutation_make(1000000, kin_pcg_seed(1, 1));
    struct kin_permutation same = kin_permutation_make(1000000, kin_pcg_seed(1, 1));
    struct kin_permutation other = kin_permutation_make(1000000, kin_pcg_seed(1, 2));
    int agreements = 0;
    for (uint64_t place = 0; place < 1000; place++) {
        assert_true(kin_permutation_at(&a, place) == kin_permutation_at(&same, place));
        agreements += kin_permutation_at(&a, place) == kin_permutation_at(&other, place);
    }
    assert_true(agreements < 5);
}

/* How often each element comes first, over many keys: chi-square within 6 standard deviations of its mean. */
static void expect_fair_first_place(uint64_t count)
{
    enum { KEYS = 20000 };
    double sum = 0, expected = (double)KEYS / (double)count, mean = (double)count - 1;
    uint32_t counts[64] = {0};
    for (uint64_t key = 0; key < KEYS; key++) {
        struct kin_permutation permutation = kin_permutation_make(count, kin_pcg_seed(key, 77));
        counts[kin_permutation_at(&permutation, 0)]++;
    }
    for (uint64_t i = 0; i < count; i++) {
        sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    assert_true((sum - mean) * (sum - mean) < 36 * 2 * mean);
}

static void every_element_comes_first_equally_often(void **state)
{
    (void)state;
    static const uint64_t counts[] = {2, 3, 4, 5, 7, 16, 17, 40, 64};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        expect_fair_first_place(counts[i]);
    }
}

/* Neighbouring places must not give neighbouring elements. */
static void neighbours_are_torn_apart(void **state)
{
    (void)state;
    enum { COUNT = 1 << 20, PLACES = 4000 };
    struct kin_permutation permutation = kin_permutation_make(COUNT, kin_pcg_seed(3, 3));
    int near = 0;
    for (uint64_t place = 0; place < PLACES; place++) {
        int64_t here = (int64_t)kin_permutation_at(&permutation, place);
        int64_t next = (int64_t)kin_permutation_at(&permutation, place + 1);
        int64_t distance = here < next ? next - here : here - next;
        near += distance < COUNT / 100;
    }
    assert_true(near < PLACES / 25);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(it_is_a_bijection_for_all_small_counts), cmocka_unit_test(place_undoes_at_for_huge_counts),
        cmocka_unit_test(only_the_stream_decides),          cmocka_unit_test(every_element_comes_first_equally_often),
        cmocka_unit_test(neighbours_are_torn_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
