/* Figures. A *kind* says what a figure can hold: attributes, parts that stand in it, what is wrong with one, what it
 * shows in words, how it is sketched. A *figure* is one of an instance: a kind with values.
 *
 * A kind is a descriptor in a file of its own and a row of output/figure/figures.def. Whoever loads banks registers the
 * kinds with the library (bank/bank.h), so that nothing here knows paper. */
#ifndef KIN_CONTENT_FIGURE_H
#define KIN_CONTENT_FIGURE_H

#include "base/source.h"
#include "content/furniture.h"
#include "content/node.h"
#include "number/rat.h"

/* ---- Kinds --------------------------------------------------------------------------------------------------------
 */

/* What an attribute holds: name and doc of each in figure_types.def. */
enum kin_figure_type {
#define KIN_FIGURE_TYPE(id, name, doc) KIN_FIGURE_##id,
#include "content/figure_types.def"
#undef KIN_FIGURE_TYPE
    KIN_FIGURE_TYPE_COUNT
};
struct kin_figure_type_row {
    const char *name, *doc;
};
const struct kin_figure_type_row *kin_figure_type_row(enum kin_figure_type type);

/* One row of an attribute table; a table ends with a row without a name. */
struct kin_figure_attribute {
    const char *name;
    enum kin_figure_type type;
    const char *otherwise; /* what holds when it is not said, as an author would write it; NULL: it must be said, ""
                              (KIN_LEFT_OUT): then there is none */
    const char *words;     /* CHOICE: what it may be, separated by spaces */
    const char *range;     /* each number of it: "least most", "> 0 1000" for above 0; NULL: anything to a million */
    const char *count;     /* of a list: how many at least and at most, "1 60"; NULL: 0 to 1,000 */
    const char *over;      /* CURVE: names of the attributes from and to, of its part or else of the figure; REGION: of
                              x from and to, y from and to */
    const char *doc;
};
#define KIN_LEFT_OUT ""

/* What may stand in a figure, or in a part of one; a table ends with a row without a name. A part with an attribute
 * "label" of type TEXT may have it as what stands between its tags. */
struct kin_figure_part_kind {
    const char *name;
    const char *doc;
    const struct kin_figure_attribute *attributes; /* NULL: none of its own */
    const struct kin_figure_part_kind *parts;      /* NULL: none */
};

struct kin_figure;
struct kin_figure_part;
struct kin_figure_fault;
struct kin_telling;
struct kin_sketch; /* output/figure/sketch.h */

struct kin_figure_kind {
    struct kin_figure_part_kind whole; /* its name is the kind's */
    /* What ranges cannot say, such as "from is less than to": kin_figure_reject and return false. May be NULL. */
    bool (*check)(const struct kin_figure *figure, struct kin_figure_fault *fault);
    /* What a reader who cannot see it needs: sentences from furniture.def, with kin_tell. */
    void (*describe)(const struct kin_figure *figure, struct kin_telling *telling);
    /* Draw it, in points. Parts that this page does not show are left out already. */
    void (*sketch)(const struct kin_figure *figure, struct kin_sketch *sketch);
    const char *examples[4]; /* XML as authors write it, without names of parameters; tests and the gallery draw them */
};

/* The kinds that there are. */
struct kin_figure_kinds {
    const struct kin_figure_kind *const *items;
    size_t count;
};

/* The kind of a name in a table; NULL. */
const struct kin_figure_kind *kin_figure_kind_find(const struct kin_figure_kinds *kinds, const char *name);
/* Rows of the descriptor; NULL. Every figure and part has the attributes of kin_figure_common, too. */
const struct kin_figure_attribute *kin_figure_attribute_named(const struct kin_figure_part_kind *kind,
                                                              const char *name);
const struct kin_figure_part_kind *kin_figure_part_named(const struct kin_figure_part_kind *kind, const char *name);

/* ---- Figures of an instance ---------------------------------------------------------------------------------------
 */

/* Where something shows: everywhere, on the student's page alone, in the key alone. */
enum kin_layer { KIN_LAYER_BOTH, KIN_LAYER_STUDENT, KIN_LAYER_KEY, KIN_LAYER_COUNT };
const char *kin_layer_name(enum kin_layer layer); /* "both", "student", "key" */
int kin_layer_named(const char *name);            /* -1: none */

struct kin_figure_value {
    const char *name;
    struct kin_rat *numbers; /* NUMBER, WHOLE: 1; POINT: 2; NUMBERS: each; POINTS, CURVE: x and y of each; REGION: of
                                both ends of rising pieces in which it is true */
    size_t count;            /* of the numbers */
    const char *word;        /* CHOICE: which; RELATION: "=", "<", "≤", ">" or "≥" */
    const char **words;      /* WORDS */
    size_t word_count;
    struct kin_nodes text; /* TEXT */
    struct kin_span span;  /* where it is written; not kept in set files */
};

struct kin_figure_part {
    const char *name; /* of its kind */
    enum kin_layer layer;
    struct kin_figure_value *values; /* those that were said, and those that hold otherwise */
    size_t value_count;
    struct kin_figure_part **parts;
    size_t part_count;
    struct kin_span span; /* of its element; not kept in set files */
};

struct kin_figure {
    const char *id;          /* for <draw on="...">; or NULL */
    const char *alternative; /* what it shows, in the form's language */
    bool unscaled;           /* scale="no": it says so below */
    struct kin_figure_part whole;
};

/* Reading values; a name that was not said is 0, "", NULL. `index` counts numbers, so that x and y of the i-th point
 * are 2 i and 2 i + 1. */
const struct kin_figure_value *kin_figure_value(const struct kin_figure_part *part, const char *name);
bool kin_figure_has(const struct kin_figure_part *part, const char *name);
double kin_figure_number(const struct kin_figure_part *part, const char *name);
double kin_figure_number_at(const struct kin_figure_part *part, const char *name, size_t index);
struct kin_rat kin_figure_exact(const struct kin_figure_part *part, const char *name); /* undefined where not said */
size_t kin_figure_count(const struct kin_figure_part *part, const char *name);         /* of numbers, or words */
const char *kin_figure_word(const struct kin_figure_part *part, const char *name);
bool kin_figure_is(const struct kin_figure_part *part, const char *name, const char *word);
const struct kin_nodes *kin_figure_text(const struct kin_figure_part *part, const char *name); /* NULL: none */

/* A copy with the parts that a layer shows: those of both, and its own. KIN_LAYER_BOTH shows all. */
struct kin_figure *kin_figure_shown(kin_arena *arena, const struct kin_figure *figure, enum kin_layer layer);

/* ---- What is wrong with one ---------------------------------------------------------------------------------------
 */

struct kin_figure_fault {
    kin_arena *arena;
    const struct kin_figure_part *part; /* where */
    const char *attribute;              /* NULL: in the part as a whole */
    const char *message;                /* "to is 3, but must be above from, which is 5" */
};

/* Say what is wrong; always false. */
bool kin_figure_reject(struct kin_figure_fault *fault, const struct kin_figure_part *part, const char *attribute,
                       const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Is it one that its kind can draw? Everything that is needed is there, numbers and counts are in their ranges, and the
 * kind's own check holds. False with the fault set. */
bool kin_figure_sound(const struct kin_figure_kind *kind, const struct kin_figure *figure,
                      struct kin_figure_fault *fault);

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

struct kin_telling {
    kin_arena *arena;
    const struct kin_furniture *words; /* of the form's language */
    struct kin_buf buf;
};

/* Add a sentence: a row of furniture.def filled in by printf's rules. */
void kin_tell(struct kin_telling *telling, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A number, the numbers of a list with commas, a point "(2, −3)", a text, as they are said. "" where there is none. */
const char *kin_tell_number(struct kin_telling *telling, const struct kin_figure_part *part, const char *name);
const char *kin_tell_point(struct kin_telling *telling, const struct kin_figure_part *part, const char *name,
                           size_t index);
const char *kin_tell_numbers(struct kin_telling *telling, const struct kin_figure_part *part, const char *name);
const char *kin_tell_rat(struct kin_telling *telling, struct kin_rat number);
const char *kin_tell_text(struct kin_telling *telling, const struct kin_figure_part *part, const char *name);

#endif
