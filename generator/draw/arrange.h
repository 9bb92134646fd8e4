/* Lists drawn as one value: which places of a pick's values stand in the n-th list. Lists are counted exactly and found
 * by their number, so that a space of them need not be walked. */
#ifndef KIN_DRAW_ARRANGE_H
#define KIN_DRAW_ARRANGE_H

#include "bank/template.h"

/* A rule of lists over `values` values, with what finding a list by its number needs. */
struct kin_arranging {
    struct kin_drawn_list rule;
    uint64_t values;
    uint64_t count;       /* how many lists there are */
    uint64_t steps;       /* with a total: the sum of all places */
    const uint64_t *ways; /* with a total, or in order of size: see arrange.c; may be NULL for the latter */
};

enum { KIN_MOST_ARRANGED = 40, KIN_MOST_DERANGED = 20, KIN_MOST_WAYS = 1 << 20, KIN_MOST_COEFFICIENTS = 1 << 16 };

/* Count the lists. False when there are more than 2^62, or more than KIN_MOST_WAYS numbers are needed to count them. */
bool kin_arranging_new(kin_arena *arena, const struct kin_drawn_list *rule, uint64_t values, uint64_t steps,
                       struct kin_arranging *arranging);

/* The places, from 0, of the n-th list; n below arranging->count. */
void kin_arranging_places(const struct kin_arranging *arranging, uint64_t n, uint64_t *places);

/* Do these places, rule->length of them below `values`, follow the rule? (A total is asked of the values.) */
bool kin_arrangement_allows(const struct kin_drawn_list *rule, const uint64_t *places);

#endif
