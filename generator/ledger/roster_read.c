/* Which kind of roster a path holds, and what all kinds have in common. */
#include "ledger/roster_parts.h"

#include "base/file.h"
#include "ledger/columns.h"
#include "value/language.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { TEXT_MOST = 200 };

static const char *said(const char *text)
{
    return text && *text ? text : NULL;
}

static void report(struct kin_roster_reader *reader, enum kin_diag_id id, const struct kin_roster_row *row,
                   const char *what)
{
    kin_report(reader->diags, id, row->span, what, NULL);
}

static bool texts_are_short(const struct kin_roster_row *row)
{
    const char *const texts[] = {row->student, row->family,   row->given,       row->interest,
                                 row->style,   row->class_id, row->class_title, row->language};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (texts[i] && strlen(texts[i]) > TEXT_MOST) {
            return false;
        }
    }
    return true;
}

static bool is_sound(struct kin_roster_reader *reader, const struct kin_roster_row *row)
{
    if (!row->class_id) {
        report(reader, KIN_E7021, row, NULL);
        kin_report_mend(reader->diags, "say which with --class, for example --class 7B");
    } else if (!row->student && !row->family && !row->given) {
        report(reader, KIN_E7022, row, NULL);
    } else if (!texts_are_short(row)) {
        report(reader, KIN_E7023, row, NULL);
    } else if (row->language && !kin_language_of(row->language)) {
        report(reader, KIN_E3109, row, row->language);
    } else {
        return true;
    }
    return false;
}

void kin_roster_add(struct kin_roster_reader *reader, struct kin_roster_row row)
{
    row.student = said(row.student);
    row.family = said(row.family);
    row.given = said(row.given);
    row.interest = said(row.interest);
    row.style = said(row.style);
    row.language = said(row.language);
    row.class_title = said(row.class_title);
    row.class_id = said(row.class_id) ? row.class_id : reader->class_id;
    if (is_sound(reader, &row)) {
        struct kin_row_list *rows = &reader->roster->rows;
        KIN_PUSH(reader->arena, rows->items, rows->count, rows->room) = row;
    }
}

static bool looks_like_id(const char *text)
{
    return !strchr(text, ' ') && strpbrk(text, "0123456789@");
}

/* Where the family name begins: the last word, which is not always right; a comma leaves no doubt. */
void kin_roster_name(kin_arena *arena, const char *text, struct kin_roster_row *row)
{
    const char *comma = strchr(text, ','), *space = strrchr(text, ' ');
    if (comma) {
        size_t length = (size_t)(comma - text);
        row->family = kin_copy_n(arena, text, length);
        row->given = comma + 1 + strspn(comma + 1, " ");
    } else if (looks_like_id(text)) {
        row->student = text;
    } else {
        row->given = space ? kin_copy_n(arena, text, (size_t)(space - text)) : text;
        row->family = space ? space + 1 : NULL;
    }
}

/* ---- Kinds ---- */

static bool is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static bool is_table(const struct kin_csv *csv)
{
    return kin_column_is_there(csv, KIN_COLUMN_STUDENT) || kin_column_is_there(csv, KIN_COLUMN_NAME) ||
           kin_column_is_there(csv, KIN_COLUMN_FAMILY);
}

static void read_file(struct kin_roster_reader *reader, const char *path)
{
    struct kin_source *source = kin_file_read(reader->arena, reader->diags, path);
    if (!source) {
        return;
    }
    struct kin_diags quiet = kin_diags_in(reader->arena);
    struct kin_csv *csv = kin_csv_parse(reader->arena, &quiet, source);
    if (csv && is_table(csv)) {
        kin_roster_read_table(reader, csv);
    } else if (!csv && memchr(source->bytes, '"', source->length)) {
        kin_csv_parse(reader->arena, reader->diags, source);
    } else {
        kin_roster_read_list(reader, source);
    }
}

/* ---- Nobody twice ---- */

static int compare_texts(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

/* Who has a number is known by it, the others by their names. */
static int by_student(const void *a, const void *b)
{
    const struct kin_roster_row *x = *(const struct kin_roster_row *const *)a;
    const struct kin_roster_row *y = *(const struct kin_roster_row *const *)b;
    int order = strcmp(x->class_id, y->class_id);
    order = order ? order : compare_texts(x->student, y->student);
    if (!order && !x->student) {
        order = compare_texts(x->family, y->family);
        order = order ? order : compare_texts(x->given, y->given);
    }
    return order;
}

static int by_student_and_place(const void *a, const void *b)
{
    const struct kin_roster_row *x = *(const struct kin_roster_row *const *)a;
    const struct kin_roster_row *y = *(const struct kin_roster_row *const *)b;
    int order = by_student(a, b);
    return order ? order : (x > y) - (x < y);
}

static void report_twice(struct kin_roster_reader *reader)
{
    struct kin_row_list *rows = &reader->roster->rows;
    const struct kin_roster_row **sorted = KIN_NEW_N(reader->arena, const struct kin_roster_row *, rows->count);
    for (size_t i = 0; i < rows->count; i++) {
        sorted[i] = &rows->items[i];
    }
    if (rows->count) {
        qsort(sorted, rows->count, sizeof *sorted, by_student_and_place);
    }
    for (size_t i = 1; i < rows->count; i++) {
        const struct kin_roster_row *row = sorted[i];
        if (by_student(&sorted[i - 1], &sorted[i]) == 0) {
            const char *who = row->student
                                  ? row->student
                                  : kin_format(reader->arena, "%s%s%s", row->given ? row->given : "",
                                               row->given && row->family ? " " : "", row->family ? row->family : "");
            kin_report(reader->diags, KIN_E7024, row->span, who, row->class_id, NULL);
        }
    }
}

struct kin_roster *kin_roster_read(kin_arena *arena, struct kin_diags *diags, const char *path, const char *class_id)
{
    struct kin_roster_reader reader = {arena, diags, class_id, KIN_NEW(arena, struct kin_roster)};
    size_t before = diags->errors;
    if (is_folder(path)) {
        kin_roster_read_one(&reader, path);
    } else {
        read_file(&reader, path);
    }
    if (diags->errors == before) {
        report_twice(&reader);
    }
    if (diags->errors == before && reader.roster->rows.count == 0) {
        kin_report(diags, KIN_E7020, (struct kin_span){0}, path, "nobody is in it", NULL);
    }
    return diags->errors == before ? reader.roster : NULL;
}
