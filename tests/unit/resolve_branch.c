#include "resolve_fixture.h"

static const char body[] =
    "<parameters><pick name=\"p\" from=\"-9..9\"/><pick name=\"q\" from=\"-9..9\"/><person name=\"who\"/></parameters>"
    "<contexts><context id=\"show\"><word name=\"thing\" one=\"ticket\" many=\"tickets\"/></context></contexts>"
    "<stem><p>{who}: {p} and <if test=\"q gt 0\">{q}</if><else>{-q} less</else>, {count(3, thing)}</p>"
    "<for each=\"i\" in=\"1..abs(p)\"><p>{i}</p></for></stem>"
    "<value type=\"integer\" key=\"p + q\" points=\"2\"><check test=\"key - q eq p\"/>"
    "<credit points=\"1\" when=\"p gt 0\">adds</credit></value>"
    "<solution><step when=\"p eq 2\"><m>{p} + {q} = {answer}</m></step><step><m>{answer}</m></step></solution>";

static void assert_branches(struct fixture *fixture, const char *settings, const char *conditions,
                            const char *repetitions)
{
    struct kin_buf printed = kin_buf_in(fixture->arena), rounds = kin_buf_in(fixture->arena);
    put(fixture, settings);
    assert_true(judge(fixture));
    assert_true(kin_branches(fixture->template, &fixture->frame, &printed, &rounds));
    assert_string_equal(printed.data, conditions);
    assert_string_equal(rounds.data, repetitions);
}

static void conditions_and_repetitions(void **state)
{
    struct fixture *fixture = fixture_load(*state, body);
    assert_branches(fixture, "p = 2; q = 5", "111", "2");
    assert_branches(fixture, "p = 3; q = -5", "010", "3");
    assert_branches(fixture, "p = -1; q = 5", "100", "1");
}

static const char *signs_of(struct fixture *fixture, const char *settings)
{
    struct kin_buf signs = kin_buf_in(fixture->arena);
    put(fixture, settings);
    assert_true(kin_signs(fixture->template, &fixture->frame, &signs));
    return signs.data;
}

static void signs_of_what_prints(void **state)
{
    struct fixture *fixture = fixture_load(*state, body);
    assert_string_equal(signs_of(fixture, "p = 1; q = 5"), signs_of(fixture, "p = 1; q = 7"));
    assert_string_not_equal(signs_of(fixture, "p = 1; q = 5"), signs_of(fixture, "p = -1; q = 5"));
    assert_string_not_equal(signs_of(fixture, "p = 1; q = 0"), signs_of(fixture, "p = 1; q = 7"));
}

static void faults_are_handed_up(void **state)
{
    struct fixture *fixture = fixture_load(
        *state,
        "<parameters><pick name=\"p\" from=\"-9..9\"/></parameters><stem><p>{p}<if test=\"6/p gt 2\">!</if></p></stem>"
        "<value type=\"integer\" key=\"p\"><check test=\"key - p eq 0\"/></value><solution><step><m>{answer}</m></step>"
        "</solution>");
    struct kin_buf buf = kin_buf_in(*state);
    put(fixture, "p = 0");
    assert_false(kin_branches(fixture->template, &fixture->frame, &buf, &buf));
    assert_false(kin_signs(fixture->template, &fixture->frame, &buf));
    assert_int_equal(kin_diag_row(fixture->frame.fault.id)->name[1], '2');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(conditions_and_repetitions),
        ARENA_TEST(signs_of_what_prints),
        ARENA_TEST(faults_are_handed_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
