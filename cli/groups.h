/* What groups and practice have in common: the cuts between groups. */
#ifndef KIN_CLI_GROUPS_H
#define KIN_CLI_GROUPS_H

#include "gather.h"

/* Two rows of the option table, one behind the other. */
#define CUT_OPTIONS                                                                                                    \
    {"ready", "PERCENT", "from here on a student is Ready (the threshold)"},                                           \
    {                                                                                                                  \
        "support", "PERCENT", "from here on Needs Support, below Needs Reinforcement (50)"                             \
    }
enum { CUT_READY, CUT_SUPPORT };

/* Read them from option row `first` on. EXIT_DONE, or how the command ends, after saying what is wrong. */
int cuts_read(const struct command *command, kin_ctx *ctx, const struct arguments *arguments, size_t first,
              const struct kin_rule *rule, struct kin_cuts *cuts);

#endif
