#include "mastery/grouping.h"

/* In the order of tomorrow's lesson plan; who has no score comes last. */
static const enum kin_teaching_group order[] = {KIN_GROUP_READY, KIN_GROUP_SUPPORT, KIN_GROUP_REINFORCEMENT,
                                                KIN_GROUP_NONE};
enum { GROUPS = sizeof order / sizeof *order };

/* Are the cuts the same for all objectives? */
static bool has_one_rule(const struct kin_grouping *grouping)
{
    return kin_rat_defined(grouping->cuts->ready) || kin_record_has_one_line(&grouping->record);
}

/* "Ready: 80% or more. ..." */
static const char *cuts_text(const struct kin_grouping *grouping, const struct kin_cuts *cuts)
{
    kin_arena *arena = grouping->reporting->arena;
    const char *support = kin_share_text(arena, cuts->support);
    return kin_format(arena, grouping->reporting->words->groups_cuts, kin_share_text(arena, cuts->ready), support,
                      support);
}

/* ---- The table, for a spreadsheet ----------------------------------------------------------------------------------
 */

enum { STUDENT, FAMILY, GIVEN, OBJECTIVE, PERCENT, GROUP, LEVEL, NOT_MARKED, TABLE_COLUMNS };

static void begin_table(kin_arena *arena, struct kin_report_section *table)
{
    static const char *const names[TABLE_COLUMNS] = {"student", "family", "given", "objective",
                                                     "percent", "group",  "level", "not_marked"};
    table->name = "groups";
    for (size_t i = 0; i < TABLE_COLUMNS; i++) {
        kin_section_column(arena, table, (struct kin_report_column){.name = names[i]});
    }
}

static void add_table_row(const struct kin_grouping *grouping, struct kin_report_section *table, size_t student,
                          size_t objective)
{
    kin_arena *arena = grouping->reporting->arena;
    const struct kin_ledger_student *who = &grouping->reporting->students[student];
    enum kin_teaching_group group = kin_grouping_group(grouping, student, objective);
    bool named = grouping->reporting->names == KIN_NAMES_SHOWN;
    struct kin_report_cell *cells = kin_section_row(arena, table);
    cells[STUDENT] = kin_cell_text(arena, who->id);
    cells[FAMILY] = kin_cell_text(arena, named ? who->family : NULL);
    cells[GIVEN] = kin_cell_text(arena, named ? who->given : NULL);
    cells[OBJECTIVE] = kin_cell_text(arena, grouping->record.objectives[objective]);
    cells[PERCENT] = kin_cell_share(arena, kin_record_decision(&grouping->record, student, objective)->score);
    cells[GROUP] = kin_cell_text(arena, kin_group_name(group));
    if (group != KIN_GROUP_NONE) {
        cells[LEVEL] = kin_cell_count(arena, (size_t)kin_group_level(group));
    }
    cells[NOT_MARKED] = kin_cell_count(arena, kin_grouping_unmarked(grouping, student, objective));
}

static void add_table(const struct kin_grouping *grouping, struct kin_report *report)
{
    struct kin_report_section *table = kin_report_section(grouping->reporting->arena, report);
    begin_table(grouping->reporting->arena, table);
    for (size_t o = 0; o < grouping->record.objective_count; o++) {
        for (size_t s = 0; s < grouping->record.student_count; s++) {
            add_table_row(grouping, table, s, o);
        }
    }
}

/* ---- The page ------------------------------------------------------------------------------------------------------
 */

/* "Okafor, Ada (07); Silva, Bruno (12) *", in roster order; with a star who has something that is not marked yet. */
static const char *names_of(const struct kin_grouping *grouping, enum kin_teaching_group group, size_t objective,
                            size_t *count)
{
    struct kin_buf buf = kin_buf_in(grouping->reporting->arena);
    *count = 0;
    for (size_t s = 0; s < grouping->record.student_count; s++) {
        if (kin_grouping_group(grouping, s, objective) == group) {
            const char *name = kin_reporting_name(grouping->reporting, &grouping->reporting->students[s]);
            const char *star = kin_grouping_unmarked(grouping, s, objective) ? " *" : "";
            kin_buf_addf(&buf, "%s%s%s", buf.length ? "; " : "", name, star);
            ++*count;
        }
    }
    return buf.length ? buf.data : grouping->reporting->words->groups_nobody;
}

/* The cuts where objectives have their own, and what passing is worth. */
static const char *note_of(const struct kin_grouping *grouping, size_t objective)
{
    kin_arena *arena = grouping->reporting->arena;
    const struct kin_cuts cuts = kin_grouping_cuts(grouping, objective);
    const char *pass = kin_reporting_pass(grouping->reporting, &grouping->record, objective);
    return has_one_rule(grouping) ? pass : kin_format(arena, "%s %s", cuts_text(grouping, &cuts), pass);
}

enum { NAME, STUDENTS, NAMES, PAGE_COLUMNS };

static void add_objective(const struct kin_grouping *grouping, struct kin_report *report, size_t objective)
{
    kin_arena *arena = grouping->reporting->arena;
    const struct kin_furniture *words = grouping->reporting->words;
    struct kin_report_section *section = kin_report_section(arena, report);
    const struct kin_report_column columns[PAGE_COLUMNS] = {
        [NAME] = {KIN_COLUMN_TEXT, .title = words->groups_group},
        [STUDENTS] = {KIN_COLUMN_NUMBER, .title = "#"},
        [NAMES] = {KIN_COLUMN_TEXT, .title = words->report_students},
    };
    const char *code = grouping->record.objectives[objective];
    section->heading = code;
    section->lead = kin_reporting_sentence(grouping->reporting, code);
    section->note = note_of(grouping, objective);
    kin_section_columns(arena, section, columns, PAGE_COLUMNS);
    for (size_t g = 0; g < GROUPS; g++) {
        size_t count;
        const char *names = names_of(grouping, order[g], objective, &count);
        if (order[g] != KIN_GROUP_NONE || count > 0) {
            struct kin_report_cell *cells = kin_section_row(arena, section);
            cells[NAME] = kin_cell_text(arena, kin_group_title(words, order[g]));
            cells[NAME].look = KIN_CELL_STRONG;
            cells[STUDENTS] = kin_cell_count(arena, count);
            cells[NAMES] = kin_cell_text(arena, names);
        }
    }
}

static void find_unmarked(const struct kin_grouping *grouping, struct kin_report *report)
{
    const struct kin_reporting *reporting = grouping->reporting;
    size_t count = 0;
    for (size_t s = 0; s < reporting->student_count; s++) {
        count += kin_grouping_unmarked_of_all(grouping, s) > 0;
    }
    if (count) {
        kin_report_find(reporting->arena, report,
                        kin_format(reporting->arena, reporting->words->groups_unmarked, count));
    }
}

struct kin_report kin_report_groups(const struct kin_reporting *reporting, const struct kin_cuts *cuts)
{
    kin_arena *arena = reporting->arena;
    struct kin_grouping grouping = kin_grouping_of(reporting, cuts);
    const struct kin_record *record = &grouping.record;
    struct kin_report report = kin_reporting_begin(reporting, record, "groups", reporting->words->groups_title);
    const struct kin_cuts usual = kin_cuts_for(arena, cuts, kin_reporting_rule(reporting, record));
    kin_report_fact(arena, &report, reporting->words->groups_rule,
                    has_one_rule(&grouping) ? cuts_text(&grouping, &usual) : NULL);
    find_unmarked(&grouping, &report);
    for (size_t o = 0; o < record->objective_count; o++) {
        add_objective(&grouping, &report, o);
    }
    if (record->objective_count == 0) {
        kin_report_find(arena, &report, reporting->words->report_nothing);
    }
    add_table(&grouping, &report);
    return report;
}
