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

/* With letters left: an identity holds, and sides that differ by a number never meet. */
static enum kin_verdict judge_polys(struct kin_judge *judge, const struct kin_meaning *a, const struct kin_meaning *b,
                                    enum kin_join join, const struct kin_written *part)
{
    struct kin_meaning difference = kin_meaning_difference(judge, *a, *b, part);
    int sign;
    if (difference.kind == KIN_MEANS_NUMBER) {
        return relate(kin_rat_sign(difference.number), join);
    }
    if (difference.kind == KIN_MEANS_POLY && kin_atom_sign(judge->arena, difference.poly, &sign)) {
        return relate(sign, join);
    }
    return difference.kind == KIN_MEANS_FAULT ? KIN_VERDICT_FAULT : KIN_VERDICT_OPEN;
}

static enum kin_verdict judge_relation(struct kin_judge *judge, const struct kin_written *chain, size_t index)
{
    const struct kin_written *left = chain->kids[index - 1], *right = chain->kids[index];
    enum kin_join join = chain->joins[index];
    if (join == KIN_JOIN_ABOUT) {
        return kin_judge_about(judge, left, right);
    }
    struct kin_meaning a = kin_judge_mean(judge, left), b = kin_judge_mean(judge, right);
    if (a.kind == KIN_MEANS_FAULT || b.kind == KIN_MEANS_FAULT) {
        return KIN_VERDICT_FAULT;
    }
    if (!kin_meaning_has_value(&a) || !kin_meaning_has_value(&b)) {
        return kin_judge_groups(judge, left, right, join);
    }
    return judge_polys(judge, &a, &b, join, chain);
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

enum kin_verdict kin_formula_verdict(const struct kin_formula *formula, struct kin_frame *frame,
                                     const struct kin_binding *bindings, size_t count)
{
    struct kin_judge judge;
    if (!kin_judge_start(&judge, formula, frame)) {
        return KIN_VERDICT_FAULT;
    }
    judge.bindings = bindings;
    judge.binding_count = count;
    return judge_part(&judge, judge.formula->root);
}

/* What holds for one of the two signs of ±, where all of it is open. */
static enum kin_verdict judge_signs(struct kin_judge *judge, const struct kin_written *root)
{
    judge->either = KIN_JOIN_PLUS;
    enum kin_verdict plus = judge_part(judge, root);
    judge->either = KIN_JOIN_MINUS;
    enum kin_verdict minus = judge_part(judge, root);
    judge->either = KIN_JOIN_NONE;
    return either(plus, minus);
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
    struct kin_value before = *last;
    struct kin_judge judge;
    *last = (struct kin_value){.kind = KIN_NOTHING};
    if (!kin_judge_start(&judge, formula, frame)) {
        return KIN_VERDICT_FAULT;
    }
    judge.bindings = bindings;
    judge.binding_count = count;
    judge.before = &before;
    const struct kin_written *root = judge.formula->root;
    enum kin_verdict verdict = judge_part(&judge, root);
    verdict = verdict == KIN_VERDICT_OPEN ? judge_signs(&judge, root) : verdict;
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
