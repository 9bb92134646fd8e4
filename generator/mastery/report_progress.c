#include "mastery/reporting.h"

#include <string.h>

enum { CLASS, DAY, MASTERED, OF, PERCENT, BAR, COLUMNS };

struct progress {
    const struct kin_reporting *reporting; /* of one class */
    struct kin_report *report;
    struct kin_report_section *section;
};

struct count {
    size_t mastered, of;
};

/* Everything up to and including a day. */
static struct count count_until(const struct kin_reporting *reporting, const char *day)
{
    struct kin_reporting until = *reporting;
    struct kin_evidence *rows = KIN_NEW_N(reporting->arena, struct kin_evidence, reporting->row_count);
    until.row_count = 0;
    for (size_t i = 0; i < reporting->row_count; i++) {
        if (strcmp(reporting->rows[i].taken_on, day) <= 0) {
            rows[until.row_count++] = reporting->rows[i];
        }
    }
    until.rows = rows;
    struct kin_record record = kin_reporting_record(&until);
    struct count count = {0};
    for (size_t i = 0; i < record.student_count * record.objective_count; i++) {
        count.of += kin_decision_has_score(&record.decisions[i]);
        count.mastered += record.decisions[i].met;
    }
    return count;
}

static void add_row(const struct progress *progress, const char *day, struct count count)
{
    kin_arena *arena = progress->reporting->arena;
    struct kin_report_cell *cells = kin_section_row(arena, progress->section);
    cells[CLASS] = kin_cell_text(arena, progress->reporting->class_id);
    cells[DAY] = kin_cell_text(arena, day);
    cells[MASTERED] = kin_cell_count(arena, count.mastered);
    cells[OF] = kin_cell_count(arena, count.of);
    cells[PERCENT] = kin_cell_percent(
        arena, kin_percent_of(arena, kin_rat_int((int64_t)count.mastered), kin_rat_int((int64_t)count.of)));
}

static void add_columns(const struct progress *progress)
{
    const struct kin_furniture *words = progress->reporting->words;
    const struct kin_report_column columns[COLUMNS] = {
        [CLASS] = {KIN_COLUMN_TEXT, .name = "class", .title = words->class_name},
        [DAY] = {KIN_COLUMN_TEXT, .name = "date", .title = words->progress_date},
        [MASTERED] = {KIN_COLUMN_NUMBER, .name = "mastered", .title = words->progress_mastered},
        [OF] = {KIN_COLUMN_NUMBER, .name = "of", .title = words->progress_of},
        [PERCENT] = {KIN_COLUMN_NUMBER, .name = "percent", .title = "%"},
        [BAR] = {KIN_COLUMN_BAR, .title = "", .from = PERCENT},
    };
    kin_section_columns(progress->reporting->arena, progress->section, columns, COLUMNS);
}

static void add_class(const struct progress *progress)
{
    const char **days;
    struct count count = {0};
    size_t day_count = kin_reporting_days(progress->reporting, &days);
    for (size_t d = 0; d < day_count; d++) {
        count = count_until(progress->reporting, days[d]);
        add_row(progress, days[d], count);
    }
    if (day_count) {
        const struct kin_reporting *reporting = progress->reporting;
        const char *who = reporting->class_id ? reporting->class_id : reporting->of;
        kin_report_find(reporting->arena, progress->report,
                        kin_format(reporting->arena, reporting->words->progress_found, who, count.mastered, count.of,
                                   days[day_count - 1]));
    }
}

static const char *rule_of_all(const struct kin_reporting *reportings, size_t count)
{
    const char *first = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct kin_record record = kin_reporting_record(&reportings[i]);
        const char *text = kin_reporting_rule_text(&reportings[i], &record);
        if (first && strcmp(text, first) != 0) {
            return kin_rule_text_of_many(reportings->arena, reportings->rule, reportings->words);
        }
        first = text;
    }
    return first;
}

struct kin_report kin_report_progress(const struct kin_reporting *reportings, size_t count)
{
    const struct kin_furniture *words = reportings->words;
    struct kin_report report = {.name = "progress", .language = words->language, .title = words->progress_title};
    struct progress progress = {reportings, &report, kin_report_section(reportings->arena, &report)};
    kin_report_fact(reportings->arena, &report, words->mastery, rule_of_all(reportings, count));
    progress.section->name = "mastered";
    progress.section->empty = words->report_nothing;
    progress.section->note = words->progress_note;
    add_columns(&progress);
    for (size_t i = 0; i < count; i++) {
        progress.reporting = &reportings[i];
        add_class(&progress);
    }
    return report;
}
