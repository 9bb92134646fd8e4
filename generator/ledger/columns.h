/* What columns of rosters and score files mean, by the names that other programs give them. */
#ifndef KIN_LEDGER_COLUMNS_H
#define KIN_LEDGER_COLUMNS_H

#include "base/csv.h"

enum kin_column {
#define KIN_COLUMN(id, names) KIN_COLUMN_##id,
#include "ledger/columns.def"
#undef KIN_COLUMN
    KIN_COLUMN_COUNT
};

/* Is a column of this name one of them? Case, spaces, hyphens, underscores and stops make no difference. */
bool kin_column_is(const char *name, enum kin_column column);

/* The first cell of the row that is not empty and has this meaning, in the order of columns.def; "" when there is none.
 * Blanks around it are gone. Lives in `arena`. */
const char *kin_column_cell(kin_arena *arena, const struct kin_csv *csv, const struct kin_csv_row *row,
                            enum kin_column column);

/* Does the table have such a column at all? */
bool kin_column_is_there(const struct kin_csv *csv, enum kin_column column);

/* Keep the heading of a column that means nothing to us, so that it can be said; blank ones are not kept. */
void kin_column_leave(kin_arena *arena, struct kin_headings *unread, const char *heading);

#endif
