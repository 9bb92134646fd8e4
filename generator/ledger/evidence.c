#include "ledger/evidence.h"

#include "base/names.h"
#include "ledger/db.h"

#include <string.h>

static const char *const states[] = {"answered", "blank", "invalid", "points"};

const char *kin_score_state_name(enum kin_score_state state)
{
    return states[state];
}

bool kin_evidence_same_form(const struct kin_evidence *a, const struct kin_evidence *b)
{
    return strcmp(a->student, b->student) == 0 && strcmp(a->code, b->code) == 0;
}

/* Attempts are counted before anything is filtered out: the second try stays the second in whatever period is looked
 * at.
 */
static const char query[] =
    "SELECT * FROM (SELECT s.student, p.class, p.name, p.purpose, f.code, f.letter, s.slot, s.part, t.standard, "
    "t.level,"
    " s.taken_on, s.state, s.points, t.points, s.misconception, s.response, t.place, t.threshold,"
    " dense_rank() OVER (PARTITION BY s.student, t.standard ORDER BY s.taken_on, i.id) FROM score s"
    " JOIN form f ON f.code = s.form JOIN paper_set p ON p.id = f.paper_set"
    " JOIN part t ON t.form = s.form AND t.slot = s.slot AND t.part = s.part"
    " JOIN issue i ON i.student = s.student AND i.form = s.form"
    " WHERE s.replaced_by IS NULL AND (?1 IS NULL OR s.student = ?1) AND (?2 IS NULL OR s.student IN"
    " (SELECT student FROM enrolment WHERE class = ?2 AND left_on IS NULL)) AND (?4 IS NULL OR t.standard = ?4)) AS e"
    " WHERE (?3 IS NULL OR e.name = ?3) AND (?5 IS NULL OR e.taken_on >= ?5) AND (?6 IS NULL OR e.taken_on <= ?6)"
    " AND (?7 IS NULL OR e.purpose <> ?7)"
    " ORDER BY e.student, e.taken_on, e.code, e.place";

/* The same columns. Of a paper that has no score at all nothing is waited for. */
static const char unmarked[] =
    "SELECT i.student, p.class, p.name, p.purpose, f.code, f.letter, t.slot, t.part, t.standard, t.level,"
    " (SELECT max(s.taken_on) FROM score s WHERE s.student = i.student AND s.form = i.form AND s.replaced_by IS NULL)"
    " AS taken_on, 'blank', '0', t.points, NULL, NULL, t.place, t.threshold, 0"
    " FROM issue i JOIN form f ON f.code = i.form JOIN paper_set p ON p.id = f.paper_set JOIN part t ON t.form = i.form"
    " WHERE p.name = ?1 AND t.points <> '0' AND taken_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM score s"
    " WHERE s.student = i.student AND s.form = i.form AND s.slot = t.slot AND s.part = t.part AND s.replaced_by IS "
    "NULL)"
    " ORDER BY i.student, taken_on, f.code, t.place";

static struct kin_rat points_of(struct kin_ledger *ledger, sqlite3_stmt *row, int column)
{
    const char *text = kin_db_text(ledger, row, column);
    struct kin_rat points = kin_rat_read(ledger->arena, text ? text : "", text ? strlen(text) : 0);
    if (!kin_rat_defined(points)) {
        kin_db_fail(ledger, SQLITE_CORRUPT);
        return kin_rat_int(0);
    }
    return points;
}

static enum kin_score_state state_of(const char *name)
{
    int state = kin_name_index(states, sizeof states / sizeof *states, name ? name : "");
    return state < 0 ? KIN_SCORE_INVALID : (enum kin_score_state)state;
}

static struct kin_evidence evidence_of(struct kin_ledger *ledger, sqlite3_stmt *row)
{
    return (struct kin_evidence){
        .student = kin_db_text(ledger, row, 0),
        .class_id = kin_db_text(ledger, row, 1),
        .set_name = kin_db_text(ledger, row, 2),
        .purpose = kin_db_text(ledger, row, 3),
        .code = kin_db_text(ledger, row, 4),
        .letter = kin_db_text(ledger, row, 5),
        .slot = kin_db_text(ledger, row, 6),
        .part = kin_db_text(ledger, row, 7),
        .standard = kin_db_text(ledger, row, 8),
        .level = sqlite3_column_int(row, 9),
        .taken_on = kin_db_text(ledger, row, 10),
        .state = state_of(kin_db_text(ledger, row, 11)),
        .points = points_of(ledger, row, 12),
        .most = points_of(ledger, row, 13),
        .threshold = kin_db_text(ledger, row, 17),
        .misconception = kin_db_text(ledger, row, 14),
        .response = kin_db_text(ledger, row, 15),
        .attempt = sqlite3_column_int(row, 18),
    };
}

static size_t all_rows(struct kin_ledger *ledger, sqlite3_stmt *row, struct kin_evidence **rows)
{
    size_t count = 0, room = 0;
    *rows = NULL;
    while (kin_db_row(ledger, row)) {
        KIN_PUSH(ledger->arena, *rows, count, room) = evidence_of(ledger, row);
    }
    return count;
}

size_t kin_ledger_evidence(struct kin_ledger *ledger, const struct kin_evidence_filter *filter,
                           struct kin_evidence **rows)
{
    return all_rows(ledger,
                    kin_db_query(ledger, query, "ttttttt", filter->student, filter->class_id, filter->set_name,
                                 filter->standard, filter->from, filter->to, filter->without),
                    rows);
}

size_t kin_ledger_unmarked(struct kin_ledger *ledger, const char *set_name, struct kin_evidence **rows)
{
    return all_rows(ledger, kin_db_query(ledger, unmarked, "t", set_name), rows);
}
