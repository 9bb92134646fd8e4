/* Tries at one objective, and the policies that make one score of them. */
#ifndef KIN_MASTERY_TRIES_H
#define KIN_MASTERY_TRIES_H

#include "content/threshold.h"

/* What a student did about one objective on one form. */
struct kin_try {
    const char *form, *taken_on; /* the form's code, and the day as 2026-11-22 */
    struct kin_rat points, most;
    size_t parts, right, blank; /* scored parts; those with all their points; those left empty */
};

/* The oldest first. */
struct kin_tries {
    struct kin_try *items;
    size_t count, room;
};

/* The share of the points; for a threshold in counts the share of the parts. Undefined where nothing could be had. */
struct kin_rat kin_try_share(kin_arena *arena, const struct kin_try *one, enum kin_threshold_kind kind);

/* ---- Policies -------------------------------------------------------------------------------------------------- */

enum kin_score_policy_kind {
#define KIN_SCORE_POLICY(id, name, percent, doc) KIN_SCORE_##id,
#include "mastery/score_policies.def"
#undef KIN_SCORE_POLICY
    KIN_SCORE_POLICY_COUNT
};

struct kin_score_policy {
    enum kin_score_policy_kind kind;
    int percent; /* 0: as the table says */
};

/* "highest", "latest-capped", "decaying:70". False when it is none of the table, has a percentage where that takes
 * none, or one that is not from 1 to 100. */
bool kin_score_policy_parse(const char *text, struct kin_score_policy *policy);

/* The policy's sentence: "the best try counts". */
const char *kin_score_policy_text(kin_arena *arena, const struct kin_score_policy *policy,
                                  const struct kin_threshold *threshold, const struct kin_level_scale *scale,
                                  const struct kin_furniture *words);

/* The names, for messages. */
const char *const *kin_score_policy_names(void);

/* The score, from 0 to 1, that the tries come to; tries without a share are passed over. Undefined where none is left.
 */
struct kin_rat kin_tries_score(kin_arena *arena, const struct kin_tries *tries, const struct kin_score_policy *policy,
                               const struct kin_threshold *threshold, const struct kin_level_scale *scale);

#endif
