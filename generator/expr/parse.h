/* The parser's inside: an operator-precedence parser (Pratt, "Top down operator precedence", 1973) over all tokens. */
#ifndef KIN_EXPR_PARSE_H
#define KIN_EXPR_PARSE_H

#include "expr/lex.h"
#include "expr/signature.h"

/* How tightly operators bind, loosest first. */
enum kin_power_level {
    KIN_BINDS_NOTHING,
    KIN_BINDS_OR,
    KIN_BINDS_AND,
    KIN_BINDS_NOT,
    KIN_BINDS_COMPARISON,
    KIN_BINDS_RANGE,
    KIN_BINDS_SUM,
    KIN_BINDS_PRODUCT,
    KIN_BINDS_SIGN,
    KIN_BINDS_POWER
};

struct kin_slots {
    int *items;
    size_t count, room;
};

struct kin_parser {
    kin_arena *arena;
    const struct kin_reading *reading;
    const struct kin_text *text;
    struct kin_tokens tokens;
    size_t at; /* the next token */
    struct kin_scope *scope;
    unsigned depth;
    struct kin_slots used;  /* slots of outer names that are read, each once */
    struct kin_slots bound; /* slots bound inside the expression */
    uint32_t fold_steps;    /* spent on constants so far; bounded for the whole expression */
};

/* Every parsing function returns NULL after reporting. */
const struct kin_node *kin_parse_expression(struct kin_parser *parser, enum kin_power_level weakest);

/* A literal, name, call, bracket or list, with its indexes: whatever can stand between operators. */
const struct kin_node *kin_parse_operand(struct kin_parser *parser);

/* Reading on. */
const struct kin_token *kin_parser_token(const struct kin_parser *parser);
bool kin_parser_takes(struct kin_parser *parser, enum kin_token_kind kind);
bool kin_parser_expect(struct kin_parser *parser, enum kin_token_kind kind, const char *sign);
const char *kin_parser_source(const struct kin_parser *parser, size_t begin, size_t end);

/* Report at bytes begin to end-1, with up to three arguments; always NULL. */
const struct kin_node *kin_parser_fail(struct kin_parser *parser, enum kin_diag_id id, size_t begin, size_t end,
                                       const char *first, const char *second, const char *third);

/* A new node over bytes begin to end-1; kids are copied. Then its last form: its height is checked, and a calculation
 * on constants becomes a constant. */
struct kin_node *kin_expr_node_new(struct kin_parser *parser, enum kin_op op, struct kin_type type, size_t begin,
                                   size_t end);
void kin_node_set_kids(struct kin_parser *parser, struct kin_node *node, const struct kin_node *const *kids,
                       size_t count);
const struct kin_node *kin_node_finish(struct kin_parser *parser, struct kin_node *node);

/* Nodes that grow into a list. */
struct kin_nodes {
    const struct kin_node **items;
    size_t count, room;
};

/* The node as a value of this type: itself where it always is one, a question at evaluation where it may be one, NULL
 * (without a report) where it never is. */
const struct kin_node *kin_parser_narrow(struct kin_parser *parser, const struct kin_node *node, struct kin_type type);

/* The node without none, all, undefined, where it may be one of them. */
const struct kin_node *kin_parser_settled(struct kin_parser *parser, const struct kin_node *node);

/* Is this node true or false? If not, reports. */
bool kin_parser_wants_truth(struct kin_parser *parser, const struct kin_node *node);

void kin_slots_add(kin_arena *arena, struct kin_slots *slots, int slot);
bool kin_slots_have(const struct kin_slots *slots, int slot);

/* Literals (literal.c), and the names that are values everywhere: pi, none, all, undefined. */
const struct kin_node *kin_parse_literal(struct kin_parser *parser);
const struct kin_node *kin_parse_constant(struct kin_parser *parser);
bool kin_name_is_constant(const char *name);

/* [..], {..}, and all(v in d: c) and its like (repeat.c). */
const struct kin_node *kin_parse_list(struct kin_parser *parser);
const struct kin_node *kin_parse_iteration(struct kin_parser *parser);
const struct kin_node *kin_parse_quantifier(struct kin_parser *parser, enum kin_op op);

/* Is there such a token at this bracket level before the bracket closes, counted from the next token on? Returns its
 * index, or 0. */
size_t kin_parser_find(const struct kin_parser *parser, enum kin_token_kind kind);

#endif
