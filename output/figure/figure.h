/* All kinds of figures, and figures as boxes. */
#ifndef KIN_FIGURE_FIGURE_H
#define KIN_FIGURE_FIGURE_H

#include "figure/sketch.h"

#define KIN_FIGURE_KIND(name) extern const struct kin_figure_kind kin_figure_##name;
#include "figure/figures.def"
#undef KIN_FIGURE_KIND

/* The rows of figures.def, for kin_library_take_figures. */
const struct kin_figure_kinds *kin_figure_all(void);

/* Sketch what a layer shows of a figure, at most `room_pt` wide, its labels in `style`. NULL when no kind can draw it:
 * a damaged set file. Everything lives in `arena`. */
struct kin_sketch *kin_figure_sketch(struct kin_typesetter *type, kin_arena *arena, const struct kin_figure *figure,
                                     enum kin_layer layer, const struct kin_text_style *style, double room_pt,
                                     const char *language);

/* Let a typesetter draw figures, with their own words in `language`; borrowed. */
void kin_figure_attach(struct kin_typesetter *type, const char *language);

#endif
