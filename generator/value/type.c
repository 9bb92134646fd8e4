/* Static types: of a value, as text, and which fits where. */
#include "value/value.h"

/* Types of values hold no memory of their own: lists of lists up to this depth are in a table, deeper ones are
 * "list of any value". */
enum { LIST_DEPTH = 4 };

enum base { BASE_ANY, BASE_PLAIN, BASE_MONEY, BASE_PERCENT, BASE_TRUTH, BASE_WORD, BASE_EMPTY, BASE_POLY, BASE_COUNT };

/* types[0]: what is not a list, and the empty list; types[n]: a list of types[n - 1]. */
#define LISTS_OF(n)                                                                                                    \
    {                                                                                                                  \
        {KIN_LIST, 0, &types[n][0]}, {KIN_LIST, 0, &types[n][1]}, {KIN_LIST, 0, &types[n][2]},                         \
            {KIN_LIST, 0, &types[n][3]}, {KIN_LIST, 0, &types[n][4]}, {KIN_LIST, 0, &types[n][5]},                     \
            {KIN_LIST, 0, &types[n][6]}, {KIN_LIST, 0, &types[n][7]},                                                  \
    }

static const struct kin_type types[LIST_DEPTH + 1][BASE_COUNT] = {
    {
        [BASE_ANY] = {KIN_NOTHING, 0, NULL},
        [BASE_PLAIN] = {KIN_NUMBER, KIN_PLAIN, NULL},
        [BASE_MONEY] = {KIN_NUMBER, KIN_MONEY, NULL},
        [BASE_PERCENT] = {KIN_NUMBER, KIN_PERCENT, NULL},
        [BASE_TRUTH] = {KIN_TRUTH, 0, NULL},
        [BASE_WORD] = {KIN_WORD, 0, NULL},
        [BASE_EMPTY] = {KIN_LIST, 0, NULL},
        [BASE_POLY] = {KIN_POLY, 0, NULL},
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

static bool is_number(enum base base)
{
    return base == BASE_PLAIN || base == BASE_MONEY || base == BASE_PERCENT;
}

/* The narrowest kind of element for both. */
static enum base join_bases(enum base a, enum base b)
{
    if (a == b) {
        return a;
    }
    bool algebraic = (is_number(a) || a == BASE_POLY) && (is_number(b) || b == BASE_POLY);
    if (!algebraic) {
        return BASE_ANY;
    }
    return a == BASE_POLY || b == BASE_POLY ? BASE_POLY : BASE_PLAIN;
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
    static const enum base number_bases[] = {
        [KIN_PLAIN] = BASE_PLAIN, [KIN_MONEY] = BASE_MONEY, [KIN_PERCENT] = BASE_PERCENT};
    static const enum base bases[KIN_KIND_COUNT] = {
        [KIN_NOTHING] = BASE_ANY, [KIN_TRUTH] = BASE_TRUTH, [KIN_WORD] = BASE_WORD, [KIN_POLY] = BASE_POLY};
    if (value->kind == KIN_LIST) {
        return depth < LIST_DEPTH ? list_position(value->as.list, depth) : any;
    }
    return (struct position){0, value->kind == KIN_NUMBER ? number_bases[value->look] : bases[value->kind]};
}

struct kin_type kin_value_type(const struct kin_value *value)
{
    struct position position = position_of(value, 0);
    return types[position.depth][position.base];
}

static const char *one_name(struct kin_type type)
{
    static const char *const looks[] = {
        [KIN_PLAIN] = "a number", [KIN_MONEY] = "an amount of money", [KIN_PERCENT] = "a percentage"};
    static const char *const kinds[KIN_KIND_COUNT] = {[KIN_NOTHING] = "any value",
                                                      [KIN_TRUTH] = "true or false",
                                                      [KIN_WORD] = "a word",
                                                      [KIN_LIST] = "a list",
                                                      [KIN_POLY] = "an expression with letters"};
    return type.kind == KIN_NUMBER ? looks[type.look] : kinds[type.kind];
}

static const char *many_name(struct kin_type type)
{
    static const char *const looks[] = {
        [KIN_PLAIN] = "numbers", [KIN_MONEY] = "amounts of money", [KIN_PERCENT] = "percentages"};
    static const char *const kinds[KIN_KIND_COUNT] = {[KIN_NOTHING] = "any values",
                                                      [KIN_TRUTH] = "truth values",
                                                      [KIN_WORD] = "words",
                                                      [KIN_LIST] = "lists",
                                                      [KIN_POLY] = "expressions with letters"};
    return type.kind == KIN_NUMBER ? looks[type.look] : kinds[type.kind];
}

char *kin_type_text(kin_arena *arena, struct kin_type type)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add(&buf, one_name(type));
    while (type.kind == KIN_LIST && type.element) {
        type = *type.element;
        kin_buf_addf(&buf, " of %s", many_name(type));
    }
    return buf.data;
}

/* 15 is no percentage, since it might mean 15% or 1500%; nor is money one, or a percentage money. */
static bool look_fits(enum kin_look from, enum kin_look to)
{
    return to == KIN_PLAIN || from == to || (to == KIN_MONEY && from == KIN_PLAIN);
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
    if (to.kind == KIN_NOTHING || (to.kind == KIN_POLY && from.kind == KIN_NUMBER)) {
        return true;
    }
    return from.kind == to.kind && (from.kind != KIN_NUMBER || look_fits(from.look, to.look));
}
