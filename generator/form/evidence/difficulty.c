#include "form/evidence/difficulty.h"

#include "form/evidence/question.h"

#include <ctype.h>

/* What each thing counts. A digit more or less is no other question. */
enum { STEP = 10, OPERATION = 5, DIGIT = 1, CHANGE = 15, CHOICE = 2 };

static void count_maths(size_t *index, const struct kin_maths *maths)
{
    if (!maths) {
        return;
    }
    bool operation = maths->kind == KIN_MATHS_OPERATOR || maths->kind == KIN_MATHS_FRACTION ||
                     maths->kind == KIN_MATHS_SCRIPTS || maths->kind == KIN_MATHS_ROOT;
    *index += operation ? OPERATION : 0;
    for (size_t i = 0; i < maths->count; i++) {
        count_maths(index, maths->kids[i]);
    }
}

static bool count_node(const struct kin_node *node, void *data)
{
    count_maths(data, node->maths);
    return true;
}

static void count_response(const struct kin_response *response, void *data)
{
    *(size_t *)data += CHOICE * (response->option_count + response->row_count + response->blank_count);
}

static size_t digits_of(const struct kin_maths *maths)
{
    size_t digits = 0;
    for (const char *at = maths && maths->kind == KIN_MATHS_NUMBER ? maths->text : ""; *at; at++) {
        digits += isdigit((unsigned char)*at) ? DIGIT : 0;
    }
    for (size_t i = 0; maths && i < maths->count; i++) {
        digits += digits_of(maths->kids[i]);
    }
    return digits;
}

static bool count_digits(const struct kin_node *node, void *data)
{
    *(size_t *)data += digits_of(node->maths);
    return true;
}

static void count_magnitudes(const struct kin_nodes *flow, void *data)
{
    kin_nodes_walk(flow, count_digits, data);
}

static bool count_change(const struct kin_node *node, void *data)
{
    bool change = node->kind == KIN_NODE_TABLE || node->kind == KIN_NODE_FIGURE || node->kind == KIN_NODE_RECEIPT;
    *(size_t *)data += change ? CHANGE : 0;
    return true;
}

static void count_changes(const struct kin_nodes *flow, void *data)
{
    kin_nodes_walk(flow, count_change, data);
}

size_t kin_difficulty_index(const struct kin_item *item)
{
    size_t index = 0;
    for (size_t p = 0; p < item->part_count; p++) {
        index += STEP * item->parts[p].step_count;
        for (size_t s = 0; s < item->parts[p].step_count; s++) {
            kin_nodes_walk(&item->parts[p].steps[s].work, count_node, &index);
        }
    }
    kin_item_responses(item, count_response, &index);
    kin_question_flows(item, KIN_QUESTION_ALL, count_changes, &index);
    kin_question_flows(item, KIN_QUESTION_POSED, count_magnitudes, &index);
    return index;
}
