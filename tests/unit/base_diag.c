#include "unit.h"

#include "base/diag.h"
#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

static struct kin_span span_of(const struct kin_text *text, const char *needle)
{
    size_t at = (size_t)(strstr(text->chars, needle) - text->chars);
    return kin_text_part(text, at, at + strlen(needle));
}

static const char *written(const struct kin_diags *diags, size_t index)
{
    struct kin_buf buf = kin_buf_in(diags->arena);
    kin_diag_write(&buf, &diags->items[index]);
    return buf.data;
}

static void a_diagnostic_quotes_its_line_with_carets(void **state)
{
    struct kin_diags diags = kin_diags_in(*state);
    struct kin_text text = kin_text_source(*state, "b.xml", "one\n\t\u00E9 = a / b\nthree");
    kin_report(&diags, KIN_E105, span_of(&text, "a / b"), "why", NULL);
    kin_report_note(&diags, "seen with b = %d", 0);
    kin_report_mend(&diags, "add <where test=\"b ne 0\"/>");
    assert_string_equal(written(&diags, 0), "b.xml:2:6: error E105: this is not a CSV table with a header row: why\n"
                                            "    \t\u00E9 = a / b\n"
                                            "    \t    ^~~~~\n"
                                            "  note: seen with b = 0\n"
                                            "  mend: add <where test=\"b ne 0\"/>\n");
    assert_int_equal(diags.errors, 1);
}

static void carets_stay_within_their_line(void **state)
{
    struct kin_diags diags = kin_diags_in(*state);
    struct kin_text text = kin_text_source(*state, "b.xml", "ab\ncd");
    kin_report(&diags, KIN_E103, (struct kin_span){text.span.source, 1, 5}, NULL);
    kin_report(&diags, KIN_E103, (struct kin_span){text.span.source, 5, 5}, NULL);
    assert_non_null(strstr(written(&diags, 0), "    ab\n     ^\n"));
    assert_non_null(strstr(written(&diags, 1), "b.xml:2:3: "));
    assert_non_null(strstr(written(&diags, 1), "    cd\n      ^\n"));
}

static void long_lines_are_cut_at_whole_characters(void **state)
{
    struct kin_buf line = kin_buf_in(*state);
    for (int i = 0; i < 300; i++) {
        kin_buf_add(&line, i == 150 ? "X" : "\u20AC");
    }
    struct kin_diags diags = kin_diags_in(*state);
    struct kin_text text = kin_text_source(*state, "b.xml", line.data);
    kin_report(&diags, KIN_E103, span_of(&text, "X"), NULL);
    const char *shown = strstr(written(&diags, 0), "\n    ") + 5;
    assert_null(strstr(shown, "\\x"));
    const char *carets = strchr(shown, '\n') + 5;
    size_t before_mark = strcspn(shown, "X") / strlen("\u20AC");
    assert_int_equal(strcspn(carets, "^"), before_mark);
}

static void text_of_a_bank_cannot_steer_the_terminal(void **state)
{
    struct kin_diags diags = kin_diags_in(*state);
    kin_report(&diags, KIN_E101, (struct kin_span){0}, "a\x1B[2J\u202Eb\xFF", "%1 %s", NULL);
    assert_string_equal(written(&diags, 0), "error E101: cannot read 'a\\u{1b}[2J\\u{202e}b\\xff': %1 %s\n");
}

static void sources_that_are_not_banks_are_not_quoted(void **state)
{
    struct kin_diags diags = kin_diags_in(*state);
    struct kin_source secret = {.path = "/etc/secret", .bytes = "password", .length = 8};
    kin_report(&diags, KIN_E103, (struct kin_span){&secret, 2, 2}, NULL);
    assert_null(strstr(written(&diags, 0), "password"));
}

static void a_second_report_at_the_same_place_is_dropped_with_its_note(void **state)
{
    struct kin_diags diags = kin_diags_in(*state);
    struct kin_text text = kin_text_source(*state, "b.xml", "abc");
    kin_report(&diags, KIN_E103, text.span, NULL);
    kin_report(&diags, KIN_E104, text.span, NULL);
    kin_report_note(&diags, "of the second");
    kin_report(&diags, KIN_E103, text.span, NULL);
    kin_report_note(&diags, "of the first again");
    assert_int_equal(diags.count, 2);
    assert_int_equal(diags.errors, 2);
    assert_string_equal(diags.items[1].note, "of the second");
}

static void beyond_the_limit_they_are_only_counted(void **state)
{
    struct kin_diags diags = kin_diags_in(*state);
    for (int i = 0; i < KIN_LIMIT_DIAGNOSTICS + 50; i++) {
        kin_report(&diags, KIN_E101, (struct kin_span){0}, "x", "y", NULL);
        kin_report_note(&diags, "%d", i);
    }
    assert_int_equal(diags.count, KIN_LIMIT_DIAGNOSTICS);
    assert_int_equal(diags.errors, KIN_LIMIT_DIAGNOSTICS + 50);
    assert_int_equal(atoi(diags.items[diags.count - 1].note), KIN_LIMIT_DIAGNOSTICS - 1);
}

static void rows_are_found_by_name(void **state)
{
    (void)state;
    assert_ptr_equal(kin_diag_row_named("e101"), kin_diag_row(KIN_E101));
    assert_string_equal(kin_diag_row(KIN_E602)->name, "E602");
    assert_null(kin_diag_row_named("E999"));
}

static void every_row_is_complete_and_its_name_unique(void **state)
{
    (void)state;
    for (int id = 0; id < KIN_DIAG_COUNT; id++) {
        const struct kin_diag_row *row = kin_diag_row((enum kin_diag_id)id);
        assert_ptr_equal(kin_diag_row_named(row->name), row);
        assert_true(strlen(row->text) > 1 && row->text[strlen(row->text) - 1] != '.');
        assert_true(strlen(row->explanation) > 20);
        assert_true((row->name[0] == 'E') == (row->severity == KIN_ERROR));
    }
}

static void the_nearest_word_is_suggested(void **state)
{
    (void)state;
    static const char *const words[] = {"value", "choice", "blanks"};
    assert_string_equal(kin_nearest("vlaue", words, 3), "value");
    assert_string_equal(kin_nearest("Choise", words, 3), "choice");
    assert_null(kin_nearest("stimulus", words, 3));
    assert_null(kin_nearest("x", words, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_diagnostic_quotes_its_line_with_carets),
        ARENA_TEST(carets_stay_within_their_line),
        ARENA_TEST(long_lines_are_cut_at_whole_characters),
        ARENA_TEST(text_of_a_bank_cannot_steer_the_terminal),
        ARENA_TEST(sources_that_are_not_banks_are_not_quoted),
        ARENA_TEST(a_second_report_at_the_same_place_is_dropped_with_its_note),
        ARENA_TEST(beyond_the_limit_they_are_only_counted),
        cmocka_unit_test(rows_are_found_by_name),
        cmocka_unit_test(every_row_is_complete_and_its_name_unique),
        cmocka_unit_test(the_nearest_word_is_suggested),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
