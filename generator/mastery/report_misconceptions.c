#include "mastery/reporting.h"

#include <stdlib.h>
#include <string.h>

/* One thinking error in one objective. */
struct error {
    const char *standard, *id; /* id: NULL: nobody has named what went wrong */
    size_t answers;
    const char **students; /* distinct */
    size_t student_count, student_room;
    const char **items; /* distinct: "3a" */
    size_t item_count, item_room;
};

struct errors {
    const struct kin_reporting *reporting;
    struct error *items;
    size_t count, room;
};

/* ---- Counting ---------------------------------------------------------------------------------------------------- */

/* A blank is not wrong, and points alone do not tell why. */
static bool is_wrong(const struct kin_evidence *row)
{
    bool judged = row->state == KIN_SCORE_ANSWERED || row->misconception;
    return judged && row->state != KIN_SCORE_BLANK && kin_rat_compare(row->points, row->most) < 0;
}

static bool same_id(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static struct error *error_of(struct errors *errors, const struct kin_evidence *row)
{
    for (size_t i = 0; i < errors->count; i++) {
        if (strcmp(errors->items[i].standard, row->standard) == 0 && same_id(errors->items[i].id, row->misconception)) {
            return &errors->items[i];
        }
    }
    KIN_PUSH(errors->reporting->arena, errors->items, errors->count, errors->room) =
        (struct error){.standard = row->standard, .id = row->misconception};
    return &errors->items[errors->count - 1];
}

static void add_once(kin_arena *arena, const char ***texts, size_t *count, size_t *room, const char *text)
{
    for (size_t i = 0; i < *count; i++) {
        if (strcmp((*texts)[i], text) == 0) {
            return;
        }
    }
    KIN_PUSH(arena, *texts, *count, *room) = text;
}

static void add_row(struct errors *errors, const struct kin_evidence *row)
{
    kin_arena *arena = errors->reporting->arena;
    struct error *error = error_of(errors, row);
    error->answers++;
    add_once(arena, &error->students, &error->student_count, &error->student_room, row->student);
    add_once(arena, &error->items, &error->item_count, &error->item_room,
             kin_format(arena, "%s%s", row->slot, row->part));
}

/* By objective, the most common first, those without a name last. */
static int by_weight(const void *a, const void *b)
{
    const struct error *x = a, *y = b;
    int order = strcmp(x->standard, y->standard);
    if (order) {
        return order;
    }
    if (!x->id || !y->id) {
        return (x->id ? 0 : 1) - (y->id ? 0 : 1);
    }
    if (x->student_count != y->student_count) {
        return x->student_count < y->student_count ? 1 : -1;
    }
    return strcmp(x->id, y->id);
}

static struct errors errors_of(const struct kin_reporting *reporting)
{
    struct errors errors = {.reporting = reporting};
    for (size_t i = 0; i < reporting->row_count; i++) {
        if (is_wrong(&reporting->rows[i])) {
            add_row(&errors, &reporting->rows[i]);
        }
    }
    if (errors.count) {
        qsort(errors.items, errors.count, sizeof *errors.items, by_weight);
    }
    return errors;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Students who answered something about the objective. */
static size_t asked(const struct kin_reporting *reporting, const char *standard)
{
    size_t count = 0;
    const char *last = "";
    for (size_t i = 0; i < reporting->row_count; i++) {
        const struct kin_evidence *row = &reporting->rows[i];
        if (strcmp(row->standard, standard) == 0 && row->state != KIN_SCORE_BLANK && strcmp(row->student, last) != 0) {
            count++;
            last = row->student;
        }
    }
    return count;
}

/* ---- Texts ------------------------------------------------------------------------------------------------------- */

static const char *sentence_of(const struct errors *errors, const struct error *error)
{
    if (!error->id) {
        return errors->reporting->words->errors_unnamed;
    }
    const struct kin_misconception *known = kin_misconception_find(errors->reporting->library, error->id);
    const char *sentence = known ? kin_misconception_sentence(known, errors->reporting->words->language) : NULL;
    return sentence ? sentence : known ? known->sentence : error->id;
}

static const char *joined(kin_arena *arena, const char *const *texts, size_t count, const char *between)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add(&buf, "");
    for (size_t i = 0; i < count; i++) {
        kin_buf_addf(&buf, "%s%s", i ? between : "", texts[i]);
    }
    return buf.data;
}

/* In roster order. */
static const char *students_text(const struct errors *errors, const struct error *error)
{
    const struct kin_reporting *reporting = errors->reporting;
    const char **names = KIN_NEW_N(reporting->arena, const char *, reporting->student_count);
    size_t count = 0;
    for (size_t s = 0; s < reporting->student_count; s++) {
        for (size_t i = 0; i < error->student_count; i++) {
            if (strcmp(error->students[i], reporting->students[s].id) == 0) {
                names[count++] = kin_reporting_name(reporting, &reporting->students[s]);
            }
        }
    }
    return joined(reporting->arena, names, count, "; ");
}

/* ---- The tables -------------------------------------------------------------------------------------------------- */

enum { STANDARD, MISCONCEPTION, WHAT, ANSWERS, STUDENTS, SHARE, BAR, ITEMS, COLUMNS };

static void add_error(const struct errors *errors, struct kin_report_section *section, const struct error *error)
{
    kin_arena *arena = errors->reporting->arena;
    struct kin_report_cell *cells = kin_section_row(arena, section);
    struct kin_rat students = kin_rat_int((int64_t)error->student_count);
    struct kin_rat all = kin_rat_int((int64_t)asked(errors->reporting, error->standard));
    cells[STANDARD] = kin_cell_text(arena, error->standard);
    cells[MISCONCEPTION] = kin_cell_text(arena, error->id);
    cells[WHAT] = kin_cell_text(arena, sentence_of(errors, error));
    cells[ANSWERS] = kin_cell_count(arena, error->answers);
    cells[STUDENTS] = kin_cell_count(arena, error->student_count);
    cells[SHARE] = kin_cell_percent(arena, kin_percent_of(arena, students, all));
    qsort(error->items, error->item_count, sizeof *error->items, by_text);
    cells[ITEMS] = kin_cell_text(arena, joined(arena, error->items, error->item_count, ", "));
}

static void add_table(const struct errors *errors, struct kin_report *report)
{
    const struct kin_furniture *words = errors->reporting->words;
    const struct kin_report_column columns[COLUMNS] = {
        [STANDARD] = {KIN_COLUMN_TEXT, .name = "objective", .title = words->objective},
        [MISCONCEPTION] = {.name = "misconception"},
        [WHAT] = {KIN_COLUMN_TEXT, .name = "what", .title = words->errors_what},
        [ANSWERS] = {KIN_COLUMN_NUMBER, .name = "answers"},
        [STUDENTS] = {KIN_COLUMN_NUMBER, .name = "students", .title = words->report_students},
        [SHARE] = {KIN_COLUMN_NUMBER, .name = "percent", .title = words->errors_share},
        [BAR] = {KIN_COLUMN_BAR, .title = "", .from = SHARE},
        [ITEMS] = {KIN_COLUMN_TEXT, .name = "items", .title = words->errors_items},
    };
    struct kin_report_section *section = kin_report_section(errors->reporting->arena, report);
    section->name = "misconceptions";
    section->empty = words->errors_none;
    section->note = errors->count ? words->errors_note : NULL;
    kin_section_columns(errors->reporting->arena, section, columns, COLUMNS);
    for (size_t i = 0; i < errors->count; i++) {
        add_error(errors, section, &errors->items[i]);
    }
}

/* Who needs what again: one row for each error that has a name. */
static void add_reteach(const struct errors *errors, struct kin_report *report)
{
    kin_arena *arena = errors->reporting->arena;
    const struct kin_furniture *words = errors->reporting->words;
    const struct kin_report_column columns[] = {
        {.kind = KIN_COLUMN_TEXT, .name = "objective", .title = words->objective},
        {.kind = KIN_COLUMN_TEXT, .name = "what", .title = words->errors_what},
        {.kind = KIN_COLUMN_TEXT, .name = "students", .title = words->report_students},
    };
    struct kin_report_section *section = kin_report_section(arena, report);
    section->name = "reteach";
    section->heading = words->errors_reteach;
    section->empty = words->errors_none;
    kin_section_columns(arena, section, columns, 3);
    for (size_t i = 0; i < errors->count; i++) {
        if (errors->items[i].id) {
            struct kin_report_cell *cells = kin_section_row(arena, section);
            cells[0] = kin_cell_text(arena, errors->items[i].standard);
            cells[1] = kin_cell_text(arena, sentence_of(errors, &errors->items[i]));
            cells[2] = kin_cell_text(arena, students_text(errors, &errors->items[i]));
        }
    }
}

static void find_most(const struct errors *errors, struct kin_report *report)
{
    const struct error *most = NULL;
    for (size_t i = 0; i < errors->count; i++) {
        const struct error *error = &errors->items[i];
        most = error->id && (!most || error->student_count > most->student_count) ? error : most;
    }
    if (most) {
        kin_arena *arena = errors->reporting->arena;
        const char *what = kin_format(arena, "%s: %s", most->standard, sentence_of(errors, most));
        kin_report_find(arena, report,
                        kin_format(arena, errors->reporting->words->errors_most, what, most->student_count));
    }
}

struct kin_report kin_report_misconceptions(const struct kin_reporting *reporting)
{
    const struct kin_record record = kin_reporting_record(reporting);
    struct kin_report report =
        kin_reporting_begin(reporting, &record, "misconceptions", reporting->words->errors_title);
    const struct errors errors = errors_of(reporting);
    find_most(&errors, &report);
    add_table(&errors, &report);
    add_reteach(&errors, &report);
    return report;
}
