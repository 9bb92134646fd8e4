/* The ledger: who got which form and how it went. One SQLite file; only this folder knows that.
 *
 * Dates are ISO text ("2026-11-22"), handed in by the caller: nothing here asks a clock. Texts that come out live in
 * the arena that the ledger was opened with. Not for use by two threads at a time; any number of processes may share a
 * file. */
#ifndef KIN_LEDGER_LEDGER_H
#define KIN_LEDGER_LEDGER_H

#include "form/set.h"

struct kin_ledger;

enum kin_ledger_use { KIN_LEDGER_CREATE, KIN_LEDGER_EXISTING };

/* Open the ledger at `path`. KIN_LEDGER_CREATE makes a new one, readable by its owner alone, where there is none; one
 * of an earlier version is brought up to date. Returns NULL after reporting: not there, not a ledger, damaged, of a
 * newer version. Nothing of a file that is refused is changed. Close with kin_ledger_close (NULL is allowed there). */
struct kin_ledger *kin_ledger_open(kin_arena *arena, struct kin_diags *diags, const char *path,
                                   enum kin_ledger_use use);
void kin_ledger_close(struct kin_ledger *ledger);

/* False after something failed and was reported: what was read since may be cut short, and nothing more is written. */
bool kin_ledger_is_sound(const struct kin_ledger *ledger);

/* Changes between these two happen together or not at all; other processes wait meanwhile (30 seconds at most). Both
 * return false after reporting; a transaction that is not committed is undone when the ledger is closed. */
bool kin_ledger_begin(struct kin_ledger *ledger);
bool kin_ledger_commit(struct kin_ledger *ledger);
void kin_ledger_undo(struct kin_ledger *ledger);

/* A seed that the ledger's secret, 32 random bytes of its own, is mixed into. Borrowed from the ledger. */
struct kin_seed kin_ledger_seed(struct kin_ledger *ledger, uint64_t number);

/* ---- Classes ---- */

struct kin_ledger_student {
    const char *id;
    const char *family, *given;              /* NULL: not known */
    const char *interest, *style, *language; /* NULL: none of their own */
    bool unprintable;                        /* no font has all characters of the name, so that pages say the id */
};

struct kin_ledger_class {
    const char *id, *title; /* title: NULL when there is none */
    size_t students;        /* of now */
};

/* All classes by id. Returns how many. */
size_t kin_ledger_classes(struct kin_ledger *ledger, struct kin_ledger_class **classes);

/* The class of that id, or of that title where one class alone has it; false after reporting, with the ids that there
 * are. */
bool kin_ledger_class_find(struct kin_ledger *ledger, const char *id, struct kin_ledger_class *class);

/* The students of a class in roster order, without those who left. Returns how many. */
size_t kin_ledger_students(struct kin_ledger *ledger, const char *class_id, struct kin_ledger_student **students);

/* One student; false when there is none of that id (nothing is reported). */
bool kin_ledger_student_find(struct kin_ledger *ledger, const char *id, struct kin_ledger_student *student);

/* "Ada Okafor", as on papers; the id of somebody whose name is not known. */
const char *kin_ledger_student_name(kin_arena *arena, const struct kin_ledger_student *student);

/* ---- Sets ---- */

struct kin_ledger_set {
    int64_t id;
    const char *name; /* of its own in the ledger: "exit-ticket-7B-2026-11-22" */
    const char *made_on;
    const char *purpose; /* "ticket", "quiz", "pretest", "practice", "review", "reassessment", "readiness", "other" */
    const char *assessment; /* id of its assessment template */
    const char *class_id;   /* NULL: not made for a class */
};

/* Is a code that was read from paper and typed the code of this form? Small letters and a missing hyphen are
 * understood. */
bool kin_code_is(const char *typed, const char *code);

/* How many sets were made for a class, further tries not counted. */
size_t kin_ledger_sets_of(struct kin_ledger *ledger, const char *class_id);

/* A set by its name, the code of one of its forms, or the path of its set file. False after reporting. */
bool kin_ledger_set_find(struct kin_ledger *ledger, const char *name, struct kin_ledger_set *set);

/* The set as it was written, with all that was printed. NULL after reporting. */
struct kin_set *kin_ledger_set_read(struct kin_ledger *ledger, const struct kin_ledger_set *set);

/* Is this the code of one of its forms? */
bool kin_ledger_has_form(struct kin_ledger *ledger, const struct kin_ledger_set *set, const char *code);

/* Which student got which form. */
struct kin_ledger_issue {
    const char *student, *code, *letter;
    const char *issued_on, *printed_on; /* printed_on: NULL: not yet */
};

/* All of a set, in roster order of its class, then by student. Returns how many. */
size_t kin_ledger_issues(struct kin_ledger *ledger, const struct kin_ledger_set *set, struct kin_ledger_issue **issues);

#endif
