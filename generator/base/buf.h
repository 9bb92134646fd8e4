/* Text that grows, inside an arena. */
#ifndef KIN_BASE_BUF_H
#define KIN_BASE_BUF_H

#include "base/arena.h"

#include <stdint.h>

/* `data` is NUL-terminated after every call below and stays valid until the next one. */
struct kin_buf {
    kin_arena *arena;
    char *data;
    size_t length; /* bytes, without the NUL */
    size_t room;
};

/* An empty buffer whose text lives in `arena` (borrowed). */
struct kin_buf kin_buf_in(kin_arena *arena);

void kin_buf_add(struct kin_buf *buf, const char *text);
void kin_buf_add_n(struct kin_buf *buf, const char *text, size_t length);
void kin_buf_add_char(struct kin_buf *buf, char c);
void kin_buf_add_rune(struct kin_buf *buf, uint32_t rune); /* as UTF-8 */
/* For a terminal: nothing in the text may move the cursor or turn the reading direction, so forbidden characters
 * (base/utf8.h) and bytes that are not UTF-8 are written as \u{9b} and \xff. */
void kin_buf_add_escaped(struct kin_buf *buf, const char *text, size_t length);
void kin_buf_addf(struct kin_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
