/* Formulas as boxes, whole or in pieces. */
#ifndef KIN_TYPE_FORMULA_H
#define KIN_TYPE_FORMULA_H

#include "type/typesetter.h"

struct formula_style {
    double size_pt;
    enum kin_maths_style style;
    double gray;
    enum kin_hand hand;
    struct kin_writing *writing;
};

/* A formula among text of that style. */
static inline struct formula_style kin_formula_style(const struct kin_text_style *text, enum kin_maths_style style)
{
    return (struct formula_style){text->size_pt, style, text->gray, text->hand, text->writing};
}

/* A formula whose runs are one cluster with its linear text. */
struct kin_box *kin_formula_box(struct kin_typesetter *type, kin_arena *arena, const struct kin_maths *maths,
                                const struct formula_style *style);

/* The width of that box, without drawing it. */
double kin_formula_width(struct kin_typesetter *type, const struct kin_maths *maths, const struct formula_style *style);

/* A part of a formula that is too long for one line. */
struct formula_piece {
    struct kin_box *box;
    double gap; /* before it, unless it begins a line */
};

/* Running text breaks behind a relation or comma, a display before a relation, as textbooks do; both at operators, too,
 * when that is not enough. A piece that still does not fit is set smaller, down to 60 %. */
enum formula_breaks { BREAK_BEHIND_RELATIONS, BREAK_BEFORE_RELATIONS };

/* Cut a formula into pieces of at most `width` pt as far as that is possible; at least one. Pieces live in `arena`. */
size_t kin_formula_split(struct kin_typesetter *type, kin_arena *arena, const struct kin_maths *maths,
                         const struct formula_style *style, enum formula_breaks breaks, double width,
                         struct formula_piece **pieces);

#endif
