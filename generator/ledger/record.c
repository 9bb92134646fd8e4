#include "ledger/record.h"

#include "form/bars.h"
#include "ledger/db.h"

#include <string.h>

void kin_ledger_add_used(struct kin_ledger *ledger, const char *student, struct kin_used *used)
{
    kin_ledger_add_used_before(ledger, student, INT64_MAX, used);
}

void kin_ledger_add_used_before(struct kin_ledger *ledger, const char *student, int64_t issue, struct kin_used *used)
{
    sqlite3_stmt *row =
        kin_db_query(ledger, "SELECT identity FROM used WHERE student = ? AND issue < ?", "ti", student, issue);
    while (kin_db_row(ledger, row)) {
        struct kin_digest identity;
        if (sqlite3_column_bytes(row, 0) == sizeof identity.bytes) {
            memcpy(identity.bytes, sqlite3_column_blob(row, 0), sizeof identity.bytes);
            kin_used_add(used, &identity);
        }
    }
}

static bool is_taken(struct kin_ledger *ledger, const char *name)
{
    return kin_db_number(ledger, 0, "SELECT 1 FROM paper_set WHERE name = ?", "t", name) != 0;
}

const char *kin_ledger_name(struct kin_ledger *ledger, const char *wish)
{
    const char *name = wish;
    for (int n = 2; is_taken(ledger, name); n++) {
        name = kin_format(ledger->arena, "%s-%d", wish, n);
    }
    return name;
}

/* ---- Rows ---- */

static int64_t added(struct kin_ledger *ledger)
{
    return ledger->failed ? 0 : sqlite3_changes64(ledger->db);
}

static bool put_set(struct kin_ledger *ledger, const struct kin_recording *recording)
{
    const struct kin_set *set = recording->set;
    const struct kin_run *run = recording->run;
    size_t length;
    const char *file = kin_set_write(ledger->arena, set, &length);
    kin_db_run(ledger,
               "INSERT OR IGNORE INTO paper_set(name, made_on, purpose, assessment, class, file, options, digest,"
               " parent) VALUES(?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0))",
               "tttttbtti", run->name, run->made_on, recording->purpose, set->assessment_id, run->class_id, file,
               length, kin_run_write(ledger->arena, run), set->digest, recording->parent);
    return added(ledger) == 1;
}

/* One row a part that is scored. */
static void put_parts(struct kin_ledger *ledger, const struct kin_set *set, const struct kin_form *form)
{
    int64_t place = 0;
    for (size_t s = 0; s < form->item_count; s++) {
        const struct kin_item *item = form->items[s];
        for (size_t p = 0; p < item->part_count; p++) {
            const struct kin_part *part = &item->parts[p];
            const char *standard = part->standard ? part->standard : item->standard;
            struct kin_rat points = kin_part_points(ledger->arena, part);
            if (kin_rat_sign(points) <= 0) {
                continue;
            }
            kin_db_run(ledger,
                       "INSERT INTO part(form, slot, part, place, standard, level, points, threshold)"
                       " VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
                       "tttititt", form->code, set->slots[s].id, part->label ? part->label : "", ++place, standard,
                       (int64_t)(part->level ? part->level : item->level), kin_rat_text(ledger->arena, points),
                       kin_set_threshold_text(ledger->arena, set, standard));
        }
    }
}

static bool put_form(struct kin_ledger *ledger, int64_t set_id, const struct kin_set *set, const struct kin_form *form)
{
    kin_db_run(ledger, "INSERT OR IGNORE INTO form(code, paper_set, letter) VALUES(?, ?, ?)", "tit", form->code, set_id,
               form->letter);
    if (added(ledger) != 1) {
        return false;
    }
    put_parts(ledger, set, form);
    return true;
}

static const struct kin_form *form_of(const struct kin_set *set, const char *letter)
{
    for (size_t f = 0; f < set->form_count; f++) {
        if (strcmp(set->forms[f].letter, letter) == 0) {
            return &set->forms[f];
        }
    }
    return NULL;
}

/* False when the student had one of the questions. */
static bool put_used(struct kin_ledger *ledger, const char *student, const struct kin_form *form, int64_t issue)
{
    bool fresh = true;
    for (size_t s = 0; s < form->item_count; s++) {
        const struct kin_digest *identity = &form->members[s].identity;
        kin_db_run(ledger, "INSERT OR IGNORE INTO used(student, template, identity, issue) VALUES(?, ?, ?, ?)", "ttbi",
                   student, form->items[s]->template_id, (const void *)identity->bytes, sizeof identity->bytes, issue);
        fresh = fresh && added(ledger) == 1;
    }
    return fresh;
}

static bool put_issue(struct kin_ledger *ledger, const char *student, const struct kin_form *form, const char *day)
{
    kin_db_run(ledger, "INSERT INTO issue(student, form, issued_on) VALUES(?, ?, ?)", "ttt", student, form->code, day);
    return !ledger->failed && put_used(ledger, student, form, sqlite3_last_insert_rowid(ledger->db));
}

/* ---- Recording ---- */

static bool put_all(struct kin_ledger *ledger, const struct kin_recording *recording)
{
    const struct kin_set *set = recording->set;
    const struct kin_run *run = recording->run;
    bool fine = put_set(ledger, recording);
    int64_t id = ledger->failed ? 0 : sqlite3_last_insert_rowid(ledger->db);
    for (size_t f = 0; fine && f < set->form_count; f++) {
        fine = put_form(ledger, id, set, &set->forms[f]);
    }
    for (size_t i = 0; fine && i < run->paper_count; i++) {
        const struct kin_form *form = form_of(set, run->papers[i].letter);
        fine = form && put_issue(ledger, run->papers[i].student, form, run->made_on);
    }
    return fine;
}

enum kin_recorded kin_ledger_record(struct kin_ledger *ledger, const struct kin_recording *recording,
                                    struct kin_ledger_set *set)
{
    bool own = !ledger->failed && sqlite3_get_autocommit(ledger->db);
    if (own && !kin_ledger_begin(ledger)) {
        return KIN_NOT_RECORDED;
    }
    bool fine = put_all(ledger, recording);
    if (!fine && !ledger->failed) {
        kin_ledger_undo(ledger);
        return KIN_RIVALLED;
    }
    if (ledger->failed || (own && !kin_ledger_commit(ledger))) {
        return KIN_NOT_RECORDED;
    }
    return kin_ledger_set_find(ledger, recording->run->name, set) ? KIN_RECORDED : KIN_NOT_RECORDED;
}

bool kin_ledger_issue(struct kin_ledger *ledger, const char *student, const char *code, const char *issued_on)
{
    if (kin_db_number(ledger, 0, "SELECT 1 FROM issue WHERE student = ? AND form = ?", "tt", student, code)) {
        return true;
    }
    struct kin_ledger_set found;
    struct kin_set *set = kin_ledger_set_find(ledger, code, &found) ? kin_ledger_set_read(ledger, &found) : NULL;
    for (size_t f = 0; set && f < set->form_count; f++) {
        if (strcmp(set->forms[f].code, code) == 0) {
            put_issue(ledger, student, &set->forms[f], issued_on);
            kin_db_run(ledger, "UPDATE issue SET printed_on = ?3 WHERE student = ?1 AND form = ?2", "ttt", student,
                       code, issued_on);
            return !ledger->failed;
        }
    }
    return false;
}

/* A ledger may come from somebody else: what it calls its files must not lead anywhere. */
static bool is_file_name(const char *name)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return *name && *name != '-' && !name[strspn(name, plain)];
}

struct kin_run *kin_ledger_run(struct kin_ledger *ledger, const struct kin_ledger_set *set)
{
    sqlite3_stmt *row = kin_db_query(ledger, "SELECT options FROM paper_set WHERE id = ?", "i", set->id);
    if (!kin_db_row(ledger, row)) {
        return NULL;
    }
    const char *text = kin_db_text(ledger, row, 0), *problem;
    sqlite3_finalize(row);
    struct kin_run *run = kin_run_read(ledger->arena, text, &problem);
    if (run && (strcmp(run->name, set->name) != 0 || !is_file_name(run->name))) {
        problem = "its name is no name of files";
        run = NULL;
    }
    if (!run) {
        const char *what = kin_format(ledger->arena, "%s: %s", set->name, problem);
        kin_report(ledger->diags, KIN_E7004, (struct kin_span){0}, ledger->path, what, NULL);
    }
    return run;
}

bool kin_ledger_printed(struct kin_ledger *ledger, const struct kin_ledger_set *set, const char *printed_on)
{
    return kin_db_run(ledger,
                      "UPDATE issue SET printed_on = ?2 WHERE printed_on IS NULL AND form IN"
                      " (SELECT code FROM form WHERE paper_set = ?1)",
                      "it", set->id, printed_on);
}

size_t kin_ledger_unprinted(struct kin_ledger *ledger, struct kin_ledger_set **sets)
{
    sqlite3_stmt *row = kin_db_query(ledger,
                                     "SELECT DISTINCT p.name FROM issue i JOIN form f ON f.code = i.form"
                                     " JOIN paper_set p ON p.id = f.paper_set WHERE i.printed_on IS NULL ORDER BY p.id",
                                     "");
    const char **names = NULL;
    size_t count = 0, room = 0;
    while (kin_db_row(ledger, row)) {
        KIN_PUSH(ledger->arena, names, count, room) = kin_db_text(ledger, row, 0);
    }
    *sets = KIN_NEW_N(ledger->arena, struct kin_ledger_set, count);
    for (size_t i = 0; i < count; i++) {
        kin_ledger_set_find(ledger, names[i], &(*sets)[i]);
    }
    return count;
}
