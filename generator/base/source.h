/* Text with the place it was read from, so that every message can point at it. */
#ifndef KIN_BASE_SOURCE_H
#define KIN_BASE_SOURCE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct kin_source;

/* A part of a source: bytes begin to end-1. An empty span is a place. source == NULL: no place is known. */
struct kin_span {
    const struct kin_source *source;
    uint32_t begin, end;
};

/* A file's bytes, kept as long as anything points into them. */
struct kin_source {
    const char *path;  /* as the user named it */
    const char *bytes; /* NUL-terminated */
    size_t length;
    bool quotable;        /* false: messages must not quote its lines (it does not begin as a file of ours) */
    struct kin_span used; /* of a fragment's text: the place that uses it, for messages; source NULL otherwise */
};

/* Lines and columns count from 1; a column counts characters, not bytes. */
struct kin_place {
    uint32_t line, column;
    const char *line_start; /* into the source */
    uint32_t line_length;   /* bytes, without the line end */
};

/* Decoded text (entities replaced, line ends as LF) with the raw bytes it came from. */
struct kin_text {
    const char *chars; /* NUL-terminated */
    size_t length;
    struct kin_span span;
};

/* Where the span begins. `span.source` must not be NULL. */
struct kin_place kin_place_of(struct kin_span span);

/* The span of decoded bytes begin to end-1 of a text, counted back through entities and line ends. */
struct kin_span kin_text_part(const struct kin_text *text, size_t begin, size_t end);

/* A text that came from no file: its span has no source. Tests and command options use it. */
struct kin_text kin_text_plain(const char *chars);

/* A text that is its own source under the name `path`, so that messages quote it. Lives in `arena`. */
struct kin_text kin_text_source(kin_arena *arena, const char *path, const char *chars);

#endif
