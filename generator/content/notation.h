/* Reading the notation of formulas: tokens, nodes, reports. Used by formula_parse.c and formula_operand.c. */
#ifndef KIN_CONTENT_NOTATION_H
#define KIN_CONTENT_NOTATION_H

#include "content/formula_tree.h"

/* What the innermost bracket makes of |: it opens, it closes, or it says "such that" when it stands free. */
enum kin_inside { KIN_INSIDE_BRACKETS, KIN_INSIDE_SIZE, KIN_INSIDE_SET };

struct kin_notation {
    const struct kin_reading *reading;
    const struct kin_text *text;
    struct kin_mark_tokens tokens;
    struct kin_holes *holes;
    size_t at; /* the next token */
    unsigned depth;
    enum kin_inside inside;
};

/* Kids of a node while they are read. */
struct kin_kids {
    const struct kin_written **items;
    size_t count, room;
    uint8_t *joins;
    size_t join_count, join_room;
};

/* Reading on. */
const struct kin_mark_token *kin_notation_next(const struct kin_notation *parser);
const struct kin_mark_token *kin_notation_take(struct kin_notation *parser);
bool kin_notation_sees(const struct kin_notation *parser, enum kin_mark_kind kind);

/* Where the tokens from `first` up to the last one taken stand, and their text. */
struct kin_span kin_notation_span(const struct kin_notation *parser, size_t first);
const char *kin_notation_source(const struct kin_notation *parser, size_t first);

/* Report at a span, or at the next token; always NULL. `mend` may be NULL. */
const struct kin_written *kin_notation_fail(struct kin_notation *parser, enum kin_diag_id id, struct kin_span span,
                                            const char *detail, const char *mend);
const struct kin_written *kin_notation_fail_next(struct kin_notation *parser, enum kin_diag_id id, const char *detail,
                                                 const char *mend);

/* Nodes over the tokens from `first` on. */
struct kin_written *kin_notation_node(struct kin_notation *parser, enum kin_written_kind kind, size_t first);
void kin_notation_add(struct kin_notation *parser, struct kin_kids *kids, const struct kin_written *kid,
                      enum kin_join join);
struct kin_written *kin_notation_parent(struct kin_notation *parser, enum kin_written_kind kind,
                                        const struct kin_kids *kids, size_t first);
struct kin_written *kin_notation_parent_of(struct kin_notation *parser, enum kin_written_kind kind,
                                           const struct kin_written *a, const struct kin_written *b, size_t first);

/* One level deeper; false after reporting that it is too deep. */
bool kin_notation_enter(struct kin_notation *parser);

/* A part without the brackets that only said where a numerator, denominator or exponent ends. */
const struct kin_written *kin_notation_without_brackets(const struct kin_written *part);

/* Type of a hole node's expression. */
struct kin_type kin_notation_hole_type(const struct kin_notation *parser, const struct kin_written *hole);

/* Parsing functions return NULL after reporting. A whole list; an operand with its powers and suffixes; one token;
 * a sign with its operand. */
const struct kin_written *kin_notation_list(struct kin_notation *parser);
const struct kin_written *kin_notation_operand(struct kin_notation *parser);
const struct kin_written *kin_notation_leaf(struct kin_notation *parser, enum kin_written_kind kind);
const struct kin_written *kin_notation_signed(struct kin_notation *parser);
bool kin_notation_such_that(const struct kin_notation *parser);
bool kin_notation_starts_operand(const struct kin_notation *parser);

#endif
