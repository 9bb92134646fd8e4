/* What makes a typed answer easier to hit upon than its neighbours' on other forms. */
#ifndef KIN_FORM_EVIDENCE_GIVEAWAY_H
#define KIN_FORM_EVIDENCE_GIVEAWAY_H

#include "content/item.h"

enum kin_giveaway {
    KIN_NO_GIVEAWAY,
    KIN_TRIVIAL_KEY, /* 0 or 1 */
    KIN_KEY_IN_STEM  /* the number stands in the question */
};

/* The first giveaway among an item's keys that are numbers; *key is that key, or the first one of them when there is
 * none. False when no key is a number. */
bool kin_giveaway_of(kin_arena *arena, const struct kin_item *item, enum kin_giveaway *found, const char **key);

#endif
