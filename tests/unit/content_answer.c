/* Answer types: what fits, what is the same, what else is accepted. */
#include "content/answer.h"
#include "one_arena.h"

#include <string.h>

/* The value of an expression without names. */
static struct kin_value value_of(const char *program)
{
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_reading reading = {arena, &diags, kin_scope_new(arena, NULL)};
    const struct kin_expr *expr = kin_expr_parse(&reading, kin_text_source(arena, "test", program), kin_type_any);
    struct kin_value value;
    assert_non_null(expr);
    assert_true(kin_expr_constant(expr, arena, &value));
    return value;
}

static const struct kin_formula *formula_of(const char *text)
{
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_reading reading = {arena, &diags, kin_scope_new(arena, NULL)};
    const struct kin_formula *formula = kin_formula_parse(&reading, kin_text_source(arena, "test", text));
    assert_non_null(formula);
    return formula;
}

static struct kin_frame frame(void)
{
    return (struct kin_frame){.arena = arena, .slots = KIN_NEW_N(arena, struct kin_value, 1)};
}

static void says_what_fits(void **state)
{
    (void)state;
    static const struct {
        const char *type, *value;
        bool fits;
    } rows[] = {
        {"integer", "7", true},
        {"integer", "-3", true},
        {"integer", "7/2", false},
        {"integer", "$3", false},
        {"integer", "'seven'", false},
        {"fraction", "7/2", true},
        {"fraction", "4", true},
        {"mixed", "1/3", true},
        {"decimal", "7/2", true},
        {"decimal", "1/3", false},
        {"money", "$3.50", true},
        {"money", "3.5", true},
        {"money", "$1/3", false},
        {"percent", "15%", true},
        {"percent", "15", false},
        {"number", "15%", true},
        {"number", "$2", true},
        {"word", "'gym'", true},
        {"word", "3", false},
        {"number", "[1, 2]", false},
        {"equation", "3", false},
        {"integer", "true", false},
        {"scientific", "45000", true},
        {"scientific", "0", false},
        {"scientific", "1/3", false},
        {"repeating", "1/3", true},
        {"repeating", "'a'", false},
        {"surd", "sqrt(12)", true},
        {"surd", "3", true},
        {"surd", "2*pi", false},
        {"surd", "[1]", false},
        {"pi", "36*pi", true},
        {"pi", "36", false},
        {"pi", "pi + 1", false},
        {"pi", "sqrt(2)", false},
        {"real", "root(10, 3)", true},
        {"real", "3", true},
        {"real", "sqrt(2)", true},
        {"real", "'a'", false},
        {"ratio", "[3, 4]", true},
        {"ratio", "[3, 4, 5]", true},
        {"ratio", "[3, 0]", false},
        {"ratio", "[3]", false},
        {"ratio", "[3, -4]", false},
        {"ratio", "3/4", false},
        {"point", "[2, -3]", true},
        {"point", "[2, -3, 1]", true},
        {"point", "[2]", false},
        {"point", "2", false},
        {"set", "[1, 2]", true},
        {"set", "[]", true},
        {"set", "[[1, 2], [3, 4]]", true},
        {"set", "3", false},
        {"list", "[1, 2]", true},
        {"list", "3", false},
        {"interval", "interval('[2, 5)')", true},
        {"interval", "[2, 5]", false},
        {"clock", "clock(14, 5)", true},
        {"clock", "845", false},
        {"clock", "duration(1, 5)", false},
        {"duration", "duration(1, 5)", true},
        {"duration", "clock(1, 5)", false},
        {"date", "date(2026, 3, 9)", true},
        {"date", "5", false},
        {"quantity", "36", true},
        {"quantity", "'36'", false},
        {"words", "'a number line'", true},
        {"words", "3", false},
        {"integer", "none", true},
        {"set", "none", true},
        {"point", "all", true},
        {"surd", "undefined", true},
        {"interval", "none", true},
        {"equation", "none", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kin_value value = value_of(rows[i].value);
        bool fits = kin_answer_fits(kin_answer_type_named(rows[i].type), arena, &value);
        if (fits != rows[i].fits) {
            fail_msg("%s %s", rows[i].type, rows[i].value);
        }
    }
}

static void says_what_is_marked_the_same(void **state)
{
    (void)state;
    static const struct {
        const char *type, *a, *b;
        bool same;
    } rows[] = {
        {"fraction", "7/2", "14/4", true},
        {"decimal", "0.50", "1/2", true},
        {"integer", "3", "-3", false},
        {"word", "'Gym'", "'gym'", true},
        {"word", "'gym'", "'gum'", false},
        {"integer", "3", "7/2", false},
        {"money", "$4", "4", true},
        {"percent", "50%", "1/2", false},
        {"number", "50%", "1/2", true},
        {"scientific", "45000", "4.5*10^4", true},
        {"scientific", "45000", "4500", false},
        {"repeating", "1/3", "3/9", true},
        {"repeating", "1/3", "0.333", false},
        {"surd", "sqrt(12)", "2*sqrt(3)", true},
        {"surd", "sqrt(12)", "3*sqrt(2)", false},
        {"surd", "sqrt(9)", "3", true},
        {"pi", "36*pi", "(6*6)*pi", true},
        {"pi", "36*pi", "6*pi", false},
        {"real", "root(8, 3)", "2", true},
        {"real", "root(10, 3)", "2.154", false},
        {"ratio", "[3, 4]", "[6, 8]", true},
        {"ratio", "[3, 4]", "[4, 3]", false},
        {"ratio", "[1/2, 3]", "[1, 6]", true},
        {"ratio", "[3, 4, 5]", "[6, 8, 10]", true},
        {"ratio", "[3, 4, 5]", "[6, 8, 9]", false},
        {"ratio", "[3, 4]", "[3, 4, 5]", false},
        {"point", "[1/2, -3]", "[0.5, -3]", true},
        {"point", "[1, 2]", "[2, 1]", false},
        {"point", "[1, 2]", "[1, 2, 0]", false},
        {"set", "[1, 2]", "[2, 1]", true},
        {"set", "[1, 2, 2]", "[2, 1]", true},
        {"set", "[1, 2]", "[1, 3]", false},
        {"set", "[1, 2]", "[1]", false},
        {"set", "[1/2]", "[0.5]", true},
        {"set", "[[1, 2], [3, 4]]", "[[3, 4], [1, 2]]", true},
        {"set", "[[1, 2]]", "[[2, 1]]", false},
        {"set", "[]", "[]", true},
        {"list", "[1, 2]", "[1, 2]", true},
        {"list", "[1, 2]", "[2, 1]", false},
        {"interval", "interval('[2, 5)')", "interval('[2, 3] or (3, 5)')", true},
        {"interval", "interval('[2, 5)')", "interval('[2, 5]')", false},
        {"interval", "interval('[2, 5)')", "interval('[2, 4) or [4, 5)')", true},
        {"clock", "clock(14, 5)", "clock(13, 0) + 65", true},
        {"clock", "clock(14, 5)", "clock(2, 5)", false},
        {"duration", "duration(1, 30)", "duration(0, 90)", true},
        {"date", "date(2026, 3, 1)", "date(2026, 2, 28) + 1", true},
        {"date", "date(2026, 3, 9)", "date(2026, 9, 3)", false},
        {"words", "'Y-axis'", "'y axis'", true},
        {"words", "'It grows.'", "'it  grows'", true},
        {"words", "'it grows'", "'it shrinks'", false},
        {"words", "'a'", "'ab'", false},
        {"integer", "none", "none", true},
        {"integer", "none", "all", false},
        {"integer", "none", "0", false},
        {"set", "none", "[]", false},
        {"interval", "none", "interval('{}')", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kin_value a = value_of(rows[i].a), b = value_of(rows[i].b);
        if (kin_answer_same(kin_answer_type_named(rows[i].type), arena, &a, &b) != rows[i].same) {
            fail_msg("%s: %s and %s", rows[i].type, rows[i].a, rows[i].b);
        }
    }
}

static void accepts_other_forms(void **state)
{
    (void)state;
    static const struct {
        const char *type, *value, *accepted;
    } rows[] = {
        {"fraction", "7/2", "3 1/2; 3.5"},
        {"fraction", "1/3", ""},
        {"fraction", "-7/3", "−2 1/3"},
        {"fraction", "4", ""},
        {"mixed", "7/2", "7/2; 3.5"},
        {"decimal", "0.5", "1/2"},
        {"decimal", "3.25", "13/4; 3 1/4"},
        {"number", "7/2", "3 1/2; 3.5"},
        {"integer", "12", ""},
        {"money", "$4.50", ""},
        {"word", "'gym'", ""},
        {"scientific", "45000", "45,000"},
        {"scientific", "45*10^12", ""},
        {"repeating", "1/6", "1/6"},
        {"ratio", "[3, 4]", ""},
        {"quantity", "5/2", "2 1/2; 2.5"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kin_frame at = frame();
        const struct kin_answer_type *type = kin_answer_type_named(rows[i].type);
        struct kin_value value = value_of(rows[i].value);
        struct kin_answer *accepted;
        struct kin_buf found = kin_buf_in(arena);
        size_t count = kin_answer_accepted(type, &at, &value, type->format, &accepted);
        for (size_t j = 0; j < count; j++) {
            kin_buf_addf(&found, "%s%s", j ? "; " : "", accepted[j].text);
        }
        assert_string_equal(found.data ? found.data : "", rows[i].accepted);
    }
}

static void judges_equations_and_expressions(void **state)
{
    (void)state;
    static const struct {
        const char *type, *a, *b;
        bool same;
    } rows[] = {
        {"equation", "2x + 3 = 7", "7 = 2x + 3", true},
        {"equation", "2x + 3 = 7", "4x = 8", true},
        {"equation", "y = 2x + 1", "2x - y + 1 = 0", true},
        {"equation", "2x = 7", "2x = 8", false},
        {"equation", "x = 0", "0 = 0", false},
        {"expression", "2(x + 3)", "2x + 6", true},
        {"expression", "2(x + 3)", "2x + 3", false},
        {"expression", "x^2 - 1", "(x + 1)(x - 1)", true},
        {"expression", "sqrt(12) x", "2x sqrt(3)", true},
        {"equation", "3 + 4 = 7", "3 + 4 = 7", true},
        {"equation", "3 + 4 = 7", "5 + 2 = 7", false},
        {"equation", "x = 3", "x^2 = 9", false},
        {"inequality", "2x + 3 lt 7", "x lt 2", true},
        {"inequality", "x lt 2", "2 gt x", true},
        {"inequality", "-3x le 6", "x ge -2", true},
        {"inequality", "-3x le 6", "x le -2", false},
        {"inequality", "x lt 2", "x le 2", false},
        {"inequality", "2 lt x le 5", "x gt 2 and x le 5", true},
        {"inequality", "2 lt x le 5", "5 ge x gt 2", true},
        {"inequality", "x lt 1 or x gt 4", "x gt 4 or x lt 1", true},
        {"inequality", "x lt 1 or x gt 4", "1 gt x gt 4", false},
        {"inequality", "x lt 2", "y lt 2", false},
        {"inequality", "y gt 2x + 1", "2x - y lt -1", true},
        {"inequality", "y gt 2x + 1", "y ge 2x + 1", false},
        {"inequality", "y gt 2x + 1", "y lt 2x + 1", false},
        {"inequality", "y gt 2x + 1", "2y gt 4x + 2", true},
        {"function", "f(x) = 2x + 1", "y = 1 + 2x", true},
        {"function", "f(x) = 2x + 1", "f(x) = 2x - 1", false},
        {"system", "x + y = 5, x - y = 1", "x - y = 1 and x + y = 5", true},
        {"system", "x + y = 5, x - y = 1", "2x + 2y = 10, y = x - 1", true},
        {"system", "x + y = 5, x - y = 1", "x + y = 5, x - y = 2", false},
        {"system", "x + y = 5, x - y = 1", "x + y = 5", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kin_frame at = frame();
        bool same = !rows[i].same;
        assert_true(kin_answer_same_formula(kin_answer_type_named(rows[i].type), &at, formula_of(rows[i].a),
                                            formula_of(rows[i].b), &same));
        if (same != rows[i].same) {
            fail_msg("%s and %s", rows[i].a, rows[i].b);
        }
    }
}

static void says_what_is_near(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b, *tolerance;
        bool near;
    } rows[] = {
        {"2.5", "2.55", "0.05", true},   {"2.5", "2.45", "0.05", true},     {"2.5", "2.56", "0.05", false},
        {"2.5", "2.5", "0", false},      {"sqrt(2)", "1.41", "0.01", true}, {"sqrt(2)", "1.4", "0.01", false},
        {"pi", "22/7", "0.01", true},    {"'a'", "'a'", "1", false},        {"[1]", "[1]", "1", false},
        {"-1/3", "-0.33", "0.01", true}, {"1/3", "-1/3", "0.5", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kin_value a = value_of(rows[i].a), b = value_of(rows[i].b), width = value_of(rows[i].tolerance);
        if (kin_answer_near(arena, &a, &b, width.as.number) != rows[i].near) {
            fail_msg("%s and %s by %s", rows[i].a, rows[i].b, rows[i].tolerance);
        }
    }
}

static void compares_quantities(void **state)
{
    (void)state;
    static const struct {
        const char *number, *unit, *formula;
        bool same;
    } rows[] = {
        {"36", "in", "3 \"ft\"", true},   {"36", "in", "36 \"in\"", true},
        {"36", "in", "1 \"yard\"", true}, {"36", "in", "36 \"ft\"", false},
        {"36", "in", "36", false},        {"2", "L", "2000 \"cm\"^3", true},
        {"90", "min", "1.5 \"h\"", true}, {"90", "min", "1.5 \"hours\"", true},
        {"1", "gal", "4 \"qt\"", true},   {"1", "gal", "4 \"pt\"", false},
        {"1", "lb", "16 \"oz\"", true},   {"0", "lb", "0 \"oz\"", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kin_frame at = frame();
        struct kin_value number = value_of(rows[i].number), quantity;
        const struct kin_unit *unit = kin_unit_named(rows[i].unit, strlen(rows[i].unit));
        assert_non_null(unit);
        assert_true(kin_formula_value(formula_of(rows[i].formula), &at, &quantity));
        if (kin_quantity_equal(arena, &number, unit, &quantity) != rows[i].same) {
            fail_msg("%s %s and %s", rows[i].number, rows[i].unit, rows[i].formula);
        }
    }
    assert_null(kin_unit_named("apples", 6));
}

static void tells_kinds_and_digits(void **state)
{
    (void)state;
    static const struct {
        const char *value, *kind;
        int digits;
    } rows[] = {{"120", "integer", 3},    {"-7", "integer", 1},  {"7/2", "terminating", 2}, {"3.25", "terminating", 3},
                {"1/12", "repeating", 3}, {"$4.50", "money", 3}, {"15%", "percent", 0},     {"'gym'", "word", 0},
                {"[3, 400]", "list", 3},  {"true", "truth", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kin_value value = value_of(rows[i].value);
        assert_string_equal(kin_answer_kind(arena, &value), rows[i].kind);
        if (value.look != KIN_PERCENT && kin_answer_digits(arena, &value) != rows[i].digits) {
            fail_msg("%s has %d digits", rows[i].value, kin_answer_digits(arena, &value));
        }
    }
}

static void describes_every_type(void **state)
{
    (void)state;
    size_t count;
    const struct kin_answer_type *const *types = kin_answer_types(&count);
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(kin_answer_type_named(types[i]->name), types[i]);
        assert_true(types[i]->doc && types[i]->needs && kin_format_known(types[i]->format));
        assert_true(types[i]->formula ? types[i]->same_formula != NULL : types[i]->same != NULL);
    }
    assert_null(kin_answer_type_named("interger"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(says_what_fits, start, finish),
        cmocka_unit_test_setup_teardown(says_what_is_marked_the_same, start, finish),
        cmocka_unit_test_setup_teardown(accepts_other_forms, start, finish),
        cmocka_unit_test_setup_teardown(judges_equations_and_expressions, start, finish),
        cmocka_unit_test_setup_teardown(says_what_is_near, start, finish),
        cmocka_unit_test_setup_teardown(compares_quantities, start, finish),
        cmocka_unit_test_setup_teardown(tells_kinds_and_digits, start, finish),
        cmocka_unit_test_setup_teardown(describes_every_type, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
