#include "unit.h"

#include "base/csv.h"
#include "base/csv_write.h"

#include <string.h>

static struct kin_csv *parse(kin_arena *arena, struct kin_diags *diags, const char *text)
{
    *diags = kin_diags_in(arena);
    return kin_csv_parse(arena, diags, kin_text_source(arena, "roster.csv", text).span.source);
}

static void cells_are_found_by_column_name(void **state)
{
    struct kin_diags diags;
    struct kin_csv *csv = parse(*state, &diags, "Student,Score\n\"Ada, A.\",7\nBo\n");
    assert_int_equal(csv->row_count, 2);
    int student = kin_csv_column(csv, "student"), score = kin_csv_column(csv, "SCORE");
    assert_string_equal(kin_csv_cell(&csv->rows[0], student), "Ada, A.");
    assert_string_equal(kin_csv_cell(&csv->rows[0], score), "7");
    assert_string_equal(kin_csv_cell(&csv->rows[1], student), "Bo");
    assert_string_equal(kin_csv_cell(&csv->rows[1], score), "");
    assert_int_equal(kin_csv_column(csv, "period"), -1);
    assert_string_equal(kin_csv_cell(&csv->rows[1], -1), "");
}

/* As programs of other countries save tables; what stands in quotes says nothing. */
static void the_header_shows_what_parts_cells(void **state)
{
    static const char *const texts[] = {"\"a, b, c\",d\n\"1;2\",3,5\n", "\"a, b, c\";d\r\n1;2,5\r\n",
                                        "\"a, b, c\"\td\n1,5\t2;5\n", "\"a, b, c\"\n1;2\n"};
    static const char *const cells[] = {"1;2", "1", "1,5", "1;2"}, *const others[] = {"3", "2,5", "2;5", ""};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct kin_diags diags;
        struct kin_csv *csv = parse(*state, &diags, texts[i]);
        assert_string_equal(csv->columns[0], "a, b, c");
        assert_string_equal(kin_csv_cell(&csv->rows[0], 0), cells[i]);
        assert_string_equal(kin_csv_cell(&csv->rows[0], kin_csv_column(csv, "d")), others[i]);
    }
}

static uint32_t line_of(const struct kin_csv_row *row)
{
    struct kin_place place = kin_place_of(row->span);
    assert_int_equal(place.column, 1);
    return place.line;
}

static void check_lines(kin_arena *arena, const char *text)
{
    struct kin_diags diags;
    struct kin_csv *csv = parse(arena, &diags, text);
    assert_int_equal(csv->row_count, 3);
    assert_int_equal(line_of(&csv->rows[0]), 2);
    assert_int_equal(line_of(&csv->rows[1]), 3);
    assert_int_equal(line_of(&csv->rows[2]), 6);
}

static void rows_know_their_line(void **state)
{
    check_lines(*state, "a,b\n1,2\n\"3\n3\",4\n\n5,6");
    check_lines(*state, "a,b\r\n1,2\r\n\"3\r\n3\",4\r\n\r\n5,6\r\n");
}

static void what_is_not_a_table_is_reported(void **state)
{
    struct kin_diags diags;
    assert_null(parse(*state, &diags, ""));
    assert_int_equal(diags.errors, 1);
    assert_null(parse(*state, &diags, "a,b\n\"open"));
    assert_int_equal(diags.items[0].id, KIN_E105);
    assert_null(parse(*state, &diags, "a,b\n1\"2,3\n"));
    assert_int_equal(kin_place_of(diags.items[0].span).line, 2);
}

/* ---- Writing ------------------------------------------------------------------------------------------------------
 */

static const char *row_of(kin_arena *arena, const char *cell)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_csv_row(&buf, &cell, 1);
    return buf.data;
}

static void formulas_are_guarded_and_numbers_are_not(void **state)
{
    static const char *const formulas[] = {"=1+1", "+1+1", "-1+1",      "@SUM(A1)", "-3/4",   "+",
                                           "-",    "--2",  "  =A1",     "-1.2.3",   "-1e5",   "-cmd|' /C calc'!A0",
                                           "\tx",  "\r=1", "\uff1d1+1", "\uff20x",  "=\"a\"", "+49 30 123"};
    static const char *const numbers[] = {"-3",  "+3", "-0.5", "-.5",     "12.",  "0", "-12345678901234567890",
                                          "3/4", "7B", "a=b",  "O'Neill", "'tis", "",  "\u22125"};
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
        assert_true(kin_csv_is_formula(formulas[i]));
        const char *row = row_of(*state, formulas[i]);
        assert_true(row[0] == '\'' || (row[0] == '"' && row[1] == '\''));
    }
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        assert_false(kin_csv_is_formula(numbers[i]));
        assert_string_equal(row_of(*state, numbers[i]), kin_format(*state, "%s\r\n", numbers[i]));
    }
}

static void cells_are_quoted_where_they_have_to_be(void **state)
{
    const char *cells[] = {"Li, Wei", "say \"x\"", "a;b", " padded", "two\nlines", NULL, "plain"};
    struct kin_buf buf = kin_buf_in(*state);
    kin_csv_begin(&buf);
    kin_csv_row(&buf, cells, 7);
    assert_string_equal(buf.data,
                        "\xEF\xBB\xBF\"Li, Wei\",\"say \"\"x\"\"\",\"a;b\",\" padded\",\"two\nlines\",,plain\r\n");
}

/* Whatever stands in a table comes back as it was. */
static void what_was_written_is_read(void **state)
{
    const char *cells[] = {"=1+1", "'=1+1", "''@x", "'tis", "-3", "a \"b\", c", "\uff0b1", " =x ", "two\nlines"};
    enum { COUNT = sizeof cells / sizeof *cells };
    struct kin_buf buf = kin_buf_in(*state);
    kin_csv_row(&buf, cells, COUNT);
    kin_csv_row(&buf, cells, COUNT);
    struct kin_diags diags;
    struct kin_csv *csv = parse(*state, &diags, buf.data);
    assert_non_null(csv);
    assert_int_equal(csv->row_count, 1);
    for (int i = 0; i < COUNT; i++) {
        assert_string_equal(kin_csv_unguarded(kin_csv_cell(&csv->rows[0], i)), cells[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(cells_are_found_by_column_name),         ARENA_TEST(rows_know_their_line),
        ARENA_TEST(what_is_not_a_table_is_reported),        ARENA_TEST(formulas_are_guarded_and_numbers_are_not),
        ARENA_TEST(cells_are_quoted_where_they_have_to_be), ARENA_TEST(what_was_written_is_read),
        ARENA_TEST(the_header_shows_what_parts_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
