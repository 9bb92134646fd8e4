#include "bank/ids.h"

#include <stdint.h>
#include <string.h>

/* FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint64_t hash(const char *id)
{
    uint64_t value = 0xcbf29ce484222325u;
    for (; *id; id++) {
        value = (value ^ (unsigned char)*id) * 0x100000001b3u;
    }
    return value;
}

/* The entry of the id, or the free one where it would go. */
static struct kin_id_entry *entry_of(const struct kin_ids *ids, const char *id)
{
    size_t at = (size_t)hash(id) & (ids->room - 1);
    while (ids->entries[at].id && strcmp(ids->entries[at].id, id) != 0) {
        at = (at + 1) & (ids->room - 1);
    }
    return &ids->entries[at];
}

const void *kin_ids_find(const struct kin_ids *ids, const char *id)
{
    return ids->room ? entry_of(ids, id)->value : NULL;
}

static void grow(kin_arena *arena, struct kin_ids *ids)
{
    struct kin_ids larger = {.count = ids->count, .room = ids->room ? ids->room * 2 : 64};
    larger.entries = KIN_NEW_N(arena, struct kin_id_entry, larger.room);
    for (size_t i = 0; i < ids->room; i++) {
        if (ids->entries[i].id) {
            *entry_of(&larger, ids->entries[i].id) = ids->entries[i];
        }
    }
    *ids = larger;
}

void kin_ids_add(kin_arena *arena, struct kin_ids *ids, const char *id, const void *value)
{
    if ((ids->count + 1) * 2 > ids->room) {
        grow(arena, ids);
    }
    *entry_of(ids, id) = (struct kin_id_entry){id, value};
    ids->count++;
}
