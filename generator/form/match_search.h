/* Choosing one option for each slot of a form so that predicted scores and time come near a target: local search from
 * random starts, whole numbers only, bounded by a number of evaluations and never by time, so that all computers find
 * the same. Heuristics of this kind come within a few thousandths of a point of what integer programming finds for
 * forms of our size (W. J. van der Linden and J. J. Adema, 1998, and our own measurements). */
#ifndef KIN_FORM_MATCH_SEARCH_H
#define KIN_FORM_MATCH_SEARCH_H

#include "base/arena.h"
#include "random/pcg.h"

#include <stdbool.h>

enum { KIN_ABILITIES = 3, KIN_SEARCH_BUDGET = 60000 };

/* Thousandths of a standard deviation from the typical student: who is one below, at and one above. */
extern const int kin_abilities_msd[KIN_ABILITIES];

/* What a slot can hold. */
struct kin_match_option {
    int kind;                  /* number of its template: one that stands on the form already is taken unwillingly */
    int chance[KIN_ABILITIES]; /* of a right answer, millionths */
    int seconds;
    size_t left; /* instances that no form has used */
};

struct kin_match_slot {
    int points_milli;
    const size_t *choices; /* indices of options */
    size_t choice_count;   /* at least 1 */
};

struct kin_match_totals {
    int score_milli[KIN_ABILITIES];
    int seconds;
};

struct kin_match_task {
    const struct kin_match_option *options;
    size_t option_count;
    const struct kin_match_slot *slots;
    size_t slot_count;
    struct kin_match_totals target;
    bool (*clash)(const void *data, int kind, int other); /* may they not stand on one form? NULL: all may */
    const void *data;
    uint64_t budget; /* evaluations; 0: KIN_SEARCH_BUDGET */
};

/* Totals when every slot takes the mean of its choices. */
struct kin_match_totals kin_match_mean(const struct kin_match_task *task);

/* Fill picks (one option a slot). Returns what is left between form and target: the greatest difference of the scores
 * in thousandths of a point plus that of the times in units of 0.6 s; more than 10^6 where an option is used more often
 * than it has instances or enemies meet, because there was no other way. Scratch memory is taken from `arena`. */
long long kin_match_search(kin_arena *arena, const struct kin_match_task *task, struct kin_pcg pcg, size_t *picks);

/* Totals of a form. */
struct kin_match_totals kin_match_sum(const struct kin_match_task *task, const size_t *picks);

#endif
