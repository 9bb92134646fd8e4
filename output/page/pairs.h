/* Rows of two texts that belong together: a step and its reason, a wrong answer and its cause, a fact and its value. */
#ifndef KIN_PAGE_PAIRS_H
#define KIN_PAGE_PAIRS_H

#include "page/layout.h"
#include "page/pile.h"

struct kin_pair {
    struct kin_nodes left, right; /* right may be empty: then left takes the whole width */
    double indent;                /* of the left one */
};

struct kin_pairs {
    struct kin_pair *items;
    size_t count, room;
};

struct kin_pairs_look {
    enum kin_style left, right;
    double gap;         /* between rows */
    double least_right; /* a right column that would be narrower is given up: its texts go below those on the left */
    double left_width;  /* of the left column; 0: as wide as its texts */
};

/* Width of the left texts that have one on their right; those that take more than half of `width` do not count. */
double kin_pairs_left(const struct kin_layout *layout, const struct kin_pairs *pairs, enum kin_style style,
                      double width);

/* Let the left texts that are formulas stand with their relations under one another, where that does not make their
 * column much wider than `width` allows. */
void kin_pairs_align(const struct kin_layout *layout, struct kin_pairs *pairs, const struct kin_pairs_look *look,
                     double width);

void kin_pairs_add(kin_arena *arena, struct kin_pairs *pairs, struct kin_nodes left, struct kin_nodes right);

/* One slab a row at the end of the pile, between x and x + width. A page may end before each row but the first. */
void kin_pairs_lay(const struct kin_layout *layout, struct kin_pile *pile, const struct kin_pairs *pairs,
                   const struct kin_pairs_look *look, double x, double width);

#endif
