#include "content/threshold.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A whole number from 1 to 100 at *at, which moves behind it and the white space there; 0: none. */
static int read_number(const char **at)
{
    char *end;
    long number = isdigit((unsigned char)**at) ? strtol(*at, &end, 10) : 0;
    if (number < 1 || number > 100) {
        return 0;
    }
    *at = end + strspn(end, " ");
    return (int)number;
}

static bool read_count(const char *at, int right, struct kin_threshold *threshold)
{
    size_t sign = *at == '/' ? 1 : strncasecmp(at, "of ", 3) == 0 ? 3 : 0;
    at += sign + strspn(at + sign, " ");
    int of = sign ? read_number(&at) : 0;
    *threshold = (struct kin_threshold){.kind = KIN_THRESHOLD_COUNT, .right = right, .of = of};
    return of && !*at && right <= of;
}

static bool read_level(const char *at, struct kin_threshold *threshold)
{
    at += strspn(at, " ");
    *threshold = (struct kin_threshold){.kind = KIN_THRESHOLD_LEVEL, .level = read_number(&at)};
    return threshold->level && !*at;
}

bool kin_threshold_parse(const char *text, struct kin_threshold *threshold)
{
    const char *at = text + strspn(text, " ");
    if (strncasecmp(at, "level", 5) == 0) {
        return read_level(at + 5, threshold);
    }
    int number = read_number(&at);
    if (number && *at && *at != '%') {
        return read_count(at, number, threshold);
    }
    at += *at == '%';
    *threshold = (struct kin_threshold){.kind = KIN_THRESHOLD_PERCENT, .percent = number};
    return number && !at[strspn(at, " ")];
}

const char *kin_threshold_text(kin_arena *arena, const struct kin_threshold *threshold,
                               const struct kin_furniture *words)
{
    switch (threshold->kind) {
    case KIN_THRESHOLD_COUNT:
        return kin_format(arena, words->threshold_count, threshold->right, threshold->of);
    case KIN_THRESHOLD_LEVEL:
        return kin_format(arena, words->threshold_level, threshold->level);
    default:
        return kin_format(arena, "%d%%", threshold->percent);
    }
}

static struct kin_rat share_of_level(kin_arena *arena, int level, const struct kin_level_scale *scale)
{
    for (size_t i = 0; i < scale->count; i++) {
        if (scale->levels[i].level == level) {
            return kin_rat_ratio(arena, scale->levels[i].from_percent, 100);
        }
    }
    return kin_rat_int(2);
}

struct kin_rat kin_threshold_share(kin_arena *arena, const struct kin_threshold *threshold,
                                   const struct kin_level_scale *scale)
{
    switch (threshold->kind) {
    case KIN_THRESHOLD_COUNT:
        return kin_rat_ratio(arena, threshold->right, threshold->of);
    case KIN_THRESHOLD_LEVEL:
        return share_of_level(arena, threshold->level, scale);
    default:
        return kin_rat_ratio(arena, threshold->percent, 100);
    }
}

size_t kin_threshold_parts(kin_arena *arena, struct kin_rat share, size_t parts)
{
    int64_t number = 0;
    struct kin_rat exact = kin_rat_mul(arena, share, kin_rat_int((int64_t)parts));
    kin_rat_to_int(kin_rat_round(arena, exact, 0, KIN_CEILING), &number);
    return (size_t)number;
}

const char *kin_share_text(kin_arena *arena, struct kin_rat share)
{
    if (!kin_rat_defined(share)) {
        return "";
    }
    struct kin_rat percent = kin_rat_round(arena, kin_rat_mul(arena, share, kin_rat_int(100)), 1, KIN_DOWN);
    return kin_format(arena, "%s%%", kin_rat_decimal_text(arena, percent, kin_rat_is_integer(percent) ? 0 : 1));
}
