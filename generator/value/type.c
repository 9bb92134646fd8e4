/* Static types: of a value, as text, and which fits where. */
#include "value/value.h"

/* Types of values hold no memory of their own: lists of lists up to this depth are in a table, deeper ones are
 * "list of any value". */
enum { LIST_DEPTH = 4 };

enum base {
    BASE_ANY,
    BASE_PLAIN, /* looks of numbers in the order of enum kin_look */
    BASE_MONEY,
    BASE_PERCENT,
    BASE_CLOCK,
    BASE_DATE,
    BASE_DURATION,
    BASE_TRUTH,
    BASE_WORD,
    BASE_EMPTY,
    BASE_POLY,
    BASE_SURD,
    BASE_REAL,
    BASE_SPECIAL,
    BASE_INTERVAL,
    BASE_COUNT
};

/* types[0]: what is not a list, and the empty list; types[n]: a list of types[n - 1]. */
#define LIST_OF(n, base) [base] = {.kind = KIN_LIST, .element = &types[n][base]}
#define LISTS_OF(n)                                                                                                    \
    {                                                                                                                  \
        LIST_OF(n, BASE_ANY), LIST_OF(n, BASE_PLAIN), LIST_OF(n, BASE_MONEY), LIST_OF(n, BASE_PERCENT),                \
            LIST_OF(n, BASE_CLOCK), LIST_OF(n, BASE_DATE), LIST_OF(n, BASE_DURATION), LIST_OF(n, BASE_TRUTH),          \
            LIST_OF(n, BASE_WORD), LIST_OF(n, BASE_EMPTY), LIST_OF(n, BASE_POLY), LIST_OF(n, BASE_SURD),               \
            LIST_OF(n, BASE_REAL), LIST_OF(n, BASE_SPECIAL), LIST_OF(n, BASE_INTERVAL),                                \
    }

static const struct kin_type types[LIST_DEPTH + 1][BASE_COUNT] = {
    {
        [BASE_ANY] = {.kind = KIN_NOTHING},
        [BASE_PLAIN] = {.kind = KIN_NUMBER, .look = KIN_PLAIN},
        [BASE_MONEY] = {.kind = KIN_NUMBER, .look = KIN_MONEY},
        [BASE_PERCENT] = {.kind = KIN_NUMBER, .look = KIN_PERCENT},
        [BASE_CLOCK] = {.kind = KIN_NUMBER, .look = KIN_CLOCK},
        [BASE_DATE] = {.kind = KIN_NUMBER, .look = KIN_DATE},
        [BASE_DURATION] = {.kind = KIN_NUMBER, .look = KIN_DURATION},
        [BASE_TRUTH] = {.kind = KIN_TRUTH},
        [BASE_WORD] = {.kind = KIN_WORD},
        [BASE_EMPTY] = {.kind = KIN_LIST},
        [BASE_POLY] = {.kind = KIN_POLY},
        [BASE_SURD] = {.kind = KIN_SURD},
        [BASE_REAL] = {.kind = KIN_REAL},
        [BASE_SPECIAL] = {.kind = KIN_SPECIAL},
        [BASE_INTERVAL] = {.kind = KIN_INTERVAL},
    },
    LISTS_OF(0),
    LISTS_OF(1),
    LISTS_OF(2),
    LISTS_OF(3),
};

/* Where a type stands in the table. */
struct position {
    int depth;
    enum base base;
};

static const struct position any = {0, BASE_ANY}, empty = {0, BASE_EMPTY};

static bool is_empty(struct position a)
{
    return a.depth == 0 && a.base == BASE_EMPTY;
}

/* Numbers that a plain one stands for: amounts and percentages beside others lose their look, times do not. */
static bool is_number(enum base base)
{
    return base == BASE_PLAIN || base == BASE_MONEY || base == BASE_PERCENT;
}

static bool is_real(enum base base)
{
    return is_number(base) || base == BASE_SURD || base == BASE_REAL;
}

/* The narrowest kind of element for both. */
static enum base join_bases(enum base a, enum base b)
{
    if (a == b) {
        return a;
    }
    if (is_real(a) && is_real(b)) {
        return is_number(a) && is_number(b) ? BASE_PLAIN : a == BASE_REAL || b == BASE_REAL ? BASE_REAL : BASE_SURD;
    }
    bool algebraic = (is_number(a) || a == BASE_POLY) && (is_number(b) || b == BASE_POLY);
    return algebraic ? BASE_POLY : BASE_ANY;
}

/* The empty list joins with every list of at least its own depth. */
static struct position join(struct position a, struct position b)
{
    struct position lower = a.depth < b.depth ? a : b, higher = a.depth < b.depth ? b : a;
    if (lower.base == BASE_EMPTY && (higher.depth > lower.depth || higher.base == BASE_EMPTY)) {
        return higher;
    }
    if (lower.depth != higher.depth) {
        return (struct position){lower.depth, BASE_ANY};
    }
    if (is_empty(a) != is_empty(b)) {
        return any;
    }
    return (struct position){a.depth, join_bases(a.base, b.base)};
}

static struct position position_of(const struct kin_value *value, int depth);

static struct position list_position(const struct kin_list *list, int depth)
{
    if (list->count == 0) {
        return empty;
    }
    struct position element = position_of(&list->items[0], depth + 1);
    for (size_t i = 1; i < list->count; i++) {
        element = join(element, position_of(&list->items[i], depth + 1));
    }
    return (struct position){element.depth + 1, element.base};
}

static struct position position_of(const struct kin_value *value, int depth)
{
    static const enum base bases[KIN_KIND_COUNT] = {
        [KIN_NOTHING] = BASE_ANY,     [KIN_TRUTH] = BASE_TRUTH,      [KIN_WORD] = BASE_WORD,
        [KIN_POLY] = BASE_POLY,       [KIN_SURD] = BASE_SURD,        [KIN_REAL] = BASE_REAL,
        [KIN_SPECIAL] = BASE_SPECIAL, [KIN_INTERVAL] = BASE_INTERVAL};
    if (value->kind == KIN_LIST) {
        return depth < LIST_DEPTH ? list_position(value->as.list, depth) : any;
    }
    enum base base = value->kind == KIN_NUMBER ? (enum base)(BASE_PLAIN + value->look) : bases[value->kind];
    return (struct position){0, base};
}

struct kin_type kin_value_type(const struct kin_value *value)
{
    struct position position = position_of(value, 0);
    return types[position.depth][position.base];
}

static const char *const number_names[KIN_LOOK_COUNT][2] = {[KIN_PLAIN] = {"a number", "numbers"},
                                                            [KIN_MONEY] = {"an amount of money", "amounts of money"},
                                                            [KIN_PERCENT] = {"a percentage", "percentages"},
                                                            [KIN_CLOCK] = {"a clock time", "clock times"},
                                                            [KIN_DATE] = {"a date", "dates"},
                                                            [KIN_DURATION] = {"a duration", "durations"}};

static const char *const kind_names[KIN_KIND_COUNT][2] = {
    [KIN_NOTHING] = {"any value", "any values"},
    [KIN_TRUTH] = {"true or false", "truth values"},
    [KIN_WORD] = {"a word", "words"},
    [KIN_LIST] = {"a list", "lists"},
    [KIN_POLY] = {"an expression with letters", "expressions with letters"},
    [KIN_SURD] = {"a number with roots or pi", "numbers with roots or pi"},
    [KIN_REAL] = {"a real number", "real numbers"},
    [KIN_SPECIAL] = {"none, all or undefined", "of none, all or undefined"},
    [KIN_INTERVAL] = {"an interval", "intervals"}};

/* `many`: 1 for the plural. */
static const char *name_of(struct kin_type type, int many)
{
    return type.kind == KIN_NUMBER ? number_names[type.look][many] : kind_names[type.kind][many];
}

char *kin_type_text(kin_arena *arena, struct kin_type type)
{
    struct kin_buf buf = kin_buf_in(arena);
    bool special = type.special;
    kin_buf_add(&buf, name_of(type, 0));
    while (type.kind == KIN_LIST && type.element) {
        type = *type.element;
        special = special || type.special;
        kin_buf_addf(&buf, " of %s", name_of(type, 1));
    }
    kin_buf_add(&buf, special ? " (or none, all, undefined)" : "");
    return buf.data;
}

/* 15 is no percentage, since it might mean 15% or 1500%; nor is money one, or a percentage money. */
static bool look_fits(enum kin_look from, enum kin_look to)
{
    return to == KIN_PLAIN || from == to || (to == KIN_MONEY && from == KIN_PLAIN);
}

/* Beside letters any number may stand, beside roots only one that measures nothing. */
static bool plain_enough(struct kin_type from, struct kin_type to)
{
    return from.kind != KIN_NUMBER || to.kind == KIN_POLY || from.look == KIN_PLAIN || from.look == KIN_PERCENT;
}

bool kin_type_fits(struct kin_type from, struct kin_type to)
{
    while (from.kind == KIN_LIST && to.kind == KIN_LIST) {
        if (!from.element || !to.element) {
            return true;
        }
        from = *from.element;
        to = *to.element;
    }
    if (to.kind == KIN_NOTHING || (to.special && from.kind == KIN_SPECIAL)) {
        return true;
    }
    if (from.special && !to.special) {
        return false;
    }
    if (from.kind != to.kind) {
        return from.kind != KIN_SPECIAL && plain_enough(from, to) && kin_kind_stands(from.kind, to);
    }
    return from.kind != KIN_NUMBER || look_fits(from.look, to.look);
}

bool kin_kind_stands(enum kin_kind kind, struct kin_type type)
{
    if (kind == type.kind || (kind == KIN_SPECIAL && type.special)) {
        return true;
    }
    switch (type.kind) {
    case KIN_POLY:
    case KIN_SURD:
        return kind == KIN_NUMBER;
    case KIN_REAL:
        return kind == KIN_NUMBER || kind == KIN_SURD;
    default:
        return type.kind == KIN_NOTHING;
    }
}

bool kin_value_is_of(const struct kin_value *value, struct kin_type type)
{
    bool fits = kin_kind_stands(value->kind, type);
    for (size_t i = 0; fits && value->kind == KIN_LIST && type.element && i < value->as.list->count; i++) {
        fits = kin_value_is_of(&value->as.list->items[i], *type.element);
    }
    return fits;
}
