/* Small shapes that are counted: weights, counters, objects, tiles. Told apart by outline, pattern and letter. */
#ifndef KIN_FIGURE_SHAPES_H
#define KIN_FIGURE_SHAPES_H

#include "figure/sketch.h"

#include <string.h>

/* For attributes of type CHOICE. */
#define KIN_SHAPE_WORDS "circle square triangle diamond pentagon hexagon star"

/* A length in units of the text's size, pt: pieces that hold a text grow with it. */
double kin_shape_em(const struct kin_sketch *sketch, double ems);

/* A shape that fills the box `half_width` and `half_height` around `at`, with its outline. */
void kin_sketch_shape(struct kin_sketch *sketch, const char *shape, struct kin_xy at, double half_width,
                      double half_height, enum kin_pattern pattern);
/* The same for a part with the attributes shape, pattern and label: the label stands in it, or beside it with a line
 * where there is no room. */
void kin_sketch_piece(struct kin_sketch *sketch, const struct kin_figure_part *part, struct kin_xy at,
                      double half_width, double half_height);

/* The name of a shape or a pattern in the form's language. */
const char *kin_tell_shape(struct kin_telling *telling, const char *shape);
const char *kin_tell_pattern(struct kin_telling *telling, const char *pattern);
/* A text in quotes, and for a part with shape, pattern and label: circle, hatched, “x”. What is plain is left out. */
const char *kin_tell_quoted(struct kin_telling *telling, const struct kin_figure_part *part, const char *name);
const char *kin_tell_piece(struct kin_telling *telling, const struct kin_figure_part *part);
/* 3 × circle “x”; 1 × square “4”: of those parts with a count for which the attribute `where` is `word`, or of all. */
const char *kin_tell_pieces(struct kin_telling *telling, const struct kin_figure_part *whole, const char *where,
                            const char *word);

/* Sum of the attribute count of all parts, or of those for which `where` is `word`. */
size_t kin_pieces_count(const struct kin_figure_part *whole, const char *where, const char *word);

static inline bool kin_part_is(const struct kin_figure_part *part, const char *name)
{
    return strcmp(part->name, name) == 0;
}

#endif
