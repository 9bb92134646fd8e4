#include "value/value.h"

#include <string.h>

struct kin_value kin_value_int(int64_t number)
{
    return kin_value_number(kin_rat_int(number));
}

struct kin_value kin_value_number(struct kin_rat number)
{
    return (struct kin_value){.kind = KIN_NUMBER, .look = KIN_PLAIN, .places = KIN_NO_PLACES, .as.number = number};
}

struct kin_value kin_value_truth(bool truth)
{
    return (struct kin_value){.kind = KIN_TRUTH, .places = KIN_NO_PLACES, .as.truth = truth};
}

struct kin_value kin_value_word(kin_arena *arena, const char *one, const char *many)
{
    struct kin_word *word = KIN_NEW(arena, struct kin_word);
    word->one = kin_copy(arena, one);
    word->many = many ? kin_copy(arena, many) : NULL;
    return (struct kin_value){.kind = KIN_WORD, .places = KIN_NO_PLACES, .as.word = word};
}

struct kin_value kin_value_list(kin_arena *arena, const struct kin_value *items, size_t count)
{
    struct kin_list *list = KIN_NEW(arena, struct kin_list);
    *list = (struct kin_list){count, kin_copy_bytes(arena, items, count * sizeof *items)};
    return (struct kin_value){.kind = KIN_LIST, .places = KIN_NO_PLACES, .as.list = list};
}

struct kin_value kin_value_poly(const struct kin_poly *poly)
{
    return (struct kin_value){.kind = KIN_POLY, .places = KIN_NO_PLACES, .as.poly = poly};
}

struct kin_value kin_value_surd(const struct kin_surd *surd)
{
    struct kin_rat number;
    if (surd && kin_surd_rational(surd, &number)) {
        return kin_value_number(number);
    }
    return (struct kin_value){.kind = KIN_SURD, .places = KIN_NO_PLACES, .as.surd = surd};
}

struct kin_value kin_value_real(const struct kin_real *real)
{
    if (real && real->exact) {
        return kin_value_surd(real->exact);
    }
    return (struct kin_value){.kind = KIN_REAL, .places = KIN_NO_PLACES, .as.real = real};
}

struct kin_value kin_value_special(enum kin_special special)
{
    return (struct kin_value){.kind = KIN_SPECIAL, .places = KIN_NO_PLACES, .as.special = special};
}

struct kin_value kin_value_interval(const struct kin_interval *interval)
{
    return (struct kin_value){.kind = KIN_INTERVAL, .places = KIN_NO_PLACES, .as.interval = interval};
}

/* ---- Numbers of all kinds ---- */

bool kin_value_is_real(const struct kin_value *value)
{
    return value->kind == KIN_NUMBER || value->kind == KIN_SURD || value->kind == KIN_REAL;
}

const struct kin_surd *kin_value_as_surd(kin_arena *arena, const struct kin_value *value)
{
    if (value->kind == KIN_NUMBER) {
        return kin_surd_number(arena, value->as.number);
    }
    return value->kind == KIN_SURD ? value->as.surd : NULL;
}

const struct kin_real *kin_value_as_real(kin_arena *arena, const struct kin_value *value)
{
    return value->kind == KIN_REAL ? value->as.real : kin_real_exact(arena, kin_value_as_surd(arena, value));
}

/* A number as a real without memory of its own: `room` holds what it points to. */
struct real_room {
    struct kin_surd_term term;
    struct kin_surd surd;
    struct kin_real real;
};

static const struct kin_real *borrowed_real(const struct kin_value *value, struct real_room *room)
{
    if (value->kind == KIN_REAL) {
        return value->as.real;
    }
    room->term = (struct kin_surd_term){.radicand = 1};
    room->surd = (struct kin_surd){1, &room->term};
    if (value->kind == KIN_NUMBER) {
        room->term.coefficient = value->as.number;
        room->surd.count = kin_rat_sign(value->as.number) != 0;
    }
    room->real = (struct kin_real){
        .op = KIN_REAL_EXACT, .size = 1, .exact = value->kind == KIN_SURD ? value->as.surd : &room->surd};
    return &room->real;
}

bool kin_value_order(const struct kin_value *a, const struct kin_value *b, int *order)
{
    struct real_room left, right;
    if (a->kind == KIN_NUMBER && b->kind == KIN_NUMBER) {
        *order = kin_rat_compare(a->as.number, b->as.number);
        return true;
    }
    return kin_real_compare(borrowed_real(a, &left), borrowed_real(b, &right), order);
}

/* ---- Comparing ---- */

static int compare_NOTHING(const struct kin_value *a, const struct kin_value *b)
{
    (void)a;
    (void)b;
    return 0;
}

static int compare_NUMBER(const struct kin_value *a, const struct kin_value *b)
{
    return kin_rat_compare(a->as.number, b->as.number);
}

static int compare_TRUTH(const struct kin_value *a, const struct kin_value *b)
{
    return a->as.truth - b->as.truth;
}

static int compare_WORD(const struct kin_value *a, const struct kin_value *b)
{
    return strcmp(a->as.word->one, b->as.word->one);
}

static int compare_LIST(const struct kin_value *a, const struct kin_value *b)
{
    const struct kin_list *left = a->as.list, *right = b->as.list;
    for (size_t i = 0; i < left->count && i < right->count; i++) {
        int order = kin_value_compare(&left->items[i], &right->items[i]);
        if (order) {
            return order;
        }
    }
    return (left->count > right->count) - (left->count < right->count);
}

static int compare_POLY(const struct kin_value *a, const struct kin_value *b)
{
    return kin_poly_compare(a->as.poly, b->as.poly);
}

static int compare_REAL(const struct kin_value *a, const struct kin_value *b)
{
    int order;
    return kin_value_order(a, b, &order) ? order : 0;
}

static int compare_SURD(const struct kin_value *a, const struct kin_value *b)
{
    return compare_REAL(a, b);
}

static int compare_SPECIAL(const struct kin_value *a, const struct kin_value *b)
{
    return (a->as.special > b->as.special) - (a->as.special < b->as.special);
}

static int compare_INTERVAL(const struct kin_value *a, const struct kin_value *b)
{
    return kin_interval_compare(a->as.interval, b->as.interval);
}

typedef int compare_function(const struct kin_value *a, const struct kin_value *b);

static compare_function *const compare_functions[KIN_KIND_COUNT] = {
#define KIN_KIND(id, name) [KIN_##id] = compare_##id,
#include "value/kinds.def"
#undef KIN_KIND
};

/* An expression without letters is its number. */
static struct kin_value plainest(const struct kin_value *value)
{
    struct kin_rat number;
    bool constant = value->kind == KIN_POLY && kin_poly_constant(value->as.poly, &number);
    return constant ? kin_value_number(number) : *value;
}

int kin_value_compare(const struct kin_value *a, const struct kin_value *b)
{
    struct kin_value left = plainest(a), right = plainest(b);
    if (left.kind != right.kind && kin_value_is_real(&left) && kin_value_is_real(&right)) {
        return compare_REAL(&left, &right);
    }
    if (left.kind != right.kind) {
        return left.kind < right.kind ? -1 : 1;
    }
    return compare_functions[left.kind](&left, &right);
}

bool kin_value_equal(const struct kin_value *a, const struct kin_value *b)
{
    if (a->kind == KIN_NUMBER && b->kind == KIN_NUMBER) {
        return kin_rat_equal(a->as.number, b->as.number);
    }
    if (a->kind == KIN_SURD && b->kind == KIN_SURD) {
        return kin_surd_equal(a->as.surd, b->as.surd);
    }
    if (a->kind == KIN_LIST && b->kind == KIN_LIST && a->as.list->count != b->as.list->count) {
        return false;
    }
    return kin_value_compare(a, b) == 0;
}
