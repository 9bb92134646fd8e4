/* PCG32 (XSH-RR 64/32) after M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good
 * Algorithms for Random Number Generation", 2014; bit-exact with the author's reference (a test compares). */
#ifndef KIN_RANDOM_PCG_H
#define KIN_RANDOM_PCG_H

#include <stdint.h>

struct kin_pcg {
    uint64_t state, increment;
};

/* Seeding as the reference does: state and stream selector. */
struct kin_pcg kin_pcg_seed(uint64_t state, uint64_t stream);
uint32_t kin_pcg_next(struct kin_pcg *pcg);
uint64_t kin_pcg_next64(struct kin_pcg *pcg);

/* Uniform in 0..bound-1 without bias (bound >= 1), by rejection. */
uint32_t kin_pcg_below(struct kin_pcg *pcg, uint32_t bound);
uint64_t kin_pcg_below64(struct kin_pcg *pcg, uint64_t bound);

/* Fisher-Yates: fill order[0..count-1] with a random permutation of 0..count-1. */
void kin_pcg_shuffle(struct kin_pcg *pcg, uint32_t *order, uint32_t count);

#endif
