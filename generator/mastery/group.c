#include "mastery/decision.h"

const char *kin_group_name(enum kin_teaching_group group)
{
    static const char *const names[KIN_GROUP_COUNT] = {"No score", "Ready", "Needs Support", "Needs Reinforcement"};
    return names[group];
}

int kin_group_level(enum kin_teaching_group group)
{
    static const int levels[KIN_GROUP_COUNT] = {0, 3, 2, 1};
    return levels[group];
}

struct kin_cuts kin_cuts_for(kin_arena *arena, const struct kin_cuts *said, const struct kin_rule *rule)
{
    struct kin_cuts cuts = *said;
    struct kin_rat half = kin_rat_ratio(arena, 1, 2);
    if (!kin_rat_defined(cuts.ready)) {
        cuts.ready = kin_threshold_share(arena, &rule->threshold, rule->scale);
    }
    if (!kin_rat_defined(cuts.support)) {
        cuts.support = kin_rat_compare(cuts.ready, half) <= 0 ? kin_rat_mul(arena, cuts.ready, half) : half;
    }
    return cuts;
}

enum kin_teaching_group kin_group_of(const struct kin_cuts *cuts, struct kin_rat score)
{
    if (!kin_rat_defined(score)) {
        return KIN_GROUP_NONE;
    }
    if (kin_rat_compare(score, cuts->ready) >= 0) {
        return KIN_GROUP_READY;
    }
    return kin_rat_compare(score, cuts->support) >= 0 ? KIN_GROUP_SUPPORT : KIN_GROUP_REINFORCEMENT;
}
