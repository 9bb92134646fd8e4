/* Words of English and Spanish: tables of what they make of nouns, lists, meetings of words and numbers. */
#include "value/grammar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static int arena_make(void **state)
{
    *state = kin_arena_new();
    return 0;
}

static int arena_free(void **state)
{
    kin_arena_free(*state);
    return 0;
}

static void english_articles(void **state)
{
    static const char *const rows[][2] = {
        {"ticket", "a ticket"},
        {"apple", "an apple"},
        {"uniform", "a uniform"},
        {"uninvited guest", "an uninvited guest"},
        {"ukulele", "a ukulele"},
        {"umbrella", "an umbrella"},
        {"hour", "an hour"},
        {"house", "a house"},
        {"European city", "a European city"},
        {"one-way ticket", "a one-way ticket"},
        {"orange", "an orange"},
        {"8-foot rope", "an 8-foot rope"},
        {"11-inch disk", "an 11-inch disk"},
        {"110-volt lamp", "a 110-volt lamp"},
        {"18,000-mile trip", "an 18,000-mile trip"},
        {"$80 coupon", "an $80 coupon"},
        {"utter mess", "an utter mess"},
        {"X", "a X"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kin_word word = {.one = rows[i][0]};
        assert_string_equal(kin_grammar_english.indefinite(*state, &word, KIN_ONE_OF_IT), rows[i][1]);
    }
    struct kin_word x_ray = {.one = "X-ray", .many = "X-rays", .article = "an"};
    assert_string_equal(kin_grammar_english.indefinite(*state, &x_ray, KIN_ONE_OF_IT), "an X-ray");
    assert_string_equal(kin_grammar_english.indefinite(*state, &x_ray, KIN_MANY_OF_IT), "X-rays");
    assert_string_equal(kin_grammar_english.definite(*state, &x_ray, KIN_MANY_OF_IT), "the X-rays");
    x_ray.many = NULL;
    assert_null(kin_grammar_english.definite(*state, &x_ray, KIN_MANY_OF_IT));
}

static void spanish_articles(void **state)
{
    static const struct {
        struct kin_word word;
        const char *the, *a, *several_the, *several;
    } rows[] = {
        {{.one = "boleto", .many = "boletos", .gender = 'm'}, "el boleto", "un boleto", "los boletos", "unos boletos"},
        {{.one = "camisa", .many = "camisas", .gender = 'f'}, "la camisa", "una camisa", "las camisas", "unas camisas"},
        {{.one = "aula", .many = "aulas", .gender = 'f', .article = "el"},
         "el aula",
         "un aula",
         "las aulas",
         "unas aulas"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct kin_word *word = &rows[i].word;
        assert_string_equal(kin_grammar_spanish.definite(*state, word, KIN_ONE_OF_IT), rows[i].the);
        assert_string_equal(kin_grammar_spanish.indefinite(*state, word, KIN_ONE_OF_IT), rows[i].a);
        assert_string_equal(kin_grammar_spanish.definite(*state, word, KIN_MANY_OF_IT), rows[i].several_the);
        assert_string_equal(kin_grammar_spanish.indefinite(*state, word, KIN_MANY_OF_IT), rows[i].several);
    }
    struct kin_word nobody = {.one = "boleto"};
    assert_null(kin_grammar_spanish.definite(*state, &nobody, KIN_ONE_OF_IT));
}

/* What two stretches of text make together. */
static const char *met(kin_arena *arena, const char *before, const char *after)
{
    size_t lost_before, lost_after;
    const char *melted = kin_grammar_spanish.meet(before, after, &lost_before, &lost_after);
    if (!melted) {
        return kin_format(arena, "%s%s", before, after);
    }
    return kin_format(arena, "%.*s%s%s", (int)(strlen(before) - lost_before), before, melted, after + lost_after);
}

static void spanish_meetings(void **state)
{
    static const char *const rows[][3] = {
        {"El precio de ", "el boleto", "El precio del boleto"},
        {"Suma a ", "el total", "Suma al total"},
        {"De ", "el lado", "Del lado"},
        {"El libro de ", "Elena", "El libro de Elena"},
        {"desde ", "el lago", "desde el lago"},
        {"Ana y ", "Inés", "Ana e Inés"},
        {"Ana y ", "Hilda", "Ana e Hilda"},
        {"agua y ", "hielo", "agua y hielo"},
        {"Ana y ", "Yuki", "Ana y Yuki"},
        {"7 o ", "8", "7 u 8"},
        {"10 o ", "11", "10 u 11"},
        {"10 o ", "110", "10 o 110"},
        {"Ana o ", "Omar", "Ana u Omar"},
        {"hoy ", "Inés", "hoy Inés"},
        {"(de ", "el río", "(del río"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(met(*state, rows[i][0], rows[i][1]), rows[i][2]);
    }
}

static const char *listed(kin_arena *arena, const struct kin_grammar *grammar, const char *joining,
                          const char *const *items)
{
    size_t count = 0;
    while (items[count]) {
        count++;
    }
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add(&buf, "");
    for (size_t i = 0; i < count; i++) {
        kin_buf_add(&buf, grammar->separator(arena, i, count, joining, items[i]));
        kin_buf_add(&buf, items[i]);
    }
    return buf.data;
}

static void lists(void **state)
{
    static const char *const three[] = {"red", "green", "blue", NULL}, *const names[] = {"Ana", "Luis", "Inés", NULL};
    assert_string_equal(listed(*state, &kin_grammar_english, "and", three), "red, green, and blue");
    assert_string_equal(listed(*state, &kin_grammar_english, "or", three + 1), "green or blue");
    assert_string_equal(listed(*state, &kin_grammar_spanish, "y", names), "Ana, Luis e Inés");
    assert_string_equal(listed(*state, &kin_grammar_spanish, "y", names + 2), "Inés");
}

static void number_words(void **state)
{
    static const struct {
        int64_t number;
        const char *english, *spanish;
    } rows[] = {
        {0, "zero", "cero"},
        {1, "one", "uno"},
        {16, "sixteen", "dieciséis"},
        {21, "twenty-one", "veintiuno"},
        {31, "thirty-one", "treinta y uno"},
        {100, "one hundred", "cien"},
        {101, "one hundred one", "ciento uno"},
        {555, "five hundred fifty-five", "quinientos cincuenta y cinco"},
        {1000, "one thousand", "mil"},
        {1001, "one thousand one", "mil uno"},
        {21000, "twenty-one thousand", "veintiún mil"},
        {31500, "thirty-one thousand five hundred", "treinta y un mil quinientos"},
        {100000, "one hundred thousand", "cien mil"},
        {1000000, "one million", "un millón"},
        {2000021, "two million twenty-one", "dos millones veintiuno"},
        {1000000000, "one billion", "mil millones"},
        {2000000000000, "two trillion", "dos billones"},
        {-42, "negative forty-two", "menos cuarenta y dos"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(kin_grammar_english.words(*state, rows[i].number), rows[i].english);
        assert_string_equal(kin_grammar_spanish.words(*state, rows[i].number), rows[i].spanish);
    }
    assert_string_equal(kin_grammar_english.ordinal_ending(113), "th");
    assert_string_equal(kin_grammar_english.ordinal_ending(23), "rd");
    assert_string_equal(kin_grammar_spanish.ordinal_ending(3), ".º");
}

static void languages(void **state)
{
    (void)state;
    assert_string_equal(kin_language_of("es-MX")->tag, "es-MX");
    assert_string_equal(kin_language_of("es-PR")->tag, "es");
    assert_string_equal(kin_language_usual()->tag, "en");
    assert_null(kin_language_of("est"));
    assert_null(kin_language_of(""));
    assert_int_equal(kin_language_match("es", "es"), 2);
    assert_int_equal(kin_language_match("es", "es-MX"), 1);
    assert_int_equal(kin_language_match("es", "est"), 0);
    assert_string_equal(kin_language_name("fr"), "fr");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_articles), cmocka_unit_test(spanish_articles),
        cmocka_unit_test(spanish_meetings), cmocka_unit_test(lists),
        cmocka_unit_test(number_words),     cmocka_unit_test(languages),
    };
    return cmocka_run_group_tests(tests, arena_make, arena_free);
}
