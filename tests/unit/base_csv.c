#include "unit.h"

#include "base/csv.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(cells_are_found_by_column_name),
        ARENA_TEST(rows_know_their_line),
        ARENA_TEST(what_is_not_a_table_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
