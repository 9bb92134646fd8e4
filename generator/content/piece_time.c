/* Clock times, dates and durations, in the frame's language. */
#include "content/furniture.h"
#include "content/piece.h"
#include "value/calendar.h"
#include "value/grammar.h"

static struct kin_piece words(kin_arena *arena, const char *text)
{
    return (struct kin_piece){.maths = text ? kin_leaf(arena, KIN_MATHS_WORD, text) : NULL};
}

static const struct kin_furniture *furniture(const struct kin_frame *frame)
{
    return kin_furniture_of(kin_frame_language(frame)->tag);
}

static const char *clock_text(const struct kin_frame *frame, struct kin_rat minutes, enum kin_format_kind kind)
{
    int64_t whole;
    if (!kin_rat_to_int(minutes, &whole) || whole < 0 || whole >= KIN_DAY_MINUTES) {
        return NULL;
    }
    int hour = (int)(whole / 60), minute = (int)(whole % 60);
    if (kind == KIN_FORMAT_CLOCK_24) {
        return kin_format(frame->arena, "%d:%02d", hour, minute);
    }
    const char *half = hour < 12 ? furniture(frame)->before_noon : furniture(frame)->after_noon;
    return kin_format(frame->arena, "%d:%02d %s", hour % 12 ? hour % 12 : 12, minute, half);
}

static const char *month_name(const struct kin_frame *frame, int month)
{
    return kin_frame_language(frame)->grammar->calendar[KIN_JANUARY + month - 2].one;
}

/* D, M, m and Y of a row of furniture.def; all other characters as they are. */
static const char *fill_date(const struct kin_frame *frame, const char *row, const struct kin_day *day)
{
    struct kin_buf buf = kin_buf_in(frame->arena);
    for (; *row; row++) {
        switch (*row) {
        case 'D':
            kin_buf_addf(&buf, "%d", day->day);
            break;
        case 'M':
            kin_buf_add(&buf, month_name(frame, day->month));
            break;
        case 'm':
            kin_buf_addf(&buf, "%d", day->month);
            break;
        case 'Y':
            kin_buf_addf(&buf, "%d", (int)day->year);
            break;
        default:
            kin_buf_add_char(&buf, *row);
        }
    }
    return buf.data;
}

static const char *date_text(const struct kin_frame *frame, struct kin_rat days, enum kin_format_kind kind)
{
    int64_t whole;
    struct kin_day day;
    if (!kin_rat_to_int(days, &whole) || !kin_day_of(whole, &day)) {
        return NULL;
    }
    bool figures = kind == KIN_FORMAT_DATE_SHORT;
    return fill_date(frame, figures ? furniture(frame)->date_figures : furniture(frame)->date_long, &day);
}

struct kin_piece kin_piece_of_time(const struct kin_frame *frame, struct kin_rat number, enum kin_format_kind kind)
{
    switch (kind) {
    case KIN_FORMAT_CLOCK:
    case KIN_FORMAT_CLOCK_24:
        return words(frame->arena, clock_text(frame, number, kind));
    case KIN_FORMAT_DURATION:
        return words(frame->arena, kin_duration_text(frame->arena, kin_rat_abs(frame->arena, number)));
    default:
        return words(frame->arena, date_text(frame, number, kind));
    }
}
