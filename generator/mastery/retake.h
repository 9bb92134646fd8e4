/* Another try: the rules of a school about who may have one and when, and what a request comes to under them. */
#ifndef KIN_MASTERY_RETAKE_H
#define KIN_MASTERY_RETAKE_H

#include "base/csv.h"
#include "mastery/decision.h"

enum kin_retake_who { KIN_RETAKE_NOT_MET, KIN_RETAKE_ANYONE, KIN_RETAKE_BELOW };
enum kin_retake_scope { KIN_SCOPE_FAILED, KIN_SCOPE_WHOLE };
enum kin_retake_next_test { KIN_NEXT_TEST_OPEN, KIN_NEXT_TEST_CLOSES };
enum kin_retake_relearning { KIN_RELEARNING_ANY, KIN_RELEARNING_NEW };

struct kin_retake_policy {
    enum kin_retake_who who;
    int below_percent; /* KIN_RETAKE_BELOW: scores that are tried again */
    int wait_days;     /* after the last try, before the next */
    int window_days;   /* after the last try, no later; 0: no end */
    const char *until; /* the last day of all; NULL: none */
    enum kin_retake_next_test next_test;
    int tries;  /* further ones of an assessment and objective; 0: as many as are asked for */
    int proofs; /* of relearning, at least; 0: they are welcome */
    enum kin_retake_relearning relearning; /* NEW: nothing that was handed in for an earlier try */
    const char **before;                   /* what the proofs must name, each */
    size_t before_count, before_room;
    enum kin_retake_scope scope;
    struct kin_threshold threshold; /* what meets an objective: */
    enum kin_threshold_use use;     /* that, or what the forms say */
    struct kin_score_policy score;  /* of all tries at it */
    char letter;                    /* of the first further form: 'R' for R, R1, R2 ...; 0: the next that is free */
};

/* Whoever has not met it, a week's wait, no end, any number of tries, proofs welcome, failed objectives only, the
 * threshold of the forms in the best try, the next free letter. */
struct kin_retake_policy kin_retake_usual(void);

/* A policy file: CSV with the columns rule and value; rules that are left out are the usual ones, and `before` may
 * stand several times. templates/reassessment-policy.csv shows all of them. False after reporting: a rule or a value
 * that is none. */
bool kin_retake_read(struct kin_diags *diags, const struct kin_csv *csv, struct kin_retake_policy *policy);

/* What is known of one objective of a student. */
struct kin_retake_case {
    const char *today;
    struct kin_rat score; /* of all tries, by the policy */
    bool met;
    bool named;            /* it was asked for by name */
    const char *last_on;   /* day of the last try; NULL: there was none */
    size_t tries;          /* further ones that were given out */
    const char *unscored;  /* code of one of them that has no score yet; NULL: none */
    const char *evidence;  /* proofs of relearning with semicolons between them; NULL: none */
    bool evidence_is_old;  /* it was handed in for an earlier try */
    const char *next_test; /* day of the next test that the student was given; NULL: none yet */
};

/* Why there is no further try, as a sentence with the day from which there is one; NULL: there is. */
const char *kin_retake_refusal(kin_arena *arena, const struct kin_retake_policy *policy,
                               const struct kin_retake_case *asked);

#endif
