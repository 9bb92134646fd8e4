#include "base/utf8.h"

static size_t sequence_length(unsigned char first)
{
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first < 0xE0) {
        return 2;
    }
    if ((first & 0xF0) == 0xE0) {
        return 3;
    }
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

static bool is_scalar(uint32_t rune, size_t size)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    return rune >= least[size] && rune <= 0x10FFFF && !(rune >= 0xD800 && rune <= 0xDFFF);
}

size_t kin_utf8_decode(const char *text, size_t length, uint32_t *rune)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t size = sequence_length(bytes[0]);
    if (size == 0 || size > length) {
        return 0;
    }
    static const unsigned char masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t value = bytes[0] & masks[size];
    for (size_t i = 1; i < size; i++) {
        if ((bytes[i] & 0xC0) != 0x80) {
            return 0;
        }
        value = value << 6 | (bytes[i] & 0x3F);
    }
    *rune = value;
    return is_scalar(value, size) ? size : 0;
}

size_t kin_utf8_encode(uint32_t rune, char bytes[KIN_UTF8_MAX])
{
    if (rune < 0x80) {
        bytes[0] = (char)rune;
        return 1;
    }
    size_t size = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = size - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (rune & 0x3F));
        rune >>= 6;
    }
    bytes[0] = (char)(leads[size] | rune);
    return size;
}

size_t kin_utf8_count(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    }
    return count;
}

static bool is_bidi_control(uint32_t rune)
{
    return rune == 0x061C || rune == 0x200E || rune == 0x200F || (rune >= 0x202A && rune <= 0x202E) ||
           (rune >= 0x2066 && rune <= 0x2069);
}

bool kin_rune_forbidden(uint32_t rune)
{
    if (rune < 0x20) {
        return rune != '\t' && rune != '\n' && rune != '\r';
    }
    return (rune >= 0x7F && rune <= 0x9F) || is_bidi_control(rune) || (rune & 0xFFFE) == 0xFFFE;
}

size_t kin_utf8_first_bad(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length) {
        uint32_t rune = 0;
        size_t size = kin_utf8_decode(text + at, length - at, &rune);
        if (size == 0 || kin_rune_forbidden(rune)) {
            return at;
        }
        at += size;
    }
    return length;
}
