/* Small papers that go with a run. */
#ifndef KIN_JOB_INDEX_H
#define KIN_JOB_INDEX_H

#include "form/run.h"
#include "form/set.h"
#include "job/report.h"

/* The index of the key: who has which form, for whoever hands papers out and marks them. */
enum kin_status kin_index_files(kin_ctx *ctx, const struct kin_set *set, const struct kin_run *run,
                                struct kin_report_files *files);

/* The slip of another try: objectives with the score before and room for the score now, and what was done to relearn.
 */
enum kin_status kin_slip_files(kin_ctx *ctx, const struct kin_set *set, const struct kin_run *run,
                               struct kin_report_files *files);

#endif
