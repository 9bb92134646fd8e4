#include "ledger/request.h"

#include "ledger/db.h"

bool kin_ledger_request_put(struct kin_ledger *ledger, struct kin_ledger_request *request)
{
    if (request->id) {
        return kin_db_run(ledger,
                          "UPDATE request SET status = ?2, reason = ?3, paper_set = nullif(?4, 0) WHERE id = ?1",
                          "itti", request->id, request->status, request->reason, request->set);
    }
    bool fine = kin_db_run(ledger,
                           "INSERT INTO request(student, objectives, asked_on, evidence, status, reason, paper_set)"
                           " VALUES(?, ?, ?, ?, ?, ?, nullif(?, 0))",
                           "tttttti", request->student, request->objectives, request->asked_on, request->evidence,
                           request->status, request->reason, request->set);
    request->id = fine ? sqlite3_last_insert_rowid(ledger->db) : 0;
    return fine;
}

#define REQUEST "SELECT id, student, objectives, asked_on, evidence, status, reason, paper_set FROM request "

static struct kin_ledger_request request_of(struct kin_ledger *ledger, sqlite3_stmt *row)
{
    return (struct kin_ledger_request){
        .id = sqlite3_column_int64(row, 0),
        .student = kin_db_text(ledger, row, 1),
        .objectives = kin_db_text(ledger, row, 2),
        .asked_on = kin_db_text(ledger, row, 3),
        .evidence = kin_db_text(ledger, row, 4),
        .status = kin_db_text(ledger, row, 5),
        .reason = kin_db_text(ledger, row, 6),
        .set = sqlite3_column_int64(row, 7),
    };
}

size_t kin_ledger_requests(struct kin_ledger *ledger, const char *status, struct kin_ledger_request **requests)
{
    sqlite3_stmt *row = kin_db_query(ledger, REQUEST "WHERE ?1 IS NULL OR status = ?1 ORDER BY id", "t", status);
    size_t count = 0, room = 0;
    *requests = NULL;
    while (kin_db_row(ledger, row)) {
        KIN_PUSH(ledger->arena, *requests, count, room) = request_of(ledger, row);
    }
    return count;
}

bool kin_ledger_request_find(struct kin_ledger *ledger, int64_t id, struct kin_ledger_request *request)
{
    sqlite3_stmt *row = kin_db_query(ledger, REQUEST "WHERE id = ?", "i", id);
    if (!kin_db_row(ledger, row)) {
        if (!ledger->failed) {
            kin_report(ledger->diags, KIN_E7041, (struct kin_span){0}, kin_format(ledger->arena, "%lld", (long long)id),
                       NULL);
        }
        return false;
    }
    *request = request_of(ledger, row);
    sqlite3_finalize(row);
    return true;
}

/* ---- Tries ---- */

static const char *text_of(struct kin_ledger *ledger, sqlite3_stmt *row)
{
    const char *text = NULL;
    while (kin_db_row(ledger, row)) {
        text = text ? text : kin_db_text(ledger, row, 0);
    }
    return text;
}

static size_t texts_of(struct kin_ledger *ledger, sqlite3_stmt *row, const char ***texts)
{
    size_t count = 0, room = 0;
    *texts = NULL;
    while (kin_db_row(ledger, row)) {
        KIN_PUSH(ledger->arena, *texts, count, room) = kin_db_text(ledger, row, 0);
    }
    return count;
}

bool kin_ledger_root(struct kin_ledger *ledger, const struct kin_ledger_set *set, struct kin_ledger_set *root)
{
    const char *name = text_of(ledger, kin_db_query(ledger,
                                                    "SELECT r.name FROM paper_set p JOIN paper_set r"
                                                    " ON r.id = coalesce(p.parent, p.id) WHERE p.id = ?",
                                                    "i", set->id));
    return name && kin_ledger_set_find(ledger, name, root);
}

size_t kin_ledger_letters(struct kin_ledger *ledger, const struct kin_ledger_set *root, const char ***letters)
{
    return texts_of(ledger,
                    kin_db_query(ledger,
                                 "SELECT f.letter FROM form f JOIN paper_set p ON p.id = f.paper_set"
                                 " WHERE p.id = ?1 OR p.parent = ?1",
                                 "i", root->id),
                    letters);
}

size_t kin_ledger_retakes(struct kin_ledger *ledger, const char *student, const struct kin_ledger_set *root,
                          const char *standard, const char **unscored)
{
    static const char given[] =
        " FROM issue i JOIN form f ON f.code = i.form JOIN paper_set p ON p.id = f.paper_set WHERE i.student = ?1 AND"
        " p.parent = ?2 AND EXISTS (SELECT 1 FROM part t WHERE t.form = f.code AND t.standard = ?3)";
    *unscored = text_of(ledger, kin_db_query(ledger,
                                             kin_format(ledger->arena,
                                                        "SELECT f.code%s AND NOT EXISTS (SELECT 1 FROM score s WHERE"
                                                        " s.student = i.student AND s.form = f.code) ORDER BY i.id",
                                                        given),
                                             "tit", student, root->id, standard));
    return (size_t)kin_db_number(ledger, 0, kin_format(ledger->arena, "SELECT count(*)%s", given), "tit", student,
                                 root->id, standard);
}

const char *kin_ledger_next_test(struct kin_ledger *ledger, const char *student, const struct kin_ledger_set *root)
{
    return text_of(ledger, kin_db_query(ledger,
                                        "SELECT p.made_on FROM issue i JOIN form f ON f.code = i.form JOIN paper_set p"
                                        " ON p.id = f.paper_set WHERE i.student = ? AND p.parent IS NULL AND p.purpose"
                                        " IN ('quiz', 'other') AND p.made_on > ? ORDER BY p.made_on LIMIT 1",
                                        "tt", student, root->made_on));
}

bool kin_ledger_had_evidence(struct kin_ledger *ledger, const char *student, const char *evidence)
{
    return kin_db_number(
               ledger, 0,
               "SELECT 1 FROM request WHERE student = ? AND status = 'printed' AND lower(evidence) = lower(?)", "tt",
               student, evidence) != 0;
}

size_t kin_ledger_classmates(struct kin_ledger *ledger, const char *student, const char ***ids)
{
    return texts_of(
        ledger,
        kin_db_query(ledger,
                     "SELECT DISTINCT o.student FROM enrolment e JOIN enrolment o ON o.class = e.class WHERE"
                     " e.student = ?1 AND e.left_on IS NULL AND o.left_on IS NULL AND o.student <> ?1"
                     " ORDER BY o.student",
                     "t", student),
        ids);
}
