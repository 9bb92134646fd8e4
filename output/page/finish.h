/* From pages as they are laid out to sheets of paper. */
#ifndef KIN_PAGE_FINISH_H
#define KIN_PAGE_FINISH_H

#include "page/layout.h"

/* The pages of a form before they are finished (form.c). */
struct kin_document *kin_form_pages(const struct kin_layout *layout, const struct kin_form *form);

/* Enlarged to the size of print; half pages twice on a sheet, with a line to cut along. The same document. */
struct kin_document *kin_sheets_finish(const struct kin_layout *layout, struct kin_document *document);

#endif
