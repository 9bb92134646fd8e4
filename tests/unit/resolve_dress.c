#include "resolve_fixture.h"

#define P "<parameters><pick name=\"p\" from=\"2..99\"/><person name=\"one\"/><person name=\"two\"/></parameters>"
#define VALUE                                                                                                          \
    "<value type=\"integer\" key=\"p\"><check test=\"key eq "                                                          \
    "p\"/></value><solution><step><m>{answer}</m></step></solution>"

static const char *stem_of(struct fixture *fixture, size_t form)
{
    return nodes_text(fixture, &item_of(fixture, "p = 3", form)->stem);
}

static void people_of_an_item_differ(void **state)
{
    struct fixture *fixture = fixture_load(*state, P "<stem><p>{one}/{two}</p></stem>" VALUE);
    for (size_t form = 0; form < 8; form++) {
        const char *text = stem_of(fixture, form);
        assert_int_equal(strlen(text), strlen("Ana/Ben"));
        assert_int_not_equal(strncmp(text, text + 4, 3), 0);
        assert_string_equal(text, stem_of(fixture, form));
    }
}

static void people_vary_with_form_and_seed(void **state)
{
    struct fixture *fixture = fixture_load(*state, P "<stem><p>{one}/{two}</p></stem>" VALUE);
    const char *first = stem_of(fixture, 0);
    size_t by_form = 0, by_seed = 0;
    for (size_t i = 1; i < 8; i++) {
        by_form += strcmp(first, stem_of(fixture, i)) != 0;
    }
    for (size_t i = 0; i < 8; i++) {
        fixture->seed.number = 100 + i;
        by_seed += strcmp(first, stem_of(fixture, 0)) != 0;
    }
    assert_true(by_form >= 3 && by_seed >= 3);
}

static void pronouns(void **state)
{
    struct fixture *fixture = fixture_load(
        *state,
        P "<stem><p>{one} {two}: {one.They}, {one.them}, {one.their}; {one.Them}, {one.Their}.</p></stem>" VALUE);
    size_t seen = 0;
    for (size_t form = 0; form < 8; form++) {
        const char *text = stem_of(fixture, form);
        const char *expected = strncmp(text, "Ana", 3) == 0   ? "She, her, her; Her, Her."
                               : strncmp(text, "Ben", 3) == 0 ? "He, him, his; Him, His."
                                                              : "They, them, their; Them, Their.";
        assert_string_equal(text + strlen("Ana Ben: "), expected);
        seen |= (size_t)1 << (text[0] - 'A');
    }
    assert_true((seen & (seen - 1)) != 0); /* not always the same person */
}

static void a_person_without_a_name(void **state)
{
    struct fixture *fixture = fixture_load(
        *state,
        "<parameters><pick name=\"p\" from=\"2..99\"/><person name=\"a\"/><person name=\"b\"/><person name=\"c\"/>"
        "<person name=\"d\"/></parameters><stem><p>{a} {b} {c} {d}</p></stem>" VALUE);
    assert_null(try_item(fixture, "p = 3", 0));
    assert_report(fixture, KIN_E425, "there is no name for the person 'd'");
}

/* ---- Contexts ------------------------------------------------------------------------------------------------------
 */

#define CONTEXTS                                                                                                       \
    "<contexts><context id=\"show\"><word name=\"thing\" one=\"ticket\" many=\"tickets\"/></context>"                  \
    "<context id=\"farm\"><word name=\"thing\" one=\"egg\" many=\"eggs\"/></context>"                                  \
    "<context id=\"port\" fits=\"p gt 50\"><word name=\"thing\" one=\"ship\" many=\"ships\"/></context></contexts>"
#define STORY                                                                                                          \
    "<parameters><pick name=\"p\" from=\"1..99\"/></parameters>" CONTEXTS "<stem><p>{count(p, "                        \
    "thing)}</p></stem>" VALUE

static void contexts_take_turns(void **state)
{
    struct fixture *fixture = fixture_load(*state, STORY);
    const char *a = item_of(fixture, "p = 3", 0)->context, *b = item_of(fixture, "p = 3", 1)->context;
    assert_string_not_equal(a, b);
    assert_string_equal(item_of(fixture, "p = 3", 2)->context, a);
    for (size_t form = 0; form < 8; form++) {
        assert_string_not_equal(item_of(fixture, "p = 3", form)->context, "port");
    }
}

static void a_context_that_fits_joins_in(void **state)
{
    struct fixture *fixture = fixture_load(*state, STORY);
    const char *a = item_of(fixture, "p = 70", 0)->context, *b = item_of(fixture, "p = 70", 1)->context;
    const char *c = item_of(fixture, "p = 70", 2)->context;
    assert_string_not_equal(a, b);
    assert_string_not_equal(b, c);
    assert_string_not_equal(a, c);
}

static void words_are_filled_in(void **state)
{
    struct fixture *fixture = fixture_load(*state, STORY);
    const struct kin_item *item = item_of(fixture, "p = 3", 0);
    assert_string_equal(nodes_text(fixture, &item->stem), strcmp(item->context, "show") == 0 ? "3 tickets" : "3 eggs");
    item = item_of(fixture, "p = 1", 0);
    assert_string_equal(nodes_text(fixture, &item->stem), strcmp(item->context, "show") == 0 ? "1 ticket" : "1 egg");
}

static void a_context_that_is_set(void **state)
{
    struct fixture *fixture = fixture_load(*state, STORY);
    put(fixture, "p = 3");
    struct kin_dressing dressing = {.seed = &fixture->seed, .form = "A", .context = "port"};
    assert_string_equal(kin_dress(fixture->template, &fixture->frame, &dressing), "port");
}

static void no_context_fits(void **state)
{
    struct fixture *fixture = fixture_load(
        *state,
        "<parameters><pick name=\"p\" from=\"1..99\"/></parameters><contexts><context id=\"port\" fits=\"p gt 50\">"
        "<word name=\"thing\" one=\"ship\"/></context></contexts><stem><p>{p} {thing}</p></stem>" VALUE);
    assert_null(try_item(fixture, "p = 3", 0));
    assert_report(fixture, KIN_E430, "none of the contexts fits these values");
}

/* ---- Options --------------------------------------------------------------------------------------------------------
 */

#define CHOICE                                                                                                         \
    "<parameters><pick name=\"p\" from=\"2..99\"/></parameters><stem><p>Double {p}.</p></stem>"                        \
    "<choice key=\"2*p\"%s><check test=\"key eq p + p\"/><wrong key=\"p\"/><wrong key=\"p^2\"/><wrong key=\"p + "      \
    "2\"/></choice>"                                                                                                   \
    "<solution><step><m>2*{p} = {answer}</m></step></solution>"

static const char *options_of(struct fixture *fixture, size_t form)
{
    const struct kin_response *response = &item_of(fixture, "p = 7", form)->parts[0].responses[0];
    struct kin_buf buf = kin_buf_in(fixture->arena);
    for (size_t i = 0; i < response->option_count; i++) {
        kin_buf_addf(&buf, "%s%s%s", i ? " " : "", response->options[i].answer.text,
                     response->options[i].right ? "*" : "");
    }
    return buf.data;
}

static size_t place_of_key(struct fixture *fixture, size_t form)
{
    return (size_t)(item_of(fixture, "p = 7", form)->parts[0].responses[0].key.text[0] - 'A');
}

static void keys_are_spread_over_the_places(void **state)
{
    struct fixture *fixture = fixture_load(*state, kin_format(*state, CHOICE, ""));
    for (uint64_t seed = 0; seed < 20; seed++) {
        size_t uses[4] = {0};
        fixture->seed.number = seed;
        for (size_t form = 0; form < 8; form++) {
            uses[place_of_key(fixture, form)]++;
        }
        for (size_t i = 0; i < 4; i++) {
            assert_int_equal(uses[i], 2);
        }
    }
}

/* The first form's key is no likelier at one place than at another: 400 seeds give 100 each, give or take 45
 * (more than five standard deviations). */
static void no_place_is_favoured(void **state)
{
    struct fixture *fixture = fixture_load(*state, kin_format(*state, CHOICE, ""));
    int uses[4] = {0};
    for (uint64_t seed = 0; seed < 400; seed++) {
        fixture->seed.number = seed;
        uses[place_of_key(fixture, 0)]++;
    }
    for (size_t i = 0; i < 4; i++) {
        assert_in_range(uses[i], 55, 145);
    }
}

static void wrong_options_are_shuffled_too(void **state)
{
    struct fixture *fixture = fixture_load(*state, kin_format(*state, CHOICE, ""));
    size_t differ = 0;
    for (size_t form = 0; form < 4; form++) {
        differ += strcmp(options_of(fixture, form), options_of(fixture, form + 4)) != 0; /* same place of the key */
    }
    assert_true(differ >= 1);
}

static void options_by_size(void **state)
{
    struct fixture *fixture = fixture_load(*state, kin_format(*state, CHOICE, " order=\"size\""));
    assert_string_equal(options_of(fixture, 0), "7 9 14* 49");
    assert_string_equal(options_of(fixture, 1), "7 9 14* 49");
}

static void pinned_options_stay_last(void **state)
{
    struct fixture *fixture = fixture_load(
        *state, "<parameters><pick name=\"p\" from=\"2..99\"/></parameters><stem><p>Is {p} odd?</p></stem>"
                "<choice><option pinned=\"last\">cannot tell</option><option true=\"mod(p, 2) eq 1\">odd</option>"
                "<option true=\"mod(p, 2) eq 0\">even</option><option>neither</option></choice>");
    for (size_t form = 0; form < 8; form++) {
        const char *text = options_of(fixture, form);
        assert_string_equal(text + strlen(text) - strlen("cannot tell"), "cannot tell");
    }
}

static void options_as_written(void **state)
{
    struct fixture *fixture = fixture_load(
        *state,
        "<parameters><pick name=\"p\" from=\"2..99\"/></parameters><stem><p>Is {p} odd?</p></stem>"
        "<choice order=\"as-written\"><option true=\"mod(p, 2) eq 1\">yes</option><option true=\"mod(p, 2) eq 0\">no"
        "</option></choice>");
    assert_string_equal(options_of(fixture, 0), "yes* no");
    assert_string_equal(options_of(fixture, 5), "yes* no");
}

static void another_try_moves_everything(void **state)
{
    struct fixture *fixture = fixture_load(*state, kin_format(*state, CHOICE, ""));
    struct kin_dressing dressing = {.seed = &fixture->seed, .form = "A"};
    size_t moved = 0;
    put(fixture, "p = 7");
    assert_true(judge(fixture));
    const char *first = NULL;
    for (uint64_t redraw = 0; redraw < 12; redraw++) {
        dressing.redraw = redraw;
        const struct kin_item *item =
            kin_resolve(fixture->template, &fixture->frame, fixture->judgements, &dressing, &fixture->diags);
        assert_non_null(item);
        const char *key = item->parts[0].responses[0].key.text;
        first = first ? first : key;
        moved += strcmp(first, key) != 0;
    }
    assert_true(moved >= 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(people_of_an_item_differ),
        ARENA_TEST(people_vary_with_form_and_seed),
        ARENA_TEST(pronouns),
        ARENA_TEST(a_person_without_a_name),
        ARENA_TEST(contexts_take_turns),
        ARENA_TEST(a_context_that_fits_joins_in),
        ARENA_TEST(words_are_filled_in),
        ARENA_TEST(a_context_that_is_set),
        ARENA_TEST(no_context_fits),
        ARENA_TEST(keys_are_spread_over_the_places),
        ARENA_TEST(no_place_is_favoured),
        ARENA_TEST(wrong_options_are_shuffled_too),
        ARENA_TEST(options_by_size),
        ARENA_TEST(pinned_options_stay_last),
        ARENA_TEST(options_as_written),
        ARENA_TEST(another_try_moves_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
