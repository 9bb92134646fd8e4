/* The catalogue of what pages say of themselves: whole in every language, with the same gaps to fill. */
#include "content/furniture.h"

#include "content/answer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    const char *id, *english, *spanish;
} rows[] = {
#define KIN_FURNITURE(id, english, spanish) {#id, english, spanish},
#include "content/furniture.def"
#undef KIN_FURNITURE
};

/* The next gap after `text`: "%s"; NULL: none. %% is none. */
static const char *next_gap(const char *text)
{
    while ((text = strchr(text, '%')) && text[1] == '%') {
        text += 2;
    }
    return text;
}

static void gaps_agree(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *a = next_gap(rows[i].english), *b = next_gap(rows[i].spanish);
        while (a && b) {
            assert_int_equal(a[1], b[1]);
            a = next_gap(a + 2);
            b = next_gap(b + 2);
        }
        if (a || b) {
            fail_msg("%s: one language has more gaps than the other", rows[i].id);
        }
        assert_true(*rows[i].english && *rows[i].spanish);
    }
}

static void languages(void **state)
{
    (void)state;
    assert_string_equal(kin_furniture_of("es-MX")->date, "Fecha");
    assert_string_equal(kin_furniture_of("en-US")->date, "Date");
    assert_string_equal(kin_furniture_of("xx")->date, "Date");
    assert_string_equal(kin_furniture_of(NULL)->date, "Date");
    assert_string_equal(kin_furniture_say("es", "any equivalent equation"), "cualquier ecuación equivalente");
    assert_string_equal(kin_furniture_say("es", "no such text"), "no such text");
}

/* What an answer type says of other right answers prints on keys, so it has a row. */
static void answer_types(void **state)
{
    (void)state;
    size_t count;
    const struct kin_answer_type *const *types = kin_answer_types(&count);
    for (size_t i = 0; i < count; i++) {
        const char *said = types[i]->accepted;
        if (said && strcmp(kin_furniture_say("es", said), said) == 0) {
            fail_msg("furniture.def has no row for \"%s\" of the answer type %s", said, types[i]->name);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(gaps_agree), cmocka_unit_test(languages),
                                       cmocka_unit_test(answer_types)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
