/* Reports of any kind as files. */
#ifndef KIN_CLI_REPORT_WRITE_H
#define KIN_CLI_REPORT_WRITE_H

#include "command.h"
#include "job/report.h"

/* Write the report's PDF and CSV files into `folder` (NULL: where we are), print its findings and the names of the
 * files; messages go to standard error. How the command ends. */
int report_write(kin_ctx *ctx, const struct kin_report *report, const char *folder);

/* Is there such a language, and such paper? NULL is fine. EXIT_DONE, or EXIT_USAGE after saying what there is. */
int look_check(const struct command *command, const char *language, const char *paper);

#endif
