#include "mastery/readiness.h"

static bool is_there(const struct kin_needs *needs, const struct kin_standard *start,
                     const struct kin_standard *standard)
{
    for (size_t i = 0; i < needs->count; i++) {
        if (needs->items[i].standard == standard) {
            return true;
        }
    }
    return standard == start;
}

static void add_needs(kin_arena *arena, const struct kin_framework *framework, struct kin_needs *needs,
                      const struct kin_standard *start, const struct kin_standard *of, int steps)
{
    const struct kin_standard *from = of;
    while (from->prerequisite_count == 0 && from->parent) {
        from = from->parent;
    }
    for (size_t i = 0; i < from->prerequisite_count; i++) {
        const struct kin_standard *needed = kin_standard_find(framework, from->prerequisites[i]);
        if (needed && !is_there(needs, start, needed)) {
            KIN_PUSH(arena, needs->items, needs->count, needs->room) = (struct kin_need){needed, of, steps};
        }
    }
}

struct kin_needs kin_readiness_walk(kin_arena *arena, const struct kin_framework *framework,
                                    const struct kin_standard *standard, int steps)
{
    struct kin_needs needs = {0};
    size_t from = 0;
    add_needs(arena, framework, &needs, standard, standard, 1);
    for (int step = 2; step <= steps; step++) {
        size_t end = needs.count;
        for (; from < end; from++) {
            add_needs(arena, framework, &needs, standard, needs.items[from].standard, step);
        }
    }
    return needs;
}
