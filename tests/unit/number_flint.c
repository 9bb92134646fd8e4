/* The small path and the canonical form, compared with FLINT on values around the edges of 64 bits. */
#include "unit.h"

#include "number/rat.h"
#include "random/pcg.h"

#include <flint/fmpq.h>
#include <string.h>

enum { ROUNDS = 40000 };

/* Numbers where overflow begins: near 0, 2^31, 2^32, 2^62, 2^63, and anything between. */
static int64_t edge_number(struct kin_pcg *pcg)
{
    static const uint64_t edges[] = {0, UINT64_C(1) << 31, UINT64_C(1) << 32, UINT64_C(1) << 62, UINT64_C(1) << 63};
    uint64_t near = edges[kin_pcg_below(pcg, 5)] + kin_pcg_below(pcg, 9) - 4;
    uint64_t any = kin_pcg_next64(pcg) >> kin_pcg_below(pcg, 64);
    uint64_t number = kin_pcg_below(pcg, 2) ? near : any;
    return (int64_t)(kin_pcg_below(pcg, 2) ? number : 0 - number);
}

static void set_edge(kin_arena *arena, struct kin_pcg *pcg, struct kin_rat *number, fmpq_t same)
{
    int64_t num = edge_number(pcg), den = kin_pcg_below(pcg, 3) ? edge_number(pcg) : 1;
    den = den ? den : 1;
    *number = kin_rat_ratio(arena, num, den);
    fmpz_set_si(fmpq_numref(same), num);
    fmpz_set_si(fmpq_denref(same), den);
    fmpq_canonicalise(same);
}

/* Same value, in lowest terms, and large only where it must be. */
static void expect_same(kin_arena *arena, struct kin_rat number, const fmpq_t same)
{
    assert_true(kin_rat_defined(number));
    bool fits = fmpz_fits_si(fmpq_numref(same)) && fmpz_fits_si(fmpq_denref(same));
    assert_int_equal(number.big == NULL, fits);
    char *text = fmpq_get_str(NULL, 10, same);
    assert_string_equal(kin_rat_text(arena, number), text);
    flint_free(text);
    assert_int_equal(kin_rat_sign(number), fmpq_sgn(same));
}

typedef struct kin_rat our_operation(kin_arena *arena, struct kin_rat a, struct kin_rat b);
typedef void their_operation(fmpq_t result, const fmpq_t a, const fmpq_t b);

static void compare_operation(kin_arena *arena, our_operation *ours, their_operation *theirs)
{
    struct kin_pcg pcg = kin_pcg_seed(11, 1);
    struct kin_mark mark = kin_arena_mark(arena);
    fmpq_t x, y, z;
    fmpq_init(x);
    fmpq_init(y);
    fmpq_init(z);
    for (int i = 0; i < ROUNDS; i++, kin_arena_rewind(arena, mark)) {
        struct kin_rat a, b;
        set_edge(arena, &pcg, &a, x);
        set_edge(arena, &pcg, &b, y);
        if (theirs == fmpq_div && fmpq_is_zero(y)) {
            assert_int_equal(ours(arena, a, b).num, KIN_DIVISION_BY_ZERO);
            continue;
        }
        theirs(z, x, y);
        expect_same(arena, ours(arena, a, b), z);
        /* Once more with a large operand. */
        struct kin_rat large = ours(arena, ours(arena, a, b), a);
        if (kin_rat_defined(large)) {
            theirs(z, z, x);
            expect_same(arena, large, z);
        }
    }
    fmpq_clear(x);
    fmpq_clear(y);
    fmpq_clear(z);
}

static void sums_agree(void **state)
{
    compare_operation(*state, kin_rat_add, fmpq_add);
}

static void differences_agree(void **state)
{
    compare_operation(*state, kin_rat_sub, fmpq_sub);
}

static void products_agree(void **state)
{
    compare_operation(*state, kin_rat_mul, fmpq_mul);
}

static void quotients_agree(void **state)
{
    compare_operation(*state, kin_rat_div, fmpq_div);
}

static void orders_and_opposites_agree(void **state)
{
    struct kin_pcg pcg = kin_pcg_seed(12, 1);
    fmpq_t x, y;
    fmpq_init(x);
    fmpq_init(y);
    for (int i = 0; i < ROUNDS; i++) {
        struct kin_rat a, b;
        set_edge(*state, &pcg, &a, x);
        set_edge(*state, &pcg, &b, y);
        int order = fmpq_cmp(x, y);
        assert_int_equal((kin_rat_compare(a, b) > 0) - (kin_rat_compare(a, b) < 0), (order > 0) - (order < 0));
        assert_int_equal(kin_rat_equal(a, b), order == 0);
        fmpq_neg(y, x);
        expect_same(*state, kin_rat_neg(*state, a), y);
        fmpq_abs(y, x);
        expect_same(*state, kin_rat_abs(*state, a), y);
        fmpq_neg(y, x);
        assert_true(kin_rat_equal(kin_rat_neg(*state, kin_rat_neg(*state, a)), a));
    }
    fmpq_clear(x);
    fmpq_clear(y);
}

typedef void their_integer_operation(fmpz_t result, const fmpz_t a, const fmpz_t b);

static void compare_integers(kin_arena *arena, our_operation *ours, their_integer_operation *theirs)
{
    struct kin_pcg pcg = kin_pcg_seed(13, 1);
    fmpq_t x;
    fmpz_t a, b;
    fmpq_init(x);
    fmpz_init(a);
    fmpz_init(b);
    for (int i = 0; i < ROUNDS; i++) {
        int64_t left = edge_number(&pcg), right = edge_number(&pcg);
        right = right ? right : 1;
        fmpz_set_si(a, left);
        fmpz_set_si(b, right);
        theirs(fmpq_numref(x), a, b);
        struct kin_rat result = ours(arena, kin_rat_int(left), kin_rat_int(right));
        expect_same(arena, result, x);
        theirs(fmpq_numref(x), fmpq_numref(x), b);
        expect_same(arena, ours(arena, result, kin_rat_int(right)), x);
    }
    fmpq_clear(x);
    fmpz_clear(a);
    fmpz_clear(b);
}

static void integer_operations_agree(void **state)
{
    compare_integers(*state, kin_rat_quotient, fmpz_fdiv_q);
    compare_integers(*state, kin_rat_remainder, fmpz_fdiv_r);
    compare_integers(*state, kin_rat_gcd, fmpz_gcd);
    compare_integers(*state, kin_rat_lcm, fmpz_lcm);
}

static void powers_agree(void **state)
{
    struct kin_pcg pcg = kin_pcg_seed(14, 1);
    fmpq_t x;
    fmpq_init(x);
    for (int i = 0; i < 5000; i++) {
        struct kin_rat a;
        set_edge(*state, &pcg, &a, x);
        int64_t exponent = (int64_t)kin_pcg_below(&pcg, 41) - 20;
        if (kin_rat_sign(a) == 0) {
            continue;
        }
        fmpq_pow_si(x, x, exponent);
        expect_same(*state, kin_rat_pow(*state, a, exponent), x);
    }
    fmpq_clear(x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(sums_agree),      ARENA_TEST(differences_agree),          ARENA_TEST(products_agree),
        ARENA_TEST(quotients_agree), ARENA_TEST(orders_and_opposites_agree), ARENA_TEST(integer_operations_agree),
        ARENA_TEST(powers_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
