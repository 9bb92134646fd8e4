/* Quick evaluation: most parts of most expressions are calculations, comparisons and tests on numbers of two 64-bit
 * integers, whose results fit two registers. They are evaluated as such, without making values; whatever is anything
 * else (a list, a long number, an undefined one) is left to the evaluator of eval.c, which gives the same results. */
#ifndef KIN_EXPR_QUICK_H
#define KIN_EXPR_QUICK_H

#include "expr/node.h"

/* A fraction in lowest terms, or a truth as 0/1 or 1/1. den == 0: not to be had this way, for whatever reason. */
struct kin_quick {
    int64_t num, den;
};

struct kin_quick_run {
    kin_arena *arena;
    const struct kin_value *slots;
    uint32_t steps;
    bool marked; /* a number was read that has places or a look, which a quick result does not carry */
};

/* How a node is evaluated quickly; NULL for one that is not. To be called when its kids are final. */
kin_quick_function *kin_quick_of(const struct kin_node *node);

/* A function of the language on quick arguments; NULL for one that has no such form (functions/quick.c). */
typedef struct kin_quick kin_quick_call(kin_arena *arena, const struct kin_quick *arguments, size_t count);
kin_quick_call *kin_quick_call_of(const struct kin_function *function);

enum { KIN_QUICK_ARGUMENTS = 8 }; /* a call with more has no quick form */

static inline struct kin_quick kin_quick_int(int64_t number)
{
    return (struct kin_quick){number, 1};
}

static inline struct kin_quick kin_quick_none(void)
{
    return (struct kin_quick){0, 0};
}

static inline struct kin_quick kin_quick_number(struct kin_rat number)
{
    return number.big ? kin_quick_none() : (struct kin_quick){number.num, number.den};
}

static inline struct kin_rat kin_quick_rat(struct kin_quick number)
{
    return (struct kin_rat){number.num, number.den, NULL};
}

static inline bool kin_quick_equal(struct kin_quick a, struct kin_quick b)
{
    return a.num == b.num && a.den == b.den;
}

/* Does a relation hold between numbers in that order (<0, 0, >0)? */
bool kin_relation_holds(enum kin_relation relation, int order);

/* <0, 0, >0; both are there. */
static inline int kin_quick_compare(struct kin_quick a, struct kin_quick b)
{
    return a.den == b.den ? (a.num > b.num) - (a.num < b.num) : kin_rat_compare(kin_quick_rat(a), kin_quick_rat(b));
}

#endif
