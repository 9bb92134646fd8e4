/* Reports of scores: what they are made from, and one function a kind. Everything is computed from rows of evidence and
 * a rule; nothing here opens a ledger. */
#ifndef KIN_MASTERY_REPORTING_H
#define KIN_MASTERY_REPORTING_H

#include "bank/bank.h"
#include "content/furniture.h"
#include "ledger/ledger.h"
#include "mastery/readiness.h"
#include "mastery/record.h"
#include "mastery/report.h"

/* Are students told by their names, or by their ids alone? */
enum kin_names_shown { KIN_NAMES_SHOWN, KIN_NAMES_LEFT_OUT };

/* All borrowed. */
struct kin_reporting {
    kin_arena *arena;
    const struct kin_library *library; /* I-can sentences, sentences of misconceptions */
    const struct kin_furniture *words; /* of the report's language */
    const struct kin_rule *rule;
    const char *of;                            /* the set's title, or the class: for the head */
    const char *class_id;                      /* NULL: none */
    const struct kin_ledger_student *students; /* in roster order */
    size_t student_count;
    const struct kin_evidence *rows; /* as kin_ledger_evidence gives them */
    size_t row_count;
    const struct kin_evidence *unmarked; /* as kin_ledger_unmarked gives them; none where no set is asked for */
    size_t unmarked_count;
    enum kin_names_shown names;
};

/* The class chart: a bar an objective with the mastery line; which objectives are met and which are not, by name. CSV
 * "objectives". */
struct kin_report kin_report_chart(const struct kin_reporting *reporting);

/* A strip a student, to cut out: each objective with the mastery line, level, decision and how sure it is; the legend
 * of the scale. CSV "students". */
struct kin_report kin_report_students(const struct kin_reporting *reporting);

/* How many points students got of each part, by form: a gap above 15 points between forms that 20 or more students had
 * is flagged. CSV "items". */
struct kin_report kin_report_items(const struct kin_reporting *reporting);

/* Wrong answers by misconception, and who needs what again. CSV "misconceptions", "reteach". */
struct kin_report kin_report_misconceptions(const struct kin_reporting *reporting);

/* Means by day and objective of the students who were there on the first and on the last day. CSV "growth". */
struct kin_report kin_report_growth(const struct kin_reporting *reporting);

/* Objectives mastered over time, one `reporting` a class; classes and students are not ranked. CSV "mastered". */
struct kin_report kin_report_progress(const struct kin_reporting *reportings, size_t count);

/* Each prerequisite of a standard with its result, and who has to go back how far: CSV "prerequisites", "reteach". */
struct kin_report kin_report_readiness(const struct kin_reporting *reporting, const struct kin_standard *standard,
                                       const struct kin_needs *needs);

/* For each objective who is Ready, Needs Support, Needs Reinforcement, with the rule. CSV "groups". */
struct kin_report kin_report_groups(const struct kin_reporting *reporting, const struct kin_cuts *cuts);

/* ---- What they share (reporting.c) ---------------------------------------------------------------------------------
 */

/* The ids of the students, in their order. */
const char *const *kin_reporting_ids(const struct kin_reporting *reporting);
struct kin_record kin_reporting_record(const struct kin_reporting *reporting);

/* "Okafor, Ada (07)"; the id alone where names are left out or not known. */
const char *kin_reporting_name(const struct kin_reporting *reporting, const struct kin_ledger_student *student);

/* The student's sentence of a standard: "I can ..."; its description; "". */
const char *kin_reporting_sentence(const struct kin_reporting *reporting, const char *standard);

/* Distinct days of the rows, sorted. */
size_t kin_reporting_days(const struct kin_reporting *reporting, const char ***days);

/* A report with title, and the facts that all have: class, days, students with scores, rule. */
struct kin_report kin_reporting_begin(const struct kin_reporting *reporting, const struct kin_record *record,
                                      const char *name, const char *title);

/* Where mastery begins and which try counts, in a sentence. */
const char *kin_reporting_rule_text(const struct kin_reporting *reporting, const struct kin_record *record);

/* The rule of the first objective, which is that of all where they have one line; without objectives the one that was
 * asked for. */
const struct kin_rule *kin_reporting_rule(const struct kin_reporting *reporting, const struct kin_record *record);

/* The mastery line across a section's drawn columns; where objectives have lines of their own, that of the newest row.
 */
void kin_reporting_line(const struct kin_reporting *reporting, const struct kin_record *record,
                        struct kin_report_section *section);
void kin_reporting_row_line(const struct kin_reporting *reporting, const struct kin_record *record, size_t objective,
                            struct kin_report_section *section);

/* "80%", and its column: on paper only where objectives have lines of their own. */
struct kin_report_column kin_reporting_threshold_column(const struct kin_reporting *reporting,
                                                        const struct kin_record *record);
struct kin_report_cell kin_reporting_threshold_cell(const struct kin_reporting *reporting,
                                                    const struct kin_record *record, size_t objective);

/* ---- What a decision is worth (report_pass.c) ----------------------------------------------------------------------
 */

/* Which students of a record. */
struct kin_reporting_who {
    size_t first, count;
};

/* Of one objective and the whole class: with few questions a warning, then "4 of 5 right would pass. A student who gets
 * 6 in 10 right would pass this 1 time in 3." The questions are those of one try. "" without any. */
const char *kin_reporting_pass(const struct kin_reporting *reporting, const struct kin_record *record,
                               size_t objective);

/* The same of all objectives, without the warning: one sentence for all where it is the same, else "CODE, CODE: ..." */
const char *kin_reporting_passes(const struct kin_reporting *reporting, const struct kin_record *record,
                                 struct kin_reporting_who who);

/* "Fewer than 5 questions for CODE, CODE: take these results as hints."; NULL where all have enough. */
const char *kin_reporting_thin(const struct kin_reporting *reporting, const struct kin_record *record,
                               struct kin_reporting_who who);

/* A share from 0 to 1 as a percentage that is drawn. */
struct kin_report_cell kin_cell_share(kin_arena *arena, struct kin_rat share);

/* Columns from a table of them. */
void kin_section_columns(kin_arena *arena, struct kin_report_section *section, const struct kin_report_column *columns,
                         size_t count);

#endif
