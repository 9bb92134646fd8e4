/* Paper sizes, margins and the text styles of everything that is printed. Lengths in points of 1/72 inch. */
#ifndef KIN_PAGE_PAPER_H
#define KIN_PAGE_PAPER_H

#include "type/type.h"

/* Margins are those of the text; head and foot lines stand outside of it, never nearer to the edge than half an inch.
 */
struct kin_paper {
    const char *name;
    double width, height;
    double side, top, bottom;
    double foot; /* from the lower edge to the baseline of the foot line */
};

/* The paper of a name; Letter for NULL and for names that are not known (whoever made the set has checked them). */
const struct kin_paper *kin_paper_named(const char *name);

static inline double kin_paper_text_width(const struct kin_paper *paper)
{
    return paper->width - 2 * paper->side;
}

/* Text styles, by what they are for. */
enum kin_style {
    KIN_STYLE_TITLE,   /* of the assessment */
    KIN_STYLE_FACTS,   /* the line under the title: form, points, minutes */
    KIN_STYLE_LABEL,   /* Name, Date, column heads */
    KIN_STYLE_HEADING, /* of a section */
    KIN_STYLE_BODY,    /* questions and options */
    KIN_STYLE_NUMBER,  /* item numbers */
    KIN_STYLE_PROMPT,  /* "Select all that apply." */
    KIN_STYLE_OPTION,  /* letters of options */
    KIN_STYLE_POINTS,
    KIN_STYLE_FOOT,
    KIN_STYLE_KEY_ANSWER, /* compact key, to mark from */
    KIN_STYLE_KEY_BODY,   /* solutions */
    KIN_STYLE_KEY_STRONG,
    KIN_STYLE_KEY_SMALL, /* questions repeated, reasons, evidence */
    KIN_STYLE_KEY_SMALL_STRONG,
    KIN_STYLE_WRITTEN,       /* on ruled lines, on a teacher's form */
    KIN_STYLE_WRITTEN_CLOSE, /* in free room there */
    KIN_STYLE_COUNT
};

/* The usual look of a style, for keys and for forms in the standard style. */
const struct kin_text_style *kin_style_usual(enum kin_style style);

enum { KIN_SIZE_USUAL = 11 }; /* of KIN_STYLE_BODY */

#endif
