/* What every function of this folder needs while one document is laid out, and the small helpers that they share.
 * Everything is drawn with y growing down; a `top` is the upper edge of a box, a `baseline` that of its first line. */
#ifndef KIN_PAGE_LAYOUT_H
#define KIN_PAGE_LAYOUT_H

#include "form/set.h"
#include "page/furniture.h"
#include "page/paper.h"

/* For whom a form is printed: a teacher's has the answers written in; to make a marking column from, it has them under
 * tags. */
enum kin_edition { KIN_FOR_STUDENTS, KIN_FOR_TEACHERS, KIN_FOR_MARKING };

struct kin_layout {
    struct kin_typesetter *type;
    kin_arena *arena;
    struct kin_diags *diags;
    const struct kin_set *set;
    const struct kin_furniture *words;
    const struct kin_paper *paper;
    double width; /* of the text */
    const struct kin_paper_style *look;
    struct kin_text_style styles[KIN_STYLE_COUNT];
    double
        scale;   /* forms in large print are laid out on paper that is smaller by it, and enlarged when they are done */
    int columns; /* of items */
    double column;  /* width of an item */
    double answers; /* width of the column for answers at the right of it, its gap included; 0: there is none */
    enum kin_edition edition;
    struct kin_writing *writing; /* of a teacher's edition: blanks without room for their answers; else NULL */
    const char *student;         /* written where the name goes; NULL: a rule to write on */
};

/* A layout of keys and other sheets for teachers: the usual sizes on whole sheets. */
struct kin_layout kin_layout_of(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                const struct kin_set *set);

/* A layout of forms, as the set's paper style says, with its fonts. */
struct kin_layout kin_layout_of_forms(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                      const struct kin_set *set);

/* A length that is the same in all sizes of print. */
static inline double kin_true(const struct kin_layout *layout, double pt)
{
    return pt / layout->scale;
}

/* By how much the foot line is taller than in the standard style, in true pt; what stands above it is higher by that.
 */
double kin_foot_excess(const struct kin_layout *layout);

/* The same layout for a teacher's copy: figures are completed, blanks filled in. */
struct kin_layout kin_layout_written(const struct kin_layout *layout);

static inline const struct kin_text_style *kin_style(const struct kin_layout *layout, enum kin_style style)
{
    return &layout->styles[style];
}

/* Between columns of items. */
#define KIN_COLUMN_GUTTER 24.0

/* Gray of rules that are written on, and of frames and separators. Both survive a copier. */
#define KIN_GRAY_RULE 0.25
#define KIN_GRAY_FRAME 0.45

/* One line of text; and the same with its left end, or its right end, at x. The width is returned. */
struct kin_box *kin_words_box(const struct kin_layout *layout, const char *text, enum kin_style style);
double kin_words_put(const struct kin_layout *layout, struct kin_ops *ops, const char *text, enum kin_style style,
                     double x, double baseline);
double kin_words_put_right(const struct kin_layout *layout, struct kin_ops *ops, const char *text, enum kin_style style,
                           double right, double baseline);
double kin_words_width(const struct kin_layout *layout, const char *text, enum kin_style style);

/* A flow of content in a column; NULL for an empty flow. Runs and formulas that stand outside of a paragraph are put
 * into one. */
struct kin_box *kin_flow_box(const struct kin_layout *layout, const struct kin_nodes *nodes, enum kin_style style,
                             double width);

/* Width of a flow without line breaks. */
double kin_flow_width(const struct kin_layout *layout, const struct kin_nodes *nodes, enum kin_style style);

/* A plain text as a flow of one paragraph. */
struct kin_nodes kin_flow_of_text(kin_arena *arena, const char *text, enum kin_emphasis emphasis);

/* Add `more` at the end of the last paragraph of `flow` (as new nodes where it is no running text). NULL-safe spacing:
 * a space goes between. */
void kin_flow_join(kin_arena *arena, struct kin_nodes *flow, const struct kin_nodes *more);

/* The same after a space where no line ends: "A 12". */
void kin_flow_stick(kin_arena *arena, struct kin_nodes *flow, const struct kin_nodes *more);
void kin_flow_join_text(kin_arena *arena, struct kin_nodes *flow, const char *text, enum kin_emphasis emphasis);

/* Draw a box with its upper left corner at (x, top); returns its height. */
double kin_box_put(struct kin_ops *ops, const struct kin_box *box, double x, double top);

/* Put finished operations under a tag: role "Sect", "H1" ... */
void kin_tag_put(struct kin_ops *ops, const char *role, const struct kin_ops *part, double x, double y);

/* A thin rule from x to x + width that is written on, its upper edge at y. */
void kin_answer_rule(struct kin_ops *ops, double x, double y, double width);

#endif
