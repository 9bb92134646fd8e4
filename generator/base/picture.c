#include "base/picture.h"

#include <sodium.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PIXELS = 4096, PNG_HEAD = 24 };

static uint32_t big_endian(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* PNG (ISO/IEC 15948), 5.2 and 11.2.2: the signature, then the chunk IHDR, which begins with width and height. */
static bool png_size(const unsigned char *bytes, size_t length, uint32_t *width, uint32_t *height)
{
    static const unsigned char signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n',
                                              0,    0,   0,   13,  'I',  'H',  'D',  'R'};
    if (length < PNG_HEAD || memcmp(bytes, signature, sizeof signature) != 0) {
        return false;
    }
    *width = big_endian(bytes + 16);
    *height = big_endian(bytes + 20);
    return *width && *height && *width <= MOST_PIXELS && *height <= MOST_PIXELS;
}

char *kin_picture_of_png(kin_arena *arena, const void *bytes, size_t length)
{
    uint32_t width, height;
    if (!png_size(bytes, length, &width, &height)) {
        return NULL;
    }
    size_t room = sodium_base64_encoded_len(length, sodium_base64_VARIANT_ORIGINAL);
    char *text = kin_alloc(arena, room);
    sodium_bin2base64(text, room, bytes, length, sodium_base64_VARIANT_ORIGINAL);
    return kin_format(arena, "png %u %u %s", width, height, text);
}

char *kin_picture_of_drawing(kin_arena *arena, double width, double height, const char *outlines)
{
    return kin_format(arena, "drawing %.4f %.4f %s", width, height, outlines);
}

static bool read_png(kin_arena *arena, const char *text, struct kin_picture *picture)
{
    size_t room = strlen(text) / 4 * 3 + 3;
    unsigned char *bytes = kin_alloc(arena, room);
    uint32_t width, height;
    if (sodium_base642bin(bytes, room, text, strlen(text), NULL, &picture->length, NULL,
                          sodium_base64_VARIANT_ORIGINAL) != 0 ||
        !png_size(bytes, picture->length, &width, &height)) {
        return false;
    }
    picture->width = width;
    picture->height = height;
    picture->bytes = bytes;
    return true;
}

static bool is_size(double size)
{
    return size > 0 && size < 1e6;
}

bool kin_picture_read(kin_arena *arena, const char *text, struct kin_picture *picture)
{
    *picture = (struct kin_picture){0};
    int used = 0;
    if (sscanf(text, "png %*u %*u %n", &used) == 0 && used > 0) {
        return read_png(arena, text + used, picture);
    }
    if (sscanf(text, "drawing %lf %lf %n", &picture->width, &picture->height, &used) == 2 && used > 0) {
        picture->outlines = text + used;
        return is_size(picture->width) && is_size(picture->height);
    }
    return false;
}
