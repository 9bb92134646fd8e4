/* Products with values put in: coefficients, brackets, and the sign between factors. */
#include "content/formula_set.h"

static const struct kin_written *value_inside(const struct kin_written *part)
{
    bool round = part->kind == KIN_WRITTEN_GROUP && part->open[0] == '(' && part->close[0] == ')';
    return round ? part->kids[0] : part;
}

/* Is the first factor a value directly before a letter, bracket with letters, or root? */
static bool has_coefficient(const struct kin_written *part)
{
    return part->count > 1 && part->joins[1] == KIN_JOIN_BESIDE &&
           value_inside(part->kids[0])->kind == KIN_WRITTEN_HOLE &&
           (part->kids[1]->lettered || part->kids[1]->kind == KIN_WRITTEN_ROOT);
}

static bool has_operator(const struct kin_maths *maths)
{
    for (size_t i = 0; maths->kind == KIN_MATHS_ROW && i < maths->count; i++) {
        if (maths->kids[i]->kind == KIN_MATHS_OPERATOR) {
            return true;
        }
    }
    return false;
}

static bool needs_brackets_beside(const struct kin_piece *part)
{
    switch (part->shape) {
    case KIN_PIECE_ATOM:
    case KIN_PIECE_LIST:
        return false;
    case KIN_PIECE_POWER:
        return part->maths->kids[0]->kind == KIN_MATHS_NUMBER;
    case KIN_PIECE_PRODUCT:
        return part->maths->kind == KIN_MATHS_ROW &&
               (part->maths->kids[0]->kind != KIN_MATHS_LETTER || has_operator(part->maths));
    default:
        return true;
    }
}

static bool needs_brackets_between_signs(const struct kin_piece *part)
{
    return part->shape == KIN_PIECE_SUM || part->shape == KIN_PIECE_SLASH;
}

/* f(3): whatever was in brackets behind a letter keeps them. */
static bool is_argument(const struct kin_written *part, size_t index)
{
    return index > 0 && part->joins[index] == KIN_JOIN_BESIDE && part->kids[index]->kind == KIN_WRITTEN_GROUP &&
           part->kids[index - 1]->kind == KIN_WRITTEN_LETTER;
}

/* Words, and units with an exponent: cm². */
static bool is_words(const struct kin_maths *maths)
{
    return maths->kind == KIN_MATHS_SCRIPTS ? maths->kids[0]->kind == KIN_MATHS_WORD : maths->kind == KIN_MATHS_WORD;
}

static bool factor_needs_brackets(const struct kin_written *part, size_t index, const struct kin_piece *before,
                                  const struct kin_piece *factor)
{
    if (factor->maths->kind == KIN_MATHS_FENCE) {
        return false;
    }
    if (index > 0 && part->joins[index] == KIN_JOIN_BESIDE) {
        return is_argument(part, index) || (needs_brackets_beside(factor) && !is_words(before->maths));
    }
    bool beside_next = index + 1 < part->count && part->joins[index + 1] == KIN_JOIN_BESIDE &&
                       part->kids[index + 1]->kind != KIN_WRITTEN_WORD;
    bool product_beside = beside_next && factor->shape == KIN_PIECE_PRODUCT && has_operator(factor->maths);
    bool divided = factor->shape == KIN_PIECE_PRODUCT && index > 0 && part->joins[index] == KIN_JOIN_DIVIDE;
    return needs_brackets_between_signs(factor) || product_beside || divided;
}

static const struct kin_maths *join_maths(enum kin_join join, const struct kin_maths *star)
{
    const struct kin_maths *const signs[] = {[KIN_JOIN_STAR] = star,
                                             [KIN_JOIN_DOT] = &kin_maths_dot,
                                             [KIN_JOIN_TIMES] = &kin_maths_times,
                                             [KIN_JOIN_DIVIDE] = &kin_maths_divide,
                                             [KIN_JOIN_UNION] = &kin_maths_union,
                                             [KIN_JOIN_INTERSECTION] = &kin_maths_intersection,
                                             [KIN_JOIN_COMPOSE] = &kin_maths_compose};
    return signs[join];
}

/* 5 cm and sin x, wider 5 ft 6 in.; but sin(x). */
static const struct kin_maths *space_between(const struct kin_maths *before, const struct kin_maths *after)
{
    static const struct kin_maths wide_space = {.kind = KIN_MATHS_SPACE, .text = "thick"};
    bool behind_words = is_words(before) && !is_words(after);
    return behind_words && after->kind == KIN_MATHS_FENCE    ? NULL
           : behind_words && after->kind != KIN_MATHS_LETTER ? &wide_space
           : behind_words || is_words(after)                 ? &kin_maths_thin_space
                                                             : NULL;
}

static void add_factor(struct kin_row *row, enum kin_join join, const struct kin_piece *before,
                       const struct kin_piece *factor, const struct kin_maths *star)
{
    const struct kin_maths *space = join == KIN_JOIN_BESIDE ? space_between(before->maths, factor->maths) : NULL;
    if (space) {
        kin_row_add(row, space);
    } else if (join != KIN_JOIN_NONE && join != KIN_JOIN_BESIDE) {
        kin_row_add(row, join_maths(join, star));
    }
    kin_row_add(row, factor->maths);
}

/* 3 × 4, but 3 · π: all stars of a product print alike. */
static const struct kin_maths *star_of(const struct kin_written *part, const struct kin_piece *factors, size_t from)
{
    const struct kin_maths *star = &kin_maths_times;
    for (size_t i = from + 1; i < part->count; i++) {
        bool digits = factors[i - 1].digits && factors[i].digits;
        star = part->joins[i] == KIN_JOIN_STAR && !digits ? &kin_maths_dot : star;
    }
    return star;
}

/* 3x · y: a product beside a written sign needs no brackets, but prints flat. */
static bool set_factors(struct kin_setter *setter, const struct kin_written *part, size_t from, struct kin_piece first,
                        struct kin_row *row, struct kin_piece *result)
{
    struct kin_piece *factors = KIN_NEW_N(setter->arena, struct kin_piece, part->count);
    bool digits = true, lone = from + 1 == part->count;
    for (size_t i = from; i < part->count; i++) {
        factors[i] = i == 0 ? first : kin_setter_part(setter, part->kids[i], 0);
        if (!factors[i].maths) {
            return false;
        }
        if (!lone && factor_needs_brackets(part, i, i > from ? &factors[i - 1] : &first, &factors[i])) {
            factors[i] = kin_piece_fenced(setter->arena, factors[i]);
        }
        digits = digits && factors[i].digits;
    }
    const struct kin_maths *star = star_of(part, factors, from);
    for (size_t i = from; i < part->count; i++) {
        enum kin_join join = i > from ? part->joins[i] : KIN_JOIN_NONE;
        add_factor(row, join, i > from ? &factors[i - 1] : &first, &factors[i], star);
    }
    *result = factors[part->count - 1];
    result->digits = digits;
    return true;
}

static unsigned first_place(const struct kin_written *part, unsigned place)
{
    return place && part->lettered ? place | KIN_MERGE : place;
}

struct kin_piece kin_setter_product(struct kin_setter *setter, const struct kin_written *part, unsigned place)
{
    bool coefficient = has_coefficient(part);
    struct kin_piece first = kin_setter_part(setter, part->kids[0], coefficient ? KIN_BARE : first_place(part, place));
    if (!first.maths || (coefficient && first.zero)) {
        return first.maths ? kin_setter_zero(setter) : first;
    }
    bool dropped = coefficient && first.one;
    char sign = first.sign;
    bool posed = first.posed;
    if (!dropped && coefficient) {
        /* Brackets typed around a coefficient say that its sign is to be seen. */
        posed = first.posed = first.posed || part->kids[0]->kind == KIN_WRITTEN_GROUP;
        first = kin_setter_settle(setter, first, first_place(part, place));
        sign = first.sign;
    }
    first.sign = 0;
    struct kin_row row = {.arena = setter->arena};
    struct kin_piece product;
    if (!set_factors(setter, part, dropped, first, &row, &product)) {
        return (struct kin_piece){0};
    }
    if (row.count > 1 && part->count - dropped > 1) {
        product = (struct kin_piece){.shape = KIN_PIECE_PRODUCT, .digits = product.digits};
    }
    product.maths = kin_row_maths(&row);
    if (sign && product.shape == KIN_PIECE_SUM) {
        product = kin_piece_fenced(setter->arena, product);
    }
    product.sign = sign;
    product.posed = posed;
    product.zero = product.one = product.alone = false;
    return kin_setter_settle(setter, product, place);
}
