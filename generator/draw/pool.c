#include "draw/pool.h"

#include "draw/hash.h"
#include "random/pcg.h"

#include <string.h>

/* Statements of one pool that are all true or all false, by kind. */
struct group {
    const struct kin_pool_template *pool;
    bool right;
    const char *kinds[KIN_MOST_WRONG]; /* in order of their first statement */
    size_t there[KIN_MOST_WRONG], quota[KIN_MOST_WRONG];
    size_t count;
};

static bool same_kind(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool belongs(const struct kin_statement *statement, const struct group *group)
{
    return statement->pool == group->pool && statement->right == group->right;
}

static size_t kind_in(const struct group *group, const char *kind)
{
    size_t at = 0;
    while (at < group->count && !same_kind(group->kinds[at], kind)) {
        at++;
    }
    return at;
}

static void gather(const struct kin_statements *statements, struct group *group)
{
    group->count = 0;
    for (size_t i = 0; i < statements->count; i++) {
        if (belongs(&statements->items[i], group)) {
            size_t at = kind_in(group, statements->items[i].kind);
            if (at == group->count) {
                group->kinds[group->count] = statements->items[i].kind;
                group->there[group->count] = group->quota[group->count] = 0;
                group->count++;
            }
            group->there[at]++;
        }
    }
}

/* As many kinds as possible: one of each in turn. */
static bool share_out(struct group *group, size_t wanted)
{
    for (size_t before = wanted + 1; wanted && wanted < before;) {
        before = wanted;
        for (size_t i = 0; i < group->count && wanted; i++) {
            if (group->quota[i] < group->there[i]) {
                group->quota[i]++;
                wanted--;
            }
        }
    }
    return wanted == 0;
}

/* The kinds that the author listed, one statement each. */
static bool take_listed(struct group *group, size_t wanted)
{
    const struct kin_pool_template *pool = group->pool;
    for (size_t i = 0; i < pool->kind_count; i++) {
        size_t at = kind_in(group, pool->kinds[i].chars);
        if (at == group->count || group->quota[at] == group->there[at]) {
            return false;
        }
        group->quota[at]++;
    }
    return pool->kind_count == wanted;
}

static bool settle(const struct kin_statements *statements, struct group *group, size_t wanted)
{
    gather(statements, group);
    return group->pool->kind_count && !group->right ? take_listed(group, wanted) : share_out(group, wanted);
}

/* ---- Numbers ------------------------------------------------------------------------------------------------------
 */

static bool count_of(const struct kin_expr *expr, struct kin_frame *frame, size_t *count)
{
    struct kin_value value = {.kind = KIN_NOTHING};
    int64_t whole = 0;
    *count = 0;
    if (!expr) {
        return true;
    }
    if (!kin_expr_eval(expr, frame, &value)) {
        return false;
    }
    if (value.kind != KIN_NUMBER || !kin_rat_to_int(value.as.number, &whole) || whole < 0 || whole > KIN_MOST_WRONG) {
        return kin_resolve_fault(frame, KIN_E448, kin_expr_span(expr), kin_value_text(frame->arena, &value));
    }
    *count = (size_t)whole;
    return true;
}

static bool counts_of(const struct kin_pool_template *pool, struct kin_frame *frame, size_t *right, size_t *wrong)
{
    size_t shown;
    if (!count_of(pool->show, frame, &shown) || !count_of(pool->right, frame, right)) {
        return false;
    }
    if (*right > shown) {
        return kin_resolve_fault(frame, KIN_E448, kin_expr_span(pool->right), kin_format(frame->arena, "%zu", *right));
    }
    *wrong = shown - *right;
    return true;
}

/* ---- All pools ------------------------------------------------------------------------------------------------------
 */

/* Is it the first statement of its pool? */
static bool opens_pool(const struct kin_statements *statements, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (statements->items[i].pool == statements->items[n].pool) {
            return false;
        }
    }
    return statements->items[n].pool != NULL;
}

static void note_pattern(const struct group *group, struct kin_hash *hash)
{
    for (size_t i = 0; i < group->count; i++) {
        if (group->quota[i]) {
            const char *kind = group->kinds[i] ? group->kinds[i] : "";
            kin_hash_bytes(hash, kind, strlen(kind));
            kin_hash_add(hash, group->quota[i] * 2 + group->right);
        }
    }
}

static bool judge_pool(const struct kin_statements *statements, const struct kin_pool_template *pool,
                       struct kin_frame *frame, struct kin_pooled *pooled, struct kin_hash *hash)
{
    size_t right, wrong;
    if (!counts_of(pool, frame, &right, &wrong)) {
        return false;
    }
    struct group *group = KIN_NEW(frame->arena, struct group);
    for (int truth = 0; truth < 2; truth++) {
        group->pool = pool;
        group->right = truth;
        pooled->usable = settle(statements, group, truth ? right : wrong) && pooled->usable;
        note_pattern(group, hash);
    }
    pooled->shown += right + wrong;
    pooled->right += right;
    return true;
}

bool kin_pools_judge(const struct kin_statements *statements, struct kin_frame *frame, struct kin_pooled *pooled)
{
    struct kin_hash hash = {0};
    bool any = false;
    *pooled = (struct kin_pooled){.usable = true};
    for (size_t i = 0; i < statements->count; i++) {
        const struct kin_statement *statement = &statements->items[i];
        any = any || statement->pool;
        if (!statement->pool) {
            pooled->shown++;
            pooled->right += statement->right;
        } else if (opens_pool(statements, i) && !judge_pool(statements, statement->pool, frame, pooled, &hash)) {
            return false;
        }
    }
    pooled->pattern = any ? hash.a : 0;
    return true;
}

/* ---- Choosing -------------------------------------------------------------------------------------------------------
 */

static uint64_t choose_kind(const struct kin_statements *statements, const struct group *group, size_t kind,
                            struct kin_pcg *stream)
{
    uint32_t order[KIN_MOST_WRONG];
    size_t bits[KIN_MOST_WRONG], count = 0;
    uint64_t chosen = 0;
    for (size_t i = 0; i < statements->count; i++) {
        const struct kin_statement *statement = &statements->items[i];
        if (belongs(statement, group) && same_kind(statement->kind, group->kinds[kind])) {
            bits[count++] = statement->bit;
        }
    }
    kin_pcg_shuffle(stream, order, (uint32_t)count);
    for (size_t i = 0; i < group->quota[kind] && i < count; i++) {
        chosen |= (uint64_t)1 << bits[order[i]];
    }
    return chosen;
}

static uint64_t choose_pool(const struct kin_statements *statements, const struct kin_pool_template *pool,
                            struct kin_frame *frame, struct kin_pcg *stream)
{
    size_t right, wrong;
    uint64_t chosen = 0;
    struct group *group = KIN_NEW(frame->arena, struct group);
    if (!counts_of(pool, frame, &right, &wrong)) {
        return 0; /* reported when it was judged */
    }
    for (int truth = 0; truth < 2; truth++) {
        group->pool = pool;
        group->right = truth;
        settle(statements, group, truth ? right : wrong);
        for (size_t i = 0; i < group->count; i++) {
            chosen |= choose_kind(statements, group, i, stream);
        }
    }
    return chosen;
}

uint64_t kin_pools_choose(const struct kin_statements *statements, struct kin_frame *frame, struct kin_pcg *stream)
{
    uint64_t chosen = 0;
    for (size_t i = 0; i < statements->count; i++) {
        if (!statements->items[i].pool) {
            chosen |= (uint64_t)1 << statements->items[i].bit;
        } else if (opens_pool(statements, i)) {
            chosen |= choose_pool(statements, statements->items[i].pool, frame, stream);
        }
    }
    return chosen;
}
