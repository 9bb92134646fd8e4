#include "ledger/score_file.h"

#include "base/csv_write.h"
#include "ledger/columns.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct reader {
    kin_arena *arena;
    const struct kin_csv *csv;
    struct kin_score_place **places; /* by column; NULL: it is no answer */
    struct kin_score_file *file;
};

/* ---- Headers -------------------------------------------------------------------------------------------------------
 */

enum { MOST_NUMBER = 9999 };

/* A number at *at, which moves behind it; 0: none. */
static size_t read_number(const char **at)
{
    size_t number = 0;
    while (isdigit((unsigned char)**at) && number <= MOST_NUMBER) {
        number = number * 10 + (size_t)(**at - '0');
        ++*at;
    }
    return number <= MOST_NUMBER && !isdigit((unsigned char)**at) ? number : 0;
}

/* "(2 pts)", "(0.25 pts)", "(1 point)" at the end. */
static bool ends_in_points(const char *text)
{
    const char *bracket = strrchr(text, '(');
    const char *after = bracket ? bracket + 1 + strspn(bracket + 1, "0123456789./") : NULL;
    return after && after > bracket + 1 && (strncmp(after, " pt", 3) == 0 || strncmp(after, " point", 6) == 0) &&
           strchr(after, ')');
}

static bool begins(const char **at, const char *word)
{
    size_t length = strlen(word);
    bool does = strncasecmp(*at, word, length) == 0;
    *at += does ? length : 0;
    return does;
}

/* "3", "2a", "Q3", "Stu3", "Item 3", "2b (2 pts)": false when it is none. */
static bool read_item(const char *header, struct kin_score_place *place)
{
    const char *at = header;
    bool counted = begins(&at, "Stu") || begins(&at, "Question ") || begins(&at, "Q");
    bool named = counted || begins(&at, "Item ");
    place->item = read_number(&at);
    if (!place->item) {
        return false;
    }
    if (islower((unsigned char)*at) && !isalpha((unsigned char)at[1])) {
        place->part = *at++;
    }
    at += strspn(at, " ");
    place->is_points = ends_in_points(header) && *at == '(';
    if (counted && named && !place->part) {
        place->ordinal = place->item;
        place->item = 0;
    }
    return !*at || place->is_points;
}

/* Gradescope: "2: Slope (3.0 pts)", "2.1: Slope (1.5 pts)". */
static bool read_rubric(const char *header, struct kin_score_place *place)
{
    const char *at = header;
    place->item = read_number(&at);
    if (place->item && *at == '.') {
        at++;
        size_t part = read_number(&at);
        place->part = part >= 1 && part <= 26 ? (char)('a' + part - 1) : '\0';
    }
    place->is_points = true;
    return place->item && *at == ':' && ends_in_points(header);
}

/* Canvas: "1234567: What is ...", and the column behind it is headed by the points that can be had: "1.0". */
static bool is_analysed(const struct kin_csv *csv, size_t column)
{
    const char *header = csv->columns[column], *next = column + 1 < csv->column_count ? csv->columns[column + 1] : "";
    size_t digits = strspn(header, "0123456789");
    return digits >= 4 && header[digits] == ':' && *next && strspn(next, "0123456789.") == strlen(next);
}

static bool is_of_somebody(const char *header)
{
    for (int i = 0; i < KIN_COLUMN_COUNT; i++) {
        if (kin_column_is(header, (enum kin_column)i)) {
            return true;
        }
    }
    return false;
}

static void keep(struct reader *reader, size_t column, struct kin_score_place place)
{
    reader->places[column] = KIN_NEW(reader->arena, struct kin_score_place);
    *reader->places[column] = place;
}

static size_t find_places(struct reader *reader)
{
    size_t found = 0, analysed = 0;
    for (size_t i = 0; i < reader->csv->column_count; i++) {
        const char *header = kin_csv_unguarded(reader->csv->columns[i]);
        struct kin_score_place place = {.name = header}, rubric = place;
        if (is_analysed(reader->csv, i)) {
            keep(reader, ++i, (struct kin_score_place){.name = header, .ordinal = ++analysed, .is_points = true});
        } else if (is_of_somebody(header)) {
            continue;
        } else if (read_item(header, &place)) {
            keep(reader, i, place);
        } else if (read_rubric(header, &rubric)) {
            keep(reader, i, rubric);
        } else {
            kin_column_leave(reader->arena, &reader->file->unread, header);
            continue;
        }
        found++;
    }
    return found;
}

/* ---- Rows ----------------------------------------------------------------------------------------------------------
 */

static const char *trimmed(kin_arena *arena, const char *cell)
{
    cell = kin_csv_unguarded(cell);
    cell += strspn(cell, " \t\r\n");
    size_t length = strlen(cell);
    while (length > 0 && strchr(" \t\r\n", cell[length - 1])) {
        length--;
    }
    return kin_copy_n(arena, cell, length);
}

static const char *cell_of(struct reader *reader, const struct kin_csv_row *row, enum kin_column column)
{
    return trimmed(reader->arena, kin_column_cell(reader->arena, reader->csv, row, column));
}

static struct kin_score_row row_of(struct reader *reader, const struct kin_csv_row *row)
{
    return (struct kin_score_row){
        .student = cell_of(reader, row, KIN_COLUMN_STUDENT),
        .code = cell_of(reader, row, KIN_COLUMN_CODE),
        .form = cell_of(reader, row, KIN_COLUMN_FORM),
        .date = cell_of(reader, row, KIN_COLUMN_DATE),
        .total = cell_of(reader, row, KIN_COLUMN_TOTAL),
        .right = cell_of(reader, row, KIN_COLUMN_RIGHT),
        .stray = kin_csv_stray(reader->csv, row),
        .whole = "",
        .span = row->span,
    };
}

/* Canvas writes the points that can be had, and a student that nobody is, below the header. */
static bool is_no_student(struct reader *reader, const struct kin_csv_row *row)
{
    const char *name = cell_of(reader, row, KIN_COLUMN_NAME);
    return strcmp(name, "Points Possible") == 0 || strcmp(name, "Student, Test") == 0;
}

static void add_answer(struct reader *reader, struct kin_score_row *row, const struct kin_score_place *place,
                       const char *text)
{
    KIN_PUSH(reader->arena, row->answers, row->answer_count, row->answer_room) = (struct kin_score_answer){place, text};
}

static void add_row(struct reader *reader, const struct kin_csv_row *row)
{
    struct kin_score_row result = row_of(reader, row);
    bool any = false;
    for (size_t i = 0; i < reader->csv->column_count; i++) {
        if (reader->places[i]) {
            const char *text = trimmed(reader->arena, row->cells[i]);
            add_answer(reader, &result, reader->places[i], text);
            any = any || *text;
        }
    }
    if (any && !is_no_student(reader, row)) {
        KIN_PUSH(reader->arena, reader->file->rows, reader->file->row_count, reader->file->row_room) = result;
    }
}

/* ---- Rows of one answer each ----------------------------------------------------------------------------------------
 */

/* The row of the same student and form a little before, so that parts that follow one another are marked together. */
static struct kin_score_row *row_like(struct reader *reader, const struct kin_score_row *row)
{
    enum { NEAR = 60 };
    struct kin_score_file *file = reader->file;
    size_t first = file->row_count > NEAR ? file->row_count - NEAR : 0;
    for (size_t i = file->row_count; i-- > first;) {
        struct kin_score_row *other = &file->rows[i];
        if (strcmp(other->student, row->student) == 0 && strcmp(other->form, row->form) == 0 &&
            strcmp(other->code, row->code) == 0) {
            return other;
        }
    }
    KIN_PUSH(reader->arena, file->rows, file->row_count, file->row_room) = *row;
    return &file->rows[file->row_count - 1];
}

static void add_long_row(struct reader *reader, const struct kin_csv_row *row)
{
    const char *question = cell_of(reader, row, KIN_COLUMN_QUESTION);
    const char *response = cell_of(reader, row, KIN_COLUMN_RESPONSE), *points = cell_of(reader, row, KIN_COLUMN_POINTS);
    struct kin_score_row result = row_of(reader, row);
    struct kin_score_place *place = KIN_NEW(reader->arena, struct kin_score_place);
    bool known = read_item(question, place);
    bool by_points = !*response && *points;
    *place = known ? *place : (struct kin_score_place){0};
    place->name = question;
    place->is_points = by_points;
    if (*question) {
        add_answer(reader, row_like(reader, &result), place, by_points ? points : response);
    }
}

/* ---- One student twice ---------------------------------------------------------------------------------------------
 */

static int by_student(const void *a, const void *b)
{
    const struct kin_score_row *x = *(struct kin_score_row *const *)a, *y = *(struct kin_score_row *const *)b;
    int order = strcmp(x->student, y->student);
    return order ? order : (x > y) - (x < y);
}

static bool answers_differ(const struct kin_score_row *a, const struct kin_score_row *b)
{
    bool same_columns = a->answer_count == b->answer_count;
    for (size_t i = 0; same_columns && i < a->answer_count; i++) {
        const struct kin_score_answer *x = &a->answers[i], *y = &b->answers[i];
        if (*x->text && *y->text && strcmp(x->place->name, y->place->name) == 0 && strcmp(x->text, y->text) != 0) {
            return true;
        }
    }
    return false;
}

/* Two rows for one paper: nobody knows which of them is somebody else's. */
static void find_rivals(struct reader *reader)
{
    const struct kin_score_file *file = reader->file;
    struct kin_score_row **rows = KIN_NEW_N(reader->arena, struct kin_score_row *, file->row_count + 1);
    for (size_t i = 0; i < file->row_count; i++) {
        rows[i] = &file->rows[i];
    }
    qsort(rows, file->row_count, sizeof *rows, by_student);
    for (size_t i = 1; i < file->row_count; i++) {
        struct kin_score_row *first = rows[i - 1], *second = rows[i];
        bool same = *first->student && strcmp(first->student, second->student) == 0 &&
                    strcasecmp(first->code, second->code) == 0 && strcasecmp(first->form, second->form) == 0;
        if (same && answers_differ(first, second)) {
            first->rival = second;
            second->rival = first;
        }
    }
}

/* ---- Gradebooks of Canvas: a column an assignment, with the points of the whole
 * ---------------------------------------
 */

/* "Exit ticket 1 (48213)"; columns without a number are sums of its own. */
static bool is_assignment(const char *header)
{
    const char *bracket = strrchr(header, '(');
    size_t digits = bracket ? strspn(bracket + 1, "0123456789") : 0;
    return bracket && bracket > header && digits > 0 && strcmp(bracket + 1 + digits, ")") == 0;
}

/* With its number or without. */
static bool is_named(const char *header, const char *name)
{
    size_t length = strlen(name), title = (size_t)(strrchr(header, '(') - header);
    while (title && header[title - 1] == ' ') {
        title--;
    }
    return strcmp(header, name) == 0 || (length == title && strncmp(header, name, length) == 0);
}

/* How many columns it may be; *column is one of them, *names lists all assignments. */
static size_t find_assignment(struct reader *reader, const char *name, size_t *column, struct kin_buf *names)
{
    size_t found = 0;
    for (size_t i = 0; i < reader->csv->column_count; i++) {
        const char *header = trimmed(reader->arena, reader->csv->columns[i]);
        if (!is_assignment(header)) {
            continue;
        }
        kin_buf_addf(names, "%s%s", names->length ? ", " : "", header);
        if (!name || is_named(header, name)) {
            *column = i;
            found++;
        }
    }
    return found;
}

/* What is excused or was never handed in is no score. */
static void add_whole(struct reader *reader, const struct kin_csv_row *row, size_t column)
{
    struct kin_score_row result = row_of(reader, row);
    result.whole = trimmed(reader->arena, row->cells[column]);
    bool empty = !*result.whole || strcmp(result.whole, "EX") == 0 || strcmp(result.whole, "N/A") == 0;
    const char *name = cell_of(reader, row, KIN_COLUMN_NAME);
    if (strcmp(name, "Points Possible") == 0) {
        reader->file->possible = result.whole;
    } else if (!empty && (*name || *result.student) && !is_no_student(reader, row)) {
        KIN_PUSH(reader->arena, reader->file->rows, reader->file->row_count, reader->file->row_room) = result;
    }
}

static bool read_gradebook(struct reader *reader, struct kin_diags *diags, const struct kin_source *source,
                           const char *assignment)
{
    struct kin_buf names = kin_buf_in(reader->arena);
    size_t column = 0, found = find_assignment(reader, assignment, &column, &names);
    struct kin_span span = {source, 0, 0};
    if (found != 1) {
        kin_report(diags, assignment ? KIN_E7117 : KIN_E7116, span, assignment ? assignment : names.data, NULL);
        kin_report_mend(diags, "name one of these with --assignment: %s", names.data);
        return false;
    }
    reader->file->assignment = trimmed(reader->arena, reader->csv->columns[column]);
    reader->file->possible = "";
    reader->file->unread.count = 0; /* assignments of other days */
    for (size_t i = 0; i < reader->csv->row_count; i++) {
        add_whole(reader, &reader->csv->rows[i], column);
    }
    return true;
}

static bool is_gradebook(const struct reader *reader)
{
    bool assigned = false;
    for (size_t i = 0; i < reader->csv->column_count; i++) {
        assigned = assigned || is_assignment(trimmed(reader->arena, reader->csv->columns[i]));
    }
    return assigned && kin_column_is_there(reader->csv, KIN_COLUMN_STUDENT);
}

/* ---- The table ------------------------------------------------------------------------------------------------------
 */

static int by_heading(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The heading that two columns of items have; NULL: all differ. */
static const char *heading_twice(struct reader *reader)
{
    const char **headings = KIN_NEW_N(reader->arena, const char *, reader->csv->column_count);
    size_t count = 0;
    for (size_t i = 0; i < reader->csv->column_count; i++) {
        if (reader->places[i]) {
            headings[count++] = trimmed(reader->arena, reader->places[i]->name);
        }
    }
    if (count) {
        qsort(headings, count, sizeof *headings, by_heading);
    }
    for (size_t i = 1; i < count; i++) {
        if (strcmp(headings[i - 1], headings[i]) == 0) {
            return headings[i];
        }
    }
    return NULL;
}

static const char *fault_of(struct reader *reader, size_t found)
{
    const char *twice = heading_twice(reader);
    if (!kin_column_is_there(reader->csv, KIN_COLUMN_STUDENT)) {
        return "no column names the student";
    }
    return !found  ? "no column names an item"
           : twice ? kin_format(reader->arena, "two columns are headed '%s'", twice)
                   : NULL;
}

struct kin_score_file *kin_score_file_read(kin_arena *arena, struct kin_diags *diags, const struct kin_source *source,
                                           const char *assignment)
{
    struct kin_csv *csv = kin_csv_parse(arena, diags, source);
    if (!csv) {
        return NULL;
    }
    struct reader reader = {arena, csv, KIN_NEW_N(arena, struct kin_score_place *, csv->column_count),
                            KIN_NEW(arena, struct kin_score_file)};
    bool rows = kin_column_is_there(csv, KIN_COLUMN_QUESTION);
    size_t found = rows ? 1 : find_places(&reader);
    if (!found && is_gradebook(&reader)) {
        return read_gradebook(&reader, diags, source, assignment) ? reader.file : NULL;
    }
    const char *fault = fault_of(&reader, found);
    if (fault) {
        kin_report(diags, KIN_E7101, (struct kin_span){source, 0, 0}, fault, NULL);
        return NULL;
    }
    for (size_t i = 0; i < csv->row_count; i++) {
        if (rows) {
            add_long_row(&reader, &csv->rows[i]);
        } else {
            add_row(&reader, &csv->rows[i]);
        }
    }
    find_rivals(&reader);
    return reader.file;
}
