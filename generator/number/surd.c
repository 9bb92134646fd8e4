#include "number/surd.h"

#include "base/buf.h"
#include "base/limits.h"

#include <flint/ulong_extras.h>
#include <stdlib.h>

static const struct kin_surd *make(kin_arena *arena, const struct kin_surd_term *terms, size_t count)
{
    struct kin_surd *surd = KIN_NEW(arena, struct kin_surd);
    *surd = (struct kin_surd){count, terms};
    return surd;
}

static const struct kin_surd *one_term(kin_arena *arena, struct kin_rat coefficient, int64_t radicand, int32_t pi)
{
    if (!kin_rat_defined(coefficient)) {
        return NULL;
    }
    struct kin_surd_term *term = KIN_NEW(arena, struct kin_surd_term);
    *term = (struct kin_surd_term){coefficient, radicand, pi};
    return make(arena, term, kin_rat_sign(coefficient) != 0);
}

const struct kin_surd *kin_surd_number(kin_arena *arena, struct kin_rat number)
{
    return one_term(arena, number, 1, 0);
}

const struct kin_surd *kin_surd_pi(kin_arena *arena)
{
    return one_term(arena, kin_rat_int(1), 1, 1);
}

/* ---- Square roots ---- */

void kin_int_square_parts(int64_t n, int64_t *square, int64_t *rest)
{
    n_factor_t factors;
    n_factor_init(&factors);
    n_factor(&factors, (ulong)n, 1);
    *square = *rest = 1;
    for (int i = 0; i < factors.num; i++) {
        for (int power = factors.exp[i]; power >= 2; power -= 2) {
            *square *= (int64_t)factors.p[i];
        }
        *rest *= factors.exp[i] % 2 ? (int64_t)factors.p[i] : 1;
    }
}

const struct kin_surd *kin_surd_sqrt(kin_arena *arena, struct kin_rat number)
{
    struct kin_rat root = kin_rat_root(arena, number, 2);
    if (kin_rat_defined(root) || !kin_rat_defined(number) || kin_rat_sign(number) < 0 || number.big) {
        return kin_surd_number(arena, root);
    }
    int64_t top, top_rest, bottom, bottom_rest, radicand;
    kin_int_square_parts(number.num, &top, &top_rest);
    kin_int_square_parts(number.den, &bottom, &bottom_rest);
    if (__builtin_mul_overflow(top_rest, bottom_rest, &radicand)) {
        return NULL;
    }
    /* sqrt(m/n) = sqrt(mn)/n; both rests are square-free and have no factor in common */
    struct kin_rat below = kin_rat_mul(arena, kin_rat_int(bottom), kin_rat_int(bottom_rest));
    return one_term(arena, kin_rat_div(arena, kin_rat_int(top), below), radicand, 0);
}

/* ---- Sums and products ---- */

static int compare_terms(const struct kin_surd_term *a, const struct kin_surd_term *b)
{
    if (a->pi != b->pi) {
        return a->pi > b->pi ? -1 : 1;
    }
    return (a->radicand > b->radicand) - (a->radicand < b->radicand);
}

static int for_qsort(const void *a, const void *b)
{
    return compare_terms(a, b);
}

/* Sort terms and add up those with the same root and power of pi; the array is used up. */
static const struct kin_surd *collect(kin_arena *arena, struct kin_surd_term *terms, size_t count)
{
    struct kin_surd result = {0, terms};
    qsort(terms, count, sizeof *terms, for_qsort);
    for (size_t i = 0; i < count;) {
        struct kin_surd_term sum = terms[i++];
        for (; i < count && compare_terms(&sum, &terms[i]) == 0; i++) {
            sum.coefficient = kin_rat_add(arena, sum.coefficient, terms[i].coefficient);
        }
        if (!kin_rat_defined(sum.coefficient)) {
            return NULL;
        }
        terms[result.count] = sum;
        result.count += kin_rat_sign(sum.coefficient) != 0;
    }
    return result.count <= KIN_LIMIT_SURD_TERMS ? make(arena, terms, result.count) : NULL;
}

const struct kin_surd *kin_surd_add(kin_arena *arena, const struct kin_surd *a, const struct kin_surd *b)
{
    if (!a || !b) {
        return NULL;
    }
    struct kin_surd_term *terms = KIN_NEW_N(arena, struct kin_surd_term, a->count + b->count);
    for (size_t i = 0; i < a->count + b->count; i++) {
        terms[i] = i < a->count ? a->terms[i] : b->terms[i - a->count];
    }
    return collect(arena, terms, a->count + b->count);
}

const struct kin_surd *kin_surd_sub(kin_arena *arena, const struct kin_surd *a, const struct kin_surd *b)
{
    return kin_surd_add(arena, a, kin_surd_scale(arena, b, kin_rat_int(-1)));
}

const struct kin_surd *kin_surd_scale(kin_arena *arena, const struct kin_surd *a, struct kin_rat factor)
{
    return kin_surd_mul(arena, a, kin_surd_number(arena, factor));
}

/* sqrt(m)*sqrt(n) = g*sqrt(mn/g^2) with g = gcd(m, n), square-free again. */
static bool multiply_terms(kin_arena *arena, const struct kin_surd_term *a, const struct kin_surd_term *b,
                           struct kin_surd_term *product)
{
    int64_t common = (int64_t)n_gcd((ulong)a->radicand, (ulong)b->radicand);
    struct kin_rat coefficient = kin_rat_mul(arena, a->coefficient, b->coefficient);
    product->coefficient = kin_rat_mul(arena, coefficient, kin_rat_int(common));
    product->pi = a->pi + b->pi;
    return !__builtin_mul_overflow(a->radicand / common, b->radicand / common, &product->radicand) &&
           abs(product->pi) <= KIN_LIMIT_DEGREE;
}

const struct kin_surd *kin_surd_mul(kin_arena *arena, const struct kin_surd *a, const struct kin_surd *b)
{
    if (!a || !b) {
        return NULL;
    }
    size_t count = a->count * b->count;
    struct kin_surd_term *terms = KIN_NEW_N(arena, struct kin_surd_term, count);
    for (size_t i = 0; i < count; i++) {
        if (!multiply_terms(arena, &a->terms[i / b->count], &b->terms[i % b->count], &terms[i])) {
            return NULL;
        }
    }
    return collect(arena, terms, count);
}

/* ---- Division ---- */

/* 1/(q*pi^k*sqrt(n)) = sqrt(n)/(q*n) * pi^-k */
static const struct kin_surd *inverse_of_term(kin_arena *arena, const struct kin_surd_term *term)
{
    struct kin_rat below = kin_rat_mul(arena, term->coefficient, kin_rat_int(term->radicand));
    return one_term(arena, kin_rat_div(arena, kin_rat_int(1), below), term->radicand, -term->pi);
}

/* s + t becomes s - t. */
static const struct kin_surd *conjugate(kin_arena *arena, const struct kin_surd *a)
{
    struct kin_surd_term *terms = kin_copy_bytes(arena, a->terms, a->count * sizeof *terms);
    terms[1].coefficient = kin_rat_neg(arena, terms[1].coefficient);
    return make(arena, terms, a->count);
}

const struct kin_surd *kin_surd_div(kin_arena *arena, const struct kin_surd *a, const struct kin_surd *b)
{
    if (!a || !b || b->count == 0 || b->count > 2) {
        return NULL;
    }
    if (b->count == 1) {
        return kin_surd_mul(arena, a, inverse_of_term(arena, &b->terms[0]));
    }
    if (b->terms[0].pi != b->terms[1].pi) {
        return NULL;
    }
    const struct kin_surd *other = conjugate(arena, b), *below = kin_surd_mul(arena, b, other);
    return below && below->count == 1 ? kin_surd_div(arena, kin_surd_mul(arena, a, other), below) : NULL;
}

const struct kin_surd *kin_surd_pow(kin_arena *arena, const struct kin_surd *a, int64_t exponent)
{
    if (!a || exponent > KIN_LIMIT_DEGREE || exponent < -KIN_LIMIT_DEGREE) {
        return NULL;
    }
    const struct kin_surd *result = kin_surd_number(arena, kin_rat_int(1));
    for (int64_t i = llabs(exponent); i > 0 && result; i--) {
        result = kin_surd_mul(arena, result, a);
    }
    return exponent < 0 ? kin_surd_div(arena, kin_surd_number(arena, kin_rat_int(1)), result) : result;
}

/* ---- Questions ---- */

bool kin_surd_rational(const struct kin_surd *a, struct kin_rat *number)
{
    *number = a->count ? a->terms[0].coefficient : kin_rat_int(0);
    return a->count == 0 || (a->count == 1 && a->terms[0].pi == 0 && a->terms[0].radicand == 1);
}

bool kin_surd_equal(const struct kin_surd *a, const struct kin_surd *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; i < a->count && same; i++) {
        same = compare_terms(&a->terms[i], &b->terms[i]) == 0 &&
               kin_rat_equal(a->terms[i].coefficient, b->terms[i].coefficient);
    }
    return same;
}

/* ---- Text ---- */

static void write_factor(struct kin_buf *buf, const char *factor)
{
    kin_buf_addf(buf, "%s%s", buf->length ? "*" : "", factor);
}

static const char *pi_text(kin_arena *arena, int32_t power)
{
    return power == 1 ? "pi" : kin_format(arena, "pi^%d", (int)power);
}

/* Without its sign. */
static const char *term_text(kin_arena *arena, const struct kin_surd_term *term)
{
    struct kin_rat size = kin_rat_abs(arena, term->coefficient);
    struct kin_buf buf = kin_buf_in(arena);
    bool bare = term->radicand == 1 && term->pi <= 0;
    if (bare || !kin_rat_equal(size, kin_rat_int(1))) {
        write_factor(&buf, kin_rat_text(arena, size));
    }
    if (term->pi > 0) {
        write_factor(&buf, pi_text(arena, term->pi));
    }
    if (term->radicand != 1) {
        write_factor(&buf, kin_format(arena, "sqrt(%lld)", (long long)term->radicand));
    }
    if (term->pi < 0) {
        kin_buf_addf(&buf, "/%s", pi_text(arena, -term->pi));
    }
    return buf.data;
}

char *kin_surd_text(kin_arena *arena, const struct kin_surd *a)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < a->count; i++) {
        bool negative = kin_rat_sign(a->terms[i].coefficient) < 0;
        kin_buf_add(&buf, negative ? (i ? " - " : "-") : (i ? " + " : ""));
        kin_buf_add(&buf, term_text(arena, &a->terms[i]));
    }
    return a->count ? buf.data : kin_copy(arena, "0");
}
