/* Terms of a sequence by its rule; iterate(v from a: next, n) is for recursive rules of any form. */
#include "expr/functions/call.h"

#include "base/limits.h"

KIN_DECLARE_FUNCTION(arithmetic);
KIN_DECLARE_FUNCTION(geometric);

static bool grow(struct kin_call *call, enum kin_op op, struct kin_value *result)
{
    int64_t count;
    if (!kin_call_whole(call, 2, 0, KIN_LIMIT_LIST, &count)) {
        return false;
    }
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, (size_t)count);
    for (int64_t i = 0; i < count; i++) {
        items[i] = i ? kin_values_calculate(call->arena, op, &items[i - 1], &call->arguments[1]) : call->arguments[0];
        if (!kin_call_give_value(call, items[i], result)) {
            return false;
        }
    }
    return kin_call_give_list(call, items, (size_t)count, result);
}

static bool call_arithmetic(struct kin_call *call, struct kin_value *result)
{
    return grow(call, KIN_OP_ADD, result);
}

static const struct kin_example arithmetic_examples[] = {
    {"arithmetic(5, -2, 4)", "[5, 3, 1, -1]"}, {"arithmetic(1, 1/2, 0)", "[]"}, {NULL, NULL}};
const struct kin_function kin_function_arithmetic = {
    "arithmetic",
    "plain, plain, integer -> list of plain",
    "So many terms of the arithmetic sequence with this first term and difference.",
    call_arithmetic,
    false,
    arithmetic_examples};

static bool call_geometric(struct kin_call *call, struct kin_value *result)
{
    return grow(call, KIN_OP_MULTIPLY, result);
}

static const struct kin_example geometric_examples[] = {{"geometric(3, 2, 4)", "[3, 6, 12, 24]"},
                                                        {"geometric(8, -1/2, 4)", "[8, -4, 2, -1]"},
                                                        {"geometric(2, 2, 5000)", "error E230"},
                                                        {NULL, NULL}};
const struct kin_function kin_function_geometric = {
    "geometric",
    "plain, plain, integer -> list of plain",
    "So many terms of the geometric sequence with this first term and ratio.",
    call_geometric,
    false,
    geometric_examples};
