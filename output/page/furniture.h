/* The words that pages bring along, by language. One row a language; a language without a row gets English. */
#ifndef KIN_PAGE_FURNITURE_H
#define KIN_PAGE_FURNITURE_H

#include "bank/template.h"

/* A heading over all forms, over one of several, %s letter, and over some of them, %s, %s first and last letter. */
struct kin_group_words {
    const char *all, *one, *several;
};

/* %s and %d are filled in by printf's rules, in this order in every language (use 1$ and 2$ to swap). */
struct kin_furniture {
    const char *language; /* "en" */
    /* student pages */
    const char *name, *date, *period;
    const char *form;             /* %s letter */
    const char *page_of;          /* %d, %d */
    const char *point, *points;   /* %s number */
    const char *minute, *minutes; /* %s number */
    const char *objective, *score;
    const char *answer; /* before an answer line that has no label */
    const char *select_all;
    const char *calculator, *no_calculator;
    const char *continued; /* %s item number */
    /* key */
    const char *key_title, *hand_out, *key_warning, *key_document; /* %s title */
    const char *codes, *seed, *digest, *label, *program, *total, *mastery;
    const char *mastery_rule;                           /* %d percent */
    const char *slot_parallel, *total_matched, *random; /* what the label means */
    const char *item, *standard_column, *points_column, *see_rubric;
    const char *level;                         /* %d */
    struct kin_group_words answers, solutions; /* headings */
    const char *same_in_all, *shortfall;
    const char *yes, *no;
    const char *automatic[KIN_AUTOMATIC_COUNT]; /* what automatic features mean; %s value, where it reads well */
    const char *part_answer, *also_accept, *if_wrote, *wrong_options, *sample, *rubric, *credit;
};

/* The row of a language tag such as "en-US". */
const struct kin_furniture *kin_furniture_of(const char *language);

/* "2 points", "1 point", "0.5 points"; the number alone. In `arena`. */
char *kin_points_text(kin_arena *arena, const struct kin_furniture *words, struct kin_rat points);
char *kin_points_number(kin_arena *arena, struct kin_rat points);

#endif
