/* A table from ids to what they name, for collections of any size. */
#ifndef KIN_BANK_IDS_H
#define KIN_BANK_IDS_H

#include "base/arena.h"

struct kin_id_entry {
    const char *id; /* NULL: free */
    const void *value;
};

struct kin_ids {
    struct kin_id_entry *entries; /* open addressing; room is a power of two */
    size_t count, room;
};

/* What the id names, or NULL. */
const void *kin_ids_find(const struct kin_ids *ids, const char *id);

/* Add an id that is not there yet. `id` and `value` are borrowed. */
void kin_ids_add(kin_arena *arena, struct kin_ids *ids, const char *id, const void *value);

#endif
