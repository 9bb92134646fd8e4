/* Answers that are formulas. */
#include "content/answer.h"

const struct kin_answer_type kin_answer_type_equation = {.name = "equation",
                                                         .doc = "An equation; any with the same solutions is right",
                                                         .needs = "a formula in <key>",
                                                         .format = "",
                                                         .accepted = "any equivalent equation",
                                                         .formula = true};

const struct kin_answer_type kin_answer_type_expression = {
    .name = "expression",
    .doc = "An expression with letters; any of equal value is right",
    .needs = "a formula in <key>",
    .format = "",
    .accepted = "any equivalent expression",
    .formula = true};

static bool same_equation(struct kin_frame *frame, const struct kin_formula *a, const struct kin_formula *b, bool *same)
{
    const struct kin_poly *left[2], *right[2];
    if (!kin_formula_sides(a, frame, &left[0], &right[0]) || !kin_formula_sides(b, frame, &left[1], &right[1])) {
        return false;
    }
    *same = kin_poly_proportional(frame->arena, kin_poly_sub(frame->arena, left[0], right[0]),
                                  kin_poly_sub(frame->arena, left[1], right[1]));
    return true;
}

static bool same_expression(struct kin_frame *frame, const struct kin_formula *a, const struct kin_formula *b,
                            bool *same)
{
    struct kin_value values[2];
    if (!kin_formula_value(a, frame, &values[0]) || !kin_formula_value(b, frame, &values[1])) {
        return false;
    }
    *same = kin_value_equal(&values[0], &values[1]);
    return true;
}

bool kin_answer_same_formula(const struct kin_answer_type *type, struct kin_frame *frame, const struct kin_formula *a,
                             const struct kin_formula *b, bool *same)
{
    return type == &kin_answer_type_equation ? same_equation(frame, a, b, same) : same_expression(frame, a, b, same);
}
