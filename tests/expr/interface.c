/* Names and slots, parts of texts, what an expression uses, and evaluating one expression many times. */
#include "expr/expr.h"

#include "base/limits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { SLOTS = 16 };

struct world {
    kin_arena *arena;
    struct kin_diags diags;
    struct kin_reading reading;
    struct kin_frame frame;
};

static int set_up(void **state)
{
    kin_arena *arena = kin_arena_new();
    struct world *world = KIN_NEW(arena, struct world);
    world->arena = arena;
    world->diags = kin_diags_in(arena);
    world->reading = (struct kin_reading){arena, &world->diags, kin_scope_new(arena, NULL)};
    world->frame = (struct kin_frame){.arena = arena, .slots = KIN_NEW_N(arena, struct kin_value, SLOTS)};
    *state = world;
    return 0;
}

static int tear_down(void **state)
{
    struct world *world = *state;
    kin_arena_free(world->arena);
    return 0;
}

static struct kin_expr *parse(struct world *world, const char *program)
{
    struct kin_expr *expr = kin_expr_parse(&world->reading, kin_text_plain(program), kin_type_any);
    assert_non_null(expr);
    return expr;
}

static void test_scopes_share_slots(void **state)
{
    struct world *world = *state;
    struct kin_scope *outer = world->reading.scope;
    int a = kin_scope_add(outer, "a", kin_type_number);
    struct kin_scope *left = kin_scope_new(world->arena, outer), *right = kin_scope_new(world->arena, outer);
    int v = kin_scope_add(left, "v", kin_type_word), w = kin_scope_add(right, "v", kin_type_truth);
    assert_int_equal(kin_scope_add(left, "a", kin_type_number), -1);
    assert_true(a >= 0 && v >= 0 && w >= 0 && a != v && v != w && a != w);
    assert_int_equal(kin_scope_slots(left), 3);
    struct kin_type type;
    assert_int_equal(kin_scope_find(right, "v", &type), w);
    assert_int_equal(type.kind, KIN_TRUTH);
    assert_int_equal(kin_scope_find(outer, "v", NULL), -1);
    assert_string_equal(kin_scope_name(left, a), "a");
    assert_null(kin_scope_name(left, w));
    kin_scope_set_type(left, a, kin_type_poly);
    kin_scope_find(outer, "a", &type);
    assert_int_equal(type.kind, KIN_POLY);
    const char **names;
    assert_int_equal(kin_scope_names(left, world->arena, &names), 2);
    assert_string_equal(names[0], "v");
}

static void test_usable_names(void **state)
{
    (void)state;
    assert_true(kin_name_usable("x") && kin_name_usable("side_2") && kin_name_usable("first"));
    assert_false(kin_name_usable("") || kin_name_usable("2x") || kin_name_usable("in") || kin_name_usable("a-b") ||
                 kin_name_usable("a.b") || kin_name_usable("é"));
}

static void test_uses(void **state)
{
    struct world *world = *state;
    int a = kin_scope_add(world->reading.scope, "a", kin_type_number);
    int b = kin_scope_add(world->reading.scope, "b", kin_type_number);
    int d = kin_scope_add(world->reading.scope, "d", kin_type_numbers);
    struct kin_expr *expr = parse(world, "  [a*v for v in d if v gt 2] ");
    assert_true(kin_expr_uses(expr, a) && kin_expr_uses(expr, d));
    assert_false(kin_expr_uses(expr, b));
    for (int slot = d + 1; slot < SLOTS; slot++) {
        assert_false(kin_expr_uses(expr, slot));
    }
    assert_int_equal(kin_expr_type(expr).kind, KIN_LIST);
    assert_string_equal(kin_expr_source(expr), "[a*v for v in d if v gt 2]");
}

static void test_constants(void **state)
{
    struct world *world = *state;
    struct kin_value value;
    kin_scope_add(world->reading.scope, "a", kin_type_number);
    assert_true(kin_expr_constant(parse(world, "[v^2 for v in 1..3]"), world->arena, &value));
    assert_string_equal(kin_value_text(world->arena, &value), "[1, 4, 9]");
    assert_false(kin_expr_constant(parse(world, "a - a"), world->arena, &value));
    assert_false(kin_expr_constant(parse(world, "1/0"), world->arena, &value));
}

static void test_one_tree_many_values(void **state)
{
    struct world *world = *state;
    int a = kin_scope_add(world->reading.scope, "a", kin_type_number);
    struct kin_expr *sum = parse(world, "sum([v*a for v in 1..100])"), *test = parse(world, "12/a gt 3");
    for (int64_t i = -5; i <= 5; i++) {
        struct kin_value value;
        world->frame.slots[a] = kin_value_int(i);
        assert_true(kin_expr_eval(sum, &world->frame, &value));
        assert_true(kin_rat_equal(value.as.number, kin_rat_int(5050 * i)));
        assert_int_equal(kin_expr_holds(test, &world->frame), i > 0 && i < 4);
    }
}

/* The steps of one evaluation do not count for the next. */
static void test_steps_start_again(void **state)
{
    struct world *world = *state;
    int d = kin_scope_add(world->reading.scope, "d", kin_type_numbers);
    struct kin_expr *expr = parse(world, "count(v in d: v gt 0)");
    struct kin_value value;
    world->frame.slots[d] = kin_value_list(world->arena, KIN_NEW_N(world->arena, struct kin_value, 0), 0);
    assert_true(kin_expr_eval(parse(world, "1..9000"), &world->frame, &world->frame.slots[d]));
    for (int i = 0; i < 20; i++) {
        assert_true(kin_expr_eval(expr, &world->frame, &value));
        assert_true(world->frame.steps <= KIN_LIMIT_EXPR_STEPS);
    }
}

/* A part of an attribute with an entity: the place is counted in the file's bytes. */
static void test_part_of_a_text(void **state)
{
    struct world *world = *state;
    struct kin_source source = {
        .path = "bank.xml", .bytes = "value=\"1 &lt; 2, pear\"", .length = 21, .quotable = true};
    struct kin_text text = {"1 < 2, pear", 11, {&source, 7, 20}};
    struct kin_expr *expr = kin_expr_parse_part(&world->reading, &text, 0, 5, kin_type_truth);
    assert_non_null(expr);
    assert_int_equal(kin_expr_span(expr).end, 15);
    assert_null(kin_expr_parse_part(&world->reading, &text, 6, 11, kin_type_any));
    assert_int_equal(world->diags.count, 1);
    assert_int_equal(world->diags.items[0].id, KIN_E210);
    assert_int_equal(kin_place_of(world->diags.items[0].span).column, 18);
}

static void test_without_names(void **state)
{
    struct world *world = *state;
    struct kin_value value;
    world->reading.scope = NULL;
    assert_true(kin_expr_constant(parse(world, "all(v in 1..9: v lt 10)"), world->arena, &value));
    assert_true(value.as.truth);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_scopes_share_slots, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_usable_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_uses, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_constants, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_one_tree_many_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_steps_start_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_part_of_a_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_without_names, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
