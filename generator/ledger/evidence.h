/* Evidence: one row for each scored part that a student was given points for, or left blank. */
#ifndef KIN_LEDGER_EVIDENCE_H
#define KIN_LEDGER_EVIDENCE_H

#include "number/rat.h"

#include <stdint.h>

struct kin_ledger;

enum kin_score_state {
    KIN_SCORE_ANSWERED, /* a response that was marked by the key */
    KIN_SCORE_BLANK,    /* nothing was answered, which is not a wrong answer */
    KIN_SCORE_INVALID,  /* more than one mark where one is asked */
    KIN_SCORE_POINTS    /* points that a person gave */
};
const char *kin_score_state_name(enum kin_score_state state); /* "answered" */

struct kin_evidence {
    const char *student;
    const char *class_id; /* that the set was made for; NULL: none */
    const char *set_name, *purpose;
    const char *code, *letter; /* of the form */
    const char *slot;          /* "3" */
    const char *part;          /* "a"; "" when the item has no parts */
    const char *standard;      /* code */
    int level;
    const char *taken_on; /* ISO date */
    enum kin_score_state state;
    struct kin_rat points, most;
    const char *threshold;     /* of mastery, as the form said it; NULL: it said nothing */
    const char *misconception; /* id; NULL: none */
    const char *response;      /* as it was entered; NULL: points alone */
    int attempt;               /* the student's n-th form with this standard, from 1, by date; practice counts, too */
};

/* Are two rows of the same student's form? */
bool kin_evidence_same_form(const struct kin_evidence *a, const struct kin_evidence *b);

/* What to look for. NULL: anything. */
struct kin_evidence_filter {
    const char *student;
    const char *class_id; /* rows of the students who are in it now, whatever they were made for */
    const char *set_name;
    const char *standard;  /* exactly this code */
    const char *from, *to; /* dates, both included */
    const char *without;   /* a purpose: rows of sets that were made for it are left out */
};

/* The rows that stand (not those that were corrected), by student, date, form, place on the form. Lives in the ledger's
 * arena. Returns how many; kin_ledger_is_sound says whether that is all. */
size_t kin_ledger_evidence(struct kin_ledger *ledger, const struct kin_evidence_filter *filter,
                           struct kin_evidence **rows);

/* What is still to be marked on the papers of a set: parts without a score, of forms of which the same student has
 * scores. In the order of kin_ledger_evidence, as blank parts with no points: the least that they can come to. */
size_t kin_ledger_unmarked(struct kin_ledger *ledger, const char *set_name, struct kin_evidence **rows);

#endif
