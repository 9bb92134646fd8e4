#include "content/notation.h"

#include "base/limits.h"

#include <string.h>

const struct kin_mark_token *kin_notation_next(const struct kin_notation *parser)
{
    return &parser->tokens.items[parser->at];
}

const struct kin_mark_token *kin_notation_take(struct kin_notation *parser)
{
    return &parser->tokens.items[parser->at++];
}

bool kin_notation_sees(const struct kin_notation *parser, enum kin_mark_kind kind)
{
    return kin_notation_next(parser)->kind == kind;
}

struct kin_span kin_notation_span(const struct kin_notation *parser, size_t first)
{
    size_t last = parser->at > first ? parser->at - 1 : first;
    return kin_text_part(parser->text, parser->tokens.items[first].begin, parser->tokens.items[last].end);
}

const char *kin_notation_source(const struct kin_notation *parser, size_t first)
{
    size_t last = parser->at > first ? parser->at - 1 : first;
    size_t begin = parser->tokens.items[first].begin, end = parser->tokens.items[last].end;
    return kin_copy_n(parser->reading->arena, parser->text->chars + begin, end - begin);
}

const struct kin_written *kin_notation_fail(struct kin_notation *parser, enum kin_diag_id id, struct kin_span span,
                                            const char *detail, const char *mend)
{
    kin_report(parser->reading->diags, id, span, detail, NULL);
    if (mend) {
        kin_report_mend(parser->reading->diags, "%s", mend);
    }
    return NULL;
}

const struct kin_written *kin_notation_fail_next(struct kin_notation *parser, enum kin_diag_id id, const char *detail,
                                                 const char *mend)
{
    return kin_notation_fail(
        parser, id, kin_text_part(parser->text, kin_notation_next(parser)->begin, kin_notation_next(parser)->end),
        detail, mend);
}

struct kin_written *kin_notation_node(struct kin_notation *parser, enum kin_written_kind kind, size_t first)
{
    struct kin_written *made = KIN_NEW(parser->reading->arena, struct kin_written);
    made->kind = (uint8_t)kind;
    made->places = KIN_NO_PLACES;
    made->span = kin_notation_span(parser, first);
    return made;
}

void kin_notation_add(struct kin_notation *parser, struct kin_kids *kids, const struct kin_written *kid,
                      enum kin_join join)
{
    KIN_PUSH(parser->reading->arena, kids->items, kids->count, kids->room) = kid;
    KIN_PUSH(parser->reading->arena, kids->joins, kids->join_count, kids->join_room) = (uint8_t)join;
}

struct kin_written *kin_notation_parent(struct kin_notation *parser, enum kin_written_kind kind,
                                        const struct kin_kids *kids, size_t first)
{
    struct kin_written *made = kin_notation_node(parser, kind, first);
    made->kids = kids->items;
    made->joins = kids->joins;
    made->count = kids->count;
    for (size_t i = 0; i < kids->count; i++) {
        made->lettered = made->lettered || kids->items[i]->lettered;
    }
    return made;
}

struct kin_written *kin_notation_parent_of(struct kin_notation *parser, enum kin_written_kind kind,
                                           const struct kin_written *a, const struct kin_written *b, size_t first)
{
    struct kin_kids kids = {0};
    kin_notation_add(parser, &kids, a, KIN_JOIN_NONE);
    if (b) {
        kin_notation_add(parser, &kids, b, KIN_JOIN_NONE);
    }
    return kin_notation_parent(parser, kind, &kids, first);
}

bool kin_notation_enter(struct kin_notation *parser)
{
    if (parser->depth >= KIN_LIMIT_EXPR_DEPTH) {
        kin_notation_fail_next(parser, KIN_E262, NULL, "name the inner part with <let> and put it in as {name}");
        return false;
    }
    parser->depth++;
    return true;
}

/* Brackets that only said where a numerator, denominator or exponent ends. */
const struct kin_written *kin_notation_without_brackets(const struct kin_written *part)
{
    bool round = part->kind == KIN_WRITTEN_GROUP && part->open[0] == '(' && part->close[0] == ')';
    return round && part->kids[0]->kind != KIN_WRITTEN_LIST ? part->kids[0] : part;
}

struct kin_type kin_notation_hole_type(const struct kin_notation *parser, const struct kin_written *hole)
{
    return kin_expr_type(parser->holes->items[hole->index].expr);
}
