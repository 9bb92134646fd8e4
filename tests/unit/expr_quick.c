/* Quick evaluation gives what thorough evaluation gives: the same text with names (evaluated quickly) and with their
 * values written out (a constant, which the parser calculates thoroughly). */
#include "unit.h"

#include "expr/expr.h"

#include "base/buf.h"

#include <ctype.h>
#include <string.h>

static const char *const programs[] = {
    "a + b*c",
    "a - b - c",
    "(a - b)/(c - a)",
    "-(a*b) + c",
    "a^2 - b^c",
    "a lt b and b le c",
    "a lt b le c",
    "a eq b or not (b ne c)",
    "a ge 0 and b gt 0 or c lt 0",
    "a in {b, c, 1/2, 2}",
    "a not in {1, 2, 3}",
    "a in {b/c, 1}",
    "if(a lt b, a/c, b - c)",
    "(a lt b) eq (b lt c)",
    "abs(a - b) + sign(c)",
    "min(a, b, c) + max(a, b)",
    "band(a, b, c)",
    "distinct(a, b, c, a/b)",
    "is_integer(a/b) and is_integer(c)",
    "numerator(a/b) - denominator(c)",
    "gcd(a, b) + lcm(b, c)",
    "mod(a, b) - quotient(a, c)",
    "number(a) + b",
    "abs(a) not in {abs(b), abs(c), abs(a - c)}",
    "[a + b, c*2, if(a lt b, 1, 0)]",
    "all(v in [a, b, c]: v/a lt 9 or v eq b)",
};

static const char *const values[] = {"0",
                                     "1",
                                     "2",
                                     "(-3)",
                                     "7",
                                     "1/2",
                                     "0.50",
                                     "2.5",
                                     "(-5/3)",
                                     "3037000500",
                                     "4611686018427387904",
                                     "9223372036854775807",
                                     "(-9223372036854775807 - 1)",
                                     "9223372036854775807/2",
                                     "9223372036854775808"};

enum { PROGRAMS = sizeof programs / sizeof *programs, VALUES = sizeof values / sizeof *values, NAMES = 3 };

struct bench {
    kin_arena *arena;
    struct kin_scope *scope;
    struct kin_value slots[NAMES];
    const char *written[NAMES];
};

/* `scope`: NULL for a text without names. */
static struct kin_expr *parse(struct bench *bench, struct kin_scope *scope, const char *text)
{
    struct kin_diags diags = kin_diags_in(bench->arena);
    const struct kin_reading reading = {bench->arena, &diags, scope};
    struct kin_expr *expr = kin_expr_parse(&reading, kin_text_plain(text), kin_type_any);
    if (!expr) {
        fail_msg("%s", text);
    }
    return expr;
}

static bool is_name(const char *at, const char *begin)
{
    bool after_letter = at > begin && (isalnum((unsigned char)at[-1]) || at[-1] == '_');
    return *at >= 'a' && *at <= 'c' && !after_letter && !isalnum((unsigned char)at[1]) && at[1] != '_';
}

static const char *written_out(const struct bench *bench, const char *program)
{
    struct kin_buf text = kin_buf_in(bench->arena);
    for (const char *at = program; *at; at++) {
        if (is_name(at, program)) {
            kin_buf_addf(&text, "(%s)", bench->written[*at - 'a']);
        } else {
            kin_buf_add_char(&text, *at);
        }
    }
    return text.data;
}

/* The value with its look and places, or the fault. */
static const char *outcome(struct bench *bench, const struct kin_expr *expr)
{
    struct kin_value slots[16] = {{0}}, value;
    memcpy(slots, bench->slots, sizeof bench->slots);
    struct kin_frame frame = {.arena = bench->arena, .slots = slots};
    if (!kin_expr_eval(expr, &frame, &value)) {
        assert_false(kin_expr_holds(expr, &frame));
        return kin_format(bench->arena, "fault %d", (int)frame.fault.id);
    }
    bool truth = value.kind == KIN_TRUTH && value.as.truth;
    assert_int_equal(kin_expr_holds(expr, &frame), truth);
    return kin_format(bench->arena, "%s, kind %d, look %d, places %d", kin_value_text(bench->arena, &value), value.kind,
                      value.look, value.places);
}

static void compare(struct bench *bench, struct kin_expr *const *exprs)
{
    for (size_t i = 0; i < PROGRAMS; i++) {
        const char *text = written_out(bench, programs[i]);
        const char *quick = outcome(bench, exprs[i]), *thorough = outcome(bench, parse(bench, NULL, text));
        if (strcmp(quick, thorough) != 0) {
            fail_msg("%s: %s, but with names: %s", text, thorough, quick);
        }
    }
}

static void set(struct bench *bench, size_t name, size_t value)
{
    struct kin_frame frame = {.arena = bench->arena, .slots = (struct kin_value[16]){{0}}};
    bench->written[name] = values[value];
    assert_true(kin_expr_eval(parse(bench, NULL, values[value]), &frame, &bench->slots[name]));
}

static void quick_is_thorough(void **state)
{
    struct bench bench = {.arena = *state, .scope = kin_scope_new(*state, NULL)};
    struct kin_expr *exprs[PROGRAMS];
    for (const char *const *name = (const char *const[]){"a", "b", "c", NULL}; *name; name++) {
        assert_true(kin_scope_add(bench.scope, *name, kin_type_number) >= 0);
    }
    for (size_t i = 0; i < PROGRAMS; i++) {
        exprs[i] = parse(&bench, bench.scope, programs[i]);
    }
    for (size_t n = 0; n < VALUES * VALUES * VALUES; n++) {
        struct kin_mark mark = kin_arena_mark(bench.arena);
        set(&bench, 0, n % VALUES);
        set(&bench, 1, n / VALUES % VALUES);
        set(&bench, 2, n / VALUES / VALUES);
        compare(&bench, exprs);
        kin_arena_rewind(bench.arena, mark);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {ARENA_TEST(quick_is_thorough)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
