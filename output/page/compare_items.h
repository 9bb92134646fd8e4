/* Item k of every form side by side. */
#ifndef KIN_PAGE_COMPARE_ITEMS_H
#define KIN_PAGE_COMPARE_ITEMS_H

#include "form/evidence/inspect.h"
#include "page/sheets.h"

/* From the current place on: for each item a line of what all forms share, then rows of two to four forms with
 * question, answer, and what is a form's own. */
void kin_compare_items(struct kin_sheets *sheets, const struct kin_inspection *inspection);

#endif
