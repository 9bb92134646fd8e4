/* Scales with numbers that people like to read. */
#include "figure/sketch.h"

struct kin_rat kin_nice_step(kin_arena *arena, struct kin_rat span, int most)
{
    static const int64_t steps[][2] = {{1, 1}, {2, 1}, {5, 2}, {5, 1}, {10, 1}};
    struct kin_rat power = kin_rat_ratio(arena, 1, 1000);
    for (int tries = 0; tries < 12; tries++) {
        for (size_t i = 0; i < 4; i++) {
            struct kin_rat step = kin_rat_mul(arena, power, kin_rat_ratio(arena, steps[i][0], steps[i][1]));
            struct kin_rat reach = kin_rat_mul(arena, step, kin_rat_int(most));
            if (kin_rat_compare(reach, span) >= 0) {
                return step;
            }
        }
        power = kin_rat_mul(arena, power, kin_rat_int(10));
    }
    return span;
}
