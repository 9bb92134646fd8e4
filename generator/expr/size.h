/* How large values are. Parts may be shared, so that a few lines make a list of lists of lists with more elements than
 * memory has bytes: all walks stop early. */
#ifndef KIN_EXPR_SIZE_H
#define KIN_EXPR_SIZE_H

#include "value/value.h"

/* Elements of a list and of the lists in it; exact up to KIN_LIMIT_LIST, beyond it just more. */
size_t kin_list_leaves(const struct kin_list *list);

/* Evaluation steps, beyond the first, that making or comparing a value is worth: elements, terms, long digits, text. */
size_t kin_value_cost(const struct kin_value *value);
size_t kin_list_cost(const struct kin_list *list);

/* At least the bytes of its text; beyond KIN_LIMIT_TEXT_BYTES just more. */
size_t kin_value_text_room(const struct kin_value *value);

#endif
