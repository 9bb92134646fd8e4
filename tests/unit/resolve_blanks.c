#include "resolve_fixture.h"

#include "content/blank.h"

#define PQ                                                                                                             \
    "<parameters><pick name=\"p\" from=\"-9..9\"/><pick name=\"q\" from=\"-9..9\"/></parameters>"                      \
    "<stem><p>Begin with {p} and {q}.</p></stem>"

static const char *text_of_blanks(const struct kin_response *response, size_t i)
{
    assert_true(i < response->blank_count);
    return response->blanks[i].key.text;
}

/* ---- Where blanks stand ---------------------------------------------------------------------------------------- */

static const char table[] =
    PQ "<blanks points=\"3\"><table><row><for each=\"v\" in=\"1..4\"><cell>"
       "<blank id=\"n\" type=\"integer\" key=\"p*v\" when=\"v ne q\"><check test=\"key/v eq p\"/>"
       "<wrong key=\"p + v\" because=\"added\"/></blank></cell></for></row></table></blanks>";

static void each_round_has_its_own(void **state)
{
    struct fixture *fixture = fixture_load(*state, table);
    const struct kin_response *response = item_of(fixture, "p = 2; q = 3", 0)->parts[0].responses;
    assert_int_equal(response->blank_count, 3);
    assert_string_equal(response->blanks[0].id, "n.1");
    assert_string_equal(response->blanks[2].id, "n.4");
    assert_string_equal(text_of_blanks(response, 0), "2");
    assert_string_equal(text_of_blanks(response, 2), "8");
    assert_string_equal(nodes_text(fixture, &response->body), "____ | ____ | 6 | ____");
    assert_string_equal(response->blanks[2].wrong[0].answer.text, "6");
    assert_int_equal(response->blanks[1].wrong_count, 0); /* 2 + 2 is 2 times 2 */
}

static void points_are_shared(void **state)
{
    struct fixture *fixture = fixture_load(*state, table);
    const struct kin_response *response = item_of(fixture, "p = 2; q = 3", 0)->parts[0].responses;
    assert_true(kin_rat_equal(response->blanks[0].points, kin_rat_int(1)));
    response = item_of(fixture, "p = 2; q = 9", 0)->parts[0].responses;
    assert_string_equal(kin_rat_text(fixture->arena, response->blanks[0].points), "3/4");
    assert_true(kin_rat_equal(response->points, kin_rat_int(3)));
}

static void nothing_to_fill_in(void **state)
{
    struct fixture *fixture = fixture_load(*state, PQ "<blanks><p><blank type=\"integer\" key=\"p\" when=\"p gt 0\">"
                                                      "<check test=\"key - p eq 0\"/></blank></p></blanks>");
    put(fixture, "p = 3; q = 1");
    assert_true(judge(fixture));
    put(fixture, "p = -3; q = 1");
    assert_false(judge(fixture));
}

static const char line[] = PQ
    "<blanks><blank id=\"m\" type=\"integer\" key=\"p\" when=\"q gt 0\"/><blank id=\"b\" type=\"integer\" key=\"q\"/>"
    "<p><m>y = 3 - {blank b} + {blank m}x</m></p><check test=\"answer.m + answer.b eq p + q\"/></blanks>";

static void formulas_in_reading_order(void **state)
{
    struct fixture *fixture = fixture_load(*state, line);
    const struct kin_response *response = item_of(fixture, "p = -2; q = 5", 0)->parts[0].responses;
    assert_string_equal(nodes_text(fixture, &response->body), "y = 3 − ____ + ____x");
    assert_string_equal(response->blanks[0].id, "b");
    assert_string_equal(response->blanks[1].id, "m");
    assert_string_equal(response->key.text, "5, −2");
}

static void printed_answers_in_brackets(void **state)
{
    struct fixture *fixture = fixture_load(*state, line);
    const struct kin_response *response = item_of(fixture, "p = -2; q = -5", 0)->parts[0].responses;
    assert_int_equal(response->blank_count, 1);
    assert_string_equal(nodes_text(fixture, &response->body), "y = 3 − ____ + (−2)x");
}

static void filled_for_the_key(void **state)
{
    struct fixture *fixture = fixture_load(*state, table);
    const struct kin_response *response = item_of(fixture, "p = -2; q = 3", 0)->parts[0].responses;
    struct kin_nodes filled = kin_blanks_filled(fixture->arena, response);
    assert_string_equal(nodes_text(fixture, &filled), "−2 | −4 | −6 | −8");
    assert_string_equal(nodes_text(fixture, &response->body), "____ | ____ | −6 | ____");
}

/* ---- Answers that build on answers ------------------------------------------------------------------------------- */

static const char steps[] =
    PQ "<value id=\"c\" type=\"integer\" key=\"12/answer.b\" follow=\"a\"><check test=\"key*answer.b eq 12\"/></value>"
       "<value id=\"b\" type=\"integer\" key=\"answer.a + q\" follow=\"a\"><check test=\"key - q eq p\"/></value>"
       "<value id=\"a\" type=\"integer\" key=\"p\"><check test=\"key + q eq p + q\"/>"
       "<wrong key=\"-p\" because=\"sign\"/><wrong key=\"-q\" because=\"other\"/><wrong key=\"p + 1\" "
       "because=\"more\"/></value>"
       "<solution><step><p>{answer.a}, {answer.b}, {answer.c}</p></step></solution>";

static void keys_wait_for_what_they_name(void **state)
{
    struct fixture *fixture = fixture_load(*state, steps);
    const struct kin_response *responses = item_of(fixture, "p = 2; q = 1", 0)->parts[0].responses;
    assert_string_equal(responses[0].key.text, "4");
    assert_string_equal(responses[1].key.text, "3");
    assert_int_equal(fixture->template->order[0], 2);
}

/* By way of (b); a division by zero and what is no integer leave the method. */
static void mistakes_are_followed_up(void **state)
{
    struct fixture *fixture = fixture_load(*state, steps);
    const struct kin_response *last = item_of(fixture, "p = 2; q = 1", 0)->parts[0].responses;
    assert_int_equal(last->follow_count, 3);
    assert_string_equal(last->follows[0].after, "a");
    assert_string_equal(last->follows[0].given.text, "−2");
    assert_string_equal(last->follows[0].key.text, "−12"); /* 12/(-2 + 1) */
    assert_string_equal(last->follows[1].given.text, "−1");
    assert_null(last->follows[1].key.text); /* 12/0 */
    assert_string_equal(last->follows[2].key.text, "3");
    last = item_of(fixture, "p = 4; q = 2", 0)->parts[0].responses;
    assert_null(last->follows[2].key.text); /* 12/7 */
}

/* After following up, everything has its own value again. */
static void mistakes_leave_no_trace(void **state)
{
    struct fixture *fixture = fixture_load(*state, steps);
    const struct kin_part *part = item_of(fixture, "p = 2; q = 1", 0)->parts;
    assert_string_equal(nodes_text(fixture, &part->steps[0].work), "2, 3, 4");
}

static void same_in_the_end(void **state)
{
    struct fixture *fixture = fixture_load(
        *state,
        PQ "<value id=\"a\" type=\"integer\" key=\"p\"><check test=\"key eq p + q - q\"/>"
           "<wrong key=\"-p\" because=\"sign\"/></value>"
           "<value id=\"b\" type=\"integer\" key=\"answer.a^2\" follow=\"a\"><check test=\"key eq p*p\"/></value>"
           "<solution><step><p>{answer.a}, {answer.b}</p></step></solution>");
    assert_int_equal(item_of(fixture, "p = 3; q = 1", 0)->parts[0].responses[1].follow_count, 0);
}

/* ---- Many right answers, part of the points --------------------------------------------------------------------- */

static void wrong_answers_that_are_accepted(void **state)
{
    struct fixture *fixture =
        fixture_load(*state, PQ "<value type=\"integer\" key=\"p + 1\" accept=\"it gt p\"><check test=\"key gt p\"/>"
                                "<says>more than {p}</says><wrong key=\"q\" because=\"other\"/></value>"
                                "<solution><step><p>{answer}</p></step></solution>");
    const struct kin_response *response = item_of(fixture, "p = 3; q = 9", 0)->parts[0].responses;
    assert_string_equal(nodes_text(fixture, &response->says), "more than 3");
    assert_int_equal(response->wrong_count, 0);
    assert_int_equal(item_of(fixture, "p = 3; q = 2", 0)->parts[0].responses->wrong_count, 1);
}

static void rules_and_lines(void **state)
{
    struct fixture *fixture = fixture_load(
        *state,
        PQ "<blanks points=\"4\"><p><blank type=\"integer\" key=\"p\"><check test=\"key eq p + q - q\"/></blank></p>"
           "<credit points=\"3\" when=\"wrong + missed le 1\"/><credit off=\"0.5\" each=\"extra\"/>"
           "<credit points=\"1\" when=\"p gt 5\">large</credit>"
           "<credit points=\"1\" for=\"method\">set up</credit></blanks>");
    const struct kin_response *response = item_of(fixture, "p = 3; q = 9", 0)->parts[0].responses;
    assert_int_equal(response->credit_count, 3);
    assert_int_equal(response->credits[0].kind, KIN_CREDIT_RULE);
    assert_string_equal(response->credits[0].rule, "wrong + missed le 1");
    assert_int_equal(response->credits[1].kind, KIN_CREDIT_OFF);
    assert_int_equal(response->credits[1].each, KIN_COUNT_EXTRA);
    assert_int_equal(response->credits[2].kind, KIN_CREDIT_METHOD);
    response = item_of(fixture, "p = 6; q = 9", 0)->parts[0].responses;
    assert_int_equal(response->credits[2].kind, KIN_CREDIT_LINE);
    assert_null(response->credits[2].rule);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(each_round_has_its_own),
        ARENA_TEST(points_are_shared),
        ARENA_TEST(nothing_to_fill_in),
        ARENA_TEST(formulas_in_reading_order),
        ARENA_TEST(printed_answers_in_brackets),
        ARENA_TEST(filled_for_the_key),
        ARENA_TEST(keys_wait_for_what_they_name),
        ARENA_TEST(mistakes_are_followed_up),
        ARENA_TEST(mistakes_leave_no_trace),
        ARENA_TEST(same_in_the_end),
        ARENA_TEST(wrong_answers_that_are_accepted),
        ARENA_TEST(rules_and_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
