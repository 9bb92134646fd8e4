/* A formula as its author wrote it: what reading makes, and what printing and evaluating both start from. */
#ifndef KIN_CONTENT_FORMULA_TREE_H
#define KIN_CONTENT_FORMULA_TREE_H

#include "content/formula.h"
#include "content/hole.h"

enum kin_written_kind {
    KIN_WRITTEN_NOTHING,    /* the empty side of "= 5" */
    KIN_WRITTEN_NUMBER,     /* number, places, text */
    KIN_WRITTEN_LETTER,     /* letter, text; also π */
    KIN_WRITTEN_WORD,       /* text */
    KIN_WRITTEN_SYMBOL,     /* text: ∞ … ? */
    KIN_WRITTEN_HOLE,       /* index */
    KIN_WRITTEN_BLANK,      /* text: the blank's id */
    KIN_WRITTEN_SUM,        /* terms; joins: their signs */
    KIN_WRITTEN_PRODUCT,    /* factors; joins: how each is joined to the one before */
    KIN_WRITTEN_FRACTION,   /* numerator, denominator, their round brackets dropped */
    KIN_WRITTEN_MIXED,      /* whole, numerator, denominator: all numbers */
    KIN_WRITTEN_REPEATING,  /* number; text: its digits up to the bar, close: those under it */
    KIN_WRITTEN_POWER,      /* base, exponent */
    KIN_WRITTEN_SUBSCRIPT,  /* base, subscript */
    KIN_WRITTEN_ROOT,       /* radicand, perhaps index */
    KIN_WRITTEN_GROUP,      /* body; open, close */
    KIN_WRITTEN_SIZE,       /* |body| */
    KIN_WRITTEN_BAR,        /* body with a bar over it; text: NULL, or the arrow or arc that it is */
    KIN_WRITTEN_MATRIX,     /* rows: groups of lists, or one list */
    KIN_WRITTEN_ARITHMETIC, /* body; text: "column", "divisionsteps" ... */
    KIN_WRITTEN_SUFFIXED,   /* operand; text: % ° ′ */
    KIN_WRITTEN_MONEY,      /* an amount after $ */
    KIN_WRITTEN_RATIO,      /* terms with ":" between */
    KIN_WRITTEN_CASES,      /* items; joins: if, otherwise, comma before each */
    KIN_WRITTEN_QUOTED,     /* another formula, put in by its name: quoted */
    KIN_WRITTEN_CHAIN,      /* sides; joins: the relation before each */
    KIN_WRITTEN_LIST        /* items; joins: comma, and, or before each */
};

enum kin_join {
    KIN_JOIN_NONE,
    KIN_JOIN_PLUS,
    KIN_JOIN_MINUS,
    KIN_JOIN_PLUS_MINUS,
    KIN_JOIN_BESIDE, /* written side by side: 3x */
    KIN_JOIN_STAR,   /* * : prints as × between numbers, else · */
    KIN_JOIN_DOT,
    KIN_JOIN_TIMES,
    KIN_JOIN_DIVIDE,
    KIN_JOIN_UNION,
    KIN_JOIN_INTERSECTION,
    KIN_JOIN_COMPOSE,
    KIN_JOIN_EQ,
    KIN_JOIN_NE,
    KIN_JOIN_LT,
    KIN_JOIN_GT,
    KIN_JOIN_LE,
    KIN_JOIN_GE,
    KIN_JOIN_ABOUT,
    KIN_JOIN_ARROW,
    KIN_JOIN_IN,
    KIN_JOIN_NOT_IN,
    KIN_JOIN_CONGRUENT,
    KIN_JOIN_SIMILAR,
    KIN_JOIN_PERPENDICULAR,
    KIN_JOIN_PARALLEL,
    KIN_JOIN_COMMA,
    KIN_JOIN_AND,
    KIN_JOIN_OR,
    KIN_JOIN_SUCH_THAT,
    KIN_JOIN_IF,
    KIN_JOIN_OTHERWISE /* nothing stands behind it */
};

struct kin_written {
    uint8_t kind;
    bool lettered; /* terms with letters: signs merge here and 1x, 0x vanish */
    int16_t places;
    uint32_t letter;
    size_t index; /* of a hole */
    const char *text;
    const char *open, *close;
    struct kin_rat number;
    const struct kin_written *const *kids;
    const struct kin_formula *quoted;
    const uint8_t *joins; /* as many as kids; the first is KIN_JOIN_NONE, or a sign before a sum */
    size_t count;
    struct kin_span span;
};

struct kin_formula {
    const struct kin_written *root;
    struct kin_holes holes;
    struct kin_span span;
};

/* ---- Words and signs of the notation (formula_lex.c) ---- */

enum kin_mark_kind {
    KIN_MARK_END,
    KIN_MARK_NUMBER,
    KIN_MARK_LETTER,
    KIN_MARK_WORD,
    KIN_MARK_SYMBOL,
    KIN_MARK_HOLE,
    KIN_MARK_BLANK,    /* {blank id}; text: the id */
    KIN_MARK_FUNCTION, /* sqrt root abs bar cases matrix column ... */
    KIN_MARK_SIGN,     /* join: plus, minus, plus-minus */
    KIN_MARK_TIMES,    /* join: star, dot, times, divide, union ... */
    KIN_MARK_SLASH,
    KIN_MARK_POWER,
    KIN_MARK_SUBSCRIPT,
    KIN_MARK_RELATION, /* join */
    KIN_MARK_COLON,
    KIN_MARK_COMMA, /* join: comma, and, or, if, otherwise */
    KIN_MARK_OPEN,
    KIN_MARK_CLOSE,
    KIN_MARK_SIZE, /* | */
    KIN_MARK_SUFFIX,
    KIN_MARK_DOLLAR
};

struct kin_mark_token {
    uint8_t kind, join;
    bool spaced;      /* white space before it */
    const char *text; /* what it prints as; for a number its digits without commas */
    uint32_t letter;
    size_t index; /* of a hole */
    uint32_t begin, end;
};

struct kin_mark_tokens {
    kin_arena *work; /* where the tokens are while they are needed */
    struct kin_mark_token *items;
    size_t count, room;
};

/* Split a formula's text; the last token is KIN_MARK_END. Returns false after reporting. */
bool kin_formula_lex(const struct kin_reading *reading, const struct kin_text *text, struct kin_mark_tokens *tokens,
                     struct kin_holes *holes);

#endif
