/* Predicted totals of whole forms: scores of a weak, a typical and a strong student, and time. What makes forms
 * total-matched is that these agree, within a hundredth of the points at all three abilities (about a twentieth of a
 * standard deviation of a class on ten items) and a twentieth of the time. Predictions are those of a data folder's
 * weights, no measurements. */
#ifndef KIN_FORM_TOTALS_H
#define KIN_FORM_TOTALS_H

#include "bank/weights.h"
#include "content/furniture.h"
#include "form/match_search.h"
#include "form/set.h"

/* The greatest differences between two forms, and what they may be. */
struct kin_totals_gap {
    int score_milli, most_score_milli; /* thousandths of a point, at the ability where it is greatest */
    int seconds, most_seconds;
};

/* Of a form's items as they are. Scratch memory is taken from `arena`. */
struct kin_match_totals kin_form_totals(kin_arena *arena, const struct kin_weights *weights,
                                        const struct kin_form *form);

/* Fill forms[].outlook and set->weights, and say how far apart the forms are. */
struct kin_totals_gap kin_totals_look(kin_arena *arena, const struct kin_weights *weights, struct kin_set *set);

/* The same of outlooks that are known: `count` of them, of a set with so many points. */
struct kin_totals_gap kin_totals_gap_of(const struct kin_match_totals *outlooks, size_t count, long long points_milli);

bool kin_totals_agree(const struct kin_totals_gap *gap);

/* "predicted scores differ by at most ..." */
const char *kin_totals_text(kin_arena *arena, const struct kin_furniture *words, const struct kin_weights *weights,
                            const struct kin_totals_gap *gap);

/* Points of a form in thousandths; 0 where they are past counting. */
long long kin_set_points_milli(kin_arena *arena, const struct kin_set *set);

#endif
