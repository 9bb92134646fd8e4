/* How hard an item will be and how long it will take, predicted from what it prints by the weights of a data folder.
 *
 * A prediction is good for comparing items of one template, and for balancing forms; it is no measurement, and who
 * shows it shows the weights' own words about themselves (kin_weights.about) with it. Everything is whole numbers, so
 * that all computers choose the same forms. */
#ifndef KIN_FORM_MATCH_PREDICT_H
#define KIN_FORM_MATCH_PREDICT_H

#include "bank/weights.h"
#include "content/item.h"

struct kin_prediction {
    int difficulty_msd; /* thousandths of a standard deviation of ability; 0: who is typical of the class gets half */
    int seconds;        /* that a typical student takes */
};

/* Counts levels, responses, steps, digits, features and what else the table names. Of an item that does not state its
 * minutes, the time is that of its level, parts and steps. */
struct kin_prediction kin_item_predict(const struct kin_weights *weights, const struct kin_item *item);

/* Chance in millionths that a student of this ability (in thousandths of a standard deviation from the typical one)
 * gets an item of this difficulty right: 1 / (1 + exp(-slope * (ability - difficulty))), the two-parameter logistic
 * model with one slope for all items (A. Birnbaum, 1968). */
int kin_chance(const struct kin_weights *weights, int difficulty_msd, int ability_msd);

/* Expected points in thousandths: those of the item times its chance, cut off; 0 for items of more than 1,000 points.
 * Scratch memory is taken from `arena`. */
long long kin_item_expected(kin_arena *arena, const struct kin_weights *weights, const struct kin_item *item,
                            int ability_msd);

#endif
