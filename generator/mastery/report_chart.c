#include "mastery/reporting.h"

struct chart {
    const struct kin_reporting *reporting;
    const struct kin_record *record;
    struct kin_report *report;
    struct kin_report_section *section;
};

enum { CODE, SENTENCE, THRESHOLD, MEAN, BAR, MET_OF, MET, SCORED, NOT_SURE, NOT_YET, CLASS_MET, COLUMNS };

static void add_columns(const struct chart *chart)
{
    const struct kin_furniture *words = chart->reporting->words;
    const struct kin_report_column columns[COLUMNS] = {
        [CODE] = {KIN_COLUMN_TEXT, .name = "objective", .title = words->objective},
        [SENTENCE] = {KIN_COLUMN_TEXT, .name = "sentence", .title = ""},
        [THRESHOLD] = kin_reporting_threshold_column(chart->reporting, chart->record),
        [MEAN] = {KIN_COLUMN_NUMBER, .name = "mean_percent", .title = words->chart_mean},
        [BAR] = {KIN_COLUMN_BAR, .title = "", .from = MEAN},
        [MET_OF] = {KIN_COLUMN_NUMBER, .title = words->chart_students_met},
        [MET] = {KIN_COLUMN_NUMBER, .name = "students_met"},
        [SCORED] = {KIN_COLUMN_NUMBER, .name = "students_scored"},
        [NOT_SURE] = {KIN_COLUMN_NUMBER, .name = "students_not_sure", .title = words->chart_not_sure},
        [NOT_YET] = {KIN_COLUMN_NUMBER, .name = "students_not_yet", .title = words->chart_not_yet},
        [CLASS_MET] = {KIN_COLUMN_TEXT, .name = "class_met"},
    };
    kin_section_columns(chart->reporting->arena, chart->section, columns, COLUMNS);
}

static void add_row(const struct chart *chart, size_t objective, const struct kin_class_result *result)
{
    kin_arena *arena = chart->reporting->arena;
    const char *code = chart->record->objectives[objective];
    struct kin_report_cell *cells = kin_section_row(arena, chart->section);
    kin_reporting_row_line(chart->reporting, chart->record, objective, chart->section);
    cells[THRESHOLD] = kin_reporting_threshold_cell(chart->reporting, chart->record, objective);
    cells[CODE] = kin_cell_text(arena, code);
    cells[CODE].look = result->class_met ? KIN_CELL_PLAIN : KIN_CELL_STRONG;
    cells[SENTENCE] = kin_cell_text(arena, kin_reporting_sentence(chart->reporting, code));
    cells[MEAN] = kin_cell_share(arena, result->mean);
    cells[MET_OF] =
        kin_cell_text(arena, kin_format(arena, chart->reporting->words->chart_of, result->met, result->scored));
    cells[MET] = kin_cell_count(arena, result->met);
    cells[SCORED] = kin_cell_count(arena, result->scored);
    cells[NOT_SURE] = kin_cell_count(arena, result->bands[KIN_BAND_NOT_SURE]);
    cells[NOT_YET] = kin_cell_count(arena, result->bands[KIN_BAND_NOT_YET]);
    cells[CLASS_MET] = kin_cell_text(arena, result->class_met ? "yes" : "no");
}

/* How many are met, and then each that is not by its name: a total would hide it. */
static void add_findings(const struct chart *chart, const struct kin_class_result *results)
{
    kin_arena *arena = chart->reporting->arena;
    const struct kin_furniture *words = chart->reporting->words;
    size_t met = 0, count = chart->record->objective_count;
    for (size_t o = 0; o < count; o++) {
        met += results[o].class_met;
    }
    kin_report_find(arena, chart->report,
                    met == count ? kin_format(arena, words->chart_all_met, count)
                                 : kin_format(arena, words->chart_some_met, met, count, count - met));
    for (size_t o = 0; o < count; o++) {
        const char *code = chart->record->objectives[o];
        if (!results[o].class_met) {
            const char *sentence = kin_reporting_sentence(chart->reporting, code);
            kin_report_find(arena, chart->report, kin_format(arena, words->report_not_met_named, code, sentence));
        }
    }
}

/* Below the bars: what they are, and what passing is worth. */
static const char *note_of(const struct chart *chart)
{
    const struct kin_reporting_who all = {0, chart->record->student_count};
    return kin_format(chart->reporting->arena, "%s\n%s", chart->reporting->words->chart_note,
                      kin_reporting_passes(chart->reporting, chart->record, all));
}

static void warn_thin(const struct chart *chart)
{
    const struct kin_reporting_who all = {0, chart->record->student_count};
    const char *thin = kin_reporting_thin(chart->reporting, chart->record, all);
    if (thin) {
        kin_report_find(chart->reporting->arena, chart->report, thin);
    }
}

struct kin_report kin_report_chart(const struct kin_reporting *reporting)
{
    const struct kin_record record = kin_reporting_record(reporting);
    struct kin_report report = kin_reporting_begin(reporting, &record, "chart", reporting->words->chart_title);
    struct kin_class_result *results = KIN_NEW_N(reporting->arena, struct kin_class_result, record.objective_count);
    struct chart chart = {reporting, &record, &report, kin_report_section(reporting->arena, &report)};
    chart.section->name = "objectives";
    chart.section->empty = reporting->words->report_nothing;
    chart.section->note = record.objective_count ? note_of(&chart) : NULL;
    kin_reporting_line(reporting, &record, chart.section);
    add_columns(&chart);
    for (size_t o = 0; o < record.objective_count; o++) {
        results[o] = kin_record_class(reporting->arena, &record, o);
        add_row(&chart, o, &results[o]);
    }
    if (record.objective_count) {
        add_findings(&chart, results);
        warn_thin(&chart);
    }
    return report;
}
