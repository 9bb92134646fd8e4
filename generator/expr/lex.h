/* Words and signs of an expression. */
#ifndef KIN_EXPR_LEX_H
#define KIN_EXPR_LEX_H

#include "expr/expr.h"

enum kin_token_kind {
    KIN_TOKEN_END,
    KIN_TOKEN_NUMBER,  /* 12, 12.50 */
    KIN_TOKEN_MONEY,   /* $3.50 */
    KIN_TOKEN_PERCENT, /* 15% */
    KIN_TOKEN_STRING,  /* 'abc', with its quotes */
    KIN_TOKEN_NAME,    /* a, answer.a */
    KIN_TOKEN_TRUE,
    KIN_TOKEN_FALSE,
    KIN_TOKEN_IF,
    KIN_TOKEN_FOR,
    KIN_TOKEN_NOT,
    KIN_TOKEN_IN,
    KIN_TOKEN_AND,
    KIN_TOKEN_OR,
    KIN_TOKEN_EQ,
    KIN_TOKEN_NE,
    KIN_TOKEN_LT,
    KIN_TOKEN_LE,
    KIN_TOKEN_GT,
    KIN_TOKEN_GE,
    KIN_TOKEN_PLUS,
    KIN_TOKEN_MINUS,
    KIN_TOKEN_TIMES,
    KIN_TOKEN_OVER,
    KIN_TOKEN_POWER,
    KIN_TOKEN_RANGE,
    KIN_TOKEN_OPEN_ROUND,
    KIN_TOKEN_CLOSE_ROUND,
    KIN_TOKEN_OPEN_SQUARE,
    KIN_TOKEN_CLOSE_SQUARE,
    KIN_TOKEN_OPEN_BRACE,
    KIN_TOKEN_CLOSE_BRACE,
    KIN_TOKEN_COMMA,
    KIN_TOKEN_COLON
};

/* Bytes begin to end-1 of the text. */
struct kin_token {
    enum kin_token_kind kind;
    uint32_t begin, end;
};

struct kin_tokens {
    kin_arena *work;         /* where the tokens are while they are needed */
    struct kin_token *items; /* the last one is KIN_TOKEN_END */
    size_t count, room;
};

/* Split bytes begin to end-1 of a text, into tokens that have an arena and nothing else yet. Returns false after
 * reporting. */
bool kin_lex(const struct kin_reading *reading, const struct kin_text *text, size_t begin, size_t end,
             struct kin_tokens *tokens);

#endif
