/* From numbers to an instance: judging its wrong answers, proving it, and resolving its content. Used by draw/ only. */
#ifndef KIN_DRAW_RESOLVE_H
#define KIN_DRAW_RESOLVE_H

#include "draw/draw.h"

/* ---- Judging: part of what makes an instance a member and of its cell ------------------------------------------- */

/* What the numbers make of one response. Set for value, choice and multi-select responses. */
struct kin_judgement {
    bool usable;          /* false: no member (too few options, two right choices, key of the wrong type ...) */
    struct kin_value key; /* kind KIN_NOTHING when the key is a formula or the response has none */
    uint64_t wrong;       /* bit i: the i-th wrong answer (or option) applies; for a choice: is printed */
    uint64_t right;       /* bit i: the i-th option is right */
    size_t shown_right;   /* of a multi-select: how many right ones print; a pool prints some of those that may */
    uint64_t pattern;     /* what else must be alike in parallel forms: kinds of trap, rows by column, extra options */
    struct kin_judged_blank *blanks; /* of blanks: in the order in which they stand in the body; in frame->arena */
    size_t blank_count;
};

/* A blank where it stands, in one round of the <for> around it. */
struct kin_judged_blank {
    const struct kin_response_template *blank;
    size_t round; /* from 0 */
    bool open;    /* it is to be filled; else its answer is printed */
    struct kin_judgement judgement;
};

enum { KIN_MOST_WRONG = 64 }; /* wrong answers or options of one response; the loader refuses more */

/* Judge a response. The frame holds the numbers; its "key" and "answer.ID" slots are set by this call.
 * Returns false with frame->fault set when the key or a right="" cannot be evaluated: an author's error. */
bool kin_judge_response(const struct kin_response_template *response, struct kin_frame *frame,
                        struct kin_judgement *judgement);

/* Give the names of formulas with an id their values; called before anything is judged. */
void kin_state_formulas(const struct kin_template *template, struct kin_frame *frame);

/* ---- Proof ---------------------------------------------------------------------------------------------------------
 */

/* Confirm the instance in the frame (judged before, all answer slots set): every check holds for the key and fails for
 * every wrong answer that applies; every equation that the solution shows is true; the result step shows the key.
 * Reports E4xx with the values and returns false otherwise. Leaves neutral words in the dressing slots: kin_dress comes
 * afterwards. */
bool kin_prove(const struct kin_template *template, struct kin_frame *frame, const struct kin_judgement *judgements,
               struct kin_diags *diags);

/* ---- Resolving
 * -------------------------------------------------------------------------------------------------------- */

struct kin_dressing {
    const struct kin_seed *seed;
    uint64_t occurrence, redraw;
    const char *student;
    const char *form;
    size_t form_index;             /* from 0; picks among contexts so that forms differ */
    const struct kin_fixed *fixed; /* a department's own form, which may have words and orders of its own; NULL */
    const char *interest;          /* contexts that touch it come first; NULL */
    const char *context;           /* id of a context that is set, or NULL; for kin_resolve: what kin_dress returned */
    const struct kin_template *const *before; /* as in kin_draw_options */
    size_t before_count;
};

/* Fill the dressing slots of the frame (people, words of the context that fits and is the form's turn). Returns the
 * context's id or NULL. */
const char *kin_dress(const struct kin_template *template, struct kin_frame *frame,
                      const struct kin_dressing *dressing);

/* Fill the dressing slots with words that are always there (a nameless person, the first context), so that content with
 * words in it can be judged before an instance is dressed. Allocates nothing: the words outlive the frame. Call it
 * before the first judgement in a frame; kin_signs and kin_prove do so themselves. */
void kin_dress_neutral(const struct kin_template *template, struct kin_frame *frame);

/* Resolve content, responses and solution into an item in frame->arena. Judgements: one per response in document order.
 * Facts (values, features, identity) are left to the caller. Returns NULL after reporting. */
struct kin_item *kin_resolve(const struct kin_template *template, struct kin_frame *frame,
                             const struct kin_judgement *judgements, const struct kin_dressing *dressing,
                             struct kin_diags *diags);

/* Which conditional blocks print and how often repeated ones do, in stem, responses and solution, as short text
 * appended to `buf`: automatic features. Returns false with frame->fault set. */
bool kin_branches(const struct kin_template *template, struct kin_frame *frame, struct kin_buf *conditions,
                  struct kin_buf *repetitions);

/* Signs of the values printed in stem and part stems. */
bool kin_signs(const struct kin_template *template, struct kin_frame *frame, struct kin_buf *signs);

/* Number of responses of a template, and the n-th in document order. */
size_t kin_template_response_count(const struct kin_template *template);
const struct kin_response_template *kin_template_response(const struct kin_template *template, size_t n);

#endif
