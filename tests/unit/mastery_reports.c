/* Reports of scores against values worked by hand, and what is drawn against what is written. */
#include "report_sample.h"

#include "one_arena.h"
#include "page/report.h"

#include <math.h>

#define DATA KIN_SOURCE_FOLDER "/tests/data/reports/item-banks"

static struct kin_diags diags;
static struct kin_rule rule;

static void begin(void)
{
    diags = kin_diags_in(arena);
    rule = kin_rule_usual();
}

static const struct kin_report_section *section_named(const struct kin_report *report, const char *name)
{
    for (size_t i = 0; i < report->section_count; i++) {
        if (report->sections[i].name && strcmp(report->sections[i].name, name) == 0) {
            return &report->sections[i];
        }
    }
    fail_msg("no section %s", name);
    return NULL;
}

/* The cell of the CSV column in the n-th row. */
static const char *cell_of(const struct kin_report_section *section, size_t row, const char *column)
{
    for (size_t i = 0; i < section->column_count; i++) {
        if (section->columns[i].name && strcmp(section->columns[i].name, column) == 0) {
            assert_true(row < section->row_count);
            return section->rows[row].cells[i].text ? section->rows[row].cells[i].text : "";
        }
    }
    fail_msg("no column %s", column);
    return NULL;
}

/* ---- 45 of 50 hides nothing of ten ------------------------------------------------------------------------------- */

static void a_good_total_hides_no_objective(void **state)
{
    (void)state;
    begin();
    struct kin_reporting reporting = report_hidden_gap(arena, &diags, &rule, DATA);
    struct kin_report chart = kin_report_chart(&reporting), strips = kin_report_students(&reporting);
    assert_int_equal(chart.finding_count, 2);
    assert_string_equal(chart.findings[0], "The class meets 9 of 10 objectives, 1 not met.");
    assert_string_equal(chart.findings[1], "Not met: 7.EE.4  I can solve equations like 3x + 5 = 20.");
    const struct kin_report_section *objectives = section_named(&chart, "objectives");
    assert_string_equal(cell_of(objectives, 8, "class_met"), "yes");
    assert_string_equal(cell_of(objectives, 9, "class_met"), "no");
    assert_string_equal(cell_of(objectives, 9, "mean_percent"), "0.0");
    assert_string_equal(strips.sections[0].lead, "9 of 10 objectives met, 1 not met yet: 7.EE.4");
}

/* ---- Records ----------------------------------------------------------------------------------------------------- */

static struct kin_reporting rows_of(const struct report_form *forms, size_t count)
{
    struct kin_reporting reporting = report_of(arena, &diags, &rule, DATA);
    struct report_rows rows = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        report_add(&rows, &forms[i]);
    }
    reporting.rows = rows.items;
    reporting.row_count = rows.count;
    return reporting;
}

static void a_blank_form_is_no_try_and_a_blank_part_is_not_right(void **state)
{
    (void)state;
    begin();
    const struct report_form forms[] = {{0, "A", "2026-09-07", {"-----", "-----"}},
                                        {0, "B", "2026-09-08", {"11--0", "-----"}},
                                        {1, "A", "2026-09-07", {"11111"}}};
    struct kin_reporting reporting = rows_of(forms, 3);
    struct kin_record record = kin_reporting_record(&reporting);
    assert_int_equal(record.objective_count, 2);
    const struct kin_tries *tries = kin_record_tries(&record, 0, 0);
    assert_int_equal(tries->count, 1);
    assert_int_equal(tries->items[0].parts, 5);
    assert_int_equal(tries->items[0].right, 2);
    assert_int_equal(tries->items[0].blank, 2);
    assert_string_equal(kin_rat_text(arena, kin_record_decision(&record, 0, 0)->score), "2/5");
    assert_false(kin_decision_has_score(kin_record_decision(&record, 1, 1)));
    struct kin_class_result result = kin_record_class(arena, &record, 0);
    assert_int_equal(result.scored, 2);
    assert_int_equal(result.met, 1);
    assert_string_equal(kin_rat_text(arena, result.mean), "7/10"); /* (2/5 + 1) / 2 */
    assert_false(result.class_met);
}

/* ---- Facility by form -------------------------------------------------------------------------------------------- */

/* One item; Form A and Form B for `students` students each, of whom so many got it right. */
static struct kin_report facility(size_t students, size_t right_a, size_t right_b)
{
    struct kin_evidence *rows = KIN_NEW_N(arena, struct kin_evidence, 2 * students);
    struct kin_reporting reporting = report_of(arena, &diags, &rule, DATA);
    for (size_t i = 0; i < 2 * students; i++) {
        bool b = i >= students;
        bool right = b ? i - students < right_b : i < right_a;
        const char *id = kin_format(arena, "%04zu", i);
        rows[i] = (struct kin_evidence){.student = id,
                                        .code = id,
                                        .letter = b ? "B" : "A",
                                        .slot = "3",
                                        .part = "a",
                                        .standard = "7.EE.4",
                                        .taken_on = "2026-09-07",
                                        .set_name = "s",
                                        .points = kin_rat_int(right),
                                        .most = kin_rat_int(1)};
    }
    reporting.rows = rows;
    reporting.row_count = 2 * students;
    return kin_report_items(&reporting);
}

static void a_gap_is_flagged_above_15_points_with_20_students_a_form(void **state)
{
    (void)state;
    begin();
    struct kin_report wide = facility(20, 18, 14), at_limit = facility(20, 17, 14), few = facility(19, 19, 0);
    const struct kin_report_section *items = section_named(&wide, "items");
    assert_string_equal(cell_of(items, 0, "item"), "3a");
    assert_string_equal(cell_of(items, 0, "A_percent"), "90.0");
    assert_string_equal(cell_of(items, 0, "B_percent"), "70.0");
    assert_string_equal(cell_of(items, 0, "percent"), "80.0");
    assert_string_equal(cell_of(items, 0, "B_students"), "20");
    assert_string_equal(cell_of(items, 0, "gap"), "20.0");
    assert_string_equal(cell_of(items, 0, "flag"), "look at it");
    assert_string_equal(wide.findings[0],
                        "Question 3a: 20 points between the forms, with 20 or more students on each of them.");
    assert_string_equal(cell_of(section_named(&at_limit, "items"), 0, "gap"), "15.0");
    assert_string_equal(cell_of(section_named(&at_limit, "items"), 0, "flag"), "");
    assert_string_equal(at_limit.findings[0],
                        "No question differs by more than 15 points between forms with 20 or more students.");
    assert_string_equal(cell_of(section_named(&few, "items"), 0, "gap"), "");
    assert_string_equal(few.findings[0],
                        "No two forms have 20 or more students, so that gaps between forms tell nothing yet.");
}

/* ---- Misconceptions ---------------------------------------------------------------------------------------------- */

/* Part d tells of a sign, part e of a step left out; the blank of the third student counts as neither. */
static void wrong_answers_are_counted_by_what_is_behind_them(void **state)
{
    (void)state;
    begin();
    const struct report_form forms[] = {{0, "A", "2026-09-07", {"11100"}},
                                        {1, "A", "2026-09-07", {"11101"}},
                                        {2, "A", "2026-09-07", {"1110-"}},
                                        {3, "A", "2026-09-07", {"01111"}}};
    struct kin_reporting reporting = rows_of(forms, 4);
    struct kin_report report = kin_report_misconceptions(&reporting);
    const struct kin_report_section *all = section_named(&report, "misconceptions"),
                                    *reteach = section_named(&report, "reteach");
    assert_int_equal(all->row_count, 3);
    assert_string_equal(cell_of(all, 0, "misconception"), "same-sign-move");
    assert_string_equal(cell_of(all, 0, "students"), "3");
    assert_string_equal(cell_of(all, 0, "percent"), "75.0");
    assert_string_equal(cell_of(all, 0, "items"), "1d");
    assert_string_equal(cell_of(all, 1, "misconception"), "stopped-early");
    assert_string_equal(cell_of(all, 1, "students"), "1");
    assert_string_equal(cell_of(all, 2, "misconception"), "");
    assert_string_equal(cell_of(all, 2, "items"), "1a");
    assert_int_equal(reteach->row_count, 2);
    assert_string_equal(cell_of(reteach, 0, "students"),
                        "Adeyemi, Tolu (0101); Bianchi, Rosa (0102); Chen, Wei (0103)");
    assert_string_equal(
        report.findings[0],
        "Most common: 6.RP.1: moved a term across the equals sign without changing its sign (3 students).");
}

/* ---- Growth and what is mastered --------------------------------------------------------------------------------- */

/* Three days; the third student is away on the last, so the row is about the first two. */
static void growth_is_that_of_the_same_students(void **state)
{
    (void)state;
    begin();
    const struct report_form forms[] = {{0, "A", "2026-09-07", {"11000"}},          {0, "B", "2026-09-14", {"11100"}},
                                        {0, "C", "2026-09-21", {"11110"}},          {1, "A", "2026-09-07", {"10000"}},
                                        {1, "C", "2026-09-21", {"11111", "11111"}}, {2, "A", "2026-09-07", {"11111"}},
                                        {2, "B", "2026-09-14", {"11111"}}};
    struct kin_reporting reporting = rows_of(forms, 7);
    struct kin_report report = kin_report_growth(&reporting);
    const struct kin_report_section *growth = section_named(&report, "growth");
    assert_string_equal(cell_of(growth, 0, "2026-09-07"), "30.0"); /* (40 + 20) / 2 */
    assert_string_equal(cell_of(growth, 0, "2026-09-14"), "60.0"); /* the first student alone */
    assert_string_equal(cell_of(growth, 0, "2026-09-21"), "90.0"); /* (80 + 100) / 2 */
    assert_string_equal(cell_of(growth, 0, "change"), "+60.0");
    assert_string_equal(cell_of(growth, 0, "students"), "2");
    assert_string_equal(cell_of(growth, 1, "change"), ""); /* asked on one day only */
    assert_string_equal(report.findings[0], "From 2026-09-07 to 2026-09-21: 1 up, 0 down, 0 unchanged.");
}

/* The sample: 11 students, 7 objectives; on the second day four of them try two again, and six pairs are new. */
static void mastered_over_time_adds_up(void **state)
{
    (void)state;
    begin();
    struct kin_reporting reporting = report_sample(arena, &diags, &rule, DATA);
    struct kin_report report = kin_report_progress(&reporting, 1);
    const struct kin_report_section *mastered = section_named(&report, "mastered");
    assert_int_equal(mastered->row_count, 2);
    assert_string_equal(cell_of(mastered, 0, "of"), "77");
    assert_string_equal(cell_of(mastered, 0, "mastered"), "30");
    assert_string_equal(cell_of(mastered, 1, "mastered"), "36");
    assert_string_equal(cell_of(mastered, 1, "percent"), "46.7");
    assert_string_equal(report.findings[0], "7B: 36 of 77 mastered by 2026-09-14.");
}

static void nothing_is_reported_of_nothing(void **state)
{
    (void)state;
    begin();
    struct kin_reporting reporting = report_of(arena, &diags, &rule, DATA);
    struct kin_report (*const kinds[])(const struct kin_reporting *) = {
        kin_report_chart, kin_report_students, kin_report_items, kin_report_misconceptions, kin_report_growth};
    struct kin_typesetter *type = kin_type_open(&diags, &kin_fonts_schola, NULL);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct kin_report report = kinds[i](&reporting);
        assert_true(kin_page_report(type, arena, &diags, &report)->count > 0);
    }
    kin_type_free(type);
    assert_int_equal(diags.count, 0);
}

static void names_can_be_left_out(void **state)
{
    (void)state;
    begin();
    struct kin_reporting reporting = report_sample(arena, &diags, &rule, DATA);
    reporting.names = KIN_NAMES_LEFT_OUT;
    struct kin_report strips = kin_report_students(&reporting), errors = kin_report_misconceptions(&reporting);
    struct kin_buf buf = kin_buf_in(arena);
    kin_section_csv(&buf, section_named(&strips, "students"));
    kin_section_csv(&buf, section_named(&errors, "reteach"));
    assert_null(strstr(buf.data, "Adeyemi"));
    assert_non_null(strstr(buf.data, "0101"));
    assert_string_equal(strips.sections[0].heading, "0101");
}

/* ---- On paper ---------------------------------------------------------------------------------------------------- */

struct drawn {
    double x, widths[8], lines_x[8];
    size_t bars, lines;
};

static void look_at(const struct kin_op *op, double x, struct drawn *drawn)
{
    for (; op; op = op->next) {
        if (op->kind == KIN_OP_RULE && fabs(op->ink.gray - 0.35) < 1e-9) {
            drawn->x = x + op->x;
            drawn->widths[drawn->bars++] = op->width;
        }
        if (op->kind == KIN_OP_PATH && op->ink.dash[0] > 0) {
            drawn->lines_x[drawn->lines++] = x + op->x + op->segments[0].x[0];
        }
        if (op->kids) {
            look_at(op->kids, x + op->x, drawn);
        }
    }
}

/* A bar is as long as its number says, and the line stands where the threshold is. */
static void bars_are_as_long_as_their_numbers(void **state)
{
    (void)state;
    begin();
    rule.threshold.percent = 90;
    const struct report_form forms[] = {{0, "A", "2026-09-07", {"11111", "11110", "10000", "00000"}}};
    struct kin_reporting reporting = rows_of(forms, 1);
    struct kin_report report = kin_report_chart(&reporting);
    struct kin_typesetter *type = kin_type_open(&diags, &kin_fonts_schola, NULL);
    struct drawn drawn = {0};
    look_at(kin_page_report(type, arena, &diags, &report)->pages[0]->ops.first, 0, &drawn);
    kin_type_free(type);
    assert_int_equal(drawn.bars, 4);
    assert_int_equal(drawn.lines, 4);
    assert_true(drawn.widths[0] > 90);
    assert_true(fabs(drawn.widths[1] - 0.8 * drawn.widths[0]) < 1e-6);
    assert_true(fabs(drawn.widths[2] - 0.2 * drawn.widths[0]) < 1e-6);
    assert_true(fabs(drawn.widths[3]) < 1e-6);
    assert_true(fabs(drawn.lines_x[3] - (drawn.x + 0.9 * drawn.widths[0])) < 1e-6);
}

/* ---- Thresholds of their own ------------------------------------------------------------------------------------- */

/* 90% of one objective, 3 of 5 of the other; the student has 4 of 5 in both. 5 of 5 by one who gets 6 in 10: 0.6^5 =
 * 0.078; 3 or more of 5: 0.683. */
static struct kin_reporting two_lines(void)
{
    const struct report_form forms[] = {{0, "A", "2026-09-07", {"11110", "11110"}}};
    struct kin_reporting reporting = rows_of(forms, 1);
    struct kin_evidence *rows = kin_copy_bytes(arena, reporting.rows, reporting.row_count * sizeof *rows);
    for (size_t i = 0; i < reporting.row_count; i++) {
        rows[i].threshold = strcmp(rows[i].standard, "6.RP.1") == 0 ? "90" : "3 of 5";
    }
    reporting.rows = rows;
    return reporting;
}

static void every_objective_has_its_line(void **state)
{
    (void)state;
    begin();
    struct kin_reporting reporting = two_lines();
    struct kin_report chart = kin_report_chart(&reporting);
    const struct kin_report_section *objectives = section_named(&chart, "objectives");
    assert_string_equal(cell_of(objectives, 0, "threshold"), "90%");
    assert_string_equal(cell_of(objectives, 0, "class_met"), "no");
    assert_string_equal(cell_of(objectives, 1, "threshold"), "3 of 5");
    assert_string_equal(cell_of(objectives, 1, "class_met"), "yes");
    struct kin_typesetter *type = kin_type_open(&diags, &kin_fonts_schola, NULL);
    struct drawn drawn = {0};
    look_at(kin_page_report(type, arena, &diags, &chart)->pages[0]->ops.first, 0, &drawn);
    kin_type_free(type);
    double whole = drawn.widths[0] / 0.8;
    assert_int_equal(drawn.lines, 2);
    assert_true(fabs(drawn.lines_x[0] - (drawn.x + 0.9 * whole)) < 1e-6);
    assert_true(fabs(drawn.lines_x[1] - (drawn.x + 0.6 * whole)) < 1e-6);
    rule.use = KIN_THRESHOLD_FOR_ALL; /* what was asked for wins: 80% */
    chart = kin_report_chart(&reporting);
    assert_string_equal(cell_of(section_named(&chart, "objectives"), 0, "class_met"), "yes");
}

static void reports_say_what_passing_is_worth(void **state)
{
    (void)state;
    begin();
    struct kin_reporting reporting = two_lines();
    static const char said[] =
        "6.RP.1: 5 of 5 right would pass. A student who gets 6 in 10 right would pass this 1 time in 13. "
        "6.RP.2: 3 of 5 right would pass. A student who gets 6 in 10 right would pass this 7 times in 10.";
    assert_non_null(strstr(kin_report_chart(&reporting).sections[0].note, said));
    assert_non_null(strstr(kin_report_students(&reporting).sections[0].note, said));
    reporting.words = kin_furniture_of("es");
    assert_non_null(strstr(kin_report_students(&reporting).sections[0].note,
                           "6.RP.2: Con 3 de 5 aciertos se aprueba. Un estudiante que acierta 6 de cada 10 aprobaría 7 "
                           "veces de cada 10."));
    rule.use = KIN_THRESHOLD_FOR_ALL; /* one line, one sentence: 1 - 0.663 */
    reporting.words = kin_furniture_of("en");
    assert_non_null(strstr(kin_report_chart(&reporting).sections[0].note,
                           "\n4 of 5 right would pass. A student who gets 6 in 10 right would pass this 1 time in 3."));
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, start, finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_good_total_hides_no_objective),
        TEST(a_blank_form_is_no_try_and_a_blank_part_is_not_right),
        TEST(a_gap_is_flagged_above_15_points_with_20_students_a_form),
        TEST(wrong_answers_are_counted_by_what_is_behind_them),
        TEST(growth_is_that_of_the_same_students),
        TEST(mastered_over_time_adds_up),
        TEST(nothing_is_reported_of_nothing),
        TEST(names_can_be_left_out),
        TEST(bars_are_as_long_as_their_numbers),
        TEST(every_objective_has_its_line),
        TEST(reports_say_what_passing_is_worth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
