/* Requests for another try, and what the ledger knows of tries. */
#ifndef KIN_LEDGER_REQUEST_H
#define KIN_LEDGER_REQUEST_H

#include "ledger/ledger.h"

struct kin_ledger_request {
    int64_t id; /* 0: new */
    const char *student;
    const char *objectives; /* codes with blanks between them; "": all that are not met yet */
    const char *asked_on;
    const char *evidence; /* of relearning; NULL: none */
    const char *status;   /* "waiting", "approved", "refused", "printed" */
    const char *reason;   /* of a refusal; NULL */
    int64_t set;          /* what was printed; 0: nothing */
};

/* Add a request (request->id is filled in), or write what has become of one. Within the caller's transaction or alone;
 * false after reporting. */
bool kin_ledger_request_put(struct kin_ledger *ledger, struct kin_ledger_request *request);

/* Requests by number: of a status, or all (NULL). Returns how many. */
size_t kin_ledger_requests(struct kin_ledger *ledger, const char *status, struct kin_ledger_request **requests);

/* One request; false after reporting that there is none. */
bool kin_ledger_request_find(struct kin_ledger *ledger, int64_t id, struct kin_ledger_request *request);

/* ---- Tries ---- */

/* The set that a set was drawn to be parallel to: itself where it is a first one. False after reporting. */
bool kin_ledger_root(struct kin_ledger *ledger, const struct kin_ledger_set *set, struct kin_ledger_set *root);

/* Letters of a first set and all that were drawn to be parallel to it. Returns how many. */
size_t kin_ledger_letters(struct kin_ledger *ledger, const struct kin_ledger_set *root, const char ***letters);

/* Forms after the first that a student was given of a first set, with this standard; *unscored is the code of one that
 * has no score at all, or NULL. */
size_t kin_ledger_retakes(struct kin_ledger *ledger, const char *student, const struct kin_ledger_set *root,
                          const char *standard, const char **unscored);

/* Day of the first test, no further try of another, that the student was given later than a first set; NULL: none.
 * Quizzes and what has no purpose of its own are tests; tickets, practice, reviews and pre-tests are none. */
const char *kin_ledger_next_test(struct kin_ledger *ledger, const char *student, const struct kin_ledger_set *root);

/* Was something printed for the student for this evidence of relearning (NULL: none)? */
bool kin_ledger_had_evidence(struct kin_ledger *ledger, const char *student, const char *evidence);

/* Everybody who sits in a class with the student now. Returns how many. */
size_t kin_ledger_classmates(struct kin_ledger *ledger, const char *student, const char ***ids);

#endif
