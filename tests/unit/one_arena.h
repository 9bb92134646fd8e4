/* For unit tests whose helpers all allocate in the test's own arena. */
#ifndef KIN_TESTS_ONE_ARENA_H
#define KIN_TESTS_ONE_ARENA_H

#include "unit.h"

static kin_arena *arena;

static inline int start(void **state)
{
    (void)state;
    arena = kin_arena_new();
    return 0;
}

static inline int finish(void **state)
{
    (void)state;
    kin_arena_free(arena);
    return 0;
}

#endif
