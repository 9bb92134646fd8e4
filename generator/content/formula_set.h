/* Putting values into a formula: what the files formula_set*.c share. */
#ifndef KIN_CONTENT_FORMULA_SET_H
#define KIN_CONTENT_FORMULA_SET_H

#include "content/formula_tree.h"
#include "content/piece.h"

/* Where a part stands: what may become of its sign. Neither: behind an operator, so a sign needs brackets. */
enum kin_set_place {
    KIN_BARE = 1,  /* nothing before it: a sign stands alone in front */
    KIN_MERGE = 2, /* among terms with letters: a minus goes into the operator before it */
};

struct kin_setter {
    struct kin_frame *frame;
    kin_arena *arena; /* the frame's */
    const struct kin_formula *formula;
    const struct kin_value *values; /* of the holes */
};

/* A formula with the values of its holes, its joins written out as sums, products, chains or lists. */
struct kin_grown {
    const struct kin_formula *formula;
    const struct kin_value *values;
};
bool kin_formula_grow(const struct kin_formula *formula, struct kin_frame *frame, struct kin_grown *grown);

/* A part with its values, for a place. `maths` is NULL when frame->fault is set. */
struct kin_piece kin_setter_part(struct kin_setter *setter, const struct kin_written *part, unsigned place);
struct kin_piece kin_setter_sum(struct kin_setter *setter, const struct kin_written *part, unsigned place);
struct kin_piece kin_setter_product(struct kin_setter *setter, const struct kin_written *part, unsigned place);

/* Matrices and written arithmetic. */
struct kin_piece kin_setter_laid_out(struct kin_setter *setter, const struct kin_written *part);

/* Keep the sign where the place lets it stand, else put brackets around. */
struct kin_piece kin_setter_settle(struct kin_setter *setter, struct kin_piece part, unsigned place);

/* What is left of a sum whose terms all vanish. */
struct kin_piece kin_setter_zero(struct kin_setter *setter);

#endif
