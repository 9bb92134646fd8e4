/* Content nodes: what a reader sees, after an instance is drawn. A closed set; conditions and loops are gone. */
#ifndef KIN_CONTENT_NODE_H
#define KIN_CONTENT_NODE_H

#include "content/maths.h"

enum kin_node_kind {
#define KIN_NODE_KIND(id, name) KIN_NODE_##id,
#include "content/nodes.def"
#undef KIN_NODE_KIND
    KIN_NODE_KIND_COUNT
};

enum kin_emphasis { KIN_UPRIGHT, KIN_ITALIC, KIN_BOLD };

struct kin_figure;

/* A flow of nodes: paragraphs, tables ... or, inside a paragraph, runs and maths. */
struct kin_nodes {
    struct kin_node **items;
    size_t count, room;
};

struct kin_node {
    enum kin_node_kind kind;
    const char *text;                /* TEXT: the run; BLANK: an id; others NULL */
    enum kin_emphasis emphasis;      /* TEXT */
    const struct kin_maths *maths;   /* MATHS */
    const struct kin_figure *figure; /* FIGURE; content/figure.h */
    bool display;                    /* MATHS: centred on a line of its own */
    bool header;                     /* ROW, CELL: a heading */
    bool numbered;                   /* LIST, WORK: numbers before the items or lines */
    int size; /* LINES: how many; CELL: columns it spans; BLANK: 1 where more than a number goes */
    int rows; /* CELL: rows it spans */
    struct kin_nodes kids;
};

/* Name of a kind as JSON and traces write it ("paragraph"); kind of a name, or -1. */
const char *kin_node_kind_name(enum kin_node_kind kind);
int kin_node_kind_named(const char *name);

struct kin_node *kin_node_new(kin_arena *arena, enum kin_node_kind kind);
struct kin_node *kin_node_text(kin_arena *arena, const char *text, enum kin_emphasis emphasis);
struct kin_node *kin_node_maths(kin_arena *arena, const struct kin_maths *maths);
void kin_nodes_add(kin_arena *arena, struct kin_nodes *nodes, struct kin_node *node);

/* May it stand inside a paragraph? A run of text, a blank, a formula that is no display formula. */
static inline bool kin_node_inline(const struct kin_node *node)
{
    return node->kind == KIN_NODE_TEXT || node->kind == KIN_NODE_BLANK ||
           (node->kind == KIN_NODE_MATHS && !node->display);
}

/* Visit every node, parents before kids, labels of figures among them. The visitor returns false to stop; then so does
 * the walk. */
typedef bool kin_node_visit(const struct kin_node *node, void *data);
bool kin_nodes_walk(const struct kin_nodes *nodes, kin_node_visit *visit, void *data);

/* Linear text: paragraphs and rows on lines of their own, cells separated by " | ", a blank as "____", a
 * figure as what it shows in words: "[Number line from ...]". */
void kin_nodes_write(struct kin_buf *buf, const struct kin_nodes *nodes);
char *kin_nodes_text(kin_arena *arena, const struct kin_nodes *nodes);

/* Words a reader has to read: formulas count as one each. */
size_t kin_nodes_words(const struct kin_nodes *nodes);

#endif
