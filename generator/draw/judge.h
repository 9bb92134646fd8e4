/* Candidates for what prints in one response: the key, wrong answers, options; and when two of them would be taken for
 * the same. */
#ifndef KIN_DRAW_JUDGE_H
#define KIN_DRAW_JUDGE_H

#include "draw/entries.h"

/* One of: a value, a formula, content. */
struct kin_candidate {
    const struct kin_expr *expr;
    const struct kin_formula *formula;
    const struct kin_blocks *content;
    struct kin_listed entry; /* in which repetitions it stands; zero: in none */
    struct kin_value value;  /* of `expr`, once evaluated */
    const char *text;        /* as printed, in one line; NULL until it was needed */
};

/* What is accepted so far in one response, the key first where it has one. */
struct kin_candidates {
    const struct kin_response_template *response;
    struct kin_frame *frame;
    struct kin_candidate items[KIN_MOST_WRONG + 1];
    size_t count;
};

/* Evaluate its expression. False with frame->fault set when it is undefined; content and formulas are fine. */
bool kin_candidate_evaluate(struct kin_candidate *candidate, struct kin_frame *frame);

/* What checks read as the answer: its value; of a formula what its type makes of it; nothing where it has none. */
struct kin_value kin_candidate_value(const struct kin_candidate *candidate,
                                     const struct kin_response_template *response, struct kin_frame *frame);

/* Is it written in the form that the response requires? */
bool kin_candidate_formed(const struct kin_response_template *response, struct kin_frame *frame,
                          const struct kin_candidate *candidate);

/* The format that values of the response print with. */
const char *kin_response_format(const struct kin_response_template *response);

/* Would the candidate print like one of the others? What cannot be printed is like nothing: it is reported when it is
 * resolved. */
bool kin_candidates_look(struct kin_candidates *candidates, struct kin_candidate *candidate);

/* Would it be marked as one of the others, by the response's answer type? Formulas and content without a value: by
 * look. */
bool kin_candidates_mark(struct kin_candidates *candidates, struct kin_candidate *candidate);

/* Put a response's answer into its slots, as key and as answer.ID. */
void kin_judge_put(const struct kin_response_template *response, struct kin_frame *frame, struct kin_value answer);

/* Is it one of the right answers of a response that has many? False for a response that has one. */
bool kin_judge_accepts(const struct kin_response_template *response, struct kin_frame *frame,
                       const struct kin_value *answer);

/* Judge all blanks of a response; as kin_judge_response. */
bool kin_judge_blanks(const struct kin_response_template *response, struct kin_frame *frame,
                      struct kin_judgement *judgement);

/* Judge a choice or multi-select whose options are written out; as kin_judge_response. */
bool kin_judge_options(const struct kin_response_template *response, struct kin_frame *frame,
                       struct kin_judgement *judgement);

enum { KIN_MOST_OPTIONS = 26 }; /* printed in one response: A to Z */

#endif
