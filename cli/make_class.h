/* make --class: papers for all students of a class, recorded in the ledger. */
#ifndef KIN_CLI_MAKE_CLASS_H
#define KIN_CLI_MAKE_CLASS_H

#include "issue.h"

/* What the command line said of the class. */
struct class_wanted {
    const char *class_id, *name, *day, *folder;
    enum kin_naming naming;
    int alone;
};

int make_for_class(kin_ctx *ctx, struct kin_ledger *ledger, const struct class_wanted *wanted,
                   const struct kin_make_options *make);

#endif
