/* When an objective is due again, and the order of a mixed review.
 *
 * Boxes with growing gaps (Leitner; spaced beats massed practice, g = .74, J. Latimier et al. 2021,
 * 10.1007/s10648-020-09572-8; growing gaps are not better than even ones, only more convenient). A success in time
 * moves on by one box, a miss moves back by one, two misses in a row begin again. */
#ifndef KIN_MASTERY_SCHEDULE_H
#define KIN_MASTERY_SCHEDULE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum { KIN_GAPS_MOST = 8, KIN_GAP_LONGEST = 730 };

/* Days between reviews, growing. A day that falls on a weekend is moved to Monday. */
struct kin_gaps {
    int days[KIN_GAPS_MOST];
    size_t count;
};

/* 3, 7, 14, 28, 56. */
struct kin_gaps kin_gaps_usual(void);

/* "3,7,14": growing whole numbers of days up to KIN_GAP_LONGEST. False when it is not that. */
bool kin_gaps_parse(const char *text, struct kin_gaps *gaps);

/* One day on which an objective was asked. Days as in value/calendar.h. */
struct kin_review_day {
    int64_t day;
    bool met;
};

/* Where an objective stands after all its days, which are in order. */
struct kin_review_state {
    size_t box;        /* index of the gap that it waits for */
    int64_t last, due; /* days; 0: it was never asked */
};
struct kin_review_state kin_review_after(const struct kin_gaps *gaps, const struct kin_review_day *days, size_t count);

/* ---- The order of a mixed review ----------------------------------------------------------------------------------
 */

/* An objective that can be asked. */
struct kin_review_choice {
    bool current; /* of what is taught now; else an older one */
    int64_t due;
};

/* Which objective each of `items` questions is about: `older_percent` of them about older ones, those that are due
 * longest first, the rest about current ones; spread evenly, no two neighbours about the same objective as far as that
 * can be. Where a group has no objective, the other one fills its place. Returns `items` indices of `choices`, in
 * `arena`; NULL without choices. */
size_t *kin_review_mix(kin_arena *arena, const struct kin_review_choice *choices, size_t count, size_t items,
                       int older_percent);

#endif
