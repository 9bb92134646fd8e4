/* Which kinds of value go together, and what comes out. */
#ifndef KIN_EXPR_TYPING_H
#define KIN_EXPR_TYPING_H

#include "expr/node.h"

/* The type that both can be seen as: equal types, a number beside a formula or beside one with roots, anything beside
 * none, all, undefined, and lists of such. False when there is none. */
bool kin_types_join(kin_arena *arena, struct kin_type a, struct kin_type b, struct kin_type *joined);

/* Could a value of type `from` turn out to be of the narrower type `to`? A root may be a whole number, what may be none
 * a number. */
bool kin_type_may_be(struct kin_type from, struct kin_type to);

/* The type of a calculation (NEGATE takes only `a`); false when it has no meaning. */
bool kin_type_negated(struct kin_type a, struct kin_type *result);
bool kin_type_calculated(enum kin_op op, struct kin_type a, struct kin_type b, struct kin_type *result);

/* Can two values be compared for being equal, or for size? */
bool kin_types_equatable(kin_arena *arena, struct kin_type a, struct kin_type b);
bool kin_types_ordered(struct kin_type a, struct kin_type b);

/* An amount of money against a plain number or percent: a mistake with a message of its own. */
bool kin_types_mix_money(struct kin_type a, struct kin_type b);

/* The type of a list's elements; of the empty list, a number. */
struct kin_type kin_type_element(struct kin_type list);

/* The list of such elements. */
struct kin_type kin_type_list_of(kin_arena *arena, struct kin_type element);

#endif
