/* What must never happen on a page of a form. */
#ifndef KIN_TESTS_LAYOUT_FAULTS_H
#define KIN_TESTS_LAYOUT_FAULTS_H

#include "page/layout.h"

/* Look at every page of a form that was laid out by `layout`; each fault is printed with `where` before it. Returns how
 * many there are. */
size_t faults_of(const struct kin_layout *layout, const struct kin_document *document, const char *where);

/* The same form with its answers written in, from page `first` of `teacher` on: everything stands where the student has
 * it, and no answer touches another text. */
size_t faults_written(const struct kin_layout *layout, const struct kin_document *student,
                      const struct kin_document *teacher, size_t first, const char *where);

/* How often pages were looked at, and what was found there: a check that sees nothing must not pass. */
struct faults_seen {
    size_t pages, items, texts, lines;
};
extern struct faults_seen faults_seen;

#endif
