#include "base/limits.h"
#include "value/value.h"

#include <stdlib.h>
#include <string.h>

/* Products of two terms that one multiplication may need. */
enum { MOST_PRODUCTS = 16 * KIN_LIMIT_TERMS };

static uint32_t term_degree(const struct kin_term *term)
{
    uint32_t degree = 0;
    for (size_t i = 0; i < term->count; i++) {
        degree += term->powers[i].power;
    }
    return degree;
}

/* Same total degree: x^2 before xy before y^2. */
static int compare_letters(const struct kin_term *a, const struct kin_term *b)
{
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        const struct kin_power *left = &a->powers[i], *right = &b->powers[i];
        if (left->letter != right->letter) {
            return left->letter < right->letter ? -1 : 1;
        }
        if (left->power != right->power) {
            return left->power > right->power ? -1 : 1;
        }
    }
    return (a->count > b->count) - (a->count < b->count);
}

/* Canonical order of terms, coefficients apart. */
static int compare_terms(const struct kin_term *a, const struct kin_term *b)
{
    uint32_t left = term_degree(a), right = term_degree(b);
    if (left != right) {
        return left > right ? -1 : 1;
    }
    return compare_letters(a, b);
}

static const struct kin_poly *make(kin_arena *arena, const struct kin_term *terms, size_t count)
{
    struct kin_poly *poly = KIN_NEW(arena, struct kin_poly);
    *poly = (struct kin_poly){count, terms};
    return poly;
}

const struct kin_poly *kin_poly_number(kin_arena *arena, struct kin_rat number)
{
    if (!kin_rat_defined(number)) {
        return NULL;
    }
    if (kin_rat_sign(number) == 0) {
        return make(arena, NULL, 0);
    }
    struct kin_term *term = KIN_NEW(arena, struct kin_term);
    term->coefficient = number;
    return make(arena, term, 1);
}

const struct kin_poly *kin_poly_letter(kin_arena *arena, uint32_t letter)
{
    struct kin_term *term = KIN_NEW(arena, struct kin_term);
    struct kin_power *power = KIN_NEW(arena, struct kin_power);
    *power = (struct kin_power){letter, 1};
    *term = (struct kin_term){kin_rat_int(1), 1, power};
    return make(arena, term, 1);
}

/* Put b's coefficient onto the last term of result. False when it becomes undefined; a sum of 0 drops the term. */
static bool add_to_last(kin_arena *arena, struct kin_poly *result, struct kin_term *terms, const struct kin_term *b)
{
    struct kin_term *last = &terms[result->count - 1];
    last->coefficient = kin_rat_add(arena, last->coefficient, b->coefficient);
    if (kin_rat_sign(last->coefficient) == 0) {
        result->count--;
    }
    return kin_rat_defined(last->coefficient);
}

const struct kin_poly *kin_poly_add(kin_arena *arena, const struct kin_poly *a, const struct kin_poly *b)
{
    if (!a || !b) {
        return NULL;
    }
    struct kin_term *terms = KIN_NEW_N(arena, struct kin_term, a->count + b->count);
    struct kin_poly result = {0, terms};
    for (size_t i = 0, j = 0; i < a->count || j < b->count;) {
        int order = i == a->count ? 1 : j == b->count ? -1 : compare_terms(&a->terms[i], &b->terms[j]);
        terms[result.count++] = order <= 0 ? a->terms[i++] : b->terms[j++];
        if (order == 0 && !add_to_last(arena, &result, terms, &b->terms[j++])) {
            return NULL;
        }
    }
    return result.count <= KIN_LIMIT_TERMS ? make(arena, terms, result.count) : NULL;
}

const struct kin_poly *kin_poly_sub(kin_arena *arena, const struct kin_poly *a, const struct kin_poly *b)
{
    return kin_poly_add(arena, a, kin_poly_scale(arena, b, kin_rat_int(-1)));
}

const struct kin_poly *kin_poly_scale(kin_arena *arena, const struct kin_poly *a, struct kin_rat factor)
{
    if (!a || !kin_rat_defined(factor) || kin_rat_sign(factor) == 0) {
        return a ? kin_poly_number(arena, factor) : NULL;
    }
    struct kin_term *terms = kin_copy_bytes(arena, a->terms, a->count * sizeof *terms);
    for (size_t i = 0; i < a->count; i++) {
        terms[i].coefficient = kin_rat_mul(arena, terms[i].coefficient, factor);
        if (!kin_rat_defined(terms[i].coefficient)) {
            return NULL;
        }
    }
    return make(arena, terms, a->count);
}

/* The letters of two terms together, merged in rising order. */
static void multiply_letters(kin_arena *arena, struct kin_term *product, const struct kin_term *a,
                             const struct kin_term *b)
{
    struct kin_power *powers = KIN_NEW_N(arena, struct kin_power, a->count + b->count);
    size_t count = 0;
    for (size_t i = 0, j = 0; i < a->count || j < b->count; count++) {
        if (j == b->count || (i < a->count && a->powers[i].letter <= b->powers[j].letter)) {
            powers[count] = a->powers[i++];
        } else {
            powers[count] = (struct kin_power){b->powers[j].letter, 0};
        }
        if (j < b->count && b->powers[j].letter == powers[count].letter) {
            powers[count].power += b->powers[j++].power;
        }
    }
    product->powers = powers;
    product->count = count;
}

static int for_qsort(const void *a, const void *b)
{
    return compare_terms(a, b);
}

/* Sort terms and add up those with the same letters; the array is used up. */
static const struct kin_poly *collect(kin_arena *arena, struct kin_term *terms, size_t count)
{
    struct kin_poly result = {0, terms};
    qsort(terms, count, sizeof *terms, for_qsort);
    for (size_t i = 0; i < count;) {
        size_t first = i++;
        terms[result.count++] = terms[first];
        struct kin_rat sum = terms[first].coefficient;
        for (; i < count && compare_terms(&terms[result.count - 1], &terms[i]) == 0; i++) {
            sum = kin_rat_add(arena, sum, terms[i].coefficient);
        }
        if (!kin_rat_defined(sum)) {
            return NULL;
        }
        terms[result.count - 1].coefficient = sum;
        result.count -= kin_rat_sign(sum) == 0;
    }
    return result.count <= KIN_LIMIT_TERMS ? make(arena, terms, result.count) : NULL;
}

static bool within_limits(const struct kin_poly *a, const struct kin_poly *b)
{
    return a->count * b->count <= MOST_PRODUCTS && kin_poly_degree(a) + kin_poly_degree(b) <= KIN_LIMIT_DEGREE;
}

const struct kin_poly *kin_poly_mul(kin_arena *arena, const struct kin_poly *a, const struct kin_poly *b)
{
    if (!a || !b || !within_limits(a, b)) {
        return NULL;
    }
    size_t count = a->count * b->count;
    if (count == 0) {
        return make(arena, NULL, 0);
    }
    struct kin_term *terms = KIN_NEW_N(arena, struct kin_term, count);
    for (size_t i = 0; i < count; i++) {
        const struct kin_term *left = &a->terms[i / b->count], *right = &b->terms[i % b->count];
        terms[i].coefficient = kin_rat_mul(arena, left->coefficient, right->coefficient);
        multiply_letters(arena, &terms[i], left, right);
    }
    return collect(arena, terms, count);
}

const struct kin_poly *kin_poly_pow(kin_arena *arena, const struct kin_poly *a, int64_t exponent)
{
    struct kin_rat number;
    if (!a) {
        return NULL;
    }
    if (kin_poly_constant(a, &number)) {
        return kin_poly_number(arena, kin_rat_pow(arena, number, exponent));
    }
    if (exponent < 0 || exponent > KIN_LIMIT_DEGREE) {
        return NULL;
    }
    const struct kin_poly *result = kin_poly_number(arena, kin_rat_int(1));
    for (int64_t i = 0; i < exponent && result; i++) {
        result = kin_poly_mul(arena, result, a);
    }
    return result;
}

static const struct kin_power *power_of(const struct kin_term *term, uint32_t letter)
{
    for (size_t i = 0; i < term->count; i++) {
        if (term->powers[i].letter == letter) {
            return &term->powers[i];
        }
    }
    return NULL;
}

/* A term without one of its letters. */
static const struct kin_poly *without(kin_arena *arena, const struct kin_term *term, const struct kin_power *gone)
{
    struct kin_term *rest = KIN_NEW(arena, struct kin_term);
    struct kin_power *powers = kin_copy_bytes(arena, term->powers, term->count * sizeof *powers);
    if (gone) {
        size_t before = (size_t)(gone - term->powers);
        memmove(powers + before, powers + before + 1, (term->count - before - 1) * sizeof *powers);
    }
    *rest = (struct kin_term){term->coefficient, term->count - !!gone, powers};
    return make(arena, rest, 1);
}

const struct kin_poly *kin_poly_at(kin_arena *arena, const struct kin_poly *a, uint32_t letter,
                                   const struct kin_poly *value)
{
    if (!a || !value) {
        return NULL;
    }
    const struct kin_poly *sum = make(arena, NULL, 0);
    for (size_t i = 0; i < a->count && sum; i++) {
        const struct kin_power *gone = power_of(&a->terms[i], letter);
        const struct kin_poly *term = without(arena, &a->terms[i], gone);
        sum =
            kin_poly_add(arena, sum, gone ? kin_poly_mul(arena, term, kin_poly_pow(arena, value, gone->power)) : term);
    }
    return sum;
}

int kin_poly_compare(const struct kin_poly *a, const struct kin_poly *b)
{
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        int order = compare_terms(&a->terms[i], &b->terms[i]);
        order = order ? order : kin_rat_compare(a->terms[i].coefficient, b->terms[i].coefficient);
        if (order) {
            return order;
        }
    }
    return (a->count > b->count) - (a->count < b->count);
}

bool kin_poly_equal(const struct kin_poly *a, const struct kin_poly *b)
{
    return kin_poly_compare(a, b) == 0;
}

bool kin_poly_proportional(kin_arena *arena, const struct kin_poly *a, const struct kin_poly *b)
{
    if (!a || !b || a->count != b->count) {
        return false;
    }
    if (a->count == 0) {
        return true;
    }
    struct kin_rat factor = kin_rat_div(arena, a->terms[0].coefficient, b->terms[0].coefficient);
    const struct kin_poly *scaled = kin_rat_defined(factor) ? kin_poly_scale(arena, b, factor) : NULL;
    return scaled && kin_poly_equal(a, scaled);
}

struct kin_rat kin_poly_coefficient(const struct kin_poly *a, uint32_t letter, uint32_t power)
{
    struct kin_power wanted = {letter, power};
    struct kin_term term = {.count = power > 0, .powers = &wanted};
    for (size_t i = 0; i < a->count; i++) {
        if (compare_terms(&a->terms[i], &term) == 0) {
            return a->terms[i].coefficient;
        }
    }
    return kin_rat_int(0);
}

uint32_t kin_poly_degree(const struct kin_poly *a)
{
    return a->count ? term_degree(&a->terms[0]) : 0;
}

bool kin_poly_constant(const struct kin_poly *a, struct kin_rat *number)
{
    if (a->count == 0) {
        *number = kin_rat_int(0);
        return true;
    }
    *number = a->terms[0].coefficient;
    return a->terms[0].count == 0;
}
