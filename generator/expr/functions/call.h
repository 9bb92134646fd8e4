/* What the implementations of all function families share. */
#ifndef KIN_EXPR_FUNCTIONS_CALL_H
#define KIN_EXPR_FUNCTIONS_CALL_H

#include "expr/function.h"
#include "expr/operate.h"

/* Descriptors are found by functions.def; this declares those of a family before it defines them. */
#define KIN_DECLARE_FUNCTION(name) extern const struct kin_function kin_function_##name

enum { KIN_MOST_COST = 200 * 1000 }; /* a call that would cost more does not begin: KIN_LIMIT_EXPR_STEPS */

/* Set the fault; always false. */
bool kin_call_fail(struct kin_call *call, enum kin_diag_id id, const char *detail);

/* Give a number, without places, unless it is undefined: then the fault that says why. */
bool kin_call_give(struct kin_call *call, struct kin_rat number, struct kin_value *result);

/* The same for a value that was calculated, with its places. */
bool kin_call_give_value(struct kin_call *call, struct kin_value value, struct kin_value *result);

bool kin_call_give_list(struct kin_call *call, const struct kin_value *items, size_t count, struct kin_value *result);

/* A text as a word; a fault when it is too long. */
bool kin_call_give_text(struct kin_call *call, const char *text, struct kin_value *result);

/* The number of an argument, 0 when there is no such argument. */
struct kin_rat kin_call_number(const struct kin_call *call, size_t index);

/* An argument that must be a whole number from `least` to `most`; false with the fault set. */
bool kin_call_whole(struct kin_call *call, size_t index, int64_t least, int64_t most, int64_t *whole);

/* The elements when the first argument is a list, else all arguments. */
struct kin_list kin_call_items(const struct kin_call *call);

/* The same, but a fault when there are none. */
bool kin_call_some_items(struct kin_call *call, struct kin_list *items);

/* The mean of a list of numbers that is not empty. */
struct kin_rat kin_list_mean(kin_arena *arena, const struct kin_list *list);

/* The text of a value; NULL with the fault set when it would be too long. */
const char *kin_call_text(struct kin_call *call, const struct kin_value *value);

/* What a number shows: of a percentage, its hundredths. And back. */
struct kin_rat kin_call_shown(struct kin_call *call, const struct kin_value *value);
struct kin_rat kin_call_unshown(struct kin_call *call, struct kin_rat shown, uint8_t look);

#endif
