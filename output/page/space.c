#include "page/space.h"

#include <math.h>
#include <string.h>

struct policy {
    const char *name;
    struct kin_space value, choice, open; /* of level 1: least, usual, most, weight */
};

static const struct policy policies[] = {
    {"normal", {22, 44, 170, 3}, {0, 12, 64, 1}, {0, 0, 0, 0}},
    {"tight", {12, 16, 70, 3}, {0, 0, 24, 1}, {0, 0, 0, 0}},
    {"generous", {70, 96, 280, 3}, {30, 48, 120, 1.5}, {8, 12, 24, 0.5}},
};

static const struct policy *policy_named(const char *name)
{
    for (size_t i = 0; name && i < sizeof policies / sizeof *policies; i++) {
        if (strcmp(policies[i].name, name) == 0) {
            return &policies[i];
        }
    }
    return &policies[0];
}

static struct kin_space of_kind(const struct policy *policy, const struct kin_response *response)
{
    switch (response->kind) {
    case KIN_RESPONSE_CHOICE:
    case KIN_RESPONSE_MULTI_SELECT:
    case KIN_RESPONSE_GRID:
    case KIN_RESPONSE_MATCH:
    case KIN_RESPONSE_ORDER:
        return policy->choice;
    case KIN_RESPONSE_DRAW: /* what is drawn on is room enough */
        return response->body.count ? policy->open : policy->value;
    case KIN_RESPONSE_OPEN: /* ruled lines are room enough; without them it is worked out like a value */
        return response->lines > 0 ? policy->open : policy->value;
    default:
        return policy->value;
    }
}

struct kin_space kin_space_for(const char *policy, const struct kin_response *response, int level)
{
    if (response->space_pt < 0) {
        return (struct kin_space){0};
    }
    struct kin_space space = of_kind(policy_named(policy), response);
    double factor = level > 1 ? 1 + 0.3 * (level - 1) : 1;
    space.usual *= factor;
    space.most *= factor;
    space.weight *= factor;
    if (response->space_pt > 0 && space.weight == 0) {
        space.weight = 1;
    }
    space.least = fmax(space.least, response->space_pt);
    space.usual = fmax(space.usual, response->space_pt);
    space.most = fmax(space.most, response->space_pt);
    return space;
}
