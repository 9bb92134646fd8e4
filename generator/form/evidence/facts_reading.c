/* How much there is to read and to look at. */
#include "form/evidence/facts.h"

#include "content/figure.h"
#include "form/evidence/question.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

void kin_fact_words(struct kin_buf *buf, const struct kin_item *item)
{
    kin_buf_addf(buf, "%zu", kin_question_words(item));
}

/* ---- Sentences --------------------------------------------------------------------------------------------------- */

/* A letter that stands alone, as in "p.m." */
static bool is_single(const char *text, const char *letter)
{
    return isalpha((unsigned char)*letter) && (letter == text || letter[-1] == ' ' || letter[-1] == '.');
}

/* Does the word that ends here stand before a name, as in "Ms. Ortega" and "Sra. Ruiz"? */
static bool is_title(const char *text, const char *end)
{
    static const char *const titles[] = {"Mr", "Mrs", "Ms", "Mx", "Dr", "Sr", "Sra", "Srta", "Dra"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        size_t length = strlen(titles[i]);
        bool fits = (size_t)(end - text) >= length && memcmp(end - length, titles[i], length) == 0;
        if (fits && (end - length == text || !isalpha((unsigned char)end[-1 - (ptrdiff_t)length]))) {
            return true;
        }
    }
    return false;
}

/* A full stop, question or exclamation mark before a space or the end of its run, but for abbreviations. */
static bool ends_sentence(const char *text, const char *at)
{
    bool mark = *at == '.' || *at == '?' || *at == '!';
    return mark && !(at > text && is_single(text, at - 1)) && !is_title(text, at) && (at[1] == '\0' || at[1] == ' ');
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

/* "2 point, 1 ray": what stands in a figure by kind, in the order in which kinds first occur; labels are values. */
static void add_parts(struct kin_buf *buf, const struct kin_figure_part *whole)
{
    for (size_t i = 0; i < whole->part_count; i++) {
        const char *name = whole->parts[i]->name;
        size_t count = 0, before = 0;
        for (size_t j = 0; j < whole->part_count; j++) {
            bool same = strcmp(whole->parts[j]->name, name) == 0;
            before += same && j < i;
            count += same;
        }
        if (!before) {
            kin_buf_addf(buf, ", %zu %s", count, name);
        }
    }
}

/* As the student sees it. */
static void add_figure(struct kin_buf *buf, const struct kin_figure *figure)
{
    const struct kin_figure *shown = kin_figure_shown(buf->arena, figure, KIN_LAYER_STUDENT);
    kin_buf_addf(buf, "%s%s%s", buf->length ? "; " : "", shown->whole.name, shown->unscaled ? ", not to scale" : "");
    add_parts(buf, &shown->whole);
}

static bool add_shape(const struct kin_node *node, void *data)
{
    struct kin_buf *buf = data;
    if (node->kind == KIN_NODE_TABLE || node->kind == KIN_NODE_RECEIPT) {
        add_table(buf, node);
    } else if (node->kind == KIN_NODE_FIGURE && node->figure) {
        add_figure(buf, node->figure);
    } else if (node->kind == KIN_NODE_GRID) {
        kin_buf_addf(buf, "%s%s %d", buf->length ? "; " : "", kin_node_kind_name(node->kind), node->size);
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
