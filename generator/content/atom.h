/* Roots, π and units while a formula is judged: letters of a polynomial with rules of their own. √3 is a letter whose
 * square is 3, 1 ft a letter for lengths times 0.3048. Sums of roots and units then have one canonical form, so that
 * two of them are equal exactly when their difference is the zero polynomial; everything else is told apart by
 * enclosures between rational numbers.
 *
 * NULL arguments give NULL, and so does what grows past the limits of value.h. */
#ifndef KIN_CONTENT_ATOM_H
#define KIN_CONTENT_ATOM_H

#include "content/unit.h"
#include "value/value.h"

/* π as a letter of formulas. */
enum { KIN_PI = 0x03C0 };

/* The non-negative n-th root (n from 2 to 63) of a rational number, its powers drawn out: √12 is 2√3. NULL for the
 * even root of a negative number, or a radicand too large to be factored. */
const struct kin_poly *kin_atom_root(kin_arena *arena, struct kin_rat radicand, int64_t index);

/* A sum of roots and powers of π; NULL where π stands below a fraction bar. */
const struct kin_poly *kin_atom_surd(kin_arena *arena, const struct kin_surd *surd);

/* A quoted unit as a multiple of the metre, gram, second ...: "ft", "cm", "square miles", "mi/h", "dollars per hour" is
 * none. NULL for other words. */
const struct kin_poly *kin_atom_unit(kin_arena *arena, const char *word);

/* The canonical form: no power of a root that is a number, no unit over itself. */
const struct kin_poly *kin_atom_reduce(kin_arena *arena, const struct kin_poly *poly);

/* 1/poly where it has one: for a number, a product of roots and units, a sum with square roots. NULL for 0 and where
 * other letters are in it. */
const struct kin_poly *kin_atom_inverse(kin_arena *arena, const struct kin_poly *poly);

/* The sign of its value: true with *sign set when it has one. A unit that all terms share makes no difference; other
 * letters do. */
bool kin_atom_sign(kin_arena *arena, const struct kin_poly *poly, int *sign);

/* Has it a letter that is a root or a unit? */
bool kin_atom_inside(const struct kin_poly *poly);

/* Has it a letter that is no root, no unit and not π? */
bool kin_atom_lettered(const struct kin_poly *poly);

#endif
