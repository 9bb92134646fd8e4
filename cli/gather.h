/* What reports and decisions are made from: students and their scores, out of a ledger. */
#ifndef KIN_CLI_GATHER_H
#define KIN_CLI_GATHER_H

#include "ledger.h"

#include "mastery/reporting.h"

/* What to look at. NULL: anything. */
struct gathering {
    const char *set;             /* its name, the code of one of its forms, or its set file */
    const char *class_id;        /* NULL with a set: the set's */
    const char *const *students; /* only these; count 0: all */
    size_t student_count;
    const char *from, *to; /* days */
    const char *language;
    enum kin_names_shown names;
};

/* Fill in everything but the rule's values (`rule` is borrowed). Without a class the students are those who have forms
 * of the set. False after a report. */
bool gather(kin_ctx *ctx, struct kin_ledger *ledger, const struct gathering *gathering, const struct kin_rule *rule,
            struct kin_reporting *reporting);

#endif
