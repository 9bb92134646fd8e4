#include "mastery/tries.h"

#include "base/names.h"

#include <ctype.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct row {
    const char *name;
    int percent;
    size_t sentence; /* its place in the words of a language */
};
static const struct row rows[] = {
#define KIN_SCORE_POLICY(id, name, percent, sentence) {name, percent, offsetof(struct kin_furniture, sentence)},
#include "mastery/score_policies.def"
#undef KIN_SCORE_POLICY
};
static const char *const names[] = {
#define KIN_SCORE_POLICY(id, name, percent, sentence) name,
#include "mastery/score_policies.def"
#undef KIN_SCORE_POLICY
};

const char *const *kin_score_policy_names(void)
{
    return names;
}

bool kin_score_policy_parse(const char *text, struct kin_score_policy *policy)
{
    char name[32] = "";
    size_t length = strcspn(text, ":");
    memcpy(name, text, length < sizeof name ? length : 0);
    int kind = kin_name_index(names, KIN_SCORE_POLICY_COUNT, name);
    if (kind < 0) {
        return false;
    }
    *policy = (struct kin_score_policy){(enum kin_score_policy_kind)kind, 0};
    if (!text[length]) {
        return true;
    }
    char *end = NULL;
    const char *digits = text + length + 1;
    long percent = isdigit((unsigned char)*digits) ? strtol(digits, &end, 10) : 0;
    policy->percent = percent > 0 && percent <= 100 ? (int)percent : 0;
    return policy->percent && rows[kind].percent && (!*end || strcmp(end, "%") == 0);
}

struct kin_rat kin_try_share(kin_arena *arena, const struct kin_try *one, enum kin_threshold_kind kind)
{
    if (kind == KIN_THRESHOLD_COUNT) {
        return kin_rat_ratio(arena, (int64_t)one->right, (int64_t)one->parts);
    }
    return kin_rat_div(arena, one->points, one->most);
}

/* ---- The policies ---------------------------------------------------------------------------------------------- */

struct shares {
    kin_arena *arena;
    struct kin_rat *items;
    size_t count;
    struct kin_rat percent; /* of the policy, as a share */
};

static struct kin_rat larger(struct kin_rat a, struct kin_rat b)
{
    return kin_rat_compare(a, b) < 0 ? b : a;
}

static struct kin_rat highest(const struct shares *shares)
{
    struct kin_rat best = shares->items[0];
    for (size_t i = 1; i < shares->count; i++) {
        best = larger(best, shares->items[i]);
    }
    return best;
}

static struct kin_rat latest(const struct shares *shares)
{
    return shares->items[shares->count - 1];
}

/* Whoever was above the cap at first and tries once more accepts it, as with the newest try in general. */
static struct kin_rat latest_capped(const struct shares *shares)
{
    struct kin_rat newest = latest(shares);
    bool over = shares->count > 1 && kin_rat_compare(newest, shares->percent) > 0;
    return over ? shares->percent : newest;
}

static struct kin_rat average_floored(const struct shares *shares)
{
    struct kin_rat sum = kin_rat_int(0);
    for (size_t i = 0; i < shares->count; i++) {
        sum = kin_rat_add(shares->arena, sum, larger(shares->items[i], shares->percent));
    }
    return kin_rat_div(shares->arena, sum, kin_rat_int((int64_t)shares->count));
}

/* a + (b - a) * part */
static struct kin_rat on_the_way(const struct shares *shares, struct kin_rat a, struct kin_rat b)
{
    struct kin_rat gap = kin_rat_sub(shares->arena, b, a);
    return kin_rat_add(shares->arena, a, kin_rat_mul(shares->arena, gap, shares->percent));
}

static struct kin_rat decaying(const struct shares *shares)
{
    struct kin_rat score = shares->items[0];
    for (size_t i = 1; i < shares->count; i++) {
        score = on_the_way(shares, score, shares->items[i]);
    }
    return score;
}

static struct kin_rat won_back(const struct shares *shares)
{
    return on_the_way(shares, shares->items[0], highest(shares));
}

static struct kin_rat (*const policies[])(const struct shares *) = {
    [KIN_SCORE_HIGHEST] = highest,
    [KIN_SCORE_LATEST] = latest,
    [KIN_SCORE_LATEST_CAPPED] = latest_capped,
    [KIN_SCORE_AVERAGE_FLOORED] = average_floored,
    [KIN_SCORE_DECAYING] = decaying,
    [KIN_SCORE_WON_BACK] = won_back,
};
_Static_assert(sizeof policies / sizeof *policies == KIN_SCORE_POLICY_COUNT, "one function a policy");

static struct kin_rat percent_of(kin_arena *arena, const struct kin_score_policy *policy,
                                 const struct kin_threshold *threshold, const struct kin_level_scale *scale)
{
    int percent = policy->percent ? policy->percent : rows[policy->kind].percent;
    return percent < 0 ? kin_threshold_share(arena, threshold, scale) : kin_rat_ratio(arena, percent, 100);
}

struct kin_rat kin_tries_score(kin_arena *arena, const struct kin_tries *tries, const struct kin_score_policy *policy,
                               const struct kin_threshold *threshold, const struct kin_level_scale *scale)
{
    struct shares shares = {arena, KIN_NEW_N(arena, struct kin_rat, tries->count), 0,
                            percent_of(arena, policy, threshold, scale)};
    for (size_t i = 0; i < tries->count; i++) {
        struct kin_rat share = kin_try_share(arena, &tries->items[i], threshold->kind);
        if (kin_rat_defined(share)) {
            shares.items[shares.count++] = share;
        }
    }
    return shares.count ? policies[policy->kind](&shares) : kin_rat_undefined(KIN_DIVISION_BY_ZERO);
}

const char *kin_score_policy_text(kin_arena *arena, const struct kin_score_policy *policy,
                                  const struct kin_threshold *threshold, const struct kin_level_scale *scale,
                                  const struct kin_furniture *words)
{
    const char *sentence = *(const char *const *)((const char *)words + rows[policy->kind].sentence);
    const char *hole = strstr(sentence, "%s");
    if (!hole) {
        return sentence;
    }
    const char *percent = kin_share_text(arena, percent_of(arena, policy, threshold, scale));
    return kin_format(arena, "%.*s%s%s", (int)(hole - sentence), sentence, percent, hole + 2);
}
