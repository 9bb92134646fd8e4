#include "mastery/grouping.h"

#include <string.h>

/* ---- The lowest that scores can come to -------------------------------------------------------------------------- */

/* The rows with those that are not marked behind the others of their form. */
static struct kin_evidence *rows_with_unmarked(const struct kin_reporting *reporting, size_t *count)
{
    size_t room = 0;
    struct kin_evidence *all = NULL;
    *count = 0;
    for (size_t i = 0; i < reporting->row_count; i++) {
        const struct kin_evidence *row = &reporting->rows[i];
        bool last = i + 1 == reporting->row_count || !kin_evidence_same_form(row, row + 1);
        KIN_PUSH(reporting->arena, all, *count, room) = *row;
        for (size_t u = 0; last && u < reporting->unmarked_count; u++) {
            if (kin_evidence_same_form(row, &reporting->unmarked[u])) {
                KIN_PUSH(reporting->arena, all, *count, room) = reporting->unmarked[u];
            }
        }
    }
    return all;
}

struct kin_grouping kin_grouping_of(const struct kin_reporting *reporting, const struct kin_cuts *cuts)
{
    struct kin_grouping grouping = {.reporting = reporting, .cuts = cuts, .record = kin_reporting_record(reporting)};
    struct kin_reporting lowest = *reporting;
    lowest.rows = rows_with_unmarked(reporting, &lowest.row_count);
    grouping.lowest = kin_reporting_record(&lowest);
    return grouping;
}

static size_t in_lowest(const struct kin_grouping *grouping, size_t objective)
{
    size_t at = 0;
    while (strcmp(grouping->lowest.objectives[at], grouping->record.objectives[objective]) != 0) {
        at++;
    }
    return at;
}

/* ---- Groups ------------------------------------------------------------------------------------------------------ */

struct kin_cuts kin_grouping_cuts(const struct kin_grouping *grouping, size_t objective)
{
    return kin_cuts_for(grouping->reporting->arena, grouping->cuts, &grouping->record.rules[objective]);
}

enum kin_teaching_group kin_grouping_group(const struct kin_grouping *grouping, size_t student, size_t objective)
{
    const struct kin_cuts cuts = kin_grouping_cuts(grouping, objective);
    const struct kin_decision *lowest = kin_record_decision(&grouping->lowest, student, in_lowest(grouping, objective));
    enum kin_teaching_group group =
        kin_group_of(&cuts, kin_record_decision(&grouping->record, student, objective)->score);
    bool sure = kin_group_of(&cuts, lowest->score) == KIN_GROUP_READY;
    return group == KIN_GROUP_READY && !sure ? KIN_GROUP_SUPPORT : group;
}

/* ---- What is not marked yet -------------------------------------------------------------------------------------- */

static size_t parts_of(const struct kin_tries *tries)
{
    size_t parts = 0;
    for (size_t i = 0; i < tries->count; i++) {
        parts += tries->items[i].parts;
    }
    return parts;
}

size_t kin_grouping_unmarked(const struct kin_grouping *grouping, size_t student, size_t objective)
{
    return parts_of(kin_record_tries(&grouping->lowest, student, in_lowest(grouping, objective))) -
           parts_of(kin_record_tries(&grouping->record, student, objective));
}

static size_t parts_of_all(const struct kin_record *record, size_t student)
{
    size_t parts = 0;
    for (size_t o = 0; o < record->objective_count; o++) {
        parts += parts_of(kin_record_tries(record, student, o));
    }
    return parts;
}

size_t kin_grouping_unmarked_of_all(const struct kin_grouping *grouping, size_t student)
{
    return parts_of_all(&grouping->lowest, student) - parts_of_all(&grouping->record, student);
}

const char *kin_group_title(const struct kin_furniture *words, enum kin_teaching_group group)
{
    const char *const titles[KIN_GROUP_COUNT] = {[KIN_GROUP_NONE] = words->groups_none,
                                                 [KIN_GROUP_READY] = words->groups_ready,
                                                 [KIN_GROUP_SUPPORT] = words->groups_support,
                                                 [KIN_GROUP_REINFORCEMENT] = words->groups_reinforcement};
    return titles[group];
}
