/* Pages of a document while they are filled from the top down. */
#ifndef KIN_PAGE_SHEETS_H
#define KIN_PAGE_SHEETS_H

#include "page/layout.h"
#include "page/pile.h"

struct kin_sheets {
    const struct kin_layout *layout;
    struct kin_document *document;
    struct kin_scene *scene; /* the page being filled */
    double y, top, bottom;   /* on it: the place of what comes next, the ends of its text */
};

/* A document without pages. `title` and `subject` are borrowed. */
struct kin_sheets kin_sheets_begin(const struct kin_layout *layout, const char *title, const char *subject);

/* A fresh page; y is at the top margin. */
void kin_sheets_next(struct kin_sheets *sheets);

/* Room below y. */
double kin_sheets_left(const struct kin_sheets *sheets);

/* Nothing stands on the page yet but its head? The head calls kin_sheets_head when it is drawn. */
bool kin_sheets_fresh(const struct kin_sheets *sheets);
void kin_sheets_head(struct kin_sheets *sheets, double height);

/* Put a pile where the page is filled to, and on as many further pages as it takes. */
void kin_sheets_put(struct kin_sheets *sheets, const struct kin_pile *pile);

/* The foot of all pages of a finished document: `left`, and the page's number at the right. */
void kin_sheets_footers(const struct kin_layout *layout, struct kin_document *document, const char *left);

#endif
