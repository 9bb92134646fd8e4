/* The question of an item as one text: stem, stems of parts, labels, bodies, and what is chosen from. */
#ifndef KIN_FORM_EVIDENCE_QUESTION_H
#define KIN_FORM_EVIDENCE_QUESTION_H

#include "content/item.h"

/* Which flows of an item belong to the question that a student reads. */
enum kin_question_reach {
    KIN_QUESTION_ALL,  /* with options and rows */
    KIN_QUESTION_POSED /* without them, and without labels and bodies: what is asked */
};

/* Visit all flows; the walk of nodes inside is the visitor's. */
typedef void kin_flow_visit(const struct kin_nodes *flow, void *data);
void kin_question_flows(const struct kin_item *item, enum kin_question_reach reach, kin_flow_visit *visit, void *data);

/* Visit the nodes of what is posed, but not those of a made-up student's work: its numbers are there to be read. */
void kin_question_posed(const struct kin_item *item, kin_node_visit *visit, void *data);

/* Words to read, a formula as one. */
size_t kin_question_words(const struct kin_item *item);

/* In one line. */
char *kin_question_text(kin_arena *arena, const struct kin_item *item);

/* Visit the responses of an item, and their blanks in place of the bodies that hold them. */
typedef void kin_response_visit(const struct kin_response *response, void *data);
void kin_item_responses(const struct kin_item *item, kin_response_visit *visit, void *data);

#endif
