#include "random/permute.h"

/* Smallest half of an even number of bits that can hold 0..count-1; at least 1. */
static unsigned half_bits_for(uint64_t count)
{
    unsigned half = 1;
    while ((count - 1) >> (2 * half) != 0) {
        half++;
    }
    return half;
}

struct kin_permutation kin_permutation_make(uint64_t count, struct kin_pcg stream)
{
    struct kin_permutation permutation = {.count = count, .half_bits = half_bits_for(count)};
    for (int i = 0; i < KIN_PERMUTE_ROUNDS; i++) {
        permutation.keys[i] = kin_pcg_next64(&stream);
    }
    return permutation;
}

/* "Mix13" of D. Stafford, "Better Bit Mixing", 2011, as in SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, "Fast
 * Splittable Pseudorandom Number Generators", 2014). */
static uint64_t mix(uint64_t z)
{
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

/* The high bits of a half's mixed number, which depend on all others. */
static uint64_t round_value(const struct kin_permutation *permutation, int round, uint64_t half)
{
    return mix(permutation->keys[round] + half) >> (64 - permutation->half_bits);
}

static uint64_t encipher(const struct kin_permutation *permutation, uint64_t block)
{
    uint64_t left = block >> permutation->half_bits, right = block & ((UINT64_C(1) << permutation->half_bits) - 1);
    for (int round = 0; round < KIN_PERMUTE_ROUNDS; round++) {
        uint64_t next = left ^ round_value(permutation, round, right);
        left = right;
        right = next;
    }
    return left << permutation->half_bits | right;
}

static uint64_t decipher(const struct kin_permutation *permutation, uint64_t block)
{
    uint64_t left = block >> permutation->half_bits, right = block & ((UINT64_C(1) << permutation->half_bits) - 1);
    for (int round = KIN_PERMUTE_ROUNDS - 1; round >= 0; round--) {
        uint64_t before = right ^ round_value(permutation, round, left);
        right = left;
        left = before;
    }
    return left << permutation->half_bits | right;
}

/* Walking the cycle ends: it returns to its first element, which is below count, at the latest. The blocks are at most
 * four times as many as elements, so four rounds are expected at most (for count = 1, too). */
uint64_t kin_permutation_at(const struct kin_permutation *permutation, uint64_t place)
{
    uint64_t block = encipher(permutation, place);
    while (block >= permutation->count) {
        block = encipher(permutation, block);
    }
    return block;
}

uint64_t kin_permutation_place(const struct kin_permutation *permutation, uint64_t element)
{
    uint64_t block = decipher(permutation, element);
    while (block >= permutation->count) {
        block = decipher(permutation, block);
    }
    return block;
}
