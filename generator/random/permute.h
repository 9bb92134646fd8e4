/* A keyed bijection of 0..count-1 (count up to 2^62): 8 rounds of a Feistel network on the smallest even number of
 * bits, with cycle walking. It visits a space without repeats and without a table: DESIGN rule 4.4.
 * Cycle walking after J. Black and P. Rogaway, "Ciphers with Arbitrary Finite Domains", 2002. */
#ifndef KIN_RANDOM_PERMUTE_H
#define KIN_RANDOM_PERMUTE_H

#include "random/pcg.h"

enum { KIN_PERMUTE_ROUNDS = 8 };

struct kin_permutation {
    uint64_t count;
    unsigned half_bits;
    uint64_t keys[KIN_PERMUTE_ROUNDS];
};

/* Round keys are the stream's next numbers. count >= 1. */
struct kin_permutation kin_permutation_make(uint64_t count, struct kin_pcg stream);

/* The element at a place, and the place of an element: each the inverse of the other. Arguments below count. */
uint64_t kin_permutation_at(const struct kin_permutation *permutation, uint64_t place);
uint64_t kin_permutation_place(const struct kin_permutation *permutation, uint64_t element);

#endif
