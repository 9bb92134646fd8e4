/* The evaluator: one function an operation over immutable nodes. Its depth is bounded by the parser (node heights), its
 * time by steps, its lists by KIN_LIMIT_LIST. */
#include "expr/operate.h"
#include "expr/quick.h"
#include "expr/size.h"

#include "base/limits.h"

static bool fail(struct kin_run *run, const struct kin_node *node, enum kin_diag_id id, const char *detail)
{
    run->failed = node;
    run->frame->fault = (struct kin_fault){.id = id, .detail = detail};
    return false;
}

/* Steps beyond one for an operation: it must not take long, and hostile sharing of parts must not hide its size. */
static bool charge(struct kin_run *run, const struct kin_node *node, size_t steps)
{
    struct kin_frame *frame = run->frame;
    if (steps > KIN_LIMIT_EXPR_STEPS || frame->steps + steps > KIN_LIMIT_EXPR_STEPS) {
        frame->steps = KIN_LIMIT_EXPR_STEPS + 1;
        return fail(run, node, KIN_E235, NULL);
    }
    frame->steps += (uint32_t)steps;
    return true;
}

static bool whole_number(struct kin_run *run, const struct kin_node *node, const struct kin_value *value,
                         int64_t *whole)
{
    if (kin_rat_to_int(value->as.number, whole)) {
        return true;
    }
    if (kin_rat_is_integer(value->as.number)) {
        return fail(run, node, KIN_E230, NULL);
    }
    return fail(run, node, KIN_E232, kin_value_text(run->frame->arena, value));
}

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
    bool there = value->kind == node->type.kind || (node->type.kind == KIN_POLY && value->kind == KIN_NUMBER);
    enum kin_diag_id why;
    return there && kin_value_defined(value, &why) ? true : fail(run, node, KIN_E238, node->name);
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
    return kin_value_defined(value, &why) || fail(run, node, why, NULL);
}

/* The products of terms that are made, about. */
static size_t poly_cost(enum kin_op op, const struct kin_value *a, const struct kin_value *b)
{
    size_t left = a->kind == KIN_POLY ? a->as.poly->count : 1, right = b->kind == KIN_POLY ? b->as.poly->count : 1;
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
    if (!whole_number(run, node->kids[1], b, &exponent)) {
        return false;
    }
    return a->kind != KIN_POLY || exponent >= 0 ||
           fail(run, node, KIN_E240, "an expression with letters cannot have a negative exponent");
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
    size_t cost = node->type.kind == KIN_POLY ? poly_cost(node->op, &a, &b) : 0;
    if (cost && !charge(run, node, cost)) {
        return false;
    }
    *value = kin_values_calculate(run->frame->arena, node->op, &a, &b);
    value->look = node->type.look;
    if (kin_value_defined(value, &why)) {
        return !(value->kind == KIN_NUMBER && value->as.number.big) || charge(run, node, kin_value_cost(value));
    }
    bool by_zero = node->op == KIN_OP_DIVIDE && kin_rat_sign(b.as.number) == 0;
    return fail(run, node, by_zero ? KIN_E214 : why, NULL);
}

/* ---- Comparisons ---- */

static bool relation_holds(enum kin_relation relation, const struct kin_value *a, const struct kin_value *b)
{
    if (a->kind != KIN_NUMBER || b->kind != KIN_NUMBER) {
        return kin_value_equal(a, b) == (relation == KIN_EQ);
    }
    return kin_relation_holds(relation, kin_numbers_compare(a, b));
}

static bool eval_compare(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value left, right;
    bool holds = true;
    if (!kin_node_eval(run, node->kids[0], &left)) {
        return false;
    }
    for (size_t i = 1; i < node->count && holds; i++) {
        if (!kin_node_eval(run, node->kids[i], &right) || !charge(run, node, kin_value_cost(&right))) {
            return false;
        }
        holds = relation_holds(node->relations[i - 1], &left, &right);
        left = right;
    }
    *value = kin_value_truth(holds);
    return true;
}

static bool contains(const struct kin_list *list, const struct kin_value *value)
{
    for (size_t i = 0; i < list->count; i++) {
        if (kin_value_equal(&list->items[i], value)) {
            return true;
        }
    }
    return false;
}

static bool eval_membership(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value element, list;
    if (!kin_node_eval(run, node->kids[0], &element) || !kin_node_eval(run, node->kids[1], &list) ||
        !charge(run, node, kin_value_cost(&list))) {
        return false;
    }
    *value = kin_value_truth(contains(list.as.list, &element) == (node->op == KIN_OP_IN));
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

/* ---- Lists ---- */

static struct kin_value list_value(kin_arena *arena, const struct kin_value *items, size_t count)
{
    struct kin_list *list = KIN_NEW(arena, struct kin_list);
    *list = (struct kin_list){count, items};
    return (struct kin_value){.kind = KIN_LIST, .places = KIN_NO_PLACES, .as.list = list};
}

/* Lists of lists count with all their elements, so that none is larger than it seems. */
static bool check_size(struct kin_run *run, const struct kin_node *node, const struct kin_value *value)
{
    return kin_list_leaves(value->as.list) <= KIN_LIMIT_LIST || fail(run, node, KIN_E234, NULL);
}

static bool give_list(struct kin_run *run, const struct kin_node *node, const struct kin_value *items, size_t count,
                      struct kin_value *value)
{
    *value = list_value(run->frame->arena, items, count);
    return check_size(run, node, value);
}

static bool range_count(struct kin_run *run, const struct kin_node *node, int64_t from, int64_t to, size_t *count)
{
    int64_t last;
    if (__builtin_sub_overflow(to, from, &last) || last >= KIN_LIMIT_LIST) {
        return fail(run, node, KIN_E234, NULL);
    }
    *count = last < 0 ? 0 : (size_t)last + 1;
    return charge(run, node, *count);
}

static bool eval_range(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value a, b;
    int64_t from, to;
    size_t count;
    if (!kin_node_eval(run, node->kids[0], &a) || !kin_node_eval(run, node->kids[1], &b) ||
        !whole_number(run, node->kids[0], &a, &from) || !whole_number(run, node->kids[1], &b, &to) ||
        !range_count(run, node, from, to, &count)) {
        return false;
    }
    struct kin_value *items = KIN_NEW_N(run->frame->arena, struct kin_value, count);
    for (size_t i = 0; i < count; i++) {
        items[i] = kin_value_int(from + (int64_t)i);
    }
    *value = list_value(run->frame->arena, items, count);
    return true;
}

static bool eval_list(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value *items = KIN_NEW_N(run->frame->arena, struct kin_value, node->count);
    size_t count = 0;
    for (size_t i = 0; i < node->count; i++) {
        if (!kin_node_eval(run, node->kids[i], &items[count])) {
            return false;
        }
        struct kin_list before = {count, items};
        if (node->op == KIN_OP_SET && !charge(run, node, kin_list_cost(&before))) {
            return false;
        }
        count += node->op == KIN_OP_LIST || !contains(&before, &items[count]);
    }
    return give_list(run, node, items, count, value);
}

static bool eval_index(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct kin_value list, place;
    int64_t index;
    if (!kin_node_eval(run, node->kids[0], &list) || !kin_node_eval(run, node->kids[1], &place) ||
        !whole_number(run, node->kids[1], &place, &index)) {
        return false;
    }
    size_t count = list.as.list->count;
    if (index < 1 || (uint64_t)index > count) {
        return fail(run, node, KIN_E233,
                    kin_format(run->frame->arena, "%lld is outside a list of %zu", (long long)index, count));
    }
    *value = list.as.list->items[index - 1];
    return true;
}

/* ---- Running through a list ---- */

static bool eval_source(struct kin_run *run, const struct kin_node *node, const struct kin_list **list)
{
    struct kin_value value;
    bool there = kin_node_eval(run, node->kids[0], &value);
    *list = there ? value.as.list : NULL;
    return there;
}

static bool eval_test(struct kin_run *run, const struct kin_node *test, bool *holds)
{
    struct kin_value value;
    bool there = kin_node_eval(run, test, &value);
    *holds = there && value.as.truth;
    return there;
}

static bool eval_map(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    const struct kin_list *list;
    if (!eval_source(run, node, &list) || !charge(run, node, list->count)) {
        return false;
    }
    struct kin_value *items = KIN_NEW_N(run->frame->arena, struct kin_value, list->count);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        bool kept = true;
        run->frame->slots[node->slot] = list->items[i];
        if (node->count == 3 && !eval_test(run, node->kids[2], &kept)) {
            return false;
        }
        if (kept && !kin_node_eval(run, node->kids[1], &items[count++])) {
            return false;
        }
    }
    return give_list(run, node, items, count, value);
}

/* The elements that fit, up to `most` of them: how many, and the place after the last one looked at. */
struct search {
    const struct kin_list *list;
    size_t fitting, looked_at;
};

static bool search(struct kin_run *run, const struct kin_node *node, size_t most, struct search *found)
{
    *found = (struct search){0};
    if (!eval_source(run, node, &found->list)) {
        return false;
    }
    while (found->looked_at < found->list->count && found->fitting < most) {
        bool fits;
        run->frame->slots[node->slot] = found->list->items[found->looked_at++];
        if (!eval_test(run, node->kids[1], &fits)) {
            return false;
        }
        fits = fits != (node->op == KIN_OP_ALL); /* all: looks for one that does not fit */
        found->fitting += fits;
    }
    return true;
}

static bool eval_all_any(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct search found;
    if (!search(run, node, 1, &found)) {
        return false;
    }
    *value = kin_value_truth((found.fitting == 1) == (node->op == KIN_OP_ANY));
    return true;
}

static bool eval_count(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct search found;
    if (!search(run, node, KIN_LIMIT_LIST, &found)) {
        return false;
    }
    *value = kin_value_int((int64_t)found.fitting);
    return true;
}

static bool eval_first(struct kin_run *run, const struct kin_node *node, struct kin_value *value)
{
    struct search found;
    if (!search(run, node, 1, &found)) {
        return false;
    }
    if (found.fitting == 0) {
        return fail(run, node, KIN_E237, NULL);
    }
    *value = found.list->items[found.looked_at - 1];
    return true;
}

/* ---- Calls ---- */

static bool eval_arguments(struct kin_run *run, const struct kin_node *node, struct kin_value *arguments)
{
    for (size_t i = 0; i < node->count; i++) {
        if (!kin_node_eval(run, node->kids[i], &arguments[i]) || !charge(run, node, kin_value_cost(&arguments[i]))) {
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
    struct kin_call call = {.arena = frame->arena, .arguments = arguments, .count = node->count, .fault = &fault};
    if (!node->function->call(&call, value)) {
        return fail(run, node, fault.id, fault.detail);
    }
    value->look = node->type.look;
    return (value->kind != KIN_LIST || check_size(run, node, value)) &&
           charge(run, node, call.cost + kin_value_cost(value));
}

static bool (*const evaluators[KIN_OP_KINDS])(struct kin_run *, const struct kin_node *, struct kin_value *) = {
    [KIN_OP_CONSTANT] = eval_constant,
    [KIN_OP_SLOT] = eval_slot,
    [KIN_OP_NEGATE] = eval_negate,
    [KIN_OP_ADD] = eval_calculation,
    [KIN_OP_SUBTRACT] = eval_calculation,
    [KIN_OP_MULTIPLY] = eval_calculation,
    [KIN_OP_DIVIDE] = eval_calculation,
    [KIN_OP_POWER] = eval_calculation,
    [KIN_OP_RANGE] = eval_range,
    [KIN_OP_COMPARE] = eval_compare,
    [KIN_OP_IN] = eval_membership,
    [KIN_OP_NOT_IN] = eval_membership,
    [KIN_OP_NOT] = eval_not,
    [KIN_OP_AND] = eval_connective,
    [KIN_OP_OR] = eval_connective,
    [KIN_OP_IF] = eval_if,
    [KIN_OP_LIST] = eval_list,
    [KIN_OP_SET] = eval_list,
    [KIN_OP_MAP] = eval_map,
    [KIN_OP_ALL] = eval_all_any,
    [KIN_OP_ANY] = eval_all_any,
    [KIN_OP_COUNT] = eval_count,
    [KIN_OP_FIRST] = eval_first,
    [KIN_OP_INDEX] = eval_index,
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
        return fail(run, node, KIN_E235, NULL);
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
