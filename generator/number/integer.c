/* Operations on integers: division with remainder, divisors, primes. */
#include "number/big.h"

#include <flint/ulong_extras.h>
#include <stdlib.h>

/* The reason why an operation on two integers cannot be done; the number 0 when it can. */
static struct kin_rat obstacle(struct kin_rat a, struct kin_rat b)
{
    if (!kin_rat_defined(a)) {
        return a;
    }
    if (!kin_rat_defined(b)) {
        return b;
    }
    bool integers = kin_rat_is_integer(a) && kin_rat_is_integer(b);
    return integers ? kin_rat_int(0) : kin_rat_undefined(KIN_INEXACT);
}

static struct kin_rat divisor_obstacle(struct kin_rat a, struct kin_rat b)
{
    struct kin_rat found = obstacle(a, b);
    return kin_rat_defined(found) && kin_rat_sign(b) == 0 ? kin_rat_undefined(KIN_DIVISION_BY_ZERO) : found;
}

typedef void integer_operation(fmpz_t result, const fmpz_t a, const fmpz_t b);

static struct kin_rat apply(kin_arena *arena, struct kin_rat a, struct kin_rat b, integer_operation *operation)
{
    fmpq_t x, y;
    fmpq_init(x);
    fmpq_init(y);
    kin_big_load(x, a);
    kin_big_load(y, b);
    operation(fmpq_numref(x), fmpq_numref(x), fmpq_numref(y));
    struct kin_rat result = kin_big_store_integer(arena, fmpq_numref(x));
    fmpq_clear(x);
    fmpq_clear(y);
    return result;
}

/* A remainder whose sign differs from the divisor's belongs to a quotient that C rounded towards 0. */
static bool rounded_up(kin_wide rest, kin_wide divisor)
{
    return rest != 0 && (rest < 0) != (divisor < 0);
}

struct kin_rat kin_rat_quotient(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    struct kin_rat found = divisor_obstacle(a, b);
    if (!kin_rat_defined(found)) {
        return found;
    }
    if (a.big || b.big) {
        return apply(arena, a, b, fmpz_fdiv_q);
    }
    kin_wide num = a.num, divisor = b.num;
    return kin_rat_from_wide(arena, num / divisor - rounded_up(num % divisor, divisor), 1);
}

struct kin_rat kin_rat_remainder(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    struct kin_rat found = divisor_obstacle(a, b);
    if (!kin_rat_defined(found)) {
        return found;
    }
    if (a.big || b.big) {
        return apply(arena, a, b, fmpz_fdiv_r);
    }
    kin_wide rest = (kin_wide)a.num % b.num;
    return kin_rat_int((int64_t)(rounded_up(rest, b.num) ? rest + b.num : rest));
}

struct kin_rat kin_rat_gcd(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    struct kin_rat found = obstacle(a, b);
    if (!kin_rat_defined(found)) {
        return found;
    }
    if (a.big || b.big) {
        return apply(arena, a, b, fmpz_gcd);
    }
    return kin_rat_from_wide(arena, kin_gcd64(kin_magnitude(a.num), kin_magnitude(b.num)), 1);
}

struct kin_rat kin_rat_lcm(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    struct kin_rat found = obstacle(a, b);
    if (!kin_rat_defined(found)) {
        return found;
    }
    if (a.big || b.big) {
        return apply(arena, a, b, fmpz_lcm);
    }
    uint64_t left = kin_magnitude(a.num), right = kin_magnitude(b.num);
    uint64_t divisor = kin_gcd64(left, right);
    return divisor == 0 ? kin_rat_int(0) : kin_rat_from_wide(arena, (kin_wide)(left / divisor) * (kin_wide)right, 1);
}

struct kin_rat kin_rat_numerator(kin_arena *arena, struct kin_rat a)
{
    if (!a.big) {
        return kin_rat_defined(a) ? kin_rat_int(a.num) : a;
    }
    fmpq_t x;
    fmpq_init(x);
    kin_big_load(x, a);
    struct kin_rat result = kin_big_store_integer(arena, fmpq_numref(x));
    fmpq_clear(x);
    return result;
}

struct kin_rat kin_rat_denominator(kin_arena *arena, struct kin_rat a)
{
    if (!a.big) {
        return kin_rat_defined(a) ? kin_rat_int(a.den) : a;
    }
    fmpq_t x;
    fmpq_init(x);
    kin_big_load(x, a);
    struct kin_rat result = kin_big_store_integer(arena, fmpq_denref(x));
    fmpq_clear(x);
    return result;
}

bool kin_int_is_prime(int64_t n)
{
    return n >= 2 && n_is_prime((ulong)n);
}

/* Every divisor found so far, times each power of one prime more. */
static size_t multiply_in(int64_t *divisors, size_t count, int64_t prime, int exponent)
{
    size_t total = count;
    for (int i = 0; i < exponent; i++) {
        for (size_t j = 0; j < count; j++, total++) {
            divisors[total] = divisors[total - count] * prime;
        }
    }
    return total;
}

static size_t count_divisors(const n_factor_t *factors)
{
    size_t count = 1;
    for (int i = 0; i < factors->num; i++) {
        count *= (size_t)factors->exp[i] + 1;
    }
    return count;
}

static int by_size(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

size_t kin_int_divisors(kin_arena *arena, int64_t n, int64_t **divisors)
{
    *divisors = NULL;
    if (n == 0 || n == INT64_MIN) {
        return 0;
    }
    n_factor_t factors;
    n_factor_init(&factors);
    n_factor(&factors, kin_magnitude(n), 1);
    *divisors = KIN_NEW_N(arena, int64_t, count_divisors(&factors));
    (*divisors)[0] = 1;
    size_t count = 1;
    for (int i = 0; i < factors.num; i++) {
        count = multiply_in(*divisors, count, (int64_t)factors.p[i], factors.exp[i]);
    }
    qsort(*divisors, count, sizeof **divisors, by_size);
    return count;
}
