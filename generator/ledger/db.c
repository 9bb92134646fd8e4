#include "ledger/db.h"

#include <string.h>

bool kin_db_fail(struct kin_ledger *ledger, int status)
{
    if (ledger->failed) {
        return false;
    }
    ledger->failed = true;
    const char *reason = ledger->db ? sqlite3_errmsg(ledger->db) : sqlite3_errstr(status);
    enum kin_diag_id id = KIN_E7006;
    switch (status & 0xff) {
    case SQLITE_ERROR: /* our own statements do not fit its tables */
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        id = KIN_E7004;
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        id = KIN_E7005;
        break;
    default:
        break;
    }
    kin_report(ledger->diags, id, (struct kin_span){0}, ledger->path, reason, NULL);
    return false;
}

static int bind_one(sqlite3_stmt *statement, int index, char type, va_list *values)
{
    if (type == 'i') {
        return sqlite3_bind_int64(statement, index, va_arg(*values, int64_t));
    }
    const void *bytes = va_arg(*values, const void *);
    if (type == 't') {
        return bytes ? sqlite3_bind_text(statement, index, bytes, -1, SQLITE_TRANSIENT)
                     : sqlite3_bind_null(statement, index);
    }
    return sqlite3_bind_blob64(statement, index, bytes, va_arg(*values, size_t), SQLITE_STATIC);
}

static sqlite3_stmt *query(struct kin_ledger *ledger, const char *sql, const char *types, va_list *values)
{
    sqlite3_stmt *statement = NULL;
    int status = ledger->failed ? SQLITE_ABORT : sqlite3_prepare_v2(ledger->db, sql, -1, &statement, NULL);
    for (int i = 0; status == SQLITE_OK && types[i]; i++) {
        status = bind_one(statement, i + 1, types[i], values);
    }
    if (status != SQLITE_OK) {
        kin_db_fail(ledger, status);
        sqlite3_finalize(statement);
        return NULL;
    }
    return statement;
}

sqlite3_stmt *kin_db_query(struct kin_ledger *ledger, const char *sql, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    sqlite3_stmt *statement = query(ledger, sql, types, &values);
    va_end(values);
    return statement;
}

bool kin_db_row(struct kin_ledger *ledger, sqlite3_stmt *statement)
{
    if (!statement) {
        return false;
    }
    int status = sqlite3_step(statement);
    if (status == SQLITE_ROW) {
        return true;
    }
    if (status != SQLITE_DONE) {
        kin_db_fail(ledger, status);
    }
    sqlite3_finalize(statement);
    return false;
}

const char *kin_db_text(struct kin_ledger *ledger, sqlite3_stmt *statement, int column)
{
    const unsigned char *text = sqlite3_column_text(statement, column);
    return text ? kin_copy(ledger->arena, (const char *)text) : NULL;
}

bool kin_db_run(struct kin_ledger *ledger, const char *sql, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    sqlite3_stmt *statement = query(ledger, sql, types, &values);
    va_end(values);
    while (kin_db_row(ledger, statement)) {
    }
    return !ledger->failed;
}

int64_t kin_db_number(struct kin_ledger *ledger, int64_t otherwise, const char *sql, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    sqlite3_stmt *statement = query(ledger, sql, types, &values);
    va_end(values);
    if (!kin_db_row(ledger, statement)) {
        return otherwise;
    }
    int64_t number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

bool kin_ledger_is_sound(const struct kin_ledger *ledger)
{
    return !ledger->failed;
}

bool kin_ledger_begin(struct kin_ledger *ledger)
{
    return kin_db_run(ledger, "BEGIN IMMEDIATE", "");
}

bool kin_ledger_commit(struct kin_ledger *ledger)
{
    return kin_db_run(ledger, "COMMIT", "");
}

void kin_ledger_undo(struct kin_ledger *ledger)
{
    if (ledger->db && !sqlite3_get_autocommit(ledger->db)) {
        sqlite3_exec(ledger->db, "ROLLBACK", NULL, NULL, NULL);
    }
}
