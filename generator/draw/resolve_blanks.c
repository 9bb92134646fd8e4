/* From the body of a response to content with blanks. LANGUAGE rule 5. */
#include "content/answer.h"
#include "content/blank.h"
#include "draw/judge.h"
#include "draw/resolve_item.h"

#include <string.h>

/* An answer that is printed in a formula, since its blank is none for these values. */
struct given {
    const char *id;
    struct kin_answer answer;
};

struct kin_completing {
    const struct kin_judgement *judgement;
    uint64_t placed; /* bit i: blank i of the judgement has its place */
    size_t at;       /* the one that is being resolved */
    struct kin_response *result;
    size_t room;
    struct given *givens;
    size_t given_count, given_room;
};

static kin_arena *arena_of(const struct kin_resolving *resolving)
{
    return resolving->content.walk.frame->arena;
}

static const char *id_of(kin_arena *arena, const struct kin_judged_blank *judged)
{
    const char *id = judged->blank->id;
    return judged->blank->repeated ? kin_format(arena, "%s.%zu", id, judged->round + 1) : id;
}

/* ---- Where a blank stands --------------------------------------------------------------------------------------- */

/* Words and formulas need a longer rule than numbers. */
static int needs_room(const struct kin_answer_type *type)
{
    return type && (type->formula || type->type.kind == KIN_WORD);
}

static void add_place(struct kin_resolving *resolving, const struct kin_response_template *blank, const char *id)
{
    kin_arena *arena = arena_of(resolving);
    if (!blank->in_formula) {
        struct kin_node *node = kin_node_new(arena, KIN_NODE_BLANK);
        node->text = id;
        node->size = needs_room(blank->type);
        kin_nodes_add(arena, resolving->content.out, node);
    }
}

static bool add_open(struct kin_resolving *resolving, const struct kin_judged_blank *judged,
                     const struct kin_response_template *told, const char *id)
{
    struct kin_completing *completing = resolving->completing;
    struct kin_response *result = completing->result;
    struct kin_response blank;
    if (!kin_resolve_response(resolving, told, &judged->judgement, &blank)) {
        return false;
    }
    blank.id = id;
    KIN_PUSH(arena_of(resolving), result->blanks, result->blank_count, completing->room) = blank;
    add_place(resolving, told, id);
    return true;
}

static bool add_given(struct kin_resolving *resolving, const struct kin_response_template *blank, const char *id)
{
    struct kin_completing *completing = resolving->completing;
    struct given given = {.id = id};
    kin_arena *arena = arena_of(resolving);
    if (!kin_resolve_answer(resolving, blank, blank->key, blank->key_formula, NULL, &given.answer)) {
        return false;
    }
    if (blank->in_formula) {
        KIN_PUSH(arena, completing->givens, completing->given_count, completing->given_room) = given;
    }
    for (size_t i = 0; !blank->in_formula && i < given.answer.content.count; i++) {
        kin_nodes_add(arena, resolving->content.out, given.answer.content.items[i]);
    }
    return true;
}

/* Numbers were judged in the language of the bank; the text may be a translation, whose words have another order. */
static const struct kin_judged_blank *judged_of(struct kin_completing *completing,
                                                const struct kin_response_template *told)
{
    const struct kin_judgement *judgement = completing->judgement;
    for (size_t i = 0; i < judgement->blank_count; i++) {
        uint64_t bit = (uint64_t)1 << i;
        if (!(completing->placed & bit) && strcmp(judgement->blanks[i].blank->id, told->id) == 0) {
            completing->placed |= bit;
            completing->at = i;
            return &judgement->blanks[i];
        }
    }
    return NULL;
}

const struct kin_judgement *kin_judged_before(const struct kin_resolving *resolving, const char *id, const char **name)
{
    const struct kin_completing *completing = resolving->completing;
    for (size_t i = completing ? completing->at : 0; i > 0; i--) {
        const struct kin_judged_blank *judged = &completing->judgement->blanks[i - 1];
        if (strcmp(judged->blank->id, id) == 0) {
            *name = id_of(arena_of(resolving), judged);
            return judged->open ? &judged->judgement : NULL;
        }
    }
    return NULL;
}

static bool add_blank(struct kin_content *content, const struct kin_block *block)
{
    struct kin_resolving *resolving = (struct kin_resolving *)content;
    const struct kin_judged_blank *judged = judged_of(resolving->completing, block->blank);
    if (!judged) {
        return true; /* one that only a translation has */
    }
    kin_judge_put(block->blank, content->walk.frame, judged->judgement.key);
    const char *id = id_of(arena_of(resolving), judged);
    return judged->open ? add_open(resolving, judged, block->blank, id) : add_given(resolving, block->blank, id);
}

/* ---- Reading order -------------------------------------------------------------------------------------------------
 */

struct sorting {
    const struct kin_response *from;
    struct kin_response *to;
    size_t count;
};

static bool is_placed(const struct sorting *sorting, const char *id)
{
    for (size_t i = 0; i < sorting->count; i++) {
        if (strcmp(sorting->to[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

static void place(void *data, const char *id)
{
    struct sorting *sorting = data;
    for (size_t i = 0; i < sorting->from->blank_count; i++) {
        if (strcmp(sorting->from->blanks[i].id, id) == 0 && !is_placed(sorting, id)) {
            sorting->to[sorting->count++] = sorting->from->blanks[i];
        }
    }
}

/* In the order in which a reader meets them; one whose formula is not printed this time is none. */
static void sort_blanks(kin_arena *arena, struct kin_response *result)
{
    struct sorting sorting = {.from = result, .to = KIN_NEW_N(arena, struct kin_response, result->blank_count)};
    kin_blanks_visit(&result->body, place, &sorting);
    result->blanks = sorting.to;
    result->blank_count = sorting.count;
}

/* ---- The whole ------------------------------------------------------------------------------------------------------
 */

static enum kin_fill with_given(void *data, const char *id, const struct kin_answer **answer)
{
    const struct kin_completing *completing = data;
    for (size_t i = 0; i < completing->given_count; i++) {
        if (strcmp(completing->givens[i].id, id) == 0) {
            *answer = &completing->givens[i].answer;
            return KIN_FILL_PRINTED;
        }
    }
    return KIN_FILL_NOTHING;
}

/* The points of a response go to its blanks in equal shares, or are the sum of what each has. */
static void share_points(kin_arena *arena, const struct kin_response_template *response, struct kin_response *result)
{
    bool shared = response->blanks[0].shared;
    struct kin_rat count = kin_rat_int((int64_t)result->blank_count), sum = kin_rat_int(0);
    struct kin_rat share = result->blank_count ? kin_rat_div(arena, result->points, count) : kin_rat_int(0);
    for (size_t i = 0; i < result->blank_count; i++) {
        result->blanks[i].points = shared ? share : result->blanks[i].points;
        sum = kin_rat_add(arena, sum, result->blanks[i].points);
    }
    result->points = shared ? result->points : sum;
}

static void key_of_blanks(kin_arena *arena, struct kin_response *result)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < result->blank_count; i++) {
        kin_buf_addf(&buf, "%s%s", i ? ", " : "", result->blanks[i].key.text);
    }
    result->key.text = buf.data;
}

bool kin_resolve_blanks(struct kin_resolving *resolving, const struct kin_response_template *response,
                        const struct kin_judgement *judgement, struct kin_response *result)
{
    struct kin_completing completing = {.judgement = judgement, .result = result};
    kin_arena *arena = arena_of(resolving);
    resolving->completing = &completing;
    resolving->content.blank = add_blank;
    bool resolved = kin_content_flow(&resolving->content, &response->body, &result->body);
    resolving->content.blank = NULL;
    resolving->completing = NULL;
    if (!resolved) {
        return false;
    }
    if (completing.given_count) {
        struct kin_filling filling = {with_given, &completing};
        result->body = kin_blanks_fill(arena, &result->body, &filling);
    }
    sort_blanks(arena, result);
    share_points(arena, response, result);
    key_of_blanks(arena, result);
    result->whole = response->whole;
    return true;
}
