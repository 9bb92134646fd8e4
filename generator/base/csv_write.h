/* Writing CSV files (RFC 4180, UTF-8) that spreadsheets open as what they are: no cell becomes a formula. */
#ifndef KIN_BASE_CSV_WRITE_H
#define KIN_BASE_CSV_WRITE_H

#include "base/buf.h"

#include <stdbool.h>

/* The first bytes of a file: a byte order mark, without which spreadsheets show "José" as "JosÃ©". */
void kin_csv_begin(struct kin_buf *buf);

/* One row with its line end. A cell that a spreadsheet would take for a formula gets an apostrophe before it; decimal
 * numbers, negative ones too, stay as they are. Cells are quoted where they have to be. NULL is an empty cell. */
void kin_csv_row(struct kin_buf *buf, const char *const *cells, size_t count);

/* Would a spreadsheet take this text for a formula? It begins with = + - or @ (also their full-width forms, also after
 * blanks) or with a tab or line end, and is no decimal number. */
bool kin_csv_is_formula(const char *text);

/* What a cell said before it was guarded: what is read from a file that was written here is what was written. Borrows
 * from `cell`. */
const char *kin_csv_unguarded(const char *cell);

#endif
