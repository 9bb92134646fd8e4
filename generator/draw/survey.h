/* What a survey sees of a template, for its table and for the author's checklist. */
#ifndef KIN_DRAW_SURVEY_H
#define KIN_DRAW_SURVEY_H

#include "draw/count.h"

enum { KIN_ENOUGH = 26 }; /* instances that forms, retakes and next year need */

/* Cells of one mode, or of all modes where the cell does not hold the mode. */
struct kin_tally {
    struct kin_cells cells;
    struct kin_hash *sums;  /* by cell: its features' hashes added up */
    uint64_t seen;          /* members in the cells */
    struct kin_count count; /* of instances; more than were seen when it is an estimate */
};

/* The share of something among drawn instances. */
struct kin_share {
    uint64_t number, of;
};

struct kin_surveying {
    kin_arena *arena; /* the survey's own, gone afterwards */
    struct kin_diags *diags;
    struct kin_draw *draw;
    struct kin_survey *survey;
    struct kin_tally *tallies;
    size_t tally_count;
    size_t *tally_of_lane;             /* which of them counts a lane's members */
    uint64_t failed;                   /* drawn instances that could not be printed or proved */
    struct kin_cells keys;             /* distinct ones, used as a set */
    struct kin_cells first_seen;       /* automatic features of the first instance seen of each cell */
    struct kin_cells looks;            /* printed questions, each with its first key */
    bool alike;                        /* questions that look the same had different keys */
    bool differs[KIN_AUTOMATIC_COUNT]; /* within a cell */
    struct kin_share small_keys;       /* keys that are 0 or 1, of whole-number keys */
    struct kin_share stem_keys;        /* keys that stand in the stem, of numeric keys */
    uint64_t *applied;      /* by response and blank: bit i when its i-th wrong answer applied in some instance */
    bool *fitted;           /* by context: its numbers came up */
    uint64_t noted;         /* instances behind `applied` and `fitted` */
    struct kin_share *weak; /* by response: instances in which other numbers than the key pass its checks */
    const struct kin_where *rarest;
    const struct kin_survey_options *options;
    kin_arena *keep;          /* of the samples */
    struct kin_hash *sampled; /* cells of the samples, by their number */
    size_t sampled_count;
};

/* Members of a cell in the whole space. */
uint64_t kin_tally_members(const struct kin_tally *tally, const struct kin_cell *cell);

/* Share of instances in cells of fewer than KIN_ENOUGH members, 0 to 1, when feature `without` did not count (or all
 * do: SIZE_MAX). */
double kin_tally_small(kin_arena *arena, const struct kin_tally *tally, size_t without);

/* What a drawn instance adds; it is in the frame, judged. */
void kin_survey_note(struct kin_surveying *surveying, struct kin_frame *frame);

/* The author's checklist, once everything is drawn: checklist.c. Reports warnings. */
void kin_checklist(struct kin_surveying *surveying);

/* Does what the instance in the frame asks print a number that is the key? checklist_printed.c */
bool kin_checklist_prints(const struct kin_features *features, struct kin_frame *frame, const struct kin_value *key);

/* Checks that confirm nothing; no instance is needed: checklist_checks.c. */
void kin_checklist_checks(struct kin_surveying *surveying);

/* Texts, misconceptions and I-can sentences that a translation lacks: checklist_languages.c. */
void kin_checklist_languages(struct kin_surveying *surveying);

/* Do numbers beside the keys of the instance in the frame pass the checks? checklist_checks.c */
void kin_checklist_others(struct kin_surveying *surveying, struct kin_frame *frame);

/* Does the printed instance of the frame read like one before it that has another answer? checklist_looks.c */
void kin_checklist_look(struct kin_surveying *surveying, const struct kin_frame *frame, const struct kin_item *item);
void kin_checklist_looks(struct kin_surveying *surveying);

/* Reading load over contexts of the instance in the frame: checklist_reading.c. */
void kin_checklist_reading(struct kin_surveying *surveying, const struct kin_member *member, kin_arena *arena);

#endif
