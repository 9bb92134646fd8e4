/* What a set that is matched in total says of itself. */
#include "content/furniture.h"
#include "form/match.h"
#include "form/match_predict.h"

#include <stdlib.h>

enum {
    MOST_SCORE = 2, /* percent of the points that predicted scores may differ by */
    MOST_TIME = 5   /* percent of the time */
};

static struct kin_match_totals look_at(kin_arena *arena, const struct kin_weights *weights, const struct kin_form *form)
{
    struct kin_match_totals totals = {{0}, 0};
    for (size_t s = 0; s < form->item_count; s++) {
        for (size_t i = 0; i < KIN_ABILITIES; i++) {
            totals.score_milli[i] += (int)kin_item_expected(arena, weights, form->items[s], kin_abilities_msd[i]);
        }
        totals.seconds += kin_item_predict(weights, form->items[s]).seconds;
    }
    return totals;
}

void kin_matching_look(kin_arena *arena, const struct kin_library *library, struct kin_set *set)
{
    const struct kin_weights *weights = library->weights;
    for (size_t f = 0; f < set->form_count && weights && kin_set_is_matched(set); f++) {
        struct kin_match_totals totals = look_at(arena, weights, &set->forms[f]);
        set->forms[f].outlook = kin_copy_bytes(arena, &totals, sizeof totals);
        set->weights = kin_format(arena, "%s: %s", weights->id, weights->about);
    }
}

/* The greatest difference between two forms' predicted scores in thousandths of a point, and of their times in seconds.
 */
static struct kin_match_totals spread_of(const struct kin_set *set)
{
    struct kin_match_totals least = *set->forms[0].outlook, most = least;
    for (size_t f = 1; f < set->form_count; f++) {
        const struct kin_match_totals *form = set->forms[f].outlook;
        for (size_t i = 0; i < KIN_ABILITIES; i++) {
            least.score_milli[i] =
                form->score_milli[i] < least.score_milli[i] ? form->score_milli[i] : least.score_milli[i];
            most.score_milli[i] =
                form->score_milli[i] > most.score_milli[i] ? form->score_milli[i] : most.score_milli[i];
        }
        least.seconds = form->seconds < least.seconds ? form->seconds : least.seconds;
        most.seconds = form->seconds > most.seconds ? form->seconds : most.seconds;
    }
    for (size_t i = 0; i < KIN_ABILITIES; i++) {
        most.score_milli[i] -= least.score_milli[i];
    }
    most.seconds -= least.seconds;
    return most;
}

static int worst_score(const struct kin_match_totals *spread)
{
    int worst = 0;
    for (size_t i = 0; i < KIN_ABILITIES; i++) {
        worst = spread->score_milli[i] > worst ? spread->score_milli[i] : worst;
    }
    return worst;
}

static long long milli_points(kin_arena *arena, const struct kin_set *set)
{
    struct kin_rat milli = kin_rat_mul(arena, kin_set_points(arena, set), kin_rat_int(1000));
    return kin_rat_defined(milli) && !milli.big ? milli.num / milli.den : 0;
}

static bool is_looked_at(const struct kin_set *set)
{
    for (size_t f = 0; f < set->form_count; f++) {
        if (!set->forms[f].outlook) {
            return false;
        }
    }
    return kin_set_is_matched(set);
}

void kin_matching_label(kin_arena *arena, struct kin_set *set)
{
    if (!is_looked_at(set)) {
        return;
    }
    const struct kin_furniture *words = kin_furniture_of(set->language);
    struct kin_match_totals spread = spread_of(set);
    int score = worst_score(&spread), first = set->forms[0].outlook->seconds;
    bool close = score * 100LL <= MOST_SCORE * milli_points(arena, set) &&
                 spread.seconds * 100LL <= MOST_TIME * (long long)first;
    const char *points = kin_format(arena, "%d.%03d", score / 1000, score % 1000);
    set->label = set->label == KIN_RANDOM || !close ? KIN_RANDOM : KIN_TOTAL_MATCHED;
    set->label_reason =
        kin_format(arena, close ? words->totals_agree : words->totals_differ, points, spread.seconds, set->weights);
}
