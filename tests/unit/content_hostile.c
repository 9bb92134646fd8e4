/* Formulas and texts that nobody would write: too deep, too long, cut off, random. Each ends soon, in a report or in
 * something that can be printed. */
#include "base/limits.h"
#include "content/formula.h"
#include "random/pcg.h"
#include "unit.h"

#include <string.h>

enum { SMALL_MEMORY = 16 * 1024 * 1024 };

struct place {
    struct kin_diags diags;
    struct kin_reading reading;
    struct kin_frame frame;
    struct kin_value slots[3];
};

/* Names: a number n, a word w and an expression with letters e. */
static void set_up(struct place *place, kin_arena *arena)
{
    *place = (struct place){.diags = kin_diags_in(arena)};
    place->reading = (struct kin_reading){arena, &place->diags, kin_scope_new(arena, NULL)};
    place->slots[0] = kin_value_number(kin_rat_ratio(arena, -7, 2));
    place->slots[1] = kin_value_word(arena, "gym", NULL);
    place->slots[2] = kin_value_poly(kin_poly_letter(arena, 'x'));
    static const char *const names[] = {"n", "w", "e"};
    for (int i = 0; i < 3; i++) {
        kin_scope_add(place->reading.scope, names[i], kin_value_type(&place->slots[i]));
    }
    place->frame = (struct kin_frame){.arena = arena, .slots = place->slots};
}

static char *repeated(kin_arena *arena, const char *part, size_t count)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < count; i++) {
        kin_buf_add(&buf, part);
    }
    return buf.data;
}

/* Read, print, judge: whatever can be done with it. */
static bool all_of(struct place *place, kin_arena *arena, const char *text)
{
    struct kin_formula *formula = kin_formula_parse(&place->reading, kin_text_source(arena, "bank", text));
    if (!formula) {
        assert_true(place->diags.errors > 0);
        return false;
    }
    const struct kin_maths *maths = kin_formula_resolve(formula, &place->frame);
    if (maths) {
        kin_maths_text(arena, maths);
        assert_true(kin_maths_equal(maths, kin_formula_resolve(formula, &place->frame)));
    }
    kin_formula_verdict(formula, &place->frame, NULL, 0);
    return true;
}

static void refused(kin_arena *arena, const char *text, enum kin_diag_id id)
{
    struct place place;
    set_up(&place, arena);
    assert_false(all_of(&place, arena, text));
    assert_int_equal(place.diags.items[0].id, id);
    assert_non_null(place.diags.items[0].mend);
}

static void too_deep(void **state)
{
    kin_arena *arena = *state;
    refused(arena, repeated(arena, "(", 1000), KIN_E262);
    refused(arena, repeated(arena, "{{", 1000), KIN_E262);
    refused(arena, repeated(arena, "sqrt(", 500), KIN_E262);
    refused(arena, repeated(arena, "|1+", 500), KIN_E262);
    refused(arena, kin_format(arena, "x%s", repeated(arena, "_1", 500)), KIN_E262);
    refused(arena, kin_format(arena, "x%s", repeated(arena, "%", 500)), KIN_E262);
    refused(arena, repeated(arena, "-", 500), KIN_E262);
    refused(arena, kin_format(arena, "x^%s", repeated(arena, "(-", 500)), KIN_E262);
}

static void too_long(void **state)
{
    kin_arena *arena = *state;
    struct place place;
    set_up(&place, arena);
    assert_null(kin_formula_parse(&place.reading, kin_text_source(arena, "bank", repeated(arena, "x+", 40000))));
    assert_int_equal(place.diags.items[0].id, KIN_E261);
    assert_null(kin_phrase_parse(&place.reading, kin_text_source(arena, "bank", repeated(arena, "ab ", 30000))));
    assert_int_equal(place.diags.items[1].id, KIN_E275);
    assert_null(kin_phrase_parse(&place.reading, kin_text_source(arena, "bank", repeated(arena, "{n}", 20000))));
    assert_int_equal(place.diags.items[2].id, KIN_E276);
    refused(arena, repeated(arena, "{", 4001), KIN_E268);
}

static void large_numbers(void **state)
{
    kin_arena *arena = *state;
    struct place place;
    set_up(&place, arena);
    refused(arena, repeated(arena, "9", 4000), KIN_E294);
    assert_true(all_of(&place, arena, "99999999999999999999^{n - n + 9999999} = 1"));
    assert_int_equal(place.frame.fault.id, KIN_E294);
    assert_true(all_of(&place, arena, "(x + y + z)^32 = 1"));
    assert_true(all_of(&place, arena, "(x + y + z + w + v)^32 = 1"));
    assert_true(kin_arena_size(arena) < SMALL_MEMORY);
}

/* Text put together at random from pieces of the notation: many are wrong, none may hurt. */
static void random_text(void **state)
{
    static const char *const pieces[] = {
        "x",   "y", "2",    "1",      "3/4",  "{n}", "{e}",   "{w}",     "{n: mixed}", "{n!}",  "(",      ")", "+",
        "-",   "*", "/",    "^",      "_",    "|",   "sqrt(", "{{",      "}}",         ",",     " ",      "=", "<=",
        "~~",  "%", "$",    "\"cm\"", " or ", "...", ":",     "root(3,", "[",          "]",     "'",      "{", "}",
        "{n:", "0", " pi ", "12,400", "≤",    "°",   "\xC3",  "\x01",    "!",          "{e/n}", " times "};
    enum { PIECES = sizeof pieces / sizeof *pieces, ROUNDS = 20000, LONGEST = 24 };
    (void)state;
    struct kin_pcg pcg = kin_pcg_seed(42, 54);
    size_t read = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        kin_arena *arena = kin_arena_new();
        struct place place;
        set_up(&place, arena);
        struct kin_buf buf = kin_buf_in(arena);
        for (size_t i = kin_pcg_next(&pcg) % LONGEST; i > 0; i--) {
            kin_buf_add(&buf, pieces[kin_pcg_next(&pcg) % PIECES]);
        }
        read += all_of(&place, arena, buf.data);
        struct kin_nodes nodes = {0};
        struct kin_phrase *phrase = kin_phrase_parse(&place.reading, kin_text_source(arena, "bank", buf.data));
        if (phrase) {
            kin_phrase_resolve(phrase, &place.frame, KIN_UPRIGHT, &nodes);
        }
        kin_arena_free(arena);
    }
    assert_true(read > 100);
}

/* Deepest formula that is allowed prints and evaluates. */
static void deep_enough(void **state)
{
    kin_arena *arena = *state;
    struct place place;
    set_up(&place, arena);
    const char *text = kin_format(arena, "%s5%s = 5", repeated(arena, "(", KIN_LIMIT_EXPR_DEPTH),
                                  repeated(arena, ")", KIN_LIMIT_EXPR_DEPTH));
    struct kin_formula *formula = kin_formula_parse(&place.reading, kin_text_source(arena, "bank", text));
    assert_non_null(formula);
    assert_string_equal(kin_maths_text(arena, kin_formula_resolve(formula, &place.frame)), text);
    assert_int_equal(kin_formula_verdict(formula, &place.frame, NULL, 0), KIN_VERDICT_TRUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(too_deep),    ARENA_TEST(too_long),    ARENA_TEST(large_numbers),
        ARENA_TEST(random_text), ARENA_TEST(deep_enough),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
