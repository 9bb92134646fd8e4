/* Another try: the rules of a school about who may have one and when, and what a request comes to under them. */
#ifndef KIN_MASTERY_RETAKE_H
#define KIN_MASTERY_RETAKE_H

#include "base/csv.h"
#include "mastery/threshold.h"

enum kin_retake_evidence { KIN_EVIDENCE_WELCOME, KIN_EVIDENCE_REQUIRED };
enum kin_retake_scope { KIN_SCOPE_FAILED, KIN_SCOPE_WHOLE };

struct kin_retake_policy {
    int wait_days;   /* after the last try, before the next */
    int window_days; /* after the last try, no later; 0: no end */
    int tries;       /* further ones of an assessment and objective; 0: as many as are asked for */
    enum kin_retake_evidence evidence;
    enum kin_retake_scope scope;
    struct kin_threshold threshold; /* an objective that meets it is not tried again */
    char letter;                    /* of the first further form: 'R' for R, R1, R2 ...; 0: the next that is free */
};

/* A week's wait, no end, any number of tries, evidence welcome, failed objectives only, 80%, the next free letter. */
struct kin_retake_policy kin_retake_usual(void);

/* A policy file: CSV with the columns rule and value; rules that are left out are the usual ones. False after
 * reporting: a rule or a value that is none. */
bool kin_retake_read(struct kin_diags *diags, const struct kin_csv *csv, struct kin_retake_policy *policy);

/* What is known of one objective of a student. */
struct kin_retake_case {
    const char *today;
    const char *last_on;  /* day of the last try; NULL: there was none */
    size_t tries;         /* further ones that were given out */
    const char *unscored; /* code of one of them that has no score yet; NULL: none */
    const char *evidence; /* of relearning; NULL: none */
};

/* Why there is no further try, as a sentence with the day from which there is one; NULL: there is. */
const char *kin_retake_refusal(kin_arena *arena, const struct kin_retake_policy *policy,
                               const struct kin_retake_case *asked);

#endif
