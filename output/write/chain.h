/* Open strokes of a round pen that end where others begin, drawn in one go: the edges of a solid, the sides of a net.
 * On paper nothing changes, since a round join is what two round ends make together; a PDF saves a number of places. */
#ifndef KIN_WRITE_CHAIN_H
#define KIN_WRITE_CHAIN_H

#include "write/batch.h"

/* A part of a batch, drawn from its end if `reversed`, from where the part before ended if it `continues` that. */
struct link {
    const struct batch_part *part;
    bool reversed, continues;
};

/* All parts, each once. Parts that cannot be joined, as closed or filled ones, stand as they are. Lives in `arena`. */
struct link *kin_chains_find(kin_arena *arena, const struct batch_part *const *parts, size_t count);

#endif
