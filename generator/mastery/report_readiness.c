#include "mastery/reporting.h"

#include <string.h>

struct ready {
    const struct kin_reporting *reporting;
    const struct kin_needs *needs;
    struct kin_record record;
    struct kin_report *report;
};

/* The place of a prerequisite in the record; its count of objectives when it was never asked. */
static size_t objective_of(const struct ready *ready, const struct kin_need *need)
{
    size_t o = 0;
    while (o < ready->record.objective_count && strcmp(ready->record.objectives[o], need->standard->code) != 0) {
        o++;
    }
    return o;
}

static struct kin_class_result result_of(const struct ready *ready, const struct kin_need *need)
{
    size_t objective = objective_of(ready, need);
    return objective < ready->record.objective_count
               ? kin_record_class(ready->reporting->arena, &ready->record, objective)
               : (struct kin_class_result){0};
}

/* ---- Each prerequisite ------------------------------------------------------------------------------------------- */

enum { CODE, SENTENCE, STEPS, FOR, MEAN, BAR, MET_OF, MET, SCORED, CLASS_MET, COLUMNS };

static void add_columns(const struct ready *ready, struct kin_report_section *section)
{
    const struct kin_furniture *words = ready->reporting->words;
    const struct kin_report_column columns[COLUMNS] = {
        [CODE] = {KIN_COLUMN_TEXT, .name = "objective", .title = words->objective},
        [SENTENCE] = {KIN_COLUMN_TEXT, .name = "sentence", .title = ""},
        [STEPS] = {KIN_COLUMN_NUMBER, .name = "steps_back", .title = words->ready_steps},
        [FOR] = {KIN_COLUMN_TEXT, .name = "needed_for", .title = words->ready_for},
        [MEAN] = {KIN_COLUMN_NUMBER, .name = "mean_percent", .title = words->chart_mean},
        [BAR] = {KIN_COLUMN_BAR, .title = "", .from = MEAN},
        [MET_OF] = {KIN_COLUMN_NUMBER, .title = words->chart_students_met},
        [MET] = {KIN_COLUMN_NUMBER, .name = "students_met"},
        [SCORED] = {KIN_COLUMN_NUMBER, .name = "students_scored"},
        [CLASS_MET] = {KIN_COLUMN_TEXT, .name = "class_met"},
    };
    kin_section_columns(ready->reporting->arena, section, columns, COLUMNS);
}

static void add_row(const struct ready *ready, struct kin_report_section *section, const struct kin_need *need)
{
    kin_arena *arena = ready->reporting->arena;
    struct kin_class_result result = result_of(ready, need);
    struct kin_report_cell *cells = kin_section_row(arena, section);
    kin_reporting_row_line(ready->reporting, &ready->record, objective_of(ready, need), section);
    cells[CODE] = kin_cell_text(arena, need->standard->code);
    cells[SENTENCE] = kin_cell_text(arena, kin_reporting_sentence(ready->reporting, need->standard->code));
    cells[STEPS] = kin_cell_count(arena, (size_t)need->steps);
    cells[FOR] = kin_cell_text(arena, need->of->code);
    cells[MET] = kin_cell_count(arena, result.met);
    cells[SCORED] = kin_cell_count(arena, result.scored);
    if (result.scored) {
        const char *of = kin_format(arena, ready->reporting->words->chart_of, result.met, result.scored);
        cells[MEAN] = kin_cell_share(arena, result.mean);
        cells[MET_OF] = kin_cell_text(arena, of);
        cells[CLASS_MET] = kin_cell_text(arena, result.class_met ? "yes" : "no");
        cells[CODE].look = result.class_met ? KIN_CELL_PLAIN : KIN_CELL_STRONG;
    }
}

static void add_prerequisites(const struct ready *ready)
{
    struct kin_report_section *section = kin_report_section(ready->reporting->arena, ready->report);
    section->name = "prerequisites";
    section->empty = ready->reporting->words->ready_none;
    kin_reporting_line(ready->reporting, &ready->record, section);
    add_columns(ready, section);
    for (size_t i = 0; i < ready->needs->count; i++) {
        add_row(ready, section, &ready->needs->items[i]);
    }
}

/* ---- Who has to go back ------------------------------------------------------------------------------------------ */

/* In roster order: those who were asked and have not met it. */
static const char *students_text(const struct ready *ready, size_t objective)
{
    const struct kin_reporting *reporting = ready->reporting;
    struct kin_buf buf = kin_buf_in(reporting->arena);
    kin_buf_add(&buf, "");
    for (size_t s = 0; s < reporting->student_count && objective < ready->record.objective_count; s++) {
        const struct kin_decision *decision = kin_record_decision(&ready->record, s, objective);
        if (kin_decision_has_score(decision) && !decision->met) {
            kin_buf_addf(&buf, "%s%s", buf.length ? "; " : "", kin_reporting_name(reporting, &reporting->students[s]));
        }
    }
    return buf.data;
}

static void add_reteach_rows(const struct ready *ready, struct kin_report_section *section)
{
    kin_arena *arena = ready->reporting->arena;
    for (size_t i = ready->needs->count; i-- > 0;) {
        const struct kin_need *need = &ready->needs->items[i];
        const char *students = students_text(ready, objective_of(ready, need));
        if (*students) {
            struct kin_report_cell *cells = kin_section_row(arena, section);
            cells[0] = kin_cell_text(arena, need->standard->code);
            cells[1] = kin_cell_text(arena, kin_reporting_sentence(ready->reporting, need->standard->code));
            cells[2] = kin_cell_text(arena, students);
        }
    }
}

static void add_reteach(const struct ready *ready)
{
    kin_arena *arena = ready->reporting->arena;
    const struct kin_furniture *words = ready->reporting->words;
    const struct kin_report_column columns[] = {
        {.kind = KIN_COLUMN_TEXT, .name = "objective", .title = words->objective},
        {.kind = KIN_COLUMN_TEXT, .name = "sentence", .title = ""},
        {.kind = KIN_COLUMN_TEXT, .name = "students", .title = words->report_students},
    };
    struct kin_report_section *section = kin_report_section(arena, ready->report);
    section->name = "reteach";
    section->heading = words->ready_reteach;
    section->empty = words->ready_nobody;
    kin_section_columns(arena, section, columns, 3);
    add_reteach_rows(ready, section);
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

static void add_findings(const struct ready *ready)
{
    kin_arena *arena = ready->reporting->arena;
    const struct kin_furniture *words = ready->reporting->words;
    struct kin_buf unasked = kin_buf_in(arena);
    size_t asked = 0, met = 0;
    for (size_t i = 0; i < ready->needs->count; i++) {
        struct kin_class_result result = result_of(ready, &ready->needs->items[i]);
        asked += result.scored > 0;
        met += result.class_met;
        if (!result.scored) {
            kin_buf_addf(&unasked, "%s%s", unasked.length ? ", " : "", ready->needs->items[i].standard->code);
        }
    }
    if (asked) {
        kin_report_find(arena, ready->report,
                        met == asked ? kin_format(arena, words->ready_all, asked)
                                     : kin_format(arena, words->ready_some, met, asked));
    }
    if (unasked.length) {
        kin_report_find(arena, ready->report, kin_format(arena, words->ready_unasked, unasked.data));
    }
}

struct kin_report kin_report_readiness(const struct kin_reporting *reporting, const struct kin_standard *standard,
                                       const struct kin_needs *needs)
{
    const struct kin_record record = kin_reporting_record(reporting);
    struct kin_report report = kin_reporting_begin(reporting, &record, "readiness", reporting->words->ready_title);
    const struct ready ready = {reporting, needs, record, &report};
    report.of = kin_format(reporting->arena, "%s  %s",
                           kin_format(reporting->arena, reporting->words->ready_before, standard->code),
                           kin_reporting_sentence(reporting, standard->code));
    add_findings(&ready);
    add_prerequisites(&ready);
    add_reteach(&ready);
    return report;
}
