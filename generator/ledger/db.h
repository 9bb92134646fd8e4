/* SQLite for the files of this folder: statements in one line, errors reported once.
 *
 * The first failure is reported and remembered: from then on nothing runs any more and no row comes, so that callers
 * may go on and look at the end (kin_ledger_is_sound), and a transaction is never committed in part. */
#ifndef KIN_LEDGER_DB_H
#define KIN_LEDGER_DB_H

#include "ledger/ledger.h"

#include <sqlite3.h>

struct kin_ledger {
    kin_arena *arena;
    struct kin_diags *diags;
    const char *path;
    sqlite3 *db;
    bool failed;
    int claims; /* file whose bytes are locked by who prints the set of that number; 0: not open */
    unsigned char secret[32];
};

/* A statement with its values: one letter for each in `types`, t: const char * (NULL is NULL), i: int64_t, b: const
 * void * with size_t. NULL after an error. Ends by itself when kin_db_row has said false, else with sqlite3_finalize.
 */
sqlite3_stmt *kin_db_query(struct kin_ledger *ledger, const char *sql, const char *types, ...);

/* The next row; false at the end and after an error, and the statement is gone then. NULL is allowed. */
bool kin_db_row(struct kin_ledger *ledger, sqlite3_stmt *statement);

/* A column of the row as text in the ledger's arena; NULL for NULL. */
const char *kin_db_text(struct kin_ledger *ledger, sqlite3_stmt *statement, int column);

/* Run a statement that gives no rows, with values as in kin_db_query. False after an error. */
bool kin_db_run(struct kin_ledger *ledger, const char *sql, const char *types, ...);

/* The first column of the first row as a number; `otherwise` where there is no row. */
int64_t kin_db_number(struct kin_ledger *ledger, int64_t otherwise, const char *sql, const char *types, ...);

/* Report what SQLite says of `status`, once. Always false. */
bool kin_db_fail(struct kin_ledger *ledger, int status);

/* ---- Of opening ---- */

enum { KIN_LEDGER_APPLICATION = 0x464B494E, KIN_LEDGER_VERSION = 2 }; /* "FKIN" */

/* Bring the tables from `version` (0: a new file) up to KIN_LEDGER_VERSION, within the transaction of the caller. */
bool kin_ledger_migrate(struct kin_ledger *ledger, int64_t version);

/* The journal for a kind of file system (f_type of statfs): write-ahead logs need memory that processes share, which
 * drives of other computers do not give. "wal" or "delete". */
const char *kin_ledger_journal(unsigned file_system);

#endif
