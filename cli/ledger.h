/* What every command with a ledger has in common. */
#ifndef KIN_CLI_LEDGER_H
#define KIN_CLI_LEDGER_H

#include "base/csv.h"
#include "command.h"
#include "ledger/ledger.h"

/* Rows of the option table. */
#define LEDGER_OPTION                                                                                                  \
    {                                                                                                                  \
        "ledger", "FILE", "the ledger, which records who got what (formkin.db)"                                        \
    }
#define DATE_OPTION                                                                                                    \
    {                                                                                                                  \
        "date", "YYYY-MM-DD", "the day to record (today)"                                                              \
    }

/* Open the ledger that option row `option` names, or ./formkin.db. NULL after a report in ctx. */
struct kin_ledger *ledger_of(kin_ctx *ctx, const struct arguments *arguments, size_t option, enum kin_ledger_use use);

/* The day of option row `option`, or the computer's own. NULL after saying that it is none. */
const char *date_of(const struct command *command, kin_ctx *ctx, const struct arguments *arguments, size_t option);

/* To standard output: the first of the columns that were not read, and how many more there are. Nothing when all were.
 */
void print_unread(kin_arena *arena, const struct kin_headings *unread);

#endif
