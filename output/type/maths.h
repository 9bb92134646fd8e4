/* The layout of formulas from inside: marks on a surface, and boxes that are ranges of marks. One file a family of
 * nodes: atoms and rows, fractions, scripts, stretchy signs, grids. The rules are those of TeX (D. Knuth, The TeXbook,
 * appendix G) with the measures of the OpenType MATH table in place of TeX's font parameters. */
#ifndef KIN_TYPE_MATHS_H
#define KIN_TYPE_MATHS_H

#include "type/typesetter.h"

enum { KIN_MATHS_DEPTH = 128, RULE_MARK = -1 };

/* Something drawn: a glyph at its origin, or (face RULE_MARK) a rule by its top left corner. y grows down from the
 * baseline. */
struct mark {
    int face;
    uint32_t glyph;
    double size;
    double x, y, width, height;
};

/* How a node is set. TeX's D and T are display on and off; its script styles are the size, which is never below what a
 * student can read. */
struct maths_look {
    double size;
    double spacing; /* of operators and relations: 1 in text, 0.75 in a small fraction, 0 in scripts */
    bool display;
    bool cramped; /* exponents a little lower: below a fraction line, under a root */
    bool script;  /* inside a super- or subscript */
    int level;    /* of glyphs: 0 in text, 1 in scripts and in fractions of running text, 2 in theirs */
    enum kin_hand hand;
};

struct mark_list {
    struct mark *items;
    size_t count, room;
};

struct maths_layout {
    struct kin_typesetter *type;
    kin_arena *arena; /* scratch: the marks */
    struct mark_list marks;
    double base_size;
    struct kin_writing *writing; /* blanks keep their room: see type.h */
    int depth;
};

/* The marks begin to end-1, with their size as a box. */
struct maths_box {
    double width, ascent, descent;
    double italic; /* by how much the top of the last letter leans over the width */
    size_t begin, end;
    bool plain; /* characters on the baseline: scripts keep their usual height (TeX's u = v = 0) */
};

/* What decides the space between neighbours. */
enum maths_class { CLASS_ORDINARY, CLASS_OPERATOR, CLASS_RELATION, CLASS_PUNCT, CLASS_COUNT };
enum maths_class kin_maths_class_left(const struct kin_maths *maths);
enum maths_class kin_maths_class_right(const struct kin_maths *maths);
double kin_maths_space(enum maths_class left, enum maths_class right, const struct maths_look *look);

/* Set a node; NULL sets nothing. In kin_maths_set the italic correction stays outside of the width, for scripts;
 * kin_maths_part makes it part of the width. */
struct maths_box kin_maths_set(struct maths_layout *layout, const struct kin_maths *maths,
                               const struct maths_look *look);
struct maths_box kin_maths_part(struct maths_layout *layout, const struct kin_maths *maths,
                                const struct maths_look *look);

struct maths_box kin_maths_layout_fraction(struct maths_layout *layout, const struct kin_maths *maths,
                                           const struct maths_look *look);
struct maths_box kin_maths_mixed(struct maths_layout *layout, const struct kin_maths *maths,
                                 const struct maths_look *look);
struct maths_box kin_maths_scripts(struct maths_layout *layout, const struct kin_maths *maths,
                                   const struct maths_look *look);
struct maths_box kin_maths_root(struct maths_layout *layout, const struct kin_maths *maths,
                                const struct maths_look *look);
struct maths_box kin_maths_fenced(struct maths_layout *layout, const struct kin_maths *maths,
                                  const struct maths_look *look);
struct maths_box kin_maths_barred(struct maths_layout *layout, const struct kin_maths *maths,
                                  const struct maths_look *look);
struct maths_box kin_maths_grid(struct maths_layout *layout, const struct kin_maths *maths,
                                const struct maths_look *look);

struct maths_box kin_maths_tableau(struct maths_layout *layout, const struct kin_maths *maths,
                                   const struct maths_look *look);
struct maths_box kin_maths_struck(struct maths_layout *layout, const struct kin_maths *maths,
                                  const struct maths_look *look);

/* A sign that grows: a glyph of `text`'s first character at least `height` pt tall, a larger variant of it, or one put
 * together from parts; standing on its own baseline. */
struct maths_box kin_maths_stretched(struct maths_layout *layout, const char *text, double height,
                                     const struct maths_look *look);

/* The sign centred on the maths axis, tall enough for what reaches `ascent` and `descent`; with narrow sides. */
struct maths_box kin_maths_delimiter(struct maths_layout *layout, const char *text, double ascent, double descent,
                                     const struct maths_look *look);

/* A blank to write on; the answer that a key puts on its rule (maths_blank.c). */
struct maths_box kin_maths_blank(struct maths_layout *layout, const struct kin_maths *maths,
                                 const struct maths_look *look);

/* The looks of the parts of a fraction, and of scripts. */
struct maths_look kin_look_fraction(const struct maths_layout *layout, const struct maths_look *look);
struct maths_look kin_look_script(const struct maths_layout *layout, const struct maths_look *look);

/* An empty box at the end of the marks; to grow one, set marks and then close it. */
struct maths_box kin_box_begin(const struct maths_layout *layout);
void kin_box_shift(struct maths_layout *layout, const struct maths_box *box, double dx, double dy);
/* Let `box` reach as high and deep as `part`, whose baseline is `dy` below that of `box`. */
void kin_box_cover(struct maths_box *box, const struct maths_box *part, double dy);
void kin_mark_rule(struct maths_layout *layout, double x, double y, double width, double height);
void kin_mark_glyph(struct maths_layout *layout, struct face_glyph glyph, double size, double x, double y);

#endif
