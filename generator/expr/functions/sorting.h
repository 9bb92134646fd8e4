/* Orders of the elements of a list. */
#ifndef KIN_EXPR_FUNCTIONS_SORTING_H
#define KIN_EXPR_FUNCTIONS_SORTING_H

#include "value/value.h"

/* A sorted copy in the arena; equal elements keep their order. */
struct kin_value *kin_sorted(kin_arena *arena, const struct kin_list *list);

/* Marks, for each element, whether an equal one stands before it. */
bool *kin_repeated(kin_arena *arena, const struct kin_list *list);
bool kin_any_repeated(kin_arena *arena, const struct kin_list *list);

#endif
