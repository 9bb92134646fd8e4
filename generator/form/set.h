/* Sets: all forms of one run, and the evidence that they are parallel. Made from a blueprint and a library, or read
 * back from a set file; laid out by output/page without any bank. */
#ifndef KIN_FORM_SET_H
#define KIN_FORM_SET_H

#include "bank/paper_style.h"
#include "content/threshold.h"
#include "draw/draw.h"
#include "form/match_search.h"
#include "form/used.h"

/* ---- What was asked ---------------------------------------------------------------------------------------- */

enum { KIN_MOST_FORMS = 2600, KIN_MOST_SLOTS = 60 };

/* Questions, by their identities, that a form does not take. Borrowed. */
struct kin_barred {
    const struct kin_used *never;   /* what its students have had; NULL: nothing */
    const struct kin_used *if_need; /* what others near them had: taken when nothing else is left; NULL: nothing */
};

/* Of forms that are one student's each: a question that is left for nobody may stand on two of them. */
enum kin_sharing { KIN_FORMS_APART, KIN_FORMS_SHARE_IF_NEED };

struct kin_request {
    const struct kin_blueprint *blueprint;
    const char *const
        *standards; /* spellings that replace the blueprint's open lines; count 0: as the blueprint says */
    size_t standard_count;
    int level;                  /* 0: as the blueprint says */
    int items;                  /* per run; 0: as the blueprint says */
    const char *const *letters; /* "A", "B" ... */
    size_t letter_count;
    struct kin_seed seed;
    const char *language;                /* of forms and key; NULL: the blueprint's */
    const char *paper;                   /* "letter" or "a4" */
    const struct kin_paper_style *style; /* NULL: the standard one */
    const struct kin_level_scale *scale; /* to print levels by; NULL: the usual one, if the blueprint asks for it */
    const char *interest;                /* contexts that touch it are taken where there are some; NULL: any */
    const size_t *redraws;               /* slots (from 1) to draw again; a slot named twice is drawn again twice */
    size_t redraw_count;
    const struct kin_barred *barred; /* one a letter; NULL: nothing */
    enum kin_sharing sharing;
};

/* ---- The set ------------------------------------------------------------------------------------------------- */

/* Page facts of a slot, measured once over the first 26 members of its cell and kept in the set file, so that all forms
 * break pages alike and later forms change nothing. Filled by output/page. */
struct kin_geometry {
    bool measured;
    double height_pt; /* of the item's box without spare room */
    double space_pt;  /* work space given to it */
    int columns[8];   /* of the choices, by response in document order; 0: does not apply */
    int page;         /* from 1; where a style has several columns, the column, counted through all pages */
    bool joins;       /* the item before it asks the same, so its instruction stands there */
    int breaks[8];    /* of an item on several pages: pieces of the one that was measured, then by page one more than
                         the number of its pieces up to there; 0: no further page */
};

/* A template that a slot may take, as it was then. */
struct kin_pool_entry {
    const char *template_id, *digest;
};

struct kin_slot {
    const char *id; /* "1", "2" ...: of an item group the number of its first item */
    int items;      /* of an item group: how many are asked, each with a number of its own; 0: it is one item */
    uint64_t asked; /* which of them: bit i for part i; 0: the first ones */
    const char *template_id, *bank_id, *version, *digest, *title;
    const char *standard; /* code */
    int level;
    struct kin_rat points;
    uint64_t occurrence, redraw;
    struct kin_count capacity; /* of its cell */
    const struct kin_fact *features;
    size_t feature_count;
    const char *shortfall; /* why the slot is less than slot-parallel, or has few instances; NULL: it is neither */
    const char *scarce;    /* letter of the fixed form whose cell is too small; NULL: none. Not in the set file */
    size_t section;        /* index */
    struct kin_geometry geometry;
    struct kin_pool_entry *pool; /* of a slot that is matched in total: what a form may take; else none. Its template is
                                    that of the first form then, and features are the items' own */
    size_t pool_count;
    bool scaled;               /* its points are the blueprint's */
    struct kin_item **samples; /* instances for measuring; NULL in a set that was read from a file */
    size_t sample_count;
};

struct kin_section {
    const char *heading, *calculator; /* may be NULL */
    bool apart;                       /* begins on a page of its own */
};

/* A threshold of mastery for one standard: its code, and a text as content/threshold.h reads it. */
struct kin_bar {
    const char *standard, *threshold;
};

/* An objective on page 1: a standard with its score box. */
struct kin_objective {
    const char *standard, *i_can;
    struct kin_rat points;
    size_t items; /* scored parts */
};

/* What a form of a set that is matched in total took for a slot. */
struct kin_pick {
    const char *template_id, *digest;
    uint64_t redraw; /* number of its cell */
};

struct kin_form {
    const char *letter;
    const char *code;           /* short, random-looking, printed on student pages and in the QR code: "K7QF-2MXD" */
    struct kin_item **items;    /* one per slot */
    struct kin_member *members; /* one per slot; of a set read from a file only identity and key are there */
    size_t item_count, member_count; /* both the number of slots */
    struct kin_pick *picks;          /* one per slot; only where forms are matched in total */
    size_t pick_count;
    struct kin_match_totals *outlook; /* predicted, of all items; NULL where forms are slot-parallel */
};

/* How parallel the forms are; the label that is printed on key and set file. */
enum kin_label { KIN_SLOT_PARALLEL, KIN_TOTAL_MATCHED, KIN_RANDOM };
const char *kin_label_name(enum kin_label label);

struct kin_set {
    const char *assessment_id, *title, *language, *paper, *program; /* program: "formkin 0.1.0" */
    const struct kin_paper_style *style;                            /* NULL: the standard one */
    struct kin_nodes directions;
    struct kin_nodes reflection;     /* at the end of each form; may be empty */
    const struct kin_fact *policies; /* rules that the assessment settles: "pi", "3.14" */
    size_t policy_count;
    double minutes;
    int threshold_percent; /* of mastery; where `threshold` is NULL */
    const char *threshold; /* of another kind than a percentage, as content/threshold.h reads it; NULL */
    struct kin_bar *bars;  /* of objectives with a threshold of their own */
    size_t bar_count;
    bool objectives_shown;
    bool levels_shown;             /* below the objectives, with their meaning */
    struct kin_level_scale *scale; /* whose levels; NULL: the usual one */
    const char *space;             /* "tight", "normal", "generous" */
    const char *interest;          /* that contexts were chosen by; NULL */
    uint64_t seed;
    const char *secret; /* mark of the ledger whose secret is in the seed; NULL: there is none */
    uint64_t least;     /* members that a cell should hold (M of DESIGN section 4), so that later forms choose alike */
    const char *digest; /* of everything that was used: banks, blueprint, plan */
    enum kin_label label;
    const char *label_reason;        /* one sentence when it is below slot-parallel, or a slot is scarce; NULL */
    const char *weights;             /* what outlooks were predicted by, and what is to be known of it; NULL */
    struct kin_match_totals *target; /* of the slots that are matched in total; NULL */
    struct kin_misconception *misconceptions; /* those that occur, with their sentences */
    size_t misconception_count, misconception_room;
    struct kin_objective *objectives;
    size_t objective_count;
    struct kin_section *sections;
    size_t section_count;
    struct kin_slot *slots;
    size_t slot_count;
    struct kin_form *forms;
    size_t form_count;
    struct kin_set **editions; /* the same forms in other languages, stories, paper styles */
    size_t edition_count;
};

/* Make the set that is asked for. Lives in `arena`. Returns NULL after reporting: a misspelt standard (nearest ones),
 * an empty selection (what exists), too few instances (what is possible) ... */
struct kin_set *kin_set_make(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library,
                             const struct kin_request *request);

/* Forms to come. */
struct kin_extension {
    const char *const *letters; /* not there yet */
    size_t count;
    struct kin_seed secret;          /* of the ledger that the set is from; its number means nothing. Zero: none */
    const struct kin_barred *barred; /* one a letter; NULL: nothing */
    const size_t *slots;             /* only these, by index and in this order; NULL: all */
    size_t slot_count;
    enum kin_sharing sharing;
};

/* Draw further forms of a set that was read from a file, from the same banks: earlier forms stay as they are. Returns
 * false after reporting: a template that is gone or has changed since is named, or the secret is not the one. */
bool kin_set_extend(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library, struct kin_set *set,
                    const struct kin_extension *extension);

/* A set of its own with new forms that are parallel to those of `set` (as kin_set_extend would draw them), but hold
 * only the slots that are asked for, numbered anew; the forms of `set` are not in it. `set` is used up. NULL after
 * reporting. */
struct kin_set *kin_set_excerpt(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library,
                                struct kin_set *set, const struct kin_extension *extension);

/* What a set file keeps of a secret: enough to know it again, nothing to find it out. NULL for a seed without one. */
const char *kin_seed_mark(kin_arena *arena, const struct kin_seed *seed);

/* The n-th letter: A ... Z, then A1 ... Z99. */
const char *kin_letter_at(kin_arena *arena, size_t n);

/* Number the items of a group that was drawn for a slot, and drop those that are not asked. */
void kin_slot_number(kin_arena *arena, const struct kin_slot *slot, struct kin_item *item);

/* Total points of a form. */
struct kin_rat kin_set_points(kin_arena *arena, const struct kin_set *set);

/* ---- The set file: JSON, form/set-file.md describes it
 * --------------------------------------------------------------- */

/* Same set, same text. */
char *kin_set_write(kin_arena *arena, const struct kin_set *set, size_t *length);

/* Read a set file. Returns NULL after reporting. Everything that paper and key need is in it. */
struct kin_set *kin_set_read(kin_arena *arena, struct kin_diags *diags, const struct kin_source *source);

#endif
