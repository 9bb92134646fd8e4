#include "unit.h"

#include "base/limits.h"
#include "number/rat.h"

#include <float.h>
#include <string.h>

static struct kin_rat parse(kin_arena *arena, const char *text)
{
    return kin_rat_parse(arena, text, strlen(text));
}

/* "7/2" or "3.5" as a number. */
static struct kin_rat rat(kin_arena *arena, const char *text)
{
    const char *slash = strchr(text, '/');
    if (!slash) {
        return parse(arena, text);
    }
    return kin_rat_div(arena, kin_rat_parse(arena, text, (size_t)(slash - text)), parse(arena, slash + 1));
}

static const char *const samples[] = {
    "0",
    "1",
    "-1",
    "2",
    "-7/2",
    "1/3",
    "0.125",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "1/9223372036854775808",
    "-5/18446744073709551557",
    "123456789012345678901234567890/7",
    "-0.00000000000000000001",
};
enum { SAMPLES = sizeof samples / sizeof *samples };

static void check_identities(kin_arena *m, struct kin_rat a, struct kin_rat b, struct kin_rat c)
{
    assert_true(kin_rat_equal(kin_rat_add(m, a, b), kin_rat_add(m, b, a)));
    assert_true(kin_rat_equal(kin_rat_sub(m, kin_rat_add(m, a, b), b), a));
    struct kin_rat left = kin_rat_mul(m, a, kin_rat_add(m, b, c));
    assert_true(kin_rat_equal(left, kin_rat_add(m, kin_rat_mul(m, a, b), kin_rat_mul(m, a, c))));
    if (kin_rat_sign(b) != 0) {
        assert_true(kin_rat_equal(kin_rat_div(m, kin_rat_mul(m, a, b), b), a));
    }
    assert_int_equal(kin_rat_compare(a, b), kin_rat_sign(kin_rat_sub(m, a, b)));
}

static void algebra_holds(void **state)
{
    for (size_t i = 0; i < SAMPLES; i++) {
        for (size_t j = 0; j < SAMPLES; j++) {
            for (size_t k = 0; k < SAMPLES; k++) {
                check_identities(*state, rat(*state, samples[i]), rat(*state, samples[j]), rat(*state, samples[k]));
            }
        }
    }
}

static void numerator_over_denominator_is_the_number(void **state)
{
    for (size_t i = 0; i < SAMPLES; i++) {
        struct kin_rat a = rat(*state, samples[i]);
        struct kin_rat num = kin_rat_numerator(*state, a), den = kin_rat_denominator(*state, a);
        assert_true(kin_rat_is_integer(num) && kin_rat_is_integer(den) && kin_rat_sign(den) > 0);
        assert_true(kin_rat_equal(kin_rat_gcd(*state, num, den), kin_rat_int(1)));
        assert_true(kin_rat_equal(kin_rat_div(*state, num, den), a));
        assert_int_equal(kin_rat_is_integer(a), kin_rat_equal(den, kin_rat_int(1)));
    }
}

static void undefined_passes_through(void **state)
{
    struct kin_rat zero = kin_rat_int(0), one = kin_rat_int(1), large = rat(*state, "1e3");
    assert_int_equal(large.num, KIN_INEXACT);
    large = rat(*state, "99999999999999999999");
    struct kin_rat gone = kin_rat_div(*state, one, zero);
    assert_false(kin_rat_defined(gone));
    struct kin_rat all[] = {
        kin_rat_add(*state, gone, one),      kin_rat_sub(*state, large, gone),
        kin_rat_mul(*state, gone, large),    kin_rat_div(*state, zero, gone),
        kin_rat_div(*state, large, zero),    kin_rat_neg(*state, gone),
        kin_rat_abs(*state, gone),           kin_rat_pow(*state, gone, 0),
        kin_rat_root(*state, gone, 2),       kin_rat_round(*state, gone, 2, KIN_UP),
        kin_rat_quotient(*state, one, gone), kin_rat_remainder(*state, large, zero),
        kin_rat_gcd(*state, gone, gone),     kin_rat_lcm(*state, gone, one),
        kin_rat_numerator(*state, gone),     kin_rat_denominator(*state, gone),
        kin_rat_ratio(*state, 3, 0),         kin_rat_pow(*state, zero, -1),
        kin_rat_pow(*state, zero, 0),        kin_rat_quotient(*state, one, zero),
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        assert_false(kin_rat_defined(all[i]));
        assert_int_equal(all[i].num, KIN_DIVISION_BY_ZERO);
    }
    struct kin_rat other = kin_rat_undefined(KIN_TOO_LARGE);
    assert_int_equal(kin_rat_add(*state, other, gone).num, KIN_TOO_LARGE);
    assert_int_equal(kin_rat_quotient(*state, rat(*state, "1/2"), one).num, KIN_INEXACT);
    assert_int_equal(kin_rat_gcd(*state, one, rat(*state, "1/3")).num, KIN_INEXACT);
    assert_string_equal(kin_rat_text(*state, gone), "undefined");
    assert_string_equal(kin_rat_decimal_text(*state, gone, 2), "undefined");
    assert_int_equal(kin_rat_decimals(*state, gone), -1);
}

static void growth_is_bounded(void **state)
{
    struct kin_rat two = kin_rat_int(2), power = kin_rat_pow(*state, two, KIN_LIMIT_BITS - 1);
    assert_true(kin_rat_defined(power));
    assert_int_equal(kin_rat_mul(*state, power, two).num, KIN_TOO_LARGE);
    assert_int_equal(kin_rat_add(*state, power, power).num, KIN_TOO_LARGE);
    assert_int_equal(kin_rat_div(*state, kin_rat_div(*state, kin_rat_int(1), power), two).num, KIN_TOO_LARGE);
    assert_int_equal(kin_rat_pow(*state, two, INT64_MAX).num, KIN_TOO_LARGE);
    assert_int_equal(kin_rat_pow(*state, two, INT64_MIN).num, KIN_TOO_LARGE);
    assert_int_equal(kin_rat_pow(*state, power, 2).num, KIN_TOO_LARGE);
    assert_int_equal(kin_rat_pow(*state, kin_rat_ratio(*state, 1, 3), 4000).num, KIN_TOO_LARGE);
    assert_int_equal(kin_rat_round(*state, kin_rat_ratio(*state, 1, 3), 30000, KIN_UP).num, KIN_TOO_LARGE);
    assert_int_equal(kin_rat_round(*state, kin_rat_int(1), INT32_MIN, KIN_UP).num, KIN_TOO_LARGE);
    assert_true(kin_rat_equal(kin_rat_pow(*state, kin_rat_int(-1), INT64_MIN), kin_rat_int(1)));
    assert_true(kin_rat_equal(kin_rat_pow(*state, kin_rat_int(-1), INT64_MAX), kin_rat_int(-1)));
    assert_true(kin_rat_equal(kin_rat_pow(*state, kin_rat_int(0), INT64_MAX), kin_rat_int(0)));
}

static void check_root(kin_arena *arena, const char *power, int64_t n, const char *root)
{
    struct kin_rat found = kin_rat_root(arena, rat(arena, power), n);
    if (root) {
        assert_string_equal(kin_rat_text(arena, found), root);
    } else {
        assert_false(kin_rat_defined(found));
        assert_int_equal(found.num, KIN_INEXACT);
    }
}

static void roots_are_exact_or_undefined(void **state)
{
    check_root(*state, "49/4", 2, "7/2");
    check_root(*state, "48", 2, NULL);
    check_root(*state, "2/9", 2, NULL);
    check_root(*state, "-4", 2, NULL);
    check_root(*state, "-27/8", 3, "-3/2");
    check_root(*state, "0", 5, "0");
    check_root(*state, "1", INT64_MAX, "1");
    check_root(*state, "-1", INT64_MAX, "-1");
    check_root(*state, "2", INT64_MAX, NULL);
    check_root(*state, "4", 1, NULL);
    check_root(*state, "4", -2, NULL);
    check_root(*state, "-9223372036854775808", 63, "-2");
    check_root(*state, "4611686018427387904", 62, "2");
    check_root(*state, "9223372036854775807", 64, NULL);
    check_root(*state, "9223372030926249001", 2, "3037000499");
    check_root(*state, "9223372030926249002", 2, NULL);
    check_root(*state, "100000000000000000000/9", 2, "10000000000/3");
    check_root(*state, "100000000000000000001", 2, NULL);
    for (int64_t n = 2; n <= 64; n++) {
        for (int64_t base = 2; base < 40; base++) {
            struct kin_rat power = kin_rat_pow(*state, kin_rat_ratio(*state, base, 41), n);
            assert_true(kin_rat_equal(kin_rat_root(*state, power, n), kin_rat_ratio(*state, base, 41)));
        }
    }
}

static void only_small_integers_come_back_as_machine_integers(void **state)
{
    int64_t value = 7;
    assert_true(kin_rat_to_int(kin_rat_int(INT64_MIN), &value));
    assert_int_equal(value, INT64_MIN);
    assert_false(kin_rat_to_int(rat(*state, "9223372036854775808"), &value));
    assert_false(kin_rat_to_int(rat(*state, "1/2"), &value));
    assert_false(kin_rat_to_int(kin_rat_undefined(KIN_INEXACT), &value));
    assert_int_equal(value, INT64_MIN);
}

static void doubles_are_the_nearest(void **state)
{
    assert_true(kin_rat_double(rat(*state, "-7/2")) == -3.5);
    assert_true(kin_rat_double(rat(*state, "0.1")) == 0.1);
    assert_true(kin_rat_double(kin_rat_int(INT64_MIN)) == -9223372036854775808.0);
    assert_true(kin_rat_double(rat(*state, "9007199254740993")) == 9007199254740992.0);
    assert_true(kin_rat_double(rat(*state, "9007199254740993.00000000000000001")) == 9007199254740994.0);
    assert_true(kin_rat_double(rat(*state, "1/3000000000000000000000")) == 1.0 / 3e21);
    assert_true(kin_rat_double(kin_rat_pow(*state, kin_rat_int(-10), 1001)) == -DBL_MAX);
    assert_true(kin_rat_double(kin_rat_undefined(KIN_INEXACT)) == 0);
}

static bool divides_by_none(int64_t n)
{
    for (int64_t d = 2; d * d <= n; d++) {
        if (n % d == 0) {
            return false;
        }
    }
    return n > 1;
}

static void primes_and_divisors(void **state)
{
    for (int64_t n = -5; n < 2000; n++) {
        assert_int_equal(kin_int_is_prime(n), divides_by_none(n));
        int64_t *divisors;
        size_t count = kin_int_divisors(*state, n, &divisors), found = 0;
        for (int64_t d = 1; d <= (n < 0 ? -n : n); d++) {
            if (n % d == 0) {
                assert_true(found < count && divisors[found] == d);
                found++;
            }
        }
        assert_int_equal(found, count);
    }
    int64_t *divisors;
    assert_true(kin_int_is_prime(INT64_C(9223372036854775783)));
    assert_false(kin_int_is_prime(INT64_MAX));
    assert_int_equal(kin_int_divisors(*state, INT64_MAX, &divisors), 96);
    assert_true(divisors[95] == INT64_MAX);
    assert_int_equal(kin_int_divisors(*state, INT64_MIN, &divisors), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(algebra_holds),
        ARENA_TEST(numerator_over_denominator_is_the_number),
        ARENA_TEST(undefined_passes_through),
        ARENA_TEST(growth_is_bounded),
        ARENA_TEST(roots_are_exact_or_undefined),
        ARENA_TEST(only_small_integers_come_back_as_machine_integers),
        ARENA_TEST(doubles_are_the_nearest),
        ARENA_TEST(primes_and_divisors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
