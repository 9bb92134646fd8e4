/* Squared and dotted paper behind plane figures: one unit a square. */
#ifndef KIN_FIGURE_PAPER_H
#define KIN_FIGURE_PAPER_H

#include "figure/board.h"

#define KIN_PAPER_ROWS                                                                                                 \
    {.name = "grid",                                                                                                   \
     .type = KIN_FIGURE_CHOICE,                                                                                        \
     .words = "none squares dots",                                                                                     \
     .otherwise = "none",                                                                                              \
     .doc = "Squared or dotted paper behind it, from [0, 0] to [columns, rows]; one unit a square"},                   \
        {.name = "columns",                                                                                            \
         .type = KIN_FIGURE_WHOLE,                                                                                     \
         .otherwise = "12",                                                                                            \
         .range = "1 40",                                                                                              \
         .doc = "Of the paper, in squares"},                                                                           \
    {                                                                                                                  \
        .name = "rows", .type = KIN_FIGURE_WHOLE, .otherwise = "8", .range = "1 40", .doc = "Of the paper, in squares" \
    }

/* Do all corners and places of a figure, and of parts that have some, lie on the paper, if there is any? */
bool kin_paper_holds(const struct kin_figure_part *figure, struct kin_figure_fault *fault);
void kin_paper_lay(struct kin_board *board, const struct kin_figure_part *figure);
/* That there is paper, and where the corners are on it. */
void kin_paper_tell(const struct kin_figure_part *figure, struct kin_telling *telling);

#endif
