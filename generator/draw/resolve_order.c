/* Orders as they print: the items shuffled, and a frame for the answer. */
#include "draw/resolve_item.h"
#include "draw/rows.h"

#include <string.h>

static bool is_look(const struct kin_response_template *response, const char *look)
{
    return strcmp(response->look ? response->look : "line", look) == 0;
}

/* Numbers are copied; content has letters, and so has everything with a blank before it. */
static bool is_copied(const struct kin_response_template *response)
{
    bool numbers = !is_look(response, "numbers");
    for (size_t i = 0; i < response->option_count; i++) {
        numbers = numbers && response->options[i].key;
    }
    return numbers;
}

/* ---- The frame ----------------------------------------------------------------------------------------------------
 */

static struct kin_node *between(kin_arena *arena, const struct kin_response_template *response)
{
    if (!is_look(response, "relation")) {
        return kin_node_text(arena, ", ", KIN_UPRIGHT);
    }
    const struct kin_maths *sign = kin_maths_new(arena, KIN_MATHS_RELATION, response->falling ? ">" : "<", NULL, 0);
    return kin_node_maths(arena, kin_maths_new(arena, KIN_MATHS_ROW, NULL, &sign, 1));
}

static void add_between(kin_arena *arena, const struct kin_response_template *response, struct kin_nodes *nodes)
{
    bool sign = is_look(response, "relation");
    if (sign) {
        kin_nodes_add(arena, nodes, kin_node_text(arena, " ", KIN_UPRIGHT));
    }
    kin_nodes_add(arena, nodes, between(arena, response));
    if (sign) {
        kin_nodes_add(arena, nodes, kin_node_text(arena, " ", KIN_UPRIGHT));
    }
}

/* Blanks with commas or signs between them; none where each item has its own. */
static void add_frame(kin_arena *arena, const struct kin_response_template *response, struct kin_response *result)
{
    if (is_look(response, "numbers")) {
        return;
    }
    struct kin_node *paragraph = kin_node_new(arena, KIN_NODE_PARAGRAPH);
    for (size_t i = 0; i < result->option_count; i++) {
        struct kin_node *blank = kin_node_new(arena, KIN_NODE_BLANK);
        blank->text = kin_format(arena, "%s-%zu", response->id, i + 1);
        if (i > 0) {
            add_between(arena, response, &paragraph->kids);
        }
        kin_nodes_add(arena, &paragraph->kids, blank);
    }
    kin_nodes_add(arena, &result->body, paragraph);
}

/* ---- Answers -------------------------------------------------------------------------------------------------------
 */

/* "A 3, B 1, C 2": the number that goes before each. */
static void answer_in_numbers(kin_arena *arena, const struct kin_response *result, const size_t *order,
                              struct kin_answer *answer)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < result->option_count; i++) {
        for (size_t j = 0; j < result->option_count; j++) {
            if (order[j] == i) {
                kin_buf_addf(&buf, "%s%c %zu", i ? ", " : "", (char)('A' + i), j + 1);
            }
        }
    }
    answer->text = buf.data;
    kin_nodes_add(arena, &answer->content, kin_node_text(arena, buf.data, KIN_UPRIGHT));
}

/* In one order, by printed places: the items themselves, or their letters. */
static void answer_in_order(kin_arena *arena, const struct kin_response_template *response,
                            const struct kin_response *result, const size_t *order, struct kin_answer *answer)
{
    bool copied = is_copied(response);
    if (is_look(response, "numbers")) {
        answer_in_numbers(arena, result, order, answer);
        return;
    }
    for (size_t i = 0; i < result->option_count; i++) {
        const struct kin_nodes *content = &result->options[order[i]].answer.content;
        if (i > 0) {
            add_between(arena, response, &answer->content);
        }
        for (size_t j = 0; copied && j < content->count; j++) {
            kin_nodes_add(arena, &answer->content, content->items[j]);
        }
        if (!copied) {
            kin_nodes_add(arena, &answer->content,
                          kin_node_text(arena, kin_format(arena, "%c", (char)('A' + order[i])), KIN_UPRIGHT));
        }
    }
    answer->text = kin_nodes_text(arena, &answer->content);
}

/* Places among the entries as places on paper. */
static void place(const struct kin_shown *shown, size_t count, const size_t *order, size_t *printed)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count; j++) {
            printed[i] = shown[j].written == order[i] ? j : printed[i];
        }
    }
}

static bool resolve_wrongs(struct kin_resolving *resolving, const struct kin_response_template *response,
                           const struct kin_ordering *ordering, const struct kin_shown *shown,
                           struct kin_response *result)
{
    struct kin_frame *frame = resolving->content.walk.frame;
    result->wrong = KIN_NEW_N(frame->arena, struct kin_wrong, ordering->wrongs.count);
    for (size_t i = 0; i < ordering->wrongs.count; i++) {
        const struct kin_wrong_template *template = &response->wrongs[ordering->wrongs.items[i].index];
        size_t printed[KIN_MOST_WRONG] = {0};
        if (!ordering->applies[i]) {
            continue;
        }
        struct kin_wrong *wrong = &result->wrong[result->wrong_count++];
        wrong->misconception = template->misconception;
        wrong->points = template->points;
        place(shown, result->option_count, ordering->wrong[i], printed);
        answer_in_order(frame->arena, response, result, printed, &wrong->answer);
        kin_listed_enter(&ordering->wrongs.items[i], frame);
        if (!kin_content_text(&resolving->content, &template->because, &wrong->because)) {
            return false;
        }
    }
    return true;
}

/* ---- Items ----------------------------------------------------------------------------------------------------------
 */

static bool is_sorted(const struct kin_shown *shown, size_t count, const size_t *order)
{
    for (size_t i = 0; i < count; i++) {
        if (shown[i].written != order[i]) {
            return false;
        }
    }
    return true;
}

/* Never in order already: then the first goes to the end. */
static void shuffle(struct kin_resolving *resolving, const struct kin_response_template *response,
                    const struct kin_ordering *ordering, struct kin_shown *shown)
{
    size_t count = ordering->items.count;
    for (size_t i = 0; i < count; i++) {
        shown[i] = (struct kin_shown){.option = &response->options[ordering->items.items[i].index],
                                      .entry = ordering->items.items[i],
                                      .written = i};
    }
    kin_dress_order(resolving->template, response, resolving->dressing, resolving->content.walk.frame->arena, shown,
                    count);
    if (!kin_dress_own_order(resolving->dressing, response->id) && is_sorted(shown, count, ordering->order)) {
        struct kin_shown first = shown[0];
        memmove(shown, shown + 1, (count - 1) * sizeof *shown);
        shown[count - 1] = first;
    }
}

static bool resolve_items(struct kin_resolving *resolving, const struct kin_response_template *response,
                          const struct kin_shown *shown, size_t count, struct kin_response *result)
{
    struct kin_frame *frame = resolving->content.walk.frame;
    result->options = KIN_NEW_N(frame->arena, struct kin_option, count);
    result->option_count = count;
    for (size_t i = 0; i < count; i++) {
        kin_listed_enter(&shown[i].entry, frame);
        if (!kin_resolve_answer(resolving, response, shown[i].option->key, NULL, &shown[i].option->content,
                                &result->options[i].answer)) {
            return false;
        }
        for (size_t j = 0; j < i; j++) {
            if (strcmp(result->options[i].answer.text, result->options[j].answer.text) == 0) {
                return kin_resolve_fault(frame, KIN_E429, response->span, result->options[i].answer.text);
            }
        }
    }
    return true;
}

bool kin_resolve_order(struct kin_resolving *resolving, const struct kin_response_template *response,
                       struct kin_response *result)
{
    struct kin_frame *frame = resolving->content.walk.frame;
    struct kin_ordering *ordering = KIN_NEW(frame->arena, struct kin_ordering);
    struct kin_shown shown[KIN_MOST_WRONG];
    size_t printed[KIN_MOST_WRONG] = {0};
    if (!kin_order_settle(response, frame, ordering)) {
        return false;
    }
    shuffle(resolving, response, ordering, shown);
    if (!resolve_items(resolving, response, shown, ordering->items.count, result)) {
        return false;
    }
    place(shown, result->option_count, ordering->order, printed);
    for (size_t i = 0; i < result->option_count; i++) {
        result->options[printed[i]].rank = (int)i + 1;
    }
    answer_in_order(frame->arena, response, result, printed, &result->key);
    add_frame(frame->arena, response, result);
    result->lettered = !is_copied(response);
    return resolve_wrongs(resolving, response, ordering, shown, result);
}
