/* What a printed set is besides its forms: who gets which, and what goes onto the pages of each. Kept by the ledger, so
 * that everything can be printed again as it was. */
#ifndef KIN_FORM_RUN_H
#define KIN_FORM_RUN_H

#include "base/diag.h"

#include <stdbool.h>

/* One student's paper. */
struct kin_paper_of {
    const char *student;  /* id */
    const char *name;     /* as it is printed on the pages; NULL: none */
    const char *listed;   /* as the index of the key names the student */
    const char *letter;   /* of the form */
    const char *language; /* of the set or one of its editions */
    const char *interest; /* that the stories of the edition touch; NULL: none */
    const char *style;    /* id of a paper style of the student's own; NULL: the set's */
};

/* An objective that is tried again: a line of the slip that goes with the paper. */
struct kin_slip_line {
    const char *standard, *sentence; /* "I can ..."; may be "" */
    const char *before;              /* the score until now: "60%" */
};

struct kin_run {
    const char *name;     /* of the set in the ledger, and of its files */
    const char *class_id; /* NULL: no class */
    const char *made_on;
    const char *folder; /* where the files went first; an absolute path */
    bool alone;         /* each student has a form of their own */
    bool teacher, strips;
    struct kin_paper_of *papers; /* in roster order */
    size_t paper_count;
    struct kin_slip_line *slip; /* of another try; none: no slip is printed */
    size_t slip_count;
    const char *evidence;          /* of relearning, on the slip; NULL: a line to write on */
    const char *objective, *group; /* of practice: what its students practise, and the group that they are in, for the
                                      index alone; NULL: it is for no group */
};

/* The set or the edition of it that a paper is printed from: in its language, then its style, then with its interest,
 * as far as there is one. */
struct kin_set;
const struct kin_set *kin_run_edition(const struct kin_set *set, const struct kin_paper_of *paper);

/* As JSON text, and back. Reading returns NULL with *problem set to a text that names the field. */
char *kin_run_write(kin_arena *arena, const struct kin_run *run);
struct kin_run *kin_run_read(kin_arena *arena, const char *text, const char **problem);

#endif
