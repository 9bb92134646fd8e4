/* Maths trees, content nodes and items apart from formulas: the text views, the walker, counts and names. */
#include "content/formula.h"
#include "content/item.h"
#include "unit.h"

#include <string.h>

static const struct kin_maths *leaf(kin_arena *arena, enum kin_maths_kind kind, const char *text)
{
    return kin_maths_new(arena, kind, text, NULL, 0);
}

static const struct kin_maths *number(kin_arena *arena, const char *digits)
{
    return leaf(arena, KIN_MATHS_NUMBER, digits);
}

static const struct kin_maths *letter(kin_arena *arena, const char *text)
{
    return leaf(arena, KIN_MATHS_LETTER, text);
}

static const struct kin_maths *pair(kin_arena *arena, enum kin_maths_kind kind, const struct kin_maths *a,
                                    const struct kin_maths *b)
{
    const struct kin_maths *kids[] = {a, b};
    return kin_maths_new(arena, kind, NULL, kids, 2);
}

static void fractions_as_text(void **state)
{
    kin_arena *arena = *state;
    const struct kin_maths *half = pair(arena, KIN_MATHS_FRACTION, number(arena, "1"), number(arena, "2"));
    assert_string_equal(kin_maths_text(arena, half), "1/2");
    const struct kin_maths *term = pair(arena, KIN_MATHS_ROW, half, letter(arena, "x"));
    assert_string_equal(kin_maths_text(arena, term), "(1/2)x");
    const struct kin_maths *over = pair(arena, KIN_MATHS_FRACTION, half, term);
    assert_string_equal(kin_maths_text(arena, over), "(1/2)/((1/2)x)");
    const struct kin_maths *mixed = pair(arena, KIN_MATHS_MIXED, number(arena, "3"), half);
    assert_string_equal(kin_maths_text(arena, mixed), "3 1/2");
    const struct kin_maths *percent = pair(arena, KIN_MATHS_ROW, mixed, leaf(arena, KIN_MATHS_SYMBOL, "%"));
    assert_string_equal(kin_maths_text(arena, percent), "3 1/2%");
    const struct kin_maths *twice = pair(arena, KIN_MATHS_ROW, number(arena, "2"), mixed);
    assert_string_equal(kin_maths_text(arena, twice), "2(3 1/2)");
}

static void roots_and_powers_as_text(void **state)
{
    kin_arena *arena = *state;
    const struct kin_maths *root = pair(arena, KIN_MATHS_ROOT, number(arena, "5"), NULL);
    assert_string_equal(kin_maths_text(arena, root), "√5");
    assert_string_equal(kin_maths_text(arena, pair(arena, KIN_MATHS_ROW, root, letter(arena, "x"))), "√5 x");
    const struct kin_maths *fourth = pair(arena, KIN_MATHS_ROOT, letter(arena, "x"), number(arena, "4"));
    assert_string_equal(kin_maths_text(arena, fourth), "∜x");
    const struct kin_maths *nth = pair(arena, KIN_MATHS_ROOT, letter(arena, "x"), letter(arena, "n"));
    assert_string_equal(kin_maths_text(arena, nth), "root(n, x)");
    const struct kin_maths *kids[] = {letter(arena, "x"), letter(arena, "n"), number(arena, "1")};
    const struct kin_maths *both = kin_maths_new(arena, KIN_MATHS_SCRIPTS, NULL, kids, 3);
    assert_string_equal(kin_maths_text(arena, both), "x_1^n");
    assert_string_equal(kin_maths_text(arena, pair(arena, KIN_MATHS_ROW, both, letter(arena, "y"))), "x_1^n y");
}

static void other_maths_as_text(void **state)
{
    kin_arena *arena = *state;
    const struct kin_maths *bar =
        kin_maths_new(arena, KIN_MATHS_BAR, NULL, (const struct kin_maths *[]){number(arena, "36")}, 1);
    assert_string_equal(kin_maths_text(arena, bar), "3\xCC\x85"
                                                    "6\xCC\x85");
    assert_string_equal(kin_maths_text(arena, leaf(arena, KIN_MATHS_BLANK, "a")), "____");
    const struct kin_maths *kids[] = {leaf(arena, KIN_MATHS_SIGN, "−"), number(arena, "3"),
                                      leaf(arena, KIN_MATHS_OPERATOR, "−"), number(arena, "4"),
                                      leaf(arena, KIN_MATHS_RELATION, "=")};
    const struct kin_maths *row = kin_maths_new(arena, KIN_MATHS_ROW, NULL, kids, 5);
    assert_string_equal(kin_maths_text(arena, kin_maths_fence(arena, "[", ")", row)), "[−3 − 4 =)");
    assert_string_equal(kin_maths_text(arena, kin_maths_new(arena, KIN_MATHS_ROW, NULL, NULL, 0)), "");
}

static void equal_trees(void **state)
{
    kin_arena *arena = *state;
    const struct kin_maths *a = pair(arena, KIN_MATHS_ROOT, number(arena, "5"), NULL);
    const struct kin_maths *same = pair(arena, KIN_MATHS_ROOT, number(arena, "5"), NULL);
    const struct kin_maths *index = pair(arena, KIN_MATHS_ROOT, number(arena, "5"), number(arena, "3"));
    assert_true(kin_maths_equal(a, same));
    assert_false(kin_maths_equal(a, index));
    assert_false(kin_maths_equal(kin_maths_fence(arena, "(", ")", a), kin_maths_fence(arena, "[", ")", a)));
    assert_false(kin_maths_equal(number(arena, "5"), letter(arena, "5")));
}

static const struct kin_maths *equation(kin_arena *arena, const char *left, const char *right)
{
    const struct kin_maths *kids[] = {letter(arena, left), leaf(arena, KIN_MATHS_RELATION, "="), number(arena, right)};
    return kin_maths_new(arena, KIN_MATHS_ROW, NULL, kids, 3);
}

static void rows_under_one_another(void **state)
{
    kin_arena *arena = *state;
    const struct kin_maths *rows[] = {equation(arena, "x", "3"), equation(arena, "y", "4"), letter(arena, "z")};
    const struct kin_maths *system = kin_maths_arrange(arena, KIN_SYSTEM, rows, 3);
    assert_int_equal(system->kind, KIN_MATHS_GRID);
    assert_string_equal(system->open, "{");
    assert_int_equal(system->kids[0]->count, 2);
    assert_int_equal(system->kids[0]->kids[1]->kids[0]->kind, KIN_MATHS_RELATION);
    assert_string_equal(kin_maths_text(arena, system), "{x = 3; y = 4; z");
    assert_string_equal(kin_maths_text(arena, kin_maths_arrange(arena, KIN_CHAIN, rows, 2)), "x = 3; y = 4");
    assert_int_equal(kin_maths_arrange(arena, KIN_CHAIN, rows, 0)->count, 0);
}

static struct kin_node *with_kid(kin_arena *arena, enum kin_node_kind kind, struct kin_node *kid)
{
    struct kin_node *node = kin_node_new(arena, kind);
    kin_nodes_add(arena, &node->kids, kid);
    return node;
}

/* "Solve x = 3." and a table of one row with two cells. */
static struct kin_nodes sample(kin_arena *arena)
{
    struct kin_node *paragraph = with_kid(arena, KIN_NODE_PARAGRAPH, kin_node_text(arena, "Solve ", KIN_UPRIGHT));
    kin_nodes_add(arena, &paragraph->kids, kin_node_maths(arena, equation(arena, "x", "3")));
    kin_nodes_add(arena, &paragraph->kids, kin_node_text(arena, ".", KIN_UPRIGHT));
    struct kin_node *cell = with_kid(arena, KIN_NODE_CELL, kin_node_text(arena, "a b", KIN_UPRIGHT));
    struct kin_node *row = with_kid(arena, KIN_NODE_ROW, cell);
    kin_nodes_add(arena, &row->kids, with_kid(arena, KIN_NODE_CELL, kin_node_new(arena, KIN_NODE_BLANK)));
    struct kin_nodes nodes = {0};
    kin_nodes_add(arena, &nodes, paragraph);
    kin_nodes_add(arena, &nodes, with_kid(arena, KIN_NODE_TABLE, row));
    return nodes;
}

static void content_as_text(void **state)
{
    kin_arena *arena = *state;
    struct kin_nodes nodes = sample(arena);
    assert_string_equal(kin_nodes_text(arena, &nodes), "Solve x = 3.\na b | ____");
    assert_int_equal(kin_nodes_words(&nodes), 4);
    struct kin_node *list = with_kid(arena, KIN_NODE_LIST, with_kid(arena, KIN_NODE_ITEM, nodes.items[0]));
    kin_nodes_add(arena, &list->kids, with_kid(arena, KIN_NODE_ITEM, kin_node_text(arena, "two", KIN_BOLD)));
    struct kin_nodes outer = {0};
    kin_nodes_add(arena, &outer, list);
    assert_string_equal(kin_nodes_text(arena, &outer), "- Solve x = 3.\n- two");
    list->numbered = true;
    assert_string_equal(kin_nodes_text(arena, &outer), "1. Solve x = 3.\n2. two");
}

static void a_word_across_runs(void **state)
{
    kin_arena *arena = *state;
    struct kin_nodes nodes = {0};
    kin_nodes_add(arena, &nodes, kin_node_text(arena, "an un", KIN_UPRIGHT));
    kin_nodes_add(arena, &nodes, kin_node_text(arena, "fair coin", KIN_BOLD));
    assert_int_equal(kin_nodes_words(&nodes), 3);
}

static bool until_maths(const struct kin_node *node, void *data)
{
    ++*(size_t *)data;
    return node->kind != KIN_NODE_MATHS;
}

static void a_walk_can_stop(void **state)
{
    kin_arena *arena = *state;
    struct kin_nodes nodes = sample(arena);
    size_t seen = 0;
    assert_false(kin_nodes_walk(&nodes, until_maths, &seen));
    assert_int_equal(seen, 3);
}

static void names_of_kinds(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIN_NODE_KIND_COUNT; kind++) {
        assert_int_equal(kin_node_kind_named(kin_node_kind_name((enum kin_node_kind)kind)), kind);
    }
    for (int kind = 0; kind < KIN_RESPONSE_KIND_COUNT; kind++) {
        assert_int_equal(kin_response_kind_named(kin_response_kind_name((enum kin_response_kind)kind)), kind);
    }
    assert_int_equal(kin_node_kind_named("paragraf"), -1);
    assert_int_equal(kin_response_kind_named(""), -1);
}

static void points_add_up(void **state)
{
    kin_arena *arena = *state;
    struct kin_response responses[] = {{.points = {1, 2, NULL}}, {.points = {3, 1, NULL}}};
    struct kin_part parts[] = {{.responses = responses, .response_count = 2},
                               {.responses = responses, .response_count = 1}};
    struct kin_item item = {.parts = parts, .part_count = 2};
    assert_string_equal(kin_rat_text(arena, kin_part_points(arena, &parts[0])), "7/2");
    assert_string_equal(kin_rat_text(arena, kin_item_points(arena, &item)), "4");
}

static void values_alone(void **state)
{
    kin_arena *arena = *state;
    struct kin_frame frame = {.arena = arena};
    struct kin_value value = kin_value_number(kin_rat_ratio(arena, -7, 4));
    assert_string_equal(kin_maths_text(arena, kin_maths_of_value(&frame, &value, "mixed")), "−1 3/4");
    assert_string_equal(kin_maths_text(arena, kin_maths_of_value(&frame, &value, "places 1")), "−1.8");
    assert_string_equal(kin_maths_text(arena, kin_maths_of_value(&frame, &value, "")), "−7/4");
    assert_null(kin_maths_of_value(&frame, &value, "ordinal"));
    assert_int_equal(frame.fault.id, KIN_E293);
    assert_null(kin_maths_of_value(&frame, &value, "no such format"));
    assert_true(kin_format_known("places 12") && kin_format_known("") && kin_format_known("power 10"));
    assert_false(kin_format_known("places") || kin_format_known("places 13") || kin_format_known("place 2"));
}

struct bank {
    struct kin_diags diags;
    struct kin_reading reading;
    struct kin_frame frame;
    struct kin_value slots[2];
};

/* Names p = -4 (slot 0) and w = "gym" (slot 1). */
static struct kin_formula *formula_in(struct bank *bank, kin_arena *arena, const char *text)
{
    *bank = (struct bank){.diags = kin_diags_in(arena)};
    bank->reading = (struct kin_reading){arena, &bank->diags, kin_scope_new(arena, NULL)};
    bank->slots[0] = kin_value_int(-4);
    bank->slots[1] = kin_value_word(arena, "gym", NULL);
    kin_scope_add(bank->reading.scope, "p", kin_value_type(&bank->slots[0]));
    kin_scope_add(bank->reading.scope, "w", kin_value_type(&bank->slots[1]));
    bank->frame = (struct kin_frame){.arena = arena, .slots = bank->slots};
    struct kin_formula *formula = kin_formula_parse(&bank->reading, kin_text_plain(text));
    assert_non_null(formula);
    return formula;
}

static void holes_of_a_formula(void **state)
{
    kin_arena *arena = *state;
    struct bank bank;
    struct kin_formula *formula = formula_in(&bank, arena, "{p}x + {p + 4} {w} = {-p}");
    struct kin_buf signs = kin_buf_in(arena);
    assert_true(kin_formula_signs(formula, &bank.frame, &signs));
    assert_string_equal(signs.data, "-0w+");
    assert_true(kin_formula_uses(formula, 0) && kin_formula_uses(formula, 1));
    assert_false(kin_formula_uses(formula_in(&bank, arena, "{p}x"), 1));
}

static void sides_and_values(void **state)
{
    kin_arena *arena = *state;
    struct bank bank;
    const struct kin_poly *left, *right;
    struct kin_value value;
    struct kin_formula *equation_read = formula_in(&bank, arena, "2(x + {p}) = 3/2");
    assert_true(kin_formula_sides(equation_read, &bank.frame, &left, &right));
    struct kin_value sides[] = {kin_value_poly(left), kin_value_poly(right)};
    assert_string_equal(kin_value_text(arena, &sides[0]), "2x - 8");
    assert_string_equal(kin_value_text(arena, &sides[1]), "3/2");
    assert_false(kin_formula_value(equation_read, &bank.frame, &value));
    assert_int_equal(bank.frame.fault.id, KIN_E295);
    assert_false(kin_formula_sides(formula_in(&bank, arena, "x lt 3"), &bank.frame, &left, &right));
    assert_false(kin_formula_sides(formula_in(&bank, arena, "x = 3 = y"), &bank.frame, &left, &right));
    assert_true(kin_formula_value(formula_in(&bank, arena, "1 1/2 * {p}"), &bank.frame, &value));
    assert_string_equal(kin_value_text(arena, &value), "-6");
}

/* Lines of a solution: each that begins with "=" goes on from the one before. */
static void lines_go_on(void **state)
{
    kin_arena *arena = *state;
    struct bank bank;
    struct kin_value last = {.kind = KIN_NOTHING};
    formula_in(&bank, arena, "1");
    static const struct {
        const char *text;
        enum kin_verdict verdict;
    } lines[] = {{"3 + 4 * 2", KIN_VERDICT_OPEN},
                 {"= 3 + 8", KIN_VERDICT_TRUE},
                 {"= 11", KIN_VERDICT_TRUE},
                 {"= 12", KIN_VERDICT_FALSE}};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct kin_formula *line = kin_formula_parse(&bank.reading, kin_text_plain(lines[i].text));
        assert_int_equal(kin_formula_verdict_next(line, &bank.frame, NULL, 0, &last), lines[i].verdict);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(fractions_as_text),      ARENA_TEST(roots_and_powers_as_text),
        ARENA_TEST(other_maths_as_text),    ARENA_TEST(equal_trees),
        ARENA_TEST(rows_under_one_another), ARENA_TEST(content_as_text),
        ARENA_TEST(a_word_across_runs),     ARENA_TEST(a_walk_can_stop),
        ARENA_TEST(names_of_kinds),         ARENA_TEST(points_add_up),
        ARENA_TEST(values_alone),           ARENA_TEST(holes_of_a_formula),
        ARENA_TEST(sides_and_values),       ARENA_TEST(lines_go_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
