#include "base/buf.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

struct kin_buf kin_buf_in(kin_arena *arena)
{
    return (struct kin_buf){.arena = arena, .data = kin_alloc(arena, 16), .room = 16};
}

static void reserve(struct kin_buf *buf, size_t more)
{
    size_t needed = buf->length + more + 1;
    if (needed <= buf->room) {
        return;
    }
    size_t room = buf->room * 2 > needed ? buf->room * 2 : needed;
    char *data = kin_alloc(buf->arena, room);
    memcpy(data, buf->data, buf->length);
    buf->data = data;
    buf->room = room;
}

void kin_buf_add_n(struct kin_buf *buf, const char *text, size_t length)
{
    if (!length) {
        return;
    }
    reserve(buf, length);
    memcpy(buf->data + buf->length, text, length);
    buf->length += length;
    buf->data[buf->length] = '\0';
}

void kin_buf_add(struct kin_buf *buf, const char *text)
{
    kin_buf_add_n(buf, text, strlen(text));
}

void kin_buf_add_char(struct kin_buf *buf, char c)
{
    kin_buf_add_n(buf, &c, 1);
}

void kin_buf_add_rune(struct kin_buf *buf, uint32_t rune)
{
    char bytes[KIN_UTF8_MAX];
    kin_buf_add_n(buf, bytes, kin_utf8_encode(rune, bytes));
}

void kin_buf_addf(struct kin_buf *buf, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int printed = vsnprintf(buf->data + buf->length, buf->room - buf->length, format, arguments);
    va_end(arguments);
    size_t length = printed < 0 ? 0 : (size_t)printed;
    if (length >= buf->room - buf->length) { /* it was cut off */
        reserve(buf, length);
        vsnprintf(buf->data + buf->length, length + 1, format, again);
    }
    buf->length += length;
    buf->data[buf->length] = '\0';
    va_end(again);
}

void kin_buf_add_escaped(struct kin_buf *buf, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t rune = (unsigned char)text[at];
        size_t size = kin_utf8_decode(text + at, length - at, &rune);
        if (size == 0 || kin_rune_forbidden(rune)) {
            kin_buf_addf(buf, size ? "\\u{%x}" : "\\x%02x", (unsigned)rune);
        } else {
            kin_buf_add_n(buf, text + at, size);
        }
        at += size ? size : 1;
    }
}
