/* Operators. */
#include "expr/parse.h"

#include "base/limits.h"

struct infix {
    enum kin_power_level level; /* KIN_BINDS_NOTHING: not an operator */
    enum kin_op op;
    enum kin_relation relation; /* of KIN_OP_COMPARE */
};

static const struct infix infixes[] = {
    [KIN_TOKEN_OR] = {KIN_BINDS_OR, KIN_OP_OR, 0},
    [KIN_TOKEN_AND] = {KIN_BINDS_AND, KIN_OP_AND, 0},
    [KIN_TOKEN_EQ] = {KIN_BINDS_COMPARISON, KIN_OP_COMPARE, KIN_EQ},
    [KIN_TOKEN_NE] = {KIN_BINDS_COMPARISON, KIN_OP_COMPARE, KIN_NE},
    [KIN_TOKEN_LT] = {KIN_BINDS_COMPARISON, KIN_OP_COMPARE, KIN_LT},
    [KIN_TOKEN_LE] = {KIN_BINDS_COMPARISON, KIN_OP_COMPARE, KIN_LE},
    [KIN_TOKEN_GT] = {KIN_BINDS_COMPARISON, KIN_OP_COMPARE, KIN_GT},
    [KIN_TOKEN_GE] = {KIN_BINDS_COMPARISON, KIN_OP_COMPARE, KIN_GE},
    [KIN_TOKEN_IN] = {KIN_BINDS_COMPARISON, KIN_OP_IN, 0},
    [KIN_TOKEN_NOT] = {KIN_BINDS_COMPARISON, KIN_OP_NOT_IN, 0}, /* only before in */
    [KIN_TOKEN_RANGE] = {KIN_BINDS_RANGE, KIN_OP_RANGE, 0},
    [KIN_TOKEN_PLUS] = {KIN_BINDS_SUM, KIN_OP_ADD, 0},
    [KIN_TOKEN_MINUS] = {KIN_BINDS_SUM, KIN_OP_SUBTRACT, 0},
    [KIN_TOKEN_TIMES] = {KIN_BINDS_PRODUCT, KIN_OP_MULTIPLY, 0},
    [KIN_TOKEN_OVER] = {KIN_BINDS_PRODUCT, KIN_OP_DIVIDE, 0},
    [KIN_TOKEN_POWER] = {KIN_BINDS_POWER, KIN_OP_POWER, 0},
};

static const struct infix *infix_of(enum kin_token_kind kind)
{
    static const struct infix none = {0};
    return kind < sizeof infixes / sizeof *infixes ? &infixes[kind] : &none;
}

static const struct kin_node *pair(struct kin_parser *parser, enum kin_op op, struct kin_type type,
                                   const struct kin_node *left, const struct kin_node *right)
{
    struct kin_node *node = kin_expr_node_new(parser, op, type, left->begin, right->end);
    kin_node_set_kids(parser, node, (const struct kin_node *[]){left, right}, 2);
    return kin_node_finish(parser, node);
}

/* ---- Mistakes ---- */

static const struct kin_node *refuse_money(struct kin_parser *parser, const char *done, const struct kin_node *left,
                                           const struct kin_node *right)
{
    const struct kin_node *number = left->type.look == KIN_MONEY ? right : left;
    const char *other = number->type.look == KIN_PERCENT ? "a percentage" : "a plain number";
    kin_parser_fail(parser, KIN_E216, left->begin, right->end, done, other, NULL);
    if (number->type.look == KIN_PERCENT) {
        kin_report_mend(parser->reading->diags, "a percent of an amount is a product, such as $20*(1 + 15%%)");
    } else {
        kin_report_mend(parser->reading->diags, "write money(%s)",
                        kin_parser_source(parser, number->begin, number->end));
    }
    return NULL;
}

/* {a}, as holes of texts are written: in an expression it is a set. */
static bool is_braced(const struct kin_parser *parser, const struct kin_node *node)
{
    return *kin_parser_source(parser, node->begin, node->end) == '{';
}

static const struct kin_node *refuse_pair(struct kin_parser *parser, const struct kin_token *sign,
                                          const struct kin_node *left, const struct kin_node *right)
{
    kin_parser_fail(parser, KIN_E215, left->begin, right->end, kin_parser_source(parser, sign->begin, sign->end),
                    kin_type_text(parser->arena, left->type), kin_type_text(parser->arena, right->type));
    if (is_braced(parser, left) || is_braced(parser, right)) {
        kin_report_mend(parser->reading->diags, "write names without braces here: {a} is a set, braces are for texts");
    } else if (left->type.kind == KIN_NUMBER && left->type.look == KIN_PLAIN && right->type.look == KIN_MONEY) {
        kin_report_mend(parser->reading->diags, "number(%s) is the amount as a plain number",
                        kin_parser_source(parser, right->begin, right->end));
    }
    return NULL;
}

/* From the token at `index` to its partner when it is a bracket. */
static size_t end_of_factor(const struct kin_parser *parser, size_t index)
{
    struct kin_parser inner = *parser;
    inner.at = index + 1;
    size_t close = parser->tokens.items[index].kind == KIN_TOKEN_OPEN_ROUND
                       ? kin_parser_find(&inner, KIN_TOKEN_CLOSE_ROUND)
                       : index;
    return parser->tokens.items[close ? close : index].end;
}

/* Behind a complete value: a second value, or something that belongs nowhere. */
static const struct kin_node *refuse_token(struct kin_parser *parser)
{
    const struct kin_token *token = kin_parser_token(parser), *before = token - 1;
    bool value = token->kind == KIN_TOKEN_OPEN_ROUND ||
                 (token->kind >= KIN_TOKEN_NUMBER && token->kind <= KIN_TOKEN_NAME && token->kind != KIN_TOKEN_STRING);
    const char *there = kin_parser_source(parser, token->begin, token->end);
    if (!value) {
        return kin_parser_fail(parser, KIN_E204, token->begin, token->end, there, NULL, NULL);
    }
    const char *left = kin_parser_source(parser, before->begin, before->end);
    size_t end = end_of_factor(parser, parser->at);
    kin_parser_fail(parser, KIN_E208, before->begin, token->end, left, there, NULL);
    if (token->kind == KIN_TOKEN_NAME && kin_function_named(there)) {
        kin_report_mend(parser->reading->diags, "%s is a function, and its values stand behind it: %s", there,
                        kin_function_named(there)->examples[0].program);
    } else if (before->kind != KIN_TOKEN_CLOSE_ROUND) {
        kin_report_mend(parser->reading->diags, "for a product write %s*%s", left,
                        kin_parser_source(parser, token->begin, end));
    } else {
        kin_report_mend(parser->reading->diags, "for a product write *");
    }
    return NULL;
}

/* ---- Operators by kind ---- */

static const struct kin_node *calculation(struct kin_parser *parser, const struct kin_token *sign, enum kin_op op,
                                          const struct kin_node *left, const struct kin_node *right)
{
    struct kin_type type;
    const struct kin_node *exponent = op == KIN_OP_POWER ? kin_parser_narrow(parser, right, kin_type_number) : NULL;
    left = kin_parser_settled(parser, left);
    right = exponent ? exponent : kin_parser_settled(parser, right);
    if (!left || !right) {
        return NULL;
    }
    if (kin_type_calculated(op, left->type, right->type, &type)) {
        return pair(parser, op, type, left, right);
    }
    bool sum = op == KIN_OP_ADD || op == KIN_OP_SUBTRACT;
    if (sum && kin_types_mix_money(left->type, right->type)) {
        return refuse_money(parser, op == KIN_OP_ADD ? "added" : "subtracted", left, right);
    }
    return refuse_pair(parser, sign, left, right);
}

static const struct kin_node *range(struct kin_parser *parser, const struct kin_token *sign,
                                    const struct kin_node *left, const struct kin_node *right)
{
    const struct kin_node *from = kin_parser_narrow(parser, left, kin_type_number);
    const struct kin_node *to = kin_parser_narrow(parser, right, kin_type_number);
    if (!from || !to || from->type.look != KIN_PLAIN || to->type.look != KIN_PLAIN) {
        return refuse_pair(parser, sign, left, right);
    }
    return pair(parser, KIN_OP_RANGE, kin_type_numbers, from, to);
}

static const struct kin_node *membership(struct kin_parser *parser, const struct kin_token *sign, enum kin_op op,
                                         const struct kin_node *left, const struct kin_node *right)
{
    bool list = right->type.kind == KIN_LIST;
    if (right->type.kind == KIN_INTERVAL && !right->type.special) {
        const struct kin_node *number = kin_parser_narrow(parser, left, kin_type_number);
        return number && number->type.look == KIN_PLAIN ? pair(parser, op, kin_type_truth, number, right)
                                                        : refuse_pair(parser, sign, left, right);
    }
    if (!list || (right->type.element && !kin_types_equatable(parser->arena, left->type, *right->type.element))) {
        return refuse_pair(parser, sign, left, right);
    }
    return pair(parser, op, kin_type_truth, left, right);
}

static const struct kin_node *connective(struct kin_parser *parser, enum kin_op op, const struct kin_node *left,
                                         const struct kin_node *right)
{
    if (!kin_parser_wants_truth(parser, left) || !kin_parser_wants_truth(parser, right)) {
        return NULL;
    }
    return pair(parser, op, kin_type_truth, left, right);
}

/* ---- Comparisons and their chains ---- */

static bool is_equality(const struct kin_token *sign)
{
    return sign->kind == KIN_TOKEN_EQ || sign->kind == KIN_TOKEN_NE;
}

static bool comparable(struct kin_parser *parser, const struct kin_token *sign, const struct kin_node *left,
                       const struct kin_node *right)
{
    if (is_equality(sign) ? kin_types_equatable(parser->arena, left->type, right->type)
                          : kin_types_ordered(left->type, right->type)) {
        return true;
    }
    if (kin_types_mix_money(left->type, right->type)) {
        refuse_money(parser, "compared", left, right);
    } else {
        refuse_pair(parser, sign, left, right);
    }
    return false;
}

struct chain {
    struct kin_nodes nodes;
    uint8_t *relations;
    size_t count, room;
};

/* In `a ne b ne c` nothing would be said of a and c. */
static bool chain_makes_sense(struct kin_parser *parser, const struct chain *chain, const struct kin_token *sign)
{
    for (size_t i = 0; i < chain->count && chain->count > 1; i++) {
        if (chain->relations[i] == KIN_NE) {
            kin_parser_fail(parser, KIN_E221, sign->begin, sign->end, "ne", NULL, NULL);
            kin_report_mend(parser->reading->diags, "to say that all differ, write distinct(a, b, c)");
            return false;
        }
    }
    return true;
}

static bool add_to_chain(struct kin_parser *parser, struct chain *chain)
{
    const struct kin_token *sign = kin_parser_token(parser);
    parser->at++;
    const struct kin_node *right = kin_parse_expression(parser, KIN_BINDS_RANGE);
    const struct kin_node **left = &chain->nodes.items[chain->nodes.count - 1];
    if (right && !is_equality(sign)) {
        *left = kin_parser_settled(parser, *left);
        right = kin_parser_settled(parser, right);
    }
    if (!right || !*left || !comparable(parser, sign, *left, right)) {
        return false;
    }
    KIN_PUSH(parser->arena, chain->relations, chain->count, chain->room) = (uint8_t)infix_of(sign->kind)->relation;
    KIN_PUSH(parser->arena, chain->nodes.items, chain->nodes.count, chain->nodes.room) = right;
    return chain_makes_sense(parser, chain, sign);
}

static const struct kin_node *comparison(struct kin_parser *parser, const struct kin_node *left)
{
    struct chain chain = {0};
    KIN_PUSH(parser->arena, chain.nodes.items, chain.nodes.count, chain.nodes.room) = left;
    while (infix_of(kin_parser_token(parser)->kind)->op == KIN_OP_COMPARE) {
        if (!add_to_chain(parser, &chain)) {
            return NULL;
        }
    }
    const struct kin_node *last = chain.nodes.items[chain.nodes.count - 1];
    struct kin_node *node = kin_expr_node_new(parser, KIN_OP_COMPARE, kin_type_truth, left->begin, last->end);
    kin_node_set_kids(parser, node, chain.nodes.items, chain.nodes.count);
    node->relations = chain.relations;
    return kin_node_finish(parser, node);
}

/* ---- The loop ---- */

static const struct kin_node *join(struct kin_parser *parser, const struct kin_token *sign, const struct infix *infix,
                                   const struct kin_node *left, const struct kin_node *right)
{
    switch (infix->op) {
    case KIN_OP_RANGE:
        return range(parser, sign, left, right);
    case KIN_OP_IN:
    case KIN_OP_NOT_IN:
        return membership(parser, sign, infix->op, left, right);
    case KIN_OP_AND:
    case KIN_OP_OR:
        return connective(parser, infix->op, left, right);
    default:
        return calculation(parser, sign, infix->op, left, right);
    }
}

/* Powers group from the right and take a sign in the exponent; everything else groups from the left. */
static enum kin_power_level right_side(enum kin_power_level level)
{
    return level == KIN_BINDS_POWER ? KIN_BINDS_SIGN : level + 1;
}

static const struct kin_node *infix_step(struct kin_parser *parser, const struct kin_node *left)
{
    const struct kin_token *sign = kin_parser_token(parser);
    const struct infix *infix = infix_of(sign->kind);
    if (infix->op == KIN_OP_COMPARE) {
        return comparison(parser, left);
    }
    parser->at++;
    if (infix->op == KIN_OP_NOT_IN && !kin_parser_expect(parser, KIN_TOKEN_IN, "in")) {
        return NULL;
    }
    const struct kin_node *right = kin_parse_expression(parser, right_side(infix->level));
    return right ? join(parser, sign, infix, left, right) : NULL;
}

static const struct kin_node *prefix_result(struct kin_parser *parser, const struct kin_token *sign,
                                            const struct kin_node *operand)
{
    struct kin_type type = kin_type_truth;
    operand = kin_parser_settled(parser, operand);
    if (!operand) {
        return NULL;
    }
    if (sign->kind == KIN_TOKEN_NOT ? !kin_parser_wants_truth(parser, operand)
                                    : !kin_type_negated(operand->type, &type)) {
        return sign->kind == KIN_TOKEN_NOT
                   ? NULL
                   : kin_parser_fail(parser, KIN_E217, operand->begin, operand->end,
                                     kin_type_text(parser->arena, operand->type), "a number", NULL);
    }
    enum kin_op op = sign->kind == KIN_TOKEN_NOT ? KIN_OP_NOT : KIN_OP_NEGATE;
    struct kin_node *node = kin_expr_node_new(parser, op, type, sign->begin, operand->end);
    kin_node_set_kids(parser, node, &operand, 1);
    return kin_node_finish(parser, node);
}

/* -3^2: read as -9 by mathematics, as 9 by many students and some programs. */
static bool is_ambiguous(const struct kin_token *sign)
{
    return sign->kind == KIN_TOKEN_MINUS && sign[1].kind >= KIN_TOKEN_NUMBER && sign[1].kind <= KIN_TOKEN_PERCENT &&
           sign[2].kind == KIN_TOKEN_POWER;
}

static const struct kin_node *refuse_ambiguous(struct kin_parser *parser, const struct kin_token *sign)
{
    size_t end = end_of_factor(parser, (size_t)(sign + 3 - parser->tokens.items));
    const char *base = kin_parser_source(parser, sign[1].begin, sign[1].end);
    const char *exponent = kin_parser_source(parser, sign[3].begin, end);
    kin_parser_fail(parser, KIN_E209, sign->begin, end, kin_parser_source(parser, sign->begin, end), NULL, NULL);
    kin_report_mend(parser->reading->diags, "write (-%s)^%s or -(%s^%s)", base, exponent, base, exponent);
    return NULL;
}

static const struct kin_node *prefix(struct kin_parser *parser)
{
    const struct kin_token *sign = kin_parser_token(parser);
    if (sign->kind != KIN_TOKEN_MINUS && sign->kind != KIN_TOKEN_NOT) {
        return kin_parse_operand(parser);
    }
    parser->at++;
    if (is_ambiguous(sign)) {
        return refuse_ambiguous(parser, sign);
    }
    const struct kin_node *operand =
        kin_parse_expression(parser, sign->kind == KIN_TOKEN_NOT ? KIN_BINDS_NOT : KIN_BINDS_SIGN);
    return operand ? prefix_result(parser, sign, operand) : NULL;
}

/* After a whole value only an operator, a closing sign or the end can follow. */
static bool ends_value(enum kin_token_kind kind)
{
    return kind == KIN_TOKEN_END || kind == KIN_TOKEN_FOR || kind == KIN_TOKEN_IF || kind == KIN_TOKEN_COMMA ||
           kind == KIN_TOKEN_COLON || kind == KIN_TOKEN_CLOSE_ROUND || kind == KIN_TOKEN_CLOSE_SQUARE ||
           kind == KIN_TOKEN_CLOSE_BRACE || infix_of(kind)->level != KIN_BINDS_NOTHING;
}

static const struct kin_node *expression(struct kin_parser *parser, enum kin_power_level weakest)
{
    const struct kin_node *left = prefix(parser);
    while (left && infix_of(kin_parser_token(parser)->kind)->level > KIN_BINDS_NOTHING &&
           infix_of(kin_parser_token(parser)->kind)->level >= weakest) {
        left = infix_step(parser, left);
    }
    return left && !ends_value(kin_parser_token(parser)->kind) ? refuse_token(parser) : left;
}

const struct kin_node *kin_parse_expression(struct kin_parser *parser, enum kin_power_level weakest)
{
    const struct kin_token *token = kin_parser_token(parser);
    if (parser->depth >= KIN_LIMIT_EXPR_DEPTH) {
        return kin_parser_fail(parser, KIN_E203, token->begin, token->end, NULL, NULL, NULL);
    }
    parser->depth++;
    const struct kin_node *node = expression(parser, weakest);
    parser->depth--;
    return node;
}
