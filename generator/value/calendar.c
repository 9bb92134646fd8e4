#include "value/calendar.h"

bool kin_leap_year(int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int kin_month_days(int64_t year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && kin_leap_year(year));
}

/* Days of the years before this one. */
static int64_t days_before_year(int64_t year)
{
    int64_t gone = year - 1;
    return 365 * gone + gone / 4 - gone / 100 + gone / 400;
}

int64_t kin_day_number(struct kin_day day)
{
    bool there = day.year >= 1 && day.year <= KIN_LAST_YEAR && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
                 day.day <= kin_month_days(day.year, day.month);
    int64_t number = days_before_year(day.year) + day.day;
    for (int month = 1; there && month < day.month; month++) {
        number += kin_month_days(day.year, month);
    }
    return there ? number : 0;
}

bool kin_day_of(int64_t number, struct kin_day *day)
{
    if (number < 1 || number > days_before_year(KIN_LAST_YEAR + 1)) {
        return false;
    }
    *day = (struct kin_day){.year = number / 366 + 1, .month = 1};
    while (days_before_year(day->year + 1) < number) {
        day->year++;
    }
    int64_t left = number - days_before_year(day->year);
    for (; left > kin_month_days(day->year, day->month); day->month++) {
        left -= kin_month_days(day->year, day->month);
    }
    day->day = (int)left;
    return true;
}

/* ---- Text ---- */

static int digits_of(const char *text, int count)
{
    int number = 0;
    for (int i = 0; i < count; i++) {
        number = 10 * number + (text[i] - '0');
    }
    return number;
}

int64_t kin_date_read(const char *text)
{
    static const char shape[] = "dddd-dd-dd";
    size_t at = 0;
    while (shape[at] && (shape[at] == '-' ? text[at] == '-' : text[at] >= '0' && text[at] <= '9')) {
        at++;
    }
    if (shape[at] || text[at]) {
        return 0;
    }
    return kin_day_number((struct kin_day){digits_of(text, 4), digits_of(text + 5, 2), digits_of(text + 8, 2)});
}

char *kin_clock_text(kin_arena *arena, struct kin_rat minutes)
{
    int64_t whole;
    if (!kin_rat_to_int(minutes, &whole) || whole < 0 || whole >= KIN_DAY_MINUTES) {
        return kin_format(arena, "minute %s", kin_rat_text(arena, minutes));
    }
    return kin_format(arena, "%02d:%02d", (int)(whole / 60), (int)(whole % 60));
}

char *kin_date_text(kin_arena *arena, struct kin_rat days)
{
    int64_t whole;
    struct kin_day day;
    if (!kin_rat_to_int(days, &whole) || !kin_day_of(whole, &day)) {
        return kin_format(arena, "day %s", kin_rat_text(arena, days));
    }
    return kin_format(arena, "%04d-%02d-%02d", (int)day.year, day.month, day.day);
}

static const char *size_text(kin_arena *arena, struct kin_rat minutes)
{
    struct kin_rat hours = kin_rat_round(arena, kin_rat_div(arena, minutes, kin_rat_int(60)), 0, KIN_FLOOR);
    struct kin_rat rest = kin_rat_sub(arena, minutes, kin_rat_mul(arena, hours, kin_rat_int(60)));
    if (kin_rat_sign(hours) == 0) {
        return kin_format(arena, "%s min", kin_rat_text(arena, rest));
    }
    const char *left = kin_rat_sign(rest) ? kin_format(arena, " %s min", kin_rat_text(arena, rest)) : "";
    return kin_format(arena, "%s h%s", kin_rat_text(arena, hours), left);
}

char *kin_duration_text(kin_arena *arena, struct kin_rat minutes)
{
    const char *sign = kin_rat_sign(minutes) < 0 ? "-" : "";
    return kin_format(arena, "%s%s", sign, size_text(arena, kin_rat_abs(arena, minutes)));
}
