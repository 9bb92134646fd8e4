/* Loading: banks, standards, misconceptions, words, assessment templates. The only folder that includes libxml2. */
#ifndef KIN_BANK_BANK_H
#define KIN_BANK_BANK_H

#include "bank/ids.h"
#include "bank/template.h"
#include "bank/weights.h"
#include "base/file.h"

/* ---- Standards ---------------------------------------------------------------------------------------------- */

/* A sentence in one of several languages. */
struct kin_phrasing {
    const char *language, *sentence;
};

/* The one that serves a reader of `language` best; NULL: none does. */
const char *kin_phrasing_find(const struct kin_phrasing *phrasings, size_t count, const char *language);

struct kin_standard {
    const char *code, *grade, *type;
    const struct kin_standard *parent;
    const char *description, *i_can;     /* "" where the framework gives none */
    const struct kin_phrasing *i_can_in; /* in other languages */
    size_t i_can_count;
    const char **prerequisites;
    size_t prerequisite_count;
};

struct kin_framework {
    const char *id; /* "ccss-math": the file's name without ending */
    struct kin_standard *standards;
    size_t count, room;
    struct kin_spelling *spellings; /* all accepted spellings, sorted; bank/standards.c */
    size_t spelling_count, spelling_room;
};

/* The standard's I-can sentence in a language; NULL where there is none. */
const char *kin_standard_i_can(const struct kin_standard *standard, const char *language);

/* By any accepted spelling; NULL when there is none. */
const struct kin_standard *kin_standard_find(const struct kin_framework *framework, const char *spelling);

/* The nearest codes to a misspelt one, best first; returns how many (at most `most`). */
size_t kin_standard_nearest(const struct kin_framework *framework, kin_arena *arena, const char *spelling,
                            const char **codes, size_t most);

/* Is `standard` the same as `ancestor` or below it? */
bool kin_standard_within(const struct kin_standard *standard, const struct kin_standard *ancestor);

struct kin_library;

/* ---- Crosswalks --------------------------------------------------------------------------------------------- */

/* A code of a state, and what it stands for in our frameworks. */
struct kin_crosswalk_row {
    const char *code, *description;        /* "": not said */
    const struct kin_standard **standards; /* count 0: nothing of ours */
    size_t standard_count, standard_room;
};

struct kin_crosswalk {
    const char *id; /* "texas": the file's name without ending */
    struct kin_crosswalk_row *rows;
    size_t count, room;
};

/* By its id; a row by its code, in whichever crosswalk has it. NULL: there is none. */
const struct kin_crosswalk *kin_crosswalk_find(const struct kin_library *library, const char *id);
const struct kin_crosswalk_row *kin_crosswalk_code(const struct kin_library *library, const char *code);

/* Load one from a CSV file with the columns code and standards, behind the frameworks that it leads to. NULL after
 * reporting. */
const struct kin_crosswalk *kin_crosswalk_load(struct kin_library *library, const char *path);

/* ---- Misconceptions, people --------------------------------------------------------------------------------- */

struct kin_misconception {
    const char *id;
    const char *sentence;           /* what the student did, completing "The student ..." */
    const char *language;           /* of the sentence */
    struct kin_phrasing *phrasings; /* in other languages */
    size_t phrasing_count, phrasing_room;
};

/* The sentence in a language; NULL: it has none. */
const char *kin_misconception_sentence(const struct kin_misconception *misconception, const char *language);

struct kin_name { /* a person's */
    const char *name, *they, *them, *their;
};

/* ---- A library: all that was loaded --------------------------------------------------------------------------- */

struct kin_bank {
    const char *id, *title, *language, *path;
    const struct kin_library *library; /* that it was loaded into: people's names, misconceptions */
    struct kin_framework *framework;
    struct kin_template **templates; /* a template's variants stand behind it */
    size_t count, room;
};

struct kin_library {
    kin_arena *arena;
    struct kin_diags *diags;
    struct kin_framework **frameworks;
    size_t framework_count, framework_room;
    struct kin_crosswalk **crosswalks;
    size_t crosswalk_count, crosswalk_room;
    struct kin_misconception *misconceptions;
    size_t misconception_count, misconception_room;
    struct kin_name *names;
    size_t name_count, name_room;
    const struct kin_weights *weights;            /* that difficulty is predicted by; NULL: no folder has any */
    size_t earlier_misconceptions, earlier_names; /* what earlier data folders gave: a later one may say it again */
    struct kin_bank **banks;
    size_t bank_count, bank_room;
    struct kin_ids template_ids, misconception_ids; /* to find them by id; bank/ids.h */
    const struct kin_figure_kinds *figures;         /* NULL: no figure can be read */
};

/* An empty library. Everything it loads lives in `arena` and reports to `diags` (both borrowed). */
struct kin_library *kin_library_new(kin_arena *arena, struct kin_diags *diags);

/* Register the kinds of figures (borrowed) that the library's banks may use. */
void kin_library_take_figures(struct kin_library *library, const struct kin_figure_kinds *figures);

/* Load the data that banks refer to from a folder laid out like item-banks/: standards/ *.csv, crosswalks/ *.csv,
 * misconceptions/ *.xml, words/ *.xml, weights/ *.csv. A folder without one of them is fine; what a later folder says
 * of the same framework or id wins. Returns false after reporting. */
bool kin_library_load_data(struct kin_library *library, const char *folder);

/* Load one bank file, or every *.xml of a folder whose root is an item-bank (other known roots are passed over).
 * A template with an error is skipped, the rest load; the return is false when anything was reported as an error. */
bool kin_library_load_banks(struct kin_library *library, const char *path);

/* By id; a variant by its own id. NULL when there is none. */
const struct kin_template *kin_template_find(const struct kin_library *library, const char *id);
/* Its translation for a reader of `language`; NULL: it has none, or is in that language itself. */
const struct kin_translation *kin_template_translation(const struct kin_template *template, const char *language);

/* Are there texts in that language? */
bool kin_template_speaks(const struct kin_template *template, const char *language);

const struct kin_misconception *kin_misconception_find(const struct kin_library *library, const char *id);
const struct kin_framework *kin_framework_find(const struct kin_library *library, const char *id);

/* A <figure> that stands alone, without parameters, in its texts' `language`: for examples of kinds. *slots are those
 * that a frame for it needs. NULL after reporting. */
const struct kin_block *kin_figure_read_alone(struct kin_library *library, const char *xml, const char *language,
                                              size_t *slots);

/* A template without parameters and framework, in `language`, of which `content` is what stands behind its title: for
 * examples of elements. It belongs to no bank of the library. NULL after reporting. */
const struct kin_template *kin_template_read_alone(struct kin_library *library, const char *content,
                                                   const char *language);

/* ---- Assessment templates ---------------------------------------------------------------------------------------- */

/* One line of a blueprint: so many items of a kind. Texts may be NULL, numbers 0: not said. */
struct kin_blueprint_line {
    struct kin_span span;
    int count;            /* of items; 0: one per template that fits */
    const char *standard; /* any spelling */
    int level;
    int ask;                 /* of an item group: how many of its items; 0: all */
    const char *template_id; /* a template by name: taken as it is */
    const char **any_of;     /* the templates that it may take, by name; count 0: any that fits */
    size_t any_of_count;
    bool totals;           /* forms may take different templates: they are matched in total, not slot by slot */
    struct kin_rat points; /* per item, instead of the template's own; den 0: not said */
};

struct kin_blueprint_section {
    const char *heading;    /* may be NULL */
    const char *calculator; /* "yes", "no" or NULL */
    bool apart;             /* begins on a page of its own */
    struct kin_blueprint_line *lines;
    size_t count, room;
};

/* A threshold of mastery for one standard and what is below it. */
struct kin_blueprint_bar {
    struct kin_span span;
    const char *standard, *threshold; /* in any spelling; as content/threshold.h reads it */
};

struct kin_blueprint {
    const char *id, *title, *path, *language;
    struct kin_nodes directions; /* printed under the title; may be empty */
    const char *paper;           /* "letter" or "a4", NULL: not said */
    const char *style;           /* of paper, by its name; NULL: not said */
    double minutes;
    const char *threshold;          /* of mastery, for each objective; NULL: not said */
    struct kin_blueprint_bar *bars; /* for some objectives instead */
    size_t bar_count, bar_room;
    bool objectives;   /* print the I-can lines with score boxes */
    bool levels;       /* and the levels that scores are told by */
    const char *space; /* "tight", "normal", "generous" work space */
    struct kin_policies policies;
    struct kin_nodes reflection; /* at the end of the form; may be empty */
    struct kin_blueprint_section *sections;
    size_t count, room;
};

/* Read an assessment template. Returns NULL after reporting. */
struct kin_blueprint *kin_blueprint_load(kin_arena *arena, struct kin_diags *diags, const char *path);

/* The same from a file that was read, which must stay as long; with its texts in `language` (NULL: its own), where it
 * has them. */
struct kin_blueprint *kin_blueprint_read(kin_arena *arena, struct kin_diags *diags, struct kin_source *source,
                                         const char *language);

#endif
