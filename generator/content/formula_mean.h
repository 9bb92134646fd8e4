/* The value of a formula's parts: what formula_mean.c and formula_verdict.c share. */
#ifndef KIN_CONTENT_FORMULA_MEAN_H
#define KIN_CONTENT_FORMULA_MEAN_H

#include "content/atom.h"
#include "content/formula_tree.h"

enum kin_meaning_kind {
    KIN_MEANS_FAULT, /* frame->fault says why */
    KIN_MEANS_OPEN,  /* words, lists, roots of letters ... */
    KIN_MEANS_NUMBER,
    KIN_MEANS_POLY /* with letters, roots, units (atom.h); never a rational number */
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
    enum kin_join either;           /* what ± stands for; NONE: for neither of the two, it has no value */
    const struct kin_value *before; /* what an empty side stands for: the last side of the line above; NULL: nothing */
};

/* A judge of this formula with the values that the frame has; false with the fault set. */
bool kin_judge_start(struct kin_judge *judge, const struct kin_formula *formula, struct kin_frame *frame);

struct kin_meaning kin_judge_mean(struct kin_judge *judge, const struct kin_written *part);
/* Of a value that stands where `part` does. */
struct kin_meaning kin_judge_value(struct kin_judge *judge, const struct kin_value *value,
                                   const struct kin_written *part);
struct kin_meaning kin_judge_fault(struct kin_judge *judge, enum kin_diag_id id, struct kin_span span);

/* Points, sets and intervals: equal, not equal, or an element. OPEN where they are none of these
 * (formula_group.c). */
enum kin_verdict kin_judge_groups(struct kin_judge *judge, const struct kin_written *left,
                                  const struct kin_written *right, enum kin_join join);

/* "About equal": the sides agree after rounding to the places shown (formula_about.c). */
enum kin_verdict kin_judge_about(struct kin_judge *judge, const struct kin_written *left,
                                 const struct kin_written *right);

bool kin_meaning_has_value(const struct kin_meaning *meaning);
const struct kin_poly *kin_meaning_poly(struct kin_judge *judge, const struct kin_meaning *meaning);
struct kin_meaning kin_meaning_difference(struct kin_judge *judge, struct kin_meaning a, struct kin_meaning b,
                                          const struct kin_written *part);

#endif
