#include "mastery/decision.h"
#include "mastery/chance.h"

#include <stdlib.h>

const char *kin_band_text(enum kin_band band)
{
    static const char *const texts[] = {"", "secure", "not sure yet: give five more", "not yet"};
    return texts[band];
}

struct kin_rule kin_rule_usual(void)
{
    return (struct kin_rule){
        .threshold = {.kind = KIN_THRESHOLD_PERCENT, .percent = 80}, .scale = kin_scale_usual(), .enough = 5};
}

/* ---- Bands ----------------------------------------------------------------------------------------------------- */

/* Shares that count as far below the threshold and as safely above it, in whole percents. */
static int far_below(int percent)
{
    enum { GAP = 20 };
    return percent > GAP ? percent - GAP : 0;
}

static int safely_above(int percent)
{
    return (percent + 100) / 2;
}

static bool is_rare(kin_arena *arena, struct kin_rat chance)
{
    return kin_rat_defined(chance) && kin_rat_compare(chance, kin_rat_ratio(arena, 1, 5)) <= 0;
}

static int whole_percent(kin_arena *arena, struct kin_rat share)
{
    int64_t percent = 0;
    kin_rat_to_int(kin_rat_round(arena, kin_rat_mul(arena, share, kin_rat_int(100)), 0, KIN_HALF_UP), &percent);
    return percent < 100 ? (int)percent : 100;
}

static enum kin_band band_of(kin_arena *arena, const struct kin_decision *decision, struct kin_rat share)
{
    int percent = whole_percent(arena, share);
    size_t right = decision->right, parts = decision->parts;
    if (decision->met && is_rare(arena, kin_chance_at_least(arena, right, parts, far_below(percent)))) {
        return KIN_BAND_SECURE;
    }
    if (!decision->met && is_rare(arena, kin_chance_at_most(arena, right, parts, safely_above(percent)))) {
        return KIN_BAND_NOT_YET;
    }
    return KIN_BAND_NOT_SURE;
}

/* ---- Deciding -------------------------------------------------------------------------------------------------- */

static void pool(const struct kin_tries *tries, struct kin_decision *decision)
{
    for (size_t i = 0; i < tries->count; i++) {
        decision->tries += tries->items[i].parts > 0;
        decision->parts += tries->items[i].parts;
        decision->right += tries->items[i].right;
        decision->blank += tries->items[i].blank;
    }
}

struct kin_decision kin_decide(kin_arena *arena, const struct kin_rule *rule, const struct kin_tries *tries)
{
    struct kin_rat share = kin_threshold_share(arena, &rule->threshold, rule->scale);
    struct kin_decision decision = {.score =
                                        kin_tries_score(arena, tries, &rule->policy, &rule->threshold, rule->scale)};
    pool(tries, &decision);
    decision.needed = kin_threshold_parts(arena, share, decision.parts);
    decision.thin = decision.parts < rule->enough;
    if (kin_rat_defined(decision.score)) {
        decision.met = kin_rat_compare(decision.score, share) >= 0;
        decision.level = kin_scale_level(arena, rule->scale, decision.score);
        decision.band = band_of(arena, &decision, share);
    }
    return decision;
}

static const char *rule_text(kin_arena *arena, const struct kin_rule *rule, const struct kin_furniture *words,
                             const char *from, const char *of)
{
    return kin_format(arena, words->rule_sentence, from, of,
                      kin_score_policy_text(arena, &rule->policy, &rule->threshold, rule->scale, words));
}

const char *kin_rule_text(kin_arena *arena, const struct kin_rule *rule, const struct kin_furniture *words)
{
    const char *const of[] = {words->rule_of_points, words->rule_parts_right, ""};
    return rule_text(arena, rule, words, kin_threshold_text(arena, &rule->threshold, words), of[rule->threshold.kind]);
}

const char *kin_rule_text_of_many(kin_arena *arena, const struct kin_rule *rule, const struct kin_furniture *words)
{
    return rule_text(arena, rule, words, words->rule_each, "");
}

bool kin_rule_same_threshold(const struct kin_rule *a, const struct kin_rule *b)
{
    const struct kin_threshold *x = &a->threshold, *y = &b->threshold;
    return x->kind == y->kind && x->percent == y->percent && x->right == y->right && x->of == y->of &&
           x->level == y->level;
}
