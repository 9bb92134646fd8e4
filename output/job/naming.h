/* What stands in the field Name of papers and in their index. */
#ifndef KIN_JOB_NAMING_H
#define KIN_JOB_NAMING_H

#include "job/issue.h"

/* Fill in `name` and `listed` of the papers, one a student of the options, in their order. Texts live in `arena`. */
void kin_naming_fill(kin_arena *arena, const struct kin_issue_options *options, struct kin_paper_of *papers);

#endif
