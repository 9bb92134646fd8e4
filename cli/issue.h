/* From recorded papers to files: shared by the commands that give papers to students. */
#ifndef KIN_CLI_ISSUE_H
#define KIN_CLI_ISSUE_H

#include "ledger.h"

#include "job/issue.h"

#define NAMES_OPTION                                                                                                   \
    {                                                                                                                  \
        "names", "full|id|none", "what stands in the field Name of each paper (full)"                                  \
    }

/* Write the files into the folder of the run and note that they are there. False after a report. */
bool issued_write(kin_ctx *ctx, struct kin_ledger *ledger, const struct kin_issued *issued, const char *day);

/* What was recorded before but may not have been written, since something stopped the program: write it now. Every
 * issuing command begins with this. False after a report. */
bool issued_finish(kin_ctx *ctx, struct kin_ledger *ledger, const char *day);

/* The folder's absolute path; it is made when it is not there. NULL after a report. */
const char *issue_folder(kin_ctx *ctx, const char *folder);

/* The value of option row `option`. False after saying that it is none. */
bool issue_naming(const struct command *command, const struct arguments *arguments, size_t option,
                  enum kin_naming *naming);

/* "quiz-7B-2026-11-22: 30 papers for class 7B, ..." and the files in `folder`, as it was typed. */
void issued_print(kin_ctx *ctx, const struct kin_issued *issued, const char *folder);

#endif
