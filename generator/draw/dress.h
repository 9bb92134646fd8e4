/* Dressing: streams of randomness that move no number. */
#ifndef KIN_DRAW_DRESS_H
#define KIN_DRAW_DRESS_H

#include "draw/resolve.h"

/* The stream of one dressing: purpose "dressing" (people, contexts) or "shuffle" (options). `form`: NULL for what all
 * forms share. */
struct kin_pcg kin_dress_stream(const struct kin_template *template, const struct kin_dressing *dressing,
                                const char *purpose, const char *form, const char *field);

#endif
