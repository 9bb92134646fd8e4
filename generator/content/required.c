#include "content/required.h"

#include <string.h>

static const struct kin_required_row rows[] = {
    {NULL, NULL, NULL},
#define KIN_REQUIRED(id, name, format, doc) {name, format, doc},
#include "content/required.def"
#undef KIN_REQUIRED
};

const struct kin_required_row *kin_required_row(enum kin_required form)
{
    return &rows[form];
}

enum kin_required kin_required_named(const char *name)
{
    for (int i = 1; i < KIN_REQUIRED_COUNT; i++) {
        if (strcmp(rows[i].name, name) == 0) {
            return (enum kin_required)i;
        }
    }
    return KIN_REQUIRED_ANY;
}

/* ---- Looking through what is printed ---- */

typedef bool looks_right(kin_arena *arena, const struct kin_maths *maths);

/* Is it right for this piece and all its parts? */
static bool everywhere(kin_arena *arena, const struct kin_maths *maths, looks_right *right)
{
    if (!maths) {
        return true;
    }
    if (!right(arena, maths)) {
        return false;
    }
    for (size_t i = 0; i < maths->count; i++) {
        if (!everywhere(arena, maths->kids[i], right)) {
            return false;
        }
    }
    return true;
}

/* The pieces side by side; one piece alone is a row of one. */
static const struct kin_maths *const *row_of(const struct kin_maths *const *maths, size_t *count)
{
    bool row = (*maths)->kind == KIN_MATHS_ROW;
    *count = row ? (*maths)->count : 1;
    return row ? (const struct kin_maths *const *)(*maths)->kids : maths;
}

/* Without the sign in front. */
static const struct kin_maths *const *unsigned_row(const struct kin_maths *const *maths, size_t *count)
{
    const struct kin_maths *const *kids = row_of(maths, count);
    bool sign = *count && kids[0]->kind == KIN_MATHS_SIGN;
    *count -= sign;
    return kids + sign;
}

/* ---- Fractions ---- */

static bool coprime(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    struct kin_rat common = kin_rat_gcd(arena, a, b);
    return kin_rat_defined(common) && kin_rat_equal(common, kin_rat_int(1));
}

/* What divides all terms of a row: of 2√3 it is 2, of 4 + 6x also, of x + 2 only 1. */
static struct kin_rat common_number(kin_arena *arena, const struct kin_maths *maths)
{
    size_t count;
    const struct kin_maths *const *kids = unsigned_row(&maths, &count);
    struct kin_rat common = kin_rat_int(0), term = kin_rat_int(1);
    for (size_t i = 0; i < count; i++) {
        bool sum = kids[i]->kind == KIN_MATHS_OPERATOR && strcmp(kids[i]->text, "×") && strcmp(kids[i]->text, "·");
        struct kin_rat number = kin_maths_number(arena, kids[i]);
        common = sum ? kin_rat_gcd(arena, common, term) : common;
        term = sum ? kin_rat_int(1) : kin_rat_defined(number) ? kin_rat_mul(arena, term, number) : term;
    }
    return kin_rat_gcd(arena, common, term);
}

static bool is_lowest(kin_arena *arena, const struct kin_maths *maths)
{
    if (maths->kind != KIN_MATHS_FRACTION) {
        return true;
    }
    struct kin_rat above = common_number(arena, maths->kids[0]), below = common_number(arena, maths->kids[1]);
    struct kin_rat whole = kin_maths_number(arena, maths->kids[1]);
    bool one = kin_rat_defined(whole) && kin_rat_equal(whole, kin_rat_int(1));
    return !one && coprime(arena, above, below);
}

/* 6 : 8 : 10 has the common factor 2. */
static bool is_lowest_ratio(kin_arena *arena, const struct kin_maths *maths)
{
    size_t count, terms = 0;
    const struct kin_maths *const *kids = row_of(&maths, &count);
    struct kin_rat common = kin_rat_int(0);
    for (size_t i = 0; i < count; i++) {
        bool colon = kids[i]->kind == KIN_MATHS_RELATION && strcmp(kids[i]->text, ":") == 0;
        if (colon == (i % 2 == 0)) {
            return true;
        }
        if (!colon) {
            common = kin_rat_gcd(arena, common, kin_maths_number(arena, kids[i]));
            terms++;
        }
    }
    return terms < 2 || kin_rat_equal(common, kin_rat_int(1));
}

static bool holds_lowest(kin_arena *arena, const struct kin_maths *maths)
{
    return everywhere(arena, maths, is_lowest) && is_lowest_ratio(arena, maths);
}

static bool is_not_mixed(kin_arena *arena, const struct kin_maths *maths)
{
    (void)arena;
    return maths->kind != KIN_MATHS_MIXED;
}

static bool is_proper(kin_arena *arena, const struct kin_maths *maths)
{
    bool fraction = maths->kind == KIN_MATHS_FRACTION;
    return !fraction || kin_rat_compare(kin_maths_number(arena, maths), kin_rat_int(1)) < 0;
}

static bool holds_mixed(kin_arena *arena, const struct kin_maths *maths)
{
    return everywhere(arena, maths, is_lowest) && everywhere(arena, maths, is_proper);
}

/* ---- Decimals and scientific notation ---- */

static bool is_digits(kin_arena *arena, const struct kin_maths *maths)
{
    (void)arena;
    return maths->kind == KIN_MATHS_ROW || maths->kind == KIN_MATHS_NUMBER || maths->kind == KIN_MATHS_SIGN ||
           maths->kind == KIN_MATHS_BAR;
}

static bool holds_scientific(kin_arena *arena, const struct kin_maths *maths)
{
    size_t count;
    const struct kin_maths *const *kids = unsigned_row(&maths, &count);
    if (count != 3 || kids[1]->kind != KIN_MATHS_OPERATOR || kids[2]->kind != KIN_MATHS_SCRIPTS) {
        return false;
    }
    struct kin_rat number = kin_maths_number(arena, kids[0]), ten = kin_maths_number(arena, kids[2]->kids[0]);
    return kids[0]->kind == KIN_MATHS_NUMBER && kin_rat_defined(ten) && kin_rat_equal(ten, kin_rat_int(10)) &&
           kin_rat_compare(number, kin_rat_int(1)) >= 0 && kin_rat_compare(number, kin_rat_int(10)) < 0;
}

/* ---- Roots ---- */

enum { LARGEST_BASE = 1000 };

/* No whole number above 1 to the root's index divides the radicand. */
static bool is_drawn_out(struct kin_rat radicand, int64_t index)
{
    int64_t n;
    if (!kin_rat_to_int(radicand, &n) || n < 2 || index < 2 || index > 9) {
        return false;
    }
    for (int64_t base = 2; base <= LARGEST_BASE; base++) {
        int64_t power = 1;
        for (int64_t i = 0; i < index && power <= n; i++) {
            power *= base;
        }
        if (power > n) {
            return true;
        }
        if (n % power == 0) {
            return false;
        }
    }
    return true;
}

static bool is_no_root(kin_arena *arena, const struct kin_maths *maths)
{
    (void)arena;
    return maths->kind != KIN_MATHS_ROOT;
}

static bool is_simple_root(kin_arena *arena, const struct kin_maths *maths)
{
    int64_t index = 2;
    if (maths->kind == KIN_MATHS_FRACTION) {
        return everywhere(arena, maths->kids[1], is_no_root);
    }
    if (maths->kind != KIN_MATHS_ROOT) {
        return true;
    }
    if (maths->count > 1 && maths->kids[1] && !kin_rat_to_int(kin_maths_number(arena, maths->kids[1]), &index)) {
        return false;
    }
    bool whole = maths->kids[0]->kind == KIN_MATHS_NUMBER;
    return whole && is_drawn_out(kin_maths_number(arena, maths->kids[0]), index);
}

static bool holds_radical(kin_arena *arena, const struct kin_maths *maths)
{
    return everywhere(arena, maths, is_simple_root) && holds_lowest(arena, maths);
}

/* ---- Sums and products ---- */

static bool same_letters(const struct kin_monomial *a, const struct kin_monomial *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        same = strcmp(a->letters[i], b->letters[i]) == 0 && a->powers[i] == b->powers[i];
    }
    return same;
}

static bool no_like_terms(const struct kin_monomials *sum)
{
    for (size_t i = 0; i < sum->count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (same_letters(&sum->items[i], &sum->items[j])) {
                return false;
            }
        }
    }
    return true;
}

static bool read_sum(kin_arena *arena, const struct kin_maths *maths, struct kin_monomials *sum)
{
    size_t count;
    const struct kin_maths *const *kids = row_of(&maths, &count);
    return kin_monomials_read(arena, kids, count, sum);
}

static bool holds_expanded(kin_arena *arena, const struct kin_maths *maths)
{
    struct kin_monomials sum;
    return read_sum(arena, maths, &sum) && no_like_terms(&sum);
}

/* A number above 1, or a letter, that divides all terms. */
static bool has_common_factor(kin_arena *arena, const struct kin_monomials *sum)
{
    struct kin_rat common = kin_rat_int(0);
    bool letters = true;
    for (size_t i = 0; i < sum->count; i++) {
        common = kin_rat_gcd(arena, common, sum->items[i].coefficient);
        letters = letters && sum->items[i].count > 0 && sum->items[0].count > 0 &&
                  strcmp(sum->items[i].letters[0], sum->items[0].letters[0]) == 0;
    }
    return letters || (kin_rat_defined(common) && !kin_rat_equal(common, kin_rat_int(1)));
}

/* The number before the power of the one letter; *other is set when there are more letters. */
static struct kin_rat number_before(const struct kin_monomials *sum, const char *letter, int64_t power, bool *other)
{
    struct kin_rat number = kin_rat_int(0);
    for (size_t i = 0; i < sum->count; i++) {
        const struct kin_monomial *term = &sum->items[i];
        int64_t own = term->count ? term->powers[0] : 0;
        *other = *other || term->count > 1 || (term->count && strcmp(term->letters[0], letter) != 0) || own > 2;
        number = own == power ? term->coefficient : number;
    }
    return number;
}

/* A square below the root of the quadratic formula: then ax² + bx + c has factors. */
static bool quadratic_has_factors(kin_arena *arena, const struct kin_monomials *sum)
{
    const char *letter = NULL;
    bool other = false;
    for (size_t i = 0; i < sum->count && !letter; i++) {
        letter = sum->items[i].count ? sum->items[i].letters[0] : NULL;
    }
    if (!letter) {
        return false;
    }
    struct kin_rat a = number_before(sum, letter, 2, &other), b = number_before(sum, letter, 1, &other);
    struct kin_rat c = number_before(sum, letter, 0, &other);
    if (other || kin_rat_sign(a) == 0) {
        return false;
    }
    struct kin_rat four = kin_rat_mul(arena, kin_rat_int(4), kin_rat_mul(arena, a, c));
    struct kin_rat under = kin_rat_sub(arena, kin_rat_mul(arena, b, b), four);
    return kin_rat_sign(under) >= 0 && kin_rat_defined(kin_rat_root(arena, under, 2));
}

static bool is_prime_factor(kin_arena *arena, const struct kin_maths *fence)
{
    struct kin_monomials sum;
    return read_sum(arena, fence->kids[0], &sum) && sum.count > 1 && no_like_terms(&sum) &&
           !has_common_factor(arena, &sum) && !quadratic_has_factors(arena, &sum);
}

static bool is_factor(kin_arena *arena, const struct kin_maths *maths)
{
    if (maths->kind == KIN_MATHS_FENCE) {
        return is_prime_factor(arena, maths);
    }
    if (maths->kind == KIN_MATHS_SCRIPTS && maths->kids[0]->kind == KIN_MATHS_FENCE) {
        return is_prime_factor(arena, maths->kids[0]);
    }
    return maths->kind != KIN_MATHS_OPERATOR || (strcmp(maths->text, "+") != 0 && strcmp(maths->text, "−") != 0);
}

/* x² + 1 is prime and a product of one factor. */
static bool holds_factored(kin_arena *arena, const struct kin_maths *maths)
{
    size_t count;
    const struct kin_maths *const *kids = unsigned_row(&maths, &count);
    const struct kin_maths *whole = kin_maths_fence(arena, "(", ")", maths);
    bool product = count > 0;
    for (size_t i = 0; product && i < count; i++) {
        product = is_factor(arena, kids[i]);
    }
    return product || is_prime_factor(arena, whole);
}

/* ---- y = mx + b ---- */

static bool holds_slope(kin_arena *arena, const struct kin_maths *maths)
{
    size_t count;
    struct kin_monomials sum;
    const struct kin_maths *const *kids = row_of(&maths, &count);
    bool starts = count > 2 && kids[0]->kind == KIN_MATHS_LETTER && strcmp(kids[0]->text, "y") == 0 &&
                  kids[1]->kind == KIN_MATHS_RELATION && strcmp(kids[1]->text, "=") == 0;
    if (!starts || !kin_monomials_read(arena, kids + 2, count - 2, &sum) || !no_like_terms(&sum) || sum.count > 2) {
        return false;
    }
    for (size_t i = 0; i < sum.count; i++) {
        const struct kin_monomial *term = &sum.items[i];
        bool slope = term->count == 1 && term->powers[0] == 1 && strcmp(term->letters[0], "x") == 0 && i == 0;
        if (!slope && term->count) {
            return false;
        }
    }
    return sum.count == 1 || sum.items[0].count == 1;
}

bool kin_required_holds(kin_arena *arena, enum kin_required form, const struct kin_maths *maths)
{
    switch (form) {
    case KIN_REQUIRED_LOWEST_TERMS:
        return holds_lowest(arena, maths);
    case KIN_REQUIRED_IMPROPER:
        return everywhere(arena, maths, is_not_mixed);
    case KIN_REQUIRED_DECIMAL:
        return everywhere(arena, maths, is_digits);
    case KIN_REQUIRED_MIXED:
        return holds_mixed(arena, maths);
    case KIN_REQUIRED_FACTORED:
        return holds_factored(arena, maths);
    case KIN_REQUIRED_EXPANDED:
        return holds_expanded(arena, maths);
    case KIN_REQUIRED_NORMAL_SCIENTIFIC:
        return holds_scientific(arena, maths);
    case KIN_REQUIRED_SIMPLEST_RADICAL:
        return holds_radical(arena, maths);
    case KIN_REQUIRED_SLOPE_INTERCEPT:
        return holds_slope(arena, maths);
    default:
        return true;
    }
}
