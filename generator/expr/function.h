/* A function of the expression language: one descriptor in its family's file, one row in functions.def. */
#ifndef KIN_EXPR_FUNCTION_H
#define KIN_EXPR_FUNCTION_H

#include "expr/expr.h"

/* What an implementation is given. Results go to call->arena. */
struct kin_call {
    kin_arena *arena;
    const struct kin_value *arguments;
    size_t count;
    size_t cost; /* may be raised: evaluation steps beyond those for the size of arguments and result */
    const struct kin_language *language; /* that texts are made in */
    struct kin_fault *fault; /* set id and detail when returning false; the span is filled in by the caller */
};

struct kin_example {
    const char *program;  /* "gcd(12, 18)" */
    const char *expected; /* its value as kin_value_text writes it, or "error E214" */
};

/* The signature reads "number, number -> number"; "list of T -> T", "T..." for any count more, "number?" for
 * optional; expr/signature.h lists all kinds. All `number`s of a call share their look (money, percent), and with
 * `keeps_look` the result takes it. */
struct kin_function {
    const char *name;
    const char *signature;
    const char *doc; /* one sentence */
    bool (*call)(struct kin_call *call, struct kin_value *result);
    bool keeps_look;
    const struct kin_example *examples; /* ends with a row of NULLs; at least one; all run as tests */
};

/* The descriptor of a name; NULL when there is none. */
const struct kin_function *kin_function_named(const char *name);

/* All descriptors in the order of functions.def, for documentation and tests. */
const struct kin_function *const *kin_functions(size_t *count);

#endif
