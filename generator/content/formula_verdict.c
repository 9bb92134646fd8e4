/* Is it true? Relations, chains and lists of them, and "about equal". */
#include "content/formula_mean.h"

#include <string.h>

static enum kin_verdict truth(bool holds)
{
    return holds ? KIN_VERDICT_TRUE : KIN_VERDICT_FALSE;
}

static enum kin_verdict relate(int order, enum kin_join join)
{
    switch (join) {
    case KIN_JOIN_EQ:
        return truth(order == 0);
    case KIN_JOIN_NE:
        return truth(order != 0);
    case KIN_JOIN_LT:
        return truth(order < 0);
    case KIN_JOIN_GT:
        return truth(order > 0);
    case KIN_JOIN_LE:
        return truth(order <= 0);
    case KIN_JOIN_GE:
        return truth(order >= 0);
    default:
        return KIN_VERDICT_OPEN;
    }
}

enum { NOT_SHOWN = INT16_MIN };

static int shown_in_hole(const struct kin_judge *judge, const struct kin_written *part)
{
    const struct kin_hole *hole = &judge->formula->holes.items[part->index];
    const struct kin_value *value = &judge->values[part->index];
    if (hole->format.kind == KIN_FORMAT_PLACES) {
        return hole->format.places;
    }
    int needed = value->kind == KIN_NUMBER ? kin_rat_decimals(judge->arena, value->as.number) : -1;
    if (needed < 0 || hole->format.kind == KIN_FORMAT_FRACTION || hole->format.kind == KIN_FORMAT_MIXED) {
        return NOT_SHOWN;
    }
    bool decimal = value->places != KIN_NO_PLACES || value->look != KIN_PLAIN || needed == 0 ||
                   hole->format.kind == KIN_FORMAT_DECIMAL;
    int places = value->places + (value->look == KIN_PERCENT && value->places != KIN_NO_PLACES ? 2 : 0);
    return decimal ? (needed > places ? needed : places) : NOT_SHOWN;
}

/* Decimals that a side shows: of a number that stands there alone, perhaps with a sign, % or $. */
static int shown_places(const struct kin_judge *judge, const struct kin_written *side)
{
    while ((side->kind == KIN_WRITTEN_SUM || side->kind == KIN_WRITTEN_GROUP || side->kind == KIN_WRITTEN_MONEY) &&
           side->count == 1) {
        side = side->kids[0];
    }
    if (side->kind == KIN_WRITTEN_SUFFIXED) {
        int places = shown_places(judge, side->kids[0]);
        return places == NOT_SHOWN ? places : places + (strcmp(side->text, "%") == 0 ? 2 : 0);
    }
    if (side->kind == KIN_WRITTEN_NUMBER) {
        return side->places == KIN_NO_PLACES ? 0 : side->places;
    }
    return side->kind == KIN_WRITTEN_HOLE ? shown_in_hole(judge, side) : NOT_SHOWN;
}

/* Does `exact` round to `shown` at its places, or at the tens, hundreds ... where `shown` ends in zeros? */
static bool rounds_to(struct kin_judge *judge, struct kin_rat exact, struct kin_rat shown, int places)
{
    enum { MOST_ZEROS = 15 };
    for (int at = places; at >= -MOST_ZEROS; at--) {
        struct kin_rat coarse = kin_rat_round(judge->arena, shown, at, KIN_HALF_UP);
        if (!kin_rat_equal(coarse, shown)) {
            return false;
        }
        if (kin_rat_equal(kin_rat_round(judge->arena, exact, at, KIN_HALF_UP), shown)) {
            return true;
        }
        if (places > 0) {
            return false;
        }
    }
    return false;
}

static enum kin_verdict judge_about(struct kin_judge *judge, const struct kin_meaning *a, const struct kin_meaning *b,
                                    const struct kin_written *left, const struct kin_written *right)
{
    int shown_left = shown_places(judge, left), shown_right = shown_places(judge, right);
    if (a->kind != KIN_MEANS_NUMBER || b->kind != KIN_MEANS_NUMBER ||
        (shown_left == NOT_SHOWN && shown_right == NOT_SHOWN)) {
        return KIN_VERDICT_OPEN;
    }
    bool by_left = shown_right == NOT_SHOWN || (shown_left != NOT_SHOWN && shown_left < shown_right);
    return truth(by_left ? rounds_to(judge, b->number, a->number, shown_left)
                         : rounds_to(judge, a->number, b->number, shown_right));
}

/* Is the n-th root of `radicand` within half a unit of the last place shown? By powers, so without the root itself;
 * it is irrational, so it never lies on an edge. */
static enum kin_verdict judge_root_about(struct kin_judge *judge, const struct kin_written *root, struct kin_rat shown,
                                         int places)
{
    struct kin_meaning radicand = kin_judge_mean(judge, root->kids[0]);
    struct kin_meaning index = {.kind = KIN_MEANS_NUMBER, .number = kin_rat_int(2)};
    int64_t n;
    if (root->count > 1) {
        index = kin_judge_mean(judge, root->kids[1]);
    }
    bool known = radicand.kind == KIN_MEANS_NUMBER && index.kind == KIN_MEANS_NUMBER;
    if (!known || places == NOT_SHOWN || kin_rat_sign(radicand.number) < 0 || kin_rat_sign(shown) < 0 ||
        !kin_rat_to_int(index.number, &n) || n < 2) {
        return KIN_VERDICT_OPEN;
    }
    struct kin_rat unit = kin_rat_pow(judge->arena, kin_rat_int(10), -places);
    struct kin_rat half = kin_rat_div(judge->arena, unit, kin_rat_int(2));
    struct kin_rat high = kin_rat_pow(judge->arena, kin_rat_add(judge->arena, shown, half), n);
    struct kin_rat edge = kin_rat_sub(judge->arena, shown, half);
    struct kin_rat low = kin_rat_sign(edge) > 0 ? kin_rat_pow(judge->arena, edge, n) : kin_rat_int(0);
    if (!kin_rat_defined(high) || !kin_rat_defined(low)) {
        return KIN_VERDICT_OPEN;
    }
    return truth(kin_rat_compare(low, radicand.number) <= 0 && kin_rat_compare(radicand.number, high) < 0);
}

/* Irrational roots have no value, but what they are about equal to can be told. */
static enum kin_verdict judge_without_value(struct kin_judge *judge, const struct kin_meaning *a,
                                            const struct kin_meaning *b, const struct kin_written *left,
                                            const struct kin_written *right)
{
    if (left->kind == KIN_WRITTEN_ROOT && b->kind == KIN_MEANS_NUMBER) {
        return judge_root_about(judge, left, b->number, shown_places(judge, right));
    }
    if (right->kind == KIN_WRITTEN_ROOT && a->kind == KIN_MEANS_NUMBER) {
        return judge_root_about(judge, right, a->number, shown_places(judge, left));
    }
    return KIN_VERDICT_OPEN;
}

/* With letters left: an identity holds, and sides that differ by a number never meet. */
static enum kin_verdict judge_polys(struct kin_judge *judge, const struct kin_meaning *a, const struct kin_meaning *b,
                                    enum kin_join join, const struct kin_written *part)
{
    struct kin_meaning difference = kin_meaning_difference(judge, *a, *b, part);
    if (difference.kind == KIN_MEANS_NUMBER) {
        return relate(kin_rat_sign(difference.number), join);
    }
    return difference.kind == KIN_MEANS_FAULT ? KIN_VERDICT_FAULT : KIN_VERDICT_OPEN;
}

static enum kin_verdict judge_relation(struct kin_judge *judge, const struct kin_written *chain, size_t index)
{
    const struct kin_written *left = chain->kids[index - 1], *right = chain->kids[index];
    struct kin_meaning a = kin_judge_mean(judge, left), b = kin_judge_mean(judge, right);
    enum kin_join join = chain->joins[index];
    if (a.kind == KIN_MEANS_FAULT || b.kind == KIN_MEANS_FAULT) {
        return KIN_VERDICT_FAULT;
    }
    if (!kin_meaning_has_value(&a) || !kin_meaning_has_value(&b)) {
        return join == KIN_JOIN_ABOUT ? judge_without_value(judge, &a, &b, left, right) : KIN_VERDICT_OPEN;
    }
    return join == KIN_JOIN_ABOUT ? judge_about(judge, &a, &b, left, right) : judge_polys(judge, &a, &b, join, chain);
}

/* A fault beats everything, since a key may hang on it; then false; then open. */
static enum kin_verdict both(enum kin_verdict a, enum kin_verdict b)
{
    static const int weight[] = {
        [KIN_VERDICT_TRUE] = 0, [KIN_VERDICT_OPEN] = 1, [KIN_VERDICT_FALSE] = 2, [KIN_VERDICT_FAULT] = 3};
    return weight[a] >= weight[b] ? a : b;
}

static enum kin_verdict either(enum kin_verdict a, enum kin_verdict b)
{
    static const int weight[] = {
        [KIN_VERDICT_FALSE] = 0, [KIN_VERDICT_OPEN] = 1, [KIN_VERDICT_TRUE] = 2, [KIN_VERDICT_FAULT] = 3};
    return weight[a] >= weight[b] ? a : b;
}

static enum kin_verdict judge_part(struct kin_judge *judge, const struct kin_written *part)
{
    if (part->kind != KIN_WRITTEN_CHAIN && part->kind != KIN_WRITTEN_LIST) {
        return kin_judge_mean(judge, part).kind == KIN_MEANS_FAULT ? KIN_VERDICT_FAULT : KIN_VERDICT_OPEN;
    }
    bool chain = part->kind == KIN_WRITTEN_CHAIN;
    enum kin_verdict verdict = chain ? KIN_VERDICT_TRUE : judge_part(judge, part->kids[0]);
    for (size_t i = 1; i < part->count && verdict != KIN_VERDICT_FAULT; i++) {
        enum kin_verdict next = chain ? judge_relation(judge, part, i) : judge_part(judge, part->kids[i]);
        verdict = part->joins[i] == KIN_JOIN_OR ? either(verdict, next) : both(verdict, next);
    }
    return verdict;
}

static bool start(struct kin_judge *judge, const struct kin_formula *formula, struct kin_frame *frame)
{
    *judge = (struct kin_judge){.frame = frame, .arena = frame->arena, .formula = formula};
    judge->values = kin_holes_eval(&formula->holes, frame);
    return judge->values != NULL;
}

enum kin_verdict kin_formula_verdict(const struct kin_formula *formula, struct kin_frame *frame,
                                     const struct kin_binding *bindings, size_t count)
{
    struct kin_judge judge;
    if (!start(&judge, formula, frame)) {
        return KIN_VERDICT_FAULT;
    }
    judge.bindings = bindings;
    judge.binding_count = count;
    return judge_part(&judge, formula->root);
}

static struct kin_value value_of_side(struct kin_judge *judge, const struct kin_written *side)
{
    struct kin_meaning meaning = kin_judge_mean(judge, side);
    if (!kin_meaning_has_value(&meaning)) {
        return (struct kin_value){.kind = KIN_NOTHING};
    }
    return meaning.kind == KIN_MEANS_NUMBER ? kin_value_number(meaning.number) : kin_value_poly(meaning.poly);
}

enum kin_verdict kin_formula_verdict_next(const struct kin_formula *formula, struct kin_frame *frame,
                                          const struct kin_binding *bindings, size_t count, struct kin_value *last)
{
    const struct kin_written *root = formula->root;
    struct kin_value before = *last;
    struct kin_judge judge;
    *last = (struct kin_value){.kind = KIN_NOTHING};
    if (!start(&judge, formula, frame)) {
        return KIN_VERDICT_FAULT;
    }
    judge.bindings = bindings;
    judge.binding_count = count;
    judge.before = &before;
    enum kin_verdict verdict = judge_part(&judge, root);
    if (verdict != KIN_VERDICT_FAULT) {
        *last = value_of_side(&judge, root->kind == KIN_WRITTEN_CHAIN ? root->kids[root->count - 1] : root);
    }
    return verdict;
}

bool kin_formula_relates(const struct kin_formula *formula)
{
    return formula->root->kind == KIN_WRITTEN_CHAIN || formula->root->kind == KIN_WRITTEN_LIST;
}

bool kin_formula_continues(const struct kin_formula *formula)
{
    return formula->root->kind == KIN_WRITTEN_CHAIN && formula->root->kids[0]->kind == KIN_WRITTEN_NOTHING;
}

bool kin_formula_sides(const struct kin_formula *formula, struct kin_frame *frame, const struct kin_poly **left,
                       const struct kin_poly **right)
{
    const struct kin_written *root = formula->root;
    struct kin_judge judge;
    if (root->kind != KIN_WRITTEN_CHAIN || root->count != 2 || root->joins[1] != KIN_JOIN_EQ ||
        !start(&judge, formula, frame)) {
        return false;
    }
    struct kin_meaning a = kin_judge_mean(&judge, root->kids[0]), b = kin_judge_mean(&judge, root->kids[1]);
    if (!kin_meaning_has_value(&a) || !kin_meaning_has_value(&b)) {
        return false;
    }
    *left = kin_meaning_poly(&judge, &a);
    *right = kin_meaning_poly(&judge, &b);
    return *left && *right;
}

bool kin_formula_value(const struct kin_formula *formula, struct kin_frame *frame, struct kin_value *value)
{
    struct kin_judge judge;
    if (!start(&judge, formula, frame)) {
        return false;
    }
    struct kin_meaning meaning = kin_judge_mean(&judge, formula->root);
    if (!kin_meaning_has_value(&meaning)) {
        if (meaning.kind == KIN_MEANS_OPEN) {
            kin_judge_fault(&judge, KIN_E295, formula->span);
        }
        return false;
    }
    *value = meaning.kind == KIN_MEANS_NUMBER ? kin_value_number(meaning.number) : kin_value_poly(meaning.poly);
    return true;
}
