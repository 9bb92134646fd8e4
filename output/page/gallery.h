/* The gallery of figures: every kind with its examples in all states. */
#ifndef KIN_PAGE_GALLERY_H
#define KIN_PAGE_GALLERY_H

#include "bank/bank.h"
#include "type/type.h"

/* Its examples are read with `library`. Report what cannot be read, and leave it out. */
struct kin_document *kin_page_gallery(struct kin_typesetter *type, kin_arena *arena, struct kin_library *library);

#endif
