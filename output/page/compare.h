/* A comparison on paper: the properties with their verdicts, then item k of every form side by side with features,
 * answers and expected time. */
#ifndef KIN_PAGE_COMPARE_H
#define KIN_PAGE_COMPARE_H

#include "form/evidence/inspect.h"
#include "page/page.h"

/* Set in the language of the set that was inspected. */
struct kin_document *kin_page_compare(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                      const struct kin_inspection *inspection);

#endif
