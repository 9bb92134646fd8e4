/* Texts of pages that are made of words and numbers. */
#ifndef KIN_PAGE_FURNITURE_H
#define KIN_PAGE_FURNITURE_H

#include "base/buf.h"
#include "content/furniture.h"
#include "number/rat.h"

/* A heading over all forms, over one of several, %s letter, and over some of them, %s, %s first and last letter. */
struct kin_group_words {
    const char *all, *one, *several;
};

/* "2 points", "1 point", "0.5 points"; the number alone. In `arena`. */
char *kin_points_text(kin_arena *arena, const struct kin_furniture *words, struct kin_rat points);
char *kin_points_number(kin_arena *arena, struct kin_rat points);

#endif
