#include "mastery/review.h"

#include "value/calendar.h"

#include <stdlib.h>
#include <string.h>

/* ---- Days -------------------------------------------------------------------------------------------------------- */

/* The reporting with the rows up to a day; with those of a day and standard. */
static struct kin_reporting rows_until(const struct kin_reporting *reporting, const char *day)
{
    struct kin_reporting part = *reporting;
    struct kin_evidence *rows = KIN_NEW_N(reporting->arena, struct kin_evidence, reporting->row_count);
    part.row_count = 0;
    for (size_t i = 0; i < reporting->row_count; i++) {
        if (strcmp(reporting->rows[i].taken_on, day) <= 0) {
            rows[part.row_count++] = reporting->rows[i];
        }
    }
    part.rows = rows;
    return part;
}

static struct kin_reporting rows_on(const struct kin_reporting *reporting, const char *day, const char *standard)
{
    struct kin_reporting part = *reporting;
    struct kin_evidence *rows = KIN_NEW_N(reporting->arena, struct kin_evidence, reporting->row_count);
    part.row_count = 0;
    for (size_t i = 0; i < reporting->row_count; i++) {
        if (strcmp(reporting->rows[i].taken_on, day) == 0 && strcmp(reporting->rows[i].standard, standard) == 0) {
            rows[part.row_count++] = reporting->rows[i];
        }
    }
    part.rows = rows;
    return part;
}

/* How the class did that day; false where less than half of it has a score: a few who try again are not the class. */
static bool day_result(const struct kin_reporting *reporting, const char *day, const char *standard, bool *met)
{
    struct kin_reporting part = rows_on(reporting, day, standard);
    struct kin_record record = kin_reporting_record(&part);
    struct kin_class_result result = {0};
    if (record.objective_count) {
        result = kin_record_class(reporting->arena, &record, 0);
    }
    *met = result.class_met;
    return result.scored > 0 && 2 * result.scored >= reporting->student_count;
}

/* ---- Where each objective stands --------------------------------------------------------------------------------- */

static struct kin_review_objective objective_of(const struct kin_reporting *reporting, const struct kin_gaps *gaps,
                                                const char *standard, const char *const *days, size_t day_count,
                                                const char **first)
{
    struct kin_review_day *log = KIN_NEW_N(reporting->arena, struct kin_review_day, day_count);
    size_t count = 0;
    for (size_t d = 0; d < day_count; d++) {
        bool met;
        if (day_result(reporting, days[d], standard, &met)) {
            *first = count ? *first : days[d];
            log[count++] = (struct kin_review_day){kin_date_read(days[d]), met};
        }
    }
    return (struct kin_review_objective){standard, kin_review_after(gaps, log, count), false, 0};
}

static bool is_named(const struct kin_review_wish *wish, const char *standard)
{
    for (size_t i = 0; i < wish->current_count; i++) {
        if (strcmp(wish->current[i], standard) == 0) {
            return true;
        }
    }
    return false;
}

static void mark_current(struct kin_review *review, const struct kin_review_wish *wish, const char *const *firsts)
{
    const char *newest = "";
    for (size_t i = 0; i < review->count; i++) {
        newest = strcmp(firsts[i], newest) > 0 ? firsts[i] : newest;
    }
    for (size_t i = 0; i < review->count; i++) {
        bool current =
            wish->current_count ? is_named(wish, review->objectives[i].standard) : strcmp(firsts[i], newest) == 0;
        review->objectives[i].current = current;
    }
}

static int by_due(const void *a, const void *b)
{
    const struct kin_review_objective *x = a, *y = b;
    return x->state.due != y->state.due ? (x->state.due < y->state.due ? -1 : 1) : strcmp(x->standard, y->standard);
}

struct kin_review kin_review_of(const struct kin_reporting *reporting, const struct kin_review_wish *wish)
{
    kin_arena *arena = reporting->arena;
    struct kin_reporting known = rows_until(reporting, wish->today);
    struct kin_record record = kin_reporting_record(&known);
    struct kin_review review = {.today = kin_date_read(wish->today), .gaps = wish->gaps};
    const char **days, **firsts = KIN_NEW_N(arena, const char *, record.objective_count);
    size_t day_count = kin_reporting_days(&known, &days);
    review.objectives = KIN_NEW_N(arena, struct kin_review_objective, record.objective_count);
    for (size_t o = 0; o < record.objective_count; o++) {
        firsts[review.count] = "";
        struct kin_review_objective one =
            objective_of(&known, &wish->gaps, record.objectives[o], days, day_count, &firsts[review.count]);
        if (one.state.due) {
            review.objectives[review.count++] = one;
        }
    }
    mark_current(&review, wish, firsts);
    if (review.count) {
        qsort(review.objectives, review.count, sizeof *review.objectives, by_due);
    }
    return review;
}

size_t *kin_review_order(kin_arena *arena, struct kin_review *review, const bool *usable, size_t items,
                         int older_percent)
{
    struct kin_review_choice *choices = KIN_NEW_N(arena, struct kin_review_choice, review->count);
    size_t *from = KIN_NEW_N(arena, size_t, review->count), count = 0;
    for (size_t i = 0; i < review->count; i++) {
        if (!usable || usable[i]) {
            choices[count] = (struct kin_review_choice){review->objectives[i].current, review->objectives[i].state.due};
            from[count++] = i;
        }
    }
    size_t *order = kin_review_mix(arena, choices, count, items, older_percent);
    for (size_t i = 0; order && i < items; i++) {
        order[i] = from[order[i]];
        review->objectives[order[i]].questions++;
    }
    return order;
}

/* ---- The schedule on paper --------------------------------------------------------------------------------------- */

enum { CODE, SENTENCE, LAST, GAP, DUE, STATE, QUESTIONS, COLUMNS };

static const char *date_text(kin_arena *arena, int64_t day)
{
    return kin_date_text(arena, kin_rat_int(day));
}

static void add_row(const struct kin_reporting *reporting, const struct kin_review *review,
                    struct kin_report_section *section, const struct kin_review_objective *objective)
{
    kin_arena *arena = reporting->arena;
    const struct kin_furniture *words = reporting->words;
    struct kin_report_cell *cells = kin_section_row(arena, section);
    bool due = objective->state.due <= review->today;
    const char *state = objective->current ? words->review_current : due ? words->review_overdue : words->review_waits;
    cells[CODE] = kin_cell_text(arena, objective->standard);
    cells[CODE].look = due ? KIN_CELL_STRONG : KIN_CELL_PLAIN;
    cells[SENTENCE] = kin_cell_text(arena, kin_reporting_sentence(reporting, objective->standard));
    cells[LAST] = kin_cell_text(arena, date_text(arena, objective->state.last));
    cells[GAP] = kin_cell_count(arena, (size_t)review->gaps.days[objective->state.box]);
    cells[DUE] = kin_cell_text(arena, date_text(arena, objective->state.due));
    cells[STATE] = kin_cell_text(arena, state);
    cells[QUESTIONS] = kin_cell_count(arena, objective->questions);
}

static void add_columns(const struct kin_reporting *reporting, struct kin_report_section *section)
{
    const struct kin_furniture *words = reporting->words;
    const struct kin_report_column columns[COLUMNS] = {
        [CODE] = {KIN_COLUMN_TEXT, .name = "objective", .title = words->objective},
        [SENTENCE] = {KIN_COLUMN_TEXT, .name = "sentence", .title = ""},
        [LAST] = {KIN_COLUMN_TEXT, .name = "last_asked", .title = words->review_last},
        [GAP] = {KIN_COLUMN_NUMBER, .name = "gap_days", .title = words->review_wait},
        [DUE] = {KIN_COLUMN_TEXT, .name = "due", .title = words->review_due},
        [STATE] = {KIN_COLUMN_TEXT, .name = "state", .title = words->review_state},
        [QUESTIONS] = {KIN_COLUMN_NUMBER, .name = "questions", .title = words->review_asked},
    };
    kin_section_columns(reporting->arena, section, columns, COLUMNS);
}

struct kin_report kin_report_review(const struct kin_reporting *reporting, const struct kin_review *review)
{
    kin_arena *arena = reporting->arena;
    const struct kin_record record = kin_reporting_record(reporting);
    struct kin_report report = kin_reporting_begin(reporting, &record, "review", reporting->words->review_title);
    struct kin_report_section *section = kin_report_section(arena, &report);
    size_t due = 0;
    section->name = "schedule";
    section->empty = reporting->words->report_nothing;
    section->note = review->count ? reporting->words->review_note : NULL;
    add_columns(reporting, section);
    for (size_t i = 0; i < review->count; i++) {
        due += review->objectives[i].state.due <= review->today;
        add_row(reporting, review, section, &review->objectives[i]);
    }
    if (review->count) {
        const char *today = date_text(arena, review->today);
        kin_report_find(arena, &report, kin_format(arena, reporting->words->review_found, due, review->count, today));
    }
    return report;
}
