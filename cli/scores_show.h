/* formkin scores show. */
#ifndef KIN_CLI_SCORES_SHOW_H
#define KIN_CLI_SCORES_SHOW_H

#include "ledger.h"

struct scores_wanted {
    const char *set, *student; /* student: NULL: all */
    int history;
};

/* Print what the ledger has of a set. False after reporting. */
bool scores_show(kin_ctx *ctx, struct kin_ledger *ledger, const struct scores_wanted *wanted);

#endif
