/* Blanks in content: runs and formulas in which places to write stand, known by their ids. */
#ifndef KIN_CONTENT_BLANK_H
#define KIN_CONTENT_BLANK_H

#include "content/item.h"

/* Call `visit` for the id of each blank, in text and in formulas, in reading order. */
void kin_blanks_visit(const struct kin_nodes *nodes, void (*visit)(void *data, const char *id), void *data);

/* What is put into a blank. */
enum kin_fill {
    KIN_FILL_NOTHING, /* it stays empty */
    KIN_FILL_PRINTED, /* the answer stands there as if no blank had ever been */
    KIN_FILL_WRITTEN  /* the answer stands on the blank's rule */
};

struct kin_filling {
    /* What goes into the blank of this id; sets *answer unless it stays empty. */
    enum kin_fill (*fill)(void *data, const char *id, const struct kin_answer **answer);
    void *data;
};

/* A copy of the content with its blanks filled, in `arena`. What is not filled is shared with the original. */
struct kin_nodes kin_blanks_fill(kin_arena *arena, const struct kin_nodes *nodes, const struct kin_filling *filling);

/* Of a response of kind blanks: its body with all answers on their rules. */
struct kin_nodes kin_blanks_filled(kin_arena *arena, const struct kin_response *response);

#endif
