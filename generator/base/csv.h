/* Reading CSV files (RFC 4180, by libcsv) with a header row, cells found by column name. The header
 * shows whether commas, semicolons or tabs part the cells. */
#ifndef KIN_BASE_CSV_H
#define KIN_BASE_CSV_H

#include "base/diag.h"

struct kin_csv_row {
    const char **cells;   /* as many as the table has columns; "" where the row is short */
    const char *beyond;   /* the first cell behind them that is not empty; NULL: there is none */
    struct kin_span span; /* of the row's first line */
};

struct kin_csv {
    const char **columns;
    size_t column_count;
    struct kin_csv_row *rows;
    size_t row_count, row_room;
};

/* Headings of columns. */
struct kin_headings {
    const char **items;
    size_t count, room;
};

/* Parse a source. Everything lives in `arena`. Returns NULL after reporting when it is not CSV with a header. */
struct kin_csv *kin_csv_parse(kin_arena *arena, struct kin_diags *diags, const struct kin_source *source);

/* Index of a column by name, without regard to case; -1 when there is none. */
int kin_csv_column(const struct kin_csv *csv, const char *name);

/* The cell of a row in that column; "" for column -1. */
const char *kin_csv_cell(const struct kin_csv_row *row, int column);

/* The first cell of the row that is not empty and stands below no heading, as behind a comma that is no separator;
 * NULL: there is none. */
const char *kin_csv_stray(const struct kin_csv *csv, const struct kin_csv_row *row);

#endif
