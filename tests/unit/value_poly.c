#include "unit.h"

#include "base/limits.h"
#include "random/pcg.h"
#include "value/value.h"

static const struct kin_poly *integer(kin_arena *arena, int64_t number)
{
    return kin_poly_number(arena, kin_rat_int(number));
}

static const struct kin_poly *fraction(kin_arena *arena, int64_t num, int64_t den)
{
    return kin_poly_number(arena, kin_rat_ratio(arena, num, den));
}

static const struct kin_poly *letter(kin_arena *arena, uint32_t rune)
{
    return kin_poly_letter(arena, rune);
}

static void expect_text(kin_arena *arena, const struct kin_poly *poly, const char *expected)
{
    assert_non_null(poly);
    struct kin_value value = kin_value_poly(poly);
    assert_string_equal(kin_value_text(arena, &value), expected);
}

/* a x^2 + b x + c */
static const struct kin_poly *quadratic(kin_arena *arena, int64_t a, int64_t b, int64_t c)
{
    const struct kin_poly *x = letter(arena, 'x');
    const struct kin_poly *inner = kin_poly_add(arena, kin_poly_mul(arena, integer(arena, a), x), integer(arena, b));
    return kin_poly_add(arena, kin_poly_mul(arena, inner, x), integer(arena, c));
}

static void texts_follow_school_usage(void **state)
{
    kin_arena *arena = *state;
    const struct kin_poly *x = letter(arena, 'x'), *y = letter(arena, 'y'), *pi = letter(arena, 0x03C0);
    expect_text(arena, quadratic(arena, 3, -1, 1), "3x^2 - x + 1");
    expect_text(arena, quadratic(arena, -1, 0, -5), "-x^2 - 5");
    expect_text(arena, quadratic(arena, 0, 0, 0), "0");
    expect_text(arena, quadratic(arena, 0, 0, -7), "-7");
    expect_text(arena, kin_poly_mul(arena, fraction(arena, 1, 2), x), "(1/2)x");
    expect_text(arena, kin_poly_sub(arena, fraction(arena, 1, 2), kin_poly_mul(arena, fraction(arena, 3, 4), x)),
                "-(3/4)x + 1/2");
    expect_text(arena, kin_poly_pow(arena, kin_poly_add(arena, y, x), 2), "x^2 + 2xy + y^2");
    expect_text(arena, kin_poly_mul(arena, pi, kin_poly_pow(arena, letter(arena, 'r'), 2)), "r^2\u03C0");
}

static const struct kin_poly *random_poly(kin_arena *arena, struct kin_pcg *pcg)
{
    const struct kin_poly *sum = integer(arena, 0);
    for (uint32_t i = kin_pcg_below(pcg, 5); i > 0; i--) {
        const struct kin_poly *term = fraction(arena, (int64_t)kin_pcg_below(pcg, 11) - 5, 1 + kin_pcg_below(pcg, 3));
        for (uint32_t j = kin_pcg_below(pcg, 4); j > 0; j--) {
            term = kin_poly_mul(arena, term, letter(arena, 'x' + kin_pcg_below(pcg, 3)));
        }
        sum = kin_poly_add(arena, sum, term);
    }
    return sum;
}

static void check_ring(kin_arena *m, const struct kin_poly *a, const struct kin_poly *b, const struct kin_poly *c)
{
    assert_true(kin_poly_equal(kin_poly_add(m, a, b), kin_poly_add(m, b, a)));
    assert_true(kin_poly_equal(kin_poly_mul(m, a, b), kin_poly_mul(m, b, a)));
    assert_true(kin_poly_equal(kin_poly_mul(m, kin_poly_mul(m, a, b), c), kin_poly_mul(m, a, kin_poly_mul(m, b, c))));
    const struct kin_poly *left = kin_poly_mul(m, a, kin_poly_sub(m, b, c));
    assert_true(kin_poly_equal(left, kin_poly_sub(m, kin_poly_mul(m, a, b), kin_poly_mul(m, a, c))));
    assert_int_equal(kin_poly_sub(m, left, left)->count, 0);
    assert_true(kin_poly_compare(a, b) == -kin_poly_compare(b, a));
}

static struct kin_rat value_at(kin_arena *arena, const struct kin_poly *poly, const struct kin_rat *point)
{
    struct kin_rat result;
    for (uint32_t i = 0; i < 3; i++) {
        poly = kin_poly_at(arena, poly, 'x' + i, kin_poly_number(arena, point[i]));
    }
    assert_true(kin_poly_constant(poly, &result));
    return result;
}

static void check_evaluation(kin_arena *arena, struct kin_pcg *pcg, const struct kin_poly *a, const struct kin_poly *b)
{
    struct kin_rat point[3];
    for (int i = 0; i < 3; i++) {
        point[i] = kin_rat_ratio(arena, (int64_t)kin_pcg_below(pcg, 9) - 4, 1 + kin_pcg_below(pcg, 4));
    }
    struct kin_rat left = value_at(arena, a, point), right = value_at(arena, b, point);
    struct kin_rat product = value_at(arena, kin_poly_mul(arena, a, b), point);
    assert_true(kin_rat_equal(product, kin_rat_mul(arena, left, right)));
    struct kin_rat sum = value_at(arena, kin_poly_add(arena, a, b), point);
    assert_true(kin_rat_equal(sum, kin_rat_add(arena, left, right)));
    struct kin_rat square = value_at(arena, kin_poly_pow(arena, a, 2), point);
    assert_true(kin_rat_equal(square, kin_rat_mul(arena, left, left)));
}

static void algebra_holds(void **state)
{
    struct kin_pcg pcg = kin_pcg_seed(1, 1);
    struct kin_mark mark = kin_arena_mark(*state);
    for (int i = 0; i < 1000; i++, kin_arena_rewind(*state, mark)) {
        const struct kin_poly *a = random_poly(*state, &pcg), *b = random_poly(*state, &pcg);
        check_ring(*state, a, b, random_poly(*state, &pcg));
        check_evaluation(*state, &pcg, a, b);
    }
}

static void letters_are_put_in(void **state)
{
    kin_arena *arena = *state;
    const struct kin_poly *h = kin_poly_add(arena, letter(arena, 'x'), letter(arena, 'h'));
    expect_text(arena, kin_poly_at(arena, quadratic(arena, 1, -3, 5), 'x', h), "h^2 + 2hx + x^2 - 3h - 3x + 5");
    expect_text(arena, kin_poly_at(arena, quadratic(arena, 2, 0, 1), 'y', h), "2x^2 + 1");
    expect_text(arena, kin_poly_at(arena, quadratic(arena, 2, 5, 1), 'x', integer(arena, 0)), "1");
}

static void check_coefficient(const struct kin_poly *poly, uint32_t rune, uint32_t power, int64_t expected)
{
    assert_true(kin_rat_equal(kin_poly_coefficient(poly, rune, power), kin_rat_int(expected)));
}

static void coefficients_and_degrees_are_found(void **state)
{
    kin_arena *arena = *state;
    const struct kin_poly *xy = kin_poly_mul(arena, letter(arena, 'x'), letter(arena, 'y'));
    const struct kin_poly *poly =
        kin_poly_add(arena, quadratic(arena, 3, -4, 5), kin_poly_scale(arena, xy, kin_rat_int(9)));
    check_coefficient(poly, 'x', 2, 3);
    check_coefficient(poly, 'x', 1, -4);
    check_coefficient(poly, 'x', 0, 5);
    check_coefficient(poly, 'x', 3, 0);
    check_coefficient(poly, 'y', 1, 0);
    assert_int_equal(kin_poly_degree(poly), 2);
    assert_int_equal(kin_poly_degree(integer(arena, 0)), 0);
    struct kin_rat number;
    assert_false(kin_poly_constant(poly, &number));
    assert_true(kin_poly_constant(integer(arena, -6), &number) && number.num == -6);
}

static void powers_know_their_limits(void **state)
{
    kin_arena *arena = *state;
    const struct kin_poly *x = letter(arena, 'x');
    assert_int_equal(kin_poly_degree(kin_poly_pow(arena, x, KIN_LIMIT_DEGREE)), KIN_LIMIT_DEGREE);
    assert_null(kin_poly_pow(arena, x, KIN_LIMIT_DEGREE + 1));
    assert_null(kin_poly_pow(arena, x, INT64_MAX));
    assert_null(kin_poly_pow(arena, x, -1));
    expect_text(arena, kin_poly_pow(arena, x, 0), "1");
    expect_text(arena, kin_poly_pow(arena, integer(arena, 2), -3), "1/8");
    assert_null(kin_poly_pow(arena, integer(arena, 0), 0));
    assert_null(kin_poly_mul(arena, kin_poly_pow(arena, x, 20), kin_poly_pow(arena, x, 13)));
}

static void too_many_terms_are_refused(void **state)
{
    kin_arena *arena = *state;
    const struct kin_poly *sum = integer(arena, 0);
    for (uint32_t i = 0; i < KIN_LIMIT_TERMS; i++) {
        sum = kin_poly_add(arena, sum, letter(arena, 0x100 + i));
    }
    assert_int_equal(sum->count, KIN_LIMIT_TERMS);
    assert_null(kin_poly_add(arena, sum, integer(arena, 1)));
    assert_null(kin_poly_mul(arena, sum, sum));
    const struct kin_poly *two = kin_poly_add(arena, letter(arena, 'x'), letter(arena, 'y'));
    assert_null(kin_poly_mul(arena, sum, two));
    assert_int_equal(kin_poly_mul(arena, sum, letter(arena, 'x'))->count, KIN_LIMIT_TERMS);
}

static void nothing_comes_of_nothing(void **state)
{
    kin_arena *arena = *state;
    const struct kin_poly *x = letter(arena, 'x');
    struct kin_rat gone = kin_rat_undefined(KIN_DIVISION_BY_ZERO);
    const struct kin_poly *big = kin_poly_number(arena, kin_rat_pow(arena, kin_rat_int(2), KIN_LIMIT_BITS - 1));
    assert_null(kin_poly_number(arena, gone));
    assert_null(kin_poly_scale(arena, x, gone));
    assert_null(kin_poly_add(arena, x, NULL));
    assert_null(kin_poly_sub(arena, x, NULL));
    assert_null(kin_poly_mul(arena, NULL, x));
    assert_null(kin_poly_pow(arena, NULL, 2));
    assert_null(kin_poly_at(arena, NULL, 'x', x));
    assert_null(kin_poly_at(arena, x, 'x', NULL));
    assert_null(kin_poly_add(arena, big, big));
    assert_null(kin_poly_mul(arena, kin_poly_add(arena, big, x), kin_poly_add(arena, big, x)));
    assert_null(kin_poly_scale(arena, big, kin_rat_int(2)));
    assert_int_equal(kin_poly_scale(arena, x, kin_rat_int(0))->count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(texts_follow_school_usage), ARENA_TEST(algebra_holds),
        ARENA_TEST(letters_are_put_in),        ARENA_TEST(coefficients_and_degrees_are_found),
        ARENA_TEST(powers_know_their_limits),  ARENA_TEST(too_many_terms_are_refused),
        ARENA_TEST(nothing_comes_of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
