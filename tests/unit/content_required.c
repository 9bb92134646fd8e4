/* Required forms: which formulas are written in them. */
#include "content/formula.h"
#include "content/required.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct {
    const char *form, *formula;
    bool holds;
} rows[] = {
    {"lowest-terms", "3/4", true},
    {"lowest-terms", "-3/4", true},
    {"lowest-terms", "6/8", false},
    {"lowest-terms", "4/1", false},
    {"lowest-terms", "4", true},
    {"lowest-terms", "1 2/4", false},
    {"lowest-terms", "3 : 4", true},
    {"lowest-terms", "6 : 8", false},
    {"lowest-terms", "6 : 8 : 9", true},
    {"lowest-terms", "(2x)/6", false},
    {"improper", "7/2", true},
    {"improper", "3 1/2", false},
    {"decimal", "-0.1bar(6)", true},
    {"decimal", "1,234.5", true},
    {"decimal", "1/6", false},
    {"decimal", "2 1/2", false},
    {"decimal", "0.5 * 3", false},
    {"decimal", "sqrt(2)", false},
    {"mixed", "3 1/2", true},
    {"mixed", "7/2", false},
    {"mixed", "3 2/4", false},
    {"mixed", "1/2", true},
    {"mixed", "2 5/3", false},
    {"factored", "2(x + 3)", true},
    {"factored", "2(2x + 6)", false},
    {"factored", "2x + 6", false},
    {"factored", "(x + 1)(x - 1)", true},
    {"factored", "x^2 - 1", false},
    {"factored", "x^2 + 1", true},
    {"factored", "(x + 2)^2", true},
    {"factored", "x(x - 3)", true},
    {"factored", "x^2 - 3x", false},
    {"factored", "3(x^2 - 4)", false},
    {"factored", "-(x - 3)(2x + 1)", true},
    {"factored", "(2x^2 + 5x + 3)", false},
    {"factored", "(x + y)(a - b)", true},
    {"expanded", "2x + 6", true},
    {"expanded", "2(x + 3)", false},
    {"expanded", "2x + 3x + 6", false},
    {"expanded", "x^2 - 3x + 1", true},
    {"expanded", "-x", true},
    {"normal-scientific", "4.5 * 10^4", true},
    {"normal-scientific", "45 * 10^3", false},
    {"normal-scientific", "0.45 * 10^5", false},
    {"normal-scientific", "-4.5 times 10^-3", true},
    {"normal-scientific", "45000", false},
    {"normal-scientific", "4.5 * 2^4", false},
    {"simplest-radical", "2 sqrt(3)", true},
    {"simplest-radical", "sqrt(12)", false},
    {"simplest-radical", "sqrt(3)/2", true},
    {"simplest-radical", "3/sqrt(2)", false},
    {"simplest-radical", "sqrt(1/2)", false},
    {"simplest-radical", "root(3, 16)", false},
    {"simplest-radical", "2 root(3, 2)", true},
    {"simplest-radical", "sqrt(1)", false},
    {"simplest-radical", "(2 sqrt(3))/4", false},
    {"simplest-radical", "(1 + sqrt(5))/2", true},
    {"simplest-radical", "(2 + 4 sqrt(5))/2", false},
    {"simplest-radical", "5", true},
    {"slope-intercept", "y = 2x + 1", true},
    {"slope-intercept", "y = -x", true},
    {"slope-intercept", "y = 4", true},
    {"slope-intercept", "y = 1 + 2x", false},
    {"slope-intercept", "2x - y = 1", false},
    {"slope-intercept", "y = 2(x + 1)", false},
    {"slope-intercept", "y = (1/2)x - 3", true},
    {"slope-intercept", "y = x^2", false},
};

static const struct kin_maths *maths_of(kin_arena *arena, const char *text)
{
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_reading reading = {arena, &diags, kin_scope_new(arena, NULL)};
    const struct kin_formula *formula = kin_formula_parse(&reading, kin_text_source(arena, "test", text));
    struct kin_frame frame = {.arena = arena};
    assert_non_null(formula);
    return kin_formula_resolve(formula, &frame);
}

static void judges_forms(void **state)
{
    (void)state;
    kin_arena *arena = kin_arena_new();
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        enum kin_required form = kin_required_named(rows[i].form);
        assert_true(form != KIN_REQUIRED_ANY);
        if (kin_required_holds(arena, form, maths_of(arena, rows[i].formula)) != rows[i].holds) {
            print_error("%s: %s\n", rows[i].form, rows[i].formula);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
    kin_arena_free(arena);
}

static void knows_its_names(void **state)
{
    (void)state;
    assert_int_equal(kin_required_named("lowest"), KIN_REQUIRED_ANY);
    for (int i = 1; i < KIN_REQUIRED_COUNT; i++) {
        const struct kin_required_row *row = kin_required_row((enum kin_required)i);
        assert_int_equal(kin_required_named(row->name), i);
        assert_true(kin_format_known(row->format));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(judges_forms),
        cmocka_unit_test(knows_its_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
