/* Clock times, dates and durations. */
#include "content/piece.h"
#include "value/calendar.h"

static struct kin_piece words(kin_arena *arena, const char *text)
{
    return (struct kin_piece){.maths = text ? kin_leaf(arena, KIN_MATHS_WORD, text) : NULL};
}

static const char *clock_text(kin_arena *arena, struct kin_rat minutes, enum kin_format_kind kind)
{
    int64_t whole;
    if (!kin_rat_to_int(minutes, &whole) || whole < 0 || whole >= KIN_DAY_MINUTES) {
        return NULL;
    }
    int hour = (int)(whole / 60), minute = (int)(whole % 60);
    if (kind == KIN_FORMAT_CLOCK_24) {
        return kin_format(arena, "%d:%02d", hour, minute);
    }
    return kin_format(arena, "%d:%02d %s", hour % 12 ? hour % 12 : 12, minute, hour < 12 ? "a.m." : "p.m.");
}

static const char *date_text(kin_arena *arena, struct kin_rat days, enum kin_format_kind kind)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    int64_t whole;
    struct kin_day day;
    if (!kin_rat_to_int(days, &whole) || !kin_day_of(whole, &day)) {
        return NULL;
    }
    return kind == KIN_FORMAT_DATE_SHORT
               ? kin_format(arena, "%d/%d/%d", day.month, day.day, (int)day.year)
               : kin_format(arena, "%s %d, %d", months[day.month - 1], day.day, (int)day.year);
}

struct kin_piece kin_piece_of_time(kin_arena *arena, struct kin_rat number, enum kin_format_kind kind)
{
    switch (kind) {
    case KIN_FORMAT_CLOCK:
    case KIN_FORMAT_CLOCK_24:
        return words(arena, clock_text(arena, number, kind));
    case KIN_FORMAT_DURATION:
        return words(arena, kin_duration_text(arena, kin_rat_abs(arena, number)));
    default:
        return words(arena, date_text(arena, number, kind));
    }
}
