/* Walking a box pick by pick, with early tests. */
#include "draw/space.h"

struct traversal {
    struct kin_space *space;
    struct kin_frame *frame;
    uint64_t budget;
    kin_space_visit *visit;
    void *data;
};

static bool descend(struct traversal *traversal, size_t level, uint64_t element);

static bool branch(struct traversal *traversal, size_t level, uint64_t element, uint64_t n)
{
    const struct kin_dim *dim = &traversal->space->dims[level];
    struct kin_frame *frame = traversal->frame;
    if (traversal->budget-- == 0) {
        return false;
    }
    frame->slots[dim->field->slot] = kin_dim_value(frame->arena, dim, n);
    return !kin_space_level(traversal->space, frame, level + 1) ||
           descend(traversal, level + 1, element * dim->size + n);
}

static bool descend(struct traversal *traversal, size_t level, uint64_t element)
{
    if (level == traversal->space->dim_count) {
        return traversal->visit(traversal->data, element);
    }
    kin_arena *arena = traversal->frame->arena;
    struct kin_mark mark = kin_arena_mark(arena);
    for (uint64_t n = 0; n < traversal->space->dims[level].size; n++) {
        bool on = branch(traversal, level, element, n);
        kin_arena_rewind(arena, mark);
        if (!on) {
            return false;
        }
    }
    return true;
}

/* The rejections of a walk count branches, not elements, so they are not kept: only scans feed the statistics. */
bool kin_space_walk(struct kin_space *space, struct kin_frame *frame, uint64_t budget, kin_space_visit *visit,
                    void *data)
{
    struct traversal traversal = {space, frame, budget, visit, data};
    if (space->count == 0) {
        return true;
    }
    struct kin_mark mark = kin_arena_mark(frame->arena);
    uint64_t *rejected = KIN_NEW_N(frame->arena, uint64_t, space->rule_count);
    for (size_t i = 0; i < space->rule_count; i++) {
        rejected[i] = space->rules[i].rejected;
    }
    bool whole = descend(&traversal, 0, 0);
    for (size_t i = 0; i < space->rule_count; i++) {
        space->rules[i].rejected = rejected[i];
    }
    kin_arena_rewind(frame->arena, mark);
    return whole;
}
