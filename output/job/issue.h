/* Papers for the students of a ledger: drawn, printed into memory, recorded; then the caller writes the files and says
 * so (kin_ledger_printed). What is recorded can always be printed again, byte for byte with the same build, since pages
 * are never made from anything but the set file and the run that the ledger keeps. */
#ifndef KIN_JOB_ISSUE_H
#define KIN_JOB_ISSUE_H

#include "job/context.h"
#include "ledger/record.h"

enum kin_naming {
    KIN_NAMES_FULL, /* "Ada Okafor"; the id where no name is known */
    KIN_NAMES_ID,   /* the id */
    KIN_NAMES_NONE  /* a rule to write on; the index of the key says who has which form */
};

struct kin_issue_options {
    struct kin_make_options make;              /* its letters are made up where `alone` is asked for */
    const char *class_id;                      /* NULL: none */
    const char *whom;                          /* for the name of the set; NULL: the class */
    const struct kin_ledger_student *students; /* in the order of their papers */
    size_t student_count;
    int interests; /* not 0: stories that touch each student's interest, where there are some */
    int alone;     /* not 0: a form for each student; else the letters go round in a counterbalanced order */
    enum kin_naming naming;
    const char *name;    /* that the set should have in the ledger; NULL: after assessment, class and day */
    const char *purpose; /* NULL: after the assessment */
    const char *today;
    const char *folder;         /* where the files will go; an absolute path */
    struct kin_slip_line *slip; /* of another try */
    size_t slip_count;
    const char *evidence;
    const char *objective, *group; /* of practice, for the index of the key; NULL: none */
};

struct kin_issued {
    struct kin_ledger_set set;
    const struct kin_run *run;
    const struct kin_made *made; /* with the files; NULL files' count is 0 */
};

/* Draw, print and record. No form holds a question that one of its students had before. *issued is filled in only on
 * KIN_OK. */
enum kin_status kin_issue_make(kin_ctx *ctx, struct kin_ledger *ledger, const struct kin_issue_options *options,
                               struct kin_issued *issued);

/* A set that was drawn otherwise: the same from there on. `options.make` is not looked at. KIN_RIVALLED: draw again. */
enum kin_recorded kin_issue_set(kin_ctx *ctx, struct kin_ledger *ledger, struct kin_set *set,
                                const struct kin_issue_options *options, int64_t parent, struct kin_issued *issued);

/* All files of a recorded set once more. */
enum kin_status kin_issue_again(kin_ctx *ctx, struct kin_ledger *ledger, const struct kin_ledger_set *set,
                                struct kin_issued *issued);

/* The pages of one form, by its code: with the name where it is one student's alone. */
enum kin_status kin_issue_form(kin_ctx *ctx, struct kin_ledger *ledger, const char *code, struct kin_file *file);

#endif
