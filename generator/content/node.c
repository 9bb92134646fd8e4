#include "content/figure.h"

#include "base/names.h"

#include <ctype.h>
#include <string.h>

static const char *const names[KIN_NODE_KIND_COUNT] = {
#define KIN_NODE_KIND(id, name) name,
#include "content/nodes.def"
#undef KIN_NODE_KIND
};

const char *kin_node_kind_name(enum kin_node_kind kind)
{
    return names[kind];
}

int kin_node_kind_named(const char *name)
{
    return kin_name_index(names, KIN_NODE_KIND_COUNT, name);
}

struct kin_node *kin_node_new(kin_arena *arena, enum kin_node_kind kind)
{
    struct kin_node *node = KIN_NEW(arena, struct kin_node);
    node->kind = kind;
    return node;
}

struct kin_node *kin_node_text(kin_arena *arena, const char *text, enum kin_emphasis emphasis)
{
    struct kin_node *node = kin_node_new(arena, KIN_NODE_TEXT);
    node->text = text;
    node->emphasis = emphasis;
    return node;
}

struct kin_node *kin_node_maths(kin_arena *arena, const struct kin_maths *maths)
{
    struct kin_node *node = kin_node_new(arena, KIN_NODE_MATHS);
    node->maths = maths;
    return node;
}

void kin_nodes_add(kin_arena *arena, struct kin_nodes *nodes, struct kin_node *node)
{
    KIN_PUSH(arena, nodes->items, nodes->count, nodes->room) = node;
}

/* Texts of a figure and of its parts. */
static bool walk_part(const struct kin_figure_part *part, kin_node_visit *visit, void *data)
{
    bool on = true;
    for (size_t i = 0; on && i < part->value_count; i++) {
        on = kin_nodes_walk(&part->values[i].text, visit, data);
    }
    for (size_t i = 0; on && i < part->part_count; i++) {
        on = walk_part(part->parts[i], visit, data);
    }
    return on;
}

bool kin_nodes_walk(const struct kin_nodes *nodes, kin_node_visit *visit, void *data)
{
    for (size_t i = 0; i < nodes->count; i++) {
        const struct kin_node *node = nodes->items[i];
        if (!visit(node, data) || !kin_nodes_walk(&node->kids, visit, data) ||
            (node->figure && !walk_part(&node->figure->whole, visit, data))) {
            return false;
        }
    }
    return true;
}

struct word_count {
    size_t words;
    bool inside; /* a word goes on across the edge of two runs: "un" + "fair" in bold */
};

static bool count_words(const struct kin_node *node, void *data)
{
    struct word_count *count = data;
    if (node->kind != KIN_NODE_TEXT) {
        count->words += node->kind == KIN_NODE_MATHS;
        count->inside = false;
        return true;
    }
    for (const char *p = node->text ? node->text : ""; *p; p++) {
        bool space = isspace((unsigned char)*p);
        /* Punctuation that follows a formula is no word of its own. */
        bool starts = !space && !count->inside && (isalnum((unsigned char)*p) || (unsigned char)*p >= 0x80);
        count->words += starts;
        count->inside = !space && (count->inside || starts);
    }
    return true;
}

size_t kin_nodes_words(const struct kin_nodes *nodes)
{
    struct word_count count = {0};
    kin_nodes_walk(nodes, count_words, &count);
    return count.words;
}
