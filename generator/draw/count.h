/* Counting instances: exactly by a walk where that is affordable, else by what share of some places passes. */
#ifndef KIN_DRAW_COUNT_H
#define KIN_DRAW_COUNT_H

#include "draw/drawing.h"

/* What a count may cost. */
struct kin_count_budget {
    uint64_t branches;   /* partial elements of a walk */
    uint64_t candidates; /* that pass the tests and are judged */
    uint64_t places;     /* looked at for an estimate */
};

/* Called for every member that is counted; draw->each and draw->judgements describe it. */
typedef void kin_count_visit(void *data);

/* Members of one lane, of the cell `wanted` or of all (NULL). The lane's sequence stays where it is. `visit` may be
 * NULL; when the walk is given up half way it is called again for the members of the estimate, after `again`. */
struct kin_counting {
    const struct kin_hash *wanted;
    struct kin_count_budget budget;
    kin_count_visit *visit;
    void (*again)(void *data);
    void *data;
};
struct kin_count kin_count_lane(struct kin_draw *draw, struct kin_lane *lane, const struct kin_counting *counting);

#endif
