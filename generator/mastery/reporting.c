#include "mastery/reporting.h"

#include <stdlib.h>
#include <string.h>

const char *const *kin_reporting_ids(const struct kin_reporting *reporting)
{
    const char **ids = KIN_NEW_N(reporting->arena, const char *, reporting->student_count);
    for (size_t i = 0; i < reporting->student_count; i++) {
        ids[i] = reporting->students[i].id;
    }
    return ids;
}

struct kin_record kin_reporting_record(const struct kin_reporting *reporting)
{
    return kin_record_of(reporting->arena, reporting->rule, kin_reporting_ids(reporting), reporting->student_count,
                         reporting->rows, reporting->row_count);
}

const char *kin_reporting_name(const struct kin_reporting *reporting, const struct kin_ledger_student *student)
{
    const char *family = student->family ? student->family : "", *given = student->given ? student->given : "";
    if (reporting->names == KIN_NAMES_LEFT_OUT || student->unprintable || (!*family && !*given)) {
        return student->id;
    }
    return kin_format(reporting->arena, "%s%s%s (%s)", family, *family && *given ? ", " : "", given, student->id);
}

const char *kin_reporting_sentence(const struct kin_reporting *reporting, const char *standard)
{
    for (size_t f = 0; f < reporting->library->framework_count; f++) {
        const struct kin_standard *found = kin_standard_find(reporting->library->frameworks[f], standard);
        if (found) {
            const char *sentence = kin_standard_i_can(found, reporting->words->language);
            return sentence ? sentence : found->description;
        }
    }
    return "";
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

size_t kin_reporting_days(const struct kin_reporting *reporting, const char ***days)
{
    size_t count = 0;
    *days = KIN_NEW_N(reporting->arena, const char *, reporting->row_count);
    for (size_t i = 0; i < reporting->row_count; i++) {
        (*days)[i] = reporting->rows[i].taken_on;
    }
    if (reporting->row_count) {
        qsort(*days, reporting->row_count, sizeof **days, by_text);
    }
    for (size_t i = 0; i < reporting->row_count; i++) {
        if (!count || strcmp((*days)[count - 1], (*days)[i]) != 0) {
            (*days)[count++] = (*days)[i];
        }
    }
    return count;
}

/* ---- The head ---------------------------------------------------------------------------------------------------- */

static const char *days_text(const struct kin_reporting *reporting)
{
    const char **days;
    size_t count = kin_reporting_days(reporting, &days);
    if (count < 2) {
        return count ? days[0] : NULL;
    }
    return kin_format(reporting->arena, reporting->words->report_days, days[0], days[count - 1]);
}

static bool has_rows(const struct kin_reporting *reporting, const char *id)
{
    for (size_t i = 0; i < reporting->row_count; i++) {
        if (strcmp(reporting->rows[i].student, id) == 0) {
            return true;
        }
    }
    return false;
}

static const char *students_text(const struct kin_reporting *reporting)
{
    size_t scored = 0;
    for (size_t i = 0; i < reporting->student_count; i++) {
        scored += has_rows(reporting, reporting->students[i].id);
    }
    return kin_format(reporting->arena, reporting->words->report_scored, scored, reporting->student_count);
}

const struct kin_rule *kin_reporting_rule(const struct kin_reporting *reporting, const struct kin_record *record)
{
    return record->objective_count ? &record->rules[0] : reporting->rule;
}

const char *kin_reporting_rule_text(const struct kin_reporting *reporting, const struct kin_record *record)
{
    const struct kin_rule *rule = kin_reporting_rule(reporting, record);
    return kin_record_has_one_line(record) ? kin_rule_text(reporting->arena, rule, reporting->words)
                                           : kin_rule_text_of_many(reporting->arena, rule, reporting->words);
}

struct kin_report kin_reporting_begin(const struct kin_reporting *reporting, const struct kin_record *record,
                                      const char *name, const char *title)
{
    const struct kin_furniture *words = reporting->words;
    struct kin_report report = {.name = name, .language = words->language, .title = title, .of = reporting->of};
    kin_report_fact(reporting->arena, &report, words->class_name, reporting->class_id);
    kin_report_fact(reporting->arena, &report, words->report_dates, days_text(reporting));
    kin_report_fact(reporting->arena, &report, words->report_students, students_text(reporting));
    kin_report_fact(reporting->arena, &report, words->mastery, kin_reporting_rule_text(reporting, record));
    return report;
}

/* ---- Sections ---------------------------------------------------------------------------------------------------- */

static struct kin_rat percent_of_rule(kin_arena *arena, const struct kin_rule *rule)
{
    return kin_rat_mul(arena, kin_rat_int(100), kin_threshold_share(arena, &rule->threshold, rule->scale));
}

void kin_reporting_line(const struct kin_reporting *reporting, const struct kin_record *record,
                        struct kin_report_section *section)
{
    if (kin_record_has_one_line(record)) {
        section->line = percent_of_rule(reporting->arena, kin_reporting_rule(reporting, record));
        section->line_label = kin_percent_text(reporting->arena, section->line);
    }
}

void kin_reporting_row_line(const struct kin_reporting *reporting, const struct kin_record *record, size_t objective,
                            struct kin_report_section *section)
{
    if (!kin_record_has_one_line(record) && objective < record->objective_count) {
        section->rows[section->row_count - 1].line = percent_of_rule(reporting->arena, &record->rules[objective]);
    }
}

struct kin_report_column kin_reporting_threshold_column(const struct kin_reporting *reporting,
                                                        const struct kin_record *record)
{
    return (struct kin_report_column){KIN_COLUMN_NUMBER, .name = "threshold",
                                      .title = kin_record_has_one_line(record) ? NULL : reporting->words->mastery};
}

struct kin_report_cell kin_reporting_threshold_cell(const struct kin_reporting *reporting,
                                                    const struct kin_record *record, size_t objective)
{
    const struct kin_threshold *threshold = &record->rules[objective].threshold;
    return kin_cell_text(reporting->arena, kin_threshold_text(reporting->arena, threshold, reporting->words));
}

struct kin_report_cell kin_cell_share(kin_arena *arena, struct kin_rat share)
{
    if (!kin_rat_defined(share)) {
        return (struct kin_report_cell){0};
    }
    return kin_cell_percent(arena, kin_rat_mul(arena, kin_rat_int(100), share));
}

void kin_section_columns(kin_arena *arena, struct kin_report_section *section, const struct kin_report_column *columns,
                         size_t count)
{
    for (size_t i = 0; i < count; i++) {
        kin_section_column(arena, section, columns[i]);
    }
}
