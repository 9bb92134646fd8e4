/* The gallery: every kind of figure, and elements that a reader wants to see, with their examples in all states. */
#ifndef KIN_PAGE_GALLERY_H
#define KIN_PAGE_GALLERY_H

#include "page/sheets.h"

#include "bank/bank.h"

/* Its examples are read with `library`. Report what cannot be read, and leave it out. */
struct kin_document *kin_page_gallery(struct kin_typesetter *type, kin_arena *arena, struct kin_library *library);

/* The part with elements, tables above all: one that has examples begins a page (gallery_elements.c). */
void kin_gallery_elements(struct kin_sheets *sheets, struct kin_library *library);

/* What an instance asks, without number, points and work space: as the student gets it, or with its blanks filled as on
 * a teacher's copy (KIN_LAYER_KEY). As wide as it needs; NULL where it asks nothing. */
struct kin_box *kin_gallery_state(const struct kin_layout *layout, const struct kin_item *item, enum kin_layer layer);

#endif
