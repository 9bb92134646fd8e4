#include "content/blank.h"

#include "content/figure.h"

#include <string.h>

/* ---- Which there are -------------------------------------------------------------------------------------------- */

struct visitor {
    void (*visit)(void *data, const char *id);
    void *data;
};

static void visit_maths(const struct visitor *visitor, const struct kin_maths *maths)
{
    if (maths && maths->kind == KIN_MATHS_BLANK && maths->text) {
        visitor->visit(visitor->data, maths->text);
    }
    for (size_t i = 0; maths && i < maths->count; i++) {
        visit_maths(visitor, maths->kids[i]);
    }
}

static bool visit_node(const struct kin_node *node, void *data)
{
    const struct visitor *visitor = data;
    if (node->kind == KIN_NODE_BLANK && node->text) {
        visitor->visit(visitor->data, node->text);
    }
    visit_maths(visitor, node->maths);
    return true;
}

void kin_blanks_visit(const struct kin_nodes *nodes, void (*visit)(void *data, const char *id), void *data)
{
    struct visitor visitor = {visit, data};
    kin_nodes_walk(nodes, visit_node, &visitor);
}

/* ---- Filling formulas ------------------------------------------------------------------------------------------- */

struct filler {
    kin_arena *arena;
    const struct kin_filling *filling;
};

/* An answer inside a formula; one that is no formula of its own as words. */
static const struct kin_maths *maths_of(kin_arena *arena, const struct kin_answer *answer)
{
    const struct kin_nodes *content = &answer->content;
    if (content->count == 1 && content->items[0]->kind == KIN_NODE_MATHS) {
        return content->items[0]->maths;
    }
    return kin_maths_new(arena, KIN_MATHS_WORD, answer->text ? answer->text : "", NULL, 0);
}

static bool begins_with_sign(const struct kin_maths *maths)
{
    bool row = maths->kind == KIN_MATHS_ROW && maths->count && maths->kids[0];
    return maths->kind == KIN_MATHS_SIGN || (row && begins_with_sign(maths->kids[0]));
}

static bool is_alone(const struct kin_maths *around, size_t place)
{
    const struct kin_maths *before = place ? around->kids[place - 1] : NULL;
    bool row = around->kind == KIN_MATHS_ROW, after_relation = before && before->kind == KIN_MATHS_RELATION;
    return row ? !before || after_relation : around->kind != KIN_MATHS_SCRIPTS || place > 0;
}

/* A number below 0 behind a sign, or raised to a power, stands in brackets. */
static const struct kin_maths *fenced(kin_arena *arena, const struct kin_maths *maths, const struct kin_maths *around,
                                      size_t place)
{
    bool bare = !around || !begins_with_sign(maths) || is_alone(around, place);
    return bare ? maths : kin_maths_fence(arena, "(", ")", maths);
}

static const struct kin_maths *fill_blank(const struct filler *filler, const struct kin_maths *blank,
                                          const struct kin_maths *around, size_t place)
{
    const struct kin_answer *answer = NULL;
    enum kin_fill fill =
        blank->text ? filler->filling->fill(filler->filling->data, blank->text, &answer) : KIN_FILL_NOTHING;
    if (fill == KIN_FILL_NOTHING || !answer) {
        return blank;
    }
    const struct kin_maths *maths = maths_of(filler->arena, answer);
    return fill == KIN_FILL_WRITTEN ? kin_maths_new(filler->arena, KIN_MATHS_BLANK, blank->text, &maths, 1)
                                    : fenced(filler->arena, maths, around, place);
}

static const struct kin_maths *fill_maths(const struct filler *filler, const struct kin_maths *maths,
                                          const struct kin_maths *around, size_t place)
{
    if (!maths || maths->kind == KIN_MATHS_BLANK) {
        return maths ? fill_blank(filler, maths, around, place) : NULL;
    }
    struct kin_maths *copy = kin_copy_bytes(filler->arena, maths, sizeof *maths);
    copy->kids = KIN_NEW_N(filler->arena, const struct kin_maths *, maths->count);
    for (size_t i = 0; i < maths->count; i++) {
        copy->kids[i] = fill_maths(filler, maths->kids[i], maths, i);
    }
    return copy;
}

/* ---- Filling text ------------------------------------------------------------------------------------------------ */

static struct kin_nodes fill_nodes(const struct filler *filler, const struct kin_nodes *nodes);

static void add_all(kin_arena *arena, struct kin_nodes *nodes, const struct kin_nodes *more)
{
    for (size_t i = 0; i < more->count; i++) {
        kin_nodes_add(arena, nodes, more->items[i]);
    }
}

static void fill_run(const struct filler *filler, struct kin_node *node, struct kin_nodes *out)
{
    const struct kin_answer *answer = NULL;
    enum kin_fill fill =
        node->text ? filler->filling->fill(filler->filling->data, node->text, &answer) : KIN_FILL_NOTHING;
    if (fill == KIN_FILL_PRINTED && answer) {
        add_all(filler->arena, out, &answer->content);
        return;
    }
    if (fill == KIN_FILL_WRITTEN && answer) {
        node = kin_copy_bytes(filler->arena, node, sizeof *node);
        node->kids = answer->content;
    }
    kin_nodes_add(filler->arena, out, node);
}

/* Labels of a figure can be blanks, too. */
static struct kin_figure_part fill_part(const struct filler *filler, const struct kin_figure_part *part)
{
    struct kin_figure_part copy = *part;
    copy.values = KIN_NEW_N(filler->arena, struct kin_figure_value, part->value_count);
    copy.parts = KIN_NEW_N(filler->arena, struct kin_figure_part *, part->part_count);
    for (size_t i = 0; i < part->value_count; i++) {
        copy.values[i] = part->values[i];
        copy.values[i].text = fill_nodes(filler, &part->values[i].text);
    }
    for (size_t i = 0; i < part->part_count; i++) {
        copy.parts[i] = KIN_NEW(filler->arena, struct kin_figure_part);
        *copy.parts[i] = fill_part(filler, part->parts[i]);
    }
    return copy;
}

static const struct kin_figure *fill_figure(const struct filler *filler, const struct kin_figure *figure)
{
    struct kin_figure *copy = kin_copy_bytes(filler->arena, figure, sizeof *figure);
    copy->whole = fill_part(filler, &figure->whole);
    return copy;
}

static struct kin_node *fill_node(const struct filler *filler, const struct kin_node *node)
{
    struct kin_node *copy = kin_copy_bytes(filler->arena, node, sizeof *node);
    copy->maths = fill_maths(filler, node->maths, NULL, 0);
    copy->kids = fill_nodes(filler, &node->kids);
    copy->figure = node->figure ? fill_figure(filler, node->figure) : NULL;
    return copy;
}

static struct kin_nodes fill_nodes(const struct filler *filler, const struct kin_nodes *nodes)
{
    struct kin_nodes out = {0};
    for (size_t i = 0; i < nodes->count; i++) {
        if (nodes->items[i]->kind == KIN_NODE_BLANK) {
            fill_run(filler, nodes->items[i], &out);
        } else {
            kin_nodes_add(filler->arena, &out, fill_node(filler, nodes->items[i]));
        }
    }
    return out;
}

struct kin_nodes kin_blanks_fill(kin_arena *arena, const struct kin_nodes *nodes, const struct kin_filling *filling)
{
    struct filler filler = {arena, filling};
    return fill_nodes(&filler, nodes);
}

static enum kin_fill with_key(void *data, const char *id, const struct kin_answer **answer)
{
    const struct kin_response *response = data;
    for (size_t i = 0; i < response->blank_count; i++) {
        if (strcmp(response->blanks[i].id, id) == 0) {
            *answer = &response->blanks[i].key;
            return KIN_FILL_WRITTEN;
        }
    }
    return KIN_FILL_NOTHING;
}

struct kin_nodes kin_blanks_filled(kin_arena *arena, const struct kin_response *response)
{
    struct kin_response copy = *response;
    struct kin_filling filling = {with_key, &copy};
    return kin_blanks_fill(arena, &response->body, &filling);
}
