/* Operands of a formula: numbers, letters, holes, brackets, roots, and what is raised or lowered behind them. */
#include "content/notation.h"

#include <string.h>

/* ---- Leaves ---- */

static const struct kin_written *parse_number(struct kin_notation *parser)
{
    size_t first = parser->at;
    const struct kin_mark_token *token = kin_notation_take(parser);
    struct kin_written *made = kin_notation_node(parser, KIN_WRITTEN_NUMBER, first);
    const char *point = strchr(token->text, '.');
    made->text = point && !point[1] ? kin_copy_n(parser->reading->arena, token->text, (size_t)(point - token->text))
                                    : token->text;
    made->places = point ? (int16_t)strlen(point + 1) : KIN_NO_PLACES;
    made->number = kin_rat_parse(parser->reading->arena, made->text, strlen(made->text));
    if (!kin_rat_defined(made->number)) {
        return kin_notation_fail(parser, KIN_E294, made->span, NULL, "write a shorter number");
    }
    return made;
}

/* A value with letters or roots; in a join, values with letters. */
static bool has_letters(const struct kin_notation *parser, const struct kin_written *hole)
{
    struct kin_type type = kin_notation_hole_type(parser, hole);
    bool joined = parser->holes->items[hole->index].join && type.element;
    uint8_t kind = joined ? type.element->kind : type.kind;
    return kind == KIN_POLY || kind == KIN_SURD;
}

static struct kin_written *leaf(struct kin_notation *parser, enum kin_written_kind kind)
{
    size_t first = parser->at;
    const struct kin_mark_token *token = kin_notation_take(parser);
    struct kin_written *made = kin_notation_node(parser, kind, first);
    made->text = token->text;
    made->letter = token->letter;
    made->index = token->index;
    made->lettered = kind == KIN_WRITTEN_LETTER || (kind == KIN_WRITTEN_HOLE && has_letters(parser, made));
    return made;
}

const struct kin_written *kin_notation_leaf(struct kin_notation *parser, enum kin_written_kind kind)
{
    return leaf(parser, kind);
}

/* {name} of a formula, which stands there like typed text. */
static const struct kin_written *quote(struct kin_notation *parser, struct kin_written *hole)
{
    const struct kin_formula *quoted = parser->holes->items[hole->index].quoted;
    hole->kind = KIN_WRITTEN_QUOTED;
    hole->quoted = quoted;
    hole->lettered = quoted->root->lettered;
    return hole;
}

static const struct kin_written *parse_hole(struct kin_notation *parser)
{
    struct kin_written *hole = leaf(parser, KIN_WRITTEN_HOLE);
    return parser->holes->items[hole->index].quoted ? quote(parser, hole) : hole;
}

/* 1 3/4 with white space between the two numbers. */
static bool mixed_follows(const struct kin_notation *parser)
{
    const struct kin_mark_token *token = kin_notation_next(parser);
    size_t left = parser->tokens.count - parser->at;
    return left > 3 && token[0].kind == KIN_MARK_NUMBER && token[1].kind == KIN_MARK_NUMBER && token[1].spaced &&
           token[2].kind == KIN_MARK_SLASH && token[3].kind == KIN_MARK_NUMBER && !strchr(token[0].text, '.');
}

static const struct kin_written *parse_mixed(struct kin_notation *parser)
{
    size_t first = parser->at;
    struct kin_kids kids = {0};
    for (int i = 0; i < 3; i++) {
        const struct kin_written *number = parse_number(parser);
        if (!number) {
            return NULL;
        }
        kin_notation_add(parser, &kids, number, KIN_JOIN_NONE);
        parser->at += i == 1;
    }
    return kin_notation_parent(parser, KIN_WRITTEN_MIXED, &kids, first);
}

static const struct kin_written *parse_money(struct kin_notation *parser)
{
    size_t first = parser->at;
    parser->at++;
    if (kin_notation_sees(parser, KIN_MARK_NUMBER)) {
        const struct kin_written *number = parse_number(parser);
        return number ? kin_notation_parent_of(parser, KIN_WRITTEN_MONEY, number, NULL, first) : NULL;
    }
    if (!kin_notation_sees(parser, KIN_MARK_HOLE)) {
        return kin_notation_fail_next(parser, KIN_E265, NULL, "write an amount after $: $4.50 or ${price}");
    }
    const struct kin_written *hole = kin_notation_leaf(parser, KIN_WRITTEN_HOLE);
    struct kin_hole *data = &parser->holes->items[hole->index];
    if (kin_notation_hole_type(parser, hole).look == KIN_MONEY || data->format.kind == KIN_FORMAT_MONEY) {
        return kin_notation_fail(parser, KIN_E273, kin_notation_span(parser, first), "$",
                                 "leave the $ before the hole out");
    }
    if (data->format.kind != KIN_FORMAT_NONE || kin_notation_hole_type(parser, hole).kind != KIN_NUMBER) {
        return kin_notation_fail(parser, KIN_E265, kin_notation_span(parser, first), NULL,
                                 "write an amount after $: $4.50 or ${price}");
    }
    data->format.kind = KIN_FORMAT_MONEY;
    return hole;
}

/* ---- Brackets, roots, sizes ---- */

static bool expect(struct kin_notation *parser, const char *text)
{
    if (kin_notation_next(parser)->kind != KIN_MARK_END && strcmp(kin_notation_next(parser)->text, text) == 0) {
        parser->at++;
        return true;
    }
    const char *sign = text[0] == '}' ? "}}" : text;
    kin_notation_fail_next(parser, KIN_E264, sign, kin_format(parser->reading->arena, "add %s", sign));
    return false;
}

/* Inside brackets a | opens again. */
static const struct kin_written *parse_inside(struct kin_notation *parser, enum kin_inside inside)
{
    enum kin_inside outside = parser->inside;
    if (!kin_notation_enter(parser)) {
        return NULL;
    }
    parser->inside = inside;
    const struct kin_written *body = kin_notation_list(parser);
    parser->inside = outside;
    parser->depth--;
    return body;
}

static const char *closing(const struct kin_notation *parser, const char *open, const struct kin_written *body)
{
    const struct kin_mark_token *token = kin_notation_next(parser);
    bool interval = body->kind == KIN_WRITTEN_LIST && body->count == 2 && open[0] != '{';
    if (interval && token->kind == KIN_MARK_CLOSE && token->text[0] != '}') {
        return token->text;
    }
    return open[0] == '(' ? ")" : open[0] == '[' ? "]" : "}";
}

static const struct kin_written *empty_set(struct kin_notation *parser, size_t first)
{
    parser->at++;
    struct kin_written *made = kin_notation_node(parser, KIN_WRITTEN_SYMBOL, first);
    made->text = "{ }";
    return made;
}

static const struct kin_written *parse_group(struct kin_notation *parser)
{
    size_t first = parser->at;
    const char *open = kin_notation_take(parser)->text;
    if (open[0] == '{' && kin_notation_sees(parser, KIN_MARK_CLOSE) && kin_notation_next(parser)->text[0] == '}') {
        return empty_set(parser, first);
    }
    const struct kin_written *body = parse_inside(parser, open[0] == '{' ? KIN_INSIDE_SET : KIN_INSIDE_BRACKETS);
    if (!body) {
        return NULL;
    }
    const char *close = closing(parser, open, body);
    if (!expect(parser, close)) {
        return NULL;
    }
    struct kin_written *made = kin_notation_parent_of(parser, KIN_WRITTEN_GROUP, body, NULL, first);
    made->open = open;
    made->close = close;
    return made;
}

static const struct kin_written *parse_size(struct kin_notation *parser)
{
    size_t first = parser->at++;
    const struct kin_written *body = parse_inside(parser, KIN_INSIDE_SIZE);
    return body && expect(parser, "|") ? kin_notation_parent_of(parser, KIN_WRITTEN_SIZE, body, NULL, first) : NULL;
}

static const struct kin_written *parse_root(struct kin_notation *parser, const struct kin_written *body, size_t first)
{
    if (body->kind != KIN_WRITTEN_LIST || body->count != 2) {
        return kin_notation_fail(parser, KIN_E265, kin_notation_span(parser, first), NULL,
                                 "write root(3, x) for the third root of x");
    }
    return kin_notation_parent_of(parser, KIN_WRITTEN_ROOT, body->kids[1], body->kids[0], first);
}

/* cases(2x if x lt 0, x^2 if x lt 3, 9 otherwise): each value has its condition. */
static const struct kin_written *parse_cases(struct kin_notation *parser, const struct kin_written *body, size_t first)
{
    bool paired = body->kind == KIN_WRITTEN_LIST && body->count % 2 == 0;
    for (size_t i = 0; paired && i < body->count; i++) {
        enum kin_join join = body->joins[i];
        paired = i == 0 || (i % 2 ? join == KIN_JOIN_IF || join == KIN_JOIN_OTHERWISE : join == KIN_JOIN_COMMA);
    }
    if (!paired) {
        return kin_notation_fail(parser, KIN_E265, kin_notation_span(parser, first), NULL,
                                 "write cases(2x if x lt 0, x^2 if x lt 3, 9 otherwise)");
    }
    struct kin_written *cases = kin_notation_node(parser, KIN_WRITTEN_CASES, first);
    cases->kids = body->kids;
    cases->joins = body->joins;
    cases->count = body->count;
    return cases;
}

/* matrix((1, 2), (3, 4)) */
static const struct kin_written *parse_matrix(struct kin_notation *parser, const struct kin_written *body, size_t first)
{
    bool rows = body->kind == KIN_WRITTEN_LIST || body->kind == KIN_WRITTEN_GROUP;
    size_t count = body->kind == KIN_WRITTEN_LIST ? body->count : 1;
    for (size_t i = 0; rows && i < count; i++) {
        rows = (body->kind == KIN_WRITTEN_LIST ? body->kids[i] : body)->kind == KIN_WRITTEN_GROUP;
    }
    return rows ? kin_notation_parent_of(parser, KIN_WRITTEN_MATRIX, body, NULL, first)
                : kin_notation_fail(parser, KIN_E265, kin_notation_span(parser, first), NULL,
                                    "write each row in brackets: matrix((1, 2), (3, 4))");
}

static bool is_column(const struct kin_written *body)
{
    bool sum = body->kind == KIN_WRITTEN_SUM && body->joins[0] == KIN_JOIN_NONE;
    for (size_t i = 1; sum && i < body->count; i++) {
        sum = body->joins[i] == KIN_JOIN_PLUS || (body->joins[i] == KIN_JOIN_MINUS && body->count == 2);
    }
    bool product = body->kind == KIN_WRITTEN_PRODUCT && body->count == 2;
    return sum || (product && body->joins[1] >= KIN_JOIN_STAR && body->joins[1] <= KIN_JOIN_TIMES);
}

static const struct {
    const char *name, *mend;
} arithmetic[] = {
    {"column", "write column(348 + 75), column(348 - 75) or column(348 times 75)"},
    {"division", "write division(872, 4): dividend, divisor"},
    {"synthetic", "write synthetic(2, (1, -3, 0, 4)): the root, then the coefficients"},
};

/* column(a + b), division(a, b), synthetic(r, (a, b, c)), and the same with "steps": all of the work. */
static const struct kin_written *parse_arithmetic(struct kin_notation *parser, const char *name,
                                                  const struct kin_written *body, size_t first)
{
    int kind = name[0] == 'c' ? 0 : name[0] == 'd' ? 1 : 2;
    bool pair = body->kind == KIN_WRITTEN_LIST && body->count == 2 && body->joins[1] == KIN_JOIN_COMMA;
    bool group = pair && body->kids[1]->kind == KIN_WRITTEN_GROUP && body->kids[1]->kids[0]->kind == KIN_WRITTEN_LIST;
    bool fits = kind == 0 ? is_column(body) : kind == 1 ? pair : group;
    if (!fits) {
        return kin_notation_fail(parser, KIN_E265, kin_notation_span(parser, first), NULL, arithmetic[kind].mend);
    }
    struct kin_written *made = kin_notation_parent_of(parser, KIN_WRITTEN_ARITHMETIC, body, NULL, first);
    made->text = name;
    return made;
}

static const struct kin_written *parse_bar(struct kin_notation *parser, const char *name,
                                           const struct kin_written *body, size_t first)
{
    struct kin_written *made = kin_notation_parent_of(parser, KIN_WRITTEN_BAR, body, NULL, first);
    made->text = name[0] == 'r' ? "→" : name[0] == 'l' ? "↔" : name[0] == 'a' ? "⌒" : NULL;
    return made;
}

static const struct kin_written *parse_named(struct kin_notation *parser, const char *name,
                                             const struct kin_written *body, size_t first)
{
    if (strcmp(name, "root") == 0) {
        return parse_root(parser, body, first);
    }
    if (strcmp(name, "cases") == 0) {
        return parse_cases(parser, body, first);
    }
    if (strcmp(name, "sqrt") == 0) {
        return kin_notation_parent_of(parser, KIN_WRITTEN_ROOT, body, NULL, first);
    }
    if (strcmp(name, "abs") == 0) {
        return kin_notation_parent_of(parser, KIN_WRITTEN_SIZE, body, NULL, first);
    }
    if (strcmp(name, "matrix") == 0) {
        return parse_matrix(parser, body, first);
    }
    bool bar =
        strcmp(name, "bar") == 0 || strcmp(name, "ray") == 0 || strcmp(name, "line") == 0 || strcmp(name, "arc") == 0;
    return bar ? parse_bar(parser, name, body, first) : parse_arithmetic(parser, name, body, first);
}

static const struct kin_written *parse_function(struct kin_notation *parser)
{
    size_t first = parser->at;
    const char *name = kin_notation_take(parser)->text;
    if (!kin_notation_sees(parser, KIN_MARK_OPEN) || kin_notation_next(parser)->text[0] != '(') {
        return kin_notation_fail_next(parser, KIN_E264, "(",
                                      name[0] == 's' ? "write sqrt(x)" : "write the argument in brackets");
    }
    const struct kin_written *body = parse_group(parser);
    if (!body) {
        return NULL;
    }
    body = body->kids[0];
    return parse_named(parser, name, body, first);
}

/* ---- Operands with powers, indexes and suffixes ---- */

/* {{x | x gt 3}}: a stroke with white space on both sides. */
bool kin_notation_such_that(const struct kin_notation *parser)
{
    const struct kin_mark_token *token = kin_notation_next(parser);
    return parser->inside == KIN_INSIDE_SET && token->kind == KIN_MARK_SIZE && token->spaced && token[1].spaced;
}

bool kin_notation_starts_operand(const struct kin_notation *parser)
{
    switch ((enum kin_mark_kind)kin_notation_next(parser)->kind) {
    case KIN_MARK_NUMBER:
    case KIN_MARK_LETTER:
    case KIN_MARK_WORD:
    case KIN_MARK_SYMBOL:
    case KIN_MARK_HOLE:
    case KIN_MARK_BLANK:
    case KIN_MARK_FUNCTION:
    case KIN_MARK_OPEN:
    case KIN_MARK_DOLLAR:
        return true;
    case KIN_MARK_SIZE:
        return parser->inside != KIN_INSIDE_SIZE && !kin_notation_such_that(parser);
    default:
        return false;
    }
}

static const struct kin_written *parse_bare(struct kin_notation *parser)
{
    switch ((enum kin_mark_kind)kin_notation_next(parser)->kind) {
    case KIN_MARK_NUMBER:
        return mixed_follows(parser) ? parse_mixed(parser) : parse_number(parser);
    case KIN_MARK_LETTER:
        return kin_notation_leaf(parser, KIN_WRITTEN_LETTER);
    case KIN_MARK_WORD:
        return kin_notation_leaf(parser, KIN_WRITTEN_WORD);
    case KIN_MARK_SYMBOL:
        return kin_notation_leaf(parser, KIN_WRITTEN_SYMBOL);
    case KIN_MARK_HOLE:
        return parse_hole(parser);
    case KIN_MARK_BLANK:
        return kin_notation_leaf(parser, KIN_WRITTEN_BLANK);
    case KIN_MARK_FUNCTION:
        return parse_function(parser);
    case KIN_MARK_OPEN:
        return parse_group(parser);
    case KIN_MARK_SIZE:
        return parse_size(parser);
    case KIN_MARK_DOLLAR:
        return parse_money(parser);
    case KIN_MARK_END:
        return kin_notation_fail_next(parser, KIN_E265, NULL,
                                      "write what belongs here, or take away the sign before it");
    default:
        return kin_notation_fail_next(parser, parser->at ? KIN_E265 : KIN_E263, kin_notation_next(parser)->text,
                                      "write what belongs here, or take one of the signs away");
    }
}

const struct kin_written *kin_notation_signed(struct kin_notation *parser)
{
    size_t first = parser->at;
    uint8_t sign = kin_notation_take(parser)->join;
    const struct kin_written *size = kin_notation_operand(parser);
    if (!size) {
        return NULL;
    }
    struct kin_kids kids = {0};
    kin_notation_add(parser, &kids, size, sign);
    return kin_notation_parent(parser, KIN_WRITTEN_SUM, &kids, first);
}

/* The small formula behind ^ or _: one bare operand, perhaps with a sign. */
static const struct kin_written *parse_script(struct kin_notation *parser)
{
    if (kin_notation_sees(parser, KIN_MARK_SIGN)) {
        return kin_notation_signed(parser);
    }
    const struct kin_written *script = parse_bare(parser);
    return script ? kin_notation_without_brackets(script) : NULL;
}

static const struct kin_written *parse_power(struct kin_notation *parser, const struct kin_written *base, size_t first)
{
    bool power = kin_notation_take(parser)->kind == KIN_MARK_POWER;
    const struct kin_written *script = parse_script(parser);
    if (!script) {
        return NULL;
    }
    if (power && base->kind == KIN_WRITTEN_POWER) {
        return kin_notation_fail(parser, KIN_E266, kin_notation_span(parser, first), kin_notation_source(parser, first),
                                 "use brackets: (a^b)^c or a^(b^c)");
    }
    return kin_notation_parent_of(parser, power ? KIN_WRITTEN_POWER : KIN_WRITTEN_SUBSCRIPT, base, script, first);
}

static const struct kin_written *parse_suffix(struct kin_notation *parser, const struct kin_written *operand,
                                              size_t first)
{
    const char *suffix = kin_notation_take(parser)->text;
    bool percent = operand->kind == KIN_WRITTEN_HOLE && strcmp(suffix, "%") == 0;
    if (percent && (kin_notation_hole_type(parser, operand).look == KIN_PERCENT ||
                    parser->holes->items[operand->index].format.kind == KIN_FORMAT_PERCENT)) {
        return kin_notation_fail(parser, KIN_E273, kin_notation_span(parser, first), "%",
                                 "leave the % behind the hole out");
    }
    struct kin_written *made = kin_notation_parent_of(parser, KIN_WRITTEN_SUFFIXED, operand, NULL, first);
    made->text = suffix;
    return made;
}

/* x^2', a_n^2 ...; the loop is bounded by the text, its nesting by kin_notation_enter(). */
const struct kin_written *kin_notation_operand(struct kin_notation *parser)
{
    size_t first = parser->at;
    unsigned depth = parser->depth;
    const struct kin_written *operand = parse_bare(parser);
    while (operand) {
        if (kin_notation_sees(parser, KIN_MARK_POWER) || kin_notation_sees(parser, KIN_MARK_SUBSCRIPT)) {
            operand = kin_notation_enter(parser) ? parse_power(parser, operand, first) : NULL;
        } else if (kin_notation_sees(parser, KIN_MARK_SUFFIX)) {
            operand = kin_notation_enter(parser) ? parse_suffix(parser, operand, first) : NULL;
        } else {
            break;
        }
    }
    parser->depth = depth;
    return operand;
}
