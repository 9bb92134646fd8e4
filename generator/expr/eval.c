/* The evaluator: one function an operation over immutable nodes. Its depth is bounded by the parser (node heights), its
 * time by steps, its lists by KIN_LIMIT_LIST. */
#include "expr/eval.h"
#include "expr/quick.h"
#include "expr/size.h"

#include "base/limits.h"

/* ---- Leaves ---- */

static bool eval_constant(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    (void)run;
    *value = node->constant;
    return true;
}

static bool eval_slot(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    *value = run->frame->slots[node->slot];
    bool there = value->kind == node->type.kind || kin_kind_stands(value->kind, node->type);
    enum kin_diag_id why;
    return there && kin_value_defined(value, &why) ? true : kin_run_fail(run, node, KIN_E238, node->name);
}

/* What typing could not know: a root that is a whole number after all, a number that is not none. */
static bool eval_narrow(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    if (!kin_node_eval(run, node->kids[0], value)) {
        return false;
    }
    if (value->kind == KIN_LIST && !kin_run_charge(run, node, kin_value_cost(value))) {
        return false;
    }
    kin_arena *arena = run->frame->arena;
    return kin_value_is_of(value, node->type) ||
           kin_run_fail(run, node, KIN_E223,
                        kin_format(arena, "%s is not %s",
                                   kin_value_text_room(value) < 200 ? kin_value_text(arena, value)
                                                                    : kin_type_text(arena, kin_value_type(value)),
                                   kin_type_text(arena, node->type)));
}

/* ---- Calculations ---- */

static bool eval_negate(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value operand;
    enum kin_diag_id why;
    if (!kin_node_eval(run, node->kids[0], &operand)) {
        return false;
    }
    *value = kin_value_negated(run->frame->arena, &operand);
    return kin_value_defined(value, &why) || kin_run_fail(run, node, why, NULL);
}

static size_t terms_of(const struct kin_value *a)
{
    return a->kind == KIN_POLY ? a->as.poly->count : a->kind == KIN_SURD ? a->as.surd->count : 1;
}

/* The products of terms that are made, about; a real's sign costs as much as a comparison. */
static size_t combining_cost(enum kin_op op, const struct kin_value *a, const struct kin_value *b)
{
    size_t left = terms_of(a), right = terms_of(b);
    if (a->kind == KIN_REAL || b->kind == KIN_REAL) {
        return kin_value_cost(a) + kin_value_cost(b);
    }
    int64_t exponent;
    if (op == KIN_OP_POWER && kin_rat_to_int(b->as.number, &exponent)) {
        size_t factors = exponent < KIN_LIMIT_DEGREE ? (size_t)exponent : KIN_LIMIT_DEGREE;
        return left * factors * factors;
    }
    return op == KIN_OP_MULTIPLY ? left * right : left + right;
}

static bool exponent_allowed(struct kin_run *run, const struct kin_node *node, const struct kin_value *a,
                             const struct kin_value *b)
{
    int64_t exponent;
    if (!kin_run_whole(run, node->kids[1], b, &exponent)) {
        return false;
    }
    return a->kind != KIN_POLY || exponent >= 0 ||
           kin_run_fail(run, node, KIN_E240, "an expression with letters cannot have a negative exponent");
}

static bool eval_calculation(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value a, b;
    enum kin_diag_id why;
    if (!kin_node_eval(run, node->kids[0], &a) || !kin_node_eval(run, node->kids[1], &b)) {
        return false;
    }
    if (node->op == KIN_OP_POWER && !exponent_allowed(run, node, &a, &b)) {
        return false;
    }
    size_t cost = node->type.kind == KIN_NUMBER ? 0 : combining_cost(node->op, &a, &b);
    if (cost && !kin_run_charge(run, node, cost)) {
        return false;
    }
    *value = kin_values_calculate(run->frame->arena, node->op, &a, &b);
    if (node->type.kind == KIN_REAL && value->kind == KIN_SURD && !value->as.surd) {
        *value = kin_reals_calculate(run->frame->arena, node->op, &a, &b);
    }
    value->look = node->type.look;
    if (value->look == KIN_CLOCK) {
        value->as.number = kin_clock_wrapped(run->frame->arena, value->as.number);
    }
    if (kin_value_defined(value, &why)) {
        return !(value->kind == KIN_NUMBER && value->as.number.big) || kin_run_charge(run, node, kin_value_cost(value));
    }
    bool by_zero = node->op == KIN_OP_DIVIDE && b.kind == KIN_NUMBER && kin_rat_sign(b.as.number) == 0;
    return kin_run_fail(run, node, by_zero ? KIN_E214 : why, NULL);
}

/* ---- Comparisons ---- */

static bool eval_relation(struct kin_run *run, const struct kin_node *node, size_t index, const struct kin_value *a,
                          const struct kin_value *b, bool *holds)
{
    enum kin_relation relation = node->relations[index - 1];
    int order;
    if (a->kind == KIN_NUMBER && b->kind == KIN_NUMBER) {
        *holds = kin_relation_holds(relation, kin_numbers_compare(a, b));
        return true;
    }
    if (!kin_value_is_real(a) || !kin_value_is_real(b)) {
        *holds = kin_value_equal(a, b) == (relation == KIN_EQ);
        return true;
    }
    if (!kin_value_order(a, b, &order)) {
        return kin_run_fail(run, node, KIN_E225, NULL);
    }
    *holds = kin_relation_holds(relation, order);
    return true;
}

static bool eval_compare(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value left, right;
    bool holds = true;
    if (!kin_node_eval(run, node->kids[0], &left)) {
        return false;
    }
    for (size_t i = 1; i < node->count && holds; i++) {
        if (!kin_node_eval(run, node->kids[i], &right) || !kin_run_charge(run, node, kin_value_cost(&right)) ||
            !eval_relation(run, node, i, &left, &right, &holds)) {
            return false;
        }
        left = right;
    }
    *value = kin_value_truth(holds);
    return true;
}

static bool eval_membership(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value element, list;
    if (!kin_node_eval(run, node->kids[0], &element) || !kin_node_eval(run, node->kids[1], &list) ||
        !kin_run_charge(run, node, kin_value_cost(&list))) {
        return false;
    }
    bool inside = list.kind == KIN_INTERVAL ? kin_interval_has(list.as.interval, element.as.number)
                                            : kin_run_contains(list.as.list, &element);
    *value = kin_value_truth(inside == (node->op == KIN_OP_IN));
    return true;
}

/* ---- Logic ---- */

static bool eval_not(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value operand;
    if (!kin_node_eval(run, node->kids[0], &operand)) {
        return false;
    }
    *value = kin_value_truth(!operand.as.truth);
    return true;
}

static bool eval_connective(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    if (!kin_node_eval(run, node->kids[0], value)) {
        return false;
    }
    bool settled = value->as.truth == (node->op == KIN_OP_OR);
    return settled || kin_node_eval(run, node->kids[1], value);
}

static bool eval_if(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value test;
    return kin_node_eval(run, node->kids[0], &test) && kin_node_eval(run, node->kids[test.as.truth ? 1 : 2], value);
}

/* ---- Calls ---- */

static bool eval_arguments(struct kin_run *run, const struct kin_node *node, struct kin_value *arguments)
{
    for (size_t i = 0; i < node->count; i++) {
        if (!kin_node_eval(run, node->kids[i], &arguments[i]) ||
            !kin_run_charge(run, node, kin_value_cost(&arguments[i]))) {
            return false;
        }
    }
    return true;
}

static bool eval_call(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value few[4];
    struct kin_frame *frame = run->frame;
    struct kin_value *arguments = node->count > 4 ? KIN_NEW_N(frame->arena, struct kin_value, node->count) : few;
    if (!eval_arguments(run, node, arguments)) {
        return false;
    }
    struct kin_fault fault = {0};
    struct kin_call call = {.arena = frame->arena,
                            .arguments = arguments,
                            .count = node->count,
                            .language = kin_frame_language(frame),
                            .fault = &fault};
    if (!node->function->call(&call, value)) {
        return kin_run_fail(run, node, fault.id, fault.detail);
    }
    value->look = value->kind == KIN_NUMBER ? node->type.look : KIN_PLAIN;
    return (value->kind != KIN_LIST || kin_run_list_fits(run, node, value)) &&
           kin_run_charge(run, node, call.cost + kin_value_cost(value));
}

static bool (*const evaluators[KIN_OP_KINDS])(struct kin_run *, const struct kin_node *, struct kin_value *) = {
    [KIN_OP_CONSTANT] = eval_constant,
    [KIN_OP_SLOT] = eval_slot,
    [KIN_OP_NARROW] = eval_narrow,
    [KIN_OP_NEGATE] = eval_negate,
    [KIN_OP_ADD] = eval_calculation,
    [KIN_OP_SUBTRACT] = eval_calculation,
    [KIN_OP_MULTIPLY] = eval_calculation,
    [KIN_OP_DIVIDE] = eval_calculation,
    [KIN_OP_POWER] = eval_calculation,
    [KIN_OP_RANGE] = kin_eval_range,
    [KIN_OP_COMPARE] = eval_compare,
    [KIN_OP_IN] = eval_membership,
    [KIN_OP_NOT_IN] = eval_membership,
    [KIN_OP_NOT] = eval_not,
    [KIN_OP_AND] = eval_connective,
    [KIN_OP_OR] = eval_connective,
    [KIN_OP_IF] = eval_if,
    [KIN_OP_LIST] = kin_eval_list,
    [KIN_OP_SET] = kin_eval_list,
    [KIN_OP_MAP] = kin_eval_map,
    [KIN_OP_ITERATE] = kin_eval_iterate,
    [KIN_OP_ALL] = kin_eval_all_any,
    [KIN_OP_ANY] = kin_eval_all_any,
    [KIN_OP_COUNT] = kin_eval_count,
    [KIN_OP_FIRST] = kin_eval_first,
    [KIN_OP_INDEX] = kin_eval_index,
    [KIN_OP_CALL] = eval_call,
};

/* ---- Nodes ---- */

static bool quick_value(const struct kin_node *node, struct kin_quick quick, struct kin_value *value)
{
    if (node->type.kind == KIN_TRUTH) {
        *value = kin_value_truth(quick.num != 0);
        return true;
    }
    *value = kin_value_number(kin_quick_rat(quick));
    return node->type.look == KIN_PLAIN;
}

/* False: it has to be done thoroughly; nothing has happened. */
static bool eval_quickly(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_quick_run quick_run = {.arena = run->frame->arena, .slots = run->frame->slots};
    struct kin_quick quick = node->quick(&quick_run, node);
    bool there = quick.den && !(quick_run.marked && node->type.kind == KIN_NUMBER) && quick_value(node, quick, value);
    run->frame->steps += there ? quick_run.steps : 0;
    return there;
}

static bool eval_thoroughly(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    run->thorough = true;
    bool there = evaluators[node->op](run, node, value);
    run->thorough = false;
    return there;
}

bool kin_node_eval(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    if (run->frame->steps >= KIN_LIMIT_EXPR_STEPS) {
        return kin_run_fail(run, node, KIN_E235, NULL);
    }
    run->frame->steps++;
    if (!node->quick || node->count == 0 || run->thorough) {
        return evaluators[node->op](run, node, value);
    }
    return eval_quickly(run, node, value) || eval_thoroughly(run, node, value);
}

bool kin_node_holds(struct kin_run *run, const struct kin_node *node)
{
    struct kin_value value;
    if (node->quick && node->type.kind == KIN_TRUTH) {
        struct kin_quick_run quick_run = {.arena = run->frame->arena, .slots = run->frame->slots, .steps = 1};
        struct kin_quick quick = node->quick(&quick_run, node);
        if (quick.den) {
            run->frame->steps += quick_run.steps;
            return quick.num;
        }
    }
    return kin_node_eval(run, node, &value) && value.kind == KIN_TRUTH && value.as.truth;
}
