#include "content/answer.h"
#include "draw/judge.h"
#include "draw/resolve_content.h"

#include <string.h>

bool kin_candidate_evaluate(struct kin_candidate *candidate, struct kin_frame *frame)
{
    kin_listed_enter(&candidate->entry, frame);
    return !candidate->expr || kin_expr_eval(candidate->expr, frame, &candidate->value);
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

static bool marked_alike(const struct kin_candidates *candidates, struct kin_candidate *a, struct kin_candidate *b)
{
    const struct kin_answer_type *type = candidates->response->type;
    bool same;
    if (a->expr && b->expr) {
        return kin_answer_same(type, candidates->frame->arena, &a->value, &b->value);
    }
    if (a->formula && b->formula && type && enter_both(a, b, candidates->frame) &&
        kin_answer_same_formula(type, candidates->frame, a->formula, b->formula, &same)) {
        return same;
    }
    return look_alike(candidates, a, b);
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
