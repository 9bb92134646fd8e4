/* What a score of few parts is worth: exact binomial chances. A student who gets a share p of all such questions right
 * gets k of n right with the chance C(n, k) p^k (1 - p)^(n - k), each part for itself. */
#ifndef KIN_MASTERY_CHANCE_H
#define KIN_MASTERY_CHANCE_H

#include "number/rat.h"

/* More parts are never asked about one objective; chances of more are undefined. */
enum { KIN_MOST_PARTS = 400 };

/* The chance of `right` or more of `parts` right, and of `right` or fewer, for a true share of `percent` (0 to 100).
 * Exact. Undefined for more parts than KIN_MOST_PARTS. */
struct kin_rat kin_chance_at_least(kin_arena *arena, size_t right, size_t parts, int percent);
struct kin_rat kin_chance_at_most(kin_arena *arena, size_t right, size_t parts, int percent);

/* So many times in so many: 1 in n below one half, n in 10 from there on; 0 in 1 is never, 1 in 1 always. */
struct kin_odds {
    int times, in;
};
struct kin_odds kin_chance_odds(kin_arena *arena, struct kin_rat chance);

/* The share of all such questions that the student of the sentence gets right, in percent. */
enum { KIN_SIX_IN_TEN = 60 };

#endif
