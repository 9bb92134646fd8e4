#include "number/real.h"

#include "base/limits.h"
#include "number/enclose.h"

/* ---- Making ---- */

const struct kin_real *kin_real_exact(kin_arena *arena, const struct kin_surd *exact)
{
    if (!exact) {
        return NULL;
    }
    struct kin_real *real = KIN_NEW(arena, struct kin_real);
    *real = (struct kin_real){.op = KIN_REAL_EXACT, .size = 1, .exact = exact};
    return real;
}

static bool is_zero(const struct kin_real *a)
{
    return a->exact && a->exact->count == 0;
}

/* -1, 0, 1; -2 when it cannot be proved. */
static int sign_of(const struct kin_real *a)
{
    struct kin_surd none = {0};
    struct kin_real zero = {.op = KIN_REAL_EXACT, .size = 1, .exact = &none};
    int order;
    return kin_real_compare(a, &zero, &order) ? order : -2;
}

const struct kin_real *kin_real_combine(kin_arena *arena, enum kin_real_op op, const struct kin_real *a,
                                        const struct kin_real *b)
{
    if (!a || !b || a->size + b->size >= KIN_LIMIT_REAL_NODES) {
        return NULL;
    }
    if (op == KIN_REAL_DIV && (is_zero(b) || sign_of(b) == -2)) {
        return NULL;
    }
    struct kin_real *real = KIN_NEW(arena, struct kin_real);
    *real = (struct kin_real){.op = (uint8_t)op, .size = (uint16_t)(a->size + b->size + 1), .a = a, .b = b};
    return real;
}

const struct kin_real *kin_real_root(kin_arena *arena, const struct kin_real *a, int64_t degree)
{
    if (!a || degree < 2 || degree > KIN_LIMIT_BITS || a->size + 1 >= KIN_LIMIT_REAL_NODES) {
        return NULL;
    }
    int sign = sign_of(a);
    if (sign == -2 || (sign < 0 && degree % 2 == 0)) {
        return NULL;
    }
    struct kin_real *real = KIN_NEW(arena, struct kin_real);
    *real = (struct kin_real){.op = KIN_REAL_ROOT, .size = (uint16_t)(a->size + 1), .degree = (int32_t)degree, .a = a};
    return real;
}

/* ---- Comparing ---- */

static bool same_expression(const struct kin_real *a, const struct kin_real *b)
{
    if (a == b) {
        return true;
    }
    if (a->op != b->op || a->degree != b->degree || a->size != b->size) {
        return false;
    }
    if (a->exact) {
        return kin_surd_equal(a->exact, b->exact);
    }
    return same_expression(a->a, b->a) && (!a->b || same_expression(a->b, b->b));
}

bool kin_real_compare(const struct kin_real *a, const struct kin_real *b, int *order)
{
    *order = 0;
    if (same_expression(a, b)) {
        return true;
    }
    for (long bits = KIN_FIRST_BITS; bits <= KIN_LIMIT_REAL_BITS && *order == 0; bits *= 2) {
        *order = kin_enclosures_order(a, b, bits);
    }
    return *order != 0;
}

/* ---- Rounding ---- */

bool kin_real_round(kin_arena *arena, const struct kin_real *a, int places, enum kin_rounding how,
                    struct kin_rat *rounded)
{
    struct kin_rat exact;
    if (a->exact && kin_surd_rational(a->exact, &exact)) {
        *rounded = kin_rat_round(arena, exact, places, how);
        return kin_rat_defined(*rounded);
    }
    for (long bits = KIN_FIRST_BITS; bits <= KIN_LIMIT_REAL_BITS; bits *= 2) {
        if (kin_enclosure_round(arena, a, places, how, bits, rounded)) {
            return kin_rat_defined(*rounded);
        }
    }
    return false;
}

bool kin_real_clear(const struct kin_real *a, int places, struct kin_rat guard, bool *clear)
{
    int verdict = 0;
    for (long bits = KIN_FIRST_BITS; bits <= KIN_LIMIT_REAL_BITS && verdict == 0; bits *= 2) {
        verdict = kin_enclosure_clear(a, places, guard, bits);
    }
    *clear = verdict > 0;
    return verdict != 0;
}

/* ---- Text ---- */

/* How tightly the parts bind: a sum is bracketed in a product, anything but a single value below a stroke. */
static bool is_negative(const struct kin_real *a)
{
    return a->exact && a->exact->count && kin_rat_sign(a->exact->terms[0].coefficient) < 0;
}

static bool is_sum(const struct kin_real *a)
{
    return a->op == KIN_REAL_ADD || a->op == KIN_REAL_SUB || is_negative(a) || (a->exact && a->exact->count > 1);
}

static bool is_product(const struct kin_real *a)
{
    struct kin_rat number;
    return a->op == KIN_REAL_MUL || a->op == KIN_REAL_DIV ||
           (a->exact && !(kin_surd_rational(a->exact, &number) && kin_rat_is_integer(number)));
}

static const char *bracketed(kin_arena *arena, const struct kin_real *a, bool wanted)
{
    return wanted ? kin_format(arena, "(%s)", kin_real_text(arena, a)) : kin_real_text(arena, a);
}

/* Two exact numbers stay a certified real when one of them is marked as such. */
static const char *left_text(kin_arena *arena, const struct kin_real *a, bool bracket)
{
    if (a->a->exact && a->b->exact) {
        return kin_format(arena, "real(%s)", kin_real_text(arena, a->a));
    }
    return bracketed(arena, a->a, bracket);
}

char *kin_real_text(kin_arena *arena, const struct kin_real *a)
{
    switch (a->op) {
    case KIN_REAL_EXACT:
        return kin_surd_text(arena, a->exact);
    case KIN_REAL_ROOT:
        return kin_format(arena, "root(%s, %d)", kin_real_text(arena, a->a), (int)a->degree);
    case KIN_REAL_ADD:
        return kin_format(arena, "%s + %s", left_text(arena, a, false), bracketed(arena, a->b, is_negative(a->b)));
    case KIN_REAL_SUB:
        return kin_format(arena, "%s - %s", left_text(arena, a, false), bracketed(arena, a->b, is_sum(a->b)));
    default:
        return kin_format(arena, "%s%s%s", left_text(arena, a, is_sum(a->a)), a->op == KIN_REAL_MUL ? "*" : "/",
                          bracketed(arena, a->b, is_sum(a->b) || is_product(a->b)));
    }
}
