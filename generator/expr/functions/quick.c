/* Functions that tests are full of, on numbers that fit two registers. What fails or grows too large is left to the
 * full form, which says why. */
#include "expr/quick.h"
#include "expr/functions/call.h"

#define KIN_FUNCTION(name) KIN_DECLARE_FUNCTION(name);
#include "expr/functions.def"
#undef KIN_FUNCTION

static struct kin_quick quick_abs(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    (void)arena;
    (void)count;
    struct kin_quick a = arguments[0];
    return a.num == INT64_MIN ? kin_quick_none() : (struct kin_quick){a.num < 0 ? -a.num : a.num, a.den};
}

static struct kin_quick quick_sign(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    (void)arena;
    (void)count;
    return kin_quick_int((arguments[0].num > 0) - (arguments[0].num < 0));
}

/* `wanted`: 1 for the largest, -1 for the smallest. */
static struct kin_quick extreme(const struct kin_quick *arguments, size_t count, int wanted)
{
    struct kin_quick best = arguments[0];
    for (size_t i = 1; i < count; i++) {
        best = kin_quick_compare(arguments[i], best) * wanted > 0 ? arguments[i] : best;
    }
    return best;
}

static struct kin_quick quick_min(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    (void)arena;
    return extreme(arguments, count, -1);
}

static struct kin_quick quick_max(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    (void)arena;
    return extreme(arguments, count, 1);
}

static struct kin_quick quick_band(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    (void)arena;
    int64_t band = 0;
    for (size_t i = 1; i < count; i++) {
        if (i > 1 && kin_quick_compare(arguments[i - 1], arguments[i]) >= 0) {
            return kin_quick_none();
        }
        band += kin_quick_compare(arguments[0], arguments[i]) >= 0;
    }
    return kin_quick_int(band);
}

static struct kin_quick quick_distinct(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    (void)arena;
    for (size_t i = 1; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (kin_quick_equal(arguments[i], arguments[j])) {
                return kin_quick_int(0);
            }
        }
    }
    return kin_quick_int(1);
}

static struct kin_quick quick_is_integer(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    (void)arena;
    (void)count;
    return kin_quick_int(arguments[0].den == 1);
}

static struct kin_quick quick_numerator(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    (void)arena;
    (void)count;
    return kin_quick_int(arguments[0].num);
}

static struct kin_quick quick_denominator(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    (void)arena;
    (void)count;
    return kin_quick_int(arguments[0].den);
}

static struct kin_quick quick_number(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    (void)arena;
    (void)count;
    return arguments[0];
}

typedef struct kin_rat pair_function(kin_arena *arena, struct kin_rat a, struct kin_rat b);

/* Two at a time from the left; integers only. */
static struct kin_quick reduce(kin_arena *arena, const struct kin_quick *arguments, size_t count,
                               pair_function *combine)
{
    struct kin_rat number = kin_rat_abs(arena, kin_quick_rat(arguments[0]));
    for (size_t i = 1; i < count; i++) {
        number = combine(arena, number, kin_quick_rat(arguments[i]));
    }
    return kin_quick_number(number);
}

static struct kin_quick quick_gcd(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    return reduce(arena, arguments, count, kin_rat_gcd);
}

static struct kin_quick quick_lcm(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    return reduce(arena, arguments, count, kin_rat_lcm);
}

static struct kin_quick quick_mod(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    (void)count;
    return kin_quick_number(kin_rat_remainder(arena, kin_quick_rat(arguments[0]), kin_quick_rat(arguments[1])));
}

static struct kin_quick quick_quotient(kin_arena *arena, const struct kin_quick *arguments, size_t count)
{
    (void)count;
    return kin_quick_number(kin_rat_quotient(arena, kin_quick_rat(arguments[0]), kin_quick_rat(arguments[1])));
}

static const struct {
    const struct kin_function *function;
    kin_quick_call *call;
} quick_calls[] = {
    {&kin_function_abs, quick_abs},
    {&kin_function_sign, quick_sign},
    {&kin_function_min, quick_min},
    {&kin_function_max, quick_max},
    {&kin_function_band, quick_band},
    {&kin_function_distinct, quick_distinct},
    {&kin_function_is_integer, quick_is_integer},
    {&kin_function_numerator, quick_numerator},
    {&kin_function_denominator, quick_denominator},
    {&kin_function_number, quick_number},
    {&kin_function_gcd, quick_gcd},
    {&kin_function_lcm, quick_lcm},
    {&kin_function_mod, quick_mod},
    {&kin_function_quotient, quick_quotient},
};

kin_quick_call *kin_quick_call_of(const struct kin_function *function)
{
    for (size_t i = 0; i < sizeof quick_calls / sizeof *quick_calls; i++) {
        if (quick_calls[i].function == function) {
            return quick_calls[i].call;
        }
    }
    return NULL;
}
