#include "base/source.h"

#include "base/utf8.h"

#include <string.h>

struct kin_place kin_place_of(struct kin_span span)
{
    const char *bytes = span.source->bytes;
    struct kin_place place = {.line = 1, .line_start = bytes};
    const char *at = bytes + span.begin;
    for (const char *p = bytes; p < at; p++) {
        if (*p == '\n') {
            place.line++;
            place.line_start = p + 1;
        }
    }
    place.column = (uint32_t)kin_utf8_count(place.line_start, (size_t)(at - place.line_start)) + 1;
    place.line_length = (uint32_t)strcspn(place.line_start, "\r\n");
    return place;
}

/* How many raw bytes stand for the decoded character that starts at `raw`. */
static size_t raw_step(const char *raw, const char *end)
{
    if (*raw == '&') {
        const char *semicolon = memchr(raw, ';', (size_t)(end - raw));
        return semicolon ? (size_t)(semicolon - raw) + 1 : 1;
    }
    return raw[0] == '\r' && raw + 1 < end && raw[1] == '\n' ? 2 : 1;
}

/* How many decoded bytes an entity at `raw` stands for: as many as the decoded character has. */
static size_t decoded_step(const char *raw, const char *decoded, size_t left)
{
    uint32_t rune;
    return *raw == '&' ? kin_utf8_decode(decoded, left, &rune) : 1;
}

/* Nothing was decoded: an ampersand is an ampersand. */
static bool is_verbatim(const struct kin_text *text, const char *raw)
{
    return text->length == text->span.end - text->span.begin && memcmp(raw, text->chars, text->length) == 0;
}

static uint32_t raw_offset(const struct kin_text *text, size_t offset)
{
    const char *base = text->span.source->bytes;
    const char *raw = base + text->span.begin, *end = base + text->span.end;
    if (is_verbatim(text, raw)) {
        return text->span.begin + (uint32_t)(offset < text->length ? offset : text->length);
    }
    size_t at = 0;
    while (at < offset && raw < end) {
        size_t step = decoded_step(raw, text->chars + at, text->length - at);
        at += step ? step : 1;
        raw += raw_step(raw, end);
    }
    return (uint32_t)(raw - base);
}

struct kin_span kin_text_part(const struct kin_text *text, size_t begin, size_t end)
{
    struct kin_span span = text->span;
    if (span.source) {
        span.end = raw_offset(text, end);
        span.begin = raw_offset(text, begin);
    }
    return span;
}

struct kin_text kin_text_plain(const char *chars)
{
    return (struct kin_text){.chars = chars, .length = strlen(chars)};
}

struct kin_text kin_text_source(kin_arena *arena, const char *path, const char *chars)
{
    struct kin_source *source = KIN_NEW(arena, struct kin_source);
    *source = (struct kin_source){.path = path, .bytes = chars, .length = strlen(chars), .quotable = true};
    return (struct kin_text){chars, source->length, {source, 0, (uint32_t)source->length}};
}
