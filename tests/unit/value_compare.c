#include "unit.h"

#include "value/value.h"

enum { SORTED = 14 };

static struct kin_value list_of(kin_arena *arena, int64_t a, int64_t b, size_t count)
{
    struct kin_value items[] = {kin_value_int(a), kin_value_int(b)};
    return kin_value_list(arena, items, count);
}

/* Values of all kinds, in rising order within each kind and across kinds. */
static void make_sorted(kin_arena *arena, struct kin_value *values)
{
    const struct kin_poly *x = kin_poly_letter(arena, 'x'), *one = kin_poly_number(arena, kin_rat_int(1));
    struct kin_value sorted[SORTED] = {
        {.kind = KIN_NOTHING},
        kin_value_int(-3),
        kin_value_number(kin_rat_ratio(arena, 1, 3)),
        kin_value_number(kin_rat_ratio(arena, 1, 2)),
        kin_value_number(kin_rat_pow(arena, kin_rat_int(10), 30)),
        kin_value_truth(false),
        kin_value_truth(true),
        kin_value_word(arena, "Zoo", NULL),
        kin_value_word(arena, "gym", NULL),
        kin_value_list(arena, NULL, 0),
        list_of(arena, 1, 0, 1),
        list_of(arena, 1, 2, 2),
        list_of(arena, 2, 0, 1),
        kin_value_poly(kin_poly_add(arena, x, one)),
    };
    for (size_t i = 0; i < SORTED; i++) {
        values[i] = sorted[i];
    }
}

static void the_order_is_total(void **state)
{
    struct kin_value values[SORTED];
    make_sorted(*state, values);
    for (int i = 0; i < SORTED; i++) {
        for (int j = 0; j < SORTED; j++) {
            int order = kin_value_compare(&values[i], &values[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
            assert_int_equal(kin_value_equal(&values[i], &values[j]), i == j);
        }
    }
}

static void look_and_places_do_not_count(void **state)
{
    struct kin_value a = kin_value_number(kin_rat_ratio(*state, 3, 20)), b = a;
    b.look = KIN_PERCENT;
    b.places = 4;
    assert_true(kin_value_equal(&a, &b));
    assert_int_equal(kin_value_compare(&a, &b), 0);
    struct kin_value left = kin_value_list(*state, &a, 1), right = kin_value_list(*state, &b, 1);
    assert_true(kin_value_equal(&left, &right));
}

static void an_expression_without_letters_is_its_number(void **state)
{
    struct kin_value seven = kin_value_int(7), eight = kin_value_int(8), truth = kin_value_truth(true);
    struct kin_value poly = kin_value_poly(kin_poly_number(*state, kin_rat_int(7)));
    struct kin_value zero = kin_value_poly(kin_poly_number(*state, kin_rat_int(0))), none = kin_value_int(0);
    struct kin_value letter = kin_value_poly(kin_poly_letter(*state, 'x'));
    assert_true(kin_value_equal(&seven, &poly) && kin_value_equal(&poly, &seven));
    assert_true(kin_value_equal(&zero, &none));
    assert_false(kin_value_equal(&eight, &poly) || kin_value_equal(&letter, &seven));
    assert_true(kin_value_compare(&poly, &eight) < 0 && kin_value_compare(&eight, &poly) > 0);
    assert_true(kin_value_compare(&poly, &truth) < 0 && kin_value_compare(&truth, &poly) > 0);
}

static void words_are_equal_by_their_singular(void **state)
{
    struct kin_value a = kin_value_word(*state, "sheep", "sheep"), b = kin_value_word(*state, "sheep", NULL);
    assert_true(kin_value_equal(&a, &b));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(the_order_is_total),
        ARENA_TEST(look_and_places_do_not_count),
        ARENA_TEST(an_expression_without_letters_is_its_number),
        ARENA_TEST(words_are_equal_by_their_singular),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
