/* Drawing instances of a template: DESIGN section 4, lines 1 to 10.
 *
 * A draw belongs to one slot of a blueprint: a template, the n-th use of it, and a seed. Opening it chooses the mode
 * and the cell of the slot; then its members can be asked for one by one, in the slot's order, by anybody, as often as
 * they like: the n-th member never depends on what was asked before. Choosing which member goes on which form
 * is form/'s work. */
#ifndef KIN_DRAW_DRAW_H
#define KIN_DRAW_DRAW_H

#include "bank/bank.h"
#include "draw/answers.h"
#include "random/stream.h"

/* A slot has one rule of each policy; who looks at the whole template wants them all. */
enum kin_policy_reach { KIN_RULES_IN_FORCE, KIN_RULES_ALL };

struct kin_draw_options {
    struct kin_seed seed;
    uint64_t occurrence;  /* n-th use of the template in the blueprint, from 0 */
    uint64_t redraw;      /* how often the teacher asked for another item here; part of the order's key when not 0 */
    uint64_t least;       /* M of line 6: members that a cell should hold; 0: 26 */
    const char *student;  /* NULL: forms for all */
    const char *interest; /* contexts that touch it are taken where there are some; NULL: any */
    const char *language; /* that instances are printed in; NULL: the template's own */
    const struct kin_policies *policies; /* rules in force; NULL: the first ones */
    enum kin_policy_reach reach;
    const char *first_form;                   /* letter whose <fixed> numbers set the cell; NULL: "A" */
    const struct kin_template *const *before; /* of the slots before this one: their choices take turns with its own.
                                                 NULL where forms differ */
    size_t before_count;
};

struct kin_draw;

/* One member of the slot's cell. */
struct kin_member {
    uint64_t element;              /* number of the instance in its box */
    uint64_t mode;                 /* number of its combination of modes */
    const struct kin_fixed *fixed; /* not NULL: these numbers come from the author, element and mode mean nothing */
    struct kin_digest identity;    /* of template id and identity: equal for the same question */
    struct kin_digest key;         /* of the keys of all value and choice responses */
    struct kin_answers answers;    /* of value responses one by one */
    struct kin_digest cell;
};

/* Open the draw of a slot. Returns NULL after reporting when the template has no instance at all (the message
 * names the test that rejects most). Lives in `arena`; the template must outlive it. */
struct kin_draw *kin_draw_open(kin_arena *arena, struct kin_diags *diags, const struct kin_template *template,
                               const struct kin_draw_options *options);

/* The n-th member (from 0) of the slot's cell; false when there are no more within KIN_LIMIT_PLACES. */
bool kin_draw_member(struct kin_draw *draw, size_t n, struct kin_member *member);

/* The department's own numbers for a form; false when the template has none for it. Does not depend on the cell. */
bool kin_draw_fixed(struct kin_draw *draw, const char *form, struct kin_member *member);

/* The instance in full: resolved, dressed for the form (`form_index` counts from 0) and proved. Lives in `arena`.
 * Returns NULL after reporting: a failed check or an undefined value stops here and names the values. */
struct kin_item *kin_draw_item(struct kin_draw *draw, kin_arena *arena, struct kin_diags *diags,
                               const struct kin_member *member, const char *form, size_t form_index);

/* How many members the slot's cell holds: counted exactly where the space is walked, else estimated. */
struct kin_count {
    uint64_t number;
    bool estimated;
};
struct kin_count kin_draw_capacity(struct kin_draw *draw);

/* The same for a quick answer, which every run writes into its set file: more often an estimate. */
struct kin_count kin_draw_capacity_roughly(struct kin_draw *draw);

/* The fixed form whose numbers set the cell, when it holds fewer members than it should; NULL. */
const char *kin_draw_scarce(struct kin_draw *draw);

/* The cell as features, name and value in words. */
size_t kin_draw_features(struct kin_draw *draw, kin_arena *arena, const struct kin_fact **features);

/* ---- Survey, for `formkin check` and `formkin preview` ---------------------------------------------------------- */

/* A drawn instance to look at. */
struct kin_sample {
    struct kin_item *item;
    size_t cell;              /* number of its cell, from 0 in the order in which the samples meet them */
    struct kin_count members; /* of that cell; 0 when counting met none of it */
};

struct kin_survey_options {
    uint64_t draws; /* instances that are resolved and proved */
    struct kin_seed seed;
    size_t samples;       /* how many of the first ones are kept */
    const char *language; /* that samples are printed in, if the template has texts in it; NULL: its own */
};

struct kin_survey {
    struct kin_count instances;     /* in the whole space */
    double acceptance;              /* share of the box that passes all tests, 0 to 1 */
    size_t cells;                   /* that were seen */
    struct kin_count smallest_cell; /* of those that a slot would use (at least the share of use that matters) */
    size_t distinct_keys;           /* among the drawn instances */
    uint64_t drawn;                 /* instances resolved and proved */
    bool all;                       /* every printable instance was confirmed */
    const char *rarest_test;        /* source of the <where> that rejects most, or NULL */
    struct kin_sample *samples;     /* in the order drawn; fewer than asked for when there are no more */
    size_t sample_count;
};

/* Draw, resolve and prove `draws` instances (all of them when the space holds no more), and go through the author's
 * checklist. Everything found is reported; the survey is filled in as far as it got. */
void kin_draw_survey(kin_arena *arena, struct kin_diags *diags, const struct kin_template *template, uint64_t draws,
                     struct kin_survey *survey);

/* The same by a seed of one's own and with samples, which live in `arena`. */
void kin_draw_survey_with(kin_arena *arena, struct kin_diags *diags, const struct kin_template *template,
                          const struct kin_survey_options *options, struct kin_survey *survey);

/* The two evaluators, for the test that holds them equal: SCAN walks the permutation, TABLE the box. */
enum kin_evaluator { KIN_BY_COST, KIN_SCAN, KIN_TABLE };
void kin_draw_use_evaluator(enum kin_evaluator evaluator);

/* A <figure> that stands alone, without parameters, in `language` ("en"): an example of its kind. In the library's
 * arena; NULL after reporting. */
const struct kin_figure *kin_figure_alone(struct kin_library *library, const char *xml, const char *language);

/* The instance of a template without parameters, of which `content` is what stands behind its title: an example of an
 * element. Drawn and proved as any other. In the library's arena; NULL after reporting. */
const struct kin_item *kin_item_alone(struct kin_library *library, const char *content, const char *language);

#endif
