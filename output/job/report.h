/* Reports as files in memory. */
#ifndef KIN_JOB_REPORT_H
#define KIN_JOB_REPORT_H

#include "job/context.h"
#include "ledger/ledger.h"
#include "mastery/report.h"

/* NAME.pdf, then NAME-SECTION.csv for each section that has a name: NAME is the report's. All can be read by their
 * owner only, since they tell of students. Owned by the context. */
struct kin_report_files {
    struct kin_file *items;
    size_t count;
};

/* KIN_OK, or after reporting: a font is missing, a character can't be printed. `font_folders` may be NULL. */
enum kin_status kin_report_files(kin_ctx *ctx, const struct kin_report *report, const char *const *font_folders,
                                 struct kin_report_files *files);

/* Mark and report (W7032) students whose names the fonts of reports cannot print. */
void kin_report_names(kin_ctx *ctx, struct kin_ledger_student *students, size_t count);

#endif
