#include "content/typed.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- Clock times --------------------------------------------------------------------------------------------------
 */

struct clock {
    int minutes; /* after midnight, of a 12-hour clock after its beginning */
    char half;   /* 'a', 'p', or 0: it says none */
};

/* "2:05 p.m.", "14:05", "2 pm" */
static bool read_clock(const char *text, struct clock *clock)
{
    char *end;
    long hours = isdigit((unsigned char)*text) ? strtol(text, &end, 10) : -1, minutes = 0;
    if (hours < 0 || hours > 24) {
        return false;
    }
    bool exact = *end == ':' && isdigit((unsigned char)end[1]) && isdigit((unsigned char)end[2]);
    if (exact) {
        minutes = strtol(end + 1, &end, 10);
    }
    end += strspn(end, " ");
    char half = (char)tolower((unsigned char)*end);
    clock->half = half == 'a' || half == 'p' ? half : '\0';
    bool over = !*end || (clock->half && strpbrk(end, "mM") && strspn(end + 1, ". mM") == strlen(end + 1));
    clock->minutes = (int)(hours * 60 + minutes);
    return over && minutes < 60 && (exact || clock->half) && !(clock->half && (hours < 1 || hours > 12));
}

static int minutes_of(const struct clock *clock)
{
    return !clock->half ? clock->minutes : clock->minutes % 720 + (clock->half == 'p' ? 720 : 0);
}

/* 2:05 may be meant for 2:05 p.m. */
enum kin_likeness kin_typed_clock(const char *a, const char *b)
{
    struct clock left, right;
    if (!read_clock(a, &left) || !read_clock(b, &right)) {
        return KIN_UNREADABLE;
    }
    if (minutes_of(&left) == minutes_of(&right)) {
        return KIN_ALIKE;
    }
    bool half_open = !left.half != !right.half && left.minutes % 720 == right.minutes % 720;
    return half_open ? KIN_UNREADABLE : KIN_UNLIKE;
}

/* ---- Durations ----------------------------------------------------------------------------------------------------
 */

/* Minutes in a unit that begins with this word; 0: none. */
static int minutes_in(const char *unit, size_t length)
{
    static const struct {
        const char *word;
        int minutes;
    } units[] = {{"h", 60},     {"hr", 60},     {"hrs", 60}, {"hour", 60},  {"hours", 60}, {"hora", 60},
                 {"horas", 60}, {"m", 1},       {"min", 1},  {"mins", 1},   {"minute", 1}, {"minutes", 1},
                 {"minuto", 1}, {"minutos", 1}, {"d", 1440}, {"day", 1440}, {"days", 1440}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strlen(units[i].word) == length && strncmp(units[i].word, unit, length) == 0) {
            return units[i].minutes;
        }
    }
    return 0;
}

/* "2 h 15 min", "135 minutes", "2:15". Undefined when it is none. */
static struct kin_rat read_duration(kin_arena *arena, const char *text)
{
    struct kin_rat sum = kin_rat_int(0);
    const char *at = text;
    if (!isdigit((unsigned char)*at)) {
        return kin_rat_undefined(KIN_INEXACT);
    }
    while (*at) {
        size_t digits = strspn(at, "0123456789."), gap = strspn(at + digits, " "), length = 0;
        const char *unit = at + digits + gap;
        while (isalpha((unsigned char)unit[length])) {
            length++;
        }
        int minutes = *unit == ':' ? 60 : !*unit && strchr(text, ':') ? 1 : minutes_in(unit, length);
        struct kin_rat number = kin_rat_parse(arena, at, digits);
        if (!minutes || !kin_rat_defined(number)) {
            return kin_rat_undefined(KIN_INEXACT);
        }
        sum = kin_rat_add(arena, sum, kin_rat_mul(arena, number, kin_rat_int(minutes)));
        at = unit + length + strspn(unit + length, " ,.:");
    }
    return sum;
}

enum kin_likeness kin_typed_duration(kin_arena *arena, const char *a, const char *b)
{
    struct kin_rat left = read_duration(arena, a), right = read_duration(arena, b);
    if (!kin_rat_defined(left) || !kin_rat_defined(right)) {
        return KIN_UNREADABLE;
    }
    return kin_rat_equal(left, right) ? KIN_ALIKE : KIN_UNLIKE;
}
