/* Reading formulas, by recursive descent from the loosest joint to the tightest:
 * list , and or > chain = < > ratio : > sum + - > product * times div > fraction / > side by side > power, index, %. */
#include "content/notation.h"

#include <string.h>

/* ---- Side by side ---- */

static bool ends_in_letter(const struct kin_written *operand)
{
    while (operand->kind == KIN_WRITTEN_POWER || operand->kind == KIN_WRITTEN_SUBSCRIPT ||
           operand->kind == KIN_WRITTEN_SUFFIXED) {
        operand = operand->kids[0];
    }
    return operand->kind == KIN_WRITTEN_LETTER;
}

/* May the next operand follow this one without a sign? Reports when not. */
static bool may_follow(struct kin_notation *parser, const struct kin_written *before, size_t first)
{
    const struct kin_mark_token *token = kin_notation_next(parser);
    bool number = token->kind == KIN_MARK_NUMBER || token->kind == KIN_MARK_DOLLAR;
    bool value =
        token->kind == KIN_MARK_HOLE && kin_expr_type(parser->holes->items[token->index].expr).kind == KIN_NUMBER;
    if (before->kind == KIN_WRITTEN_WORD || before->kind == KIN_WRITTEN_SYMBOL ||
        (!number && !(value && ends_in_letter(before)))) {
        return true;
    }
    kin_notation_fail_next(parser, KIN_E271, kin_notation_source(parser, first),
                           before->kind == KIN_WRITTEN_NUMBER ? "write an operator between the numbers"
                           : value ? "put the value first, as in {n}x, or write x^{n}, x_{n} or x * {n}"
                                   : "put the number first, as in 3x, or write x^3, x_3 or x * 3");
    return false;
}

/* 0.1bar(6) is one number. */
static bool is_repeating(const struct kin_written *digits, const struct kin_written *bar)
{
    return digits->kind == KIN_WRITTEN_NUMBER && digits->places != KIN_NO_PLACES && bar->kind == KIN_WRITTEN_BAR &&
           bar->kids[0]->kind == KIN_WRITTEN_NUMBER && bar->kids[0]->places == KIN_NO_PLACES;
}

/* Digits under the bar count as many nines as they are: 0.1(6) = 1/10 + 6/90. */
static struct kin_rat repeating_value(kin_arena *arena, const struct kin_written *digits, const char *repetend)
{
    struct kin_rat ten = kin_rat_int(10);
    struct kin_rat nines = kin_rat_sub(arena, kin_rat_pow(arena, ten, (int64_t)strlen(repetend)), kin_rat_int(1));
    struct kin_rat below = kin_rat_mul(arena, kin_rat_pow(arena, ten, digits->places), nines);
    struct kin_rat rest = kin_rat_div(arena, kin_rat_parse(arena, repetend, strlen(repetend)), below);
    return kin_rat_add(arena, digits->number, rest);
}

static void join_repeating(struct kin_notation *parser, struct kin_kids *kids)
{
    if (kids->count < 2 || !is_repeating(kids->items[0], kids->items[1])) {
        return;
    }
    kin_arena *arena = parser->reading->arena;
    const struct kin_written *digits = kids->items[0];
    struct kin_written *number = KIN_NEW(arena, struct kin_written);
    *number = *digits;
    number->kind = KIN_WRITTEN_REPEATING;
    number->text = digits->places ? digits->text : kin_format(arena, "%s.", digits->text);
    number->close = kids->items[1]->kids[0]->text;
    number->number = repeating_value(arena, digits, number->close);
    kids->items[1] = number;
    kids->items++;
    kids->joins++;
    kids->joins[0] = KIN_JOIN_NONE;
    kids->count--;
    kids->join_count--;
}

/* A coefficient before a root counts as a term with letters: 2√3 − √5 merges signs. */
static const struct kin_written *finish_beside(struct kin_notation *parser, struct kin_kids *kids, size_t first)
{
    join_repeating(parser, kids);
    if (kids->count == 1) {
        return kids->items[0];
    }
    struct kin_written *product = kin_notation_parent(parser, KIN_WRITTEN_PRODUCT, kids, first);
    product->lettered = product->lettered || kids->items[1]->kind == KIN_WRITTEN_ROOT;
    return product;
}

static const struct kin_written *parse_beside(struct kin_notation *parser)
{
    size_t first = parser->at;
    struct kin_kids kids = {0};
    do {
        size_t start = parser->at;
        const struct kin_written *operand = kin_notation_operand(parser);
        if (!operand) {
            return NULL;
        }
        kin_notation_add(parser, &kids, operand, kids.count ? KIN_JOIN_BESIDE : KIN_JOIN_NONE);
        if (kin_notation_starts_operand(parser) && !may_follow(parser, operand, start)) {
            return NULL;
        }
    } while (kin_notation_starts_operand(parser));
    return finish_beside(parser, &kids, first);
}

/* ---- Fractions ---- */

static bool is_plain_number(const struct kin_notation *parser, const struct kin_written *part)
{
    return part->kind == KIN_WRITTEN_NUMBER ||
           (part->kind == KIN_WRITTEN_HOLE && kin_notation_hole_type(parser, part).kind == KIN_NUMBER);
}

/* {w} {n}/{d}: a mixed number, or a product over d? */
static bool looks_mixed(const struct kin_notation *parser, const struct kin_written *numerator)
{
    return numerator->kind == KIN_WRITTEN_PRODUCT && numerator->count == 2 &&
           is_plain_number(parser, numerator->kids[0]) && is_plain_number(parser, numerator->kids[1]);
}

static const struct kin_written *fail_fraction(struct kin_notation *parser, size_t first, const char *mend)
{
    return kin_notation_fail(parser, KIN_E266, kin_notation_span(parser, first), kin_notation_source(parser, first),
                             mend);
}

/* Units may follow a fraction: 3/4 "mile". */
static const struct kin_written *with_words(struct kin_notation *parser, const struct kin_written *fraction,
                                            size_t first)
{
    struct kin_kids kids = {0};
    kin_notation_add(parser, &kids, fraction, KIN_JOIN_NONE);
    while (kin_notation_sees(parser, KIN_MARK_WORD)) {
        kin_notation_add(parser, &kids, kin_notation_leaf(parser, KIN_WRITTEN_WORD), KIN_JOIN_BESIDE);
    }
    return kids.count == 1 ? fraction : kin_notation_parent(parser, KIN_WRITTEN_PRODUCT, &kids, first);
}

static const struct kin_written *parse_fraction(struct kin_notation *parser)
{
    size_t first = parser->at;
    const struct kin_written *numerator = parse_beside(parser);
    if (!numerator || !kin_notation_sees(parser, KIN_MARK_SLASH)) {
        return numerator;
    }
    parser->at++;
    bool sign = kin_notation_sees(parser, KIN_MARK_SIGN);
    const struct kin_written *denominator = sign ? kin_notation_signed(parser) : kin_notation_operand(parser);
    if (!denominator) {
        return NULL;
    }
    if (looks_mixed(parser, numerator)) {
        return fail_fraction(parser, first,
                             "write {w + n/d: mixed} for a mixed number, w * n/d or (w * n)/d for a product");
    }
    if (kin_notation_starts_operand(parser) && !kin_notation_sees(parser, KIN_MARK_WORD)) {
        return kin_notation_operand(parser) ? fail_fraction(parser, first, "write 1/(2x) or (1/2)x") : NULL;
    }
    const struct kin_written *fraction =
        kin_notation_parent_of(parser, KIN_WRITTEN_FRACTION, kin_notation_without_brackets(numerator),
                               kin_notation_without_brackets(denominator), first);
    if (kin_notation_sees(parser, KIN_MARK_SLASH)) {
        parser->at++;
        return kin_notation_operand(parser) ? fail_fraction(parser, first, "write (a/b)/c or a/(b/c)") : NULL;
    }
    return with_words(parser, fraction, first);
}

/* ---- Products, sums, ratios, chains, lists ---- */

/* 4 * -3: the sign belongs to this factor alone. */
static const struct kin_written *parse_factor(struct kin_notation *parser)
{
    return kin_notation_sees(parser, KIN_MARK_SIGN) ? kin_notation_signed(parser) : parse_fraction(parser);
}

static const struct kin_written *parse_product(struct kin_notation *parser)
{
    size_t first = parser->at;
    struct kin_kids kids = {0};
    enum kin_join join = KIN_JOIN_NONE;
    for (;;) {
        const struct kin_written *factor = kids.count ? parse_factor(parser) : parse_fraction(parser);
        if (!factor) {
            return NULL;
        }
        kin_notation_add(parser, &kids, factor, join);
        if (!kin_notation_sees(parser, KIN_MARK_TIMES)) {
            break;
        }
        join = kin_notation_take(parser)->join;
    }
    return kids.count == 1 ? kids.items[0] : kin_notation_parent(parser, KIN_WRITTEN_PRODUCT, &kids, first);
}

/* A sign right after an operator, as in 3 - -5: kept as posed, in brackets when printed. */
static const struct kin_written *parse_term(struct kin_notation *parser)
{
    size_t first = parser->at;
    if (!kin_notation_sees(parser, KIN_MARK_SIGN)) {
        return parse_product(parser);
    }
    uint8_t sign = kin_notation_take(parser)->join;
    const struct kin_written *size = kin_notation_enter(parser) ? parse_term(parser) : NULL;
    if (!size) {
        return NULL;
    }
    parser->depth--;
    struct kin_kids kids = {0};
    kin_notation_add(parser, &kids, size, sign);
    return kin_notation_parent(parser, KIN_WRITTEN_SUM, &kids, first);
}

static const struct kin_written *parse_sum(struct kin_notation *parser)
{
    size_t first = parser->at;
    struct kin_kids kids = {0};
    do {
        enum kin_join join = kin_notation_sees(parser, KIN_MARK_SIGN) ? kin_notation_take(parser)->join : KIN_JOIN_NONE;
        const struct kin_written *term = parse_term(parser);
        if (!term) {
            return NULL;
        }
        kin_notation_add(parser, &kids, term, join);
    } while (kin_notation_sees(parser, KIN_MARK_SIGN));
    bool bare = kids.count == 1 && kids.joins[0] == KIN_JOIN_NONE;
    return bare ? kids.items[0] : kin_notation_parent(parser, KIN_WRITTEN_SUM, &kids, first);
}

static const struct kin_written *parse_ratio(struct kin_notation *parser)
{
    size_t first = parser->at;
    struct kin_kids kids = {0};
    for (;;) {
        const struct kin_written *term = parse_sum(parser);
        if (!term) {
            return NULL;
        }
        kin_notation_add(parser, &kids, term, KIN_JOIN_NONE);
        if (!kin_notation_sees(parser, KIN_MARK_COLON)) {
            break;
        }
        parser->at++;
    }
    return kids.count == 1 ? kids.items[0] : kin_notation_parent(parser, KIN_WRITTEN_RATIO, &kids, first);
}

static bool ends_side(const struct kin_notation *parser)
{
    enum kin_mark_kind kind = kin_notation_next(parser)->kind;
    return kin_notation_such_that(parser) || kind == KIN_MARK_END || kind == KIN_MARK_COMMA || kind == KIN_MARK_CLOSE;
}

/* "= 5" goes on from the line above; "x =" is a label. */
static const struct kin_written *parse_side(struct kin_notation *parser, bool first_side)
{
    if (first_side ? kin_notation_sees(parser, KIN_MARK_RELATION) : ends_side(parser)) {
        return kin_notation_node(parser, KIN_WRITTEN_NOTHING, parser->at);
    }
    return parse_ratio(parser);
}

static const struct kin_written *parse_chain(struct kin_notation *parser)
{
    size_t first = parser->at;
    struct kin_kids kids = {0};
    enum kin_join join = KIN_JOIN_NONE;
    for (;;) {
        const struct kin_written *side = parse_side(parser, kids.count == 0);
        if (!side) {
            return NULL;
        }
        kin_notation_add(parser, &kids, side, join);
        if (!kin_notation_sees(parser, KIN_MARK_RELATION)) {
            break;
        }
        join = kin_notation_take(parser)->join;
    }
    return kids.count == 1 ? kids.items[0] : kin_notation_parent(parser, KIN_WRITTEN_CHAIN, &kids, first);
}

const struct kin_written *kin_notation_list(struct kin_notation *parser)
{
    size_t first = parser->at;
    struct kin_kids kids = {0};
    enum kin_join join = KIN_JOIN_NONE;
    for (;;) {
        const struct kin_written *item = join == KIN_JOIN_OTHERWISE
                                             ? kin_notation_node(parser, KIN_WRITTEN_NOTHING, parser->at)
                                             : parse_chain(parser);
        if (!item) {
            return NULL;
        }
        kin_notation_add(parser, &kids, item, join);
        bool such_that = kin_notation_such_that(parser);
        if (!such_that && !kin_notation_sees(parser, KIN_MARK_COMMA)) {
            break;
        }
        join = kin_notation_take(parser)->join;
        join = such_that ? KIN_JOIN_SUCH_THAT : join;
    }
    return kids.count == 1 ? kids.items[0] : kin_notation_parent(parser, KIN_WRITTEN_LIST, &kids, first);
}

static const struct kin_written *parse_all(struct kin_notation *parser)
{
    if (kin_notation_sees(parser, KIN_MARK_END)) {
        return kin_notation_fail(parser, KIN_E260, kin_text_part(parser->text, 0, parser->text->length), NULL,
                                 "write a formula, or delete the element");
    }
    const struct kin_written *root = kin_notation_list(parser);
    if (root && !kin_notation_sees(parser, KIN_MARK_END)) {
        return kin_notation_fail_next(parser, KIN_E263, kin_notation_next(parser)->text,
                                      "take it away, or open a bracket before it");
    }
    return root;
}

struct kin_formula *kin_formula_parse(const struct kin_reading *reading, struct kin_text text)
{
    struct kin_formula *formula = KIN_NEW(reading->arena, struct kin_formula);
    struct kin_notation parser = {.reading = reading, .text = &text, .holes = &formula->holes};
    formula->span = text.span;
    parser.tokens.work = kin_arena_new();
    bool read = kin_formula_lex(reading, &text, &parser.tokens, &formula->holes);
    formula->root = read ? parse_all(&parser) : NULL;
    kin_arena_free(parser.tokens.work);
    return formula->root ? formula : NULL;
}

bool kin_formula_uses(const struct kin_formula *formula, int slot)
{
    return kin_holes_use(&formula->holes, slot);
}

bool kin_formula_lettered(const struct kin_formula *formula)
{
    return formula->root->lettered;
}

struct blanks {
    void (*visit)(void *data, const char *id, struct kin_span span);
    void *data;
};

static void visit_blanks(const struct blanks *blanks, const struct kin_written *part)
{
    if (part->kind == KIN_WRITTEN_BLANK) {
        blanks->visit(blanks->data, part->text, part->span);
    }
    for (size_t i = 0; i < part->count; i++) {
        visit_blanks(blanks, part->kids[i]);
    }
}

void kin_formula_blanks(const struct kin_formula *formula,
                        void (*visit)(void *data, const char *id, struct kin_span span), void *data)
{
    struct blanks blanks = {visit, data};
    visit_blanks(&blanks, formula->root);
}

bool kin_formula_signs(const struct kin_formula *formula, struct kin_frame *frame, struct kin_buf *buf)
{
    return kin_holes_signs(&formula->holes, frame, buf);
}
