/* What every unit test begins with. */
#ifndef KIN_TESTS_UNIT_H
#define KIN_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

/* Each test of a group gets an arena of its own as *state. */
static inline int arena_setup(void **state)
{
    *state = kin_arena_new();
    return 0;
}

static inline int arena_teardown(void **state)
{
    kin_arena_free(*state);
    return 0;
}

#define ARENA_TEST(test) cmocka_unit_test_setup_teardown(test, arena_setup, arena_teardown)

#endif
