/* Proving an instance: what the checks of its responses and the formulas of its solution have in common. */
#ifndef KIN_DRAW_PROVE_H
#define KIN_DRAW_PROVE_H

#include "draw/resolve_walk.h"

struct kin_proving {
    struct kin_walk walk; /* first, so that a walk is also its proving */
    const struct kin_template *template;
    const struct kin_judgement *judgements; /* one per response in document order */
    struct kin_diags *diags;
    const struct kin_part_template *part;      /* whose solution is walked */
    const struct kin_response_template *whole; /* whose blanks are proved; NULL: none */
    const struct kin_judged_blank *blank;      /* the next one in the body */
    bool failed;
    struct kin_letters *letters; /* what letters stand for in this part */
    struct kin_value *last;      /* last side of the formula before, by round of letters */
    uint64_t shown;              /* bit i: the i-th response's answer was shown, in a solution step */
};

/* Every check is true for the key and false for the wrong answers that apply. */
void kin_prove_response(struct kin_proving *proving, const struct kin_response_template *response,
                        const struct kin_judgement *judgement);

/* Would all checks of the response hold if `value` were its key? The frame is as before afterwards. */
bool kin_prove_passes(const struct kin_response_template *response, struct kin_frame *frame,
                      const struct kin_value *value, const struct kin_value *key);

/* Every formula of a part's solution is true, and its result is shown. */
void kin_prove_solution(struct kin_proving *proving, const struct kin_part_template *part);

/* Work of a made-up student in a text: exactly its wrong line does not follow from the one before. `part`: whose keys
 * its letters stand for. */
void kin_prove_work(struct kin_proving *proving, const struct kin_blocks *blocks, const struct kin_part_template *part);

/* Every figure of the template can be drawn (prove_figure.c). */
void kin_prove_figures(struct kin_proving *proving);

/* ---- What letters stand for (prove_letters.c) ----------------------------------------------------------------------
 */

/* Letters with their values. A question with two solutions has two values for one letter: a formula then holds when it
 * is true for one of them, and the letters of one pair (x, y) go together. */
struct kin_letters {
    struct kin_letter {
        uint32_t letter;
        struct kin_value *values;
        size_t count, room;
        bool set;                             /* its values are the solutions of one question */
        const struct kin_part_template *part; /* whose responses gave the values; NULL: a parameter did */
    } * items;
    size_t count, room;
    size_t rounds; /* most values of one letter, at least 1 */
};

/* For formulas of `part`: the keys of its own labelled responses ("x ="), else those of the other parts, else
 * parameters whose name is one letter. In the frame's arena. */
struct kin_letters *kin_letters_gather(const struct kin_proving *proving, const struct kin_part_template *part);

/* The bindings of one round, `letters->count` of them. */
const struct kin_binding *kin_letters_bind(const struct kin_letters *letters, kin_arena *arena, size_t round);

/* "x = 4 or -4, y = 2": what responses gave; "" where only parameters did. */
char *kin_letters_text(const struct kin_letters *letters, kin_arena *arena);

#endif
