/* An item on a student's page: number, stem, parts with points, and room to answer. */
#ifndef KIN_PAGE_ITEM_H
#define KIN_PAGE_ITEM_H

#include "page/layout.h"
#include "page/pile.h"

enum { KIN_COLUMNS_KEPT = sizeof((struct kin_geometry *)0)->columns / sizeof(int) };

/* The item as a pile that begins at the left edge of the text; `columns` of its choices by response in document order,
 * as in kin_geometry. A page may end only between parts. */
struct kin_pile kin_item_pile(const struct kin_layout *layout, const struct kin_item *item, const char *number,
                              const int *columns);

/* Lower `columns` to what this instance's options allow; 0 in a place that has not been set. */
void kin_item_columns(const struct kin_layout *layout, const struct kin_item *item, int *columns);

#endif
