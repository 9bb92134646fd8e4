/* One run on its way from options to files: shared by what makes sets, with and without a ledger. */
#ifndef KIN_JOB_JOB_H
#define KIN_JOB_JOB_H

#include "form/set.h"
#include "job/context.h"
#include "page/page.h"

struct kin_job {
    struct kin_ctx *ctx;
    const struct kin_paper_style *style; /* of a new set; NULL: the standard one */
    const struct kin_level_scale *scale; /* of a new set, to print; NULL: none was asked for */
    const struct kin_make_options *options;
    struct kin_seed secret;          /* of a ledger; its number means nothing. Zero: none */
    const struct kin_barred *barred; /* one a letter; NULL: nothing */
    enum kin_sharing sharing;
    const char *const *interests; /* editions with stories that touch these, besides what the options say */
    size_t interest_count;
    struct kin_typesetter *type;
    struct kin_set *set; /* in the first language; the others are its editions */
    struct kin_file *files;
    size_t count, room;
};

/* A new set in all languages that the options name, for all interests. NULL after reporting. */
struct kin_set *kin_job_set(struct kin_job *job);

/* A style of the data folder by its name, as assessments and rosters give it. NULL after reporting. */
struct kin_paper_style *kin_job_style_named(kin_ctx *ctx, const char *name);

/* Add a file; a document as a PDF (NULL: it was reported why there is none). */
void kin_job_file(struct kin_job *job, struct kin_file file);
bool kin_job_document(struct kin_job *job, const char *name, const struct kin_document *document, int owner_only);

/* What there is to say of job->set and its files. */
const struct kin_made *kin_job_result(struct kin_job *job);

/* KIN_INPUT and the like, after something was reported. */
enum kin_status kin_job_failure(const struct kin_ctx *ctx, size_t errors_before);

#endif
