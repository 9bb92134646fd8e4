/* From a roster into the ledger. */
#include "ledger/db.h"
#include "ledger/roster.h"

#include <stdlib.h>
#include <string.h>

struct putter {
    struct kin_ledger *ledger;
    const char *today;
    struct kin_roster_change *changes;
    size_t count, room;
};

static struct kin_roster_change *change_of(struct putter *putter, const char *class_id)
{
    for (size_t i = 0; i < putter->count; i++) {
        if (strcmp(putter->changes[i].class_id, class_id) == 0) {
            return &putter->changes[i];
        }
    }
    KIN_PUSH(putter->ledger->arena, putter->changes, putter->count, putter->room) =
        (struct kin_roster_change){.class_id = class_id};
    return &putter->changes[putter->count - 1];
}

static bool put_class(struct putter *putter, const struct kin_roster_row *row)
{
    return kin_db_run(putter->ledger,
                      "INSERT INTO class(id, title) VALUES(?1, ?2) ON CONFLICT(id) DO UPDATE SET"
                      " title = coalesce(?2, title)",
                      "tt", row->class_id, row->class_title);
}

/* The number of somebody of whom only the name is known: the one that this name has in the class already, else the next
 * that is free. */
static const char *id_by_name(struct putter *putter, const struct kin_roster_row *row)
{
    struct kin_ledger *ledger = putter->ledger;
    sqlite3_stmt *found = kin_db_query(ledger,
                                       "SELECT s.id FROM student s JOIN enrolment e ON e.student = s.id WHERE"
                                       " e.class = ? AND s.family IS ? AND s.given IS ? ORDER BY s.id LIMIT 1",
                                       "ttt", row->class_id, row->family, row->given);
    if (kin_db_row(ledger, found)) {
        const char *id = kin_db_text(ledger, found, 0);
        sqlite3_finalize(found);
        return id;
    }
    const char *id;
    int64_t number = kin_db_number(ledger, 0, "SELECT count(*) FROM enrolment WHERE class = ?", "t", row->class_id);
    do {
        id = kin_format(ledger->arena, "%s-%02lld", row->class_id, (long long)++number);
    } while (kin_db_number(ledger, 0, "SELECT 1 FROM student WHERE id = ?", "t", id));
    return id;
}

static int64_t changes_of(struct kin_ledger *ledger)
{
    return ledger->failed ? 0 : sqlite3_changes64(ledger->db);
}

/* What a roster does not say stays as it was. */
static void put_student(struct putter *putter, const char *id, const struct kin_roster_row *row,
                        struct kin_roster_change *change)
{
    struct kin_ledger *ledger = putter->ledger;
    kin_db_run(ledger, "INSERT OR IGNORE INTO student(id) VALUES(?)", "t", id);
    bool is_new = changes_of(ledger) > 0;
    kin_db_run(ledger,
               "UPDATE student SET family = coalesce(?2, family), given = coalesce(?3, given), interest ="
               " coalesce(?4, interest), style = coalesce(?5, style), language = coalesce(?6, language) WHERE id = ?1"
               " AND (family IS NOT coalesce(?2, family) OR given IS NOT coalesce(?3, given) OR interest IS NOT"
               " coalesce(?4, interest) OR style IS NOT coalesce(?5, style) OR language IS NOT coalesce(?6, language))",
               "tttttt", id, row->family, row->given, row->interest, row->style, row->language);
    change->rewritten += !is_new && changes_of(ledger) > 0;
}

/* Places below 0 mark who is not in the roster (any more): all are set so before the roster is gone through. */
static void enrol(struct putter *putter, const char *id, struct kin_roster_change *change)
{
    struct kin_ledger *ledger = putter->ledger;
    kin_db_run(ledger,
               "INSERT INTO enrolment(class, student, place) VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET"
               " place = ?3, left_on = NULL WHERE left_on IS NOT NULL",
               "tti", change->class_id, id, (int64_t)change->students);
    change->joined += changes_of(ledger) > 0;
    kin_db_run(ledger, "UPDATE enrolment SET place = ?3 WHERE class = ?1 AND student = ?2", "tti", change->class_id, id,
               (int64_t)change->students);
    change->students++;
}

static void note_who_left(struct putter *putter, struct kin_roster_change *change)
{
    kin_db_run(putter->ledger, "UPDATE enrolment SET left_on = ?2 WHERE class = ?1 AND place < 0 AND left_on IS NULL",
               "tt", change->class_id, putter->today);
    change->left = (size_t)changes_of(putter->ledger);
}

static void begin_classes(struct putter *putter, const struct kin_roster *roster)
{
    for (size_t i = 0; i < roster->rows.count; i++) {
        const struct kin_roster_row *row = &roster->rows.items[i];
        size_t known = putter->count;
        put_class(putter, row);
        change_of(putter, row->class_id);
        if (putter->count > known) {
            kin_db_run(putter->ledger, "UPDATE enrolment SET place = -1 WHERE class = ?", "t", row->class_id);
        }
    }
}

static void put_rows(struct putter *putter, const struct kin_roster *roster)
{
    for (size_t i = 0; i < roster->rows.count; i++) {
        const struct kin_roster_row *row = &roster->rows.items[i];
        struct kin_roster_change *change = change_of(putter, row->class_id);
        const char *id = row->student ? row->student : id_by_name(putter, row);
        put_student(putter, id, row, change);
        enrol(putter, id, change);
    }
}

size_t kin_roster_put(struct kin_ledger *ledger, const struct kin_roster *roster, const char *today,
                      struct kin_roster_change **changes)
{
    struct putter putter = {.ledger = ledger, .today = today};
    kin_ledger_begin(ledger);
    begin_classes(&putter, roster);
    put_rows(&putter, roster);
    for (size_t i = 0; i < putter.count; i++) {
        note_who_left(&putter, &putter.changes[i]);
    }
    *changes = putter.changes;
    return kin_ledger_commit(ledger) ? putter.count : 0;
}
