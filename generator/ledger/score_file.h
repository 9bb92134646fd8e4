/* Tables of scores, from our own sheet and from other programs: which column is what. Reading knows no set yet. */
#ifndef KIN_LEDGER_SCORE_FILE_H
#define KIN_LEDGER_SCORE_FILE_H

#include "base/csv.h"

/* What a column or a row says of one item. */
struct kin_score_place {
    const char *name; /* of the column, or the question of the row: for messages */
    size_t item;      /* number on paper; 0: `ordinal` counts */
    char part;        /* 'a'; 0: none is said */
    size_t ordinal;   /* the n-th scored part of the form, from 1; 0: `item` counts */
    bool is_points;   /* points that somebody gave; else an answer */
};

struct kin_score_answer {
    const struct kin_score_place *place;
    const char *text; /* without blanks around it */
};

struct kin_score_row {
    const char *student, *code, *form, *date; /* "" where the file does not say; form: a letter or a code */
    const char *stray;                        /* something that stands below no heading; NULL: nothing does */
    const char *total, *right;                /* points, and right answers, that the other program counted; "" */
    const char *whole;                        /* points of the whole form, from a gradebook; "" */
    struct kin_score_answer *answers;
    size_t answer_count, answer_room;
    const struct kin_score_row *rival; /* another row of the same student and form with other answers; NULL: none */
    struct kin_span span;              /* of its line */
};

struct kin_score_file {
    const char *assignment; /* of a gradebook: the column with the points of whole forms; NULL: it is none */
    const char *possible;   /* how many can be had; "": the file does not say */
    struct kin_score_row *rows;
    size_t row_count, row_room;
    struct kin_headings unread; /* of columns that mean nothing to us */
};

/* Read a table of scores: our sheet, ZipGrade (Q1 ... or Stu1, Mark1 ...), Gradescope, the question analysis of Canvas,
 * rows with question and response, or a gradebook of Canvas, of which `assignment` says the column (NULL: there is only
 * one). Rows without any answer are left out. Lives in `arena`. NULL after reporting. */
struct kin_score_file *kin_score_file_read(kin_arena *arena, struct kin_diags *diags, const struct kin_source *source,
                                           const char *assignment);

#endif
