/* Rosters that are tables with a header: our own, Canvas gradebooks and what looks like them. */
#include "ledger/columns.h"
#include "ledger/roster_parts.h"

#include <string.h>

/* Canvas: points below the header, and a student that its own program made up. */
static bool is_nobody(const char *name)
{
    return strcmp(name, "Points Possible") == 0 || strcmp(name, "Student, Test") == 0;
}

static struct kin_roster_row row_of(kin_arena *arena, const struct kin_csv *csv, const struct kin_csv_row *row)
{
    return (struct kin_roster_row){
        .student = kin_column_cell(arena, csv, row, KIN_COLUMN_STUDENT),
        .family = kin_column_cell(arena, csv, row, KIN_COLUMN_FAMILY),
        .given = kin_column_cell(arena, csv, row, KIN_COLUMN_GIVEN),
        .interest = kin_column_cell(arena, csv, row, KIN_COLUMN_INTEREST),
        .style = kin_column_cell(arena, csv, row, KIN_COLUMN_STYLE),
        .language = kin_column_cell(arena, csv, row, KIN_COLUMN_LANGUAGE),
        .class_id = kin_column_cell(arena, csv, row, KIN_COLUMN_CLASS),
        .class_title = kin_column_cell(arena, csv, row, KIN_COLUMN_TITLE),
        .span = row->span,
    };
}

/* A column of whole names serves where there are none in two columns; without numbers it may hold these. */
static void take_name(kin_arena *arena, const char *name, struct kin_roster_row *row)
{
    struct kin_roster_row named = {0};
    kin_roster_name(arena, name, &named);
    if (named.student && *row->student) {
        row->given = *row->given ? row->given : name;
        return;
    }
    row->student = named.student ? named.student : row->student;
    row->family = named.family ? named.family : row->family;
    row->given = named.given ? named.given : row->given;
}

static bool is_empty(const struct kin_csv *csv, const struct kin_csv_row *row)
{
    for (size_t i = 0; i < csv->column_count; i++) {
        if (row->cells[i][strspn(row->cells[i], " \t")]) {
            return false;
        }
    }
    return true;
}

static void leave_unread(struct kin_roster_reader *reader, const struct kin_csv *csv)
{
    static const enum kin_column read[] = {KIN_COLUMN_STUDENT, KIN_COLUMN_FAMILY,   KIN_COLUMN_GIVEN,
                                           KIN_COLUMN_NAME,    KIN_COLUMN_CLASS,    KIN_COLUMN_TITLE,
                                           KIN_COLUMN_STYLE,   KIN_COLUMN_INTEREST, KIN_COLUMN_LANGUAGE};
    for (size_t i = 0; i < csv->column_count; i++) {
        bool known = false;
        for (size_t c = 0; c < sizeof read / sizeof *read; c++) {
            known = known || kin_column_is(csv->columns[i], read[c]);
        }
        if (!known) {
            kin_column_leave(reader->arena, &reader->roster->unread, csv->columns[i]);
        }
    }
}

void kin_roster_read_table(struct kin_roster_reader *reader, const struct kin_csv *csv)
{
    leave_unread(reader, csv);
    for (size_t i = 0; i < csv->row_count; i++) {
        struct kin_roster_row row = row_of(reader->arena, csv, &csv->rows[i]);
        const char *name = kin_column_cell(reader->arena, csv, &csv->rows[i], KIN_COLUMN_NAME);
        if (is_nobody(name) || is_empty(csv, &csv->rows[i])) {
            continue;
        }
        if (*name && !*row.family && !*row.given) {
            take_name(reader->arena, name, &row);
        }
        const char *stray = kin_csv_stray(csv, &csv->rows[i]);
        if (stray) {
            kin_report(reader->diags, KIN_E7261, row.span, stray, NULL);
        }
        kin_roster_add(reader, row);
    }
}
