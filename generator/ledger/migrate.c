/* The tables, as steps from each version of the ledger to the next: a row is never changed once it was published. */
#include "ledger/db.h"

static const char first[] =
    "CREATE TABLE secret(id INTEGER PRIMARY KEY CHECK(id = 1), bytes BLOB NOT NULL) STRICT;"

    "CREATE TABLE student(id TEXT PRIMARY KEY NOT NULL, family TEXT, given TEXT, interest TEXT, style TEXT,"
    " language TEXT) STRICT;"
    "CREATE TABLE class(id TEXT PRIMARY KEY NOT NULL, title TEXT) STRICT;"
    "CREATE TABLE enrolment(class TEXT NOT NULL REFERENCES class, student TEXT NOT NULL REFERENCES student,"
    " place INTEGER NOT NULL, left_on TEXT, PRIMARY KEY(class, student)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX enrolment_student ON enrolment(student);"

    /* file: the set file as it was written; options: what it takes besides to print the same pages again, as JSON */
    "CREATE TABLE paper_set(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, made_on TEXT NOT NULL,"
    " purpose TEXT NOT NULL CHECK(purpose IN ('ticket', 'quiz', 'pretest', 'practice', 'review', 'reassessment',"
    " 'readiness', 'other')), assessment TEXT NOT NULL, class TEXT REFERENCES class, file BLOB NOT NULL,"
    " options TEXT NOT NULL, digest TEXT NOT NULL, parent INTEGER REFERENCES paper_set) STRICT;"
    "CREATE INDEX paper_set_class ON paper_set(class);"
    "CREATE TABLE form(code TEXT PRIMARY KEY NOT NULL, paper_set INTEGER NOT NULL REFERENCES paper_set,"
    " letter TEXT NOT NULL, UNIQUE(paper_set, letter)) STRICT;"
    /* a row for each scored part; where forms are matched in total they may differ in them */
    "CREATE TABLE part(form TEXT NOT NULL REFERENCES form, slot TEXT NOT NULL, part TEXT NOT NULL,"
    " place INTEGER NOT NULL, standard TEXT NOT NULL, level INTEGER NOT NULL, points TEXT NOT NULL,"
    " PRIMARY KEY(form, slot, part)) STRICT, WITHOUT ROWID;"

    "CREATE TABLE issue(id INTEGER PRIMARY KEY, student TEXT NOT NULL REFERENCES student,"
    " form TEXT NOT NULL REFERENCES form, issued_on TEXT NOT NULL, printed_on TEXT, UNIQUE(student, form)) STRICT;"
    "CREATE INDEX issue_form ON issue(form);"
    "CREATE INDEX issue_unprinted ON issue(id) WHERE printed_on IS NULL;"
    /* no student gets a question twice */
    "CREATE TABLE used(student TEXT NOT NULL REFERENCES student, template TEXT NOT NULL, identity BLOB NOT NULL,"
    " issue INTEGER NOT NULL REFERENCES issue, PRIMARY KEY(student, template, identity)) STRICT, WITHOUT ROWID;"

    /* what was corrected stays, and names the row that stands for it */
    "CREATE TABLE score(id INTEGER PRIMARY KEY, student TEXT NOT NULL, form TEXT NOT NULL, slot TEXT NOT NULL,"
    " part TEXT NOT NULL, response TEXT, state TEXT NOT NULL CHECK(state IN ('answered', 'blank', 'invalid', "
    "'points')),"
    " points TEXT NOT NULL, misconception TEXT, taken_on TEXT NOT NULL, entered_on TEXT NOT NULL, source TEXT NOT NULL,"
    " replaced_by INTEGER REFERENCES score DEFERRABLE INITIALLY DEFERRED,"
    " FOREIGN KEY(student, form) REFERENCES issue(student, form),"
    " FOREIGN KEY(form, slot, part) REFERENCES part(form, slot, part)) STRICT;"
    "CREATE UNIQUE INDEX score_standing ON score(student, form, slot, part) WHERE replaced_by IS NULL;"
    "CREATE INDEX score_student ON score(student, taken_on);"
    "CREATE INDEX score_form ON score(form);"

    "CREATE TABLE request(id INTEGER PRIMARY KEY, student TEXT NOT NULL REFERENCES student, objectives TEXT NOT NULL,"
    " asked_on TEXT NOT NULL, evidence TEXT, status TEXT NOT NULL CHECK(status IN ('waiting', 'approved', 'refused',"
    " 'printed')), reason TEXT, paper_set INTEGER REFERENCES paper_set) STRICT;"
    "CREATE INDEX request_student ON request(student);";

/* where mastery begins, as the form says it; NULL: it was printed before forms were asked */
static const char second[] = "ALTER TABLE part ADD COLUMN threshold TEXT;";

static const char *const steps[] = {first, second};

_Static_assert(sizeof steps / sizeof *steps == KIN_LEDGER_VERSION, "one step leads to each version");

bool kin_ledger_migrate(struct kin_ledger *ledger, int64_t version)
{
    for (; version < KIN_LEDGER_VERSION && !ledger->failed; version++) {
        int status = sqlite3_exec(ledger->db, steps[version], NULL, NULL, NULL);
        if (status != SQLITE_OK) {
            return kin_db_fail(ledger, status);
        }
    }
    const char *sql = kin_format(ledger->arena, "PRAGMA user_version = %d", KIN_LEDGER_VERSION);
    return kin_db_run(ledger, sql, "");
}
