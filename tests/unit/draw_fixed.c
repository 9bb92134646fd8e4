/* The department's own numbers: LANGUAGE rule 18. */
#include "resolve_fixture.h"

#include "draw/draw.h"

#define SUMS(extra)                                                                                                    \
    "<parameters><pick name=\"kind\" of=\"plus, minus\"/><pick name=\"a\" from=\"2..60\"/><pick name=\"b\" "           \
    "from=\"2..60\"/>"                                                                                                 \
    "<let name=\"r\" value=\"if(kind eq 'plus', a + b, a - b)\"/><where test=\"a gt b\"/></parameters>"                \
    "<features off=\"digits\"/><stem><p>{a} and {b}</p></stem>"                                                        \
    "<value type=\"integer\" key=\"r\"><check test=\"if(kind eq 'plus', key - b, key + b) eq a\"/>"                    \
    "<wrong key=\"a * b\"/></value>"                                                                                   \
    "<solution><step><m>{answer}</m></step></solution>" extra

#define FIXED(sets) SUMS("<fixed form=\"A\">" sets "</fixed>")
#define SET(name, value) "<set name=\"" name "\">" value "</set>"

/* b is drawn for sums only. */
#define OPTIONAL(sets)                                                                                                 \
    "<parameters><pick name=\"kind\" of=\"plus, double\"/><pick name=\"a\" from=\"2..60\"/>"                           \
    "<pick name=\"b\" from=\"2..60\" when=\"kind eq 'plus'\"/><let name=\"r\" value=\"a + if(kind eq 'plus', b, "      \
    "a)\"/>"                                                                                                           \
    "</parameters><stem><p>{a} makes {r}</p></stem><value type=\"integer\" key=\"r\"><check test=\"key gt "            \
    "a\"/></value>"                                                                                                    \
    "<solution><step><m>{answer}</m></step></solution><fixed form=\"A\">" sets "</fixed>"

static struct kin_draw *try_open(struct fixture *fixture, uint64_t seed)
{
    struct kin_draw_options options = {.seed = {.number = seed}};
    return kin_draw_open(fixture->arena, &fixture->diags, fixture->template, &options);
}

static const char *value_named(const struct kin_item *item, const char *name)
{
    for (size_t i = 0; i < item->value_count; i++) {
        if (strcmp(item->values[i].name, name) == 0) {
            return item->values[i].text;
        }
    }
    return "";
}

/* Form A prints them, form B has none, and both are of one cell, whatever the seed. */
static void numbers_of_form_a(void **state)
{
    struct fixture *fixture = fixture_load(*state, FIXED(SET("kind", "minus") SET("a", "40") SET("b", "9")));
    for (uint64_t seed = 0; seed < 8; seed++) {
        struct kin_draw *draw = try_open(fixture, seed);
        struct kin_member own, drawn;
        assert_non_null(draw);
        assert_true(kin_draw_fixed(draw, "A", &own));
        assert_false(kin_draw_fixed(draw, "B", &drawn));
        assert_true(kin_draw_member(draw, 0, &drawn));
        assert_memory_equal(&own.cell, &drawn.cell, sizeof own.cell);
        struct kin_item *item = kin_draw_item(draw, fixture->arena, &fixture->diags, &own, "A", 0);
        assert_non_null(item);
        assert_string_equal(value_named(item, "r"), "31");
        item = kin_draw_item(draw, fixture->arena, &fixture->diags, &drawn, "B", 1);
        assert_non_null(item);
        assert_string_equal(value_named(item, "kind"), "minus");
    }
    assert_int_equal(fixture->diags.count, 0);
}

/* A member that happens to have the same numbers is the same question. */
static void identity_is_that_of_the_numbers(void **state)
{
    struct fixture *fixture = fixture_load(*state, FIXED(SET("kind", "minus") SET("a", "4") SET("b", "3")));
    struct kin_draw *draw = try_open(fixture, 1);
    struct kin_member own, drawn;
    size_t same = 0;
    assert_true(kin_draw_fixed(draw, "A", &own));
    for (size_t n = 0; kin_draw_member(draw, n, &drawn); n++) {
        bool alike = memcmp(&own.identity, &drawn.identity, sizeof own.identity) == 0;
        assert_true(!alike || memcmp(&own.key, &drawn.key, sizeof own.key) == 0);
        same += alike;
    }
    assert_int_equal(same, 1);
}

static void assert_first(kin_arena *arena, const char *body, const char *id, const char *message)
{
    struct fixture *fixture = fixture_load(arena, body);
    bool opened = try_open(fixture, 1);
    assert_true(fixture->diags.count > 0);
    assert_string_equal(kin_diag_row(fixture->diags.items[0].id)->name, id);
    assert_string_equal(fixture->diags.items[0].message, message);
    assert_int_equal(opened, id[0] == 'W');
}

static void what_is_on_purpose_is_a_warning(void **state)
{
    assert_first(*state, FIXED(SET("kind", "plus") SET("a", "99") SET("b", "9")), "W401",
                 "99 is outside the range of a");
    assert_first(*state, FIXED(SET("kind", "plus") SET("a", "9") SET("b", "40")), "W402",
                 "the fixed numbers of form A fail the test a gt b");
}

static void what_cannot_be_printed_is_an_error(void **state)
{
    assert_first(*state, OPTIONAL(SET("kind", "plus") SET("a", "9")), "E405",
                 "the fixed numbers of form A do not say what b is");
    assert_first(*state, FIXED(SET("kind", "plus") SET("a", "9") SET("b", "4") SET("r", "14")), "E406",
                 "r is not this value but 13, computed from the other fixed numbers");
    assert_first(*state, FIXED(SET("kind", "'times'") SET("a", "9") SET("b", "4")), "E408",
                 "times is none of the cases of kind");
    struct fixture *fixture = fixture_load(*state, FIXED(SET("kind", "plus") SET("a", "9.5") SET("b", "4")));
    assert_null(try_open(fixture, 1));
    assert_string_equal(kin_diag_row(fixture->diags.items[1].id)->name, "E407");
}

/* 60 - 2 is the only difference of 58: the message offers numbers near by. */
static void small_cells_offer_a_neighbour(void **state)
{
    struct fixture *fixture = fixture_load(
        *state,
        "<parameters><pick name=\"a\" from=\"2..60\"/><pick name=\"b\" from=\"2..60\"/></parameters>"
        "<features><feature name=\"far apart\" value=\"a - b ge 58\"/></features><stem><p>{a} and {b}</p></stem>"
        "<value type=\"integer\" key=\"a - b\"><check test=\"key + b eq a\"/></value>"
        "<solution><step><m>{answer}</m></step></solution>"
        "<fixed form=\"A\">" SET("a", "60") SET("b", "2") "</fixed>");
    assert_non_null(try_open(fixture, 1));
    assert_int_equal(fixture->diags.count, 1);
    assert_string_equal(fixture->diags.items[0].message,
                        "the cell of the fixed numbers of form A has too few instances: 1");
    assert_non_null(strstr(fixture->diags.items[0].mend, " parallel instances or more; it differs in 'far apart'"));
}

static void picks_of_other_cases_need_no_number(void **state)
{
    struct fixture *fixture = fixture_load(*state, OPTIONAL(SET("kind", "double") SET("a", "9")));
    struct kin_member member;
    assert_true(kin_draw_fixed(try_open(fixture, 1), "A", &member));
}

/* Of form C: it is printed there, and the other forms are drawn as ever. */
static void numbers_of_another_form(void **state)
{
    struct fixture *plain = fixture_load(*state, SUMS(""));
    struct fixture *fixed =
        fixture_load(*state, SUMS("<fixed form=\"C\">" SET("kind", "minus") SET("a", "40") SET("b", "9") "</fixed>"));
    for (uint64_t seed = 0; seed < 8; seed++) {
        struct kin_draw *one = try_open(plain, seed), *other = try_open(fixed, seed);
        struct kin_member a, b;
        for (size_t n = 0; n < 5; n++) {
            assert_true(kin_draw_member(one, n, &a));
            assert_true(kin_draw_member(other, n, &b));
            assert_memory_equal(&a.identity, &b.identity, sizeof a.identity);
        }
        assert_true(kin_draw_fixed(other, "C", &a));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(numbers_of_form_a),
        ARENA_TEST(identity_is_that_of_the_numbers),
        ARENA_TEST(what_is_on_purpose_is_a_warning),
        ARENA_TEST(what_cannot_be_printed_is_an_error),
        ARENA_TEST(small_cells_offer_a_neighbour),
        ARENA_TEST(picks_of_other_cases_need_no_number),
        ARENA_TEST(numbers_of_another_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
