/* Names, calls, brackets, if(...), and the indexes behind them. */
#include "expr/parse.h"

#include <string.h>

/* ---- Names ---- */

static void hint_for_name(struct kin_parser *parser, const char *name)
{
    struct kin_diags *diags = parser->reading->diags;
    const char **names;
    size_t count = kin_scope_names(parser->scope, parser->arena, &names);
    if (strcmp(name, "answer") == 0) {
        kin_report_mend(diags,
                        "{answer} is the one key that is computed; with several write {answer.ID}; what is written out "
                        "as options or formulas is written out here, too");
        return;
    }
    const char *near = strlen(name) > 1 ? kin_nearest(name, names, count) : NULL;
    if (near) {
        kin_report_mend(diags, "did you mean '%s'?", near);
        return;
    }
    if (kin_function_named(name)) {
        kin_report_mend(diags, "%s is a function: %s(...)", name, name);
        return;
    }
    struct kin_buf buf = kin_buf_in(parser->arena);
    for (size_t i = 0; i < count && i < 12; i++) {
        kin_buf_addf(&buf, "%s%s", i ? ", " : "names here: ", names[i]);
    }
    kin_report_mend(diags, "%s%sa text stands in quotes%s", buf.length ? buf.data : "no names are known here", "; ",
                    strlen(name) == 1 ? "; a letter is letter('x')" : "");
}

static const struct kin_node *parse_name(struct kin_parser *parser)
{
    const struct kin_token *token = kin_parser_token(parser);
    const char *name = kin_parser_source(parser, token->begin, token->end);
    struct kin_type type;
    int slot = kin_scope_find(parser->scope, name, &type);
    if (slot < 0 && kin_name_is_constant(name)) {
        return kin_parse_constant(parser);
    }
    if (slot < 0) {
        kin_parser_fail(parser, KIN_E210, token->begin, token->end, name, NULL, NULL);
        hint_for_name(parser, name);
        return NULL;
    }
    if (type.kind == KIN_NOTHING) {
        return kin_parser_fail(parser, KIN_E219, token->begin, token->end, name, NULL, NULL);
    }
    parser->at++;
    if (!kin_slots_have(&parser->bound, slot)) {
        kin_slots_add(parser->arena, &parser->used, slot);
    }
    struct kin_node *node = kin_expr_node_new(parser, KIN_OP_SLOT, type, token->begin, token->end);
    node->slot = slot;
    node->name = name;
    return kin_node_finish(parser, node);
}

/* ---- Calls ---- */

static bool parse_arguments(struct kin_parser *parser, struct kin_nodes *arguments)
{
    if (kin_parser_takes(parser, KIN_TOKEN_CLOSE_ROUND)) {
        return true;
    }
    do {
        const struct kin_node *argument = kin_parse_expression(parser, KIN_BINDS_NOTHING);
        if (!argument) {
            return false;
        }
        KIN_PUSH(parser->arena, arguments->items, arguments->count, arguments->room) = argument;
    } while (kin_parser_takes(parser, KIN_TOKEN_COMMA));
    return kin_parser_expect(parser, KIN_TOKEN_CLOSE_ROUND, ")");
}

static const struct kin_node *refuse_function(struct kin_parser *parser, const struct kin_token *token)
{
    const char *name = kin_parser_source(parser, token->begin, token->end);
    kin_parser_fail(parser, KIN_E211, token->begin, token->end, name, NULL, NULL);
    if (kin_scope_find(parser->scope, name, NULL) >= 0) {
        kin_report_mend(parser->reading->diags, "for a product write %s*(...)", name);
        return NULL;
    }
    size_t count;
    const struct kin_function *const *functions = kin_functions(&count);
    const char **names = KIN_NEW_N(parser->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        names[i] = functions[i]->name;
    }
    const char *near = kin_nearest(name, names, count);
    if (near) {
        kin_report_mend(parser->reading->diags, "did you mean '%s'?", near);
    }
    return NULL;
}

static const char *count_text(kin_arena *arena, size_t count)
{
    return kin_format(arena, count == 1 ? "%zu argument" : "%zu arguments", count);
}

static const char *taken_text(kin_arena *arena, const struct kin_signature *signature)
{
    size_t least = signature->count - signature->optional - signature->rest;
    if (signature->rest) {
        return kin_format(arena, "at least %s", count_text(arena, least));
    }
    if (signature->optional) {
        return kin_format(arena, "%zu to %s", least, count_text(arena, signature->count));
    }
    return count_text(arena, signature->count);
}

static const struct kin_node *refuse_call(struct kin_parser *parser, const struct kin_node *call,
                                          const struct kin_misfit *misfit)
{
    kin_arena *arena = parser->arena;
    const char *name = call->function->name;
    if (misfit->argument < 0) {
        kin_parser_fail(parser, KIN_E212, call->begin, call->end, name, taken_text(arena, &misfit->signature),
                        kin_format(arena, "%zu", call->count));
        kin_report_mend(parser->reading->diags, "write %s(%.*s)", name, (int)misfit->signature.text_length,
                        misfit->signature.text);
        return NULL;
    }
    const struct kin_node *argument = call->kids[misfit->argument];
    kin_report(parser->reading->diags, KIN_E213, kin_text_part(parser->text, argument->begin, argument->end),
               kin_format(arena, "%d", misfit->argument + 1), name, kin_type_text(arena, argument->type),
               misfit->wanted, NULL);
    return NULL;
}

/* Each argument as the type that the function takes there. */
static bool narrow_arguments(struct kin_parser *parser, struct kin_node *call, const struct kin_type *taken)
{
    for (size_t i = 0; i < call->count; i++) {
        call->kids[i] = kin_parser_narrow(parser, call->kids[i], taken[i]);
        if (!call->kids[i]) {
            return false;
        }
    }
    return true;
}

static const struct kin_node *typed_call(struct kin_parser *parser, struct kin_node *call)
{
    struct kin_type *types = KIN_NEW_N(parser->arena, struct kin_type, call->count);
    for (size_t i = 0; i < call->count; i++) {
        types[i] = call->kids[i]->type;
    }
    struct kin_typed_call typed = {call->function, types, call->count,
                                   KIN_NEW_N(parser->arena, struct kin_type, call->count)};
    struct kin_misfit misfit;
    if (!kin_call_type(parser->arena, &typed, &call->type, &misfit)) {
        return refuse_call(parser, call, &misfit);
    }
    return narrow_arguments(parser, call, typed.taken) ? kin_node_finish(parser, call) : NULL;
}

static const struct kin_node *parse_call(struct kin_parser *parser)
{
    const struct kin_token *token = kin_parser_token(parser);
    const struct kin_function *function = kin_function_named(kin_parser_source(parser, token->begin, token->end));
    if (!function) {
        return refuse_function(parser, token);
    }
    parser->at += 2;
    struct kin_nodes arguments = {0};
    if (!parse_arguments(parser, &arguments)) {
        return NULL;
    }
    size_t end = parser->tokens.items[parser->at - 1].end;
    struct kin_node *call = kin_expr_node_new(parser, KIN_OP_CALL, kin_type_any, token->begin, end);
    call->function = function;
    kin_node_set_kids(parser, call, arguments.items, arguments.count);
    return typed_call(parser, call);
}

/* (v in ..., or a colon or `for` inside. */
static bool looks_repeated(const struct kin_parser *parser)
{
    struct kin_parser inside = *parser;
    inside.at += 2;
    const struct kin_token *token = kin_parser_token(&inside);
    return (token[0].kind == KIN_TOKEN_NAME && token[1].kind == KIN_TOKEN_IN) ||
           kin_parser_find(&inside, KIN_TOKEN_COLON) || kin_parser_find(&inside, KIN_TOKEN_FOR);
}

/* all, any, count, first run through a list; count and first are functions, too. */
static const struct kin_node *parse_call_or_quantifier(struct kin_parser *parser)
{
    static const struct {
        const char *name;
        enum kin_op op;
    } quantifiers[] = {{"all", KIN_OP_ALL}, {"any", KIN_OP_ANY}, {"count", KIN_OP_COUNT}, {"first", KIN_OP_FIRST}};
    const struct kin_token *token = kin_parser_token(parser);
    const char *name = kin_parser_source(parser, token->begin, token->end);
    if (strcmp(name, "iterate") == 0) {
        return kin_parse_iteration(parser);
    }
    for (size_t i = 0; i < sizeof quantifiers / sizeof *quantifiers; i++) {
        if (strcmp(quantifiers[i].name, name) == 0) {
            return i < 2 || looks_repeated(parser) ? kin_parse_quantifier(parser, quantifiers[i].op)
                                                   : parse_call(parser);
        }
    }
    return parse_call(parser);
}

/* ---- if(test, a, b) ---- */

static const struct kin_node *typed_if(struct kin_parser *parser, struct kin_node *node)
{
    const struct kin_node *const *kids = node->kids;
    if (!kin_parser_wants_truth(parser, kids[0])) {
        return NULL;
    }
    if (!kin_types_join(parser->arena, kids[1]->type, kids[2]->type, &node->type)) {
        return kin_parser_fail(parser, KIN_E218, kids[1]->begin, kids[2]->end, "if",
                               kin_type_text(parser->arena, kids[1]->type),
                               kin_type_text(parser->arena, kids[2]->type));
    }
    return kin_node_finish(parser, node);
}

static const struct kin_node *parse_if(struct kin_parser *parser)
{
    const struct kin_token *token = kin_parser_token(parser);
    struct kin_nodes kids = {0};
    parser->at++;
    if (!kin_parser_expect(parser, KIN_TOKEN_OPEN_ROUND, "(") || !parse_arguments(parser, &kids)) {
        return NULL;
    }
    size_t end = parser->tokens.items[parser->at - 1].end;
    if (kids.count != 3) {
        kin_parser_fail(parser, KIN_E212, token->begin, end, "if", "3 arguments",
                        kin_format(parser->arena, "%zu", kids.count));
        kin_report_mend(parser->reading->diags, "write if(test, a, b)");
        return NULL;
    }
    struct kin_node *node = kin_expr_node_new(parser, KIN_OP_IF, kin_type_any, token->begin, end);
    kin_node_set_kids(parser, node, kids.items, kids.count);
    return typed_if(parser, node);
}

/* ---- Brackets and indexes ---- */

static const struct kin_node *parse_bracket(struct kin_parser *parser)
{
    size_t begin = kin_parser_token(parser)->begin;
    parser->at++;
    const struct kin_node *inside = kin_parse_expression(parser, KIN_BINDS_NOTHING);
    if (!inside || !kin_parser_expect(parser, KIN_TOKEN_CLOSE_ROUND, ")")) {
        return NULL;
    }
    struct kin_node *node = kin_copy_bytes(parser->arena, inside, sizeof *inside);
    node->begin = (uint32_t)begin;
    node->end = parser->tokens.items[parser->at - 1].end;
    return node;
}

static const struct kin_node *index_node(struct kin_parser *parser, const struct kin_node *list,
                                         const struct kin_node *place)
{
    kin_arena *arena = parser->arena;
    if (list->type.kind != KIN_LIST) {
        return kin_parser_fail(parser, KIN_E217, list->begin, list->end, kin_type_text(arena, list->type), "a list",
                               NULL);
    }
    const struct kin_node *number = kin_parser_narrow(parser, place, kin_type_number);
    if (!number || number->type.look != KIN_PLAIN) {
        return kin_parser_fail(parser, KIN_E217, place->begin, place->end, kin_type_text(arena, place->type),
                               "a number", NULL);
    }
    size_t end = parser->tokens.items[parser->at - 1].end;
    struct kin_node *node = kin_expr_node_new(parser, KIN_OP_INDEX, kin_type_element(list->type), list->begin, end);
    kin_node_set_kids(parser, node, (const struct kin_node *[]){list, number}, 2);
    return kin_node_finish(parser, node);
}

static const struct kin_node *parse_index(struct kin_parser *parser, const struct kin_node *list)
{
    const struct kin_node *place = kin_parse_expression(parser, KIN_BINDS_NOTHING);
    if (!place || !kin_parser_expect(parser, KIN_TOKEN_CLOSE_SQUARE, "]")) {
        return NULL;
    }
    return index_node(parser, list, place);
}

static const struct kin_node *parse_simple(struct kin_parser *parser)
{
    const struct kin_token *token = kin_parser_token(parser);
    switch (token->kind) {
    case KIN_TOKEN_NUMBER:
    case KIN_TOKEN_MONEY:
    case KIN_TOKEN_PERCENT:
    case KIN_TOKEN_STRING:
    case KIN_TOKEN_TRUE:
    case KIN_TOKEN_FALSE:
        return kin_parse_literal(parser);
    case KIN_TOKEN_NAME:
        return token[1].kind == KIN_TOKEN_OPEN_ROUND ? parse_call_or_quantifier(parser) : parse_name(parser);
    case KIN_TOKEN_IF:
        return parse_if(parser);
    case KIN_TOKEN_OPEN_ROUND:
        return parse_bracket(parser);
    case KIN_TOKEN_OPEN_SQUARE:
    case KIN_TOKEN_OPEN_BRACE:
        return kin_parse_list(parser);
    default:
        return kin_parser_fail(parser, KIN_E207, token->begin, token->end, NULL, NULL, NULL);
    }
}

const struct kin_node *kin_parse_operand(struct kin_parser *parser)
{
    const struct kin_node *node = parse_simple(parser);
    while (node && kin_parser_takes(parser, KIN_TOKEN_OPEN_SQUARE)) {
        node = parse_index(parser, node);
    }
    return node;
}
