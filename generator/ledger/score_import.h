/* From a table of scores to the ledger: each row finds its student, form and items, and is marked by the key. */
#ifndef KIN_LEDGER_SCORE_IMPORT_H
#define KIN_LEDGER_SCORE_IMPORT_H

#include "ledger/score.h"
#include "ledger/score_file.h"

struct kin_score_options {
    const char *set;    /* name, code or set file; NULL: the first row's code says it */
    const char *today;  /* day of entry, and of the test where the file says none and nothing is known; the last
                           day that a file may say */
    const char *source; /* name of the file, for the history */
};

struct kin_score_result {
    struct kin_ledger_set set;
    size_t students;                  /* rows that were imported */
    size_t added, corrected, same;    /* scores of parts */
    size_t refused, unclear, invalid; /* rows; answers that a person decides; answers that give no points */
};

/* Import. Each row stands for itself: one that is refused is reported with its line and reason, the others are entered,
 * all in one transaction. False after reporting: nothing was entered. */
bool kin_scores_import(struct kin_ledger *ledger, struct kin_diags *diags, const struct kin_score_file *file,
                       const struct kin_score_options *options, struct kin_score_result *result);

#endif
