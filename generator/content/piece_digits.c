/* Numbers by their digits and factors: repeating decimals and prime powers. */
#include "content/piece.h"

enum { LONGEST_REPETEND = 60, LARGEST_FACTOR = 100000 };

/* ---- 0.1666... with a bar over the 6 ---- */

/* Decimals before the first that repeats: as many as the larger of the denominator's powers of 2 and 5. */
static int decimals_before(kin_arena *arena, struct kin_rat number)
{
    struct kin_rat below = kin_rat_denominator(arena, number), ten = kin_rat_int(10);
    struct kin_rat common = kin_rat_gcd(arena, below, ten);
    int count = 0;
    while (kin_rat_defined(common) && kin_rat_compare(common, kin_rat_int(1)) > 0) {
        below = kin_rat_div(arena, below, common);
        common = kin_rat_gcd(arena, below, ten);
        count++;
    }
    return count;
}

/* The first digits of a number from 0 up to 1 until its rest comes again; NULL when that takes too long. */
static char *repetend(kin_arena *arena, struct kin_rat rest)
{
    struct kin_buf digits = kin_buf_in(arena);
    struct kin_rat start = rest;
    do {
        struct kin_rat tenfold = kin_rat_mul(arena, rest, kin_rat_int(10));
        struct kin_rat digit = kin_rat_round(arena, tenfold, 0, KIN_FLOOR);
        rest = kin_rat_sub(arena, tenfold, digit);
        if (digits.length == LONGEST_REPETEND || !kin_rat_defined(rest)) {
            return NULL;
        }
        kin_buf_addf(&digits, "%d", (int)digit.num);
    } while (!kin_rat_equal(rest, start));
    return digits.data;
}

const struct kin_maths *kin_maths_repeating(kin_arena *arena, const char *shown, const char *repeated)
{
    const struct kin_maths *digits = kin_leaf(arena, KIN_MATHS_NUMBER, repeated);
    const struct kin_maths *kids[] = {kin_leaf(arena, KIN_MATHS_NUMBER, shown),
                                      kin_maths_new(arena, KIN_MATHS_BAR, NULL, &digits, 1)};
    return kin_maths_new(arena, KIN_MATHS_ROW, NULL, kids, 2);
}

struct kin_piece kin_piece_repeating(kin_arena *arena, struct kin_rat size)
{
    int before = decimals_before(arena, size);
    struct kin_rat scale = kin_rat_pow(arena, kin_rat_int(10), before);
    struct kin_rat moved = kin_rat_mul(arena, size, scale);
    struct kin_rat whole = kin_rat_round(arena, moved, 0, KIN_FLOOR);
    char *repeated = repetend(arena, kin_rat_sub(arena, moved, whole));
    if (!repeated) {
        return (struct kin_piece){0};
    }
    const char *digits = kin_decimal_grouped(arena, kin_rat_div(arena, whole, scale), before);
    const char *shown = before ? digits : kin_format(arena, "%s.", digits);
    return (struct kin_piece){
        .maths = kin_maths_repeating(arena, shown, repeated), .shape = KIN_PIECE_SUFFIXED, .digits = true};
}

/* ---- 2³ × 3 ---- */

static void add_power(struct kin_row *row, int64_t prime, int64_t power)
{
    const struct kin_maths *base = kin_maths_whole(row->arena, kin_rat_int(prime));
    if (row->count) {
        kin_row_add(row, &kin_maths_times);
    }
    if (power == 1) {
        kin_row_add(row, base);
        return;
    }
    const struct kin_maths *kids[] = {base, kin_maths_whole(row->arena, kin_rat_int(power)), NULL};
    kin_row_add(row, kin_maths_new(row->arena, KIN_MATHS_SCRIPTS, NULL, kids, 3));
}

static int64_t take_out(int64_t *number, int64_t prime)
{
    int64_t power = 0;
    for (; *number % prime == 0; power++) {
        *number /= prime;
    }
    return power;
}

struct kin_piece kin_piece_prime_powers(kin_arena *arena, struct kin_rat size)
{
    int64_t number;
    struct kin_row row = {.arena = arena};
    if (!kin_rat_to_int(size, &number) || number < 1) {
        return (struct kin_piece){0};
    }
    for (int64_t prime = 2; prime <= LARGEST_FACTOR && prime * prime <= number; prime++) {
        int64_t power = take_out(&number, prime);
        if (power) {
            add_power(&row, prime, power);
        }
    }
    if (number > (int64_t)LARGEST_FACTOR * LARGEST_FACTOR && !kin_int_is_prime(number)) {
        return (struct kin_piece){0};
    }
    if (number > 1 || !row.count) {
        add_power(&row, number, 1);
    }
    enum kin_piece_shape shape = row.count > 1                             ? KIN_PIECE_PRODUCT
                                 : row.items[0]->kind == KIN_MATHS_SCRIPTS ? KIN_PIECE_POWER
                                                                           : KIN_PIECE_NUMBER;
    return (struct kin_piece){.maths = kin_row_maths(&row), .shape = shape, .digits = true};
}
