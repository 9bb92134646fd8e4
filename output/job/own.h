/* What students have of their own: a language, an interest, a paper style. None of it changes a number, a key or
 * points: each is another edition of the same forms. */
#ifndef KIN_JOB_OWN_H
#define KIN_JOB_OWN_H

#include "form/run.h"
#include "job/job.h"
#include "ledger/ledger.h"

struct kin_students {
    const struct kin_ledger_student *items;
    size_t count;
};

/* The language that was asked for or the assessment is written in, then those of the students, into the options of a
 * job. Returns the first; NULL after reporting. */
const char *kin_own_languages(kin_ctx *ctx, struct kin_make_options *make, struct kin_students students);

/* The interests of students, each once, into the job. */
void kin_own_interests(struct kin_job *job, struct kin_students students);

/* A style of a student's own, with what a set's style says of school, logo and sides. NULL after reporting. */
const struct kin_paper_style *kin_own_style(kin_ctx *ctx, const struct kin_set *set, const char *name);

/* Editions in the paper styles of the run's students: the same forms, to be measured for themselves. False after
 * reporting. */
bool kin_own_editions(kin_ctx *ctx, struct kin_set *set, const struct kin_run *run);

#endif
