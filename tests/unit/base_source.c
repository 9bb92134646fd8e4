#include "unit.h"

#include "base/source.h"

#include <string.h>

static struct kin_source source_of(const char *bytes)
{
    return (struct kin_source){.path = "bank.xml", .bytes = bytes, .length = strlen(bytes), .quotable = true};
}

static struct kin_place place_at(const struct kin_source *source, const char *needle)
{
    uint32_t at = (uint32_t)(strstr(source->bytes, needle) - source->bytes);
    return kin_place_of((struct kin_span){source, at, at + 1});
}

static void lines_and_columns_count_from_one(void **state)
{
    (void)state;
    struct kin_source source = source_of("a\n\u00E9\u00E9 x\r\n\ty");
    struct kin_place first = place_at(&source, "a"), x = place_at(&source, "x"), y = place_at(&source, "y");
    assert_true(first.line == 1 && first.column == 1 && first.line_length == 1);
    assert_true(x.line == 2 && x.column == 4 && x.line_length == 6);
    assert_true(y.line == 3 && y.column == 2 && y.line_length == 2);
}

/* The raw text that stands for decoded bytes begin to end-1. */
static const char *raw_part(kin_arena *arena, const char *raw, const char *decoded, size_t begin, size_t end)
{
    struct kin_source *source = KIN_NEW(arena, struct kin_source);
    *source = source_of(kin_format(arena, "<p>%s</p>", raw));
    struct kin_text text = {decoded, strlen(decoded), {source, 3, (uint32_t)(3 + strlen(raw))}};
    struct kin_span span = kin_text_part(&text, begin, end);
    return kin_copy_n(arena, source->bytes + span.begin, span.end - span.begin);
}

static void parts_are_found_through_entities_and_line_ends(void **state)
{
    assert_string_equal(raw_part(*state, "a &lt; b", "a < b", 2, 3), "&lt;");
    assert_string_equal(raw_part(*state, "a &lt; b", "a < b", 4, 5), "b");
    assert_string_equal(raw_part(*state, "&#x3C0;&#960;r", "\u03C0\u03C0r", 4, 5), "r");
    assert_string_equal(raw_part(*state, "\u03C0&amp;x", "\u03C0&x", 3, 4), "x");
    assert_string_equal(raw_part(*state, "a\r\nb\r\nc", "a\nb\nc", 4, 5), "c");
    assert_string_equal(raw_part(*state, "a\r\nb\r\nc", "a\nb\nc", 0, 5), "a\r\nb\r\nc");
    assert_string_equal(raw_part(*state, "&amp;&amp;", "&&", 2, 2), "");
}

static void an_ampersand_of_plain_text_is_itself(void **state)
{
    struct kin_text text = kin_text_source(*state, "expr", "a & b; c");
    struct kin_span span = kin_text_part(&text, 7, 8);
    assert_int_equal(span.begin, 7);
    assert_int_equal(span.end, 8);
}

static void a_text_from_nowhere_has_no_source(void **state)
{
    (void)state;
    struct kin_text text = kin_text_plain("1 + 1");
    assert_null(kin_text_part(&text, 1, 2).source);
    assert_int_equal(text.length, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_and_columns_count_from_one),
        ARENA_TEST(parts_are_found_through_entities_and_line_ends),
        ARENA_TEST(an_ampersand_of_plain_text_is_itself),
        cmocka_unit_test(a_text_from_nowhere_has_no_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
