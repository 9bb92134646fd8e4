/* Answer types: what fits, what is the same, what else is accepted. */
#include "content/answer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static kin_arena *arena;

static int start(void **state)
{
    (void)state;
    arena = kin_arena_new();
    return 0;
}

static int finish(void **state)
{
    (void)state;
    kin_arena_free(arena);
    return 0;
}

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
        {"integer", "7", true},     {"integer", "-3", true},       {"integer", "7/2", false},
        {"integer", "$3", false},   {"integer", "'seven'", false}, {"fraction", "7/2", true},
        {"fraction", "4", true},    {"mixed", "1/3", true},        {"decimal", "7/2", true},
        {"decimal", "1/3", false},  {"money", "$3.50", true},      {"money", "3.5", true},
        {"money", "$1/3", false},   {"percent", "15%", true},      {"percent", "15", false},
        {"number", "15%", true},    {"number", "$2", true},        {"word", "'gym'", true},
        {"word", "3", false},       {"number", "[1, 2]", false},   {"equation", "3", false},
        {"integer", "true", false},
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
        {"fraction", "7/2", "14/4", true}, {"decimal", "0.50", "1/2", true},  {"integer", "3", "-3", false},
        {"word", "'Gym'", "'gym'", true},  {"word", "'gym'", "'gum'", false}, {"integer", "3", "7/2", false},
        {"money", "$4", "4", true},        {"percent", "50%", "1/2", false},  {"number", "50%", "1/2", true},
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
        assert_true(types[i]->formula || types[i]->same);
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
        cmocka_unit_test_setup_teardown(tells_kinds_and_digits, start, finish),
        cmocka_unit_test_setup_teardown(describes_every_type, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
