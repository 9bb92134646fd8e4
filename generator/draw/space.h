/* The space of a template's instances in one combination of modes: a box of picks, and the program of lets and tests
 * that an element of the box has to pass, each as early as what it reads is known. DESIGN section 4, line 3. */
#ifndef KIN_DRAW_SPACE_H
#define KIN_DRAW_SPACE_H

#include "draw/domain.h"
#include "draw/fieldset.h"
#include "draw/mode.h"

enum kin_rule_kind {
    KIN_RULE_LET,   /* compute a let that a later test reads; undefined: its slot stays empty */
    KIN_RULE_WHERE, /* the author's test */
    KIN_RULE_RANGE, /* a pick inside its range, where that depends on other picks */
    KIN_RULE_EXCEPT /* a pick not among its exceptions, where they depend on other picks */
};

struct kin_rule {
    enum kin_rule_kind kind;
    const struct kin_field *field; /* LET, RANGE, EXCEPT */
    size_t where;                  /* WHERE: its index in the template */
    uint64_t rejected;             /* candidates that failed here, and nowhere before */
};

struct kin_space {
    const struct kin_template *template;
    const struct kin_mode *mode;
    uint64_t count;       /* elements of the box, at most 2^62 */
    struct kin_dim *dims; /* the picks that are drawn in this mode, in document order; the last one moves fastest */
    size_t dim_count;
    struct kin_rule *rules; /* by level, then by cost */
    size_t rule_count;
    size_t *level_ends; /* rules before level_ends[n] need no more than the first n dims; dim_count + 1 of them */
    const struct kin_field **late; /* lets that no test reads, in document order */
    size_t late_count;
    const struct kin_field **early; /* lets among the rules */
    size_t early_count;
    struct kin_value *base; /* slots with modes, neutral dressing and what depends on nothing else */
    uint64_t tried;         /* elements that were tested one by one */
    uint64_t steps;         /* of evaluation spent so far: bounds the whole draw */
};

/* Returns NULL after reporting: a range that cannot be evaluated, a box of more than 2^62 elements. A space in which
 * no instance is possible has count 0. */
struct kin_space *kin_space_new(kin_arena *arena, struct kin_diags *diags, const struct kin_template *template,
                                const struct kin_needs *needs, const struct kin_mode *mode);

/* A frame for this space; one is enough for any number of elements. */
struct kin_frame kin_space_frame(kin_arena *arena, const struct kin_space *space);

/* Put an element's picks into the frame and run all rules. False: a test rejects it. */
bool kin_space_test(struct kin_space *space, struct kin_frame *frame, uint64_t element);

/* After the tests were passed: compute the other lets. False with frame->fault and *let set: one is undefined. */
bool kin_space_finish(const struct kin_space *space, struct kin_frame *frame, const struct kin_field **let);

/* Run the rules of one level. False: rejected. */
bool kin_space_level(struct kin_space *space, struct kin_frame *frame, size_t level);

/* Walk the box, dropping whole branches as soon as a test fails; `visit` sees every element that passes, with the frame
 * filled. It returns false to stop. What is allocated in frame->arena meanwhile is gone afterwards.
 * Returns false when it was stopped, or after `budget` partial elements. */
typedef bool kin_space_visit(void *data, uint64_t element);
bool kin_space_walk(struct kin_space *space, struct kin_frame *frame, uint64_t budget, kin_space_visit *visit,
                    void *data);

/* Partial elements that a walk would visit, judged by the rejections seen so far; only for choosing an evaluator. */
double kin_space_walk_cost(const struct kin_space *space);

/* The author's test that rejected most so far; NULL: none rejected anything. *share: of those that were tried. */
const struct kin_where *kin_space_rarest(const struct kin_space *space, double *share);

/* ---- Parts of compiling ---- */

/* Size and first value of a pick's dimension: hull.c. False with frame->fault set. `dependent`: a RANGE rule is needed.
 */
bool kin_dim_fill(struct kin_dim *dim, struct kin_space *space, const struct kin_needs *needs, struct kin_frame *frame,
                  bool *dependent);

/* Order the rules: schedule.c. `dependent`: one truth per dim. */
void kin_space_schedule(kin_arena *arena, struct kin_space *space, const struct kin_needs *needs,
                        const bool *dependent);

#endif
