#include "number/big.h"

#include "base/limits.h"

#include <string.h>

_Static_assert(sizeof(ulong) == sizeof(uint64_t), "limbs are 64 bits wide");

void kin_big_load(fmpq_t fraction, struct kin_rat a)
{
    if (!a.big) {
        fmpz_set_si(fmpq_numref(fraction), a.num);
        fmpz_set_si(fmpq_denref(fraction), a.den);
        return;
    }
    fmpz_set_ui_array(fmpq_numref(fraction), (const ulong *)a.big->limbs, a.big->num_limbs);
    fmpz_set_ui_array(fmpq_denref(fraction), (const ulong *)a.big->limbs + a.big->num_limbs, a.big->den_limbs);
    if (a.num < 0) {
        fmpz_neg(fmpq_numref(fraction), fmpq_numref(fraction));
    }
}

static struct kin_big *new_big(kin_arena *arena, size_t num_limbs, size_t den_limbs)
{
    struct kin_big *big = kin_alloc(arena, sizeof *big + (num_limbs + den_limbs) * sizeof(uint64_t));
    big->num_limbs = (uint32_t)num_limbs;
    big->den_limbs = (uint32_t)den_limbs;
    return big;
}

static struct kin_rat store_large(kin_arena *arena, const fmpz_t num, const fmpz_t den)
{
    slong num_limbs = fmpz_size(num), den_limbs = fmpz_size(den);
    struct kin_big *big = new_big(arena, (size_t)num_limbs, (size_t)den_limbs);
    fmpz_t size;
    fmpz_init(size);
    fmpz_abs(size, num);
    fmpz_get_ui_array((ulong *)big->limbs, num_limbs, size);
    fmpz_get_ui_array((ulong *)big->limbs + num_limbs, den_limbs, den);
    fmpz_clear(size);
    return (struct kin_rat){fmpz_sgn(num), 1, big};
}

static struct kin_rat store(kin_arena *arena, const fmpz_t num, const fmpz_t den)
{
    if (fmpz_bits(num) > KIN_LIMIT_BITS || fmpz_bits(den) > KIN_LIMIT_BITS) {
        return kin_rat_undefined(KIN_TOO_LARGE);
    }
    if (fmpz_fits_si(num) && fmpz_fits_si(den)) {
        return (struct kin_rat){fmpz_get_si(num), fmpz_get_si(den), NULL};
    }
    return store_large(arena, num, den);
}

struct kin_rat kin_big_store(kin_arena *arena, const fmpq_t fraction)
{
    return store(arena, fmpq_numref(fraction), fmpq_denref(fraction));
}

struct kin_rat kin_big_store_integer(kin_arena *arena, const fmpz_t integer)
{
    fmpz_t one;
    fmpz_init_set_ui(one, 1);
    struct kin_rat result = store(arena, integer, one);
    fmpz_clear(one);
    return result;
}

static size_t limbs_of(kin_uwide a)
{
    return a >> 64 ? 2 : 1;
}

static void put_limbs(uint64_t *limbs, kin_uwide a, size_t count)
{
    limbs[0] = (uint64_t)a;
    if (count == 2) {
        limbs[1] = (uint64_t)(a >> 64);
    }
}

struct kin_rat kin_big_from_wide(kin_arena *arena, int sign, kin_uwide num, kin_uwide den)
{
    size_t num_limbs = limbs_of(num), den_limbs = limbs_of(den);
    struct kin_big *big = new_big(arena, num_limbs, den_limbs);
    put_limbs(big->limbs, num, num_limbs);
    put_limbs(big->limbs + num_limbs, den, den_limbs);
    return (struct kin_rat){sign, 1, big};
}

struct kin_rat kin_big_apply(kin_arena *arena, struct kin_rat a, struct kin_rat b, kin_big_operation *operation)
{
    fmpq_t x, y;
    fmpq_init(x);
    fmpq_init(y);
    kin_big_load(x, a);
    kin_big_load(y, b);
    operation(x, x, y);
    struct kin_rat result = kin_big_store(arena, x);
    fmpq_clear(x);
    fmpq_clear(y);
    return result;
}
