/* Putting together an item: what its parts share while they are resolved. */
#ifndef KIN_DRAW_RESOLVE_ITEM_H
#define KIN_DRAW_RESOLVE_ITEM_H

#include "draw/dress.h"
#include "draw/entries.h"
#include "draw/resolve_content.h"

struct kin_resolving {
    struct kin_content content; /* first, so that a walk is also its resolving */
    const struct kin_template *template;
    const struct kin_dressing *dressing;
    const struct kin_judgement *judgements; /* of all responses, in document order */
    struct kin_completing *completing;      /* blanks that are being resolved; NULL: none */
    struct kin_part *part;                  /* being resolved */
    size_t step_room;                       /* of its steps */
    const char *last_step;                  /* what the step before printed in this part; NULL: none yet */
};

/* One response with key, wrong answers, options and rubric. Returns false with the frame's fault set, as all of these.
 */
bool kin_resolve_response(struct kin_resolving *resolving, const struct kin_response_template *response,
                          const struct kin_judgement *judgement, struct kin_response *result);

/* An answer that is a value, a formula or content, whichever is there. */
bool kin_resolve_answer(struct kin_resolving *resolving, const struct kin_response_template *response,
                        const struct kin_expr *value, const struct kin_formula *formula,
                        const struct kin_blocks *content, struct kin_answer *answer);

/* The options of a choice or multi-select in printed order, and its key: "C  x = 4" or "A, D". */
bool kin_resolve_options(struct kin_resolving *resolving, const struct kin_response_template *response,
                         const struct kin_judgement *judgement, struct kin_response *result);

/* Rows and columns of a grid; left and right items of a match; things to be put in order, with a frame for the answer;
 * what is drawn on and what is marked. Each with its key. */
bool kin_resolve_grid(struct kin_resolving *resolving, const struct kin_response_template *response,
                      struct kin_response *result);
bool kin_resolve_match(struct kin_resolving *resolving, const struct kin_response_template *response,
                       struct kin_response *result);
bool kin_resolve_order(struct kin_resolving *resolving, const struct kin_response_template *response,
                       struct kin_response *result);
bool kin_resolve_draw(struct kin_resolving *resolving, const struct kin_response_template *response,
                      struct kin_response *result);
/* The body of blanks, its blanks with all that belongs to them, and their points (resolve_blanks.c). */
bool kin_resolve_blanks(struct kin_resolving *resolving, const struct kin_response_template *response,
                        const struct kin_judgement *judgement, struct kin_response *result);

/* The judgement that comes before that of the blank which is being resolved, of a blank with this id in the same
 * repetition; NULL: none, or it is printed. Sets *name to its id in this round. */
const struct kin_judgement *kin_judged_before(const struct kin_resolving *resolving, const char *id, const char **name);

/* What the foreseen wrong answers of earlier responses lead to here (resolve_follow.c). */
bool kin_resolve_follows(struct kin_resolving *resolving, const struct kin_response_template *response,
                         const struct kin_judgement *judgement, struct kin_response *result);

/* ---- The order of options (dress_order.c) ----------------------------------------------------------------------- */

/* An option before it has a place. */
struct kin_shown {
    const struct kin_option_template *option; /* of written options; else NULL */
    const struct kin_wrong_template *wrong;   /* of a choice made of key and wrong answers; both NULL: the key */
    bool right;
    size_t written;          /* its place in the bank, from 0; of rows and pairs, among those listed */
    struct kin_listed entry; /* in which repetitions it stands */
    struct kin_value value;  /* kind KIN_NOTHING: it has none */
};

/* Letters of the order that the form's department prints a response in; NULL: it has none. */
const char *kin_dress_own_order(const struct kin_dressing *dressing, const char *response);

/* Put them in printed order: as written, by size, or shuffled for the form; pinned options last. */
void kin_dress_order(const struct kin_template *template, const struct kin_response_template *response,
                     const struct kin_dressing *dressing, kin_arena *arena, struct kin_shown *shown, size_t count);

/* Where the key of a shuffled choice stands on the dressing's form, among `count` places (dress_place.c). */
size_t kin_dress_place(const struct kin_template *template, const struct kin_response_template *response,
                       const struct kin_dressing *dressing, kin_arena *arena, size_t count);

/* As kin_dress_order, for rows of a grid and left items of a match. */
void kin_dress_rows(const struct kin_template *template, const struct kin_response_template *response,
                    const struct kin_dressing *dressing, kin_arena *arena, struct kin_shown *shown, size_t count);

#endif
