/* Page facts of a form: measured by output/page, which knows paper, and handed to the evidence. */
#ifndef KIN_FORM_EVIDENCE_PAGING_H
#define KIN_FORM_EVIDENCE_PAGING_H

/* Where the item of a slot stands on a form. Lengths in pt. */
struct kin_placing {
    int page;         /* where it begins, from 1 */
    double top;       /* of its box, from the upper edge of that page */
    double height_pt; /* of the box with its work space, on that page */
    double own_pt;    /* of question and answers alone */
};

struct kin_paging {
    int pages;
    struct kin_placing *items; /* one a slot */
};

#endif
