/* Who is in which group: what the list of groups and the practice for them have in common. */
#ifndef KIN_MASTERY_GROUPING_H
#define KIN_MASTERY_GROUPING_H

#include "mastery/reporting.h"

struct kin_grouping {
    const struct kin_reporting *reporting;
    const struct kin_cuts *cuts; /* as they were said */
    struct kin_record record;
    struct kin_record lowest; /* with no points for what is not marked yet; has all objectives of the record */
};

/* All borrowed; made in the arena of `reporting`. */
struct kin_grouping kin_grouping_of(const struct kin_reporting *reporting, const struct kin_cuts *cuts);

/* The cuts of an objective of the record. */
struct kin_cuts kin_grouping_cuts(const struct kin_grouping *grouping, size_t objective);

/* By the score of what is marked; but nobody is Ready who may turn out not to be. */
enum kin_teaching_group kin_grouping_group(const struct kin_grouping *grouping, size_t student, size_t objective);

/* The parts that are not marked yet, of an objective of the record, and of all objectives. */
size_t kin_grouping_unmarked(const struct kin_grouping *grouping, size_t student, size_t objective);
size_t kin_grouping_unmarked_of_all(const struct kin_grouping *grouping, size_t student);

/* "Ready", for print in the language of the words. */
const char *kin_group_title(const struct kin_furniture *words, enum kin_teaching_group group);

#endif
