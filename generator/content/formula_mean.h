/* The value of a formula's parts: what formula_mean.c and formula_verdict.c share. */
#ifndef KIN_CONTENT_FORMULA_MEAN_H
#define KIN_CONTENT_FORMULA_MEAN_H

#include "content/formula_tree.h"

enum kin_meaning_kind {
    KIN_MEANS_FAULT, /* frame->fault says why */
    KIN_MEANS_OPEN,  /* words, lists, irrational roots ... */
    KIN_MEANS_NUMBER,
    KIN_MEANS_POLY /* with letters; never a constant */
};

struct kin_meaning {
    enum kin_meaning_kind kind;
    struct kin_rat number;
    const struct kin_poly *poly;
};

struct kin_judge {
    struct kin_frame *frame;
    kin_arena *arena; /* the frame's */
    const struct kin_formula *formula;
    const struct kin_value *values; /* of the holes */
    const struct kin_binding *bindings;
    size_t binding_count;
    const struct kin_value *before; /* what an empty side stands for: the last side of the line above; NULL: nothing */
};

struct kin_meaning kin_judge_mean(struct kin_judge *judge, const struct kin_written *part);
struct kin_meaning kin_judge_fault(struct kin_judge *judge, enum kin_diag_id id, struct kin_span span);

bool kin_meaning_has_value(const struct kin_meaning *meaning);
const struct kin_poly *kin_meaning_poly(struct kin_judge *judge, const struct kin_meaning *meaning);
struct kin_meaning kin_meaning_difference(struct kin_judge *judge, struct kin_meaning a, struct kin_meaning b,
                                          const struct kin_written *part);

#endif
