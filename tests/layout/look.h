/* One paper in one style, looked at. */
#ifndef KIN_TESTS_LAYOUT_LOOK_H
#define KIN_TESTS_LAYOUT_LOOK_H

#include "papers.h"

struct looked {
    size_t papers, faults;
    size_t refused; /* the style has no room for the title and the directions */
    size_t moved;   /* papers that said that they turn their pages otherwise */
};

/* Lay out forms A and B, perhaps as a teacher has them, too, and look at every page; faults are printed with `where`
 * before them. With a folder (NULL: none) the files of a faulty paper are written there. */
void look_at(struct looked *looked, struct kin_typesetter *type, const struct kin_set *set, const struct dress *dress,
             const char *where, const char *folder);

#endif
