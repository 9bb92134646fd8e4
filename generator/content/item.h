/* An instance as a reader sees it: question, responses with their keys, solution. Drawing (draw/) makes it, the set
 * file stores all of it, and paper, key and every export are views of it: nothing is computed twice. */
#ifndef KIN_CONTENT_ITEM_H
#define KIN_CONTENT_ITEM_H

#include "content/node.h"
#include "number/rat.h"

enum kin_response_kind {
#define KIN_RESPONSE_KIND(id, name) KIN_RESPONSE_##id,
#include "content/responses.def"
#undef KIN_RESPONSE_KIND
    KIN_RESPONSE_KIND_COUNT
};
const char *kin_response_kind_name(enum kin_response_kind kind);
int kin_response_kind_named(const char *name); /* -1: none */

/* An answer, typeset and in one line. */
struct kin_answer {
    struct kin_nodes content;
    const char *text;
};

/* A wrong answer that was foreseen for this instance. */
struct kin_wrong {
    struct kin_answer answer;
    const char *misconception; /* id in the register, or NULL */
    const char *because;       /* what the student probably did, one sentence; or NULL */
    struct kin_rat points;     /* partial credit */
};

/* An option of a choice or multi-select, a column's heading of a grid, a right item of a match, a thing to be put in
 * order; in printed order. */
struct kin_option {
    struct kin_answer answer;
    bool right;                          /* CHOICE, MULTI_SELECT */
    int rank;                            /* ORDER: its place in the right order, from 1 */
    const char *misconception, *because; /* of a wrong option; may be NULL */
};

/* A statement of a grid with its column, or a left item of a match with its right one. */
struct kin_row {
    const char *label; /* "1", "iv"; NULL: none is printed */
    struct kin_answer answer;
    size_t right; /* index of the option that is right for it */
    struct kin_row_wrong *wrong;
    size_t wrong_count;
};

/* What another option than the right one says of the student. */
struct kin_row_wrong {
    size_t option;
    const char *misconception, *because; /* one of them may be NULL */
};

/* A name with a value in words: parameters, features. */
struct kin_fact {
    const char *name, *text;
};

/* What is marked in a drawing. */
struct kin_stroke {
    const char *kind; /* "point", "line", "region" ... */
    struct kin_rat points;
    const char *tolerance;   /* how far off it may be, in units of the axes; NULL: exactly there */
    struct kin_fact *values; /* at, from, to ... of this instance, for those who sketch the key */
    size_t value_count;
    struct kin_nodes what; /* for who marks */
};

/* How part of the points is earned (credits.def says what each kind means), and what a rule counts in one response. */
enum kin_credit_kind {
#define KIN_CREDIT_KIND(id, name) KIN_CREDIT_##id,
#include "content/credits.def"
#undef KIN_CREDIT_KIND
    KIN_CREDIT_KIND_COUNT
};
enum kin_count_kind {
#define KIN_COUNT_KIND(id, name) KIN_COUNT_##id,
#include "content/credits.def"
#undef KIN_COUNT_KIND
    KIN_COUNT_KIND_COUNT
};
const char *kin_credit_kind_name(enum kin_credit_kind kind);
int kin_credit_kind_named(const char *name); /* -1: none */
const char *kin_count_kind_name(enum kin_count_kind kind);
int kin_count_kind_named(const char *name); /* -1: none */

/* A rubric line, or a rule for part of the points. Of several rules the first that holds decides. */
struct kin_credit {
    enum kin_credit_kind kind;
    struct kin_rat points;
    const char *rule;         /* RULE: an expression in right, wrong, missed and extra: "wrong le 1" */
    enum kin_count_kind each; /* OFF */
    struct kin_nodes what;    /* what earns them, in words; of a rule it may be empty */
};

/* Follow-through: what is right here after a foreseen wrong answer to an earlier response. */
struct kin_follow {
    const char *after; /* id of the earlier response, or of its blank */
    struct kin_answer given;
    struct kin_answer key; /* without text: nothing comes of it, only the method can be marked */
};

struct kin_response {
    enum kin_response_kind kind;
    const char *id;
    const char *type;         /* of a value: "integer", "fraction" ...; else NULL */
    const char *required;     /* form in which a value must be written: "lowest-terms"; NULL: any */
    struct kin_rat tolerance; /* how far off a value may be; not said: undefined or 0 */
    struct kin_rat points;
    struct kin_nodes label;      /* before the answer line, "x ="; may be empty */
    struct kin_nodes unit;       /* after the answer line; may be empty */
    struct kin_answer key;       /* of a choice: its letter(s) and content */
    struct kin_answer *accepted; /* equivalents that are marked right, too */
    size_t accepted_count;
    struct kin_wrong *wrong;
    size_t wrong_count;
    struct kin_option *options;
    size_t option_count;
    bool shuffled; /* CHOICE, MULTI_SELECT: the options stand in an order drawn for the form, not by a rule */
    struct kin_credit *credits;
    size_t credit_count;
    struct kin_follow *follows;
    size_t follow_count;
    struct kin_nodes
        says; /* what is right in words where many answers are; the key is one of them then. May be empty */
    struct kin_nodes sample; /* of an open response: an answer that earns all points */
    struct kin_nodes body;   /* of blanks: content in which blanks stand, in text and in formulas, known by their ids */
    struct kin_response *blanks; /* kind VALUE, in the order in which they stand there */
    size_t blank_count;
    bool whole;           /* of blanks: all of them right, or no points; else each has its own */
    struct kin_row *rows; /* of a grid or match */
    size_t row_count;
    bool reuse;    /* of a match: an option may be right for several rows */
    bool lettered; /* of an order: the answer is letters, or a number for each, not the things themselves */
    struct kin_stroke *strokes; /* of a drawing: what is marked */
    size_t stroke_count;
    struct kin_rat each; /* of a grid or match: points for each row; not said: undefined or 0 */
    int lines;           /* ruled lines for writing, 0: none */
    double space_pt;     /* free work space at least, points of 1/72 in; 0: not said; KIN_NO_SPACE: none */
};

enum { KIN_NO_SPACE = -1 };

/* A step of a worked solution. */
struct kin_step {
    struct kin_nodes work; /* formulas or text */
    struct kin_nodes why;  /* the reason beside it; may be empty */
};

struct kin_part {
    const char *label; /* "a"; NULL for an item that has no parts */
    const char *standard;
    int level;
    bool calculator;
    const char *practice;  /* "MP6" or NULL */
    const char *objective; /* "I can ...", instead of the standard's; NULL */
    struct kin_nodes stem;
    struct kin_response *responses;
    size_t response_count;
    struct kin_step *steps; /* worked solution of this part */
    size_t step_count;
};

struct kin_item {
    const char *template_id, *bank_id, *title, *version;
    const char *standard, *practice; /* practice: "MP6" or NULL */
    int level;
    double minutes;       /* expected time; 0: unknown */
    const char *context;  /* id of the skin, or NULL */
    const char *identity; /* canonical text: two instances with the same are the same question */
    struct kin_fact *values;
    size_t value_count;
    struct kin_fact *features; /* the cell: declared and automatic */
    size_t feature_count;
    struct kin_fact *own_features; /* the same by their names in the template's own language, where those are others */
    size_t own_feature_count;
    struct kin_nodes stem;
    struct kin_part *parts; /* at least one */
    size_t part_count;
};

/* Sum over all responses. */
struct kin_rat kin_item_points(kin_arena *arena, const struct kin_item *item);
struct kin_rat kin_part_points(kin_arena *arena, const struct kin_part *part);

/* Items of a group have numbers of their own where parts have letters. */
bool kin_part_has_number(const struct kin_part *part);

/* What a part is called beside the number of its item: "3", "2a"; of a group "4". */
char *kin_part_name(kin_arena *arena, const char *number, const struct kin_part *part);

#endif
