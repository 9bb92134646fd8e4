/* Names to the left of the rows of a figure: tapes, number lines. */
#ifndef KIN_FIGURE_ROWS_H
#define KIN_FIGURE_ROWS_H

#include "figure/sketch.h"

/* The width of a column for the names of rows, with the white on its right: as wide as the widest, but at most a third
 * of `width` pt; long names break. NULLs are rows without a name; 0 when all are. */
double kin_rows_column(struct kin_sketch *sketch, const struct kin_nodes *const *names, size_t count, double width);

/* Write a name (or NULL) into the column, its middle at `middle` pt from the top. */
void kin_rows_name(struct kin_sketch *sketch, const struct kin_nodes *name, double column, double middle);

/* The height that it takes there. */
double kin_rows_height(struct kin_sketch *sketch, const struct kin_nodes *name, double column);

#endif
