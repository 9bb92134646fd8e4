/* Steps are counted as in eval.c, but not tested: without repetition an expression's text bounds them. */
#include "expr/quick.h"

#include <string.h>

/* ---- Leaves ---- */

/* What nearly all leaves are: a plain number of two 64-bit integers. */
static inline bool is_plain(const struct kin_value *value)
{
    return value->kind == KIN_NUMBER && value->look == KIN_PLAIN && value->places == KIN_NO_PLACES &&
           !value->as.number.big;
}

static inline const struct kin_value *leaf_value(const struct kin_quick_run *run, const struct kin_node *leaf)
{
    return leaf->op == KIN_OP_SLOT ? &run->slots[leaf->slot] : &leaf->constant;
}

static inline bool is_leaf(const struct kin_node *node)
{
    return node->op == KIN_OP_SLOT || node->op == KIN_OP_CONSTANT;
}

static inline struct kin_quick evaluate(struct kin_quick_run *run, const struct kin_node *node)
{
    run->steps++;
    if (is_leaf(node)) {
        const struct kin_value *value = leaf_value(run, node);
        if (is_plain(value)) {
            return (struct kin_quick){value->as.number.num, value->as.number.den};
        }
    }
    return node->quick(run, node);
}

static struct kin_quick of_value(struct kin_quick_run *run, const struct kin_value *value)
{
    if (value->kind == KIN_NUMBER) {
        run->marked = run->marked || value->look != KIN_PLAIN || value->places != KIN_NO_PLACES;
        return kin_quick_number(value->as.number);
    }
    return value->kind == KIN_TRUTH ? kin_quick_int(value->as.truth) : kin_quick_none();
}

static struct kin_quick quick_leaf(struct kin_quick_run *run, const struct kin_node *node)
{
    const struct kin_value *value = leaf_value(run, node);
    return value->kind == node->type.kind ? of_value(run, value) : kin_quick_none();
}

/* ---- Calculations ---- */

static struct kin_quick quick_negate(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick a = evaluate(run, node->kids[0]);
    return a.num == INT64_MIN ? kin_quick_none() : (struct kin_quick){-a.num, a.den};
}

/* The kid has the kind already, or no quick result. */
static struct kin_quick quick_narrow(struct kin_quick_run *run, const struct kin_node *node)
{
    return evaluate(run, node->kids[0]);
}

static struct kin_quick quick_add(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick a = evaluate(run, node->kids[0]), b = evaluate(run, node->kids[1]);
    int64_t sum;
    if (a.den == 1 && b.den == 1 && !__builtin_add_overflow(a.num, b.num, &sum)) {
        return kin_quick_int(sum);
    }
    return kin_quick_number(kin_rat_add(run->arena, kin_quick_rat(a), kin_quick_rat(b)));
}

static struct kin_quick quick_subtract(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick a = evaluate(run, node->kids[0]), b = evaluate(run, node->kids[1]);
    int64_t difference;
    if (a.den == 1 && b.den == 1 && !__builtin_sub_overflow(a.num, b.num, &difference)) {
        return kin_quick_int(difference);
    }
    return kin_quick_number(kin_rat_sub(run->arena, kin_quick_rat(a), kin_quick_rat(b)));
}

static struct kin_quick quick_multiply(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick a = evaluate(run, node->kids[0]), b = evaluate(run, node->kids[1]);
    int64_t product;
    if (a.den == 1 && b.den == 1 && !__builtin_mul_overflow(a.num, b.num, &product)) {
        return kin_quick_int(product);
    }
    return kin_quick_number(kin_rat_mul(run->arena, kin_quick_rat(a), kin_quick_rat(b)));
}

static struct kin_quick quick_divide(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick a = evaluate(run, node->kids[0]), b = evaluate(run, node->kids[1]);
    if (a.den == 1 && b.den == 1 && b.num > 0 && a.num % b.num == 0) {
        return kin_quick_int(a.num / b.num);
    }
    return kin_quick_number(kin_rat_div(run->arena, kin_quick_rat(a), kin_quick_rat(b)));
}

static struct kin_quick quick_power(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick a = evaluate(run, node->kids[0]), b = evaluate(run, node->kids[1]);
    bool possible = a.den && b.den == 1;
    return possible ? kin_quick_number(kin_rat_pow(run->arena, kin_quick_rat(a), b.num)) : kin_quick_none();
}

/* ---- Comparisons ---- */

bool kin_relation_holds(enum kin_relation relation, int order)
{
    switch (relation) {
    case KIN_EQ:
        return order == 0;
    case KIN_NE:
        return order != 0;
    case KIN_LT:
        return order < 0;
    case KIN_LE:
        return order <= 0;
    case KIN_GT:
        return order > 0;
    default:
        return order >= 0;
    }
}

static struct kin_quick quick_compare_two(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick left = evaluate(run, node->kids[0]), right = evaluate(run, node->kids[1]);
    if (left.den == 0 || right.den == 0) {
        return kin_quick_none();
    }
    return kin_quick_int(kin_relation_holds(node->relations[0], kin_quick_compare(left, right)));
}

static struct kin_quick quick_compare(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick left = evaluate(run, node->kids[0]);
    bool held = true;
    for (size_t i = 1; i < node->count && held; i++) {
        struct kin_quick right = evaluate(run, node->kids[i]);
        if (left.den == 0 || right.den == 0) {
            return kin_quick_none();
        }
        held = kin_relation_holds(node->relations[i - 1], kin_quick_compare(left, right));
        left = right;
    }
    return kin_quick_int(held);
}

static const struct kin_word *word_of(struct kin_quick_run *run, const struct kin_node *leaf)
{
    run->steps++;
    const struct kin_value *value = leaf_value(run, leaf);
    return value->kind == KIN_WORD ? value->as.word : NULL;
}

static struct kin_quick quick_compare_words(struct kin_quick_run *run, const struct kin_node *node)
{
    const struct kin_word *left = word_of(run, node->kids[0]), *right = word_of(run, node->kids[1]);
    return left && right ? kin_quick_int((strcmp(left->one, right->one) == 0) == (node->relations[0] == KIN_EQ))
                         : kin_quick_none();
}

static struct kin_quick in_constant(struct kin_quick_run *run, const struct kin_list *list, struct kin_quick element)
{
    bool found = false;
    run->steps += (uint32_t)list->count;
    for (size_t i = 0; i < list->count && !found; i++) {
        found = kin_quick_equal(of_value(run, &list->items[i]), element);
    }
    return kin_quick_int(found);
}

/* All elements are evaluated, since an undefined one makes the whole undefined. */
static struct kin_quick in_list(struct kin_quick_run *run, const struct kin_node *list, struct kin_quick element)
{
    bool found = false;
    run->steps += (uint32_t)list->count;
    for (size_t i = 0; i < list->count; i++) {
        struct kin_quick item = evaluate(run, list->kids[i]);
        if (item.den == 0) {
            return item;
        }
        found = found || kin_quick_equal(item, element);
    }
    return kin_quick_int(found);
}

static struct kin_quick quick_membership(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick element = evaluate(run, node->kids[0]);
    const struct kin_node *list = node->kids[1];
    if (element.den == 0) {
        return element;
    }
    struct kin_quick found =
        list->op == KIN_OP_CONSTANT ? in_constant(run, list->constant.as.list, element) : in_list(run, list, element);
    return found.den ? kin_quick_int(found.num == (node->op == KIN_OP_IN)) : found;
}

/* ---- Logic ---- */

static struct kin_quick quick_not(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick a = evaluate(run, node->kids[0]);
    return (struct kin_quick){!a.num, a.den};
}

static struct kin_quick quick_and(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick a = evaluate(run, node->kids[0]);
    return a.den && a.num ? evaluate(run, node->kids[1]) : a;
}

static struct kin_quick quick_or(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick a = evaluate(run, node->kids[0]);
    return a.den && !a.num ? evaluate(run, node->kids[1]) : a;
}

static struct kin_quick quick_if(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick test = evaluate(run, node->kids[0]);
    return test.den ? evaluate(run, node->kids[test.num ? 1 : 2]) : test;
}

/* ---- Calls ---- */

static struct kin_quick quick_call_one(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick argument = evaluate(run, node->kids[0]);
    return argument.den ? node->quick_call(run->arena, &argument, 1) : argument;
}

static struct kin_quick quick_call(struct kin_quick_run *run, const struct kin_node *node)
{
    struct kin_quick arguments[KIN_QUICK_ARGUMENTS];
    for (size_t i = 0; i < node->count; i++) {
        arguments[i] = evaluate(run, node->kids[i]);
        if (arguments[i].den == 0) {
            return arguments[i];
        }
    }
    return node->quick_call(run->arena, arguments, node->count);
}

/* ---- Which node is quick ---- */

static bool all_quick(const struct kin_node *node)
{
    for (size_t i = 0; i < node->count; i++) {
        if (!node->kids[i]->quick) {
            return false;
        }
    }
    return true;
}

static bool is_number(const struct kin_value *value)
{
    return value->kind == KIN_NUMBER && !value->as.number.big;
}

static bool all_numbers(const struct kin_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        if (!is_number(&list->items[i])) {
            return false;
        }
    }
    return true;
}

static bool is_list_of_numbers(const struct kin_node *node)
{
    if (node->op == KIN_OP_CONSTANT) {
        return node->constant.kind == KIN_LIST && all_numbers(node->constant.as.list);
    }
    return (node->op == KIN_OP_LIST || node->op == KIN_OP_SET) && all_quick(node);
}

static bool is_word_leaf(const struct kin_node *node)
{
    return node->type.kind == KIN_WORD && is_leaf(node);
}

static kin_quick_function *quick_comparison(const struct kin_node *node)
{
    if (all_quick(node)) {
        return node->count == 2 ? quick_compare_two : quick_compare;
    }
    bool words = node->count == 2 && is_word_leaf(node->kids[0]) && is_word_leaf(node->kids[1]);
    return words ? quick_compare_words : NULL;
}

static bool is_quick_leaf(const struct kin_node *node)
{
    return node->op == KIN_OP_SLOT || node->constant.kind == KIN_TRUTH || is_number(&node->constant);
}

static kin_quick_function *quick_calling(const struct kin_node *node)
{
    if (!node->quick_call || node->count > KIN_QUICK_ARGUMENTS || !all_quick(node)) {
        return NULL;
    }
    return node->count == 1 ? quick_call_one : quick_call;
}

static kin_quick_function *const with_quick_kids[KIN_OP_KINDS] = {
    [KIN_OP_NARROW] = quick_narrow,
    [KIN_OP_NEGATE] = quick_negate,
    [KIN_OP_ADD] = quick_add,
    [KIN_OP_SUBTRACT] = quick_subtract,
    [KIN_OP_MULTIPLY] = quick_multiply,
    [KIN_OP_DIVIDE] = quick_divide,
    [KIN_OP_POWER] = quick_power,
    [KIN_OP_NOT] = quick_not,
    [KIN_OP_AND] = quick_and,
    [KIN_OP_OR] = quick_or,
    [KIN_OP_IF] = quick_if,
};

kin_quick_function *kin_quick_of(const struct kin_node *node)
{
    bool clock = node->type.look >= KIN_CLOCK && node->op != KIN_OP_SLOT && node->op != KIN_OP_CONSTANT;
    if ((node->type.kind != KIN_NUMBER && node->type.kind != KIN_TRUTH) || clock) {
        return NULL;
    }
    switch (node->op) {
    case KIN_OP_CONSTANT:
    case KIN_OP_SLOT:
        return is_quick_leaf(node) ? quick_leaf : NULL;
    case KIN_OP_COMPARE:
        return quick_comparison(node);
    case KIN_OP_IN:
    case KIN_OP_NOT_IN:
        return node->kids[0]->quick && is_list_of_numbers(node->kids[1]) ? quick_membership : NULL;
    case KIN_OP_CALL:
        return quick_calling(node);
    default:
        return all_quick(node) ? with_quick_kids[node->op] : NULL;
    }
}
