/* The order in which options print. LANGUAGE rule 23. */
#include "draw/dress.h"
#include "draw/resolve_item.h"

#include <string.h>

static bool pinned(const struct kin_shown *shown)
{
    return shown->option && shown->option->last;
}

/* Pinned options behind the others, both kept in order. Returns how many are free to move. */
static size_t put_pinned_last(kin_arena *arena, struct kin_shown *shown, size_t count)
{
    struct kin_shown *kept = KIN_NEW_N(arena, struct kin_shown, count);
    size_t moving = 0, last = 0;
    for (size_t i = 0; i < count; i++) {
        if (pinned(&shown[i])) {
            kept[last++] = shown[i];
        } else {
            shown[moving++] = shown[i];
        }
    }
    for (size_t i = 0; i < last; i++) {
        shown[moving + i] = kept[i];
    }
    return moving;
}

/* Values by size; what has none comes behind, as it was written. */
static bool comes_before(const struct kin_shown *a, const struct kin_shown *b)
{
    if (a->value.kind != b->value.kind || a->value.kind == KIN_NOTHING) {
        return a->value.kind != KIN_NOTHING && b->value.kind == KIN_NOTHING;
    }
    return kin_value_compare(&a->value, &b->value) < 0;
}

/* By insertion: stable, and there are 26 at most. */
static void sort_by_size(struct kin_shown *shown, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct kin_shown moving = shown[i];
        size_t at = i;
        for (; at > 0 && comes_before(&moving, &shown[at - 1]); at--) {
            shown[at] = shown[at - 1];
        }
        shown[at] = moving;
    }
}

static void permute(struct kin_pcg *stream, kin_arena *arena, struct kin_shown *shown, size_t count)
{
    struct kin_shown *before = kin_copy_bytes(arena, shown, count * sizeof *shown);
    uint32_t *order = KIN_NEW_N(arena, uint32_t, count);
    kin_pcg_shuffle(stream, order, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        shown[i] = before[order[i]];
    }
}

/* The only right one among the first `count`; `count` when there is none or there are several. */
static size_t only_right(const struct kin_shown *shown, size_t count)
{
    size_t at = count;
    for (size_t i = 0; i < count; i++) {
        if (shown[i].right && at < count) {
            return count;
        }
        at = shown[i].right ? i : at;
    }
    return at;
}

struct dressing_order {
    const struct kin_template *template;
    const struct kin_response_template *response;
    const struct kin_dressing *dressing;
    kin_arena *arena;
    enum kin_order order;
    const char *purpose; /* of the stream that shuffles */
};

static void shuffle(const struct dressing_order *job, struct kin_shown *shown, size_t count)
{
    struct kin_pcg stream =
        kin_dress_stream(job->template, job->dressing, job->purpose, job->dressing->form, job->response->id);
    permute(&stream, job->arena, shown, count);
    size_t right = only_right(shown, count);
    if (job->response->kind == KIN_RESPONSE_CHOICE && right < count) {
        size_t place = kin_dress_place(job->template, job->response, job->dressing, job->arena, count);
        struct kin_shown moved = shown[place];
        shown[place] = shown[right];
        shown[right] = moved;
    }
}

/* ---- The department's own order ---- */

const char *kin_dress_own_order(const struct kin_dressing *dressing, const char *response)
{
    const struct kin_fixed *fixed = dressing->fixed;
    for (size_t i = 0; fixed && i < fixed->order_count; i++) {
        if (strcmp(fixed->orders[i].response, response) == 0) {
            return fixed->orders[i].letters;
        }
    }
    return NULL;
}

/* Its place in the order; what is left out comes last, as it is written. */
static size_t place_in(const char *letters, const struct kin_shown *shown)
{
    const char *at = shown->written < 26 ? strchr(letters, 'A' + (int)shown->written) : NULL;
    return at ? (size_t)(at - letters) : strlen(letters) + shown->written;
}

static void follow_order(const char *letters, struct kin_shown *shown, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct kin_shown moving = shown[i];
        size_t at = i;
        for (; at > 0 && place_in(letters, &moving) < place_in(letters, &shown[at - 1]); at--) {
            shown[at] = shown[at - 1];
        }
        shown[at] = moving;
    }
}

static void put_in_order(const struct dressing_order *job, struct kin_shown *shown, size_t count)
{
    size_t moving = put_pinned_last(job->arena, shown, count);
    if (moving < 2) {
        return;
    }
    switch (job->order) {
    case KIN_ORDER_SHUFFLE:
        shuffle(job, shown, moving);
        break;
    case KIN_ORDER_SIZE:
        sort_by_size(shown, moving);
        break;
    case KIN_ORDER_AS_WRITTEN:
        break;
    }
}

void kin_dress_order(const struct kin_template *template, const struct kin_response_template *response,
                     const struct kin_dressing *dressing, kin_arena *arena, struct kin_shown *shown, size_t count)
{
    const struct dressing_order job = {template, response, dressing, arena, response->order, "shuffle"};
    const char *own = kin_dress_own_order(dressing, response->id);
    if (own) {
        follow_order(own, shown, count);
    } else {
        put_in_order(&job, shown, count);
    }
}

void kin_dress_rows(const struct kin_template *template, const struct kin_response_template *response,
                    const struct kin_dressing *dressing, kin_arena *arena, struct kin_shown *shown, size_t count)
{
    const struct dressing_order job = {template, response, dressing, arena, response->row_order, "shuffle rows"};
    const char *own = response->kind == KIN_RESPONSE_GRID ? kin_dress_own_order(dressing, response->id) : NULL;
    if (own) {
        follow_order(own, shown, count);
    } else {
        put_in_order(&job, shown, count);
    }
}
