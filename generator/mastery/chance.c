#include "mastery/chance.h"

/* Whole numbers, 0^0 = 1: the empty product. */
static struct kin_rat power(kin_arena *arena, int base, size_t exponent)
{
    return exponent ? kin_rat_pow(arena, kin_rat_int(base), (int64_t)exponent) : kin_rat_int(1);
}

/* The sum over k from `low` to `high` of C(n, k) percent^k (100 - percent)^(n - k), which is a whole number, over
 * 100^n. */
static struct kin_rat sum_between(kin_arena *arena, size_t low, size_t high, size_t n, int percent)
{
    if (n > KIN_MOST_PARTS || percent < 0 || percent > 100) {
        return kin_rat_undefined(KIN_TOO_LARGE);
    }
    struct kin_rat ways = kin_rat_int(1), sum = kin_rat_int(0);
    for (size_t k = 0; k <= high && k <= n; k++) {
        struct kin_rat term = kin_rat_mul(arena, power(arena, percent, k), power(arena, 100 - percent, n - k));
        sum = k < low ? sum : kin_rat_add(arena, sum, kin_rat_mul(arena, ways, term));
        ways = kin_rat_div(arena, kin_rat_mul(arena, ways, kin_rat_int((int64_t)(n - k))), kin_rat_int((int64_t)k + 1));
    }
    return kin_rat_div(arena, sum, power(arena, 100, n));
}

struct kin_rat kin_chance_at_least(kin_arena *arena, size_t right, size_t parts, int percent)
{
    return sum_between(arena, right, parts, parts, percent);
}

struct kin_rat kin_chance_at_most(kin_arena *arena, size_t right, size_t parts, int percent)
{
    return sum_between(arena, 0, right, parts, percent);
}

/* To the nearest whole number; both are small. */
static int nearest(kin_arena *arena, struct kin_rat number)
{
    int64_t whole = 0;
    kin_rat_to_int(kin_rat_round(arena, number, 0, KIN_HALF_UP), &whole);
    return whole > 1000000 || whole <= 0 ? 1000000 : (int)whole;
}

struct kin_odds kin_chance_odds(kin_arena *arena, struct kin_rat chance)
{
    if (kin_rat_sign(chance) == 0 || kin_rat_equal(chance, kin_rat_int(1))) {
        return (struct kin_odds){kin_rat_sign(chance), 1};
    }
    if (kin_rat_compare(chance, kin_rat_ratio(arena, 1, 2)) < 0) {
        return (struct kin_odds){1, nearest(arena, kin_rat_div(arena, kin_rat_int(1), chance))};
    }
    int tenths = nearest(arena, kin_rat_mul(arena, chance, kin_rat_int(10)));
    return (struct kin_odds){tenths < 10 ? tenths : 9, 10};
}
