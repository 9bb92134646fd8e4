/* What the parts of the evaluator share. */
#ifndef KIN_EXPR_EVAL_H
#define KIN_EXPR_EVAL_H

#include "expr/operate.h"

typedef bool kin_evaluator(struct kin_run *run, const struct kin_node *node, struct kin_value *value);

/* Set the fault and the node; always false. */
bool kin_run_fail(struct kin_run *run, const struct kin_node *node, enum kin_diag_id id, const char *detail);

/* Steps beyond one for an operation: it must not take long, and hostile sharing of parts must not hide its size. */
bool kin_run_charge(struct kin_run *run, const struct kin_node *node, size_t steps);

/* A whole number of 64 bits, or a fault at `node`. */
bool kin_run_whole(struct kin_run *run, const struct kin_node *node, const struct kin_value *value, int64_t *whole);

/* Lists of lists count with all their elements, so that none is larger than it seems. */
bool kin_run_list_fits(struct kin_run *run, const struct kin_node *node, const struct kin_value *value);

bool kin_run_contains(const struct kin_list *list, const struct kin_value *value);

/* Lists and what runs through them (eval_list.c). */
kin_evaluator kin_eval_range, kin_eval_list, kin_eval_index, kin_eval_map, kin_eval_iterate, kin_eval_all_any,
    kin_eval_count, kin_eval_first;

#endif
