/* Two sides with weights, for hangers and balances: attributes, checks, words. */
#ifndef KIN_FIGURE_WEIGHTS_H
#define KIN_FIGURE_WEIGHTS_H

#include "figure/shapes.h"

enum kin_side { KIN_SIDE_LEFT, KIN_SIDE_RIGHT, KIN_SIDE_COUNT };
const char *kin_side_name(enum kin_side side); /* "left", "right" */

extern const struct kin_figure_part_kind kin_weight_parts[];

/* Rows of the figure that both kinds have. */
#define KIN_TILT_ROW                                                                                                   \
    {                                                                                                                  \
        .name = "tilt", .type = KIN_FIGURE_CHOICE, .words = "level left right", .otherwise = "level",                  \
        .doc = "Level, or which side is down. Where all weights say what they weigh, this is checked"                  \
    }

/* There is something on both sides, not more than `most` on one, and the tilt is that of what they weigh. */
bool kin_weights_check(const struct kin_figure *figure, size_t most, struct kin_figure_fault *fault);

/* Level or not, then what is on each side; `kind` is its first sentence. */
void kin_weights_tell(const struct kin_figure *figure, struct kin_telling *telling, const char *kind);

/* 0 level, 1 where the left side is down, -1 where the right one is. */
double kin_weights_tilt(const struct kin_figure_part *whole);

/* The pieces of one side, in order: each part as often as it says. `most` bounds them; returns how many. */
size_t kin_weights_of(const struct kin_figure_part *whole, enum kin_side side, const struct kin_figure_part **pieces,
                      size_t most);

#endif
