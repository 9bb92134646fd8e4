/* Structure tags of a PDF while its pages are painted: what the parts are, in the order in which they are read. */
#ifndef KIN_WRITE_STRUCTURE_H
#define KIN_WRITE_STRUCTURE_H

#include "scene/scene.h"

#include <cairo.h>

/* An element of the structure tree, in the order in which they begin. Texts are the scene's. */
struct structure_element {
    const char *role;
    const char *alternative;  /* NULL: what it holds is read */
    const struct kin_op *tag; /* NULL: made for text that stands outside of others */
};

struct structure {
    cairo_t *cairo;
    kin_arena *arena;
    struct structure_element *elements;
    size_t count, room;
    const char *innermost; /* role of the open element */
    bool silent;           /* inside of something that is read as a whole, or not at all */
    bool run;              /* an element for text that stands outside of others is open */
};

/* The whole text is one element, over all pages. */
struct structure kin_structure_begin(cairo_t *cairo, kin_arena *arena);
void kin_structure_end(struct structure *structure);

/* What was open before a tag, to be given back at its end. */
struct structure_place {
    const char *innermost;
    bool silent;
    bool opened;
};

/* Open and close the element of a tag. */
struct structure_place kin_structure_open(struct structure *structure, const struct kin_op *tag);
void kin_structure_close(struct structure *structure, struct structure_place before);

/* Before an operation is painted: text that no tag has made a part of an element gets one of its own, as long as the
 * text goes on; NULL: the list of siblings ends. */
void kin_structure_run(struct structure *structure, const struct kin_op *op);

#endif
