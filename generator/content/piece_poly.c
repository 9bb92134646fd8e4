/* Polynomials as maths, as if typed: 3x² − x + 1. */
#include "content/piece.h"

static void add_letter(struct kin_row *row, const struct kin_power *power)
{
    struct kin_buf letter = kin_buf_in(row->arena);
    kin_buf_add_rune(&letter, power->letter);
    const struct kin_maths *base = kin_maths_new(row->arena, KIN_MATHS_LETTER, letter.data, NULL, 0);
    if (power->power == 1) {
        kin_row_add(row, base);
        return;
    }
    const struct kin_maths *kids[] = {base, kin_maths_whole(row->arena, kin_rat_int(power->power)), NULL};
    kin_row_add(row, kin_maths_new(row->arena, KIN_MATHS_SCRIPTS, NULL, kids, 3));
}

static struct kin_piece term_piece(kin_arena *arena, const struct kin_term *term)
{
    struct kin_row row = {.arena = arena};
    struct kin_rat size = kin_rat_abs(arena, term->coefficient);
    bool one = kin_rat_equal(size, kin_rat_int(1));
    if (term->count == 0 || !one) {
        kin_row_add(&row, kin_rat_is_integer(size) ? kin_maths_whole(arena, size) : kin_maths_fraction(arena, size));
    }
    for (size_t i = 0; i < term->count; i++) {
        add_letter(&row, &term->powers[i]);
    }
    struct kin_piece piece = {.sign = kin_rat_sign(term->coefficient) < 0 ? '-' : 0, .shape = KIN_PIECE_PRODUCT};
    if (row.count == 1) {
        piece.shape = row.items[0]->kind == KIN_MATHS_LETTER ? KIN_PIECE_ATOM : KIN_PIECE_POWER;
    }
    piece.maths = kin_row_maths(&row);
    return piece;
}

struct kin_piece kin_piece_of_poly(kin_arena *arena, const struct kin_poly *poly)
{
    if (poly->count == 1) {
        return term_piece(arena, &poly->terms[0]);
    }
    struct kin_row row = {.arena = arena};
    for (size_t i = 0; i < poly->count; i++) {
        struct kin_piece term = term_piece(arena, &poly->terms[i]);
        bool minus = term.sign == '-';
        if (i) {
            kin_row_add(&row, minus ? &kin_maths_minus : &kin_maths_plus);
        } else if (minus) {
            kin_row_add(&row, &kin_maths_minus_sign);
        }
        kin_row_add(&row, term.maths);
    }
    return (struct kin_piece){.maths = kin_row_maths(&row), .shape = KIN_PIECE_SUM};
}
