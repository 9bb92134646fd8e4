/* By what decisions are made, as command lines say it. */
#ifndef KIN_CLI_RULE_H
#define KIN_CLI_RULE_H

#include "command.h"

#include "mastery/decision.h"

/* Rows of the option table, in this order, one behind the other. */
#define RULE_OPTIONS                                                                                                   \
    {"threshold", "RULE", "of mastery: 80, 4/5, \"level 3\" (what the forms say)"},                                    \
        {"policy", "NAME", "how several tries become one score: highest, latest ... (highest)"},                       \
    {                                                                                                                  \
        "scale", "FILE", "a table of levels: level, from, name, legend"                                                \
    }
enum { RULE_THRESHOLD, RULE_POLICY, RULE_SCALE };

/* Read them from option row `first` on. EXIT_DONE, or how the command ends, after saying what is wrong. */
int rule_read(const struct command *command, kin_ctx *ctx, const struct arguments *arguments, size_t first,
              struct kin_rule *rule);

#endif
