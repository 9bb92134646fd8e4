/* The argument lists of functions, read from their signature: "number, integer? -> number",
 * "T, T... -> T | list of T -> T". Kinds: number (any look), plain and integer (no look), money, percent, clock, date,
 * duration, surd (number, with roots or pi or not), real, special, interval, truth, word, formula, any, T (the same
 * type each time), and "list of" any of these. */
#ifndef KIN_EXPR_SIGNATURE_H
#define KIN_EXPR_SIGNATURE_H

#include "expr/typing.h"

enum { KIN_PARAMETERS = 6 };

/* A kind as a signature names it, `lists` times "list of". */
struct kin_pattern {
    const char *name;
    size_t length;
    unsigned lists;
};

struct kin_signature {
    struct kin_pattern parameters[KIN_PARAMETERS];
    size_t count, optional; /* the last `optional` of them may be left out */
    size_t rest;            /* 1 when the last one may be repeated or left out */
    struct kin_pattern result;
    const char *text; /* of this alternative, without the result */
    size_t text_length;
};

/* What a call is typed against. */
struct kin_typed_call {
    const struct kin_function *function;
    const struct kin_type *arguments;
    size_t count;
    struct kin_type *taken; /* filled in: what each argument must turn out to be */
};

/* Why a call does not fit: a wrong count (argument = -1), or that argument, which should be `wanted`. */
struct kin_misfit {
    int argument;
    const char *wanted;
    struct kin_signature signature;
};

/* The type of a call; false with *misfit set. */
bool kin_call_type(kin_arena *arena, const struct kin_typed_call *call, struct kin_type *result,
                   struct kin_misfit *misfit);

#endif
