/* A page as a list of drawing operations: the narrow waist between layout and every writer. A closed set.
 * Lengths in points of 1/72 inch; x grows to the right, y grows down, the origin is the page's top left corner. */
#ifndef KIN_SCENE_SCENE_H
#define KIN_SCENE_SCENE_H

#include "base/buf.h"

#include <stdbool.h>

enum kin_op_kind {
    KIN_OP_RULE,   /* a filled axis-parallel rectangle */
    KIN_OP_PATH,   /* stroked or filled outline */
    KIN_OP_GLYPHS, /* a run of glyphs of one face and size, with the text that it stands for */
    KIN_OP_GROUP,  /* kids, moved by (x, y) */
    KIN_OP_CLIP,   /* kids, clipped to a rectangle */
    KIN_OP_TAG, /* kids with a meaning: role, alternative text, language; width, height where the layout knows them */
    KIN_OP_PICTURE /* a PNG file, fitted to a rectangle */
};

struct kin_glyph {
    uint32_t id;
    double x, y; /* origin, relative to the run's */
};

enum kin_verb { KIN_MOVE, KIN_LINE, KIN_CURVE, KIN_CLOSE };

struct kin_segment {
    enum kin_verb verb;
    double x[3], y[3]; /* MOVE and LINE use [0]; CURVE two control points and the end */
};

struct kin_ink {
    double gray;         /* 0 black to 1 white */
    double stroke_width; /* 0: fill */
    double dash[2];      /* on, off; 0: solid */
    bool round;          /* caps and joins; else butt and miter */
};

/* How far along its radius the control points stand of a cubic that is a quarter of a circle or an ellipse: 4/3
 * (sqrt(2) - 1), which misses it by less than 0.03 %. */
#define KIN_QUARTER 0.5522847498

/* The lines of all grids, of figures and of squared paper: gray that stays on copies. */
#define KIN_GRID_INK                                                                                                   \
    {                                                                                                                  \
        .gray = 0.3, .stroke_width = 0.5                                                                               \
    }

struct kin_op {
    enum kin_op_kind kind;
    double x, y;                /* RULE, CLIP, PICTURE: top left; GLYPHS, GROUP: origin */
    double width, height;       /* RULE, CLIP, PICTURE */
    const unsigned char *bytes; /* PICTURE: the file */
    size_t byte_count;
    struct kin_ink ink;           /* RULE, PATH, GLYPHS (gray only) */
    struct kin_segment *segments; /* PATH */
    size_t segment_count;
    int face; /* GLYPHS: enum kin_face of type/type.h */
    double size_pt;
    struct kin_glyph *glyphs;
    size_t glyph_count;
    const char *text; /* GLYPHS: what copying the run gives; "" continues the run before as one cluster */
    bool one_cluster; /* GLYPHS: the text belongs to the run as a whole (formulas); else one glyph a character */
    const char *role; /* TAG: "P", "Figure" ... of kin_ops_tag; drawn only by writers that tag */
    const char *alternative, *language; /* TAG */
    int columns, rows;                  /* TAG of a cell: how many it spans; 0: one */
    bool heads_row;                     /* TAG of a heading: of its row, not of its column */
    struct kin_op *kids;                /* GROUP, CLIP, TAG: first kid */
    struct kin_op *next;                /* sibling */
};

/* A scene has some levels; more are a mistake of the layout, and what is deeper is not drawn, since it must not exhaust
 * the stack. */
enum { KIN_SCENE_DEPTH = 512 };

/* Operations under construction: an open list that ops are appended to. */
struct kin_ops {
    kin_arena *arena;
    struct kin_op *first, *last;
};

struct kin_typesetter;

struct kin_scene {
    double width_pt, height_pt;
    struct kin_typesetter *type; /* whose faces the glyphs are of; NULL: the one that the document is written with */
    struct kin_ops ops;
};

/* A run of pages that becomes one document. */
struct kin_document {
    const char *title, *language, *subject;
    struct kin_scene **pages;
    size_t count, room;
};

struct kin_ops kin_ops_in(kin_arena *arena);
struct kin_scene *kin_scene_new(kin_arena *arena, double width_pt, double height_pt);

/* Append a page to a document; both live in `arena`. */
void kin_document_add(kin_arena *arena, struct kin_document *document, struct kin_scene *page);

void kin_rule(struct kin_ops *ops, double x, double y, double width, double height, double gray);
void kin_line(struct kin_ops *ops, double x1, double y1, double x2, double y2, struct kin_ink ink);
void kin_frame_rect(struct kin_ops *ops, double x, double y, double width, double height, struct kin_ink ink);
/* A frame whose corners are quarter circles of `radius`, at most half of the shorter side. */
void kin_frame_rounded(struct kin_ops *ops, double x, double y, double width, double height, double radius,
                       struct kin_ink ink);
struct kin_op *kin_op_new(struct kin_ops *ops, enum kin_op_kind kind); /* appended, to be filled in */

/* Append operations as they are; `part` is not used any more. */
void kin_ops_join(struct kin_ops *ops, const struct kin_ops *part);

/* Put all operations so far, if there are some, under a tag. Roles are those of PDF ("P", "Table" ...), and "Artifact"
 * for what is no part of the text: write/structure.c knows them. The alternative may be NULL. */
void kin_ops_tag(struct kin_ops *ops, const char *role, const char *alternative);

/* Put finished operations inside a new group at (x, y); they are shared, not copied, and stay as they are. */
void kin_place(struct kin_ops *ops, const struct kin_ops *part, double x, double y);

/* A picture of base/picture.h in a rectangle; its outlines become paths. */
struct kin_picture;
void kin_picture_put(struct kin_ops *ops, const struct kin_picture *picture, double x, double y, double width,
                     double height);

/* A copy of the operations, `factor` times as large: places, sizes, strokes. Texts and pictures are shared. */
struct kin_ops kin_ops_enlarged(kin_arena *arena, const struct kin_ops *ops, double factor);

/* A QR code (libqrencode, level M, with 4 modules of quiet zone inside `size`): false when the text is too long. */
bool kin_qr(struct kin_ops *ops, const char *text, double x, double y, double size);

/* The golden form: one line an operation, indented, numbers with 2 decimals, text escaped. What is nested deeper
 * than KIN_SCENE_DEPTH is cut off with "..." here and in the text. */
void kin_scene_write(struct kin_buf *buf, const struct kin_scene *scene);

/* Text of the scene in drawing order, runs separated by spaces and lines by line ends where y moves. For tests. */
void kin_scene_text(struct kin_buf *buf, const struct kin_scene *scene);

#endif
