#include "resolve_fixture.h"

#define P "<parameters><pick name=\"p\" from=\"-20..99\"/></parameters>"
#define VALUE                                                                                                          \
    "<value type=\"integer\" key=\"p\"><check test=\"key eq "                                                          \
    "p\"/></value><solution><step><m>{answer}</m></step></solution>"

static const char *stem_of(kin_arena *arena, const char *stem, const char *settings)
{
    struct fixture *fixture = fixture_load(arena, kin_format(arena, P "<stem>%s</stem>" VALUE, stem));
    return nodes_text(fixture, &item_of(fixture, settings, 0)->stem);
}

static void white_space(void **state)
{
    assert_string_equal(stem_of(*state, "<p>\n  Take {p}\n  <if test=\"p gt 5\">and 2</if>.\n </p>", "p = 7"),
                        "Take 7 and 2.");
    assert_string_equal(stem_of(*state, "<p>\n  Take {p}\n  <if test=\"p gt 5\">and 2</if>.\n </p>", "p = 3"),
                        "Take 3.");
    assert_string_equal(stem_of(*state, "<p>It is <em>very </em> cold: <strong>{p}</strong> , no more .</p>", "p = 3"),
                        "It is very cold: 3, no more.");
    assert_string_equal(stem_of(*state, "<p>Write .5 and 1, 2, ... as  they are</p><p> </p>", "p = 3"),
                        "Write .5 and 1, 2, ... as they are");
    assert_string_equal(stem_of(*state, "<p>Solve <m>x + {p} = 3</m>  for <m>x</m> .</p>", "p = 4"),
                        "Solve x + 4 = 3 for x.");
}

static void neighbours_of_one_emphasis_are_one_run(void **state)
{
    struct fixture *fixture =
        fixture_load(*state, P "<stem><p>a <if test=\"p gt 0\">b</if> c <em>d</em></p></stem>" VALUE);
    const struct kin_nodes *stem = &item_of(fixture, "p = 3", 0)->stem;
    assert_int_equal(stem->count, 1);
    assert_int_equal(stem->items[0]->kids.count, 2);
    assert_string_equal(stem->items[0]->kids.items[0]->text, "a b c");
    assert_int_equal(stem->items[0]->kids.items[1]->emphasis, KIN_ITALIC);
}

static void conditions(void **state)
{
    static const char stem[] =
        "<if test=\"p gt 5\"><p>large</p></if><else><p>small</p></else>"
        "<choose><when test=\"p eq 7\"><p>seven</p></when><when test=\"p gt 5\"><p>more</p></when>"
        "<otherwise><p>less</p></otherwise></choose>";
    assert_string_equal(stem_of(*state, stem, "p = 7"), "large\nseven");
    assert_string_equal(stem_of(*state, stem, "p = 8"), "large\nmore");
    assert_string_equal(stem_of(*state, stem, "p = 2"), "small\nless");
}

static void repetitions(void **state)
{
    assert_string_equal(
        stem_of(*state, "<list><for each=\"i\" in=\"1..p\"><item>{i} times</item></for></list>", "p = 3"),
        "- 1 times\n- 2 times\n- 3 times");
    assert_string_equal(
        stem_of(*state, "<table><row><for each=\"i\" in=\"[p, 2*p]\"><cell>{i}</cell></for></row></table>", "p = 3"),
        "3 | 6");
    assert_string_equal(
        stem_of(*state, "<p>none<for each=\"i\" in=\"[v for v in 1..p if v gt 90]\"> of {i}</for></p>", "p = 3"),
        "none");
}

static void display_formulas_end_a_paragraph(void **state)
{
    struct fixture *fixture =
        fixture_load(*state, P "<stem><p>Before <m display=\"block\">x = {p}</m> after.</p></stem>" VALUE);
    const struct kin_nodes *stem = &item_of(fixture, "p = 3", 0)->stem;
    assert_int_equal(stem->count, 3);
    assert_int_equal(stem->items[0]->kind, KIN_NODE_PARAGRAPH);
    assert_true(stem->items[1]->display);
    assert_string_equal(nodes_text(fixture, stem), "Before\nx = 3\nafter.");
}

static void chains_and_systems(void **state)
{
    static const char stem[] = "<chain><m>x + {p} = 9</m><if test=\"p gt 5\"><m>x = 1</m></if></chain>";
    assert_string_equal(stem_of(*state, stem, "p = 8"), "x + 8 = 9; x = 1");
    assert_string_equal(stem_of(*state, stem, "p = 2"), "x + 2 = 9");
    assert_string_equal(stem_of(*state, "<p>Solve.</p><chain><if test=\"p gt 50\"><m>x = 1</m></if></chain>", "p = 2"),
                        "Solve.");
}

static void lines_of_quoted_work_are_counted_without_their_heading(void **state)
{
    static const char body[] = "<parameters><pick name=\"p\" from=\"2..9\"/><person name=\"who\"/></parameters>"
                               "<stem><p>Look.</p><work by=\"who\" numbered=\"yes\"><m>x + {p} = 9</m><m>x = {9 + "
                               "p}</m><p>So it is.</p></work></stem>" VALUE;
    struct fixture *fixture = fixture_load(*state, body);
    const struct kin_nodes *stem = &item_of(fixture, "p = 3", 0)->stem;
    assert_int_equal(stem->count, 3);
    assert_int_equal(stem->items[1]->kind, KIN_NODE_PARAGRAPH);
    assert_int_equal(stem->items[2]->kind, KIN_NODE_WORK);
    assert_int_equal(stem->items[2]->kids.count, 3);
    assert_non_null(strstr(nodes_text(fixture, stem), "'s work\n1. x + 3 = 9\n2. x = 12\n3. So it is."));
}

/* ---- Solutions ----------------------------------------------------------------------------------------------------
 */

static const char *steps_of(kin_arena *arena, const char *steps, const char *settings)
{
    struct fixture *fixture = fixture_load(
        arena,
        kin_format(arena,
                   P "<stem><p>Go.</p></stem><value label=\"x =\" type=\"integer\" key=\"2*p\"><check test=\"key eq "
                     "p + p\"/></value><solution>%s</solution>",
                   steps));
    const struct kin_part *part = &item_of(fixture, settings, 0)->parts[0];
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < part->step_count; i++) {
        kin_buf_addf(&buf, "%s[%s|%s]", i ? " " : "", nodes_text(fixture, &part->steps[i].work),
                     nodes_text(fixture, &part->steps[i].why));
    }
    return buf.data;
}

static void steps(void **state)
{
    static const char body[] = "<step><m>x = 2*{p}</m><why>Double {p}.</why></step>"
                               "<step when=\"p gt 5\"><p>It is large.</p></step><step><m>x = {answer}</m></step>";
    assert_string_equal(steps_of(*state, body, "p = 7"), "[x = 2 × 7|Double 7.] [It is large.|] [x = 14|]");
    assert_string_equal(steps_of(*state, body, "p = 3"), "[x = 2 × 3|Double 3.] [x = 6|]");
}

static void a_step_like_the_one_before_is_dropped(void **state)
{
    static const char body[] = "<step><m>x = {p} + {p}</m></step><step><m>x = {2*p}</m><why>Add.</why></step>"
                               "<step><m>x = {answer}</m><why>Divide by 1.</why></step><step><why>Done.</why></step>"
                               "<step><why>Done.</why></step>";
    assert_string_equal(steps_of(*state, body, "p = 7"), "[x = 7 + 7|] [x = 14|Add.] [|Done.]");
}

static void formulas_of_a_step_stand_one_a_line(void **state)
{
    assert_string_equal(steps_of(*state, "<step><m>x = 2*{p}</m> <m>x = {answer}</m></step>", "p = 7"),
                        "[x = 2 × 7\nx = 14|]");
}

static void rows_that_go_on(void **state)
{
    assert_string_equal(
        steps_of(*state, "<step><chain><m>x = 2*{p}</m><m>= {p} + {p}</m><m>= {answer}</m></chain></step>", "p = 7"),
        "[x = 2 × 7; = 7 + 7; = 14|]");
    struct fixture *fixture = fixture_load(
        *state,
        P "<stem><p>Go.</p></stem><value label=\"x =\" type=\"integer\" key=\"2*p\"><check test=\"key eq p + p\"/>"
          "</value><solution><step><chain><m>x = 2*{p}</m><m>= {p} + 2</m><m>= {answer}</m></chain></step></solution>");
    assert_false(prove(fixture, "p = 7"));
    assert_int_equal(fixture->diags.count, 2); /* 14 is not 7 + 2, and 7 + 2 is not 14 */
}

/* ---- Responses ----------------------------------------------------------------------------------------------------
 */

static void value_response(void **state)
{
    struct fixture *fixture = fixture_load(
        *state,
        P "<stem><p>Halve {p}.</p></stem><value label=\"h =\" unit=\"cm\" type=\"fraction\" key=\"p/2\" points=\"2\">"
          "<check test=\"2*key eq p\"/><accept>half of {p}</accept><wrong key=\"2*p\" misconception=\"slip\"/>"
          "<wrong key=\"p\" because=\"kept {p}\" points=\"0.5\"/><credit points=\"1\">halves something</credit>"
          "<credit points=\"1\" when=\"p gt 50\">halves a large number</credit></value>"
          "<solution><step><m>{p} div 2 = {answer}</m></step></solution>");
    const struct kin_response *response = &item_of(fixture, "p = 7", 0)->parts[0].responses[0];
    assert_string_equal(response->type, "fraction");
    assert_string_equal(nodes_text(fixture, &response->label), "h =");
    assert_int_equal(response->label.items[0]->kind, KIN_NODE_MATHS);
    assert_string_equal(nodes_text(fixture, &response->unit), "cm");
    assert_string_equal(response->key.text, "7/2");
    assert_string_equal(response->accepted[0].text, "half of 7");
    assert_true(response->accepted_count >= 2); /* and 3.5 or 3 1/2 */
    assert_int_equal(response->wrong_count, 2);
    assert_string_equal(response->wrong[0].answer.text, "14");
    assert_string_equal(response->wrong[0].misconception, "slip");
    assert_null(response->wrong[0].because);
    assert_string_equal(response->wrong[1].because, "kept 7");
    assert_int_equal(response->credit_count, 1);
    assert_string_equal(nodes_text(fixture, &response->credits[0].what), "halves something");
}

static const struct kin_response *first_response(struct fixture *fixture, const char *settings)
{
    return &item_of(fixture, settings, 0)->parts[0].responses[0];
}

static void choice_response(void **state)
{
    struct fixture *fixture = fixture_load(
        *state,
        P "<stem><p>Double {p}.</p></stem><choice key=\"2*p\" order=\"size\"><check test=\"key eq p + p\"/>"
          "<wrong key=\"p\" because=\"kept it\"/><wrong key=\"p^2\" misconception=\"slip\"/><wrong key=\"9*p\"/>"
          "</choice><solution><step><m>2*{p} = {answer}</m></step></solution>");
    const struct kin_response *response = first_response(fixture, "p = 7");
    assert_int_equal(response->option_count, 4);
    assert_string_equal(response->options[0].answer.text, "7");
    assert_string_equal(response->options[0].because, "kept it");
    assert_true(response->options[1].right);
    assert_null(response->options[1].because);
    assert_string_equal(response->options[2].misconception, "slip");
    assert_string_equal(response->options[3].answer.text, "63");
    assert_string_equal(response->key.text, "B  14");
    assert_string_equal(nodes_text(fixture, &response->key.content), "B  14");
}

static void selection_response(void **state)
{
    struct fixture *fixture = fixture_load(
        *state,
        P "<stem><p>Which?</p></stem><multi-select order=\"as-written\" points=\"2\">"
          "<option true=\"p gt 5\"><p><m>{p} gt 5</m></p></option><option true=\"p lt 5\"><m>{p} lt 5</m></option>"
          "<option true=\"p gt 0\">{p} is positive</option></multi-select>");
    const struct kin_response *response = first_response(fixture, "p = 7");
    assert_string_equal(response->key.text, "A, C");
    assert_string_equal(response->options[0].answer.text, "7 > 5");
    assert_int_equal(response->options[0].answer.content.items[0]->kind, KIN_NODE_MATHS); /* no paragraph around it */
}

static void open_response(void **state)
{
    struct fixture *fixture = fixture_load(
        *state,
        P "<stem><p>Explain.</p></stem><open points=\"2\" lines=\"4\" space=\"1in\"><sample><p>{p} is odd.</p></sample>"
          "<rubric><row points=\"2\">says why</row></rubric><check test=\"mod(p, 2) eq 1\"/></open>");
    const struct kin_response *response = first_response(fixture, "p = 7");
    assert_int_equal(response->lines, 4);
    assert_true(response->space_pt > 71.9 && response->space_pt < 72.1);
    assert_string_equal(nodes_text(fixture, &response->sample), "7 is odd.");
    assert_int_equal(response->credit_count, 1);
    assert_null(response->key.text);
}

static void parts_and_frame_of_an_item(void **state)
{
    struct fixture *fixture = fixture_load(
        *state,
        P "<part><stem><p>First {p}.</p></stem><value type=\"integer\" key=\"p\"><check test=\"key - p eq 0\"/></value>"
          "<solution><step><m>{answer}</m></step></solution></part>"
          "<part level=\"2\"><stem><p>Second.</p></stem><value type=\"integer\" key=\"p + 1\"><check test=\"key - 1 eq "
          "answer.a\"/></value><solution><step><m>{answer.a} + 1 = {answer.b}</m></step></solution></part>");
    const struct kin_item *item = item_of(fixture, "p = 7", 0);
    assert_string_equal(item->template_id, "demo");
    assert_string_equal(item->bank_id, "demo");
    assert_string_equal(item->standard, "A.1");
    assert_int_equal(item->part_count, 2);
    assert_string_equal(item->parts[1].label, "b");
    assert_int_equal(item->parts[0].level, 1);
    assert_int_equal(item->parts[1].level, 2);
    assert_string_equal(item->parts[1].standard, "A.1");
    assert_string_equal(item->parts[1].responses[0].key.text, "8");
    assert_string_equal(nodes_text(fixture, &item->parts[1].steps[0].work), "7 + 1 = 8");
}

/* ---- Errors and limits
 * ------------------------------------------------------------------------------------------------ */

static struct fixture *failing(kin_arena *arena, const char *stem, const char *settings)
{
    struct fixture *fixture = fixture_load(arena, kin_format(arena, P "<stem>%s</stem>" VALUE, stem));
    assert_null(try_item(fixture, settings, 0));
    return fixture;
}

static void undefined_values_are_named(void **state)
{
    struct fixture *fixture = failing(*state, "<p>Take {6/p}.</p>", "p = 0");
    assert_int_equal(fixture->diags.count, 1);
    assert_string_equal(fixture->diags.items[0].note, "seen with p = 0");
    failing(*state, "<if test=\"6/p gt 1\"><p>Yes.</p></if>", "p = 0");
    failing(*state, "<for each=\"i\" in=\"1..6/p\"><p>Yes.</p></for>", "p = 0");
}

static void repetitions_are_bounded(void **state)
{
    assert_report(failing(*state, "<for each=\"i\" in=\"1..p\"><p>{i}</p></for>", "p = 51"), KIN_E426,
                  "this prints more than 50 times");
    assert_report(
        failing(*state,
                "<for each=\"i\" in=\"1..p\"><for each=\"j\" in=\"1..p\"><for each=\"k\" in=\"1..p\"><p>{k}</p>"
                "</for></for></for>",
                "p = 40"),
        KIN_E427, "this instance has more than 10,000 pieces of content");
    assert_report(failing(*state,
                          "<for each=\"i\" in=\"1..p\"><for each=\"j\" in=\"1..p\"><for each=\"k\" in=\"1..p\">"
                          "<for each=\"l\" in=\"1..p\"><if test=\"l gt 99\"><p>{k}</p></if></for></for></for></for>",
                          "p = 50"),
                  KIN_E427, "this instance has more than 10,000 pieces of content");
}

static void computing_is_bounded(void **state)
{
    assert_report(
        failing(*state,
                "<for each=\"i\" in=\"1..p\"><for each=\"j\" in=\"1..p\"><p>{sum([v*i*j for v in 1..5000])}</p>"
                "</for></for>",
                "p = 50"),
        KIN_E432, "the content of this instance takes more than 4 million steps to compute");
}

static void formulas_are_bounded(void **state)
{
    assert_report(failing(*state,
                          "<for each=\"i\" in=\"1..p\"><for each=\"j\" in=\"1..p\">"
                          "<m>x + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9</m></for></for>",
                          "p = 40"),
                  KIN_E427, "this instance has more than 10,000 pieces of content");
}

static void text_is_bounded(void **state)
{
    struct kin_buf buf = kin_buf_in(*state);
    for (size_t i = 0; i < 200; i++) {
        kin_buf_add(&buf, "word after word ");
    }
    assert_report(
        failing(*state, kin_format(*state, "<for each=\"i\" in=\"1..p\"><p>%s</p></for>", buf.data), "p = 50"),
        KIN_E428, "this instance has more than 64 KB of text");
}

static void options_that_words_make_alike(void **state)
{
    static const char body[] =
        P "<contexts><context id=\"one\"><word name=\"a\" one=\"ball\"/><word name=\"b\" one=\"bat\"/></context>"
          "<context id=\"two\"><word name=\"a\" one=\"ball\"/><word name=\"b\" one=\"ball\"/></context></contexts>"
          "<stem><p>Which, {p}?</p></stem><choice><option right=\"yes\">the {a}</option><option>the "
          "{b}</option></choice>";
    struct fixture *fixture = fixture_load(*state, body);
    size_t failed = 0;
    for (size_t form = 0; form < 2; form++) { /* contexts take turns */
        if (!try_item(fixture, "p = 3", form)) {
            assert_report(fixture, KIN_E429, "two options print the same: the ball");
            failed++;
        }
    }
    assert_int_equal(failed, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(white_space),
        ARENA_TEST(neighbours_of_one_emphasis_are_one_run),
        ARENA_TEST(conditions),
        ARENA_TEST(repetitions),
        ARENA_TEST(display_formulas_end_a_paragraph),
        ARENA_TEST(chains_and_systems),
        ARENA_TEST(lines_of_quoted_work_are_counted_without_their_heading),
        ARENA_TEST(steps),
        ARENA_TEST(a_step_like_the_one_before_is_dropped),
        ARENA_TEST(formulas_of_a_step_stand_one_a_line),
        ARENA_TEST(rows_that_go_on),
        ARENA_TEST(value_response),
        ARENA_TEST(choice_response),
        ARENA_TEST(selection_response),
        ARENA_TEST(open_response),
        ARENA_TEST(parts_and_frame_of_an_item),
        ARENA_TEST(undefined_values_are_named),
        ARENA_TEST(repetitions_are_bounded),
        ARENA_TEST(computing_is_bounded),
        ARENA_TEST(formulas_are_bounded),
        ARENA_TEST(text_is_bounded),
        ARENA_TEST(options_that_words_make_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
