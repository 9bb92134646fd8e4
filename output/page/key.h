/* The key: pieces shared by its files. */
#ifndef KIN_PAGE_KEY_H
#define KIN_PAGE_KEY_H

#include "page/pile.h"
#include "page/sheets.h"

/* Forms that stand side by side. */
struct kin_group {
    const struct kin_form *forms;
    size_t count;
};

/* Even groups of at most `most` forms; the n-th of them. */
size_t kin_group_count(const struct kin_set *set, size_t most);
struct kin_group kin_group_at(const struct kin_set *set, size_t most, size_t n);

/* The head of page 1: what this is ("Answer key"), which forms, seed, digest, label. */
void kin_key_head(struct kin_sheets *sheets, const char *what);

/* Answers of all forms in tables to mark from. */
void kin_key_compact(struct kin_sheets *sheets);

/* Worked solutions, item by item, the forms of a group side by side. */
void kin_key_solutions(struct kin_sheets *sheets);

/* "Answers" or, when there are several groups, "Answers: Forms A to D". */
char *kin_group_heading(const struct kin_layout *layout, const struct kin_group *group,
                        const struct kin_group_words *words);

/* Heading at y of the current page; moves y. */
void kin_key_heading(struct kin_sheets *sheets, const char *text);

/* "(a)"; "3." for an item of a group; NULL for an item without parts. */
char *kin_part_label(kin_arena *arena, const struct kin_part *part);

/* The answer as it is marked: label where it is short, key, unit. */
struct kin_nodes kin_key_answer(const struct kin_layout *layout, const struct kin_response *response);

/* "B, D": the right options of a choice; NULL for none. */
char *kin_right_letters(kin_arena *arena, const struct kin_response *response);

/* Why the questions of a slot match, in a line; empty when nothing was recorded. */
char *kin_features_text(const struct kin_layout *layout, const struct kin_slot *slot);

/* ---- One form's solution of an item (key_cell.c, key_marks.c) -------------------------------------------------- */

/* What is the same in all forms of a group is printed once, across their columns. */
struct kin_cell {
    const struct kin_layout *layout;
    const struct kin_group *group;
    size_t slot;
    const struct kin_item *item;
    double width;
    struct kin_pile pile;
};

/* Question, steps, answer and marking hints of one form. */
void kin_cell_fill(struct kin_cell *cell);

/* Question and answer alone. */
void kin_cell_ask(struct kin_cell *cell);

/* Accepted equivalents, wrong answers, partial credit of one response. */
void kin_cell_marks(struct kin_cell *cell, size_t part, size_t response);

/* Rows, pairs or things to be put in order, with what is right; false where the response's options are a list
 * (key_rows.c). */
bool kin_cell_rows(struct kin_cell *cell, const struct kin_response *response);

/* "(ii)": what the key calls a blank, counted from 0; NULL where there is only one. */
const char *kin_blank_name(kin_arena *arena, const struct kin_response *response, size_t index);

/* All answers of blanks in the order in which they stand; the body with its answers written in (key_blanks.c). */
struct kin_nodes kin_blanks_answer(const struct kin_layout *layout, const struct kin_response *response);
struct kin_nodes kin_blanks_left(const struct kin_layout *layout, const struct kin_response *response,
                                 const struct kin_writing *writing); /* only those that had no room */
void kin_cell_body(struct kin_cell *cell, const struct kin_response *response);

/* A small box to tick, its lower edge on the baseline; returns where the text behind it begins (credit_words.c). */
double kin_tick_box(struct kin_ops *ops, double x, double baseline);
double kin_tick_box_width(void);

/* What earns or costs these points, in words (credit_words.c). */
struct kin_nodes kin_credit_words(const struct kin_layout *layout, const struct kin_credit *credit);
char *kin_credit_points(const struct kin_layout *layout, const struct kin_credit *credit);

/* What is marked in a drawing, with how far off it may be; "2  False": a row and an option. */
struct kin_nodes kin_stroke_text(kin_arena *arena, const struct kin_stroke *stroke);
const char *kin_row_name(kin_arena *arena, const struct kin_response *response, size_t row, size_t option);

/* The rubrics that all forms share, for the whole width. */
void kin_rubrics_fill(struct kin_cell *cell);

/* Would a column of that width do? False when a formula or table is wider. */
bool kin_cell_fits(const struct kin_layout *layout, const struct kin_item *item, double width);

/* A bold word and a flow, in one paragraph; the slab may be broken before. */
void kin_cell_line(struct kin_cell *cell, const char *lead, const struct kin_nodes *flow, enum kin_style style,
                   double gap);

#endif
