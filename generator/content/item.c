#include "content/item.h"

#include "base/names.h"

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
    return kin_name_index(names, KIN_RESPONSE_KIND_COUNT, name);
}

static const char *const credit_kinds[KIN_CREDIT_KIND_COUNT] = {
#define KIN_CREDIT_KIND(id, name) name,
#include "content/credits.def"
#undef KIN_CREDIT_KIND
};

const char *kin_credit_kind_name(enum kin_credit_kind kind)
{
    return credit_kinds[kind];
}

int kin_credit_kind_named(const char *name)
{
    return kin_name_index(credit_kinds, KIN_CREDIT_KIND_COUNT, name);
}

static const char *const count_kinds[KIN_COUNT_KIND_COUNT] = {
#define KIN_COUNT_KIND(id, name) name,
#include "content/credits.def"
#undef KIN_COUNT_KIND
};

const char *kin_count_kind_name(enum kin_count_kind kind)
{
    return count_kinds[kind];
}

int kin_count_kind_named(const char *name)
{
    return kin_name_index(count_kinds, KIN_COUNT_KIND_COUNT, name);
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

bool kin_part_has_number(const struct kin_part *part)
{
    return part->label && part->label[0] >= '0' && part->label[0] <= '9';
}

char *kin_part_name(kin_arena *arena, const char *number, const struct kin_part *part)
{
    return kin_format(arena, "%s%s", kin_part_has_number(part) ? "" : number, part->label ? part->label : "");
}
