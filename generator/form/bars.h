/* Thresholds of mastery of a set: one for all of its objectives, and those that have one of their own. */
#ifndef KIN_FORM_BARS_H
#define KIN_FORM_BARS_H

#include "content/threshold.h"
#include "form/maker.h"

/* What the blueprint says of all objectives. */
void kin_bars_take_whole(struct kin_set *set, const struct kin_blueprint *blueprint);

/* What it says of some, which have to be known by now. False after reporting: a standard that there is not. */
bool kin_bars_take_own(struct kin_maker *maker, const struct kin_blueprint *blueprint);

/* Of an objective's standard; NULL: of the others. What cannot be read is 80%. */
struct kin_threshold kin_set_threshold(const struct kin_set *set, const char *standard);

/* Has an objective a threshold of its own? */
bool kin_set_has_bar(const struct kin_set *set, const char *standard);

/* As a text that kin_threshold_parse reads. */
const char *kin_set_threshold_text(kin_arena *arena, const struct kin_set *set, const char *standard);

#endif
