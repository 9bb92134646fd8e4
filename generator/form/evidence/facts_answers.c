/* What is answered: kinds of responses and keys, and which thinking errors wrong answers stand for. */
#include "form/evidence/facts.h"

#include "form/evidence/question.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- Responses --------------------------------------------------------------------------------------------------- */

static void add_count(struct kin_buf *buf, size_t count, const char *what)
{
    if (count) {
        kin_buf_addf(buf, ", %zu %s", count, what);
    }
}

static void add_response(const struct kin_response *response, void *data)
{
    struct kin_buf *buf = data;
    size_t right = 0;
    for (size_t i = 0; i < response->option_count; i++) {
        right += response->options[i].right;
    }
    kin_buf_addf(buf, "%s%s", buf->length ? "; " : "", kin_response_kind_name(response->kind));
    add_count(buf, response->option_count, "choices");
    add_count(buf, right, "right");
    add_count(buf, response->row_count, "rows");
    add_count(buf, response->blank_count, "blanks");
    add_count(buf, response->stroke_count, "marks");
    kin_buf_add(buf, response->unit.count ? ", unit printed" : "");
}

void kin_fact_responses(struct kin_buf *buf, const struct kin_item *item)
{
    kin_item_responses(item, add_response, buf);
}

/* ---- Keys -------------------------------------------------------------------------------------------------------- */

/* Types whose keys are plain numbers, of which some look unlike others. */
static bool is_number(const char *type)
{
    static const char *const types[] = {"integer", "fraction", "mixed",   "decimal",
                                        "number",  "money",    "percent", "quantity"};
    for (size_t i = 0; type && i < sizeof types / sizeof *types; i++) {
        if (strcmp(type, types[i]) == 0) {
            return true;
        }
    }
    return false;
}

static const char *look_of(const char *text)
{
    const char *digits = text + strcspn(text, "0123456789");
    const char *stroke = strchr(digits, '/'), *space = strchr(digits, ' '), *point = strchr(digits, '.');
    if (!*digits) {
        return "words";
    }
    if (stroke && isdigit((unsigned char)stroke[1])) {
        return space && space < stroke ? "mixed number" : "fraction";
    }
    return point && isdigit((unsigned char)point[1]) ? "decimal" : "whole number";
}

static void add_key(const struct kin_response *response, void *data)
{
    struct kin_buf *buf = data;
    if (!response->type || !response->key.text) {
        return;
    }
    kin_buf_addf(buf, "%s%s", buf->length ? "; " : "", response->type);
    if (is_number(response->type)) {
        kin_buf_addf(buf, " as %s", look_of(response->key.text));
    }
}

void kin_fact_keys(struct kin_buf *buf, const struct kin_item *item)
{
    kin_item_responses(item, add_key, buf);
}

/* ---- Misconceptions ---------------------------------------------------------------------------------------------- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct names {
    kin_arena *arena;
    const char **items;
    size_t count, room;
};

/* One that has only a sentence, which may hold numbers, counts as one without a name. */
static void add_name(struct names *names, const char *misconception)
{
    KIN_PUSH(names->arena, names->items, names->count, names->room) = misconception ? misconception : "unnamed";
}

/* A statement tests its thinking error whether it is true or false, so that those of a multi-select or a grid are all
 * on offer on every form. */
static void gather(struct names *names, const struct kin_response *response)
{
    if (response->kind == KIN_RESPONSE_MULTI_SELECT || response->kind == KIN_RESPONSE_GRID) {
        return;
    }
    for (size_t i = 0; i < response->wrong_count; i++) {
        add_name(names, response->wrong[i].misconception);
    }
    for (size_t i = 0; i < response->option_count; i++) {
        if (!response->options[i].right && response->options[i].misconception) {
            add_name(names, response->options[i].misconception);
        }
    }
    for (size_t i = 0; i < response->row_count; i++) {
        for (size_t j = 0; j < response->rows[i].wrong_count; j++) {
            add_name(names, response->rows[i].wrong[j].misconception);
        }
    }
}

static void add_wrong(const struct kin_response *response, void *data)
{
    struct kin_buf *buf = data;
    struct names names = {.arena = buf->arena};
    gather(&names, response);
    if (names.count) {
        qsort(names.items, names.count, sizeof *names.items, by_text);
    }
    for (size_t i = 0; i < names.count; i++) {
        kin_buf_addf(buf, "%s%s", i ? ", " : buf->length ? "; " : "", names.items[i]);
    }
}

void kin_fact_wrong(struct kin_buf *buf, const struct kin_item *item)
{
    kin_item_responses(item, add_wrong, buf);
}
