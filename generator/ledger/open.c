/* Opening a ledger: whose file it is, where it lies, how old it is. A file that is not ours is not touched. */
#include "ledger/db.h"

#include "base/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

enum { WAIT_MS = 30000, STEP_MS = 20, CHECKED_BYTES = 16 << 20 };

static void report(struct kin_ledger *ledger, enum kin_diag_id id, const char *reason)
{
    ledger->failed = true;
    kin_report(ledger->diags, id, (struct kin_span){0}, ledger->path, reason, NULL);
}

/* An empty file that its owner alone can read, unless somebody was faster: SQLite gives its other files the same mode.
 */
static void make_file(struct kin_ledger *ledger, enum kin_ledger_use use)
{
    if (access(ledger->path, F_OK) == 0) {
        return;
    }
    if (use == KIN_LEDGER_EXISTING) {
        report(ledger, KIN_E7001, strerror(errno));
        return;
    }
    int file = open(ledger->path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0 && errno != EEXIST) {
        report(ledger, KIN_E7006, strerror(errno));
    } else if (file >= 0) {
        close(file);
    }
}

static bool connect(struct kin_ledger *ledger)
{
    if (ledger->failed) {
        return false;
    }
    int status = sqlite3_open_v2(ledger->path, &ledger->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);
    if (status != SQLITE_OK) {
        return kin_db_fail(ledger, status);
    }
    sqlite3_busy_timeout(ledger->db, WAIT_MS);
    sqlite3_db_config(ledger->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(ledger->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    return kin_db_run(ledger, "PRAGMA foreign_keys = ON", "") && kin_db_run(ledger, "PRAGMA synchronous = FULL", "");
}

/* A new file, or one of ours that this program knows. */
static bool is_ours(struct kin_ledger *ledger)
{
    int64_t application = kin_db_number(ledger, 0, "PRAGMA application_id", "");
    int64_t version = kin_db_number(ledger, 0, "PRAGMA user_version", "");
    int64_t tables = kin_db_number(ledger, 0, "SELECT count(*) FROM sqlite_schema", "");
    bool is_new = application == 0 && version == 0 && tables == 0;
    if (!ledger->failed && !is_new && application != KIN_LEDGER_APPLICATION) {
        report(ledger, KIN_E7002, NULL);
    }
    if (!ledger->failed && version > KIN_LEDGER_VERSION) {
        report(ledger, KIN_E7003, NULL);
    }
    return !ledger->failed;
}

/* Pages that do not fit together; a large ledger is looked at where it is read. */
static bool is_whole(struct kin_ledger *ledger)
{
    int64_t bytes =
        kin_db_number(ledger, 0, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", "");
    sqlite3_stmt *check = bytes > CHECKED_BYTES ? NULL : kin_db_query(ledger, "PRAGMA quick_check(1)", "");
    if (kin_db_row(ledger, check)) {
        const char *found = kin_db_text(ledger, check, 0);
        sqlite3_finalize(check);
        if (strcmp(found, "ok") != 0) {
            report(ledger, KIN_E7004, found);
        }
    }
    return !ledger->failed;
}

const char *kin_ledger_journal(unsigned file_system)
{
    static const unsigned remote[] = {
        0x6969,     /* NFS */
        0x517B,     /* SMB */
        0xFF534D42, /* CIFS */
        0xFE534D42, /* SMB 2 */
        0x5346414F, /* AFS */
        0x73757245, /* Coda */
        0x01021997, /* 9P */
        0x65735546, /* FUSE: sshfs and the like */
        0x0BD00BD0, /* Lustre */
    };
    for (size_t i = 0; i < sizeof remote / sizeof *remote; i++) {
        if (file_system == remote[i]) {
            return "delete";
        }
    }
    return "wal";
}

/* Changing the journal takes the file alone for a moment, and SQLite does not wait for that by itself. */
static bool set_journal(struct kin_ledger *ledger)
{
    struct statfs about;
    const char *mode = statfs(ledger->path, &about) == 0 ? kin_ledger_journal((unsigned)about.f_type) : "delete";
    const char *sql = kin_format(ledger->arena, "PRAGMA journal_mode = %s", mode);
    int status = SQLITE_BUSY;
    for (int waited = 0; (status & 0xff) == SQLITE_BUSY && waited < WAIT_MS; waited += STEP_MS) {
        status = sqlite3_exec(ledger->db, sql, NULL, NULL, NULL);
        if ((status & 0xff) == SQLITE_BUSY) {
            sqlite3_sleep(STEP_MS);
        }
    }
    return status == SQLITE_OK || kin_db_fail(ledger, status);
}

/* Somebody else may have made or renewed it since it was looked at. */
static bool renew(struct kin_ledger *ledger)
{
    if (kin_db_number(ledger, 0, "PRAGMA user_version", "") == KIN_LEDGER_VERSION) {
        return !ledger->failed;
    }
    if (!kin_ledger_begin(ledger)) {
        return false;
    }
    int64_t version = kin_db_number(ledger, 0, "PRAGMA user_version", "");
    if (version == KIN_LEDGER_VERSION) {
        return kin_ledger_commit(ledger);
    }
    if (version == 0) {
        kin_db_run(ledger, kin_format(ledger->arena, "PRAGMA application_id = %d", KIN_LEDGER_APPLICATION), "");
    }
    kin_ledger_migrate(ledger, version);
    if (version == 0) {
        unsigned char secret[sizeof ledger->secret];
        kin_random_bytes(secret, sizeof secret);
        kin_db_run(ledger, "INSERT INTO secret(id, bytes) VALUES(1, ?)", "b", secret, sizeof secret);
    }
    return kin_ledger_commit(ledger);
}

static bool read_secret(struct kin_ledger *ledger)
{
    sqlite3_stmt *row = kin_db_query(ledger, "SELECT bytes FROM secret", "");
    if (!kin_db_row(ledger, row)) {
        report(ledger, KIN_E7004, "its secret is gone");
        return false;
    }
    size_t length = (size_t)sqlite3_column_bytes(row, 0);
    const void *bytes = sqlite3_column_blob(row, 0);
    bool fine = length == sizeof ledger->secret;
    if (fine) {
        memcpy(ledger->secret, bytes, length);
    }
    sqlite3_finalize(row);
    if (!fine) {
        report(ledger, KIN_E7004, "its secret is cut short");
    }
    return fine;
}

struct kin_ledger *kin_ledger_open(kin_arena *arena, struct kin_diags *diags, const char *path, enum kin_ledger_use use)
{
    struct kin_ledger *ledger = KIN_NEW(arena, struct kin_ledger);
    *ledger = (struct kin_ledger){.arena = arena, .diags = diags, .path = kin_copy(arena, path)};
    make_file(ledger, use);
    if (connect(ledger) && is_ours(ledger) && is_whole(ledger) && set_journal(ledger) && renew(ledger) &&
        read_secret(ledger)) {
        return ledger;
    }
    kin_ledger_close(ledger);
    return NULL;
}

void kin_ledger_close(struct kin_ledger *ledger)
{
    if (ledger) {
        kin_ledger_undo(ledger);
        sqlite3_close_v2(ledger->db);
        ledger->db = NULL;
        if (ledger->claims) {
            close(ledger->claims);
            ledger->claims = 0;
        }
    }
}

struct kin_seed kin_ledger_seed(struct kin_ledger *ledger, uint64_t number)
{
    return (struct kin_seed){number, ledger->secret, sizeof ledger->secret};
}
