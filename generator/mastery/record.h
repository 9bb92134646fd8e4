/* The record of a class: for each student and objective the tries, out of the ledger's evidence. */
#ifndef KIN_MASTERY_RECORD_H
#define KIN_MASTERY_RECORD_H

#include "ledger/evidence.h"
#include "mastery/decision.h"

struct kin_record {
    const char *const *students; /* ids, in the order of whoever asks; borrowed */
    size_t student_count;
    const char **objectives; /* codes of standards, in the order in which they were first asked */
    size_t objective_count, objective_room;
    struct kin_rule *rules;         /* of each objective: the one that was asked for, with its own threshold */
    struct kin_tries *tries;        /* of student s and objective o: s * objective_count + o */
    struct kin_decision *decisions; /* in the same order */
};

/* An objective's threshold is the rule's where that is for all, else that of the newest form that says one. The rows of
 * one form, of one standard, are one try; rows of students who are not listed do not count, nor does a form
 * that was handed in all blank. A blank part is no right one, and its points count among those that could be had. Rows
 * are in the order of kin_ledger_evidence. */
struct kin_record kin_record_of(kin_arena *arena, const struct kin_rule *rule, const char *const *students,
                                size_t student_count, const struct kin_evidence *rows, size_t row_count);

const struct kin_tries *kin_record_tries(const struct kin_record *record, size_t student, size_t objective);
const struct kin_decision *kin_record_decision(const struct kin_record *record, size_t student, size_t objective);

/* Was anything scored? */
static inline bool kin_decision_has_score(const struct kin_decision *decision)
{
    return kin_rat_defined(decision->score);
}

/* What a class comes to in one objective. */
struct kin_class_result {
    size_t scored, met, thin;
    size_t bands[KIN_BAND_NOT_YET + 1]; /* students by enum kin_band */
    struct kin_rat mean;                /* of the students' scores, 0 to 1; undefined: nobody has one */
    bool class_met;                     /* the mean reaches the threshold */
};
struct kin_class_result kin_record_class(kin_arena *arena, const struct kin_record *record, size_t objective);

/* The share of what could be had from which on an objective is met. */
struct kin_rat kin_record_line(kin_arena *arena, const struct kin_record *record, size_t objective);

/* Do all objectives have the same threshold? */
bool kin_record_has_one_line(const struct kin_record *record);

#endif
