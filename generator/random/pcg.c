#include "random/pcg.h"

static void step(struct kin_pcg *pcg)
{
    pcg->state = pcg->state * UINT64_C(6364136223846793005) + pcg->increment;
}

struct kin_pcg kin_pcg_seed(uint64_t state, uint64_t stream)
{
    struct kin_pcg pcg = {0, stream << 1 | 1};
    step(&pcg);
    pcg.state += state;
    step(&pcg);
    return pcg;
}

uint32_t kin_pcg_next(struct kin_pcg *pcg)
{
    uint64_t old = pcg->state;
    step(pcg);
    uint32_t mixed = (uint32_t)((old >> 18 ^ old) >> 27);
    uint32_t turn = (uint32_t)(old >> 59);
    return mixed >> turn | mixed << (-turn & 31);
}

uint64_t kin_pcg_next64(struct kin_pcg *pcg)
{
    uint64_t high = kin_pcg_next(pcg);
    return high << 32 | kin_pcg_next(pcg);
}

/* The lowest 2^32 mod bound numbers are drawn again: what is left is a multiple of bound. */
uint32_t kin_pcg_below(struct kin_pcg *pcg, uint32_t bound)
{
    uint32_t least = -bound % bound;
    for (;;) {
        uint32_t number = kin_pcg_next(pcg);
        if (number >= least) {
            return number % bound;
        }
    }
}

uint64_t kin_pcg_below64(struct kin_pcg *pcg, uint64_t bound)
{
    uint64_t least = -bound % bound;
    for (;;) {
        uint64_t number = kin_pcg_next64(pcg);
        if (number >= least) {
            return number % bound;
        }
    }
}

void kin_pcg_shuffle(struct kin_pcg *pcg, uint32_t *order, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        order[i] = i;
    }
    for (uint32_t left = count; left > 1; left--) {
        uint32_t chosen = kin_pcg_below(pcg, left), last = order[left - 1];
        order[left - 1] = order[chosen];
        order[chosen] = last;
    }
}
