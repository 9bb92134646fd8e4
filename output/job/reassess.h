/* Another try for a student: who may have one, on what, and its paper, parallel to the form that was failed. */
#ifndef KIN_JOB_REASSESS_H
#define KIN_JOB_REASSESS_H

#include "job/issue.h"
#include "mastery/retake.h"

struct kin_reassess_options {
    const char *student;
    const char *const *objectives; /* standards in any spelling; count 0: all that are not met yet */
    size_t objective_count;
    const char *evidence; /* of relearning; NULL: none */
    const char *today, *folder;
    enum kin_naming naming;
    const struct kin_retake_policy *policy;
};

/* What a request comes to. */
struct kin_reassess_plan {
    const char *refusal; /* why nothing is printed; NULL: something is */
    const char **notes;  /* objectives that are left out, with the reason; more than one sentence never */
    size_t note_count, note_room;
    struct kin_reassess_paper *papers; /* one for each first set that the objectives come from */
    size_t paper_count, paper_room;
};

struct kin_reassess_paper {
    struct kin_ledger_set root;
    struct kin_slip_line *lines; /* its objectives */
    size_t line_count, line_room;
};

/* Look at the scores and the policy. False after reporting. */
bool kin_reassess_plan(kin_ctx *ctx, struct kin_ledger *ledger, const struct kin_reassess_options *options,
                       struct kin_reassess_plan *plan);

/* Draw, print and record the papers of a plan, within a transaction of the caller: as many as paper_count. False after
 * reporting. */
bool kin_reassess_issue(kin_ctx *ctx, struct kin_ledger *ledger, const struct kin_reassess_options *options,
                        const struct kin_reassess_plan *plan, struct kin_issued *issued);

#endif
