/* The text view of content: blocks on lines of their own, everything inside a paragraph in one line. */
#include "content/figure.h"

static bool is_inline(const struct kin_node *node)
{
    return node->kind == KIN_NODE_TEXT || node->kind == KIN_NODE_BLANK ||
           (node->kind == KIN_NODE_MATHS && !node->display);
}

static void start_line(struct kin_buf *buf, size_t start)
{
    if (buf->length > start && buf->data[buf->length - 1] != '\n') {
        kin_buf_add_char(buf, '\n');
    }
}

static void write_nodes(struct kin_buf *buf, const struct kin_nodes *nodes, size_t start);

static void write_inline(struct kin_buf *buf, const struct kin_node *node)
{
    if (node->kind == KIN_NODE_TEXT) {
        kin_buf_add(buf, node->text ? node->text : "");
    } else if (node->kind == KIN_NODE_BLANK && node->kids.count) {
        kin_nodes_write(buf, &node->kids);
    } else if (node->kind == KIN_NODE_BLANK) {
        kin_buf_add(buf, "____");
    } else {
        kin_maths_write(buf, node->maths);
    }
}

/* A cell's blocks stand in the row's one line. */
static void write_flat(struct kin_buf *buf, const struct kin_nodes *nodes)
{
    for (size_t i = 0; i < nodes->count; i++) {
        const struct kin_node *node = nodes->items[i];
        if (is_inline(node) || node->kind == KIN_NODE_MATHS) {
            write_inline(buf, node);
        } else {
            kin_buf_add(buf, i ? " " : "");
            if (node->figure) {
                kin_buf_addf(buf, "[%s]", node->figure->alternative);
            }
            write_flat(buf, &node->kids);
        }
    }
}

static void write_row(struct kin_buf *buf, const struct kin_node *row)
{
    for (size_t i = 0; i < row->kids.count; i++) {
        if (i) {
            kin_buf_add(buf, " | ");
        }
        write_flat(buf, &row->kids.items[i]->kids);
    }
}

static void write_list(struct kin_buf *buf, const struct kin_node *list, size_t start)
{
    for (size_t i = 0; i < list->kids.count; i++) {
        start_line(buf, start);
        if (list->numbered) {
            kin_buf_addf(buf, "%zu. ", i + 1);
        } else {
            kin_buf_add(buf, "- ");
        }
        const struct kin_node *kid = list->kids.items[i];
        if (kid->kind == KIN_NODE_MATHS || kid->kind == KIN_NODE_TEXT) {
            write_inline(buf, kid);
        } else {
            write_nodes(buf, &kid->kids, buf->length);
        }
    }
}

static void write_block(struct kin_buf *buf, const struct kin_node *node, size_t start)
{
    start_line(buf, start);
    switch (node->kind) {
    case KIN_NODE_MATHS:
        kin_maths_write(buf, node->maths);
        break;
    case KIN_NODE_ROW:
        write_row(buf, node);
        break;
    case KIN_NODE_LIST:
    case KIN_NODE_WORK:
        write_list(buf, node, start);
        break;
    case KIN_NODE_FIGURE:
        kin_buf_addf(buf, "[%s]", node->figure && node->figure->alternative ? node->figure->alternative : "");
        break;
    case KIN_NODE_LINES:
        for (int i = 0; i < node->size; i++) {
            start_line(buf, start);
            kin_buf_add(buf, "________________");
        }
        break;
    default:
        write_nodes(buf, &node->kids, start);
    }
}

static void write_nodes(struct kin_buf *buf, const struct kin_nodes *nodes, size_t start)
{
    for (size_t i = 0; i < nodes->count; i++) {
        if (is_inline(nodes->items[i])) {
            if (i && !is_inline(nodes->items[i - 1])) {
                start_line(buf, start);
            }
            write_inline(buf, nodes->items[i]);
        } else {
            write_block(buf, nodes->items[i], start);
        }
    }
}

void kin_nodes_write(struct kin_buf *buf, const struct kin_nodes *nodes)
{
    write_nodes(buf, nodes, buf->length);
}

char *kin_nodes_text(kin_arena *arena, const struct kin_nodes *nodes)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_nodes_write(&buf, nodes);
    return buf.data;
}
