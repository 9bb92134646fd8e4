#include "form/evidence/question.h"

static void visit_answers(const struct kin_response *response, kin_flow_visit *visit, void *data)
{
    visit(&response->label, data);
    visit(&response->body, data);
    for (size_t i = 0; i < response->option_count; i++) {
        visit(&response->options[i].answer.content, data);
    }
    for (size_t i = 0; i < response->row_count; i++) {
        visit(&response->rows[i].answer.content, data);
    }
}

void kin_question_flows(const struct kin_item *item, enum kin_question_reach reach, kin_flow_visit *visit, void *data)
{
    visit(&item->stem, data);
    for (size_t p = 0; p < item->part_count; p++) {
        const struct kin_part *part = &item->parts[p];
        visit(&part->stem, data);
        for (size_t r = 0; reach == KIN_QUESTION_ALL && r < part->response_count; r++) {
            visit_answers(&part->responses[r], visit, data);
        }
    }
}

struct posed {
    kin_node_visit *visit;
    void *data;
};

static void visit_posed(const struct kin_nodes *flow, void *data)
{
    const struct posed *posed = data;
    for (size_t i = 0; i < flow->count; i++) {
        if (flow->items[i]->kind != KIN_NODE_WORK) {
            posed->visit(flow->items[i], posed->data);
            visit_posed(&flow->items[i]->kids, data);
        }
    }
}

void kin_question_posed(const struct kin_item *item, kin_node_visit *visit, void *data)
{
    struct posed posed = {visit, data};
    kin_question_flows(item, KIN_QUESTION_POSED, visit_posed, &posed);
}

static void count_words(const struct kin_nodes *flow, void *data)
{
    *(size_t *)data += kin_nodes_words(flow);
}

size_t kin_question_words(const struct kin_item *item)
{
    size_t words = 0;
    kin_question_flows(item, KIN_QUESTION_ALL, count_words, &words);
    return words;
}

static void add_text(const struct kin_nodes *flow, void *data)
{
    struct kin_buf *buf = data;
    kin_nodes_write(buf, flow);
    kin_buf_add_char(buf, '\n');
}

char *kin_question_text(kin_arena *arena, const struct kin_item *item)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_question_flows(item, KIN_QUESTION_ALL, add_text, &buf);
    return buf.data;
}

void kin_item_responses(const struct kin_item *item, kin_response_visit *visit, void *data)
{
    for (size_t p = 0; p < item->part_count; p++) {
        for (size_t r = 0; r < item->parts[p].response_count; r++) {
            const struct kin_response *response = &item->parts[p].responses[r];
            visit(response, data);
            for (size_t b = 0; b < response->blank_count; b++) {
                visit(&response->blanks[b], data);
            }
        }
    }
}
