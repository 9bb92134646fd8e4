#include "unit.h"

#include "base/limits.h"
#include "number/rat.h"

#include <string.h>

static struct kin_rat parse(kin_arena *arena, const char *text)
{
    return kin_rat_parse(arena, text, strlen(text));
}

static void check_parse(kin_arena *arena, const char *text, const char *expected)
{
    assert_string_equal(kin_rat_text(arena, parse(arena, text)), expected);
}

static void numbers_are_read(void **state)
{
    check_parse(*state, "12", "12");
    check_parse(*state, "-3.50", "-7/2");
    check_parse(*state, "+0.25", "1/4");
    check_parse(*state, ".5", "1/2");
    check_parse(*state, "-0", "0");
    check_parse(*state, "000000000000000000000000000007", "7");
    check_parse(*state, "9223372036854775807", "9223372036854775807");
    check_parse(*state, "-9223372036854775808", "-9223372036854775808");
    check_parse(*state, "-9223372036854775809", "-9223372036854775809");
    check_parse(*state, "0.0000000000000000000000000000", "0");
    check_parse(*state, "-1.00000000000000000000005", "-20000000000000000000001/20000000000000000000000");
}

static void what_is_no_number_is_undefined(void **state)
{
    static const char *const bad[] = {"", "-", "+", ".", "-.", "5.", "1.2.3", "1 2", " 1", "--1", "1e3", "0x1", "1,5"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct kin_rat found = parse(*state, bad[i]);
        assert_false(kin_rat_defined(found));
        assert_int_equal(found.num, KIN_INEXACT);
    }
    assert_true(kin_rat_equal(kin_rat_parse(*state, "123", 2), kin_rat_int(12)));
}

static void endless_digits_are_too_large(void **state)
{
    char *digits = kin_alloc(*state, 100001);
    memset(digits, '9', 100000);
    assert_int_equal(kin_rat_parse(*state, digits, 100000).num, KIN_TOO_LARGE);
    assert_int_equal(kin_rat_parse(*state, digits, KIN_LIMIT_BITS).num, KIN_TOO_LARGE);
    assert_true(kin_rat_defined(kin_rat_parse(*state, digits, 1200)));
    assert_int_equal(kin_rat_digits(*state, kin_rat_parse(*state, digits, 1200)), 1200);
    assert_memory_equal(kin_rat_text(*state, kin_rat_parse(*state, digits, 1200)), digits, 1200);
}

static void check_decimal(kin_arena *arena, const char *number, int places, const char *expected)
{
    assert_string_equal(kin_rat_decimal_text(arena, parse(arena, number), places), expected);
}

static void decimals_have_as_many_places_as_wanted(void **state)
{
    check_decimal(*state, "3.5", 2, "3.50");
    check_decimal(*state, "-3.5", 1, "-3.5");
    check_decimal(*state, "0", 2, "0.00");
    check_decimal(*state, "-0.05", 2, "-0.05");
    check_decimal(*state, "0.5", 3, "0.500");
    check_decimal(*state, "12", 0, "12");
    check_decimal(*state, "12", -3, "12");
    check_decimal(*state, "2.345", 2, "2.35");
    check_decimal(*state, "-0.004", 2, "0.00");
    check_decimal(*state, "-9223372036854775808", 1, "-9223372036854775808.0");
    check_decimal(*state, "123456789012345678901234567890.125", 3, "123456789012345678901234567890.125");
    assert_int_equal(strlen(kin_rat_decimal_text(*state, kin_rat_ratio(*state, 1, 8), 1000)), 1002);
    assert_memory_equal(kin_rat_decimal_text(*state, kin_rat_ratio(*state, 1, 8), 1000), "0.125000", 8);
}

static void parsing_undoes_writing(void **state)
{
    for (int64_t num = -1100; num <= 1100; num += 7) {
        for (int places = 0; places < 25; places++) {
            struct kin_rat scale = kin_rat_pow(*state, kin_rat_int(10), places);
            struct kin_rat number = kin_rat_div(*state, kin_rat_int(num), scale);
            assert_true(kin_rat_equal(parse(*state, kin_rat_decimal_text(*state, number, places)), number));
            assert_true(kin_rat_decimals(*state, number) <= places);
        }
    }
}

static void decimals_are_counted(void **state)
{
    assert_int_equal(kin_rat_decimals(*state, kin_rat_int(7)), 0);
    assert_int_equal(kin_rat_decimals(*state, kin_rat_ratio(*state, 7, 8)), 3);
    assert_int_equal(kin_rat_decimals(*state, kin_rat_ratio(*state, -1, 250)), 3);
    assert_int_equal(kin_rat_decimals(*state, kin_rat_ratio(*state, 1, 6)), -1);
    struct kin_rat half = kin_rat_ratio(*state, 1, 2), third = kin_rat_ratio(*state, 1, 3);
    assert_int_equal(kin_rat_decimals(*state, kin_rat_pow(*state, half, 255)), 255);
    assert_int_equal(kin_rat_decimals(*state, kin_rat_pow(*state, half, 256)), -1);
    assert_int_equal(kin_rat_decimals(*state, kin_rat_pow(*state, third, 100)), -1);
    assert_int_equal(kin_rat_decimals(*state, kin_rat_pow(*state, kin_rat_int(10), 100)), 0);
}

static void digits_of_the_whole_part_are_counted(void **state)
{
    assert_int_equal(kin_rat_digits(*state, kin_rat_int(0)), 1);
    assert_int_equal(kin_rat_digits(*state, kin_rat_int(-999)), 3);
    assert_int_equal(kin_rat_digits(*state, kin_rat_int(1000)), 4);
    assert_int_equal(kin_rat_digits(*state, kin_rat_ratio(*state, 999, 10)), 2);
    assert_int_equal(kin_rat_digits(*state, kin_rat_int(INT64_MIN)), 19);
    assert_int_equal(kin_rat_digits(*state, parse(*state, "-99999999999999999999.5")), 20);
    assert_int_equal(kin_rat_digits(*state, kin_rat_pow(*state, kin_rat_int(10), 64)), 65);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(numbers_are_read),
        ARENA_TEST(what_is_no_number_is_undefined),
        ARENA_TEST(endless_digits_are_too_large),
        ARENA_TEST(decimals_have_as_many_places_as_wanted),
        ARENA_TEST(parsing_undoes_writing),
        ARENA_TEST(decimals_are_counted),
        ARENA_TEST(digits_of_the_whole_part_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
