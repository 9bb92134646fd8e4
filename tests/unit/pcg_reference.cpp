// Formkin's PCG32 against the author's own implementation (libpcg-cpp-dev): the same numbers, bit by bit.
#include <cstdio>
#include <numeric>
#include <vector>

#include <pcg_random.hpp>

extern "C" {
#include "random/pcg.h"
}

namespace
{
int failures = 0;

void expect(bool same, const char *what, std::uint64_t seed, std::uint64_t stream)
{
    if (!same) {
        std::fprintf(stderr, "%s differ for state %llu, stream %llu\n", what, static_cast<unsigned long long>(seed),
                     static_cast<unsigned long long>(stream));
        failures++;
    }
}

bool same_numbers(kin_pcg ours, pcg32 theirs, int count)
{
    for (int i = 0; i < count; i++) {
        if (kin_pcg_next(&ours) != theirs()) {
            return false;
        }
    }
    return true;
}

bool same_bounded_numbers(kin_pcg ours, pcg32 theirs)
{
    for (std::uint32_t bound = 1; bound < 0xF0000000u; bound += bound / 3 + 1) {
        for (int i = 0; i < 20; i++) {
            if (kin_pcg_below(&ours, bound) != theirs(bound)) {
                return false;
            }
        }
    }
    return true;
}

bool same_shuffles(kin_pcg ours, pcg32 theirs)
{
    for (std::uint32_t count = 0; count < 60; count++) {
        std::vector<std::uint32_t> order(count), reference(count);
        kin_pcg_shuffle(&ours, order.data(), count);
        std::iota(reference.begin(), reference.end(), 0u);
        pcg_extras::shuffle(reference.begin(), reference.end(), theirs);
        if (order != reference) {
            return false;
        }
    }
    return true;
}
} // namespace

int main()
{
    const std::uint64_t numbers[] = {0, 1, 42, 54, 0x8000000000000000u, 0xFFFFFFFFFFFFFFFFu, 0x123456789ABCDEFu};
    for (std::uint64_t seed : numbers) {
        for (std::uint64_t stream : numbers) {
            kin_pcg ours = kin_pcg_seed(seed, stream);
            pcg32 theirs(seed, stream);
            expect(same_numbers(ours, theirs, 25000), "numbers", seed, stream);
            expect(same_bounded_numbers(ours, theirs), "bounded numbers", seed, stream);
            expect(same_shuffles(ours, theirs), "shuffles", seed, stream);
        }
    }
    return failures ? 1 : 0;
}
