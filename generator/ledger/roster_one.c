/* OneRoster 1.1 and 1.2: a folder with users.csv, classes.csv and enrollments.csv, tied together by sourcedId. Columns
 * are found by name: versions differ in order and number, and files bring columns of their own. Roles stand with the
 * users in 1.1 and in roles.csv in 1.2; the enrolment has one in both, which is the one that counts. */
#include "ledger/roster_parts.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct one_table {
    struct kin_csv *csv;
    const struct kin_csv_row **sorted; /* rows that are in force, by sourcedId */
    size_t count;
};

static const char *cell(const struct one_table *table, const struct kin_csv_row *row, const char *column)
{
    return kin_csv_cell(row, kin_csv_column(table->csv, column));
}

static bool is_deleted(const struct one_table *table, const struct kin_csv_row *row)
{
    return strcasecmp(cell(table, row, "status"), "tobedeleted") == 0;
}

/* qsort has no place for the column, so that the key is moved to the front of each row by its own index. */
struct keyed {
    const char *key;
    const struct kin_csv_row *row;
};

static int by_key(const void *a, const void *b)
{
    const struct keyed *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

static struct keyed *keys_of(struct kin_roster_reader *reader, struct one_table *table)
{
    struct keyed *keys = KIN_NEW_N(reader->arena, struct keyed, table->csv->row_count + 1);
    for (size_t i = 0; i < table->csv->row_count; i++) {
        const struct kin_csv_row *row = &table->csv->rows[i];
        if (!is_deleted(table, row)) {
            keys[table->count++] = (struct keyed){cell(table, row, "sourcedId"), row};
        }
    }
    qsort(keys, table->count, sizeof *keys, by_key);
    return keys;
}

static bool has_columns(struct kin_roster_reader *reader, const struct one_table *table, const char *path,
                        const char *const *columns)
{
    for (; *columns; columns++) {
        if (kin_csv_column(table->csv, *columns) < 0) {
            const char *why = kin_format(reader->arena, "the column %s is missing", *columns);
            kin_report(reader->diags, KIN_E7020, (struct kin_span){0}, path, why, NULL);
            return false;
        }
    }
    return true;
}

static bool open_table(struct kin_roster_reader *reader, const char *folder, const char *name,
                       const char *const *columns, struct one_table *table)
{
    const char *path = kin_format(reader->arena, "%s/%s.csv", folder, name);
    struct kin_source *source = kin_file_read(reader->arena, reader->diags, path);
    table->csv = source ? kin_csv_parse(reader->arena, reader->diags, source) : NULL;
    if (!table->csv || !has_columns(reader, table, path, columns)) {
        return false;
    }
    struct keyed *keys = keys_of(reader, table);
    table->sorted = KIN_NEW_N(reader->arena, const struct kin_csv_row *, table->count + 1);
    for (size_t i = 0; i < table->count; i++) {
        table->sorted[i] = keys[i].row;
    }
    return true;
}

static const struct kin_csv_row *row_with(const struct one_table *table, const char *id)
{
    size_t low = 0, high = table->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(cell(table, table->sorted[middle], "sourcedId"), id);
        if (order == 0) {
            return table->sorted[middle];
        }
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return NULL;
}

struct one {
    struct one_table users, classes, enrolments;
};

/* What a student wants to be called, where the file says so (1.2). */
static const char *preferred(const struct one_table *users, const struct kin_csv_row *user, const char *column,
                             const char *usual)
{
    const char *name = cell(users, user, column);
    return *name ? name : cell(users, user, usual);
}

/* An enrolment whose student or class is deleted or in another file is passed over: exports of a part of a school are
 * full of them. */
static void add_enrolment(struct kin_roster_reader *reader, const struct one *one, const struct kin_csv_row *row)
{
    const struct kin_csv_row *user = row_with(&one->users, cell(&one->enrolments, row, "userSourcedId"));
    const struct kin_csv_row *class = row_with(&one->classes, cell(&one->enrolments, row, "classSourcedId"));
    const char *role = cell(&one->enrolments, row, "role");
    if (!user || !class || strcasecmp(role, "student") != 0) {
        return;
    }
    kin_roster_add(reader, (struct kin_roster_row){
                               .student = cell(&one->users, user, "sourcedId"),
                               .family = preferred(&one->users, user, "preferredFamilyName", "familyName"),
                               .given = preferred(&one->users, user, "preferredFirstName", "givenName"),
                               .class_id = cell(&one->classes, class, "sourcedId"),
                               .class_title = cell(&one->classes, class, "title"),
                               .span = row->span,
                           });
}

/* The order of enrolments means nothing. */
static int by_class_and_name(const void *a, const void *b)
{
    const struct kin_roster_row *x = a, *y = b;
    const char *const pairs[][2] = {{x->class_id, y->class_id},
                                    {x->family ? x->family : "", y->family ? y->family : ""},
                                    {x->given ? x->given : "", y->given ? y->given : ""},
                                    {x->student, y->student}};
    int order = 0;
    for (size_t i = 0; !order && i < sizeof pairs / sizeof *pairs; i++) {
        order = strcmp(pairs[i][0], pairs[i][1]);
    }
    return order ? order : (x->span.begin > y->span.begin) - (x->span.begin < y->span.begin);
}

void kin_roster_read_one(struct kin_roster_reader *reader, const char *folder)
{
    static const char *const users[] = {"sourcedId", "givenName", "familyName", NULL};
    static const char *const classes[] = {"sourcedId", "title", NULL};
    static const char *const enrolments[] = {"classSourcedId", "userSourcedId", "role", NULL};
    struct one one = {0};
    if (!open_table(reader, folder, "users", users, &one.users) ||
        !open_table(reader, folder, "classes", classes, &one.classes) ||
        !open_table(reader, folder, "enrollments", enrolments, &one.enrolments)) {
        return;
    }
    for (size_t i = 0; i < one.enrolments.csv->row_count; i++) {
        const struct kin_csv_row *row = &one.enrolments.csv->rows[i];
        if (!is_deleted(&one.enrolments, row)) {
            add_enrolment(reader, &one, row);
        }
    }
    struct kin_row_list *rows = &reader->roster->rows;
    if (rows->count) {
        qsort(rows->items, rows->count, sizeof *rows->items, by_class_and_name);
    }
}
