/* Marking: what a student answered, typed in by who marks, against the key of a form. */
#ifndef KIN_FORM_MARK_H
#define KIN_FORM_MARK_H

#include "content/item.h"
#include "value/language.h"

/* Of one part. Points are those that the item says; a part may have several responses, whose answers stand in one cell
 * with semicolons between: a value as it is written, a choice by its letter, a multi-select as "A C", a grid as "T F
 * F", a match as "C A B", an order by its letters or things, blanks one by one. */
enum kin_mark_state {
    KIN_MARK_BLANK,   /* nothing is there, which is not a wrong answer */
    KIN_MARK_DONE,    /* marked by the key */
    KIN_MARK_INVALID, /* two marks where one is asked, or a letter that is not offered: no points */
    KIN_MARK_UNCLEAR  /* a person must decide; `trouble` says why */
};

struct kin_part_mark {
    enum kin_mark_state state;
    struct kin_rat points, most;
    bool right;                /* all points for all answers */
    const char *misconception; /* id of the first that a wrong answer names; NULL */
    const char *trouble;       /* of INVALID and UNCLEAR; NULL */
};

/* Mark the parts of an item; cells[i] is the answer to part i, "" where there is none. Fills as many marks as the item
 * has parts. What is unclear has the points of the rest. */
void kin_mark_item(kin_arena *arena, const struct kin_item *item, const char *const *cells,
                   struct kin_part_mark *marks);

/* The same for an item that was printed in a language, with its signs in numbers: 3,5 in Spain. */
void kin_mark_item_in(kin_arena *arena, const struct kin_language *language, const struct kin_item *item,
                      const char *const *cells, struct kin_part_mark *marks);

/* Can the key mark it, or are its points given by a person: drawings, explanations? */
bool kin_part_is_marked(const struct kin_part *part);

/* The cell of somebody who has all of it right. */
const char *kin_part_key_cell(kin_arena *arena, const struct kin_part *part);

/* ---- Shared by mark.c and mark_rows.c ------------------------------------------------------------------------------
 */

/* What is counted in one response. */
struct kin_mark_counts {
    size_t right, wrong, missed, extra;
};

struct kin_response_mark {
    struct kin_mark_counts counts;
    enum kin_mark_state state;
    struct kin_rat points;
    const char *misconception, *trouble;
};

/* Mark a choice, multi-select, grid, match or order. */
void kin_mark_rows(kin_arena *arena, const struct kin_response *response, const char *cell,
                   struct kin_response_mark *mark);

#endif
