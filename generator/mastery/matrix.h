/* What the banks have for which standard, level and practice, and what they lack: the matrix of an audit. */
#ifndef KIN_MASTERY_MATRIX_H
#define KIN_MASTERY_MATRIX_H

#include "bank/bank.h"
#include "mastery/report.h"

enum { KIN_LEVELS = 3, KIN_MOST_PRACTICES = 16 };

/* What is there for one standard at one level. A template is counted for the standards of its parts, too, and for those
 * above them: what `make --standard` would find. */
struct kin_matrix_cell {
    size_t templates;
    size_t *practices; /* templates by practice, as many as the matrix has practices */
    const char **ids;  /* of the templates, sorted */
    size_t id_count, id_room;
};

struct kin_matrix_row {
    const struct kin_standard *standard;
    bool cluster; /* it is above others of the matrix, with nothing above itself */
    struct kin_matrix_cell levels[KIN_LEVELS];
};

struct kin_matrix {
    const char **practices; /* MP1 to MP8, then others that the banks name, up to 16 */
    size_t practice_count, practice_room;
    struct kin_matrix_row *rows; /* standards in the order of their framework */
    size_t row_count, row_room;
    size_t template_count;
};

/* The standards that have a description, in the frameworks of the loaded banks; of `within` (a code or the beginning of
 * one, "7.EE") where that is not NULL. */
struct kin_matrix kin_matrix_of(kin_arena *arena, const struct kin_library *library, const char *within);

/* A cell as the last audit counted it. */
struct kin_audit_cell {
    const char *standard, *ids;
    int level;
    size_t templates;
};

struct kin_audit {
    struct kin_audit_cell *cells;
    size_t count, room;
};

/* Read the CSV file of an earlier audit. False after reporting E7200 (a column is missing) or E7201 (a count is none).
 */
bool kin_audit_read(kin_arena *arena, struct kin_diags *diags, const struct kin_source *source,
                    struct kin_audit *audit);

/* The report: a table by standard with gaps marked, and what has changed since `audit` (NULL: nothing is said).
 * Sections with a CSV file are "cells", by standard and level, which the next audit reads, and "changes". */
struct kin_report kin_matrix_report(kin_arena *arena, const struct kin_matrix *matrix, const struct kin_audit *audit,
                                    const char *language);

/* The templates of a cell by name, with blanks between; "" when there are none. */
const char *kin_matrix_ids(kin_arena *arena, const struct kin_matrix_cell *cell);

/* The same by the codes of a crosswalk, behind the other tables; `matrix` is that of all standards. Where `within` is not
 * NULL, only the codes that lead to a standard of it are shown. CSV "crosswalk", by code and level. */
void kin_matrix_add_crosswalk(kin_arena *arena, const struct kin_matrix *matrix, const struct kin_crosswalk *crosswalk,
                              const char *within, struct kin_report *report);

#endif
