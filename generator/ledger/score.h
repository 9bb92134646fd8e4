/* Scores in the ledger: one standing row for each scored part of a form that a student was given, and what it replaced.
 */
#ifndef KIN_LEDGER_SCORE_H
#define KIN_LEDGER_SCORE_H

#include "ledger/evidence.h"
#include "ledger/ledger.h"

struct kin_score {
    const char *student, *code; /* of a form that was issued to the student */
    const char *slot, *part;    /* "2", "a"; part "" when the item has none */
    const char *response;       /* as it was entered; NULL: points alone */
    enum kin_score_state state;
    struct kin_rat points;
    const char *misconception; /* NULL: none */
    const char *taken_on;      /* NULL: as it was, or `entered_on` */
    const char *entered_on;
    const char *source; /* name of the file it came from */
};

enum kin_score_change {
    KIN_SCORE_SAME, /* it was there already */
    KIN_SCORE_ADDED,
    KIN_SCORE_CORRECTED, /* the old row stays, and names the new one */
    KIN_SCORE_KEPT       /* a blank never takes the place of an answer */
};

/* Enter one score, within the caller's transaction. */
enum kin_score_change kin_ledger_score_put(struct kin_ledger *ledger, const struct kin_score *score);

/* The standing score of a part; false when there is none. */
bool kin_ledger_score_find(struct kin_ledger *ledger, const char *student, const char *code, const char *slot,
                           const char *part, struct kin_score *score);

/* Scores of a student on a form that were corrected since, the oldest first. Returns how many. */
size_t kin_ledger_score_history(struct kin_ledger *ledger, const char *student, const char *code,
                                struct kin_score **scores);

#endif
