#include "form/used.h"

#include <string.h>

static bool is_empty(const struct kin_digest *entry)
{
    static const struct kin_digest nothing;
    return memcmp(entry, &nothing, sizeof nothing) == 0;
}

/* Index of the digest, or of the empty entry where it belongs. */
static size_t place_of(const struct kin_used *used, const struct kin_digest *digest)
{
    size_t at = (size_t)kin_digest_number(digest) & (used->room - 1);
    while (!is_empty(&used->table[at]) && memcmp(&used->table[at], digest, sizeof *digest) != 0) {
        at = (at + 1) & (used->room - 1);
    }
    return at;
}

bool kin_used_has(const struct kin_used *used, const struct kin_digest *digest)
{
    return used->room && !is_empty(&used->table[place_of(used, digest)]);
}

static void widen(struct kin_used *used)
{
    struct kin_used wider = {.arena = used->arena, .room = used->room ? used->room * 2 : 64};
    wider.table = KIN_NEW_N(used->arena, struct kin_digest, wider.room);
    for (size_t i = 0; i < used->room; i++) {
        if (!is_empty(&used->table[i])) {
            wider.table[place_of(&wider, &used->table[i])] = used->table[i];
            wider.count++;
        }
    }
    *used = wider;
}

void kin_used_add(struct kin_used *used, const struct kin_digest *digest)
{
    if (2 * (used->count + 1) > used->room) {
        widen(used);
    }
    size_t at = place_of(used, digest);
    used->count += is_empty(&used->table[at]);
    used->table[at] = *digest;
}
