/* Roots and multiples of π: over one common denominator, as (3 + 2√5)/4 and 9π/2. */
#include "content/piece.h"

/* What all terms are divided by: a whole number and a power of π. */
struct below {
    struct kin_rat number;
    int32_t pi;
};

static struct below denominator(kin_arena *arena, const struct kin_surd *surd)
{
    struct below below = {kin_rat_int(1), 0};
    for (size_t i = 0; i < surd->count; i++) {
        const struct kin_surd_term *term = &surd->terms[i];
        below.number = kin_rat_lcm(arena, below.number, kin_rat_denominator(arena, term->coefficient));
        below.pi = -term->pi > below.pi ? -term->pi : below.pi;
    }
    return below;
}

static void add_pi(struct kin_row *row, int32_t power)
{
    const struct kin_maths *pi = kin_leaf(row->arena, KIN_MATHS_LETTER, "π");
    const struct kin_maths *kids[] = {pi, kin_maths_whole(row->arena, kin_rat_int(power)), NULL};
    if (power == 1) {
        kin_row_add(row, pi);
    } else if (power) {
        kin_row_add(row, kin_maths_new(row->arena, KIN_MATHS_SCRIPTS, NULL, kids, 3));
    }
}

/* |term| without what stands below; a 1 prints only where nothing else would. */
static void add_size(struct kin_row *row, const struct kin_surd_term *term, const struct below *below)
{
    size_t before = row->count;
    struct kin_rat size = kin_rat_abs(row->arena, kin_rat_mul(row->arena, term->coefficient, below->number));
    if (!kin_rat_equal(size, kin_rat_int(1))) {
        kin_row_add(row, kin_maths_whole(row->arena, size));
    }
    add_pi(row, term->pi + below->pi);
    if (term->radicand > 1) {
        const struct kin_maths *kids[] = {kin_maths_whole(row->arena, kin_rat_int(term->radicand)), NULL};
        kin_row_add(row, kin_maths_new(row->arena, KIN_MATHS_ROOT, NULL, kids, 2));
    }
    if (row->count == before) {
        kin_row_add(row, kin_maths_whole(row->arena, size));
    }
}

static struct kin_piece one_term(kin_arena *arena, const struct kin_surd_term *term, const struct below *below)
{
    struct kin_row row = {.arena = arena};
    add_size(&row, term, below);
    enum kin_piece_shape shape = row.count > 1                             ? KIN_PIECE_PRODUCT
                                 : row.items[0]->kind == KIN_MATHS_SCRIPTS ? KIN_PIECE_POWER
                                 : row.items[0]->kind == KIN_MATHS_NUMBER  ? KIN_PIECE_NUMBER
                                                                           : KIN_PIECE_ATOM;
    return (struct kin_piece){
        .maths = kin_row_maths(&row), .shape = shape, .sign = kin_rat_sign(term->coefficient) < 0 ? '-' : 0};
}

/* In rising order, so that whole numbers stand before roots: 3 + 2√5. */
static struct kin_piece sum_above(kin_arena *arena, const struct kin_surd *surd, const struct below *below)
{
    struct kin_row row = {.arena = arena};
    if (surd->count == 1) {
        return one_term(arena, &surd->terms[0], below);
    }
    for (size_t i = 0; i < surd->count; i++) {
        bool minus = kin_rat_sign(surd->terms[i].coefficient) < 0;
        if (i) {
            kin_row_add(&row, minus ? &kin_maths_minus : &kin_maths_plus);
        } else if (minus) {
            kin_row_add(&row, &kin_maths_minus_sign);
        }
        add_size(&row, &surd->terms[i], below);
    }
    return (struct kin_piece){.maths = kin_row_maths(&row), .shape = KIN_PIECE_SUM};
}

struct kin_piece kin_piece_of_surd(kin_arena *arena, const struct kin_surd *surd)
{
    struct below below = denominator(arena, surd);
    struct kin_piece above = sum_above(arena, surd, &below);
    struct kin_row bottom = {.arena = arena};
    bool number = !kin_rat_equal(below.number, kin_rat_int(1));
    if (!number && below.pi == 0) {
        return above;
    }
    if (number) {
        kin_row_add(&bottom, kin_maths_whole(arena, below.number));
    }
    add_pi(&bottom, below.pi);
    const struct kin_maths *kids[] = {above.maths, kin_row_maths(&bottom)};
    return (struct kin_piece){.maths = kin_maths_new(arena, KIN_MATHS_FRACTION, NULL, kids, 2),
                              .shape = KIN_PIECE_FRACTION,
                              .sign = above.sign};
}
