/* Pieces of reports: the columns of a section on paper, and what is drawn in them. Lengths in pt. */
#ifndef KIN_PAGE_REPORT_TABLE_H
#define KIN_PAGE_REPORT_TABLE_H

#include "mastery/report.h"
#include "page/sheets.h"

/* A column on paper. */
struct kin_table_column {
    size_t index; /* of the section's column */
    double x, width;
};

struct kin_table {
    const struct kin_layout *layout;
    const struct kin_report_section *section;
    struct kin_table_column *columns;
    size_t count;
    double width;
};

/* Share the width out among the columns that are printed. */
struct kin_table kin_table_of(const struct kin_layout *layout, const struct kin_report_section *section, double width);

/* The heads of all columns, with scales and the name of the line; and one row. Their height is set. */
struct kin_slab kin_table_head(const struct kin_table *table);
struct kin_slab kin_table_row(const struct kin_table *table, const struct kin_report_row *row);

/* ---- Drawn columns (report_chart.c) ------------------------------------------------------------------------------ */

static inline bool kin_column_is_drawn(const struct kin_report_column *column)
{
    return column->kind >= KIN_COLUMN_BAR;
}

/* What this column needs of the height of a row. */
double kin_chart_height(const struct kin_report_column *column, const struct kin_report_row *row);

/* The scale above a column, its lower edge at `bottom`; and its height. */
double kin_chart_scale_height(void);
void kin_chart_scale(const struct kin_table *table, const struct kin_table_column *place, struct kin_ops *ops,
                     double bottom);

/* What a row shows in it: from `top` to `top` + `height`, the marks in the middle. */
void kin_chart_row(const struct kin_table *table, const struct kin_table_column *place,
                   const struct kin_report_row *row, struct kin_ops *ops, double height);

#endif
