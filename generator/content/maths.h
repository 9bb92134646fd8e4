/* Maths as it is printed: a tree of what stands where, with the signs already right. Formulas (formula.h) make
 * these trees; output/type lays them out; the text view writes them in one line. A closed set of kinds. */
#ifndef KIN_CONTENT_MATHS_H
#define KIN_CONTENT_MATHS_H

#include "base/buf.h"

#include <stdbool.h>

enum kin_maths_kind {
    KIN_MATHS_ROW,      /* kids side by side, spaced by their classes */
    KIN_MATHS_NUMBER,   /* text: digits with grouping and point, "12,400", "3.50", "$4.20"; never a sign */
    KIN_MATHS_LETTER,   /* text: one letter, set in italics */
    KIN_MATHS_WORD,     /* text: upright words, units, function names */
    KIN_MATHS_SYMBOL,   /* text: an ordinary symbol: π, °, %, …, ∞ */
    KIN_MATHS_OPERATOR, /* text: binary +, −, ×, ·, ÷, ± (medium space on both sides) */
    KIN_MATHS_SIGN,     /* text: a sign before its operand: −, +, ± (no space after) */
    KIN_MATHS_RELATION, /* text: =, ≠, <, ≤, >, ≥, ≈, →, : (thick space on both sides) */
    KIN_MATHS_PUNCT,    /* text: , ; (thin space after) */
    KIN_MATHS_FRACTION, /* kids: numerator, denominator */
    KIN_MATHS_MIXED,    /* kids: whole number, fraction */
    KIN_MATHS_SCRIPTS,  /* kids: base, superscript or NULL, subscript or NULL */
    KIN_MATHS_ROOT,     /* kids: radicand, index or NULL */
    KIN_MATHS_FENCE,    /* kids: body; open and close: "(", "[", "{", "|", "" (nothing) ... grow with the body */
    KIN_MATHS_BAR,  /* kids: body with a bar over it: repeating decimals, segments; `open` "→", "↔" or "⌒": rays,
                       lines, arcs */
    KIN_MATHS_GRID, /* kids: rows, each a ROW whose kids are the cells; columns align right, left, right, left ... at
                       the relation; `open` "{" for a system with a brace, "" for an aligned chain; `text` "matrix":
                       columns are centred and stand apart */
    KIN_MATHS_TABLEAU, /* written arithmetic; kids: rows of cells, one column under another; a row's text is "small"
                          (carried digits), "rule" (drawn over the cells that hold a space) or NULL. text: its line */
    KIN_MATHS_STRUCK,  /* kids: a digit that is crossed out */
    KIN_MATHS_BLANK,   /* an answer blank to be filled; text: its id */
    KIN_MATHS_SPACE    /* text: "thin", "medium", "thick" or "quad" */
};

struct kin_maths {
    enum kin_maths_kind kind;
    const char *text;
    const char *open, *close;
    const struct kin_maths **kids;
    size_t count;
};

/* A node with `count` kids (copied from `kids`; may be NULL pointers where the kind allows). */
const struct kin_maths *kin_maths_new(kin_arena *arena, enum kin_maths_kind kind, const char *text,
                                      const struct kin_maths *const *kids, size_t count);
const struct kin_maths *kin_maths_fence(kin_arena *arena, const char *open, const char *close,
                                        const struct kin_maths *body);

/* One line of plain text that a person can read and paste: "x = (-b ± √(b^2 - 4ac))/(2a)", "1 7/8", "3 - (-5)".
 * Uses U+2212 for minus; a grid's rows are separated by "; ". */
void kin_maths_write(struct kin_buf *buf, const struct kin_maths *maths);
char *kin_maths_text(kin_arena *arena, const struct kin_maths *maths);

/* The same tree, structurally? */
bool kin_maths_equal(const struct kin_maths *a, const struct kin_maths *b);

#endif
