/* A set of digests: which questions and keys have been given out already. */
#ifndef KIN_FORM_USED_H
#define KIN_FORM_USED_H

#include "base/digest.h"

#include <stdbool.h>

struct kin_used {
    kin_arena *arena;
    struct kin_digest *table; /* open addressing; an entry of zeros is empty */
    size_t count, room;       /* room is a power of two */
};

bool kin_used_has(const struct kin_used *used, const struct kin_digest *digest);
void kin_used_add(struct kin_used *used, const struct kin_digest *digest);

#endif
