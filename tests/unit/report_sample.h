/* A made-up class with scores, for the tests of reports. Ten objectives of five parts each, all worth one point. */
#ifndef KIN_TESTS_REPORT_SAMPLE_H
#define KIN_TESTS_REPORT_SAMPLE_H

#include "mastery/reporting.h"

#include <string.h>

enum { REPORT_OBJECTIVES = 10, REPORT_PARTS = 5 };

static const char *const report_standards[REPORT_OBJECTIVES] = {"6.RP.1", "6.RP.2", "6.RP.3", "7.RP.1", "7.RP.2",
                                                                "7.RP.3", "7.NS.1", "7.NS.2", "7.EE.1", "7.EE.4"};
static const struct kin_ledger_student report_students[] = {
    {.id = "0101", .family = "Adeyemi", .given = "Tolu"},
    {.id = "0102", .family = "Bianchi", .given = "Rosa"},
    {.id = "0103", .family = "Chen", .given = "Wei"},
    {.id = "0104", .family = "Dlamini", .given = "Sipho"},
    {.id = "0105", .family = "Eriksen", .given = "Liv"},
    {.id = "0106", .family = "Farah", .given = "Idil"},
    {.id = "0107", .family = "García", .given = "Inés"},
    {.id = "0108", .family = "Haddad", .given = "Omar"},
    {.id = "0109", .family = "Ivanova", .given = "Daria"},
    {.id = "0110", .family = "Jung", .given = "Min"},
    {.id = "0111"},
    {.id = "0112", .family = "Lopes", .given = "Caio"},
};
enum { REPORT_STUDENTS = sizeof report_students / sizeof *report_students };

/* One form of one student: which parts are right, as a text of ten groups "11010" or "-----" for blank; "." in place of
 * a group: the objective is not on it. Wrong answers in places 3 and 4 are told by their misconceptions. */
struct report_form {
    size_t student;
    const char *letter, *day, *marks[REPORT_OBJECTIVES];
};

struct report_rows {
    kin_arena *arena;
    struct kin_evidence *items;
    size_t count, room;
};

static inline void report_part(struct report_rows *rows, const struct report_form *form, size_t objective, size_t part,
                               const char *code)
{
    static const char *const errors[REPORT_PARTS] = {NULL, NULL, NULL, "same-sign-move", "stopped-early"};
    char mark = form->marks[objective][part];
    KIN_PUSH(rows->arena, rows->items, rows->count, rows->room) = (struct kin_evidence){
        .student = report_students[form->student].id,
        .class_id = "7B",
        .set_name = "ticket",
        .purpose = "ticket",
        .code = code,
        .letter = form->letter,
        .slot = kin_format(rows->arena, "%zu", objective + 1),
        .part = kin_format(rows->arena, "%c", (char)('a' + part)),
        .standard = report_standards[objective],
        .level = 1,
        .taken_on = form->day,
        .state = mark == '-' ? KIN_SCORE_BLANK : KIN_SCORE_ANSWERED,
        .points = kin_rat_int(mark == '1'),
        .most = kin_rat_int(1),
        .misconception = mark == '0' ? errors[part] : NULL,
        .attempt = 1,
    };
}

static inline void report_add(struct report_rows *rows, const struct report_form *form)
{
    const char *code = kin_format(rows->arena, "%s-%s-%s", form->letter, form->day, report_students[form->student].id);
    for (size_t o = 0; o < REPORT_OBJECTIVES; o++) {
        for (size_t p = 0; form->marks[o] && *form->marks[o] != '.' && p < REPORT_PARTS; p++) {
            report_part(rows, form, o, p, code);
        }
    }
}

static inline struct kin_reporting report_of(kin_arena *arena, struct kin_diags *diags, const struct kin_rule *rule,
                                             const char *folder)
{
    struct kin_library *library = kin_library_new(arena, diags);
    kin_library_load_data(library, folder);
    return (struct kin_reporting){.arena = arena,
                                  .library = library,
                                  .words = kin_furniture_of("en"),
                                  .rule = rule,
                                  .of = "Unit 2: ticket",
                                  .class_id = "7B",
                                  .students = report_students,
                                  .student_count = REPORT_STUDENTS};
}

/* Everybody gets all of nine objectives and nothing of the tenth: 45 of 50 points. */
static inline struct kin_reporting report_hidden_gap(kin_arena *arena, struct kin_diags *diags,
                                                     const struct kin_rule *rule, const char *folder)
{
    struct kin_reporting reporting = report_of(arena, diags, rule, folder);
    struct report_rows rows = {.arena = arena};
    for (size_t s = 0; s < REPORT_STUDENTS; s++) {
        struct report_form form = {.student = s, .letter = s % 2 ? "B" : "A", .day = "2026-09-07"};
        for (size_t o = 0; o < REPORT_OBJECTIVES; o++) {
            form.marks[o] = o + 1 < REPORT_OBJECTIVES ? "11111" : "00000";
        }
        report_add(&rows, &form);
    }
    reporting.rows = rows.items;
    reporting.row_count = rows.count;
    return reporting;
}

/* A class as it is: a first day with Forms A and B, a second day on which some try two objectives again; the last
 * student has no score. */
static inline struct kin_reporting report_sample(kin_arena *arena, struct kin_diags *diags, const struct kin_rule *rule,
                                                 const char *folder)
{
    static const char *const patterns[] = {"11111", "11110", "11101", "11100", "10101", "01000", "110-0"};
    struct kin_reporting reporting = report_of(arena, diags, rule, folder);
    struct report_rows rows = {.arena = arena};
    for (size_t s = 0; s + 1 < REPORT_STUDENTS; s++) {
        struct report_form form = {.student = s, .letter = s % 2 ? "B" : "A", .day = "2026-09-07"};
        for (size_t o = 0; o < REPORT_OBJECTIVES; o++) {
            form.marks[o] = o == 9 ? "00000" : o >= 6 ? "." : patterns[(s * (o + 1) + o) % 7];
        }
        report_add(&rows, &form);
        if (s % 3 == 0) {
            struct report_form again = {.student = s, .letter = "C", .day = "2026-09-14"};
            again.marks[2] = again.marks[9] = s % 2 ? "11110" : "11111";
            report_add(&rows, &again);
        }
    }
    reporting.rows = rows.items;
    reporting.row_count = rows.count;
    return reporting;
}

#endif
