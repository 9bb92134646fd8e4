/* A report: computed once, and from the same cells printed (output/page/report.h) and written as CSV. Whatever is
 * drawn, a bar or a mark on a scale, is the value of a cell of its row. All texts are borrowed and live as long as the
 * report. */
#ifndef KIN_MASTERY_REPORT_H
#define KIN_MASTERY_REPORT_H

#include "base/csv_write.h"
#include "content/item.h"

enum kin_column_kind {
    KIN_COLUMN_TEXT,   /* flush left; may take several lines */
    KIN_COLUMN_NUMBER, /* flush right */
    KIN_COLUMN_BAR,    /* drawn: the value of column `from`, as a bar from 0 */
    KIN_COLUMN_STEMS,  /* drawn: `count` columns from `from` on, each as a stem from 0 that ends in the column's mark */
    KIN_COLUMN_MOVE    /* drawn: `count` columns from `from` on, as a way from the first value to the last */
};

struct kin_report_column {
    enum kin_column_kind kind;
    const char *name;  /* in the first line of the CSV file; NULL: only on paper */
    const char *title; /* above it on paper; NULL: only in the CSV file */
    const char *mark;  /* of a number that stems show: "A" */
    size_t from, count;
};

enum kin_cell_look { KIN_CELL_PLAIN, KIN_CELL_STRONG, KIN_CELL_GAP }; /* a gap: what should be there is missing */

struct kin_report_cell {
    const char *text;     /* NULL: nothing */
    struct kin_rat value; /* what is drawn of it; den 0: nothing */
    enum kin_cell_look look;
};

struct kin_report_row {
    const char *group;             /* a heading before this row, over all columns; NULL: none */
    struct kin_report_cell *cells; /* as many as the section has columns */
    struct kin_rat line;           /* its own, instead of the section's; den 0: the section's */
};

/* How a section stands on its page. */
enum kin_section_look {
    KIN_SECTION_RUNNING, /* rows go on from page to page, each page with the heads of columns */
    KIN_SECTION_STRIP    /* to be cut out: on one page, with a line to cut along below it */
};

struct kin_report_section {
    const char *name;    /* of its CSV file: "objectives"; NULL: it has none */
    const char *heading; /* NULL: none */
    const char *lead;    /* sentences below the heading; NULL */
    enum kin_section_look look;
    struct kin_report_column *columns;
    size_t column_count, column_room;
    struct kin_report_row *rows;
    size_t row_count, row_room;
    struct kin_rat most;    /* of the scale that is drawn on; den 0: 100 */
    struct kin_rat line;    /* drawn across all rows that have none of their own: the mastery line; den 0: none */
    const char *line_label; /* "80%" */
    const char *empty;      /* said in place of rows where there are none; NULL: nothing */
    const char *note;       /* below the rows, a paragraph a line; NULL */
};

struct kin_report {
    const char *name;       /* of its files: "exit-ticket-chart" */
    const char *language;   /* "en" */
    const char *paper;      /* "letter" or "a4"; NULL: letter */
    const char *title, *of; /* what kind of report, and of what: "Class chart", "Exit ticket" */
    struct kin_fact *facts; /* "Class", "7B" */
    size_t fact_count, fact_room;
    const char **findings; /* the sentences that are not to be overlooked */
    size_t finding_count, finding_room;
    struct kin_report_section *sections;
    size_t section_count, section_room;
};

/* ---- Filling it -------------------------------------------------------------------------------------------------- */

/* Add a fact (left out where its text is NULL or empty), a finding, a section (its address is good until the next one).
 */
void kin_report_fact(kin_arena *arena, struct kin_report *report, const char *name, const char *text);
void kin_report_find(kin_arena *arena, struct kin_report *report, const char *sentence);
struct kin_report_section *kin_report_section(kin_arena *arena, struct kin_report *report);

/* Add a column; its index. Columns stand before rows. */
size_t kin_section_column(kin_arena *arena, struct kin_report_section *section, struct kin_report_column column);

/* Add a row of empty cells; they are good as long as the report. */
struct kin_report_cell *kin_section_row(kin_arena *arena, struct kin_report_section *section);

/* Cells: a text (copied), a count, a share of 100 that is drawn as it is, with one decimal, as "83.3",
 * rounded down so that nothing seems to reach a line that it does not. */
struct kin_report_cell kin_cell_text(kin_arena *arena, const char *text);
struct kin_report_cell kin_cell_count(kin_arena *arena, size_t count);
struct kin_report_cell kin_cell_percent(kin_arena *arena, struct kin_rat percent);

/* In sentences: "83.3", "80"; "83.3%". Rounded down to a tenth, too. */
char *kin_percent_number(kin_arena *arena, struct kin_rat percent);
char *kin_percent_text(kin_arena *arena, struct kin_rat percent);

/* 100 * part / whole; not defined (den 0) where whole is 0. */
struct kin_rat kin_percent_of(kin_arena *arena, struct kin_rat part, struct kin_rat whole);

/* ---- As a table ----------------------------------------------------------------------------------------------------
 */

/* The CSV file of a section: columns that have a name, in their order. */
void kin_section_csv(struct kin_buf *buf, const struct kin_report_section *section);

#endif
