#include "unit.h"

#include "value/value.h"

static const struct kin_type any = {.kind = KIN_NOTHING}, plain = {.kind = KIN_NUMBER},
                             money = {.kind = KIN_NUMBER, .look = KIN_MONEY},
                             percent = {.kind = KIN_NUMBER, .look = KIN_PERCENT}, truth = {.kind = KIN_TRUTH},
                             word = {.kind = KIN_WORD}, poly = {.kind = KIN_POLY}, empty = {.kind = KIN_LIST},
                             numbers = {.kind = KIN_LIST, .element = &plain},
                             prices = {.kind = KIN_LIST, .element = &money},
                             words = {.kind = KIN_LIST, .element = &word},
                             table = {.kind = KIN_LIST, .element = &numbers},
                             mixed = {.kind = KIN_LIST, .element = &any}, surd = {.kind = KIN_SURD},
                             real = {.kind = KIN_REAL}, clock = {.kind = KIN_NUMBER, .look = KIN_CLOCK},
                             special = {.kind = KIN_SPECIAL}, number_or_none = {.kind = KIN_NUMBER, .special = true};

static void types_have_names(void **state)
{
    assert_string_equal(kin_type_text(*state, any), "any value");
    assert_string_equal(kin_type_text(*state, plain), "a number");
    assert_string_equal(kin_type_text(*state, money), "an amount of money");
    assert_string_equal(kin_type_text(*state, percent), "a percentage");
    assert_string_equal(kin_type_text(*state, truth), "true or false");
    assert_string_equal(kin_type_text(*state, poly), "an expression with letters");
    assert_string_equal(kin_type_text(*state, empty), "a list");
    assert_string_equal(kin_type_text(*state, prices), "a list of amounts of money");
    assert_string_equal(kin_type_text(*state, table), "a list of lists of numbers");
}

static void narrow_types_fit_wide_ones(void **state)
{
    (void)state;
    assert_true(kin_type_fits(money, plain) && kin_type_fits(percent, plain) && kin_type_fits(plain, money));
    assert_true(kin_type_fits(plain, poly) && kin_type_fits(poly, poly) && kin_type_fits(word, any));
    assert_true(kin_type_fits(empty, table) && kin_type_fits(table, empty) && kin_type_fits(prices, numbers));
    assert_true(kin_type_fits(table, mixed) && kin_type_fits(any, any));
    assert_false(kin_type_fits(plain, percent) || kin_type_fits(money, percent) || kin_type_fits(percent, money));
    assert_false(kin_type_fits(poly, plain) || kin_type_fits(truth, plain) || kin_type_fits(any, plain));
    assert_false(kin_type_fits(words, numbers) || kin_type_fits(table, numbers) || kin_type_fits(numbers, table));
    assert_false(kin_type_fits(empty, plain) || kin_type_fits(plain, numbers));
}

static void numbers_stand_for_wider_ones(void **state)
{
    (void)state;
    assert_true(kin_type_fits(plain, surd) && kin_type_fits(surd, real) && kin_type_fits(plain, real));
    assert_false(kin_type_fits(surd, plain) || kin_type_fits(real, surd) || kin_type_fits(surd, poly));
    assert_false(kin_type_fits(clock, surd) || kin_type_fits(plain, clock));
    assert_true(kin_type_fits(special, number_or_none) && kin_type_fits(plain, number_or_none));
    assert_false(kin_type_fits(number_or_none, plain) || kin_type_fits(special, plain) || kin_type_fits(word, special));
}

static struct kin_value with_look(int64_t number, enum kin_look look)
{
    struct kin_value value = kin_value_int(number);
    value.look = (uint8_t)look;
    return value;
}

static void check_list(kin_arena *arena, struct kin_value a, struct kin_value b, const char *expected)
{
    const struct kin_value items[] = {a, b}, turned[] = {b, a};
    struct kin_value list = kin_value_list(arena, items, 2), reversed = kin_value_list(arena, turned, 2);
    assert_string_equal(kin_type_text(arena, kin_value_type(&list)), expected);
    assert_string_equal(kin_type_text(arena, kin_value_type(&reversed)), expected);
}

static void lists_have_the_type_that_all_items_fit(void **state)
{
    kin_arena *arena = *state;
    struct kin_value one = kin_value_int(1), price = with_look(2, KIN_MONEY), rate = with_look(3, KIN_PERCENT);
    struct kin_value x = kin_value_poly(kin_poly_letter(arena, 'x')), gym = kin_value_word(arena, "gym", NULL);
    struct kin_value none = kin_value_list(arena, NULL, 0), ones = kin_value_list(arena, &one, 1);
    struct kin_value nones = kin_value_list(arena, &none, 1), deep = kin_value_list(arena, &ones, 1);
    check_list(arena, one, one, "a list of numbers");
    check_list(arena, price, price, "a list of amounts of money");
    check_list(arena, one, price, "a list of numbers");
    check_list(arena, price, rate, "a list of numbers");
    check_list(arena, price, x, "a list of expressions with letters");
    check_list(arena, one, gym, "a list of any values");
    check_list(arena, one, none, "a list of any values");
    check_list(arena, none, none, "a list of lists");
    check_list(arena, none, ones, "a list of lists of numbers");
    check_list(arena, nones, ones, "a list of lists of any values");
    check_list(arena, nones, deep, "a list of lists of lists of numbers");
    check_list(arena, ones, deep, "a list of lists of any values");
    check_list(arena, gym, deep, "a list of any values");
}

static void very_deep_lists_end_in_any_value(void **state)
{
    struct kin_value value = kin_value_int(1);
    for (int depth = 0; depth < 5000; depth++) {
        value = kin_value_list(*state, &value, 1);
    }
    assert_string_equal(kin_type_text(*state, kin_value_type(&value)),
                        "a list of lists of lists of lists of any values");
    assert_true(kin_value_equal(&value, &value));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(types_have_names),
        cmocka_unit_test(narrow_types_fit_wide_ones),
        cmocka_unit_test(numbers_stand_for_wider_ones),
        ARENA_TEST(lists_have_the_type_that_all_items_fit),
        ARENA_TEST(very_deep_lists_end_in_any_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
