#include "draw/judge.h"
#include "draw/pool.h"
#include "draw/resolve_item.h"

#include <string.h>

/* ---- Which options print ----------------------------------------------------------------------------------------- */

static bool is_set(uint64_t bits, size_t i)
{
    return bits >> i & 1;
}

struct gathering {
    const struct kin_resolving *resolving;
    const struct kin_response_template *response;
    struct kin_frame *frame;
    struct kin_shown *shown;
    size_t count;
};

/* Of those that may print, those that the pools choose for this form. */
static uint64_t printed_of(const struct gathering *gathering, const struct kin_entries *entries,
                           const struct kin_judgement *judgement)
{
    const struct kin_resolving *resolving = gathering->resolving;
    struct kin_statements statements = {.count = 0};
    for (size_t i = 0; i < entries->count; i++) {
        const struct kin_option_template *option = &gathering->response->options[entries->items[i].index];
        size_t bit = entries->items[i].bit;
        if (is_set(judgement->right | judgement->wrong, bit)) {
            statements.items[statements.count++] =
                (struct kin_statement){option->pool, option->kind, is_set(judgement->right, bit), bit};
        }
    }
    struct kin_pcg stream = kin_dress_stream(resolving->template, resolving->dressing, "pool",
                                             resolving->dressing->form, gathering->response->id);
    return kin_pools_choose(&statements, gathering->frame, &stream);
}

static bool gather_written(struct gathering *gathering, const struct kin_judgement *judgement)
{
    struct kin_entries entries;
    if (!kin_entries_list(gathering->response, KIN_ENTRY_OPTION, gathering->frame, &entries)) {
        return false;
    }
    uint64_t printed = printed_of(gathering, &entries, judgement);
    for (size_t i = 0; i < entries.count; i++) {
        const struct kin_listed *entry = &entries.items[i];
        if (is_set(printed, entry->bit)) {
            gathering->shown[gathering->count++] =
                (struct kin_shown){.option = &gathering->response->options[entry->index],
                                   .right = is_set(judgement->right, entry->bit),
                                   .written = entry->bit,
                                   .entry = *entry};
        }
    }
    return true;
}

static bool gather_keyed(struct gathering *gathering, const struct kin_judgement *judgement)
{
    struct kin_entries entries;
    gathering->shown[gathering->count++] = (struct kin_shown){.right = true, .value = judgement->key};
    if (!kin_entries_list(gathering->response, KIN_ENTRY_WRONG, gathering->frame, &entries)) {
        return false;
    }
    for (size_t i = 0; i < entries.count; i++) {
        const struct kin_listed *entry = &entries.items[i];
        if (is_set(judgement->wrong, entry->bit)) {
            gathering->shown[gathering->count++] = (struct kin_shown){
                .wrong = &gathering->response->wrongs[entry->index], .written = entry->bit + 1, .entry = *entry};
        }
    }
    return true;
}

static const struct kin_expr *value_of(const struct kin_shown *shown)
{
    return shown->option ? shown->option->key : shown->wrong ? shown->wrong->key : NULL;
}

static bool evaluate(struct kin_frame *frame, struct kin_shown *shown, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct kin_expr *value = value_of(&shown[i]);
        kin_listed_enter(&shown[i].entry, frame);
        if (value && !kin_expr_eval(value, frame, &shown[i].value)) {
            return false;
        }
    }
    return true;
}

/* ---- What they say --------------------------------------------------------------------------------------------------
 */

static bool resolve_answer(struct kin_resolving *resolving, const struct kin_response_template *response,
                           const struct kin_shown *shown, struct kin_answer *answer)
{
    if (shown->option) {
        return kin_resolve_answer(resolving, response, shown->option->key, NULL, &shown->option->content, answer);
    }
    if (shown->wrong) {
        return kin_resolve_answer(resolving, response, shown->wrong->key, shown->wrong->formula, &shown->wrong->content,
                                  answer);
    }
    return kin_resolve_answer(resolving, response, response->key, response->key_formula, NULL, answer);
}

static bool resolve_reason(struct kin_resolving *resolving, const struct kin_shown *shown, struct kin_option *option)
{
    if (shown->right) {
        return true;
    }
    option->misconception = shown->option ? shown->option->misconception : shown->wrong->misconception;
    return kin_content_text(&resolving->content, shown->option ? &shown->option->because : &shown->wrong->because,
                            &option->because);
}

static bool resolve_option(struct kin_resolving *resolving, const struct kin_response_template *response,
                           const struct kin_shown *shown, struct kin_option *option)
{
    option->right = shown->right;
    kin_listed_enter(&shown->entry, resolving->content.walk.frame);
    return resolve_answer(resolving, response, shown, &option->answer) && resolve_reason(resolving, shown, option);
}

/* Judging kept options apart as far as it could; now that names and words are in, nothing may look alike. */
static bool all_distinct(struct kin_frame *frame, const struct kin_response_template *response,
                         const struct kin_response *result)
{
    for (size_t i = 0; i < result->option_count; i++) {
        for (size_t j = 0; j < i; j++) {
            const char *text = result->options[i].answer.text;
            if (*text && strcmp(text, result->options[j].answer.text) == 0) {
                return kin_resolve_fault(frame, KIN_E429, response->span, text);
            }
        }
    }
    return true;
}

/* ---- The key
 * ----------------------------------------------------------------------------------------------------------- */

static void add_run(kin_arena *arena, struct kin_nodes *nodes, const char *text)
{
    kin_nodes_add(arena, nodes, kin_node_text(arena, text, KIN_UPRIGHT));
}

static void put_letter_before(kin_arena *arena, struct kin_nodes *nodes, const char *letter,
                              const struct kin_nodes *content)
{
    bool line = content->count == 0 || kin_node_inline(content->items[0]);
    add_run(arena, nodes, line ? kin_format(arena, "%s  ", letter) : letter);
    for (size_t i = 0; i < content->count; i++) {
        kin_nodes_add(arena, nodes, content->items[i]);
    }
}

static void key_of_choice(kin_arena *arena, struct kin_response *result)
{
    for (size_t i = 0; i < result->option_count; i++) {
        const struct kin_option *option = &result->options[i];
        if (option->right) {
            const char *letter = kin_format(arena, "%c", (char)('A' + i));
            put_letter_before(arena, &result->key.content, letter, &option->answer.content);
            result->key.text = kin_format(arena, "%s  %s", letter, option->answer.text);
        }
    }
}

static void key_of_selection(kin_arena *arena, struct kin_response *result)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < result->option_count; i++) {
        if (result->options[i].right) {
            kin_buf_addf(&buf, "%s%c", buf.length ? ", " : "", (char)('A' + i));
        }
    }
    result->key.text = buf.data;
    add_run(arena, &result->key.content, buf.data);
}

static bool resolve_all(struct kin_resolving *resolving, const struct kin_response_template *response,
                        const struct kin_shown *shown, struct kin_response *result)
{
    for (size_t i = 0; i < result->option_count; i++) {
        if (!resolve_option(resolving, response, &shown[i], &result->options[i])) {
            return false;
        }
    }
    return all_distinct(resolving->content.walk.frame, response, result);
}

bool kin_resolve_options(struct kin_resolving *resolving, const struct kin_response_template *response,
                         const struct kin_judgement *judgement, struct kin_response *result)
{
    struct kin_frame *frame = resolving->content.walk.frame;
    struct kin_shown shown[KIN_MOST_WRONG + 1];
    struct gathering gathering = {.resolving = resolving, .response = response, .frame = frame, .shown = shown};
    bool gathered =
        response->option_count ? gather_written(&gathering, judgement) : gather_keyed(&gathering, judgement);
    size_t count = gathering.count;
    if (!gathered || !evaluate(frame, shown, count)) {
        return false;
    }
    kin_dress_order(resolving->template, response, resolving->dressing, frame->arena, shown, count);
    result->options = KIN_NEW_N(frame->arena, struct kin_option, count);
    result->option_count = count;
    result->shuffled = response->order == KIN_ORDER_SHUFFLE && !kin_dress_own_order(resolving->dressing, response->id);
    if (!resolve_all(resolving, response, shown, result)) {
        return false;
    }
    if (response->kind == KIN_RESPONSE_CHOICE) {
        key_of_choice(frame->arena, result);
    } else {
        key_of_selection(frame->arena, result);
    }
    return true;
}
