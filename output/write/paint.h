/* Scenes through cairo, the same way on every surface. */
#ifndef KIN_WRITE_PAINT_H
#define KIN_WRITE_PAINT_H

#include "write/batch.h"
#include "write/structure.h"

struct painter {
    cairo_t *cairo;
    struct kin_typesetter *usual, *type; /* of the document, of the page */
    kin_arena *scratch;                  /* of what is gathered and of glyph lists; rewound when it is painted */
    struct kin_mark empty;
    struct batches batches;
    cairo_font_options_t *options;
    double x, y;                 /* where the open groups have moved the origin */
    struct structure *structure; /* of a PDF with tags; else NULL */
    int face;                    /* set in the context; -1: none */
    double size;
};

/* Clean up with kin_painter_end. The context is borrowed. */
struct painter kin_painter_begin(cairo_t *cairo, struct kin_typesetter *type);
void kin_painter_end(struct painter *painter);

/* Draw a page. Mistakes show in cairo_status of the context. */
void kin_scene_paint(struct painter *painter, const struct kin_scene *scene);

/* Where cairo's output goes: `closure` is a struct kin_buf. */
cairo_status_t kin_buf_sink(void *closure, const unsigned char *data, unsigned length);

#endif
