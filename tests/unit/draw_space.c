/* The box of a template's picks: hulls, exceptions, the order of tests, places. */
#include "resolve_fixture.h"

#include "base/limits.h"
#include "draw/drawing.h"

#define REST "<stem><p>{a}</p></stem>" VALUE_REST
#define VALUE_REST                                                                                                     \
    "<value type=\"number\" key=\"a\"><check test=\"key ge a\"/></value>"                                              \
    "<solution><step><m>{answer}</m></step></solution>"

static struct kin_draw *prepare(struct fixture *fixture)
{
    struct kin_draw_options options = {.seed = {.number = 1}};
    return kin_draw_prepare(fixture->arena, &fixture->diags, fixture->template, &options);
}

static struct kin_space *space_of(struct fixture *fixture)
{
    struct kin_draw *draw = prepare(fixture);
    struct kin_space *space = draw ? kin_draw_space(draw, &fixture->diags, 0) : NULL;
    if (!space) {
        fail_with_diagnostics(fixture);
    }
    return space;
}

/* All values of a dimension in one text. */
static const char *values_of(struct fixture *fixture, const struct kin_dim *dim)
{
    struct kin_buf buf = kin_buf_in(fixture->arena);
    for (uint64_t i = 0; i < dim->size; i++) {
        struct kin_value value = kin_dim_value(fixture->arena, dim, i);
        kin_buf_add(&buf, i ? " " : "");
        kin_value_write(&buf, &value);
    }
    return buf.data;
}

static void assert_values(kin_arena *arena, const char *pick, const char *expected)
{
    struct fixture *fixture = fixture_load(
        arena, kin_format(arena, "<parameters><pick name=\"z\" of=\"1, 2, 4\"/>%s</parameters>" REST, pick));
    struct kin_space *space = space_of(fixture);
    assert_int_equal(space->dim_count, 2);
    assert_string_equal(values_of(fixture, &space->dims[1]), expected);
}

static void values_by_number(void **state)
{
    assert_values(*state, "<pick name=\"a\" from=\"-2..3\"/>", "-2 -1 0 1 2 3");
    assert_values(*state, "<pick name=\"a\" from=\"-2..3\" except=\"3, 0, -2, 0\"/>", "-1 1 2");
    assert_values(*state, "<pick name=\"a\" from=\"1..10\" step=\"4\"/>", "1 5 9");
    assert_values(*state, "<pick name=\"a\" from=\"0.5..2\" step=\"0.5\"/>", "0.5 1.0 1.5 2.0");
    assert_values(*state, "<pick name=\"a\" from=\"0.5..2\" step=\"0.5\" except=\"1, 2\"/>", "0.5 1.5");
    assert_values(*state, "<pick name=\"a\" from=\"5..20\" step=\"5\" type=\"percent\"/>", "5% 10% 15% 20%");
    assert_values(*state, "<pick name=\"a\" from=\"5..20\" step=\"5\" type=\"percent\" except=\"10\"/>", "5% 15% 20%");
    assert_values(*state, "<pick name=\"a\" from=\"2..4\" type=\"money\"/>", "$2.00 $3.00 $4.00");
    assert_values(*state, "<pick name=\"a\" of=\"3, 1, 2\" except=\"1\"/>", "3 2");
}

/* z is 1, 2 or 4. */
static void hull_of_a_dependent_range(void **state)
{
    assert_values(*state, "<pick name=\"a\" from=\"z..z + 1\"/>", "1 2 3 4 5");
    assert_values(*state, "<pick name=\"a\" from=\"1..z - 1\"/>", "1 2 3");
    assert_values(*state, "<pick name=\"a\" from=\"2*z..8\" step=\"2\"/>", "2 4 6 8");
    assert_values(*state, "<pick name=\"a\" from=\"2*z..9\" step=\"4\"/>", "2 4 6 8");
    assert_values(*state, "<pick name=\"a\" from=\"1/z..1\"/>", "1/4 1/2 3/4 1");
}

static uint64_t instances(struct fixture *fixture)
{
    struct kin_draw *draw = prepare(fixture);
    uint32_t only = 0;
    assert_true(kin_draw_set_lanes(draw, &fixture->diags, &only, 1, NULL));
    struct kin_record record;
    uint64_t count = 0;
    while (kin_draw_next(draw, NULL, KIN_LIMIT_PLACES, &record)) {
        count++;
    }
    return count;
}

static void assert_instances(kin_arena *arena, const char *parameters, uint64_t expected)
{
    assert_int_equal(instances(fixture_load(arena, kin_format(arena, "<parameters>%s</parameters>" REST, parameters))),
                     expected);
}

static void tests_decide_what_is_an_instance(void **state)
{
    assert_instances(*state, "<pick name=\"a\" from=\"1..10\"/>", 10);
    assert_instances(*state, "<pick name=\"z\" from=\"1..4\"/><pick name=\"a\" from=\"1..z\"/>", 10);
    assert_instances(*state, "<pick name=\"z\" from=\"1..3\"/><pick name=\"a\" from=\"1..3\" except=\"z\"/>", 6);
    assert_instances(*state,
                     "<pick name=\"z\" from=\"0..3\"/><pick name=\"a\" from=\"1..6\"/><let name=\"r\" value=\"a/z\"/>"
                     "<where test=\"is_integer(r)\"/>",
                     6 + 3 + 2);
    /* The undefined quotient is behind a test that leaves 0 out, whichever comes first. */
    assert_instances(*state,
                     "<pick name=\"z\" from=\"0..3\"/><pick name=\"a\" from=\"1..6\"/><let name=\"r\" value=\"a/z\"/>"
                     "<where test=\"z ne 0\"/>",
                     18);
}

/* Each test stands behind the picks that it reads, and lets only before a test that needs them. */
static void tests_run_early(void **state)
{
    struct fixture *fixture = fixture_load(
        *state, "<parameters><pick name=\"a\" from=\"1..9\"/><pick name=\"b\" from=\"1..9\"/>"
                "<let name=\"s\" value=\"a + b\"/><let name=\"late\" value=\"a * b\"/><where test=\"s gt 4\"/>"
                "<where test=\"a ne b\"/><where test=\"a gt 2\"/></parameters><stem><p>{a}{b}{late}</p></stem>"
                "<value type=\"number\" key=\"s\"><check test=\"key - a eq b\"/></value>"
                "<solution><step><m>{answer}</m></step></solution>");
    struct kin_space *space = space_of(fixture);
    static const enum kin_rule_kind kinds[] = {KIN_RULE_WHERE, KIN_RULE_WHERE, KIN_RULE_LET, KIN_RULE_WHERE};
    static const size_t wheres[] = {2, 1, 0, 0};
    assert_int_equal(space->rule_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(space->rules[i].kind, kinds[i]);
        assert_int_equal(space->rules[i].where, wheres[i]);
    }
    assert_int_equal(space->level_ends[0], 0);
    assert_int_equal(space->level_ends[1], 1);
    assert_int_equal(space->level_ends[2], 4);
    assert_int_equal(space->late_count, 1);
    assert_string_equal(space->late[0]->name, "late");
}

struct seen {
    unsigned char places[4096];
    struct kin_permutation *permutation;
};

static bool see(void *data, uint64_t element)
{
    struct seen *seen = data;
    seen->places[kin_permutation_place(seen->permutation, element)]++;
    return true;
}

/* The walk meets every element once, and their places are all places. */
static void walk_covers_the_permutation(void **state)
{
    struct fixture *fixture =
        fixture_load(*state, "<parameters><pick name=\"a\" from=\"1..13\"/><pick name=\"b\" from=\"1..17\"/>"
                             "<pick name=\"c\" from=\"1..11\"/></parameters><stem><p>{a}{b}{c}</p></stem>" VALUE_REST);
    struct kin_space *space = space_of(fixture);
    struct kin_sequence sequence = kin_sequence_start(space, kin_pcg_seed(1, 2));
    struct seen seen = {.permutation = &sequence.permutation};
    struct kin_frame frame = kin_space_frame(*state, space);
    assert_int_equal(space->count, 13 * 17 * 11);
    assert_true(kin_space_walk(space, &frame, UINT64_MAX, see, &seen));
    for (size_t i = 0; i < space->count; i++) {
        assert_int_equal(seen.places[i], 1);
    }
    assert_false(kin_space_walk(space, &frame, 100, see, &seen));
}

static void assert_refused(kin_arena *arena, const char *parameters, enum kin_diag_id id)
{
    struct fixture *fixture = fixture_load(arena, kin_format(arena, "<parameters>%s</parameters>" REST, parameters));
    struct kin_draw_options options = {.seed = {.number = 1}};
    assert_null(kin_draw_open(arena, &fixture->diags, fixture->template, &options));
    assert_int_equal(fixture->diags.count, 1);
    assert_string_equal(kin_diag_row(fixture->diags.items[0].id)->name, kin_diag_row(id)->name);
}

#define BIG(name) "<pick name=\"" name "\" from=\"1..1000000000\"/>"

#define CASES(name) "<pick name=\"" name "\" of=\"r, s, t, u, v, w\"/>"

static void impossible_spaces_are_refused(void **state)
{
    assert_refused(*state, BIG("a") BIG("b") BIG("c") "<where test=\"a + b + c gt 0\"/>", KIN_E402);
    assert_refused(*state, "<pick name=\"b\" from=\"1..100000\"/><pick name=\"a\" from=\"1..b\"/>", KIN_E403);
    assert_refused(*state, "<pick name=\"b\" from=\"0..3\"/><pick name=\"a\" from=\"1..5/b\"/>", KIN_E214);
    assert_refused(*state, "<let name=\"b\" value=\"10^30\"/><pick name=\"a\" from=\"1..b\"/>", KIN_E404);
    assert_refused(*state, CASES("k") CASES("l") CASES("m") CASES("n") "<pick name=\"a\" from=\"1..9\"/>", KIN_E410);
    assert_refused(*state, "<pick name=\"a\" from=\"1..9\"/><where test=\"a gt 4\"/><where test=\"a lt 4\"/>",
                   KIN_E401);
    assert_refused(*state, "<pick name=\"a\" from=\"1..9\"/><where test=\"1 gt 4\"/>", KIN_E401);
    assert_refused(*state,
                   "<pick name=\"a\" from=\"1..9\"/><let name=\"r\" value=\"a/0\"/><where test=\"r gt 4 or a gt 0\"/>",
                   KIN_E401);
    assert_refused(*state, "<pick name=\"a\" from=\"1..9\"/><let name=\"r\" value=\"1/(a - a)\"/>", KIN_E214);
}

static void no_instance_names_the_rarest_test(void **state)
{
    struct fixture *fixture = fixture_load(
        *state, "<parameters><pick name=\"a\" from=\"1..1000\"/><where test=\"a ne 5\"/><where test=\"a gt 900\"/>"
                "<where test=\"a lt 5\"/></parameters>" REST);
    struct kin_draw_options options = {.seed = {.number = 1}};
    assert_null(kin_draw_open(*state, &fixture->diags, fixture->template, &options));
    assert_string_equal(fixture->diags.items[0].note, "of 1000 tries, 'a gt 900' rejected 89.9%");
}

/* Five times the same wrong answer: there is never a fourth option. */
static void responses_that_cannot_be_made(void **state)
{
    struct fixture *fixture = fixture_load(
        *state, "<parameters><pick name=\"a\" from=\"1..9\"/></parameters><stem><p>{a}</p></stem>"
                "<choice key=\"a\" shown=\"4\"><wrong key=\"a + 1\"/><wrong key=\"1 + a\"/><wrong key=\"a + 3 - 2\"/>"
                "<check test=\"key lt a + 1\"/></choice><solution><step><m>{answer}</m></step></solution>");
    struct kin_draw_options options = {.seed = {.number = 1}};
    assert_null(kin_draw_open(*state, &fixture->diags, fixture->template, &options));
    assert_int_equal(fixture->diags.items[0].id, KIN_E411);
}

/* A set file that was changed by hand, or made with another version. */
static void numbers_of_no_instance(void **state)
{
    struct fixture *fixture =
        fixture_load(*state, "<parameters><pick name=\"a\" from=\"1..99\"/><where test=\"a gt 5\"/></parameters>" REST);
    struct kin_draw_options options = {.seed = {.number = 1}};
    struct kin_draw *draw = kin_draw_open(*state, &fixture->diags, fixture->template, &options);
    const struct kin_member wrong[] = {{.element = 0}, {.element = 99}, {.element = UINT64_MAX}, {.mode = 1}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct kin_diags diags = kin_diags_in(*state);
        assert_null(kin_draw_item(draw, *state, &diags, &wrong[i], "A", 0));
        assert_int_equal(diags.count, 1);
        assert_int_equal(diags.items[0].id, KIN_E412);
    }
}

static void too_many_parameters(void **state)
{
    struct fixture *fixture = fixture_load(*state, "<parameters><pick name=\"a\" from=\"1..9\"/></parameters>" REST);
    struct kin_template *copy = kin_copy_bytes(*state, fixture->template, sizeof *copy);
    struct kin_draw_options options = {.seed = {.number = 1}};
    copy->field_count = KIN_LIMIT_FIELDS + 1;
    assert_null(kin_draw_open(*state, &fixture->diags, copy, &options));
    assert_int_equal(fixture->diags.items[0].id, KIN_E409);
}

/* A rare test over a space too big to walk ends in bounded time, and says so. */
static void hopeless_searches_end(void **state)
{
    assert_refused(*state, BIG("a") "<where test=\"a*a eq 3\"/>", KIN_E401);
    assert_refused(*state,
                   "<pick name=\"b\" from=\"1..60000\"/><let name=\"d\" value=\"[v for v in 1..5000]\"/>"
                   "<pick name=\"a\" from=\"1..d[1] + b\"/>",
                   KIN_E403);
    assert_refused(*state, BIG("a") "<where test=\"any(v in 1..5000: v * v eq a + 0.5)\"/>", KIN_E413);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(values_by_number),
        ARENA_TEST(hull_of_a_dependent_range),
        ARENA_TEST(tests_decide_what_is_an_instance),
        ARENA_TEST(tests_run_early),
        ARENA_TEST(walk_covers_the_permutation),
        ARENA_TEST(impossible_spaces_are_refused),
        ARENA_TEST(no_instance_names_the_rarest_test),
        ARENA_TEST(responses_that_cannot_be_made),
        ARENA_TEST(numbers_of_no_instance),
        ARENA_TEST(too_many_parameters),
        ARENA_TEST(hopeless_searches_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
