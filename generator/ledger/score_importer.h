/* What the files of the import of scores share. */
#ifndef KIN_LEDGER_SCORE_IMPORTER_H
#define KIN_LEDGER_SCORE_IMPORTER_H

#include "ledger/score_import.h"

struct importer {
    struct kin_ledger *ledger;
    struct kin_diags *diags;
    kin_arena *arena;
    const struct kin_score_options *options;
    struct kin_score_result *result;
    const struct kin_set *set;
    struct kin_ledger_issue *issues;
    size_t issue_count;
};

/* What a row says, once its form is known. */
struct sheet {
    const struct kin_score_row *row;
    const struct kin_form *form;
    const struct kin_language *language; /* of the paper; NULL: one that is not known */
    const char *code, *date;
    struct kin_rat total; /* of all points that were entered */
    int64_t right;        /* parts that have all their points */
    bool sure, whole;     /* nothing is left to a person; every part of the form has its points */
};

/* Report why a row is not imported, and count it. */
void kin_importer_refuse(struct importer *importer, enum kin_diag_id id, const struct kin_score_row *row, const char *a,
                         const char *b);

/* Student, form and day of a row into *sheet. False after refusing the row. */
bool kin_importer_find(struct importer *importer, struct sheet *sheet);

#endif
