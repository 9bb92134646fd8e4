/* An evaluation under way: its faults and its steps. */
#include "expr/eval.h"

#include "base/limits.h"

bool kin_run_fail(struct kin_run *run, const struct kin_node *node, enum kin_diag_id id, const char *detail)
{
    run->failed = node;
    run->frame->fault = (struct kin_fault){.id = id, .detail = detail};
    return false;
}

bool kin_run_charge(struct kin_run *run, const struct kin_node *node, size_t steps)
{
    struct kin_frame *frame = run->frame;
    if (steps > KIN_LIMIT_EXPR_STEPS || frame->steps + steps > KIN_LIMIT_EXPR_STEPS) {
        frame->steps = KIN_LIMIT_EXPR_STEPS + 1;
        return kin_run_fail(run, node, KIN_E235, NULL);
    }
    frame->steps += (uint32_t)steps;
    return true;
}

bool kin_run_whole(struct kin_run *run, const struct kin_node *node, const struct kin_value *value, int64_t *whole)
{
    if (kin_rat_to_int(value->as.number, whole)) {
        return true;
    }
    if (kin_rat_is_integer(value->as.number)) {
        return kin_run_fail(run, node, KIN_E230, NULL);
    }
    return kin_run_fail(run, node, KIN_E232, kin_value_text(run->frame->arena, value));
}
