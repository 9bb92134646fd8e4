/* Growth between days, and what is mastered by which day. */
#include "mastery/reporting.h"

#include <string.h>

/* ---- Growth ------------------------------------------------------------------------------------------------------ */

enum { DAYS_SHOWN = 6 };
enum { CODE, SENTENCE, FIRST_DAY };

struct growth {
    const struct kin_reporting *reporting;
    struct kin_report_section *section;
    const char **days; /* the first and the last ones, and as many between as fit */
    size_t day_count;
    struct kin_record *records; /* one a day, of that day's forms alone */
    struct kin_record whole;
    size_t up, down, same;
};

/* What students did on one day. */
static struct kin_record record_on(const struct kin_reporting *reporting, const char *day)
{
    struct kin_reporting of_day = *reporting;
    struct kin_evidence *rows = KIN_NEW_N(reporting->arena, struct kin_evidence, reporting->row_count);
    of_day.row_count = 0;
    for (size_t i = 0; i < reporting->row_count; i++) {
        if (strcmp(reporting->rows[i].taken_on, day) == 0) {
            rows[of_day.row_count++] = reporting->rows[i];
        }
    }
    of_day.rows = rows;
    return kin_reporting_record(&of_day);
}

/* The score of that day; undefined where there is none. */
static struct kin_rat score_on(const struct growth *growth, size_t day, size_t student, const char *objective)
{
    const struct kin_record *record = &growth->records[day];
    for (size_t o = 0; o < record->objective_count; o++) {
        if (strcmp(record->objectives[o], objective) == 0) {
            return kin_record_decision(record, student, o)->score;
        }
    }
    return (struct kin_rat){0};
}

static bool asked_on(const struct growth *growth, size_t day, const char *objective)
{
    for (size_t s = 0; s < growth->whole.student_count; s++) {
        if (kin_rat_defined(score_on(growth, day, s, objective))) {
            return true;
        }
    }
    return false;
}

/* The mean on a day of those who have scores on `first` and `last`, too; how many they are. */
static struct kin_rat mean_on(const struct growth *growth, size_t day, size_t first, size_t last, const char *objective,
                              size_t *students)
{
    kin_arena *arena = growth->reporting->arena;
    struct kin_rat sum = kin_rat_int(0);
    *students = 0;
    for (size_t s = 0; s < growth->whole.student_count; s++) {
        struct kin_rat score = score_on(growth, day, s, objective);
        if (kin_rat_defined(score) && kin_rat_defined(score_on(growth, first, s, objective)) &&
            kin_rat_defined(score_on(growth, last, s, objective))) {
            sum = kin_rat_add(arena, sum, score);
            (*students)++;
        }
    }
    return *students ? kin_rat_div(arena, sum, kin_rat_int((int64_t)*students)) : (struct kin_rat){0};
}

static struct kin_report_cell change_cell(struct growth *growth, struct kin_rat from, struct kin_rat to)
{
    kin_arena *arena = growth->reporting->arena;
    if (!kin_rat_defined(from) || !kin_rat_defined(to)) {
        return (struct kin_report_cell){0};
    }
    struct kin_rat change = kin_rat_mul(arena, kin_rat_int(100), kin_rat_sub(arena, to, from));
    int sign = kin_rat_sign(change);
    growth->up += sign > 0;
    growth->down += sign < 0;
    growth->same += sign == 0;
    const char *number = kin_cell_percent(arena, change).text;
    return (struct kin_report_cell){.text = kin_format(arena, "%s%s", sign > 0 ? "+" : "", number), .value = change};
}

static void add_growth_row(struct growth *growth, const char *objective)
{
    kin_arena *arena = growth->reporting->arena;
    struct kin_report_cell *cells = kin_section_row(arena, growth->section);
    size_t first = 0, last = growth->day_count, after = FIRST_DAY + growth->day_count, students = 0;
    while (first < growth->day_count && !asked_on(growth, first, objective)) {
        first++;
    }
    while (last > first && !asked_on(growth, last - 1, objective)) {
        last--;
    }
    cells[CODE] = kin_cell_text(arena, objective);
    cells[SENTENCE] = kin_cell_text(arena, kin_reporting_sentence(growth->reporting, objective));
    for (size_t d = first; d < last; d++) {
        size_t ignored;
        cells[FIRST_DAY + d] = kin_cell_share(arena, mean_on(growth, d, first, last - 1, objective, &ignored));
    }
    if (last > first + 1) {
        struct kin_rat from = mean_on(growth, first, first, last - 1, objective, &students);
        struct kin_rat to = mean_on(growth, last - 1, first, last - 1, objective, &students);
        cells[after + 1] = change_cell(growth, from, to);
        cells[after + 2] = kin_cell_count(arena, students);
    }
}

static void add_growth_columns(struct growth *growth)
{
    kin_arena *arena = growth->reporting->arena;
    const struct kin_furniture *words = growth->reporting->words;
    const struct kin_report_column before[] = {
        {.kind = KIN_COLUMN_TEXT, .name = "objective", .title = words->objective},
        {.kind = KIN_COLUMN_TEXT, .name = "sentence", .title = ""},
    };
    const struct kin_report_column after[] = {
        {.kind = KIN_COLUMN_MOVE, .title = "", .from = FIRST_DAY, .count = growth->day_count},
        {.kind = KIN_COLUMN_NUMBER, .name = "change", .title = words->growth_change},
        {.kind = KIN_COLUMN_NUMBER, .name = "students", .title = words->report_students},
    };
    kin_section_columns(arena, growth->section, before, 2);
    for (size_t d = 0; d < growth->day_count; d++) {
        kin_section_column(
            arena, growth->section,
            (struct kin_report_column){.kind = KIN_COLUMN_NUMBER, .name = growth->days[d], .title = growth->days[d]});
    }
    kin_section_columns(arena, growth->section, after, 3);
}

/* More days than fit on paper: the first, then the last ones. */
static void choose_days(struct growth *growth)
{
    size_t count = kin_reporting_days(growth->reporting, &growth->days);
    if (count > DAYS_SHOWN) {
        size_t dropped = count - DAYS_SHOWN;
        memmove(growth->days + 1, growth->days + 1 + dropped, (DAYS_SHOWN - 1) * sizeof *growth->days);
    }
    growth->day_count = count > DAYS_SHOWN ? DAYS_SHOWN : count;
    growth->records = KIN_NEW_N(growth->reporting->arena, struct kin_record, growth->day_count);
    for (size_t d = 0; d < growth->day_count; d++) {
        growth->records[d] = record_on(growth->reporting, growth->days[d]);
    }
}

static void find_growth(const struct growth *growth, struct kin_report *report)
{
    kin_arena *arena = growth->reporting->arena;
    const struct kin_furniture *words = growth->reporting->words;
    if (growth->day_count < 2) {
        kin_report_find(arena, report, words->growth_one_day);
        return;
    }
    const char *up = kin_format(arena, "%zu", growth->up), *down = kin_format(arena, "%zu", growth->down);
    const char *same = kin_format(arena, "%zu", growth->same);
    kin_report_find(
        arena, report,
        kin_format(arena, words->growth_found, growth->days[0], growth->days[growth->day_count - 1], up, down, same));
}

struct kin_report kin_report_growth(const struct kin_reporting *reporting)
{
    const struct kin_record whole = kin_reporting_record(reporting);
    struct kin_report report = kin_reporting_begin(reporting, &whole, "growth", reporting->words->growth_title);
    struct growth growth = {
        .reporting = reporting, .whole = whole, .section = kin_report_section(reporting->arena, &report)};
    growth.section->name = "growth";
    growth.section->empty = reporting->words->report_nothing;
    growth.section->note = reporting->row_count ? reporting->words->growth_note : NULL;
    kin_reporting_line(reporting, &whole, growth.section);
    choose_days(&growth);
    add_growth_columns(&growth);
    for (size_t o = 0; o < growth.whole.objective_count; o++) {
        add_growth_row(&growth, growth.whole.objectives[o]);
        kin_reporting_row_line(reporting, &whole, o, growth.section);
    }
    find_growth(&growth, &report);
    return report;
}
