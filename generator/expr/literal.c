#include "expr/parse.h"

#include <string.h>

static size_t places_in(const char *digits, size_t length)
{
    const char *point = memchr(digits, '.', length);
    return point ? (size_t)(digits + length - point) - 1 : 0;
}

/* 12.50 shows two decimals wherever it is printed; 12 shows what is needed; $4 shows whole dollars. */
static int16_t written_places(enum kin_token_kind kind, size_t places)
{
    return places || kind == KIN_TOKEN_MONEY ? (int16_t)places : KIN_NO_PLACES;
}

static enum kin_look look_of(enum kin_token_kind kind)
{
    return kind == KIN_TOKEN_MONEY ? KIN_MONEY : kind == KIN_TOKEN_PERCENT ? KIN_PERCENT : KIN_PLAIN;
}

static const struct kin_node *constant(struct kin_parser *parser, const struct kin_token *token, struct kin_value value)
{
    struct kin_node *node =
        kin_expr_node_new(parser, KIN_OP_CONSTANT, kin_value_type(&value), token->begin, token->end);
    node->constant = value;
    return kin_node_finish(parser, node);
}

static const struct kin_node *parse_number(struct kin_parser *parser, const struct kin_token *token)
{
    size_t begin = token->begin + (token->kind == KIN_TOKEN_MONEY),
           end = token->end - (token->kind == KIN_TOKEN_PERCENT);
    const char *digits = parser->text->chars + begin;
    struct kin_rat number = kin_rat_parse(parser->arena, digits, end - begin);
    if (token->kind == KIN_TOKEN_PERCENT) {
        number = kin_rat_div(parser->arena, number, kin_rat_int(100));
    }
    if (!kin_rat_defined(number)) {
        return kin_parser_fail(parser, KIN_E230, token->begin, token->end, NULL, NULL, NULL);
    }
    struct kin_value value = kin_value_number(number);
    value.look = (uint8_t)look_of(token->kind);
    value.places = written_places(token->kind, places_in(digits, end - begin));
    return constant(parser, token, value);
}

static const struct kin_node *parse_string(struct kin_parser *parser, const struct kin_token *token)
{
    const char *text = kin_parser_source(parser, token->begin + 1, token->end - 1);
    return constant(parser, token, kin_value_word(parser->arena, text, NULL));
}

const struct kin_node *kin_parse_literal(struct kin_parser *parser)
{
    const struct kin_token *token = kin_parser_token(parser);
    parser->at++;
    if (token->kind == KIN_TOKEN_STRING) {
        return parse_string(parser, token);
    }
    if (token->kind == KIN_TOKEN_TRUE || token->kind == KIN_TOKEN_FALSE) {
        return constant(parser, token, kin_value_truth(token->kind == KIN_TOKEN_TRUE));
    }
    return parse_number(parser, token);
}

/* ---- Names of values ---- */

/* The special value of a name; KIN_SPECIAL_COUNT for other names. */
static enum kin_special special_named(const char *name)
{
    enum kin_special special = 0;
    while (special < KIN_SPECIAL_COUNT && strcmp(kin_special_name(special), name) != 0) {
        special++;
    }
    return special;
}

bool kin_name_is_constant(const char *name)
{
    return strcmp(name, "pi") == 0 || special_named(name) < KIN_SPECIAL_COUNT;
}

const struct kin_node *kin_parse_constant(struct kin_parser *parser)
{
    const struct kin_token *token = kin_parser_token(parser);
    enum kin_special special = special_named(kin_parser_source(parser, token->begin, token->end));
    parser->at++;
    return constant(parser, token,
                    special < KIN_SPECIAL_COUNT ? kin_value_special(special)
                                                : kin_value_surd(kin_surd_pi(parser->arena)));
}
