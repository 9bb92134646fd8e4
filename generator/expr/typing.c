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

/* Numbers without a unit of money or time may stand beside roots. */
static bool is_real(struct kin_type type)
{
    return type.kind == KIN_SURD || type.kind == KIN_REAL || is_plain(type) || has_look(type, KIN_PERCENT);
}

static struct kin_type wider_real(struct kin_type a, struct kin_type b)
{
    bool real = a.kind == KIN_REAL || b.kind == KIN_REAL;
    return (struct kin_type){.kind = real ? KIN_REAL : KIN_SURD};
}

static bool join_kinds(kin_arena *arena, struct kin_type a, struct kin_type b, struct kin_type *joined)
{
    if (a.kind == KIN_LIST && b.kind == KIN_LIST) {
        return join_lists(arena, a, b, joined);
    }
    if (a.kind != b.kind && is_formula(a) && is_formula(b)) {
        *joined = kin_type_poly;
        return true;
    }
    if (a.kind != b.kind && is_real(a) && is_real(b)) {
        *joined = wider_real(a, b);
        return true;
    }
    *joined = a;
    return a.kind == b.kind && a.look == b.look;
}

bool kin_types_join(kin_arena *arena, struct kin_type a, struct kin_type b, struct kin_type *joined)
{
    bool special = a.special || b.special || (a.kind == KIN_SPECIAL) != (b.kind == KIN_SPECIAL);
    if (a.kind == KIN_SPECIAL || b.kind == KIN_SPECIAL) {
        *joined = a.kind == KIN_SPECIAL ? b : a;
        joined->special = special;
        return joined->kind != KIN_NOTHING;
    }
    a.special = b.special = false;
    bool joins = join_kinds(arena, a, b, joined);
    joined->special = special;
    return joins;
}

/* Could a value of type `from` be one of type `to`, which is narrower? */
static bool kind_may_be(struct kin_type from, struct kin_type to)
{
    switch (from.kind) {
    case KIN_REAL:
        return to.kind == KIN_SURD || is_plain(to);
    case KIN_SURD:
        return is_plain(to);
    default:
        return false;
    }
}

bool kin_type_may_be(struct kin_type from, struct kin_type to)
{
    while (from.kind == KIN_LIST && to.kind == KIN_LIST && from.element && to.element) {
        from = *from.element;
        to = *to.element;
    }
    from.special = false;
    return kin_type_fits(from, to) || kind_may_be(from, to);
}

bool kin_type_negated(struct kin_type a, struct kin_type *result)
{
    *result = a;
    bool timed = has_look(a, KIN_CLOCK) || has_look(a, KIN_DATE);
    return (a.kind == KIN_NUMBER && !timed) || a.kind == KIN_POLY || a.kind == KIN_SURD || a.kind == KIN_REAL;
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

/* Times: what is so many minutes or days later, how far two of them are apart, and durations as amounts. */
static const struct {
    enum kin_op op;
    enum kin_look a, b, result;
} time_rules[] = {
    {KIN_OP_ADD, KIN_CLOCK, KIN_DURATION, KIN_CLOCK},
    {KIN_OP_ADD, KIN_DURATION, KIN_CLOCK, KIN_CLOCK},
    {KIN_OP_ADD, KIN_CLOCK, KIN_PLAIN, KIN_CLOCK},
    {KIN_OP_ADD, KIN_PLAIN, KIN_CLOCK, KIN_CLOCK},
    {KIN_OP_SUBTRACT, KIN_CLOCK, KIN_DURATION, KIN_CLOCK},
    {KIN_OP_SUBTRACT, KIN_CLOCK, KIN_PLAIN, KIN_CLOCK},
    {KIN_OP_SUBTRACT, KIN_CLOCK, KIN_CLOCK, KIN_DURATION},
    {KIN_OP_ADD, KIN_DATE, KIN_PLAIN, KIN_DATE},
    {KIN_OP_ADD, KIN_PLAIN, KIN_DATE, KIN_DATE},
    {KIN_OP_SUBTRACT, KIN_DATE, KIN_PLAIN, KIN_DATE},
    {KIN_OP_SUBTRACT, KIN_DATE, KIN_DATE, KIN_PLAIN},
    {KIN_OP_ADD, KIN_DURATION, KIN_DURATION, KIN_DURATION},
    {KIN_OP_MULTIPLY, KIN_DURATION, KIN_PLAIN, KIN_DURATION},
    {KIN_OP_MULTIPLY, KIN_PLAIN, KIN_DURATION, KIN_DURATION},
    {KIN_OP_DIVIDE, KIN_DURATION, KIN_PLAIN, KIN_DURATION},
    {KIN_OP_DIVIDE, KIN_DURATION, KIN_DURATION, KIN_PLAIN},
    {KIN_OP_SUBTRACT, KIN_DURATION, KIN_DURATION, KIN_DURATION},
};

static bool time_calculated(enum kin_op op, struct kin_type a, struct kin_type b, struct kin_type *result)
{
    for (size_t i = 0; i < sizeof time_rules / sizeof *time_rules; i++) {
        if (time_rules[i].op == op && time_rules[i].a == a.look && time_rules[i].b == b.look) {
            *result = (struct kin_type){.kind = KIN_NUMBER, .look = (uint8_t)time_rules[i].result};
            return true;
        }
    }
    return false;
}

static bool real_calculated(enum kin_op op, struct kin_type a, struct kin_type b, struct kin_type *result)
{
    *result = wider_real(a, b);
    return is_real(a) && (op == KIN_OP_POWER ? is_plain(b) : is_real(b));
}

bool kin_type_calculated(enum kin_op op, struct kin_type a, struct kin_type b, struct kin_type *result)
{
    if (a.kind == KIN_NUMBER && b.kind == KIN_NUMBER) {
        bool timed = a.look >= KIN_CLOCK || b.look >= KIN_CLOCK;
        return (timed ? time_calculated : number_calculated)(op, a, b, result);
    }
    if (a.kind == KIN_SURD || a.kind == KIN_REAL || b.kind == KIN_SURD || b.kind == KIN_REAL) {
        return real_calculated(op, a, b, result);
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

/* What its sizes measure: durations are not compared with dates, nor amounts of money with numbers. */
static enum kin_look measured(struct kin_type type)
{
    return has_look(type, KIN_PERCENT) ? KIN_PLAIN : type.look;
}

bool kin_types_ordered(struct kin_type a, struct kin_type b)
{
    if (a.kind == KIN_NUMBER && b.kind == KIN_NUMBER) {
        return measured(a) == measured(b);
    }
    return is_real(a) && is_real(b);
}
