/* A picture as one line of text, so that a set file can hold it: a PNG file's bytes, or the outlines of a drawing. */
#ifndef KIN_BASE_PICTURE_H
#define KIN_BASE_PICTURE_H

#include "base/arena.h"

#include <stdbool.h>

struct kin_picture {
    double width, height;       /* of which only the ratio counts */
    const unsigned char *bytes; /* of a PNG file; NULL: a drawing */
    size_t length;
    const char *outlines; /* of a drawing: "M x y", "L x y", "C x y x y x y", "Z", and "F gray" or "S gray width", which
                             paint what stands before them */
};

/* "png WIDTH HEIGHT BASE64"; NULL when the bytes do not begin as a PNG file of at most 4096 by 4096. */
char *kin_picture_of_png(kin_arena *arena, const void *bytes, size_t length);

/* "drawing WIDTH HEIGHT OUTLINES" */
char *kin_picture_of_drawing(kin_arena *arena, double width, double height, const char *outlines);

/* Read either; false when it is neither. */
bool kin_picture_read(kin_arena *arena, const char *text, struct kin_picture *picture);

#endif
