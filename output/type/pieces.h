/* The pieces of a paragraph: what a line is filled with. */
#ifndef KIN_TYPE_PIECES_H
#define KIN_TYPE_PIECES_H

#include "type/words.h"

/* How far below the baseline the rule of a blank stands, in shares of the size. */
#define KIN_BLANK_BELOW 0.12

enum piece_kind { PIECE_TEXT, PIECE_SPACE, PIECE_BOX, PIECE_BLANK };

struct piece {
    enum piece_kind kind;
    int face;                      /* SPACE: of the words around, whose space it is; -1: of a formula */
    const struct segment *segment; /* TEXT */
    const struct kin_box *box;     /* BOX; of a BLANK what is written on it or NULL; NULL: it is only measured */
    double width;                  /* pt */
    bool break_after;              /* a line may end behind it */
};

struct pieces {
    kin_arena *work; /* of the list */
    double size_pt;
    const char *blank; /* what a rule to write on is called */
    struct piece *items;
    size_t count, room;
    bool opens, number;              /* the piece before a space: see struct word */
    uint32_t spaces[KIN_FACE_COUNT]; /* the space glyphs of the faces met so far */
};

struct pieces kin_pieces_begin(kin_arena *work, double size_pt);

/* Words and spaces of a text; runs of spaces count as one, and none stands at the start of a paragraph. */
void kin_pieces_text(struct pieces *pieces, struct kin_typesetter *type, int face, const char *text);

/* A formula or other box. What follows it without a space stays with it. */
void kin_pieces_box(struct pieces *pieces, const struct kin_box *box);

/* The same of pieces that are only measured. */
void kin_pieces_width(struct pieces *pieces, double width);

/* A place inside a formula where a line may end, `width` pt wide if it doesn't. */
void kin_pieces_gap(struct pieces *pieces, double width);

/* A rule to write on, with what is written on it, or NULL. */
void kin_pieces_blank(struct pieces *pieces, double width, const struct kin_box *answer);

/* Let no line end inside a point or a short interval (points.c). For pieces that are complete. */
void kin_pieces_keep_points(struct pieces *pieces);

/* Draw the pieces begin to end-1 on one line. */
void kin_pieces_draw(struct kin_ops *ops, const struct pieces *pieces, size_t begin, size_t end, double x, double y,
                     const struct kin_text_style *style);

#endif
