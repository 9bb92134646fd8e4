/* Piles side by side, each in a column of its own, that go on together from page to page. */
#ifndef KIN_PAGE_ABREAST_H
#define KIN_PAGE_ABREAST_H

#include "page/pile.h"
#include "page/sheets.h"

struct kin_abreast {
    struct kin_sheets *sheets;
    const struct kin_pile **piles; /* one a column; borrowed */
    size_t count;
    double gutter;            /* between columns, pt */
    void (*turn)(void *data); /* begins a fresh page, with what stands at its head */
    void *data;
};

/* Width of one of so many columns in the layout's text, and the left edge of the n-th one. */
double kin_abreast_width(const struct kin_layout *layout, size_t columns, double gutter);
double kin_abreast_x(const struct kin_layout *layout, size_t columns, double gutter, size_t n);

/* Draw them from y of the current page on, with a rule between columns; moves y below the tallest. */
void kin_abreast_put(const struct kin_abreast *abreast);

#endif
