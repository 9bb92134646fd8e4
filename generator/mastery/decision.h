/* Decisions: what the tries at one objective say of a student. */
#ifndef KIN_MASTERY_DECISION_H
#define KIN_MASTERY_DECISION_H

#include "mastery/tries.h"

/* How sure the parts of all tries together make it. */
enum kin_band { KIN_BAND_NONE, KIN_BAND_SECURE, KIN_BAND_NOT_SURE, KIN_BAND_NOT_YET };

/* "", "secure", "not sure yet: give five more", "not yet" */
const char *kin_band_text(enum kin_band band);

/* By what decisions are made. */
enum kin_threshold_use {
    KIN_THRESHOLD_IF_UNSAID, /* where the forms say nothing */
    KIN_THRESHOLD_FOR_ALL    /* whatever the forms say */
};

struct kin_rule {
    struct kin_threshold threshold;
    enum kin_threshold_use use;
    const struct kin_level_scale *scale;
    struct kin_score_policy policy;
    size_t enough; /* with fewer scored parts a decision carries a warning */
};

/* What the forms say, else 80%; the usual scale, the best try, five parts. */
struct kin_rule kin_rule_usual(void);

struct kin_decision {
    struct kin_rat score; /* 0 to 1; undefined: nothing was scored */
    bool met;
    const struct kin_scale_level *level;       /* NULL: nothing was scored */
    size_t tries, parts, right, blank, needed; /* of all tries; `needed` of those parts would pass */
    enum kin_band band;
    bool thin; /* fewer parts than enough */
};

/* Secure: met, and a student who gets far less right (20 points below the threshold) would get so many of these parts
 * right at most 1 time in 5. Not yet: not met, and a student who gets more right than is asked (half-way from the
 * threshold to all) would get so few right at most 1 time in 5. Not sure: all else. Exact binomial chances; at 80%
 * that is 60% against 90%. */
struct kin_decision kin_decide(kin_arena *arena, const struct kin_rule *rule, const struct kin_tries *tries);

/* The rule in one sentence, in the language of the words: "Met from 80% of the points on; the best try counts." And
 * where objectives have thresholds of their own: "Met from each objective's line on; the best try counts." */
const char *kin_rule_text(kin_arena *arena, const struct kin_rule *rule, const struct kin_furniture *words);
const char *kin_rule_text_of_many(kin_arena *arena, const struct kin_rule *rule, const struct kin_furniture *words);

/* Is the threshold of two rules the same? */
bool kin_rule_same_threshold(const struct kin_rule *a, const struct kin_rule *b);

/* ---- Groups ---------------------------------------------------------------------------------------------------- */

enum kin_teaching_group {
    KIN_GROUP_NONE,
    KIN_GROUP_READY,
    KIN_GROUP_SUPPORT,
    KIN_GROUP_REINFORCEMENT,
    KIN_GROUP_COUNT
};

/* "No score", "Ready", "Needs Support", "Needs Reinforcement": for tables. */
const char *kin_group_name(enum kin_teaching_group group);

/* The level of practice for a group: 3, 2, 1; 0 for none. */
int kin_group_level(enum kin_teaching_group group);

struct kin_cuts {
    struct kin_rat ready, support; /* least scores; den 0: the usual one */
};

/* What was said, and the usual cuts of an objective where nothing was: Ready from its threshold on, Needs Support from
 * 50% on, or from half of a threshold that is not above that. */
struct kin_cuts kin_cuts_for(kin_arena *arena, const struct kin_cuts *said, const struct kin_rule *rule);

/* `cuts` are those of the objective. */
enum kin_teaching_group kin_group_of(const struct kin_cuts *cuts, struct kin_rat score);

#endif
