/* The words and the sketch of drawings. */
#ifndef KIN_FIGURE_DRAWING_H
#define KIN_FIGURE_DRAWING_H

#include "figure/shapes.h"

void kin_drawing_describe(const struct kin_figure *figure, struct kin_telling *telling);
void kin_drawing_sketch(const struct kin_figure *figure, struct kin_sketch *sketch);

#endif
