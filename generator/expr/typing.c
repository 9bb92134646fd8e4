#include "expr/typing.h"

static const struct kin_type number = {.kind = KIN_NUMBER};

const struct kin_type kin_type_any = {.kind = KIN_NOTHING};
const struct kin_type kin_type_number = {.kind = KIN_NUMBER};
const struct kin_type kin_type_truth = {.kind = KIN_TRUTH};
const struct kin_type kin_type_word = {.kind = KIN_WORD};
const struct kin_type kin_type_numbers = {.kind = KIN_LIST, .element = &number};
const struct kin_type kin_type_poly = {.kind = KIN_POLY};

struct kin_type kin_type_element(struct kin_type list)
{
    return list.element ? *list.element : kin_type_number;
}

struct kin_type kin_type_list_of(kin_arena *arena, struct kin_type element)
{
    return (struct kin_type){.kind = KIN_LIST, .element = kin_copy_bytes(arena, &element, sizeof element)};
}

static bool is_plain(struct kin_type type)
{
    return type.kind == KIN_NUMBER && type.look == KIN_PLAIN;
}

static bool has_look(struct kin_type type, enum kin_look look)
{
    return type.kind == KIN_NUMBER && type.look == look;
}

/* A formula, or a plain number that stands for a constant one. */
static bool is_formula(struct kin_type type)
{
    return type.kind == KIN_POLY || is_plain(type);
}

static bool join_lists(kin_arena *arena, struct kin_type a, struct kin_type b, struct kin_type *joined)
{
    struct kin_type element;
    if (!a.element || !b.element) {
        *joined = a.element ? a : b;
        return true;
    }
    if (!kin_types_join(arena, *a.element, *b.element, &element)) {
        return false;
    }
    *joined = kin_type_list_of(arena, element);
    return true;
}

bool kin_types_join(kin_arena *arena, struct kin_type a, struct kin_type b, struct kin_type *joined)
{
    if (a.kind == KIN_LIST && b.kind == KIN_LIST) {
        return join_lists(arena, a, b, joined);
    }
    if (a.kind != b.kind && is_formula(a) && is_formula(b)) {
        *joined = kin_type_poly;
        return true;
    }
    *joined = a;
    return a.kind == b.kind && a.look == b.look;
}

bool kin_type_negated(struct kin_type a, struct kin_type *result)
{
    *result = a;
    return a.kind == KIN_NUMBER || a.kind == KIN_POLY;
}

static enum kin_look sum_look(enum kin_look a, enum kin_look b)
{
    return a == b ? a : KIN_PLAIN;
}

/* A percent of an amount is an amount; a percent of a number, a number. */
static enum kin_look product_look(enum kin_look a, enum kin_look b)
{
    if (a == KIN_MONEY || b == KIN_MONEY) {
        return KIN_MONEY;
    }
    return a == KIN_PERCENT && b == KIN_PERCENT ? KIN_PERCENT : KIN_PLAIN;
}

static enum kin_look quotient_look(enum kin_look a, enum kin_look b)
{
    return a == b ? KIN_PLAIN : a;
}

static bool number_calculated(enum kin_op op, struct kin_type a, struct kin_type b, struct kin_type *result)
{
    bool money_a = a.look == KIN_MONEY, money_b = b.look == KIN_MONEY;
    *result = kin_type_number;
    switch (op) {
    case KIN_OP_ADD:
    case KIN_OP_SUBTRACT:
        result->look = sum_look(a.look, b.look);
        return money_a == money_b;
    case KIN_OP_MULTIPLY:
        result->look = product_look(a.look, b.look);
        return !(money_a && money_b);
    case KIN_OP_DIVIDE:
        result->look = b.look == KIN_PERCENT && a.look == KIN_PLAIN ? KIN_PLAIN : quotient_look(a.look, b.look);
        return money_a || !money_b;
    default:
        return !money_a && b.look == KIN_PLAIN;
    }
}

bool kin_type_calculated(enum kin_op op, struct kin_type a, struct kin_type b, struct kin_type *result)
{
    if (a.kind == KIN_NUMBER && b.kind == KIN_NUMBER) {
        return number_calculated(op, a, b, result);
    }
    *result = kin_type_poly;
    bool whole = op == KIN_OP_DIVIDE || op == KIN_OP_POWER;
    return is_formula(a) && (whole ? is_plain(b) : is_formula(b));
}

bool kin_types_mix_money(struct kin_type a, struct kin_type b)
{
    return a.kind == KIN_NUMBER && b.kind == KIN_NUMBER && (a.look == KIN_MONEY) != (b.look == KIN_MONEY);
}

bool kin_types_equatable(kin_arena *arena, struct kin_type a, struct kin_type b)
{
    struct kin_type joined;
    return kin_types_ordered(a, b) || kin_types_join(arena, a, b, &joined);
}

bool kin_types_ordered(struct kin_type a, struct kin_type b)
{
    return a.kind == KIN_NUMBER && b.kind == KIN_NUMBER && has_look(a, KIN_MONEY) == has_look(b, KIN_MONEY);
}
