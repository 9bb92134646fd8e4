#include "content/answer.h"
#include "draw/judge.h"
#include "draw/resolve_content.h"

#include <string.h>

bool kin_candidate_evaluate(struct kin_candidate *candidate, struct kin_frame *frame)
{
    kin_listed_enter(&candidate->entry, frame);
    return !candidate->expr || kin_expr_eval(candidate->expr, frame, &candidate->value);
}

struct kin_value kin_candidate_value(const struct kin_candidate *candidate,
                                     const struct kin_response_template *response, struct kin_frame *frame)
{
    struct kin_value value = candidate->value;
    struct kin_fault fault = frame->fault;
    bool made = !candidate->expr && candidate->formula && response->type && response->type->key_value &&
                response->type->key_value(frame, candidate->formula, &value);
    if (!candidate->expr && (!made || !kin_value_writable(&value))) {
        value = (struct kin_value){.kind = KIN_NOTHING};
    }
    frame->fault = fault;
    return value;
}

const char *kin_response_format(const struct kin_response_template *response)
{
    if (response->format && *response->format) {
        return response->format;
    }
    return response->type && response->type->format ? response->type->format : "";
}

static const char *value_text(const struct kin_candidates *candidates, const struct kin_value *value)
{
    struct kin_answer answer;
    bool printed = kin_answer_of_value(candidates->frame, value, kin_response_format(candidates->response), &answer);
    return printed ? answer.text : NULL;
}

static const char *formula_text(const struct kin_candidates *candidates, const struct kin_formula *formula)
{
    const struct kin_maths *maths = kin_formula_resolve(formula, candidates->frame);
    return maths ? kin_maths_text(candidates->frame->arena, maths) : NULL;
}

static const char *content_text(const struct kin_candidates *candidates, const struct kin_blocks *content)
{
    struct kin_content resolving = {.walk = {.frame = candidates->frame}};
    struct kin_nodes nodes = {0};
    bool resolved = kin_content_line(&resolving, content, &nodes);
    return resolved ? kin_nodes_text(candidates->frame->arena, &nodes) : NULL;
}

static const char *look(const struct kin_candidates *candidates, struct kin_candidate *candidate)
{
    kin_listed_enter(&candidate->entry, candidates->frame);
    if (!candidate->text && candidate->expr) {
        candidate->text = value_text(candidates, &candidate->value);
    } else if (!candidate->text && candidate->formula) {
        candidate->text = formula_text(candidates, candidate->formula);
    } else if (!candidate->text) {
        candidate->text = content_text(candidates, candidate->content);
    }
    return candidate->text;
}

/* Numbers that print exactly as they are look alike only if they are equal, places included: no text is needed. */
static bool exact_number(const struct kin_candidates *candidates, const struct kin_candidate *candidate)
{
    return candidate->expr && candidate->value.kind == KIN_NUMBER && !*kin_response_format(candidates->response);
}

static bool look_alike(const struct kin_candidates *candidates, struct kin_candidate *a, struct kin_candidate *b)
{
    if (exact_number(candidates, a) && exact_number(candidates, b) && !kin_value_equal(&a->value, &b->value)) {
        return false;
    }
    const char *left = look(candidates, a), *right = look(candidates, b);
    return left && right && strcmp(left, right) == 0;
}

bool kin_candidates_look(struct kin_candidates *candidates, struct kin_candidate *candidate)
{
    for (size_t i = 0; i < candidates->count; i++) {
        if (look_alike(candidates, &candidates->items[i], candidate)) {
            return true;
        }
    }
    return false;
}

/* False where both stand in repetitions, which cannot be entered at once. */
static bool enter_both(const struct kin_candidate *a, const struct kin_candidate *b, struct kin_frame *frame)
{
    kin_listed_enter(&a->entry, frame);
    kin_listed_enter(&b->entry, frame);
    return !a->entry.round_count || !b->entry.round_count;
}

/* ---- The same answer? ---- */

/* A formula beside a value: a number, or a quantity in any unit. */
static bool value_beside(const struct kin_candidates *candidates, const struct kin_candidate *value,
                         const struct kin_formula *formula, bool *same)
{
    const struct kin_response_template *response = candidates->response;
    struct kin_frame *frame = candidates->frame;
    struct kin_fault fault = frame->fault;
    struct kin_value other;
    bool known = kin_formula_value(formula, frame, &other);
    if (known && response->marking.unit) {
        *same = kin_quantity_equal(frame->arena, &value->value, response->marking.unit, &other);
    } else if (known) {
        *same = kin_answer_same(response->type, frame->arena, &value->value, &other);
    }
    frame->fault = fault;
    return known;
}

static bool within_tolerance(const struct kin_candidates *candidates, const struct kin_value *a,
                             const struct kin_value *b)
{
    return kin_answer_near(candidates->frame->arena, a, b, candidates->response->marking.tolerance);
}

/* False: it cannot be told by value, only by look. */
static bool same_value(const struct kin_candidates *candidates, const struct kin_candidate *a,
                       const struct kin_candidate *b, bool *same)
{
    const struct kin_answer_type *type = candidates->response->type;
    if (a->expr && b->expr) {
        *same = kin_answer_same(type, candidates->frame->arena, &a->value, &b->value) ||
                within_tolerance(candidates, &a->value, &b->value);
        return true;
    }
    if (!type || !enter_both(a, b, candidates->frame)) {
        return false;
    }
    if (a->formula && b->formula && type->formula) {
        return kin_answer_same_formula(type, candidates->frame, a->formula, b->formula, same);
    }
    if (type->formula || (!a->formula && !b->formula) || (!a->expr && !b->expr)) {
        return false;
    }
    return a->expr ? value_beside(candidates, a, b->formula, same) : value_beside(candidates, b, a->formula, same);
}

bool kin_candidate_formed(const struct kin_response_template *response, struct kin_frame *frame,
                          const struct kin_candidate *candidate)
{
    struct kin_fault fault = frame->fault;
    kin_listed_enter(&candidate->entry, frame);
    const struct kin_maths *maths = candidate->expr
                                        ? kin_maths_of_value(frame, &candidate->value, kin_response_format(response))
                                    : candidate->formula ? kin_formula_resolve(candidate->formula, frame)
                                                         : NULL;
    frame->fault = fault;
    return maths && kin_required_holds(frame->arena, response->marking.form, maths);
}

/* With a required form, answers of one value are marked the same only when both are written in it. */
static bool marked_alike(const struct kin_candidates *candidates, struct kin_candidate *a, struct kin_candidate *b)
{
    const struct kin_response_template *response = candidates->response;
    bool same = false;
    if (!same_value(candidates, a, b, &same)) {
        return look_alike(candidates, a, b);
    }
    if (!same || !response->marking.form) {
        return same;
    }
    return (kin_candidate_formed(response, candidates->frame, a) &&
            kin_candidate_formed(response, candidates->frame, b)) ||
           look_alike(candidates, a, b);
}

bool kin_candidates_mark(struct kin_candidates *candidates, struct kin_candidate *candidate)
{
    for (size_t i = 0; i < candidates->count; i++) {
        if (marked_alike(candidates, &candidates->items[i], candidate)) {
            return true;
        }
    }
    return false;
}
