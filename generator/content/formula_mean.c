/* What a formula states: its value and whether its relations hold, from the same tree that is printed. */
#include "content/formula_mean.h"

#include "base/limits.h"
#include "content/formula_set.h"

#include <string.h>

/* ---- Numbers and polynomials together ---- */

static const struct kin_meaning open_meaning = {.kind = KIN_MEANS_OPEN};

struct kin_meaning kin_judge_fault(struct kin_judge *judge, enum kin_diag_id id, struct kin_span span)
{
    judge->frame->fault = (struct kin_fault){id, span, NULL};
    return (struct kin_meaning){.kind = KIN_MEANS_FAULT};
}

static struct kin_meaning number_meaning(struct kin_judge *judge, struct kin_rat number, const struct kin_written *part)
{
    if (kin_rat_defined(number)) {
        return (struct kin_meaning){.kind = KIN_MEANS_NUMBER, .number = number};
    }
    return kin_judge_fault(judge, number.num == KIN_DIVISION_BY_ZERO ? KIN_E290 : KIN_E294, part->span);
}

static struct kin_meaning poly_meaning(struct kin_judge *judge, const struct kin_poly *poly,
                                       const struct kin_written *part)
{
    struct kin_rat number;
    poly = kin_atom_reduce(judge->arena, poly);
    if (!poly) {
        return kin_judge_fault(judge, KIN_E294, part->span);
    }
    if (kin_poly_constant(poly, &number)) {
        return (struct kin_meaning){.kind = KIN_MEANS_NUMBER, .number = number};
    }
    return (struct kin_meaning){.kind = KIN_MEANS_POLY, .poly = poly};
}

bool kin_meaning_has_value(const struct kin_meaning *meaning)
{
    return meaning->kind == KIN_MEANS_NUMBER || meaning->kind == KIN_MEANS_POLY;
}

const struct kin_poly *kin_meaning_poly(struct kin_judge *judge, const struct kin_meaning *meaning)
{
    return meaning->kind == KIN_MEANS_POLY ? meaning->poly : kin_poly_number(judge->arena, meaning->number);
}

typedef struct kin_rat number_operation(kin_arena *arena, struct kin_rat a, struct kin_rat b);
typedef const struct kin_poly *poly_operation(kin_arena *arena, const struct kin_poly *a, const struct kin_poly *b);

static struct kin_meaning combine(struct kin_judge *judge, struct kin_meaning a, struct kin_meaning b,
                                  number_operation *numbers, poly_operation *polys, const struct kin_written *part)
{
    if (a.kind == KIN_MEANS_NUMBER && b.kind == KIN_MEANS_NUMBER) {
        return number_meaning(judge, numbers(judge->arena, a.number, b.number), part);
    }
    if (kin_meaning_has_value(&a) && kin_meaning_has_value(&b)) {
        return poly_meaning(judge, polys(judge->arena, kin_meaning_poly(judge, &a), kin_meaning_poly(judge, &b)), part);
    }
    return a.kind == KIN_MEANS_FAULT ? a : b.kind == KIN_MEANS_FAULT ? b : open_meaning;
}

static struct kin_meaning divide(struct kin_judge *judge, struct kin_meaning a, struct kin_meaning b,
                                 const struct kin_written *part)
{
    if (b.kind == KIN_MEANS_NUMBER && kin_rat_sign(b.number) == 0) {
        return kin_judge_fault(judge, KIN_E290, part->span);
    }
    if (b.kind == KIN_MEANS_NUMBER && a.kind == KIN_MEANS_POLY) {
        struct kin_rat factor = kin_rat_div(judge->arena, kin_rat_int(1), b.number);
        return poly_meaning(judge, kin_poly_scale(judge->arena, a.poly, factor), part);
    }
    if (b.kind == KIN_MEANS_POLY) {
        const struct kin_poly *inverse = kin_atom_inverse(judge->arena, b.poly);
        struct kin_meaning factor = {.kind = KIN_MEANS_POLY, .poly = inverse};
        return a.kind == KIN_MEANS_FAULT ? a
               : inverse                 ? combine(judge, a, factor, kin_rat_mul, kin_poly_mul, part)
                                         : open_meaning;
    }
    return combine(judge, a, b, kin_rat_div, kin_poly_mul, part);
}

/* ---- Leaves ---- */

struct kin_meaning kin_judge_value(struct kin_judge *judge, const struct kin_value *value,
                                   const struct kin_written *part)
{
    if (value->kind == KIN_NUMBER) {
        return number_meaning(judge, value->as.number, part);
    }
    if (value->kind == KIN_SURD) {
        const struct kin_poly *sum = kin_atom_surd(judge->arena, value->as.surd);
        return sum ? poly_meaning(judge, sum, part) : open_meaning;
    }
    return value->kind == KIN_POLY ? poly_meaning(judge, value->as.poly, part) : open_meaning;
}

static struct kin_meaning mean_rounded(struct kin_judge *judge, const struct kin_value *value, int places,
                                       const struct kin_written *part)
{
    struct kin_rat number;
    const struct kin_real *real = kin_value_as_real(judge->arena, value);
    bool rounded = kin_real_round(judge->arena, real, places, KIN_HALF_UP, &number);
    return rounded ? number_meaning(judge, number, part) : open_meaning;
}

/* What is printed is what is meant: a value rounded in print is the rounded number. */
static struct kin_meaning mean_hole(struct kin_judge *judge, const struct kin_written *part)
{
    const struct kin_hole *hole = &judge->formula->holes.items[part->index];
    struct kin_meaning meaning = kin_judge_value(judge, &judge->values[part->index], part);
    if (meaning.kind == KIN_MEANS_NUMBER && hole->format.kind == KIN_FORMAT_PLACES) {
        meaning.number = kin_rat_round(judge->arena, meaning.number, hole->format.places, KIN_HALF_UP);
        return number_meaning(judge, meaning.number, part);
    }
    if (hole->format.kind == KIN_FORMAT_PLACES && kin_value_is_real(&judge->values[part->index]) &&
        meaning.kind != KIN_MEANS_FAULT) {
        return mean_rounded(judge, &judge->values[part->index], hole->format.places, part);
    }
    bool word = hole->format.kind == KIN_FORMAT_WORDS || hole->format.kind == KIN_FORMAT_ORDINAL;
    return word && meaning.kind != KIN_MEANS_FAULT ? open_meaning : meaning;
}

static struct kin_meaning mean_letter(struct kin_judge *judge, const struct kin_written *part)
{
    for (size_t i = 0; i < judge->binding_count; i++) {
        if (judge->bindings[i].letter == part->letter) {
            return kin_judge_value(judge, &judge->bindings[i].value, part);
        }
    }
    return poly_meaning(judge, kin_poly_letter(judge->arena, part->letter), part);
}

/* Units have a size; other words have no value. */
static struct kin_meaning mean_word(struct kin_judge *judge, const struct kin_written *part)
{
    const struct kin_poly *unit = kin_atom_unit(judge->arena, part->text);
    return unit ? poly_meaning(judge, unit, part) : open_meaning;
}

static struct kin_meaning mean_quoted(struct kin_judge *judge, const struct kin_written *part)
{
    struct kin_judge inner;
    if (!kin_judge_start(&inner, part->quoted, judge->frame)) {
        return (struct kin_meaning){.kind = KIN_MEANS_FAULT};
    }
    inner.bindings = judge->bindings;
    inner.binding_count = judge->binding_count;
    return kin_judge_mean(&inner, inner.formula->root);
}

static struct kin_meaning mean_mixed(struct kin_judge *judge, const struct kin_written *part)
{
    struct kin_rat fraction = kin_rat_div(judge->arena, part->kids[1]->number, part->kids[2]->number);
    return number_meaning(judge, kin_rat_add(judge->arena, part->kids[0]->number, fraction), part);
}

static struct kin_meaning mean_suffixed(struct kin_judge *judge, const struct kin_written *part)
{
    struct kin_meaning operand = kin_judge_mean(judge, part->kids[0]);
    struct kin_meaning hundred = {.kind = KIN_MEANS_NUMBER, .number = kin_rat_int(100)};
    if (strcmp(part->text, "%") == 0) {
        return divide(judge, operand, hundred, part);
    }
    return strcmp(part->text, "°") == 0 || operand.kind == KIN_MEANS_FAULT ? operand : open_meaning;
}

/* ---- Operations ---- */

static struct kin_meaning mean_sum(struct kin_judge *judge, const struct kin_written *part)
{
    struct kin_meaning sum = {.kind = KIN_MEANS_NUMBER, .number = kin_rat_int(0)};
    for (size_t i = 0; i < part->count; i++) {
        struct kin_meaning term = kin_judge_mean(judge, part->kids[i]);
        enum kin_join join = part->joins[i] == KIN_JOIN_PLUS_MINUS ? judge->either : (enum kin_join)part->joins[i];
        if (part->joins[i] == KIN_JOIN_PLUS_MINUS && join == KIN_JOIN_NONE && term.kind != KIN_MEANS_FAULT) {
            term = open_meaning;
        }
        bool minus = join == KIN_JOIN_MINUS;
        sum = combine(judge, sum, term, minus ? kin_rat_sub : kin_rat_add, minus ? kin_poly_sub : kin_poly_add, part);
    }
    return sum;
}

static struct kin_meaning mean_product(struct kin_judge *judge, const struct kin_written *part)
{
    struct kin_meaning product = kin_judge_mean(judge, part->kids[0]);
    for (size_t i = 1; i < part->count; i++) {
        struct kin_meaning factor = kin_judge_mean(judge, part->kids[i]);
        bool multiplies = part->joins[i] < KIN_JOIN_UNION;
        factor = multiplies || factor.kind == KIN_MEANS_FAULT ? factor : open_meaning;
        product = part->joins[i] == KIN_JOIN_DIVIDE ? divide(judge, product, factor, part)
                                                    : combine(judge, product, factor, kin_rat_mul, kin_poly_mul, part);
    }
    return product;
}

enum { HIGHEST_ROOT = 63 };

static struct kin_meaning root_of(struct kin_judge *judge, struct kin_rat radicand, int64_t index,
                                  const struct kin_written *part)
{
    const struct kin_poly *root = kin_atom_root(judge->arena, radicand, index);
    return root ? poly_meaning(judge, root, part) : open_meaning;
}

/* 8^(2/3): the root of the power. */
static struct kin_meaning mean_rational_power(struct kin_judge *judge, struct kin_rat base, struct kin_rat exponent,
                                              const struct kin_written *part)
{
    int64_t power, index;
    bool whole = kin_rat_to_int(kin_rat_numerator(judge->arena, exponent), &power) &&
                 kin_rat_to_int(kin_rat_denominator(judge->arena, exponent), &index) && index <= HIGHEST_ROOT;
    if (!whole || kin_rat_sign(base) <= 0) {
        return open_meaning;
    }
    struct kin_rat raised = kin_rat_pow(judge->arena, base, power);
    return kin_rat_defined(raised) ? root_of(judge, raised, index, part) : open_meaning;
}

/* 1/(√2)^3; letters below a fraction bar have no value here. */
static struct kin_meaning mean_poly_power(struct kin_judge *judge, const struct kin_poly *base, int64_t power,
                                          const struct kin_written *part)
{
    const struct kin_poly *down = power < 0 ? kin_atom_inverse(judge->arena, base) : base;
    if (!down || power < -KIN_LIMIT_DEGREE) {
        return open_meaning;
    }
    return poly_meaning(judge, kin_poly_pow(judge->arena, down, power < 0 ? -power : power), part);
}

static struct kin_meaning mean_power(struct kin_judge *judge, const struct kin_written *part)
{
    struct kin_meaning base = kin_judge_mean(judge, part->kids[0]), exponent = kin_judge_mean(judge, part->kids[1]);
    int64_t power;
    if (base.kind == KIN_MEANS_FAULT || exponent.kind != KIN_MEANS_NUMBER) {
        return base.kind == KIN_MEANS_FAULT ? base : exponent.kind == KIN_MEANS_FAULT ? exponent : open_meaning;
    }
    bool whole = kin_rat_to_int(exponent.number, &power);
    if (base.kind == KIN_MEANS_NUMBER) {
        return whole ? number_meaning(judge, kin_rat_pow(judge->arena, base.number, power), part)
                     : mean_rational_power(judge, base.number, exponent.number, part);
    }
    return base.kind == KIN_MEANS_POLY && whole ? mean_poly_power(judge, base.poly, power, part) : open_meaning;
}

static struct kin_meaning mean_root(struct kin_judge *judge, const struct kin_written *part)
{
    struct kin_meaning radicand = kin_judge_mean(judge, part->kids[0]);
    struct kin_meaning index = {.kind = KIN_MEANS_NUMBER, .number = kin_rat_int(2)};
    int64_t n;
    if (part->count > 1) {
        index = kin_judge_mean(judge, part->kids[1]);
    }
    if (radicand.kind == KIN_MEANS_FAULT || index.kind == KIN_MEANS_FAULT) {
        return radicand.kind == KIN_MEANS_FAULT ? radicand : index;
    }
    bool whole = index.kind == KIN_MEANS_NUMBER && kin_rat_to_int(index.number, &n) && n >= 2 && n <= HIGHEST_ROOT;
    if (radicand.kind != KIN_MEANS_NUMBER || !whole) {
        return open_meaning;
    }
    struct kin_rat root = kin_rat_root(judge->arena, radicand.number, n);
    return kin_rat_defined(root) ? number_meaning(judge, root, part) : root_of(judge, radicand.number, n, part);
}

static struct kin_meaning mean_size(struct kin_judge *judge, const struct kin_written *part)
{
    struct kin_meaning body = kin_judge_mean(judge, part->kids[0]);
    int sign;
    if (body.kind == KIN_MEANS_NUMBER) {
        return number_meaning(judge, kin_rat_abs(judge->arena, body.number), part);
    }
    if (body.kind == KIN_MEANS_POLY && kin_atom_sign(judge->arena, body.poly, &sign)) {
        return poly_meaning(judge, kin_poly_scale(judge->arena, body.poly, kin_rat_int(sign)), part);
    }
    return body.kind == KIN_MEANS_FAULT ? body : open_meaning;
}

static struct kin_meaning mean_ratio(struct kin_judge *judge, const struct kin_written *part)
{
    struct kin_meaning first = kin_judge_mean(judge, part->kids[0]), second = kin_judge_mean(judge, part->kids[1]);
    return part->count == 2 ? divide(judge, first, second, part) : open_meaning;
}

static struct kin_meaning mean_group(struct kin_judge *judge, const struct kin_written *part)
{
    const struct kin_written *body = part->kids[0];
    bool set_or_list = part->open[0] == '{' || body->kind == KIN_WRITTEN_LIST || body->kind == KIN_WRITTEN_CHAIN;
    return set_or_list ? open_meaning : kin_judge_mean(judge, body);
}

struct kin_meaning kin_judge_mean(struct kin_judge *judge, const struct kin_written *part)
{
    switch ((enum kin_written_kind)part->kind) {
    case KIN_WRITTEN_NOTHING:
        return judge->before ? kin_judge_value(judge, judge->before, part) : open_meaning;
    case KIN_WRITTEN_NUMBER:
    case KIN_WRITTEN_REPEATING:
        return number_meaning(judge, part->number, part);
    case KIN_WRITTEN_LETTER:
        return mean_letter(judge, part);
    case KIN_WRITTEN_HOLE:
        return mean_hole(judge, part);
    case KIN_WRITTEN_WORD:
        return mean_word(judge, part);
    case KIN_WRITTEN_QUOTED:
        return mean_quoted(judge, part);
    case KIN_WRITTEN_SUM:
        return mean_sum(judge, part);
    case KIN_WRITTEN_PRODUCT:
        return mean_product(judge, part);
    case KIN_WRITTEN_FRACTION:
        return divide(judge, kin_judge_mean(judge, part->kids[0]), kin_judge_mean(judge, part->kids[1]), part);
    case KIN_WRITTEN_MIXED:
        return mean_mixed(judge, part);
    case KIN_WRITTEN_POWER:
        return mean_power(judge, part);
    case KIN_WRITTEN_ROOT:
        return mean_root(judge, part);
    case KIN_WRITTEN_GROUP:
        return mean_group(judge, part);
    case KIN_WRITTEN_SIZE:
        return mean_size(judge, part);
    case KIN_WRITTEN_SUFFIXED:
        return mean_suffixed(judge, part);
    case KIN_WRITTEN_MONEY:
        return kin_judge_mean(judge, part->kids[0]);
    case KIN_WRITTEN_RATIO:
        return mean_ratio(judge, part);
    default:
        return open_meaning;
    }
}

/* A formula that is nothing but another one's name is that one. */
bool kin_judge_start(struct kin_judge *judge, const struct kin_formula *formula, struct kin_frame *frame)
{
    struct kin_grown grown;
    while (formula->root->kind == KIN_WRITTEN_QUOTED) {
        formula = formula->root->quoted;
    }
    *judge = (struct kin_judge){.frame = frame, .arena = frame->arena};
    if (!kin_formula_grow(formula, frame, &grown)) {
        return false;
    }
    judge->formula = grown.formula;
    judge->values = grown.values;
    return true;
}

struct kin_meaning kin_meaning_difference(struct kin_judge *judge, struct kin_meaning a, struct kin_meaning b,
                                          const struct kin_written *part)
{
    return combine(judge, a, b, kin_rat_sub, kin_poly_sub, part);
}
