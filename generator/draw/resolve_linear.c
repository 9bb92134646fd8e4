/* Equations and inequalities of first degree as three numbers. */
#include "draw/resolve_content.h"

bool kin_figure_linear(const struct kin_poly *poly, struct kin_figure_value *result, kin_arena *arena)
{
    if (!poly || kin_poly_degree(poly) != 1) {
        return false;
    }
    result->numbers = KIN_NEW_N(arena, struct kin_rat, 3);
    result->numbers[0] = kin_poly_coefficient(poly, 'x', 1);
    result->numbers[1] = kin_poly_coefficient(poly, 'y', 1);
    result->numbers[2] = kin_rat_neg(arena, kin_poly_coefficient(poly, 'x', 0));
    result->count = 3;
    size_t letters = (kin_rat_sign(result->numbers[0]) != 0) + (kin_rat_sign(result->numbers[1]) != 0);
    bool constant = poly->terms[poly->count - 1].count == 0;
    return poly->count == letters + constant;
}
