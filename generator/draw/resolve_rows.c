/* Grids and matches as they print. */
#include "draw/resolve_item.h"
#include "draw/rows.h"

#include <string.h>

static struct kin_frame *frame_of(const struct kin_resolving *resolving)
{
    return resolving->content.walk.frame;
}

/* ---- Labels -------------------------------------------------------------------------------------------------------
 */

static const char *roman(kin_arena *arena, size_t number)
{
    static const struct {
        size_t worth;
        const char *sign;
    } signs[] = {{10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; number > 0;) {
        if (number >= signs[i].worth) {
            kin_buf_add(&buf, signs[i].sign);
            number -= signs[i].worth;
        } else {
            i++;
        }
    }
    return buf.data;
}

static const char *label_of(kin_arena *arena, const char *labels, size_t index)
{
    if (!labels) {
        return NULL;
    }
    return strcmp(labels, "roman") == 0 ? roman(arena, index + 1) : kin_format(arena, "%zu", index + 1);
}

/* ---- Rows ---------------------------------------------------------------------------------------------------------
 */

/* The wrong options of a row; of a row that is true or false, the other column. */
static bool resolve_row_wrongs(struct kin_resolving *resolving, const struct kin_row_template *template,
                               struct kin_row *row)
{
    row->wrong = KIN_NEW_N(frame_of(resolving)->arena, struct kin_row_wrong, template->wrong_count);
    for (size_t i = 0; i < template->wrong_count; i++) {
        const struct kin_row_wrong_template *wrong = &template->wrongs[i];
        size_t option = wrong->option == SIZE_MAX ? 1 - row->right : wrong->option;
        if (option == row->right) {
            continue;
        }
        struct kin_row_wrong *result = &row->wrong[row->wrong_count++];
        *result = (struct kin_row_wrong){.option = option, .misconception = wrong->misconception};
        if (!kin_content_text(&resolving->content, &wrong->because, &result->because)) {
            return false;
        }
    }
    return true;
}

static bool resolve_row(struct kin_resolving *resolving, const struct kin_response_template *response,
                        const struct kin_shown *shown, struct kin_row *row)
{
    const struct kin_row_template *template = &response->rows[shown->entry.index];
    kin_listed_enter(&shown->entry, frame_of(resolving));
    return kin_resolve_answer(resolving, response, template->value, NULL, &template->content, &row->answer) &&
           resolve_row_wrongs(resolving, template, row);
}

/* In printed order; `right` by place among the entries. */
static bool resolve_rows(struct kin_resolving *resolving, const struct kin_response_template *response,
                         const struct kin_shown *shown, size_t count, const size_t *right, struct kin_response *result)
{
    kin_arena *arena = frame_of(resolving)->arena;
    result->rows = KIN_NEW_N(arena, struct kin_row, count);
    result->row_count = count;
    result->each = response->each;
    if (kin_rat_sign(response->each) > 0) {
        result->points = kin_rat_mul(arena, response->each, kin_rat_int((int64_t)count));
    }
    for (size_t i = 0; i < count; i++) {
        result->rows[i].label = label_of(arena, response->labels, i);
        result->rows[i].right = right[shown[i].written];
        if (!resolve_row(resolving, response, &shown[i], &result->rows[i])) {
            return false;
        }
    }
    return true;
}

/* Names and words are in now: nothing may look alike. */
static bool all_distinct(struct kin_frame *frame, const struct kin_response_template *response,
                         const struct kin_response *result)
{
    for (size_t i = 0; i < result->row_count; i++) {
        for (size_t j = 0; j < i; j++) {
            const char *text = result->rows[i].answer.text;
            if (*text && strcmp(text, result->rows[j].answer.text) == 0) {
                return kin_resolve_fault(frame, KIN_E429, response->span, text);
            }
        }
    }
    return true;
}

/* "1 True, 2 False", and without labels "True, False". */
static void key_of_rows(kin_arena *arena, struct kin_response *result)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < result->row_count; i++) {
        const struct kin_row *row = &result->rows[i];
        const char *option = result->kind == KIN_RESPONSE_MATCH ? kin_format(arena, "%c", (char)('A' + row->right))
                                                                : result->options[row->right].answer.text;
        kin_buf_addf(&buf, "%s%s%s%s", i ? ", " : "", row->label ? row->label : "", row->label ? " " : "", option);
    }
    result->key.text = buf.data;
    kin_nodes_add(arena, &result->key.content, kin_node_text(arena, buf.data, KIN_UPRIGHT));
}

/* ---- Grids --------------------------------------------------------------------------------------------------------
 */

static bool resolve_columns(struct kin_resolving *resolving, const struct kin_response_template *response,
                            struct kin_response *result)
{
    result->options = KIN_NEW_N(frame_of(resolving)->arena, struct kin_option, response->option_count);
    result->option_count = response->option_count;
    for (size_t i = 0; i < response->option_count; i++) {
        if (!kin_resolve_answer(resolving, response, NULL, NULL, &response->options[i].content,
                                &result->options[i].answer)) {
            return false;
        }
    }
    return true;
}

bool kin_resolve_grid(struct kin_resolving *resolving, const struct kin_response_template *response,
                      struct kin_response *result)
{
    struct kin_frame *frame = frame_of(resolving);
    struct kin_gridding gridding;
    struct kin_shown shown[KIN_MOST_WRONG];
    size_t count = 0;
    if (!kin_grid_settle(response, frame, &gridding)) {
        return false;
    }
    struct kin_pcg stream =
        kin_dress_stream(resolving->template, resolving->dressing, "pool", resolving->dressing->form, response->id);
    uint64_t chosen = kin_pools_choose(&gridding.statements, frame, &stream);
    for (size_t i = 0; i < gridding.rows.count; i++) {
        if (chosen >> gridding.rows.items[i].bit & 1) {
            shown[count++] = (struct kin_shown){.entry = gridding.rows.items[i], .written = i};
        }
    }
    kin_dress_rows(resolving->template, response, resolving->dressing, frame->arena, shown, count);
    if (!resolve_columns(resolving, response, result) ||
        !resolve_rows(resolving, response, shown, count, gridding.right, result)) {
        return false;
    }
    key_of_rows(frame->arena, result);
    return all_distinct(frame, response, result);
}

/* ---- Matches -------------------------------------------------------------------------------------------------------
 */

static bool value_of(struct kin_frame *frame, const struct kin_expr *expr, struct kin_shown *shown)
{
    kin_listed_enter(&shown->entry, frame);
    return !expr || kin_expr_eval(expr, frame, &shown->value);
}

static bool gather_left(const struct kin_response_template *response, struct kin_frame *frame,
                        const struct kin_matching *matching, struct kin_shown *shown)
{
    for (size_t i = 0; i < matching->rows.count; i++) {
        shown[i] = (struct kin_shown){.entry = matching->rows.items[i], .written = i};
        if (!value_of(frame, response->rows[shown[i].entry.index].value, &shown[i])) {
            return false;
        }
    }
    return true;
}

static bool gather_right(const struct kin_response_template *response, struct kin_frame *frame,
                         const struct kin_matching *matching, struct kin_shown *shown, size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < matching->options.count; i++) {
        if (matching->shown[i]) {
            struct kin_shown *next = &shown[(*count)++];
            const struct kin_listed *entry = &matching->options.items[i];
            *next = (struct kin_shown){.option = &response->options[entry->index], .entry = *entry, .written = i};
            if (!value_of(frame, next->option->key, next)) {
                return false;
            }
        }
    }
    return true;
}

static bool resolve_right(struct kin_resolving *resolving, const struct kin_response_template *response,
                          const struct kin_shown *shown, size_t count, struct kin_response *result)
{
    result->options = KIN_NEW_N(frame_of(resolving)->arena, struct kin_option, count);
    result->option_count = count;
    for (size_t i = 0; i < count; i++) {
        struct kin_option *option = &result->options[i];
        kin_listed_enter(&shown[i].entry, frame_of(resolving));
        option->misconception = shown[i].option->misconception;
        if (!kin_resolve_answer(resolving, response, shown[i].option->key, NULL, &shown[i].option->content,
                                &option->answer) ||
            !kin_content_text(&resolving->content, &shown[i].option->because, &option->because)) {
            return false;
        }
    }
    return true;
}

/* From places among the entries to places on paper. */
static void place_right(const struct kin_matching *matching, const struct kin_shown *shown, size_t count, size_t *right)
{
    for (size_t i = 0; i < matching->rows.count; i++) {
        for (size_t j = 0; j < count; j++) {
            right[i] = shown[j].written == matching->right[i] ? j : right[i];
        }
    }
}

/* Letters that go down the page as A, B, C give the answers away. */
static bool reads_off(const struct kin_shown *left, size_t count, const size_t *right)
{
    for (size_t i = 0; i < count; i++) {
        if (right[left[i].written] != i) {
            return false;
        }
    }
    return count > 1;
}

static void rotate(struct kin_shown *shown, size_t count)
{
    struct kin_shown first = shown[0];
    memmove(shown, shown + 1, (count - 1) * sizeof *shown);
    shown[count - 1] = first;
}

bool kin_resolve_match(struct kin_resolving *resolving, const struct kin_response_template *response,
                       struct kin_response *result)
{
    struct kin_frame *frame = frame_of(resolving);
    struct kin_matching *matching = KIN_NEW(frame->arena, struct kin_matching);
    struct kin_shown left[KIN_MOST_WRONG], options[KIN_MOST_WRONG];
    size_t right[KIN_MOST_WRONG] = {0}, count;
    if (!kin_match_settle(response, frame, matching) || !gather_left(response, frame, matching, left) ||
        !gather_right(response, frame, matching, options, &count)) {
        return false;
    }
    kin_dress_rows(resolving->template, response, resolving->dressing, frame->arena, left, matching->rows.count);
    kin_dress_order(resolving->template, response, resolving->dressing, frame->arena, options, count);
    place_right(matching, options, count, right);
    bool own = kin_dress_own_order(resolving->dressing, response->id);
    if (!own && response->order == KIN_ORDER_SHUFFLE && reads_off(left, matching->rows.count, right)) {
        rotate(options, count);
        place_right(matching, options, count, right);
    }
    result->reuse = response->reuse;
    if (!resolve_right(resolving, response, options, count, result) ||
        !resolve_rows(resolving, response, left, matching->rows.count, right, result)) {
        return false;
    }
    key_of_rows(frame->arena, result);
    return all_distinct(frame, response, result);
}
