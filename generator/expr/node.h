/* The tree of an expression: immutable once parsed, so that one tree serves any number of frames. */
#ifndef KIN_EXPR_NODE_H
#define KIN_EXPR_NODE_H

#include "expr/function.h"

enum kin_op {
    KIN_OP_CONSTANT,
    KIN_OP_SLOT,
    KIN_OP_NARROW, /* its kid as a narrower type than the kid has: asked when it is evaluated */
    KIN_OP_NEGATE,
    KIN_OP_ADD,
    KIN_OP_SUBTRACT,
    KIN_OP_MULTIPLY,
    KIN_OP_DIVIDE,
    KIN_OP_POWER,
    KIN_OP_RANGE,
    KIN_OP_COMPARE, /* one relation fewer than kids: a chain */
    KIN_OP_IN,
    KIN_OP_NOT_IN,
    KIN_OP_NOT,
    KIN_OP_AND,
    KIN_OP_OR,
    KIN_OP_IF, /* kids: test, then, else */
    KIN_OP_LIST,
    KIN_OP_SET,     /* a list without its repeated elements */
    KIN_OP_MAP,     /* kids: list, body, optional condition; the element is in `slot` */
    KIN_OP_ITERATE, /* kids: first value, next value, how many; the value before is in `slot` */
    KIN_OP_ALL,     /* kids: list, test; likewise below */
    KIN_OP_ANY,
    KIN_OP_COUNT,
    KIN_OP_FIRST,
    KIN_OP_INDEX, /* kids: list, place from 1 */
    KIN_OP_CALL,
    KIN_OP_KINDS
};

enum kin_relation { KIN_EQ, KIN_NE, KIN_LT, KIN_LE, KIN_GT, KIN_GE };

struct kin_node;
struct kin_quick;
struct kin_quick_run;
typedef struct kin_quick kin_quick_function(struct kin_quick_run *run, const struct kin_node *node);

struct kin_node {
    uint8_t op;          /* enum kin_op */
    uint8_t height;      /* 1 for a leaf; at most KIN_LIMIT_EXPR_DEPTH */
    uint32_t begin, end; /* bytes of the expression's text */
    struct kin_type type;
    const struct kin_node **kids;
    size_t count;
    int slot;                 /* of SLOT, and of the element in MAP to FIRST */
    const char *name;         /* of that slot */
    const uint8_t *relations; /* of COMPARE: enum kin_relation */
    const struct kin_function *function;
    struct kin_quick (*quick_call)(kin_arena *arena, const struct kin_quick *arguments, size_t count);
    kin_quick_function *quick; /* see quick.h; NULL: none */
    struct kin_value constant;
};

/* An evaluation under way: where results go, and which node failed. */
struct kin_run {
    struct kin_frame *frame;
    const struct kin_node *failed;
    bool thorough; /* inside a node that could not be evaluated quickly, so that its parts are not tried once more */
};

/* The tree behind an expression. */
const struct kin_node *kin_expr_root(const struct kin_expr *expr);

/* Evaluate a tree. False with run->failed and the frame's fault (but its span) set. */
bool kin_node_eval(struct kin_run *run, const struct kin_node *node, struct kin_value *value);

/* A test: true only if it evaluates to true. */
bool kin_node_holds(struct kin_run *run, const struct kin_node *node);

#endif
