#include "mastery/reporting.h"

#include "form/points.h"

struct strips {
    const struct kin_reporting *reporting;
    const struct kin_record *record;
    struct kin_report *report;
};

/* ---- The table of all students, for a spreadsheet ---------------------------------------------------------------- */

enum {
    STUDENT,
    FAMILY,
    GIVEN,
    OBJECTIVE,
    THRESHOLD,
    TRIES,
    PARTS,
    RIGHT,
    BLANK,
    PERCENT,
    LEVEL,
    MET,
    BAND,
    THIN,
    TABLE_COLUMNS
};

static void begin_table(const struct strips *strips, struct kin_report_section *table)
{
    static const char *const names[TABLE_COLUMNS] = {"student", "family", "given", "objective", "threshold",
                                                     "tries",   "parts",  "right", "blank",     "percent",
                                                     "level",   "met",    "band",  "few_parts"};
    table->name = "students";
    for (size_t i = 0; i < TABLE_COLUMNS; i++) {
        kin_section_column(strips->reporting->arena, table, (struct kin_report_column){.name = names[i]});
    }
}

static void add_table_row(const struct strips *strips, struct kin_report_section *table,
                          const struct kin_ledger_student *student, size_t objective,
                          const struct kin_decision *decision)
{
    kin_arena *arena = strips->reporting->arena;
    bool named = strips->reporting->names == KIN_NAMES_SHOWN;
    struct kin_report_cell *cells = kin_section_row(arena, table);
    cells[STUDENT] = kin_cell_text(arena, student->id);
    cells[FAMILY] = kin_cell_text(arena, named ? student->family : NULL);
    cells[GIVEN] = kin_cell_text(arena, named ? student->given : NULL);
    cells[OBJECTIVE] = kin_cell_text(arena, strips->record->objectives[objective]);
    cells[THRESHOLD] = kin_reporting_threshold_cell(strips->reporting, strips->record, objective);
    cells[TRIES] = kin_cell_count(arena, decision->tries);
    cells[PARTS] = kin_cell_count(arena, decision->parts);
    cells[RIGHT] = kin_cell_count(arena, decision->right);
    cells[BLANK] = kin_cell_count(arena, decision->blank);
    cells[PERCENT] = kin_cell_share(arena, decision->score);
    if (kin_decision_has_score(decision)) {
        cells[LEVEL] = kin_cell_count(arena, (size_t)decision->level->level);
        cells[MET] = kin_cell_text(arena, decision->met ? "yes" : "no");
        cells[BAND] = kin_cell_text(arena, kin_band_text(decision->band));
        cells[THIN] = kin_cell_text(arena, decision->thin ? "yes" : "no");
    }
}

/* ---- A strip ----------------------------------------------------------------------------------------------------- */

enum { CODE, SENTENCE, STRIP_THRESHOLD, STRIP_TRIES, POINTS, STRIP_PERCENT, BAR, STRIP_LEVEL, DECISION, STRIP_COLUMNS };

static void add_strip_columns(const struct strips *strips, struct kin_report_section *strip)
{
    const struct kin_furniture *words = strips->reporting->words;
    struct kin_report_column threshold = kin_reporting_threshold_column(strips->reporting, strips->record);
    threshold.name = NULL;
    const struct kin_report_column columns[STRIP_COLUMNS] = {
        [CODE] = {KIN_COLUMN_TEXT, .title = words->objective},
        [SENTENCE] = {KIN_COLUMN_TEXT, .title = ""},
        [STRIP_THRESHOLD] = threshold,
        [STRIP_TRIES] = {KIN_COLUMN_NUMBER, .title = words->strip_tries},
        [POINTS] = {KIN_COLUMN_NUMBER, .title = words->strip_points},
        [STRIP_PERCENT] = {KIN_COLUMN_NUMBER, .title = "%"},
        [BAR] = {KIN_COLUMN_BAR, .title = "", .from = STRIP_PERCENT},
        [STRIP_LEVEL] = {KIN_COLUMN_NUMBER, .title = words->strip_level},
        [DECISION] = {KIN_COLUMN_TEXT, .title = words->strip_decision},
    };
    kin_section_columns(strips->reporting->arena, strip, columns, STRIP_COLUMNS);
}

/* Points of the newest try: "4/5". */
static const char *points_text(kin_arena *arena, const struct kin_tries *tries)
{
    if (!tries->count) {
        return "";
    }
    const struct kin_try *newest = &tries->items[tries->count - 1];
    return kin_format(arena, "%s/%s", kin_points_plain(arena, newest->points), kin_points_plain(arena, newest->most));
}

/* What was decided and how sure that is: never a bare tick. */
static const char *decision_text(const struct kin_furniture *words, const struct kin_decision *decision)
{
    if (!kin_decision_has_score(decision)) {
        return words->report_no_score;
    }
    if (decision->band == KIN_BAND_NOT_SURE) {
        return decision->met ? words->report_met_unsure : words->report_unmet_unsure;
    }
    return decision->met ? words->report_met_secure : words->report_unmet;
}

static void add_strip_row(const struct strips *strips, struct kin_report_section *strip, size_t student,
                          size_t objective, const struct kin_decision *decision)
{
    kin_arena *arena = strips->reporting->arena;
    struct kin_report_cell *cells = kin_section_row(arena, strip);
    const char *code = strips->record->objectives[objective];
    bool open = kin_decision_has_score(decision) && !decision->met;
    cells[CODE] = kin_cell_text(arena, code);
    cells[SENTENCE] = kin_cell_text(arena, kin_reporting_sentence(strips->reporting, code));
    kin_reporting_row_line(strips->reporting, strips->record, objective, strip);
    cells[STRIP_THRESHOLD] = kin_reporting_threshold_cell(strips->reporting, strips->record, objective);
    cells[STRIP_TRIES] = kin_cell_count(arena, decision->tries);
    cells[POINTS] = kin_cell_text(arena, points_text(arena, kin_record_tries(strips->record, student, objective)));
    cells[STRIP_PERCENT] = kin_cell_share(arena, decision->score);
    cells[STRIP_LEVEL] =
        decision->level ? kin_cell_count(arena, (size_t)decision->level->level) : (struct kin_report_cell){0};
    cells[DECISION] = kin_cell_text(arena, decision_text(strips->reporting->words, decision));
    cells[CODE].look = open ? KIN_CELL_STRONG : KIN_CELL_PLAIN;
}

struct counts {
    size_t scored, met;
    struct kin_buf open; /* codes that are not met */
};

static const char *sum_text(const struct strips *strips, const struct counts *counts)
{
    const struct kin_furniture *words = strips->reporting->words;
    kin_arena *arena = strips->reporting->arena;
    if (counts->scored == counts->met) {
        return counts->met == 1 ? words->strip_only_met : kin_format(arena, words->strip_all_met, counts->met);
    }
    const char *some =
        kin_format(arena, words->strip_some_met, counts->met, counts->scored, counts->scored - counts->met);
    return kin_format(arena, "%s: %s", some, counts->open.data);
}

/* Too few questions, what passing is worth, and what the levels mean. */
static const char *note_of(const struct strips *strips, size_t student)
{
    const struct kin_reporting *reporting = strips->reporting;
    const struct kin_reporting_who one = {student, 1};
    const char *thin = kin_reporting_thin(reporting, strips->record, one);
    const char *pass = kin_reporting_passes(reporting, strips->record, one);
    const char *legend = kin_scale_legend(reporting->arena, reporting->rule->scale, reporting->words);
    return kin_format(reporting->arena, "%s%s%s%s%s", thin ? thin : "", thin ? " " : "", pass,
                      thin || *pass ? "\n" : "", legend);
}

static void add_strip(const struct strips *strips, size_t student)
{
    kin_arena *arena = strips->reporting->arena;
    struct counts counts = {.open = kin_buf_in(arena)};
    struct kin_report_section *strip = kin_report_section(arena, strips->report);
    strip->heading = kin_reporting_name(strips->reporting, &strips->reporting->students[student]);
    strip->look = KIN_SECTION_STRIP;
    kin_reporting_line(strips->reporting, strips->record, strip);
    add_strip_columns(strips, strip);
    for (size_t o = 0; o < strips->record->objective_count; o++) {
        const struct kin_decision *decision = kin_record_decision(strips->record, student, o);
        bool scored = kin_decision_has_score(decision);
        counts.scored += scored;
        counts.met += scored && decision->met;
        if (scored && !decision->met) {
            kin_buf_addf(&counts.open, "%s%s", counts.open.length ? ", " : "", strips->record->objectives[o]);
        }
        add_strip_row(strips, strip, student, o, decision);
    }
    strip->lead = counts.scored ? sum_text(strips, &counts) : strips->reporting->words->report_nothing;
    strip->note = note_of(strips, student);
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

struct kin_report kin_report_students(const struct kin_reporting *reporting)
{
    const struct kin_record record = kin_reporting_record(reporting);
    struct kin_report report = kin_reporting_begin(reporting, &record, "students", reporting->words->strip_title);
    const struct strips strips = {reporting, &record, &report};
    for (size_t s = 0; s < reporting->student_count; s++) {
        add_strip(&strips, s);
    }
    struct kin_report_section *table = kin_report_section(reporting->arena, &report);
    begin_table(&strips, table);
    for (size_t s = 0; s < reporting->student_count; s++) {
        for (size_t o = 0; o < record.objective_count; o++) {
            add_table_row(&strips, table, &reporting->students[s], o, kin_record_decision(&record, s, o));
        }
    }
    return report;
}
