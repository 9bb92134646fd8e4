/* How much there is to read and to look at. */
#include "form/evidence/facts.h"

#include "form/evidence/question.h"

#include <ctype.h>
#include <string.h>

void kin_fact_words(struct kin_buf *buf, const struct kin_item *item)
{
    kin_buf_addf(buf, "%zu", kin_question_words(item));
}

/* ---- Sentences --------------------------------------------------------------------------------------------------- */

/* A full stop, question or exclamation mark before a space or the end of its run; one after a single letter, as in
 * "p.m.", ends an abbreviation. */
static bool ends_sentence(const char *text, const char *at)
{
    bool mark = *at == '.' || *at == '?' || *at == '!';
    bool letter = at > text && isalpha((unsigned char)at[-1]) && (at - text < 2 || !isalnum((unsigned char)at[-2]));
    return mark && !letter && (at[1] == '\0' || at[1] == ' ');
}

static bool count_sentences(const struct kin_node *node, void *data)
{
    for (const char *at = node->kind == KIN_NODE_TEXT ? node->text : ""; *at; at++) {
        *(size_t *)data += ends_sentence(node->text, at);
    }
    return true;
}

static void count_in_flow(const struct kin_nodes *flow, void *data)
{
    kin_nodes_walk(flow, count_sentences, data);
}

void kin_fact_sentences(struct kin_buf *buf, const struct kin_item *item)
{
    size_t sentences = 0;
    kin_question_flows(item, KIN_QUESTION_POSED, count_in_flow, &sentences);
    kin_buf_addf(buf, "%zu", sentences);
}

/* ---- Figures and tables ------------------------------------------------------------------------------------------ */

/* "table 3 × 2": rows, and cells of the first row. */
static void add_table(struct kin_buf *buf, const struct kin_node *table)
{
    size_t rows = 0, cells = 0;
    for (size_t i = 0; i < table->kids.count; i++) {
        const struct kin_node *row = table->kids.items[i];
        if (row->kind == KIN_NODE_ROW) {
            cells = rows++ ? cells : row->kids.count;
        }
    }
    kin_buf_addf(buf, "%s%s %zu × %zu", buf->length ? "; " : "", kin_node_kind_name(table->kind), rows, cells);
}

static bool add_shape(const struct kin_node *node, void *data)
{
    struct kin_buf *buf = data;
    if (node->kind == KIN_NODE_TABLE || node->kind == KIN_NODE_RECEIPT) {
        add_table(buf, node);
    } else if (node->kind == KIN_NODE_FIGURE || node->kind == KIN_NODE_GRID) {
        kin_buf_addf(buf, "%s%s", buf->length ? "; " : "", kin_node_kind_name(node->kind));
        kin_buf_addf(buf, " %s", node->text ? node->text : "");
        kin_buf_addf(buf, "%d", node->size);
    }
    return true;
}

static void add_shapes(const struct kin_nodes *flow, void *data)
{
    kin_nodes_walk(flow, add_shape, data);
}

void kin_fact_figures(struct kin_buf *buf, const struct kin_item *item)
{
    kin_question_flows(item, KIN_QUESTION_ALL, add_shapes, buf);
}
