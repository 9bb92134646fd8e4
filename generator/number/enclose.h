/* Enclosures of certified reals at one precision; real.h raises it until they tell. */
#ifndef KIN_NUMBER_ENCLOSE_H
#define KIN_NUMBER_ENCLOSE_H

#include "number/real.h"

enum { KIN_FIRST_BITS = 64 };

/* -1 or 1 when the enclosures of a and b do not meet, else 0. */
int kin_enclosures_order(const struct kin_real *a, const struct kin_real *b, long bits);

/* True when all numbers of the enclosure round alike, with *rounded set. */
bool kin_enclosure_round(kin_arena *arena, const struct kin_real *a, int places, enum kin_rounding how, long bits,
                         struct kin_rat *rounded);

/* 1 when the whole enclosure is further than guard from an edge, -1 when the whole is nearer, else 0. */
int kin_enclosure_clear(const struct kin_real *a, int places, struct kin_rat guard, long bits);

#endif
