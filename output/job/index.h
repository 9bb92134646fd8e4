/* The index of a key: who has which form, for whoever hands papers out and marks them. */
#ifndef KIN_JOB_INDEX_H
#define KIN_JOB_INDEX_H

#include "form/run.h"
#include "form/set.h"
#include "job/report.h"

enum kin_status kin_index_files(kin_ctx *ctx, const struct kin_set *set, const struct kin_run *run,
                                struct kin_report_files *files);

#endif
