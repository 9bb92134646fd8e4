/* Who prints what: a lock on one byte for each set, in a file of its own beside the ledger, which the system gives back
 * however a program ends. SQLite's own file is not locked by others: closing it would take SQLite's locks away. */
#include "ledger/db.h"
#include "ledger/record.h"

#include <fcntl.h>
#include <unistd.h>

static bool is_printed(struct kin_ledger *ledger, const struct kin_ledger_set *set)
{
    return !kin_db_number(ledger, 0,
                          "SELECT 1 FROM issue i JOIN form f ON f.code = i.form WHERE f.paper_set = ?"
                          " AND i.printed_on IS NULL LIMIT 1",
                          "i", set->id);
}

/* Where no lock can be had at all, printing twice does no harm. */
bool kin_ledger_claim(struct kin_ledger *ledger, const struct kin_ledger_set *set)
{
    if (!ledger->claims) {
        int file = open(kin_format(ledger->arena, "%s-printing", ledger->path), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        ledger->claims = file > 0 ? file : 0;
    }
    struct flock byte = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = (off_t)set->id, .l_len = 1};
    bool held = ledger->claims && fcntl(ledger->claims, F_SETLK, &byte) != 0;
    return !held && !is_printed(ledger, set);
}
