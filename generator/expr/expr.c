#include "expr/expr.h"

#include "base/limits.h"
#include "expr/parse.h"
#include "expr/size.h"

#include <string.h>

struct kin_expr {
    struct kin_text text; /* the whole text, of which the expression may be a part */
    const struct kin_node *root;
    const char *source;
    struct kin_slots used;
    size_t bound; /* one more than the highest slot that it binds itself */
};

/* ---- Reading ---- */

static size_t highest_bound(const struct kin_slots *slots)
{
    size_t highest = 0;
    for (size_t i = 0; i < slots->count; i++) {
        size_t next = (size_t)slots->items[i] + 1;
        highest = next > highest ? next : highest;
    }
    return highest;
}

static struct kin_expr *new_expr(const struct kin_parser *parser, const struct kin_node *root)
{
    struct kin_expr *expr = KIN_NEW(parser->arena, struct kin_expr);
    expr->text = *parser->text;
    expr->root = root;
    expr->source = kin_parser_source(parser, root->begin, root->end);
    expr->used = parser->used;
    expr->bound = highest_bound(&parser->bound);
    return expr;
}

/* 0,5 without a space, which would part two values. `token` is not the first one. */
static bool is_decimal_comma(const struct kin_token *token)
{
    return token->kind == KIN_TOKEN_COMMA && token[-1].kind == KIN_TOKEN_NUMBER && token[1].kind == KIN_TOKEN_NUMBER &&
           token[-1].end == token->begin && token->end == token[1].begin;
}

static const struct kin_node *refuse_rest(struct kin_parser *parser, const struct kin_token *token)
{
    kin_parser_fail(parser, KIN_E204, token->begin, token->end, kin_parser_source(parser, token->begin, token->end),
                    NULL, NULL);
    if (is_decimal_comma(token)) {
        kin_report_mend(parser->reading->diags, "decimals have a point: %s.%s",
                        kin_parser_source(parser, token[-1].begin, token[-1].end),
                        kin_parser_source(parser, token[1].begin, token[1].end));
    }
    return NULL;
}

static const struct kin_node *parse_all(struct kin_parser *parser)
{
    if (kin_parser_token(parser)->kind == KIN_TOKEN_END) {
        const struct kin_token *end = kin_parser_token(parser);
        return kin_parser_fail(parser, KIN_E201, end->begin, end->end, NULL, NULL, NULL);
    }
    const struct kin_node *root = kin_parse_expression(parser, KIN_BINDS_NOTHING);
    const struct kin_token *left = kin_parser_token(parser);
    return root && left->kind != KIN_TOKEN_END ? refuse_rest(parser, left) : root;
}

/* NULL after reporting. */
static const struct kin_node *as_wanted(struct kin_parser *parser, const struct kin_node *root, struct kin_type want)
{
    const struct kin_node *node = want.kind == KIN_NOTHING ? root : kin_parser_narrow(parser, root, want);
    if (node) {
        return node;
    }
    kin_parser_fail(parser, KIN_E217, root->begin, root->end, kin_type_text(parser->arena, root->type),
                    kin_type_text(parser->arena, want), NULL);
    return NULL;
}

struct kin_expr *kin_expr_parse_part(const struct kin_reading *reading, const struct kin_text *text, size_t begin,
                                     size_t end, struct kin_type want)
{
    struct kin_parser parser = {.arena = reading->arena, .reading = reading, .text = text};
    const struct kin_node *root = NULL;
    parser.scope = reading->scope ? reading->scope : kin_scope_new(reading->arena, NULL);
    parser.tokens.work = kin_arena_new();
    if (kin_lex(reading, text, begin, end, &parser.tokens)) {
        root = parse_all(&parser);
        root = root ? as_wanted(&parser, root, want) : NULL;
    }
    kin_arena_free(parser.tokens.work);
    return root ? new_expr(&parser, root) : NULL;
}

struct kin_expr *kin_expr_parse(const struct kin_reading *reading, struct kin_text text, struct kin_type want)
{
    return kin_expr_parse_part(reading, &text, 0, text.length, want);
}

struct kin_type kin_expr_type(const struct kin_expr *expr)
{
    return expr->root->type;
}

struct kin_span kin_expr_span(const struct kin_expr *expr)
{
    return kin_text_part(&expr->text, expr->root->begin, expr->root->end);
}

const char *kin_expr_source(const struct kin_expr *expr)
{
    return expr->source;
}

const struct kin_node *kin_expr_root(const struct kin_expr *expr)
{
    return expr->root;
}

bool kin_expr_uses(const struct kin_expr *expr, int slot)
{
    return kin_slots_have(&expr->used, slot);
}

bool kin_expr_rounds(const struct kin_expr *expr)
{
    static const char *const names[] = {"round", "round_up", "round_down", "round_significant"};
    const struct kin_node *node = expr->root;
    while (node->op == KIN_OP_NARROW) {
        node = node->kids[0];
    }
    for (size_t i = 0; node->op == KIN_OP_CALL && i < sizeof names / sizeof *names; i++) {
        if (strcmp(node->function->name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* ---- Evaluating ---- */

static bool run(const struct kin_expr *expr, struct kin_run *run, struct kin_value *value)
{
    run->frame->steps = 0;
    return kin_node_eval(run, expr->root, value);
}

/* A division by zero names its divisor, for the mend. */
static void place_fault(const struct kin_expr *expr, const struct kin_node *node, struct kin_frame *frame)
{
    frame->fault.span = kin_text_part(&expr->text, node->begin, node->end);
    if (frame->fault.id == KIN_E214 && node->op == KIN_OP_DIVIDE && node->kids[1]->op != KIN_OP_CONSTANT) {
        const struct kin_node *divisor = node->kids[1];
        frame->fault.detail =
            kin_copy_n(frame->arena, expr->text.chars + divisor->begin, divisor->end - divisor->begin);
    }
}

bool kin_expr_eval(const struct kin_expr *expr, struct kin_frame *frame, struct kin_value *value)
{
    struct kin_run running = {.frame = frame};
    if (run(expr, &running, value)) {
        return true;
    }
    place_fault(expr, running.failed, frame);
    return false;
}

bool kin_expr_holds(const struct kin_expr *expr, struct kin_frame *frame)
{
    struct kin_run running = {.frame = frame};
    frame->steps = 0;
    return kin_node_holds(&running, expr->root);
}

bool kin_expr_constant(const struct kin_expr *expr, kin_arena *arena, struct kin_value *value)
{
    if (expr->used.count) {
        return false;
    }
    struct kin_frame frame = {.arena = arena, .slots = KIN_NEW_N(arena, struct kin_value, expr->bound)};
    struct kin_run running = {.frame = &frame};
    return run(expr, &running, value);
}

static bool add_words(const struct kin_node *node, kin_arena *arena, struct kin_list_of_words *words)
{
    if (node->op == KIN_OP_NARROW) {
        return add_words(node->kids[0], arena, words);
    }
    if (node->op == KIN_OP_IF) {
        bool first = add_words(node->kids[1], arena, words);
        return add_words(node->kids[2], arena, words) && first;
    }
    bool word = node->op == KIN_OP_CONSTANT && node->constant.kind == KIN_WORD;
    if (word) {
        KIN_PUSH(arena, words->items, words->count, words->room) = node->constant.as.word->one;
    }
    return word;
}

bool kin_expr_words(const struct kin_expr *expr, kin_arena *arena, struct kin_list_of_words *words)
{
    return add_words(expr->root, arena, words);
}

/* ---- Reporting ---- */

/* Add "a = 3"; a long value is cut, since a note is one line. */
static void add_seen(struct kin_buf *buf, const char *name, const struct kin_value *value)
{
    enum { SHOWN = 80 };
    if (!name || value->kind == KIN_NOTHING) {
        return;
    }
    bool huge = kin_value_text_room(value) > KIN_LIMIT_TEXT_BYTES;
    const char *text = huge ? kin_type_text(buf->arena, kin_value_type(value)) : kin_value_text(buf->arena, value);
    const char *cut = strlen(text) > SHOWN ? " ..." : "";
    kin_buf_addf(buf, "%s%s = %.*s%s", buf->length ? ", " : "", name, SHOWN, text, cut);
}

static bool is_inside(struct kin_span inner, struct kin_span outer)
{
    return inner.begin >= outer.begin && inner.end <= outer.end;
}

/* Elements that were being looked at: those of the repetitions around the fault. */
static void add_elements_seen(struct kin_buf *buf, const struct kin_frame *frame, const struct kin_expr *expr,
                              const struct kin_node *node)
{
    for (size_t i = 0; i < node->count; i++) {
        const struct kin_node *kid = node->kids[i];
        if (is_inside(frame->fault.span, kin_text_part(&expr->text, kid->begin, kid->end))) {
            if (i > 0 && node->op >= KIN_OP_MAP && node->op <= KIN_OP_FIRST) {
                add_seen(buf, node->name, &frame->slots[node->slot]);
            }
            add_elements_seen(buf, frame, expr, kid);
            return;
        }
    }
}

/* "a = 3, b = 0" */
static const char *values_seen(const struct kin_frame *frame, const struct kin_scope *scope,
                               const struct kin_expr *expr)
{
    struct kin_buf buf = kin_buf_in(frame->arena);
    for (size_t i = 0; i < expr->used.count; i++) {
        int slot = expr->used.items[i];
        add_seen(&buf, kin_scope_name(scope, slot), &frame->slots[slot]);
    }
    if (expr->bound) {
        add_elements_seen(&buf, frame, expr, expr->root);
    }
    return buf.length ? buf.data : NULL;
}

void kin_fault_report(struct kin_diags *diags, const struct kin_frame *frame, const struct kin_scope *scope,
                      const struct kin_expr *expr)
{
    const struct kin_fault *fault = &frame->fault;
    kin_report(diags, fault->id, fault->span, fault->detail, NULL);
    const char *seen = values_seen(frame, scope, expr);
    if (seen) {
        kin_report_note(diags, "seen with %s", seen);
    }
    if (fault->id == KIN_E214 && fault->detail && !expr->bound) {
        kin_report_mend(diags, "add <where test=\"%s ne 0\"/>", fault->detail);
    }
}
