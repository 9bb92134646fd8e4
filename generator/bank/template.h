/* Item templates as read from a bank: everything parsed, typed and checked; immutable afterwards and shared by all
 * draws. */
#ifndef KIN_BANK_TEMPLATE_H
#define KIN_BANK_TEMPLATE_H

#include "bank/policy.h"
#include "content/figure.h"
#include "content/formula.h"
#include "content/item.h"
#include "content/required.h"
#include "content/unit.h"
#include "value/language.h"

/* ---- Parameters ------------------------------------------------------------------------------------------ */

enum kin_field_kind {
    KIN_FIELD_PICK, /* drawn with the numbers */
    KIN_FIELD_MODE, /* drawn first, each value by its weight: a pick of words */
    KIN_FIELD_LET   /* computed */
};

/* A pick that draws lists of the values of its range or list, which then depend on no other pick. */
struct kin_drawn_list {
    int length;                   /* 0: it draws single values */
    bool sorted;                  /* in the order of the values */
    bool distinct;                /* no value twice */
    bool deranged;                /* all values, none at its own place */
    const struct kin_expr *total; /* constant: what the numbers of each list add up to; NULL: anything */
};

/* A pick's values: an arithmetic sequence whose ends may depend on earlier parameters, or a list.
 * `except` values are left out. */
struct kin_domain {
    const struct kin_expr *low, *high; /* of a range; NULL for a list */
    const struct kin_expr *step;       /* NULL: 1 */
    const struct kin_expr *list;       /* of="..." ; NULL for a range. Constant */
    const struct kin_expr *except;     /* a list; NULL: none */
    const uint32_t *weights;           /* of a list of words, one each; NULL: all alike */
    int16_t places;                    /* that the values print with; KIN_NO_PLACES: as written */
    uint8_t look;                      /* type="money" | "percent" */
    struct kin_drawn_list arrangement;
};

/* Words that a pick or feature can have; those of a translation stand in the order of the template's. */
struct kin_names {
    const char **items;
    size_t count, room;
};

struct kin_field {
    enum kin_field_kind kind;
    const char *name;
    int slot;
    bool setting; /* MODE: a row of a table of settings, which is no case of the question; LET: one of its names */
    bool policy;  /* MODE: policy.NAME, whose value is settled, not drawn; the rules are its values */
    enum kin_policy_id policy_id;
    int policy_rule; /* number of the rule that the template settles for itself; 0: the assessment does */
    struct kin_span span;
    struct kin_domain domain;     /* PICK, MODE */
    const struct kin_expr *when;  /* PICK: not drawn (its slot stays unset) unless this holds; reads modes only */
    const struct kin_expr *value; /* LET */
    struct kin_names cases;       /* MODE: those of its words that have names for keys */
};

struct kin_where {
    const struct kin_expr *test;
    struct kin_span span;
};

/* ---- Dressing: changes no number ------------------------------------------------------------------------- */

/* One person: name and pronouns go into the slots of "who", "who.they", "who.them", "who.their" and capitalised forms.
 */
enum { KIN_PERSON_SLOTS = 7 };
struct kin_person {
    const char *name;            /* the parameter's */
    int slots[KIN_PERSON_SLOTS]; /* name, they, them, their, They, Them, Their */
};

/* A skin: words for a story. Exactly one context of a template is used; all give the same words. */
struct kin_context {
    const char *id;
    const char *interest;          /* words, separated by spaces or commas; NULL */
    const struct kin_expr *fits;   /* NULL: always */
    const struct kin_value *words; /* one per kin_template.word_slots */
};

/* ---- Content ---------------------------------------------------------------------------------------------- */

enum kin_block_kind {
    KIN_BLOCK_NODE,    /* becomes a node with kids */
    KIN_BLOCK_PHRASE,  /* text with holes */
    KIN_BLOCK_FORMULA, /* <m> */
    KIN_BLOCK_CHAIN,   /* <chain>: kids are FORMULA blocks and conditions around them */
    KIN_BLOCK_SYSTEM,  /* <system> */
    KIN_BLOCK_FIGURE,  /* <figure>: kids are its PART blocks and conditions around them */
    KIN_BLOCK_PART,    /* of a figure; kids are the parts in it */
    KIN_BLOCK_LABEL,   /* a text of a figure or part: that of its `index`-th value; kids are the text */
    KIN_BLOCK_BLANK,   /* <blank>: an answer blank, or its answer where it is none for these values */
    KIN_BLOCK_IF,      /* kids when `test` holds, else `otherwise` */
    KIN_BLOCK_FOR,     /* kids once per element of `list`, which is in `slot` meanwhile */
    KIN_BLOCK_ENTRY    /* no content: the `index`-th option, wrong answer ... of the response or part that it is in */
};

/* What an element holds several times, by themselves or within conditions and repetitions. */
enum kin_entry_kind {
    KIN_ENTRY_OPTION,
    KIN_ENTRY_WRONG,
    KIN_ENTRY_ACCEPT,
    KIN_ENTRY_CREDIT,
    KIN_ENTRY_ROW,
    KIN_ENTRY_STROKE,
    KIN_ENTRY_STEP
};

struct kin_block;
struct kin_response_template;
struct kin_figure_template;
struct kin_blocks {
    struct kin_block **items;
    size_t count, room;
};

struct kin_block {
    enum kin_block_kind kind;
    struct kin_span span;
    struct kin_node node;                      /* NODE, FORMULA: kind and attributes to copy; its kids are empty */
    enum kin_emphasis emphasis;                /* PHRASE */
    const struct kin_phrase *phrase;           /* PHRASE */
    const struct kin_formula *formula;         /* FORMULA */
    const struct kin_response_template *blank; /* BLANK */
    bool untrue;                               /* FORMULA: truth="no", a quoted mistake or a condition */
    bool answer;                  /* FORMULA, PHRASE: has {answer} or {answer.ID} in a hole: the result of a step */
    const struct kin_expr *wrong; /* NODE of work: the number of its wrong line; NULL: nobody says */
    const struct kin_expr *test;  /* IF */
    const struct kin_expr *list;  /* FOR */
    int slot;                     /* FOR */
    struct kin_blocks kids, otherwise;
    enum kin_entry_kind entry;        /* ENTRY */
    size_t index;                     /* ENTRY */
    struct kin_figure_template *part; /* FIGURE, PART */
};

/* A figure or a part of one: an attribute a row of its kind that is said or has a value otherwise. */
struct kin_figure_template {
    struct kin_span span;
    const struct kin_figure_kind *figure; /* NULL: a part */
    const struct kin_figure_part_kind *kind;
    const char *id; /* of a figure, or NULL */
    enum kin_layer layer;
    bool unscaled;
    struct kin_figure_value_template {
        const struct kin_figure_attribute *row;
        struct kin_span span;
        const struct kin_expr *value;      /* CHOICE by an expression, and all that is neither text nor RELATION */
        const struct kin_formula *formula; /* RELATION */
        const char *word;                  /* CHOICE as it stands */
        int slot, y_slot;                  /* CURVE: of x; REGION: of x and y; else -1 */
    } * values;
    size_t value_count, value_room;
};

/* ---- Responses -------------------------------------------------------------------------------------------- */

struct kin_wrong_template {
    struct kin_span span;
    const struct kin_expr *key; /* a value; or NULL and `content` or `formula` is the answer */
    const struct kin_formula *formula;
    const struct kin_expr *by; /* ORDER: the rule that was followed instead, of "it" */
    struct kin_blocks content;
    const struct kin_expr *when; /* NULL: always */
    const char *misconception;   /* id that the register knows, or NULL */
    struct kin_blocks because;   /* free text; may be empty */
    struct kin_rat points;
};

/* An option of a choice or multi-select that is written out (a choice can also be made of key and wrong answers). */
struct kin_option_template {
    struct kin_span span;
    const struct kin_expr *key; /* a value; or NULL and `content` is the option */
    struct kin_blocks content;
    const struct kin_expr *right; /* true="...": computed per instance */
    const char *misconception;
    struct kin_blocks because;
    bool last;                            /* pinned="last" */
    const char *id;                       /* of a column or a right item, or NULL */
    const char *kind;                     /* of trap; or NULL */
    const struct kin_expr *rank;          /* ORDER: what it is put in order by; NULL: its value */
    const struct kin_pool_template *pool; /* that it stands in, or NULL */
};

/* Statements of which so many are shown. */
struct kin_pool_template {
    struct kin_span span;
    const struct kin_expr *show;  /* how many */
    const struct kin_expr *right; /* how many of them are true; NULL where nothing is true or false */
    struct kin_text *kinds;       /* of the false ones that are shown; none: of as many kinds as there are */
    size_t kind_count;
};

/* A wrong column of a row. */
struct kin_row_wrong_template {
    size_t option;
    const char *misconception;
    struct kin_blocks because;
};

/* A statement of a grid, or a left item of a match. */
struct kin_row_template {
    struct kin_span span;
    const struct kin_expr *value; /* how it prints; or NULL and `content` is the row */
    struct kin_blocks content;
    const struct kin_expr *truth;  /* GRID of two columns: true puts it into the first */
    const struct kin_expr *column; /* GRID: a word, the id of its column */
    const struct kin_expr *key;    /* MATCH: the value of its right item */
    const char *to;                /* MATCH: the id of its right item */
    size_t pair;                   /* MATCH: 1 + the index of the option that it was written with; 0: with none */
    struct kin_row_wrong_template *wrongs;
    size_t wrong_count;
    const char *kind; /* of trap; or NULL */
    const struct kin_pool_template *pool;
};

/* What is marked in a drawing: kind and attributes as in the element tables. */
struct kin_stroke_template {
    struct kin_span span;
    const char *kind;
    struct kin_rat points;
    const struct kin_expr *tolerance; /* NULL: exactly */
    struct kin_stroke_value {
        const char *name;
        const struct kin_expr *value;
        const struct kin_formula *formula; /* of eq="..." */
        const char *word;                  /* of a word as it stands */
    } * values;
    size_t value_count;
    struct kin_blocks what;
    const struct kin_block *part; /* it as a part of the figure that it is drawn on; NULL: on no figure */
};

enum kin_order { KIN_ORDER_SHUFFLE, KIN_ORDER_SIZE, KIN_ORDER_AS_WRITTEN };

struct kin_credit_template {
    enum kin_credit_kind kind;
    struct kin_rat points;
    const struct kin_expr *when; /* of a line that depends on the numbers; NULL: always */
    const struct kin_expr *rule; /* RULE: in counts; else NULL */
    enum kin_count_kind each;    /* OFF */
    struct kin_blocks what;
};

struct kin_accept_template {
    struct kin_blocks content; /* an equivalent that is marked right, too */
    const struct kin_expr *when;
};

/* What marking asks beyond the answer type. */
struct kin_marking {
    enum kin_required form;
    struct kin_rat tolerance;    /* 0: none */
    const struct kin_unit *unit; /* of a quantity: what the key counts; NULL for other types */
    bool rounded;                /* the key is rounded, as students are told to: exact forms of it are no answers */
};

struct kin_answer_type; /* content/answer.h: integer, fraction, money, equation ... */

struct kin_response_template {
    enum kin_response_kind kind;
    const char *id; /* unique in the template: "a" ... given or made */
    struct kin_span span;
    const struct kin_answer_type *type; /* VALUE, CHOICE by values */
    struct kin_marking marking;
    const char *format; /* how the key prints: "", "mixed", "places 2" ... */
    struct kin_rat points;
    struct kin_blocks label, unit;
    const struct kin_expr *key;            /* VALUE, CHOICE by value; else NULL */
    const struct kin_formula *key_formula; /* VALUE of type equation or expression: the model answer */
    int key_slot;                          /* "key" inside this response */
    int answer_slot; /* "answer.ID"; of a formula: what it stands for as key; -1: it has no name */
    const struct kin_response_template **follows; /* whose wrong answers lead to another key: earlier in the order */
    size_t follow_count;
    uint32_t letter; /* the unknown that its key is the value of, from label "x ="; 0: none */
    struct kin_accept_template *accepts;
    size_t accept_count;
    struct kin_wrong_template *wrongs;
    size_t wrong_count;
    struct kin_option_template *options;
    size_t option_count;
    int shown; /* CHOICE made of key and wrong answers: how many options are printed; 0: all that apply */
    enum kin_order order;
    const struct kin_expr **checks;
    size_t check_count;
    struct kin_credit_template *credits;
    size_t credit_count;
    struct kin_blocks entries; /* options, wrong answers, accepted answers and credits, in document order */
    bool branching;            /* some of them stand in conditions or repetitions */
    struct kin_blocks sample;
    const struct kin_expr
        *accept; /* VALUE with many right answers: true for those, which are "it"; NULL: the key alone */
    int it_slot;
    struct kin_blocks says;        /* what `accept` takes, in words */
    struct kin_blocks body;        /* BLANKS: what the blanks stand in; DRAW: what is drawn on */
    struct kin_row_template *rows; /* GRID, MATCH */
    size_t row_count;
    enum kin_order row_order;
    const char *labels;                  /* of the rows: "numbers", "roman" or NULL */
    bool reuse;                          /* MATCH */
    struct kin_rat each;                 /* GRID, MATCH: points for each row; 0: not said */
    const struct kin_expr *by;           /* ORDER: of "it", in it_slot; NULL: the value itself */
    bool written, falling;               /* ORDER: as written is right; the largest first */
    const char *look;                    /* ORDER: "line", "relation" or "numbers" */
    struct kin_stroke_template *strokes; /* DRAW */
    size_t stroke_count;
    const char *drawn_on;                     /* DRAW: the id of a figure of the question; NULL: none */
    const struct kin_figure_kind *drawn_kind; /* its kind */
    struct kin_response_template
        *blanks; /* BLANKS: of kind VALUE, in document order; one in a <for> stands for several */
    size_t blank_count;
    bool whole;                  /* BLANKS: all right, or no points */
    bool shared;                 /* of a blank: it has no points of its own but its share of the response's */
    bool in_formula;             /* of a blank: it stands where a formula says {blank ID} */
    bool repeated;               /* of a blank: it stands in a <for>, and each round has an answer of its own */
    const struct kin_expr *when; /* of a blank: it is one only if this holds, else its answer prints; NULL: always */
    int lines;
    double space_pt;
};

/* A formula with an id: what it states or is worth, for expressions of the template. Slots are -1 where it has none. */
struct kin_stated {
    const struct kin_formula *formula;
    int holds_slot, value_slot;
};

struct kin_step_template {
    struct kin_span span;
    const struct kin_expr *when; /* NULL: always */
    struct kin_blocks work, why;
    bool result; /* shows {answer} */
};

struct kin_part_template {
    const char *id; /* "a"; NULL when the template has no parts */
    struct kin_span span;
    const char *standard; /* NULL: the template's */
    int level;            /* 0: the template's */
    const char *practice; /* NULL: the template's */
    bool calculator;
    const char *objective; /* "I can ...", instead of the standard's; NULL */
    struct kin_blocks stem;
    struct kin_response_template *responses;
    size_t response_count;
    struct kin_step_template *steps;
    size_t step_count;
    struct kin_blocks step_entries; /* in what order and under which conditions the steps are shown */
};

/* ---- The template ------------------------------------------------------------------------------------------- */

struct kin_feature_template {
    const char *name;
    const struct kin_expr *value;
    struct kin_span span;
    struct kin_names cases; /* those of its words that have names for keys */
};

/* Automatic features of the cell, each can be switched off: <features off="..."/>. */
enum kin_automatic {
#define KIN_AUTOMATIC(id, name, doc) KIN_AUTO_##id,
#include "bank/automatic.def"
#undef KIN_AUTOMATIC
    KIN_AUTOMATIC_COUNT
};

struct kin_setting {
    int slot;
    const struct kin_expr *value;
    struct kin_span span;
};

/* The name of a person of the story, and her pronoun. */
struct kin_fixed_person {
    const struct kin_person *person;
    const char *name, *they; /* she, he, they */
    bool says;               /* the pronoun is the author's; else that of the register, if the name stands there */
};

/* The printed order of a response's options, rows of a grid, right items of a match or items to be put in order:
 * letters of their places as written, "CABD". */
struct kin_fixed_order {
    const char *response, *letters;
};

/* A department's own numbers for one form. A let named here is an assertion. */
struct kin_fixed {
    const char *form;    /* "A" */
    const char *variant; /* id, or NULL */
    struct kin_span span;
    struct kin_setting *settings;
    size_t setting_count;
    const char *context;            /* id, or NULL */
    const struct kin_context *skin; /* words of its own; NULL: it has none */
    struct kin_fixed_order *orders;
    size_t order_count;
    struct kin_fixed_person *people;
    size_t person_count, person_room;
};

struct kin_bank;
struct kin_template;

/* A template in another language: the same parameters, keys and features, in the same order; only texts differ. */
struct kin_translation {
    const char *language; /* as the bank writes it: "es" */
    const struct kin_template *template;
    struct kin_span span;           /* of its title */
    const struct kin_span *missing; /* texts that it lacks */
    size_t missing_count;
};

/* A variant of a template is a template itself: it shares everything that was read, and has one test more. */
struct kin_template {
    const struct kin_bank *bank;
    const struct kin_template *base;      /* whose variant it is; NULL: it stands for itself */
    const struct kin_expr *variant_where; /* what tells its instances from its base's others; NULL */
    struct kin_template **variants;       /* a template that has some is never drawn from itself */
    size_t variant_count;
    const char *id, *title, *standard, *practice, *version, *author, *status, *licence, *interest, *note;
    struct kin_span span;
    int level;
    double minutes;
    bool calculator;
    int least; /* of an item group: how many of its parts, which are items of their own numbers, are asked at least; 0:
                  none */
    const struct kin_scope *scope;
    size_t slot_count;
    struct kin_field *fields; /* picks, modes and lets in document order */
    size_t field_count;
    struct kin_where *wheres;
    size_t where_count;
    struct kin_person *people;
    size_t person_count;
    int *word_slots; /* slots that a context fills */
    size_t word_count;
    struct kin_context *contexts;
    size_t context_count;
    struct kin_feature_template *features;
    size_t feature_count;
    bool automatic_off[KIN_AUTOMATIC_COUNT];
    struct kin_stated *stated;
    size_t stated_count;
    const struct kin_expr *identity; /* NULL: the picks */
    struct kin_blocks stem;
    size_t figures;                  /* how many there are anywhere in it */
    struct kin_part_template *parts; /* at least one */
    size_t part_count;
    size_t *order; /* of evaluation: indices of the responses in document order, those that a key names before it */
    struct kin_response_template **answers; /* responses and blanks with an "answer.ID", in that order */
    size_t answer_count;
    struct kin_fixed *fixed;
    size_t fixed_count;
    const char **enemies, **prerequisites; /* template ids; standards */
    size_t enemy_count, prerequisite_count;
    const struct kin_language *language; /* that its texts are in; never NULL */
    struct kin_translation *translations;
    size_t translation_count, translation_room;
    struct kin_digest_text {
        char hex[33];
    } digest; /* of the template's bytes in the file: its version for the draws' record */
};

/* What the let computes whose name the expression is; NULL: it is no name of a let. */
const struct kin_expr *kin_template_let(const struct kin_template *template, const struct kin_expr *name);

/* Place of a name; `count` when it is not there. */
size_t kin_names_find(const struct kin_names *names, const char *name);

/* All words that a pick of words (false: it is none) or a feature can have, in the template's own language. False also
 * for a feature that can be something else. */
bool kin_field_words(kin_arena *arena, const struct kin_field *field, struct kin_names *words);
bool kin_feature_words(kin_arena *arena, const struct kin_feature_template *feature, struct kin_names *words);

#endif
