/* Putting values into a formula, by LANGUAGE rule 3. Each part is made with its sign apart; the sum around it decides
 * whether signs merge (terms with letters) or the part is printed in brackets (arithmetic on numbers, as posed). */
#include "content/formula_set.h"
#include "content/furniture.h"
#include "content/localise.h"

#include <string.h>

static struct kin_piece atom(const struct kin_maths *maths)
{
    return (struct kin_piece){.maths = maths};
}

static struct kin_piece leaf(struct kin_setter *setter, enum kin_maths_kind kind, const char *text)
{
    return atom(kin_leaf(setter->arena, kind, text));
}

struct kin_piece kin_setter_zero(struct kin_setter *setter)
{
    return (struct kin_piece){.maths = kin_leaf(setter->arena, KIN_MATHS_NUMBER, "0"),
                              .shape = KIN_PIECE_NUMBER,
                              .zero = true,
                              .digits = true};
}

struct kin_piece kin_setter_settle(struct kin_setter *setter, struct kin_piece part, unsigned place)
{
    bool merges = (place & KIN_MERGE) && part.sign == '-' && !part.posed;
    if (!part.maths || !part.sign || (place & KIN_BARE) || merges) {
        return part;
    }
    return kin_piece_fenced(setter->arena, part);
}

/* A part that stands alone: in a fraction, root, bracket or on one side of a relation. NULL with the fault set. */
static const struct kin_maths *set_alone(struct kin_setter *setter, const struct kin_written *part)
{
    struct kin_piece alone = kin_setter_part(setter, part, KIN_BARE);
    return alone.maths ? kin_piece_signed(setter->arena, &alone) : NULL;
}

/* ---- Leaves ---- */

static struct kin_piece set_number(struct kin_setter *setter, const struct kin_written *part)
{
    const char *text = kin_digits_grouped(setter->arena, part->text, KIN_GROUPED_NUMBER);
    return (struct kin_piece){.maths = kin_maths_new(setter->arena, KIN_MATHS_NUMBER, text, NULL, 0),
                              .shape = KIN_PIECE_NUMBER,
                              .digits = true};
}

/* Quantities in words multiply like numbers: length × width, 5 cm × 3 cm. */
static struct kin_piece set_word(struct kin_setter *setter, const struct kin_written *part)
{
    struct kin_piece word = leaf(setter, KIN_MATHS_WORD, part->text);
    word.digits = true;
    return word;
}

static struct kin_piece raw_hole(struct kin_setter *setter, const struct kin_written *part)
{
    const struct kin_hole *hole = &setter->formula->holes.items[part->index];
    struct kin_piece value = kin_piece_of_value(setter->frame, &setter->values[part->index], hole->format, hole->span);
    if (hole->exact) {
        value.posed = true;
        value.zero = value.one = false;
    }
    return value;
}

static struct kin_piece set_mixed(struct kin_setter *setter, const struct kin_written *part)
{
    const struct kin_maths *kids[3];
    for (int i = 0; i < 3; i++) {
        kids[i] = set_number(setter, part->kids[i]).maths;
    }
    const struct kin_maths *both[] = {kids[0], kin_maths_new(setter->arena, KIN_MATHS_FRACTION, NULL, kids + 1, 2)};
    return (struct kin_piece){.maths = kin_maths_new(setter->arena, KIN_MATHS_MIXED, NULL, both, 2),
                              .shape = KIN_PIECE_MIXED,
                              .digits = true};
}

static struct kin_piece set_money(struct kin_setter *setter, const struct kin_written *part)
{
    const char *digits = kin_digits_grouped(setter->arena, part->kids[0]->text, KIN_GROUPED_MONEY);
    return (struct kin_piece){
        .maths = kin_maths_new(setter->arena, KIN_MATHS_NUMBER, kin_format(setter->arena, "$%s", digits), NULL, 0),
        .shape = KIN_PIECE_SUFFIXED,
        .digits = true};
}

/* ---- Fractions, powers, brackets ---- */

/* {p}/{q} with q = 1 is p: a denominator 1 is never printed. */
static bool is_vanishing_one(const struct kin_written *part, const struct kin_piece *value)
{
    return part->kind == KIN_WRITTEN_HOLE && value->one && !value->sign;
}

/* 3/4 in one line over or under a fraction bar. */
static struct kin_piece without_slash(struct kin_setter *setter, struct kin_piece part)
{
    return part.shape == KIN_PIECE_SLASH ? kin_piece_fenced(setter->arena, part) : part;
}

static struct kin_piece set_fraction(struct kin_setter *setter, const struct kin_written *part, unsigned place)
{
    struct kin_piece bottom = kin_setter_part(setter, part->kids[1], KIN_BARE);
    if (!bottom.maths || is_vanishing_one(part->kids[1], &bottom)) {
        return bottom.maths ? kin_setter_part(setter, part->kids[0], place) : bottom;
    }
    bool merging = (place & KIN_MERGE) || (place && part->lettered);
    struct kin_piece top = kin_setter_part(setter, part->kids[0], KIN_BARE | (merging ? KIN_MERGE : 0));
    if (!top.maths || (merging && top.zero)) {
        return top.maths ? kin_setter_zero(setter) : top;
    }
    top = without_slash(setter, top);
    bottom = without_slash(setter, bottom);
    bool pulled = merging && top.sign == '-' && !top.posed;
    char sign = pulled ? top.sign : 0;
    top.sign = pulled ? 0 : top.sign;
    const struct kin_maths *kids[] = {kin_piece_signed(setter->arena, &top), kin_piece_signed(setter->arena, &bottom)};
    return (struct kin_piece){.maths = kin_maths_new(setter->arena, KIN_MATHS_FRACTION, NULL, kids, 2),
                              .shape = KIN_PIECE_FRACTION,
                              .sign = sign,
                              .digits = top.digits && bottom.digits};
}

static struct kin_piece set_power(struct kin_setter *setter, const struct kin_written *part, unsigned place)
{
    struct kin_piece exponent = kin_setter_part(setter, part->kids[1], KIN_BARE);
    if (!exponent.maths || is_vanishing_one(part->kids[1], &exponent)) {
        return exponent.maths ? kin_setter_part(setter, part->kids[0], place) : exponent;
    }
    struct kin_piece base = kin_setter_part(setter, part->kids[0], 0);
    if (!base.maths) {
        return base;
    }
    if (base.shape != KIN_PIECE_ATOM && base.shape != KIN_PIECE_NUMBER) {
        base = kin_piece_fenced(setter->arena, base);
    }
    /* a_n^2: both scripts stand behind the base, one above the other. */
    bool indexed = part->kids[0]->kind == KIN_WRITTEN_SUBSCRIPT && base.maths->kind == KIN_MATHS_SCRIPTS;
    const struct kin_maths *kids[] = {indexed ? base.maths->kids[0] : base.maths,
                                      kin_piece_signed(setter->arena, &exponent), indexed ? base.maths->kids[2] : NULL};
    return (struct kin_piece){.maths = kin_maths_new(setter->arena, KIN_MATHS_SCRIPTS, NULL, kids, 3),
                              .shape = KIN_PIECE_POWER,
                              .digits = base.digits && !part->lettered};
}

static struct kin_piece set_subscript(struct kin_setter *setter, const struct kin_written *part)
{
    struct kin_piece base = kin_setter_part(setter, part->kids[0], 0);
    const struct kin_maths *index = base.maths ? set_alone(setter, part->kids[1]) : NULL;
    if (!index) {
        return (struct kin_piece){0};
    }
    const struct kin_maths *kids[] = {base.maths, NULL, index};
    return atom(kin_maths_new(setter->arena, KIN_MATHS_SCRIPTS, NULL, kids, 3));
}

/* Brackets around one value, or around a sum of which one term is left, print only where they are needed. */
static bool keeps_brackets(const struct kin_written *body, const struct kin_piece *inside)
{
    if (body->kind == KIN_WRITTEN_SUM) {
        return !inside->alone;
    }
    if (body->kind == KIN_WRITTEN_HOLE) {
        return inside->shape == KIN_PIECE_LIST;
    }
    return body->kind != KIN_WRITTEN_FRACTION && body->kind != KIN_WRITTEN_MIXED;
}

static struct kin_piece set_group(struct kin_setter *setter, const struct kin_written *part, unsigned place)
{
    const struct kin_written *body = part->kids[0];
    struct kin_piece inside = kin_setter_part(setter, body, KIN_BARE);
    if (!inside.maths) {
        return inside;
    }
    bool round = part->open[0] == '(' && part->close[0] == ')';
    if (round && !keeps_brackets(body, &inside)) {
        return kin_setter_settle(setter, inside, place & KIN_BARE);
    }
    return atom(kin_maths_fence(setter->arena, part->open, part->close, kin_piece_signed(setter->arena, &inside)));
}

static struct kin_piece set_root(struct kin_setter *setter, const struct kin_written *part)
{
    const struct kin_maths *radicand = set_alone(setter, part->kids[0]);
    const struct kin_maths *index = radicand && part->count > 1 ? set_alone(setter, part->kids[1]) : NULL;
    if (!radicand || (part->count > 1 && !index)) {
        return (struct kin_piece){0};
    }
    bool square = !index || (index->kind == KIN_MATHS_NUMBER && strcmp(index->text, "2") == 0);
    const struct kin_maths *kids[] = {radicand, square ? NULL : index};
    return atom(kin_maths_new(setter->arena, KIN_MATHS_ROOT, NULL, kids, 2));
}

static struct kin_piece set_around(struct kin_setter *setter, const struct kin_written *part)
{
    const struct kin_maths *body = set_alone(setter, part->kids[0]);
    if (!body) {
        return (struct kin_piece){0};
    }
    if (part->kind == KIN_WRITTEN_SIZE) {
        return atom(kin_maths_fence(setter->arena, "|", "|", body));
    }
    struct kin_maths bar = {.kind = KIN_MATHS_BAR, .open = part->text, .count = 1};
    bar.kids = kin_copy_bytes(setter->arena, &body, sizeof body);
    return atom(kin_copy_bytes(setter->arena, &bar, sizeof bar));
}

static struct kin_piece set_suffixed(struct kin_setter *setter, const struct kin_written *part, unsigned place)
{
    struct kin_piece operand = kin_setter_part(setter, part->kids[0], KIN_BARE);
    if (!operand.maths) {
        return operand;
    }
    if (operand.shape == KIN_PIECE_SUM || operand.shape == KIN_PIECE_SLASH) {
        operand = kin_piece_fenced(setter->arena, operand);
    }
    struct kin_row row = {.arena = setter->arena};
    kin_row_add(&row, operand.maths);
    kin_row_add(&row, kin_leaf(setter->arena, KIN_MATHS_SYMBOL, part->text));
    operand.maths = kin_row_maths(&row);
    bool name = operand.shape == KIN_PIECE_ATOM && strcmp(part->text, "′") == 0; /* A′B′ needs no brackets */
    operand.shape = name ? KIN_PIECE_ATOM : KIN_PIECE_SUFFIXED;
    operand.zero = operand.one = false;
    return kin_setter_settle(setter, operand, place);
}

/* ---- Ratios, chains, lists ---- */

static const struct kin_maths *relation(struct kin_setter *setter, enum kin_join join)
{
    static const char *const signs[] = {"=", "≠", "<", ">", "≤", "≥", "≈", "→", "∈", "∉", "≅", "∼", "⊥", "∥"};
    return kin_leaf(setter->arena, KIN_MATHS_RELATION, signs[join - KIN_JOIN_EQ]);
}

static const char *word_of(const struct kin_setter *setter, enum kin_join join)
{
    const struct kin_furniture *words = kin_furniture_of(kin_frame_language(setter->frame)->tag);
    return join == KIN_JOIN_AND  ? words->maths_and
           : join == KIN_JOIN_OR ? words->maths_or
           : join == KIN_JOIN_IF ? words->maths_if
                                 : words->maths_otherwise;
}

static void add_separator(struct kin_setter *setter, struct kin_row *row, const struct kin_written *part, size_t index)
{
    static const struct kin_maths wide_space = {.kind = KIN_MATHS_SPACE, .text = "thick"};
    enum kin_join join = part->joins[index];
    if (part->kind == KIN_WRITTEN_RATIO) {
        kin_row_add(row, kin_leaf(setter->arena, KIN_MATHS_RELATION, ":"));
    } else if (part->kind == KIN_WRITTEN_CHAIN) {
        kin_row_add(row, relation(setter, join));
    } else if (join == KIN_JOIN_COMMA) {
        kin_row_add(row, &kin_maths_comma);
    } else if (join == KIN_JOIN_SUCH_THAT) {
        kin_row_add(row, kin_leaf(setter->arena, KIN_MATHS_RELATION, "|"));
    } else {
        kin_row_add(row, &wide_space);
        kin_row_add(row, kin_leaf(setter->arena, KIN_MATHS_WORD, word_of(setter, join)));
        kin_row_add(row, &wide_space);
    }
}

static struct kin_piece set_series(struct kin_setter *setter, const struct kin_written *part)
{
    struct kin_row row = {.arena = setter->arena};
    for (size_t i = 0; i < part->count; i++) {
        if (i) {
            add_separator(setter, &row, part, i);
        }
        if (part->kids[i]->kind != KIN_WRITTEN_NOTHING) {
            const struct kin_maths *maths = set_alone(setter, part->kids[i]);
            if (!maths) {
                return (struct kin_piece){0};
            }
            kin_row_add(&row, maths);
        }
    }
    return (struct kin_piece){.maths = kin_row_maths(&row), .shape = KIN_PIECE_LIST};
}

/* ---- Numbers under a bar, blanks, quoted formulas, cases ---- */

static struct kin_piece set_repeating(struct kin_setter *setter, const struct kin_written *part)
{
    return (struct kin_piece){.maths = kin_maths_repeating(setter->arena, part->text, part->close),
                              .shape = KIN_PIECE_SUFFIXED,
                              .digits = true};
}

static struct kin_piece set_quoted(struct kin_setter *setter, const struct kin_written *part, unsigned place)
{
    struct kin_grown grown;
    if (!kin_formula_grow(part->quoted, setter->frame, &grown)) {
        return (struct kin_piece){0};
    }
    struct kin_setter inner = {setter->frame, setter->arena, grown.formula, grown.values};
    return kin_setter_part(&inner, grown.formula->root, place);
}

/* A value, and behind some room its condition: cells that stand to the left. */
static const struct kin_maths *set_case(struct kin_setter *setter, const struct kin_written *part, size_t index)
{
    static const struct kin_maths quad = {.kind = KIN_MATHS_SPACE, .text = "quad"};
    static const struct kin_maths thick = {.kind = KIN_MATHS_SPACE, .text = "thick"};
    const struct kin_maths *nothing = kin_maths_new(setter->arena, KIN_MATHS_ROW, NULL, NULL, 0);
    const struct kin_maths *value = set_alone(setter, part->kids[index]);
    const struct kin_maths *test = value ? set_alone(setter, part->kids[index + 1]) : NULL;
    if (!test) {
        return NULL;
    }
    struct kin_row condition = {.arena = setter->arena};
    kin_row_add(&condition, &quad);
    kin_row_add(&condition, kin_leaf(setter->arena, KIN_MATHS_WORD, word_of(setter, part->joins[index + 1])));
    kin_row_add(&condition, &thick);
    kin_row_add(&condition, test);
    const struct kin_maths *cells[] = {nothing, value, nothing, kin_row_maths(&condition)};
    return kin_maths_new(setter->arena, KIN_MATHS_ROW, NULL, cells, 4);
}

static struct kin_piece set_cases(struct kin_setter *setter, const struct kin_written *part)
{
    struct kin_row rows = {.arena = setter->arena};
    for (size_t i = 0; i < part->count; i += 2) {
        const struct kin_maths *row = set_case(setter, part, i);
        if (!row) {
            return (struct kin_piece){0};
        }
        KIN_PUSH(setter->arena, rows.items, rows.count, rows.room) = row;
    }
    struct kin_maths *grid = KIN_NEW(setter->arena, struct kin_maths);
    *grid =
        (struct kin_maths){.kind = KIN_MATHS_GRID, .open = "{", .close = "", .kids = rows.items, .count = rows.count};
    return atom(grid);
}

struct kin_piece kin_setter_part(struct kin_setter *setter, const struct kin_written *part, unsigned place)
{
    switch ((enum kin_written_kind)part->kind) {
    case KIN_WRITTEN_NUMBER:
        return set_number(setter, part);
    case KIN_WRITTEN_LETTER:
        return leaf(setter, KIN_MATHS_LETTER, part->text);
    case KIN_WRITTEN_WORD:
        return set_word(setter, part);
    case KIN_WRITTEN_NOTHING:
        return atom(kin_maths_new(setter->arena, KIN_MATHS_ROW, NULL, NULL, 0));
    case KIN_WRITTEN_SYMBOL:
        return leaf(setter, KIN_MATHS_SYMBOL, part->text);
    case KIN_WRITTEN_BLANK:
        return leaf(setter, KIN_MATHS_BLANK, part->text);
    case KIN_WRITTEN_HOLE:
        return kin_setter_settle(setter, raw_hole(setter, part), place);
    case KIN_WRITTEN_SUM:
        return kin_setter_sum(setter, part, place);
    case KIN_WRITTEN_PRODUCT:
        return kin_setter_product(setter, part, place);
    case KIN_WRITTEN_FRACTION:
        return set_fraction(setter, part, place);
    case KIN_WRITTEN_MIXED:
        return set_mixed(setter, part);
    case KIN_WRITTEN_REPEATING:
        return set_repeating(setter, part);
    case KIN_WRITTEN_QUOTED:
        return set_quoted(setter, part, place);
    case KIN_WRITTEN_CASES:
        return set_cases(setter, part);
    case KIN_WRITTEN_MATRIX:
    case KIN_WRITTEN_ARITHMETIC:
        return kin_setter_laid_out(setter, part);
    case KIN_WRITTEN_POWER:
        return set_power(setter, part, place);
    case KIN_WRITTEN_SUBSCRIPT:
        return set_subscript(setter, part);
    case KIN_WRITTEN_ROOT:
        return set_root(setter, part);
    case KIN_WRITTEN_GROUP:
        return set_group(setter, part, place);
    case KIN_WRITTEN_SIZE:
    case KIN_WRITTEN_BAR:
        return set_around(setter, part);
    case KIN_WRITTEN_SUFFIXED:
        return set_suffixed(setter, part, place);
    case KIN_WRITTEN_MONEY:
        return set_money(setter, part);
    case KIN_WRITTEN_RATIO:
    case KIN_WRITTEN_CHAIN:
    case KIN_WRITTEN_LIST:
        return set_series(setter, part);
    }
    return (struct kin_piece){0};
}

const struct kin_maths *kin_formula_resolve(const struct kin_formula *formula, struct kin_frame *frame)
{
    struct kin_grown grown;
    if (!kin_formula_grow(formula, frame, &grown)) {
        return NULL;
    }
    struct kin_setter setter = {frame, frame->arena, grown.formula, grown.values};
    return kin_maths_localised(frame, set_alone(&setter, grown.formula->root));
}

const struct kin_maths *kin_maths_of_value(struct kin_frame *frame, const struct kin_value *value, const char *format)
{
    struct kin_number_format read;
    struct kin_span nowhere = {0};
    if (!kin_number_format_read(format, strlen(format), &read)) {
        kin_piece_fault(frame, KIN_E293, nowhere, kin_value_text(frame->arena, value));
        return NULL;
    }
    struct kin_piece part = kin_piece_of_value(frame, value, read, nowhere);
    return part.maths ? kin_maths_localised(frame, kin_piece_signed(frame->arena, &part)) : NULL;
}

bool kin_format_known(const char *format)
{
    struct kin_number_format read;
    return kin_number_format_read(format, strlen(format), &read);
}
