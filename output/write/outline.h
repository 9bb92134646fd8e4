/* The outline of a PDF: what a reader shows beside the pages. */
#ifndef KIN_WRITE_OUTLINE_H
#define KIN_WRITE_OUTLINE_H

#include "scene/scene.h"

#include <cairo.h>

/* One entry a heading and, below it, one an item, by what the scenes' tags say of their parts. Before the surface is
 * finished. */
void kin_outline_add(cairo_surface_t *surface, const struct kin_document *document);

#endif
