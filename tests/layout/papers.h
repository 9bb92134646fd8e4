/* What is laid out: assessments that nobody wrote, in all shipped paper styles, dressed as schools dress them. */
#ifndef KIN_TESTS_LAYOUT_PAPERS_H
#define KIN_TESTS_LAYOUT_PAPERS_H

#include "form/set.h"
#include "job/context.h"
#include "random/pcg.h"
#include "type/typesetter.h"

enum { STYLES_MAX = 32, FORMS = 2 };

/* All banks, and all styles with their fonts; opened once. */
struct shelf {
    struct kin_ctx *ctx;
    struct kin_paper_style *styles[STYLES_MAX];
    struct kin_typesetter *types[STYLES_MAX];
    size_t style_count;
    const struct kin_template **templates; /* variants are looked at with what they vary */
    size_t template_count, template_room;
};

/* False after printing why. Close it in any case. */
bool shelf_open(struct shelf *shelf, const char *source);
void shelf_close(struct shelf *shelf);

/* A paper of several kinds of questions. In the shelf's arena. */
char *paper_of_many(struct shelf *shelf, struct kin_pcg *pcg);

/* A paper that asks this template alone. */
char *paper_of_one(struct shelf *shelf, const struct kin_template *template);

/* Forms A and B of an assessment; NULL: banks have too few instances for them. *sound: the text can be read. */
struct kin_set *paper_draw(struct shelf *shelf, kin_arena *arena, char *text, uint64_t seed, struct kin_pcg *pcg,
                           bool *sound);

/* What a school adds to a style, by chance. */
struct dress {
    struct kin_paper_style style;
    const char *title;   /* NULL: the assessment's own */
    const char *student; /* whose name stands on form B; NULL: nobody's */
    bool teacher;        /* look at the teacher's form, too */
};
struct dress dress_of(kin_arena *arena, const struct kin_paper_style *style, struct kin_pcg *pcg);

/* The same questions in another style, not yet measured. */
struct kin_set *paper_dressed(kin_arena *arena, const struct kin_set *set, const struct dress *dress);

#endif
