/* What stands above the instances of a contact sheet. */
#ifndef KIN_PAGE_PREVIEW_HEAD_H
#define KIN_PAGE_PREVIEW_HEAD_H

#include "content/furniture.h"
#include "page/preview.h"
#include "page/sheets.h"

/* Title, metadata, the survey's numbers, findings; over several pages when there are many. */
void kin_preview_head(struct kin_sheets *sheets, const struct kin_preview *preview);

/* "312", "about 312", "few". */
const char *kin_preview_count(const struct kin_layout *layout, struct kin_count count);

#endif
