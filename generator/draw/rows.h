/* Grids, matches and orders of one instance, judged and then resolved by the same rules. */
#ifndef KIN_DRAW_ROWS_H
#define KIN_DRAW_ROWS_H

#include "draw/judge.h"
#include "draw/pool.h"

/* A grid: its rows, and for each the column that is right. */
struct kin_gridding {
    struct kin_entries rows;
    size_t right[KIN_MOST_WRONG]; /* by place in `rows` */
    struct kin_statements statements;
    bool usable;
};
bool kin_grid_settle(const struct kin_response_template *response, struct kin_frame *frame,
                     struct kin_gridding *gridding);

/* A match: its left items, its right items that print, and for each left item the place of its right one in `options`.
 */
struct kin_matching {
    struct kin_entries rows, options;
    size_t right[KIN_MOST_WRONG]; /* by place in `rows`: a place in `options` */
    bool shown[KIN_MOST_WRONG];   /* by place in `options` */
    bool usable;
};
bool kin_match_settle(const struct kin_response_template *response, struct kin_frame *frame,
                      struct kin_matching *matching);

/* An order: its items, and their places in the right order. */
struct kin_ordering {
    struct kin_entries items;
    size_t order[KIN_MOST_WRONG]; /* places in `items`, in the right order */
    struct kin_entries wrongs;
    size_t wrong[KIN_MOST_OPTIONS][KIN_MOST_OPTIONS]; /* by place in `wrongs`: the order that it leads to */
    bool applies[KIN_MOST_OPTIONS];
    bool usable;
};
bool kin_order_settle(const struct kin_response_template *response, struct kin_frame *frame,
                      struct kin_ordering *ordering);

/* As kin_judge_response. */
bool kin_judge_rows(const struct kin_response_template *response, struct kin_frame *frame,
                    struct kin_judgement *judgement);

#endif
