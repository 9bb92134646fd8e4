/* Units of measure and what they are worth. */
#include "content/unit.h"

#include <string.h>

static const struct kin_unit units[] = {
#define KIN_UNIT(one, many, sign, measure, power, size) {one, many, sign, KIN_MEASURE_##measure, power, size},
#include "content/units.def"
#undef KIN_UNIT
};

static bool is(const char *word, size_t length, const char *spelling)
{
    return spelling && strlen(spelling) == length && memcmp(word, spelling, length) == 0;
}

const struct kin_unit *kin_unit_named(const char *word, size_t length)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (is(word, length, units[i].one) || is(word, length, units[i].many) || is(word, length, units[i].sign)) {
            return &units[i];
        }
    }
    return NULL;
}

struct kin_rat kin_unit_size(kin_arena *arena, const struct kin_unit *unit)
{
    return kin_rat_parse(arena, unit->size, strlen(unit->size));
}
