#include "resolve_fixture.h"

#define PXQ                                                                                                            \
    "<parameters><pick name=\"p\" from=\"2..9\"/><pick name=\"x\" from=\"-9..9\"/><pick name=\"q\" from=\"-9..9\"/>"   \
    "<let name=\"r\" value=\"p*x + q\"/></parameters><stem><m>{p}x + {q} = {r}</m></stem>"
#define SOLVED "<value label=\"x =\" type=\"integer\" key=\"x\"><check test=\"p*key + q eq r\"/></value>"

static bool proved(kin_arena *arena, const char *body, const char *settings, struct fixture **fixture)
{
    *fixture = fixture_load(arena, body);
    return prove(*fixture, settings);
}

static void everything_holds(void **state)
{
    struct fixture *fixture;
    assert_true(proved(*state,
                       PXQ SOLVED "<solution><step><m>{p}x = {r} - {q}</m><why>Subtract.</why></step>"
                                  "<step><m>x = {answer}</m></step></solution>",
                       "p = 3; x = 4; q = -5", &fixture));
    assert_int_equal(fixture->diags.count, 0);
}

static void check_that_fails(void **state)
{
    struct fixture *fixture;
    assert_false(proved(*state,
                        PXQ "<value label=\"x =\" type=\"integer\" key=\"x\"><check test=\"p*key - q eq r\"/></value>"
                            "<solution><step><m>x = {answer}</m></step></solution>",
                        "p = 3; x = 4; q = -5", &fixture));
    assert_report(fixture, KIN_E420, "the check is false for the key 4");
    assert_string_equal(fixture->diags.items[0].note, "seen with p = 3, x = 4, q = -5, r = 7");
}

static void check_that_is_undefined(void **state)
{
    struct fixture *fixture;
    assert_false(proved(*state,
                        PXQ "<value label=\"x =\" type=\"integer\" key=\"x\"><check test=\"(r - q)/key eq p\"/></value>"
                            "<solution><step><m>x = {answer}</m></step></solution>",
                        "p = 3; x = 0; q = -5", &fixture));
    assert_int_equal(fixture->diags.count, 1);
    assert_string_equal(fixture->diags.items[0].note, "seen with p = 3, x = 0, q = -5, r = -5");
}

static void check_that_lets_a_wrong_answer_pass(void **state)
{
    struct fixture *fixture;
    assert_false(proved(*state,
                        PXQ "<value label=\"x =\" type=\"integer\" key=\"x\"><check test=\"abs(key) eq abs(x)\"/>"
                            "<wrong key=\"-x\"/><wrong key=\"x + 1\"/></value>"
                            "<solution><step><m>x = {answer}</m></step></solution>",
                        "p = 3; x = 4; q = -5", &fixture));
    assert_report(fixture, KIN_E421, "the check is true for the wrong answer -4 as well");
    struct kin_value four = kin_value_int(4);
    const struct kin_response_template *response = kin_template_response(fixture->template, 0);
    assert_true(kin_value_equal(&fixture->frame.slots[response->key_slot], &four)); /* put back */
}

static void several_checks_count_together(void **state)
{
    struct fixture *fixture;
    assert_true(proved(*state,
                       PXQ "<value label=\"x =\" type=\"integer\" key=\"x\"><check test=\"abs(key) eq abs(x)\"/>"
                           "<check test=\"p*key + q eq r\"/><wrong key=\"-x\"/></value>"
                           "<solution><step><m>x = {answer}</m></step></solution>",
                       "p = 3; x = 4; q = -5", &fixture));
}

static void an_undefined_check_catches_a_wrong_answer(void **state)
{
    struct fixture *fixture;
    assert_true(proved(*state,
                       PXQ "<value label=\"x =\" type=\"integer\" key=\"x\"><check test=\"(r - q)/key eq p\"/>"
                           "<wrong key=\"0\"/></value><solution><step><m>x = {answer}</m></step></solution>",
                       "p = 3; x = 4; q = -5", &fixture));
}

static void equation_that_is_false(void **state)
{
    struct fixture *fixture;
    assert_false(proved(*state,
                        PXQ SOLVED "<solution><step><m>{p}x = {r} + {q}</m></step><step><m>x = {answer}</m></step>"
                                   "</solution>",
                        "p = 3; x = 4; q = -5", &fixture));
    assert_int_equal(fixture->diags.count, 1);
    assert_int_equal(fixture->diags.items[0].id, KIN_E422);
    assert_non_null(strstr(fixture->diags.items[0].message, "this is not true: 3x = 7 + (−5)"));
    assert_string_equal(fixture->diags.items[0].note, "seen with p = 3, x = 4, q = -5, r = 7; the answers are x = 4");
}

static void quoted_mistakes_need_not_be_true(void **state)
{
    struct fixture *fixture;
    assert_true(proved(*state,
                       PXQ SOLVED "<solution><step><m truth=\"no\">{p}x = {r} + {q}</m></step>"
                                  "<step><work><m>{p}x = {r} + {q}</m></work></step>"
                                  "<step><m>x = {answer}</m></step></solution>",
                       "p = 3; x = 4; q = -5", &fixture));
}

static void letter_without_a_value(void **state)
{
    struct fixture *fixture;
    assert_false(proved(*state,
                        PXQ SOLVED "<solution><step><m>{p}z = {r} - {q}</m></step><step><m>x = {answer}</m></step>"
                                   "</solution>",
                        "p = 3; x = 4; q = -5", &fixture));
    assert_int_equal(fixture->diags.count, 1);
    assert_int_equal(fixture->diags.items[0].id, KIN_E423);
}

static void formulas_that_state_nothing(void **state)
{
    struct fixture *fixture;
    assert_true(proved(*state,
                       PXQ SOLVED "<solution><step><m>{p}z + 2</m></step><step><m>3:z</m></step>"
                                  "<step><m>2(z + 1) = 2z + 2</m></step><step><m>x = {answer}</m></step></solution>",
                       "p = 3; x = 4; q = -5", &fixture));
}

static void letters_come_from_labels(void **state)
{
    static const char body[] =
        "<parameters><pick name=\"root\" from=\"2..9\"/></parameters><stem><m>n^2 = {root^2}</m></stem>"
        "<value id=\"a\" label=\"n =\" type=\"integer\" key=\"root\"><check test=\"key^2 eq root^2 and key gt "
        "0\"/></value>"
        "<value id=\"b\" label=\"n =\" type=\"integer\" key=\"-root\"><check test=\"key^2 eq root^2 and key lt "
        "0\"/></value>"
        "<solution><step><m>n^2 = {root^2}</m></step><step><m>n = {answer.a}</m></step><step><m>n = "
        "{answer.b}</m></step>"
        "%s</solution>";
    struct fixture *fixture;
    assert_true(proved(*state, kin_format(*state, body, ""), "root = 3", &fixture));
    assert_false(proved(*state, kin_format(*state, body, "<step><m>n = 5</m></step>"), "root = 3", &fixture));
    assert_int_equal(fixture->diags.count, 1);
    assert_string_equal(fixture->diags.items[0].note, "seen with root = 3; the answers are n = 3 or -3");
}

static void rows_of_a_chain(void **state)
{
    static const char body[] = PXQ SOLVED "<solution><step><chain><m>{p}x + {q} = {r}</m><m>{p}x = {r%s q}</m>"
                                          "<m>x = {answer}</m></chain></step></solution>";
    struct fixture *fixture;
    assert_true(proved(*state, kin_format(*state, body, " -"), "p = 3; x = 4; q = -5", &fixture));
    assert_false(proved(*state, kin_format(*state, body, " +"), "p = 3; x = 4; q = -5", &fixture));
}

static void the_key_as_an_equation(void **state)
{
    static const char body[] =
        "<parameters><pick name=\"m\" from=\"2..9\"/><pick name=\"c\" from=\"2..9\"/></parameters>"
        "<stem><p>Slope {m}, intercept {c}.</p></stem>"
        "<value type=\"equation\"><key><m>y = {m}x + {c}</m></key>"
        "<check test=\"at(at(key, 'x', 2), 'y', 2*m + c) eq 0\"/></value>"
        "<solution><step><m>y - {c} = {%s}x</m></step><step><m>{answer}</m></step></solution>";
    struct fixture *fixture;
    assert_true(proved(*state, kin_format(*state, body, "m"), "m = 2; c = 5", &fixture));
    assert_false(proved(*state, kin_format(*state, body, "m + 1"), "m = 2; c = 5", &fixture));
}

static void result_that_does_not_print(void **state)
{
    static const char body[] = PXQ SOLVED "<solution><step><m>{p}x = {r} - {q}</m></step>"
                                          "<step when=\"x gt 0\"><m>x = {answer}</m></step></solution>";
    struct fixture *fixture;
    assert_true(proved(*state, body, "p = 3; x = 4; q = -5", &fixture));
    assert_false(proved(*state, body, "p = 3; x = -4; q = -5", &fixture));
    assert_report(fixture, KIN_E424, "the solution does not show the answer -4");
}

static void only_what_prints_is_proved(void **state)
{
    static const char body[] = PXQ SOLVED "<solution><step><if test=\"q lt 0\"><m>{r} + {abs(q)} = {p*x}</m></if>"
                                          "<else><m>{r} - {q} = {p*x}</m></else></step><step><m>x = {answer}</m></step>"
                                          "</solution>";
    struct fixture *fixture;
    assert_true(proved(*state, body, "p = 3; x = 4; q = -5", &fixture));
    assert_true(proved(*state, body, "p = 3; x = 4; q = 5", &fixture));
}

static void sample_of_an_open_answer(void **state)
{
    static const char body[] = PXQ "<open points=\"2\"><sample><p>{r} is more than {q}.</p></sample>"
                                   "<rubric><row points=\"2\">compares</row></rubric><check test=\"r gt q\"/></open>";
    struct fixture *fixture;
    assert_true(proved(*state, body, "p = 3; x = 4; q = -5", &fixture));
    assert_false(proved(*state, body, "p = 3; x = -4; q = -5", &fixture));
    assert_report(fixture, KIN_E431, "the check of this open answer is false");
}

static void words_in_a_solution(void **state)
{
    static const char body[] =
        "<parameters><pick name=\"p\" from=\"2..9\"/><person name=\"who\"/></parameters>"
        "<contexts><context id=\"show\"><word name=\"thing\" one=\"ticket\" many=\"tickets\"/></context></contexts>"
        "<stem><p>{who} has {count(p, thing)} and buys 2 more.</p></stem>"
        "<value type=\"integer\" key=\"p + 2\"><check test=\"key - 2 eq p\"/></value>"
        "<solution><step><p>{who} has {count(p + 2, thing)}.</p></step><step><m>{p} + 2 = "
        "{answer}</m></step></solution>";
    struct fixture *fixture;
    assert_true(proved(*state, body, "p = 3", &fixture));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(everything_holds),
        ARENA_TEST(check_that_fails),
        ARENA_TEST(check_that_is_undefined),
        ARENA_TEST(check_that_lets_a_wrong_answer_pass),
        ARENA_TEST(several_checks_count_together),
        ARENA_TEST(an_undefined_check_catches_a_wrong_answer),
        ARENA_TEST(equation_that_is_false),
        ARENA_TEST(quoted_mistakes_need_not_be_true),
        ARENA_TEST(letter_without_a_value),
        ARENA_TEST(formulas_that_state_nothing),
        ARENA_TEST(letters_come_from_labels),
        ARENA_TEST(rows_of_a_chain),
        ARENA_TEST(the_key_as_an_equation),
        ARENA_TEST(result_that_does_not_print),
        ARENA_TEST(only_what_prints_is_proved),
        ARENA_TEST(sample_of_an_open_answer),
        ARENA_TEST(words_in_a_solution),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
