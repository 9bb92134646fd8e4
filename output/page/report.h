/* Any report on paper: what it is about, what is not to be overlooked, then its sections as tables, of which some
 * columns are drawn. */
#ifndef KIN_PAGE_REPORT_H
#define KIN_PAGE_REPORT_H

#include "mastery/report.h"
#include "page/page.h"

struct kin_document *kin_page_report(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                     const struct kin_report *report);

#endif
