/* What a standard builds on: its prerequisites, theirs, and so on back. */
#ifndef KIN_MASTERY_READINESS_H
#define KIN_MASTERY_READINESS_H

#include "bank/bank.h"

struct kin_need {
    const struct kin_standard *standard;
    const struct kin_standard *of; /* that needs it; of several the one nearest to where the walk began */
    int steps;                     /* back, from 1 */
};

struct kin_needs {
    struct kin_need *items; /* the nearest first, in the order of the framework's file */
    size_t count, room;
};

enum { KIN_STEPS_USUAL = 2, KIN_STEPS_MOST = 12 };

/* All that is needed up to `steps` steps back, each once; also where prerequisites lead in a circle. A standard without
 * prerequisites of its own has those of the one above it. */
struct kin_needs kin_readiness_walk(kin_arena *arena, const struct kin_framework *framework,
                                    const struct kin_standard *standard, int steps);

#endif
