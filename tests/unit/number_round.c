#include "unit.h"

#include "number/rat.h"

#include <string.h>

struct row {
    const char *number;
    int places;
    const char *half_up, *down, *up, *floor, *ceiling;
};

static const struct row table[] = {
    {"2.5", 0, "3", "2", "3", "2", "3"},
    {"-2.5", 0, "-3", "-2", "-3", "-3", "-2"},
    {"3.5", 0, "4", "3", "4", "3", "4"},
    {"2.49999999999999999999999", 0, "2", "2", "3", "2", "3"},
    {"-2.50000000000000000000001", 0, "-3", "-2", "-3", "-3", "-2"},
    {"0.4", 0, "0", "0", "1", "0", "1"},
    {"-0.4", 0, "0", "0", "-1", "-1", "0"},
    {"7", 0, "7", "7", "7", "7", "7"},
    {"7", 3, "7", "7", "7", "7", "7"},
    {"0", -3, "0", "0", "0", "0", "0"},
    {"1.005", 2, "1.01", "1", "1.01", "1", "1.01"},
    {"-1.005", 2, "-1.01", "-1", "-1.01", "-1.01", "-1"},
    {"1.25", 1, "1.3", "1.2", "1.3", "1.2", "1.3"},
    {"1450", -2, "1500", "1400", "1500", "1400", "1500"},
    {"-1450", -2, "-1500", "-1400", "-1500", "-1500", "-1400"},
    {"1449.99", -2, "1400", "1400", "1500", "1400", "1500"},
    {"4", -1, "0", "0", "10", "0", "10"},
    {"5", -1, "10", "0", "10", "0", "10"},
    {"9223372036854775807", -18, "9000000000000000000", "9000000000000000000", "10000000000000000000",
     "9000000000000000000", "10000000000000000000"},
    {"-9223372036854775808", -1, "-9223372036854775810", "-9223372036854775800", "-9223372036854775810",
     "-9223372036854775810", "-9223372036854775800"},
    {"123456789012345678905", -1, "123456789012345678910", "123456789012345678900", "123456789012345678910",
     "123456789012345678900", "123456789012345678910"},
    {"12345678901234567890.125", 2, "12345678901234567890.13", "12345678901234567890.12", "12345678901234567890.13",
     "12345678901234567890.12", "12345678901234567890.13"},
    {"0.00000000000000000000015", 22, "0.0000000000000000000002", "0.0000000000000000000001",
     "0.0000000000000000000002", "0.0000000000000000000001", "0.0000000000000000000002"},
    {"1", -20, "0", "0", "100000000000000000000", "0", "100000000000000000000"},
};

static void check(kin_arena *arena, const struct row *row, enum kin_rounding how, const char *expected)
{
    struct kin_rat number = kin_rat_parse(arena, row->number, strlen(row->number));
    struct kin_rat wanted = kin_rat_parse(arena, expected, strlen(expected));
    struct kin_rat found = kin_rat_round(arena, number, row->places, how);
    assert_string_equal(kin_rat_text(arena, found), kin_rat_text(arena, wanted));
}

static void the_table_holds(void **state)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        check(*state, &table[i], KIN_HALF_UP, table[i].half_up);
        check(*state, &table[i], KIN_DOWN, table[i].down);
        check(*state, &table[i], KIN_UP, table[i].up);
        check(*state, &table[i], KIN_FLOOR, table[i].floor);
        check(*state, &table[i], KIN_CEILING, table[i].ceiling);
    }
}

/* The distance to the rounded number is at most half a unit, and it is a whole number of units. */
static void rounding_is_to_the_nearest_unit(void **state)
{
    for (int64_t num = -200; num <= 200; num++) {
        for (int64_t den = 1; den < 30; den++) {
            struct kin_rat number = kin_rat_ratio(*state, num, den), unit = kin_rat_ratio(*state, 1, 10);
            struct kin_rat found = kin_rat_round(*state, number, 1, KIN_HALF_UP);
            struct kin_rat off = kin_rat_abs(*state, kin_rat_sub(*state, found, number));
            assert_true(kin_rat_is_integer(kin_rat_div(*state, found, unit)));
            assert_true(kin_rat_compare(off, kin_rat_ratio(*state, 1, 20)) <= 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(the_table_holds),
        ARENA_TEST(rounding_is_to_the_nearest_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
