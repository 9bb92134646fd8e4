/* What all parts of the parser share: tokens, reports, nodes, constants. */
#include "expr/parse.h"
#include "expr/quick.h"

#include "base/limits.h"

const struct kin_token *kin_parser_token(const struct kin_parser *parser)
{
    return &parser->tokens.items[parser->at];
}

bool kin_parser_takes(struct kin_parser *parser, enum kin_token_kind kind)
{
    bool there = kin_parser_token(parser)->kind == kind;
    parser->at += there && kind != KIN_TOKEN_END;
    return there;
}

const char *kin_parser_source(const struct kin_parser *parser, size_t begin, size_t end)
{
    return kin_copy_n(parser->arena, parser->text->chars + begin, end - begin);
}

const struct kin_node *kin_parser_fail(struct kin_parser *parser, enum kin_diag_id id, size_t begin, size_t end,
                                       const char *first, const char *second, const char *third)
{
    kin_report(parser->reading->diags, id, kin_text_part(parser->text, begin, end), first, second, third, NULL);
    return NULL;
}

bool kin_parser_expect(struct kin_parser *parser, enum kin_token_kind kind, const char *sign)
{
    const struct kin_token *token = kin_parser_token(parser);
    bool there = kin_parser_takes(parser, kind);
    if (!there) {
        kin_parser_fail(parser, KIN_E206, token->begin, token->end, sign, NULL, NULL);
    }
    return there;
}

size_t kin_parser_find(const struct kin_parser *parser, enum kin_token_kind kind)
{
    int level = 0;
    for (size_t i = parser->at; parser->tokens.items[i].kind != KIN_TOKEN_END; i++) {
        enum kin_token_kind here = parser->tokens.items[i].kind;
        if (level == 0 && here == kind) {
            return i;
        }
        level += here == KIN_TOKEN_OPEN_ROUND || here == KIN_TOKEN_OPEN_SQUARE || here == KIN_TOKEN_OPEN_BRACE;
        level -= here == KIN_TOKEN_CLOSE_ROUND || here == KIN_TOKEN_CLOSE_SQUARE || here == KIN_TOKEN_CLOSE_BRACE;
        if (level < 0) {
            return 0;
        }
    }
    return 0;
}

bool kin_slots_have(const struct kin_slots *slots, int slot)
{
    for (size_t i = 0; i < slots->count; i++) {
        if (slots->items[i] == slot) {
            return true;
        }
    }
    return false;
}

void kin_slots_add(kin_arena *arena, struct kin_slots *slots, int slot)
{
    if (!kin_slots_have(slots, slot)) {
        KIN_PUSH(arena, slots->items, slots->count, slots->room) = slot;
    }
}

struct kin_node *kin_expr_node_new(struct kin_parser *parser, enum kin_op op, struct kin_type type, size_t begin,
                                   size_t end)
{
    struct kin_node *node = KIN_NEW(parser->arena, struct kin_node);
    node->op = (uint8_t)op;
    node->type = type;
    node->begin = (uint32_t)begin;
    node->end = (uint32_t)end;
    node->height = 1;
    return node;
}

void kin_node_set_kids(struct kin_parser *parser, struct kin_node *node, const struct kin_node *const *kids,
                       size_t count)
{
    node->kids = kin_copy_bytes(parser->arena, kids, count * sizeof *kids);
    node->count = count;
}

/* Nodes that put elements into slots need a frame, which there is none of yet. */
static bool binds(const struct kin_node *node)
{
    return node->op >= KIN_OP_MAP && node->op <= KIN_OP_FIRST;
}

static bool all_constant(const struct kin_node *node)
{
    for (size_t i = 0; i < node->count; i++) {
        if (node->kids[i]->op != KIN_OP_CONSTANT) {
            return false;
        }
    }
    return node->op != KIN_OP_SLOT && !binds(node);
}

/* A calculation that fails is left as it is: it may stand in a branch that is never taken. */
static void fold(struct kin_parser *parser, struct kin_node *node)
{
    struct kin_frame frame = {.arena = parser->arena, .steps = parser->fold_steps};
    struct kin_run run = {.frame = &frame};
    struct kin_value value;
    if (kin_node_eval(&run, node, &value)) {
        node->op = KIN_OP_CONSTANT;
        node->constant = value;
        node->count = 0;
    }
    parser->fold_steps = frame.steps;
}

const struct kin_node *kin_node_finish(struct kin_parser *parser, struct kin_node *node)
{
    bool constant = all_constant(node) && node->op != KIN_OP_CONSTANT;
    unsigned highest = 0;
    for (size_t i = 0; i < node->count; i++) {
        highest = node->kids[i]->height > highest ? node->kids[i]->height : highest;
    }
    if (constant) {
        fold(parser, node);
    }
    if (node->op != KIN_OP_CONSTANT && highest >= KIN_LIMIT_EXPR_DEPTH) {
        return kin_parser_fail(parser, KIN_E203, node->begin, node->begin + 1, NULL, NULL, NULL);
    }
    node->height = node->op == KIN_OP_CONSTANT ? 1 : (uint8_t)(highest + 1);
    node->quick_call = node->op == KIN_OP_CALL ? kin_quick_call_of(node->function) : NULL;
    node->quick = kin_quick_of(node);
    return node;
}

const struct kin_node *kin_parser_narrow(struct kin_parser *parser, const struct kin_node *node, struct kin_type type)
{
    if (kin_type_fits(node->type, type)) {
        return node;
    }
    if (!kin_type_may_be(node->type, type)) {
        return NULL;
    }
    struct kin_node *narrow = kin_expr_node_new(parser, KIN_OP_NARROW, type, node->begin, node->end);
    kin_node_set_kids(parser, narrow, &node, 1);
    return kin_node_finish(parser, narrow);
}

const struct kin_node *kin_parser_settled(struct kin_parser *parser, const struct kin_node *node)
{
    struct kin_type type = node->type;
    type.special = false;
    return node->type.special ? kin_parser_narrow(parser, node, type) : node;
}

bool kin_parser_wants_truth(struct kin_parser *parser, const struct kin_node *node)
{
    if (node->type.kind == KIN_TRUTH) {
        return true;
    }
    kin_parser_fail(parser, KIN_E217, node->begin, node->end, kin_type_text(parser->arena, node->type), "true or false",
                    NULL);
    return false;
}
