#include "content/item.h"

#include <string.h>

static const char *const names[KIN_RESPONSE_KIND_COUNT] = {
#define KIN_RESPONSE_KIND(id, name) name,
#include "content/responses.def"
#undef KIN_RESPONSE_KIND
};

const char *kin_response_kind_name(enum kin_response_kind kind)
{
    return names[kind];
}

int kin_response_kind_named(const char *name)
{
    for (int i = 0; i < KIN_RESPONSE_KIND_COUNT; i++) {
        if (strcmp(names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

struct kin_rat kin_part_points(kin_arena *arena, const struct kin_part *part)
{
    struct kin_rat sum = kin_rat_int(0);
    for (size_t i = 0; i < part->response_count; i++) {
        sum = kin_rat_add(arena, sum, part->responses[i].points);
    }
    return sum;
}

struct kin_rat kin_item_points(kin_arena *arena, const struct kin_item *item)
{
    struct kin_rat sum = kin_rat_int(0);
    for (size_t i = 0; i < item->part_count; i++) {
        sum = kin_rat_add(arena, sum, kin_part_points(arena, &item->parts[i]));
    }
    return sum;
}
