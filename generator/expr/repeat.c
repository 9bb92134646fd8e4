/* Lists, comprehensions, and all(v in d: test) and its like. */
#include "expr/parse.h"

#include <string.h>

/* ---- Binding a name to the elements of a list ---- */

struct binder {
    struct kin_scope *outer;
    const struct kin_token *name;
    const struct kin_node *list;
    int slot;
};

static bool refuse_binding(struct kin_parser *parser, const struct kin_token *token)
{
    const char *text = kin_parser_source(parser, token->begin, token->end);
    kin_parser_fail(parser, KIN_E220, token->begin, token->end, text, NULL, NULL);
    kin_report_mend(parser->reading->diags, "choose a name that is not in use");
    return false;
}

/* Reads "v in list"; the name is not bound yet. */
static bool parse_binder(struct kin_parser *parser, struct binder *binder)
{
    binder->name = kin_parser_token(parser);
    if (binder->name->kind != KIN_TOKEN_NAME) {
        return refuse_binding(parser, binder->name);
    }
    parser->at++;
    if (!kin_parser_expect(parser, KIN_TOKEN_IN, "in")) {
        return false;
    }
    binder->list = kin_parse_expression(parser, KIN_BINDS_RANGE);
    if (binder->list && binder->list->type.kind != KIN_LIST) {
        kin_parser_fail(parser, KIN_E217, binder->list->begin, binder->list->end,
                        kin_type_text(parser->arena, binder->list->type), "a list", NULL);
        return false;
    }
    return binder->list != NULL;
}

/* A new scope with the name in it, for a value of this type. */
static bool bind_as(struct kin_parser *parser, struct binder *binder, struct kin_type type)
{
    const char *name = kin_parser_source(parser, binder->name->begin, binder->name->end);
    binder->outer = parser->scope;
    parser->scope = kin_scope_new(parser->arena, parser->scope);
    binder->slot = strchr(name, '.') ? -1 : kin_scope_add(parser->scope, name, type);
    if (binder->slot < 0) {
        parser->scope = binder->outer;
        return refuse_binding(parser, binder->name);
    }
    kin_slots_add(parser->arena, &parser->bound, binder->slot);
    return true;
}

static bool bind(struct kin_parser *parser, struct binder *binder)
{
    return bind_as(parser, binder, kin_type_element(binder->list->type));
}

static struct kin_node *bound_node(struct kin_parser *parser, enum kin_op op, struct kin_type type, size_t begin,
                                   const struct binder *binder)
{
    struct kin_node *node = kin_expr_node_new(parser, op, type, begin, parser->tokens.items[parser->at - 1].end);
    node->slot = binder->slot;
    node->name = kin_parser_source(parser, binder->name->begin, binder->name->end);
    return node;
}

/* ---- [f(v) for v in d if c] ---- */

struct comprehension {
    struct binder binder;
    const struct kin_node *kids[3]; /* list, body, condition or NULL */
};

static bool parse_condition(struct kin_parser *parser, struct comprehension *c)
{
    if (!kin_parser_takes(parser, KIN_TOKEN_IF)) {
        return true;
    }
    c->kids[2] = kin_parse_expression(parser, KIN_BINDS_NOTHING);
    return c->kids[2] && kin_parser_wants_truth(parser, c->kids[2]);
}

/* The body stands before the name that it uses, so it is read last: `body` and `loop` are token places. */
static bool parse_parts(struct kin_parser *parser, struct comprehension *c, size_t body, size_t loop)
{
    if (!parse_condition(parser, c) || !kin_parser_expect(parser, KIN_TOKEN_CLOSE_SQUARE, "]")) {
        return false;
    }
    size_t end = parser->at;
    parser->at = body;
    c->kids[1] = kin_parse_expression(parser, KIN_BINDS_NOTHING);
    bool whole = c->kids[1] && parser->at == loop;
    if (c->kids[1] && !whole) {
        const struct kin_token *token = kin_parser_token(parser);
        const char *text = kin_parser_source(parser, token->begin, token->end);
        kin_parser_fail(parser, KIN_E204, token->begin, token->end, text, NULL, NULL);
    }
    parser->at = end;
    return whole;
}

static const struct kin_node *parse_comprehension(struct kin_parser *parser, size_t loop)
{
    size_t body = parser->at, begin = parser->tokens.items[body - 1].begin;
    struct comprehension c = {0};
    parser->at = loop + 1;
    if (!parse_binder(parser, &c.binder) || !bind(parser, &c.binder)) {
        return NULL;
    }
    bool read = parse_parts(parser, &c, body, loop);
    parser->scope = c.binder.outer;
    if (!read) {
        return NULL;
    }
    c.kids[0] = c.binder.list;
    struct kin_type type = kin_type_list_of(parser->arena, c.kids[1]->type);
    struct kin_node *node = bound_node(parser, KIN_OP_MAP, type, begin, &c.binder);
    kin_node_set_kids(parser, node, c.kids, c.kids[2] ? 3 : 2);
    return kin_node_finish(parser, node);
}

/* ---- [a, b] and {a, b} ---- */

static bool add_element(struct kin_parser *parser, struct kin_nodes *nodes, struct kin_type *element)
{
    const struct kin_node *node = kin_parse_expression(parser, KIN_BINDS_NOTHING);
    struct kin_type joined;
    if (!node) {
        return false;
    }
    if (nodes->count && !kin_types_join(parser->arena, *element, node->type, &joined)) {
        kin_parser_fail(parser, KIN_E218, node->begin, node->end, "a list", kin_type_text(parser->arena, *element),
                        kin_type_text(parser->arena, node->type));
        return false;
    }
    *element = nodes->count ? joined : node->type;
    KIN_PUSH(parser->arena, nodes->items, nodes->count, nodes->room) = node;
    return true;
}

static bool parse_elements(struct kin_parser *parser, struct kin_nodes *nodes, struct kin_type *element,
                           enum kin_token_kind close)
{
    if (kin_parser_takes(parser, close)) {
        return true;
    }
    do {
        if (!add_element(parser, nodes, element)) {
            return false;
        }
    } while (kin_parser_takes(parser, KIN_TOKEN_COMMA));
    return kin_parser_expect(parser, close, close == KIN_TOKEN_CLOSE_SQUARE ? "]" : "}");
}

static const struct kin_node *parse_plain_list(struct kin_parser *parser, const struct kin_token *open)
{
    bool square = open->kind == KIN_TOKEN_OPEN_SQUARE;
    struct kin_nodes nodes = {0};
    struct kin_type element, type = {.kind = KIN_LIST};
    if (!parse_elements(parser, &nodes, &element, square ? KIN_TOKEN_CLOSE_SQUARE : KIN_TOKEN_CLOSE_BRACE)) {
        return NULL;
    }
    if (nodes.count) {
        type = kin_type_list_of(parser->arena, element);
    }
    size_t end = parser->tokens.items[parser->at - 1].end;
    struct kin_node *node = kin_expr_node_new(parser, square ? KIN_OP_LIST : KIN_OP_SET, type, open->begin, end);
    kin_node_set_kids(parser, node, nodes.items, nodes.count);
    return kin_node_finish(parser, node);
}

static const struct kin_node *refuse_set(struct kin_parser *parser, const struct kin_token *loop)
{
    kin_parser_fail(parser, KIN_E204, loop->begin, loop->end, "for", NULL, NULL);
    kin_report_mend(parser->reading->diags, "write unique([f(v) for v in list])");
    return NULL;
}

const struct kin_node *kin_parse_list(struct kin_parser *parser)
{
    const struct kin_token *open = kin_parser_token(parser);
    parser->at++;
    size_t loop = kin_parser_find(parser, KIN_TOKEN_FOR);
    if (loop && open->kind == KIN_TOKEN_OPEN_BRACE) {
        return refuse_set(parser, &parser->tokens.items[loop]);
    }
    return loop ? parse_comprehension(parser, loop) : parse_plain_list(parser, open);
}

/* ---- all(v in d: test) ---- */

static struct kin_type quantifier_type(enum kin_op op, const struct kin_node *list)
{
    if (op == KIN_OP_FIRST) {
        return kin_type_element(list->type);
    }
    return op == KIN_OP_COUNT ? kin_type_number : kin_type_truth;
}

static const struct kin_node *parse_test(struct kin_parser *parser)
{
    const struct kin_node *test = kin_parse_expression(parser, KIN_BINDS_NOTHING);
    bool read = test && kin_parser_wants_truth(parser, test) && kin_parser_expect(parser, KIN_TOKEN_CLOSE_ROUND, ")");
    return read ? test : NULL;
}

static const struct kin_node *refuse_form(struct kin_parser *parser, const struct kin_token *token)
{
    const char *name = kin_parser_source(parser, token->begin, token->end);
    kin_parser_fail(parser, KIN_E222, token->begin, token->end, name, NULL, NULL);
    return NULL;
}

const struct kin_node *kin_parse_quantifier(struct kin_parser *parser, enum kin_op op)
{
    const struct kin_token *token = kin_parser_token(parser);
    struct binder binder;
    parser->at += 2;
    if (kin_parser_token(parser)[0].kind != KIN_TOKEN_NAME || kin_parser_token(parser)[1].kind != KIN_TOKEN_IN ||
        !kin_parser_find(parser, KIN_TOKEN_COLON)) {
        return refuse_form(parser, token);
    }
    if (!parse_binder(parser, &binder) || !kin_parser_expect(parser, KIN_TOKEN_COLON, ":") || !bind(parser, &binder)) {
        return NULL;
    }
    const struct kin_node *test = parse_test(parser);
    parser->scope = binder.outer;
    if (!test) {
        return NULL;
    }
    struct kin_node *node = bound_node(parser, op, quantifier_type(op, binder.list), token->begin, &binder);
    kin_node_set_kids(parser, node, (const struct kin_node *[]){binder.list, test}, 2);
    return kin_node_finish(parser, node);
}

/* ---- iterate(v from first: next, count) ---- */

static const struct kin_node *refuse_iteration(struct kin_parser *parser, const struct kin_token *token)
{
    return kin_parser_fail(parser, KIN_E228, token->begin, token->end, NULL, NULL, NULL);
}

static bool is_from(const struct kin_parser *parser, const struct kin_token *token)
{
    return token->kind == KIN_TOKEN_NAME && strcmp(kin_parser_source(parser, token->begin, token->end), "from") == 0;
}

/* The next value, which must be what the first one is, and how many terms. */
static bool parse_rule(struct kin_parser *parser, const struct kin_node **kids)
{
    const struct kin_node *next = kin_parse_expression(parser, KIN_BINDS_NOTHING);
    if (!next) {
        return false;
    }
    kids[1] = kin_parser_narrow(parser, next, kids[0]->type);
    if (!kids[1]) {
        kin_parser_fail(parser, KIN_E218, next->begin, next->end, "iterate",
                        kin_type_text(parser->arena, kids[0]->type), kin_type_text(parser->arena, next->type));
    }
    return kids[1] != NULL;
}

static bool parse_term_count(struct kin_parser *parser, const struct kin_node **kids)
{
    const struct kin_node *count = NULL;
    if (!kin_parser_expect(parser, KIN_TOKEN_COMMA, ",") ||
        !(count = kin_parse_expression(parser, KIN_BINDS_NOTHING)) ||
        !kin_parser_expect(parser, KIN_TOKEN_CLOSE_ROUND, ")")) {
        return false;
    }
    kids[2] = kin_parser_narrow(parser, count, kin_type_number);
    if (!kids[2]) {
        kin_parser_fail(parser, KIN_E217, count->begin, count->end, kin_type_text(parser->arena, count->type),
                        "a number", NULL);
    }
    return kids[2] != NULL;
}

const struct kin_node *kin_parse_iteration(struct kin_parser *parser)
{
    const struct kin_token *token = kin_parser_token(parser);
    struct binder binder = {.name = token + 2};
    const struct kin_node *kids[3] = {NULL};
    parser->at += 2;
    if (binder.name->kind != KIN_TOKEN_NAME || !is_from(parser, token + 3) ||
        !kin_parser_find(parser, KIN_TOKEN_COLON)) {
        return refuse_iteration(parser, token);
    }
    parser->at += 2;
    kids[0] = kin_parse_expression(parser, KIN_BINDS_RANGE);
    if (!kids[0] || !kin_parser_expect(parser, KIN_TOKEN_COLON, ":") || !bind_as(parser, &binder, kids[0]->type)) {
        return NULL;
    }
    bool read = parse_rule(parser, kids);
    parser->scope = binder.outer;
    if (!read || !parse_term_count(parser, kids)) {
        return NULL;
    }
    struct kin_node *node =
        bound_node(parser, KIN_OP_ITERATE, kin_type_list_of(parser->arena, kids[0]->type), token->begin, &binder);
    kin_node_set_kids(parser, node, kids, 3);
    return kin_node_finish(parser, node);
}
