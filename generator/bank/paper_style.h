/* Paper styles: how forms look, as data in templates/styles. All zero is the standard style. */
#ifndef KIN_BANK_PAPER_STYLE_H
#define KIN_BANK_PAPER_STYLE_H

#include "base/diag.h"

#include <stdbool.h>

/* Lengths in points of 1/72 inch; 0 and NULL: as the standard style has it. */
struct kin_paper_style {
    const char *id, *title;
    const char *font; /* a row of output/type/fonts.def */
    double size_pt;   /* of questions; everything but paper, margins, ruler and QR code grows along with it */
    double least_pt;  /* no text of a form is smaller */
    double margin_pt; /* at the sides */
    int columns;      /* of questions */
    bool half;        /* two copies of each page on a sheet */
    bool duplex;      /* an even number of pages */
    bool tagged;      /* files say what their parts are, for who listens */
    bool answer_column;
    bool instructions_once; /* above neighbouring items that share them */
    bool fields_above;      /* name and date in a line above the title */
    bool asks_class;        /* instead of the period */
    const char *ruler;      /* "cm", "in", "both" */
    const char *space;      /* "tight", "normal", "generous", instead of the assessment's */
    const char *school;
    const char *logo; /* a picture as text: base/picture.h */
};

enum { KIN_STYLE_COLUMNS = 3 };

/* Read a style and the logo beside it. Lives in `arena`. Returns NULL after reporting. */
struct kin_paper_style *kin_paper_style_load(kin_arena *arena, struct kin_diags *diags, const char *path);

/* What makes a style unusable, as a sentence without a full stop: sizes and columns that leave no room. NULL: nothing.
 */
const char *kin_paper_style_fault(const struct kin_paper_style *style);

/* A picture for the head: base/picture.h of a PNG or SVG file. NULL after reporting. */
const char *kin_logo_load(kin_arena *arena, struct kin_diags *diags, struct kin_span span, const char *path);

#endif
