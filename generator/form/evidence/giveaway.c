#include "form/evidence/giveaway.h"

#include "form/evidence/question.h"

#include <ctype.h>
#include <string.h>

static const char minus[] = "\u2212";

/* The digits of a number that is nothing else but a number, perhaps with a sign: "-12" and "$1,200" give "12" and
 * "1200". NULL: it is more than that. */
static const char *digits_of(kin_arena *arena, const char *text)
{
    struct kin_buf buf = kin_buf_in(arena);
    text += strncmp(text, minus, sizeof minus - 1) == 0 ? sizeof minus - 1 : 0;
    for (const char *at = text; *at; at++) {
        if (isdigit((unsigned char)*at) || (*at == '.' && isdigit((unsigned char)at[1]))) {
            kin_buf_add_char(&buf, *at);
        } else if (!strchr(",$%", *at)) {
            return NULL;
        }
    }
    return buf.length ? buf.data : NULL;
}

struct search {
    kin_arena *arena;
    const char *wanted; /* digits */
    bool found;
};

/* Does one of the numbers of a text have these digits? */
static bool has_number(const char *text, const char *wanted)
{
    size_t length = strlen(wanted), at = 0;
    for (const char *start = text; *start; start++) {
        bool inside = at && (*start == ',' || *start == '.') && isdigit((unsigned char)start[1]);
        if (!isdigit((unsigned char)*start) && !inside) {
            at = 0;
            continue;
        }
        if (*start == ',') {
            continue;
        }
        bool clock = at == 0 && start > text && start[-1] == ':'; /* the minutes of 8:45 are no 45 */
        at = !clock && at < length && *start == wanted[at] ? at + 1 : SIZE_MAX / 2;
        bool more = isdigit((unsigned char)start[1]) ||
                    ((start[1] == '.' || start[1] == ',') && isdigit((unsigned char)start[2]));
        if (at == length && !more && start[1] != ':') {
            return true;
        }
    }
    return false;
}

static void search_maths(struct search *search, const struct kin_maths *maths)
{
    if (!maths || search->found) {
        return;
    }
    search->found = maths->kind == KIN_MATHS_NUMBER && has_number(maths->text, search->wanted);
    for (size_t i = 0; i < maths->count; i++) {
        search_maths(search, maths->kids[i]);
    }
}

static bool search_node(const struct kin_node *node, void *data)
{
    struct search *search = data;
    search->found = search->found || (node->kind == KIN_NODE_TEXT && has_number(node->text, search->wanted));
    search_maths(search, node->maths);
    return true;
}

struct judging {
    kin_arena *arena;
    const struct kin_item *item;
    enum kin_giveaway found;
    const char *key;
};

/* 0 or 1 itself: a student does not hit upon −1. */
static bool is_trivial(const char *key)
{
    return strcmp(key, "0") == 0 || strcmp(key, "1") == 0;
}

static enum kin_giveaway judge(const struct judging *judging, const char *key, const char *digits)
{
    struct search search = {.arena = judging->arena, .wanted = digits};
    if (is_trivial(key)) {
        return KIN_TRIVIAL_KEY;
    }
    kin_question_posed(judging->item, search_node, &search);
    return search.found ? KIN_KEY_IN_STEM : KIN_NO_GIVEAWAY;
}

static void judge_response(const struct kin_response *response, void *data)
{
    struct judging *judging = data;
    bool typed = response->kind == KIN_RESPONSE_VALUE && response->key.text;
    const char *digits = typed ? digits_of(judging->arena, response->key.text) : NULL;
    enum kin_giveaway found = digits ? judge(judging, response->key.text, digits) : KIN_NO_GIVEAWAY;
    if (digits && (!judging->key || (!judging->found && found))) {
        judging->key = response->key.text;
        judging->found = found;
    }
}

bool kin_giveaway_of(kin_arena *arena, const struct kin_item *item, enum kin_giveaway *found, const char **key)
{
    struct judging judging = {.arena = arena, .item = item};
    kin_item_responses(item, judge_response, &judging);
    *found = judging.found;
    *key = judging.key;
    return judging.key != NULL;
}
