/* What the ledger knows of classes, students and sets. */
#include "ledger/db.h"

#include "base/file.h"

#include <string.h>

/* ---- Classes ---- */

#define CLASS                                                                                                          \
    "SELECT c.id, c.title, (SELECT count(*) FROM enrolment e WHERE e.class = c.id AND e.left_on IS NULL)"              \
    " FROM class c "

static struct kin_ledger_class class_of(struct kin_ledger *ledger, sqlite3_stmt *row)
{
    return (struct kin_ledger_class){kin_db_text(ledger, row, 0), kin_db_text(ledger, row, 1),
                                     (size_t)sqlite3_column_int64(row, 2)};
}

static size_t classes_of(struct kin_ledger *ledger, sqlite3_stmt *row, struct kin_ledger_class **classes)
{
    size_t count = 0, room = 0;
    *classes = NULL;
    while (kin_db_row(ledger, row)) {
        KIN_PUSH(ledger->arena, *classes, count, room) = class_of(ledger, row);
    }
    return count;
}

size_t kin_ledger_classes(struct kin_ledger *ledger, struct kin_ledger_class **classes)
{
    return classes_of(ledger, kin_db_query(ledger, CLASS "ORDER BY c.id", ""), classes);
}

static bool no_class(struct kin_ledger *ledger, const char *id)
{
    struct kin_ledger_class *classes;
    size_t count = kin_ledger_classes(ledger, &classes);
    const char **ids = KIN_NEW_N(ledger->arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++) {
        ids[i] = classes[i].id;
    }
    if (ledger->failed) {
        return false;
    }
    kin_report(ledger->diags, KIN_E7010, (struct kin_span){0}, id, NULL);
    const char *near = kin_nearest(id, ids, count);
    if (near) {
        kin_report_mend(ledger->diags, "did you mean '%s'?", near);
    } else {
        kin_report_mend(ledger->diags, "`formkin class list` shows the classes; `formkin class import FILE` adds some");
    }
    return false;
}

/* Two periods of one course. */
static bool many_classes(struct kin_ledger *ledger, const char *title, const struct kin_ledger_class *classes,
                         size_t count)
{
    struct kin_buf ids = kin_buf_in(ledger->arena);
    for (size_t i = 0; i < count; i++) {
        kin_buf_addf(&ids, "%s%s", i ? ", " : "", classes[i].id);
    }
    kin_report(ledger->diags, KIN_E7012, (struct kin_span){0}, title, ids.data, NULL);
    return false;
}

bool kin_ledger_class_find(struct kin_ledger *ledger, const char *id, struct kin_ledger_class *class)
{
    struct kin_ledger_class *found;
    size_t count = classes_of(ledger, kin_db_query(ledger, CLASS "WHERE c.id = ?", "t", id), &found);
    if (count == 0) {
        count = classes_of(ledger, kin_db_query(ledger, CLASS "WHERE c.title = ? ORDER BY c.id", "t", id), &found);
    }
    if (count != 1) {
        return count ? many_classes(ledger, id, found, count) : no_class(ledger, id);
    }
    *class = found[0];
    return true;
}

/* ---- Students ---- */

#define STUDENT "SELECT s.id, s.family, s.given, s.interest, s.style, s.language FROM student s "

static struct kin_ledger_student student_of(struct kin_ledger *ledger, sqlite3_stmt *row)
{
    return (struct kin_ledger_student){
        .id = kin_db_text(ledger, row, 0),
        .family = kin_db_text(ledger, row, 1),
        .given = kin_db_text(ledger, row, 2),
        .interest = kin_db_text(ledger, row, 3),
        .style = kin_db_text(ledger, row, 4),
        .language = kin_db_text(ledger, row, 5),
    };
}

size_t kin_ledger_students(struct kin_ledger *ledger, const char *class_id, struct kin_ledger_student **students)
{
    sqlite3_stmt *row =
        kin_db_query(ledger,
                     STUDENT "JOIN enrolment e ON e.student = s.id WHERE e.class = ? AND e.left_on IS NULL"
                             " ORDER BY e.place, s.id",
                     "t", class_id);
    size_t count = 0, room = 0;
    *students = NULL;
    while (kin_db_row(ledger, row)) {
        KIN_PUSH(ledger->arena, *students, count, room) = student_of(ledger, row);
    }
    return count;
}

bool kin_ledger_student_find(struct kin_ledger *ledger, const char *id, struct kin_ledger_student *student)
{
    sqlite3_stmt *row = kin_db_query(ledger, STUDENT "WHERE s.id = ?", "t", id);
    if (!kin_db_row(ledger, row)) {
        return false;
    }
    *student = student_of(ledger, row);
    sqlite3_finalize(row);
    return true;
}

const char *kin_ledger_student_name(kin_arena *arena, const struct kin_ledger_student *student)
{
    const char *given = student->given ? student->given : "", *family = student->family ? student->family : "";
    bool both = *given && *family;
    return *given || *family ? kin_format(arena, "%s%s%s", given, both ? " " : "", family) : student->id;
}

/* ---- Sets ---- */

#define SET "SELECT p.id, p.name, p.made_on, p.purpose, p.assessment, p.class FROM paper_set p "

static bool take_set(struct kin_ledger *ledger, sqlite3_stmt *row, struct kin_ledger_set *set)
{
    if (!kin_db_row(ledger, row)) {
        return false;
    }
    *set = (struct kin_ledger_set){
        .id = sqlite3_column_int64(row, 0),
        .name = kin_db_text(ledger, row, 1),
        .made_on = kin_db_text(ledger, row, 2),
        .purpose = kin_db_text(ledger, row, 3),
        .assessment = kin_db_text(ledger, row, 4),
        .class_id = kin_db_text(ledger, row, 5),
    };
    sqlite3_finalize(row);
    return true;
}

static bool set_named(struct kin_ledger *ledger, const char *name, struct kin_ledger_set *set)
{
    return take_set(ledger, kin_db_query(ledger, SET "WHERE p.name = ?", "t", name), set);
}

enum { CODE_HALF = 4, CODE_LENGTH = 2 * CODE_HALF + 1 };

/* "k7qf2mxd" -> "K7QF-2MXD"; "" when it cannot be a code. */
static void spell_code(const char *typed, char code[CODE_LENGTH + 1])
{
    size_t length = 0;
    for (; *typed && length < CODE_LENGTH; typed++) {
        if (length == CODE_HALF) {
            code[length++] = '-';
        }
        if (*typed != '-' || length != CODE_HALF + 1) {
            code[length++] = *typed >= 'a' && *typed <= 'z' ? (char)(*typed - 'a' + 'A') : *typed;
        }
    }
    code[*typed || length != CODE_LENGTH ? 0 : length] = '\0';
}

bool kin_code_is(const char *typed, const char *code)
{
    char spelt[CODE_LENGTH + 1];
    spell_code(typed, spelt);
    return strcmp(spelt, code) == 0;
}

static bool set_with_form(struct kin_ledger *ledger, const char *code, struct kin_ledger_set *set)
{
    char spelt[CODE_LENGTH + 1];
    spell_code(code, spelt);
    return take_set(ledger, kin_db_query(ledger, SET "JOIN form f ON f.paper_set = p.id WHERE f.code = ?", "t", spelt),
                    set);
}

/* The set that a file was written of: its first form's code tells. */
static bool set_in_file(struct kin_ledger *ledger, const char *path, struct kin_ledger_set *set)
{
    struct kin_diags quiet = kin_diags_in(ledger->arena);
    struct kin_source *source = kin_file_read(ledger->arena, &quiet, path);
    struct kin_set *read = source ? kin_set_read(ledger->arena, &quiet, source) : NULL;
    return read && read->form_count && set_with_form(ledger, read->forms[0].code, set);
}

static bool no_set(struct kin_ledger *ledger, const char *name)
{
    if (!ledger->failed) {
        kin_report(ledger->diags, KIN_E7011, (struct kin_span){0}, name, NULL);
        kin_report_mend(ledger->diags, "name a set as 'formkin make --class' said, by the code of a form such as "
                                       "K7QF-2MXD, or by its set file");
    }
    return false;
}

bool kin_ledger_set_find(struct kin_ledger *ledger, const char *name, struct kin_ledger_set *set)
{
    return set_named(ledger, name, set) || set_with_form(ledger, name, set) || set_in_file(ledger, name, set) ||
           no_set(ledger, name);
}

struct kin_set *kin_ledger_set_read(struct kin_ledger *ledger, const struct kin_ledger_set *set)
{
    sqlite3_stmt *row = kin_db_query(ledger, "SELECT file FROM paper_set WHERE id = ?", "i", set->id);
    if (!kin_db_row(ledger, row)) {
        return NULL;
    }
    struct kin_source *source = KIN_NEW(ledger->arena, struct kin_source);
    *source = (struct kin_source){
        .path = kin_format(ledger->arena, "%s in %s", set->name, ledger->path),
        .length = (size_t)sqlite3_column_bytes(row, 0),
    };
    const void *bytes = sqlite3_column_blob(row, 0);
    source->bytes = kin_copy_n(ledger->arena, bytes ? bytes : "", source->length);
    sqlite3_finalize(row);
    return kin_set_read(ledger->arena, ledger->diags, source);
}

size_t kin_ledger_issues(struct kin_ledger *ledger, const struct kin_ledger_set *set, struct kin_ledger_issue **issues)
{
    sqlite3_stmt *row = kin_db_query(ledger,
                                     "SELECT i.student, f.code, f.letter, i.issued_on, i.printed_on FROM form f"
                                     " JOIN issue i ON i.form = f.code JOIN paper_set p ON p.id = f.paper_set"
                                     " LEFT JOIN enrolment e ON e.class = p.class AND e.student = i.student"
                                     " WHERE p.id = ? ORDER BY e.place, i.student, f.code",
                                     "i", set->id);
    size_t count = 0, room = 0;
    *issues = NULL;
    while (kin_db_row(ledger, row)) {
        KIN_PUSH(ledger->arena, *issues, count, room) = (struct kin_ledger_issue){
            .student = kin_db_text(ledger, row, 0),
            .code = kin_db_text(ledger, row, 1),
            .letter = kin_db_text(ledger, row, 2),
            .issued_on = kin_db_text(ledger, row, 3),
            .printed_on = kin_db_text(ledger, row, 4),
        };
    }
    return count;
}

size_t kin_ledger_sets_of(struct kin_ledger *ledger, const char *class_id)
{
    return (size_t)kin_db_number(ledger, 0, "SELECT count(*) FROM paper_set WHERE class = ? AND parent IS NULL", "t",
                                 class_id);
}

bool kin_ledger_has_form(struct kin_ledger *ledger, const struct kin_ledger_set *set, const char *code)
{
    char spelt[CODE_LENGTH + 1];
    spell_code(code, spelt);
    return kin_db_number(ledger, 0, "SELECT 1 FROM form WHERE paper_set = ? AND code = ?", "it", set->id, spelt) != 0;
}
