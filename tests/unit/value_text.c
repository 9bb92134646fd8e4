#include "unit.h"

#include "value/value.h"

#include <string.h>

static struct kin_value number(kin_arena *arena, const char *digits, enum kin_look look, int places)
{
    struct kin_value value = kin_value_number(kin_rat_parse(arena, digits, strlen(digits)));
    value.look = (uint8_t)look;
    value.places = (int16_t)places;
    return value;
}

static void check(kin_arena *arena, const char *digits, enum kin_look look, int places, const char *expected)
{
    struct kin_value value = number(arena, digits, look, places);
    assert_string_equal(kin_value_text(arena, &value), expected);
}

static void plain_numbers(void **state)
{
    check(*state, "-3.5", KIN_PLAIN, KIN_NO_PLACES, "-7/2");
    check(*state, "3.5", KIN_PLAIN, 2, "3.50");
    check(*state, "4", KIN_PLAIN, 0, "4");
    check(*state, "-0", KIN_PLAIN, 1, "0.0");
    check(*state, "1234567", KIN_PLAIN, KIN_NO_PLACES, "1234567");
}

static void amounts_of_money(void **state)
{
    check(*state, "4.2", KIN_MONEY, KIN_NO_PLACES, "$4.20");
    check(*state, "4", KIN_MONEY, 0, "$4");
    check(*state, "4", KIN_MONEY, 2, "$4.00");
    check(*state, "-3.5", KIN_MONEY, KIN_NO_PLACES, "-$3.50");
    check(*state, "0", KIN_MONEY, KIN_NO_PLACES, "$0.00");
    check(*state, "12000", KIN_MONEY, 0, "$12000");
}

static void percentages(void **state)
{
    check(*state, "0.15", KIN_PERCENT, KIN_NO_PLACES, "15%");
    check(*state, "0.075", KIN_PERCENT, KIN_NO_PLACES, "7.5%");
    check(*state, "0.075", KIN_PERCENT, 2, "7.50%");
    check(*state, "-1.5", KIN_PERCENT, 0, "-150%");
}

/* A text that rounded would make two different instances look like one. */
static void texts_are_exact_whatever_the_places(void **state)
{
    check(*state, "3.505", KIN_PLAIN, 2, "3.505");
    check(*state, "4.2", KIN_MONEY, 0, "$4.2");
    check(*state, "1.005", KIN_MONEY, KIN_NO_PLACES, "$1.005");
    check(*state, "0.075", KIN_PERCENT, 0, "7.5%");
    struct kin_value third = kin_value_number(kin_rat_ratio(*state, -1, 3));
    third.places = 2;
    assert_string_equal(kin_value_text(*state, &third), "-1/3");
    third.look = KIN_MONEY;
    assert_string_equal(kin_value_text(*state, &third), "-$1/3");
    third.look = KIN_PERCENT;
    assert_string_equal(kin_value_text(*state, &third), "-100/3%");
}

static void undefined_numbers_say_so(void **state)
{
    struct kin_value gone = kin_value_number(kin_rat_undefined(KIN_DIVISION_BY_ZERO));
    for (int look = KIN_PLAIN; look <= KIN_PERCENT; look++) {
        gone.look = (uint8_t)look;
        assert_string_equal(kin_value_text(*state, &gone), "undefined");
    }
}

static void words_truths_and_lists(void **state)
{
    struct kin_value nothing = {.kind = KIN_NOTHING}, yes = kin_value_truth(true), no = kin_value_truth(false);
    struct kin_value gym = kin_value_word(*state, "gym", "gyms");
    assert_string_equal(kin_value_text(*state, &nothing), "nothing");
    assert_string_equal(kin_value_text(*state, &yes), "true");
    assert_string_equal(kin_value_text(*state, &no), "false");
    assert_string_equal(kin_value_text(*state, &gym), "gym");
    assert_string_equal(gym.as.word->many, "gyms");
    struct kin_value empty = kin_value_list(*state, NULL, 0);
    struct kin_value items[] = {kin_value_int(1), number(*state, "2", KIN_MONEY, 0), empty, gym};
    struct kin_value list = kin_value_list(*state, items, 4);
    items[0] = yes;
    assert_string_equal(kin_value_text(*state, &empty), "[]");
    assert_string_equal(kin_value_text(*state, &list), "[1, $2, [], gym]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(plain_numbers),
        ARENA_TEST(amounts_of_money),
        ARENA_TEST(percentages),
        ARENA_TEST(texts_are_exact_whatever_the_places),
        ARENA_TEST(undefined_numbers_say_so),
        ARENA_TEST(words_truths_and_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
