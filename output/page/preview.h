/* A contact sheet of one template, for its author: what it says of itself, what check found, and some instances in
 * full with keys, wrong answers, solution, features and the size of their cell. */
#ifndef KIN_PAGE_PREVIEW_H
#define KIN_PAGE_PREVIEW_H

#include "page/page.h"

/* All borrowed. */
struct kin_preview {
    const struct kin_template *template;
    const struct kin_survey *survey;     /* with the samples to print */
    const struct kin_standard *standard; /* NULL: the framework is not there */
    const struct kin_diag *findings;     /* what was reported of the template and its bank */
    size_t finding_count;
    const char *paper;    /* NULL: Letter */
    const char *language; /* of the samples; NULL: that of the bank */
    uint64_t seed;
};

/* Set in the language of the samples. */
struct kin_document *kin_page_preview(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                      const struct kin_preview *preview);

#endif
