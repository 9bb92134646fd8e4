#include "ledger/score.h"

#include "base/names.h"
#include "ledger/db.h"

#include <string.h>

#define SCORE                                                                                                          \
    "SELECT student, form, slot, part, response, state, points, misconception, taken_on, entered_on, source, id "      \
    "FROM score "

static enum kin_score_state state_named(const char *name)
{
    int state = KIN_SCORE_POINTS;
    while (state > 0 && name && strcmp(kin_score_state_name((enum kin_score_state)state), name) != 0) {
        state--;
    }
    return (enum kin_score_state)state;
}

static struct kin_score score_of(struct kin_ledger *ledger, sqlite3_stmt *row)
{
    const char *points = kin_db_text(ledger, row, 6);
    return (struct kin_score){
        .student = kin_db_text(ledger, row, 0),
        .code = kin_db_text(ledger, row, 1),
        .slot = kin_db_text(ledger, row, 2),
        .part = kin_db_text(ledger, row, 3),
        .response = kin_db_text(ledger, row, 4),
        .state = state_named(kin_db_text(ledger, row, 5)),
        .points = kin_rat_read(ledger->arena, points ? points : "", points ? strlen(points) : 0),
        .misconception = kin_db_text(ledger, row, 7),
        .taken_on = kin_db_text(ledger, row, 8),
        .entered_on = kin_db_text(ledger, row, 9),
        .source = kin_db_text(ledger, row, 10),
    };
}

static bool find(struct kin_ledger *ledger, const char *student, const char *code, const char *slot, const char *part,
                 struct kin_score *score, int64_t *id)
{
    sqlite3_stmt *row =
        kin_db_query(ledger, SCORE "WHERE student = ? AND form = ? AND slot = ? AND part = ? AND replaced_by IS NULL",
                     "tttt", student, code, slot, part);
    if (!kin_db_row(ledger, row)) {
        return false;
    }
    *score = score_of(ledger, row);
    *id = sqlite3_column_int64(row, 11);
    sqlite3_finalize(row);
    return true;
}

bool kin_ledger_score_find(struct kin_ledger *ledger, const char *student, const char *code, const char *slot,
                           const char *part, struct kin_score *score)
{
    int64_t id;
    return find(ledger, student, code, slot, part, score, &id);
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_same(const struct kin_score *old, const struct kin_score *new)
{
    return same_text(old->response, new->response) && old->state == new->state &&kin_rat_defined(old->points) &&
           kin_rat_equal(old->points, new->points) && same_text(old->misconception, new->misconception) &&
           (!new->taken_on || same_text(old->taken_on, new->taken_on));
}

static void insert(struct kin_ledger *ledger, int64_t id, const struct kin_score *score)
{
    kin_db_run(ledger, "INSERT INTO score VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", "ittttttttttt", id,
               score->student, score->code, score->slot, score->part, score->response,
               kin_score_state_name(score->state), kin_rat_text(ledger->arena, score->points), score->misconception,
               score->taken_on, score->entered_on, score->source);
}

enum kin_score_change kin_ledger_score_put(struct kin_ledger *ledger, const struct kin_score *score)
{
    struct kin_score old, new = *score;
    int64_t old_id = 0;
    bool there = find(ledger, score->student, score->code, score->slot, score->part, &old, &old_id);
    if (there && is_same(&old, score)) {
        return KIN_SCORE_SAME;
    }
    if (there && score->state == KIN_SCORE_BLANK && !score->response) {
        return KIN_SCORE_KEPT;
    }
    int64_t id = kin_db_number(ledger, 0, "SELECT coalesce(max(id), 0) + 1 FROM score", "");
    new.taken_on = score->taken_on ? score->taken_on : there ? old.taken_on : score->entered_on;
    if (there) {
        kin_db_run(ledger, "UPDATE score SET replaced_by = ? WHERE id = ?", "ii", id, old_id);
    }
    insert(ledger, id, &new);
    return there ? KIN_SCORE_CORRECTED : KIN_SCORE_ADDED;
}

size_t kin_ledger_score_history(struct kin_ledger *ledger, const char *student, const char *code,
                                struct kin_score **scores)
{
    sqlite3_stmt *row = kin_db_query(
        ledger, SCORE "WHERE student = ? AND form = ? AND replaced_by IS NOT NULL ORDER BY id", "tt", student, code);
    size_t count = 0, room = 0;
    *scores = NULL;
    while (kin_db_row(ledger, row)) {
        KIN_PUSH(ledger->arena, *scores, count, room) = score_of(ledger, row);
    }
    return count;
}
