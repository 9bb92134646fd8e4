/* A plain count of what an item asks for: no measure of how hard it is for students, but of two instances of one kind
 * the one with the larger count has more to do. */
#ifndef KIN_FORM_EVIDENCE_DIFFICULTY_H
#define KIN_FORM_EVIDENCE_DIFFICULTY_H

#include "content/item.h"

/* Steps of the solution and operations in them, digits of the question, choices, rows and blanks to settle, and changes
 * of representation: each figure or table is one. */
size_t kin_difficulty_index(const struct kin_item *item);

#endif
