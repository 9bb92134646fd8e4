/* Clock times, durations and dates. */
#include "expr/functions/call.h"

#include "value/calendar.h"
#include "value/grammar.h"

KIN_DECLARE_FUNCTION(clock);
KIN_DECLARE_FUNCTION(duration);
KIN_DECLARE_FUNCTION(elapsed);
KIN_DECLARE_FUNCTION(minutes);
KIN_DECLARE_FUNCTION(date);
KIN_DECLARE_FUNCTION(year);
KIN_DECLARE_FUNCTION(month);
KIN_DECLARE_FUNCTION(day);
KIN_DECLARE_FUNCTION(weekday);
KIN_DECLARE_FUNCTION(month_name);
KIN_DECLARE_FUNCTION(month_days);
KIN_DECLARE_FUNCTION(is_leap_year);

/* ---- Clock and durations ---- */

static bool call_clock(struct kin_call *call, struct kin_value *result)
{
    int64_t hour, minute;
    return kin_call_whole(call, 0, 0, 23, &hour) && kin_call_whole(call, 1, 0, 59, &minute) &&
           kin_call_give(call, kin_rat_int(60 * hour + minute), result);
}

static const struct kin_example clock_examples[] = {{"clock(14, 5)", "14:05"},
                                                    {"clock(23, 50) + 20", "00:10"},
                                                    {"clock(9, 15) + duration(1, 50)", "11:05"},
                                                    {"clock(11, 5) - clock(9, 15)", "1 h 50 min"},
                                                    {"clock(9, 5) lt clock(10, 0)", "true"},
                                                    {"clock(24, 0)", "error E240"},
                                                    {NULL, NULL}};
const struct kin_function kin_function_clock = {
    "clock",       "integer, integer -> clock", "A time of day by hour (0 to 23) and minute.", call_clock, false,
    clock_examples};

static bool call_duration(struct kin_call *call, struct kin_value *result)
{
    struct kin_rat hours = kin_rat_mul(call->arena, kin_call_number(call, 0), kin_rat_int(60));
    return kin_call_give(call, kin_rat_add(call->arena, hours, kin_call_number(call, 1)), result);
}

static const struct kin_example duration_examples[] = {
    {"duration(2, 15)", "2 h 15 min"},   {"duration(0, 90)", "1 h 30 min"},         {"duration(1.5, 0)", "1 h 30 min"},
    {"3*duration(0, 25)", "1 h 15 min"}, {"duration(2, 0)/duration(0, 45)", "8/3"}, {NULL, NULL}};
const struct kin_function kin_function_duration = {
    "duration", "plain, plain -> duration", "So many hours and minutes.", call_duration, false, duration_examples};

static bool call_elapsed(struct kin_call *call, struct kin_value *result)
{
    struct kin_rat way = kin_rat_sub(call->arena, kin_call_number(call, 1), kin_call_number(call, 0));
    return kin_call_give(call, kin_clock_wrapped(call->arena, way), result);
}

static const struct kin_example elapsed_examples[] = {{"elapsed(clock(22, 30), clock(1, 15))", "2 h 45 min"},
                                                      {"elapsed(clock(8, 0), clock(8, 40))", "40 min"},
                                                      {NULL, NULL}};
const struct kin_function kin_function_elapsed = {"elapsed",
                                                  "clock, clock -> duration",
                                                  "From one time to the next time that the clock shows the other.",
                                                  call_elapsed,
                                                  false,
                                                  elapsed_examples};

static bool call_minutes(struct kin_call *call, struct kin_value *result)
{
    return kin_call_give(call, kin_call_number(call, 0), result);
}

static const struct kin_example minutes_examples[] = {{"minutes(duration(2, 15))", "135"},
                                                      {"minutes(clock(1, 30))", "90"},
                                                      {"minutes(duration(2, 15))/60", "9/4"},
                                                      {NULL, NULL}};
const struct kin_function kin_function_minutes = {"minutes",
                                                  "duration -> plain | clock -> plain",
                                                  "A duration in minutes; a time in minutes after midnight.",
                                                  call_minutes,
                                                  false,
                                                  minutes_examples};

/* ---- Dates ---- */

static bool call_date(struct kin_call *call, struct kin_value *result)
{
    struct kin_day day;
    int64_t month, number;
    if (!kin_call_whole(call, 0, 1, KIN_LAST_YEAR, &day.year) || !kin_call_whole(call, 1, 1, 12, &month) ||
        !kin_call_whole(call, 2, 1, kin_month_days(day.year, (int)month), &number)) {
        return false;
    }
    day.month = (int)month;
    day.day = (int)number;
    return kin_call_give(call, kin_rat_int(kin_day_number(day)), result);
}

static const struct kin_example date_examples[] = {{"date(2026, 3, 9)", "2026-03-09"},
                                                   {"date(2028, 2, 28) + 2", "2028-03-01"},
                                                   {"date(2026, 3, 9) - date(2026, 2, 9)", "28"},
                                                   {"date(2026, 2, 29)", "error E240"},
                                                   {NULL, NULL}};
const struct kin_function kin_function_date = {
    "date",       "integer, integer, integer -> date", "A day by year, month and day of the month.", call_date, false,
    date_examples};

static bool day_argument(struct kin_call *call, struct kin_day *day)
{
    int64_t number;
    return (kin_rat_to_int(kin_call_number(call, 0), &number) && kin_day_of(number, day)) ||
           kin_call_fail(call, KIN_E240,
                         kin_format(call->arena, "%s is no date of the years 1 to %d",
                                    kin_call_text(call, &call->arguments[0]), (int)KIN_LAST_YEAR));
}

static bool call_year(struct kin_call *call, struct kin_value *result)
{
    struct kin_day day;
    return day_argument(call, &day) && kin_call_give(call, kin_rat_int(day.year), result);
}

static const struct kin_example year_examples[] = {
    {"year(date(2026, 12, 31) + 1)", "2027"}, {"year(date(1, 1, 1) - 1)", "error E240"}, {NULL, NULL}};
const struct kin_function kin_function_year = {"year", "date -> integer", "The year of a date.", call_year,
                                               false,  year_examples};

static bool call_month(struct kin_call *call, struct kin_value *result)
{
    struct kin_day day;
    return day_argument(call, &day) && kin_call_give(call, kin_rat_int(day.month), result);
}

static const struct kin_example month_examples[] = {{"month(date(2026, 1, 31) + 1)", "2"}, {NULL, NULL}};
const struct kin_function kin_function_month = {"month", "date -> integer", "The month of a date, 1 to 12.", call_month,
                                                false,   month_examples};

static bool call_day(struct kin_call *call, struct kin_value *result)
{
    struct kin_day day;
    return day_argument(call, &day) && kin_call_give(call, kin_rat_int(day.day), result);
}

static const struct kin_example day_examples[] = {{"day(date(2026, 1, 31) + 1)", "1"}, {NULL, NULL}};
const struct kin_function kin_function_day = {
    "day", "date -> integer", "The day of the month of a date, from 1.", call_day, false, day_examples};

/* By its English name, for comparing; texts name it in their own language. */
static struct kin_value calendar_word(kin_arena *arena, unsigned number)
{
    struct kin_word *word = KIN_NEW(arena, struct kin_word);
    *word = kin_language_usual()->grammar->calendar[number - 1];
    word->calendar = (unsigned char)number;
    return (struct kin_value){.kind = KIN_WORD, .places = KIN_NO_PLACES, .as.word = word};
}

static bool call_weekday(struct kin_call *call, struct kin_value *result)
{
    struct kin_day day;
    int64_t number;
    if (!day_argument(call, &day) || !kin_rat_to_int(kin_call_number(call, 0), &number)) {
        return false;
    }
    *result = calendar_word(call->arena, KIN_MONDAY + (unsigned)((number - 1) % 7));
    return true;
}

static const struct kin_example weekday_examples[] = {
    {"weekday(date(2026, 3, 9))", "Monday"}, {"weekday(date(2000, 1, 1))", "Saturday"}, {NULL, NULL}};
const struct kin_function kin_function_weekday = {
    "weekday",    "date -> word", "The day of the week: Monday to Sunday; a translation prints lunes to domingo.",
    call_weekday, false,          weekday_examples};

static bool call_month_name(struct kin_call *call, struct kin_value *result)
{
    int64_t month;
    if (!kin_call_whole(call, 0, 1, 12, &month)) {
        return false;
    }
    *result = calendar_word(call->arena, KIN_JANUARY + (unsigned)(month - 1));
    return true;
}

static const struct kin_example month_name_examples[] = {
    {"month_name(month(date(2026, 3, 9)))", "March"}, {"month_name(13)", "error E240"}, {NULL, NULL}};
const struct kin_function kin_function_month_name = {
    "month_name", "integer -> word",  "The name of a month, 1 to 12, in the language of the text.", call_month_name,
    false,        month_name_examples};

static bool call_month_days(struct kin_call *call, struct kin_value *result)
{
    int64_t year, month;
    return kin_call_whole(call, 0, 1, KIN_LAST_YEAR, &year) && kin_call_whole(call, 1, 1, 12, &month) &&
           kin_call_give(call, kin_rat_int(kin_month_days(year, (int)month)), result);
}

static const struct kin_example month_days_examples[] = {
    {"month_days(2026, 2)", "28"}, {"month_days(2028, 2)", "29"}, {"month_days(2026, 11)", "30"}, {NULL, NULL}};
const struct kin_function kin_function_month_days = {
    "month_days",       "integer, integer -> integer", "How many days a month of a year has.", call_month_days, false,
    month_days_examples};

static bool call_is_leap_year(struct kin_call *call, struct kin_value *result)
{
    int64_t year;
    if (!kin_call_whole(call, 0, 1, KIN_LAST_YEAR, &year)) {
        return false;
    }
    *result = kin_value_truth(kin_leap_year(year));
    return true;
}

static const struct kin_example is_leap_year_examples[] = {
    {"is_leap_year(2028)", "true"}, {"is_leap_year(2100)", "false"}, {"is_leap_year(2000)", "true"}, {NULL, NULL}};
const struct kin_function kin_function_is_leap_year = {
    "is_leap_year", "integer -> truth", "Has the year 366 days?", call_is_leap_year, false, is_leap_year_examples};
