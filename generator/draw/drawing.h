/* A draw from the inside: shared by the files of this folder that make up draw.h. */
#ifndef KIN_DRAW_DRAWING_H
#define KIN_DRAW_DRAWING_H

#include "draw/cells.h"
#include "draw/identity.h"
#include "draw/sequence.h"

/* The members of one combination of modes in the slot's order. A slot has one lane; when its cell does not hold the
 * mode (off="mode"), one for each combination, which take turns. */
struct kin_lane {
    struct kin_space *space;
    struct kin_sequence sequence;
    struct kin_frame frame;
    struct kin_cells met; /* identities of the members so far, where the author's make some of them the same */
    bool ended;           /* below the limit that is looked at */
};

/* A member that was found. */
struct kin_record {
    uint64_t element;
    struct kin_lane *lane;
    const struct kin_member *member; /* in full, once it was asked for */
};

struct kin_draw {
    kin_arena *arena;
    const struct kin_template *template;
    struct kin_draw_options options;
    struct kin_needs needs;
    struct kin_modes modes;
    struct kin_space **spaces; /* by mode; NULL: not needed so far */
    struct kin_features features;
    struct kin_judgement *judgements; /* of the candidate that is looked at */
    struct kin_hash *each;            /* its features */
    struct kin_hash *wanted;          /* those of the slot's cell */
    struct kin_lane *lanes;
    size_t lane_count, turn;
    struct kin_record *records; /* members of the cell so far, in order */
    size_t record_count, record_room;
    uint64_t members_met; /* of the slot's cell while it was chosen: it holds as many at least */
    struct kin_record unfit;             /* the first instance with a response that cannot be made; lane NULL: none */
    const struct kin_fixed *first_fixed; /* the numbers that set the cell, or NULL */
    bool *fixed_usable;                  /* by fixed form */
    struct kin_record undefined;         /* the first one with an undefined value; lane NULL: none */
};

/* A draw with modes, needs and features looked up, but neither lanes nor a cell. NULL after reporting. */
struct kin_draw *kin_draw_prepare(kin_arena *arena, struct kin_diags *diags, const struct kin_template *template,
                                  const struct kin_draw_options *options);

/* The rules of policies that are in force; never NULL. */
const struct kin_policies *kin_draw_policies(const struct kin_draw *draw);

/* The space of a mode (an index into draw->modes), compiled when it is needed first. NULL after reporting. */
struct kin_space *kin_draw_space(struct kin_draw *draw, struct kin_diags *diags, size_t mode);

/* Use these modes as lanes, in this order. False after reporting. `student`: NULL for the order of all. */
bool kin_draw_set_lanes(struct kin_draw *draw, struct kin_diags *diags, const uint32_t *modes, size_t count,
                        const char *student);

/* All lanes from their first place, without records. */
void kin_draw_rewind(struct kin_draw *draw);

/* The next member at places below `limit`: of the cell `wanted`, or of any (NULL; draw->each is filled then). Instances
 * that are the same question as one before are passed over. */
bool kin_draw_next(struct kin_draw *draw, const struct kin_hash *wanted, uint64_t limit, struct kin_record *record);
void kin_draw_keep(struct kin_draw *draw, const struct kin_record *record);

/* Judge what is in the lane's frame after its rules were passed; fills draw->each and draw->judgements. */
enum kin_outcome kin_draw_weigh(struct kin_draw *draw, struct kin_lane *lane, const struct kin_hash *wanted);

/* Line 6: lanes and cell of the slot. False after reporting. choose.c */
bool kin_draw_choose(struct kin_draw *draw, struct kin_diags *diags);

/* Add to the last report which numbers near the wanted cell stand in a large one. Lanes are rewound. neighbour.c */
void kin_draw_offer_neighbour(struct kin_draw *draw, struct kin_diags *diags);

/* Report that there is no member, and why. explain.c */
void kin_draw_explain(struct kin_draw *draw, struct kin_diags *diags);
/* Report the undefined value of an instance that passes all tests. */
void kin_draw_report_undefined(struct kin_draw *draw, struct kin_diags *diags, const struct kin_record *record);

/* ---- The department's own numbers: fixed.c ---- */

/* Put them into a frame with lets computed, judged: draw->each and draw->judgements are filled. Warnings for what
 * an author may do on purpose; false after reporting what cannot be printed. */
bool kin_fixed_put(struct kin_draw *draw, struct kin_diags *diags, const struct kin_fixed *fixed,
                   struct kin_frame *frame);

/* The index of the combination of modes that is in the frame. */
size_t kin_fixed_mode(const struct kin_draw *draw, const struct kin_frame *frame);

/* ---- An instance in full: item.c ---- */

struct kin_printing {
    const char *form;
    size_t form_index;
    const struct kin_fixed *fixed;             /* the department's own form, or NULL */
    const char *context;                       /* to be used instead of the form's own, or NULL */
    const struct kin_translation *translation; /* to print; NULL: the template's own texts */
};

/* Fill a frame in `arena` with a member's numbers, judged as kin_fixed_put does. False after reporting. */
bool kin_item_fill(struct kin_draw *draw, kin_arena *arena, struct kin_diags *diags, const struct kin_member *member,
                   struct kin_frame *frame);

/* Prove and print what is in the frame; a translation is proved, too, and compared with the template's own texts. */
struct kin_item *kin_item_print(struct kin_draw *draw, struct kin_diags *diags, struct kin_frame *frame,
                                const struct kin_printing *printing);

/* Prove and print printing->translation of what is in the frame; `own` is the item in the template's own language. */
struct kin_item *kin_item_translate(struct kin_draw *draw, struct kin_diags *diags, struct kin_frame *frame,
                                    const struct kin_printing *printing, const struct kin_item *own);

/* The cell's features of the instance in the frame, in the words of `texts`: the template or a translation. */
size_t kin_item_features(const struct kin_draw *draw, const struct kin_template *texts, struct kin_frame *frame,
                         const struct kin_fact **facts);

/* ---- Translations: translate.c ---- */

/* A frame of the translation with the numbers and answers of the template's own. */
struct kin_frame kin_translation_frame(const struct kin_template *template, const struct kin_frame *frame,
                                       const struct kin_template *translation);

/* Do both print the same numbers? False after reporting. */
bool kin_translation_agrees(const struct kin_draw *draw, struct kin_diags *diags, struct kin_frame *frame,
                            const struct kin_item *own, const struct kin_item *translated,
                            const struct kin_translation *translation);

#endif
