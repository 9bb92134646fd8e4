/* Days of the Gregorian calendar, carried back before its beginning, and clock times. Day 1 is 1 January of the year 1,
 * a Monday (rata die: E. M. Reingold, N. Dershowitz, Calendrical Calculations, section 2.2). */
#ifndef KIN_VALUE_CALENDAR_H
#define KIN_VALUE_CALENDAR_H

#include "value/value.h"

enum { KIN_DAY_MINUTES = 1440, KIN_LAST_YEAR = 9999 };

struct kin_day {
    int64_t year;   /* 1 to KIN_LAST_YEAR */
    int month, day; /* from 1 */
};

bool kin_leap_year(int64_t year);
int kin_month_days(int64_t year, int month);

/* The number of a day; 0 when there is no such day. And back; false outside the years. */
int64_t kin_day_number(struct kin_day day);
bool kin_day_of(int64_t number, struct kin_day *day);

/* The number of a day written as "2026-03-09"; 0 when the text is none. */
int64_t kin_date_read(const char *text);

/* "14:05", "2026-03-09", "2 h 15 min", "45 min", "-1 h"; what is no whole minute or day is written as a number. */
char *kin_clock_text(kin_arena *arena, struct kin_rat minutes);
char *kin_date_text(kin_arena *arena, struct kin_rat days);
char *kin_duration_text(kin_arena *arena, struct kin_rat minutes);

#endif
