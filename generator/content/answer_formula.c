/* Answers that are formulas. */
#include "content/answer.h"

static bool lettered(const struct kin_poly *poly)
{
    struct kin_rat number;
    return poly && !kin_poly_constant(poly, &number);
}

/* Without an unknown every true equation has the same solutions: 3 + 4 = 7 is then the same as itself only. */
static bool same_look(struct kin_frame *frame, const struct kin_formula *a, const struct kin_formula *b)
{
    const struct kin_maths *left = kin_formula_resolve(a, frame), *right = kin_formula_resolve(b, frame);
    return left && right && kin_maths_equal(left, right);
}

static bool same_equation(struct kin_frame *frame, const struct kin_formula *a, const struct kin_formula *b, bool *same)
{
    const struct kin_poly *left[2], *right[2];
    if (!kin_formula_sides(a, frame, &left[0], &right[0]) || !kin_formula_sides(b, frame, &left[1], &right[1])) {
        return false;
    }
    const struct kin_poly *first = kin_poly_sub(frame->arena, left[0], right[0]);
    const struct kin_poly *second = kin_poly_sub(frame->arena, left[1], right[1]);
    *same = lettered(first) && lettered(second) ? kin_poly_proportional(frame->arena, first, second)
                                                : kin_poly_equal(left[0], left[1]) && same_look(frame, a, b);
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

/* f(x) = 2x + 1 and y = 2x + 1 say the same: what stands behind the "=" is the rule. */
static bool same_function(struct kin_frame *frame, const struct kin_formula *a, const struct kin_formula *b, bool *same)
{
    struct kin_value values[2];
    if (!kin_formula_last(a, frame, &values[0]) || !kin_formula_last(b, frame, &values[1])) {
        return false;
    }
    *same = kin_value_equal(&values[0], &values[1]);
    return true;
}

static bool same_inequality(struct kin_frame *frame, const struct kin_formula *a, const struct kin_formula *b,
                            bool *same)
{
    struct kin_solutions left, right;
    if (!kin_formula_solutions(a, frame, &left) || !kin_formula_solutions(b, frame, &right)) {
        return false;
    }
    *same = kin_solutions_equal(frame->arena, &left, &right);
    return true;
}

/* Each equation of one is among those of the other. */
static bool among(kin_arena *arena, const struct kin_system *a, const struct kin_system *b)
{
    for (size_t i = 0; i < a->count; i++) {
        bool found = false;
        for (size_t j = 0; j < b->count; j++) {
            found = found || kin_poly_proportional(arena, a->items[i], b->items[j]);
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

static bool same_system(struct kin_frame *frame, const struct kin_formula *a, const struct kin_formula *b, bool *same)
{
    struct kin_system left, right;
    if (!kin_formula_system(a, frame, &left) || !kin_formula_system(b, frame, &right)) {
        return false;
    }
    *same = among(frame->arena, &left, &right) && among(frame->arena, &right, &left);
    return true;
}

static bool expression_value(struct kin_frame *frame, const struct kin_formula *formula, struct kin_value *value)
{
    return kin_formula_value(formula, frame, value);
}

static bool rule_value(struct kin_frame *frame, const struct kin_formula *formula, struct kin_value *value)
{
    return kin_formula_last(formula, frame, value);
}

/* left - right. */
static bool difference_of_sides(struct kin_frame *frame, const struct kin_formula *formula, struct kin_value *value)
{
    const struct kin_poly *difference = kin_formula_difference(formula, frame);
    if (difference) {
        *value = kin_value_poly(difference);
    }
    return difference != NULL;
}

const struct kin_answer_type kin_answer_type_equation = {.name = "equation",
                                                         .doc = "An equation; any with the same solutions is right",
                                                         .needs = "a formula in <key>",
                                                         .format = "",
                                                         .accepted = "any equivalent equation",
                                                         .formula = true,
                                                         .same_formula = same_equation,
                                                         .key_value = difference_of_sides};

const struct kin_answer_type kin_answer_type_expression = {
    .name = "expression",
    .doc = "An expression with letters; any of equal value is right",
    .needs = "a formula in <key>",
    .format = "",
    .accepted = "any equivalent expression",
    .formula = true,
    .same_formula = same_expression,
    .key_value = expression_value};

const struct kin_answer_type kin_answer_type_inequality = {
    .name = "inequality",
    .doc = "An inequality, in either direction; any with the same solutions is right",
    .needs = "a formula in <key>",
    .format = "",
    .accepted = "any equivalent inequality",
    .formula = true,
    .same_formula = same_inequality,
    .key_value = difference_of_sides};

const struct kin_answer_type kin_answer_type_function = {
    .name = "function",
    .doc = "The rule of a function, f(x) = 2x + 1 or y = 2x + 1; any equal right side is right",
    .needs = "a formula in <key>",
    .format = "",
    .accepted = "any equivalent rule",
    .formula = true,
    .same_formula = same_function,
    .key_value = rule_value};

const struct kin_answer_type kin_answer_type_system = {
    .name = "system",
    .doc = "Equations with commas or \"and\" between; in any order, each in any equivalent form",
    .needs = "a formula in <key>",
    .format = "",
    .accepted = "the equations in any order, each in any equivalent form",
    .formula = true,
    .same_formula = same_system};

bool kin_answer_same_formula(const struct kin_answer_type *type, struct kin_frame *frame, const struct kin_formula *a,
                             const struct kin_formula *b, bool *same)
{
    return type->same_formula(frame, a, b, same);
}
