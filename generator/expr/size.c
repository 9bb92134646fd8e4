#include "expr/size.h"

#include "base/limits.h"

#include <string.h>

enum {
    BYTES_A_STEP = 16,
    STEPS_A_BIG = 8,
    STEPS_A_REAL = 50,         /* of a certified real's expression, which is enclosed several times */
    SMALL_ROOM = 64,           /* bytes of a small number's text, at most */
    BIG_ROOM = KIN_LIMIT_BITS, /* of a long one: 4,096 bits are 1,234 digits, above and below */
    POWER_ROOM = 16            /* of a letter with its power */
};

size_t kin_list_leaves(const struct kin_list *list)
{
    size_t leaves = 0;
    for (size_t i = 0; i < list->count && leaves <= KIN_LIMIT_LIST; i++) {
        leaves += list->items[i].kind == KIN_LIST ? 1 + kin_list_leaves(list->items[i].as.list) : 1;
    }
    return leaves;
}

static size_t poly_cost(const struct kin_poly *poly)
{
    return poly ? poly->count : 0;
}

size_t kin_value_cost(const struct kin_value *value)
{
    switch (value->kind) {
    case KIN_LIST:
        return kin_list_cost(value->as.list);
    case KIN_WORD:
        return strlen(value->as.word->one) / BYTES_A_STEP;
    case KIN_POLY:
        return poly_cost(value->as.poly);
    case KIN_SURD:
        return value->as.surd ? value->as.surd->count : 0;
    case KIN_REAL:
        return value->as.real ? (size_t)STEPS_A_REAL * value->as.real->size : 0;
    case KIN_INTERVAL:
        return value->as.interval->count;
    default:
        return value->kind == KIN_NUMBER && value->as.number.big ? STEPS_A_BIG : 0;
    }
}

size_t kin_list_cost(const struct kin_list *list)
{
    size_t cost = 0;
    for (size_t i = 0; i < list->count && cost <= KIN_LIMIT_EXPR_STEPS; i++) {
        cost += 1 + kin_value_cost(&list->items[i]);
    }
    return cost;
}

static size_t number_room(struct kin_rat number)
{
    return number.big ? BIG_ROOM : SMALL_ROOM;
}

static size_t list_room(const struct kin_list *list)
{
    size_t room = sizeof "[]";
    for (size_t i = 0; i < list->count && room <= KIN_LIMIT_TEXT_BYTES; i++) {
        room += sizeof ", " + kin_value_text_room(&list->items[i]);
    }
    return room;
}

static size_t poly_room(const struct kin_poly *poly)
{
    size_t room = 0;
    for (size_t i = 0; i < poly->count; i++) {
        room += number_room(poly->terms[i].coefficient) + POWER_ROOM * poly->terms[i].count;
    }
    return room;
}

static size_t surd_room(const struct kin_surd *surd)
{
    size_t room = SMALL_ROOM;
    for (size_t i = 0; i < surd->count; i++) {
        room += number_room(surd->terms[i].coefficient) + SMALL_ROOM;
    }
    return room;
}

static size_t real_room(const struct kin_real *real)
{
    if (real->exact) {
        return surd_room(real->exact);
    }
    return POWER_ROOM + real_room(real->a) + (real->b ? real_room(real->b) : 0);
}

static size_t interval_room(const struct kin_interval *interval)
{
    size_t room = SMALL_ROOM;
    for (size_t i = 0; i < interval->count && room <= KIN_LIMIT_TEXT_BYTES; i++) {
        room += number_room(interval->pieces[i].low.at) + number_room(interval->pieces[i].high.at);
    }
    return room;
}

size_t kin_value_text_room(const struct kin_value *value)
{
    switch (value->kind) {
    case KIN_LIST:
        return list_room(value->as.list);
    case KIN_WORD:
        return strlen(value->as.word->one);
    case KIN_POLY:
        return poly_room(value->as.poly);
    case KIN_SURD:
        return surd_room(value->as.surd);
    case KIN_REAL:
        return real_room(value->as.real);
    case KIN_INTERVAL:
        return interval_room(value->as.interval);
    default:
        return value->kind == KIN_NUMBER ? number_room(value->as.number) : SMALL_ROOM;
    }
}
