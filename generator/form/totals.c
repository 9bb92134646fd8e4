#include "form/totals.h"

#include "form/match_predict.h"

enum {
    MOST_SCORE = 1, /* percent of the points that predicted scores may differ by */
    MOST_TIME = 5   /* percent of the time */
};

struct kin_match_totals kin_form_totals(kin_arena *arena, const struct kin_weights *weights,
                                        const struct kin_form *form)
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

long long kin_set_points_milli(kin_arena *arena, const struct kin_set *set)
{
    struct kin_rat milli = kin_rat_mul(arena, kin_set_points(arena, set), kin_rat_int(1000));
    return kin_rat_defined(milli) && !milli.big ? milli.num / milli.den : 0;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

struct kin_totals_gap kin_totals_gap_of(const struct kin_match_totals *outlooks, size_t count, long long points_milli)
{
    struct kin_match_totals least = outlooks[0], most = outlooks[0];
    for (size_t f = 1; f < count; f++) {
        for (size_t i = 0; i < KIN_ABILITIES; i++) {
            least.score_milli[i] = smaller(least.score_milli[i], outlooks[f].score_milli[i]);
            most.score_milli[i] = larger(most.score_milli[i], outlooks[f].score_milli[i]);
        }
        least.seconds = smaller(least.seconds, outlooks[f].seconds);
        most.seconds = larger(most.seconds, outlooks[f].seconds);
    }
    struct kin_totals_gap gap = {.most_score_milli = (int)(points_milli * MOST_SCORE / 100),
                                 .seconds = most.seconds - least.seconds,
                                 .most_seconds = (int)((long long)outlooks[0].seconds * MOST_TIME / 100)};
    for (size_t i = 0; i < KIN_ABILITIES; i++) {
        gap.score_milli = larger(gap.score_milli, most.score_milli[i] - least.score_milli[i]);
    }
    return gap;
}

struct kin_totals_gap kin_totals_look(kin_arena *arena, const struct kin_weights *weights, struct kin_set *set)
{
    struct kin_match_totals *outlooks = KIN_NEW_N(arena, struct kin_match_totals, set->form_count);
    for (size_t f = 0; f < set->form_count; f++) {
        outlooks[f] = kin_form_totals(arena, weights, &set->forms[f]);
        set->forms[f].outlook = &outlooks[f];
    }
    set->weights = kin_format(arena, "%s: %s", weights->id, weights->about);
    return kin_totals_gap_of(outlooks, set->form_count, kin_set_points_milli(arena, set));
}

bool kin_totals_agree(const struct kin_totals_gap *gap)
{
    return gap->score_milli <= gap->most_score_milli && gap->seconds <= gap->most_seconds;
}

static const char *points_text(kin_arena *arena, int milli)
{
    return kin_format(arena, "%d.%03d", milli / 1000, milli % 1000);
}

const char *kin_totals_text(kin_arena *arena, const struct kin_furniture *words, const struct kin_weights *weights,
                            const struct kin_totals_gap *gap)
{
    return kin_format(arena, kin_totals_agree(gap) ? words->totals_agree : words->totals_differ,
                      points_text(arena, gap->score_milli), points_text(arena, gap->most_score_milli), gap->seconds,
                      gap->most_seconds, kin_format(arena, "%s: %s", weights->id, weights->about));
}
