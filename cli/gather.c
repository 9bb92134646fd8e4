#include "gather.h"

#include "job/report.h"
#include "ledger/evidence.h"

#include <string.h>

static bool is_listed(const struct gathering *gathering, const char *id)
{
    for (size_t i = 0; i < gathering->student_count; i++) {
        if (strcmp(gathering->students[i], id) == 0) {
            return true;
        }
    }
    return gathering->student_count == 0;
}

/* Keep those who are asked for, in their order. */
static void keep_listed(const struct gathering *gathering, struct kin_reporting *reporting,
                        struct kin_ledger_student *students, size_t count)
{
    reporting->student_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_listed(gathering, students[i].id)) {
            students[reporting->student_count++] = students[i];
        }
    }
    reporting->students = students;
}

static bool has_student(const struct kin_ledger_student *students, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(students[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

/* Who has a form of the set, in the order of its papers. */
static size_t students_of_set(kin_ctx *ctx, struct kin_ledger *ledger, const struct kin_ledger_set *set,
                              struct kin_ledger_student **students)
{
    struct kin_ledger_issue *issues;
    size_t issued = kin_ledger_issues(ledger, set, &issues), count = 0;
    *students = KIN_NEW_N(ctx->arena, struct kin_ledger_student, issued);
    for (size_t i = 0; i < issued; i++) {
        if (!has_student(*students, count, issues[i].student) &&
            kin_ledger_student_find(ledger, issues[i].student, &(*students)[count])) {
            count++;
        }
    }
    return count;
}

static bool add_students(kin_ctx *ctx, struct kin_ledger *ledger, const struct gathering *gathering,
                         const struct kin_ledger_set *set, struct kin_reporting *reporting)
{
    struct kin_ledger_student *students = NULL;
    struct kin_ledger_class class;
    size_t count;
    if (reporting->class_id) {
        if (!kin_ledger_class_find(ledger, reporting->class_id, &class)) {
            return false;
        }
        reporting->class_id = class.id;
        count = kin_ledger_students(ledger, class.id, &students);
    } else {
        count = set ? students_of_set(ctx, ledger, set, &students) : 0;
    }
    keep_listed(gathering, reporting, students, count);
    if (reporting->names == KIN_NAMES_SHOWN) {
        kin_report_names(ctx, students, reporting->student_count);
    }
    return true;
}

static void add_rows(struct kin_ledger *ledger, const struct gathering *gathering, const struct kin_ledger_set *set,
                     struct kin_reporting *reporting)
{
    const struct kin_evidence_filter filter = {
        .set_name = set ? set->name : NULL,
        .from = gathering->from,
        .to = gathering->to,
        .without = set ? NULL : "practice",
    };
    struct kin_evidence *rows;
    size_t count = kin_ledger_evidence(ledger, &filter, &rows);
    reporting->row_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (has_student(reporting->students, reporting->student_count, rows[i].student)) {
            rows[reporting->row_count++] = rows[i];
        }
    }
    reporting->rows = rows;
    reporting->unmarked_count = set ? kin_ledger_unmarked(ledger, set->name, &rows) : 0;
    reporting->unmarked = reporting->unmarked_count ? rows : NULL;
}

bool gather(kin_ctx *ctx, struct kin_ledger *ledger, const struct gathering *gathering, const struct kin_rule *rule,
            struct kin_reporting *reporting)
{
    struct kin_ledger_set set;
    bool has_set = gathering->set != NULL;
    if (has_set && !kin_ledger_set_find(ledger, gathering->set, &set)) {
        return false;
    }
    const char *class_id = gathering->class_id ? gathering->class_id : has_set ? set.class_id : NULL;
    *reporting = (struct kin_reporting){.arena = ctx->arena,
                                        .library = ctx->library,
                                        .words = kin_furniture_of(gathering->language),
                                        .rule = rule,
                                        .of = has_set ? set.name : class_id,
                                        .class_id = class_id,
                                        .names = gathering->names};
    if (!add_students(ctx, ledger, gathering, has_set ? &set : NULL, reporting)) {
        return false;
    }
    add_rows(ledger, gathering, has_set ? &set : NULL, reporting);
    return kin_ledger_is_sound(ledger);
}
