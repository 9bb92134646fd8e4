/* What a class should meet again, and when: the schedule of a mixed review. */
#ifndef KIN_MASTERY_REVIEW_H
#define KIN_MASTERY_REVIEW_H

#include "mastery/reporting.h"
#include "mastery/schedule.h"

struct kin_review_objective {
    const char *standard;
    struct kin_review_state state;
    bool current;
    size_t questions; /* on the paper */
};

struct kin_review {
    struct kin_review_objective *objectives; /* those that are due longest first */
    size_t count;
    int64_t today;
    struct kin_gaps gaps;
};

/* What to go by. */
struct kin_review_wish {
    struct kin_gaps gaps;
    const char *today;          /* ISO date */
    const char *const *current; /* standards that are taught now; count 0: those that were asked for the first time on
                                   the last day that brought new ones */
    size_t current_count;
};

/* Where each objective of the record stands: a day on which the class's mean reached the threshold is a success. Days
 * after today, and those on which less than half of the class has scores, do not count. */
struct kin_review kin_review_of(const struct kin_reporting *reporting, const struct kin_review_wish *wish);

/* The order of the paper: indices of the objectives, of which `usable` may be asked (NULL: all), and their `questions`.
 * NULL where there is nothing to ask. */
size_t *kin_review_order(kin_arena *arena, struct kin_review *review, const bool *usable, size_t items,
                         int older_percent);

/* The schedule on paper and as CSV "schedule". */
struct kin_report kin_report_review(const struct kin_reporting *reporting, const struct kin_review *review);

#endif
