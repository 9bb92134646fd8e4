/* Points, sets and intervals as sides of a relation. */
#include "content/formula_mean.h"

#include <string.h>

static bool is_set(const struct kin_written *part)
{
    return part->kind == KIN_WRITTEN_GROUP && part->open[0] == '{';
}

static bool is_group(const struct kin_written *part)
{
    return part->kind == KIN_WRITTEN_GROUP && (is_set(part) || part->kids[0]->kind == KIN_WRITTEN_LIST);
}

/* {1, 2}: its elements are those of the list inside, or the one that is there. */
static const struct kin_written *const *elements(const struct kin_written *group, size_t *count)
{
    const struct kin_written *body = group->kids[0];
    bool list = body->kind == KIN_WRITTEN_LIST;
    *count = list ? body->count : 1;
    return list ? body->kids : group->kids;
}

static bool listed(const struct kin_written *group)
{
    const struct kin_written *body = group->kids[0];
    for (size_t i = 1; body->kind == KIN_WRITTEN_LIST && i < body->count; i++) {
        if (body->joins[i] != KIN_JOIN_COMMA) {
            return false;
        }
    }
    return body->kind != KIN_WRITTEN_CHAIN;
}

static enum kin_verdict same_element(struct kin_judge *judge, const struct kin_written *a, const struct kin_written *b);

static enum kin_verdict same_value(struct kin_judge *judge, const struct kin_written *a, const struct kin_written *b)
{
    if (a->kind == KIN_WRITTEN_SYMBOL && b->kind == KIN_WRITTEN_SYMBOL) {
        return strcmp(a->text, b->text) == 0 ? KIN_VERDICT_TRUE : KIN_VERDICT_FALSE;
    }
    struct kin_meaning left = kin_judge_mean(judge, a), right = kin_judge_mean(judge, b);
    if (left.kind == KIN_MEANS_FAULT || right.kind == KIN_MEANS_FAULT) {
        return KIN_VERDICT_FAULT;
    }
    if (!kin_meaning_has_value(&left) || !kin_meaning_has_value(&right)) {
        return KIN_VERDICT_OPEN;
    }
    struct kin_meaning apart = kin_meaning_difference(judge, left, right, a);
    int sign = 1;
    if (apart.kind == KIN_MEANS_NUMBER) {
        return kin_rat_sign(apart.number) == 0 ? KIN_VERDICT_TRUE : KIN_VERDICT_FALSE;
    }
    bool told = apart.kind == KIN_MEANS_POLY && kin_atom_sign(judge->arena, apart.poly, &sign);
    return told ? KIN_VERDICT_FALSE : apart.kind == KIN_MEANS_FAULT ? KIN_VERDICT_FAULT : KIN_VERDICT_OPEN;
}

/* A fault, then open, then what decides. */
static enum kin_verdict worse(enum kin_verdict a, enum kin_verdict b, enum kin_verdict decides)
{
    if (a == KIN_VERDICT_FAULT || b == KIN_VERDICT_FAULT) {
        return KIN_VERDICT_FAULT;
    }
    if (a == decides || b == decides) {
        return decides;
    }
    return a == KIN_VERDICT_OPEN || b == KIN_VERDICT_OPEN ? KIN_VERDICT_OPEN : a;
}

static enum kin_verdict same_tuple(struct kin_judge *judge, const struct kin_written *a, const struct kin_written *b)
{
    size_t count, others;
    const struct kin_written *const *left = elements(a, &count), *const *right = elements(b, &others);
    bool alike = count == others && strcmp(a->open, b->open) == 0 && strcmp(a->close, b->close) == 0;
    enum kin_verdict verdict = alike ? KIN_VERDICT_TRUE : KIN_VERDICT_FALSE;
    for (size_t i = 0; alike && i < count; i++) {
        verdict = worse(verdict, same_element(judge, left[i], right[i]), KIN_VERDICT_FALSE);
    }
    return verdict;
}

static enum kin_verdict is_element(struct kin_judge *judge, const struct kin_written *element,
                                   const struct kin_written *set)
{
    size_t count;
    const struct kin_written *const *items = elements(set, &count);
    enum kin_verdict verdict = KIN_VERDICT_FALSE;
    for (size_t i = 0; i < count; i++) {
        verdict = worse(verdict, same_element(judge, element, items[i]), KIN_VERDICT_TRUE);
    }
    return verdict;
}

static enum kin_verdict is_subset(struct kin_judge *judge, const struct kin_written *a, const struct kin_written *b)
{
    size_t count;
    const struct kin_written *const *items = elements(a, &count);
    enum kin_verdict verdict = KIN_VERDICT_TRUE;
    for (size_t i = 0; i < count; i++) {
        verdict = worse(verdict, is_element(judge, items[i], b), KIN_VERDICT_FALSE);
    }
    return verdict;
}

static enum kin_verdict same_group(struct kin_judge *judge, const struct kin_written *a, const struct kin_written *b)
{
    if (!listed(a) || !listed(b)) {
        return KIN_VERDICT_OPEN;
    }
    if (!is_set(a) && !is_set(b)) {
        return same_tuple(judge, a, b);
    }
    return is_set(a) && is_set(b) ? worse(is_subset(judge, a, b), is_subset(judge, b, a), KIN_VERDICT_FALSE)
                                  : KIN_VERDICT_OPEN;
}

static enum kin_verdict same_element(struct kin_judge *judge, const struct kin_written *a, const struct kin_written *b)
{
    return is_group(a) && is_group(b) ? same_group(judge, a, b) : same_value(judge, a, b);
}

static enum kin_verdict not(enum kin_verdict verdict) {
    return verdict == KIN_VERDICT_TRUE    ? KIN_VERDICT_FALSE
           : verdict == KIN_VERDICT_FALSE ? KIN_VERDICT_TRUE
                                          : verdict;
}

enum kin_verdict kin_judge_groups(struct kin_judge *judge, const struct kin_written *left,
                                  const struct kin_written *right, enum kin_join join)
{
    bool element = (join == KIN_JOIN_IN || join == KIN_JOIN_NOT_IN) && is_set(right) && listed(right);
    bool equal = (join == KIN_JOIN_EQ || join == KIN_JOIN_NE) && is_group(left) && is_group(right);
    if (!element && !equal) {
        return KIN_VERDICT_OPEN;
    }
    enum kin_verdict verdict = element ? is_element(judge, left, right) : same_group(judge, left, right);
    return join == KIN_JOIN_NE || join == KIN_JOIN_NOT_IN ? not(verdict) : verdict;
}
