#include "number/big.h"

#include <string.h>

struct kin_rat kin_rat_undefined(enum kin_undefined reason)
{
    return (struct kin_rat){reason, 0, NULL};
}

/* Euclid's steps until both fit 64 bits, where the binary algorithm is quicker. */
static kin_uwide wide_gcd(kin_uwide a, kin_uwide b)
{
    while (b != 0 && (a | b) >> 64 != 0) {
        kin_uwide rest = a % b;
        a = b;
        b = rest;
    }
    return b == 0 ? a : kin_gcd64((uint64_t)a, (uint64_t)b);
}

static bool fits_small(kin_uwide size, bool negative, kin_uwide den)
{
    return size <= (kin_uwide)INT64_MAX + negative && den <= INT64_MAX;
}

static struct kin_rat from_parts(kin_arena *arena, kin_uwide size, bool negative, kin_uwide den)
{
    if (!fits_small(size, negative, den)) {
        return kin_big_from_wide(arena, negative ? -1 : 1, size, den);
    }
    uint64_t num = negative ? 0 - (uint64_t)size : (uint64_t)size;
    return (struct kin_rat){(int64_t)num, (int64_t)den, NULL};
}

struct kin_rat kin_rat_from_wide(kin_arena *arena, kin_wide num, kin_uwide den)
{
    kin_uwide size = kin_wide_magnitude(num);
    if ((size | den) >> 64 == 0) {
        uint64_t divisor = kin_gcd64((uint64_t)size, (uint64_t)den);
        return from_parts(arena, (uint64_t)size / divisor, num < 0, (uint64_t)den / divisor);
    }
    kin_uwide divisor = wide_gcd(size, den);
    return from_parts(arena, size / divisor, num < 0, den / divisor);
}

struct kin_rat kin_rat_ratio(kin_arena *arena, int64_t num, int64_t den)
{
    if (den == 0) {
        return kin_rat_undefined(KIN_DIVISION_BY_ZERO);
    }
    kin_wide top = den < 0 ? -(kin_wide)num : num;
    return kin_rat_from_wide(arena, top, kin_magnitude(den));
}

static struct kin_rat first_undefined(struct kin_rat a, struct kin_rat b)
{
    return kin_rat_defined(a) ? b : a;
}

static struct kin_rat apply_large(kin_arena *arena, struct kin_rat a, struct kin_rat b, kin_big_operation *operation)
{
    if (!kin_rat_defined(a) || !kin_rat_defined(b)) {
        return first_undefined(a, b);
    }
    return kin_big_apply(arena, a, b, operation);
}

/* num/den for a fraction that is in lowest terms as it is. */
static struct kin_rat reduced(kin_arena *arena, kin_wide num, int64_t den)
{
    return from_parts(arena, kin_wide_magnitude(num), num < 0, (kin_uwide)den);
}

struct kin_rat kin_rat_add(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    if (!kin_rat_is_small(a) || !kin_rat_is_small(b)) {
        return apply_large(arena, a, b, fmpq_add);
    }
    int64_t sum;
    if (a.den == 1 && b.den == 1 && !__builtin_add_overflow(a.num, b.num, &sum)) {
        return kin_rat_int(sum);
    }
    if (a.den == 1 || b.den == 1) { /* whatever divides p + nq and q divides p, too */
        return reduced(arena, (kin_wide)a.num * b.den + (kin_wide)b.num * a.den, a.den == 1 ? b.den : a.den);
    }
    return kin_rat_from_wide(arena, (kin_wide)a.num * b.den + (kin_wide)b.num * a.den,
                             (kin_uwide)a.den * (kin_uwide)b.den);
}

struct kin_rat kin_rat_sub(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    if (!kin_rat_is_small(a) || !kin_rat_is_small(b)) {
        return apply_large(arena, a, b, fmpq_sub);
    }
    int64_t difference;
    if (a.den == 1 && b.den == 1 && !__builtin_sub_overflow(a.num, b.num, &difference)) {
        return kin_rat_int(difference);
    }
    if (a.den == 1 || b.den == 1) {
        return reduced(arena, (kin_wide)a.num * b.den - (kin_wide)b.num * a.den, a.den == 1 ? b.den : a.den);
    }
    return kin_rat_from_wide(arena, (kin_wide)a.num * b.den - (kin_wide)b.num * a.den,
                             (kin_uwide)a.den * (kin_uwide)b.den);
}

struct kin_rat kin_rat_mul(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    if (!kin_rat_is_small(a) || !kin_rat_is_small(b)) {
        return apply_large(arena, a, b, fmpq_mul);
    }
    int64_t product;
    if (a.den == 1 && b.den == 1 && !__builtin_mul_overflow(a.num, b.num, &product)) {
        return kin_rat_int(product);
    }
    return kin_rat_from_wide(arena, (kin_wide)a.num * b.num, (kin_uwide)a.den * (kin_uwide)b.den);
}

/* a/b for a divisor other than 0; both small enough to change their sign. */
static struct kin_rat quotient_of(int64_t a, int64_t b)
{
    int64_t divisor = (int64_t)kin_gcd64(kin_magnitude(a), kin_magnitude(b));
    divisor = b < 0 ? -divisor : divisor;
    return divisor == 1 ? (struct kin_rat){a, b, NULL} : (struct kin_rat){a / divisor, b / divisor, NULL};
}

struct kin_rat kin_rat_div(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    if (!kin_rat_defined(a) || !kin_rat_defined(b)) {
        return first_undefined(a, b);
    }
    if (kin_rat_sign(b) == 0) {
        return kin_rat_undefined(KIN_DIVISION_BY_ZERO);
    }
    if (a.big || b.big) {
        return kin_big_apply(arena, a, b, fmpq_div);
    }
    if (a.den == 1 && b.den == 1 && a.num > INT64_MIN && b.num > INT64_MIN) {
        return quotient_of(a.num, b.num);
    }
    kin_wide num = (kin_wide)a.num * b.den;
    return kin_rat_from_wide(arena, b.num < 0 ? -num : num, (kin_uwide)a.den * kin_magnitude(b.num));
}

struct kin_rat kin_rat_neg(kin_arena *arena, struct kin_rat a)
{
    if (!kin_rat_defined(a)) {
        return a;
    }
    if (a.num == INT64_MIN) {
        return from_parts(arena, kin_magnitude(a.num), false, (kin_uwide)a.den);
    }
    /* -(2^63/den) is the one large number whose opposite is small; a subtraction finds its form. */
    return a.big ? kin_rat_sub(arena, kin_rat_int(0), a) : (struct kin_rat){-a.num, a.den, NULL};
}

struct kin_rat kin_rat_abs(kin_arena *arena, struct kin_rat a)
{
    return kin_rat_defined(a) && a.num < 0 ? kin_rat_neg(arena, a) : a;
}

static int compare_large(struct kin_rat a, struct kin_rat b)
{
    fmpq_t x, y;
    fmpq_init(x);
    fmpq_init(y);
    kin_big_load(x, a);
    kin_big_load(y, b);
    int order = fmpq_cmp(x, y);
    fmpq_clear(x);
    fmpq_clear(y);
    return order;
}

int kin_rat_compare(struct kin_rat a, struct kin_rat b)
{
    if (a.big || b.big) {
        return compare_large(a, b);
    }
    if (a.den == b.den) {
        return (a.num > b.num) - (a.num < b.num);
    }
    kin_wide left = (kin_wide)a.num * b.den, right = (kin_wide)b.num * a.den;
    return (left > right) - (left < right);
}

static bool equal_limbs(const struct kin_big *a, const struct kin_big *b)
{
    return a->num_limbs == b->num_limbs && a->den_limbs == b->den_limbs &&
           memcmp(a->limbs, b->limbs, ((size_t)a->num_limbs + a->den_limbs) * sizeof *a->limbs) == 0;
}

bool kin_rat_equal(struct kin_rat a, struct kin_rat b)
{
    if (a.num != b.num || a.den != b.den || !a.big != !b.big) {
        return false;
    }
    return !a.big || equal_limbs(a.big, b.big);
}

int kin_rat_sign(struct kin_rat a)
{
    return (a.num > 0) - (a.num < 0);
}

bool kin_rat_is_integer(struct kin_rat a)
{
    if (a.big) {
        return a.big->den_limbs == 1 && a.big->limbs[a.big->num_limbs] == 1;
    }
    return a.den == 1;
}

bool kin_rat_to_int(struct kin_rat a, int64_t *value)
{
    if (a.big || a.den != 1) {
        return false;
    }
    *value = a.num;
    return true;
}
