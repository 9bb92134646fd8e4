#include "resolve_fixture.h"

#define PX                                                                                                             \
    "<parameters><pick name=\"p\" from=\"-9..9\"/><pick name=\"q\" from=\"-9..9\"/></parameters>"                      \
    "<stem><p>Find {p} and {q}.</p></stem>"

static const char equation[] = PX
    "<value type=\"integer\" key=\"p + q\"><check test=\"key - p eq q\"/>"
    "<wrong key=\"p - q\"/><wrong key=\"p / q\"/><wrong key=\"p + q\"/><wrong key=\"q - p\" when=\"p gt 0\"/></value>"
    "<solution><step><m>{p} + {q} = {answer}</m></step></solution>";

static uint64_t wrong_of(kin_arena *arena, const char *body, const char *settings)
{
    struct fixture *fixture = fixture_load(arena, body);
    put(fixture, settings);
    assert_true(judge(fixture));
    return fixture->judgements[0].wrong;
}

static void wrong_answers_that_apply(void **state)
{
    assert_int_equal(wrong_of(*state, equation, "p = 6; q = 3"), 0xB);  /* 3, 2, not 9, -3 */
    assert_int_equal(wrong_of(*state, equation, "p = 7; q = 3"), 0x9);  /* 7/3 is no integer */
    assert_int_equal(wrong_of(*state, equation, "p = -7; q = 3"), 0x1); /* the last only for p > 0 */
    assert_int_equal(wrong_of(*state, equation, "p = 5; q = 0"), 0x8);  /* 5 - 0 is the key, 5/0 undefined */
    assert_int_equal(wrong_of(*state, equation, "p = 4; q = 2"), 0x9);  /* 4/2 comes after 4 - 2 */
}

static void key_and_its_slots(void **state)
{
    struct fixture *fixture = fixture_load(*state, equation);
    put(fixture, "p = 6; q = 3");
    assert_true(judge(fixture));
    const struct kin_response_template *response = kin_template_response(fixture->template, 0);
    struct kin_value nine = kin_value_int(9);
    assert_true(kin_value_equal(&fixture->judgements[0].key, &nine));
    assert_true(kin_value_equal(&fixture->frame.slots[response->key_slot], &nine));
    assert_true(kin_value_equal(&fixture->frame.slots[response->answer_slot], &nine));
}

static void key_outside_its_type(void **state)
{
    struct fixture *fixture =
        fixture_load(*state, PX "<value type=\"integer\" key=\"p / q\"><check test=\"key * q eq p\"/></value>"
                                "<solution><step><m>{p} div {q} = {answer}</m></step></solution>");
    put(fixture, "p = 6; q = 3");
    assert_true(judge(fixture));
    put(fixture, "p = 5; q = 3");
    assert_false(judge(fixture));
}

static void undefined_key_is_a_fault(void **state)
{
    struct fixture *fixture =
        fixture_load(*state, PX "<value type=\"number\" key=\"p / q\"><check test=\"key * q eq p\"/></value>"
                                "<solution><step><m>{p} div {q} = {answer}</m></step></solution>");
    put(fixture, "p = 6; q = 0");
    assert_false(
        kin_judge_response(kin_template_response(fixture->template, 0), &fixture->frame, &fixture->judgements[0]));
    assert_int_equal(kin_diag_row(fixture->frame.fault.id)->name[1], '2');
}

static const char choice[] = PX "<choice key=\"p + q\" shown=\"3\"><check test=\"key - p eq q\"/>"
                                "<wrong key=\"p - q\"/><wrong key=\"q - p\"/><wrong key=\"p * q\"/></choice>"
                                "<solution><step><m>{p} + {q} = {answer}</m></step></solution>";

static void choices_take_the_next_declared(void **state)
{
    assert_int_equal(wrong_of(*state, choice, "p = 6; q = 4"), 0x3);
    assert_int_equal(wrong_of(*state, choice, "p = 4; q = 4"), 0x5); /* q - p is p - q */
}

static void choices_with_too_few(void **state)
{
    struct fixture *fixture = fixture_load(*state, choice);
    put(fixture, "p = 0; q = 0");
    assert_false(judge(fixture));
    put(fixture, "p = 2; q = 2"); /* 4, 0, 0, 4 */
    assert_false(judge(fixture));
}

static void choices_with_words_beside_numbers(void **state)
{
    static const char body[] = PX "<choice key=\"p + q\"><check test=\"key - p eq q\"/><wrong key=\"p - q\"/>"
                                  "<wrong>no solution</wrong><wrong>{p - q}</wrong></choice>"
                                  "<solution><step><m>{p} + {q} = {answer}</m></step></solution>";
    assert_int_equal(wrong_of(*state, body, "p = 6; q = 4"), 0x3); /* the third looks like the first */
}

static const char written[] = PX "<choice><option true=\"p gt q\">Pia</option><option true=\"q gt p\">Quin</option>"
                                 "<option true=\"p eq q\" pinned=\"last\">Both have the same.</option></choice>";

static void written_options(void **state)
{
    struct fixture *fixture = fixture_load(*state, written);
    put(fixture, "p = 6; q = 4");
    assert_true(judge(fixture));
    assert_int_equal(fixture->judgements[0].right, 1);
    assert_int_equal(fixture->judgements[0].wrong, 6);
    put(fixture, "p = 4; q = 4");
    assert_true(judge(fixture));
    assert_int_equal(fixture->judgements[0].right, 4);
}

static void two_right_choices_or_none(void **state)
{
    struct fixture *fixture =
        fixture_load(*state, PX "<choice><option true=\"p ge q\">at least</option><option true=\"p gt q\">more</option>"
                                "<option right=\"no\">less</option></choice>");
    put(fixture, "p = 6; q = 4");
    assert_false(judge(fixture));
    put(fixture, "p = 3; q = 4");
    assert_false(judge(fixture));
    put(fixture, "p = 4; q = 4");
    assert_true(judge(fixture));
}

static void options_that_look_alike(void **state)
{
    struct fixture *fixture = fixture_load(
        *state, PX "<choice><option right=\"yes\"><m>{p} + {q}</m></option><option><m>{q} + {p}</m></option>"
                   "<option><m>{p} - {q}</m></option></choice>");
    put(fixture, "p = 6; q = 4");
    assert_true(judge(fixture));
    put(fixture, "p = 4; q = 4");
    assert_false(judge(fixture));
}

static const char statements[] =
    PX "<multi-select><option true=\"p gt 0\"><m>{p} gt 0</m></option><option true=\"q gt 0\"><m>{q} gt 0</m></option>"
       "<option true=\"p + q gt 0\"><m>{p} + {q} gt 0</m></option></multi-select>";

static void statements_of_a_selection(void **state)
{
    struct fixture *fixture = fixture_load(*state, statements);
    put(fixture, "p = 6; q = -4");
    assert_true(judge(fixture));
    assert_int_equal(fixture->judgements[0].right, 5);
    assert_int_equal(fixture->judgements[0].wrong, 2);
    put(fixture, "p = -6; q = -4"); /* none is right */
    assert_false(judge(fixture));
    put(fixture, "p = 6; q = 4"); /* none is wrong */
    assert_false(judge(fixture));
}

static void equal_values_may_be_two_statements(void **state)
{
    struct fixture *fixture = fixture_load(
        *state, PX "<multi-select><option true=\"true\" value=\"p\"/><option true=\"true\"><m>{p} + 0</m></option>"
                   "<option value=\"q\"/></multi-select>");
    put(fixture, "p = 6; q = 4");
    assert_true(judge(fixture));
    assert_int_equal(fixture->judgements[0].right, 3);
    put(fixture, "p = 4; q = 4"); /* the last looks like the first */
    assert_false(judge(fixture));
}

static void equations_by_their_solutions(void **state)
{
    static const char body[] =
        PX "<value type=\"equation\"><key><m>y = {p}x + {q}</m></key><wrong><m>y - {q} = {p}x</m></wrong>"
           "<check test=\"at(at(key, 'x', 1), 'y', p + q) eq 0 and at(at(key, 'x', 0), 'y', q) eq 0\"/><wrong><m>y = "
           "{q}x + {p}</m></wrong></value><solution><step><m>{answer}</m></step></solution>";
    assert_int_equal(wrong_of(*state, body, "p = 2; q = 5"), 2); /* the first is the key in another form */
    assert_int_equal(wrong_of(*state, body, "p = 5; q = 5"), 0);
}

static void accepted_answers_are_not_wrong(void **state)
{
    static const char body[] =
        PX "<value type=\"word\" key=\"if(p gt q, 'up', 'down')\"><check test=\"(key eq 'up') eq (p gt q)\"/>"
           "<accept>{p} wins</accept><wrong>{p} wins</wrong><wrong>nobody wins</wrong></value>"
           "<solution><step><p>{answer}</p></step></solution>";
    assert_int_equal(wrong_of(*state, body, "p = 2; q = 1"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(wrong_answers_that_apply),
        ARENA_TEST(key_and_its_slots),
        ARENA_TEST(key_outside_its_type),
        ARENA_TEST(undefined_key_is_a_fault),
        ARENA_TEST(choices_take_the_next_declared),
        ARENA_TEST(choices_with_too_few),
        ARENA_TEST(choices_with_words_beside_numbers),
        ARENA_TEST(written_options),
        ARENA_TEST(two_right_choices_or_none),
        ARENA_TEST(options_that_look_alike),
        ARENA_TEST(statements_of_a_selection),
        ARENA_TEST(equal_values_may_be_two_statements),
        ARENA_TEST(equations_by_their_solutions),
        ARENA_TEST(accepted_answers_are_not_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
