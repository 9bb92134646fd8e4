/* UTF-8, and which characters a bank may hold. */
#ifndef KIN_BASE_UTF8_H
#define KIN_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { KIN_UTF8_MAX = 4 };

/* Read the character at `text` (`length` bytes are left, at least 1) into *rune.
 * Return its length in bytes, or 0 when the bytes are not UTF-8 (overlong forms and surrogates included). */
size_t kin_utf8_decode(const char *text, size_t length, uint32_t *rune);

/* Write `rune` and return the number of bytes, 1 to 4. */
size_t kin_utf8_encode(uint32_t rune, char bytes[KIN_UTF8_MAX]);

/* Number of characters in valid UTF-8 text. */
size_t kin_utf8_count(const char *text, size_t length);

/* True for characters that no bank may hold: C0 controls but tab and line ends, U+007F-9F, bidirectional
 * controls, which can make a text read otherwise than it is stored, and noncharacters. */
bool kin_rune_forbidden(uint32_t rune);

/* Offset of the first byte that is not UTF-8 or that starts a forbidden character; `length` when all is well. */
size_t kin_utf8_first_bad(const char *text, size_t length);

#endif
