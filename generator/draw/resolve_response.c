#include "content/answer.h"
#include "content/furniture.h"
#include "draw/judge.h"
#include "draw/resolve_item.h"

#include <string.h>

static struct kin_frame *frame_of(const struct kin_resolving *resolving)
{
    return resolving->content.walk.frame;
}

static void answer_of_nodes(kin_arena *arena, struct kin_answer *answer)
{
    answer->text = kin_nodes_text(arena, &answer->content);
}

/* Equations of a system print under one another; their text stays in one line. */
static void stack_system(kin_arena *arena, const struct kin_response_template *response, const struct kin_maths *maths,
                         struct kin_answer *answer)
{
    if (response->type && strcmp(response->type->name, "system") == 0) {
        answer->content = (struct kin_nodes){0};
        kin_nodes_add(arena, &answer->content, kin_node_maths(arena, kin_maths_stack(arena, maths)));
    }
}

bool kin_resolve_answer(struct kin_resolving *resolving, const struct kin_response_template *response,
                        const struct kin_expr *value, const struct kin_formula *formula,
                        const struct kin_blocks *content, struct kin_answer *answer)
{
    struct kin_frame *frame = frame_of(resolving);
    if (value) {
        struct kin_value result;
        return kin_expr_eval(value, frame, &result) &&
               kin_answer_of_value(frame, &result, kin_response_format(response), answer);
    }
    if (formula) {
        const struct kin_maths *maths = kin_formula_resolve(formula, frame);
        if (maths) {
            kin_answer_of_maths(frame->arena, maths, answer);
            stack_system(frame->arena, response, maths, answer);
        }
        return maths != NULL;
    }
    if (content && !kin_content_line(&resolving->content, content, &answer->content)) {
        return false;
    }
    answer_of_nodes(frame->arena, answer);
    return true;
}

/* ---- Equivalents ----------------------------------------------------------------------------------------------------
 */

struct equivalents {
    struct kin_answer *items;
    size_t count, room;
};

/* One that prints like the key or another equivalent says nothing new. */
static void add_equivalent(kin_arena *arena, struct equivalents *equivalents, const struct kin_response *result,
                           const struct kin_answer *answer)
{
    bool known = result->key.text && strcmp(result->key.text, answer->text) == 0;
    for (size_t i = 0; i < equivalents->count; i++) {
        known = known || strcmp(equivalents->items[i].text, answer->text) == 0;
    }
    if (!known && *answer->text) {
        KIN_PUSH(arena, equivalents->items, equivalents->count, equivalents->room) = *answer;
    }
}

static bool add_declared(struct kin_resolving *resolving, const struct kin_response_template *response,
                         struct equivalents *equivalents, const struct kin_response *result)
{
    struct kin_entries entries;
    if (!kin_entries_list(response, KIN_ENTRY_ACCEPT, frame_of(resolving), &entries)) {
        return false;
    }
    for (size_t i = 0; i < entries.count; i++) {
        const struct kin_accept_template *accept = &response->accepts[entries.items[i].index];
        struct kin_answer answer = {0};
        bool holds;
        kin_listed_enter(&entries.items[i], frame_of(resolving));
        if (!kin_walk_decide(&resolving->content.walk, accept->when, &holds) ||
            (holds && !kin_resolve_answer(resolving, response, NULL, NULL, &accept->content, &answer))) {
            return false;
        }
        if (holds) {
            add_equivalent(frame_of(resolving)->arena, equivalents, result, &answer);
        }
    }
    return true;
}

/* A tolerance says from where to where. */
static void add_range(struct kin_frame *frame, const struct kin_response_template *response,
                      const struct kin_judgement *judgement, struct equivalents *equivalents,
                      const struct kin_response *result)
{
    struct kin_rat width = response->marking.tolerance;
    const struct kin_value *key = &judgement->key;
    if (key->kind != KIN_NUMBER || kin_rat_sign(width) == 0) {
        return;
    }
    struct kin_value low = *key, high = *key;
    struct kin_answer from, to, range = {0};
    low.as.number = kin_rat_sub(frame->arena, key->as.number, width);
    high.as.number = kin_rat_add(frame->arena, key->as.number, width);
    if (kin_answer_of_value(frame, &low, "decimal", &from) && kin_answer_of_value(frame, &high, "decimal", &to)) {
        const char *words = kin_furniture_of(kin_frame_language(frame)->tag)->range;
        range.text = kin_format(frame->arena, words, from.text, to.text);
        kin_nodes_add(frame->arena, &range.content, kin_node_text(frame->arena, range.text, KIN_UPRIGHT));
        add_equivalent(frame->arena, equivalents, result, &range);
    }
}

/* Those that the answer type makes by itself, and its sentence for all others. */
static void add_automatic(struct kin_resolving *resolving, const struct kin_response_template *response,
                          const struct kin_judgement *judgement, struct equivalents *equivalents,
                          const struct kin_response *result)
{
    struct kin_frame *frame = frame_of(resolving);
    struct kin_answer *made = NULL;
    const struct kin_answer_type *type = response->type;
    bool free = response->marking.form == KIN_REQUIRED_ANY;
    bool exact = response->key && !response->marking.rounded;
    size_t count = exact && type && free
                       ? kin_answer_accepted(type, frame, &judgement->key, kin_response_format(response), &made)
                       : 0;
    for (size_t i = 0; i < count; i++) {
        add_equivalent(frame->arena, equivalents, result, &made[i]);
    }
    add_range(frame, response, judgement, equivalents, result);
    if (type && type->accepted && free) {
        struct kin_answer answer = {.text = kin_furniture_say(kin_frame_language(frame)->tag, type->accepted)};
        kin_nodes_add(frame->arena, &answer.content, kin_node_text(frame->arena, answer.text, KIN_UPRIGHT));
        add_equivalent(frame->arena, equivalents, result, &answer);
    }
}

static bool resolve_accepted(struct kin_resolving *resolving, const struct kin_response_template *response,
                             const struct kin_judgement *judgement, struct kin_response *result)
{
    struct equivalents equivalents = {0};
    if (!add_declared(resolving, response, &equivalents, result)) {
        return false;
    }
    if (!response->accept) { /* other forms of a sample say less than what all right answers are */
        add_automatic(resolving, response, judgement, &equivalents, result);
    }
    result->accepted = equivalents.items;
    result->accepted_count = equivalents.count;
    return true;
}

/* ---- Wrong answers
 * ----------------------------------------------------------------------------------------------------- */

static bool resolve_wrong(struct kin_resolving *resolving, const struct kin_response_template *response,
                          const struct kin_wrong_template *template, struct kin_wrong *wrong)
{
    wrong->misconception = template->misconception;
    wrong->points = template->points;
    return kin_resolve_answer(resolving, response, template->key, template->formula, &template->content,
                              &wrong->answer) &&
           kin_content_text(&resolving->content, &template->because, &wrong->because);
}

static bool resolve_wrongs(struct kin_resolving *resolving, const struct kin_response_template *response,
                           const struct kin_judgement *judgement, struct kin_response *result)
{
    struct kin_entries entries;
    if (!kin_entries_list(response, KIN_ENTRY_WRONG, frame_of(resolving), &entries)) {
        return false;
    }
    result->wrong = KIN_NEW_N(frame_of(resolving)->arena, struct kin_wrong, entries.count);
    for (size_t i = 0; i < entries.count; i++) {
        const struct kin_wrong_template *wrong = &response->wrongs[entries.items[i].index];
        kin_listed_enter(&entries.items[i], frame_of(resolving));
        if ((judgement->wrong >> entries.items[i].bit & 1) &&
            !resolve_wrong(resolving, response, wrong, &result->wrong[result->wrong_count++])) {
            return false;
        }
    }
    return true;
}

/* ---- Rubric and the response itself
 * ------------------------------------------------------------------------------------- */

static bool resolve_credits(struct kin_resolving *resolving, const struct kin_response_template *response,
                            struct kin_response *result)
{
    struct kin_entries entries;
    if (!kin_entries_list(response, KIN_ENTRY_CREDIT, frame_of(resolving), &entries)) {
        return false;
    }
    result->credits = KIN_NEW_N(frame_of(resolving)->arena, struct kin_credit, entries.count);
    for (size_t i = 0; i < entries.count; i++) {
        const struct kin_credit_template *template = &response->credits[entries.items[i].index];
        bool holds;
        kin_listed_enter(&entries.items[i], frame_of(resolving));
        if (!kin_walk_decide(&resolving->content.walk, template->when, &holds)) {
            return false;
        }
        if (holds) {
            struct kin_credit *credit = &result->credits[result->credit_count++];
            credit->kind = template->kind;
            credit->points = template->points;
            credit->rule = template->rule ? kin_expr_source(template->rule) : NULL;
            credit->each = template->each;
            if (!kin_content_line(&resolving->content, &template->what, &credit->what)) {
                return false;
            }
        }
    }
    return true;
}

/* "x =" typed as a label is a formula: its letter is set like that of the question. */
static void typeset_label(kin_arena *arena, uint32_t letter, struct kin_nodes *label)
{
    struct kin_buf name = kin_buf_in(arena);
    kin_buf_add_rune(&name, letter);
    const char *plain = label->count == 1 && label->items[0]->kind == KIN_NODE_TEXT ? label->items[0]->text : "";
    const char *rest = strncmp(plain, name.data, name.length) == 0 ? plain + name.length : "";
    if (letter && (strcmp(rest, " =") == 0 || strcmp(rest, "=") == 0)) {
        const struct kin_maths *row[] = {kin_maths_new(arena, KIN_MATHS_LETTER, name.data, NULL, 0),
                                         kin_maths_new(arena, KIN_MATHS_RELATION, "=", NULL, 0)};
        label->items[0] = kin_node_maths(arena, kin_maths_new(arena, KIN_MATHS_ROW, NULL, row, 2));
    }
}

static bool resolve_frame_of_answer(struct kin_resolving *resolving, const struct kin_response_template *response,
                                    struct kin_response *result)
{
    struct kin_content *content = &resolving->content;
    if (!kin_content_line(content, &response->label, &result->label) ||
        !kin_content_line(content, &response->unit, &result->unit) ||
        !kin_content_flow(content, &response->sample, &result->sample)) {
        return false;
    }
    typeset_label(content->walk.frame->arena, response->letter, &result->label);
    return true;
}

static bool resolve_value(struct kin_resolving *resolving, const struct kin_response_template *response,
                          const struct kin_judgement *judgement, struct kin_response *result)
{
    enum kin_required form = response->marking.form;
    result->type = response->type ? response->type->name : NULL;
    result->required = form == KIN_REQUIRED_ANY ? NULL : kin_required_row(form)->name;
    if (kin_rat_sign(response->marking.tolerance) > 0) {
        result->tolerance = response->marking.tolerance;
    }
    return kin_resolve_answer(resolving, response, response->key, response->key_formula, NULL, &result->key) &&
           kin_content_line(&resolving->content, &response->says, &result->says) &&
           resolve_accepted(resolving, response, judgement, result) &&
           resolve_wrongs(resolving, response, judgement, result) &&
           kin_resolve_follows(resolving, response, judgement, result);
}

static bool resolve_by_kind(struct kin_resolving *resolving, const struct kin_response_template *response,
                            const struct kin_judgement *judgement, struct kin_response *result)
{
    switch (response->kind) {
    case KIN_RESPONSE_VALUE:
        return resolve_value(resolving, response, judgement, result);
    case KIN_RESPONSE_CHOICE:
    case KIN_RESPONSE_MULTI_SELECT:
        return kin_resolve_options(resolving, response, judgement, result);
    case KIN_RESPONSE_GRID:
        return kin_resolve_grid(resolving, response, result);
    case KIN_RESPONSE_MATCH:
        return kin_resolve_match(resolving, response, result);
    case KIN_RESPONSE_ORDER:
        return kin_resolve_order(resolving, response, result);
    case KIN_RESPONSE_DRAW:
        return kin_resolve_draw(resolving, response, result);
    case KIN_RESPONSE_BLANKS:
        return kin_resolve_blanks(resolving, response, judgement, result);
    default:
        return true;
    }
}

bool kin_resolve_response(struct kin_resolving *resolving, const struct kin_response_template *response,
                          const struct kin_judgement *judgement, struct kin_response *result)
{
    *result = (struct kin_response){
        .kind = response->kind,
        .id = response->id,
        .points = response->points,
        .lines = response->lines,
        .space_pt = response->space_pt,
    };
    return resolve_frame_of_answer(resolving, response, result) &&
           resolve_by_kind(resolving, response, judgement, result) && resolve_credits(resolving, response, result);
}
