/* Large fractions: between plain limbs in an arena and FLINT's objects, which live within one function only. */
#ifndef KIN_NUMBER_BIG_H
#define KIN_NUMBER_BIG_H

#include "number/wide.h"

#include <flint/fmpq.h>

/* Absolute values of numerator and denominator, least significant limb first, highest limb not 0; the numerator's
 * limbs come first. */
struct kin_big {
    uint32_t num_limbs, den_limbs;
    uint64_t limbs[];
};

/* Set an initialised FLINT fraction to a defined number, small or big. */
void kin_big_load(fmpq_t fraction, struct kin_rat a);

/* The number of a canonical FLINT fraction, small where it fits; undefined (KIN_TOO_LARGE) beyond KIN_LIMIT_BITS. */
struct kin_rat kin_big_store(kin_arena *arena, const fmpq_t fraction);
struct kin_rat kin_big_store_integer(kin_arena *arena, const fmpz_t integer);

/* num/den in lowest terms, at least one of which does not fit a small number. */
struct kin_rat kin_big_from_wide(kin_arena *arena, int sign, kin_uwide num, kin_uwide den);

/* Run a FLINT operation on two defined numbers. */
typedef void kin_big_operation(fmpq_t result, const fmpq_t a, const fmpq_t b);
struct kin_rat kin_big_apply(kin_arena *arena, struct kin_rat a, struct kin_rat b, kin_big_operation *operation);

#endif
