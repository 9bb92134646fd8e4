/* Written arithmetic: what stands in the rows, and that the rows are right, by doing them over. */
#include "content/tableau.h"
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static kin_arena *arena;

static int begin(void **state)
{
    (void)state;
    arena = kin_arena_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    kin_arena_free(arena);
    return 0;
}

static struct kin_figures figures(const char *text)
{
    struct kin_figures made = {0};
    struct kin_rat number = kin_rat_parse(arena, text, strlen(text));
    assert_true(kin_figures_of(arena, number, 0, &made));
    return made;
}

/* Rows as lines: "_" for nothing, "~" before a struck digit, "=" for a rule, "'" before a small row. */
static const char *lines_of(const struct kin_maths *tableau)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t r = 0; tableau && r < tableau->count; r++) {
        const struct kin_maths *row = tableau->kids[r];
        kin_buf_add(&buf, r ? "/" : "");
        kin_buf_add(&buf, row->text && row->text[0] == 's' ? "'" : "");
        for (size_t c = 0; c < row->count; c++) {
            const struct kin_maths *cell = row->kids[c];
            bool struck = cell->kind == KIN_MATHS_STRUCK;
            const char *text = kin_maths_text(arena, cell);
            kin_buf_addf(&buf, "%s%s", struck ? "~" : "",
                         cell->kind == KIN_MATHS_SPACE ? "="
                         : text && *text               ? text
                                                       : "_");
        }
    }
    return tableau ? buf.data : "none";
}

static const char *column(char sign, const char *a, const char *b, enum kin_tableau_work work)
{
    struct kin_figures numbers[] = {figures(a), figures(b)};
    return lines_of(kin_tableau_column(arena, sign, numbers, 2, work));
}

static const char *division(const char *a, const char *b, enum kin_tableau_work work)
{
    return lines_of(kin_tableau_division(arena, figures(a), figures(b), work));
}

static void columns(void **state)
{
    (void)state;
    assert_string_equal(column('+', "348", "75", KIN_TABLEAU_TASK), "_348/+_75/====");
    assert_string_equal(column('+', "348", "75", KIN_TABLEAU_STEPS), "'_11_/_348/+_75/====/_423");
    assert_string_equal(column('+', "95", "8", KIN_TABLEAU_STEPS), "'_11_/__95/+__8/====/_103");
    assert_string_equal(column('-', "402", "157", KIN_TABLEAU_STEPS), "'_3912/_~4~0~2/−157/====/_245");
    assert_string_equal(column('-', "3.5", "1.25", KIN_TABLEAU_STEPS), "'___410/_3.~5~0/−1.25/=====/_2.25");
    assert_string_equal(column('*', "37", "24", KIN_TABLEAU_STEPS), "__37/×_24/====/_148/_74_/====/_888");
    assert_string_equal(column('*', "3.4", "0.6", KIN_TABLEAU_STEPS), "__3.4/×_0.6/====/_2.04");
    assert_string_equal(column('-', "3", "5", KIN_TABLEAU_STEPS), "none");
    struct kin_figures long_one;
    assert_false(kin_figures_of(arena, kin_rat_parse(arena, "1234567890123", 13), 0, &long_one));
    assert_false(kin_figures_of(arena, kin_rat_parse(arena, "-5", 2), 0, &long_one));
}

static void divisions(void **state)
{
    (void)state;
    assert_string_equal(division("872", "4", KIN_TABLEAU_TASK), "__===/4)872");
    assert_string_equal(division("872", "4", KIN_TABLEAU_STEPS),
                        "__218/__===/4)872/_−8__/__=__/___7_/__−4_/___=_/___32/__−32/___==/____0");
    assert_string_equal(division("0.84", "7", KIN_TABLEAU_STEPS),
                        "__0.12/__====/7)0.84/__−_7_/____=_/____14/__−_14/____==/_____0");
    assert_string_equal(division("7", "0", KIN_TABLEAU_STEPS), "none");
    assert_string_equal(division("7", "0.5", KIN_TABLEAU_STEPS), "none");
}

/* The digits of a row as a number, without the cells before `from`. */
static int64_t value_of(const struct kin_maths *row, size_t from)
{
    int64_t value = 0;
    for (size_t c = from; c < row->count; c++) {
        const struct kin_maths *cell = row->kids[c];
        cell = cell->kind == KIN_MATHS_STRUCK ? cell->kids[0] : cell;
        value = cell->kind == KIN_MATHS_NUMBER ? value * 10 + cell->text[0] - '0' : value;
    }
    return value;
}

/* What is borrowed keeps the number: small digits with those that are not struck are worth as much as before. */
static int64_t borrowed_value(const struct kin_maths *small, const struct kin_maths *row)
{
    int64_t value = 0;
    for (size_t c = 1; c < row->count; c++) {
        const struct kin_maths *cell = row->kids[c];
        bool struck = cell->kind == KIN_MATHS_STRUCK;
        cell = struck ? small->kids[c] : cell;
        value = value * 10 + (cell->kind == KIN_MATHS_NUMBER ? strtoll(cell->text, NULL, 10) : 0);
    }
    return value;
}

static void sums_and_products_are_right(void **state)
{
    (void)state;
    unsigned seed = 7;
    for (int i = 0; i < 3000; i++) {
        struct kin_mark mark = kin_arena_mark(arena);
        int64_t a = (int64_t)((seed = seed * 1103515245u + 12345u) >> 8) % 100000, b = (seed >> 12) % 5000;
        struct kin_figures numbers[] = {{a > b ? a : b, 0}, {a > b ? b : a, 0}};
        const struct kin_maths *made = kin_tableau_column(arena, '+', numbers, 2, KIN_TABLEAU_STEPS);
        assert_int_equal(value_of(made->kids[made->count - 1], 1), a + b);
        made = kin_tableau_column(arena, '-', numbers, 2, KIN_TABLEAU_STEPS);
        assert_int_equal(value_of(made->kids[made->count - 1], 1), llabs(a - b));
        assert_int_equal(borrowed_value(made->kids[0], made->kids[1]), numbers[0].digits);
        made = kin_tableau_column(arena, '*', numbers, 2, KIN_TABLEAU_STEPS);
        assert_int_equal(value_of(made->kids[made->count - 1], 1), a * b);
        kin_arena_rewind(arena, mark);
    }
}

/* Every product that is taken away is a digit of the quotient times the divisor; the last row is what is left. */
static void long_divisions_are_right(void **state)
{
    (void)state;
    for (int64_t a = 0; a < 3000; a += 7) {
        for (int64_t b = 1; b < 40; b += 3) {
            struct kin_mark mark = kin_arena_mark(arena);
            size_t first = (b > 9 ? 2 : 1) + 1, digit = 0;
            const struct kin_maths *made =
                kin_tableau_division(arena, (struct kin_figures){a, 0}, (struct kin_figures){b, 0}, KIN_TABLEAU_STEPS);
            int64_t quotient = value_of(made->kids[0], first);
            assert_int_equal(quotient, a / b);
            assert_int_equal(value_of(made->kids[made->count - 1], first), a % b);
            char digits[24];
            snprintf(digits, sizeof digits, "%lld", (long long)quotient);
            for (size_t r = 3; r + 1 < made->count && quotient; r += 3, digit++) {
                digit += strspn(digits + digit, "0");
                assert_int_equal(value_of(made->kids[r], first), (digits[digit] - '0') * b);
            }
            kin_arena_rewind(arena, mark);
        }
    }
}

static void synthetic_division_ends_in_the_value(void **state)
{
    (void)state;
    struct kin_rat coefficients[] = {kin_rat_int(1), kin_rat_int(-3), kin_rat_int(0), kin_rat_int(4)};
    const struct kin_maths *made = kin_tableau_synthetic(arena, kin_rat_int(-2), coefficients, 4, KIN_TABLEAU_STEPS);
    assert_string_equal(lines_of(made), "−2|1−304/_|_−210−20/__====/__1−510−16");
    assert_string_equal(made->text, "−2 | 1 −3 0 4; 1 −5 10 −16");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns),
        cmocka_unit_test(divisions),
        cmocka_unit_test(sums_and_products_are_right),
        cmocka_unit_test(long_divisions_are_right),
        cmocka_unit_test(synthetic_division_ends_in_the_value),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
